//! Moving an engagement from stage to stage.

use super::{World, attempt, of, pair, read, refused, told, work};
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;

/// The moves that a test expects to be blocked, with what is missing.
pub(super) async fn blocked(actor: &Actor, engagement: &Value, to: &str, missing: &[&str]) {
    let answer = attempt(actor, "transitionEngagement", of(engagement, json!({ "to": to }))).await;
    assert_eq!(answer.code(), "BAD_USER_INPUT");
    let missing = missing.iter().map(|item| (*item).to_owned()).collect();
    assert_eq!(told(&answer), [("GUARD_NOT_MET".to_owned(), "to".to_owned(), missing)]);
}

pub(super) async fn moved(actor: &Actor, engagement: &Value, to: &str) -> Value {
    let engagement = read(actor, &engagement["id"]).await;
    work(actor, "transitionEngagement", of(&engagement, json!({ "to": to }))).await
}

/// What `allowedTransitions` says is missing for a stage.
pub(super) fn missing<'a>(engagement: &'a Value, to: &str) -> &'a Value {
    let allowed = engagement["allowedTransitions"].as_array().unwrap();
    &allowed.iter().find(|allowed| allowed["to"] == to).expect("reachable")["missing"]
}

fn contact(engagement: &Value, direction: &str) -> Value {
    json!({ "engagement": engagement["id"], "happenedOn": "2026-03-01", "channel": "CALL",
        "direction": direction, "note": "Spoke on the telephone." })
}

/// An engagement goes from stage to stage once what each asks for is recorded; a blocked move names
/// all of it, as does `allowedTransitions`.
#[tokio::test]
async fn guards_open_the_way_to_review() {
    let world = World::start().await;
    let editor = &world.editor;
    let opened = world.opened().await;
    blocked(editor, &opened, "QUALIFIED", &["OWNER", "ENTRY_POINT", "WE_GAIN"]).await;
    assert_eq!(missing(&opened, "QUALIFIED"), &json!(["OWNER", "ENTRY_POINT", "WE_GAIN"]));
    assert_eq!(missing(&opened, "DECLINED"), &json!(["DECLINED_BY", "REASON"]));

    let unit = world.organization("Digital health team", "PUBLIC").await;
    let facts = json!({ "owner": world.account(Role::Editor), "entryPoints": [unit] });
    let ready = work(editor, "updateEngagement", of(&opened, facts)).await;
    blocked(editor, &ready, "QUALIFIED", &["WE_GAIN"]).await;
    let gain = json!({ "engagement": ready["id"], "expectedVersion": ready["version"],
        "side": "WE_GAIN", "text": "Core funding." });
    work(editor, "addGain", gain).await;
    let qualified = moved(editor, &ready, "QUALIFIED").await;

    blocked(editor, &qualified, "CONTACTED", &["INTERACTION"]).await;
    work(editor, "logInteraction", contact(&qualified, "OUTGOING")).await;
    let contacted = moved(editor, &qualified, "CONTACTED").await;
    blocked(editor, &contacted, "IN_DIALOGUE", &["INTERACTION_FROM_THEM"]).await;
    work(editor, "logInteraction", contact(&contacted, "INCOMING")).await;
    let talking = moved(editor, &contacted, "IN_DIALOGUE").await;

    blocked(editor, &talking, "PROPOSAL_SENT", &["PROPOSAL"]).await;
    let proposal = json!({ "proposalFile": "proposal.pdf" });
    work(editor, "updateEngagement", of(&talking, proposal)).await;
    let sent = moved(editor, &talking, "PROPOSAL_SENT").await;
    blocked(editor, &sent, "UNDER_REVIEW", &["DECIDING_GROUP"]).await;
    let board = world.group("Board").await;
    work(editor, "updateEngagement", of(&sent, json!({ "decidingGroup": board }))).await;
    let review = moved(editor, &sent, "UNDER_REVIEW").await;

    blocked(editor, &review, "COMMITTED", &["DECISION"]).await;
    let answer =
        attempt(editor, "transitionEngagement", of(&review, json!({ "to": "ACTIVE" }))).await;
    assert_eq!(refused(&answer), [pair("STAGE_NOT_REACHABLE", "to")]);
    assert_eq!(read(editor, &review["id"]).await["stage"], "UNDER_REVIEW");
}

