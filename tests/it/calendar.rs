//! The calendar of one's own tasks: under an address that is told once, for programs that read it.

use crate::engagement::{World, work};
use api::service::account;
use domain::community::Role;
use domain::policy::Viewer;
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, send};

const CREATE: &str = "mutation { createCalendarFeed { path } }";
const REVOKE: &str = "mutation { revokeCalendarFeed { revoked } }";
const SINCE: &str = "{ me { calendarFeedSince } }";

async fn address(actor: &Actor) -> String {
    let made = actor.data(CREATE, json!({})).await;
    made["createCalendarFeed"]["path"].as_str().expect("a path").to_owned()
}

async fn act(world: &World, input: Value) -> Value {
    let mut whole = json!({ "community": world.home() });
    for (name, value) in input.as_object().expect("an object") {
        whole[name] = value.clone();
    }
    let query = "mutation($input: AddActionInput!) { addAction(input: $input) {
        action { id version } } }";
    world.manager.data(query, json!({ "input": whole })).await["addAction"]["action"].take()
}

/// What stands in a calendar: the days and the summaries, in their order.
fn entries(text: &str) -> Vec<String> {
    let whole = text.replace("\r\n ", "");
    let mut entries = Vec::new();
    for line in whole.split("\r\n") {
        if let Some(day) = line.strip_prefix("DTSTART;VALUE=DATE:") {
            entries.push(day.to_owned());
        }
        if let (Some(summary), Some(last)) = (line.strip_prefix("SUMMARY:"), entries.last_mut()) {
            last.push(' ');
            last.push_str(summary);
        }
    }
    entries
}

/// Under the address stand the open tasks of its holder that have a day, and nobody else's, as a calendar
/// program reads them: each known by its record, however often it is read.
#[tokio::test]
async fn a_calendar_has_ones_own_tasks() {
    let world = World::start().await;
    let (mine, other) = (world.account(Role::Editor), world.account(Role::Manager));
    let gates = world.organization("Gates, Bill; Melinda", "PUBLIC").await;
    let step = json!({ "nextStep": "Send the plan", "nextStepDue": "2026-03-05", "owner": mine });
    let engagement = world.open(&gates, step).await;
    let late = act(
        &world,
        json!({ "text": "Call them.", "dueOn": "2026-02-27", "owner": mine,
            "engagement": engagement["id"] }),
    )
    .await;
    act(&world, json!({ "text": "Theirs.", "dueOn": "2026-03-01", "owner": other })).await;
    act(&world, json!({ "text": "Nobody's.", "dueOn": "2026-03-01" })).await;
    act(&world, json!({ "text": "Some day.", "owner": mine })).await;
    let path = address(&world.editor).await;
    // Whoever knows the address reads it, without any other proof.
    let program = world.app.anonymous();
    let answer = program.get(&path).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert!(answer.header("cache-control").starts_with("private"));
    assert!(answer.headers.get("set-cookie").is_none());
    let told = [
        "20260227 Gates\\, Bill\\; Melinda: Call them.",
        "20260305 Gates\\, Bill\\; Melinda: Send the plan",
    ];
    assert_eq!(entries(&answer.text), told);
    assert!(answer.text.contains("\r\nDTSTAMP:20260302T090000Z\r\n"), "{}", answer.text);
    for id in [&late["id"], &engagement["id"]] {
        let id = id.as_str().expect("an id");
        assert!(answer.text.contains(&format!("\r\nUID:{id}@banyan\r\n")), "{}", answer.text);
    }
    assert_eq!(program.get(&path).await.text, answer.text);
    let done = "mutation($input: SettleActionInput!) { completeAction(input: $input) {
        action { id } } }";
    let input = json!({ "id": late["id"], "expectedVersion": late["version"] });
    world.editor.data(done, json!({ "input": input })).await;
    assert_eq!(entries(&program.get(&path).await.text), told[1..]);
}

/// A calendar shows what its holder sees by then: a task about somebody who is hidden from them by now stays
/// without the name, and what is hidden as a whole is gone.
#[tokio::test]
async fn a_calendar_passes_the_policy() {
    let world = World::start().await;
    let hidden = world.organization("Hidden", "RESTRICTED").await;
    let sealed = json!({ "nextStep": "Hush", "nextStepDue": "2026-03-05",
        "owner": world.account(Role::Editor), "visibility": "RESTRICTED" });
    work(&world.manager, "openEngagement", world.opening(&hidden, sealed)).await;
    let path = address(&world.editor).await;
    assert_eq!(entries(&world.app.anonymous().get(&path).await.text), [""; 0]);
}

/// Where no calendar stands, whatever the reason, nothing is found: no such secret, an address that another
/// one has replaced, one that was taken back, one whose holder is gone.
#[tokio::test]
async fn nothing_is_found_elsewhere() {
    let world = World::start().await;
    let nobody = world.app.anonymous();
    let status = async |path: &str| nobody.get(path).await.status.as_u16();
    let first = address(&world.editor).await;
    assert_eq!(status(&first).await, 200);
    let since = world.editor.data(SINCE, json!({})).await;
    assert_eq!(since["me"]["calendarFeedSince"], "2026-03-02T09:00:00Z");
    let path = address(&world.editor).await;
    assert_eq!((status(&first).await, status(&path).await), (404, 200));
    let bare = path.trim_end_matches(".ics");
    for wrong in
        [bare, "/calendar/", "/calendar/.ics", &format!("{bare}x.ics"), &format!("{bare}.ics.ics")]
    {
        assert_eq!(status(wrong).await, 404, "{wrong}");
    }
    let sent = send(nobody.request(Method::POST, &path)).await;
    assert_eq!(sent.status, 405);
    assert_eq!(world.viewer.code(REVOKE, json!({})).await, "NOT_FOUND");
    assert_eq!(nobody.code(REVOKE, json!({})).await, "UNAUTHENTICATED");
    world.editor.data(REVOKE, json!({})).await;
    assert_eq!(status(&path).await, 404);
    let since = world.editor.data(SINCE, json!({})).await;
    assert_eq!(since["me"]["calendarFeedSince"], Value::Null);
    let path = address(&world.editor).await;
    let owner = || world.app.app.op(Viewer::Owner);
    let editor = world.app.account(Role::Editor);
    account::disable(&owner(), editor).await.expect("disabled");
    assert_eq!(status(&path).await, 404);
    account::enable(&owner(), editor).await.expect("enabled");
    assert_eq!(status(&path).await, 200);
}
