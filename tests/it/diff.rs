//! Pictures of the graph at a day, and what differs between two pictures or two states of a record.

use crate::engagement::{World, column, pair, refused};
use crate::relationship::{added, id, id_at_home};
use crate::stakeholder::data;
use serde_json::{Value, json};
use tests::actor::Actor;

mod dating;
mod record;
mod recorded;

/// What a test looks at of a comparison.
const DIFF: &str = "query($from: MomentBy!, $to: MomentBy!, $scope: DiffScope) {
    graphDiff(from: $from, to: $to, scope: $scope) {
        added(first: 9) { totalCount nodes { ...D } } ended(first: 9) { totalCount nodes { ...D } }
        changed(first: 9) { nodes { ...D fields { field before after } } } retracted(first: 9) { nodes { ...D } }
        undated(first: 9) { nodes { ...D } }
        engagements(first: 9) { nodes { party { name } objective } } } }
    fragment D on RelationshipDifference { id kind title relationship { id evidenceCount }
        replaces { id } }";

/// Compares two pictures of some part.
async fn compare(actor: &Actor, from: Value, to: Value, scope: Value) -> Value {
    let variables = json!({ "from": from, "to": to, "scope": scope });
    actor.data(DIFF, variables).await["graphDiff"].take()
}

/// Lists by name with the kinds in them.
type Lists<'a> = &'a [(&'static str, &'a [&'a str])];

/// The kinds of the relationships of each list of a comparison.
fn kinds(diff: &Value) -> Vec<(&'static str, Vec<String>)> {
    let of = |list: &'static str| (list, column(&diff[list]["nodes"], "kind"));
    let lists = ["added", "ended", "changed", "retracted", "undated"].map(of);
    lists.into_iter().filter(|(_, kinds): &(_, Vec<_>)| !kinds.is_empty()).collect()
}

/// What `kinds` should tell.
fn told(lists: Lists<'_>) -> Vec<(&'static str, Vec<String>)> {
    let owned = |kinds: &[&str]| kinds.iter().map(|kind| (*kind).to_owned()).collect();
    lists.iter().map(|(list, kinds)| (*list, owned(kinds))).collect()
}

fn day(text: &str) -> Value {
    json!({ "day": text })
}

/// Evidence from a new source, as an input.
fn said(title: &str, published: Option<&str>, asserted: Option<&str>) -> Value {
    json!({ "evidence": { "assertedOn": asserted,
        "newSource": { "kind": "DOCUMENT", "title": title, "publishedOn": published } } })
}
