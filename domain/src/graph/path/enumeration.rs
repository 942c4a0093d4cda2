//! All ways there are, for comparing clever searches with.

use proptest::prelude::*;

use crate::graph::sample::{any_edges, graph_of};
use crate::graph::{Admission, Direction, Graph};

use super::Path;

/// A small journey from node 0 with a value for each edge.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) graph: Graph,
    pub(super) direction: Direction,
    pub(super) goals: Vec<u32>,
    pub(super) values: Vec<u32>,
    hidden_nodes: u32,
    hidden_edges: u32,
}

/// Any small journey, with few different values so that there are ties.
pub(super) fn any_case() -> impl Strategy<Value = Case> {
    let values = prop::collection::vec(0..4_u32, 16);
    let goals = prop::collection::vec(0..8_u32, 0..3);
    let hidden = (any::<u32>(), any::<u32>());
    let directions = vec![Direction::Outgoing, Direction::Incoming, Direction::Either];
    let direction = prop::sample::select(directions);
    (any_edges(7, 16), values, goals, hidden, direction).prop_map(
        |((nodes, ends), values, goals, (hidden_nodes, hidden_edges), direction)| Case {
            graph: graph_of(nodes, &ends),
            direction,
            goals,
            values,
            hidden_nodes,
            hidden_edges,
        },
    )
}

impl Case {
    pub(super) fn admission(&self) -> Admission<impl Fn(u32) -> bool, impl Fn(u32) -> bool> {
        let shows = |mask: u32, index: u32| mask & (mask >> 7) & (mask >> 3) & (1 << index) == 0;
        let (nodes, edges) = (self.hidden_nodes, self.hidden_edges);
        Admission { edge: move |edge| shows(edges, edge), node: move |node| shows(nodes, node) }
    }

    /// Every way of the journey; of parallel edges each takes the one with the least `order`.
    pub(super) fn ways<K: Ord>(&self, order: impl Fn(u32) -> K) -> Vec<Path> {
        let admission = self.admission();
        if !admission.enters(&self.graph, 0) {
            return Vec::new();
        }
        let mut done = Vec::new();
        let mut waiting = vec![Path { nodes: vec![0], edges: Vec::new() }];
        while let Some(path) = waiting.pop() {
            let last = *path.nodes.last().unwrap();
            if self.goals.contains(&last) {
                done.push(path);
                continue;
            }
            for next in (0..self.graph.node_count()).filter(|next| !path.nodes.contains(next)) {
                let steps = admission.neighbors(&self.graph, last, self.direction);
                let steps = steps.filter(|step| step.node == next).map(|step| step.edge);
                if let Some(edge) = steps.min_by_key(|edge| order(*edge)) {
                    let mut longer = path.clone();
                    longer.nodes.push(next);
                    longer.edges.push(edge);
                    waiting.push(longer);
                }
            }
        }
        done
    }
}
