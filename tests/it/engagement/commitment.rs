//! What an engagement needs to become active: a decision, what came of it, and a partner made at home.

use super::transition::{blocked, missing, moved};
use super::{World, attempt, of, pair, read, refused, work};
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;

/// The input of a mutation about a part of an engagement.
fn within(engagement: &Value, more: Value) -> Value {
    let mut input = of(engagement, more);
    let id = input.as_object_mut().and_then(|input| input.remove("id")).expect("an id");
    input["engagement"] = id;
    input
}

async fn standing(world: &World, party: &str, stage: &str) -> Value {
    let standing = json!({ "stage": stage, "since": "2026", "source": "Minutes" });
    world.open(party, json!({ "standing": standing })).await
}

async fn source(world: &World) -> Value {
    let input = json!({ "community": world.home(), "visibility": "PUBLIC", "kind": "DOCUMENT",
        "title": "Agreement" });
    let query = "mutation($input: AddSourceInput!) { addSource(input: $input) { source { id } } }";
    world.manager.data(query, json!({ "input": input })).await["addSource"]["source"]["id"].take()
}

/// What came of a conversation with a party: money for a programme.
async fn funding(world: &World, party: &str, state: &str) -> Value {
    let input = json!({ "nameEn": "Core programme" });
    let query = "mutation($input: CreateProgrammeInput!) {
        createProgramme(input: $input) { programme { id } } }";
    let data = world.manager.data(query, json!({ "input": input })).await;
    json!({ "kind": "FUNDS", "source": party, "target": data["createProgramme"]["programme"]["id"],
        "state": state, "visibility": "PUBLIC",
        "evidence": { "source": source(world).await, "locator": "page 2" } })
}

async fn revert(actor: &Actor, engagement: &Value, turn: usize) -> Value {
    let log = "query($id: ID!) { changes(first: 20, filter: { node: $id }) { nodes { id } } }";
    let log = actor.data(log, json!({ "id": engagement["id"] })).await;
    let undo = "mutation($input: RevertRevisionInput!) {
        revertRevision(input: $input) { reverted } }";
    let change = &log["changes"]["nodes"][turn]["id"];
    actor.data(undo, json!({ "input": { "change": change } })).await
}

/// From the review to the work: a decision in favour, a confirmed relationship with evidence recorded
/// with the tie in one step, and an onboarding that has begun.
#[tokio::test]
async fn a_commitment_becomes_active() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let review = standing(&world, &party, "UNDER_REVIEW").await;
    let board = world.group("Board").await;
    let said = |outcome: &str| {
        json!({ "outcome": outcome, "decidedBy": board, "decidedOn": "2026-02-20",
            "note": "If the report comes.", "source": "Minutes" })
    };
    let later = within(&review, said("POSTPONED"));
    let later = work(&world.editor, "recordEngagementDecision", later).await;
    blocked(&world.editor, &later, "COMMITTED", &["DECISION"]).await;
    let yes = within(&later, said("APPROVED_WITH_CONDITIONS"));
    let yes = work(&world.editor, "recordEngagementDecision", yes).await;
    assert_eq!(
        yes["decision"],
        json!({ "outcome": "APPROVED_WITH_CONDITIONS", "by": { "id": board },
            "on": "2026-02-20", "note": "If the report comes.", "source": "Minutes" })
    );
    let committed = moved(&world.editor, &yes, "COMMITTED").await;

    blocked(&world.editor, &committed, "ACTIVE", &["CONFIRMED_RELATIONSHIP", "ONBOARDING"]).await;
    let came = within(&committed, funding(&world, &party, "CONFIRMED").await);
    let answer = attempt(&world.editor, "recordCommitment", came.clone()).await;
    assert_eq!(answer.code(), "FORBIDDEN");
    let came = work(&world.manager, "recordCommitment", came).await;
    assert_eq!(came["commitments"][0]["state"], "CONFIRMED");
    assert_eq!(came["commitments"][0]["evidence"].as_array().map(Vec::len), Some(1));
    blocked(&world.editor, &came, "ACTIVE", &["ONBOARDING"]).await;
    let steps = within(&came, json!({ "steps": ["Welcome call", "Add to the list"] }));
    let begun = work(&world.editor, "startOnboarding", steps).await;
    assert_eq!(begun["onboarding"]["since"], "2026-03-02");
    assert_eq!(moved(&world.editor, &begun, "ACTIVE").await["stage"], "ACTIVE");
}

/// What is only proposed does not make an engagement active; one step back takes the relationship, its
/// evidence and the tie away together.
#[tokio::test]
async fn a_commitment_is_one_step() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let committed = standing(&world, &party, "COMMITTED").await;
    let came = within(&committed, funding(&world, &party, "PROPOSED").await);
    let hoped = work(&world.editor, "recordCommitment", came).await;
    assert_eq!(missing(&hoped, "ACTIVE"), &json!(["CONFIRMED_RELATIONSHIP", "ONBOARDING"]));
    let relationship = hoped["commitments"][0]["id"].clone();
    revert(&world.manager, &hoped, 0).await;
    assert_eq!(read(&world.editor, &hoped["id"]).await["commitments"], json!([]));
    let query = "query($id: ID!) { node(id: $id) { id } }";
    let gone = world.manager.data(query, json!({ "id": relationship })).await;
    assert!(gone["node"].is_null());
}

