//! The graph of one snapshot as compact adjacency, with the way from rows to indices and back. It is
//! built once, when the rows are read from the database; every step of the log then patches it.

use super::Snapshot;
use super::column::{Column, Entry, Places, Standing};
use domain::graph::{Direction, Edge, Graph, GraphBuilder, Neighbor};
use domain::identifier::StakeholderId;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::vocabulary::Word;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use imbl::OrdSet;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

mod patch;

/// Indices are given in order of id, which is the order of creation; those of rows that are gone are
/// not given again.
#[derive(Clone, Debug)]
pub struct GraphIndex {
    /// Every stakeholder and every relationship, hidden ones too: walks get a scope as admission.
    pub graph: Graph,
    /// The stakeholder of each node.
    pub nodes: Column<Stakeholder>,
    /// The relationship of each edge.
    pub edges: Column<relationship::Model>,
    /// Where all these stand.
    pub places: Places,
    /// Relationships that are not drawn, since an end is missing.
    loose: OrdSet<Uuid>,
}

impl GraphIndex {
    /// The node of a stakeholder.
    pub fn node(&self, id: Uuid) -> Option<u32> {
        self.nodes.find(id)
    }

    /// The edges of a stakeholder, either way, in order of the ids of their relationships.
    pub fn edges_of(&self, id: Uuid) -> impl Iterator<Item = u32> + use<> {
        let steps = self.node(id).map(|node| self.graph.neighbors(node, Direction::Either));
        let mut edges: Vec<u32> = steps.into_iter().flatten().map(|step| step.edge).collect();
        edges.sort_unstable();
        edges.dedup();
        edges.into_iter()
    }

    fn new(snapshot: &Snapshot) -> Self {
        let mut places = Places::default();
        let mut loose = OrdSet::new();
        let nodes: Column<_> =
            snapshot.stakeholders.values().map(|row| node_entry(row, &mut places)).collect();
        let node_of: HashMap<_, _> = snapshot.stakeholders.keys().copied().zip(0u32..).collect();
        let mut builder = GraphBuilder::new(nodes.count());
        builder.reserve(u32::try_from(snapshot.relationships.len()).unwrap_or(u32::MAX));
        let mut edges = Vec::new();
        for row in snapshot.relationships.values() {
            let ends = node_of.get(&row.source_id.0).zip(node_of.get(&row.target_id.0));
            // Both ends exist by foreign key; an edge that has none is not drawn.
            let edge = ends.map(|(&from, &to)| Edge { from, to, kind: kind_code(row.kind) });
            match edge.map(|edge| builder.add(edge)) {
                Some(Ok(_)) => edges.push(edge_entry(row, &mut places)),
                _ => drop(loose.insert(row.id.0)),
            }
        }
        Self { graph: builder.build(), nodes, edges: edges.into_iter().collect(), places, loose }
    }
}

impl PartialEq for GraphIndex {
    /// The same stakeholders and relationships, joined in the same way and listed in the same order,
    /// whatever their indices.
    fn eq(&self, other: &Self) -> bool {
        let rows = |index: &Self| index.nodes.present().eq(other.nodes.present());
        let steps = |index: &Self, direction| -> Vec<Vec<(Uuid, Uuid)>> {
            let nodes = index.nodes.present().filter_map(|row| index.node(row.id.0));
            let step =
                |step: Neighbor| Some((index.nodes.id(step.node)?, index.edges.id(step.edge)?));
            let row = |node| index.graph.neighbors(node, direction).filter_map(step).collect();
            nodes.map(row).collect()
        };
        let kinds =
            |index: &Self| -> Vec<u8> { index.graph.edges().map(|(_, edge)| edge.kind).collect() };
        let directions = [Direction::Outgoing, Direction::Incoming];
        self.loose == other.loose
            && rows(self)
            && self.edges.present().eq(other.edges.present())
            && self.nodes.standing(&self.places).eq(other.nodes.standing(&other.places))
            && self.edges.standing(&self.places).eq(other.edges.standing(&other.places))
            && kinds(self) == kinds(other)
            && directions.into_iter().all(|way| steps(self, way) == steps(other, way))
    }
}

impl Snapshot {
    /// The graph of this snapshot.
    pub(super) fn graph(&self) -> &GraphIndex {
        self.graph.get_or_init(|| Arc::new(GraphIndex::new(self)))
    }

    /// Whether any relationship names a stakeholder, one of which the other end is gone included.
    pub(super) fn is_joined(&self, id: StakeholderId) -> bool {
        let index = self.graph();
        let loose = index.loose.iter().filter_map(|id| self.relationships.get(id));
        index.edges_of(id.0).next().is_some()
            || loose.into_iter().any(|row| row.source_id == id || row.target_id == id)
    }
}

fn node_entry(row: &Arc<Stakeholder>, places: &mut Places) -> Entry<Stakeholder> {
    let place = places.code(row.community_id, row.visibility);
    let standing = if row.archived_at.is_none() { Standing::Shown } else { Standing::PutAway };
    Entry::new(row.id.0, row, place, standing)
}

fn edge_entry(row: &Arc<relationship::Model>, places: &mut Places) -> Entry<relationship::Model> {
    let place = places.code(row.community_id, row.visibility);
    let standing = match row.state {
        RelationshipState::Retracted => Standing::PutAway,
        _ => Standing::Shown,
    };
    Entry::new(row.id.0, row, place, standing)
}

fn kind_code(kind: RelationshipKind) -> u8 {
    let position = RelationshipKind::ALL.iter().position(|known| *known == kind);
    position.and_then(|position| u8::try_from(position).ok()).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
