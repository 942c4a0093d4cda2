//! The surroundings of a stakeholder as they move.

use super::Progress;
use crate::error::Result;
use crate::service::neighborhood::{Wanted, around};
use crate::snapshot::View;
use crate::snapshot::view::{Named, Neighborhood};
use domain::identifier::{EvidenceId, RelationshipId, StakeholderId};
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

/// What is told of surroundings.
#[derive(Debug, Default)]
pub struct NeighborhoodChanged {
    /// Stakeholders that came or changed, as they are now, with their distance.
    pub nodes: Vec<(Arc<Stakeholder>, u32)>,
    /// Relationships between the stakeholders that came or changed, as they are now.
    pub edges: Vec<Arc<relationship::Model>>,
    /// Stakeholders that belong to the surroundings no more.
    pub removed_nodes: Vec<StakeholderId>,
    /// Relationships that belong to them no more.
    pub removed_edges: Vec<RelationshipId>,
    /// Whether there is more than is told.
    pub read_again: bool,
}

impl NeighborhoodChanged {
    fn read_again() -> Self {
        Self { read_again: true, ..Self::default() }
    }

    fn largest(&self) -> usize {
        let nodes = self.nodes.len().max(self.removed_nodes.len());
        nodes.max(self.edges.len()).max(self.removed_edges.len())
    }
}

/// What a subscriber is told of the surroundings that it wants, no more than their limit of each or
/// to read again; none when nothing of them has moved that the subscriber sees.
pub fn neighborhood_changed(progress: &Progress, wanted: &Wanted) -> Option<NeighborhoodChanged> {
    if progress.has_other_rights() {
        return Some(NeighborhoodChanged::read_again());
    }
    let Progress { before, now, .. } = progress;
    let mut touched = HashSet::new();
    for record in progress.moved() {
        touched.extend([before, now].into_iter().flat_map(|view| shown_by(view, record)));
    }
    if touched.is_empty() {
        return None;
    }
    let (was, is) = (look(before, wanted), look(now, wanted));
    let told = difference(&was, &is, &touched);
    match usize::try_from(wanted.limit) {
        _ if told.largest() == 0 => None,
        Ok(most) if told.largest() <= most => Some(told),
        _ => Some(NeighborhoodChanged::read_again()),
    }
}

/// The surroundings; nothing when their middle is not to be seen.
fn look(view: &View, wanted: &Wanted) -> Neighborhood {
    let found: Result<_> = around(view, wanted.clone());
    found.unwrap_or_else(|_| Neighborhood { nodes: Vec::new(), edges: Vec::new(), omitted: 0 })
}

fn difference(
    was: &Neighborhood,
    is: &Neighborhood,
    touched: &HashSet<Uuid>,
) -> NeighborhoodChanged {
    let nodes = |found: &Neighborhood| {
        found.nodes.iter().map(|(row, hop)| (row.id, *hop)).collect::<HashSet<_>>()
    };
    let ids =
        |found: &Neighborhood| found.nodes.iter().map(|(row, _)| row.id).collect::<HashSet<_>>();
    let edges = |found: &Neighborhood| found.edges.iter().map(|row| row.id).collect::<HashSet<_>>();
    let (nodes_before, ids_now) = (nodes(was), ids(is));
    let (edges_before, edges_now) = (edges(was), edges(is));
    let is_new = |row: &Stakeholder, hop: u32| {
        touched.contains(&row.id.0) || !nodes_before.contains(&(row.id, hop))
    };
    let came = is.nodes.iter().filter(|(row, hop)| is_new(row, *hop));
    let joined = is.edges.iter();
    let joined =
        joined.filter(|row| touched.contains(&row.id.0) || !edges_before.contains(&row.id));
    let gone = was.nodes.iter().map(|(row, _)| row.id).filter(|id| !ids_now.contains(id));
    let parted = was.edges.iter().map(|row| row.id).filter(|id| !edges_now.contains(id));
    NeighborhoodChanged {
        nodes: came.cloned().collect(),
        edges: joined.cloned().collect(),
        removed_nodes: gone.collect(),
        removed_edges: parted.collect(),
        read_again: false,
    }
}

/// The visible stakeholders and relationships that a map draws otherwise when a record changes: a
/// relationship counts among those of both its ends.
fn shown_by(view: &View, (noun, id): Named) -> Vec<Uuid> {
    match noun {
        "stakeholder" => vec![id],
        "relationship" => match view.relationship(RelationshipId(id)) {
            Some(row) => vec![id, row.source_id.0, row.target_id.0],
            None => Vec::new(),
        },
        // The date of a source may be since when a relationship counts.
        "source" => {
            let cited = view.hanging_on(("source", id)).into_iter();
            let cited = cited.filter_map(|(_, id)| view.evidence(EvidenceId(id)));
            cited.map(|row| row.subject_id).collect()
        }
        "evidence" => match view.evidence(EvidenceId(id)) {
            Some(row) => vec![row.subject_id],
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}
