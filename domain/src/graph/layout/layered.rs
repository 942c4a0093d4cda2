//! Rows from top to bottom: for ladders of who asks, who carries on and who answers.

use super::Point;
use crate::graph::{Direction, Edge, Graph};

/// Rounds of reordering; each goes down and up once. More changed nothing on the graphs we draw.
const ROUNDS: u32 = 8;

/// The spacing of rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayeredSettings {
    /// The distance from one row to the next.
    pub row_distance: f32,
    /// The distance between neighbours in a row.
    pub node_distance: f32,
}

impl Default for LayeredSettings {
    fn default() -> Self {
        Self { row_distance: 96.0, node_distance: 160.0 }
    }
}

/// Nodes in rows, every edge leading to a lower row except those that close a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    rows: Vec<Vec<u32>>,
    row_of: Vec<u32>,
}

impl Rows {
    /// Puts each node one row below the lowest of its predecessors, then orders rows so that nodes
    /// stand near the mean of those they are joined to, keeping the order with the fewest
    /// crossings.
    pub fn new(graph: &Graph) -> Self {
        let row_of = longest_path_rows(graph);
        let count = row_of.iter().map(|row| row + 1).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); count as usize];
        for (node, &row) in (0..).zip(&row_of) {
            rows[row as usize].push(node);
        }
        let mut current = Self { rows, row_of };
        let (mut best, mut fewest) = (current.clone(), current.crossings(graph));
        for _ in 0..ROUNDS {
            current.sweep(graph, |own, other| other < own);
            current.rows.reverse();
            current.sweep(graph, |own, other| other > own);
            current.rows.reverse();
            let crossings = current.crossings(graph);
            if crossings < fewest {
                (best, fewest) = (current.clone(), crossings);
            }
        }
        best
    }

    /// The nodes of each row from left to right, the top row first.
    pub fn rows(&self) -> &[Vec<u32>] {
        &self.rows
    }

    /// Where each node stands: rows are centred on the y axis, the top row at y = 0.
    pub fn positions(&self, settings: LayeredSettings) -> Vec<Point> {
        let mut positions = vec![Point::ORIGIN; self.row_of.len()];
        for (row, nodes) in self.rows.iter().enumerate() {
            let left = (nodes.len() as f32 - 1.0) / -2.0;
            for (column, &node) in nodes.iter().enumerate() {
                let place = Point::new(
                    (left + column as f32) * settings.node_distance,
                    row as f32 * settings.row_distance,
                );
                positions[node as usize] = place;
            }
        }
        positions
    }

    /// Sorts each row in turn by the mean place of the nodes that `looks_at` another row.
    fn sweep(&mut self, graph: &Graph, looks_at: impl Fn(u32, u32) -> bool) {
        let mut places = self.places();
        for row in &mut self.rows {
            let mean = |node: u32| {
                let own = self.row_of[node as usize];
                let steps = graph.neighbors(node, Direction::Either);
                let seen = steps.filter(|step| looks_at(own, self.row_of[step.node as usize]));
                let (sum, count) = seen.fold((0.0_f32, 0_u32), |(sum, count), step| {
                    (sum + places[step.node as usize], count + 1)
                });
                if count == 0 { places[node as usize] } else { sum / count as f32 }
            };
            let mut keyed: Vec<(f32, u32)> = row.iter().map(|&node| (mean(node), node)).collect();
            keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
            *row = keyed.into_iter().map(|(_, node)| node).collect();
            place(row, &mut places);
        }
    }

    /// The place of each node within its row, from 0 to 1.
    fn places(&self) -> Vec<f32> {
        let mut places = vec![0.0; self.row_of.len()];
        for row in &self.rows {
            place(row, &mut places);
        }
        places
    }

    /// How often edges between the same two rows cross.
    fn crossings(&self, graph: &Graph) -> usize {
        let mut columns = vec![0_u32; self.row_of.len()];
        for row in &self.rows {
            for (column, &node) in (0..).zip(row) {
                columns[node as usize] = column;
            }
        }
        let corner = |node: u32| (self.row_of[node as usize], columns[node as usize]);
        let mut lines: Vec<[u32; 4]> = Vec::with_capacity(graph.edge_count() as usize);
        for (_, Edge { from, to, .. }) in graph.edges() {
            let ((upper, start), (lower, end)) =
                (corner(from).min(corner(to)), corner(from).max(corner(to)));
            lines.push([upper, lower, start, end]);
        }
        lines.sort_unstable();
        let mut crossings = 0;
        for bundle in lines.chunk_by(|one, other| one[..2] == other[..2]) {
            let mut ends = Vec::with_capacity(bundle.len());
            for &[_, _, _, end] in bundle {
                let passed = ends.partition_point(|seen| *seen <= end);
                crossings += ends.len() - passed;
                ends.insert(passed, end);
            }
        }
        crossings
    }
}

