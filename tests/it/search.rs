//! Search: by names first, then by what is written.

use crate::engagement::World;
use crate::relationship::{added, id, id_at_home};
use crate::stakeholder::created;
use serde_json::{Value, json};
use tests::actor::Actor;

async fn hits(actor: &Actor, text: &str, kinds: Value) -> Vec<(String, Value, Value)> {
    let query = "query($text: String!, $kinds: [StakeholderKind!]) {
        search(text: $text, kinds: $kinds, first: 10) { stakeholder { name } matchedName excerpt } }";
    let data = actor.data(query, json!({ "text": text, "kinds": kinds })).await;
    let hit = |hit: &Value| {
        let name = hit["stakeholder"]["name"].as_str().unwrap().to_owned();
        (name, hit["matchedName"].clone(), hit["excerpt"].clone())
    };
    data["search"].as_array().unwrap().iter().map(hit).collect()
}

fn named(name: &str, matched: &str) -> (String, Value, Value) {
    (name.to_owned(), json!(matched), Value::Null)
}

fn written(name: &str, excerpt: &str) -> (String, Value, Value) {
    (name.to_owned(), Value::Null, json!(excerpt))
}

/// Names, acronyms and aliases are found in both languages, the best match first.
#[tokio::test]
async fn names_are_found_best_first() {
    let world = World::start().await;
    let rows = [
        json!({ "nameEn": "World Health Organization", "nameFr": "Organisation mondiale de la santé",
            "acronym": "WHO", "organizationType": "MULTILATERAL" }),
        json!({ "nameEn": "Whole Earth", "organizationType": "OTHER" }),
        json!({ "nameEn": "Friends", "aliases": ["The WHO friends"], "organizationType": "OTHER" }),
    ];
    for row in rows {
        created(&world.editor, "Organization", row).await;
    }
    let found = hits(&world.app.anonymous(), "who", Value::Null).await;
    let expected = [
        named("World Health Organization", "WHO"),
        named("Whole Earth", "Whole Earth"),
        named("Friends", "The WHO friends"),
    ];
    assert_eq!(found, expected);
    let french = named("World Health Organization", "Organisation mondiale de la santé");
    assert_eq!(hits(&world.app.anonymous(), "SANTE", Value::Null).await, [french]);
    assert_eq!(hits(&world.app.anonymous(), "who", json!(["PLACE"])).await, []);
    assert_eq!(hits(&world.app.anonymous(), "  ", Value::Null).await, []);
}

/// What is written about a stakeholder leads to it: its summary, notes of its relationships.
#[tokio::test]
async fn texts_are_found_after_names() {
    let world = World::start().await;
    let input = json!({ "nameEn": "OpenLMIS", "summaryFr": "Gère la logistique des vaccins." });
    let good = created(&world.editor, "GlobalGood", input).await["id"].take();
    let funder = id(&world, "Organization", "Gavi").await;
    let more = json!({ "note": "Pays for cold chain equipment" });
    added(&world.editor, "FUNDS", &funder, &good, more).await;
    let everybody = world.app.anonymous();
    let summary = written("OpenLMIS", "Gère la logistique des vaccins.");
    assert_eq!(hits(&everybody, "LOGISTIQUE vacc", Value::Null).await, [summary]);
    let note = "Pays for cold chain equipment";
    let expected = [written("Gavi", note), written("OpenLMIS", note)];
    assert_eq!(hits(&everybody, "cold chain", Value::Null).await, expected);
    let expected = [written("OpenLMIS", note)];
    assert_eq!(hits(&everybody, "cold chain", json!(["GLOBAL_GOOD"])).await, expected);
}

/// What is hidden, archived or no longer written is not found.
#[tokio::test]
async fn hidden_texts_are_not_found() {
    let world = World::start().await;
    let mut input =
        json!({ "nameEn": "Quiet", "summaryEn": "A secret plan", "community": world.home() });
    input["visibility"] = json!("RESTRICTED");
    created(&world.manager, "Segment", input).await;
    assert_eq!(hits(&world.viewer, "secret", Value::Null).await, []);
    assert_eq!(hits(&world.viewer, "quiet", Value::Null).await, []);
    assert_eq!(
        hits(&world.manager, "secret", Value::Null).await,
        [written("Quiet", "A secret plan")]
    );

    let open = id_at_home(&world, "Segment", "Open", "PUBLIC").await;
    let update = "mutation($input: UpdateSegmentInput!) { updateSegment(input: $input) { segment { version } } }";
    for (version, summary) in [(1, "An early word"), (2, "A later word")] {
        let input = json!({ "id": open, "expectedVersion": version, "summaryEn": summary });
        world.editor.data(update, json!({ "input": input })).await;
    }
    assert_eq!(hits(&world.viewer, "early", Value::Null).await, []);
    assert_eq!(hits(&world.viewer, "later", Value::Null).await, [written("Open", "A later word")]);
}
