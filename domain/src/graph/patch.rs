//! Changing one node or one edge of a graph, in time that depends on what is near it and not on how
//! large the graph is. Copies made before stay as they were.

use super::{Edge, Graph, GraphError, Neighbor};

impl Graph {
    /// Adds a node without edges and answers its index.
    pub fn add_node(&mut self) -> Result<u32, GraphError> {
        let node = self.node_count();
        if node == u32::MAX {
            return Err(GraphError::TooManyNodes);
        }
        self.outgoing.add_node();
        self.incoming.add_node();
        Ok(node)
    }

    /// Adds an edge after all others and answers its index; refuses an end outside the graph.
    pub fn add(&mut self, edge: Edge) -> Result<u32, GraphError> {
        self.check(edge)?;
        let number = self.add_gap()?;
        self.set(number, Some(edge))?;
        Ok(number)
    }

    /// Gives out the next edge index without an edge, and answers it.
    pub fn add_gap(&mut self) -> Result<u32, GraphError> {
        let number = self.edge_count();
        if number == u32::MAX {
            return Err(GraphError::TooManyEdges);
        }
        self.edges.push(None);
        Ok(number)
    }

    /// Puts another edge in the place of one, or none: indices of others stay, so that the index of
    /// an edge that was taken away is left without one. Refuses an index or an end outside the graph.
    pub fn set(&mut self, number: u32, edge: Option<Edge>) -> Result<(), GraphError> {
        edge.map_or(Ok(()), |edge| self.check(edge))?;
        let known = self.edges.get(number).ok_or(GraphError::EdgeOutOfRange { edge: number })?;
        if *known == edge {
            return Ok(());
        }
        if let Some(Edge { from, to, .. }) = *known {
            self.outgoing.remove(from, number);
            self.incoming.remove(to, number);
        }
        if let Some(Edge { from, to, kind }) = edge {
            self.outgoing.insert(from, Neighbor { node: to, edge: number, kind });
            self.incoming.insert(to, Neighbor { node: from, edge: number, kind });
        }
        if let Some(place) = self.edges.get_mut(number) {
            *place = edge;
        }
        Ok(())
    }

