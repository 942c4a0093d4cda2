//! Moving implementations from stage to stage.

use super::{World, created, data, pair, refused, update};
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const STAGE: &str = "id version stage stageSince stageNote beforePaused nextStages { to needs }";

async fn attempt(actor: &Actor, row: &Value, more: Value) -> Answer {
    let query = format!(
        "mutation($input: TransitionImplementationInput!) {{
            transitionImplementation(input: $input) {{ implementation {{ {STAGE} }} }} }}"
    );
    let mut input = json!({ "id": row["id"], "expectedVersion": row["version"] });
    for (name, value) in more.as_object().expect("an object") {
        input[name] = value.clone();
    }
    actor.post(&query, json!({ "input": input })).await
}

async fn moved(actor: &Actor, row: &Value, more: Value) -> Value {
    data(attempt(actor, row, more).await)
}

/// The next stage follows without a word, any other needs a note; what is paused goes on where it was; a
/// viewer moves nothing, and who has not seen the last move does not move it on.
#[tokio::test]
async fn an_implementation_moves_by_its_machine() {
    let world = World::start().await;
    let row = json!({ "nameEn": "Cameroon", "stage": "PILOT" });
    let row = created(&world.editor, "Implementation", row).await;
    let spread = moved(&world.editor, &row, json!({ "to": "ROLLOUT" })).await;
    assert_eq!(
        (&spread["stage"], &spread["stageSince"]),
        (&json!("ROLLOUT"), &json!("2026-03-02"))
    );
    let answer = attempt(&world.editor, &spread, json!({ "to": "EXPLORING" })).await;
    assert_eq!(refused(&answer), [pair("GUARD_NOT_MET", "to")]);
    let answer = attempt(&world.editor, &row, json!({ "to": "SCALED" })).await;
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
    assert_eq!(
        attempt(&world.viewer, &spread, json!({ "to": "SCALED" })).await.code(),
        "FORBIDDEN"
    );

    let paused =
        moved(&world.editor, &spread, json!({ "to": "PAUSED", "note": "No money." })).await;
    assert_eq!(
        (&paused["beforePaused"], &paused["stageNote"]),
        (&json!("ROLLOUT"), &json!("No money."))
    );
    assert_eq!(
        paused["nextStages"],
        json!([{ "to": "ROLLOUT", "needs": [] }, { "to": "RETIRED", "needs": ["NOTE"] }])
    );
    let answer = attempt(&world.editor, &paused, json!({ "to": "SCALED", "note": "x" })).await;
    assert_eq!(refused(&answer), [pair("STAGE_NOT_REACHABLE", "to")]);
    let again = moved(&world.editor, &paused, json!({ "to": "ROLLOUT" })).await;
    assert_eq!((&again["beforePaused"], &again["stageNote"]), (&Value::Null, &Value::Null));
    let gone = moved(&world.editor, &again, json!({ "to": "RETIRED", "note": "Replaced." })).await;
    assert_eq!(gone["nextStages"], json!([]));
}

/// A correction may record a stage that was unknown, and any other as the machine lets it without a word;
/// what it does not touch stays as the moves left it.
#[tokio::test]
async fn a_correction_keeps_to_the_machine() {
    let world = World::start().await;
    let row = created(&world.editor, "Implementation", json!({ "nameEn": "Chad" })).await;
    let of = |row: &Value, more: Value| {
        let mut input = json!({ "id": row["id"], "expectedVersion": row["version"] });
        for (name, value) in more.as_object().expect("an object") {
            input[name] = value.clone();
        }
        input
    };
    let known =
        data(update(&world.editor, "Implementation", of(&row, json!({ "stage": "PILOT" }))).await);
    let back = of(&known, json!({ "stage": "EXPLORING" }));
    let answer = update(&world.editor, "Implementation", back).await;
    assert_eq!(refused(&answer), [pair("GUARD_NOT_MET", "stage")]);
    let why = json!({ "stage": "EXPLORING", "stageNote": "It was never tried." });
    let known = data(update(&world.editor, "Implementation", of(&known, why)).await);
    let again = json!({ "stage": "PILOT" });
    let answer = update(&world.editor, "Implementation", of(&known, again)).await;
    assert_eq!(refused(&answer), [pair("GUARD_NOT_MET", "stage")], "the old note is no new one");
    let why = json!({ "stage": "PILOT", "stageNote": "It was tried after all." });
    let known = data(update(&world.editor, "Implementation", of(&known, why)).await);
    let paused = moved(&world.editor, &known, json!({ "to": "PAUSED" })).await;
    let named = of(&paused, json!({ "nameEn": "Tchad" }));
    let named = data(update(&world.editor, "Implementation", named).await);
    let on = moved(&world.editor, &named, json!({ "to": "PILOT" })).await;
    assert_eq!((&on["stage"], &on["stageSince"]), (&json!("PILOT"), &json!("2026-03-02")));
}
