//! Actions: recording, settling and finding them.

use crate::engagement::{World, column, pair, refused, text};
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const FIELDS: &str = "id version text state owner { displayName } dueOn recordedOn practice
    dropReason findsEntryPoint community { name } engagement { id }";

async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    let kind = match name {
        "addAction" => "AddActionInput",
        "dropAction" => "DropActionInput",
        _ => "SettleActionInput",
    };
    let query = format!(
        "mutation($input: {kind}!) {{ {name}(input: $input) {{ action {{ {FIELDS} }} }} }}"
    );
    actor.post(&query, json!({ "input": input })).await
}

async fn act(actor: &Actor, name: &str, input: Value) -> Value {
    let mut body = attempt(actor, name, input).await.json();
    assert!(body["errors"].is_null(), "{body}");
    body["data"][name]["action"].take()
}

fn of(action: &Value) -> Value {
    json!({ "id": action["id"], "expectedVersion": action["version"] })
}

/// An action stands from the day it is recorded; owner and due date may be absent.
#[tokio::test]
async fn an_action_may_lack_owner_and_date() {
    let world = World::start().await;
    let bare =
        act(&world.editor, "addAction", json!({ "community": world.home(), "text": "Call." }))
            .await;
    assert_eq!((&bare["state"], &bare["recordedOn"]), (&json!("OPEN"), &json!("2026-03-02")));
    assert_eq!((&bare["owner"], &bare["dueOn"]), (&Value::Null, &Value::Null));
    assert_eq!(bare["community"]["name"], "OpenLMIS");
    let engagement = world.opened().await;
    let input = json!({ "community": world.home(), "text": "Find them.", "dueOn": "2026-03-04",
        "owner": world.account(Role::Viewer), "engagement": engagement["id"], "findsEntryPoint": true });
    let full = act(&world.editor, "addAction", input).await;
    assert_eq!(
        (&full["owner"]["displayName"], &full["dueOn"]),
        (&json!("viewer"), &json!("2026-03-04"))
    );
    assert_eq!(full["engagement"]["id"], engagement["id"]);
}

/// Everything that is wrong with an action is told at once.
#[tokio::test]
async fn a_bad_action_is_refused_as_a_whole() {
    let world = World::start().await;
    let input = json!({ "community": world.home(), "text": "", "findsEntryPoint": true,
        "owner": "usr_01h2xcejqtf2nbrexx3vqjhp41" });
    let answer = attempt(&world.editor, "addAction", input).await;
    let expected =
        [pair("NOT_FOUND", "owner"), pair("REQUIRED", "engagement"), pair("REQUIRED", "text")];
    assert_eq!(refused(&answer), expected);
    let hidden = json!({ "community": world.home(), "text": "x", "engagement": "eng_01h2xcejqtf2nbrexx3vqjhp41" });
    let answer = attempt(&world.editor, "addAction", hidden).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "engagement")]);
    let abroad = json!({ "community": world.abroad(), "text": "x" });
    assert_eq!(attempt(&world.editor, "addAction", abroad).await.code(), "FORBIDDEN");
    let home = json!({ "community": world.home(), "text": "x" });
    assert_eq!(attempt(&world.viewer, "addAction", home.clone()).await.code(), "FORBIDDEN");
    assert_eq!(attempt(&world.app.anonymous(), "addAction", home).await.code(), "UNAUTHENTICATED");
}

fn dropped(action: &Value) -> Value {
    let mut input = of(action);
    input["reason"] = json!("Somebody else does it.");
    input
}

/// An action that was done or dropped is opened again, without its reason; an open one is not.
#[tokio::test]
async fn an_action_is_opened_again() {
    let world = World::start().await;
    let input = json!({ "community": world.home(), "text": "Call." });
    let open = act(&world.editor, "addAction", input).await;
    let answer = attempt(&world.editor, "reopenAction", of(&open)).await;
    assert_eq!(refused(&answer), [pair("STATE_NOT_REACHABLE", "id")]);
    let gone = act(&world.editor, "dropAction", dropped(&open)).await;
    assert_eq!(gone["dropReason"], "Somebody else does it.");
    let again = act(&world.editor, "reopenAction", of(&gone)).await;
    assert_eq!((&again["state"], &again["dropReason"]), (&json!("OPEN"), &Value::Null));
    let done = act(&world.editor, "completeAction", of(&again)).await;
    assert_eq!(act(&world.editor, "reopenAction", of(&done)).await["state"], "OPEN");
}

