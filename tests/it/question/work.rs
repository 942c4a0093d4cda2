//! Questions about the work with partners: what each side gains, and what is still to be done.

use super::Demo;
use domain::policy::Viewer;
use serde_json::{Value, json};

fn texts(gains: &Value) -> Vec<&str> {
    let gains = gains.as_array().expect("a list");
    gains.iter().map(|gain| gain["text"].as_str().expect("a text")).collect()
}

/// What does each side gain with pharma groups and 3PLs? They: products to market; we: nothing
/// recorded. With IHS and the market groups they gain data on what is procured; we: not recorded.
#[tokio::test]
async fn what_does_each_side_gain() {
    let demo = Demo::load().await;
    let variables = json!({ "community": demo.community("OpenLMIS").await });
    let query = include_str!("gains.graphql");
    let answer = demo.ask(Viewer::Owner, query, variables.clone()).await;
    let rows = answer["engagements"]["nodes"].as_array().expect("a list");
    let of = |name: &str| {
        let found = rows.iter().find(|row| row["party"]["name"] == name);
        found.unwrap_or_else(|| panic!("{name} is not in {rows:?}"))
    };
    for name in ["Pharma groups", "Third-party logistics providers"] {
        assert_eq!(texts(&of(name)["theyGain"]), ["A way to bring products to market"], "{name}");
        assert_eq!(of(name)["weGain"], json!([]), "{name}: not recorded");
    }
    let data = texts(&of("IHS")["theyGain"]);
    assert!(data.iter().any(|text| text.contains("what is procured")), "{data:?}");
    assert_eq!(of("IHS")["weGain"], json!([]), "IHS: not recorded");
    insta::assert_json_snapshot!("gains", answer);
    // Engagements are the community's own.
    let public = demo.ask(Viewer::Anonymous, query, variables).await;
    assert_eq!(public["engagements"]["totalCount"], 0);
}

/// Which actions are open, for how long, whose? Seven, since the date of their document, and of none
/// an owner is recorded; of one whose document has no date it is not known since when.
#[tokio::test]
async fn which_actions_are_open() {
    let demo = Demo::load().await;
    let answer = demo.ask(Viewer::Owner, include_str!("actions.graphql"), json!({})).await;
    assert_eq!(answer["actions"]["totalCount"], 7);
    for row in answer["actions"]["nodes"].as_array().expect("a list") {
        assert_eq!(row["owner"], Value::Null, "{}", row["text"]);
        let dates = row["evidence"].as_array().expect("a list").iter();
        let mut dates = dates.map(|one| &one["source"]["publishedOn"]);
        assert!(dates.any(|date| *date == row["recordedOn"]), "{}", row["text"]);
    }
    insta::assert_json_snapshot!("actions", answer);
}
