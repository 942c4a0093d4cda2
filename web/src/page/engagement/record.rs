//! An engagement as it was read.

use crate::client::operations;
use crate::form::evidence::begun;
use crate::form::{Field, Form, Link};
use domain::vocabulary::Word;

operations!("graphql/engagement.graphql": EngagementShown);

/// The record as the API tells it.
pub type Engagement = engagement_shown::EngagementShownNodeOnEngagement;
/// A stakeholder in it.
pub type Party = engagement_shown::Party;
/// A relationship of its party.
pub type Tie = engagement_shown::Tie;
/// One thing that a side gains.
pub type Gain = engagement_shown::GainLine;

/// The engagement of an answer, when the id was one's.
pub fn engagement(data: engagement_shown::ResponseData) -> Option<Engagement> {
    match data.node? {
        engagement_shown::EngagementShownNode::Engagement(engagement) => Some(*engagement),
        _ => None,
    }
}

/// The members of its community who may be in charge, by id and name.
pub fn people(engagement: &Engagement) -> Vec<(String, String)> {
    let members = engagement.community.members.iter().flatten();
    members.map(|member| (member.account.id.clone(), member.account.display_name.clone())).collect()
}

/// The form of its facts and its proposal.
pub fn form(engagement: &Engagement) -> Form {
    let digits = |value: Option<i64>| value.map(|value| value.to_string());
    let points: Vec<Link> =
        engagement.entry_points.iter().map(|point| link(&point.party)).collect();
    let group = engagement.deciding_group.as_ref().map(|group| link(&group.party));
    Form::new()
        .with(Field::Why, engagement.why.clone())
        .with(Field::Owner, engagement.owner.as_ref().map(|owner| owner.id.clone()))
        .with(Field::EntryPoints, points)
        .with(Field::NextStep, engagement.next_step.clone())
        .with(Field::NextStepDue, engagement.next_step_due.clone())
        .with(Field::Influence, digits(engagement.influence))
        .with(Field::Interest, digits(engagement.interest))
        .with(Field::Impact, digits(engagement.impact))
        .with(Field::CadenceDays, digits(engagement.cadence_days))
        .with(Field::Visibility, engagement.visibility.code())
        .with(Field::Community, engagement.community.id.clone())
        .with(Field::ProposalUrl, engagement.proposal_url.clone())
        .with(Field::ProposalFile, engagement.proposal_file.clone())
        .with(Field::ProposalText, engagement.proposal_text.clone())
        .with(Field::DecidingGroup, group)
        .with(Field::NoDecidingGroup, engagement.no_deciding_group.to_string())
}

/// The form of a relationship that comes of it: who is on the other side is the party, and it is proposed
/// until somebody who may confirms it.
pub fn came(engagement: Option<&Engagement>) -> Form {
    let party = engagement.map(|engagement| link(&engagement.party.party));
    begun(Form::new())
        .with(Field::Source, party)
        .with(Field::State, RelationshipState::Proposed.code())
        .with(
            Field::Visibility,
            engagement.map(|engagement| engagement.visibility.code().to_owned()),
        )
}

/// The steps with which an onboarding begins: those of the community.
pub fn steps(engagement: &Engagement) -> Form {
    Form::new().with(Field::Steps, engagement.community.onboarding_steps.clone())
}

fn link(party: &Party) -> Link {
    Link { id: party.id.clone(), name: party.name.clone(), kind: Some(party.kind) }
}
