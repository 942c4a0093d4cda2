// Language and lighting, as chosen anywhere in Banyan: the same places, the same words.

const LANGUAGE = "banyan.language";
const THEME = "banyan.theme";

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice holds for this page.
  }
}

const read = (code) => ["en", "fr"].find((known) => code?.toLowerCase().startsWith(known));

/** The language of the address, else the kept one, else the browser's. */
export function findLanguage() {
  const asked = read(new URLSearchParams(location.search).get("lang"));
  if (asked) keep(LANGUAGE, asked);
  return asked ?? read(kept(LANGUAGE)) ?? read(navigator.language) ?? "en";
}

/** Keeps a language for all of Banyan. */
export function keepLanguage(language) {
  keep(LANGUAGE, language);
}

/** Light or dark where somebody has chosen; undefined is as the system says. */
export function findTheme() {
  return ["light", "dark"].find((known) => known === kept(THEME));
}
