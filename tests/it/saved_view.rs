//! Saved views: keeping what a page shows, sharing it, taking it away and back.

use crate::engagement::{World, pair, refused, text};
use api::service::erasure;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const FIELDS: &str = "id version kind title query visibility owner { displayName }
    community { name }";

async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    let kind = name[..1].to_uppercase() + &name[1..];
    let answer = match name {
        "removeView" => "removedId".to_owned(),
        _ => format!("savedView {{ {FIELDS} }}"),
    };
    let query =
        format!("mutation($input: {kind}Input!) {{ {name}(input: $input) {{ {answer} }} }}");
    actor.post(&query, json!({ "input": input })).await
}

async fn act(actor: &Actor, name: &str, input: Value) -> Value {
    let mut body = attempt(actor, name, input).await.json();
    assert!(body["errors"].is_null(), "{body}");
    body["data"][name]["savedView"].take()
}

fn of(view: &Value) -> Value {
    json!({ "id": view["id"], "expectedVersion": view["version"] })
}

fn with(mut input: Value, field: &str, value: Value) -> Value {
    input[field] = value;
    input
}

/// What saves the scenario that these leave.
fn scenario(world: &World, title: &str, who: &[&str]) -> Value {
    let query = format!("?mode=STOPS_FUNDING&who={}", who.join(","));
    json!({ "community": world.home(), "kind": "WHAT_IF", "title": title, "query": query })
}

async fn titles(world: &World, actor: &Actor) -> Vec<String> {
    let query =
        "query($community: ID) { savedViews(kind: WHAT_IF, community: $community, first: 10)
        { totalCount nodes { title } } }";
    let data = actor.data(query, json!({ "community": world.home() })).await;
    let rows = data["savedViews"]["nodes"].as_array().expect("rows");
    assert_eq!(data["savedViews"]["totalCount"], rows.len());
    rows.iter().map(|row| text(&row["title"])).collect()
}

/// A view is kept in one form under its title; its community's members find it by title, and nobody
/// else does.
#[tokio::test]
async fn a_saved_view_is_its_communitys() {
    let world = World::start().await;
    let gates = world.organization("Gates Foundation", "PUBLIC").await;
    let usaid = world.organization("USAID", "PUBLIC").await;
    let both = scenario(&world, "Zero funders", &[&gates, &usaid, &gates]);
    let saved = act(&world.editor, "saveView", both).await;
    assert_eq!(saved["query"], format!("who={gates},{usaid}&mode=STOPS_FUNDING"));
    assert_eq!(
        (&saved["visibility"], &saved["owner"]["displayName"], &saved["community"]["name"]),
        (&json!("COMMUNITY"), &json!("editor"), &json!("OpenLMIS"))
    );
    act(&world.manager, "saveView", scenario(&world, "After USAID", &[&usaid])).await;
    assert_eq!(titles(&world, &world.viewer).await, ["After USAID", "Zero funders"]);
    assert_eq!(titles(&world, &world.app.anonymous()).await, Vec::<String>::new());
    let found = "query($id: ID!) { node(id: $id) { ... on SavedView { title } } }";
    let data = world.viewer.data(found, json!({ "id": saved["id"] })).await;
    assert_eq!(data["node"]["title"], "Zero funders");
    let data = world.app.anonymous().data(found, json!({ "id": saved["id"] })).await;
    assert_eq!(data["node"], Value::Null);
}

/// A private view is found by whoever saved it and by nobody else, in lists, by its id and in the
/// history; shared, it is the community's; only whoever saved it makes it private again.
#[tokio::test]
async fn a_private_view_is_its_owners_alone() {
    let world = World::start().await;
    let gates = world.organization("Gates Foundation", "PUBLIC").await;
    let own = with(scenario(&world, "Between us", &[&gates]), "visibility", json!("PRIVATE"));
    let own = act(&world.editor, "saveView", own).await;
    assert_eq!(titles(&world, &world.editor).await, ["Between us"]);
    let admin = world.app.actor(Role::Admin).await;
    for other in [&world.viewer, &world.manager, &admin] {
        assert_eq!(titles(&world, other).await, Vec::<String>::new());
        let renamed = with(of(&own), "title", json!("Mine"));
        assert_eq!(attempt(other, "updateView", renamed).await.code(), "NOT_FOUND");
        assert_eq!(attempt(other, "removeView", of(&own)).await.code(), "NOT_FOUND");
        let log =
            other.post("{ changes(first: 50) { nodes { title fields { after } } } }", json!({}));
        assert!(!log.await.text.contains("Between us"));
    }
    let shared = with(of(&own), "visibility", json!("COMMUNITY"));
    let shared = act(&world.editor, "updateView", shared).await;
    assert_eq!(titles(&world, &world.viewer).await, ["Between us"]);
    let hidden = with(of(&shared), "visibility", json!("PRIVATE"));
    let answer = attempt(&world.manager, "updateView", hidden.clone()).await;
    assert_eq!(refused(&answer), [pair("BEYOND_RIGHTS", "visibility")]);
    act(&world.editor, "updateView", hidden).await;
    assert_eq!(titles(&world, &world.manager).await, Vec::<String>::new());
}

