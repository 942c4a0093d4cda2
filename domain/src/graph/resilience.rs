//! What a network cannot lose without falling apart. Directions are ignored throughout: what hangs
//! together hangs together either way.

mod breakup;

pub use breakup::{Breakup, Split, breakup};

use std::cmp::Reverse;

use super::GraphError;
use super::network::Network;

/// A node whose loss separates others that hang together through it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutVertex {
    /// The node.
    pub node: u32,
    /// The sizes of the pieces that its component falls into without it, largest first; at least
    /// two.
    pub pieces: Vec<u32>,
}

/// An edge whose loss separates what is on its two sides. Of parallel edges none is a bridge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The edge.
    pub edge: u32,
    /// The number of nodes on its larger side, its end included.
    pub larger: u32,
    /// The number of nodes on its smaller side.
    pub smaller: u32,
}

/// Every single point of failure of a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeakPoints {
    /// By node index.
    pub cut_vertices: Vec<CutVertex>,
    /// By edge index.
    pub bridges: Vec<Bridge>,
}

/// Finds all cut vertices and bridges, and what each would separate, in one walk (Hopcroft and
/// Tarjan 1973) linear in nodes and links. Refuses a network that was packed with directions.
pub fn weak_points(network: &Network) -> Result<WeakPoints, GraphError> {
    if !network.is_undirected() {
        return Err(GraphError::Directed);
    }
    let mut walk = Walk::new(network);
    for root in 0..network.node_count() {
        if walk.seen[root as usize] == 0 {
            walk.explore(root);
        }
    }
    walk.found.cut_vertices.sort_unstable_by_key(|cut| cut.node);
    walk.found.bridges.sort_unstable_by_key(|bridge| bridge.edge);
    Ok(walk.found)
}

/// A depth-first walk with its own stack: chains of partners may be longer than the program's.
struct Walk<'a> {
    network: &'a Network,
    /// When each place was come to, from 1; 0 for never.
    seen: Vec<u32>,
    clock: u32,
    stack: Vec<Visit>,
    /// For each place the sizes of what only it joins to the places seen before it.
    hanging: Vec<(u32, u32)>,
    /// The bridges of the component with the size of their far side.
    bridges: Vec<(u32, u32)>,
    found: WeakPoints,
}

/// A place on the way from the root to where the walk is.
struct Visit {
    place: u32,
    parent: u32,
    /// The edge it was come to by, if a single one leads there.
    edge: Option<u32>,
    seen: u32,
    /// The earliest place that it or those beyond it are joined to without the way back.
    earliest: u32,
    size: u32,
    links: std::ops::Range<usize>,
}

impl<'a> Walk<'a> {
    fn new(network: &'a Network) -> Self {
        Self {
            network,
            seen: vec![0; network.len()],
            clock: 0,
            stack: Vec::new(),
            hanging: Vec::new(),
            bridges: Vec::new(),
            found: WeakPoints::default(),
        }
    }

    /// Walks one component.
    fn explore(&mut self, root: u32) {
        let links = self.network.forward();
        self.enter(root, root, None);
        while let Some(here) = self.stack.last_mut() {
            match here.links.next() {
                Some(link) => {
                    let to = links.target(link);
                    let seen = self.seen[to as usize];
                    if seen == 0 {
                        let parent = here.place;
                        self.enter(to, parent, links.edge(link));
                    } else if to != here.parent {
                        here.earliest = here.earliest.min(seen);
                    }
                }
                None => self.leave(),
            }
        }
    }

    fn enter(&mut self, place: u32, parent: u32, edge: Option<u32>) {
        self.clock += 1;
        self.seen[place as usize] = self.clock;
        let (seen, links) = (self.clock, self.network.forward().range(place));
        self.stack.push(Visit { place, parent, edge, seen, earliest: seen, size: 1, links });
    }

    /// Goes back from a place whose links have all been walked.
    fn leave(&mut self) {
        let Some(child) = self.stack.pop() else {
            return;
        };
        let Some(parent) = self.stack.last_mut() else {
            self.conclude(child.size);
            return;
        };
        parent.size += child.size;
        parent.earliest = parent.earliest.min(child.earliest);
        if child.earliest >= parent.seen {
            self.hanging.push((parent.place, child.size));
        }
        if let Some(edge) = child.edge.filter(|_| child.earliest > parent.seen) {
            self.bridges.push((edge, child.size));
        }
    }

