//! The form of a relationship: kinds narrowed by its ends, fields by its kind.

use super::{Field, Form, Link, evidence, required};
use domain::identifier::{StakeholderId, parse_stakeholder};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{
    End, ExtraDraft, RelationshipDraft, RelationshipFacts, RelationshipField, RelationshipKind,
    RelationshipState,
};
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;

/// Who may propose edits what is proposed; what is settled takes the right to settle.
pub fn to_edit(state: RelationshipState) -> Action {
    match state {
        RelationshipState::Proposed => Action::ProposeRelationship,
        _ => Action::SettleRelationship,
    }
}

/// The fields that every relationship has beside its kind, its ends and what only its kind has.
pub const COMMON: &[Field] =
    &[Field::ValidFrom, Field::ValidTo, Field::Strength, Field::Note, Field::Visibility];

/// What tells a relationship from others; fixed once it is recorded.
pub const IDENTITY: &[Field] = &[Field::Source, Field::Target, Field::Kind, Field::State];

/// The kinds that may join ends of these kinds; an end not chosen yet excludes nothing.
pub fn kinds(
    source: Option<StakeholderKind>,
    target: Option<StakeholderKind>,
) -> Vec<RelationshipKind> {
    let candidates = |end: Option<StakeholderKind>| match end {
        Some(kind) => vec![kind],
        None => StakeholderKind::ALL.to_vec(),
    };
    let (sources, targets) = (candidates(source), candidates(target));
    let joins = |kind: &RelationshipKind| {
        sources.iter().any(|source| targets.iter().any(|target| kind.joins(*source, *target)))
    };
    RelationshipKind::ALL.iter().copied().filter(joins).collect()
}

/// The fields that only this kind has.
pub fn extra(kind: RelationshipKind) -> Vec<Field> {
    let fields = kind.rule().fields.iter();
    fields
        .flat_map(|field| match field {
            RelationshipField::Role => &[Field::Role][..],
            RelationshipField::Topic => &[Field::Topic],
            RelationshipField::Constituency => &[Field::Constituency],
            RelationshipField::Voting => &[Field::Voting],
            RelationshipField::Cadence => &[Field::Cadence],
            RelationshipField::LastHeard => &[Field::LastHeard],
            RelationshipField::BlockedBy => &[Field::BlockedBy],
            RelationshipField::Amount => &[Field::Amount, Field::Currency],
            RelationshipField::Share => &[Field::ShareMin, Field::ShareMax],
            RelationshipField::Purpose => &[Field::Purpose],
            RelationshipField::Form => &[Field::FundingForm],
            RelationshipField::Via => &[Field::Via],
            RelationshipField::Consent => &[Field::Consent],
        })
        .copied()
        .collect()
}

/// The fields that may be changed once the relationship is recorded.
pub fn editable(kind: Option<RelationshipKind>) -> Vec<Field> {
    kind.map(extra).unwrap_or_default().into_iter().chain(COMMON.iter().copied()).collect()
}

/// Every field of the form, the evidence apart.
pub fn fields(kind: Option<RelationshipKind>) -> Vec<Field> {
    IDENTITY.iter().copied().chain(editable(kind)).collect()
}

/// What the rules say of the relationship, of each part as soon as it is typed. Its amounts, dates and ends are those of the fields
/// that its kind has; what was typed under another kind is left out, not refused.
pub fn check(form: &Form) -> Result<RelationshipFacts, Vec<Refusal>> {
    let mut refusals: Vec<Refusal> = [Field::Source, Field::Target, Field::Kind]
        .into_iter()
        .filter(|field| form.is_blank(&[*field]))
        .map(required)
        .collect();
    let kind = form.word::<RelationshipKind>(Field::Kind);
    let extra = extra_draft(form, kind, &mut refusals);
    let strength = take(form.whole(Field::Strength), &mut refusals);
    let ends = (end(form, Field::Source), end(form, Field::Target));
    let is_whole = kind.is_some() && ends.0.is_some() && ends.1.is_some();
    let draft = RelationshipDraft {
        kind: kind.unwrap_or(RelationshipKind::RelatedTo),
        source: ends.0.unwrap_or(NOBODY),
        target: ends.1.unwrap_or(NOBODY),
        valid_from: form.text(Field::ValidFrom).to_owned(),
        valid_to: form.text(Field::ValidTo).to_owned(),
        state: form.word(Field::State).unwrap_or(RelationshipState::Proposed),
        strength,
        note: form.text(Field::Note).to_owned(),
        extra,
    };
    match draft.parse() {
        Ok(facts) if refusals.is_empty() => Ok(facts),
        checked => {
            let told = checked.err().unwrap_or_default().into_iter();
            refusals.extend(told.filter(|refusal| is_whole || is_certain(refusal)));
            Err(refusals)
        }
    }
}

