//! Questions about days: what came when, and what rests on what is old.

use super::Demo;
use domain::policy::Viewer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

async fn source(demo: &Demo, title: &str) -> Value {
    let query = "query($text: String!) { sources(first: 1, text: $text) { nodes { id } } }";
    let mut answer = demo.ask(Viewer::Anonymous, query, json!({ "text": title })).await;
    answer["sources"]["nodes"][0]["id"].take()
}

fn nodes(list: &Value) -> &[Value] {
    list["nodes"].as_array().expect("a list")
}

/// The facts of the demo about relationships or engagements, each with the documents that it cites and
/// whether it is public.
fn facts(file: &str) -> BTreeMap<Vec<String>, (BTreeSet<String>, bool)> {
    let path = format!("{}/../api/demo/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut facts = BTreeMap::new();
    for line in csv::Reader::from_path(path).expect("the facts").deserialize() {
        let line: BTreeMap<String, String> = line.expect("a line");
        let cell = |name: &str| line.get(name).cloned().unwrap_or_default();
        let key = ["from", "kind", "to", "party", "objective"].map(cell).to_vec();
        let places = format!("{}|{}", cell("evidence_source"), cell("evidence"));
        let cited = places.split('|').filter(|place| !place.is_empty());
        let cited = cited.map(|place| place.split(':').next().unwrap_or(place).to_owned());
        let public = cell("visibility") == "PUBLIC";
        let fact = facts.entry(key).or_insert_with(|| (BTreeSet::new(), public));
        fact.0.extend(cited);
    }
    facts
}

/// How many of the facts cite a document.
fn citing(file: &str, key: &str) -> usize {
    facts(file).into_values().filter(|(cited, _)| cited.contains(key)).count()
}

/// What did the documents add on 2020-09-16? The relationships and engagements whose evidence is the
/// wiki page of that day, as a diff, and nothing besides.
#[tokio::test]
async fn what_did_the_documents_add() {
    let demo = Demo::load().await;
    let manager = demo.account("manager@openimis.demo");
    let variables = json!({ "source": source(&demo, "versions compared").await });
    let query = include_str!("documents.graphql");
    let answer = demo.ask(manager, query, variables.clone()).await;
    let diff = &answer["graphDiff"];
    assert_eq!(diff["added"]["totalCount"], citing("relationships.csv", "S1"));
    assert_eq!(diff["engagements"]["totalCount"], citing("engagements.csv", "S1"));
    for list in ["ended", "changed", "undated"] {
        assert_eq!(diff[list]["totalCount"], 0, "{list}");
    }
    let title = "openIMIS community building: versions compared";
    for one in nodes(&diff["added"]) {
        let dating = json!({ "basis": "KNOWN_SINCE", "since": "2020-09-16" });
        assert_eq!(one["relationship"]["dating"], dating, "{}", one["title"]);
        let evidence = one["relationship"]["evidence"].as_array().expect("a list");
        assert!(evidence.iter().any(|it| it["source"]["title"] == title), "{}", one["title"]);
    }
    insta::assert_json_snapshot!("documents", answer);
    // Engagements are the community's own.
    let public = demo.ask(Viewer::Anonymous, query, variables).await;
    assert_eq!(public["graphDiff"]["engagements"]["totalCount"], 0);
    assert_eq!(public["graphDiff"]["added"], answer["graphDiff"]["added"]);
}

/// As of 2020-12-31, which relationships rest on a single source older than 24 months? Those of the
/// meeting of 2018-12-13; those of undated sources are listed apart, for their age is not known.
#[tokio::test]
async fn what_rests_on_one_old_source() {
    let demo = Demo::load().await;
    let answer =
        demo.ask(Viewer::Anonymous, include_str!("single_source.graphql"), json!({})).await;
    let titles = |list: &Value| -> BTreeSet<String> {
        let evidence = nodes(list).iter().flat_map(|it| it["evidence"].as_array().expect("a list"));
        evidence.map(|it| it["source"]["title"].as_str().expect("a title").to_owned()).collect()
    };
    let meeting = BTreeSet::from(["Global Goods Implementer Meeting".to_owned()]);
    assert_eq!(titles(&answer["old"]), meeting);
    let dated =
        ["Global Goods Implementer Meeting", "openIMIS community building: versions compared"];
    let undated = titles(&answer["undated"]);
    assert!(
        !undated.is_empty() && dated.iter().all(|title| !undated.contains(*title)),
        "{undated:?}"
    );
    insta::assert_json_snapshot!("single_source", answer);
}
