//! Working on an engagement: its facts, its gains, its contacts.

use super::{World, attempt, column, of, pair, read, refused, work};
use api::op::Expected;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};

/// What is absent stays, null clears, a value replaces; an update that changes nothing leaves the
/// version alone.
#[tokio::test]
async fn an_update_has_three_states() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let more = json!({ "nextStep": "Call.", "nextStepDue": "2026-03-09", "influence": 3 });
    let opened = world.open(&party, more).await;
    let patch = json!({ "nextStep": null, "influence": 4, "proposalUrl": "https://example.org/p" });
    let updated = work(&world.editor, "updateEngagement", of(&opened, patch)).await;
    assert_eq!(updated["nextStep"], Value::Null);
    assert_eq!((&updated["nextStepDue"], &updated["influence"]), (&json!("2026-03-09"), &json!(4)));
    assert_eq!((&updated["why"], &updated["version"]), (&opened["why"], &json!(2)));
    let same =
        work(&world.editor, "updateEngagement", of(&updated, json!({ "influence": 4 }))).await;
    assert_eq!(same, updated);

    let wrong = json!({ "why": null, "visibility": null, "decidingGroup": party,
        "owner": "usr_01h2xcejqtf2nbrexx3vqjhp41" });
    let answer = attempt(&world.editor, "updateEngagement", of(&same, wrong)).await;
    assert_eq!(
        refused(&answer),
        [
            pair("NOT_FOUND", "owner"),
            pair("REQUIRED", "visibility"),
            pair("OUTSIDE_MATRIX", "decidingGroup"),
            pair("REQUIRED", "why"),
        ]
    );
    let answer =
        attempt(&world.editor, "updateEngagement", of(&opened, json!({ "influence": 1 }))).await;
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
}

/// What an editor does not see of an engagement is neither shown nor lost when the editor changes
/// the rest.
#[tokio::test]
async fn what_is_hidden_stays() {
    let world = World::start().await;
    let hidden = world.organization("A quiet office", "RESTRICTED").await;
    let known = world.organization("A known office", "PUBLIC").await;
    let opened = world.opened().await;
    let both = json!({ "entryPoints": [hidden, known] });
    work(&world.manager, "updateEngagement", of(&opened, both)).await;
    let seen = read(&world.editor, &opened["id"]).await;
    assert_eq!(column(&seen["entryPoints"], "id"), std::slice::from_ref(&known));
    let none =
        work(&world.editor, "updateEngagement", of(&seen, json!({ "entryPoints": [] }))).await;
    assert_eq!(none["entryPoints"], json!([]));
    let kept = read(&world.manager, &opened["id"]).await;
    assert_eq!(column(&kept["entryPoints"], "id"), [hidden]);
    let asked = |engagement: &Value| engagement["allowedTransitions"][0]["missing"].clone();
    assert_eq!(asked(&none), json!(["OWNER", "ENTRY_POINT", "WE_GAIN"]));
    assert_eq!(asked(&kept), json!(["OWNER", "WE_GAIN"]));
}

/// An engagement that only managers see is not there for editors, and an editor hides none from
/// itself.
#[tokio::test]
async fn restricted_engagements_are_for_managers() {
    let world = World::start().await;
    let opened = world.opened().await;
    let restrict = of(&opened, json!({ "visibility": "RESTRICTED" }));
    let answer = attempt(&world.editor, "updateEngagement", restrict.clone()).await;
    assert_eq!(answer.code(), "FORBIDDEN");
    let restricted = work(&world.manager, "updateEngagement", restrict).await;
    assert_eq!(read(&world.editor, &opened["id"]).await, Value::Null);
    let answer =
        attempt(&world.editor, "updateEngagement", of(&restricted, json!({ "influence": 1 })))
            .await;
    assert_eq!(answer.code(), "NOT_FOUND");
    let answer = attempt(&world.viewer, "updateEngagement", of(&restricted, json!({}))).await;
    assert_eq!(answer.code(), "NOT_FOUND");
}

/// Gains are added, corrected and removed one by one, each with its version.
#[tokio::test]
async fn gains_are_kept_one_by_one() {
    let world = World::start().await;
    let opened = world.opened().await;
    let gain = |side: &str, text: &str, version: &Value| json!({ "engagement": opened["id"], "expectedVersion": version, "side": side, "text": text });
    let added =
        work(&world.editor, "addGain", gain("WE_GAIN", "Funding", &opened["version"])).await;
    let both = work(&world.editor, "addGain", gain("THEY_GAIN", "Data", &added["version"])).await;
    assert_eq!(
        (&both["weGain"][0]["text"], &both["theyGain"][0]["text"]),
        (&json!("Funding"), &json!("Data"))
    );
    assert_eq!(both["weGain"][0]["status"], "PROMISED");
    let first = both["weGain"][0].clone();
    let delivered = of(&first, json!({ "status": "DELIVERED" }));
    let changed = work(&world.editor, "updateGain", delivered.clone()).await;
    assert_eq!(
        (&changed["weGain"][0]["status"], &changed["weGain"][0]["text"]),
        (&json!("DELIVERED"), &json!("Funding"))
    );
    let answer = attempt(&world.editor, "removeGain", of(&first, json!({}))).await;
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
    let answer =
        attempt(&world.editor, "updateGain", of(&changed["weGain"][0], json!({ "text": "" })))
            .await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "text")]);
    let left = work(&world.editor, "removeGain", of(&changed["weGain"][0], json!({}))).await;
    assert_eq!(left["weGain"], json!([]));
    assert_eq!(left["theyGain"], changed["theyGain"]);
    let answer = attempt(&world.editor, "removeGain", of(&changed["weGain"][0], json!({}))).await;
    assert_eq!(answer.code(), "NOT_FOUND");
    let answer = attempt(&world.editor, "addGain", gain("WE_GAIN", "More", &json!(7))).await;
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
}

