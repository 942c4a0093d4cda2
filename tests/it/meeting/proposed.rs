//! What notes propose, and what becomes of it: nothing is recorded before a manager accepts it.

use super::{act, attempt, meeting, of, read, with};
use crate::engagement::{World, pair, refused, text};
use serde_json::{Value, json};
use tests::actor::Actor;

const NOTES: &str = "# Steering group

Present: WHO, Anna (GIZ)

- GIZ funds openIMIS since 2024.
- USAID stopped funding openIMIS in 2025.
- We should approach ILO for francophone growth.
- Action: Editor to write to ILO by Friday
- Decided: the council meets monthly.
- Does WHO fund openIMIS?";

struct Notes {
    world: World,
    meeting: Value,
    usaid: String,
    giz: String,
    good: String,
    group: String,
}

/// A meeting whose notes were read, with those whom they name.
async fn noted() -> Notes {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let giz = world.organization("GIZ", "PUBLIC").await;
    let usaid = world.organization("USAID", "PUBLIC").await;
    for name in ["WHO", "ILO"] {
        world.organization(name, "PUBLIC").await;
    }
    let create = "mutation($input: CreateGlobalGoodInput!) { createGlobalGood(input: $input) {
        globalGood { id } } }";
    let good = world.manager.data(create, json!({ "input": { "nameEn": "openIMIS" } })).await;
    let good = text(&good["createGlobalGood"]["globalGood"]["id"]);
    let add = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) {
        relationship { id } } }";
    let funds = json!({ "kind": "FUNDS", "source": usaid, "target": good, "state": "CONFIRMED",
        "validFrom": "2018" });
    world.manager.data(add, json!({ "input": funds })).await;
    let input = with(meeting(&world, &group, "2026-03-02", NOTES), "readNotes", json!(true));
    let meeting = act(&world.editor, "recordMeeting", input).await;
    Notes { world, meeting, usaid, giz, good, group }
}

impl Notes {
    /// The proposal of a kind, as it is now.
    async fn of_kind(&self, kind: &str) -> Value {
        let now = read(&self.world.manager, &self.meeting["id"]).await;
        let all = now["proposals"].as_array().cloned().unwrap_or_default();
        all.into_iter().find(|it| it["kind"] == kind).expect("a proposal")
    }

    async fn accept(&self, kind: &str) -> Value {
        let proposal = self.of_kind(kind).await;
        act(&self.world.manager, "acceptProposal", of(&proposal)).await
    }
}

async fn funders(actor: &Actor, good: &str) -> Vec<(String, String)> {
    let query = "query($id: ID!) { node(id: $id) { ... on GlobalGood { relationships(first: 9) {
        nodes { state source { name } } } } } }";
    let data = actor.data(query, json!({ "id": good })).await;
    let rows = data["node"]["relationships"]["nodes"].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| (text(&row["source"]["name"]), text(&row["state"]))).collect()
}

/// Every sentence that is certain is proposed once with its quotation, however often the notes are
/// read; a question is not. Nothing is recorded by that.
#[tokio::test]
async fn notes_propose_each_sentence_once() {
    let notes = noted().await;
    let kinds = |meeting: &Value| {
        let all = meeting["proposals"].as_array().cloned().unwrap_or_default();
        all.iter().map(|it| text(&it["kind"])).collect::<Vec<_>>()
    };
    assert_eq!(
        kinds(&notes.meeting),
        ["ATTENDANCE", "RELATIONSHIP", "RELATIONSHIP_END", "ENGAGEMENT", "ACTION", "DECISION"],
        "{}",
        notes.meeting
    );
    assert_eq!(notes.meeting["proposals"][1]["quote"], "GIZ funds openIMIS since 2024.");
    let again = json!({ "meeting": notes.meeting["id"] });
    let again = act(&notes.world.editor, "readNotes", again).await;
    assert_eq!(again["proposed"], 0);
    let before = funders(&notes.world.viewer, &notes.good).await;
    assert_eq!(before, [("USAID".to_owned(), "CONFIRMED".to_owned())]);
    let count = "{ engagements(first: 5) { totalCount } actions(first: 5) { totalCount } }";
    let told = notes.world.manager.data(count, json!({})).await;
    assert_eq!(told, json!({ "engagements": { "totalCount": 0 }, "actions": { "totalCount": 0 } }));
    // A sentence that is gone from the notes is proposed no longer; a new one is.
    let edited = with(
        of(&again["meeting"]),
        "notes",
        json!("Decided: the council meets monthly.\n\nWHO funds openIMIS."),
    );
    act(&notes.world.editor, "updateMeeting", edited).await;
    let again =
        act(&notes.world.editor, "readNotes", json!({ "meeting": notes.meeting["id"] })).await;
    assert_eq!(again["proposed"], 1);
    assert_eq!(kinds(&again["meeting"]), ["DECISION", "RELATIONSHIP"]);
}