/// What came of an engagement has evidence and joins its party, or somebody one talks to there; what is
/// recorded already is tied.
#[tokio::test]
async fn what_came_of_it_joins_its_party() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let other = world.organization("Another", "PUBLIC").await;
    let committed = standing(&world, &party, "COMMITTED").await;
    let mut bare = funding(&world, &party, "CONFIRMED").await;
    bare.as_object_mut().expect("an object").remove("evidence");
    let answer =
        attempt(&world.manager, "recordCommitment", within(&committed, bare.clone())).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "evidence")]);
    let foreign = within(&committed, funding(&world, &other, "CONFIRMED").await);
    let answer = attempt(&world.manager, "recordCommitment", foreign).await;
    assert_eq!(refused(&answer), [pair("OTHER_PARTY", "source")]);

    let add = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    let known = world.manager.data(add, json!({ "input": bare })).await;
    let tie = json!({ "relationship": known["addRelationship"]["relationship"]["id"] });
    let answer = attempt(&world.editor, "tieCommitment", within(&committed, tie.clone())).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "evidence")]);
    let mut told = within(&committed, tie.clone());
    told["evidence"] = json!({ "source": source(&world).await });
    let tied = work(&world.editor, "tieCommitment", told).await;
    assert_eq!(tied["commitments"].as_array().map(Vec::len), Some(1));
    let unknown = json!({ "relationship": "rel_01h2xcejqtf2nbrexx3vqjhp41" });
    let answer = attempt(&world.editor, "tieCommitment", within(&tied, unknown)).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "relationship")]);
}

/// Where the community says that no group decides, the way from the proposal leads to the commitment; who
/// names a group cannot say so.
#[tokio::test]
async fn no_group_may_decide() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let sent = standing(&world, &party, "PROPOSAL_SENT").await;
    assert_eq!(missing(&sent, "COMMITTED"), &json!(["NO_DECIDING_GROUP", "DECISION"]));
    let said = json!({ "outcome": "APPROVED", "decidedOn": "2026-02-20" });
    let early = within(&sent, said.clone());
    let answer = attempt(&world.editor, "recordEngagementDecision", early).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "decidedBy")]);

    let none = of(&sent, json!({ "noDecidingGroup": true }));
    let none = work(&world.editor, "updateEngagement", none).await;
    let said = work(&world.editor, "recordEngagementDecision", within(&none, said)).await;
    assert_eq!(said["decision"]["by"], Value::Null);
    let board = world.group("Board").await;
    let both = of(&said, json!({ "decidingGroup": board, "noDecidingGroup": true }));
    let answer = attempt(&world.editor, "updateEngagement", both).await;
    assert_eq!(refused(&answer)[0].0, "FIELD_NOT_ALLOWED");
    assert_eq!(moved(&world.editor, &said, "COMMITTED").await["stage"], "COMMITTED");

    let named = read(&world.editor, &sent["id"]).await;
    let named = of(&named, json!({ "decidingGroup": board }));
    let named = work(&world.editor, "updateEngagement", named).await;
    assert_eq!(named["noDecidingGroup"], false);
}

/// An onboarding begins once, of a partner who is committed, with the community's steps unless it has its
/// own; only admins write the community's.
#[tokio::test]
async fn an_onboarding_has_steps() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let template = json!({ "community": world.home(), "expectedVersion": 1,
        "steps": ["Welcome call", "Meet the members"] });
    let set = "mutation($input: SetOnboardingTemplateInput!) {
        setOnboardingTemplate(input: $input) { community { version onboardingSteps } } }";
    let input = json!({ "input": template });
    assert_eq!(world.manager.post(set, input.clone()).await.code(), "FORBIDDEN");
    let known = admin.data("{ communities(first: 5) { id version } }", Value::Null).await;
    let known = known["communities"].as_array().into_iter().flatten();
    let home = known.into_iter().find(|row| row["id"] == world.home()).expect("home").clone();
    let mut input = input;
    input["input"]["expectedVersion"] = home["version"].clone();
    let written = admin.data(set, input).await;
    let steps = &written["setOnboardingTemplate"]["community"]["onboardingSteps"];
    assert_eq!(steps, &json!(["Welcome call", "Meet the members"]));

    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let early = standing(&world, &party, "PROPOSAL_SENT").await;
    let answer = attempt(&world.editor, "startOnboarding", within(&early, json!({}))).await;
    assert_eq!(refused(&answer), [pair("STAGE_NOT_REACHABLE", "engagement")]);
    let partner = world.organization("A partner", "PUBLIC").await;
    let committed = standing(&world, &partner, "COMMITTED").await;
    let begun = work(&world.editor, "startOnboarding", within(&committed, json!({}))).await;
    let first = json!({ "number": 1, "text": "Welcome call", "doneOn": null });
    assert_eq!(begun["onboarding"]["steps"][0], first);
    let answer = attempt(&world.editor, "startOnboarding", within(&begun, json!({}))).await;
    assert_eq!(refused(&answer), [pair("DUPLICATE", "engagement")]);

    let done = within(&begun, json!({ "step": 2, "doneOn": "2026-03-01" }));
    let done = work(&world.editor, "setOnboardingStep", done).await;
    assert_eq!(done["onboarding"]["steps"][1]["doneOn"], "2026-03-01");
    let undone = within(&done, json!({ "step": 2 }));
    let undone = work(&world.editor, "setOnboardingStep", undone).await;
    assert_eq!(undone["onboarding"]["steps"][1]["doneOn"], Value::Null);
    for (more, field) in [
        (json!({ "step": 3, "doneOn": "2026-03-01" }), pair("NOT_FOUND", "step")),
        (json!({ "step": 0 }), pair("NOT_FOUND", "step")),
        (json!({ "step": 1, "doneOn": "2027-01-01" }), pair("DATE_OUT_OF_RANGE", "doneOn")),
    ] {
        let answer = attempt(&world.editor, "setOnboardingStep", within(&undone, more)).await;
        assert_eq!(refused(&answer), [field]);
    }
}
