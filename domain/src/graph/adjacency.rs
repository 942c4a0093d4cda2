//! Neighbours of every node in compressed sparse rows, a page of nodes at a time, so that changing
//! the steps of one node copies those of its page alone.

use std::sync::Arc;

use super::index::index;
use super::paged::Paged;
use super::{Edge, Neighbor};

/// How many nodes share a page of rows.
const NODES: usize = 64;

/// One direction of a graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Adjacency {
    pages: Paged<Arc<Rows>>,
    node_count: u32,
}

/// The steps of node `n` of a page stand at `starts[n]..starts[n + 1]`, in edge order.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rows {
    starts: [u32; NODES + 1],
    steps: Vec<Neighbor>,
}

impl Adjacency {
    /// Sorts edges by the end `near` picks, stably, by counting; the builder has checked both ends.
    pub(super) fn new(
        node_count: u32,
        edges: &[Edge],
        near: impl Fn(&Edge) -> u32,
        far: impl Fn(&Edge) -> u32,
    ) -> Self {
        let mut starts = vec![0_u32; node_count as usize + 1];
        for edge in edges {
            starts[near(edge) as usize + 1] += 1;
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut next = starts.clone();
        let mut steps = vec![Neighbor { node: 0, edge: 0, kind: 0 }; edges.len()];
        for (number, edge) in edges.iter().enumerate() {
            let slot = &mut next[near(edge) as usize];
            steps[*slot as usize] =
                Neighbor { node: far(edge), edge: index(number), kind: edge.kind };
            *slot += 1;
        }
        let firsts = (0..node_count as usize).step_by(NODES);
        let pages = firsts.map(|first| Arc::new(Rows::cut(&starts[first..], &steps)));
        Self { pages: pages.collect(), node_count }
    }

    pub(super) fn node_count(&self) -> u32 {
        self.node_count
    }

    pub(super) fn degree(&self, node: u32) -> u32 {
        index(self.row(node).len())
    }

    pub(super) fn of(&self, node: u32) -> impl Iterator<Item = Neighbor> + '_ {
        self.row(node).iter().copied()
    }

    /// The steps of `node`; none for an index outside the graph.
    fn row(&self, node: u32) -> &[Neighbor] {
        let (page, place) = place(node);
        self.pages.get(page).map_or(&[], |rows| &rows.steps[rows.range(place)])
    }

    /// Adds a node without steps.
    pub(super) fn add_node(&mut self) {
        if place(self.node_count).1 == 0 {
            self.pages.push(Arc::new(Rows { starts: [0; NODES + 1], steps: Vec::new() }));
        }
        self.node_count += 1;
    }

    /// Puts a step into the row of `node`, in edge order.
    pub(super) fn insert(&mut self, node: u32, step: Neighbor) {
        self.change(node, |row| {
            Change::Insert(row.partition_point(|at| at.edge < step.edge), step)
        });
    }

    /// Takes the step along an edge out of the row of `node`.
    pub(super) fn remove(&mut self, node: u32, edge: u32) {
        self.change(node, |row| Change::Remove(row.partition_point(|at| at.edge < edge)));
    }

    fn change(&mut self, node: u32, decide: impl FnOnce(&[Neighbor]) -> Change) {
        let (page, place) = place(node);
        let Some(rows) = self.pages.get_mut(page).map(Arc::make_mut) else { return };
        let range = rows.range(place);
        let after = rows.starts[place + 1..].iter_mut();
        match decide(&rows.steps[range.clone()]) {
            Change::Insert(position, step) => {
                rows.steps.insert(range.start + position, step);
                after.for_each(|start| *start += 1);
            }
            Change::Remove(position) if position < range.len() => {
                rows.steps.remove(range.start + position);
                after.for_each(|start| *start -= 1);
            }
            Change::Remove(_) => {}
        }
    }
}

/// What happens to a row, and where in it.
enum Change {
    Insert(usize, Neighbor),
    Remove(usize),
}

impl Rows {
    /// The rows of as many nodes as there are and a page holds, whose first starts at `starts[0]`.
    fn cut(all: &[u32], steps: &[Neighbor]) -> Self {
        let last = all.len().min(NODES + 1) - 1;
        let (first, end) = (all[0], all[last]);
        let mut starts = [end - first; NODES + 1];
        for (start, known) in starts.iter_mut().zip(&all[..=last]) {
            *start = known - first;
        }
        Self { starts, steps: steps[first as usize..end as usize].to_vec() }
    }

    fn range(&self, place: usize) -> std::ops::Range<usize> {
        self.starts[place] as usize..self.starts[place + 1] as usize
    }
}

/// The page of a node, and its place there.
fn place(node: u32) -> (u32, usize) {
    let place = node as usize % NODES;
    (node / index(NODES), place)
}
