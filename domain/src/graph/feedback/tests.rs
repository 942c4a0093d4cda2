use proptest::prelude::*;

use super::*;
use crate::graph::admission::everything;
use crate::graph::sample::{all_distances, any_edges, graph_of};

const ALL: (usize, usize) = (10_000, 1_000_000);

/// Users report to two implementers, one of which another office stands above.
const TWO_WAYS: &[(u32, u32)] = &[(0, 1), (0, 2), (1, 4), (2, 3), (3, 4)];

fn nodes(ladders: &Ladders) -> Vec<Vec<u32>> {
    ladders.found.iter().map(|ladder| ladder.nodes.clone()).collect()
}

/// Ladders come from the foot to the goal, the shortest first.
#[test]
fn ladders_come_shortest_first() {
    let graph = graph_of(5, TWO_WAYS);
    assert_eq!(feet(&graph, &everything(), &[4]), [0]);
    let found = ladders(&graph, &everything(), &[0], &[4], ALL);
    assert_eq!(nodes(&found), [vec![0, 1, 4], vec![0, 2, 3, 4]]);
    assert!(found.complete);
    let cut = ladders(&graph, &everything(), &[0], &[4], (1, 100));
    assert_eq!((nodes(&cut), cut.complete), (vec![vec![0, 1, 4]], false));
}

/// A ladder ends at the first goal that it comes to, and a goal is no foot.
#[test]
fn a_goal_ends_a_ladder() {
    let graph = graph_of(3, &[(0, 1), (1, 2)]);
    assert_eq!(feet(&graph, &everything(), &[1, 2]), [0]);
    let found = ladders(&graph, &everything(), &[0], &[1, 2], ALL);
    assert_eq!(nodes(&found), [vec![0, 1]]);
}

/// Those who only report to each other still have a voice, and one who passes nothing on ends it.
#[test]
fn circles_have_one_foot_and_one_top() {
    let graph = graph_of(6, &[(2, 1), (1, 2), (2, 3), (4, 5)]);
    assert_eq!(feet(&graph, &everything(), &[3]), [1]);
    assert_eq!(tops(&graph, &everything(), &[4]), [5]);
    assert_eq!(tops(&graph, &everything(), &[0]), [0]);
    let circle = graph_of(3, &[(0, 1), (1, 2), (2, 1)]);
    assert_eq!(tops(&circle, &everything(), &[0]), [1]);
}

/// A step that is not admitted is none.
#[test]
fn hidden_steps_are_none() {
    let graph = graph_of(5, TWO_WAYS);
    let admission = Admission { edge: |edge| edge != 2, node: |node| node != 3 };
    assert_eq!(feet(&graph, &admission, &[4]), [0_u32; 0]);
    assert_eq!(ladders(&graph, &admission, &[0], &[4], ALL).found, []);
    assert_eq!(tops(&graph, &admission, &[0]), [1, 2]);
}

/// Every way without a repeated node from a foot to the first goal, by trying everything.
fn by_force(graph: &Graph, goals: &[u32], so_far: &Path, found: &mut Vec<Path>) {
    let last = so_far.nodes[so_far.nodes.len() - 1];
    if goals.contains(&last) {
        found.push(so_far.clone());
        return;
    }
    for step in graph.outgoing(last) {
        if !so_far.nodes.contains(&step.node) {
            let mut longer = so_far.clone();
            longer.nodes.push(step.node);
            longer.edges.push(step.edge);
            by_force(graph, goals, &longer, found);
        }
    }
}

proptest! {
    /// Ladders are all that trying everything finds, in order of length, nodes and edges.
    #[test]
    fn ladders_agree_with_brute_force(
        (count, ends) in any_edges(6, 12),
        goal in 0..6_u32,
        other in 0..6_u32,
    ) {
        let graph = graph_of(count, &ends);
        let goals = [goal % count, other % count];
        let feet: Vec<u32> = (0..count).collect();
        let mut truth = Vec::new();
        for &foot in &feet {
            by_force(&graph, &goals, &Path { nodes: vec![foot], edges: Vec::new() }, &mut truth);
        }
        truth.sort_by_key(|path| (path.edges.len(), path.nodes.clone(), path.edges.clone()));
        let found = ladders(&graph, &everything(), &feet, &goals, ALL);
        prop_assert!(found.complete);
        prop_assert_eq!(found.found, truth);
    }

    /// Heights are the distances to the nearest goal; every foot reaches a goal, none is reached
    /// from another, and all who reach a goal are reached from one. Tops likewise, upside down.
    #[test]
    fn feet_and_tops_agree_with_brute_force(
        (count, ends) in any_edges(8, 14),
        goal in 0..8_u32,
    ) {
        let graph = graph_of(count, &ends);
        let goal = goal % count;
        let truth = all_distances(count, ends.iter().copied());
        let height = heights(&graph, &everything(), &[goal]);
        let climbs: Vec<u32> = (0..count).filter(|&node| node != goal)
            .filter(|&node| truth[node as usize][goal as usize].is_some()).collect();
        for node in 0..count {
            prop_assert_eq!(height[node as usize], truth[node as usize][goal as usize]);
        }
        let below: Vec<_> = ends.iter().copied().filter(|&(_, to)| to != goal).collect();
        let among = all_distances(count, below.iter().copied().filter(|(from, _)| *from != goal));
        let reaches = |a: u32, b: u32| among[a as usize][b as usize].is_some();
        let first = climbs.iter().copied().filter(|&node| {
            climbs.iter().all(|&other| !reaches(other, node) || reaches(node, other) && node <= other)
        });
        prop_assert_eq!(feet(&graph, &everything(), &[goal]), first.collect::<Vec<_>>());

        let whole = |a: u32, b: u32| truth[a as usize][b as usize].is_some();
        let reached: Vec<u32> = (0..count).filter(|&node| whole(goal, node)).collect();
        let last = reached.iter().copied().filter(|&node| {
            reached.iter().all(|&other| !whole(node, other) || whole(other, node) && node <= other)
        });
        prop_assert_eq!(tops(&graph, &everything(), &[goal]), last.collect::<Vec<_>>());
    }
}
