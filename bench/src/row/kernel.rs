//! The measures of the graph on a million relationships, beside igraph, NetworKit and rustworkx: one
//! thread each, processor seconds, kernel by kernel in turn, after the graph is built.

pub mod agreement;

mod given;
mod library;

use super::Run;
use crate::measure::{median, milliseconds, ratio, timed};
use crate::table::{Line, Table, Verdict, judge};
use crate::usage;
use crate::world::count;
use anyhow::{Context, Result};
use domain::graph::network::Network;
use domain::graph::{Direction, admission, cluster, rank, resilience};
use library::{Answer, Libraries};
use std::time::Duration;

/// One kernel: how peers call it, how many times as fast as the fastest of them it should be, and
/// whose time counts where that is not the fastest's.
struct Kernel {
    name: &'static str,
    called: &'static str,
    goal: f64,
    beside: Option<&'static str>,
    run: fn(&Network) -> Result<Answer>,
}

const KERNELS: [Kernel; 4] = [
    Kernel { name: "PageRank", called: "pagerank", goal: 2.0, beside: None, run: pagerank },
    Kernel { name: "cut vertices", called: "cuts", goal: 2.0, beside: None, run: cuts },
    Kernel {
        name: "betweenness, 64 sources",
        called: "betweenness",
        goal: 1.3,
        beside: None,
        run: betweenness,
    },
    // At most 1.5 times NetworKit's time.
    Kernel {
        name: "Leiden",
        called: "leiden",
        goal: 1.0 / 1.5,
        beside: Some("networkit"),
        run: leiden,
    },
];

const SOURCES: u32 = 64;
/// Scores that are the same but for rounding, and for where an iteration stops.
const NEAR: f64 = 1e-5;
/// How much less modular our clusters may be than the best of the peers'.
const LESS_MODULAR: f64 = 0.001;
/// A library this many times slower than the fastest is not asked again.
const TOO_SLOW: f64 = 2.0;

fn pagerank(network: &Network) -> Result<Answer> {
    let settings = rank::PageRank { tolerance: 1e-8, ..Default::default() };
    let ranks = rank::pagerank(network, &settings, || true)?;
    Ok(Answer::Scores(ranks.of.into_iter().flatten().collect()))
}

fn cuts(network: &Network) -> Result<Answer> {
    let found = resilience::weak_points(network)?;
    Ok(Answer::Nodes(found.cut_vertices.iter().map(|cut| cut.node).collect()))
}

fn betweenness(network: &Network) -> Result<Answer> {
    let nodes = network.node_count();
    let sources: Vec<u32> = (0..SOURCES)
        .filter_map(|number| {
            u32::try_from(u64::from(number) * u64::from(nodes) / u64::from(SOURCES)).ok()
        })
        .collect();
    let found = rank::betweenness::from_sources(network, &sources, || true)?;
    Ok(Answer::Scores(found.of.into_iter().flatten().collect()))
}

fn leiden(network: &Network) -> Result<Answer> {
    let settings = cluster::Leiden { passes: 2, tries: 1, ..Default::default() };
    let found = cluster::leiden(network, &settings, None, || true)?;
    Ok(Answer::Quality(found.modularity.context("no edges")?))
}

/// Measures all kernels.
pub async fn run(run: &Run, table: &mut Table) -> Result<()> {
    let pairs = run.large().pairs();
    let nodes = count(run.large().parties.len());
    let (network, built, _) = timed(|| {
        let graph = run.large().graph(&pairs)?;
        Ok(Network::new(&graph, &admission::everything(), Direction::Either))
    })?;
    let names = ["igraph", "networkit", "rustworkx"];
    let mut libraries = Libraries::start(&run.place, &names, &pairs, nodes)?;
    let told = libraries.iter().flat_map(|libraries| &libraries.built);
    let told: Vec<_> = told.map(|(name, seconds)| format!("{name} {seconds:.2} s")).collect();
    table.add(Line {
        workload: format!("graph of {} links built", pairs.len()),
        ours: format!("{:.2} s", built.as_secs_f64()),
        peer: told.join(", "),
        ratio: String::new(),
        goal: String::new(),
        verdict: Verdict::Told,
        beside: "for whoever measures once".to_owned(),
    });
    for kernel in &KERNELS {
        match &mut libraries {
            None => table.add(Line::not_installed(
                kernel.name,
                "igraph, networkit, rustworkx",
                &goal(kernel),
            )),
            Some(libraries) => table.add(measure(run, kernel, &network, libraries)?),
        }
    }
    Ok(())
}

fn goal(kernel: &Kernel) -> String {
    match kernel.beside {
        None => format!(">= {}x", kernel.goal),
        Some(name) => format!("<= {:.1}x {name}'s time", 1.0 / kernel.goal),
    }
}

/// Times of one library, and how far its answer is from ours.
struct Theirs {
    name: String,
    seconds: Vec<f64>,
    answer: Option<Answer>,
}

