//! The language of the page. Switching it builds the page anew, so a component reads it once.

use crate::client::browser;
use domain::text::Locale;
use domain::vocabulary::Tongue;
use leptos::prelude::*;

const KEY: &str = "banyan.language";

/// The switch: the language that was chosen, or guessed.
#[derive(Clone, Copy)]
pub struct Language(RwSignal<Tongue>);

/// The language in which the component is being built.
pub fn tongue() -> Tongue {
    use_context::<Tongue>().unwrap_or_default()
}

/// The same, as the data's locale.
pub fn locale() -> Locale {
    match tongue() {
        Tongue::En => Locale::En,
        Tongue::Fr => Locale::Fr,
    }
}

/// The language's code, for `lang` attributes.
pub fn code(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::En => "en",
        Tongue::Fr => "fr",
    }
}

/// The other language: where the switch leads.
pub fn other(tongue: Tongue) -> Tongue {
    match tongue {
        Tongue::En => Tongue::Fr,
        Tongue::Fr => Tongue::En,
    }
}

impl Language {
    /// The language of the address, else the kept one, else the browser's.
    pub fn find() -> Self {
        let asked = asked(&browser::search());
        if let Some(tongue) = asked {
            browser::keep_preference(KEY, code(tongue));
        }
        let kept = || browser::preference(KEY).and_then(|kept| read(&kept));
        let guessed = || browser::language().and_then(|language| read(&language));
        Self(RwSignal::new(asked.or_else(kept).or_else(guessed).unwrap_or_default()))
    }

    /// The present language, followed.
    pub fn get(self) -> Tongue {
        self.0.get()
    }

    /// The present language, not followed: for what happens later.
    pub fn present(self) -> Tongue {
        self.0.try_get_untracked().unwrap_or_default()
    }

    /// Changes the language and keeps it for the next visit.
    pub fn choose(self, tongue: Tongue) {
        browser::keep_preference(KEY, code(tongue));
        self.0.try_set(tongue);
    }
}

fn read(code: &str) -> Option<Tongue> {
    match code.get(..2)?.to_ascii_lowercase().as_str() {
        "fr" => Some(Tongue::Fr),
        "en" => Some(Tongue::En),
        _ => None,
    }
}

fn asked(search: &str) -> Option<Tongue> {
    let pairs = search.trim_start_matches('?').split('&');
    pairs.filter_map(|pair| pair.strip_prefix("lang=")).find_map(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The address may ask for a language, by code with or without a region.
    #[test]
    fn the_address_asks() {
        for (search, expected) in [
            ("?lang=fr", Some(Tongue::Fr)),
            ("?kind=GROUP&lang=en-GB", Some(Tongue::En)),
            ("?language=fr", None),
            ("?lang=de", None),
            ("?lang=f", None),
            ("", None),
        ] {
            assert_eq!(asked(search), expected, "{search}");
        }
    }
}
