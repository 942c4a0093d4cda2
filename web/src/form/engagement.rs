//! The forms of an engagement: opening one, editing it, and what is logged along the way.

use super::{Field, Form, Link, required};
use chrono::NaiveDate;
use domain::action::ActionDraft;
use domain::engagement::{
    AlreadyStanding, Channel, DecisionDraft, Direction, EngagementDraft, EngagementFacts,
    InteractionDraft, ReviewOutcome, parse_steps,
};
use domain::identifier::{AccountId, Noun, parse_stakeholder};
use domain::refusal::Refusal;
use domain::stakeholder::StakeholderKind;
use domain::text::{LINE_LIMIT, parse_line};

/// What tells an engagement from others; fixed once it is open.
pub const IDENTITY: &[Field] = &[Field::Community, Field::Party, Field::Objective];

/// What may be changed as long as it lives, the proposal apart.
pub const FACTS: &[Field] = &[
    Field::Why,
    Field::Owner,
    Field::EntryPoints,
    Field::NextStep,
    Field::NextStepDue,
    Field::Influence,
    Field::Interest,
    Field::Impact,
    Field::CadenceDays,
    Field::Visibility,
];

/// The proposal, and who decides about it.
pub const PROPOSAL: &[Field] = &[
    Field::ProposalUrl,
    Field::ProposalFile,
    Field::ProposalText,
    Field::DecidingGroup,
    Field::NoDecidingGroup,
];

/// An engagement that stood before it was recorded: at which stage, since when, says which source.
pub const STANDING: &[Field] = &[Field::StandingStage, Field::StandingSince, Field::StandingSource];

/// One logged contact, with the step that follows from it.
pub const INTERACTION: &[Field] = &[
    Field::HappenedOn,
    Field::Channel,
    Field::Direction,
    Field::Remark,
    Field::NextStep,
    Field::NextStepDue,
];

/// One thing to be done.
pub const ACTION: &[Field] = &[Field::Text, Field::Owner, Field::DueOn, Field::FindsEntryPoint];

/// What those who decide about the proposal said.
pub const DECISION: &[Field] =
    &[Field::Outcome, Field::DecidingBody, Field::DecidedOn, Field::Note, Field::DecisionSource];

/// What tells that a relationship which is recorded already came of the engagement.
pub const TIE: &[Field] = &[Field::Commitment];

/// The steps of an onboarding.
pub const ONBOARDING: &[Field] = &[Field::Steps];

/// Whether an engagement begins now or stood before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beginning {
    /// It begins at the first stage.
    #[default]
    Now,
    /// It stands at a later stage already.
    Standing,
}

/// Every field of the form that opens an engagement.
pub fn opening(beginning: Beginning) -> Vec<Field> {
    let standing: &[Field] = match beginning {
        Beginning::Now => &[],
        Beginning::Standing => STANDING,
    };
    [IDENTITY, FACTS, standing].concat()
}

/// Every field of the form that edits an engagement.
pub fn editing() -> Vec<Field> {
    [FACTS, PROPOSAL].concat()
}

/// What the rules say of opening an engagement.
pub fn check_opening(form: &Form, beginning: Beginning) -> Vec<Refusal> {
    let mut refusals: Vec<Refusal> = IDENTITY
        .iter()
        .filter(|field| form.is_blank(&[**field]))
        .map(|field| required(*field))
        .collect();
    refusals.extend(check(form).err().unwrap_or_default());
    if beginning == Beginning::Standing {
        if form.is_blank(&[Field::StandingStage]) {
            refusals.push(required(Field::StandingStage));
        }
        let (since, source) = (form.text(Field::StandingSince), form.text(Field::StandingSource));
        for refusal in AlreadyStanding::parse(since, source).err().unwrap_or_default() {
            refusals.push(Refusal { field: format!("standing.{}", refusal.field), ..refusal });
        }
    }
    refusals
}

/// What the rules say of the facts of an engagement.
pub fn check(form: &Form) -> Result<EngagementFacts, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut whole = |field| {
        form.whole(field).unwrap_or_else(|refusal| {
            refusals.push(refusal);
            None
        })
    };
    let text = |field| form.text(field).to_owned();
    let draft = EngagementDraft {
        influence: whole(Field::Influence),
        interest: whole(Field::Interest),
        impact: whole(Field::Impact),
        cadence_days: whole(Field::CadenceDays),
        why: text(Field::Why),
        owner: account(form, Field::Owner),
        entry_points: form.links(Field::EntryPoints).iter().filter_map(stakeholder).collect(),
        next_step: text(Field::NextStep),
        next_step_due: text(Field::NextStepDue),
        proposal_url: text(Field::ProposalUrl),
        proposal_file: text(Field::ProposalFile),
        proposal_text: text(Field::ProposalText),
        deciding_group: form.links(Field::DecidingGroup).first().and_then(stakeholder),
        no_deciding_group: form.truth(Field::NoDecidingGroup) == Some(true),
    };
    match draft.parse() {
        Ok(facts) if refusals.is_empty() => Ok(facts),
        checked => {
            refusals.extend(checked.err().unwrap_or_default());
            Err(refusals)
        }
    }
}

/// What the rules say of one logged contact.
pub fn check_interaction(form: &Form) -> Vec<Refusal> {
    let draft = InteractionDraft {
        happened_on: form.text(Field::HappenedOn).to_owned(),
        channel: form.word(Field::Channel).unwrap_or(Channel::Other),
        direction: form.word(Field::Direction).unwrap_or(Direction::Mutual),
        note: form.text(Field::Remark).to_owned(),
    };
    let mut refusals: Vec<Refusal> = [Field::Channel, Field::Direction]
        .into_iter()
        .filter(|field| form.is_blank(&[*field]))
        .map(required)
        .collect();
    refusals.extend(draft.parse().err().unwrap_or_default());
    let next = Form::new()
        .with(Field::Why, "x")
        .with(Field::NextStep, form.text(Field::NextStep))
        .with(Field::NextStepDue, form.text(Field::NextStepDue));
    refusals.extend(check(&next).err().unwrap_or_default());
    refusals
}

