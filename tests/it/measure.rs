//! The network as a whole: who is well connected, who belongs together, and what cannot be lost.

use crate::engagement::World;
use crate::relationship::{added, id, id_at_home};
use serde_json::{Value, json};
use tests::actor::Actor;

async fn settled(world: &World, kind: &str, from: &Value, to: &Value, more: Value) -> Value {
    let mut more = more;
    more["state"] = json!("CONFIRMED");
    added(&world.manager, kind, from, to, more).await
}

/// The names and figures of a ranking, with `how` among the arguments.
async fn ranked(actor: &Actor, how: &str) -> Vec<(String, Value)> {
    let query = format!(
        "{{ networkMeasures({how}) {{ explanation errorBound
            ranking(first: 100) {{ nodes {{ stakeholder {{ name }} value }} }} }} }}"
    );
    let told = actor.data(&query, json!({})).await;
    let told = &told["networkMeasures"];
    assert_eq!(told["errorBound"], 0.0, "small networks are reckoned exactly");
    let words = told["explanation"].as_str().unwrap();
    assert!(words.matches('.').count() == 1 && words.ends_with('.'), "one sentence: {words}");
    let nodes = told["ranking"]["nodes"].as_array().unwrap().iter();
    let name = |row: &Value| row["stakeholder"]["name"].as_str().unwrap().to_owned();
    nodes.map(|row| (name(row), row["value"].clone())).collect()
}

fn figures(expected: &[(&str, Value)]) -> Vec<(String, Value)> {
    expected.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// Three in a row: WHO funds Gavi, and CHAI works for Gavi.
async fn row(world: &World) -> [Value; 3] {
    let [who, gavi, chai] = [
        id(world, "Organization", "WHO").await,
        id(world, "Organization", "Gavi").await,
        id(world, "Organization", "CHAI").await,
    ];
    settled(world, "FUNDS", &who, &gavi, json!({ "strength": 4 })).await;
    settled(world, "MEMBER_OF", &chai, &gavi, json!({ "validFrom": "2020" })).await;
    [who, gavi, chai]
}

/// The measures are the usual ones; what is not recorded or not defined is null and comes last, and whoever
/// has no confirmed relationship is not there.
#[tokio::test]
async fn the_middle_is_well_connected() {
    let world = World::start().await;
    let viewer = &world.viewer;
    assert_eq!(ranked(viewer, "measure: DEGREE").await, []);
    let [who, _, chai] = row(&world).await;
    let alone = id(&world, "Organization", "Alone").await;
    added(&world.editor, "FUNDS", &alone, &who, json!({})).await;
    for (measure, middle, end) in [
        ("DEGREE", json!(2.0), json!(1.0)),
        ("BETWEENNESS", json!(1.0), json!(0.0)),
        ("CLOSENESS", json!(1.0), json!(2.0 / 3.0)),
        ("CORE_NUMBER", json!(1.0), json!(1.0)),
    ] {
        let expected = [("WHO", end.clone()), ("Gavi", middle.clone()), ("CHAI", end)];
        let mut expected = figures(&expected);
        if middle != expected[0].1 {
            expected.swap(0, 1);
        }
        assert_eq!(ranked(viewer, &format!("measure: {measure}")).await, expected, "{measure}");
    }
    let strength = ranked(viewer, "measure: STRENGTH").await;
    let expected = [("WHO", json!(4.0)), ("Gavi", json!(4.0)), ("CHAI", Value::Null)];
    assert_eq!(strength, figures(&expected));
    let pagerank = ranked(viewer, "measure: PAGE_RANK").await;
    let sum: f64 = pagerank.iter().map(|(_, value)| value.as_f64().unwrap()).sum();
    assert!(pagerank[0].0 == "Gavi" && (sum - 1.0).abs() < 1e-9, "{pagerank:?}");
    let money = ranked(viewer, "measure: BETWEENNESS, layer: MONEY").await;
    assert_eq!(money, figures(&[("WHO", Value::Null), ("Gavi", Value::Null)]), "nobody is between");
    let before = ranked(viewer, "measure: DEGREE, asOf: \"2019-01-01\"").await;
    assert_eq!(before, figures(&[("WHO", json!(1.0)), ("Gavi", json!(1.0))]));
    settled(&world, "CONTRACTS", &who, &chai, json!({})).await;
    assert_eq!(ranked(viewer, "measure: DEGREE").await[2].1, json!(2.0), "the next revision");
}

const WEAK: &str = "{ weakPoints { partners { stakeholder { name } cutOffCount cutOff { name }
        relationships { id } }
    links { relationship { id } cutOffCount cutOff { name } cutOffEnd { name } stayingEnd { name } } } }";

