//! What becomes of rows about relationships, one sentence each.

use super::*;
use crate::refusal::RefusalCode;
use crate::sheet::register::Entry;
use crate::sheet::{Register, Sheet, guess, sources};
use crate::stakeholder::StakeholderKind;
use std::collections::HashMap;
use uuid::Uuid;

fn stored(number: u128) -> Who {
    Who::Stored(StakeholderId(Uuid::from_u128(number << 64)))
}

fn register() -> Register {
    use StakeholderKind::{GlobalGood, Group, Organization};
    let entry = |number, kind, slug: &str, name: &str| Entry {
        who: stored(number),
        kind,
        slug: slug.into(),
        main: vec![name.into()],
        other: Vec::new(),
    };
    Register::new([
        entry(1, Organization, "usaid", "USAID"),
        entry(2, GlobalGood, "openmrs", "OpenMRS"),
        entry(3, Organization, "openmrs-inc", "OpenMRS"),
        entry(4, Group, "council", "Donor Council"),
        entry(5, GlobalGood, "dhis2", "DHIS2"),
    ])
}

fn planned(rows: &[&str]) -> Vec<RelationshipRow> {
    planned_beside(rows, &HashMap::new())
}

fn planned_beside(
    rows: &[&str],
    stored: &HashMap<RelationshipKey, RelationshipId>,
) -> Vec<RelationshipRow> {
    let cells = |row: &&str| row.split(',').map(|cell| cell.trim().to_owned()).collect();
    let sheet = Sheet::parse(rows.iter().map(cells).collect()).unwrap();
    plan_relationships(&sheet, &guess(&sheet), &register(), stored, &|| Ok(())).unwrap()
}

fn ends(row: &RelationshipRow) -> (Who, Who) {
    match row.outcome {
        RelationshipOutcome::Create(ends) => (ends.source.who, ends.target.who),
        ref other => panic!("{other:?}"),
    }
}

