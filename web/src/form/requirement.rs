//! The forms of requirements.

use super::{Field, Form, Link, required};
use chrono::NaiveDate;
use domain::identifier::parse_stakeholder;
use domain::machine::Position;
use domain::machine::requirement::{MACHINE, told};
use domain::refusal::Refusal;
use domain::requirement::{Disposition, DispositionDraft};
use domain::stakeholder::StakeholderKind;

/// What records a requirement.
pub const ADDITION: &[Field] = &[Field::Implementation, Field::Text];

/// What decides where it belongs.
pub const DECISION: &[Field] = &[Field::Disposition, Field::Decider, Field::DecidedOn, Field::Note];

/// What the rules say of a new requirement.
pub fn check_addition(form: &Form) -> Vec<Refusal> {
    ADDITION
        .iter()
        .filter(|field| form.is_blank(&[**field]))
        .map(|field| required(*field))
        .collect()
}

/// What the rules say of a decision about one that belonged there before.
pub fn check_decision(form: &Form, before: Disposition, today: NaiveDate) -> Vec<Refusal> {
    let Some(disposition) = form.word::<Disposition>(Field::Disposition) else {
        return vec![required(Field::Disposition)];
    };
    let draft = DispositionDraft {
        disposition,
        decided_by: form.links(Field::Decider).first().and_then(decider),
        decided_on: form.text(Field::DecidedOn).to_owned(),
        note: form.text(Field::Note).to_owned(),
    };
    let mut refusals = draft.parse(today).err().unwrap_or_default();
    let note = Some(form.text(Field::Note).trim()).filter(|note| !note.is_empty());
    let moved = disposition != before;
    if moved && MACHINE.step(Position::at(before), disposition, told(note)).is_err() {
        refusals.push(required(Field::Note));
    }
    refusals
}

fn decider(link: &Link) -> Option<(domain::identifier::StakeholderId, StakeholderKind)> {
    Some((parse_stakeholder(&link.id, "").ok()?, link.kind?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first decision needs no word; who decides otherwise says why.
    #[test]
    fn who_decides_otherwise_says_why() {
        let today = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
        let fields = |form: &Form, before| {
            let refusals = check_decision(form, before, today).into_iter();
            refusals.map(|refusal| refusal.field).collect::<Vec<_>>()
        };
        let local = Form::new().with(Field::Disposition, "LOCAL");
        assert_eq!(fields(&Form::new(), Disposition::Core), ["disposition"]);
        assert_eq!(fields(&local, Disposition::Undecided), [""; 0]);
        assert_eq!(fields(&local, Disposition::Core), ["note"]);
        let noted = local.with(Field::Note, "Nobody else asks.");
        assert_eq!(fields(&noted, Disposition::Core), [""; 0]);
    }
}