    /// Tells what was found, now that the size of the component is known.
    fn conclude(&mut self, total: u32) {
        self.hanging.sort_unstable();
        for pieces in self.hanging.chunk_by(|one, other| one.0 == other.0) {
            let hanging = pieces.iter().map(|(_, size)| *size);
            let rest = total - 1 - hanging.clone().sum::<u32>();
            let mut pieces_of: Vec<u32> = hanging.chain((rest > 0).then_some(rest)).collect();
            if let [(place, _), ..] = pieces
                && pieces_of.len() > 1
            {
                pieces_of.sort_unstable_by_key(|size| Reverse(*size));
                let node = self.network.node(*place);
                self.found.cut_vertices.push(CutVertex { node, pieces: pieces_of });
            }
        }
        for (edge, size) in self.bridges.drain(..) {
            let (larger, smaller) = (size.max(total - size), size.min(total - size));
            self.found.bridges.push(Bridge { edge, larger, smaller });
        }
        self.hanging.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::component::components;
    use crate::graph::index::index;
    use crate::graph::sample::{any_edges, graph_of};
    use crate::graph::{Admission, Direction, Graph};

    fn found(graph: &Graph) -> WeakPoints {
        weak_points(&Network::new(graph, &everything(), Direction::Either)).unwrap()
    }

    #[test]
    fn parallel_edges_are_no_bridge_and_loops_join_nothing() {
        let weak = found(&graph_of(5, &[(0, 1), (1, 0), (1, 2), (2, 2), (3, 4)]));
        assert_eq!(weak.cut_vertices, [CutVertex { node: 1, pieces: vec![1, 1] }]);
        let bridge = |edge, larger, smaller| Bridge { edge, larger, smaller };
        assert_eq!(weak.bridges, [bridge(2, 2, 1), bridge(4, 1, 1)]);
    }

    #[test]
    fn a_network_with_directions_is_refused() {
        let network = Network::new(&graph_of(2, &[(0, 1)]), &everything(), Direction::Outgoing);
        assert_eq!(weak_points(&network), Err(GraphError::Directed));
    }

    #[test]
    fn a_very_long_chain_is_walked() {
        let ends: Vec<_> = (1..200_000).map(|node| (node - 1, node)).collect();
        let weak = found(&graph_of(200_000, &ends));
        assert_eq!((weak.cut_vertices.len(), weak.bridges.len()), (199_998, 199_999));
        assert_eq!(weak.cut_vertices[9].pieces, [199_989, 10]);
    }

    /// The sizes of the components of what is admitted, largest first.
    fn sizes(graph: &Graph, edge: impl Fn(u32) -> bool, node: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut sizes = components(graph, &Admission { edge, node }).sizes().to_vec();
        sizes.sort_unstable_by_key(|size| Reverse(*size));
        sizes
    }

    /// What is left of `sizes` when each of `taken` is taken out once.
    fn without(mut sizes: Vec<u32>, taken: &[u32]) -> Vec<u32> {
        for size in taken {
            let at = sizes.iter().position(|other| other == size).unwrap();
            sizes.remove(at);
        }
        sizes
    }

    proptest! {
        /// Cut vertices and bridges are exactly what leaves more components when it is taken away,
        /// and the pieces told are those that appear.
        #[test]
        fn weak_points_agree_with_brute_force((nodes, ends) in any_edges(10, 16)) {
            let graph = graph_of(nodes, &ends);
            let weak = found(&graph);
            let whole = components(&graph, &everything());
            let before = sizes(&graph, |_| true, |_| true);
            for node in 0..nodes {
                let after = sizes(&graph, |_| true, |other| other != node);
                let home = whole.sizes()[whole.of(node).unwrap() as usize];
                let pieces = without(after, &without(before.clone(), &[home]));
                let told = weak.cut_vertices.iter().find(|cut| cut.node == node);
                let expected = (pieces.len() > 1).then_some(CutVertex { node, pieces });
                prop_assert_eq!(told, expected.as_ref());
            }
            for edge in 0..index(ends.len()) {
                let after = sizes(&graph, |other| other != edge, |_| true);
                let from = graph.edge(edge).unwrap().from;
                let home = whole.sizes()[whole.of(from).unwrap() as usize];
                let sides = without(after.clone(), &without(before.clone(), &[home]));
                let told = weak.bridges.iter().find(|bridge| bridge.edge == edge);
                let expected = (after.len() > before.len())
                    .then(|| Bridge { edge, larger: sides[0], smaller: sides[1] });
                prop_assert_eq!(told, expected.as_ref());
            }
        }
    }
}
