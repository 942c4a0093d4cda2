//! The form of a capability.

use super::{Field, Form, Link, evidence, required};
use domain::capability::{CapabilityDraft, ServiceKind};
use domain::identifier::{StakeholderId, parse_stakeholder};
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::relationship::End;
use domain::stakeholder::StakeholderKind;

/// What tells whose it is and for what; fixed once it is recorded.
pub const ENDS: &[Field] = &[Field::Provider, Field::Good];

/// What may be changed once it is recorded.
pub const FACTS: &[Field] = &[
    Field::Service,
    Field::CapabilityLevel,
    Field::Countries,
    Field::Languages,
    Field::ExpiresOn,
    Field::Note,
    Field::Visibility,
];

/// What changing one takes: what is verified is changed by those only who may verify.
pub fn to_edit(verified: bool) -> Action {
    match verified {
        true => Action::VerifyCapability,
        false => Action::RecordCapability,
    }
}

/// What the rules say of the capability, each at its field.
pub fn check(form: &Form) -> Vec<Refusal> {
    let missing = [Field::Provider, Field::Good, Field::Service];
    let missing = missing.into_iter().filter(|field| form.is_blank(&[*field]));
    let mut refusals: Vec<_> = missing.map(required).collect();
    let level = form.whole(Field::CapabilityLevel).unwrap_or_else(|refusal| {
        refusals.push(refusal);
        None
    });
    let draft = CapabilityDraft {
        provider: end(form, Field::Provider, StakeholderKind::Organization),
        good: end(form, Field::Good, StakeholderKind::GlobalGood),
        service: form.word(Field::Service).unwrap_or(ServiceKind::Implementation),
        level,
        countries: form.lines(Field::Countries).to_vec(),
        languages: form.lines(Field::Languages).to_vec(),
        expires_on: form.text(Field::ExpiresOn).to_owned(),
        note: form.text(Field::Note).to_owned(),
    };
    refusals.extend(draft.parse().err().unwrap_or_default());
    refusals
}

/// What the rules say of the whole form: the capability and the evidence typed with it.
pub fn check_all(form: &Form, origin: evidence::Origin) -> Vec<Refusal> {
    let mut refusals = check(form);
    if evidence::is_given(form, origin) {
        refusals.extend(evidence::check(form, origin));
    }
    refusals
}

/// The chosen end; as long as none is chosen, one that passes, so that the rest can be checked.
fn end(form: &Form, field: Field, kind: StakeholderKind) -> End {
    let chosen = form.links(field).first().and_then(|Link { id, kind, .. }| {
        Some(End { id: parse_stakeholder(id, field.name()).ok()?, kind: (*kind)? })
    });
    chosen.unwrap_or(End { id: StakeholderId(uuid::Uuid::nil()), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(form: &Form) -> Vec<String> {
        check(form).into_iter().map(|refusal| refusal.field).collect()
    }

    /// Who, for what and which service must be said; all else may stay unrecorded.
    #[test]
    fn only_three_things_are_needed() {
        assert_eq!(told(&Form::new()), ["provider", "good", "service"]);
        let link = |kind: StakeholderKind| {
            let id = kind.noun().format(uuid::Uuid::nil());
            Some(Link { id, name: "x".into(), kind: Some(kind) })
        };
        let form = Form::new()
            .with(Field::Provider, link(StakeholderKind::Group))
            .with(Field::Good, link(StakeholderKind::GlobalGood))
            .with(Field::Service, "TRAINING");
        assert_eq!(told(&form), [""; 0]);
        let wrong = form.with(Field::CapabilityLevel, "5").with(Field::ExpiresOn, "2027");
        assert_eq!(told(&wrong), ["level", "expiresOn"]);
    }
}
