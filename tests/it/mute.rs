//! What people mute: left out of what they are told, and of nobody else's.

use crate::engagement::{World, column, work};
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;

const MUTE: &str = "mutation($input: MuteInput!) { mute(input: $input) {
    mute { id rule party { id name } } } }";
const UNMUTE: &str = "mutation($input: UnmuteInput!) { unmute(input: $input) { removedId } }";
const MUTES: &str = "{ me { mutes { id rule party { name } } } }";

/// A late next step and a long silence with one partner, and a late next step with another.
async fn busy() -> (World, String) {
    let world = World::start().await;
    let gates = world.organization("Gates", "PUBLIC").await;
    let gavi = world.organization("Gavi", "PUBLIC").await;
    let late = json!({ "nextStep": "Send it", "nextStepDue": "2026-02-01", "cadenceDays": 10 });
    let engagement = world.open(&gates, late).await;
    let contact = json!({ "engagement": engagement["id"], "happenedOn": "2026-01-10",
        "channel": "CALL", "direction": "OUTGOING", "note": "Asked." });
    work(&world.editor, "logInteraction", contact).await;
    world.open(&gavi, json!({ "nextStep": "Write", "nextStepDue": "2026-02-20" })).await;
    (world, gates)
}

async fn notices(world: &World, actor: &Actor, more: &str) -> Vec<String> {
    let query = format!(
        "query($id: ID!) {{ notices(community: $id, first: 50{more}) {{
            nodes {{ told: sentence muted }} }} }}"
    );
    let data = actor.data(&query, json!({ "id": world.home() })).await;
    let told = |notice: &Value| {
        let mark = if notice["muted"] == true { "muted " } else { "" };
        format!("{mark}{}", notice["told"].as_str().expect("a sentence"))
    };
    data["notices"]["nodes"].as_array().expect("a list").iter().map(told).collect()
}

async fn mute(actor: &Actor, input: Value) -> Value {
    actor.data(MUTE, json!({ "input": input })).await["mute"]["mute"].take()
}

/// A muted partner, and a muted rule, are left out of the notices of whoever muted them, who may ask for
/// them all the same; everybody else is told as before; what is unmuted is told again.
#[tokio::test]
async fn a_mute_is_ones_own() {
    let (world, gates) = busy().await;
    let [late, quiet, other] = [
        "Gates: the next step, “Send it”, was due 29 days ago.",
        "Gates: no contact for 51 days; every 10 days was agreed.",
        "Gavi: the next step, “Write”, was due 10 days ago.",
    ];
    let all = [late, other, quiet];
    assert_eq!(notices(&world, &world.viewer, "").await, all);
    let made = mute(&world.viewer, json!({ "party": gates })).await;
    assert_eq!((&made["rule"], &made["party"]["name"]), (&Value::Null, &json!("Gates")));
    assert_eq!(notices(&world, &world.viewer, "").await, [other]);
    let marked = notices(&world, &world.viewer, ", includeMuted: true").await;
    assert_eq!(marked, [format!("muted {late}"), other.to_owned(), format!("muted {quiet}")]);
    assert_eq!(notices(&world, &world.editor, "").await, all);
    assert_eq!(notices(&world, &world.editor, ", includeMuted: true").await, all);
    let again = mute(&world.viewer, json!({ "party": gates })).await;
    assert_eq!(again["id"], made["id"], "what is muted is muted once");
    let id = json!({ "input": { "id": made["id"] } });
    assert_eq!(world.editor.code(UNMUTE, id.clone()).await, "NOT_FOUND");
    world.viewer.data(UNMUTE, id.clone()).await;
    assert_eq!(world.viewer.code(UNMUTE, id).await, "NOT_FOUND");
    assert_eq!(notices(&world, &world.viewer, "").await, all);
    mute(&world.viewer, json!({ "rule": "OVERDUE" })).await;
    assert_eq!(notices(&world, &world.viewer, "").await, [quiet]);
}

/// A rule can be muted for one partner alone; a call is still to be made, and says what is muted; the list
/// of mutes is one's own.
#[tokio::test]
async fn a_rule_is_muted_for_one_partner() {
    let (world, gates) = busy().await;
    mute(&world.viewer, json!({ "rule": "OVERDUE", "party": gates })).await;
    let seen = notices(&world, &world.viewer, "").await;
    assert_eq!(seen.len(), 2);
    assert!(seen[0].starts_with("Gavi") && seen[1].contains("no contact"), "{seen:?}");
    let calls = "query($id: ID!) { callList(community: $id) { reasons { rule muted } } }";
    let calls = world.viewer.data(calls, json!({ "id": world.home() })).await;
    let reasons = &calls["callList"][0]["reasons"];
    assert_eq!(column(reasons, "rule"), ["OVERDUE", "SILENT"]);
    assert_eq!((&reasons[0]["muted"], &reasons[1]["muted"]), (&json!(true), &json!(false)));
    let own = world.viewer.data(MUTES, json!({})).await;
    let own = own["me"]["mutes"].as_array().expect("a list").clone();
    assert_eq!(own.len(), 1);
    assert_eq!((&own[0]["rule"], &own[0]["party"]["name"]), (&json!("OVERDUE"), &json!("Gates")));
    let other = world.editor.data(MUTES, json!({})).await;
    assert_eq!(other["me"]["mutes"], json!([]));
}

/// A mute names something that one sees; nobody and no program mutes for anybody.
#[tokio::test]
async fn who_mutes_is_signed_in_and_sees_it() {
    let world = World::start().await;
    let hidden = world.organization("Hidden", "RESTRICTED").await;
    let input = |value: Value| json!({ "input": value });
    let refused = world.viewer.code(MUTE, input(json!({}))).await;
    assert_eq!(refused, "BAD_USER_INPUT");
    let about = input(json!({ "party": hidden }));
    assert_eq!(world.viewer.code(MUTE, about.clone()).await, "NOT_FOUND");
    let anonymous = world.app.anonymous();
    assert_eq!(anonymous.code(MUTE, about.clone()).await, "UNAUTHENTICATED");
    let token =
        "mutation { createApiToken(input: { name: \"A script\", scope: MANAGE }) { secret } }";
    let made = world.manager.data(token, json!({})).await;
    let secret = made["createApiToken"]["secret"].as_str().expect("a secret");
    assert_eq!(anonymous.with_token(secret).code(MUTE, about.clone()).await, "FORBIDDEN");
    // Who stops seeing the partner is told of the mute no more.
    let made = mute(&world.manager, json!({ "party": hidden })).await;
    assert_eq!(made["party"]["id"], json!(hidden));
    let admin = world.app.actor(Role::Admin).await;
    let members = "query { communities { name members { id version account { displayName } } } }";
    let members = admin.data(members, json!({})).await;
    let member = members["communities"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|one| one["members"].as_array().into_iter().flatten())
        .find(|one| one["account"]["displayName"] == "manager")
        .expect("the manager")
        .clone();
    let lower = json!({ "membershipId": member["id"], "expectedVersion": member["version"],
        "role": "VIEWER" });
    let change = "mutation($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) {
        member { id } } }";
    admin.data(change, input(lower)).await;
    let own = world.manager.data(MUTES, json!({})).await;
    assert_eq!(own["me"]["mutes"], json!([]));
}
