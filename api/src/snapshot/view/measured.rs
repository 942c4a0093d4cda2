//! Who is well connected, who belongs together, and what cannot be lost: reckoned on the confirmed
//! relationships that one viewer may see. Long work: it runs away from the threads that answer.

use super::View;
use crate::error::{Error, Result};
use crate::snapshot::index::GraphIndex;
use chrono::NaiveDate;
use domain::graph::cluster::{Leiden, leiden};
use domain::graph::component::{Components, components};
use domain::graph::network::Network;
use domain::graph::rank::betweenness::{Betweenness, Sample, exact, sampled};
use domain::graph::rank::{PageRank, closeness, cores, degrees, pagerank, strengths};
use domain::graph::resilience::{breakup, weak_points};
use domain::graph::{Admission, Direction, GraphError};
use domain::identifier::{RelationshipId, StakeholderId};
use domain::measure::NetworkMeasure;
use domain::relationship::{Layer, RelationshipState};
use entity::relationship;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is asked of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How well connected everybody is.
    Measure(NetworkMeasure),
    /// Who belongs together.
    Clusters,
    /// What cannot be lost.
    WeakPoints,
}

/// An inquiry about the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inquiry {
    /// What is asked.
    pub asked: Topic,
    /// Only relationships of this layer.
    pub layer: Option<Layer>,
    /// Only what holds on this day.
    pub day: NaiveDate,
}

/// What was reckoned.
#[derive(Clone, Debug, Default)]
pub struct Reckoned {
    /// How many stakeholders have a relationship that counts.
    pub stakeholders: usize,
    /// How many relationships count.
    pub relationships: usize,
    /// The figure of each of these stakeholders, the greatest first; none where it is undefined.
    pub ranked: Vec<(StakeholderId, Option<f64>)>,
    /// The largest error of any figure, where figures are estimates that hold in 19 of 20 cases.
    pub error: Option<f64>,
    /// Those who belong together, the largest cluster first, each beginning with its best connected.
    pub clusters: Vec<Vec<StakeholderId>>,
    /// How much better than chance the clusters hold together; none without relationships.
    pub modularity: Option<f64>,
    /// Whose loss would cut others off, who would cut off most first.
    pub partners: Vec<(StakeholderId, Vec<StakeholderId>)>,
    /// Which relationship's loss would cut others off, likewise.
    pub links: Vec<(RelationshipId, Vec<StakeholderId>)>,
}

/// Up to this sum over components of nodes times links, betweenness is exact.
const EXACT: f64 = 2.5e8;
/// Of so many weak points it is told whom they would cut off.
pub const WEAKEST: usize = 50;

/// Which nodes and edges count.
struct Counted {
    nodes: Vec<bool>,
    edges: Vec<bool>,
}

impl View {
    /// Reckons the answer to an inquiry; asks `go_on` now and then.
    pub fn reckon(&self, inquiry: &Inquiry, mut go_on: impl FnMut() -> bool) -> Result<Reckoned> {
        let index = self.snapshot.graph();
        let counted = self.counted(index, inquiry);
        let mut told = Reckoned {
            stakeholders: counted.nodes.iter().filter(|counts| **counts).count(),
            relationships: counted.edges.iter().filter(|counts| **counts).count(),
            ..Reckoned::default()
        };
        let work = Work { index, counted: &counted };
        match inquiry.asked {
            Topic::Measure(measure) => work.measure(measure, &mut told, &mut go_on),
            Topic::Clusters => work.clusters(&mut told, &mut go_on),
            Topic::WeakPoints => work.weak(&mut told, &mut go_on),
        }
        .map_err(|error| Error::Internal(error.into()))?;
        Ok(told)
    }

    /// The revision that is looked at.
    pub(in crate::snapshot) fn revision(&self) -> i64 {
        self.snapshot.revision()
    }

    /// Whether a relationship counts for an inquiry.
    pub fn counts(&self, row: &relationship::Model, inquiry: &Inquiry) -> bool {
        let states = [RelationshipState::Confirmed, RelationshipState::Ended];
        inquiry.layer.is_none_or(|layer| row.kind.layer() == layer)
            && states.contains(&row.state)
            && self.sees_relationship(row)
            && self.holds(row, inquiry.day)
    }

    /// What is confirmed, holds on the day, and is of the layer; and those whom it joins.
    fn counted(&self, index: &GraphIndex, inquiry: &Inquiry) -> Counted {
        let counts = |row: Option<&Arc<_>>| row.is_some_and(|row| self.counts(row, inquiry));
        let edges: Vec<bool> = index.edges.iter().map(counts).collect();
        let mut nodes = vec![false; index.nodes.count() as usize];
        let joining =
            index.graph.edges().filter(|(edge, _)| edges.get(*edge as usize) == Some(&true));
        for node in joining.flat_map(|(_, edge)| [edge.from, edge.to]) {
            if let Some(joined) = nodes.get_mut(node as usize) {
                *joined = true;
            }
        }
        Counted { nodes, edges }
    }
}

/// The part of a graph that counts.
struct Work<'a> {
    index: &'a GraphIndex,
    counted: &'a Counted,
}

