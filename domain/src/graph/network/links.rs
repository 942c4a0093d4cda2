//! The links of a network in flat arrays.

use std::ops::Range;

use crate::graph::index::index;
use crate::graph::{Admission, Direction, Graph};

/// Stands for the edge of a link that several parallel edges make.
const SEVERAL: u32 = u32::MAX;

/// For each place the places one step away, ascending and each once.
#[derive(Clone, Debug)]
pub(in crate::graph) struct Links {
    starts: Vec<u32>,
    targets: Vec<u32>,
    edges: Vec<u32>,
    /// None where every link weighs 1.
    weights: Option<Vec<f64>>,
}

impl Links {
    /// Collects the steps in one direction. Places are taken in order and entered into the lists of
    /// those that lead to them, so that the lists come out sorted with parallel edges side by side.
    pub(super) fn gather<E, N>(
        graph: &Graph,
        admission: &Admission<E, N>,
        (nodes, places): (&[u32], &[u32]),
        direction: Direction,
        weights: Option<&[f64]>,
    ) -> Self
    where
        E: Fn(u32) -> bool,
        N: Fn(u32) -> bool,
    {
        let against = match direction {
            Direction::Outgoing => Direction::Incoming,
            Direction::Incoming => Direction::Outgoing,
            Direction::Either => Direction::Either,
        };
        let mut links = Self::room(graph, admission, (nodes, places), direction, weights.is_some());
        let mut ends: Vec<u32> = links.starts[..nodes.len()].to_vec();
        let mut merged = false;
        for (place, &node) in (0..).zip(nodes) {
            for step in admission.neighbors(graph, node, against) {
                let near = places[step.node as usize] as usize;
                if step.node == node {
                    continue;
                }
                let (slot, weight) = (ends[near] as usize, step.edge as usize);
                let weight = weights.map_or(1.0, |all| all[weight]);
                if slot > links.starts[near] as usize && links.targets[slot - 1] == place {
                    links.edges[slot - 1] = SEVERAL;
                    links.add_weight(slot - 1, weight);
                    merged = true;
                } else {
                    links.targets[slot] = place;
                    links.edges[slot] = step.edge;
                    if let Some(all) = &mut links.weights {
                        all[slot] = weight;
                    }
                    ends[near] += 1;
                }
            }
        }
        if merged {
            links.close_gaps(&ends);
        }
        links
    }

    /// Empty lists long enough for every step in this direction, parallel ones included.
    fn room<E, N>(
        graph: &Graph,
        admission: &Admission<E, N>,
        (nodes, places): (&[u32], &[u32]),
        direction: Direction,
        weighted: bool,
    ) -> Self
    where
        E: Fn(u32) -> bool,
        N: Fn(u32) -> bool,
    {
        let mut starts = vec![0_u32; nodes.len() + 1];
        let edges = graph.edges().filter(|(number, _)| (admission.edge)(*number));
        for (_, edge) in edges.filter(|(_, edge)| edge.from != edge.to) {
            if direction != Direction::Incoming {
                starts[places[edge.from as usize] as usize + 1] += 1;
            }
            if direction != Direction::Outgoing {
                starts[places[edge.to as usize] as usize + 1] += 1;
            }
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let total = total as usize;
        let weights = weighted.then(|| vec![1.0; total]);
        Self { starts, targets: vec![0; total], edges: vec![0; total], weights }
    }

    fn add_weight(&mut self, link: usize, weight: f64) {
        let count = self.targets.len();
        self.weights.get_or_insert_with(|| vec![1.0; count])[link] += weight;
    }

    /// Moves the lists together where merging left room behind them.
    fn close_gaps(&mut self, ends: &[u32]) {
        let mut kept = 0;
        for (start, &end) in self.starts.iter_mut().zip(ends) {
            let list = *start as usize..end as usize;
            *start = index(kept);
            self.targets.copy_within(list.clone(), kept);
            self.edges.copy_within(list.clone(), kept);
            if let Some(weights) = &mut self.weights {
                weights.copy_within(list.clone(), kept);
            }
            kept += list.len();
        }
        if let Some(end) = self.starts.last_mut() {
            *end = index(kept);
        }
        self.targets.truncate(kept);
        self.edges.truncate(kept);
        if let Some(weights) = &mut self.weights {
            weights.truncate(kept);
        }
    }

    /// How many links there are in all lists together.
    pub(in crate::graph) fn len(&self) -> usize {
        self.targets.len()
    }

    /// Where the list of a place stands among all links.
    pub(in crate::graph) fn range(&self, place: u32) -> Range<usize> {
        let place = place as usize;
        self.starts[place] as usize..self.starts[place + 1] as usize
    }

    /// How many places are one step away.
    pub(in crate::graph) fn degree(&self, place: u32) -> usize {
        self.range(place).len()
    }

    /// The places one step away, ascending.
    pub(in crate::graph) fn of(&self, place: u32) -> &[u32] {
        &self.targets[self.range(place)]
    }

    /// The place that a link leads to.
    pub(in crate::graph) fn target(&self, link: usize) -> u32 {
        self.targets[link]
    }

    /// The edge that makes a link; none where parallel edges make it together.
    pub(in crate::graph) fn edge(&self, link: usize) -> Option<u32> {
        Some(self.edges[link]).filter(|edge| *edge != SEVERAL)
    }

    /// The weights of all links; none where every one weighs 1.
    pub(in crate::graph) fn weights(&self) -> Option<&[f64]> {
        self.weights.as_deref()
    }

    /// The summed weight of the links of a place.
    pub(in crate::graph) fn weight_of(&self, place: u32) -> f64 {
        let range = self.range(place);
        match &self.weights {
            Some(weights) => weights[range].iter().sum(),
            None => range.len() as f64,
        }
    }
}
