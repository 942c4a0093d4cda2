//! The digest: the few things that most want somebody's attention, in one place.

use crate::engagement::{World, column};
use api::service::account;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};
use tests::actor::Actor;

const DIGEST: &str = "query($period: DigestPeriod!, $locale: Locale!) { me { digestPeriod
    digest(period: $period, locale: $locale) { day period total
    lines { sentence mine community { name } notice { rule sentence } } } } }";

async fn digest(actor: &Actor, period: &str, locale: &str) -> Value {
    let asked = json!({ "period": period, "locale": locale });
    actor.data(DIGEST, asked).await["me"]["digest"].take()
}

async fn act(world: &World, text: &str, due: &str, more: Value) {
    let mut input = json!({ "community": world.home(), "text": text, "dueOn": due });
    for (name, value) in more.as_object().expect("an object") {
        input[name] = value.clone();
    }
    let query = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
    world.editor.data(query, json!({ "input": input })).await;
}

/// Ten lines at most: one's own tasks first, then the most urgent, over all of one's communities; where
/// nothing wants attention there is no digest.
#[tokio::test]
async fn the_most_urgent_is_told_own_tasks_first() {
    let world = World::start().await;
    assert_eq!(digest(&world.viewer, "WEEKLY", "EN").await, Value::Null);
    for number in 1..=11 {
        act(&world, &format!("Late {number}"), &format!("2026-02-{number:02}"), json!({})).await;
    }
    let own = json!({ "owner": world.account(Role::Viewer) });
    act(&world, "Mine", "2026-03-08", own).await;
    let told = digest(&world.viewer, "WEEKLY", "EN").await;
    assert_eq!((&told["day"], &told["total"]), (&json!("2026-03-02"), &json!(12)));
    let sentences = column(&told["lines"], "sentence");
    assert_eq!(sentences.len(), 10);
    assert_eq!(sentences[..2], ["“Mine” is due in 6 days.", "“Late 1” was due 29 days ago."]);
    assert_eq!(
        (&told["lines"][0]["mine"], &told["lines"][1]["mine"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(told["lines"][0]["community"]["name"], "OpenLMIS");
    assert_eq!(told["lines"][0]["notice"]["rule"], "DUE");
    let french = digest(&world.viewer, "WEEKLY", "FR").await;
    assert_eq!(french["lines"][0]["sentence"], "«\u{a0}Mine\u{a0}» est à faire dans 6 jours.");
    // What is due in some days is not for today's digest.
    let today = digest(&world.viewer, "DAILY", "EN").await;
    assert_eq!((&today["total"], &today["lines"][0]["mine"]), (&json!(11), &json!(false)));
    assert_eq!(digest(&world.viewer, "NEVER", "EN").await, Value::Null);
    assert_eq!(
        world.app.anonymous().data(DIGEST, json!({ "period": "DAILY", "locale": "EN" })).await["me"],
        Value::Null
    );
}

/// A digest tells of every community that one belongs to, and of nothing that one has muted or may not see.
#[tokio::test]
async fn a_digest_is_of_all_ones_communities() {
    let world = World::start().await;
    let gates = world.organization("Gates", "PUBLIC").await;
    world.open(&gates, json!({ "nextStep": "Call", "nextStepDue": "2026-02-27" })).await;
    let (abroad, editor) = (world.app.communities[1], world.app.account(Role::Editor));
    let owner = world.app.app.op(Viewer::Owner);
    account::join(&owner, editor, abroad, Role::Editor).await.expect("a member");
    act(&world, "Abroad", "2026-03-01", json!({ "community": world.abroad() })).await;
    let told = digest(&world.editor, "DAILY", "EN").await;
    let there: Vec<_> = told["lines"].as_array().expect("lines").iter().collect();
    let names: Vec<_> = there.iter().map(|line| line["community"]["name"].clone()).collect();
    assert_eq!(names, ["OpenLMIS", "openIMIS"]);
    assert_eq!(digest(&world.viewer, "DAILY", "EN").await["total"], 1);
    let mute = "mutation($input: MuteInput!) { mute(input: $input) { mute { id } } }";
    world.viewer.data(mute, json!({ "input": { "party": gates } })).await;
    assert_eq!(digest(&world.viewer, "DAILY", "EN").await, Value::Null);
}

/// How often one wants a digest is one's own to say, and stays never until it is said.
#[tokio::test]
async fn how_often_is_said() {
    let world = World::start().await;
    let set = "mutation($period: DigestPeriod!) { setDigest(input: { period: $period }) {
        me { digestPeriod } } }";
    let period = async |actor: &Actor| {
        actor.data("{ me { digestPeriod } }", json!({})).await["me"]["digestPeriod"].take()
    };
    assert_eq!(period(&world.viewer).await, "NEVER");
    for word in ["WEEKLY", "DAILY", "NEVER", "WEEKLY"] {
        let told = world.viewer.data(set, json!({ "period": word })).await;
        assert_eq!(told["setDigest"]["me"]["digestPeriod"], word);
    }
    assert_eq!(
        (period(&world.viewer).await, period(&world.editor).await),
        (json!("WEEKLY"), json!("NEVER"))
    );
    let nobody = world.app.anonymous();
    assert_eq!(nobody.code(set, json!({ "period": "DAILY" })).await, "UNAUTHENTICATED");
}
