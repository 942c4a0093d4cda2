//! Moving an engagement from stage to stage: what the move asks for at once, what must be recorded
//! before, and where to record it.

use super::{Field, Form, required};
use domain::engagement::{Missing, Stage, guard};
use domain::refusal::Refusal;
use domain::text::{LINE_LIMIT, PARAGRAPH_LIMIT, optional_paragraph, parse_line};

/// Whether an engagement may move to a stage, and what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is there already.
    Stay,
    /// The stage machine has no such move.
    NotReachable,
    /// Something must be recorded first.
    Blocked(Vec<Missing>),
    /// It may, when these fields are filled in with the move.
    Ask(Vec<Field>),
}

/// What a move takes, from what the API says is missing for each reachable stage.
pub fn verdict(from: Stage, to: Stage, allowed: &[(Stage, Vec<Missing>)]) -> Verdict {
    if from == to {
        return Verdict::Stay;
    }
    let Some((_, missing)) = allowed.iter().find(|(stage, _)| *stage == to) else {
        return Verdict::NotReachable;
    };
    let before: Vec<Missing> =
        missing.iter().copied().filter(|item| asked(*item).is_none()).collect();
    if before.is_empty() { Verdict::Ask(asked_by(from, to)) } else { Verdict::Blocked(before) }
}

/// The fields that the machine wants with this very move, and an optional note with any other.
pub fn asked_by(from: Stage, to: Stage) -> Vec<Field> {
    let mut fields = required_by(from, to);
    if !fields.contains(&Field::Note) {
        fields.push(Field::Note);
    }
    fields
}

/// Whether the move can be made without a word: nothing that it asks for is required.
pub fn is_silent(from: Stage, to: Stage) -> bool {
    required_by(from, to).is_empty()
}

/// What the rules say of the dialog of a move.
pub fn check(form: &Form, from: Stage, to: Stage) -> Vec<Refusal> {
    let required_fields = required_by(from, to);
    let mut refusals = Vec::new();
    for field in asked_by(from, to) {
        let text = form.text(field);
        let must = required_fields.contains(&field);
        let checked = match field {
            Field::EndsOn => domain::action::optional_day(text, field.name()).map(|_| ()),
            Field::Note => optional_paragraph(text, field.name(), PARAGRAPH_LIMIT).map(|_| ()),
            Field::Reason if must => parse_line(text, field.name(), LINE_LIMIT).map(|_| ()),
            _ => Ok(()),
        };
        match checked {
            Err(refusal) => refusals.push(refusal),
            Ok(()) if must && form.is_blank(&[field]) => refusals.push(required(field)),
            Ok(()) => {}
        }
    }
    refusals
}

/// The field of the engagement's own form that supplies a missing thing; the others are lists with a
/// form of their own.
pub fn field(item: Missing) -> Option<Field> {
    match item {
        Missing::Owner => Some(Field::Owner),
        Missing::EntryPoint => Some(Field::EntryPoints),
        Missing::Proposal => Some(Field::ProposalUrl),
        Missing::DecidingGroup => Some(Field::DecidingGroup),
        Missing::NoDecidingGroup => Some(Field::NoDecidingGroup),
        _ => None,
    }
}

/// What an address names after its `#` for the form of the facts to open at a field.
pub fn edit_anchor(field: Field) -> String {
    format!("edit-{}", field.name())
}

/// The part of the engagement's page where a missing thing is recorded.
pub fn anchor(item: Missing) -> &'static str {
    match item {
        Missing::Owner | Missing::NewEndDate | Missing::EndDate => "facts",
        Missing::EntryPoint => "entry-points",
        Missing::WeGain => "gains",
        Missing::Interaction | Missing::InteractionFromUs | Missing::InteractionFromThem => {
            "interactions"
        }
        Missing::Proposal | Missing::DecidingGroup | Missing::NoDecidingGroup => "proposal",
        Missing::Decision => "decision",
        Missing::ConfirmedRelationship => "commitments",
        Missing::Onboarding => "onboarding",
        Missing::Note | Missing::Reason | Missing::DeclinedBy => "moves",
    }
}

