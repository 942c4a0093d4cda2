//! What breaks apart when edges fall: connected pieces before and after.

use super::super::component::components;
use super::super::{Admission, Graph};

/// Pieces that no edge joins, counted without those who leave and without nodes that had no edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// How many pieces there were.
    pub before: u32,
    /// How many there are then.
    pub after: u32,
    /// The nodes of each piece that comes off; the largest of what was one piece stays what it was.
    /// The largest first, equal ones by their first node.
    pub off: Vec<Vec<u32>>,
}

/// Compares the pieces of the admitted graph before and after some of its edges are lost. Leaving
/// nodes join others before, and are no part of any piece.
pub fn split<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    leaving: impl Fn(u32) -> bool,
    lost: impl Fn(u32) -> bool,
) -> Split
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let joined: Vec<bool> = joined(graph, admission);
    let stays = |node: u32| joined.get(node as usize) == Some(&true) && !leaving(node);
    let before = components(graph, admission);
    let without = Admission {
        edge: |edge: u32| (admission.edge)(edge) && !lost(edge),
        node: |node: u32| (admission.node)(node),
    };
    let after = components(graph, &without);
    // The pieces after, each with the piece before that it was part of.
    let mut pieces: Vec<(u32, Vec<u32>)> = vec![(0, Vec::new()); after.sizes().len()];
    for node in (0..graph.node_count()).filter(|node| stays(*node)) {
        if let Some((was, is)) = before.of(node).zip(after.of(node)) {
            let piece = &mut pieces[is as usize];
            piece.0 = was;
            piece.1.push(node);
        }
    }
    pieces.retain(|(_, nodes)| !nodes.is_empty());
    pieces.sort_by_key(|(was, nodes)| (*was, std::cmp::Reverse(nodes.len()), nodes[0]));
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let after = count(pieces.len());
    let mut off = Vec::new();
    let mut last = None;
    for (was, nodes) in pieces {
        if last == Some(was) {
            off.push(nodes);
        }
        last = Some(was);
    }
    let before = after - count(off.len());
    off.sort_by_key(|nodes| (std::cmp::Reverse(nodes.len()), nodes[0]));
    Split { before, after, off }
}

/// Which nodes have an admitted edge to another admitted node.
fn joined<E, N>(graph: &Graph, admission: &Admission<E, N>) -> Vec<bool>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut joined = vec![false; graph.node_count() as usize];
    for (number, edge) in graph.edges() {
        let admitted = [edge.from, edge.to].into_iter().all(|node| (admission.node)(node));
        if edge.from != edge.to && admitted && (admission.edge)(number) {
            joined[edge.from as usize] = true;
            joined[edge.to as usize] = true;
        }
    }
    joined
}