fn measure(
    run: &Run,
    kernel: &Kernel,
    network: &Network,
    libraries: &mut Libraries,
) -> Result<Line> {
    let before = (usage::processor(std::process::id()), usage::machine());
    let (mut ours, mut answer) = (Vec::new(), None);
    let mut all: Vec<Theirs> = Vec::new();
    for round in 0..run.pace.rounds {
        let (found, took, _) = timed(|| (kernel.run)(network))?;
        ours.push(took);
        answer = Some(found);
        let fastest = all.iter().map(|one| median(one.seconds.clone())).fold(f64::MAX, f64::min);
        let names: Vec<String> = libraries.built.keys().cloned().collect();
        for name in names {
            let known = all.iter_mut().find(|one| one.name == name);
            let slow =
                known.as_ref().is_some_and(|one| median(one.seconds.clone()) > TOO_SLOW * fastest);
            if slow || (known.is_none() && round > 0) {
                continue;
            }
            let Some((seconds, answer)) = libraries.ask(kernel.called, &name)? else { continue };
            match known {
                Some(one) => one.seconds.push(seconds),
                None => all.push(Theirs { name, seconds: vec![seconds], answer }),
            }
        }
    }
    let own = usage::processor(std::process::id()).saturating_sub(before.0);
    let share = crate::measure::share(own, usage::machine().saturating_sub(before.1));
    Ok(line(kernel, &ours, &answer.context("no round")?, &all, share))
}

fn line(kernel: &Kernel, ours: &[Duration], answer: &Answer, all: &[Theirs], share: f64) -> Line {
    let seconds: Vec<f64> = ours.iter().map(Duration::as_secs_f64).collect();
    let middle = |one: &&Theirs| median(one.seconds.clone());
    let beside = |one: &&Theirs| kernel.beside.is_none_or(|name| one.name == name);
    let fastest = all.iter().filter(beside).min_by(|a, b| middle(a).total_cmp(&middle(b)));
    let times = fastest.map_or(f64::NAN, |one| ratio(&one.seconds, &seconds));
    let checks: Vec<(bool, String)> = all.iter().filter_map(|one| check(answer, one)).collect();
    let right = !checks.is_empty() && checks.iter().all(|(right, _)| *right);
    let told: Vec<_> = checks.into_iter().map(|(_, text)| text).collect();
    let peers: Vec<_> =
        all.iter().map(|one| format!("{} {:.0} ms", one.name, middle(&one) * 1_000.0)).collect();
    Line {
        workload: format!("{}, 1M", kernel.name),
        ours: format!("{:.0} ms", median(ours.iter().map(|took| milliseconds(*took)))),
        peer: peers.join(", "),
        ratio: format!("{times:.2}x {}", fastest.map_or("", |one| one.name.as_str())),
        goal: goal(kernel),
        // Processor time says the same however busy the machine is, so that noise excuses less.
        verdict: if right { judge(times >= kernel.goal, share) } else { Verdict::Wrong },
        beside: format!("{}, ours {:.0} %", told.join(", "), share * 100.0),
    }
}

/// Whether an answer is as good as a peer's, in words.
fn check(ours: &Answer, theirs: &Theirs) -> Option<(bool, String)> {
    let name = &theirs.name;
    Some(match (ours, theirs.answer.as_ref()?) {
        (Answer::Nodes(ours), Answer::Nodes(theirs)) => {
            (ours == theirs, format!("{name} {} nodes, equal: {}", theirs.len(), ours == theirs))
        }
        (Answer::Scores(ours), Answer::Scores(theirs)) => {
            let apart = apart(ours, theirs);
            (apart < NEAR, format!("{name} {apart:.0e} apart"))
        }
        (Answer::Quality(ours), Answer::Quality(theirs)) => {
            (*ours >= theirs - LESS_MODULAR, format!("Q {ours:.4}, {name} {theirs:.4}"))
        }
        _ => (false, format!("{name} answers otherwise")),
    })
}

/// How far two lists of scores are apart in all, as shares of their sums: libraries scale them
/// differently.
fn apart(ours: &[f64], theirs: &[f64]) -> f64 {
    if ours.len() != theirs.len() {
        return f64::INFINITY;
    }
    let (our_sum, their_sum): (f64, f64) = (ours.iter().sum(), theirs.iter().sum());
    ours.iter().zip(theirs).map(|(a, b)| (a / our_sum - b / their_sum).abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores that differ in scale only are the same; other scores, or fewer, are not.
    #[test]
    fn scores_are_compared_by_share() {
        assert!(apart(&[1.0, 3.0], &[2.0, 6.0]) < 1e-12);
        assert!(apart(&[1.0, 3.0], &[3.0, 1.0]) > 0.5);
        assert!(apart(&[1.0], &[1.0, 0.0]).is_infinite());
    }

    /// An answer that a peer does not give is not judged by it; one that differs is wrong.
    #[test]
    fn answers_are_checked() {
        let peer = |answer| Theirs { name: "peer".to_owned(), seconds: vec![1.0], answer };
        let ours = Answer::Nodes(vec![1, 2]);
        assert!(check(&ours, &peer(None)).is_none());
        assert!(check(&ours, &peer(Some(Answer::Nodes(vec![1, 2])))).is_some_and(|it| it.0));
        assert!(check(&ours, &peer(Some(Answer::Nodes(vec![1])))).is_some_and(|it| !it.0));
        let quality =
            |q| check(&Answer::Quality(0.6490), &peer(Some(Answer::Quality(q)))).unwrap().0;
        assert!(quality(0.6499) && !quality(0.6501));
    }
}
