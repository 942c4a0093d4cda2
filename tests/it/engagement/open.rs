//! Opening an engagement.

use super::{World, attempt, column, pair, read, refused, told, work};
use domain::community::Role;
use serde_json::json;

/// An engagement begins at the first stage, today, for the members, with its opening as the first
/// move of its history.
#[tokio::test]
async fn an_engagement_begins_identified() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let unit = world.organization("Digital health team", "PUBLIC").await;
    let more = json!({ "owner": world.account(Role::Editor), "entryPoints": [unit, unit],
        "nextStep": "Write to them.", "nextStepDue": "2026-03-10", "influence": 5 });
    let opened = world.open(&party, more).await;
    assert_eq!(opened["stage"], "IDENTIFIED");
    assert_eq!(opened["stageSince"], "2026-03-02");
    assert_eq!(opened["visibility"], "COMMUNITY");
    assert_eq!(opened["owner"]["displayName"], "editor");
    assert_eq!(column(&opened["entryPoints"], "id"), [unit]);
    assert_eq!(opened["nextStepDue"], "2026-03-10");
    assert_eq!(opened["influence"], 5);
    assert_eq!((opened["version"].as_i64(), &opened["debt"]), (Some(1), &json!([])));
    let begun = json!([{ "from": null, "to": "IDENTIFIED", "note": null, "by": { "displayName": "editor" } }]);
    assert_eq!(opened["transitions"], begun);
    assert_eq!(read(&world.viewer, &opened["id"]).await, opened);
}

/// Everything that is wrong with an opening is told at once, each with its field.
#[tokio::test]
async fn a_bad_opening_is_refused_as_a_whole() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "RESTRICTED").await;
    let programme = "prog_01h2xcejqtf2nbrexx3vqjhp41";
    let more = json!({ "why": "", "owner": "usr_01h2xcejqtf2nbrexx3vqjhp41",
        "entryPoints": [programme], "interest": 6, "nextStep": "two\nlines",
        "standing": { "stage": "ACTIVE", "since": "2027", "source": " " } });
    let answer = attempt(&world.editor, "openEngagement", world.opening(&party, more)).await;
    assert_eq!(
        refused(&answer),
        [
            pair("NOT_FOUND", "party"),
            pair("NOT_FOUND", "owner"),
            pair("NOT_FOUND", "entryPoints"),
            pair("REQUIRED", "standing.source"),
            pair("REQUIRED", "why"),
            pair("CONTROL_CHARACTER", "nextStep"),
            pair("OUT_OF_RANGE", "interest"),
        ]
    );
    let future = json!({ "standing": { "stage": "ACTIVE", "since": "2027", "source": "Minutes" } });
    let answer = attempt(&world.manager, "openEngagement", world.opening(&party, future)).await;
    assert_eq!(refused(&answer), [pair("OUT_OF_RANGE", "standing.since")]);
    let place = json!({ "party": "nonsense" });
    let answer = attempt(&world.editor, "openEngagement", world.opening(&party, place)).await;
    assert_eq!(refused(&answer), [pair("MALFORMED_ID", "party")]);
}

/// A party has at most one open conversation with a community about one objective; another
/// objective, another circle of readers, and one that was declined stand in nobody's way.
#[tokio::test]
async fn one_conversation_at_a_time() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let first = world.open(&party, json!({})).await;
    let answer = attempt(&world.editor, "openEngagement", world.opening(&party, json!({}))).await;
    assert_eq!(answer.code(), "CONFLICT");
    let standing = first["id"].as_str().unwrap().to_owned();
    let expected = ("DUPLICATE_ENGAGEMENT".into(), "objective".into(), vec![standing]);
    assert_eq!(told(&answer), [expected]);

    world.open(&party, json!({ "objective": "IMPLEMENT" })).await;
    let hidden = world.opening(&party, json!({ "visibility": "RESTRICTED" }));
    let hidden = work(&world.manager, "openEngagement", hidden).await;
    let shown = super::of(&hidden, json!({ "visibility": "COMMUNITY" }));
    let answer = attempt(&world.manager, "updateEngagement", shown).await;
    assert_eq!(answer.code(), "CONFLICT");

    let no = json!({ "to": "DECLINED", "declinedBy": "THEM", "reason": "Not now." });
    work(&world.editor, "transitionEngagement", super::of(&first, no)).await;
    world.open(&party, json!({})).await;
}

