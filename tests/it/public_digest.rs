//! What a community tells everybody: what happened of late around it, as somebody sees it who belongs nowhere.

use crate::engagement::{World, column};
use crate::relationship::{added, settle};
use serde_json::{Value, json};
use tests::actor::Actor;

const DIGEST: &str = "query($id: ID!, $since: Date, $locale: Locale!) {
    publicDigest(community: $id, since: $since, locale: $locale) {
        since html items { id kind day sentence } } }";

async fn news(world: &World, actor: &Actor, more: Value) -> Value {
    let mut asked = json!({ "id": world.home(), "locale": "EN" });
    for (name, value) in more.as_object().expect("an object") {
        asked[name] = value.clone();
    }
    actor.data(DIGEST, asked).await["publicDigest"].take()
}

/// New profiles, and relationships that were confirmed or ended, are told to everybody alike; nothing is that
/// is hidden, proposed, practice or about a person.
#[tokio::test]
async fn what_everybody_may_know_is_told() {
    let world = World::start().await;
    let gates = json!(world.organization("Gates <b>", "PUBLIC").await);
    let gavi = json!(world.organization("Gavi", "PUBLIC").await);
    world.organization("Hidden", "RESTRICTED").await;
    world.organization("Inner", "COMMUNITY").await;
    let person = json!({ "nameEn": "Somebody", "community": world.home(), "visibility": "PUBLIC" });
    let query =
        "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }";
    world.manager.data(query, json!({ "input": person })).await;
    let at_home = |state: &str| json!({ "community": world.home(), "state": state });
    added(&world.manager, "FUNDS", &gates, &gavi, at_home("CONFIRMED")).await;
    added(&world.manager, "FUNDS", &gavi, &gates, at_home("PROPOSED")).await;
    let partner = added(&world.manager, "CONTRACTS", &gavi, &gates, at_home("CONFIRMED")).await;
    let told = news(&world, &world.app.anonymous(), json!({})).await;
    let all = [
        "Gavi contracts Gates <b>",
        "Gates <b> funds Gavi",
        "Gavi (organization)",
        "Gates <b> (organization)",
    ];
    assert_eq!(column(&told["items"], "sentence"), all);
    assert_eq!(column(&told["items"], "kind"), ["CONFIRMED", "CONFIRMED", "ARRIVED", "ARRIVED"]);
    assert_eq!(
        (&told["since"], &told["items"][0]["day"]),
        (&json!("2026-01-31"), &json!("2026-03-02"))
    );
    assert_eq!(told["items"][0]["id"], partner["id"]);
    assert_eq!(news(&world, &world.manager, json!({})).await, told);
    let html = told["html"].as_str().expect("HTML");
    assert!(
        html.contains("<li>Gates &lt;b&gt; funds Gavi</li>") && !html.contains("<b>"),
        "{html}"
    );
    assert!(
        html.contains("<h2>What is new around OpenLMIS</h2>") && html.contains("Call for topics"),
        "{html}"
    );
    for hidden in ["Hidden", "Inner", "Somebody", "Gavi funds"] {
        assert!(!html.contains(hidden), "{hidden}: {html}");
    }
    let done = settle(&world.manager, "end", &partner, json!({ "validTo": "2026-03-01" })).await;
    assert_eq!(done.status, 200, "{}", done.text);
    let told = news(&world, &world.viewer, json!({ "locale": "FR" })).await;
    assert_eq!(told["items"][0]["kind"], "ENDED");
    assert!(told["html"].as_str().expect("HTML").contains("<h3>Terminé</h3>"));
}

/// One asks from a day on, a year back at most; where nothing happened the newsletter says so.
#[tokio::test]
async fn one_asks_from_a_day_on() {
    let world = World::start().await;
    world.organization("Gavi", "PUBLIC").await;
    world.app.wait(chrono::TimeDelta::days(40));
    let nobody = world.app.anonymous();
    let quiet = news(&world, &nobody, json!({})).await;
    assert_eq!(quiet["items"], json!([]));
    assert!(quiet["html"].as_str().expect("HTML").contains("Nothing new was recorded."));
    let since = news(&world, &nobody, json!({ "since": "2026-03-02" })).await;
    assert_eq!(column(&since["items"], "sentence"), ["Gavi (organization)"]);
    for (since, code) in [("2024-01-01", "BAD_USER_INPUT"), ("2027-01-01", "BAD_USER_INPUT")] {
        let asked = json!({ "id": world.home(), "locale": "EN", "since": since });
        assert_eq!(nobody.code(DIGEST, asked).await, code, "{since}");
    }
    let nowhere = json!({ "id": "com_01kjpwdah0e008000000000001", "locale": "EN" });
    assert_eq!(nobody.code(DIGEST, nowhere).await, "NOT_FOUND");
}
