//! How rows are read into drafts, one sentence each.

use super::*;
use crate::sheet::{Sheet, guess};
use crate::stakeholder::DetailDraft;

fn record(heading: &str, row: &str) -> (StakeholderRecord, Vec<(RefusalCode, String)>) {
    let cells = |row: &str| row.split(" |").map(|cell| cell.trim().to_owned()).collect();
    let sheet = Sheet::parse(vec![cells(heading), cells(row)]).unwrap();
    let read = read(&guess(&sheet), &sheet.rows[0]);
    let refusals = read.refusals.into_iter().map(|refusal| (refusal.code, refusal.field)).collect();
    (read.record, refusals)
}

/// Lists are split, several countries in the cell for one are countries of work, and a web address
/// may lack its beginning.
#[test]
fn cells_become_a_draft() {
    let (record, refusals) = record(
        "Partenaire | Sigle | Pays | Langues | Site web | Autres noms",
        "Réseau d’Asie | RDA | Népal, Laos | anglais et français | example.org | Réseau; R.A.",
    );
    assert_eq!(refusals, []);
    assert_eq!(record.draft.names, BTreeMap::from([(Locale::Fr, "Réseau d’Asie".to_owned())]));
    assert_eq!(record.draft.countries, ["Népal", "Laos"]);
    assert_eq!(record.draft.languages, ["anglais", "français"]);
    assert_eq!(record.draft.website, "https://example.org");
    assert_eq!(record.draft.aliases, ["Réseau", "R.A."]);
}

/// Which constituencies of a body should have a seat is read by either name of the column; that each
/// should have one is what is kept, so that another number is refused rather than lost.
#[test]
fn required_seats_are_constituencies() {
    let required = |heading: &str, cell: &str| {
        let (record, refusals) =
            record(&format!("Nom | Nature | {heading}"), &format!("X | groupe | {cell}"));
        let DetailDraft::Group { required_constituencies, .. } = record.draft.detail else {
            panic!("{:?}", record.draft.detail)
        };
        (required_constituencies.join("|"), refusals)
    };
    for heading in ["Required seats", "Sièges requis", "collèges requis", "required constituencies"]
    {
        let (read, refusals) = required(heading, "gouvernement: 1; ONG, réseaux");
        assert_eq!(
            (read.as_str(), refusals),
            ("gouvernement|ONG, réseaux", Vec::new()),
            "{heading}"
        );
    }
    let (read, refusals) = required("Required seats", "donors; NGO: 2");
    assert_eq!(read, "donors");
    assert_eq!(refusals, [(RefusalCode::OutOfRange, "requiredConstituencies".to_owned())]);
}

/// `NA` is Namibia where a country stands and nothing elsewhere.
#[test]
fn na_is_a_country_among_countries() {
    let (record, refusals) = record("Name | Acronym | Country", "X | NA | NA");
    assert_eq!(refusals, []);
    assert_eq!((record.draft.acronym.as_str(), record.draft.country.as_str()), ("", "NA"));
}

/// A cell that only another kind has is refused rather than lost.
#[test]
fn cells_of_other_kinds_are_refused() {
    let (_, refusals) = record("Name | Kind | Licence", "X | Organization | MIT");
    assert_eq!(refusals, [(RefusalCode::FieldNotAllowed, "licence".to_owned())]);
}

/// The type tells the kind; a kind without types takes none.
#[test]
fn the_type_tells_the_kind() {
    assert_eq!(record("Name | Type", "X | Comité").0.kind(), StakeholderKind::Group);
    assert_eq!(record("Name | Type", "X | Logiciel").0.kind(), StakeholderKind::GlobalGood);
    let (_, refusals) = record("Name | Kind | Type", "X | Personne | ONG");
    assert_eq!(refusals, [(RefusalCode::UnknownWord, "type".to_owned())]);
}