    fn check(&self, edge: Edge) -> Result<(), GraphError> {
        match [edge.from, edge.to].into_iter().find(|node| !self.contains(*node)) {
            Some(node) => Err(GraphError::NodeOutOfRange { node }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::path::distances;
    use crate::graph::sample::{any_edges, graph_of};
    use crate::graph::{Direction, GraphBuilder};

    /// One step of a history; numbers choose among what there is.
    #[derive(Clone, Debug)]
    enum Step {
        Node,
        Add(u32, u32),
        Set(u32, u32, u32),
        Take(u32),
    }

    fn step() -> impl Strategy<Value = Step> {
        let any = 0_u32..1000;
        prop_oneof![
            2 => Just(Step::Node),
            4 => (any.clone(), any.clone()).prop_map(|(from, to)| Step::Add(from, to)),
            3 => (any.clone(), any.clone(), any.clone())
                .prop_map(|(number, from, to)| Step::Set(number, from, to)),
            3 => any.prop_map(Step::Take),
        ]
    }

    /// What a graph is, told without adjacency.
    #[derive(Clone, Debug)]
    struct Model {
        nodes: u32,
        edges: Vec<Option<Edge>>,
    }

    impl Model {
        fn take(&mut self, graph: &mut Graph, step: &Step) {
            let nodes = self.nodes;
            let at = |node: u32| node % nodes.max(1);
            let edge = |from, to| Edge { from: at(from), to: at(to), kind: 7 };
            let place = |number: u32| number % u32::try_from(self.edges.len().max(1)).unwrap();
            match *step {
                Step::Node => {
                    assert_eq!(graph.add_node(), Ok(nodes));
                    self.nodes += 1;
                }
                Step::Add(from, to) => {
                    let added = graph.add(edge(from, to)).unwrap();
                    assert_eq!(added as usize, self.edges.len());
                    self.edges.push(Some(edge(from, to)));
                }
                Step::Set(number, ..) | Step::Take(number) if self.edges.is_empty() => {
                    let refused = Err(GraphError::EdgeOutOfRange { edge: number });
                    assert_eq!(graph.set(number, None), refused);
                }
                Step::Set(number, from, to) => {
                    let number = place(number);
                    graph.set(number, Some(edge(from, to))).unwrap();
                    self.edges[number as usize] = Some(edge(from, to));
                }
                Step::Take(number) => {
                    let number = place(number);
                    graph.set(number, None).unwrap();
                    self.edges[number as usize] = None;
                }
            }
        }

        /// The edges that are there with their numbers.
        fn present(&self) -> Vec<(u32, Edge)> {
            (0..).zip(&self.edges).filter_map(|(number, edge)| Some((number, (*edge)?))).collect()
        }

        /// Every node has exactly the steps along the edges at it, in edge order; and walks lead as far
        /// as in a graph built of these edges alone.
        fn check(&self, graph: &Graph) {
            let present = self.present();
            assert_eq!(graph.edges().collect::<Vec<_>>(), present);
            assert_eq!(graph.node_count(), self.nodes);
            let mut builder = GraphBuilder::new(self.nodes);
            for (_, edge) in &present {
                builder.add(*edge).unwrap();
            }
            let built = builder.build();
            let number = |edge: u32| present[edge as usize].0;
            for node in 0..self.nodes {
                for direction in [Direction::Outgoing, Direction::Incoming, Direction::Either] {
                    let steps: Vec<_> = graph.neighbors(node, direction).collect();
                    let right = built.neighbors(node, direction);
                    let right = right.map(|step| Neighbor { edge: number(step.edge), ..step });
                    assert_eq!(steps, right.collect::<Vec<_>>());
                    let far = |graph| distances(graph, &everything(), direction, node);
                    assert_eq!(far(graph), far(&built));
                }
            }
        }
    }

    proptest! {
        /// After any history a graph has the steps that one built from scratch has, and a copy made
        /// on the way is what it was.
        #[test]
        fn a_patched_graph_equals_a_built_one(
            (nodes, ends) in any_edges(70, 90),
            steps in prop::collection::vec(step(), 0..80),
        ) {
            let mut graph = graph_of(nodes, &ends);
            let edges = graph.edges().map(|(_, edge)| Some(edge)).collect();
            let mut model = Model { nodes, edges };
            let (early, then) = steps.split_at(steps.len() / 2);
            early.iter().for_each(|step| model.take(&mut graph, step));
            let (copy, was) = (graph.clone(), model.clone());
            then.iter().for_each(|step| model.take(&mut graph, step));
            model.check(&graph);
            was.check(&copy);
        }

        /// Putting an edge back makes the same graph, down to how it lies in memory.
        #[test]
        fn taking_away_and_putting_back_changes_nothing((nodes, ends) in any_edges(9, 20)) {
            let graph = graph_of(nodes, &ends);
            let mut patched = graph.clone();
            for (number, edge) in graph.edges() {
                patched.set(number, None).unwrap();
                prop_assert_eq!(patched.edge(number), None);
                patched.set(number, Some(edge)).unwrap();
            }
            prop_assert_eq!(patched, graph);
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_and_leaves_no_trace() {
        let mut graph = graph_of(2, &[(0, 1)]);
        let out = Edge { from: 0, to: 2, kind: 0 };
        assert_eq!(graph.add(out), Err(GraphError::NodeOutOfRange { node: 2 }));
        assert_eq!(graph.set(0, Some(out)), Err(GraphError::NodeOutOfRange { node: 2 }));
        assert_eq!(graph.set(1, None), Err(GraphError::EdgeOutOfRange { edge: 1 }));
        assert_eq!(graph, graph_of(2, &[(0, 1)]));
    }
}