/// A contact is logged with its day, which has come; it may set the next step, and otherwise leaves
/// it as it was.
#[tokio::test]
async fn a_contact_may_set_the_next_step() {
    let world = World::start().await;
    let opened = world.opened().await;
    let contact = |day: &str, more: Value| {
        let input = json!({ "engagement": opened["id"], "happenedOn": day, "channel": "EMAIL",
            "direction": "OUTGOING", "note": "Wrote to them." });
        super::merged(input, more)
    };
    let seen = |row: &Value, next: Value| {
        super::merged(json!({ "expectedVersion": row["version"] }), next)
    };
    let next = seen(&opened, json!({ "nextStep": "Call.", "nextStepDue": "2026-03-20" }));
    let first = work(&world.editor, "logInteraction", contact("2026-02-27", next)).await;
    assert_eq!(
        (&first["nextStep"], &first["nextStepDue"]),
        (&json!("Call."), &json!("2026-03-20"))
    );
    let moved = seen(&first, json!({ "nextStepDue": "2026-03-25" }));
    let second = work(&world.editor, "logInteraction", contact("2026-01-15", moved)).await;
    assert_eq!(
        (&second["nextStep"], &second["nextStepDue"]),
        (&json!("Call."), &json!("2026-03-25"))
    );
    let third = work(&world.editor, "logInteraction", contact("2026-03-03", json!({}))).await;
    assert_eq!((&third["nextStep"], &third["version"]), (&json!("Call."), &second["version"]));
    assert_eq!(third["lastInteractionOn"], "2026-03-03");
    let fresh = seen(&third, json!({ "nextStep": "Meet." }));
    let fourth = work(&world.editor, "logInteraction", contact("2026-03-02", fresh)).await;
    assert_eq!((&fourth["nextStep"], &fourth["nextStepDue"]), (&json!("Meet."), &Value::Null));

    let answer = attempt(&world.editor, "logInteraction", contact("2026-03-04", json!({}))).await;
    assert_eq!(refused(&answer), [pair("OUT_OF_RANGE", "happenedOn")]);
    let query = "query($id: ID!) { node(id: $id) { ... on Engagement { interactions(first: 3) {
        totalCount pageInfo { hasNextPage } nodes { happenedOn by { displayName } } } } } }";
    let data = world.viewer.data(query, json!({ "id": opened["id"] })).await;
    let logged = &data["node"]["interactions"];
    assert_eq!(logged["totalCount"], 4);
    assert_eq!(column(&logged["nodes"], "happenedOn"), ["2026-03-03", "2026-03-02", "2026-02-27"]);
    assert_eq!(logged["nodes"][0]["by"]["displayName"], "editor");
}

/// A contact sets a next step over the one that the actor has read, and over no other; a contact
/// alone needs no version.
#[tokio::test]
async fn a_next_step_is_not_written_over_unread() {
    let world = World::start().await;
    let opened = world.opened().await;
    let log = async |more: Value| {
        let input = json!({ "engagement": opened["id"], "happenedOn": "2026-02-27",
            "channel": "EMAIL", "direction": "OUTGOING", "note": "Wrote to them." });
        attempt(&world.editor, "logInteraction", super::merged(input, more)).await
    };
    for next in [json!({ "nextStep": "Call." }), json!({ "nextStepDue": "2026-03-25" })] {
        assert_eq!(refused(&log(next).await), [pair("REQUIRED", "expectedVersion")]);
    }
    let other = of(&opened, json!({ "nextStep": "Visit them." }));
    let other = work(&world.editor, "updateEngagement", other).await;
    let late = json!({ "nextStep": "Call.", "expectedVersion": opened["version"] });
    assert_eq!(refused(&log(late).await), [pair("STALE_VERSION", "expectedVersion")]);
    let plain = log(json!({})).await.json();
    let left = &plain["data"]["logInteraction"]["engagement"];
    assert_eq!((&left["nextStep"], &left["version"]), (&json!("Visit them."), &other["version"]));
}

/// Somebody who left the community is shown as no owner and is put in charge of nothing new; the
/// rest of what they were in charge of can still be worked on.
#[tokio::test]
async fn owners_are_members() {
    let world = World::start().await;
    let viewer = world.account(Role::Viewer);
    let opened = world.opened().await;
    let owned = of(&opened, json!({ "owner": viewer }));
    let owned = work(&world.editor, "updateEngagement", owned).await;
    assert_eq!(owned["owner"]["displayName"], "viewer");

    let op = world.app.app.op(Viewer::Owner);
    let mut write = op.write().await.expect("begin");
    let account = world.app.account(Role::Viewer);
    let left = write.view().members(world.app.communities[0]).find(|row| row.account_id == account);
    let left = left.expect("a membership").as_ref().clone();
    write.delete(left, Expected::Command).await.expect("delete");
    write.commit().await.expect("commit");

    let editor = world.app.actor(Role::Editor).await;
    let orphan = work(&editor, "updateEngagement", of(&owned, json!({ "impact": 2 }))).await;
    assert_eq!((&orphan["owner"], &orphan["version"]), (&Value::Null, &json!(3)));
    let party = world.organization("Gavi", "PUBLIC").await;
    let other = world.open(&party, json!({})).await;
    let answer = attempt(&editor, "updateEngagement", of(&other, json!({ "owner": viewer }))).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "owner")]);
}
