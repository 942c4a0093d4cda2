//! What the calendar suggests, and how conversations go from stage to stage.

use super::{World, of, work};
use domain::community::Role;
use serde_json::{Value, json};

/// Sleep is suggested after twice the agreed time without a sign of life; a renewal before the end.
#[tokio::test]
async fn the_calendar_suggests_and_a_person_moves() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let standing = json!({ "stage": "IN_DIALOGUE", "since": "2026-02-01", "source": "Minutes" });
    let quiet = world.open(&party, json!({ "standing": standing, "cadenceDays": 14 })).await;
    assert_eq!(
        quiet["suggestedMove"],
        json!({ "to": "DORMANT", "reason": "SILENT", "day": "2026-02-01" })
    );
    let call = json!({ "engagement": quiet["id"], "happenedOn": "2026-03-01", "channel": "CALL",
        "direction": "MUTUAL", "note": "Spoke." });
    let heard = work(&world.editor, "logInteraction", call).await;
    assert_eq!(heard["suggestedMove"], Value::Null);

    let standing = json!({ "stage": "RENEWING", "since": "2025", "source": "Agreement" });
    let renewing =
        world.open(&party, json!({ "standing": standing, "objective": "CO_FUND" })).await;
    let longer = json!({ "to": "ACTIVE", "endsOn": "2026-05-01" });
    let active = work(&world.editor, "transitionEngagement", of(&renewing, longer)).await;
    assert_eq!(
        active["suggestedMove"],
        json!({ "to": "RENEWING", "reason": "ENDS_SOON", "day": "2026-05-01" })
    );
}

async fn funnel(world: &World, role: Role) -> Value {
    let query = "query($community: ID!) { engagementFunnel(community: $community) {
        stuckCount stuck(first: 5) { engagement { id } days reasons missing }
        stages { stage here reached wentOn lost conversion medianDays } } }";
    let actor = world.app.actor(role).await;
    let mut data = actor.data(query, json!({ "community": world.home() })).await;
    data["engagementFunnel"].take()
}

/// The funnel tells of every stage what is recorded, null where nobody knows, and which conversations do
/// not go on and why.
#[tokio::test]
async fn the_funnel_tells_what_is_known() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let first = world.opened().await;
    world.app.wait(chrono::TimeDelta::days(10));
    let no = json!({ "to": "DECLINED", "declinedBy": "THEM", "reason": "No money." });
    // Sessions do not last that long.
    let editor = world.app.actor(Role::Editor).await;
    work(&editor, "transitionEngagement", of(&first, no)).await;
    let standing = json!({ "stage": "IN_DIALOGUE", "since": "2025-06", "source": "Minutes" });
    let more = json!({ "standing": standing, "nextStepDue": "2026-01-31" });
    let stuck = work(&editor, "openEngagement", world.opening(&party, more)).await;

    let told = funnel(&world, Role::Viewer).await;
    let at = |stage: usize| told["stages"][stage].clone();
    assert_eq!(
        at(0),
        json!({ "stage": "IDENTIFIED", "here": 0, "reached": 1, "wentOn": 0, "lost": 1,
            "conversion": 0.0, "medianDays": 10.0 })
    );
    assert_eq!(
        at(3),
        json!({ "stage": "IN_DIALOGUE", "here": 1, "reached": 1, "wentOn": 0, "lost": 0,
            "conversion": null, "medianDays": null })
    );
    assert_eq!(told["stuckCount"], 1);
    let row = &told["stuck"][0];
    assert_eq!(row["engagement"]["id"], stuck["id"]);
    assert_eq!(row["reasons"], json!(["OVERDUE", "LONG_IN_STAGE"]));
    assert_eq!(row["missing"], json!(["PROPOSAL"]));
}
