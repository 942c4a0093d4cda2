//! The cost pass against brute force: a schema whose pages are always full counts what it resolves.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_graphql::{Context, EmptyMutation, EmptySubscription, Object, Schema, Variables};
use proptest::prelude::*;

use crate::error::Error;
use crate::http::graphql::admit::{Asked, Examined, examine};
use crate::http::graphql::catalogue::Catalogue;
use crate::http::graphql::limits::Limits;
use crate::http::graphql::refused::Refused;

#[derive(Default)]
struct Resolved(AtomicU64);

/// Any object of the schema; making one counts it.
struct Row;

impl Row {
    fn new(context: &Context<'_>) -> Self {
        context.data_unchecked::<Arc<Resolved>>().0.fetch_add(1, Ordering::Relaxed);
        Self
    }

    fn many(context: &Context<'_>, count: i32) -> Vec<Self> {
        (0..count).map(|_| Self::new(context)).collect()
    }
}

struct Page(i32);

#[Object]
impl Page {
    async fn edges(&self, context: &Context<'_>) -> Vec<Edge> {
        (0..self.0).map(|_| Edge::new(context)).collect()
    }
    async fn nodes(&self, context: &Context<'_>) -> Vec<Row> {
        Row::many(context, self.0)
    }
    async fn total(&self) -> i32 {
        self.0
    }
}

struct Edge;

impl Edge {
    fn new(context: &Context<'_>) -> Self {
        Row::new(context);
        Self
    }
}

#[Object]
impl Edge {
    async fn node(&self, context: &Context<'_>) -> Row {
        Row::new(context)
    }
    async fn cursor(&self) -> i32 {
        0
    }
}

#[Object]
impl Row {
    async fn id(&self) -> i32 {
        0
    }
    async fn one(&self, context: &Context<'_>) -> Row {
        Row::new(context)
    }
    async fn some(&self, context: &Context<'_>) -> Vec<Row> {
        Row::many(context, 5)
    }
    async fn search(&self, context: &Context<'_>, first: i32) -> Vec<Row> {
        Row::many(context, first)
    }
    async fn nodes(&self, context: &Context<'_>, ids: Vec<i32>) -> Vec<Row> {
        ids.iter().map(|_| Row::new(context)).collect()
    }
    async fn rows(&self, context: &Context<'_>, first: i32) -> Page {
        Row::new(context);
        Page(first)
    }
    async fn near(&self, context: &Context<'_>, #[graphql(default = 7)] limit: i32) -> Page {
        Row::new(context);
        Page(limit)
    }
}

fn schema() -> Schema<Row, EmptyMutation, EmptySubscription> {
    Schema::new(Row, EmptyMutation, EmptySubscription)
}

/// The one list without a page.
fn few(_: &str, field: &str) -> Option<u64> {
    (field == "some").then_some(5)
}

fn ask(query: &str) -> Result<Examined, Refused> {
    ask_with(query, serde_json::json!({}))
}

fn ask_with(query: &str, variables: serde_json::Value) -> Result<Examined, Refused> {
    let catalogue = Catalogue::parse_with(&schema().sdl(), few).unwrap();
    let variables = Variables::from_json(variables);
    let asked = Asked { query: query.to_owned(), variables, ..Asked::default() };
    examine(asked, &Limits::SIGNED_IN, &catalogue)
}

fn check(query: &str, nodes: u64) {
    assert_eq!(ask(query).unwrap().requested(), nodes, "{query}");
}

fn check_refused(query: &str, code: &str) {
    let response = ask(query).expect_err(query).into_response("r1");
    let told = serde_json::to_value(&response.errors[0]).unwrap();
    assert_eq!(told["extensions"]["code"], code, "{query}: {told}");
}

/// A cost is the number of objects in the largest possible answer.
#[test]
fn nodes_are_counted() {
    check("{ __typename id }", 0);
    check("{ one { id } }", 1);
    check("{ rows(first: 100) { edges { node { id } } } }", 201);
    check("{ rows(first: 5) { nodes { rows(first: 3) { nodes { id } } } } }", 1 + 5 * (1 + 1 + 3));
    check("{ search(first: 8) { one { id } } }", 16);
    check("{ some { id } }", 5);
    check("{ near { nodes { id } } }", 8);
    check("{ one { ... on Row { a: one { id } b: one { id } } ... on Edge { node { id } } } }", 3);
    check("{ rows(first: 5) { ...P } } fragment P on Page { nodes { id } total }", 6);
}

