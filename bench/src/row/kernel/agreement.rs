//! The measures of a given graph beside the numbers of igraph and networkx: the same to nine digits,
//! what is sampled within its bound, and clusters as modular as the best of ten searches.

use super::given::Given;
use super::library::{Answer, Libraries};
use crate::measure::{milliseconds, timed};
use crate::row::Run;
use crate::table::{Line, Table, Verdict};
use anyhow::{Context, Result};
use domain::graph::network::Network;
use domain::graph::rank::betweenness::{self, Sample};
use domain::graph::{Direction, Graph, admission, cluster, component, path, rank, resilience};
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

/// How far two numbers may be apart, as a share of the larger where that is above 1.
const NEAR: f64 = 1e-9;
/// How modular our clusters must be beside the best of the reference's.
const AS_MODULAR: f64 = 0.99;

/// What is known of each node; none where it is undefined.
type Values = Vec<Option<f64>>;

/// One measure of every node, and who else knows it.
struct Measure {
    name: &'static str,
    called: &'static str,
    library: &'static str,
    of: fn(&Graph, &Network) -> Result<Values>,
}

const MEASURES: [Measure; 7] = [
    Measure { name: "PageRank", called: "pagerank", library: "networkx", of: pagerank },
    Measure { name: "betweenness", called: "every_betweenness", library: "igraph", of: exact },
    Measure { name: "closeness", called: "closeness", library: "igraph", of: closeness },
    Measure { name: "cores", called: "cores", library: "igraph", of: cores },
    Measure { name: "cut vertices", called: "is_cut", library: "igraph", of: cuts },
    Measure { name: "components", called: "components", library: "igraph", of: components },
    Measure { name: "shortest paths", called: "distances", library: "igraph", of: distances },
];

fn pagerank(_: &Graph, network: &Network) -> Result<Values> {
    let settings = rank::PageRank { tolerance: 1e-13, ..Default::default() };
    Ok(rank::pagerank(network, &settings, || true)?.of)
}

fn exact(_: &Graph, network: &Network) -> Result<Values> {
    Ok(betweenness::exact(network, || true)?.of)
}

fn closeness(_: &Graph, network: &Network) -> Result<Values> {
    Ok(rank::closeness(network, || true)?)
}

fn cores(_: &Graph, network: &Network) -> Result<Values> {
    Ok(rank::cores(network).into_iter().map(|core| core.map(f64::from)).collect())
}

fn cuts(graph: &Graph, network: &Network) -> Result<Values> {
    let mut is_cut = vec![Some(0.0); graph.node_count() as usize];
    for cut in resilience::weak_points(network)?.cut_vertices {
        is_cut[cut.node as usize] = Some(1.0);
    }
    Ok(is_cut)
}

/// Components are the same when their nodes are, whatever their numbers.
fn components(graph: &Graph, _: &Network) -> Result<Values> {
    let found = component::components(graph, &admission::everything());
    let numbers = (0..graph.node_count()).map(|node| found.of(node).map(f64::from));
    Ok(by_first(&numbers.collect::<Vec<_>>()))
}

/// From the first of the nodes with the most neighbors.
fn distances(graph: &Graph, _: &Network) -> Result<Values> {
    let degree = |node: &u32| {
        let mut others: Vec<_> =
            graph.neighbors(*node, Direction::Either).map(|step| step.node).collect();
        others.sort_unstable();
        others.dedup();
        others.retain(|other| other != node);
        (others.len(), std::cmp::Reverse(*node))
    };
    let from = (0..graph.node_count()).max_by_key(degree).context("no nodes")?;
    let steps = path::distances(graph, &admission::everything(), Direction::Either, from);
    Ok(steps.into_iter().map(|steps| steps.map(f64::from)).collect())
}

/// Each number in the place of which the first is where that number was first.
fn by_first(numbers: &[Option<f64>]) -> Values {
    let mut first: HashMap<u64, f64> = HashMap::new();
    let places = (0_u32..).map(f64::from);
    let renumber = |(number, place): (&Option<f64>, f64)| {
        number.map(|number| *first.entry(number.to_bits()).or_insert(place))
    };
    numbers.iter().zip(places).map(renumber).collect()
}

