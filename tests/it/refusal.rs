//! Bad input gets a clear refusal with code and field, and changes nothing; a denied mutation
//! leaves every table but the log of denials as it was.

use api::store::Reader;
use domain::community::Role;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::actor::Actor;
use tests::app::TestApp;

mod denied;

/// Every row of every table, in no particular order, as text.
pub(crate) async fn dump(connection: &Reader) -> BTreeMap<String, Vec<String>> {
    let backend = connection.get_database_backend();
    let (list, row) = match backend {
        DbBackend::Postgres => (
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'",
            "SELECT row_to_json(t)::text FROM",
        ),
        _ => (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%long_text%'",
            "",
        ),
    };
    let tables = texts(connection, list).await;
    let mut dump = BTreeMap::new();
    for table in tables.into_iter().filter(|table| table != "denial") {
        let sql = match backend {
            DbBackend::Postgres => format!("{row} \"{table}\" t"),
            _ => format!("SELECT {} FROM \"{table}\"", columns(connection, &table).await),
        };
        let mut rows = texts(connection, &sql).await;
        rows.sort();
        dump.insert(table, rows);
    }
    assert!(dump.len() > 20, "{:?}", dump.keys());
    dump
}

async fn columns(connection: &Reader, table: &str) -> String {
    let sql = format!("SELECT name FROM pragma_table_info('{table}')");
    let names = texts(connection, &sql).await;
    let quoted: Vec<_> = names.iter().map(|name| format!("quote(\"{name}\")")).collect();
    quoted.join(" || ',' || ")
}

async fn texts(connection: &Reader, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(statement).await.expect(sql);
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

/// A good, two funders and a relationship to refuse things about.
struct World {
    app: TestApp,
    manager: Actor,
    good: String,
    funder: String,
    part: String,
    engagement: Value,
}

async fn create(actor: &Actor, noun: &str, input: Value) -> String {
    let query = format!(
        "mutation($input: Create{noun}Input!) {{ made: create{noun}(input: $input) {{ row: {} {{ id }} }} }}",
        noun[..1].to_lowercase() + &noun[1..]
    );
    let data = actor.data(&query, json!({ "input": input })).await;
    data["made"]["row"]["id"].as_str().expect("an id").to_owned()
}

const ADD: &str = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) { relationship { id version } } }";
const OPEN: &str = "mutation($input: OpenEngagementInput!) { openEngagement(input: $input) { engagement { id version } } }";
const MOVE: &str = "mutation($input: TransitionEngagementInput!) { transitionEngagement(input: $input) { engagement { stage } } }";
const UPDATE: &str = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { name } } }";
const CREATE: &str = "mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } } }";

impl World {
    async fn new() -> Self {
        let app = TestApp::start().await;
        let manager = app.actor(Role::Manager).await;
        let good = create(&manager, "GlobalGood", json!({ "nameEn": "OpenLMIS" })).await;
        let body = |name: &str| json!({ "nameEn": name, "organizationType": "BILATERAL_FUNDER" });
        let funder = create(&manager, "Organization", body("USAID")).await;
        let part = create(&manager, "Organization", body("Ghana office")).await;
        let input =
            json!({ "kind": "PART_OF", "source": part, "target": funder, "state": "CONFIRMED" });
        manager.data(ADD, json!({ "input": input })).await;
        let input =
            json!({ "kind": "FUNDS", "source": funder, "target": good, "validFrom": "2020" });
        manager.data(ADD, json!({ "input": input })).await;
        let community = domain::identifier::Noun::Community.format(app.communities[0].0);
        let input = json!({ "community": community, "party": funder, "objective": "FUND", "why": "It funds." });
        let engagement = manager.data(OPEN, json!({ "input": input })).await;
        let engagement = engagement["openEngagement"]["engagement"].clone();
        Self { app, manager, good, funder, part, engagement }
    }

