//! Who pays: how much depends on few, and along which ways money comes.

use crate::engagement::{World, column};
use crate::relationship::{added, id, id_at_home};
use serde_json::{Value, json};
use tests::actor::Actor;

async fn told(actor: &Actor, of: &Value) -> Value {
    let query = "query($of: ID!) { fundingConcentration(stakeholder: $of) { sentence
        french: sentence(locale: FR) funderCount hhi { min max } topOne { min max } topThree { min max }
        funders { stakeholder { name } share { min max } relationships { id } } } }";
    actor.data(query, json!({ "of": of })).await["fundingConcentration"].take()
}

async fn settled(world: &World, kind: &str, from: &Value, to: &Value, more: Value) -> Value {
    let mut more = more;
    more["state"] = json!("CONFIRMED");
    added(&world.manager, kind, from, to, more).await
}

fn usd(amount: f64) -> Value {
    json!({ "amount": amount, "currency": "USD" })
}

/// No amounts, no figures: they are null, and the words say why.
#[tokio::test]
async fn without_amounts_nothing_is_measured() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let nobody = told(&world.viewer, &good).await;
    assert_eq!(nobody["sentence"], "No funder of DHIS2 is recorded.");
    for name in ["WHO", "Gavi"] {
        let funder = id(&world, "Organization", name).await;
        settled(&world, "FUNDS", &funder, &good, json!({})).await;
    }
    let two = told(&world.viewer, &good).await;
    for figure in ["hhi", "topOne", "topThree"] {
        assert_eq!(two[figure], Value::Null, "{figure}");
    }
    let words =
        "2 funders of DHIS2 are recorded. Share of the greatest: unknown, no amounts are recorded.";
    assert_eq!(two["sentence"], words);
    let french = "DHIS2\u{a0}: 2 bailleurs connus. Part du premier\u{a0}: inconnue, aucun montant n’est saisi.";
    assert_eq!(two["french"], french);
    assert_eq!(two["funders"][0]["share"], Value::Null);
}

/// Amounts make shares; what is hidden or only proposed is in none of them.
#[tokio::test]
async fn amounts_make_shares() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let [who, gavi] =
        [id(&world, "Organization", "WHO").await, id(&world, "Organization", "Gavi").await];
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    settled(&world, "FUNDS", &who, &good, usd(25.0)).await;
    settled(&world, "FUNDS", &gavi, &good, usd(75.0)).await;
    settled(&world, "FUNDS", &quiet, &good, usd(100.0)).await;
    added(&world.editor, "CONTRACTS", &who, &gavi, usd(100.0)).await;
    let seen = told(&world.viewer, &good).await;
    assert_eq!(seen["topOne"], json!({ "min": 75.0, "max": 75.0 }));
    assert_eq!(seen["hhi"], json!({ "min": 6250.0, "max": 6250.0 }));
    assert_eq!(seen["funders"][0]["stakeholder"]["name"], "Gavi");
    assert_eq!(seen["funders"][0]["share"], json!({ "min": 75.0, "max": 75.0 }));
    assert_eq!(told(&world.manager, &good).await["topOne"], json!({ "min": 50.0, "max": 50.0 }));
    assert_eq!(told(&world.viewer, &gavi).await["funderCount"], 0);
}