impl Work<'_> {
    fn admission(&self) -> Admission<impl Fn(u32) -> bool, impl Fn(u32) -> bool> {
        let Counted { nodes, edges } = self.counted;
        Admission {
            edge: |edge: u32| edges.get(edge as usize) == Some(&true),
            node: |node: u32| nodes.get(node as usize) == Some(&true),
        }
    }

    fn network(&self) -> Network {
        Network::new(&self.index.graph, &self.admission(), Direction::Either)
    }

    fn id(&self, node: usize) -> Option<StakeholderId> {
        self.index.nodes.get(node).map(|row| row.id)
    }

    fn measure(
        &self,
        measure: NetworkMeasure,
        told: &mut Reckoned,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<(), GraphError> {
        let (graph, admission) = (&self.index.graph, self.admission());
        let either = Direction::Either;
        let figures: Vec<Option<f64>> = match measure {
            NetworkMeasure::Degree => {
                let degrees = degrees(graph, &admission, either).into_iter();
                degrees.map(|degree| degree.map(|degree| f64::from(degree.edges))).collect()
            }
            NetworkMeasure::Strength => {
                let strength = |edge: u32| {
                    self.index.edges.get(edge as usize).and_then(|row| row.strength).map(f64::from)
                };
                let strengths = strengths(graph, &admission, either, strength).into_iter();
                strengths.map(|strength| strength.and_then(|strength| strength.known)).collect()
            }
            NetworkMeasure::Betweenness => {
                let (between, error) = self.between(&mut go_on)?;
                told.error = error;
                (0..graph.node_count()).map(|node| between.share(node)).collect()
            }
            NetworkMeasure::Closeness => closeness(&self.network(), go_on)?,
            NetworkMeasure::PageRank => pagerank(&self.network(), &PageRank::default(), go_on)?.of,
            NetworkMeasure::CoreNumber => {
                cores(&self.network()).into_iter().map(|core| core.map(f64::from)).collect()
            }
        };
        let counts = figures.into_iter().enumerate().filter(|(node, _)| self.counted.nodes[*node]);
        told.ranked = counts.filter_map(|(node, figure)| Some((self.id(node)?, figure))).collect();
        let order = |figure: Option<f64>| figure.unwrap_or(f64::NEG_INFINITY);
        told.ranked.sort_by(|a, b| order(b.1).total_cmp(&order(a.1)).then(a.0.cmp(&b.0)));
        Ok(())
    }

    /// Exact where that takes moderate time, else estimated.
    fn between(
        &self,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<(Betweenness, Option<f64>), GraphError> {
        let network = self.network();
        let pieces = components(&self.index.graph, &self.admission());
        if self.effort(&pieces) <= EXACT || network.node_count() < 3 {
            return Ok((exact(&network, go_on)?, None));
        }
        let sample = Sample::default();
        let found = sampled(&network, &sample, &mut go_on)?;
        Ok((found.betweenness, Some(sample.error)))
    }

    /// The sum over components of their nodes times their links.
    fn effort(&self, pieces: &Components) -> f64 {
        let mut links = vec![0.0; pieces.sizes().len()];
        let counts = |edge: u32| self.counted.edges.get(edge as usize) == Some(&true);
        for (_, edge) in self.index.graph.edges().filter(|(edge, _)| counts(*edge)) {
            if let Some(piece) = pieces.of(edge.from) {
                links[piece as usize] += 1.0;
            }
        }
        links.iter().zip(pieces.sizes()).map(|(links, size)| links * f64::from(*size)).sum()
    }

    fn clusters(&self, told: &mut Reckoned, go_on: impl FnMut() -> bool) -> Result<(), GraphError> {
        let found = leiden(&self.network(), &Leiden::default(), None, go_on)?;
        let degrees = degrees(&self.index.graph, &self.admission(), Direction::Either);
        let mut members: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (node, cluster) in found.of.iter().enumerate() {
            if let Some(cluster) = cluster {
                members.entry(*cluster).or_default().push(node);
            }
        }
        let best = |node: &usize| {
            let degree = degrees.get(*node).copied().flatten();
            (Reverse(degree.map(|degree| degree.edges)), *node)
        };
        for mut nodes in members.into_values() {
            nodes.sort_unstable_by_key(best);
            told.clusters.push(nodes.into_iter().filter_map(|node| self.id(node)).collect());
        }
        told.modularity = found.modularity;
        Ok(())
    }

    fn weak(&self, told: &mut Reckoned, mut go_on: impl FnMut() -> bool) -> Result<(), GraphError> {
        let mut found = weak_points(&self.network())?;
        let lost = |pieces: &[u32]| pieces.iter().skip(1).sum::<u32>();
        found.cut_vertices.sort_by_key(|cut| Reverse(lost(&cut.pieces)));
        found.bridges.sort_by_key(|bridge| Reverse(bridge.smaller));
        let (graph, admission) = (&self.index.graph, self.admission());
        let cut_off = |node: Option<u32>, edge: Option<u32>| -> Vec<StakeholderId> {
            let lost = Admission { node: |at| node == Some(at), edge: |at| edge == Some(at) };
            let off = breakup(graph, &admission, &lost).cut_off();
            off.into_iter().filter_map(|node| self.id(node as usize)).collect()
        };
        let mut stopped = || if go_on() { Ok(()) } else { Err(GraphError::Stopped) };
        for cut in found.cut_vertices.iter().take(WEAKEST) {
            stopped()?;
            if let Some(id) = self.id(cut.node as usize) {
                told.partners.push((id, cut_off(Some(cut.node), None)));
            }
        }
        for bridge in found.bridges.iter().take(WEAKEST) {
            stopped()?;
            if let Some(row) = self.index.edges.get(bridge.edge as usize) {
                told.links.push((row.id, cut_off(None, Some(bridge.edge))));
            }
        }
        Ok(())
    }
}
