//! Opening an engagement: at the first stage, or where it already stood.

use super::{member, named, tomorrow, unique};
use crate::error::Result;
use crate::op::{Op, Write};
use crate::service::place;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::engagement::{AlreadyStanding, EngagementDraft, EngagementFacts, Objective, Stage};
use domain::identifier::{CommunityId, EngagementId, NeedId, StakeholderId, TransitionId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode, Refusals, within};
use domain::stakeholder::Visibility;
use entity::record::List;
use entity::{engagement, transition};

/// What opens an engagement.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Whose.
    pub community: CommunityId,
    /// With whom.
    pub party: StakeholderId,
    /// What for.
    pub objective: Objective,
    /// The facts; the entry points are not yet found.
    pub draft: EngagementDraft,
    /// The units or roles to talk to.
    pub entry_points: Vec<StakeholderId>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Where it stood before it was recorded; none when it begins now.
    pub standing: Option<Standing>,
    /// The declined engagement that it takes up again.
    pub reopens: Option<EngagementId>,
    /// The need or the offer that it came of.
    pub need: Option<NeedId>,
    /// Whether it is for practice; taking up a practice engagement is practice as well.
    pub practice: bool,
}

/// What a person typed for an engagement that stood before it was recorded.
#[derive(Clone, Debug)]
pub struct Standing {
    /// At which stage.
    pub stage: Stage,
    /// Since when: a day, a month or a year.
    pub since: String,
    /// Where that is written.
    pub source: String,
}

/// Opens an engagement.
pub async fn open(op: &Op, opening: Opening) -> Result<EngagementId> {
    let (community, visibility) = (Some(opening.community), opening.visibility);
    place::settle(op, Action::WorkEngagement, community, visibility).await?;
    let mut write = op.write().await?;
    let id = record(&mut write, opening).await?;
    write.commit().await?;
    Ok(id)
}

/// Opens an engagement within a write that does more; the caller has asked the policy.
pub async fn record(write: &mut Write<'_>, opening: Opening) -> Result<EngagementId> {
    let checked = check(write.view(), &opening, write.at().date_naive())?;
    let row = row(write, opening, checked);
    unique(write.view(), &row)?;
    let (id, stage) = (row.id, row.stage);
    write.insert(row).await?;
    let opened = transition::Model {
        id: TransitionId(write.id()),
        engagement_id: id,
        from_stage: None,
        to_stage: stage,
        note: None,
        account_id: write.view().viewer().account(),
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(opened).await?;
    Ok(id)
}

struct Checked {
    facts: EngagementFacts,
    standing: Option<(Stage, AlreadyStanding)>,
    practice: bool,
}

fn check(view: &View, opening: &Opening, today: NaiveDate) -> Result<Checked, Vec<Refusal>> {
    let mut refusals = Refusals::new();
    if view.community(opening.community).is_none() {
        refusals.push(Refusal::new(RefusalCode::NotFound, "community"));
    }
    refusals.take(named(view, opening.party, "party"));
    if let Some(owner) = opening.draft.owner {
        refusals.require(member(view, opening.community, owner, "owner"));
    }
    let mut draft = opening.draft.clone();
    for id in &opening.entry_points {
        let found = refusals.take(named(view, *id, "entryPoints"));
        draft.entry_points.extend(found.filter(|found| !draft.entry_points.contains(found)));
    }
    let practice = refusals.take(reopened(view, opening));
    let standing = opening.standing.as_ref().map(|standing| standing.parse(today));
    let (standing, facts) = (standing.transpose(), draft.parse());
    let mut all = refusals.finish(Some(())).err().unwrap_or_default();
    all.extend(standing.as_ref().err().cloned().unwrap_or_default());
    all.extend(facts.as_ref().err().cloned().unwrap_or_default());
    match (facts, standing, practice) {
        (Ok(facts), Ok(standing), Some(practice)) if all.is_empty() => {
            Ok(Checked { facts, standing, practice })
        }
        _ => Err(all),
    }
}

/// Only a declined engagement about the same matter is taken up again. Tells whether the new one
/// is for practice.
fn reopened(view: &View, opening: &Opening) -> Result<bool, Refusal> {
    let Some(id) = opening.reopens else {
        return Ok(opening.practice);
    };
    let refused = |code| Refusal::new(code, "reopens");
    let row = view.engagement(id).ok_or_else(|| refused(RefusalCode::NotFound))?;
    let matter = (row.community_id, row.party_id, row.objective);
    if matter != (opening.community, opening.party, opening.objective) {
        return Err(refused(RefusalCode::FieldNotAllowed));
    }
    match row.stage {
        Stage::Declined => Ok(opening.practice || row.practice),
        _ => Err(refused(RefusalCode::StageNotReachable).missing(Stage::Declined.to_string())),
    }
}

impl Standing {
    fn parse(&self, today: NaiveDate) -> Result<(Stage, AlreadyStanding), Vec<Refusal>> {
        let parsed = AlreadyStanding::parse(&self.since, &self.source)
            .map_err(|refusals| within(refusals, "standing"))?;
        match parsed.since.first() > tomorrow(today) {
            true => Err(vec![Refusal::new(RefusalCode::OutOfRange, "standing.since")]),
            false => Ok((self.stage, parsed)),
        }
    }
}

fn row(write: &Write<'_>, opening: Opening, checked: Checked) -> engagement::Model {
    let Checked { facts, standing, practice } = checked;
    let (stage, already) = match standing {
        Some((stage, already)) => (stage, Some(already)),
        None => (Stage::Identified, None),
    };
    let today = write.at().date_naive();
    let mut row = engagement::Model {
        id: EngagementId(write.id()),
        community_id: opening.community,
        party_id: opening.party,
        objective: opening.objective,
        stage,
        stage_since: already.as_ref().map_or(today, |already| already.since.first()),
        // What a dormant one had reached before is not known: it wakes up at the beginning.
        before_dormant: (stage == Stage::Dormant).then_some(Stage::Identified),
        why: String::new(),
        owner_id: None,
        entry_points: List(Vec::new()),
        next_step: None,
        next_step_due: None,
        influence: None,
        interest: None,
        impact: None,
        cadence_days: None,
        proposal_url: None,
        proposal_file: None,
        proposal_text: None,
        deciding_group_id: None,
        no_deciding_group: false,
        decision_outcome: None,
        decided_by_id: None,
        decided_on: None,
        decision_note: None,
        decision_source: None,
        commitments: List(Vec::new()),
        onboarding_since: None,
        onboarding: List(Vec::new()),
        standing_since: already.as_ref().map(|already| already.since),
        standing_source: already.map(|already| already.source),
        ends_on: None,
        close_reason: None,
        declined_by: None,
        reopens_id: opening.reopens,
        need_id: opening.need,
        practice,
        visibility: opening.visibility,
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    row.set_facts(facts);
    row
}