/// Whose loss would cut others off is told with whom, and with the relationships it rests on; a second way
/// round mends it.
#[tokio::test]
async fn what_cannot_be_lost_is_told_with_what_it_cuts_off() {
    let world = World::start().await;
    let [who, _, chai] = row(&world).await;
    let seen = world.viewer.data(WEAK, json!({})).await["weakPoints"].take();
    let partners = seen["partners"].as_array().unwrap();
    assert_eq!(partners.len(), 1);
    assert_eq!(partners[0]["stakeholder"]["name"], "Gavi");
    assert_eq!(
        (&partners[0]["cutOffCount"], &partners[0]["cutOff"]),
        (&json!(1), &json!([{ "name": "CHAI" }]))
    );
    assert_eq!(partners[0]["relationships"].as_array().unwrap().len(), 2);
    let links = seen["links"].as_array().unwrap();
    assert!(links.len() == 2 && links.iter().all(|link| link["cutOffCount"] == 1), "{links:?}");
    let ends =
        |link: &Value| (link["cutOffEnd"]["name"].clone(), link["stayingEnd"]["name"].clone());
    let mut told: Vec<_> = links.iter().map(ends).collect();
    told.sort_by_key(|(off, _)| off.to_string());
    assert_eq!(
        told,
        [(json!("CHAI"), json!("Gavi")), (json!("WHO"), json!("Gavi"))],
        "both sides of each are named"
    );
    settled(&world, "CONTRACTS", &who, &chai, json!({})).await;
    let mended = world.viewer.data(WEAK, json!({})).await["weakPoints"].take();
    assert_eq!(mended, json!({ "partners": [], "links": [] }));
}

/// About one stakeholder only that is told which its place hangs on: itself, its own relationships, and
/// whose loss would cut it off.
#[tokio::test]
async fn weak_points_are_told_around_one() {
    let world = World::start().await;
    let [who, gavi, chai] = row(&world).await;
    let query = "query($around: ID) { weakPoints(around: $around) { partnerCount linkCount
        partners { stakeholder { name } } links { relationship { target { name } } } } }";
    let told = async |around: &Value| {
        world.viewer.data(query, json!({ "around": around })).await["weakPoints"].take()
    };
    for (id, links) in [(&who, 1), (&gavi, 2), (&chai, 1)] {
        let seen = told(id).await;
        let partners = seen["partners"].as_array().unwrap();
        assert_eq!(seen["partnerCount"], partners.len(), "{seen}");
        assert_eq!(
            (&seen["linkCount"], seen["links"].as_array().unwrap().len()),
            (&json!(links), links)
        );
        assert!(partners.iter().all(|row| row["stakeholder"]["name"] == "Gavi"), "{seen}");
    }
    assert_eq!(told(&chai).await["partnerCount"], 1, "Gavi would cut CHAI off");
    assert_eq!(told(&gavi).await["partnerCount"], 1, "Gavi itself");
    let far = id(&world, "Organization", "Bluesquare").await;
    assert_eq!(
        told(&far).await,
        json!({ "partnerCount": 0, "linkCount": 0, "partners": [], "links": [] })
    );
}

