//! Capabilities: recording, correcting and verifying what somebody can give for a good.

use crate::engagement::{World, pair, refused, text};
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

pub(crate) const FIELDS: &str = "id version level service countries languages expiresOn expired
    note verified verifiedAt verifiedBy { displayName } visibility provider { id } good { id }
    community { name } evidence { locator }";

/// A global good that everybody sees.
pub(crate) async fn good(world: &World, name: &str) -> String {
    let query = "mutation($name: String!) {
        createGlobalGood(input: { nameEn: $name }) { globalGood { id } } }";
    let data = world.manager.data(query, json!({ "name": name })).await;
    text(&data["createGlobalGood"]["globalGood"]["id"])
}

/// Tries one mutation of capabilities.
pub(crate) async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let query = format!(
        "mutation($input: {kind}!) {{ {name}(input: $input) {{ capability {{ {FIELDS} }} }} }}"
    );
    actor.post(&query, json!({ "input": input })).await
}

/// One mutation that must be taken; answers with the capability.
pub(crate) async fn act(actor: &Actor, name: &str, input: Value) -> Value {
    let mut body = attempt(actor, name, input).await.json();
    assert!(body["errors"].is_null(), "{body}");
    body["data"][name]["capability"].take()
}

fn of(row: &Value, more: Value) -> Value {
    let mut input = json!({ "id": row["id"], "expectedVersion": row["version"] });
    for (field, value) in more.as_object().expect("an object") {
        input[field] = value.clone();
    }
    input
}

async fn known(world: &World) -> (String, String) {
    let provider = world.organization("Bluesquare", "PUBLIC").await;
    (provider, good(world, "openIMIS").await)
}

/// What is not said is not recorded: neither level 0 nor every country.
#[tokio::test]
async fn nothing_is_guessed() {
    let world = World::start().await;
    let (provider, good) = known(&world).await;
    let input = json!({ "provider": provider, "good": good, "service": "TRAINING" });
    let row = act(&world.editor, "addCapability", input).await;
    assert_eq!((&row["level"], &row["countries"]), (&Value::Null, &json!([])));
    assert_eq!((&row["languages"], &row["expiresOn"]), (&json!([]), &Value::Null));
    assert_eq!((&row["verified"], &row["expired"]), (&json!(false), &json!(false)));
    assert_eq!(row["community"], Value::Null, "both are public: the shared registry");
}

/// Countries and languages are taken by name or code; evidence is recorded in the same step.
#[tokio::test]
async fn all_of_it_is_recorded_with_its_evidence() {
    let world = World::start().await;
    let (provider, good) = known(&world).await;
    let input = json!({ "provider": provider, "good": good, "service": "IMPLEMENTATION", "level": 2,
        "countries": ["Cameroun", "SN"], "languages": ["French", "en"], "expiresOn": "2027-01-31",
        "note": "Two regions.", "community": world.home(), "evidence": { "locator": "page 4",
            "newSource": { "kind": "DOCUMENT", "title": "Report" } } });
    let row = act(&world.editor, "addCapability", input).await;
    assert_eq!(
        (&row["countries"], &row["languages"]),
        (&json!(["CM", "SN"]), &json!(["en", "fr"]))
    );
    assert_eq!((&row["level"], &row["expiresOn"]), (&json!(2), &json!("2027-01-31")));
    assert_eq!(
        (&row["evidence"][0]["locator"], &row["note"]),
        (&json!("page 4"), &json!("Two regions."))
    );
    let found = world.viewer.data(
        "query($good: ID!) { capabilities(filter: { good: $good }, first: 5) { totalCount nodes { id } } }",
        json!({ "good": good })).await;
    assert_eq!(found["capabilities"]["nodes"], json!([{ "id": row["id"] }]));
}

/// Everything that is wrong is told at once.
#[tokio::test]
async fn a_bad_capability_is_refused_as_a_whole() {
    let world = World::start().await;
    let (provider, good) = known(&world).await;
    let input = json!({ "provider": good, "good": provider, "service": "TRAINING", "level": 7,
        "countries": ["Atlantis"], "languages": ["x"], "expiresOn": "2027" });
    let answer = attempt(&world.editor, "addCapability", input).await;
    let expected = [
        pair("FIELD_NOT_ALLOWED", "provider"),
        pair("FIELD_NOT_ALLOWED", "good"),
        pair("OUT_OF_RANGE", "level"),
        pair("UNKNOWN_COUNTRY", "countries"),
        pair("UNKNOWN_LANGUAGE", "languages"),
        pair("MALFORMED_DATE", "expiresOn"),
    ];
    assert_eq!(refused(&answer), expected);
}

