//! Live queries: who is told what when something changes, and what is told to nobody.

use std::time::{Duration, Instant};

use api::service::account;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};
use tests::actor::Actor;
use tests::database::on_postgres;
use tests::socket::Socket;

use crate::engagement::{World, of, work};

const CHANGED: &str = "subscription($filter: ChangedFilter, $first: Int! = 50) {
    changed(filter: $filter, first: $first) {
        readAgain appeared removed changes { operation noun title } } }";
const BOARD: &str = "subscription($community: ID!) { boardChanged(community: $community) {
    readAgain removed engagements { id stage nextStep party { name } } } }";
const AROUND: &str = "subscription($id: ID!) { neighborhoodChanged(id: $id) {
    readAgain removed nodes { id name hop degree } edges { id kind source target } } }";

/// A socket that has begun to follow.
async fn follow(world: &World, actor: &Actor, query: &str, variables: Value) -> Socket {
    let mut socket = Socket::of(world.app.address, actor.token.as_deref()).await;
    socket.subscribe("s", query, variables).await;
    // Operations begin in their order, and a query is answered when it has run.
    socket.subscribe("q", "{ __typename }", json!({})).await;
    socket.event("q").await;
    assert_eq!(socket.message().await["type"], "complete");
    tokio::time::sleep(Duration::from_millis(200)).await;
    socket
}

async fn see(world: &World, organization: &str, version: i32, visibility: &str) {
    let input = json!({ "id": organization, "expectedVersion": version, "visibility": visibility });
    let query = "mutation($input: UpdateOrganizationInput!) {
        updateOrganization(input: $input) { organization { id } } }";
    world.manager.data(query, json!({ "input": input })).await;
}

async fn join_up(world: &World, source: &str, target: &str) -> String {
    let input = json!({ "kind": "FUNDS", "source": source, "target": target });
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    let data = world.manager.data(query, json!({ "input": input })).await;
    data["addRelationship"]["relationship"]["id"].as_str().expect("an id").to_owned()
}

/// A change is told to those who may read it, and to nobody else: not a word of what is hidden.
#[tokio::test(flavor = "multi_thread")]
async fn changes_reach_those_who_may_read_them() {
    let world = World::start().await;
    let anonymous = world.app.anonymous();
    let mut nobody = follow(&world, &anonymous, CHANGED, json!({})).await;
    let mut viewer = follow(&world, &world.viewer, CHANGED, json!({})).await;
    let mut manager = follow(&world, &world.manager, CHANGED, json!({})).await;
    let told = |title: &str| {
        let change = json!({ "operation": "CREATE", "noun": "stakeholder", "title": title });
        json!({ "changed": { "readAgain": false, "appeared": [], "removed": [],
            "changes": [change] } })
    };
    world.organization("Restricted", "RESTRICTED").await;
    assert_eq!(manager.event("s").await, told("Restricted"));
    world.organization("Community", "COMMUNITY").await;
    assert_eq!(viewer.event("s").await, told("Community"));
    assert_eq!(manager.event("s").await, told("Community"));
    world.organization("Public", "PUBLIC").await;
    assert_eq!(nobody.event("s").await, told("Public"));
    assert_eq!(viewer.event("s").await, told("Public"));
    assert_eq!(manager.event("s").await, told("Public"));
    assert!(nobody.is_silent().await);
}

/// A record that is hidden is told as removed to those who saw it, with what was seen only with it,
/// and nothing else; one that is shown is told as appeared.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_hidden_is_removed() {
    let world = World::start().await;
    let funder = world.organization("Funder", "PUBLIC").await;
    let partner = world.organization("Partner", "PUBLIC").await;
    let edge = join_up(&world, &funder, &partner).await;
    let mut viewer = follow(&world, &world.viewer, CHANGED, json!({})).await;
    let mut manager = follow(&world, &world.manager, CHANGED, json!({})).await;
    see(&world, &funder, 1, "RESTRICTED").await;
    let event = viewer.event("s").await["changed"].take();
    assert_eq!(event["changes"], json!([]));
    assert_eq!((&event["appeared"], &event["readAgain"]), (&json!([]), &json!(false)));
    let mut removed: Vec<_> = event["removed"].as_array().expect("a list").clone();
    removed.sort_by_key(Value::to_string);
    assert_eq!(removed, [json!(funder), json!(edge)]);
    let event = manager.event("s").await;
    assert_eq!(event["changed"]["changes"][0]["operation"], "UPDATE");
    see(&world, &funder, 2, "PUBLIC").await;
    let event = viewer.event("s").await["changed"].take();
    assert_eq!((&event["changes"], &event["removed"]), (&json!([]), &json!([])));
    assert_eq!(event["appeared"].as_array().map(Vec::len), Some(2), "{event}");
}