/// Two circles that one relationship joins are two clusters, each named by its best connected.
#[tokio::test]
async fn circles_are_clusters() {
    let world = World::start().await;
    let mut all = Vec::new();
    for name in ["Acadys", "Bluesquare", "CIDR", "Devis", "GIZ", "Gavi"] {
        all.push(id(&world, "Organization", name).await);
    }
    for (one, other) in [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)] {
        settled(&world, "CONTRACTS", &all[one], &all[other], json!({})).await;
    }
    let query = "{ networkClusters { modularity clusterCount clusters { around { name } size
        members { name } } } }";
    let seen = world.viewer.data(query, json!({})).await["networkClusters"].take();
    let cluster = |names: [&str; 3]| {
        let members: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
        json!({ "around": { "name": names[0] }, "size": 3, "members": members })
    };
    let expected = [cluster(["CIDR", "Acadys", "Bluesquare"]), cluster(["Devis", "GIZ", "Gavi"])];
    assert_eq!((&seen["clusterCount"], &seen["clusters"]), (&json!(2), &json!(expected)));
    // Of 7 links 6 lie within: 6/7 - 2 (7/14)².
    assert!((seen["modularity"].as_f64().unwrap() - (6.0 / 7.0 - 0.5)).abs() < 1e-9);
}

/// A cluster that goes on keeps the label that it had on an earlier day, though another is larger now.
#[tokio::test]
async fn clusters_keep_their_labels() {
    let world = World::start().await;
    let mut all = Vec::new();
    for name in ["Acadys", "Bluesquare", "CIDR", "Devis", "GIZ", "Gavi", "IHS"] {
        all.push(id(&world, "Organization", name).await);
    }
    let long = json!({ "validFrom": "2018-01-01" });
    for (one, other) in [(0, 1), (1, 2), (2, 0), (3, 4)] {
        settled(&world, "CONTRACTS", &all[one], &all[other], long.clone()).await;
    }
    let lately = json!({ "validFrom": "2025-01-01" });
    for (one, other) in [(4, 5), (5, 3), (3, 6), (4, 6), (5, 6)] {
        settled(&world, "CONTRACTS", &all[one], &all[other], lately.clone()).await;
    }
    let query = "query($since: Date) { networkClusters(asOf: \"2026-01-01\", since: $since) {
        clusters { label size continues { name } } } }";
    let ask = async |since: Value| {
        let told = world.viewer.data(query, json!({ "since": since })).await;
        told["networkClusters"]["clusters"].clone()
    };
    let cluster = |label, size, continues: Value| json!({ "label": label, "size": size, "continues": continues });
    let plain = [cluster(1, 4, Value::Null), cluster(2, 3, Value::Null)];
    assert_eq!(ask(Value::Null).await, json!(plain));
    let then = ask(json!("2020-01-01")).await;
    let labels: Vec<_> = then.as_array().unwrap().iter().map(|one| &one["label"]).collect();
    assert_eq!(labels, [2, 1], "the larger one of today was the smaller one");
    assert!(then[0]["continues"]["name"].is_string() && then[1]["continues"]["name"].is_string());
    let new = ask(json!("2017-01-01")).await;
    assert_eq!(new[0]["continues"], Value::Null);
}

/// What is hidden neither appears nor changes any figure of those who do not see it.
#[tokio::test]
async fn what_is_hidden_connects_nobody() {
    let world = World::start().await;
    let [who, gavi, chai] = row(&world).await;
    let ask = async |actor: &Actor| {
        let mut told = Vec::new();
        for measure in ["DEGREE", "BETWEENNESS", "CLOSENESS", "PAGE_RANK", "CORE_NUMBER"] {
            told.push(json!(ranked(actor, &format!("measure: {measure}")).await));
        }
        told.push(actor.data(WEAK, json!({})).await);
        told
    };
    let before = ask(&world.viewer).await;
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    for party in [&who, &gavi, &chai] {
        settled(&world, "FUNDS", &quiet, party, json!({})).await;
    }
    assert_eq!(ask(&world.viewer).await, before);
    assert_ne!(ask(&world.manager).await, before);
}