/// An open action is done, or dropped for a reason, once, by somebody who has seen its last version.
#[tokio::test]
async fn an_action_is_settled_once() {
    let world = World::start().await;
    let add = async |text: &str| {
        act(&world.editor, "addAction", json!({ "community": world.home(), "text": text })).await
    };
    let (first, second) = (add("Call.").await, add("Write.").await);
    let done = act(&world.editor, "completeAction", of(&first)).await;
    assert_eq!(done["state"], "DONE");
    let answer = attempt(&world.editor, "dropAction", dropped(&first)).await;
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
    let answer = attempt(&world.editor, "dropAction", dropped(&done)).await;
    assert_eq!(refused(&answer), [pair("STATE_NOT_REACHABLE", "id")]);
    assert_eq!(attempt(&world.viewer, "dropAction", dropped(&second)).await.code(), "FORBIDDEN");
    assert_eq!(
        attempt(&world.app.anonymous(), "dropAction", dropped(&second)).await.code(),
        "NOT_FOUND"
    );
    let mut silent = dropped(&second);
    silent["reason"] = json!(" ");
    let answer = attempt(&world.editor, "dropAction", silent).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "reason")]);
    assert_eq!(act(&world.editor, "dropAction", dropped(&second)).await["state"], "DROPPED");
}

/// Actions are listed the ones due first first, and filters narrow the list.
#[tokio::test]
async fn actions_are_listed_by_their_day() {
    let world = World::start().await;
    let engagement = world.opened().await;
    let add = async |text: &str, due: Value, engagement: Value| {
        let input = json!({ "community": world.home(), "text": text, "dueOn": due, "engagement": engagement });
        act(&world.editor, "addAction", input).await
    };
    add("undated", Value::Null, Value::Null).await;
    add("late", json!("2026-05-01"), engagement["id"].clone()).await;
    let early = add("early", json!("2026-03-01"), Value::Null).await;
    act(&world.editor, "completeAction", of(&early)).await;
    let list = async |actor: &Actor, filter: Value| {
        let query = "query($filter: ActionFilter) { actions(filter: $filter, first: 10) { totalCount nodes { text } } }";
        let data = actor.data(query, json!({ "filter": filter })).await;
        column(&data["actions"]["nodes"], "text")
    };
    assert_eq!(list(&world.viewer, Value::Null).await, ["early", "late", "undated"]);
    assert_eq!(list(&world.viewer, json!({ "states": ["OPEN"] })).await, ["late", "undated"]);
    assert_eq!(list(&world.viewer, json!({ "dueBy": "2026-03-31" })).await, ["early"]);
    assert_eq!(list(&world.viewer, json!({ "practice": true })).await, Vec::<String>::new());
    assert_eq!(list(&world.viewer, json!({ "engagement": engagement["id"] })).await, ["late"]);
    assert_eq!(
        list(&world.viewer, json!({ "community": world.abroad() })).await,
        Vec::<String>::new()
    );
    assert_eq!(list(&world.app.anonymous(), Value::Null).await, Vec::<String>::new());
}

/// The action of an engagement that only managers see is for managers alone.
#[tokio::test]
async fn an_action_is_as_hidden_as_its_engagement() {
    let world = World::start().await;
    let party = world.organization("Gavi", "PUBLIC").await;
    let opening = world.opening(&party, json!({ "visibility": "RESTRICTED" }));
    let engagement = crate::engagement::work(&world.manager, "openEngagement", opening).await;
    let input = json!({ "community": world.home(), "text": "Call quietly.", "engagement": engagement["id"] });
    let action = act(&world.manager, "addAction", input.clone()).await;
    assert_eq!(
        refused(&attempt(&world.editor, "addAction", input).await),
        [pair("NOT_FOUND", "engagement")]
    );
    assert_eq!(attempt(&world.editor, "completeAction", of(&action)).await.code(), "NOT_FOUND");
    let query = "query($id: ID!) { node(id: $id) { id } }";
    let data = world.manager.data(query, json!({ "id": action["id"] })).await;
    assert_eq!(text(&data["node"]["id"]), text(&action["id"]));
    let data = world.editor.data(query, json!({ "id": action["id"] })).await;
    assert_eq!(data["node"], Value::Null);
}
