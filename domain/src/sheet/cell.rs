//! One cell: what counts as empty, how dates, numbers and yes-or-no are written, what is a formula.

use super::column::{DateForm, Form};
use crate::interval::DatePoint;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::fold;

/// Words that people write into a cell to say that there is nothing, folded.
const NOTHING: &[&str] = &[
    "n a",
    "na",
    "nan",
    "none",
    "null",
    "nil",
    "nothing",
    "unknown",
    "not known",
    "not available",
    "not applicable",
    "tbd",
    "tbc",
    "to be confirmed",
    "inconnu",
    "inconnue",
    "neant",
    "aucun",
    "aucune",
    "sans objet",
    "s o",
    "nd",
    "n d",
    "nc",
    "n c",
    "non disponible",
    "non renseigne",
    "non communique",
    "a completer",
    "a preciser",
    "a confirmer",
];

/// Words that stand in a list of names without naming anybody, folded.
const NOBODY: &[&str] = &["other", "others", "autre", "autres", "various", "divers", "misc"];

/// Whether a cell says nothing. `code` is a cell where two letters are a code: `NA` is Namibia there.
pub(super) fn is_nothing(text: &str, form: Form) -> bool {
    let trimmed = text.trim();
    if trimmed.is_empty() || form == Form::Banyan {
        return trimmed.is_empty();
    }
    let folded = fold(trimmed);
    folded.is_empty() || NOTHING.contains(&folded.as_str())
}

/// Whether a cell that should name somebody names nobody.
pub(super) fn is_nobody(text: &str, form: Form) -> bool {
    is_nothing(text, form) || (form == Form::Foreign && NOBODY.contains(&fold(text).as_str()))
}

/// A date as the file writes dates, in ISO form. Day and month are never guessed row by row.
pub(super) fn read_date(text: &str, dates: DateForm, field: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let midnight = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix("T00:00:00"));
    let text = midnight.unwrap_or(text);
    if let Ok(point) = DatePoint::parse(text, field) {
        return Ok(point.to_string());
    }
    let malformed = || Refusal::new(RefusalCode::MalformedDate, field);
    if dates == DateForm::Iso {
        return Err(malformed());
    }
    let pieces: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let iso = match pieces.as_slice() {
        [month, year] => format!("{year}-{month:0>2}"),
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return Err(malformed()),
    };
    DatePoint::parse(&iso, field).map(|point| point.to_string())
}

/// A whole number, with or without separators between thousands.
pub(super) fn read_number(text: &str, field: &str) -> Result<i64, Refusal> {
    let malformed = || Refusal::new(RefusalCode::MalformedNumber, field);
    let text = text.trim();
    let groups: Vec<&str> =
        text.split([' ', '\u{a0}', '\u{202f}', '\u{2009}', ',', '.', '\'', '\u{2019}']).collect();
    if groups.len() > 1 && groups[1..].iter().any(|group| group.len() != 3) {
        return Err(malformed());
    }
    groups.concat().parse().map_err(|_| malformed())
}

/// A yes or a no in English or French.
pub(super) fn read_yes_or_no(text: &str, field: &str) -> Result<bool, Refusal> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "oui" | "o" | "vrai" => Ok(true),
        "no" | "n" | "false" | "0" | "non" | "faux" => Ok(false),
        _ => Err(Refusal::new(RefusalCode::UnknownWord, field).missing("yes").missing("no")),
    }
}

/// The same text as a cell that no spreadsheet takes for a formula.
pub fn neutralise(text: &str) -> String {
    if begins_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that `neutralise` was given.
pub fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if begins_a_formula(text) => text,
        _ => cell,
    }
}

fn begins_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What people write for nothing counts as nothing; in Banyan's own form only an empty cell does.
    #[test]
    fn words_for_nothing_are_nothing() {
        for text in ["", "  ", "N/A", "n.d.", "–", "Inconnu", "Non renseigné", "none", "?"] {
            assert!(is_nothing(text, Form::Foreign), "{text}");
        }
        assert!(!is_nothing("None", Form::Banyan) && !is_nothing("Nana", Form::Foreign));
        assert!(is_nobody("Autres", Form::Foreign) && !is_nobody("Autres", Form::Banyan));
    }

    fn check_date(text: &str, dates: DateForm, expected: Option<&str>) {
        let read = read_date(text, dates, "validFrom").ok();
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    /// Day before month only where the file says so; ISO dates are read in every file.
    #[test]
    fn dates_are_read_as_the_file_writes_them() {
        check_date("2024-05", DateForm::DayFirst, Some("2024-05"));
        check_date("31/12/2024", DateForm::DayFirst, Some("2024-12-31"));
        check_date("1.2.2024", DateForm::DayFirst, Some("2024-02-01"));
        check_date("05/2024", DateForm::DayFirst, Some("2024-05"));
        check_date("12/31/2024", DateForm::DayFirst, None);
        check_date("31/12/24", DateForm::DayFirst, None);
        check_date("31/12/2024", DateForm::Iso, None);
        check_date("2024-12-31 00:00:00", DateForm::Iso, Some("2024-12-31"));
    }

    /// Thousands may be set apart; anything that is not a whole number is refused.
    #[test]
    fn numbers_are_whole() {
        for (text, expected) in
            [("250000", 250_000), ("1 000 000", 1_000_000), ("1,500", 1_500), ("-3", -3)]
        {
            assert_eq!(read_number(text, "amount"), Ok(expected), "{text}");
        }
        for text in ["", "2.5", "1,50", "250k", "10 00", "€5"] {
            assert!(read_number(text, "amount").is_err(), "{text}");
        }
    }

    /// Yes and no in both languages, and nothing else.
    #[test]
    fn yes_and_no_in_both_languages() {
        assert_eq!(read_yes_or_no("Oui", "voting"), Ok(true));
        assert_eq!(read_yes_or_no("no", "voting"), Ok(false));
        assert!(read_yes_or_no("perhaps", "voting").is_err());
    }

    proptest! {
        /// A neutralised cell begins no formula and reads back as the text it was made of.
        #[test]
        fn neutral_cells_read_back(text in "['=+\\-@a\\t]{0,4}.{0,5}") {
            let cell = neutralise(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(restore(&cell), text);
        }
    }
}
