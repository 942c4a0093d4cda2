// Runs before any script of the page: records everything that must not happen there, what is still
// under way, and which texts came from the server. It changes nothing that the page can see.
(() => {
  const watch = { faults: [], pending: 0, data: [] };
  Object.defineProperty(window, "watchOfTests", { value: watch });
  performance.setResourceTimingBufferSize(5000);

  const fault = (kind, text) => watch.faults.push(`${kind}: ${text}`);
  const complain = console.error;
  console.error = (...words) => {
    fault("console", words.map(String).join(" "));
    complain.apply(console, words);
  };
  addEventListener("error", (event) => fault("error", event.message), true);
  addEventListener("unhandledrejection", (event) => fault("rejection", event.reason));
  document.addEventListener("securitypolicyviolation", (event) =>
    fault("policy", `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));

  // What is not asked about before the page is left is kept for the next one.
  const key = "watchOfTests";
  watch.foreign = () => performance.getEntriesByType("resource").map((entry) => entry.name)
    .filter((name) => !name.startsWith("data:") && new URL(name, location).host !== location.host)
    .map((name) => `foreign: ${name}`);
  watch.faults.push(...JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  sessionStorage.removeItem(key);
  addEventListener("pagehide", () =>
    sessionStorage.setItem(key, JSON.stringify([...watch.faults, ...watch.foreign()])));

  const collect = (value) => {
    if (typeof value === "string") watch.data.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(collect);
  };
  const ask = window.fetch;
  window.fetch = async (...question) => {
    watch.pending += 1;
    try {
      const answer = await ask.apply(window, question);
      const copy = answer.clone();
      copy.json().then(collect, () => {}).finally(() => setTimeout(() => (watch.pending -= 1)));
      return answer;
    } catch (problem) {
      watch.pending -= 1;
      throw problem;
    }
  };
})();
