//! One line that logs a contact: what it is taken for, before anybody logs it.

use super::{World, work};
use serde_json::{Value, json};
use tests::actor::Actor;

const READ: &str = "query($id: ID!, $text: String!) { readContact(community: $id, text: $text) {
    parties { text candidates { name } } engagements { id version } channel direction happenedOn note
    nextStep nextStepDue } }";

async fn read(world: &World, actor: &Actor, text: &str) -> Value {
    actor.data(READ, json!({ "id": world.home(), "text": text })).await["readContact"].take()
}

/// A line in French names the partner, how, what was said and what comes next; what it is taken for is
/// logged as it stands, with the step that follows. Today is a Monday.
#[tokio::test]
async fn a_line_becomes_a_contact() {
    let world = World::start().await;
    let chai = world.organization("CHAI", "PUBLIC").await;
    let engagement = world.open(&chai, json!({})).await;
    let line = "Appelé CHAI, intéressé par la doc FR, rappeler mardi";
    let told = read(&world, &world.editor, line).await;
    let parties = json!([{ "text": "CHAI", "candidates": [{ "name": "CHAI" }] }]);
    assert_eq!(told["parties"], parties);
    assert_eq!(told["engagements"][0]["id"], engagement["id"]);
    assert_eq!((&told["channel"], &told["direction"]), (&json!("CALL"), &json!("OUTGOING")));
    assert_eq!(told["happenedOn"], "2026-03-02");
    assert_eq!(told["note"], "intéressé par la doc FR");
    assert_eq!(
        (&told["nextStep"], &told["nextStepDue"]),
        (&json!("rappeler"), &json!("2026-03-03"))
    );
    let input = json!({ "engagement": engagement["id"], "happenedOn": told["happenedOn"],
        "channel": told["channel"], "direction": told["direction"], "note": told["note"],
        "nextStep": told["nextStep"], "nextStepDue": told["nextStepDue"],
        "expectedVersion": told["engagements"][0]["version"] });
    work(&world.editor, "logInteraction", input).await;
    let query = "query($id: ID!) { node(id: $id) { ... on Engagement { nextStep nextStepDue } } }";
    let after = world.editor.data(query, json!({ "id": engagement["id"] })).await;
    assert_eq!(after["node"], json!({ "nextStep": "rappeler", "nextStepDue": "2026-03-03" }));
}

/// Nobody is recognized whom the reader does not see, no conversation that is over is offered, and a text
/// that is too long is refused.
#[tokio::test]
async fn a_line_names_whom_its_reader_sees() {
    let world = World::start().await;
    let quiet = world.organization("Quiet", "RESTRICTED").await;
    let restricted = world.opening(&quiet, json!({ "visibility": "RESTRICTED" }));
    work(&world.manager, "openEngagement", restricted).await;
    let line = "Called Quiet: they will think about it";
    assert_eq!(read(&world, &world.editor, line).await["parties"], json!([]));
    let told = read(&world, &world.manager, line).await;
    assert_eq!(told["parties"][0]["candidates"][0]["name"], "Quiet");
    assert_eq!(told["engagements"].as_array().map(Vec::len), Some(1));
    let long = json!({ "id": world.home(), "text": "x".repeat(20_001) });
    assert_eq!(world.editor.code(READ, long).await, "BAD_USER_INPUT");
    let elsewhere = json!({ "id": "com_00000000000000000000000000", "text": line });
    assert_eq!(world.editor.code(READ, elsewhere).await, "NOT_FOUND");
}
