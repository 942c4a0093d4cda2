//! From the API's answers to scenes and counts.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::dating::Dating;
use domain::interval::DatePoint;

use super::address::Address;
use super::compared::{self, compare, doubt};
use super::scene::{Edge, Node, Scene};
use crate::client::operations;
use crate::page::evidence::evidence_of;

operations!(
    "graphql/map.graphql": MapNeighborhood, MapTotals, MapTimes, MapStakeholder, MapRelationship, MapStarts
);

evidence_of!(map_stakeholder, map_relationship);

/// The most stakeholders on one map: as many as can still be told apart.
pub const LIMIT: i64 = 150;

/// The scene of an answer, of two days when they are compared; none when it has no focus.
pub fn scene(answer: &map_neighborhood::ResponseData, address: &Address) -> Option<Scene> {
    let answer = &answer.neighborhood;
    let (nodes, edges) =
        (answer.nodes.iter().map(node).collect(), answer.edges.iter().map(edge).collect());
    let (nodes, edges) = match address.days() {
        Some(days) => compare(nodes, edges, days, count(address.depth)),
        None if address.as_of.is_some() => (nodes, doubt(edges)),
        None => (nodes, edges),
    };
    Scene::new(nodes, edges)
}

/// The days on which something around the middle changes.
pub fn days(answer: &map_times::ResponseData) -> Vec<NaiveDate> {
    let dated = |row: &map_times::MapTimesNeighborhoodEdges| {
        let point = |text: &Option<String>| DatePoint::parse(text.as_deref()?, "").ok();
        let (since, until) = (point(&row.since), point(&row.valid_to));
        Dating { basis: row.since_basis, since, until }
    };
    compared::steps(answer.neighborhood.edges.iter().map(dated))
}

fn node(row: &map_neighborhood::MapNeighborhoodNeighborhoodNodes) -> Node {
    Node {
        id: row.id.clone(),
        kind: row.kind,
        name: row.name.clone(),
        acronym: row.acronym.clone(),
        organization_type: row.organization_type,
        country: row.country.clone(),
        hop: count(row.hop),
        unresolved: row.unresolved,
        degree: count(row.degree),
    }
}

fn edge(row: &map_neighborhood::MapNeighborhoodNeighborhoodEdges) -> Edge {
    Edge {
        id: row.id.clone(),
        kind: row.kind,
        source: row.source.clone(),
        target: row.target.clone(),
        state: row.state,
        valid_from: row.valid_from.clone(),
        valid_to: row.valid_to.clone(),
        since: row.since.clone(),
        basis: row.since_basis,
        compared: None,
        evidence_count: count(row.evidence_count),
        inferred: row.inferred,
    }
}

fn count(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}

/// How many stakeholders of each kind and relationships of each layer there are, shown or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    kinds: HashMap<StakeholderKind, usize>,
    layers: HashMap<Layer, usize>,
}

impl Totals {
    /// Counts an answer that no kind and no layer was left out of.
    pub fn of_answer(answer: &map_totals::ResponseData) -> Self {
        let answer = &answer.neighborhood;
        Self::new(
            answer.nodes.iter().map(|node| node.kind),
            answer.edges.iter().map(|edge| edge.kind),
        )
    }

    /// Counts a scene that shows everything.
    pub fn of_scene(scene: &Scene) -> Self {
        Self::new(
            scene.nodes().iter().map(|node| node.kind),
            scene.edges().iter().map(|edge| edge.kind),
        )
    }

    /// How many stakeholders of this kind there are.
    pub fn kind(&self, kind: StakeholderKind) -> usize {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    /// How many relationships of this layer there are.
    pub fn layer(&self, layer: Layer) -> usize {
        self.layers.get(&layer).copied().unwrap_or_default()
    }

    fn new(
        nodes: impl Iterator<Item = StakeholderKind>,
        edges: impl Iterator<Item = RelationshipKind>,
    ) -> Self {
        let mut totals = Self::default();
        for kind in nodes {
            *totals.kinds.entry(kind).or_default() += 1;
        }
        for kind in edges {
            *totals.layers.entry(kind.layer()).or_default() += 1;
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// An answer as the API writes it becomes a scene; counts below zero are none.
    #[test]
    fn answers_become_scenes() {
        let answer: map_neighborhood::ResponseData = serde_json::from_value(serde_json::json!({
            "neighborhood": {
                "nodes": [
                    {"id": "org_b", "kind": "ORGANIZATION", "name": "B", "acronym": null,
                     "organizationType": "FOUNDATION", "country": "NO", "hop": 1,
                     "unresolved": true, "degree": -1},
                    {"id": "good_a", "kind": "GLOBAL_GOOD", "name": "A", "acronym": "AA",
                     "organizationType": null, "country": null, "hop": 0, "unresolved": false,
                     "degree": 7}
                ],
                "edges": [
                    {"id": "rel_1", "kind": "FUNDS", "source": "org_b", "target": "good_a",
                     "state": "DISPUTED", "validFrom": "2020", "validTo": null,
                     "since": "2020", "sinceBasis": "STATED",
                     "evidenceCount": 2, "inferred": true}
                ],
                "edgeCount": 1,
                "truncated": false,
                "omitted": 0
            }
        }))
        .unwrap();
        let scene = scene(&answer, &Address::default()).unwrap();
        assert_eq!(scene.focus().acronym.as_deref(), Some("AA"));
        assert_eq!((scene.nodes()[1].degree, scene.nodes()[1].unresolved), (0, true));
        assert_eq!(scene.edges()[0].valid_from.as_deref(), Some("2020"));
        assert_eq!(scene.ends()[0].target, 0);
    }

    /// Totals count what a scene shows.
    #[test]
    fn totals_count_scenes() {
        let totals = Totals::of_scene(&sample::scene());
        assert_eq!(totals.kind(StakeholderKind::Organization), 3);
        assert_eq!(totals.layer(Layer::Delivery), 3);
        assert_eq!(totals.layer(Layer::Place), 0);
    }
}
