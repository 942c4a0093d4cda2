//! Practice data: made for trying things out, and removed in one step.

use crate::error::{Error, Result};
use crate::op::{Expected, Governed, Op, Write};
use crate::snapshot::{Held, View};
use domain::identifier::{ChangeId, CommunityId, EngagementId};
use domain::policy::{Action, Place};
use domain::stakeholder::Visibility;
use entity::stakeholder::Stakeholder;
use entity::{action, engagement, evidence, gain, interaction, relationship, transition};
use uuid::Uuid;

/// Removes everything of a community that is marked as practice, in one write: what hangs on it and
/// what was said about it too. The log keeps it, so that it can be taken back. Stakeholders are
/// archived, for others may have come to rest on them.
pub async fn remove(op: &Op, community: CommunityId) -> Result<Removed> {
    let place = Place { community: Some(community), visibility: Visibility::Public };
    op.allow(Action::RemovePractice, place).await?;
    let mut write = op.write_as(Action::RemovePractice).await?;
    write.view().community(community).ok_or(Error::NotFound)?;
    let marked = Marked::of(write.view(), community);
    for id in &marked.actions {
        remove_with_evidence::<action::Model>(&mut write, *id).await?;
    }
    for id in &marked.engagements {
        remove_engagement(&mut write, *id).await?;
    }
    for id in &marked.relationships {
        remove_with_evidence::<relationship::Model>(&mut write, *id).await?;
    }
    for id in &marked.stakeholders {
        archive(&mut write, *id).await?;
    }
    let last_change = write.change_ids().last().copied();
    write.commit().await?;
    Ok(Removed { count: marked.count(), last_change })
}

/// What was removed.
#[derive(Clone, Copy, Debug)]
pub struct Removed {
    /// How many marked records went.
    pub count: usize,
    /// The last of the changes, by which all of them are taken back; none when nothing was marked.
    pub last_change: Option<ChangeId>,
}

/// What is marked as practice.
struct Marked {
    /// The later ones first, for they may take up earlier ones.
    engagements: Vec<EngagementId>,
    actions: Vec<Uuid>,
    relationships: Vec<Uuid>,
    stakeholders: Vec<Uuid>,
}

impl Marked {
    fn of(view: &View, community: CommunityId) -> Self {
        let engagements = view.engagements().filter(|row| row.community_id == community);
        let actions = view.actions().filter(|row| row.community_id == community);
        let relationships = view.relationships().filter(|row| row.community_id == Some(community));
        let stakeholders = view
            .stakeholders()
            .filter(|row| row.community_id == Some(community) && row.archived_at.is_none());
        let mut engagements: Vec<_> =
            engagements.filter(|row| row.practice).map(|row| row.id).collect();
        engagements.reverse();
        Self {
            engagements,
            actions: actions.filter(|row| row.practice).map(|row| row.id.0).collect(),
            relationships: relationships.filter(|row| row.practice).map(|row| row.id.0).collect(),
            stakeholders: stakeholders.filter(|row| row.practice).map(|row| row.id.0).collect(),
        }
    }

    fn count(&self) -> usize {
        self.engagements.len()
            + self.actions.len()
            + self.relationships.len()
            + self.stakeholders.len()
    }
}

/// An engagement goes with its parts. Records that are not for practice are let go of it.
async fn remove_engagement(write: &mut Write<'_>, id: EngagementId) -> Result<()> {
    let view = write.view().clone();
    for row in view.gains_of(id) {
        remove_row::<gain::Model>(write, row.id.0).await?;
    }
    for row in view.interactions_of(id) {
        remove_row::<interaction::Model>(write, row.id.0).await?;
    }
    for row in view.transitions_of(id) {
        remove_row::<transition::Model>(write, row.id.0).await?;
    }
    for row in view.actions_of(id) {
        let before: action::Model = write.load(row.id.0).await?;
        let after = action::Model { engagement_id: None, updated_at: write.at(), ..before.clone() };
        write.update(before, after, Expected::Sweep).await?;
    }
    for row in view.engagements().filter(|row| row.reopens_id == Some(id)) {
        let before: engagement::Model = write.load(row.id.0).await?;
        let after =
            engagement::Model { reopens_id: None, updated_at: write.at(), ..before.clone() };
        write.update(before, after, Expected::Sweep).await?;
    }
    remove_with_evidence::<engagement::Model>(write, id.0).await
}

async fn remove_with_evidence<R: Held + Governed>(write: &mut Write<'_>, id: Uuid) -> Result<()> {
    let said: Vec<_> = write.view().evidence_of(id).map(|row| row.id.0).collect();
    for evidence in said {
        remove_row::<evidence::Model>(write, evidence).await?;
    }
    remove_row::<R>(write, id).await
}

async fn remove_row<R: Held + Governed>(write: &mut Write<'_>, id: Uuid) -> Result<()> {
    let before: R = write.load(id).await?;
    write.delete(before, Expected::Sweep).await
}

async fn archive(write: &mut Write<'_>, id: Uuid) -> Result<()> {
    let before: Stakeholder = write.load(id).await?;
    let at = write.at();
    let after = Stakeholder { archived_at: Some(at), updated_at: at, ..before.clone() };
    write.update(before, after, Expected::Sweep).await
}
