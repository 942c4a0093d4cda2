//! What becomes of rows, one sentence each.

use super::super::{Meaning, guess};
use super::*;
use crate::identifier::StakeholderId;
use crate::stakeholder::{DetailDraft, OrganizationType, StakeholderKind};
use crate::text::Locale;
use uuid::Uuid;

fn stored(number: u128) -> Who {
    Who::Stored(StakeholderId(Uuid::from_u128(number)))
}

fn register() -> Register {
    let entry = |number, kind, slug: &str, main: &[&str], other: &[&str]| Entry {
        who: stored(number),
        kind,
        slug: slug.into(),
        main: main.iter().map(|name| (*name).to_owned()).collect(),
        other: other.iter().map(|name| (*name).to_owned()).collect(),
    };
    let organization = StakeholderKind::Organization;
    Register::new([
        entry(1, organization, "who", &["World Health Organization"], &["WHO", "OMS"]),
        entry(2, StakeholderKind::GlobalGood, "openmrs", &["OpenMRS"], &[]),
        entry(3, organization, "arc", &["African Risk Capacity"], &["ARC"]),
        entry(4, organization, "baobab-ml", &["Baobab"], &[]),
        entry(5, organization, "baobab-sn", &["Baobab"], &[]),
    ])
}

fn sheet(rows: &[&str]) -> Sheet {
    let cells = |row: &&str| row.split(" |").map(|cell| cell.trim().to_owned()).collect();
    Sheet::parse(rows.iter().map(cells).collect()).unwrap()
}

fn planned(rows: &[&str], decisions: &[Decision]) -> Vec<StakeholderRow> {
    let sheet = sheet(rows);
    plan_stakeholders(&sheet, &guess(&sheet), decisions, &mut register(), &|| Ok(())).unwrap()
}

fn check(rows: &[&str], expected: &[Outcome]) {
    let outcomes: Vec<Outcome> = planned(rows, &[]).into_iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, expected);
}

/// A row is matched by name, alias or acronym with somebody of its own kind, else created.
#[test]
fn rows_are_matched_or_created() {
    check(
        &[
            "Nom | Type",
            "OMS | Multilatéral",
            "OpenMRS | Fondation",
            "openmrs | Logiciel",
            "Acadys | ONG",
        ],
        &[
            Outcome::Match { who: stored(1), why: Why::OtherName },
            Outcome::Create,
            Outcome::Match { who: stored(2), why: Why::Slug },
            Outcome::Create,
        ],
    );
}

/// A refused cell is named by row and position, and all faults of the row come together.
#[test]
fn refused_cells_are_named() {
    let rows =
        planned(&["Name | Type | Country", "X | NGO | Atlantis", "Other | Bailleur | CM"], &[]);
    let told: Vec<_> = rows
        .iter()
        .flat_map(|row| match &row.outcome {
            Outcome::Reject { refusals } => refusals.clone(),
            _ => Vec::new(),
        })
        .map(|refused| (refused.row, refused.cell, refused.refusal.code))
        .collect();
    assert_eq!(
        told,
        [
            (2, Some(2), RefusalCode::UnknownCountry),
            (3, Some(1), RefusalCode::UnknownWord),
            (3, Some(0), RefusalCode::Required),
        ]
    );
}

/// A missing type is assumed and shown; a person corrects it for all such rows at once.
#[test]
fn a_missing_type_is_assumed_and_correctable() {
    let sheet = sheet(&["Name | Type", "Acadys | n/a"]);
    let mut settings = guess::<StakeholderColumn>(&sheet);
    let organization_type = |rows: &[StakeholderRow]| match rows[0].record.draft.detail {
        DetailDraft::Organization { organization_type, .. } => organization_type,
        _ => panic!("not an organization"),
    };
    let rows = plan_stakeholders(&sheet, &settings, &[], &mut register(), &|| Ok(())).unwrap();
    assert_eq!(rows[0].outcome, Outcome::Create);
    assert_eq!(organization_type(&rows), OrganizationType::Other);
    assert_eq!(rows[0].assumed, [StakeholderColumn::Kind, StakeholderColumn::Type]);
    assert!(rows[0].record.draft.unresolved.is_empty());
    let correction = |text: &str| Meaning {
        column: StakeholderColumn::Type,
        text: text.into(),
        reading: "FIRM_IMPLEMENTER".into(),
    };
    settings.meanings.push(correction("N/A"));
    let rows = plan_stakeholders(&sheet, &settings, &[], &mut register(), &|| Ok(())).unwrap();
    assert_eq!(organization_type(&rows), OrganizationType::FirmImplementer);
    assert_eq!(rows[0].assumed, []);
}

