//! What the columns of a sheet mean, guessed from its headings in English and French.

use super::Sheet;
use super::capability::CapabilityColumn;
use super::cell::is_nothing;
use super::column::{DateForm, Form, Settings, SheetColumn, Table, heading};
use super::relationship::RelationshipColumn;
use crate::text::{Locale, fold};
use crate::vocabulary::Tongue;

/// Which table a sheet most probably is: one that says from whom and to whom is of relationships, one
/// that says who gives which service for what is of capabilities.
pub fn guess_table(sheet: &Sheet) -> Table {
    use CapabilityColumn::{Good, Provider, Service};
    use RelationshipColumn::{From, To};
    if has(sheet, &[From, To]) {
        return Table::Relationships;
    }
    match has(sheet, &[Provider, Good, Service]) {
        true => Table::Capabilities,
        false => Table::Stakeholders,
    }
}

/// Whether the headings of a sheet name all of these columns.
fn has<C: SheetColumn>(sheet: &Sheet, wanted: &[C]) -> bool {
    let columns = guess_columns::<C>(&sheet.heading);
    wanted.iter().all(|column| columns.contains(&Some(*column)))
}

/// The settings that a sheet's own headings and cells suggest.
pub fn guess<C: SheetColumn>(sheet: &Sheet) -> Settings<C> {
    let own = |text: &String| C::ALL.iter().any(|column| heading(*column) == text.trim());
    let form = if sheet.heading.iter().filter(|text| own(text)).count() >= 3 {
        Form::Banyan
    } else {
        Form::Foreign
    };
    let columns = match form {
        Form::Banyan => sheet
            .heading
            .iter()
            .map(|text| C::ALL.iter().copied().find(|column| heading(*column) == text.trim()))
            .collect(),
        Form::Foreign => guess_columns(&sheet.heading),
    };
    let dates = if form == Form::Foreign { guess_dates(sheet, &columns) } else { DateForm::Iso };
    Settings {
        form,
        dates,
        locale: guess_locale(&sheet.heading, &columns),
        columns,
        meanings: Vec::new(),
    }
}

/// First the headings that are exactly a known one, then those that hold one among other words.
fn guess_columns<C: SheetColumn>(headings: &[String]) -> Vec<Option<C>> {
    let folded: Vec<String> = headings.iter().map(|text| fold(text)).collect();
    let mut free: Vec<Known<C>> = C::ALL.iter().copied().map(Known::new).collect();
    let mut columns = vec![None; folded.len()];
    for exact in [true, false] {
        for (text, column) in folded.iter().zip(&mut columns) {
            if column.is_some() || text.is_empty() {
                continue;
            }
            let found = match exact {
                true => free.iter().position(|known| known.names.contains(text)),
                false => longest_within(&free, text),
            };
            *column = found.map(|index| free.remove(index).column);
        }
    }
    columns
}

/// A column with every heading that it is known by, folded once for all headings of a sheet.
struct Known<C> {
    column: C,
    names: Vec<String>,
}

impl<C: SheetColumn> Known<C> {
    fn new(column: C) -> Self {
        Self { column, names: names(column).collect() }
    }
}

/// Every heading that a column is known by, folded.
fn names<C: SheetColumn>(column: C) -> impl Iterator<Item = String> {
    let labels = [column.code(), column.label(Tongue::En), column.label(Tongue::Fr)].map(fold);
    let synonyms = column.synonyms();
    labels.into_iter().chain(synonyms.en.iter().chain(synonyms.fr).map(|name| (*name).to_owned()))
}

/// Which column has the longest known heading all of whose words stand in the text; the last one
/// of several as long.
fn longest_within<C>(known: &[Known<C>], text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let stands = |name: &&String| name.split(' ').all(|word| words.contains(&word));
    let longest = |known: &Known<C>| known.names.iter().filter(stands).map(String::len).max();
    let lengths = known.iter().enumerate();
    lengths
        .filter_map(|(index, known)| Some((longest(known)?, index)))
        .max_by_key(|(length, _)| *length)
        .map(|(_, index)| index)
}

/// The language that more of the assigned headings are written in.
fn guess_locale<C: SheetColumn>(headings: &[String], columns: &[Option<C>]) -> Locale {
    let mut french = 0i32;
    for (text, column) in headings.iter().zip(columns) {
        let Some(column) = column else { continue };
        let text = fold(text);
        let among = |label: &str, synonyms: &[&str]| {
            let words: Vec<&str> = text.split(' ').collect();
            std::iter::once(fold(label))
                .chain(synonyms.iter().map(|name| (*name).to_owned()))
                .any(|name| name.split(' ').all(|word| words.contains(&word)))
        };
        let synonyms = column.synonyms();
        french += i32::from(among(column.label(Tongue::Fr), synonyms.fr));
        french -= i32::from(among(column.label(Tongue::En), synonyms.en));
    }
    if french > 0 { Locale::Fr } else { Locale::En }
}