fn place(row: &[u32], places: &mut [f32]) {
    for (column, &node) in row.iter().enumerate() {
        places[node as usize] = (column as f32 + 0.5) / row.len() as f32;
    }
}

/// The row of each node. When only cycles are left, the node with the smallest index goes first and
/// the edges back to it point upwards.
fn longest_path_rows(graph: &Graph) -> Vec<u32> {
    let mut waiting_for: Vec<u32> = vec![0; graph.node_count() as usize];
    for (_, edge) in graph.edges().filter(|(_, edge)| edge.from != edge.to) {
        waiting_for[edge.to as usize] += 1;
    }
    let mut row_of = vec![0; waiting_for.len()];
    let mut placed = vec![false; waiting_for.len()];
    let mut ready: Vec<u32> =
        (0..graph.node_count()).filter(|&node| waiting_for[node as usize] == 0).collect();
    let mut unplaced = 0..graph.node_count();
    loop {
        let next = ready.pop().or_else(|| unplaced.find(|&node| !placed[node as usize]));
        let Some(node) = next else { break };
        placed[node as usize] = true;
        for step in graph.outgoing(node).filter(|step| step.node != node) {
            if placed[step.node as usize] {
                continue;
            }
            let below = row_of[node as usize] + 1;
            row_of[step.node as usize] = below.max(row_of[step.node as usize]);
            waiting_for[step.node as usize] -= 1;
            if waiting_for[step.node as usize] == 0 {
                ready.push(step.node);
            }
        }
    }
    row_of
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::sample::{any_edges, graph_of};

    fn check(node_count: u32, ends: &[(u32, u32)], expected: &[&[u32]]) {
        assert_eq!(Rows::new(&graph_of(node_count, ends)).rows(), expected);
    }

    #[test]
    fn a_node_stands_one_row_below_its_lowest_predecessor() {
        check(4, &[(0, 1), (1, 2), (0, 2), (0, 3)], &[&[0], &[1, 3], &[2]]);
        check(2, &[(1, 0), (0, 0)], &[&[1], &[0]]);
        check(3, &[(2, 1), (1, 0), (0, 2)], &[&[0], &[2], &[1]]);
    }

    #[test]
    fn rows_are_ordered_to_uncross_edges() {
        check(6, &[(0, 5), (1, 4), (2, 3)], &[&[0, 1, 2], &[5, 4, 3]]);
        let graph = graph_of(6, &[(0, 5), (1, 4), (2, 3)]);
        assert_eq!(Rows::new(&graph).crossings(&graph), 0);
    }

    #[test]
    fn rows_are_centred_and_evenly_spaced() {
        let settings = LayeredSettings { row_distance: 10.0, node_distance: 4.0 };
        let positions = Rows::new(&graph_of(3, &[(0, 1), (0, 2)])).positions(settings);
        let coordinates: Vec<_> = positions.iter().map(|p| (p.x, p.y)).collect();
        assert_eq!(coordinates, [(0.0, 0.0), (-2.0, 10.0), (2.0, 10.0)]);
    }

    proptest! {
        /// Each node has one place, edges of acyclic graphs lead down, and crossings are counted
        /// right.
        #[test]
        fn rows_hold_every_node_and_lead_down((nodes, ends) in any_edges(9, 14)) {
            let ends: Vec<_> = ends.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
            let graph = graph_of(nodes, &ends);
            let rows = Rows::new(&graph);
            let mut listed = rows.rows().concat();
            listed.sort_unstable();
            prop_assert_eq!(listed, (0..nodes).collect::<Vec<_>>());
            for &(from, to) in ends.iter().filter(|(from, to)| from != to) {
                prop_assert!(rows.row_of[from as usize] < rows.row_of[to as usize]);
            }
            let places = rows.places();
            let line = |&(from, to): &(u32, u32)| {
                let rows_of = (rows.row_of[from as usize], rows.row_of[to as usize]);
                (rows_of, places[from as usize], places[to as usize])
            };
            let mut crossings = 0;
            for (number, one) in ends.iter().map(line).enumerate() {
                for other in ends.iter().map(line).skip(number + 1) {
                    let apart = (one.1 - other.1) * (one.2 - other.2);
                    crossings += usize::from(one.0 == other.0 && apart < 0.0);
                }
            }
            prop_assert_eq!(rows.crossings(&graph), crossings);
        }
    }
}
