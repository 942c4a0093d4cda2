//! One cell: what counts as empty, how lists, dates, numbers and yes-or-no are written in cells.

use super::column::{DateForm, Form};
use crate::interval::DatePoint;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::fold;

/// Words that people write into a cell to say that there is nothing, folded.
const NOTHING: &[&str] = &[
    "n a", "na", "nan", "none", "null", "nil", "nothing", "unknown", "not known", "not available",
    "not applicable", "tbd", "tbc", "to be confirmed", "inconnu", "inconnue", "neant", "aucun",
    "aucune", "sans objet", "s o", "nd", "n d", "nc", "n c", "non disponible",
    "non renseigne", "non communique", "a completer", "a preciser", "a confirmer",
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

/// The parts of a cell that holds several names: split at bars, semicolons and line breaks, never at
/// commas, which stand inside names.
pub(super) fn split_names(text: &str, form: Form) -> Vec<String> {
    if form == Form::Banyan {
        return split_bars(text);
    }
    parts(text, &['|', ';', '\n', '\r'])
}

/// The parts of a cell that holds several words of a list. `known` says what is one word; what is
/// not is split further, so that "Trinidad and Tobago" stays whole and "Mali et Niger" does not.
pub(super) fn split_words(text: &str, form: Form, known: impl Fn(&str) -> bool) -> Vec<String> {
    if form == Form::Banyan {
        return split_bars(text);
    }
    let separators: [&[char]; 4] = [&['|', ';', '\n', '\r'], &[','], &['/', '+'], &[]];
    let mut words = vec![text.trim().to_owned()];
    for separators in separators {
        words = words
            .into_iter()
            .flat_map(|word| match known(&word) {
                true => vec![word],
                false if separators.is_empty() => split_and(&word),
                false => parts(&word, separators),
            })
            .collect();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn parts(text: &str, separators: &[char]) -> Vec<String> {
    text.split(separators).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn split_and(text: &str) -> Vec<String> {
    let spaced = text.replace(" & ", " and ").replace(" et ", " and ");
    spaced.split(" and ").map(|part| part.trim().to_owned()).collect()
}

fn split_bars(text: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '|' if !escaped => items.push(String::new()),
            c => items.last_mut().into_iter().for_each(|item| item.push(c)),
        }
        escaped = false;
    }
    items.retain(|item| !item.is_empty());
    items
}

/// Writes a list into one cell of Banyan's own form.
pub(super) fn join_bars<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let escaped = items.into_iter().map(|item| item.replace('\\', r"\\").replace('|', r"\|"));
    escaped.collect::<Vec<_>>().join("|")
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
    use crate::country::Country;
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

    fn check_words(text: &str, expected: &[&str]) {
        let known = |word: &str| Country::find(word).is_some();
        assert_eq!(split_words(text, Form::Foreign, known), expected, "{text}");
    }

    /// Lists of words are split where they must be, and names of several words stay whole.
    #[test]
    fn lists_of_words_are_split() {
        check_words("Mali", &["Mali"]);
        check_words("Mali, Niger ; Tchad\nBénin", &["Mali", "Niger", "Tchad", "Bénin"]);
        check_words("Mali et Niger", &["Mali", "Niger"]);
        check_words("Trinidad and Tobago", &["Trinidad and Tobago"]);
        check_words("CM/TD|SN", &["CM", "TD", "SN"]);
        check_words("Cameroun, Atlantide", &["Cameroun", "Atlantide"]);
        check_words(" , ", &[]);
    }

    /// Names keep their commas.
    #[test]
    fn names_keep_their_commas() {
        assert_eq!(
            split_names("Gavi, the Vaccine Alliance; GAVI", Form::Foreign),
            ["Gavi, the Vaccine Alliance", "GAVI"]
        );
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
        for (text, expected) in [("250000", 250_000), ("1 000 000", 1_000_000), ("1,500", 1_500), ("-3", -3)] {
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

        /// A written list reads back, whatever its items hold.
        #[test]
        fn lists_read_back(items in proptest::collection::vec("[|\\\\a,; ]{1,5}", 0..4)) {
            let cell = join_bars(items.iter().map(String::as_str));
            prop_assert_eq!(split_names(&cell, Form::Banyan), items);
        }
    }
}