/// Rows that are named one by one count one by one, from literals and variables, and are bounded.
#[test]
fn named_rows_count_one_by_one() {
    check("{ nodes(ids: [1, 2, 3]) { id one { id } } }", 6);
    check("{ nodes(ids: 1) { id } }", 1);
    let query = "query Q($ids: [Int!]! = [1, 2]) { nodes(ids: $ids) { id rows(first: 4) { nodes { id } } } }";
    let cost = |variables| ask_with(query, variables).unwrap().requested();
    assert_eq!(cost(serde_json::json!({})), 12);
    assert_eq!(cost(serde_json::json!({ "ids": vec![1; 100] })), 600);
    for ids in [101, 250] {
        let Err(Refused::Error(Error::Refused(refusals))) =
            ask_with(query, serde_json::json!({ "ids": vec![1; ids] }))
        else {
            panic!("admitted");
        };
        assert_eq!((refusals[0].field.as_str(), refusals[0].missing[0].as_str()), ("ids", "100"));
    }
}

/// Page sizes come from variables and their defaults too.
#[test]
fn variables_are_looked_up() {
    let query = "query Q($n: Int! = 4) { rows(first: $n) { nodes { id } } }";
    let cost = |variables| ask_with(query, variables).unwrap().requested();
    assert_eq!(cost(serde_json::json!({})), 5);
    assert_eq!(cost(serde_json::json!({ "n": 9 })), 10);
    assert_eq!(cost(serde_json::json!({ "n": "many" })), 101);
}

/// A required variable must be given; one with a default need not be.
#[test]
fn required_variables_are_given() {
    let query = "query Q($n: Int!, $m: Int! = 1) { rows(first: $n) { nodes { id } } near(limit: $m) { total } }";
    for variables in [serde_json::json!({}), serde_json::json!({ "n": null })] {
        let Err(Refused::Error(Error::Refused(refusals))) = ask_with(query, variables) else {
            panic!("admitted");
        };
        assert_eq!((refusals.len(), refusals[0].field.as_str()), (1, "n"));
    }
    assert!(ask_with(query, serde_json::json!({ "n": 1 })).is_ok());
}

/// A page outside its range is refused at its argument, never made smaller.
#[test]
fn pages_outside_their_range_are_refused() {
    for first in ["0", "-1", "101", "2147483647", "99999999999999999999", "1.5"] {
        let refused = ask(&format!("{{ rows(first: {first}) {{ total }} }}")).expect_err(first);
        let Refused::Error(Error::Refused(refusals)) = refused else { panic!("{first}") };
        assert_eq!(refusals[0].field, "first");
    }
    assert!(ask("{ near(limit: 500) { total } }").is_ok());
    check_refused("{ near(limit: 1001) { total } }", "BAD_USER_INPUT");
}

/// Long lists are refused in arguments and in variables.
#[test]
fn long_lists_are_refused() {
    let list = vec!["1"; 251].join(",");
    check_refused(&format!("{{ search(first: [{list}]) {{ id }} }}"), "BAD_USER_INPUT");
    let variables = serde_json::json!({ "a": { "b": vec![1; 251] } });
    assert!(ask_with("{ id }", variables).is_err());
}

/// What is too deep, too wide or goes in circles is refused before it costs anything.
#[test]
fn excess_is_refused() {
    let nested = |levels: usize| format!("{{{}id{}}}", "one{".repeat(levels), "}".repeat(levels));
    assert!(ask(&nested(11)).is_ok());
    check_refused(&nested(12), "TOO_COSTLY");
    check_refused(&nested(5_000), "TOO_COSTLY");
    let inline = |levels: usize| format!("{{{}id{}}}", "...{".repeat(levels), "}".repeat(levels));
    assert!(ask(&inline(30)).is_ok());
    check_refused(&inline(60), "TOO_COSTLY");
    let aliases: String = (0..31).map(|index| format!("a{index}:id ")).collect();
    check_refused(&format!("{{one{{{aliases}}}}}"), "TOO_COSTLY");
    check_refused(&format!("{{{}}}", "id ".repeat(21)), "TOO_COSTLY");
    check_refused(&format!("{{id {}}}", "@skip(if:false)".repeat(5)), "TOO_COSTLY");
    check_refused(&format!("{{id}}{}", "#".repeat(16 * 1024)), "TOO_COSTLY");
    check_refused(&format!("{{{}}}", "id ".repeat(2_000)), "TOO_COSTLY");
    check_refused(
        "{...A} fragment A on Row{...B} fragment B on Row{...A}",
        "GRAPHQL_VALIDATION_FAILED",
    );
    check_refused("{id} fragment A on Row{...A}", "GRAPHQL_VALIDATION_FAILED");
    check_refused("query A{id} query B{id}", "GRAPHQL_VALIDATION_FAILED");
    check_refused("{", "GRAPHQL_PARSE_FAILED");
    check_refused("{rows(first:100){nodes{rows(first:100){nodes{id}}}}}", "TOO_COSTLY");
}

