//! Actions: what somebody should do.

use super::engagement::{self, member};
use super::meeting;
use super::place;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write, unmoved};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::action::{ActionDraft, ActionFacts, ActionState};
use domain::identifier::{
    AccountId, ActionId, CommunityId, EngagementId, MeetingId, StakeholderId,
};
use domain::machine::Position;
use domain::machine::action::{MACHINE, told};
use domain::policy;
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::stakeholder::Visibility;
use domain::text::{LINE_LIMIT, parse_line};
use entity::action::Model;
use std::sync::Arc;

/// What records an action.
#[derive(Clone, Debug)]
pub struct NewAction {
    /// Whose.
    pub community: CommunityId,
    /// The facts.
    pub draft: ActionDraft,
    /// Who should do it.
    pub owner: Option<AccountId>,
    /// The engagement that it belongs to.
    pub engagement: Option<EngagementId>,
    /// The meeting that it came out of.
    pub meeting: Option<MeetingId>,
    /// The group whose meetings ask for it until it is settled; none is the group that met.
    pub group: Option<StakeholderId>,
    /// Whether doing it means finding the engagement's entry point.
    pub finds_entry_point: bool,
    /// Whether it is for practice; what belongs to a practice engagement is.
    pub practice: bool,
}

/// Which actions to list; an empty list is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this community.
    pub community: Option<CommunityId>,
    /// Only in these states.
    pub states: Vec<ActionState>,
    /// Only those that this account should do.
    pub owner: Option<AccountId>,
    /// Only those due on or before this day.
    pub due_by: Option<NaiveDate>,
    /// Only those of this engagement.
    pub engagement: Option<EngagementId>,
    /// Only those that came out of this meeting.
    pub meeting: Option<MeetingId>,
    /// Only those that this group asks for.
    pub group: Option<StakeholderId>,
    /// Only those for practice, or none of these.
    pub practice: Option<bool>,
}

/// What becomes of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// It is done.
    Done,
    /// It is given up, for this reason.
    Dropped(String),
    /// It is to be done after all, or again.
    Reopened,
}

impl Settlement {
    fn parse(self) -> Result<(ActionState, Option<String>), Refusal> {
        Ok(match self {
            Self::Done => (ActionState::Done, None),
            Self::Reopened => (ActionState::Open, None),
            Self::Dropped(reason) => {
                (ActionState::Dropped, Some(parse_line(&reason, "reason", LINE_LIMIT)?))
            }
        })
    }
}

/// Records an action.
pub async fn add(op: &Op, new: NewAction) -> Result<ActionId> {
    let community = Some(new.community);
    place::settle(op, policy::Action::WorkAction, community, Visibility::Community).await?;
    let mut new = new;
    if new.draft.recorded_on.trim().is_empty() {
        new.draft.recorded_on = op.today().to_string();
    }
    let mut write = op.write().await?;
    let id = record(&mut write, new).await?;
    write.commit().await?;
    Ok(id)
}

/// Records an action within a write that does more; the caller has asked the policy. Without a date
/// it is not recorded since when it stands.
pub async fn record(write: &mut Write<'_>, new: NewAction) -> Result<ActionId> {
    let view = write.view();
    let facts = new.check(view)?;
    let whole = new.engagement.and_then(|id| view.engagement(id));
    let met = new.meeting.and_then(|id| view.meeting(id));
    // The text of an action about a restricted engagement or meeting is as restricted as that.
    let restricted = whole.is_some_and(|row| row.visibility == Visibility::Restricted)
        || met.is_some_and(|row| row.visibility == Visibility::Restricted);
    let group_id = new.group.or(met.and_then(|row| row.group_id));
    let row = Model {
        id: ActionId(write.id()),
        community_id: new.community,
        engagement_id: new.engagement,
        meeting_id: new.meeting,
        group_id,
        text: facts.text,
        state: ActionState::Open,
        owner_id: new.owner,
        due_on: facts.due_on,
        recorded_on: facts.recorded_on,
        finds_entry_point: new.finds_entry_point,
        drop_reason: None,
        practice: new.practice || whole.is_some_and(|row| row.practice),
        visibility: if restricted { Visibility::Restricted } else { Visibility::Community },
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let id = row.id;
    write.insert(row).await?;
    Ok(id)
}

/// Settles an open action as done, drops it for a reason, or opens it again; the machine of actions says
/// what may follow what.
pub async fn settle(op: &Op, id: ActionId, expected: i32, to: Settlement) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(policy::Action::WorkAction, &*row).await?;
    let (state, drop_reason) = to.parse()?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let told = told(drop_reason.as_deref());
    MACHINE.step(Position::at(before.state), state, told).map_err(|refusal| {
        let code = RefusalCode::StateNotReachable;
        Error::conflict(Refusal { code, field: "id".to_owned(), ..refusal })
    })?;
    let after = Model { state, drop_reason, updated_at: write.at(), ..before.clone() };
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// The action, when the viewer sees it.
pub fn load(view: &View, id: ActionId) -> Result<Arc<Model>> {
    view.action(id).cloned().ok_or(Error::NotFound)
}

/// The actions that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: &Filter) -> Vec<Arc<Model>> {
    let admits = |row: &&Arc<Model>| filter.admits(view, row);
    match filter.engagement {
        Some(engagement) => view.actions_of(engagement).filter(admits).cloned().collect(),
        None => view.actions().filter(admits).cloned().collect(),
    }
}

impl Filter {
    fn admits(&self, view: &View, row: &Model) -> bool {
        let owner = || row.owner_id.filter(|id| view.account(*id).is_some());
        self.community.is_none_or(|community| row.community_id == community)
            && (self.states.is_empty() || self.states.contains(&row.state))
            && self.owner.is_none_or(|account| owner() == Some(account))
            && self.meeting.is_none_or(|id| row.meeting_id == Some(id))
            && self.group.is_none_or(|id| group_of(view, row) == Some(id))
            && self.practice.is_none_or(|practice| row.practice == practice)
            && self.due_by.is_none_or(|day| row.due_on.is_some_and(|due| due <= day))
    }
}

/// The group that asks for an action, when the viewer sees it.
pub fn group_of(view: &View, row: &Model) -> Option<StakeholderId> {
    row.group_id.filter(|id| view.stakeholder(*id).is_some())
}

impl NewAction {
    fn check(&self, view: &View) -> Result<ActionFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        if view.community(self.community).is_none() {
            refusals.push(Refusal::new(RefusalCode::NotFound, "community"));
        }
        if let Some(owner) = self.owner {
            refusals.require(member(view, self.community, owner, "owner"));
        }
        if let Some(id) = self.engagement {
            let row = engagement::load(view, id).ok();
            if row.is_none_or(|row| row.community_id != self.community) {
                refusals.push(Refusal::new(RefusalCode::NotFound, "engagement"));
            }
        } else if self.finds_entry_point {
            refusals.push(Refusal::new(RefusalCode::Required, "engagement"));
        }
        let met = self.meeting.map(|id| view.meeting(id));
        if met.is_some_and(|row| row.is_none_or(|row| row.community_id != self.community)) {
            refusals.push(Refusal::new(RefusalCode::NotFound, "meeting"));
        }
        if let Some(group) = self.group {
            refusals.require(meeting::group(view, group, "group"));
        }
        let facts = self.draft.clone().parse();
        let mut all = refusals.finish(Some(())).err().unwrap_or_default();
        match facts {
            Ok(facts) if all.is_empty() => Ok(facts),
            facts => {
                all.extend(facts.err().unwrap_or_default());
                Err(all)
            }
        }
    }
}