/// An accepted relationship is confirmed and rests on the meeting with the sentence; undone, it is gone
/// and the proposal waits again.
#[tokio::test]
async fn what_is_accepted_rests_on_the_meeting() {
    let notes = noted().await;
    let accepted = notes.accept("RELATIONSHIP").await;
    assert_eq!(
        (&accepted["state"], &accepted["decidedBy"]["displayName"]),
        (&json!("ACCEPTED"), &json!("manager"))
    );
    assert_eq!(accepted["result"]["__typename"], "Relationship");
    let query = "query($id: ID!) { node(id: $id) { ... on Relationship { kind state validFrom
        source { id } target { id } evidence { note assertedOn source { kind title } } } } }";
    let told = notes.world.viewer.data(query, json!({ "id": accepted["result"]["id"] })).await;
    assert_eq!(
        told["node"],
        json!({ "kind": "FUNDS", "state": "CONFIRMED", "validFrom": "2024",
            "source": { "id": notes.giz }, "target": { "id": notes.good },
            "evidence": [{ "note": "GIZ funds openIMIS since 2024.", "assertedOn": "2026-03-02",
                "source": { "kind": "MEETING", "title": "Steering group" } }] })
    );
    let nobody = notes.world.app.anonymous();
    let told = nobody.data(query, json!({ "id": accepted["result"]["id"] })).await;
    assert_eq!(told["node"]["evidence"], json!([]));
    let last = "{ changes(first: 1) { nodes { id } } }";
    let last = notes.world.manager.data(last, json!({})).await["changes"]["nodes"][0]["id"].take();
    let undo = "mutation($id: ID!) { revertRevision(input: { change: $id }) { change { noun } } }";
    notes.world.manager.data(undo, json!({ "id": last })).await;
    assert_eq!(funders(&notes.world.viewer, &notes.good).await.len(), 1);
    assert_eq!(notes.of_kind("RELATIONSHIP").await["state"], "OPEN");
}

/// Each kind becomes what it says: the end of what was recorded, an engagement, an action of the group
/// with its member, those who were there, and a decision.
#[tokio::test]
async fn each_kind_becomes_what_it_says() {
    let notes = noted().await;
    for kind in ["RELATIONSHIP_END", "ENGAGEMENT", "ACTION", "ATTENDANCE", "DECISION"] {
        assert_eq!(notes.accept(kind).await["state"], "ACCEPTED", "{kind}");
    }
    let funders = funders(&notes.world.viewer, &notes.good).await;
    assert_eq!(funders, [("USAID".to_owned(), "ENDED".to_owned())], "{}", notes.usaid);
    let told =
        "{ engagements(first: 5) { nodes { objective stage why party { name } evidence { note } } }
        actions(first: 5) { nodes { text dueOn owner { displayName } group { id } meeting { id }
        evidence { note } } } }";
    let told = notes.world.viewer.data(told, json!({})).await;
    let engagement = &told["engagements"]["nodes"][0];
    assert_eq!(
        (&engagement["objective"], &engagement["stage"], &engagement["party"]["name"]),
        (&json!("FRANCOPHONE_GROWTH"), &json!("IDENTIFIED"), &json!("ILO"))
    );
    let action = &told["actions"]["nodes"][0];
    assert_eq!(
        (&action["owner"]["displayName"], &action["dueOn"], &action["group"]["id"]),
        (&json!("editor"), &json!("2026-03-06"), &json!(notes.group)),
        "{action}"
    );
    let now = read(&notes.world.viewer, &notes.meeting["id"]).await;
    let names: Vec<_> = now["attendees"].as_array().into_iter().flatten().collect();
    assert_eq!(names[0]["stakeholder"]["name"], "WHO");
    assert_eq!((&names[1]["name"], &names[1]["organization"]), (&json!("Anna"), &json!("GIZ")));
    assert!(text(&now["decisions"][0]["text"]).contains("meets monthly"), "{now}");
    assert_eq!(now["decisions"][0]["decidedBy"]["name"], "Steering Group");
}

