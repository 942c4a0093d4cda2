//! The questions that Banyan is asked, one GraphQL query each, with their answers on the demo
//! data. The queries are documents that a client can send as they are.

mod time;

use api::app::App;
use api::clock::Clock;
use api::graphql;
use async_graphql::{Request, Variables};
use domain::policy::Viewer;
use serde_json::{Value, json};
use std::sync::Arc;
use tests::database::Database;

mod introduction;
mod loss;
mod work;

struct Demo {
    app: Arc<App>,
    _database: Database,
}

impl Demo {
    async fn load() -> Self {
        let database = Database::fresh().await;
        let clock = Clock::fixed("2026-03-02T09:00:00Z".parse().expect("a time"));
        let app = App::open(&database.url, clock).await.expect("open");
        api::service::demo::load(&app.op(Viewer::Owner)).await.expect("demo");
        Self { app, _database: database }
    }

    fn account(&self, login: &str) -> Viewer {
        let snapshot = self.app.snapshot();
        let account = snapshot.account_by_login(login).expect(login).id;
        snapshot.viewer(account).expect("enabled")
    }

    async fn ask(&self, viewer: Viewer, query: &str, variables: Value) -> Value {
        let request = Request::new(query).variables(Variables::from_json(variables));
        let request = graphql::with_op(request, self.app.op(viewer));
        let response = graphql::schema().execute(request).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().expect("JSON")
    }

    async fn id(&self, slug: &str) -> String {
        let query = "query($slug: String!) { stakeholder(by: { slug: $slug }) { id } }";
        let answer = self.ask(Viewer::Anonymous, query, json!({ "slug": slug })).await;
        answer["stakeholder"]["id"].as_str().expect(slug).to_owned()
    }

    async fn community(&self, name: &str) -> String {
        let answer = self.ask(Viewer::Anonymous, "{ communities { id name } }", json!({})).await;
        let all = answer["communities"].as_array().expect("a list").clone();
        let found = all.iter().find(|community| community["name"] == name).expect(name);
        found["id"].as_str().expect("an id").to_owned()
    }
}

/// Who funds OpenLMIS, and on what evidence?
#[tokio::test]
async fn who_funds_openlmis() {
    let demo = Demo::load().await;
    let answer =
        demo.ask(Viewer::Anonymous, include_str!("question/funders.graphql"), json!({})).await;
    insta::assert_json_snapshot!("funders", answer);
}

/// Which organisations are wanted for francophone growth, and why?
#[tokio::test]
async fn who_is_wanted_for_francophone_growth() {
    let demo = Demo::load().await;
    let manager = demo.account("manager@openimis.demo");
    let query = include_str!("question/francophone.graphql");
    insta::assert_json_snapshot!("francophone", demo.ask(manager, query, json!({})).await);
    let hidden = demo.ask(Viewer::Anonymous, query, json!({})).await;
    assert_eq!(hidden["engagements"]["totalCount"], 0, "engagements are the community's own");
}

/// Which councils have which seats?
#[tokio::test]
async fn which_councils_have_which_seats() {
    let demo = Demo::load().await;
    let answer =
        demo.ask(Viewer::Anonymous, include_str!("question/seats.graphql"), json!({})).await;
    insta::assert_json_snapshot!("seats", answer);
}

/// What surrounds openIMIS, two steps far?
#[tokio::test]
async fn what_surrounds_openimis() {
    let demo = Demo::load().await;
    let variables = json!({ "id": demo.id("openimis").await });
    let answer = demo.ask(Viewer::Anonymous, include_str!("question/ego.graphql"), variables).await;
    insta::assert_json_snapshot!("ego", answer);
}

/// Who can support openIMIS in Cameroon in French, and to what degree? Nobody verified. Unverified:
/// the implementers in Cameroon, the offer of SwissTPH, the offices of GIZ, Toumai and others; of
/// none of them level or language is recorded.
#[tokio::test]
async fn who_can_support_openimis_in_cameroon_in_french() {
    let demo = Demo::load().await;
    let variables = json!({ "good": demo.id("openimis").await, "country": "CM", "language": "fr" });
    let query = include_str!("question/support.graphql");
    let answer = demo.ask(Viewer::Anonymous, query, variables).await;
    let directory = &answer["supportDirectory"];
    assert_eq!(directory["verified"]["totalCount"], 0);
    let rows = directory["unverified"]["nodes"].as_array().expect("rows");
    let first = &rows[0];
    assert_eq!(first["provider"]["name"], "openIMIS Cameroon");
    assert_eq!(first["provider"]["evidence"][0]["locator"], "line 9");
    for name in [
        "Toumai",
        "Deutsche Gesellschaft für Internationale Zusammenarbeit",
        "Swiss Tropical and Public Health Institute",
    ] {
        assert!(rows.iter().any(|row| row["provider"]["name"] == name), "{name}");
    }
    for row in rows {
        assert_eq!((&row["level"], &row["languages"]), (&Value::Null, &json!([])), "{row}");
    }
    insta::assert_json_snapshot!("support", answer);
}

/// Which engagements lack an entry point? All but openIMIS with WHO, which has two.
#[tokio::test]
async fn which_engagements_lack_an_entry_point() {
    let demo = Demo::load().await;
    let manager = demo.account("manager@openimis.demo");
    let variables = json!({ "community": demo.community("openIMIS").await });
    let query = include_str!("question/entry_points.graphql");
    insta::assert_json_snapshot!("entry_points", demo.ask(manager, query, variables).await);
}