/// An open action to find the entry point stands for one; when it is done, it no longer does.
#[tokio::test]
async fn looking_for_an_entry_point_counts() {
    let world = World::start().await;
    let opened = world.opened().await;
    let action = json!({ "community": world.home(), "text": "Find whom to talk to.",
        "engagement": opened["id"], "findsEntryPoint": true });
    let add =
        "mutation($input: AddActionInput!) { addAction(input: $input) { action { id version } } }";
    let data = world.editor.data(add, json!({ "input": action })).await;
    let looking = read(&world.editor, &opened["id"]).await;
    assert_eq!(missing(&looking, "QUALIFIED"), &json!(["OWNER", "WE_GAIN"]));
    let action = &data["addAction"]["action"];
    let done =
        "mutation($input: SettleActionInput!) { completeAction(input: $input) { action { id } } }";
    let input = json!({ "id": action["id"], "expectedVersion": action["version"] });
    world.editor.data(done, json!({ "input": input })).await;
    let found = read(&world.editor, &opened["id"]).await;
    assert_eq!(missing(&found, "QUALIFIED"), &json!(["OWNER", "ENTRY_POINT", "WE_GAIN"]));
}

/// A contact in which both sides spoke counts for both.
#[tokio::test]
async fn a_mutual_contact_counts_both_ways() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let standing = json!({ "stage": "CONTACTED", "since": "2026", "source": "Minutes" });
    let opened = world.open(&party, json!({ "standing": standing })).await;
    blocked(
        &world.editor,
        &opened,
        "IN_DIALOGUE",
        &["INTERACTION_FROM_US", "INTERACTION_FROM_THEM"],
    )
    .await;
    work(&world.editor, "logInteraction", contact(&opened, "MUTUAL")).await;
    assert_eq!(moved(&world.editor, &opened, "IN_DIALOGUE").await["stage"], "IN_DIALOGUE");
}

/// A step back needs a note; sleep needs nothing and ends where it began; the history keeps who
/// moved what when.
#[tokio::test]
async fn steps_back_and_sleep_are_kept() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let standing = json!({ "stage": "IN_DIALOGUE", "since": "2026-01-05", "source": "Minutes" });
    let opened = world.open(&party, json!({ "standing": standing })).await;
    blocked(&world.editor, &opened, "CONTACTED", &["NOTE"]).await;
    let back = json!({ "to": "CONTACTED", "note": "They asked for time." });
    let back = work(&world.editor, "transitionEngagement", of(&opened, back)).await;
    assert_eq!((&back["stage"], &back["stageSince"]), (&json!("CONTACTED"), &json!("2026-03-02")));

    world.app.wait(chrono::TimeDelta::days(3));
    let manager = world.app.actor(Role::Manager).await;
    let asleep =
        work(&manager, "transitionEngagement", of(&back, json!({ "to": "DORMANT" }))).await;
    let ways: Vec<_> = super::column(&asleep["allowedTransitions"], "to");
    assert_eq!(ways, ["CONTACTED", "DECLINED"]);
    let awake =
        work(&manager, "transitionEngagement", of(&asleep, json!({ "to": "CONTACTED" }))).await;
    assert_eq!(
        (&awake["stage"], &awake["stageSince"]),
        (&json!("CONTACTED"), &json!("2026-03-05"))
    );

    let told: Vec<_> = awake["transitions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| json!([step["from"], step["to"], step["note"], step["by"]["displayName"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!([null, "IN_DIALOGUE", null, "editor"]),
            json!(["IN_DIALOGUE", "CONTACTED", "They asked for time.", "editor"]),
            json!(["CONTACTED", "DORMANT", null, "manager"]),
            json!(["DORMANT", "CONTACTED", null, "manager"]),
        ]
    );
}

