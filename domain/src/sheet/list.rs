//! Cells that hold several things.

use super::column::Form;

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
    text.split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use proptest::prelude::*;

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

    proptest! {
        /// A written list reads back, whatever its items hold.
        #[test]
        fn lists_read_back(items in proptest::collection::vec("[|\\\\a,; ]{1,5}", 0..4)) {
            let cell = join_bars(items.iter().map(String::as_str));
            prop_assert_eq!(split_names(&cell, Form::Banyan), items);
        }
    }
}
