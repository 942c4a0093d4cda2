//! What a walk may use: the seam between graph mathematics and policy, layers and dates.

use super::{Direction, Graph, Neighbor};

/// Two questions the caller answers for each edge and node index: visible, in the chosen layers,
/// valid at the chosen date? Algorithms take the answer inside their loops, so a hidden row can
/// neither appear in a result nor influence it.
#[derive(Clone, Copy, Debug)]
pub struct Admission<E, N> {
    /// Whether the edge with this index may be used.
    pub edge: E,
    /// Whether the node with this index may be entered.
    pub node: N,
}

/// The admission that admits every edge and node, for graphs already filtered.
pub fn everything() -> Admission<impl Fn(u32) -> bool, impl Fn(u32) -> bool> {
    Admission { edge: |_| true, node: |_| true }
}

impl<E: Fn(u32) -> bool, N: Fn(u32) -> bool> Admission<E, N> {
    /// The steps from `node` whose edge and far end are both admitted; `node` itself is not asked
    /// for.
    pub fn neighbors<'a>(
        &'a self,
        graph: &'a Graph,
        node: u32,
        direction: Direction,
    ) -> impl Iterator<Item = Neighbor> + 'a {
        let steps = graph.neighbors(node, direction);
        steps.filter(|step| (self.edge)(step.edge) && (self.node)(step.node))
    }

    /// Whether `node` is in the graph and may be entered.
    pub fn enters(&self, graph: &Graph, node: u32) -> bool {
        graph.contains(node) && (self.node)(node)
    }
}