/// A manager verifies, an editor does not; what an editor may not verify, an editor may not change
/// once it is verified; and a changed fact is no longer verified.
#[tokio::test]
async fn verifying_is_a_decision_of_its_own() {
    let world = World::start().await;
    let (provider, good) = known(&world).await;
    let input = json!({ "provider": provider, "good": good, "service": "TRAINING", "level": 1 });
    let row = act(&world.editor, "addCapability", input).await;
    let denied = attempt(&world.editor, "verifyCapability", of(&row, json!({}))).await;
    assert_eq!(denied.code(), "FORBIDDEN");
    let row = act(&world.editor, "updateCapability", of(&row, json!({ "level": 2 }))).await;
    let verified = act(&world.manager, "verifyCapability", of(&row, json!({}))).await;
    assert_eq!(
        (&verified["verified"], &verified["verifiedAt"]),
        (&json!(true), &json!("2026-03-02T09:00:00Z"))
    );
    assert_eq!(verified["verifiedBy"]["displayName"], "manager");
    let denied =
        attempt(&world.editor, "updateCapability", of(&verified, json!({ "level": 4 }))).await;
    assert_eq!(denied.code(), "FORBIDDEN");
    // Who may see it is no fact about it.
    let same = of(&verified, json!({ "level": 2, "note": null }));
    let same = act(&world.manager, "updateCapability", same).await;
    assert_eq!(same["verified"], true);
    let changed = act(&world.manager, "updateCapability", of(&same, json!({ "level": 4 }))).await;
    assert_eq!((&changed["verified"], &changed["verifiedBy"]), (&json!(false), &Value::Null));
    let outsider = world.app.anonymous();
    let read = "query($id: ID!) { node(id: $id) { ... on Capability { verified verifiedBy { displayName } } } }";
    let again = act(&world.manager, "verifyCapability", of(&changed, json!({}))).await;
    let seen = outsider.data(read, json!({ "id": again["id"] })).await;
    assert_eq!(seen["node"], json!({ "verified": true, "verifiedBy": null }), "who is hidden");
}

/// The same service of the same for the same in the same places is recorded once; elsewhere it is
/// another one.
#[tokio::test]
async fn the_same_is_recorded_once() {
    let world = World::start().await;
    let (provider, good) = known(&world).await;
    let input = |country: &str| {
        json!({ "provider": provider, "good": good, "service": "TRAINING",
        "countries": [country] })
    };
    let first = act(&world.editor, "addCapability", input("CM")).await;
    let again = attempt(&world.editor, "addCapability", input("CM")).await;
    assert_eq!(refused(&again), [pair("DUPLICATE", "service")]);
    act(&world.editor, "addCapability", input("SN")).await;
    let moved =
        attempt(&world.editor, "updateCapability", of(&first, json!({ "countries": ["SN"] })))
            .await;
    assert_eq!(refused(&moved), [pair("DUPLICATE", "service")]);
    let stale = attempt(
        &world.editor,
        "updateCapability",
        json!({ "id": first["id"], "expectedVersion": 9, "level": 1 }),
    )
    .await;
    assert_eq!(stale.code(), "CONFLICT");
}

/// What is past its day is shown as such, and stays verified and stored.
#[tokio::test]
async fn what_expired_is_shown() {
    let world = World::start().await;
    let (provider, good) = known(&world).await;
    let input = json!({ "provider": provider, "good": good, "service": "TRAINING",
        "expiresOn": "2026-03-01" });
    let row = act(&world.editor, "addCapability", input).await;
    let row = act(&world.manager, "verifyCapability", of(&row, json!({}))).await;
    assert_eq!((&row["expired"], &row["verified"]), (&json!(true), &json!(true)));
}

/// A capability is seen with whose it is and its good, stands no wider than they do, and taking it
/// back is one step of the log.
#[tokio::test]
async fn it_is_seen_with_its_ends_and_can_be_taken_back() {
    let world = World::start().await;
    let hidden = world.organization("Hidden", "RESTRICTED").await;
    let good = good(&world, "openIMIS").await;
    let input = json!({ "provider": hidden, "good": good, "service": "HOSTING" });
    let row = act(&world.manager, "addCapability", input).await;
    assert_eq!(
        (&row["visibility"], &row["community"]["name"]),
        (&json!("RESTRICTED"), &json!("OpenLMIS"))
    );
    let list =
        "query($good: ID!) { capabilities(filter: { good: $good }, first: 5) { totalCount } }";
    let count = async |actor: &Actor| {
        actor.data(list, json!({ "good": good })).await["capabilities"]["totalCount"].take()
    };
    assert_eq!((count(&world.manager).await, count(&world.editor).await), (json!(1), json!(0)));
    let log =
        "query($id: ID!) { changes(filter: { node: $id }, first: 1) { nodes { id title noun } } }";
    let log = world.manager.data(log, json!({ "id": row["id"] })).await;
    let change = &log["changes"]["nodes"][0];
    assert_eq!(
        (&change["noun"], &change["title"]),
        (&json!("capability"), &json!("Hidden → openIMIS"))
    );
    let undo = "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { noun } } }";
    world.manager.data(undo, json!({ "id": change["id"] })).await;
    assert_eq!(count(&world.manager).await, 0);
}
