//! Who can introduce us, asked of the demo.

use super::Demo;
use crate::engagement::column;
use domain::policy::Viewer;
use serde_json::{Value, json};

async fn asked(demo: &Demo, viewer: Viewer) -> Value {
    let variables = json!({ "from": [demo.id("openlmis").await], "to": demo.id("ilo").await });
    let query = include_str!("introduction.graphql");
    demo.ask(viewer, query, variables).await["introductionPaths"].take()
}

/// Who can introduce OpenLMIS to ILO? No confirmed path; with proposed relationships: through the
/// openIMIS Steering Group. Since when, and how strong anything is, is not recorded. That OpenLMIS wants
/// relationships with the other goods is its community's own, so others find no path at all.
#[tokio::test]
async fn who_can_introduce_openlmis_to_ilo() {
    let demo = Demo::load().await;
    let answer = asked(&demo, demo.account("manager@openlmis.demo")).await;
    assert_eq!(answer["paths"], json!([]));
    let told = "Nobody recorded can introduce OpenLMIS to International Labour Organization by \
        confirmed relationships. With proposed ones: through openIMIS, then openIMIS Steering Group.";
    assert_eq!(answer["sentence"], told);
    let french = "Personne de connu ne peut présenter OpenLMIS à Organisation internationale du Travail \
        par des relations confirmées. Avec des relations proposées\u{a0}: par openIMIS, puis Groupe de \
        pilotage d’openIMIS.";
    assert_eq!(answer["french"], french);
    let best = &answer["proposed"][0];
    assert_eq!((&best["state"], &best["askFirst"]), (&json!("PROPOSED"), &json!(false)));
    assert_eq!(column(&best["through"], "name"), ["openIMIS", "openIMIS Steering Group"]);
    insta::assert_json_snapshot!("introduction", answer);

    let outside = asked(&demo, Viewer::Anonymous).await;
    assert_eq!((&outside["paths"], &outside["proposed"]), (&json!([]), &json!([])));
    let none = "Nobody recorded can introduce OpenLMIS to International Labour Organization: no path of \
        relationships is recorded, not even a proposed one.";
    assert_eq!(outside["sentence"], none);
}

/// "Us" is the good of a community with those who steward or govern it: openIMIS, its coordination desk
/// and its Steering Group.
#[tokio::test]
async fn a_community_asks_for_its_own_parties() {
    let demo = Demo::load().await;
    let query =
        "query($community: ID!, $to: ID!) { introductionPaths(community: $community, to: $to) {
        from { name } sentence paths { hops { from { name } relationship { kind } } } } }";
    let (community, to) = (demo.community("openIMIS").await, demo.id("openimis-nepal").await);
    let variables = json!({ "community": community, "to": to });
    let mut answer = demo.ask(Viewer::Anonymous, query, variables).await;
    let answer = answer["introductionPaths"].take();
    let own = ["openIMIS", "openIMIS coordination desk", "openIMIS Steering Group"];
    assert_eq!(column(&answer["from"], "name"), own);
    let told = "openIMIS and openIMIS Nepal are related directly; nobody has to introduce them.";
    assert_eq!(answer["sentence"], told);
    assert_eq!(answer["paths"][0]["hops"][0]["relationship"]["kind"], "DEPLOYS");
}