fn required_by(from: Stage, to: Stage) -> Vec<Field> {
    guard(from, to).unwrap_or_default().iter().filter_map(|item| asked(*item)).collect()
}

/// The field of the move itself that supplies a missing thing.
fn asked(item: Missing) -> Option<Field> {
    match item {
        Missing::Note => Some(Field::Note),
        Missing::EndDate | Missing::NewEndDate => Some(Field::EndsOn),
        Missing::Reason => Some(Field::Reason),
        Missing::DeclinedBy => Some(Field::DeclinedBy),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::engagement::editing;
    use domain::engagement::{OPEN, moves};

    fn allowed() -> Vec<(Stage, Vec<Missing>)> {
        vec![
            (Stage::Contacted, vec![Missing::Interaction]),
            (Stage::Identified, vec![Missing::Note]),
            (Stage::Dormant, vec![]),
            (Stage::Declined, vec![Missing::DeclinedBy, Missing::Reason]),
        ]
    }

    /// A move is blocked only by what cannot be given with the move itself.
    #[test]
    fn what_the_move_itself_supplies_does_not_block() {
        let verdict = |to| verdict(Stage::Qualified, to, &allowed());
        assert_eq!(verdict(Stage::Qualified), Verdict::Stay);
        assert_eq!(verdict(Stage::Active), Verdict::NotReachable);
        assert_eq!(verdict(Stage::Contacted), Verdict::Blocked(vec![Missing::Interaction]));
        assert_eq!(verdict(Stage::Identified), Verdict::Ask(vec![Field::Note]));
        let declined = vec![Field::DeclinedBy, Field::Reason, Field::Note];
        assert_eq!(verdict(Stage::Declined), Verdict::Ask(declined));
    }

    /// A step back needs its note; a step forward may go without a word.
    #[test]
    fn steps_back_need_a_note() {
        let told = |form: &Form, to| {
            let refusals = check(form, Stage::Contacted, to).into_iter();
            refusals.map(|refusal| refusal.field).collect::<Vec<_>>()
        };
        assert_eq!(told(&Form::new(), Stage::Qualified), ["note"]);
        let noted = Form::new().with(Field::Note, "They asked for time.");
        assert_eq!(told(&noted, Stage::Qualified), Vec::<String>::new());
        assert!(is_silent(Stage::Contacted, Stage::InDialogue));
        assert_eq!(told(&Form::new(), Stage::Declined), ["declinedBy", "reason"]);
    }

    /// A dormant engagement wakes up without a word and is declined with a reason.
    #[test]
    fn sleep_ends_with_a_word_or_without() {
        assert!(is_silent(Stage::Dormant, Stage::Contacted));
        let declined = vec![Field::DeclinedBy, Field::Reason, Field::Note];
        assert_eq!(asked_by(Stage::Dormant, Stage::Declined), declined);
    }

    /// An end has a day and a reason.
    #[test]
    fn an_end_has_a_day_and_a_reason() {
        let form = Form::new().with(Field::EndsOn, "2026-12").with(Field::Reason, " ");
        let refusals = check(&form, Stage::Active, Stage::Ended);
        let told: Vec<_> = refusals.iter().map(|refusal| refusal.field.as_str()).collect();
        assert_eq!(told, ["endsOn", "reason"]);
    }

    /// Whatever a guard asks for can be given with the move, or can be recorded on some part of the
    /// page.
    #[test]
    fn everything_missing_has_a_place() {
        for from in OPEN {
            for row in moves(*from, None) {
                for item in row.guard {
                    let elsewhere = anchor(*item) != "moves";
                    let editable = field(*item).is_none_or(|field| editing().contains(&field));
                    assert!(editable, "{item}");
                    assert!(elsewhere || asked(*item).is_some(), "{item}");
                }
            }
        }
    }
}