/// Only managers decide, once, and with a reason where they reject; what was rejected is not proposed
/// again.
#[tokio::test]
async fn managers_decide_once() {
    let notes = noted().await;
    let proposal = notes.of_kind("RELATIONSHIP").await;
    let reason = with(of(&proposal), "reason", json!("It was a plan."));
    for (name, input) in [("acceptProposal", of(&proposal)), ("rejectProposal", reason.clone())] {
        let (editor, nobody) = (&notes.world.editor, notes.world.app.anonymous());
        assert_eq!(attempt(editor, name, input.clone()).await.code(), "FORBIDDEN");
        assert_eq!(attempt(&nobody, name, input.clone()).await.code(), "NOT_FOUND");
        let stale = with(input, "expectedVersion", json!(9));
        let answer = attempt(&notes.world.manager, name, stale).await;
        assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
    }
    let blank = with(reason.clone(), "reason", json!(" "));
    let answer = attempt(&notes.world.manager, "rejectProposal", blank).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "reason")]);
    let rejected = act(&notes.world.manager, "rejectProposal", reason).await;
    assert_eq!(
        (&rejected["state"], &rejected["reason"]),
        (&json!("REJECTED"), &json!("It was a plan."))
    );
    let answer = attempt(&notes.world.manager, "acceptProposal", of(&rejected)).await;
    assert_eq!(refused(&answer), [pair("STATE_NOT_REACHABLE", "id")]);
    let again =
        act(&notes.world.editor, "readNotes", json!({ "meeting": notes.meeting["id"] })).await;
    assert_eq!(again["proposed"], 0);
}

/// What is not certain is completed by whoever accepts it; what a manager corrects is what is recorded.
#[tokio::test]
async fn a_proposal_is_completed_before_it_is_accepted() {
    let notes = noted().await;
    let (first, second) = (
        notes.world.organization("Gates Foundation", "PUBLIC").await,
        notes.world.organization("Gates Foundation", "PUBLIC").await,
    );
    let edited =
        with(of(&notes.meeting), "notes", json!("Gates Foundation funds openIMIS since 2020."));
    act(&notes.world.editor, "updateMeeting", edited).await;
    act(&notes.world.editor, "readNotes", json!({ "meeting": notes.meeting["id"] })).await;
    let proposal = notes.of_kind("RELATIONSHIP").await;
    let answer = attempt(&notes.world.manager, "acceptProposal", of(&proposal)).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "source")]);
    let said = with(with(of(&proposal), "source", json!(second)), "validFrom", json!("2021-05"));
    let accepted = act(&notes.world.manager, "acceptProposal", said).await;
    let query =
        "query($id: ID!) { node(id: $id) { ... on Relationship { validFrom source { id } } } }";
    let told = notes.world.manager.data(query, json!({ "id": accepted["result"]["id"] })).await;
    assert_eq!(told["node"], json!({ "validFrom": "2021-05", "source": { "id": second } }));
    assert_ne!(first, second);
}

/// A proposal that names somebody hidden is as hidden, in lists, by its meeting and in the history.
#[tokio::test]
async fn a_proposal_is_seen_with_all_whom_it_names() {
    let notes = noted().await;
    notes.world.organization("Quiet Partner", "RESTRICTED").await;
    let edited =
        with(of(&notes.meeting), "notes", json!("Quiet Partner funds openIMIS since 2020."));
    act(&notes.world.editor, "updateMeeting", edited).await;
    let read_them = json!({ "meeting": notes.meeting["id"] });
    let found = act(&notes.world.editor, "readNotes", read_them.clone()).await;
    assert_eq!(found["proposed"], 0);
    let found = act(&notes.world.manager, "readNotes", read_them).await;
    assert_eq!(found["proposed"], 1);
    let seen = read(&notes.world.editor, &notes.meeting["id"]).await;
    assert_eq!(seen["proposals"], json!([]));
    let list = "{ proposals(first: 5) { totalCount } }";
    let told = notes.world.editor.data(list, json!({})).await;
    assert_eq!(told["proposals"]["totalCount"], 0);
}