/// What stood before it was recorded shows its debt instead of being refused, and since when it
/// stood.
#[tokio::test]
async fn what_stood_before_owes_its_guards() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let standing = json!({ "stage": "PROPOSAL_SENT", "since": "2025-11", "source": "Minutes 12" });
    let more = json!({ "standing": standing, "owner": world.account(Role::Editor) });
    let opened = world.open(&party, more).await;
    assert_eq!(opened["stage"], "PROPOSAL_SENT");
    assert_eq!(opened["stageSince"], "2025-11-01");
    assert_eq!(
        (&opened["standingSince"], &opened["standingSource"]),
        (&json!("2025-11"), &json!("Minutes 12"))
    );
    let debt = json!([
        "ENTRY_POINT",
        "WE_GAIN",
        "INTERACTION",
        "INTERACTION_FROM_US",
        "INTERACTION_FROM_THEM",
        "PROPOSAL"
    ]);
    assert_eq!(opened["debt"], debt);
    assert_eq!(opened["transitions"][0]["to"], "PROPOSAL_SENT");
    let asleep = json!({ "objective": "ADVOCACY",
        "standing": { "stage": "DORMANT", "since": "2024", "source": "Minutes 3" } });
    let asleep = world.open(&party, asleep).await;
    assert_eq!(column(&asleep["allowedTransitions"], "to"), ["IDENTIFIED", "DECLINED"]);
}

/// Only a declined engagement about the same matter is taken up again, by a new one linked to it.
#[tokio::test]
async fn a_declined_engagement_is_reopened_by_another() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let other = world.organization("Gavi", "PUBLIC").await;
    let first = world.open(&party, json!({})).await;
    let again = json!({ "reopens": first["id"] });
    let answer =
        attempt(&world.editor, "openEngagement", world.opening(&party, again.clone())).await;
    assert_eq!(refused(&answer), [pair("STAGE_NOT_REACHABLE", "reopens")]);
    let no = json!({ "to": "DECLINED", "declinedBy": "THEM", "reason": "Not now." });
    let declined = work(&world.editor, "transitionEngagement", super::of(&first, no)).await;
    assert_eq!(
        (&declined["declinedBy"], &declined["closeReason"]),
        (&json!("THEM"), &json!("Not now."))
    );
    assert_eq!(declined["allowedTransitions"], json!([]));
    let answer =
        attempt(&world.editor, "openEngagement", world.opening(&other, again.clone())).await;
    assert_eq!(refused(&answer), [pair("FIELD_NOT_ALLOWED", "reopens")]);
    let reopened = world.open(&party, again).await;
    assert_eq!(reopened["reopens"]["id"], first["id"]);
    assert_eq!(reopened["stage"], "IDENTIFIED");
}

/// Editors of the community open engagements; its viewers may not, outsiders of another community
/// neither, and who is not signed in is asked to. An editor opens none that only managers see.
#[tokio::test]
async fn editors_open() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let code = async |actor, more| {
        attempt(actor, "openEngagement", world.opening(&party, more)).await.code()
    };
    assert_eq!(code(&world.viewer, json!({})).await, "FORBIDDEN");
    let anonymous = world.app.anonymous();
    assert_eq!(code(&anonymous, json!({})).await, "UNAUTHENTICATED");
    assert_eq!(code(&world.editor, json!({ "community": world.abroad() })).await, "FORBIDDEN");
    assert_eq!(code(&world.editor, json!({ "visibility": "RESTRICTED" })).await, "FORBIDDEN");
}
