//! What the map shows: the parties around one of them, and the relationships among them.

use std::collections::HashMap;

use super::compared::Compared;
use domain::dating::DatingBasis;
use domain::graph::{Edge as Link, Graph, GraphBuilder, GraphError};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::{OrganizationType, StakeholderKind};

/// A stakeholder on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its outside id.
    pub id: String,
    /// What it is.
    pub kind: StakeholderKind,
    /// Its name in the language shown.
    pub name: String,
    /// Its short form.
    pub acronym: Option<String>,
    /// What kind of body, of an organization.
    pub organization_type: Option<OrganizationType>,
    /// The country of its seat.
    pub country: Option<String>,
    /// How many relationships away from the focus.
    pub hop: u32,
    /// Whether it is not clear who or what this is.
    pub unresolved: bool,
    /// How many relationships it has in all, drawn or not.
    pub degree: u32,
}

/// A relationship on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its outside id.
    pub id: String,
    /// What joins the two.
    pub kind: RelationshipKind,
    /// The id it is read from.
    pub source: String,
    /// The id it is read to.
    pub target: String,
    /// How far it is settled.
    pub state: RelationshipState,
    /// Its start, as exact as known.
    pub valid_from: Option<String>,
    /// Its end, as exact as known.
    pub valid_to: Option<String>,
    /// Since when it counts; none when undated.
    pub since: Option<String>,
    /// How that is known.
    pub basis: DatingBasis,
    /// What became of it between the two days that are compared; none when nothing did.
    pub compared: Option<Compared>,
    /// How many pieces of evidence it rests on.
    pub evidence_count: u32,
    /// Whether some of its evidence was inferred rather than stated.
    pub inferred: bool,
}

/// Where an edge runs, by positions in [`Scene::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The node it is read from.
    pub source: usize,
    /// The node it is read to.
    pub target: usize,
    /// Which of the parallel edges between the two it is, and how many there are.
    pub lane: (u16, u16),
}

/// Nodes and edges in a fixed order: nearer nodes first, then by id, so that one answer always gives
/// one picture, however the API ordered it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    ends: Vec<Ends>,
    places: HashMap<String, usize>,
}

impl Scene {
    /// Puts an answer in order. The focus is the one node without a hop; without any there is nothing to
    /// draw. An edge to a node that is not in the answer is left out.
    pub fn new(mut nodes: Vec<Node>, mut edges: Vec<Edge>) -> Option<Self> {
        nodes.sort_by(|one, other| (one.hop, &one.id).cmp(&(other.hop, &other.id)));
        nodes.first().filter(|focus| focus.hop == 0)?;
        edges.sort_by(|one, other| one.id.cmp(&other.id));
        let places: HashMap<String, usize> =
            nodes.iter().enumerate().map(|(place, node)| (node.id.clone(), place)).collect();
        edges.retain(|edge| places.contains_key(&edge.source) && places.contains_key(&edge.target));
        let ends = lanes(&edges, &places);
        Some(Self { nodes, edges, ends, places })
    }

    /// The one everything else is around.
    pub fn focus(&self) -> &Node {
        &self.nodes[0]
    }

    /// All nodes; the focus is the first.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All edges.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Where each edge runs, in the order of [`Scene::edges`].
    pub fn ends(&self) -> &[Ends] {
        &self.ends
    }

    /// The position of the node with this id.
    pub fn node_place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The node with this id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.node_place(id).map(|place| &self.nodes[place])
    }

    /// The position of the edge with this id.
    pub fn edge_place(&self, id: &str) -> Option<usize> {
        self.edges.binary_search_by(|edge| edge.id.as_str().cmp(id)).ok()
    }

    /// The positions of the edges at a node.
    pub fn edges_at(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let at = move |ends: &Ends| ends.source == node || ends.target == node;
        (0..self.ends.len()).filter(move |&edge| at(&self.ends[edge]))
    }

    /// The same graph for the layout, which knows indices alone.
    pub fn graph(&self) -> Result<Graph, GraphError> {
        let index = |place: usize| u32::try_from(place).map_err(|_| GraphError::TooManyEdges);
        let mut builder = GraphBuilder::new(index(self.nodes.len())?);
        for ends in &self.ends {
            builder.add(Link { from: index(ends.source)?, to: index(ends.target)?, kind: 0 })?;
        }
        Ok(builder.build())
    }
}

/// Numbers the parallel edges of each pair of nodes, whichever way they run.
fn lanes(edges: &[Edge], places: &HashMap<String, usize>) -> Vec<Ends> {
    let place = |id: &str| places.get(id).copied().unwrap_or_default();
    let pair = |source: usize, target: usize| (source.min(target), source.max(target));
    let mut counts: HashMap<(usize, usize), u16> = HashMap::new();
    let mut ends = Vec::with_capacity(edges.len());
    for edge in edges {
        let (source, target) = (place(&edge.source), place(&edge.target));
        let count = counts.entry(pair(source, target)).or_default();
        ends.push(Ends { source, target, lane: (*count, 1) });
        *count = count.saturating_add(1);
    }
    for ends in &mut ends {
        ends.lane.1 = counts.get(&pair(ends.source, ends.target)).copied().unwrap_or(1);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::super::sample::{edge, node, scene};
    use super::*;

    /// Whatever order an answer comes in, the scene is the same, and the focus is its first node.
    #[test]
    fn the_order_of_an_answer_does_not_matter() {
        let scene = scene();
        let (mut nodes, mut edges) = (scene.nodes().to_vec(), scene.edges().to_vec());
        nodes.reverse();
        edges.reverse();
        assert_eq!(Scene::new(nodes, edges).as_ref(), Some(&scene));
        assert_eq!(scene.focus().id, "good_a");
        assert!(scene.nodes().is_sorted_by_key(|node| node.hop));
    }

    /// Without a focus there is nothing to draw; an edge to nowhere is left out.
    #[test]
    fn incomplete_answers_are_told() {
        assert_eq!(Scene::new(vec![node("org_b", 1)], Vec::new()), None);
        let lost = Scene::new(vec![node("good_a", 0)], vec![edge("rel_1", "good_a", "org_x")]);
        assert_eq!(lost.map(|scene| scene.edges().len()), Some(0));
    }

    /// Parallel edges get a lane each, whichever way they run.
    #[test]
    fn parallel_edges_have_lanes() {
        let nodes = vec![node("good_a", 0), node("org_b", 1), node("org_c", 1)];
        let edges = vec![
            edge("rel_1", "good_a", "org_b"),
            edge("rel_2", "org_b", "good_a"),
            edge("rel_3", "org_c", "good_a"),
        ];
        let scene = Scene::new(nodes, edges).unwrap();
        let lanes: Vec<_> = scene.ends().iter().map(|ends| ends.lane).collect();
        assert_eq!(lanes, [(0, 2), (1, 2), (0, 1)]);
        assert_eq!(scene.edges_at(1).collect::<Vec<_>>(), [0, 1]);
    }

    /// Rows are found by id, and the layout's graph has the same ends.
    #[test]
    fn rows_are_found_by_id() {
        let scene = scene();
        for (place, edge) in scene.edges().iter().enumerate() {
            assert_eq!(scene.edge_place(&edge.id), Some(place));
            let link = scene.graph().unwrap().edge(u32::try_from(place).unwrap()).unwrap();
            assert_eq!(scene.nodes()[link.from as usize].id, edge.source);
            assert_eq!(scene.nodes()[link.to as usize].id, edge.target);
        }
        assert_eq!(scene.node("org_nobody"), None);
    }
}
