//! What is sent to open or change an engagement.

use crate::graphql::identifier::{Outside, read_stakeholder};
use crate::graphql::scalar::{TypedDate, TypedDay};
use crate::service::engagement::{Opening, Patch, Standing};
use async_graphql::{ID, InputObject, MaybeUndefined};
use domain::engagement::{EngagementDraft, Objective, Stage};
use domain::identifier::{AccountId, CommunityId, EngagementId, StakeholderId};
use domain::refusal::Refusal;
use domain::stakeholder::Visibility;

/// What opens an engagement.
#[derive(Clone, Debug, InputObject)]
pub struct OpenEngagementInput {
    /// Whose it is.
    community: ID,
    /// With whom.
    party: ID,
    /// What the community wants to reach.
    objective: Objective,
    /// Why this party.
    why: String,
    /// Who is in charge: a member of the community.
    owner: Option<ID>,
    /// The units, groups or roles to talk to.
    entry_points: Option<Vec<ID>>,
    /// What to do next.
    next_step: Option<String>,
    /// By when.
    next_step_due: Option<TypedDay>,
    /// How much the party can move, 1 to 5.
    influence: Option<i32>,
    /// How much the party cares, 1 to 5.
    interest: Option<i32>,
    /// How much success would change, 1 to 5.
    impact: Option<i32>,
    /// How often to be in touch, in days.
    cadence_days: Option<i32>,
    /// Who may see it; without it, the members of the community.
    visibility: Option<Visibility>,
    /// Recorded as already standing at this stage: since when, and where that is written.
    standing: Option<StandingInput>,
    /// The declined engagement that this one reopens.
    reopens: Option<ID>,
}

/// An engagement that stood before it was recorded here. What the guards on the way would have
/// asked for is shown as its debt, not demanded.
#[derive(Clone, Debug, InputObject)]
pub struct StandingInput {
    /// At which stage.
    stage: Stage,
    /// Since when.
    since: TypedDate,
    /// Where that is written.
    source: String,
}

/// What is to change of an engagement. Absent: unchanged. Null: cleared.
#[derive(Clone, Debug, InputObject)]
pub struct UpdateEngagementInput {
    /// Which engagement.
    pub(super) id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    pub(super) expected_version: i32,
    /// Why this party.
    why: MaybeUndefined<String>,
    /// Who is in charge: a member of the community.
    owner: MaybeUndefined<ID>,
    /// The units, groups or roles to talk to, all of them; those that you may not see stay.
    entry_points: MaybeUndefined<Vec<ID>>,
    /// What to do next.
    next_step: MaybeUndefined<String>,
    /// By when.
    next_step_due: MaybeUndefined<TypedDay>,
    /// How much the party can move, 1 to 5.
    influence: MaybeUndefined<i32>,
    /// How much the party cares, 1 to 5.
    interest: MaybeUndefined<i32>,
    /// How much success would change, 1 to 5.
    impact: MaybeUndefined<i32>,
    /// How often to be in touch, in days.
    cadence_days: MaybeUndefined<i32>,
    /// The proposal: a link.
    proposal_url: MaybeUndefined<String>,
    /// The proposal: the name of a file kept elsewhere.
    proposal_file: MaybeUndefined<String>,
    /// The proposal: its text.
    proposal_text: MaybeUndefined<String>,
    /// The group that decides; one that you may not see is not cleared.
    deciding_group: MaybeUndefined<ID>,
    /// Whether you know that no group decides on their side.
    no_deciding_group: MaybeUndefined<bool>,
    /// Who may see it.
    visibility: MaybeUndefined<Visibility>,
}

impl OpenEngagementInput {
    pub(super) fn read(self) -> Result<Opening, Refusal> {
        let standing = self.standing.map(|standing| Standing {
            stage: standing.stage,
            since: standing.since.into(),
            source: standing.source,
        });
        Ok(Opening {
            community: CommunityId::read(&self.community, "community")?,
            party: read_stakeholder(&self.party, "party")?,
            objective: self.objective,
            draft: EngagementDraft {
                why: self.why,
                owner: AccountId::read_opt(self.owner.as_ref(), "owner")?,
                next_step: self.next_step.unwrap_or_default(),
                next_step_due: self.next_step_due.map(String::from).unwrap_or_default(),
                influence: self.influence,
                interest: self.interest,
                impact: self.impact,
                cadence_days: self.cadence_days,
                ..EngagementDraft::default()
            },
            entry_points: entry_points(self.entry_points.as_deref().unwrap_or_default())?,
            visibility: self.visibility.unwrap_or(Visibility::Community),
            standing,
            reopens: EngagementId::read_opt(self.reopens.as_ref(), "reopens")?,
            need: None,
            practice: false,
        })
    }
}

impl UpdateEngagementInput {
    pub(super) fn read(self) -> Result<Patch, Refusal> {
        let owner = self.owner.map_value(|id| AccountId::read(&id, "owner")).transpose()?;
        let group = self.deciding_group.map_value(|id| read_stakeholder(&id, "decidingGroup"));
        let points: Option<Option<Vec<ID>>> = self.entry_points.into();
        let points = points.map(|ids| entry_points(ids.as_deref().unwrap_or_default()));
        Ok(Patch {
            why: self.why.into(),
            owner: owner.into(),
            entry_points: points.transpose()?,
            next_step: self.next_step.into(),
            next_step_due: self.next_step_due.map_value(String::from).into(),
            influence: self.influence.into(),
            interest: self.interest.into(),
            impact: self.impact.into(),
            cadence_days: self.cadence_days.into(),
            proposal_url: self.proposal_url.into(),
            proposal_file: self.proposal_file.into(),
            proposal_text: self.proposal_text.into(),
            deciding_group: group.transpose()?.into(),
            no_deciding_group: self.no_deciding_group.into(),
            visibility: self.visibility.into(),
        })
    }
}

fn entry_points(ids: &[ID]) -> Result<Vec<StakeholderId>, Refusal> {
    ids.iter().map(|id| read_stakeholder(id, "entryPoints")).collect()
}
