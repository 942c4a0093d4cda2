//! The rules of relationships, one sentence each.

use super::*;
use crate::text::slug;
use uuid::Uuid;

fn end(kind: StakeholderKind, number: u128) -> End {
    End { id: StakeholderId(Uuid::from_u128(number)), kind }
}

fn draft(
    kind: RelationshipKind,
    source: StakeholderKind,
    target: StakeholderKind,
) -> RelationshipDraft {
    RelationshipDraft {
        kind,
        source: end(source, 1),
        target: end(target, 2),
        valid_from: String::new(),
        valid_to: String::new(),
        state: RelationshipState::Proposed,
        strength: None,
        note: String::new(),
        extra: ExtraDraft::default(),
    }
}

fn funds() -> RelationshipDraft {
    draft(RelationshipKind::Funds, StakeholderKind::Organization, StakeholderKind::GlobalGood)
}

fn check(draft: RelationshipDraft, expected: &[(RefusalCode, &str)]) {
    let told = match draft.parse() {
        Ok(_) => Vec::new(),
        Err(refusals) => refusals,
    };
    let told: Vec<_> = told.iter().map(|r| (r.code, r.field.as_str())).collect();
    assert_eq!(told, expected);
}

/// A relationship outside the matrix is refused, and the refusal names what would be allowed.
#[test]
fn the_matrix_is_enforced() {
    let outside =
        draft(RelationshipKind::SeatOn, StakeholderKind::Organization, StakeholderKind::GlobalGood);
    let refusal = outside.parse().unwrap_err().remove(0);
    assert_eq!(refusal.code, RefusalCode::OutsideMatrix);
    assert!(refusal.missing.contains(&"FUNDS".to_owned()));
}

/// Nothing relates to itself: no self-funding.
#[test]
fn nothing_relates_to_itself() {
    let mut own = draft(
        RelationshipKind::Funds,
        StakeholderKind::Organization,
        StakeholderKind::Organization,
    );
    own.target = own.source;
    check(own, &[(RefusalCode::SelfRelationship, "target")]);
}

/// An ended relationship needs its end date, and an end does not lie before the start.
#[test]
fn ends_are_dated() {
    check(
        RelationshipDraft { state: RelationshipState::Ended, ..funds() },
        &[(RefusalCode::EndDateRequired, "validTo")],
    );
    check(
        RelationshipDraft { valid_from: "2024".into(), valid_to: "2023-12".into(), ..funds() },
        &[(RefusalCode::EndBeforeStart, "validTo")],
    );
}

/// Money is never negative, has a known currency, and only money relationships have it.
#[test]
fn money_is_exact() {
    let with = |amount, currency: &str| RelationshipDraft {
        extra: ExtraDraft { amount, currency: currency.into(), ..ExtraDraft::default() },
        ..funds()
    };
    check(with(Some(250_000), "usd"), &[]);
    check(with(Some(-1), "USD"), &[(RefusalCode::OutOfRange, "amount")]);
    check(with(Some(1), ""), &[(RefusalCode::CurrencyWithAmount, "currency")]);
    check(with(None, "USD"), &[(RefusalCode::CurrencyWithAmount, "currency")]);
    check(with(Some(1), "XXX"), &[(RefusalCode::UnknownCurrency, "currency")]);
    let mut part = draft(
        RelationshipKind::PartOf,
        StakeholderKind::Organization,
        StakeholderKind::Organization,
    );
    part.extra.amount = Some(1);
    part.extra.currency = "USD".into();
    check(part, &[(RefusalCode::FieldNotAllowed, "amount")]);
}

/// Only an organization or a programme stands between.
#[test]
fn via_is_an_organization_or_programme() {
    let via = |kind| RelationshipDraft {
        extra: ExtraDraft { via: Some(end(kind, 3)), ..ExtraDraft::default() },
        ..funds()
    };
    check(via(StakeholderKind::Programme), &[]);
    check(via(StakeholderKind::Group), &[(RefusalCode::ViaKind, "via")]);
}

/// Neither of the two stands between them.
#[test]
fn via_is_a_third() {
    for number in [1, 2] {
        let mut own = funds();
        own.extra.via = Some(end(StakeholderKind::Organization, number));
        check(own, &[(RefusalCode::ViaEnd, "via")]);
    }
}

/// A symmetric relationship is stored once, whichever end was named first.
#[test]
fn symmetric_kinds_are_stored_in_order() {
    let good = StakeholderKind::GlobalGood;
    let mut peers = draft(RelationshipKind::InteroperatesWith, good, good);
    std::mem::swap(&mut peers.source, &mut peers.target);
    let facts = peers.parse().unwrap();
    assert!(facts.source < facts.target);
}

/// RELATED_TO says how.
#[test]
fn related_to_needs_a_note() {
    let good = StakeholderKind::GlobalGood;
    check(draft(RelationshipKind::RelatedTo, good, good), &[(RefusalCode::NoteRequired, "note")]);
}

/// Which state may follow which, as reviewed.
#[test]
fn states_follow_as_reviewed() {
    let table: String = RelationshipState::ALL
        .iter()
        .map(|state| {
            let next: Vec<_> = next_states(*state).iter().map(|next| slug(next.code())).collect();
            format!("{state}: {}\n", next.join(" "))
        })
        .collect();
    insta::assert_snapshot!(table, @r"
    PROPOSED: confirmed disputed ended retracted
    CONFIRMED: disputed ended retracted
    DISPUTED: confirmed ended retracted
    ENDED: retracted
    RETRACTED: 
    ");
}
