//! The kernels of the graph one at a time, on a small seeded graph, so that their instructions can be
//! counted: `kernels NAME` runs one, `kernels` lists them. It does the same on every run, and depends
//! on nothing but the mathematics.

#![expect(clippy::print_stdout, reason = "the names are asked for on the command line")]

use domain::graph::cluster::{self, Leiden};
use domain::graph::network::Network;
use domain::graph::path::{Journey, cheapest};
use domain::graph::random::SplitMix64;
use domain::graph::rank::betweenness::{self, Sample};
use domain::graph::rank::{self, PageRank};
use domain::graph::{Direction, Edge, Graph, GraphBuilder, GraphError, admission, resilience};
use std::hint::black_box;
use std::process::ExitCode;

/// How large the graph is.
const NODES: u32 = 5_000;
const EDGES: u32 = 30_000;
/// Nodes are joined mostly within their region.
const REGIONS: u32 = 8;
/// How many changes the graph takes one after another, a copy for each.
const CHANGES: u32 = 300;

/// What a kernel works on.
struct World {
    graph: Graph,
    network: Network,
}

/// One kernel by its name.
struct Kernel {
    name: &'static str,
    run: fn(&World) -> Result<(), GraphError>,
}

const KERNELS: [Kernel; 6] = [
    Kernel { name: "pagerank", run: pagerank },
    Kernel { name: "cut-vertices", run: cut_vertices },
    Kernel { name: "betweenness-sampled", run: betweenness },
    Kernel { name: "leiden", run: leiden },
    Kernel { name: "introduction-path", run: introduction },
    Kernel { name: "snapshot-patch", run: patch },
];

fn main() -> ExitCode {
    let Some(name) = std::env::args().nth(1) else {
        KERNELS.iter().for_each(|kernel| println!("{}", kernel.name));
        return ExitCode::SUCCESS;
    };
    let Some(kernel) = KERNELS.iter().find(|kernel| kernel.name == name) else {
        return ExitCode::FAILURE;
    };
    match World::new().and_then(|world| measured(kernel, &world)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// What is done in here is counted, and nothing else.
#[inline(never)]
fn measured(kernel: &Kernel, world: &World) -> Result<(), GraphError> {
    (kernel.run)(world)
}

impl World {
    /// A graph with regions and hubs, as networks of partners have them.
    fn new() -> Result<Self, GraphError> {
        let mut chance = SplitMix64::new(1);
        let mut known: Vec<Vec<u32>> = vec![Vec::new(); REGIONS as usize];
        let mut builder = GraphBuilder::new(NODES);
        for kind in [0, 1, 2, 3, 4].into_iter().cycle().take(EDGES as usize) {
            let from = chance.below(NODES);
            let near = &mut known[(from % REGIONS) as usize];
            near.push(from);
            let count = u32::try_from(near.len()).unwrap_or(u32::MAX);
            let to = match chance.unit() < 0.9 {
                true => near[chance.below(count) as usize],
                false => chance.below(NODES),
            };
            known[(to % REGIONS) as usize].push(to);
            builder.add(Edge { from, to, kind })?;
        }
        let graph = builder.build();
        let network = Network::new(&graph, &admission::everything(), Direction::Either);
        Ok(Self { graph, network })
    }
}

fn pagerank(world: &World) -> Result<(), GraphError> {
    black_box(rank::pagerank(&world.network, &PageRank::default(), || true)?);
    Ok(())
}

fn cut_vertices(world: &World) -> Result<(), GraphError> {
    black_box(resilience::weak_points(&world.network)?);
    Ok(())
}

fn betweenness(world: &World) -> Result<(), GraphError> {
    let sample = Sample { error: 0.05, ..Sample::default() };
    black_box(betweenness::sampled(&world.network, &sample, || true)?);
    Ok(())
}

fn leiden(world: &World) -> Result<(), GraphError> {
    let settings = Leiden { passes: 2, tries: 1, ..Leiden::default() };
    black_box(cluster::leiden(&world.network, &settings, None, || true)?);
    Ok(())
}

fn introduction(world: &World) -> Result<(), GraphError> {
    let mut chance = SplitMix64::new(2);
    for _ in 0..20 {
        let goals = [chance.below(NODES)];
        let journey = Journey {
            graph: &world.graph,
            admission: &admission::everything(),
            direction: Direction::Either,
            from: chance.below(NODES),
            goals: &goals,
        };
        black_box(cheapest(&journey, |edge| 1 + edge % 7, 3, || true)?);
    }
    Ok(())
}

/// Each change goes into a copy, as each commit does, and the copies before it stay.
fn patch(world: &World) -> Result<(), GraphError> {
    let mut chance = SplitMix64::new(3);
    let mut revisions = vec![world.graph.clone()];
    for change in 0..CHANGES {
        let mut next = revisions.last().cloned().unwrap_or_else(|| world.graph.clone());
        let edge = Edge { from: chance.below(NODES), to: chance.below(NODES), kind: 0 };
        match change % 3 {
            0 => drop(next.add(edge)?),
            1 => next.set(chance.below(EDGES), Some(edge))?,
            _ => next.set(chance.below(EDGES), None)?,
        }
        revisions.push(next);
    }
    black_box(revisions);
    Ok(())
}
