//! What if they leave, asked of the demo.

use super::Demo;
use domain::policy::Viewer;
use serde_json::{Value, json};

/// What is told of the one of this name.
fn hit<'a>(loss: &'a Value, name: &str) -> &'a Value {
    let hits = loss["hits"]["nodes"].as_array().expect("a list");
    hits.iter().find(|hit| hit["stakeholder"]["name"] == name).expect(name)
}

/// The reason, how many are lost and how many are recorded, of the gravest cause.
fn gravest(hit: &Value) -> [&Value; 3] {
    ["reason", "lost", "recorded"].map(|field| &hit["causes"][0][field])
}

async fn asked(demo: &Demo, viewer: Viewer) -> Value {
    let stakeholders = [demo.id("gates-foundation").await, demo.id("usaid").await];
    let query = include_str!("loss.graphql");
    demo.ask(viewer, query, json!({ "stakeholders": stakeholders })).await["simulateLoss"].take()
}

/// Gates and USAID stop: what is hit? OpenLMIS loses both its recorded funders, and nobody knows
/// which share; Digital Square passes the loss on to two programmes; DHIS2's council of donors loses
/// one of two recorded seats.
#[tokio::test]
async fn what_if_gates_and_usaid_leave() {
    let demo = Demo::load().await;
    let loss = asked(&demo, Viewer::Anonymous).await;
    let first = &loss["hits"]["nodes"][0];
    assert_eq!(first["stakeholder"]["name"], "OpenLMIS");
    let told = "OpenLMIS loses 2 of its 2 recorded funders. \
        Share of the money: unknown, no amounts are recorded.";
    assert_eq!((&first["sentence"], &first["shareLost"]), (&json!(told), &Value::Null));
    assert_eq!(gravest(first), [&json!("FUNDING"), &json!(2), &json!(2)]);
    let funders = first["causes"][0]["relationships"].as_array().expect("a list");
    let funders: Vec<_> = funders.iter().map(|row| &row["source"]["name"]).collect();
    let usaid = "United States Agency for International Development";
    assert_eq!(funders, [&json!("Gates Foundation"), &json!(usaid)]);

    let square = hit(&loss, "Digital Square");
    assert_eq!(gravest(square), [&json!("FUNDING"), &json!(1), &json!(1)]);
    for name in ["DHIS2 community-of-practice support", "Interoperability work"] {
        let second = hit(&loss, name);
        assert_eq!((&second["order"], &second["severity"]), (&json!(2), &json!("AT_RISK")));
        assert_eq!(gravest(second), [&json!("FUNDING_AT_RISK"), &json!(1), &json!(1)]);
        let paid = &second["causes"][0]["relationships"][0];
        assert_eq!(paid["source"]["name"], "Digital Square");
        let because = json!([{ "kind": "FUNDS", "source": { "name": usaid },
            "target": { "name": "Digital Square" } }]);
        assert_eq!(second["because"], because);
    }
    let council = hit(&loss, "DHIS2 Donor Advisory Council");
    assert_eq!(gravest(council), [&json!("SEATS"), &json!(1), &json!(2)]);
    assert_eq!(
        council["sentence"],
        "DHIS2 Donor Advisory Council loses 1 of its 2 recorded seats."
    );
    assert_eq!(loss["hopes"]["totalCount"], 0, "the wish of the Ghana office is not public");
    insta::assert_json_snapshot!("loss", loss);
}

/// The wish of the Ghana office to pay through Digital Square is a hope that is lost with it, for
/// those who may see it; it is counted among nobody's funders.
#[tokio::test]
async fn hopes_are_lost_apart() {
    let demo = Demo::load().await;
    let manager = demo.account("manager@openlmis.demo");
    let loss = asked(&demo, manager).await;
    assert_eq!(loss["hopes"]["totalCount"], 1);
    assert_eq!(gravest(&loss["hits"]["nodes"][0]), [&json!("FUNDING"), &json!(2), &json!(2)]);
}