/// Compares everything.
pub fn run(run: &Run, path: &Path, table: &mut Table) -> Result<()> {
    let given = Given::read(path)?;
    let graph = given.graph()?;
    let network = Network::new(&graph, &admission::everything(), Direction::Either);
    let names = ["igraph", "networkx"];
    let libraries = Libraries::start(&run.place, &names, &given.pairs, given.nodes)?;
    let Some(mut libraries) = libraries else {
        table.add(Line::not_installed("given graph", "igraph, networkx", "equal"));
        return Ok(());
    };
    let mut through = Values::new();
    for measure in &MEASURES {
        let (ours, took, _) = timed(|| (measure.of)(&graph, &network))?;
        let (seconds, theirs) = numbers(&mut libraries, measure)?;
        let apart = apart(&ours, &theirs);
        table.add(Line {
            workload: format!("{}, {} nodes", measure.name, given.nodes),
            goal: format!("<= {NEAR:.0e} apart"),
            verdict: if apart <= NEAR { Verdict::Pass } else { Verdict::Wrong },
            ..line(took, (measure.library, seconds), format!("{apart:.0e} apart"))
        });
        if measure.called == "every_betweenness" {
            through = theirs;
        }
    }
    table.add(sampled(&network, &through)?);
    table.add(clusters(&network, &mut libraries)?);
    Ok(())
}

fn line(took: Duration, (library, seconds): (&str, f64), ratio: String) -> Line {
    Line {
        ours: format!("{:.0} ms", milliseconds(took)),
        peer: format!("{library} {:.0} ms", seconds * 1_000.0),
        ratio,
        ..Line::not_installed("", "", "")
    }
}

fn numbers(libraries: &mut Libraries, measure: &Measure) -> Result<(f64, Values)> {
    let said = libraries.ask(measure.called, measure.library)?;
    let (seconds, answer) = said.with_context(|| format!("{} is missing", measure.library))?;
    Ok((seconds, answer.and_then(Answer::values).context("an answer of another kind")?))
}

/// How far the worst of our estimates is from the exact share.
fn sampled(network: &Network, exact: &Values) -> Result<Line> {
    let sample = Sample::default();
    let (found, took, _) = timed(|| Ok(betweenness::sampled(network, &sample, || true)?))?;
    let pairs = found.betweenness.pairs;
    let miss = |(known, node): (&Option<f64>, u32)| {
        Some((known.as_ref()? / pairs - found.betweenness.share(node)?).abs())
    };
    let worst = exact.iter().zip(0..).filter_map(miss).fold(0.0, f64::max);
    Ok(Line {
        workload: "betweenness, sampled".to_owned(),
        goal: format!("<= {} of all pairs", sample.error),
        verdict: if worst <= sample.error { Verdict::Pass } else { Verdict::Wrong },
        peer: "igraph's exact numbers".to_owned(),
        beside: format!("{} paths drawn", found.paths),
        ..line(took, ("", 0.0), format!("{worst:.1e} off at most"))
    })
}

fn clusters(network: &Network, libraries: &mut Libraries) -> Result<Line> {
    let settings = cluster::Leiden::default();
    let (found, took, _) = timed(|| Ok(cluster::leiden(network, &settings, None, || true)?))?;
    let ours = found.modularity.context("no edges")?;
    let said = libraries.ask("best_leiden", "igraph")?.context("igraph is missing")?;
    let (seconds, Some(Answer::Quality(best))) = said else { anyhow::bail!("no modularity") };
    Ok(Line {
        workload: "Leiden".to_owned(),
        goal: format!(">= {AS_MODULAR} of the best of 10"),
        verdict: if ours >= AS_MODULAR * best { Verdict::Pass } else { Verdict::Wrong },
        beside: "ten searches each".to_owned(),
        ..line(took, ("igraph", seconds), format!("Q {ours:.4} beside {best:.4}"))
    })
}

/// How far two lists of numbers are apart where they are furthest; endless where one has a number and
/// the other none.
fn apart(ours: &[Option<f64>], theirs: &[Option<f64>]) -> f64 {
    if ours.len() != theirs.len() {
        return f64::INFINITY;
    }
    let apart = |(ours, theirs): (&Option<f64>, &Option<f64>)| match (ours, theirs) {
        (Some(ours), Some(theirs)) => (ours - theirs).abs() / theirs.abs().max(1.0),
        (None, None) => 0.0,
        _ => f64::INFINITY,
    };
    ours.iter().zip(theirs).map(apart).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Large numbers may differ in their tenth digit; what is undefined must be so on both sides.
    #[test]
    fn numbers_are_compared() {
        assert!(apart(&[Some(1e9), None], &[Some(1e9 + 0.5), None]) <= NEAR);
        assert!(apart(&[Some(0.5)], &[Some(0.5 + 1e-8)]) > NEAR);
        assert!(apart(&[Some(0.0)], &[None]).is_infinite());
        assert!(apart(&[], &[None]).is_infinite());
    }

    /// Components that are numbered otherwise are the same ones.
    #[test]
    fn components_are_known_by_their_first() {
        let numbers = |of: [f64; 4]| by_first(&of.map(Some));
        assert_eq!(numbers([7.0, 3.0, 7.0, 3.0]), numbers([0.0, 1.0, 0.0, 1.0]));
        assert_ne!(numbers([7.0, 3.0, 7.0, 3.0]), numbers([0.0, 1.0, 1.0, 0.0]));
    }
}
