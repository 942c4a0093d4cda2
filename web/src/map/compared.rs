//! Two days on one map: which relationships came, ended or changed between them. What it means that
//! one counts on a day is `domain`'s to say. Pure.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::dating::{Dating, DatingBasis, Passage};
use domain::interval::DatePoint;
use domain::vocabulary::{Tongue, Word};

use super::scene::{Edge, Node};
use crate::text::MapText;

/// What became of a relationship between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// It counts on the later day only.
    Added,
    /// It counts on the earlier day only.
    Ended,
    /// It ended and another one goes on from it, or it is that other one.
    Changed,
    /// Whether it counts on a day is not recorded: nothing dates it.
    Undated,
}

impl Compared {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Added, Self::Ended, Self::Changed, Self::Undated];

    /// The sign upon its line and before its word.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Ended => "−",
            Self::Changed => "±",
            Self::Undated => "?",
        }
    }

    /// The word for it.
    pub fn word(self, tongue: Tongue) -> &'static str {
        let text = MapText(tongue);
        match self {
            Self::Added => text.added(),
            Self::Ended => text.ended(),
            Self::Changed => text.changed(),
            Self::Undated => DatingBasis::Undated.label(tongue),
        }
    }
}

/// Since when and until when a relationship on the map counts.
fn dating(edge: &Edge) -> Dating {
    let point = |text: &Option<String>| DatePoint::parse(text.as_deref()?, "").ok();
    Dating { basis: edge.basis, since: point(&edge.since), until: point(&edge.valid_to) }
}

/// The days on which something on the map changes, in their order, each once.
pub fn steps(datings: impl Iterator<Item = Dating>) -> Vec<NaiveDate> {
    let mut steps: Vec<_> = datings.flat_map(Dating::steps).collect();
    steps.sort();
    steps.dedup();
    steps
}

/// What of a map that shows any time belongs to one of two days, marked by what became of it, and
/// whoever it still joins to the middle within reach.
pub fn compare(
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    (from, to): (NaiveDate, NaiveDate),
    depth: u32,
) -> (Vec<Node>, Vec<Edge>) {
    let told = edges.into_iter().filter_map(|edge| {
        let compared = match dating(&edge).passage(from, to) {
            Passage::Added => Some(Compared::Added),
            Passage::Ended => Some(Compared::Ended),
            Passage::Kept => undated(&edge),
            Passage::Absent => return None,
        };
        Some(Edge { compared, ..edge })
    });
    let mut edges: Vec<_> = told.collect();
    succeed(&mut edges);
    let hops = hops(&nodes, &edges, depth);
    edges.retain(|edge| hops.contains_key(&edge.source) && hops.contains_key(&edge.target));
    let near = nodes.into_iter().filter_map(|node| {
        let hop = *hops.get(&node.id)?;
        Some(Node { hop, ..node })
    });
    (near.collect(), edges)
}

/// The mark of a relationship that nothing dates.
fn undated(edge: &Edge) -> Option<Compared> {
    (edge.basis == DatingBasis::Undated).then_some(Compared::Undated)
}

/// The relationships of one day, with a mark on those that nothing dates.
pub fn doubt(edges: Vec<Edge>) -> Vec<Edge> {
    let marked = edges.into_iter().map(|edge| Edge { compared: undated(&edge), ..edge });
    marked.collect()
}

/// One that ended and one of the same kind and ends that came are one that changed.
fn succeed(edges: &mut [Edge]) {
    let same = |edge: &Edge| (edge.kind, edge.source.clone(), edge.target.clone());
    let of = |wanted: Compared| -> HashSet<_> {
        edges.iter().filter(|edge| edge.compared == Some(wanted)).map(same).collect()
    };
    let (added, ended) = (of(Compared::Added), of(Compared::Ended));
    for edge in edges.iter_mut().filter(|edge| edge.compared.is_some()) {
        let key = same(edge);
        if added.contains(&key) && ended.contains(&key) {
            edge.compared = Some(Compared::Changed);
        }
    }
}

/// How far each node is from the middle over these edges, as far as the map reaches.
fn hops(nodes: &[Node], edges: &[Edge], depth: u32) -> HashMap<String, u32> {
    let focus = nodes.iter().filter(|node| node.hop == 0).map(|node| (node.id.clone(), 0));
    let mut hops: HashMap<String, u32> = focus.collect();
    for hop in 1..=depth {
        let known = hops.clone();
        let ends = edges
            .iter()
            .flat_map(|edge| [(&edge.source, &edge.target), (&edge.target, &edge.source)]);
        for (_, other) in ends.filter(|(one, _)| known.contains_key(*one)) {
            hops.entry(other.clone()).or_insert(hop);
        }
    }
    hops
}

#[cfg(test)]
mod tests {
    use super::super::sample::{edge, node};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dated(edge: Edge, since: &str, until: Option<&str>) -> Edge {
        let (since, valid_to) = (Some(since.to_owned()), until.map(str::to_owned));
        Edge { since, valid_to, basis: DatingBasis::Stated, ..edge }
    }

    fn sample() -> (Vec<Node>, Vec<Edge>) {
        let nodes = vec![node("good_a", 0), node("org_b", 1), node("org_c", 1), node("grp_d", 2)];
        let edges = vec![
            dated(edge("rel_1", "org_b", "good_a"), "2018", Some("2019")),
            dated(edge("rel_2", "org_b", "good_a"), "2020", None),
            dated(edge("rel_3", "org_c", "good_a"), "2020-05", None),
            edge("rel_4", "grp_d", "org_c"),
        ];
        (nodes, edges)
    }

    /// Each relationship is marked by what became of it; the undated stays, marked as such.
    #[test]
    fn relationships_are_marked() {
        let check = |from: &str, to: &str, expected: &[(&str, Option<Compared>)]| {
            let (nodes, edges) = sample();
            let (_, edges) = compare(nodes, edges, (day(from), day(to)), 2);
            let told: Vec<_> = edges.iter().map(|edge| (edge.id.as_str(), edge.compared)).collect();
            assert_eq!(told, expected, "{from} {to}");
        };
        let changed = Some(Compared::Changed);
        let (added, undated) = (Some(Compared::Added), Some(Compared::Undated));
        check(
            "2019-06-01",
            "2020-06-01",
            &[("rel_1", changed), ("rel_2", changed), ("rel_3", added), ("rel_4", undated)],
        );
        check("2018-01-01", "2019-01-01", &[("rel_1", None)]);
        check("2019-01-01", "2020-01-01", &[("rel_1", changed), ("rel_2", changed)]);
        check("2021-01-01", "2022-01-01", &[("rel_2", None), ("rel_3", None), ("rel_4", undated)]);
    }

    /// Whoever nothing joins to the middle on either day is not on the map, nor what lies behind.
    #[test]
    fn nobody_floats() {
        let (nodes, edges) = sample();
        let (nodes, _) = compare(nodes, edges, (day("2018-01-01"), day("2019-01-01")), 2);
        let ids: Vec<_> = nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["good_a", "org_b"]);
    }

    /// Steps are the days on which pictures differ, each once.
    #[test]
    fn steps_are_days_of_change() {
        let (_, edges) = sample();
        let expected = ["2018-01-01", "2020-01-01", "2020-05-01"].map(day);
        assert_eq!(steps(edges.iter().map(dating)), expected);
    }
}