/// Two spellings of one partner in one sheet are one stakeholder when the acronym says so, and the
/// later row adds what the earlier one does not say.
#[test]
fn two_spellings_of_one_partner_become_one() {
    let rows = planned(
        &[
            "Nom | Pays | Site web",
            "Clinton Health Access Initiative (CHAI) | Cameroun | ",
            "CHAI | Mali | chai.example.org",
        ],
        &[],
    );
    assert_eq!(rows[1].outcome, Outcome::Match { who: Who::Row(2), why: Why::OtherName });
    let first = &rows[0].record.draft;
    assert_eq!(first.names[&Locale::Fr], "Clinton Health Access Initiative");
    assert_eq!(first.acronym, "CHAI");
    assert_eq!(first.website, "https://chai.example.org");
    assert_eq!(rows[1].left_out, [StakeholderColumn::Country]);
}

/// A close spelling is suggested and never taken; a person's decision is.
#[test]
fn close_spellings_are_suggested() {
    let sheet = ["Nom", "Bluesquare", "BlueSquare SA"];
    let rows = planned(&sheet, &[]);
    assert_eq!(rows[1].outcome, Outcome::Create);
    assert_eq!(rows[1].suggestions[0].who, Who::Row(2));
    assert_eq!(rows[1].suggestions[0].why, Why::Core);
    let decided = planned(&sheet, &[Decision { row: 3, choice: Choice::Same(Who::Row(2)) }]);
    assert_eq!(decided[1].outcome, Outcome::Match { who: Who::Row(2), why: Why::Decided });
    assert_eq!(decided[0].record.draft.aliases, ["BlueSquare SA"]);
    let skipped = planned(&sheet, &[Decision { row: 3, choice: Choice::Skip }]);
    assert_eq!(skipped[1].outcome, Outcome::Skip);
}

/// Two bodies that share an acronym are not made one; two that share a name must be told apart.
#[test]
fn shared_acronyms_and_names_are_for_a_person() {
    let rows = planned(&["Name | Acronym", "American Red Cross | ARC", "Baobab | "], &[]);
    assert_eq!(rows[0].outcome, Outcome::Create);
    assert_eq!(
        (rows[0].suggestions[0].who, rows[0].suggestions[0].why),
        (stored(3), Why::OtherName)
    );
    let Outcome::Reject { refusals } = &rows[1].outcome else { panic!("{:?}", rows[1].outcome) };
    assert_eq!(refusals[0].refusal.code, RefusalCode::Ambiguous);
    assert_eq!(refusals[0].refusal.missing, ["baobab-ml", "baobab-sn"]);
    assert_eq!(rows[1].suggestions.len(), 2);
    let decided =
        planned(&["Name", "Baobab"], &[Decision { row: 2, choice: Choice::Same(stored(5)) }]);
    assert_eq!(decided[0].outcome, Outcome::Match { who: stored(5), why: Why::Decided });
}

/// A decision never joins two kinds.
#[test]
fn a_decision_never_joins_two_kinds() {
    let decided =
        planned(&["Name", "OpenMRS"], &[Decision { row: 2, choice: Choice::Same(stored(2)) }]);
    assert!(
        matches!(&decided[0].outcome, Outcome::Reject { refusals } if refusals[0].refusal.code == RefusalCode::NotFound)
    );
}

/// A row that repeats an earlier row's short name and kind adds a piece of evidence to it.
#[test]
fn repeated_rows_add_evidence() {
    let heading = "slug | kind | type | name_en | evidence_source | evidence_locator | evidence_inferred | source_title";
    let rows = planned(
        &[
            heading,
            "toumai | GROUP | SUBCOMMUNITY | Toumai | N | line 23 | yes | Notes",
            "toumai | GROUP | | | N | line 128 | | ",
        ],
        &[],
    );
    assert_eq!(rows[1].outcome, Outcome::Match { who: Who::Row(2), why: Why::Slug });
    assert_eq!(rows[1].left_out, []);
    let told: Vec<_> =
        rows[0].evidence.iter().map(|e| (e.row, e.draft.locator.as_str(), e.inferred)).collect();
    assert_eq!(told, [(2, "line 23", true), (3, "line 128", false)]);
    let rows = planned(
        &[
            heading,
            "toumai | GROUP | SUBCOMMUNITY | Toumai | N | | | Notes",
            "ptd | ORGANIZATION | OTHER | PtD | N | | | Other notes",
        ],
        &[],
    );
    assert!(
        matches!(&rows[1].outcome, Outcome::Reject { refusals } if refusals[0].cell == Some(4))
    );
}

/// A plan that nobody waits for any more ends before its next row.
#[test]
fn a_plan_ends_when_nobody_waits() {
    let sheet = sheet(&["Name", "One", "Two", "Three"]);
    let asked = std::cell::Cell::new(0);
    let waiting = || {
        asked.set(asked.get() + 1);
        if asked.get() < 3 { Ok(()) } else { Err(Stopped) }
    };
    let planned = plan_stakeholders(&sheet, &guess(&sheet), &[], &mut register(), &waiting);
    assert_eq!((planned, asked.get()), (Err(Stopped), 3));
}