/// A filter lets through what it names; more than an event may hold says to read again.
#[tokio::test(flavor = "multi_thread")]
async fn a_filter_lets_through_what_it_names() {
    let world = World::start().await;
    let other = world.organization("Other", "PUBLIC").await;
    let party = world.organization("Party", "PUBLIC").await;
    let of_one = json!({ "filter": { "nodes": [party] } });
    let mut one = follow(&world, &world.viewer, CHANGED, of_one).await;
    let edges = json!({ "filter": { "nouns": ["relationship"] } });
    let mut edges = follow(&world, &world.viewer, CHANGED, edges).await;
    let abroad = json!({ "filter": { "community": world.abroad() } });
    let mut abroad = follow(&world, &world.viewer, CHANGED, abroad).await;
    let mut narrow = follow(&world, &world.viewer, CHANGED, json!({ "first": 1 })).await;
    // One step with three changes: a source, a relationship and what the one says of the other.
    let evidence = json!({ "newSource": { "kind": "DOCUMENT", "title": "Minutes" } });
    let input = json!({ "kind": "FUNDS", "source": other, "target": party, "evidence": evidence });
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    world.manager.data(query, json!({ "input": input })).await;
    let event = edges.event("s").await["changed"].take();
    assert_eq!(event["changes"].as_array().map(Vec::len), Some(1), "{event}");
    assert_eq!(event["changes"][0]["noun"], "relationship");
    let event = narrow.event("s").await["changed"].take();
    assert_eq!((&event["readAgain"], &event["changes"]), (&json!(true), &json!([])));
    see(&world, &party, 1, "COMMUNITY").await;
    assert_eq!(one.event("s").await["changed"]["removed"], json!([]));
    assert!(abroad.is_silent().await);
}

/// After its `complete` a subscription says nothing more.
#[tokio::test(flavor = "multi_thread")]
async fn complete_stops_events() {
    let world = World::start().await;
    let mut socket = follow(&world, &world.viewer, CHANGED, json!({})).await;
    world.organization("Heard", "PUBLIC").await;
    socket.event("s").await;
    socket.complete("s").await;
    world.organization("Unheard", "PUBLIC").await;
    assert!(socket.is_silent().await);
}

/// A board tells which cards came, moved or changed, and which are out of sight, to members alone.
#[tokio::test(flavor = "multi_thread")]
async fn a_board_tells_what_moves() {
    let world = World::start().await;
    let variables = json!({ "community": world.home() });
    let anonymous = world.app.anonymous();
    let mut nobody = follow(&world, &anonymous, BOARD, variables.clone()).await;
    let mut viewer = follow(&world, &world.viewer, BOARD, variables).await;
    let party = world.organization("Party", "PUBLIC").await;
    let opened = world.open(&party, json!({})).await;
    let event = viewer.event("s").await["boardChanged"].take();
    assert_eq!(event["engagements"][0]["id"], opened["id"]);
    assert_eq!(event["engagements"][0]["party"]["name"], "Party");
    let next = of(&opened, json!({ "nextStep": "Call." }));
    let opened = work(&world.editor, "updateEngagement", next).await;
    let event = viewer.event("s").await["boardChanged"].take();
    assert_eq!(event["engagements"][0]["nextStep"], "Call.");
    // A hidden party takes its engagements out of sight.
    see(&world, &party, 1, "RESTRICTED").await;
    let event = viewer.event("s").await["boardChanged"].take();
    assert_eq!(event, json!({ "readAgain": false, "engagements": [], "removed": [opened["id"]] }));
    assert!(nobody.is_silent().await);
}