/// Whoever is known to depend most on one funder comes first, then those of unknown shares, whoever has the
/// fewest funders first; of how many nothing is known is told, and what is hidden ranks nobody.
#[tokio::test]
async fn who_depends_on_few_comes_first() {
    let world = World::start().await;
    let [dhis, lmis, imis] = [
        id(&world, "GlobalGood", "DHIS2").await,
        id(&world, "GlobalGood", "OpenLMIS").await,
        id(&world, "GlobalGood", "openIMIS").await,
    ];
    let [who, gavi] =
        [id(&world, "Organization", "WHO").await, id(&world, "Organization", "Gavi").await];
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    settled(&world, "FUNDS", &who, &dhis, json!({})).await;
    settled(&world, "FUNDS", &gavi, &dhis, json!({})).await;
    settled(&world, "FUNDS", &gavi, &imis, json!({})).await;
    settled(&world, "FUNDS", &who, &lmis, usd(60.0)).await;
    settled(&world, "FUNDS", &gavi, &lmis, usd(40.0)).await;
    settled(&world, "FUNDS", &quiet, &imis, json!({})).await;
    let query = "{ fundingRanking(kind: GLOBAL_GOOD) { unrecordedCount ranking(first: 10) {
        nodes { funderCount topOne { min max } stakeholder { name } } } } }";
    let ranked = async |actor: &Actor| {
        let told = actor.data(query, json!({})).await["fundingRanking"].take();
        let rows = told["ranking"]["nodes"].as_array().unwrap().iter();
        let rows: Vec<_> = rows
            .map(|row| (row["stakeholder"]["name"].clone(), row["funderCount"].clone()))
            .collect();
        assert_eq!(told["ranking"]["nodes"][0]["topOne"], json!({ "min": 60.0, "max": 60.0 }));
        (rows, told["unrecordedCount"].clone())
    };
    let row = |name: &str, count: i64| (json!(name), json!(count));
    let (rows, unrecorded) = ranked(&world.viewer).await;
    assert_eq!(rows, [row("OpenLMIS", 2), row("openIMIS", 1), row("DHIS2", 2)]);
    let (rows, same) = ranked(&world.manager).await;
    assert_eq!(rows, [row("OpenLMIS", 2), row("DHIS2", 2), row("openIMIS", 2)]);
    assert_eq!(unrecorded, same);
}

/// The money of a country is that of what is in it.
#[tokio::test]
async fn a_country_depends_on_who_pays_what_is_there() {
    let world = World::start().await;
    let (nepal, who) =
        (id(&world, "Place", "Nepal").await, id(&world, "Organization", "WHO").await);
    let there = id(&world, "Implementation", "DHIS2 in Nepal").await;
    let row = settled(&world, "FUNDS", &who, &there, json!({})).await;
    assert_eq!(told(&world.viewer, &nepal).await["funderCount"], 0);
    settled(&world, "LOCATED_IN", &there, &nepal, json!({})).await;
    let seen = told(&world.viewer, &nepal).await;
    assert_eq!(seen["funders"][0]["relationships"], json!([{ "id": row["id"] }]));
    assert_eq!(
        seen["sentence"],
        "One funder of Nepal is recorded. Share of the greatest: unknown, no amounts are recorded."
    );
}

/// Ways of money lead from funder to funder to the good; those that rest on a proposal come last and
/// say so, with the one through whom the money would come.
#[tokio::test]
async fn money_comes_along_ways() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let [who, square, gavi] = [
        id(&world, "Organization", "WHO").await,
        id(&world, "Organization", "Digital Square").await,
        id(&world, "Organization", "Gavi").await,
    ];
    let hope = added(&world.editor, "FUNDS", &gavi, &good, json!({ "via": square })).await;
    let first = settled(&world, "FUNDS", &who, &square, json!({})).await;
    let second = settled(&world, "FUNDS", &square, &good, json!({})).await;
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    settled(&world, "FUNDS", &quiet, &who, json!({})).await;
    let query = "query($good: ID!) { fundingPaths(good: $good) { truncated stakeholder { id }
        paths(first: 10) { totalCount nodes { state relationships { id via { name } } } } } }";
    let ways = async |actor: &Actor| {
        actor.data(query, json!({ "good": good })).await["fundingPaths"].take()
    };
    let seen = ways(&world.viewer).await;
    let nodes = seen["paths"]["nodes"].as_array().unwrap();
    let ids: Vec<_> = nodes.iter().map(|way| column(&way["relationships"], "id")).collect();
    let of = |row: &Value| row["id"].as_str().unwrap().to_owned();
    assert_eq!(ids, [vec![of(&second)], vec![of(&first), of(&second)], vec![of(&hope)]]);
    assert_eq!(column(&seen["paths"]["nodes"], "state"), ["CONFIRMED", "CONFIRMED", "PROPOSED"]);
    assert_eq!(nodes[2]["relationships"][0]["via"]["name"], "Digital Square");
    assert_eq!((&seen["truncated"], &seen["stakeholder"]["id"]), (&json!(false), &good));
    assert_eq!(ways(&world.manager).await["paths"]["totalCount"], 4);
    let hidden = json!({ "good": quiet });
    assert_eq!(world.viewer.code(query, hidden).await, "NOT_FOUND");
}
