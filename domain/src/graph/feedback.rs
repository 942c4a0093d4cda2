//! How a voice climbs: from those whom nobody reports to, step by step, to those whom it is meant
//! for, and where it ends on the way.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::index::index;
use super::path::Path;
use super::{Admission, Direction, Graph};

/// The longest ladder that is looked for, in steps.
pub const LONGEST: u32 = 12;

/// Ladders found, the shortest first, then in order of their nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladders {
    /// Each leads from a foot to a goal, never twice to one node, and never through another goal.
    pub found: Vec<Path>,
    /// Whether there is no other of at most [`LONGEST`] steps.
    pub complete: bool,
}

/// The number of steps from every node up to the nearest goal; none where there is no admitted way.
pub fn heights<E, N>(graph: &Graph, admission: &Admission<E, N>, goals: &[u32]) -> Vec<Option<u32>>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut height = vec![None; graph.node_count() as usize];
    let mut frontier: Vec<u32> =
        goals.iter().copied().filter(|goal| admission.enters(graph, *goal)).collect();
    let mut steps = 0;
    while !frontier.is_empty() {
        let mut next = Vec::new();
        for node in frontier {
            let known = &mut height[node as usize];
            if known.is_none() {
                *known = Some(steps);
                let below = admission.neighbors(graph, node, Direction::Incoming);
                next.extend(below.map(|step| step.node));
            }
        }
        steps += 1;
        frontier = next;
    }
    height
}

/// Where voices begin: the fewest nodes below which nobody stands and from which all who reach a
/// goal are reached. Of a circle that nobody reports to, it is the smallest node.
pub fn feet<E, N>(graph: &Graph, admission: &Admission<E, N>, goals: &[u32]) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let height = heights(graph, admission, goals);
    let climbs = |node: u32| height[node as usize].is_some_and(|steps| steps > 0);
    sources(graph, &Admission { edge: &admission.edge, node: climbs }, Direction::Outgoing)
}

/// Where voices end that begin at these nodes: those reached who pass nothing on. Of a circle that
/// nothing leaves, it is the smallest node.
pub fn tops<E, N>(graph: &Graph, admission: &Admission<E, N>, from: &[u32]) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut reached = vec![false; graph.node_count() as usize];
    for &node in from.iter().filter(|node| admission.enters(graph, **node)) {
        spread(graph, admission, Direction::Outgoing, node, &mut reached);
    }
    let within = Admission { edge: &admission.edge, node: |node: u32| reached[node as usize] };
    sources(graph, &within, Direction::Incoming)
}

/// The ladders from any of these feet to any goal, `most` at most. Best first, each partial ladder
/// by the fewest steps that it can still come to, so that they are found in order of length; the
/// search gives up after `tries` partial ladders, because a tangle has more than can be listed.
pub fn ladders<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    feet: &[u32],
    goals: &[u32],
    (most, tries): (usize, usize),
) -> Ladders
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let height = heights(graph, admission, goals);
    let mut waiting = BinaryHeap::new();
    for &foot in feet {
        if let Some(Some(steps)) = height.get(foot as usize) {
            waiting.push(Reverse((*steps, vec![foot], Vec::new())));
        }
    }
    let (mut found, mut tried) = (Vec::new(), 0);
    while let Some(Reverse((length, nodes, edges))) = waiting.pop() {
        let last = nodes[nodes.len() - 1];
        tried += 1;
        if found.len() == most || tried > tries || length > LONGEST {
            let complete = length > LONGEST;
            return Ladders { found, complete };
        }
        if height[last as usize] == Some(0) {
            found.push(Path { nodes, edges });
            continue;
        }
        for step in admission.neighbors(graph, last, Direction::Outgoing) {
            let left = height[step.node as usize].filter(|_| !nodes.contains(&step.node));
            let Some(left) = left else { continue };
            let (mut nodes, mut edges) = (nodes.clone(), edges.clone());
            nodes.push(step.node);
            edges.push(step.edge);
            waiting.push(Reverse((index(edges.len()) + left, nodes, edges)));
        }
    }
    Ladders { found, complete: true }
}

/// The fewest admitted nodes from which all admitted nodes are reached this way; the smallest of
/// each circle. The node that a walk through everything leaves last is one of them.
fn sources<E, N>(graph: &Graph, admission: &Admission<E, N>, way: Direction) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let back = if way == Direction::Outgoing { Direction::Incoming } else { Direction::Outgoing };
    let mut covered = vec![false; graph.node_count() as usize];
    let mut below = vec![false; graph.node_count() as usize];
    let mut found = Vec::new();
    for &node in left_in_order(graph, admission, way).iter().rev() {
        if !covered[node as usize] {
            let circle = spread(graph, admission, back, node, &mut below);
            found.extend(circle.into_iter().min());
            spread(graph, admission, way, node, &mut covered);
        }
    }
    found.sort_unstable();
    found
}

/// Marks all that is reached from a node and was not marked before; answers what it marked.
fn spread<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    way: Direction,
    from: u32,
    marked: &mut [bool],
) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let (mut waiting, mut newly) = (vec![from], Vec::new());
    while let Some(node) = waiting.pop() {
        if !std::mem::replace(&mut marked[node as usize], true) {
            newly.push(node);
            waiting.extend(admission.neighbors(graph, node, way).map(|step| step.node));
        }
    }
    newly
}

/// The admitted nodes in the order in which a depth-first walk is done with them.
fn left_in_order<E, N>(graph: &Graph, admission: &Admission<E, N>, way: Direction) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut entered = vec![false; graph.node_count() as usize];
    let mut left = Vec::new();
    for first in (0..graph.node_count()).filter(|node| (admission.node)(*node)) {
        if std::mem::replace(&mut entered[first as usize], true) {
            continue;
        }
        let mut open = vec![(first, admission.neighbors(graph, first, way))];
        while let Some((node, steps)) = open.last_mut() {
            let node = *node;
            match steps.find(|step| !entered[step.node as usize]) {
                Some(step) => {
                    entered[step.node as usize] = true;
                    open.push((step.node, admission.neighbors(graph, step.node, way)));
                }
                None => {
                    left.push(node);
                    open.pop();
                }
            }
        }
    }
    left
}

#[cfg(test)]
mod tests;
