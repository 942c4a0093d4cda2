//! The review queue, and corrections that anybody suggests.

use crate::engagement::{World, pair, refused, text};
use crate::meeting::{act, meeting, of, with};
use crate::refusal::dump;
use chrono::TimeDelta;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const SUGGEST: &str =
    "mutation($input: SuggestCorrectionInput!) { suggestCorrection(input: $input) {
    received } }";
const QUEUE: &str = "query($community: ID!) { reviewQueue(community: $community, first: 50) {
    totalCount nodes { reason since steps likeness other { name } record { __typename id
    ... on Proposal { quote kind version contact } ... on Relationship { state } } } } }";

async fn suggest(actor: &Actor, stakeholder: &str, text: &str) -> Answer {
    let input = json!({ "stakeholder": stakeholder, "text": text, "contact": "ada@zq.example" });
    actor.post(SUGGEST, json!({ "input": input })).await
}

fn taken(answer: &Answer) {
    assert_eq!(answer.json()["data"], json!({ "suggestCorrection": { "received": true } }));
}

async fn queue(world: &World, actor: &Actor) -> Vec<Value> {
    let mut data = actor.data(QUEUE, json!({ "community": world.home() })).await;
    serde_json::from_value(data["reviewQueue"]["nodes"].take()).expect("rows")
}

fn reasons(queue: &[Value]) -> Vec<String> {
    queue.iter().map(|item| text(&item["reason"])).collect()
}

/// Anybody suggests a correction of a public profile; the managers of the community read it with how the
/// author is reached, nobody else reads either, and a manager takes the latter away for good.
#[tokio::test]
async fn a_correction_is_for_the_managers() {
    let world = World::start().await;
    let who = world.organization("WHO", "PUBLIC").await;
    let nobody = world.app.anonymous();
    let told = suggest(&nobody, &who, "The seat is in <b>Geneva</b>.").await;
    assert_eq!(told.json()["data"], json!({ "suggestCorrection": { "received": true } }));
    let seen = queue(&world, &world.manager).await;
    assert_eq!(reasons(&seen), ["CORRECTION"]);
    let record = &seen[0]["record"];
    assert_eq!(
        (&record["quote"], &record["contact"], &seen[0]["steps"]),
        (
            &json!("The seat is in <b>Geneva</b>."),
            &json!("ada@zq.example"),
            &json!(["ACCEPT", "REJECT"])
        )
    );
    for other in [&world.editor, &world.viewer, &nobody] {
        assert_eq!(queue(&world, other).await, Vec::<Value>::new());
        let log =
            other.post("{ changes(first: 50) { nodes { title fields { after } } } }", json!({}));
        assert!(!log.await.text.contains("Geneva"));
    }
    let admin = world.app.actor(Role::Admin).await;
    let log = admin.post("{ changes(first: 50) { nodes { title fields { after } } } }", json!({}));
    assert!(!log.await.text.contains("zq.example"));
    let forget = "mutation($input: ForgetContactInput!) { forgetContact(input: $input) {
        proposal { contact version } } }";
    let input = json!({ "input": { "proposal": record["id"] } });
    assert_eq!(world.editor.code(forget, input.clone()).await, "NOT_FOUND");
    let left = world.manager.data(forget, input).await;
    assert_eq!(left["forgetContact"]["proposal"]["contact"], Value::Null);
    let dumped = format!("{:?}", dump(world.app.app.store.reader()).await);
    assert!(!dumped.contains("zq.example"), "somebody is still reached");
    let proposal =
        json!({ "id": record["id"], "version": left["forgetContact"]["proposal"]["version"] });
    let accepted = act(&world.manager, "acceptProposal", of(&proposal)).await;
    assert_eq!(accepted["state"], "ACCEPTED");
    assert_eq!(queue(&world, &world.manager).await, Vec::<Value>::new());
}

/// The answer is the same whatever is known of the profile; of one that is hidden or not there nothing is
/// kept.
#[tokio::test]
async fn suggesting_tells_nothing() {
    let world = World::start().await;
    let quiet = world.organization("Quiet partner", "RESTRICTED").await;
    let nobody = world.app.anonymous();
    let before = dump(world.app.app.store.reader()).await;
    for id in [quiet.as_str(), "org_01h2xcejqtf2nbrexx3vqjhp41"] {
        let answer = suggest(&nobody, id, "Wrong.").await;
        assert_eq!(answer.json()["data"], json!({ "suggestCorrection": { "received": true } }));
        let bad = suggest(&nobody, id, " ").await;
        assert_eq!(refused(&bad), [pair("REQUIRED", "text")]);
        let long = suggest(&nobody, id, &"x".repeat(2_001)).await;
        assert_eq!(refused(&long), [pair("TOO_LONG", "text")]);
    }
    assert!(dump(world.app.app.store.reader()).await == before, "something was kept");
}

