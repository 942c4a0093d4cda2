//! What one is looking at closely.

use super::scene::Scene;

/// One thing on the map, by its outside id, so that it outlasts a new answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// A stakeholder.
    Node(String),
    /// A relationship.
    Edge(String),
}

/// A selection found in a scene, by positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The node at this position.
    Node(usize),
    /// The edge at this position.
    Edge(usize),
}

impl Selection {
    /// Where it is in this scene, if it is drawn there.
    pub fn find(&self, scene: &Scene) -> Option<Target> {
        match self {
            Self::Node(id) => scene.node_place(id).map(Target::Node),
            Self::Edge(id) => scene.edge_place(id).map(Target::Edge),
        }
    }
}

impl Target {
    /// The selection that outlasts this scene.
    pub fn select(self, scene: &Scene) -> Option<Selection> {
        match self {
            Self::Node(node) => {
                scene.nodes().get(node).map(|node| Selection::Node(node.id.clone()))
            }
            Self::Edge(edge) => {
                scene.edges().get(edge).map(|edge| Selection::Edge(edge.id.clone()))
            }
        }
    }

    /// Whether an edge belongs to it: the edge itself, or an edge at the node.
    pub fn holds_edge(self, scene: &Scene, edge: usize) -> bool {
        match self {
            Self::Node(node) => {
                scene.ends().get(edge).is_some_and(|e| e.source == node || e.target == node)
            }
            Self::Edge(selected) => selected == edge,
        }
    }

    /// Whether a node belongs to it: the node itself, one joined to it, or an end of the edge.
    pub fn holds_node(self, scene: &Scene, node: usize) -> bool {
        let joined = |edge: usize| {
            scene.ends().get(edge).is_some_and(|e| e.source == node || e.target == node)
        };
        match self {
            Self::Node(selected) => selected == node || scene.edges_at(selected).any(joined),
            Self::Edge(edge) => joined(edge),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::scene;
    use super::*;

    /// A selection is found again by id, and not in a scene that lacks it.
    #[test]
    fn selections_outlast_scenes() {
        let scene = scene();
        for target in [Target::Node(3), Target::Edge(2)] {
            assert_eq!(target.select(&scene).unwrap().find(&scene), Some(target));
        }
        assert_eq!(Selection::Node("org_x".into()).find(&scene), None);
        assert_eq!(Target::Edge(99).select(&scene), None);
    }

    /// A node holds its edges and those at their other ends; an edge holds its two ends.
    #[test]
    fn a_selection_holds_what_it_touches() {
        let scene = scene();
        let held = |target: Target| {
            let nodes: Vec<_> = (0..5).filter(|&node| target.holds_node(&scene, node)).collect();
            let edges: Vec<_> = (0..5).filter(|&edge| target.holds_edge(&scene, edge)).collect();
            (nodes, edges)
        };
        assert_eq!(held(Target::Node(2)), (vec![0, 2, 4], vec![2, 4]));
        assert_eq!(held(Target::Edge(4)), (vec![2, 4], vec![4]));
    }
}
