//! The graph of one snapshot as compact adjacency, with the way from rows to indices and back.
//! Built at the first question about a revision and kept with the snapshot.

use super::Snapshot;
use domain::graph::{Edge, Graph, GraphBuilder};
use domain::relationship::RelationshipKind;
use domain::vocabulary::Word;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Indices are given in order of id, which is the order of creation.
#[derive(Debug)]
pub struct GraphIndex {
    /// Every stakeholder and every relationship, hidden ones too: walks get a scope as admission.
    pub graph: Graph,
    /// The stakeholder of each node.
    pub nodes: Vec<Arc<Stakeholder>>,
    /// The relationship of each edge.
    pub edges: Vec<Arc<relationship::Model>>,
    node_of: HashMap<Uuid, u32>,
}

impl GraphIndex {
    /// The node of a stakeholder.
    pub fn node(&self, id: Uuid) -> Option<u32> {
        self.node_of.get(&id).copied()
    }

    fn new(snapshot: &Snapshot) -> Self {
        let nodes: Vec<_> = snapshot.stakeholders.values().cloned().collect();
        let node_of: HashMap<_, _> = nodes.iter().map(|row| row.id.0).zip(0u32..).collect();
        let mut builder = GraphBuilder::new(u32::try_from(nodes.len()).unwrap_or(u32::MAX));
        let mut edges = Vec::new();
        for row in snapshot.relationships.values() {
            let ends = node_of.get(&row.source_id.0).zip(node_of.get(&row.target_id.0));
            // Both ends exist by foreign key; an edge that has none is not drawn.
            if let Some((from, to)) = ends
                && builder.add(Edge { from: *from, to: *to, kind: kind_code(row.kind) }).is_ok()
            {
                edges.push(row.clone());
            }
        }
        Self { graph: builder.build(), nodes, edges, node_of }
    }
}

impl Snapshot {
    /// The graph of this snapshot.
    pub(super) fn graph(&self) -> &GraphIndex {
        self.graph.get_or_init(|| GraphIndex::new(self))
    }
}

fn kind_code(kind: RelationshipKind) -> u8 {
    let position = RelationshipKind::ALL.iter().position(|known| *known == kind);
    position.and_then(|position| u8::try_from(position).ok()).unwrap_or(u8::MAX)
}
