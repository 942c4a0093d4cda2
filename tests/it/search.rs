//! Search: by names first, then by what is written.

use crate::engagement::{World, pair, refused};
use crate::import::{commit, sheet};
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

/// Nobody types more than 200 characters: more are refused, wherever they are looked for; of more
/// than ten words the first ten count, in names as in texts.
#[tokio::test]
async fn long_texts_are_refused() {
    let world = World::start().await;
    let input = json!({ "nameEn": "Ten words", "aliases": ["a b c d e f g h i j"],
        "summaryEn": "k l m n o p q r s t" });
    created(&world.editor, "Segment", input).await;
    let anonymous = world.app.anonymous();
    for words in ["a b c d e f g h i j z", "k l m n o p q r s t z"] {
        assert_eq!(hits(&anonymous, words, json!([])).await.len(), 1, "{words}");
    }
    let long = json!({ "text": "x".repeat(201) });
    for (field, at) in [
        ("search(text: $text, first: 1) { excerpt }", "text"),
        ("sources(text: $text, first: 1) { totalCount }", "text"),
        ("stakeholders(filter: { text: $text }, first: 1) { totalCount }", "filter.text"),
        ("engagements(filter: { text: $text }, first: 1) { totalCount }", "filter.text"),
    ] {
        let query = format!("query($text: String!) {{ {field} }}");
        let answer = anonymous.post(&query, long.clone()).await;
        assert_eq!(refused(&answer), [pair("TOO_LONG", at)], "{field}");
    }
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

/// Words are what stands between spaces and punctuation: numbers, scripts of any age, and words
/// longer than an index takes.
#[tokio::test]
async fn any_word_is_found() {
    let world = World::start().await;
    let long = "x".repeat(2_500);
    let text = format!("Code 5e3x, -2.5e3 doses by www.who.int/a_b: 𞤀𞤁𞤂𞤃 {long}");
    let input = json!({ "nameEn": "Order", "summaryEn": text });
    created(&world.editor, "Segment", input).await;
    for words in ["5e3x", "e3x", "2 5e3", "who int", "a_b", "𞤢𞤣", &long[..150]] {
        let found = hits(&world.viewer, words, Value::Null).await.len();
        assert_eq!(found, usize::from(words != "e3x"), "{words}");
    }
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

/// A sheet of segments that all have the same words in their summary.
async fn crowd(world: &World, count: usize, visibility: &str) {
    let mut text = "name_en\tkind\tsummary_en\tvisibility".to_owned();
    for number in 0..count {
        text.push_str(&format!("\n{visibility} {number}\tSEGMENT\tbuys cold boxes\t{visibility}"));
    }
    let done = commit(&world.manager, &sheet(world, "STAKEHOLDERS", &text)).await;
    assert_eq!(done["created"], count, "{done}");
}

/// Neither hidden texts nor those of other kinds, however many there are, push out what is asked for.
#[tokio::test]
async fn a_crowd_pushes_nobody_out() {
    let world = World::start().await;
    crowd(&world, 501, "RESTRICTED").await;
    crowd(&world, 260, "PUBLIC").await;
    let input =
        json!({ "nameEn": "Gavi", "summaryEn": "buys cold boxes", "organizationType": "OTHER" });
    created(&world.editor, "Organization", input).await;
    let expected = [written("Gavi", "buys cold boxes")];
    let everybody = world.app.anonymous();
    assert_eq!(hits(&everybody, "cold boxes", json!(["ORGANIZATION"])).await, expected);
    let found = hits(&everybody, "cold boxes", Value::Null).await;
    assert!(found.len() == 10 && found.iter().all(|(name, ..)| name.starts_with("PUBLIC")));
    let found = hits(&world.manager, "cold boxes", Value::Null).await;
    assert!(found.len() == 10 && found.iter().all(|(name, ..)| name.starts_with("RESTRICTED")));
}