fn bomb(levels: usize, width: usize) -> String {
    let link = |index: usize| {
        let spreads = format!("...f{} ", index + 1).repeat(width);
        format!("fragment f{index} on Row{{{spreads}}}")
    };
    let chain: String = (0..levels).map(link).collect();
    format!("{{...f0}}{chain}fragment f{levels} on Row{{id}}")
}

/// Chains of fragments that multiply at every link cost no more than their length, at any size.
#[test]
fn fragment_chains_cost_their_length() {
    for levels in 2..=40 {
        for width in 2..=20 {
            let document = bomb(levels, width);
            let started = Instant::now();
            let admitted = ask(&document);
            assert!(started.elapsed() < Duration::from_millis(500), "{levels} x {width}");
            let written_out =
                u32::try_from(levels).ok().and_then(|levels| width.checked_pow(levels));
            if written_out.is_none_or(|selections| selections > 4_000) {
                assert!(admitted.is_err(), "{levels} x {width}");
            }
        }
    }
}

/// The query with which every tool reads a schema passes for everybody; its abuses do not.
#[test]
fn introspection_is_bounded() {
    let catalogue = Catalogue::parse_with(&schema().sdl(), few).unwrap();
    let standard = include_str!("introspection.graphql");
    let asked = Asked { query: standard.to_owned(), ..Asked::default() };
    let admitted = examine(asked, &Limits::ANONYMOUS, &catalogue).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let response = runtime.block_on(schema().execute(admitted.into_parts().0));
    assert!(response.errors.is_empty(), "{:?}", response.errors);
    check_refused("{__schema{types{fields{type{fields{name}}}}}}", "TOO_COSTLY");
    let aliases: String = (0..20)
        .map(|index| format!("a{index}:__schema{{types{{fields{{args{{name}}}}}}}}"))
        .collect();
    let asked = Asked { query: format!("{{{aliases}}}"), ..Asked::default() };
    assert!(examine(asked, &Limits::ANONYMOUS, &catalogue).is_err());
}

/// A random document, small enough to be resolved.
fn documents() -> impl Strategy<Value = String> {
    let on_row = selections(
        "Row",
        &["id", "...R"],
        &["one", "some", "search(first: 2)", "nodes(ids: [1, 2])"],
        4,
    );
    let rows = on_row.prop_flat_map(|row| {
        let page = prop_oneof![Just("near(limit: 3)"), Just("near"), Just("rows(first: 3)")];
        let inside = prop_oneof![
            Just("nodes{ROW} total"),
            Just("edges{cursor node{ROW}}"),
            Just("...P"),
            Just("...{nodes{ROW} edges{node{id}}}"),
        ];
        (page, inside).prop_map(move |(page, inside)| {
            format!("{page}{{{}}} x:one{{{row}}} y:one{{...R}}", inside.replace("ROW", &row))
        })
    });
    (rows, 0..3_usize).prop_map(|(rows, depth)| {
        let opened = "one{".repeat(depth);
        let closed = "}".repeat(depth);
        format!(
            "query Q{{{opened}{rows}{closed}}} fragment R on Row{{rows(first:2){{...P}}}} \
             fragment P on Page{{nodes{{id one{{id}}}}}}"
        )
    })
}

fn selections(
    on: &'static str,
    leaves: &'static [&'static str],
    branches: &'static [&'static str],
    depth: u32,
) -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(leaves).prop_map(str::to_owned);
    leaf.prop_recursive(depth, 12, 3, move |inner| {
        (prop::sample::select(branches), prop::collection::vec(inner, 1..3)).prop_map(
            move |(branch, inner)| {
                format!("... on {on} {{ {branch} {{ {} id }} }}", inner.join(" "))
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// No document resolves more nodes than it is charged for.
    #[test]
    fn cost_is_never_less_than_what_is_resolved(document in documents()) {
        let Ok(admitted) = ask(&document) else { return Ok(()) };
        let cost = admitted.requested();
        let resolved = Arc::new(Resolved::default());
        let request = admitted.into_parts().0.data(Arc::clone(&resolved));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let response = runtime.block_on(schema().execute(request));
        let conflict = response.errors.iter().all(|error| error.message.contains("conflict"));
        prop_assert!(conflict, "{:?} {document}", response.errors);
        let resolved = resolved.0.load(Ordering::Relaxed);
        prop_assert!(cost >= resolved, "{cost} < {resolved} for {document}");
    }
}
