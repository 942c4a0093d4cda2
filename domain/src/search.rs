//! Finding a name: how well a typed text matches the names, aliases and acronym of a stakeholder.

use crate::refusal::{Refusal, RefusalCode};
use crate::text::fold;

/// The longest text that is looked for, in characters.
pub const LONGEST: usize = 200;
/// Of a longer text, the words that are looked for.
pub const WORDS: usize = 10;

/// A typed text as names and long texts are compared with it: folded, its first words. What is
/// longer than anybody types is refused before anything is compared.
pub fn read(typed: &str, field: &str) -> Result<String, Refusal> {
    if typed.chars().nth(LONGEST).is_some() {
        return Err(Refusal::new(RefusalCode::TooLong, field).missing(LONGEST.to_string()));
    }
    let folded = fold(typed);
    let words: Vec<_> = folded.split(' ').take(WORDS).collect();
    Ok(words.join(" "))
}

/// How well a text matches a name; greater is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The text stands inside a word.
    Inside,
    /// Every word of the text begins some word of the name.
    Words,
    /// The name begins with the text.
    Prefix,
    /// It is the acronym, or an alias.
    OtherName,
    /// It is the name.
    Exact,
}

/// The names of a stakeholder, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    main: Vec<String>,
    other: Vec<String>,
}

impl Names {
    /// Folds the names proper and the other names (aliases, acronym).
    pub fn new<'a>(
        main: impl IntoIterator<Item = &'a str>,
        other: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let folded = |names: Vec<&str>| {
            names.into_iter().map(fold).filter(|name| !name.is_empty()).collect()
        };
        Self {
            main: folded(main.into_iter().collect()),
            other: folded(other.into_iter().collect()),
        }
    }

    /// The best match of an already folded text, or none.
    pub fn rank(&self, folded: &str) -> Option<Match> {
        if folded.is_empty() {
            return None;
        }
        let main = self.main.iter().filter_map(|name| rank(name, folded, Match::Exact)).max();
        let other = self.other.iter().filter_map(|name| rank(name, folded, Match::OtherName)).max();
        main.max(other)
    }

    /// The folded name to sort by.
    pub fn key(&self) -> &str {
        self.main.first().map_or("", String::as_str)
    }

    /// Whether the folded text is one of the names, whichever.
    pub fn is(&self, folded: &str) -> bool {
        self.main.iter().chain(&self.other).any(|name| name == folded)
    }
}

fn rank(name: &str, text: &str, whole: Match) -> Option<Match> {
    if name == text {
        return Some(whole);
    }
    if name.starts_with(text) {
        return Some(Match::Prefix);
    }
    let begins = |typed: &str| name.split(' ').any(|word| word.starts_with(typed));
    if text.split(' ').all(begins) {
        return Some(Match::Words);
    }
    (text.chars().count() >= 3 && name.contains(text)).then_some(Match::Inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text is looked for by its first ten words; one that nobody would type is refused.
    #[test]
    fn long_texts_are_not_looked_for() {
        let words = |count: usize| vec!["Là"; count].join("  ");
        assert_eq!(read(&words(12), "text"), Ok(["la"; WORDS].join(" ")));
        assert_eq!(read(&"é".repeat(LONGEST), "text"), Ok("e".repeat(LONGEST)));
        let refused = read(&"é".repeat(LONGEST + 1), "filter.text").unwrap_err();
        assert_eq!((refused.code, refused.field.as_str()), (RefusalCode::TooLong, "filter.text"));
        assert_eq!(refused.missing, ["200"]);
    }

    fn check(text: &str, expected: Option<Match>) {
        let names = Names::new(
            ["World Health Organization", "Organisation mondiale de la santé"],
            ["WHO", "OMS"],
        );
        assert_eq!(names.rank(&fold(text)), expected, "{text}");
    }

    /// Names, acronyms and prefixes are found in both languages, accents or not, best first.
    #[test]
    fn names_are_found() {
        check("world health organization", Some(Match::Exact));
        check("who", Some(Match::OtherName));
        check("oms", Some(Match::OtherName));
        check("world", Some(Match::Prefix));
        check("health org", Some(Match::Words));
        check("sante", Some(Match::Words));
        check("rganiz", Some(Match::Inside));
        check("sa", Some(Match::Words));
        check("g", None);
        check("xyz", None);
        check("", None);
    }
}