/// Stands in for an end that is not chosen yet, so that everything else can be checked.
const NOBODY: End =
    End { id: StakeholderId(uuid::Uuid::nil()), kind: StakeholderKind::Organization };

/// Whether a refusal holds whatever the kind and the ends will be.
fn is_certain(refusal: &Refusal) -> bool {
    let is_open = IDENTITY.iter().any(|field| field.name() == refusal.field);
    !is_open && refusal.code != RefusalCode::NoteRequired
}

/// What the rules say of the whole form: the relationship and the evidence typed with it.
pub fn check_all(form: &Form, origin: evidence::Origin) -> Vec<Refusal> {
    let mut refusals = check(form).err().unwrap_or_default();
    if evidence::is_given(form, origin) {
        refusals.extend(evidence::check(form, origin));
    }
    refusals
}

/// What the rules say of a relationship that came of an engagement: it rests on evidence.
pub fn check_came(form: &Form, origin: evidence::Origin) -> Vec<Refusal> {
    let mut refusals = check(form).err().unwrap_or_default();
    refusals.extend(evidence::check(form, origin));
    refusals
}

/// The same form the other way round, for ends chosen in the wrong order.
pub fn turned(form: &Form) -> Form {
    let mut turned = form.clone();
    turned.set(Field::Source, form.entry(Field::Target));
    turned.set(Field::Target, form.entry(Field::Source));
    turned
}

fn extra_draft(
    form: &Form,
    kind: Option<RelationshipKind>,
    refusals: &mut Vec<Refusal>,
) -> ExtraDraft {
    let shown = kind.map(extra).unwrap_or_default();
    let mut form = form.clone();
    for field in EXTRAS {
        if !shown.contains(field) {
            form.set(*field, super::Entry::empty(field.shape()));
        }
    }
    let text = |field| form.text(field).to_owned();
    ExtraDraft {
        role: text(Field::Role),
        topic: text(Field::Topic),
        constituency: text(Field::Constituency),
        voting: form.truth(Field::Voting),
        cadence: text(Field::Cadence),
        last_heard: text(Field::LastHeard),
        blocked_by: end(&form, Field::BlockedBy),
        amount: take(form.amount(Field::Amount), refusals),
        currency: text(Field::Currency),
        share_min: take(form.whole(Field::ShareMin), refusals),
        share_max: take(form.whole(Field::ShareMax), refusals),
        purpose: form.word(Field::Purpose),
        form: form.word(Field::FundingForm),
        via: end(&form, Field::Via),
        consent: form.truth(Field::Consent),
    }
}

/// Every field that only some kinds have.
const EXTRAS: &[Field] = &[
    Field::Role,
    Field::Topic,
    Field::Constituency,
    Field::Voting,
    Field::Cadence,
    Field::LastHeard,
    Field::BlockedBy,
    Field::Amount,
    Field::Currency,
    Field::ShareMin,
    Field::ShareMax,
    Field::Purpose,
    Field::FundingForm,
    Field::Via,
    Field::Consent,
];

fn take<T>(value: Result<Option<T>, Refusal>, refusals: &mut Vec<Refusal>) -> Option<T> {
    value.unwrap_or_else(|refusal| {
        refusals.push(refusal);
        None
    })
}