/// What changed since a place in the log that a client kept? Exactly what came after it.
#[tokio::test]
async fn what_changed_since() {
    let demo = Demo::load().await;
    let manager = demo.account("manager@openimis.demo");
    let query = "{ changes(first: 1) { pageInfo { endCursor } nodes { title } } }";
    let kept = demo.ask(manager.clone(), query, json!({})).await;
    let after = &kept["changes"]["pageInfo"]["endCursor"];
    let good = demo.id("openimis").await;
    let rename = "mutation($id: ID!) { updateGlobalGood(input: { id: $id, expectedVersion: 1, acronym: \"IMIS\" }) { globalGood { acronym } } }";
    demo.ask(manager.clone(), rename, json!({ "id": good })).await;
    let query = include_str!("question/changes.graphql");
    let mut answer = demo.ask(manager, query, json!({ "after": after })).await;
    assert!(answer["changes"]["pageInfo"]["endCursor"].take().is_string());
    insta::assert_json_snapshot!("changes", answer);
}

/// Who funds, sits on and supports DHIS2? The query of the README, anonymously, has the answer there.
#[tokio::test]
async fn who_funds_sits_on_and_supports_dhis2() {
    let readme = include_str!("../../README.md");
    let between = |start: &str, end: &str| {
        let rest = readme.split_once(start).expect(start).1;
        rest.split_once(end).expect(end).0
    };
    let body: Value = serde_json::from_str(between("-d '", "'\n")).expect("JSON");
    let expected: Value = serde_json::from_str(between("```json\n", "```")).expect("JSON");
    let demo = Demo::load().await;
    let query = body["query"].as_str().expect("a query");
    assert_eq!(demo.ask(Viewer::Anonymous, query, json!({})).await, expected);
}

/// Who sits between an end user and OpenLMIS's core? One rung, the implementers, marked blocked.
#[tokio::test]
async fn who_sits_between_an_end_user_and_openlmis() {
    let demo = Demo::load().await;
    let variables = json!({ "good": demo.id("openlmis").await });
    let query = include_str!("question/feedback.graphql");
    let answer = demo.ask(Viewer::Anonymous, query, variables).await;
    let ladders = &answer["feedbackPath"]["ladders"];
    assert_eq!(ladders.as_array().map(Vec::len), Some(1));
    assert_eq!(ladders[0]["rungs"], json!([{ "name": "Implementers" }]));
    let silent =
        json!({ "step": 2, "reason": "BLOCKED", "stakeholder": { "name": "Implementers" } });
    assert_eq!(ladders[0]["silent"], silent);
    insta::assert_json_snapshot!("feedback", answer);
}

fn names(list: &Value, of: &str) -> Vec<String> {
    let all = list.as_array().expect("a list").iter();
    all.map(|row| row[of]["name"].as_str().expect("a name").to_owned()).collect()
}

/// Which councils have no recorded seat for country governments? iHRIS has one; DHIS2's Donor
/// Advisory Council has none that is recorded; of the rest no seats are recorded, listed apart. One
/// body that is no council by name has a recorded seat, for people from outside.
#[tokio::test]
async fn which_councils_have_no_seat_for_governments() {
    let demo = Demo::load().await;
    let query = include_str!("question/councils.graphql");
    let answer = demo.ask(Viewer::Anonymous, query, json!({})).await;
    let of = |list: &str| names(&answer[list]["nodes"], "group");
    assert_eq!(of("has"), ["iHRIS Advisory Council"]);
    assert_eq!(of("none"), ["DHIS2 Donor Advisory Council"]);
    let others = ["DHIS2 Donor Advisory Council", "OpenMRS Advisory Committee"];
    assert_eq!(of("noneOfOtherBodies"), others);
    insta::assert_json_snapshot!("councils", answer);
}

/// Which bodies share topics? Product Management and Implementations; Measurement and KPIs is
/// contested between them.
#[tokio::test]
async fn which_bodies_share_topics() {
    let demo = Demo::load().await;
    let variables = json!({ "good": demo.id("openlmis").await });
    let query = include_str!("question/overlap.graphql");
    let answer = demo.ask(Viewer::Anonymous, query, variables).await;
    let overlap = &answer["groupOverlap"];
    let teams = ["OpenLMIS Implementations team", "OpenLMIS Product Management team"];
    assert_eq!(overlap["pairCount"], 1);
    assert_eq!(
        [names(&overlap["pairs"], "one"), names(&overlap["pairs"], "other")].concat(),
        teams
    );
    assert_eq!(overlap["pairs"][0]["topics"], json!(["requirements", "user engagement"]));
    assert_eq!(names(&overlap["contested"], "group"), ["OpenLMIS Measurement and KPIs team"]);
    assert_eq!(names(&overlap["contested"][0]["between"], "target"), teams);
    insta::assert_json_snapshot!("overlap", answer);
}

/// The number of SQL statements of a nested query does not grow with the number of rows.
#[tokio::test]
async fn statements_do_not_grow_with_rows() {
    let demo = Demo::load().await;
    let mut counts = Vec::new();
    for first in [2, 50] {
        let query = "query($first: Int!) { stakeholders(first: $first) { nodes { summary relationships(first: 10) {
            nodes { note target { summary } evidence { note source { title } } } } } } }";
        let before = demo.app.store.statements();
        demo.ask(Viewer::Anonymous, query, json!({ "first": first })).await;
        counts.push(demo.app.store.statements() - before);
    }
    assert!(counts[0] > 0 && counts[1] <= counts[0] + 2, "{counts:?}");
}
