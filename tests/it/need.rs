//! Needs and offers: stating what a party looks for or offers, and saying what has become of it.

use crate::engagement::{World, column, pair, refused};
use crate::stakeholder::created;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

mod matching;
mod opening;

const FIELDS: &str = "id version side service country language until amount currency text status
    statusSince closeReason visibility party { id } good { id } metBy { id } community { name }
    engagements { id }";

pub(crate) async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let query =
        format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ need {{ {FIELDS} }} }} }}");
    actor.post(&query, json!({ "input": input })).await
}

pub(crate) async fn act(actor: &Actor, name: &str, input: Value) -> Value {
    let mut body = attempt(actor, name, input).await.json();
    assert!(body["errors"].is_null(), "{body}");
    body["data"][name]["need"].take()
}

pub(crate) fn with(mut input: Value, more: Value) -> Value {
    for (field, value) in more.as_object().expect("an object") {
        input[field] = value.clone();
    }
    input
}

fn of(row: &Value, more: Value) -> Value {
    with(json!({ "id": row["id"], "expectedVersion": row["version"] }), more)
}

pub(crate) async fn implementation(world: &World, name: &str) -> Value {
    let input = json!({ "nameEn": name, "community": world.home(), "visibility": "PUBLIC" });
    created(&world.editor, "Implementation", input).await["id"].take()
}

/// What states a need at home.
pub(crate) fn need(world: &World, party: &Value, more: Value) -> Value {
    let input = json!({ "community": world.home(), "side": "NEED", "party": party,
        "service": "TRAINING", "text": "Twenty trainers." });
    with(input, more)
}

async fn listed(actor: &Actor, filter: Value) -> Vec<String> {
    let query = "query($filter: NeedFilter) {
        needs(first: 10, filter: $filter) { totalCount nodes { text } } }";
    let data = actor.data(query, json!({ "filter": filter })).await;
    let texts = column(&data["needs"]["nodes"], "text");
    assert_eq!(data["needs"]["totalCount"], texts.len());
    texts
}

/// A need is its community's unless somebody says otherwise; what is not said is unknown, never zero; and
/// whoever states it is shown with it.
#[tokio::test]
async fn a_need_says_what_is_known() {
    let world = World::start().await;
    let cameroon = implementation(&world, "Cameroon").await;
    let stated = act(&world.editor, "stateNeed", need(&world, &cameroon, json!({}))).await;
    assert_eq!((&stated["status"], &stated["visibility"]), (&json!("OPEN"), &json!("COMMUNITY")));
    for unknown in ["good", "country", "language", "until", "amount", "currency", "metBy"] {
        assert_eq!(stated[unknown], Value::Null, "{unknown}");
    }
    let known = json!({ "country": "Cameroon", "language": "French", "until": "2026-06-01",
        "amount": 20000, "currency": "usd" });
    let known = act(&world.editor, "updateNeed", of(&stated, known)).await;
    let told = ["country", "language", "until", "currency"].map(|field| known[field].clone());
    assert_eq!(json!(told), json!(["CM", "fr", "2026-06-01", "USD"]));
    assert_eq!(known["amount"], 20000.0);
    let unknown = json!({ "amount": null, "currency": null });
    let unknown = act(&world.editor, "updateNeed", of(&known, unknown)).await;
    assert_eq!((&unknown["amount"], &unknown["country"]), (&Value::Null, &json!("CM")));

    let read = "query($id: ID!, $need: ID!) {
        node(id: $id) { ... on Implementation { needs { id } } } need(id: $need) { text } }";
    let both = json!({ "id": cameroon, "need": stated["id"] });
    let seen = world.viewer.data(read, both.clone()).await;
    assert_eq!(seen["node"]["needs"], json!([{ "id": stated["id"] }]));
    let seen = world.app.anonymous().data(read, both).await;
    assert_eq!((&seen["node"]["needs"], &seen["need"]), (&json!([]), &Value::Null));
}

/// Everything that is wrong is told at once; who may not state anything does not; and of what is hidden
/// nothing can be said.
#[tokio::test]
async fn a_bad_need_is_refused() {
    let world = World::start().await;
    let cameroon = implementation(&world, "Cameroon").await;
    let wrong = json!({ "good": cameroon, "country": "Atlantis", "amount": 5, "text": " " });
    let answer = attempt(&world.editor, "stateNeed", need(&world, &cameroon, wrong)).await;
    assert_eq!(
        refused(&answer),
        [
            pair("FIELD_NOT_ALLOWED", "good"),
            pair("UNKNOWN_COUNTRY", "country"),
            pair("CURRENCY_WITH_AMOUNT", "currency"),
            pair("REQUIRED", "text"),
        ]
    );
    let plain = need(&world, &cameroon, json!({}));
    assert_eq!(attempt(&world.viewer, "stateNeed", plain.clone()).await.code(), "FORBIDDEN");
    let hidden = json!(world.organization("Hidden", "RESTRICTED").await);
    let answer = attempt(&world.editor, "stateNeed", need(&world, &hidden, json!({}))).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "party")]);
    let stated = act(&world.editor, "stateNeed", plain).await;
    let change = of(&stated, json!({ "text": "Ten." }));
    assert_eq!(attempt(&world.viewer, "updateNeed", change.clone()).await.code(), "FORBIDDEN");
    assert_eq!(attempt(&world.app.anonymous(), "updateNeed", change).await.code(), "NOT_FOUND");
}

