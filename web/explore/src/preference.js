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

const night = matchMedia("(prefers-color-scheme: dark)");

/** Light or dark: as chosen, else as the system says now. */
export function findTheme() {
  const chosen = ["light", "dark"].find((known) => known === kept(THEME));
  return chosen ?? (night.matches ? "dark" : "light");
}

/** Calls when the system goes from light to dark or back; the answer ends that. */
export function followTheme(call) {
  night.addEventListener("change", call);
  return () => night.removeEventListener("change", call);
}
