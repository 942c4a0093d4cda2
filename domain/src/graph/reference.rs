//! The same numbers as other people's libraries, on graphs of different shape.
//!
//! Each file in `reference/` says which graph it holds and which library, in which version and with
//! which settings, made its numbers. Undefined values are null there.

use serde_json::Value;

use super::admission::everything;
use super::cluster::{Leiden, leiden};
use super::component::components;
use super::network::Network;
use super::path::{Journey, cheapest, distances};
use super::rank::betweenness::{Sample, exact, sampled};
use super::rank::{PageRank, closeness, cores, pagerank};
use super::resilience::weak_points;
use super::sample::graph_of;
use super::{Direction, Graph};

const FILES: [&str; 6] = [
    include_str!("reference/karate.json"),
    include_str!("reference/grid.json"),
    include_str!("reference/preferential.json"),
    include_str!("reference/disconnected.json"),
    include_str!("reference/cliques.json"),
    include_str!("reference/directed.json"),
];

/// One graph with what is known of it.
struct Reference {
    known: Value,
    graph: Graph,
    direction: Direction,
}

impl Reference {
    fn network(&self) -> Network {
        Network::new(&self.graph, &everything(), self.direction)
    }

    fn undirected(&self) -> Network {
        Network::new(&self.graph, &everything(), Direction::Either)
    }

    fn numbers(&self, name: &str) -> Vec<Option<f64>> {
        let values = self.known[name].as_array().unwrap();
        assert_eq!(values.len(), self.graph.node_count() as usize);
        values.iter().map(Value::as_f64).collect()
    }

    fn indices(&self, name: &str) -> Vec<u32> {
        let values = self.known[name].as_array().unwrap();
        values.iter().map(|value| u32::try_from(value.as_u64().unwrap()).unwrap()).collect()
    }

    /// Every value of a measure agrees to nine digits, and is undefined where it is there.
    fn check(&self, name: &str, found: &[Option<f64>]) {
        for (node, (known, found)) in self.numbers(name).iter().zip(found).enumerate() {
            let agree = match (known, found) {
                (Some(known), Some(found)) => (known - found).abs() <= 1e-9 * known.abs().max(1.0),
                (known, found) => known == found,
            };
            assert!(agree, "{}: {name} of {node}: {found:?}, not {known:?}", self.known["graph"]);
        }
    }
}

fn references() -> impl Iterator<Item = Reference> {
    FILES.iter().map(|file| {
        let known: Value = serde_json::from_str(file).unwrap();
        let nodes = u32::try_from(known["nodes"].as_u64().unwrap()).unwrap();
        let edges: Vec<(u32, u32)> = serde_json::from_value(known["edges"].clone()).unwrap();
        let directed = known["directed"].as_bool().unwrap();
        let direction = if directed { Direction::Outgoing } else { Direction::Either };
        Reference { known, graph: graph_of(nodes, &edges), direction }
    })
}

fn as_numbers(values: &[Option<u32>]) -> Vec<Option<f64>> {
    values.iter().map(|value| value.map(f64::from)).collect()
}

#[test]
fn pagerank_is_the_reference_libraries() {
    let settings = PageRank { tolerance: 1e-12, ..PageRank::default() };
    for reference in references() {
        reference
            .check("pagerank", &pagerank(&reference.network(), &settings, || true).unwrap().of);
    }
}

#[test]
fn betweenness_is_the_reference_libraries() {
    for reference in references() {
        reference.check("betweenness", &exact(&reference.network(), || true).unwrap().of);
    }
}

#[test]
fn sampled_betweenness_is_within_its_bound_of_the_reference_libraries() {
    for reference in references() {
        let sample = Sample { error: 0.03, risk: 1e-3, seed: 1 };
        let found = sampled(&reference.network(), &sample, || true).unwrap().betweenness;
        for (known, node) in reference.numbers("betweenness").iter().zip(0..) {
            let miss = (known.unwrap() / found.pairs - found.share(node).unwrap()).abs();
            assert!(miss <= sample.error, "{}: {node} off by {miss}", reference.known["graph"]);
        }
    }
}

#[test]
fn closeness_is_the_reference_libraries() {
    for reference in references() {
        reference.check("closeness", &closeness(&reference.network(), || true).unwrap());
    }
}

#[test]
fn cores_are_the_reference_libraries() {
    for reference in references() {
        reference.check("cores", &as_numbers(&cores(&reference.undirected())));
    }
}

#[test]
fn components_are_the_reference_libraries() {
    for reference in references() {
        let found = components(&reference.graph, &everything());
        let found: Vec<_> = (0..reference.graph.node_count()).map(|node| found.of(node)).collect();
        reference.check("components", &as_numbers(&found));
    }
}

#[test]
fn weak_points_are_the_reference_libraries() {
    for reference in references() {
        let found = weak_points(&reference.undirected()).unwrap();
        let cut: Vec<u32> = found.cut_vertices.iter().map(|cut| cut.node).collect();
        assert_eq!(cut, reference.indices("cut_vertices"));
        // Its pairs of opposite edges are one edge to the library, and two to us.
        if reference.direction == Direction::Either {
            let bridges: Vec<u32> = found.bridges.iter().map(|bridge| bridge.edge).collect();
            assert_eq!(bridges, reference.indices("bridges"));
        }
    }
}

#[test]
fn distances_are_the_reference_libraries() {
    for reference in references() {
        let Reference { graph, direction, .. } = &reference;
        let admission = everything();
        let steps = distances(graph, &admission, *direction, 0);
        reference.check("steps_from_0", &as_numbers(&steps));
        let costs = reference.indices("costs");
        let cost = |to| {
            let goals = [to];
            let (direction, goals) = (*direction, goals.as_slice());
            let journey = Journey { graph, admission: &admission, direction, from: 0, goals };
            let found = cheapest(&journey, |edge| costs[edge as usize], 1, || true).unwrap();
            found.first().map(|priced| priced.cost as f64)
        };
        let found: Vec<_> = (0..graph.node_count()).map(cost).collect();
        reference.check("cost_from_0", &found);
    }
}

#[test]
fn clusters_are_as_good_as_the_reference_librarys_best_of_ten() {
    for reference in references().filter(|known| known.direction == Direction::Either) {
        let best = reference.known["leiden_modularity"].as_f64().unwrap();
        let found = leiden(&reference.network(), &Leiden::default(), None, || true).unwrap();
        let found = found.modularity.unwrap();
        assert!(found >= best * 0.99, "{}: {found}, not {best}", reference.known["graph"]);
    }
}
