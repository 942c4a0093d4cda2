//! Texts that people type: parsed once, then always valid.

use crate::refusal::{Refusal, RefusalCode};
use crate::vocabulary;
use crate::vocabulary::Tongue;
use unicode_normalization::UnicodeNormalization;

vocabulary! {
    /// A language in which the texts of the data are kept.
    pub enum Locale {
        /// English.
        En = "EN", "English" | "anglais";
        /// French.
        Fr = "FR", "French" | "français";
    }
}

impl Locale {
    /// The language that closed words are told in beside texts of this one.
    pub fn tongue(self) -> Tongue {
        match self {
            Self::En => Tongue::En,
            Self::Fr => Tongue::Fr,
        }
    }
}

vocabulary! {
    /// How far the text in one language can be relied on.
    pub enum TranslationStatus {
        /// Written in this language in the first place.
        Original = "ORIGINAL", "original" | "original";
        /// Translated and checked by a person.
        Reviewed = "REVIEWED", "reviewed" | "relue";
        /// Translated, not checked.
        Draft = "DRAFT", "draft" | "brouillon";
    }
}

vocabulary! {
    /// Which text of a stakeholder is kept by language.
    pub enum TextField {
        /// Its name.
        Name = "NAME", "name" | "nom";
        /// A paragraph about it.
        Summary = "SUMMARY", "summary" | "résumé";
    }
}

/// The longest name of anything.
pub const NAME_LIMIT: usize = 200;
/// The longest one-line remark.
pub const LINE_LIMIT: usize = 500;
/// The longest paragraph.
pub const PARAGRAPH_LIMIT: usize = 4_000;

/// A required text of one line, trimmed and in Unicode NFC.
pub fn parse_line(text: &str, field: &str, limit: usize) -> Result<String, Refusal> {
    optional_line(text, field, limit)?.ok_or_else(|| Refusal::new(RefusalCode::Required, field))
}

/// A text of one line that may be empty.
pub fn optional_line(text: &str, field: &str, limit: usize) -> Result<Option<String>, Refusal> {
    if text.chars().any(is_refused) {
        return Err(Refusal::new(RefusalCode::ControlCharacter, field));
    }
    within(text, field, limit)
}

/// A text of several lines that may be empty; line feeds and tabs are kept.
pub fn optional_paragraph(
    text: &str,
    field: &str,
    limit: usize,
) -> Result<Option<String>, Refusal> {
    let text = text.replace("\r\n", "\n");
    if text.chars().any(|c| is_refused(c) && c != '\n' && c != '\t') {
        return Err(Refusal::new(RefusalCode::ControlCharacter, field));
    }
    within(&text, field, limit)
}

/// Characters that nobody sees and that make two different texts look alike, or a text read as what
/// it is not: controls, zero-width spaces and marks that turn the direction of writing around. The
/// joiners of scripts that need them are kept.
fn is_refused(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || matches!(c, '\u{200b}' | '\u{feff}')
}

fn within(text: &str, field: &str, limit: usize) -> Result<Option<String>, Refusal> {
    let text: String = text.trim().nfc().collect();
    match text.chars().count() {
        0 => Ok(None),
        length if length > limit => {
            Err(Refusal::new(RefusalCode::TooLong, field).missing(limit.to_string()))
        }
        _ => Ok(Some(text)),
    }
}

/// A web address that is safe to link to.
pub fn parse_url(text: &str, field: &str) -> Result<Option<String>, Refusal> {
    let Some(url) = optional_line(text, field, LINE_LIMIT)? else {
        return Ok(None);
    };
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() && !url.contains(char::is_whitespace) => Ok(Some(url)),
        _ => Err(Refusal::new(RefusalCode::MalformedUrl, field)),
    }
}

/// The form in which texts are compared and searched: lower case, no accents, plain quotes and
/// dashes, single spaces. The same in the browser, in the snapshot and in both databases.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ø' => folded.push('o'),
            'ß' => folded.push_str("ss"),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            c if c.is_alphanumeric() => folded.push(c),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' => {}
            _ => {
                if !folded.ends_with(' ') && !folded.is_empty() {
                    folded.push(' ');
                }
            }
        }
    }
    while folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A short name for addresses: folded, words joined by dashes.
pub fn slug(name: &str) -> String {
    let slug: String =
        fold(name).chars().map(|c| if c == ' ' { '-' } else { c }).take(80).collect();
    let slug = slug.trim_matches('-').to_owned();
    if slug.is_empty() { "unnamed".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that differ only in accents, case, quotes or punctuation fold alike.
    #[test]
    fn folding_ignores_accents_case_and_punctuation() {
        for (a, b) in [
            ("Réseau d’Afrique", "reseau dafrique"),
            ("BLUESQUARE", "Bluesquare"),
            ("Bill & Melinda  Gates", "bill melinda gates"),
            ("Cœur", "coeur"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
    }

    /// A control character is refused, a line feed only in one-line texts.
    #[test]
    fn control_characters_are_refused() {
        assert_eq!(
            parse_line("a\u{7}b", "name", 10).unwrap_err().code,
            RefusalCode::ControlCharacter
        );
        assert!(parse_line("a\nb", "name", 10).is_err());
        assert_eq!(optional_paragraph("a\r\nb", "note", 10).unwrap().as_deref(), Some("a\nb"));
    }

    /// Invisible and direction-changing characters are refused everywhere; the joiners that Persian
    /// and Indian scripts are written with are not.
    #[test]
    fn invisible_characters_are_refused() {
        for c in ['\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{200b}', '\u{feff}'] {
            let text = format!("Open{c}LMIS");
            let refused = parse_line(&text, "name", 20).unwrap_err();
            assert_eq!(refused.code, RefusalCode::ControlCharacter, "{c:?}");
            assert!(optional_paragraph(&text, "note", 20).is_err(), "{c:?}");
        }
        for joined in ["می\u{200c}خواهم", "ක්\u{200d}ෂ"] {
            assert_eq!(parse_line(joined, "name", 20).as_deref(), Ok(joined));
        }
    }

    /// Length counts characters, after trimming.
    #[test]
    fn length_is_counted_in_characters() {
        assert!(parse_line("éééé ", "name", 4).is_ok());
        assert_eq!(parse_line("ééééé", "name", 4).unwrap_err().missing, ["4"]);
    }

    /// Only http and https addresses are links.
    #[test]
    fn only_web_addresses_are_urls() {
        assert!(parse_url("https://openlmis.org/a?b=c", "website").unwrap().is_some());
        assert!(parse_url("javascript:alert(1)", "website").is_err());
        assert!(parse_url("https://", "website").is_err());
        assert_eq!(parse_url("  ", "website"), Ok(None));
    }
}