/// A view that names somebody hidden is as hidden, and nobody saves one that names whom they do not
/// see.
#[tokio::test]
async fn a_view_is_seen_with_all_whom_it_names() {
    let world = World::start().await;
    let gates = world.organization("Gates Foundation", "PUBLIC").await;
    let quiet = world.organization("Quiet partner", "RESTRICTED").await;
    let both = scenario(&world, "With the quiet one", &[&gates, &quiet]);
    let answer = attempt(&world.editor, "saveView", both.clone()).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "query")]);
    act(&world.manager, "saveView", both).await;
    assert_eq!(titles(&world, &world.manager).await, ["With the quiet one"]);
    assert_eq!(titles(&world, &world.editor).await, Vec::<String>::new());
    let log =
        world.editor.post("{ changes(first: 50) { nodes { title fields { after } } } }", json!({}));
    let log = log.await.text;
    assert!(!log.contains("quiet one") && !log.contains(&quiet), "{log}");
}

/// Everything that is wrong is told at once, and who may not save does not.
#[tokio::test]
async fn a_bad_view_is_refused_as_a_whole() {
    let world = World::start().await;
    let gates = world.organization("Gates Foundation", "PUBLIC").await;
    let good = scenario(&world, "Fine", &[&gates]);
    let bad = with(with(good.clone(), "title", json!(" ")), "query", json!("who=gates"));
    let answer = attempt(&world.editor, "saveView", bad).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "title"), pair("MALFORMED_ID", "query")]);
    let strange = with(good.clone(), "query", json!(format!("who={gates}&next=//evil.example")));
    let answer = attempt(&world.editor, "saveView", strange).await;
    assert_eq!(refused(&answer), [pair("FIELD_NOT_ALLOWED", "query")]);
    let long = with(good.clone(), "query", json!(format!("who={gates}{}", "&".repeat(2_000))));
    let answer = attempt(&world.editor, "saveView", long).await;
    assert_eq!(refused(&answer), [pair("TOO_LONG", "query")]);
    assert_eq!(attempt(&world.viewer, "saveView", good.clone()).await.code(), "FORBIDDEN");
    let abroad = with(good.clone(), "community", json!(world.abroad()));
    assert_eq!(attempt(&world.editor, "saveView", abroad).await.code(), "FORBIDDEN");
    let nobody = world.app.anonymous();
    assert_eq!(attempt(&nobody, "saveView", good.clone()).await.code(), "UNAUTHENTICATED");
    let saved = act(&world.editor, "saveView", good).await;
    for (name, input) in
        [("updateView", with(of(&saved), "title", json!("x"))), ("removeView", of(&saved))]
    {
        assert_eq!(attempt(&world.viewer, name, input.clone()).await.code(), "FORBIDDEN");
        let stale = with(input, "expectedVersion", json!(9));
        let answer = attempt(&world.editor, name, stale).await;
        assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
    }
}

/// Every step is a change that names the view, and is taken back like any other: a name, and a view
/// that was taken away.
#[tokio::test]
async fn what_was_done_to_a_view_is_undone() {
    let world = World::start().await;
    let gates = world.organization("Gates Foundation", "PUBLIC").await;
    let saved = act(&world.editor, "saveView", scenario(&world, "First", &[&gates])).await;
    let renamed = with(of(&saved), "title", json!("Second"));
    let renamed = act(&world.editor, "updateView", renamed).await;
    assert_eq!((&renamed["title"], &renamed["version"]), (&json!("Second"), &json!(2)));
    let removed = attempt(&world.editor, "removeView", of(&renamed)).await.json();
    assert_eq!(removed["data"]["removeView"]["removedId"], saved["id"]);
    assert_eq!(titles(&world, &world.editor).await, Vec::<String>::new());
    let log = "query { changes(first: 3) { nodes { id noun operation title } } }";
    let undo = "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { noun } } }";
    let last = world.manager.data(log, json!({})).await["changes"]["nodes"].clone();
    assert_eq!(
        last[0],
        json!({ "id": last[0]["id"], "noun": "savedView", "operation": "DELETE", "title": "Second" })
    );
    world.manager.data(undo, json!({ "id": last[0]["id"] })).await;
    assert_eq!(titles(&world, &world.viewer).await, ["Second"]);
    world.manager.data(undo, json!({ "id": last[1]["id"] })).await;
    assert_eq!(titles(&world, &world.viewer).await, ["First"]);
    world.manager.data(undo, json!({ "id": last[2]["id"] })).await;
    assert_eq!(titles(&world, &world.viewer).await, Vec::<String>::new());
}

/// Of an erased account nothing private is left, neither as a record nor in the log; what it shared
/// stays the community's.
#[tokio::test]
async fn private_views_go_with_their_account() {
    let world = World::start().await;
    let gates = world.organization("Gates Foundation", "PUBLIC").await;
    let own = scenario(&world, "Zephyrine alone", &[&gates]);
    act(&world.editor, "saveView", with(own, "visibility", json!("PRIVATE"))).await;
    act(&world.editor, "saveView", scenario(&world, "Shared", &[&gates])).await;
    let (app, id) = (&world.app.app, world.app.account(Role::Editor));
    let folder = tempfile::tempdir().expect("a folder");
    app.erasures.keep_in(folder.path().join("erasures"));
    erasure::erase_account(&app.op(Viewer::Owner), id).await.expect("erase");
    assert_eq!(titles(&world, &world.viewer).await, ["Shared"]);
    let view = app.view(app.snapshot(), Viewer::Owner);
    assert_eq!(view.saved_views().count(), 1);
    let dumped = crate::refusal::dump(app.store.reader()).await;
    assert!(!format!("{dumped:?}").contains("Zephyrine"));
}