/// A neighborhood tells which stakeholders and relationships came, changed and went, and nothing of
/// what is hidden or lies elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn a_neighborhood_tells_what_moves() {
    let world = World::start().await;
    let focus = world.organization("Focus", "PUBLIC").await;
    let near = world.organization("Near", "PUBLIC").await;
    let hidden = world.organization("Hidden", "RESTRICTED").await;
    let mut viewer = follow(&world, &world.viewer, AROUND, json!({ "id": focus })).await;
    join_up(&world, &hidden, &focus).await;
    world.organization("Elsewhere", "PUBLIC").await;
    assert!(viewer.is_silent().await);
    let edge = join_up(&world, &near, &focus).await;
    let event = viewer.event("s").await["neighborhoodChanged"].take();
    let ids = |list: &Value| {
        let rows = list.as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["id"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&event["edges"]), std::slice::from_ref(&edge));
    assert_eq!(ids(&event["nodes"]), [focus, near.clone()]);
    assert_eq!(event["nodes"][0]["degree"], 1);
    see(&world, &near, 1, "RESTRICTED").await;
    let event = viewer.event("s").await["neighborhoodChanged"].take();
    assert_eq!(event["removed"], json!([near, edge]));
    assert_eq!(event["edges"], json!([]));
}

/// Rights that are taken away take effect on what is open: the subscriber is told to read again, and
/// hears no more of what it may not see.
#[tokio::test(flavor = "multi_thread")]
async fn lost_rights_end_what_they_gave() {
    let world = World::start().await;
    let mut manager = follow(&world, &world.manager, CHANGED, json!({})).await;
    let app = &world.app;
    let demoted = (app.account(Role::Manager), app.communities[0]);
    let owner = app.app.op(Viewer::Owner);
    account::join(&owner, demoted.0, demoted.1, Role::Viewer).await.expect("join");
    assert_eq!(manager.event("s").await["changed"]["readAgain"], true);
    let admin = app.actor(Role::Admin).await;
    let create = |visibility: &str| {
        let input = json!({ "community": world.home(), "nameEn": visibility,
            "visibility": visibility, "organizationType": "FOUNDATION" });
        json!({ "input": input })
    };
    let query = "mutation($input: CreateOrganizationInput!) {
        createOrganization(input: $input) { organization { id } } }";
    admin.data(query, create("RESTRICTED")).await;
    assert!(manager.is_silent().await);
    admin.data(query, create("PUBLIC")).await;
    assert_eq!(manager.event("s").await["changed"]["changes"][0]["title"], "PUBLIC");
}

/// Rights that are gained take effect on what is open, too.
#[tokio::test(flavor = "multi_thread")]
async fn gained_rights_are_heard() {
    let world = World::start().await;
    let mut viewer = follow(&world, &world.viewer, CHANGED, json!({})).await;
    let app = &world.app;
    let owner = app.app.op(Viewer::Owner);
    let (account, community) = (app.account(Role::Viewer), app.communities[0]);
    account::join(&owner, account, community, Role::Manager).await.expect("join");
    assert_eq!(viewer.event("s").await["changed"]["readAgain"], true);
    world.organization("Restricted", "RESTRICTED").await;
    assert_eq!(viewer.event("s").await["changed"]["changes"][0]["title"], "Restricted");
}

/// One client follows so much at once, over however many sockets.
#[tokio::test(flavor = "multi_thread")]
async fn one_client_follows_so_much() {
    let world = World::start().await;
    let mut sockets = Vec::new();
    for _ in 0..4 {
        let mut socket = Socket::of(world.app.address, None).await;
        for number in 0..50 {
            let query = "subscription { changed(first: 1) { readAgain } }";
            socket.subscribe(&number.to_string(), query, json!({})).await;
        }
        sockets.push(socket);
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let mut one_more = Socket::of(world.app.address, None).await;
    one_more.subscribe("s", CHANGED, json!({})).await;
    let refused = one_more.message().await;
    assert_eq!(refused["payload"][0]["extensions"]["code"], "TOO_COSTLY", "{refused}");
    sockets.pop();
    tokio::time::sleep(Duration::from_millis(500)).await;
    one_more.subscribe("t", CHANGED, json!({})).await;
    assert!(one_more.is_silent().await);
}

/// A subscriber of one process hears of what another process writes: within a second where the
/// database tells of commits, else within the time of asking.
#[tokio::test(flavor = "multi_thread")]
async fn other_processes_are_heard() {
    let world = World::start().await;
    let other = world.app.another_server().await;
    let mut socket = Socket::of(other.address, world.viewer.token.as_deref()).await;
    socket.subscribe("s", CHANGED, json!({})).await;
    assert!(socket.is_silent().await);
    let began = Instant::now();
    world.organization("Elsewhere", "PUBLIC").await;
    let event = socket.event("s").await;
    assert_eq!(event["changed"]["changes"][0]["title"], "Elsewhere");
    let patience = if on_postgres() { 1 } else { 6 };
    assert!(began.elapsed() < Duration::from_secs(patience), "{:?}", began.elapsed());
}
