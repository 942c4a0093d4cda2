//! A match opens an engagement that is tied to its need.

use super::matching::matches;
use super::{act, implementation, need};
use crate::capability::{act as give, good};
use crate::engagement::{World, pair, refused};
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const OPENED: &str = "mutation($input: OpenEngagementFromMatchInput!) {
    openEngagementFromMatch(input: $input) { engagement { id version objective why stage visibility
        party { id } need { id text } transitions { to } } } }";

async fn attempt(actor: &Actor, input: Value) -> Answer {
    actor.post(OPENED, json!({ "input": input })).await
}

async fn opened(actor: &Actor, input: Value) -> Value {
    let mut body = attempt(actor, input).await.json();
    assert!(body["errors"].is_null(), "{body}");
    body["data"]["openEngagementFromMatch"]["engagement"].take()
}

async fn set(more: Value) -> (World, Value, String) {
    let world = World::start().await;
    let good = good(&world, "openIMIS").await;
    let party = world.organization("Bluesquare", "PUBLIC").await;
    let given = json!({ "provider": party, "good": good, "service": "TRAINING" });
    give(&world.editor, "addCapability", given).await;
    let cameroon = implementation(&world, "Cameroon").await;
    let stated = need(&world, &cameroon, super::with(json!({ "good": good }), more));
    let stated = act(&world.manager, "stateNeed", stated).await;
    (world, stated, party)
}

/// The objective follows from the service and the reason from the need, unless somebody says otherwise; both
/// records show that they belong together, and the match shows the conversation.
#[tokio::test]
async fn a_match_opens_an_engagement() {
    let (world, need, party) = set(json!({ "visibility": "PUBLIC" })).await;
    let input = json!({ "need": need["id"], "party": party });
    let row = opened(&world.editor, input.clone()).await;
    assert_eq!((&row["objective"], &row["why"]), (&json!("CAPACITY"), &json!("Twenty trainers.")));
    assert_eq!((&row["stage"], &row["visibility"]), (&json!("IDENTIFIED"), &json!("COMMUNITY")));
    assert_eq!((&row["party"]["id"], &row["need"]["id"]), (&json!(party), &need["id"]));
    let read = "query($id: ID!) { need(id: $id) { engagements { id } } }";
    let read_need = world.viewer.data(read, json!({ "id": need["id"] })).await;
    assert_eq!(read_need["need"]["engagements"], json!([{ "id": row["id"] }]));
    // The need is public, the conversation is not.
    let read_need = world.app.anonymous().data(read, json!({ "id": need["id"] })).await;
    assert_eq!(read_need["need"]["engagements"], json!([]));
    let found = matches(&world.viewer, &need["id"]).await;
    assert_eq!(found[0]["engagement"]["id"], row["id"]);
    assert_eq!(attempt(&world.editor, input.clone()).await.code(), "CONFLICT");
    let other = json!({ "objective": "LOCAL_SUPPORT", "why": "They are near." });
    let other = opened(&world.editor, super::with(input, other)).await;
    assert_eq!(other["why"], "They are near.");
}

/// Only who fits is spoken with so, only of a need that is open, and only by those who may open
/// engagements; a need that managers alone see is spoken of among managers.
#[tokio::test]
async fn the_rules_of_engagements_hold() {
    let (world, need, party) = set(json!({ "visibility": "RESTRICTED" })).await;
    let input = json!({ "need": need["id"], "party": party });
    assert_eq!(attempt(&world.editor, input.clone()).await.code(), "NOT_FOUND");
    let stranger = world.organization("Stranger", "PUBLIC").await;
    let odd = json!({ "need": need["id"], "party": stranger });
    assert_eq!(refused(&attempt(&world.manager, odd).await), [pair("NOT_FOUND", "party")]);
    let row = opened(&world.manager, input.clone()).await;
    assert_eq!(row["visibility"], "RESTRICTED");
    let met = json!({ "id": need["id"], "expectedVersion": need["version"], "status": "MET" });
    act(&world.manager, "closeNeed", met).await;
    let late = super::with(input, json!({ "objective": "OTHER" }));
    let answer = attempt(&world.manager, late).await;
    assert_eq!(refused(&answer), [pair("STATE_NOT_REACHABLE", "need")]);
    let (world, need, party) = set(json!({})).await;
    let input = json!({ "need": need["id"], "party": party });
    assert_eq!(attempt(&world.viewer, input).await.code(), "FORBIDDEN");
}

/// What was opened is taken back as one step, and a need on which a conversation rests does not go before
/// it.
#[tokio::test]
async fn an_opening_is_taken_back() {
    let (world, need, party) = set(json!({})).await;
    let row = opened(&world.editor, json!({ "need": need["id"], "party": party })).await;
    let log = "query($id: ID!) { changes(first: 1, filter: { node: $id }) { nodes { id } } }";
    let change = async |id: &Value| {
        let mut read = world.manager.data(log, json!({ "id": id })).await;
        read["changes"]["nodes"][0]["id"].take()
    };
    let undo =
        "mutation($input: RevertChangeInput!) { revertChange(input: $input) { changes { id } } }";
    let stated = change(&need["id"]).await;
    let answer = world.manager.post(undo, json!({ "input": { "id": stated } })).await;
    assert_eq!(refused(&answer), [pair("IN_USE", "id")]);
    let undo_all = "mutation($input: RevertRevisionInput!) { revertRevision(input: $input) {
        reverted } }";
    let step = json!({ "change": change(&row["id"]).await });
    world.manager.data(undo_all, json!({ "input": step })).await;
    world.manager.data(undo, json!({ "input": { "id": stated } })).await;
    let read = "query($id: ID!) { need(id: $id) { id } }";
    let read = world.viewer.data(read, json!({ "id": need["id"] })).await;
    assert_eq!(read["need"], Value::Null);
}