/// Of one address only some corrections are taken within an hour.
#[tokio::test]
async fn an_address_suggests_a_few_times() {
    let world = World::start().await;
    let who = world.organization("WHO", "PUBLIC").await;
    let nobody = world.app.anonymous();
    for number in 0..5 {
        taken(&suggest(&nobody, &who, &format!("Wrong {number}.")).await);
    }
    assert_eq!(suggest(&nobody, &who, "Wrong again.").await.code(), "RATE_LIMITED");
    world.app.wait(TimeDelta::hours(1));
    taken(&suggest(&nobody, &who, "Wrong later.").await);
    let app = &world.app.app;
    assert_eq!(app.view(app.snapshot(), Viewer::Owner).proposals().count(), 6);
}

/// What waits is told in one list, the most pressing first, with why and with what each may do about it.
#[tokio::test]
async fn what_waits_is_one_list() {
    let world = World::start().await;
    let (who, oms) = (
        world.organization("World Health Organization", "PUBLIC").await,
        world.organization("world health organization", "PUBLIC").await,
    );
    let group = world.group("Steering Group").await;
    let add = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) {
        relationship { id version } } }";
    let ends = json!({ "kind": "MEMBER_OF", "source": who, "target": group });
    let proposed = world.editor.data(add, json!({ "input": ends })).await;
    let proposed = &proposed["addRelationship"]["relationship"];
    let near = json!({ "kind": "RELATED_TO", "source": oms, "target": group, "note": "Near.",
        "state": "CONFIRMED" });
    let near = world.manager.data(add, json!({ "input": near })).await;
    let answer = "mutation($input: VerifyRelationshipInput!) { verifyRelationship(input: $input) {
        __typename } }";
    let doubt = json!({ "id": near["addRelationship"]["relationship"]["id"], "stance": "DISPUTES",
        "note": "Not any more." });
    world.editor.data(answer, json!({ "input": doubt })).await;
    let notes =
        with(meeting(&world, &group, "2026-03-02", "Decided: we go on."), "readNotes", json!(true));
    act(&world.editor, "recordMeeting", notes).await;
    suggest(&world.app.anonymous(), &who, "The name is longer.").await;
    let seen = queue(&world, &world.manager).await;
    assert_eq!(
        reasons(&seen),
        ["CONTRADICTED", "CORRECTION", "PROPOSED", "UNCONFIRMED", "DUPLICATE"],
        "{seen:?}"
    );
    assert_eq!(seen[3]["record"]["id"], proposed["id"]);
    assert_eq!(seen[3]["steps"], json!(["ACCEPT", "END", "REJECT", "EDIT"]));
    assert_eq!(
        (&seen[4]["record"]["id"], &seen[4]["other"]["name"], &seen[4]["likeness"]),
        (&json!(oms), &json!("World Health Organization"), &json!("NAME"))
    );
    let seen = queue(&world, &world.viewer).await;
    assert_eq!(reasons(&seen), ["CONTRADICTED", "PROPOSED", "UNCONFIRMED", "DUPLICATE"]);
    assert!(seen.iter().all(|item| item["steps"] == json!([])), "{seen:?}");
    let confirm =
        "mutation($input: SettleRelationshipInput!) { confirmRelationship(input: $input) {
        relationship { state } } }";
    world.manager.data(confirm, json!({ "input": of(proposed) })).await;
    let dispute =
        "mutation($input: SettleRelationshipInput!) { disputeRelationship(input: $input) {
        relationship { state } } }";
    let again = json!({ "id": proposed["id"], "version": 2 });
    world.manager.data(dispute, json!({ "input": of(&again) })).await;
    let seen = queue(&world, &world.manager).await;
    assert_eq!(reasons(&seen)[0], "DISPUTED");
    let abroad = world.manager.data(QUEUE, json!({ "community": world.abroad() })).await;
    let shared = abroad["reviewQueue"]["nodes"].as_array().expect("rows");
    assert!(shared.iter().all(|item| item["reason"] != "PROPOSED"), "{shared:?}");
}