fn end(form: &Form, field: Field) -> Option<End> {
    let Link { id, kind, .. } = form.links(field).first()?;
    Some(End { id: parse_stakeholder(id, field.name()).ok()?, kind: (*kind)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn link(kind: StakeholderKind, number: u128) -> Option<Link> {
        let id = kind.noun().format(Uuid::from_u128(number));
        Some(Link { id, name: "x".into(), kind: Some(kind) })
    }

    fn form(kind: &str, source: StakeholderKind, target: StakeholderKind) -> Form {
        Form::new()
            .with(Field::Kind, kind)
            .with(Field::Source, link(source, 1))
            .with(Field::Target, link(target, 2))
    }

    fn told(form: &Form) -> Vec<(RefusalCode, String)> {
        let refusals = check(form).err().unwrap_or_default();
        refusals.into_iter().map(|refusal| (refusal.code, refusal.field)).collect()
    }

    /// Only kinds that the matrix allows are offered, and both chosen ends narrow them.
    #[test]
    fn ends_narrow_the_kinds() {
        use RelationshipKind::{Governs, Knows, RelatedTo, Stewards};
        let any = kinds(None, None);
        assert_eq!(any.len(), RelationshipKind::ALL.len());
        let people = kinds(Some(StakeholderKind::Person), Some(StakeholderKind::Person));
        assert!(
            people.contains(&Knows) && people.contains(&RelatedTo) && !people.contains(&Governs)
        );
        let group = kinds(Some(StakeholderKind::Group), Some(StakeholderKind::GlobalGood));
        assert!(group.contains(&Governs) && group.contains(&Stewards) && !group.contains(&Knows));
    }

    /// Every field that a kind has stands in its form, and the table of extra fields is complete.
    #[test]
    fn every_extra_field_is_known() {
        for kind in RelationshipKind::ALL {
            for field in extra(*kind) {
                assert!(EXTRAS.contains(&field), "{kind} {field:?}");
            }
        }
        assert!(extra(RelationshipKind::Funds).contains(&Field::Currency));
    }

    /// What must be there is told at its own field, and numbers that are none beside it.
    #[test]
    fn required_fields_are_told() {
        let empty = Form::new().with(Field::Strength, "strong");
        let fields: Vec<String> = told(&empty).into_iter().map(|(_, field)| field).collect();
        assert_eq!(fields, ["source", "target", "kind", "strength"]);
        let early = Form::new().with(Field::ValidFrom, "31/05/2024").with(Field::Strength, "9");
        let fields: Vec<String> = told(&early).into_iter().map(|(_, field)| field).collect();
        assert_eq!(fields, ["source", "target", "kind", "validFrom", "strength"]);
        let outside = form("GOVERNS", StakeholderKind::Person, StakeholderKind::Person);
        assert_eq!(told(&outside), [(RefusalCode::OutsideMatrix, "kind".to_owned())]);
    }

    /// What was typed under another kind does not stand in the way.
    #[test]
    fn fields_of_other_kinds_are_left_out() {
        let form = form("PART_OF", StakeholderKind::Organization, StakeholderKind::Organization)
            .with(Field::Amount, "many")
            .with(Field::Role, "chair");
        assert_eq!(told(&form), []);
        assert_eq!(check(&form).unwrap().extra.role, None);
    }

    /// An amount needs its currency, and an end must not lie before its start.
    #[test]
    fn money_and_dates_are_checked() {
        let form = form("FUNDS", StakeholderKind::Organization, StakeholderKind::GlobalGood)
            .with(Field::Amount, "1 250 000")
            .with(Field::ValidFrom, "2024")
            .with(Field::ValidTo, "2023-12");
        assert_eq!(
            told(&form),
            [
                (RefusalCode::EndBeforeStart, "validTo".to_owned()),
                (RefusalCode::CurrencyWithAmount, "currency".to_owned())
            ]
        );
        let funded = form.with(Field::Currency, "eur").with(Field::ValidTo, "");
        assert_eq!(check(&funded).unwrap().extra.amount, Some(1_250_000));
    }

    /// Turning a form swaps its ends and keeps the rest.
    #[test]
    fn a_form_can_be_turned() {
        let form = form("FUNDS", StakeholderKind::GlobalGood, StakeholderKind::Organization);
        assert_eq!(told(&form)[0].0, RefusalCode::OutsideMatrix);
        assert_eq!(told(&turned(&form)), []);
    }
}