    /// Sends a document that must be refused for one reason at one field, and changes nothing.
    async fn refused(&self, query: &str, input: Value, code: &str, field: &str) {
        let before = dump(self.app.app.store.reader()).await;
        let answer = self.manager.post(query, json!({ "input": input })).await.json();
        let refusals = &answer["errors"][0]["extensions"]["refusals"];
        let told: Vec<_> = refusals
            .as_array()
            .unwrap_or_else(|| panic!("{code}: {answer}"))
            .iter()
            .map(|refusal| (refusal["code"].as_str(), refusal["field"].as_str()))
            .collect();
        assert!(told.contains(&(Some(code), Some(field))), "{code} {field}: {answer}");
        assert_eq!(dump(self.app.app.store.reader()).await, before, "{code} changed something");
    }
}

/// A text that cannot stand is refused at its field: unknown country, too long, control characters.
#[tokio::test]
async fn bad_texts_change_nothing() {
    let world = World::new().await;
    let organization =
        |extra: Value| merged(json!({ "nameEn": "Somebody", "organizationType": "OTHER" }), extra);
    let unknown = organization(json!({ "country": "Atlantis" }));
    world.refused(CREATE, unknown, "UNKNOWN_COUNTRY", "country").await;
    let long = organization(json!({ "nameEn": "x".repeat(201) }));
    world.refused(CREATE, long, "TOO_LONG", "nameEn").await;
    let bell = organization(json!({ "nameEn": "a\u{7}b" }));
    world.refused(CREATE, bell, "CONTROL_CHARACTER", "nameEn").await;
}

/// A relationship that cannot be is refused by its own rule, and nothing changes.
#[tokio::test]
async fn bad_relationships_change_nothing() {
    let world = World::new().await;
    let World { good, funder, part, .. } = &world;
    let relationship = |kind: &str, source: &str, target: &str, extra: Value| {
        merged(json!({ "kind": kind, "source": source, "target": target }), extra)
    };
    let none = json!({});
    let outside = relationship("SEAT_ON", funder, good, none.clone());
    world.refused(ADD, outside, "OUTSIDE_MATRIX", "kind").await;
    let own = relationship("FUNDS", funder, funder, none.clone());
    world.refused(ADD, own, "SELF_RELATIONSHIP", "target").await;
    let circle = relationship("PART_OF", funder, part, none.clone());
    world.refused(ADD, circle, "CYCLE", "target").await;
    let again = json!({ "validFrom": "2021", "validTo": "2022" });
    let again = relationship("FUNDS", funder, good, again);
    world.refused(ADD, again, "OVERLAP", "validFrom").await;
    let undated = relationship("FUNDS", part, good, json!({ "state": "ENDED" }));
    world.refused(ADD, undated, "END_DATE_REQUIRED", "validTo").await;
    let malformed = relationship("FUNDS", "org_nonsense", good, none);
    world.refused(ADD, malformed, "MALFORMED_ID", "source").await;
}

/// What is no date is refused at its field, named as it was sent, wherever a date is taken.
#[tokio::test]
async fn bad_dates_change_nothing() {
    let world = World::new().await;
    let World { good, part, engagement, .. } = &world;
    let refused = async |query: &str, input: Value, field: &str| {
        world.refused(query, input, "MALFORMED_DATE", field).await;
    };
    let funds = json!({ "kind": "FUNDS", "source": part, "target": good });
    for bad in [json!("2024-13"), json!("soon"), json!(true)] {
        refused(ADD, merged(funds.clone(), json!({ "validFrom": bad })), "validFrom").await;
    }
    let source = json!({ "kind": "DOCUMENT", "title": "Notes", "publishedOn": "31/05/2024" });
    let evidence = json!({ "newSource": source, "assertedOn": "24" });
    let nested = merged(funds, json!({ "evidence": evidence }));
    refused(ADD, nested.clone(), "evidence.assertedOn").await;
    refused(ADD, nested, "evidence.newSource.publishedOn").await;
    let standing = json!({ "stage": "ACTIVE", "since": "lately", "source": "Notes" });
    let community = domain::identifier::Noun::Community.format(world.app.communities[0].0);
    let open = json!({ "community": community, "party": part, "objective": "FUND", "why": "x",
        "nextStepDue": "2026-05", "standing": standing });
    refused(OPEN, open.clone(), "standing.since").await;
    refused(OPEN, open, "nextStepDue").await;
    let log = "mutation($input: LogInteractionInput!) { logInteraction(input: $input) { engagement { id } } }";
    let contact = json!({ "engagement": engagement["id"], "happenedOn": "2026-02-30",
        "channel": "CALL", "direction": "MUTUAL", "note": "x" });
    refused(log, contact, "happenedOn").await;
    let end = json!({ "id": engagement["id"], "expectedVersion": engagement["version"],
        "to": "DORMANT", "endsOn": "2026" });
    refused(MOVE, end, "endsOn").await;
}

