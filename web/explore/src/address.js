// What the page's address says: the language in its query, a question in its fragment. The fragment
// never reaches the server.

/** The question of the fragment, `#query=...&variables=...`; null when it has none. */
export function asked() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const query = fragment.get("query");
  return query ? { query, variables: fragment.get("variables") ?? "" } : null;
}

/** A link to this page with a question in the editor. */
export function linkTo(query) {
  return `#query=${encodeURIComponent(query)}`;
}