/// A need is met, by somebody or by nobody who is named, or is taken back for a reason; what was settled
/// may be opened again, and nothing else follows it.
#[tokio::test]
async fn a_need_is_met_or_taken_back() {
    let world = World::start().await;
    let cameroon = implementation(&world, "Cameroon").await;
    let firm = json!(world.organization("Bluesquare", "PUBLIC").await);
    let stated = act(&world.editor, "stateNeed", need(&world, &cameroon, json!({}))).await;
    let close = |row: &Value, more: Value| of(row, more);
    let silent = close(&stated, json!({ "status": "WITHDRAWN" }));
    let answer = attempt(&world.editor, "closeNeed", silent).await;
    assert_eq!(refused(&answer), [pair("GUARD_NOT_MET", "status")]);
    let odd = close(&stated, json!({ "status": "WITHDRAWN", "metBy": firm, "reason": "No." }));
    let answer = attempt(&world.editor, "closeNeed", odd).await;
    assert_eq!(refused(&answer), [pair("FIELD_NOT_ALLOWED", "metBy")]);
    let met = close(&stated, json!({ "status": "MET", "metBy": firm, "reason": "In May." }));
    let met = act(&world.editor, "closeNeed", met).await;
    assert_eq!((&met["metBy"]["id"], &met["closeReason"]), (&firm, &json!("In May.")));
    let again = close(&met, json!({ "status": "WITHDRAWN", "reason": "No." }));
    let answer = attempt(&world.editor, "closeNeed", again).await;
    assert_eq!(refused(&answer), [pair("STAGE_NOT_REACHABLE", "status")]);
    let open = act(&world.editor, "reopenNeed", of(&met, json!({}))).await;
    assert_eq!((&open["status"], &open["metBy"]), (&json!("OPEN"), &Value::Null));
    let gone = close(&open, json!({ "status": "WITHDRAWN", "reason": "Nobody asks any more." }));
    let gone = act(&world.editor, "closeNeed", gone).await;
    assert_eq!(gone["closeReason"], "Nobody asks any more.");

    let log = "query($id: ID!) { changes(first: 1, filter: { node: $id }) {
        nodes { id noun title fields { field before after } } } }";
    let log = world.manager.data(log, json!({ "id": gone["id"] })).await;
    let last = &log["changes"]["nodes"][0];
    assert_eq!((&last["noun"], &last["title"]), (&json!("need"), &json!("Twenty trainers.")));
    let undo =
        "mutation($input: RevertChangeInput!) { revertChange(input: $input) { changes { id } } }";
    world.manager.data(undo, json!({ "input": { "id": last["id"] } })).await;
    let read = "query($id: ID!) { need(id: $id) { status closeReason } }";
    let read = world.viewer.data(read, json!({ "id": gone["id"] })).await;
    assert_eq!(read["need"], json!({ "status": "OPEN", "closeReason": null }));
}

/// Who met a need is hidden from those who do not see them, in the record and in its history.
#[tokio::test]
async fn who_met_it_may_be_hidden() {
    let world = World::start().await;
    let cameroon = implementation(&world, "Cameroon").await;
    let hidden = json!(world.organization("Hidden", "RESTRICTED").await);
    let stated = act(&world.editor, "stateNeed", need(&world, &cameroon, json!({}))).await;
    let met = of(&stated, json!({ "status": "MET", "metBy": hidden }));
    act(&world.manager, "closeNeed", met).await;
    let read = "query($id: ID!) { need(id: $id) { status metBy { id }
        history(first: 1) { nodes { fields { field after } } } } }";
    let read = world.viewer.data(read, json!({ "id": stated["id"] })).await;
    assert_eq!((&read["need"]["status"], &read["need"]["metBy"]), (&json!("MET"), &Value::Null));
    assert!(!read.to_string().contains("metBy\",\"after"), "{read}");
}

/// The list is narrowed by side, party, service, good, country, language, status and words.
#[tokio::test]
async fn needs_are_listed() {
    let world = World::start().await;
    let (here, there) =
        (implementation(&world, "Cameroon").await, implementation(&world, "Chad").await);
    for (party, text, more) in [
        (&here, "Trainers.", json!({ "country": "CM", "language": "fr" })),
        (&here, "Servers.", json!({ "service": "HOSTING", "visibility": "PUBLIC" })),
        (&there, "Étiquettes.", json!({ "side": "OFFER", "service": "DATA" })),
    ] {
        let input = with(need(&world, party, more), json!({ "text": text }));
        act(&world.editor, "stateNeed", input).await;
    }
    let viewer = &world.viewer;
    assert_eq!(listed(viewer, json!({})).await, ["Trainers.", "Servers.", "Étiquettes."]);
    assert_eq!(listed(&world.app.anonymous(), json!({})).await, ["Servers."]);
    assert_eq!(listed(viewer, json!({ "sides": ["OFFER"] })).await, ["Étiquettes."]);
    assert_eq!(listed(viewer, json!({ "party": here })).await, ["Trainers.", "Servers."]);
    assert_eq!(listed(viewer, json!({ "services": ["HOSTING"] })).await, ["Servers."]);
    assert_eq!(listed(viewer, json!({ "country": "Cameroon" })).await, ["Trainers."]);
    assert_eq!(listed(viewer, json!({ "language": "French" })).await, ["Trainers."]);
    assert_eq!(listed(viewer, json!({ "text": "etiq" })).await, ["Étiquettes."]);
    assert_eq!(listed(viewer, json!({ "text": "chad" })).await, ["Étiquettes."]);
    assert_eq!(listed(viewer, json!({ "statuses": ["MET"] })).await, [""; 0]);
    let elsewhere = json!({ "community": world.abroad() });
    assert_eq!(listed(viewer, elsewhere).await, [""; 0]);
}
