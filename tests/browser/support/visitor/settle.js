// Answers once the page is at rest: it has a heading, nothing is being asked of the server, nothing
// is marked as busy, and that for three frames in a row. A broken page answers at once.
const answer = arguments[arguments.length - 1];
const isBroken = () => document.querySelector("#start-failed:not([hidden]), #crashed:not([hidden])") !== null;
const isQuiet = () =>
  window.watchOfTests?.pending === 0 &&
  document.querySelector("h1") !== null &&
  document.querySelector("[aria-busy=true], .loading, canvas[data-settled=false]") === null;
let frames = 0;
const look = () => {
  frames = isQuiet() ? frames + 1 : 0;
  if (isBroken()) answer("broken");
  else if (frames === 3) answer("at rest");
  else requestAnimationFrame(look);
};
look();
