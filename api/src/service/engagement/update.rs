//! Changing the facts of an engagement.

use super::{load, member, named, unique};
use crate::error::Result;
use crate::op::{Expected, Op};
use crate::snapshot::View;
use domain::engagement::{EngagementDraft, EngagementFacts};
use domain::identifier::{AccountId, EngagementId, StakeholderId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::stakeholder::{StakeholderKind, Visibility};
use entity::engagement::Model;
use entity::record::List;

/// What is to change. The outer absence leaves a field as it is, the inner one clears it.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the fields are documented on EngagementDraft")]
pub struct Patch {
    pub why: Option<Option<String>>,
    pub owner: Option<Option<AccountId>>,
    pub entry_points: Option<Vec<StakeholderId>>,
    pub next_step: Option<Option<String>>,
    pub next_step_due: Option<Option<String>>,
    pub influence: Option<Option<i32>>,
    pub interest: Option<Option<i32>>,
    pub impact: Option<Option<i32>>,
    pub cadence_days: Option<Option<i32>>,
    pub proposal_url: Option<Option<String>>,
    pub proposal_file: Option<Option<String>>,
    pub proposal_text: Option<Option<String>>,
    pub deciding_group: Option<Option<StakeholderId>>,
    pub no_deciding_group: Option<Option<bool>>,
    pub visibility: Option<Option<Visibility>>,
}

/// Changes the facts of an engagement. What the actor does not see of it stays.
pub async fn update(op: &Op, id: EngagementId, expected: i32, patch: Patch) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    let mut after = patch.apply(write.view(), &before)?;
    unique(write.view(), &after)?;
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

impl Patch {
    /// The engagement with the patch, or everything that the rules refuse of it.
    pub(in crate::service) fn apply(
        self,
        view: &View,
        before: &Model,
    ) -> Result<Model, Vec<Refusal>> {
        let (mut found, mut refusals) = self.find(view, before);
        let (points, group) = (std::mem::take(&mut found.kept_points), found.kept_group);
        let mut after = before.clone();
        after.visibility = self.visibility.flatten().unwrap_or(before.visibility);
        match self.draft(before, found).parse() {
            Ok(mut facts) if refusals.is_empty() => {
                facts.entry_points.extend(points);
                facts.deciding_group = facts.deciding_group.or(group);
                one_word(view, &facts)?;
                after.set_facts(facts);
                Ok(after)
            }
            facts => {
                refusals.extend(facts.err().unwrap_or_default());
                Err(refusals)
            }
        }
    }

    /// Everything that the patch names, and what is refused of it.
    fn find(&self, view: &View, before: &Model) -> (Found, Vec<Refusal>) {
        let mut refusals = Refusals::new();
        let mut found = self.kept(view, before);
        let owner = self.owner.flatten().filter(|owner| before.owner_id != Some(*owner));
        if let Some(owner) = owner {
            refusals.require(member(view, before.community_id, owner, "owner"));
        }
        let List(known) = &before.entry_points;
        for id in self.entry_points.iter().flatten() {
            let point = refusals.take(renamed(view, known, *id, "entryPoints"));
            let fresh = point.filter(|point| !found.entry_points.contains(point));
            found.entry_points.extend(fresh);
        }
        if let Some(id) = self.deciding_group.flatten() {
            let known: Vec<_> = before.deciding_group_id.into_iter().collect();
            found.deciding_group = refusals.take(renamed(view, &known, id, "decidingGroup"));
        }
        if self.visibility == Some(None) {
            refusals.push(Refusal::new(RefusalCode::Required, "visibility"));
        }
        (found, refusals.finish(Some(())).err().unwrap_or_default())
    }

    /// What stays because the patch does not speak of it, or because the actor does not see it.
    fn kept(&self, view: &View, before: &Model) -> Found {
        let hidden = |id: &StakeholderId| view.stakeholder(*id).is_none();
        let List(known) = &before.entry_points;
        let points = known.iter().filter(|id| self.entry_points.is_none() || hidden(id));
        let group = before.deciding_group_id.filter(|id| match self.deciding_group {
            None => true,
            Some(None) => hidden(id),
            Some(Some(_)) => false,
        });
        Found { kept_points: points.copied().collect(), kept_group: group, ..Found::default() }
    }

    /// The facts as they were typed: those of before, with what the patch changes.
    fn draft(self, before: &Model, found: Found) -> EngagementDraft {
        let text = |patch: Option<Option<String>>, before: Option<&str>| {
            patch.unwrap_or_else(|| before.map(str::to_owned)).unwrap_or_default()
        };
        // Who names a group takes back that there is none.
        let no_deciding_group = match (self.no_deciding_group, self.deciding_group) {
            (Some(word), _) => word.unwrap_or_default(),
            (None, Some(Some(_))) => false,
            (None, _) => before.no_deciding_group,
        };
        let due = before.next_step_due.map(|day| day.to_string());
        EngagementDraft {
            why: text(self.why, Some(&before.why)),
            owner: self.owner.unwrap_or(before.owner_id),
            entry_points: found.entry_points,
            next_step: text(self.next_step, before.next_step.as_deref()),
            next_step_due: text(self.next_step_due, due.as_deref()),
            influence: self.influence.unwrap_or(before.influence),
            interest: self.interest.unwrap_or(before.interest),
            impact: self.impact.unwrap_or(before.impact),
            cadence_days: self.cadence_days.unwrap_or(before.cadence_days),
            proposal_url: text(self.proposal_url, before.proposal_url.as_deref()),
            proposal_file: text(self.proposal_file, before.proposal_file.as_deref()),
            proposal_text: text(self.proposal_text, before.proposal_text.as_deref()),
            deciding_group: found.deciding_group,
            no_deciding_group,
        }
    }
}

/// Refuses that no group decides while one that the actor sees is named.
fn one_word(view: &View, facts: &EngagementFacts) -> Result<(), Vec<Refusal>> {
    let named = facts.deciding_group.is_some_and(|id| view.stakeholder(id).is_some());
    match named && facts.no_deciding_group {
        true => Err(vec![Refusal::new(RefusalCode::FieldNotAllowed, "noDecidingGroup")]),
        false => Ok(()),
    }
}

/// The stakeholders that a patch names, with what they are, and those that stay.
#[derive(Debug, Default)]
struct Found {
    entry_points: Vec<(StakeholderId, StakeholderKind)>,
    deciding_group: Option<(StakeholderId, StakeholderKind)>,
    kept_points: Vec<StakeholderId>,
    kept_group: Option<StakeholderId>,
}

/// A stakeholder that is named again; it may have been archived meanwhile.
fn renamed(
    view: &View,
    known: &[StakeholderId],
    id: StakeholderId,
    field: &str,
) -> Result<(StakeholderId, StakeholderKind), Refusal> {
    match view.stakeholder(id) {
        Some(row) if known.contains(&id) => Ok((id, row.kind)),
        _ => named(view, id, field),
    }
}
