//! What requests cost, against what they come to, and who pays.

mod document;

use api::http::{Limits, Proxies, Settings, Tiers};
use chrono::TimeDelta;
use domain::community::Role;
use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, send};
use tests::app::TestApp;
use tests::socket::Socket;

/// A Banyan with the demo's facts.
async fn demo_within(anonymous: Limits, signed_in: Limits) -> TestApp {
    let tiers = Tiers { anonymous, signed_in };
    TestApp::start_demo(Settings { tiers, ..Settings::default() }).await
}

/// What the last request left.
fn remaining(answer: &Value) -> u64 {
    answer["extensions"]["cost"]["remaining"].as_u64().unwrap_or_else(|| panic!("{answer}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, failure_persistence: None, ..ProptestConfig::default() })]

    /// No document resolves more nodes than it is charged for, whatever fields of the schema it is
    /// made of, and whoever sends it.
    #[test]
    fn cost_is_never_less_than_what_is_resolved(
        documents in prop::collection::vec(document::documents(), 300)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let told = runtime.block_on(async {
            let limits = Limits {
                cost: 1_000_000_000, budget: 1_000_000_000, selections: 100_000, aliases: 1_000, ..Limits::SIGNED_IN
            };
            let app = demo_within(limits, limits).await;
            let actors = [app.anonymous(), app.actor(Role::Admin).await];
            let mut told = Vec::new();
            for (index, document) in documents.into_iter().enumerate() {
                let answer = actors[index % 2].post(&document, json!({})).await.json();
                told.push((document, answer));
            }
            told
        });
        let mut executed = 0;
        for (document, answer) in told {
            let cost = &answer["extensions"]["cost"];
            prop_assert!(answer["data"].is_object(), "{document}: {answer}");
            let (requested, resolved) = (cost["requested"].as_u64(), cost["resolved"].as_u64());
            prop_assert_eq!(resolved, Some(objects(&answer["data"]) - 1), "{}", document);
            prop_assert!(requested >= resolved, "{}: {}", document, cost);
            executed += u64::from(resolved > Some(0));
        }
        prop_assert!(executed > 100, "only {executed} documents resolved anything");
    }
}

fn objects(value: &Value) -> u64 {
    match value {
        Value::Object(fields) => 1 + fields.values().map(objects).sum::<u64>(),
        Value::Array(items) => items.iter().map(objects).sum(),
        _ => 0,
    }
}

/// How much may be sent at once is set for each kind of client.
#[tokio::test]
async fn bodies_have_their_limits() {
    let anonymous = Limits { body: 2_048, document: 1_024, ..Limits::ANONYMOUS };
    let signed_in = Limits { body: 600 * 1_024, ..Limits::SIGNED_IN };
    let tiers = Tiers { anonymous, signed_in };
    let app = TestApp::start_with(Settings { tiers, ..Settings::default() }).await;
    let ask = async |actor: &Actor, length: usize| {
        let body = json!({ "query": "{__typename}", "pad": "x".repeat(length) });
        send(actor.request(Method::POST, "/graphql").json(&body)).await.status.as_u16()
    };
    let (anybody, viewer) = (app.anonymous(), app.actor(Role::Viewer).await);
    assert_eq!((ask(&anybody, 1_900).await, ask(&anybody, 2_048).await), (200, 413));
    assert_eq!((ask(&viewer, 599 * 1_024).await, ask(&viewer, 600 * 1_024).await), (200, 413));
}

/// Whoever has spent the budget is told which part cost most and when to come back, and may then.
#[tokio::test]
async fn the_budget_is_spent_and_comes_back() {
    let limits = Limits { cost: 300, budget: 300, ..Limits::ANONYMOUS };
    let app = demo_within(limits, Limits::SIGNED_IN).await;
    let anonymous = app.anonymous();
    let query = "{ stakeholders(first: 100) { nodes { id globalGood: community { id } } } }";
    let first = anonymous.post(query, json!({})).await.json();
    let left = remaining(&first);
    assert!(left < 200, "{first}");
    let answer = anonymous.post(query, json!({})).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (429, "RATE_LIMITED"));
    let body = answer.json();
    let told = &body["errors"][0]["extensions"];
    assert_eq!(told["costliest"]["path"], "stakeholders.nodes");
    assert_eq!(told["costliest"]["cost"], 100);
    assert_eq!(answer.header("retry-after"), told["retryAfter"].to_string());
    assert_eq!(body["extensions"]["cost"]["requested"], 201);
    let left = left - 1;
    assert_eq!(remaining(&body), left, "what is refused costs a point");
    let seconds = (201 - i64::try_from(left).expect("a budget") + 19) / 20;
    assert_eq!(told["retryAfter"], seconds);
    app.wait(TimeDelta::seconds(seconds));
    assert_eq!(anonymous.post(query, json!({})).await.status, 200);
    let viewer = app.actor(Role::Viewer).await;
    assert_eq!(viewer.post(query, json!({})).await.status, 200, "others have their own budget");
}

/// What failed beside it makes nothing cheaper: what was resolved is paid for, and each field that a
/// request begins by at the least.
#[tokio::test]
async fn failures_make_nothing_cheaper() {
    let app = TestApp::start_demo(Settings::default()).await;
    let anonymous = app.anonymous();
    let pages =
        "a: organizations(first: 50) { nodes { id } } b: people(first: 50) { nodes { id } }";
    let whole = anonymous.post(&format!("{{ {pages} }}"), json!({})).await.json();
    let resolved = |answer: &Value| answer["extensions"]["cost"]["resolved"].as_u64();
    assert!(resolved(&whole) > Some(20), "{whole}");
    let before = remaining(&whole);
    let broken = "x: organizations(first: 1, after: \"nowhere\") { nodes { id } }";
    let broken = anonymous.post(&format!("{{ {pages} {broken} }}"), json!({})).await.json();
    assert_eq!(broken["data"], Value::Null);
    assert_eq!(resolved(&broken), resolved(&whole));
    assert_eq!(before - remaining(&broken), resolved(&whole).unwrap_or_default());
    let before = remaining(&broken);
    let nothing = "{ a: search(text: \"qqq\", first: 5) { snippet } b: search(text: \"qqq\", first: 5) { snippet } }";
    let nothing = anonymous.post(nothing, json!({})).await.json();
    assert_eq!((resolved(&nothing), before - remaining(&nothing)), (Some(0), 2), "{nothing}");
}

/// What asks for too much is told which part does, and costs the least there is.
#[tokio::test]
async fn what_costs_too_much_is_named() {
    let app = TestApp::start().await;
    let query = "{ search(text: \"a\", first: 60) { stakeholder { mine: relationships(first: 50) { nodes { id } } } } }";
    let body = app.anonymous().post(query, json!({})).await.json();
    let told = &body["errors"][0]["extensions"];
    assert_eq!(told["code"], "TOO_COSTLY");
    assert_eq!(
        told["costliest"],
        json!({ "path": "search.stakeholder.mine.nodes", "cost": 3_000 })
    );
    assert_eq!(remaining(&body), 4_999);
}

/// Clients behind a trusted proxy have a budget each; an account has one wherever it comes from.
#[tokio::test]
async fn everybody_pays_alone() {
    let limits = Limits { cost: 3, budget: 3, ..Limits::ANONYMOUS };
    let tiers = Tiers { anonymous: limits, signed_in: limits };
    let proxies = Proxies::parse(["127.0.0.1"]).expect("an address");
    let app = TestApp::start_with(Settings { tiers, proxies, ..Settings::default() }).await;
    let ask = async |actor: &Actor, address: &str| {
        let request = actor.request(Method::POST, "/graphql").header("x-forwarded-for", address);
        let body = json!({ "query": "{ __typename }" });
        send(request.json(&body)).await.status.as_u16()
    };
    let (anonymous, viewer) = (app.anonymous(), app.actor(Role::Viewer).await);
    for address in ["198.51.100.1", "2001:db8::1"] {
        for _ in 0..3 {
            assert_eq!(ask(&anonymous, address).await, 200);
        }
        assert_eq!(ask(&anonymous, address).await, 429);
    }
    assert_eq!(ask(&anonymous, "2001:db8::2").await, 429, "one network of 64 bits is one client");
    assert_eq!(ask(&anonymous, "2001:db8:0:1::1").await, 200);
    for (address, expected) in
        [("192.0.2.1", 200), ("192.0.2.2", 200), ("192.0.2.3", 200), ("192.0.2.4", 429)]
    {
        assert_eq!(ask(&viewer, address).await, expected);
    }
}

/// With the shipped limits, anybody reads every public row of the demo, with its relationships and
/// their evidence, within one minute.
#[tokio::test]
async fn the_demo_is_read_within_a_minute() {
    let app = demo_within(Limits::ANONYMOUS, Limits::SIGNED_IN).await;
    let anonymous = app.anonymous();
    let lists = [
        (
            "stakeholders",
            "id names { value } summaries { value } externalIds { value } evidence { id }",
        ),
        ("relationships", "id source { id } target { id } evidence { id source { id } }"),
        ("sources", "id title"),
    ];
    let mut waited = 0;
    for (list, fields) in lists {
        let mut after = Value::Null;
        let mut read = 0;
        loop {
            let query = format!(
                "query($after: String) {{ {list}(first: 50, after: $after) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ {fields} }} }} }}"
            );
            let answer = anonymous.post(&query, json!({ "after": after })).await.json();
            if answer["errors"][0]["extensions"]["code"] == "RATE_LIMITED" {
                let seconds =
                    answer["errors"][0]["extensions"]["retryAfter"].as_i64().expect("seconds");
                waited += seconds;
                app.wait(TimeDelta::seconds(seconds));
                continue;
            }
            let page = &answer["data"][list];
            read += page["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).len();
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == false {
                assert_eq!(page["totalCount"], read);
                break;
            }
        }
        assert!(read > 5, "{list}: {read}");
    }
    assert!(waited <= 60, "waited {waited} seconds");
}

/// Events of a subscription are paid for like answers; when the budget is spent, the subscription
/// ends and says when to come back.
#[tokio::test(flavor = "multi_thread")]
async fn events_are_paid_for() {
    let signed_in = Limits { cost: 400, budget: 400, ..Limits::SIGNED_IN };
    let tiers =
        Tiers { anonymous: Limits { budget: 120, cost: 110, ..Limits::ANONYMOUS }, signed_in };
    let app = TestApp::start_with(Settings { tiers, ..Settings::default() }).await;
    let (reader, editors) =
        (app.anonymous(), [app.actor(Role::Editor).await, app.actor(Role::Admin).await]);
    let mut socket = Socket::of(app.address, None).await;
    socket.subscribe("s", "subscription { changed { changes { id } readAgain } }", json!({})).await;
    assert!(socket.is_silent().await);
    let before = remaining(&reader.post("{ __typename }", json!({})).await.json());
    let create =
        "mutation { createOrganization(input: {nameEn: \"A\", organizationType: FOUNDATION})
        { organization { name } } }";
    editors[0].data(create, json!({})).await;
    let event = socket.message().await;
    let told = &event["payload"]["extensions"]["cost"];
    assert!(told["resolved"].as_u64() >= Some(2), "{event}");
    let after = remaining(&reader.post("{ __typename }", json!({})).await.json());
    assert_eq!(before - after, 1 + told["resolved"].as_u64().unwrap_or_default(), "{event}");
    while remaining(&reader.post("{ __typename }", json!({})).await.json()) > 0 {}
    editors[1].data(create, json!({})).await;
    let end = socket.message().await;
    assert_eq!(end["type"], "error", "{end}");
    let said = &end["payload"][0]["extensions"];
    assert_eq!((&said["code"], &said["retryAfter"]), (&json!("RATE_LIMITED"), &json!(1)), "{end}");
}

/// A token pays from its account's budget: more tokens are not more to spend.
#[tokio::test]
async fn tokens_pay_from_their_account() {
    let app = TestApp::start().await;
    let viewer = app.actor(Role::Viewer).await;
    let make = "mutation { createApiToken(input: { name: \"n\", scope: READ }) { secret } }";
    let mut secrets = Vec::new();
    for _ in 0..2 {
        let made = viewer.data(make, json!({})).await;
        secrets.push(made["createApiToken"]["secret"].as_str().expect("a secret").to_owned());
    }
    let mut left = remaining(&viewer.post("{ __typename }", json!({})).await.json());
    for secret in secrets {
        let request = app.anonymous().request(Method::POST, "/graphql").bearer_auth(&secret);
        let answer = send(request.json(&json!({ "query": "{ __typename }" }))).await.json();
        assert_eq!(remaining(&answer), left - 1);
        left -= 1;
    }
}