/// What the rules say of one thing that a side gains.
pub fn check_gain(form: &Form) -> Vec<Refusal> {
    parse_line(form.text(Field::Text), Field::Text.name(), LINE_LIMIT).err().into_iter().collect()
}

/// What the rules say of one thing to be done.
pub fn check_action(form: &Form) -> Vec<Refusal> {
    let draft = ActionDraft {
        text: form.text(Field::Text).to_owned(),
        due_on: form.text(Field::DueOn).to_owned(),
        recorded_on: String::new(),
    };
    draft.parse().err().unwrap_or_default()
}

/// What the rules say of a decision. Who decided may be left out: it is then the group that was expected
/// to, which the server knows.
pub fn check_decision(form: &Form, latest: NaiveDate) -> Vec<Refusal> {
    let draft = DecisionDraft {
        outcome: form.word(Field::Outcome).unwrap_or(ReviewOutcome::Postponed),
        by: form.links(Field::DecidingBody).first().and_then(stakeholder),
        on: form.text(Field::DecidedOn).to_owned(),
        note: form.text(Field::Note).to_owned(),
        source: form.text(Field::DecisionSource).to_owned(),
    };
    let blank = form.is_blank(&[Field::Outcome]).then(|| required(Field::Outcome));
    blank.into_iter().chain(draft.parse(latest).err().unwrap_or_default()).collect()
}

/// What the rules say of the steps of an onboarding: there is one at least.
pub fn check_steps(form: &Form) -> Vec<Refusal> {
    if form.is_blank(ONBOARDING) {
        return vec![required(Field::Steps)];
    }
    parse_steps(form.lines(Field::Steps)).err().unwrap_or_default()
}

fn stakeholder(link: &Link) -> Option<(domain::identifier::StakeholderId, StakeholderKind)> {
    Some((parse_stakeholder(&link.id, "").ok()?, link.kind?))
}

fn account(form: &Form, field: Field) -> Option<AccountId> {
    Noun::Account.parse_id(form.text(field), field.name()).ok().map(AccountId)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(refusals: Vec<Refusal>) -> Vec<String> {
        refusals.into_iter().map(|refusal| refusal.field).collect()
    }

    /// Opening an engagement needs the community, the party, the objective and the reason.
    #[test]
    fn an_opening_says_with_whom_and_why() {
        let refusals = check_opening(&Form::new(), Beginning::Now);
        assert_eq!(told(refusals), ["community", "party", "objective", "why"]);
    }

    /// What stood before is recorded with stage, date and source.
    #[test]
    fn what_stood_before_has_a_source() {
        let form = Form::new()
            .with(Field::Community, "com_1")
            .with(Field::Party, Some(Link { id: "org_1".into(), name: "WHO".into(), kind: None }))
            .with(Field::Objective, "FUND")
            .with(Field::Why, "x");
        assert_eq!(told(check_opening(&form, Beginning::Now)), Vec::<String>::new());
        assert_eq!(
            told(check_opening(&form, Beginning::Standing)),
            ["standing.stage", "standing.since", "standing.source"]
        );
    }

    /// Scores, due dates and links are checked before they are sent.
    #[test]
    fn facts_are_checked() {
        let form = Form::new()
            .with(Field::Why, "x")
            .with(Field::Influence, "much")
            .with(Field::Impact, "6")
            .with(Field::NextStepDue, "2026-12")
            .with(Field::ProposalUrl, "proposal.pdf");
        let refusals = check(&form).unwrap_err();
        assert_eq!(told(refusals), ["influence", "nextStepDue", "impact", "proposalUrl"]);
    }

    /// A logged contact has a day, a channel, a direction and a line; its next step a day.
    #[test]
    fn a_contact_is_logged_in_one_line() {
        let empty = check_interaction(&Form::new());
        assert_eq!(told(empty), ["channel", "direction", "happenedOn", "note"]);
        let form = Form::new()
            .with(Field::HappenedOn, "2026-11-20")
            .with(Field::Channel, "CALL")
            .with(Field::Direction, "OUTGOING")
            .with(Field::Remark, "Called the secretariat.")
            .with(Field::NextStepDue, "soon");
        assert_eq!(told(check_interaction(&form)), ["nextStepDue"]);
    }

    /// A decision says what and when; a yes under conditions says under which; steps are not empty.
    #[test]
    fn a_decision_says_what_and_when() {
        let today = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
        assert_eq!(told(check_decision(&Form::new(), today)), ["outcome", "decidedOn"]);
        let form = Form::new()
            .with(Field::Outcome, "APPROVED_WITH_CONDITIONS")
            .with(Field::DecidedOn, "2026-05-01");
        assert_eq!(told(check_decision(&form, today)), ["note"]);
        assert_eq!(told(check_steps(&Form::new())), ["steps"]);
        let steps = Form::new().with(Field::Steps, vec!["Call".to_owned()]);
        assert_eq!(told(check_steps(&steps)), Vec::<String>::new());
    }

    /// A gain and an action are a line of text each.
    #[test]
    fn gains_and_actions_have_a_text() {
        assert_eq!(told(check_gain(&Form::new())), ["text"]);
        let action = Form::new().with(Field::Text, "Call").with(Field::DueOn, "2026-13-01");
        assert_eq!(told(check_action(&action)), ["dueOn"]);
    }
}
