// Every text of the page, in sight or read aloud, and every text that came from the server.
const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
const said = new Set();
const add = (text) => text && plain(text) && said.add(plain(text));

const isThere = (element) => element.closest("option") || element.checkVisibility({ visibilityProperty: true });
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const parent = texts.currentNode.parentElement;
  if (!parent.closest("script, style, noscript") && isThere(parent)) add(texts.currentNode.data);
}
for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder]")) {
  if (isThere(element)) ["aria-label", "title", "placeholder"].forEach((name) => add(element.getAttribute(name)));
}
add(document.title);
return { said: [...said], data: [...new Set(window.watchOfTests.data)] };
