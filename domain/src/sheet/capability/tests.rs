//! What becomes of rows about capabilities, one sentence each.

use super::*;
use crate::refusal::RefusalCode;
use crate::sheet::register::Entry;
use crate::sheet::{Table, guess, guess_table};
use uuid::Uuid;

fn stored(number: u128) -> Who {
    Who::Stored(StakeholderId(Uuid::from_u128(number << 64)))
}

fn register() -> Register {
    use StakeholderKind::{GlobalGood, Group, Organization, Place};
    let entry = |number, kind, slug: &str, name: &str| Entry {
        who: stored(number),
        kind,
        slug: slug.into(),
        main: vec![name.into()],
        other: Vec::new(),
    };
    Register::new([
        entry(1, Organization, "openmrs-inc", "OpenMRS"),
        entry(2, GlobalGood, "openmrs", "OpenMRS"),
        entry(3, Group, "hub", "Regional hub"),
        entry(4, GlobalGood, "dhis2", "DHIS2"),
        entry(5, Place, "mali", "Mali"),
    ])
}

fn sheet(rows: &[&str]) -> Sheet {
    let cells = |row: &&str| row.split(',').map(|cell| cell.trim().to_owned()).collect();
    Sheet::parse(rows.iter().map(cells).collect()).unwrap()
}

fn planned_beside(
    rows: &[&str],
    stored: &HashMap<CapabilityKey, CapabilityId>,
) -> Vec<CapabilityRow> {
    let sheet = sheet(rows);
    plan_capabilities(&sheet, &guess(&sheet), &register(), stored, &|| Ok(())).unwrap()
}

fn planned(rows: &[&str]) -> Vec<CapabilityRow> {
    planned_beside(rows, &HashMap::new())
}

fn facts(row: &CapabilityRow) -> CapabilityFacts {
    let CapabilityOutcome::Create(ends) = row.outcome else { panic!("{:?}", row.outcome) };
    row.record.as_ref().unwrap().draft(&ends, placeholder).parse().unwrap()
}

fn refused(row: &CapabilityRow) -> Vec<(RefusalCode, Option<usize>)> {
    match &row.outcome {
        CapabilityOutcome::Reject { refusals } => {
            refusals.iter().map(|refusal| (refusal.refusal.code, refusal.cell)).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// Headings and cells are understood in both languages; one row may name several services, and a
/// name that a good shares with a body means whichever can stand there.
#[test]
fn rows_become_capabilities() {
    let rows = [
        "Prestataire,Bien commun,Prestation,Niveau,Pays,Langues,Valable jusqu’au",
        "OpenMRS,OpenMRS,formation; hébergement,2,Sénégal / CM,français,31/01/2027",
        "Regional hub,dhis2,assistance,,,,",
    ];
    assert_eq!(guess_table(&sheet(&rows)), Table::Capabilities);
    let rows = planned(&rows);
    let told: Vec<_> = rows.iter().map(facts).collect();
    assert_eq!(told.len(), 3);
    assert_eq!((told[0].service, told[1].service), (ServiceKind::Training, ServiceKind::Hosting));
    assert_eq!((placeholder(stored(1)), placeholder(stored(2))), (told[0].provider, told[0].good));
    assert_eq!((told[0].level, told[0].countries.join("|")), (Some(2), "CM|SN".to_owned()));
    assert_eq!(told[0].expires_on.map(|day| day.to_string()).as_deref(), Some("2027-01-31"));
}

/// An empty cell is not recorded: neither level 0 nor everywhere.
#[test]
fn what_is_not_said_is_not_recorded() {
    let rows = planned(&["Provider,Good,Service,Level", "hub,dhis2,helpdesk,", "hub,dhis2,data,0"]);
    let (silent, stated) = (facts(&rows[0]), facts(&rows[1]));
    assert_eq!((silent.level, stated.level), (None, Some(0)));
    assert!(silent.countries.is_empty() && silent.languages.is_empty());
    assert_eq!((silent.expires_on, silent.note), (None, None));
}

/// What is wrong is refused at its cell, everything at once.
#[test]
fn faults_are_told_at_their_cells() {
    let rows = planned(&[
        "Provider,Good,Service,Level,Countries,Languages,Expires on",
        "Atlantis,dhis2,training,,,,",
        "mali,hub,training,7,Atlantis,Klingon,2027",
        ",dhis2,,expert,,,",
        "hub,dhis2,training and catering,,,,",
    ]);
    assert_eq!(refused(&rows[0]), [(RefusalCode::NotFound, Some(0))]);
    assert_eq!(
        refused(&rows[1]),
        [
            (RefusalCode::FieldNotAllowed, Some(0)),
            (RefusalCode::FieldNotAllowed, Some(1)),
            (RefusalCode::OutOfRange, Some(3)),
            (RefusalCode::UnknownCountry, Some(4)),
            (RefusalCode::UnknownLanguage, Some(5)),
            (RefusalCode::MalformedDate, Some(6)),
        ]
    );
    assert_eq!(
        refused(&rows[2]),
        [
            (RefusalCode::Required, Some(2)),
            (RefusalCode::Required, Some(0)),
            (RefusalCode::UnknownWord, Some(3)),
        ]
    );
    assert_eq!(refused(&rows[3]), [(RefusalCode::UnknownWord, Some(2))]);
}

/// The same of the same for the same in the same places is one capability, whatever else the rows
/// say; elsewhere it is another one.
#[test]
fn the_same_is_one_capability() {
    let heading =
        "provider,good,service,level,countries,community,evidence_source,evidence_locator";
    let rows = planned(&[
        heading,
        "hub,dhis2,TRAINING,2,CM|SN,,Report,p. 1",
        "hub,dhis2,TRAINING,2,SN|CM,,Report,p. 2",
        "hub,dhis2,TRAINING,2,CM,,,",
        "hub,dhis2,TRAINING,1,CM|SN,openIMIS,,",
    ]);
    assert_eq!(
        rows.iter().map(|row| row.numbers.clone()).collect::<Vec<_>>(),
        [vec![2, 3], vec![4], vec![5]]
    );
    assert_eq!(rows[0].evidence.len(), 2);
    let id = CapabilityId(Uuid::from_u128(7));
    let known = HashMap::from([(CapabilityKey::of(&facts(&rows[0])), id)]);
    let again = planned_beside(&[heading, "hub,dhis2,TRAINING,4,SN|CM,openIMIS,,"], &known);
    assert!(matches!(again[0].outcome, CapabilityOutcome::Match { id: found, .. } if found == id));
}