fn refused(row: &RelationshipRow) -> Vec<(RefusalCode, Option<usize>, Vec<String>)> {
    match &row.outcome {
        RelationshipOutcome::Reject { refusals } => {
            refusals.iter().map(|r| (r.refusal.code, r.cell, r.refusal.missing.clone())).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// A relationship reads forwards and backwards, to several targets, and is proposed unless said.
#[test]
fn rows_become_relationships() {
    let rows =
        planned(&["De,Relation,Vers", "USAID,finance,DHIS2|council", "dhis2,financé par,USAID"]);
    assert_eq!(rows.len(), 2);
    assert_eq!(ends(&rows[0]), (stored(1), stored(5)));
    assert_eq!(ends(&rows[1]), (stored(1), stored(4)));
    assert_eq!(rows[0].numbers, [2, 3]);
    assert_eq!(rows[0].record.as_ref().unwrap().state, RelationshipState::Proposed);
    assert_eq!(rows[0].assumed, [Column::State]);
}

/// Where a name means several, the kind of relationship decides if it can, else a person.
#[test]
fn the_matrix_tells_namesakes_apart() {
    let rows =
        planned(&["From,Relationship,To", "USAID,SEAT_ON,council", "OpenMRS,STEWARDS,OpenMRS"]);
    assert_eq!(ends(&rows[1]), (stored(3), stored(2)));
    let rows = planned(&["From,Relationship,To", "USAID,FUNDS,OpenMRS"]);
    let choices = vec!["openmrs".to_owned(), "openmrs-inc".to_owned()];
    assert_eq!(refused(&rows[0]), [(RefusalCode::Ambiguous, Some(2), choices)]);
}

/// Whom nobody knows is refused at its cell, with whom it may be.
#[test]
fn unknown_ends_are_refused_at_their_cell() {
    let rows = planned(&["From,To,Type", "USAIDS,Atlantis,FUNDS", "USAID,dhis2,likes", ",dhis2,"]);
    assert_eq!(
        refused(&rows[0]),
        [
            (RefusalCode::NotFound, Some(0), vec!["usaid".to_owned()]),
            (RefusalCode::NotFound, Some(1), Vec::new()),
        ]
    );
    assert_eq!(refused(&rows[1])[0].0, RefusalCode::UnknownWord);
    assert_eq!(refused(&rows[1])[0].1, Some(2));
    let codes: Vec<_> = refused(&rows[2]).into_iter().map(|(code, cell, _)| (code, cell)).collect();
    assert_eq!(codes, [(RefusalCode::Required, Some(0)), (RefusalCode::Required, Some(2))]);
}

/// What the rules of relationships refuse is refused at its cell: matrix, dates, money.
#[test]
fn the_rules_of_relationships_hold() {
    let rows = planned(&[
        "From,Relationship,To,State,Until,Amount",
        "usaid,SEAT_ON,dhis2,,,",
        "usaid,FUNDS,dhis2,ended,,",
        "usaid,FUNDS,dhis2,,,12 000",
        "usaid,FUNDS,dhis2,,2024,beaucoup",
    ]);
    let told: Vec<_> = rows.iter().map(|row| (refused(row)[0].0, refused(row)[0].1)).collect();
    assert_eq!(
        told,
        [
            (RefusalCode::OutsideMatrix, Some(1)),
            (RefusalCode::EndDateRequired, Some(4)),
            (RefusalCode::CurrencyWithAmount, None),
            (RefusalCode::MalformedNumber, Some(5)),
        ]
    );
}

/// A row that repeats a relationship adds a piece of evidence; a source is described once.
#[test]
fn repeated_rows_add_evidence() {
    let heading = "from,kind,to,state,evidence_source,evidence_locator,evidence_stance,evidence_inferred,source_title,source_url";
    let rows = planned(&[
        heading,
        "usaid,FUNDS,dhis2,CONFIRMED,N,line 1,SUPPORTS,yes,Notes,https://example.org",
        "usaid,FUNDS,dhis2,CONFIRMED,N,line 2,DISPUTES,,,",
    ]);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].numbers, [2, 3]);
    let told: Vec<_> =
        rows[0].evidence.iter().map(|e| (e.draft.locator.as_str(), e.inferred)).collect();
    assert_eq!(told, [("line 1", true), ("line 2", false)]);
    let sources = sources(rows.iter().flat_map(|row| &row.evidence));
    assert_eq!((sources.len(), sources["N"].title.as_str()), (1, "Notes"));
    let rows = planned(&[
        heading,
        "usaid,FUNDS,dhis2,CONFIRMED,N,line 1,SUPPORTS,,Notes,",
        "usaid,FUNDS,openmrs,CONFIRMED,N,line 1,SUPPORTS,,Other notes,",
        "usaid,FUNDS,council,CONFIRMED,,line 1,,,,",
    ]);
    assert_eq!(refused(&rows[1])[0].0, RefusalCode::Duplicate);
    assert_eq!((refused(&rows[2])[0].0, refused(&rows[2])[0].1), (RefusalCode::Required, Some(4)));
}

/// A relationship that is stored already is not created again.
#[test]
fn stored_relationships_are_matched() {
    let rows = ["From,Relationship,To,Since", "usaid,FUNDS,dhis2,2019"];
    let first = planned(&rows).remove(0);
    let RelationshipOutcome::Create(ends) = first.outcome else { panic!("{:?}", first.outcome) };
    let facts = first.record.unwrap().draft(&ends, placeholder).parse().unwrap();
    let id = RelationshipId(Uuid::from_u128(7));
    let stored = HashMap::from([(RelationshipKey::of(&facts), id)]);
    assert_eq!(planned_beside(&rows, &stored)[0].outcome, RelationshipOutcome::Match { id, ends });
    let later = ["From,Relationship,To,Since", "usaid,FUNDS,dhis2,2020"];
    assert!(matches!(planned_beside(&later, &stored)[0].outcome, RelationshipOutcome::Create(_)));
}
