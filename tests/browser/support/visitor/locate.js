// Finds what a person would find: the elements of a role, in sight, by the name they go by.
// Arguments: selector of the role, name (or null for any), "whole" or "part", scope (or null).
const [selector, wanted, extent, scope] = arguments;

const plain = (text) => (text ?? "").replace(/[\s\u00a0\u202f]+/g, " ").trim();

const written = (element) => {
  const parts = [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    const block = getComputedStyle(node).display !== "inline";
    return block ? ` ${named(node)} ` : named(node);
  });
  return parts.join("");
};

const named = (element) => {
  const others = element.getAttribute("aria-labelledby");
  if (others) return others.split(" ").map((id) => written(document.getElementById(id))).join(" ");
  return element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? written(element);
};

const name = (element) => {
  const said = plain(element.labels?.length ? "" : named(element));
  const labels = [...(element.labels ?? [])].map(written).join(" ");
  const own = element.getAttribute("aria-labelledby") || element.hasAttribute("aria-label");
  return own ? plain(named(element)) : plain(labels) || said || plain(element.title);
};

const isSeen = (element) =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

const fits = (element) => {
  if (wanted === null) return true;
  const found = name(element);
  return extent === "whole" ? found === plain(wanted) : found.includes(plain(wanted));
};

return [...(scope ?? document).querySelectorAll(selector)].filter((one) => isSeen(one) && fits(one));