/// Day first as soon as one date cell is written with strokes or full stops.
fn guess_dates<C: SheetColumn>(sheet: &Sheet, columns: &[Option<C>]) -> DateForm {
    let dated = |index: &usize| columns[*index].is_some_and(SheetColumn::holds_dates);
    let indexes: Vec<usize> = (0..columns.len()).filter(dated).collect();
    let mut cells = sheet.rows.iter().flat_map(|row| indexes.iter().map(|index| row.cell(*index)));
    match cells.any(|cell| !is_nothing(cell, Form::Foreign) && cell.contains(['/', '.'])) {
        true => DateForm::DayFirst,
        false => DateForm::Iso,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::stakeholder::StakeholderColumn;

    fn sheet(heading: &[&str], rows: &[&[&str]]) -> Sheet {
        let owned =
            |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
        Sheet::parse(
            std::iter::once(owned(heading)).chain(rows.iter().map(|row| owned(row))).collect(),
        )
        .unwrap()
    }

    fn check_distinct<C: SheetColumn>() {
        for column in C::ALL {
            for name in names(*column) {
                assert_eq!(fold(&name), name, "{name} is not folded");
                let others: Vec<C> =
                    C::ALL.iter().copied().filter(|c| names(*c).any(|n| n == name)).collect();
                assert_eq!(others, [*column], "{name}");
            }
        }
    }

    /// Every code, label and synonym leads to one column only.
    #[test]
    fn headings_lead_to_one_column() {
        check_distinct::<StakeholderColumn>();
        check_distinct::<RelationshipColumn>();
        check_distinct::<CapabilityColumn>();
    }

    fn check(heading: &[&str], expected: &[Option<StakeholderColumn>], locale: Locale) {
        let settings = guess::<StakeholderColumn>(&sheet(heading, &[]));
        assert_eq!(settings.columns, expected, "{heading:?}");
        assert_eq!(settings.locale, locale, "{heading:?}");
    }

    /// Headings are understood in English and French, accents, capitals and further words or not.
    #[test]
    fn headings_are_understood_in_both_languages() {
        use StakeholderColumn::{
            Acronym, Aliases, Country, Languages, Name, NameFr, Summary, Type, Website,
        };
        check(
            &["Organisation", "Type", "Country", "Web site", "Comments"],
            &[Some(Name), Some(Type), Some(Country), Some(Website), None],
            Locale::En,
        );
        check(
            &[
                "Nom du partenaire",
                "SIGLE",
                "Type d’organisme",
                "Pays",
                "Langues de travail",
                "Présentation",
            ],
            &[Some(Name), Some(Acronym), Some(Type), Some(Country), Some(Languages), Some(Summary)],
            Locale::Fr,
        );
        check(
            &["Name", "Nom (français)", "Also known as"],
            &[Some(Name), Some(NameFr), Some(Aliases)],
            Locale::En,
        );
    }

    /// Banyan's own headings are taken word for word, and nothing is guessed then.
    #[test]
    fn own_headings_are_taken_word_for_word() {
        let own =
            sheet(&["slug", "kind", "name_en", "evidence"], &[&["x", "GROUP", "31/12/2024", ""]]);
        let settings = guess::<StakeholderColumn>(&own);
        assert_eq!(settings.form, Form::Banyan);
        assert_eq!(settings.columns[3], None);
        assert_eq!(settings.dates, DateForm::Iso);
    }

    /// A sheet that says from whom to whom is of relationships, whatever tool wrote it; one that says
    /// who gives what for which good is of capabilities.
    #[test]
    fn tables_are_told_apart() {
        for heading in
            [&["From", "To", "Type"], &["Source", "Target", "Weight"], &["De", "Relation", "Vers"]]
        {
            assert_eq!(guess_table(&sheet(heading, &[])), Table::Relationships, "{heading:?}");
        }
        for heading in [
            &["Provider", "Good", "Service", "Level"],
            &["Organisation", "Logiciel", "Prestation", "Pays"],
        ] {
            assert_eq!(guess_table(&sheet(heading, &[])), Table::Capabilities, "{heading:?}");
        }
        for heading in [&["Nom", "Type", "Pays"], &["Organisation", "Services", "Site web"]] {
            assert_eq!(guess_table(&sheet(heading, &[])), Table::Stakeholders, "{heading:?}");
        }
    }

    /// One date with strokes makes the whole file day first.
    #[test]
    fn dates_are_guessed_for_the_whole_file() {
        let relationships = |cell| {
            let sheet = sheet(&["From", "To", "Since"], &[&["a", "b", "2020"], &["a", "b", cell]]);
            guess::<RelationshipColumn>(&sheet).dates
        };
        assert_eq!(relationships("03/2021"), DateForm::DayFirst);
        assert_eq!(relationships("n/a"), DateForm::Iso);
    }
}
