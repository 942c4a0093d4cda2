//! The forms of needs and offers.

use super::{Field, Form, Link, required};
use domain::capability::ServiceKind;
use domain::identifier::{StakeholderId, parse_stakeholder};
use domain::need::{ClosingDraft, NeedDraft, NeedStatus};
use domain::refusal::Refusal;
use domain::relationship::End;
use domain::stakeholder::StakeholderKind;

/// Who looks for which service, or offers it.
pub const IDENTITY: &[Field] =
    &[Field::Community, Field::NeedSide, Field::Stating, Field::Service, Field::Text];

/// What may be unknown.
pub const FACTS: &[Field] = &[
    Field::Good,
    Field::InCountry,
    Field::InLanguage,
    Field::NeedUntil,
    Field::Amount,
    Field::Currency,
    Field::Visibility,
];

/// What tells who met a need, or took an offer up.
pub const MET: &[Field] = &[Field::MetBy, Field::Reason];

/// What tells why it was taken back.
pub const WITHDRAWN: &[Field] = &[Field::Reason];

/// What the rules say of a new need or offer.
pub fn check(form: &Form) -> Vec<Refusal> {
    let missing = IDENTITY.iter().copied().filter(|field| form.is_blank(&[*field]));
    let mut refusals: Vec<_> =
        missing.filter(|field| *field != Field::Text).map(required).collect();
    let amount = form.amount(Field::Amount).unwrap_or_else(|refusal| {
        refusals.push(refusal);
        None
    });
    let draft = NeedDraft {
        party: end(form, Field::Stating).unwrap_or(somebody(StakeholderKind::Organization)),
        service: form.word(Field::Service).unwrap_or(ServiceKind::Implementation),
        good: end(form, Field::Good),
        country: form.text(Field::InCountry).to_owned(),
        language: form.text(Field::InLanguage).to_owned(),
        until: form.text(Field::NeedUntil).to_owned(),
        amount,
        currency: form.text(Field::Currency).to_owned(),
        text: form.text(Field::Text).to_owned(),
    };
    refusals.extend(draft.parse().err().unwrap_or_default());
    refusals
}

/// What the rules say of what has become of one.
pub fn check_closing(form: &Form, status: NeedStatus) -> Vec<Refusal> {
    let met_by = end(form, Field::MetBy).filter(|_| status == NeedStatus::Met);
    let draft = ClosingDraft { status, met_by, reason: form.text(Field::Reason).to_owned() };
    let mut refusals = draft.parse().err().unwrap_or_default();
    if status == NeedStatus::Withdrawn && form.is_blank(&[Field::Reason]) {
        refusals.push(required(Field::Reason));
    }
    refusals
}

fn end(form: &Form, field: Field) -> Option<End> {
    let Link { id, kind, .. } = form.links(field).first()?;
    Some(End { id: parse_stakeholder(id, field.name()).ok()?, kind: (*kind)? })
}

/// As long as nobody is chosen, one that passes, so that the rest can be checked.
fn somebody(kind: StakeholderKind) -> End {
    End { id: StakeholderId(uuid::Uuid::nil()), kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(refusals: Vec<Refusal>) -> Vec<String> {
        refusals.into_iter().map(|refusal| refusal.field).collect()
    }

    fn link(kind: StakeholderKind) -> Option<Link> {
        let id = kind.noun().format(uuid::Uuid::nil());
        Some(Link { id, name: "x".into(), kind: Some(kind) })
    }

    /// Who, what and to whom must be said; all else may stay unknown, a budget too.
    #[test]
    fn the_rest_may_stay_unknown() {
        let empty = told(check(&Form::new()));
        assert_eq!(empty, ["community", "side", "party", "service", "text"]);
        let form = Form::new()
            .with(Field::Community, "com_1")
            .with(Field::NeedSide, "NEED")
            .with(Field::Stating, link(StakeholderKind::Implementation))
            .with(Field::Service, "TRAINING")
            .with(Field::Text, "Twenty trainers.");
        assert_eq!(told(check(&form)), [""; 0]);
        let wrong = form.with(Field::Amount, "20000").with(Field::NeedUntil, "2027");
        assert_eq!(told(check(&wrong)), ["until", "currency"]);
    }

    /// Who takes a need back says why; who met it need not be known.
    #[test]
    fn who_takes_it_back_says_why() {
        assert_eq!(told(check_closing(&Form::new(), NeedStatus::Met)), [""; 0]);
        assert_eq!(told(check_closing(&Form::new(), NeedStatus::Withdrawn)), ["reason"]);
        let met = Form::new().with(Field::MetBy, link(StakeholderKind::Group));
        assert_eq!(told(check_closing(&met, NeedStatus::Met)), [""; 0]);
    }
}
