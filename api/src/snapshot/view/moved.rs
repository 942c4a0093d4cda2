//! What differs between two views of one viewer: found without comparing what they share.

use super::View;
use crate::snapshot::held::{Held, match_noun, nouns, with_noun};
use domain::identifier::{CommunityId, EngagementId, MeetingId, SourceId, StakeholderId};
use entity::stakeholder::Stakeholder;
use imbl::ordmap::DiffItem;
use std::sync::Arc;
use uuid::Uuid;

impl View {
    /// Whether both show the same communities; it may say no to equals.
    pub(crate) fn has_same_communities(&self, other: &Self) -> bool {
        self.snapshot.communities.ptr_eq(&other.snapshot.communities)
    }

    /// Whether both show the same relationships; it may say no to equals.
    pub(crate) fn has_same_relationships(&self, other: &Self) -> bool {
        self.snapshot.relationships.ptr_eq(&other.snapshot.relationships)
    }

    /// Whether both show the same capabilities; it may say no to equals.
    pub(crate) fn has_same_capabilities(&self, other: &Self) -> bool {
        self.snapshot.capabilities.ptr_eq(&other.snapshot.capabilities)
    }

    /// Every stakeholder, seen or not, that came, went or changed: as it was before and as it is.
    pub(crate) fn moved_stakeholders(&self, before: &Self) -> Vec<Arc<Stakeholder>> {
        let mut moved = Vec::new();
        for item in before.snapshot.stakeholders.diff(&self.snapshot.stakeholders) {
            match item {
                DiffItem::Add(_, row) | DiffItem::Remove(_, row) => moved.push(Arc::clone(row)),
                DiffItem::Update { old: (_, old), new: (_, new) } => {
                    moved.extend([Arc::clone(old), Arc::clone(new)]);
                }
            }
        }
        moved
    }
}

/// A record by its noun and its id.
pub type Named = (&'static str, Uuid);

/// Nouns that nobody follows: accounts have pages of their own.
const UNFOLLOWED: [&str; 1] = ["account"];

macro_rules! gather_moved {
    ([$($record:ty),+] $now:expr, $before:expr, $moved:expr) => {
        $($now.gather_moved::<$record>($before, &mut $moved);)+
    };
}

impl View {
    /// Every record that the viewer sees here or saw before, and that came, went or changed. What is
    /// hidden from both is not even counted.
    pub(crate) fn moved_since(&self, before: &Self) -> Vec<Named> {
        let mut moved = Vec::new();
        nouns!(gather_moved! { self, before, moved });
        moved
    }

    fn gather_moved<R: Held>(&self, before: &Self, moved: &mut Vec<Named>) {
        if UNFOLLOWED.contains(&R::NOUN) {
            return;
        }
        let in_sight =
            |id: &Uuid| before.sees_subject(R::NOUN, *id) || self.sees_subject(R::NOUN, *id);
        for item in before.snapshot.rows::<R>().diff(self.snapshot.rows::<R>()) {
            let id = match item {
                DiffItem::Add(id, _) | DiffItem::Remove(id, _) => id,
                DiffItem::Update { new: (id, _), .. } => id,
            };
            if in_sight(id) {
                moved.push((R::NOUN, *id));
            }
        }
    }

    /// Every record that the viewer sees, and only sees with this one.
    pub(crate) fn hanging_on(&self, record: Named) -> Vec<Named> {
        let mut found = vec![record];
        let mut next = 0;
        while let Some(record) = found.get(next).copied() {
            next += 1;
            found.extend(self.directly_on(record));
        }
        found.swap_remove(0);
        found
    }

    fn directly_on(&self, (noun, id): Named) -> Vec<Named> {
        let said = || self.evidence_of(id).map(|row| ("evidence", row.id.0));
        match noun {
            "stakeholder" => {
                let stakeholder = StakeholderId(id);
                let edges = self.relationships_of(stakeholder);
                let edges = edges.map(|row| ("relationship", row.id.0));
                let talks = self.engagements_of(stakeholder).map(|row| ("engagement", row.id.0));
                let given = self.capabilities_of(stakeholder).map(|row| ("capability", row.id.0));
                let kept = self.saved_views_of(stakeholder).map(|row| ("savedView", row.id.0));
                let asked = self.requirements_of(stakeholder).map(|row| ("requirement", row.id.0));
                let wanted = self.needs_of(stakeholder).map(|row| ("need", row.id.0));
                let proposed = self.proposals().filter(|row| row.named.0.contains(&stakeholder));
                let proposed = proposed.map(|row| ("proposal", row.id.0));
                let work =
                    talks.chain(given).chain(kept).chain(asked).chain(wanted).chain(proposed);
                edges.chain(work).chain(said()).collect()
            }
            "engagement" => {
                let whole = EngagementId(id);
                let gains = self.gains_of(whole).map(|row| ("gain", row.id.0));
                let contacts = self.interactions_of(whole).map(|row| ("interaction", row.id.0));
                let moves = self.transitions_of(whole).map(|row| ("transition", row.id.0));
                let tasks = self.actions_of(whole).map(|row| ("action", row.id.0));
                gains.chain(contacts).chain(moves).chain(tasks).chain(said()).collect()
            }
            "meeting" => {
                let tasks = self.actions_from(MeetingId(id)).map(|row| ("action", row.id.0));
                let proposed = self.proposals_of(MeetingId(id)).map(|row| ("proposal", row.id.0));
                tasks.chain(proposed).collect()
            }
            "relationship" | "action" | "capability" => said().collect(),
            "source" => {
                let cited = self.snapshot.evidence.values();
                let cited = cited.filter(|row| row.source_id == SourceId(id));
                let seen = cited.filter(|row| self.evidence(row.id).is_some());
                seen.map(|row| ("evidence", row.id.0)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether everything that a record hung on is in sight here, which this viewer saw before and
    /// which is gone since. What is gone with it counts as it stood.
    pub(crate) fn would_see(&self, before: &Self, (noun, id): (&str, Uuid)) -> bool {
        let in_sight = |(noun, id): (&str, Uuid)| match self.knows(noun, id) {
            true => self.sees_subject(noun, id),
            false => before.sees_subject(noun, id),
        };
        let below = with_noun!(noun, R => {
            let row = before.snapshot.rows::<R>().get(&id);
            row.is_some_and(|row| row.hangs_on().into_iter().all(in_sight))
        }, else false);
        below && before.at_rights_of(self).sees_subject(noun, id)
    }

    /// The same revision through the eyes of another view's viewer.
    fn at_rights_of(&self, other: &Self) -> Self {
        other.at(Arc::clone(&self.snapshot))
    }

    /// Whose a record is, seen or not.
    pub(crate) fn home_of(&self, (noun, id): Named) -> Option<CommunityId> {
        with_noun!(noun, R => {
            self.snapshot.rows::<R>().get(&id).and_then(|row| self.home::<R>(row))
        }, else None)
    }
}