/// What was active when it fell asleep wakes up again; it is not declined.
#[tokio::test]
async fn what_was_active_is_not_declined() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let standing = json!({ "stage": "ACTIVE", "since": "2025", "source": "Agreement" });
    let active = world.open(&party, json!({ "standing": standing })).await;
    let sleep = json!({ "to": "DORMANT" });
    let asleep = work(&world.editor, "transitionEngagement", of(&active, sleep)).await;
    assert_eq!(super::column(&asleep["allowedTransitions"], "to"), ["ACTIVE"]);
    let declined = json!({ "to": "DECLINED", "declinedBy": "THEM", "reason": "No money." });
    let answer = attempt(&world.editor, "transitionEngagement", of(&asleep, declined)).await;
    assert_eq!(refused(&answer), [pair("STAGE_NOT_REACHABLE", "to")]);
    assert_eq!(moved(&world.editor, &asleep, "ACTIVE").await["stage"], "ACTIVE");
}

/// What is active may end at once, with a day and a reason, and nothing follows; a renewal goes on
/// with a later end; what a move has no place for is refused.
#[tokio::test]
async fn an_end_has_a_day_and_a_reason() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let standing = json!({ "stage": "RENEWING", "since": "2025", "source": "Agreement" });
    let renewing = world.open(&party, json!({ "standing": standing })).await;
    blocked(&world.editor, &renewing, "ACTIVE", &["NEW_END_DATE"]).await;
    let longer = json!({ "to": "ACTIVE", "endsOn": "2026-12-31" });
    let active = work(&world.editor, "transitionEngagement", of(&renewing, longer)).await;
    assert_eq!(active["endsOn"], "2026-12-31");

    blocked(&world.editor, &active, "ENDED", &["END_DATE", "REASON"]).await;
    let odd = json!({ "to": "RENEWING", "reason": "x", "declinedBy": "US" });
    let answer = attempt(&world.editor, "transitionEngagement", of(&active, odd)).await;
    assert_eq!(
        refused(&answer),
        [pair("FIELD_NOT_ALLOWED", "reason"), pair("FIELD_NOT_ALLOWED", "declinedBy")]
    );

    let again =
        work(&world.editor, "transitionEngagement", of(&active, json!({ "to": "RENEWING" }))).await;
    let shorter = json!({ "to": "ACTIVE", "endsOn": "2026-06-30" });
    let answer = attempt(&world.editor, "transitionEngagement", of(&again, shorter)).await;
    assert_eq!(told(&answer)[0].2, ["NEW_END_DATE"]);
    let end =
        json!({ "to": "ENDED", "endsOn": "2026-03-01", "reason": "The programme was closed." });
    let ended = work(&world.editor, "transitionEngagement", of(&again, end)).await;
    assert_eq!((&ended["stage"], &ended["endsOn"]), (&json!("ENDED"), &json!("2026-03-01")));
    assert_eq!(ended["closeReason"], "The programme was closed.");
    assert_eq!(ended["allowedTransitions"], json!([]));
}

/// Whoever has not seen the last move does not move it on; viewers move nothing.
#[tokio::test]
async fn a_stale_move_is_refused() {
    let world = World::start().await;
    let opened = world.opened().await;
    let note = json!({ "to": "DORMANT" });
    work(&world.editor, "transitionEngagement", of(&opened, note.clone())).await;
    let answer = attempt(&world.manager, "transitionEngagement", of(&opened, note.clone())).await;
    assert_eq!(answer.code(), "CONFLICT");
    assert_eq!(
        told(&answer),
        [("STALE_VERSION".into(), "expectedVersion".into(), vec!["2".into()])]
    );
    let answer = attempt(&world.viewer, "transitionEngagement", of(&opened, note)).await;
    assert_eq!(answer.code(), "FORBIDDEN");
    assert_eq!(
        read(&world.viewer, &opened["id"]).await["transitions"].as_array().unwrap().len(),
        2
    );
}
