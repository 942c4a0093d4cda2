//! Whether what was recorded since a sheet was planned can change what becomes of its rows.

use super::Request;
use crate::snapshot::View;
use domain::sheet::{Choice, Table, Who};
use domain::text::fold;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeSet;

/// Whether the plan made before may be wrong now: one moved of those that the sheet is about, or
/// somebody moved whom the sheet may name. It says yes too often rather than no.
pub(super) fn matters(request: &Request, before: &View, now: &View) -> bool {
    let same = match request.table {
        Table::Stakeholders => true,
        Table::Relationships => now.has_same_relationships(before),
        Table::Capabilities => now.has_same_capabilities(before),
    };
    if !same || !now.has_same_communities(before) {
        return true;
    }
    let moved = now.moved_stakeholders(before);
    if moved.is_empty() {
        return false;
    }
    let words = words(request);
    moved.iter().any(|row| is_decided(request, row) || is_named(&words, row))
}

/// Whether a person said that a row is this stakeholder.
fn is_decided(request: &Request, row: &Stakeholder) -> bool {
    let same = Choice::Same(Who::Stored(row.id));
    request.decisions.iter().any(|decision| decision.choice == same)
}

/// Whether all words of one of its names stand somewhere in the sheet.
fn is_named(words: &BTreeSet<String>, row: &Stakeholder) -> bool {
    let names = row.names.values().chain(&row.aliases).chain(&row.acronym);
    let ids = row.external_ids.iter().map(|id| &id.value);
    // A number at the end of a short name only tells it from others.
    let slug = row.slug.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
    names.chain(ids).any(|name| says(words, name)) || slug.is_empty() || says(words, slug)
}

fn says(words: &BTreeSet<String>, name: &str) -> bool {
    let folded = fold(name);
    words.contains(&folded.replace(' ', "")) || folded.split(' ').all(|word| words.contains(word))
}

/// Every word of the sheet, and every cell as one word, for letters that stand apart as in O.I.T.
fn words(request: &Request) -> BTreeSet<String> {
    let is_end = |letter: char| "\t\r\n,;|()\"".contains(letter);
    let texts = std::iter::once(&request.text).chain(request.defaults.values());
    let mut words = BTreeSet::new();
    for piece in texts.flat_map(|text| text.split(is_end)) {
        let folded = fold(piece);
        words.insert(folded.replace(' ', ""));
        words.extend(folded.split(' ').map(str::to_owned));
    }
    words.remove("");
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Locale;
    use std::collections::BTreeMap;

    fn check(text: &str, name: &str, expected: bool) {
        let request = Request {
            community: None,
            table: Table::Stakeholders,
            file_name: String::new(),
            text: text.to_owned(),
            columns: None,
            dates: None,
            defaults: BTreeMap::from([("owner".to_owned(), "Ministère".to_owned())]),
            decisions: Vec::new(),
            locale: Locale::En,
        };
        assert_eq!(says(&words(&request), name), expected, "{text:?} {name:?}");
    }

    /// Whoever the sheet may name is seen in it, however the name is written.
    #[test]
    fn names_are_seen_in_the_sheet() {
        check("Nom\nAcadys;Mali", "ACADYS", true);
        check("Nom\nOrganisation (O.I.T.)", "OIT", true);
        check("Nom\nOIT", "O. I. T.", true);
        check("Nom\na|World Health Organization", "Organization, World Health", true);
        check("Nom\nBaobab", "ministere", true);
        check("Nom\nAcadys", "Acadys Mali", false);
        check("Nom\nAcadys", "Gavi", false);
    }
}
