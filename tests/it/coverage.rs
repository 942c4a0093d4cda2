//! Coverage: where somebody can give support, where nobody can, and who could come to.

use crate::capability::{act, good};
use crate::engagement::World;
use serde_json::{Value, json};

const QUERY: &str = "query($filter: CoverageFilter, $level: Int!, $across: CoverageAcross!) {
    coverageGaps(filter: $filter, minLevel: $level, across: $across, first: 10) { totalCount
        nodes { country implementations cells(first: 15) {
            language service good { name } implementations enough unverified below unknown isGap
            candidates(first: 5) { provider { name } reasons } } } } }";

async fn ask(world: &World, good: &str, across: &str) -> Value {
    let variables = json!({ "filter": { "good": good }, "level": 2, "across": across });
    world.viewer.data(QUERY, variables).await["coverageGaps"].take()
}

fn cell<'a>(answer: &'a Value, country: Value, column: (&str, Value)) -> &'a Value {
    let rows = answer["nodes"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["country"] == country).expect("the country");
    let mut cells = row["cells"].as_array().expect("cells").iter();
    cells.find(|cell| cell[column.0] == column.1).expect("the column")
}

fn counts(cell: &Value) -> [i64; 4] {
    ["enough", "unverified", "below", "unknown"].map(|field| cell[field].as_i64().expect("a count"))
}

/// Every provider is counted once in each cell, where it stands best; an unknown level is counted
/// apart, and never as zero.
#[tokio::test]
async fn cells_count_providers_by_what_is_recorded() {
    let world = World::start().await;
    let good = good(&world, "openIMIS").await;
    let give = async |name: &str, inputs: Vec<Value>| {
        let provider = world.organization(name, "PUBLIC").await;
        let mut rows = Vec::new();
        for more in inputs {
            let mut input = json!({ "provider": provider, "good": good, "service": "TRAINING",
                "countries": ["CM"], "languages": ["fr"] });
            for (field, value) in more.as_object().expect("an object") {
                input[field] = value.clone();
            }
            rows.push(act(&world.editor, "addCapability", input).await);
        }
        rows
    };
    let rows = give("Verified", vec![json!({ "level": 3 }), json!({ "service": "HOSTING" })]).await;
    let input = json!({ "id": rows[0]["id"], "expectedVersion": rows[0]["version"] });
    act(&world.manager, "verifyCapability", input).await;
    give("Unverified", vec![json!({ "level": 2 })]).await;
    give("Low", vec![json!({ "level": 0 })]).await;
    give("Silent", vec![json!({})]).await;
    give("Abroad", vec![json!({ "level": 4, "countries": ["SN"] })]).await;
    give("Nowhere", vec![json!({ "level": 4, "countries": [], "languages": [] })]).await;
    let answer = ask(&world, &good, "LANGUAGE").await;
    let french = cell(&answer, json!("CM"), ("language", json!("fr")));
    assert_eq!((counts(french), &french["isGap"]), ([1, 1, 1, 1], &json!(false)));
    assert_eq!(french["candidates"], json!([]), "nothing is missing");
    let senegal = cell(&answer, json!("SN"), ("language", json!("fr")));
    assert_eq!((counts(senegal), &senegal["isGap"]), ([0, 1, 0, 0], &json!(true)));
    let first = &senegal["candidates"][0];
    assert_eq!(first["provider"]["name"], "Abroad");
    assert_eq!(first["reasons"], json!(["NOT_VERIFIED", "IN_COUNTRY", "IN_LANGUAGE", "AT_LEVEL"]));
    let second = &senegal["candidates"][1];
    assert_eq!(
        second["provider"]["name"], "Nowhere",
        "what is unknown may fit; what fails does not"
    );
    assert_eq!(senegal["candidates"][2]["provider"]["name"], "Verified");
    let reasons = &senegal["candidates"][2]["reasons"];
    assert_eq!(reasons, &json!(["VERIFIED", "OTHER_COUNTRY", "IN_LANGUAGE", "AT_LEVEL"]));
    let unknown = cell(&answer, Value::Null, ("language", Value::Null));
    assert_eq!(counts(unknown), [0, 1, 0, 0], "neither country nor language is recorded");
    assert_eq!(answer["nodes"][2]["country"], Value::Null, "what is not recorded comes last");
}

/// A country in which the good is at work is there even when nobody can give anything, and the
/// columns are the same in every row.
#[tokio::test]
async fn a_country_without_anybody_is_a_gap() {
    let world = World::start().await;
    let good = good(&world, "openIMIS").await;
    let create = "mutation { createImplementation(input: { nameEn: \"Nepal\", country: \"NP\", languages: [\"ne\"] }) {
        implementation { id } } }";
    let place = world.manager.data(create, json!({})).await;
    let place = &place["createImplementation"]["implementation"]["id"];
    let link = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "kind": "DEPLOYS", "source": place, "target": good });
    world.manager.data(link, json!({ "input": input })).await;
    let answer = ask(&world, &good, "LANGUAGE").await;
    let nepali = cell(&answer, json!("NP"), ("language", json!("ne")));
    assert_eq!((counts(nepali), &nepali["implementations"]), ([0; 4], &json!(1)));
    assert_eq!(
        (&nepali["isGap"], &answer["nodes"][0]["implementations"]),
        (&json!(true), &json!(1))
    );
    let services = ask(&world, &good, "SERVICE").await;
    let cells = services["nodes"][0]["cells"].as_array().expect("cells").len();
    assert_eq!(cells, 11, "a column for every service");
    let implementing = cell(&services, json!("NP"), ("service", json!("IMPLEMENTATION")));
    assert_eq!(counts(implementing), [0, 0, 0, 1], "its implementers, not recorded by name");
    let goods = ask(&world, &good, "GOOD").await;
    let cells = &goods["nodes"][0]["cells"];
    assert_eq!(cells.as_array().map(Vec::len), Some(1));
    assert_eq!(cells[0]["good"]["name"], "openIMIS");
}
