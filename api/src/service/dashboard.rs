//! The dashboard: counts of exactly the rows that the viewer sees.

use super::evidence::items;
use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::action::ActionState;
use domain::confidence::sources;
use domain::engagement::Stage;
use domain::identifier::CommunityId;
use domain::relationship::Layer;
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;
use entity::stakeholder::Stakeholder;
use entity::{engagement, relationship};
use std::sync::Arc;

/// The rows that the counts are about, each as the list of the same filter shows them.
#[derive(Clone, Debug)]
pub struct Dashboard {
    stakeholders: Vec<Arc<Stakeholder>>,
    relationships: Vec<Arc<relationship::Model>>,
    engagements: Vec<Arc<engagement::Model>>,
    /// Open engagements whose next step, and open actions whose date, has passed.
    pub overdue: usize,
    /// Relationships that one independent source supports, or none.
    pub single_source: usize,
}

/// Counts what stands: neither archived nor retracted. With a community, only what it maintains
/// and works on.
pub fn dashboard(
    view: &View,
    community: Option<CommunityId>,
    today: NaiveDate,
) -> Result<Dashboard> {
    if community.is_some_and(|id| view.community(id).is_none()) {
        return Err(Error::NotFound);
    }
    let of = |maintainer: Option<CommunityId>| community.is_none() || maintainer == community;
    let stakeholders = view
        .stakeholders()
        .filter(|row| row.archived_at.is_none() && of(row.community_id))
        .cloned()
        .collect();
    let relationships: Vec<_> = view
        .relationships()
        .filter(|row| of(row.community_id) && view.stands(row))
        .cloned()
        .collect();
    let engagements: Vec<_> =
        view.engagements().filter(|row| of(Some(row.community_id))).cloned().collect();
    let steps = engagements
        .iter()
        .filter(|row| row.stage.is_open() && row.next_step_due.is_some_and(|due| due < today));
    let actions = view.actions().filter(|row| {
        of(Some(row.community_id))
            && row.state == ActionState::Open
            && row.due_on.is_some_and(|due| due < today)
    });
    let thin = |row: &&Arc<relationship::Model>| sources(&items(view, row.id.0), today) <= 1;
    Ok(Dashboard {
        overdue: steps.count() + actions.count(),
        single_source: relationships.iter().filter(thin).count(),
        stakeholders,
        relationships,
        engagements,
    })
}

impl Dashboard {
    /// How many stakeholders.
    pub fn stakeholders(&self) -> usize {
        self.stakeholders.len()
    }

    /// How many relationships.
    pub fn relationships(&self) -> usize {
        self.relationships.len()
    }

    /// How many engagements, those declined or ended too.
    pub fn engagements(&self) -> usize {
        self.engagements.len()
    }

    /// How many stakeholders of which it is not clear who or what they are.
    pub fn unresolved(&self) -> usize {
        self.stakeholders.iter().filter(|row| row.unresolved.is_some()).count()
    }

    /// How many stakeholders of each kind, none left out.
    pub fn by_kind(&self) -> Vec<(StakeholderKind, usize)> {
        counted(self.stakeholders.iter().map(|row| row.kind))
    }

    /// How many relationships of each layer, none left out.
    pub fn by_layer(&self) -> Vec<(Layer, usize)> {
        counted(self.relationships.iter().map(|row| row.kind.layer()))
    }

    /// How many engagements at each stage, none left out.
    pub fn by_stage(&self) -> Vec<(Stage, usize)> {
        counted(self.engagements.iter().map(|row| row.stage))
    }
}

/// Every word of a list with how often it occurs.
fn counted<W: Word + PartialEq>(words: impl Iterator<Item = W> + Clone) -> Vec<(W, usize)> {
    let count = |word: &W| words.clone().filter(|other| other == word).count();
    W::ALL.iter().map(|word| (*word, count(word))).collect()
}