/// What is no date is refused in a question as well, under the name of its argument.
#[tokio::test]
async fn bad_dates_in_questions_are_named() {
    let world = World::new().await;
    let cases = [
        (format!("neighborhood(id: \"{}\", asOf: \"x\") {{ omitted }}", world.good), "asOf"),
        (
            "relationships(first: 1, filter: { asOf: \"2024\" }) { totalCount }".into(),
            "filter.asOf",
        ),
        ("actions(first: 1, filter: { dueBy: \"x\" }) { totalCount }".into(), "filter.dueBy"),
        ("engagements(first: 1, filter: { dueBy: 1 }) { totalCount }".into(), "filter.dueBy"),
        ("changes(first: 1, filter: { since: \"2024\" }) { nodes { id } }".into(), "filter.since"),
    ];
    for (field, named) in cases {
        let answer = world.manager.post(&format!("{{ {field} }}"), json!({})).await.json();
        let refusals = &answer["errors"][0]["extensions"]["refusals"];
        assert_eq!(refusals, &json!([{ "code": "MALFORMED_DATE", "field": named }]), "{answer}");
    }
}

/// What is refused of evidence is told at its place within the input, together with what is refused
/// of the record it comes with.
#[tokio::test]
async fn bad_evidence_is_told_where_it_stands() {
    let world = World::new().await;
    let World { good, part, .. } = &world;
    let evidence = json!({ "newSource": { "kind": "DOCUMENT", "title": " ", "url": "nowhere" },
        "note": "a\u{7}b", "locator": "x".repeat(501) });
    let input = json!({ "kind": "FUNDS", "source": part, "target": good, "note": "a\u{7}b",
        "evidence": evidence });
    let before = dump(world.app.app.store.reader()).await;
    let answer = world.manager.post(ADD, json!({ "input": input })).await.json();
    let refusals = answer["errors"][0]["extensions"]["refusals"].as_array().expect("refusals");
    let told: Vec<_> = refusals.iter().filter_map(|refusal| refusal["field"].as_str()).collect();
    let expected = [
        "note",
        "evidence.newSource.title",
        "evidence.newSource.url",
        "evidence.locator",
        "evidence.note",
    ];
    assert_eq!(told, expected);
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// A stale version and a move without its guard are refused, and nothing changes.
#[tokio::test]
async fn bad_moments_change_nothing() {
    let world = World::new().await;
    let stale = json!({ "id": world.funder, "expectedVersion": 7, "nameEn": "Other" });
    world.refused(UPDATE, stale, "STALE_VERSION", "expectedVersion").await;
    let World { engagement, .. } = &world;
    let unguarded = json!({ "id": engagement["id"], "expectedVersion": engagement["version"],
        "to": "QUALIFIED" });
    world.refused(MOVE, unguarded, "GUARD_NOT_MET", "to").await;
}

fn merged(mut input: Value, extra: Value) -> Value {
    for (name, value) in extra.as_object().expect("an object") {
        input[name] = value.clone();
    }
    input
}

/// What the policy denies leaves every table but the log of denials unchanged, and is logged there.
#[tokio::test]
async fn a_denied_mutation_leaves_no_trace_but_the_denial() {
    let world = World::new().await;
    let viewer = world.app.actor(Role::Viewer).await;
    let reader = world.app.app.store.reader();
    let before = dump(reader).await;
    let update = json!({ "input": { "id": world.funder, "expectedVersion": 1, "nameEn": "Mine" } });
    assert_eq!(viewer.code(UPDATE, update.clone()).await, "FORBIDDEN");
    assert_eq!(world.app.anonymous().code(UPDATE, update).await, "UNAUTHENTICATED");
    assert_eq!(dump(reader).await, before);
    let denials = texts(reader, "SELECT action FROM denial").await;
    assert_eq!(denials, ["UPDATE_STAKEHOLDER", "UPDATE_STAKEHOLDER"]);
}
