//! The committed list of facts, a line each.

use domain::relationship::{RelationshipKind, Symmetry};
use domain::vocabulary::Word;
use std::collections::BTreeSet;

/// A line that tells of something that is not there.
#[derive(Debug)]
pub(super) struct Absent {
    pub(super) subject: String,
    pub(super) relation: String,
}

/// Every fact in the form in which [`super::fact::facts`] tells what is loaded: what, where it is
/// written, how sure it is, and its details.
pub(super) fn facts() -> BTreeSet<String> {
    lines().filter(|line| line[0] != "absent").map(canonical).collect()
}

/// Everything that must not be loaded.
pub(super) fn absent() -> Vec<Absent> {
    let absent = lines().filter(|line| line[0] == "absent");
    absent
        .map(|line| Absent { subject: line[4].to_owned(), relation: line[5].to_owned() })
        .collect()
}

fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    let text = include_str!("../facts.tsv");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.skip(1).map(|line| {
        let mut cells: Vec<_> = line.split('\t').collect();
        cells.resize(8, "");
        cells
    })
}

fn canonical(line: Vec<&str>) -> String {
    let [fact, places, state, inferred, subject, relation, object, detail] = line[..] else {
        panic!("{line:?}")
    };
    let mut places: Vec<_> = places.split(',').collect();
    places.sort_unstable();
    let places = match fact {
        // Where a source, or an overlap of two facts with lines of their own, is told of, and which
        // of an engagement's lines tells of a gain or an entry point, is for readers of the list.
        "source" | "overlap" | "gain" | "entry" => String::new(),
        _ => places.join(","),
    };
    let (subject, object) = in_order(relation, subject, object);
    [fact, &places, state, inferred, subject, relation, object, detail].join(" | ")
}

/// What reads the same both ways has no order of its own.
pub(super) fn in_order<'a>(relation: &str, one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let kind = RelationshipKind::parse(relation);
    let both_ways = kind.is_some_and(|kind| kind.rule().direction == Symmetry::Symmetric);
    match both_ways || relation == "TOPICS" {
        true => (one.min(other), one.max(other)),
        false => (one, other),
    }
}
