//! Many records at once, by their ids.

use crate::engagement::{World, pair, refused, told};
use crate::relationship::{id, id_at_home};
use domain::identifier::Noun;
use serde_json::{Value, json};
use tests::actor::Actor;
use uuid::Uuid;

const NODES: &str = "query($ids: [ID!]!) { nodes(ids: $ids) { id __typename
    ... on Segment { name summary } ... on Change { title fields { field } } } }";

async fn nodes(actor: &Actor, ids: &[Value]) -> Vec<Value> {
    let mut data = actor.data(NODES, json!({ "ids": ids })).await;
    data["nodes"].as_array_mut().map(std::mem::take).expect("a list")
}

/// The ids of the last changes that everybody sees.
async fn changes(world: &World, first: usize) -> Vec<Value> {
    let query = "query($first: Int!) { changes(first: $first) { nodes { id } } }";
    let data = world.viewer.data(query, json!({ "first": first })).await;
    let nodes = data["changes"]["nodes"].as_array().expect("changes").clone();
    nodes.into_iter().map(|node| node["id"].clone()).collect()
}

/// What has these ids comes in their order, each time it is asked for; there is nothing where the
/// viewer may see nothing.
#[tokio::test]
async fn records_come_in_the_order_of_their_ids() {
    let world = World::start().await;
    let open = id(&world, "Segment", "Open").await;
    let quiet = id_at_home(&world, "Segment", "Quiet", "RESTRICTED").await;
    let nobody = json!(Noun::Relationship.format(Uuid::from_u128(7)));
    let recorded = changes(&world, 1).await.remove(0);
    let ids = [quiet.clone(), open.clone(), nobody, recorded.clone(), open.clone()];
    let seen = async |actor: &Actor| {
        let nodes = nodes(actor, &ids).await;
        nodes.into_iter().map(|mut node| node["id"].take()).collect::<Vec<_>>()
    };
    let (some, none) = ([open.clone(), Value::Null, recorded, open], Value::Null);
    assert_eq!(seen(&world.viewer).await, [&[none], &some[..]].concat());
    assert_eq!(seen(&world.manager).await, [&[quiet], &some[..]].concat());
    assert_eq!(nodes(&world.viewer, &[]).await, Vec::<Value>::new());
}

/// Ids that are none are named by their place; more than a page of them is refused.
#[tokio::test]
async fn wrong_ids_are_named() {
    let world = World::start().await;
    let open = id(&world, "Segment", "Open").await;
    let ids = json!({ "ids": [open, "seg_1", "x"] });
    let answer = world.viewer.post(NODES, ids).await;
    assert_eq!(refused(&answer), [pair("MALFORMED_ID", "ids.1"), pair("MALFORMED_ID", "ids.2")]);
    let answer = world.viewer.post(NODES, json!({ "ids": vec![open; 101] })).await;
    assert_eq!(told(&answer), [("TOO_MANY".into(), "ids".into(), vec!["100".into()])]);
}

/// Many records take as many statements as few.
#[tokio::test]
async fn statements_do_not_grow_with_ids() {
    let world = World::start().await;
    let mut ids = Vec::new();
    for number in 0..30 {
        ids.push(id(&world, "Segment", &format!("Segment {number}")).await);
    }
    let recorded = changes(&world, 30).await;
    let count = async |most: usize| {
        let asked = [&ids[..most], &recorded[..most]].concat();
        let mut tries = Vec::new();
        for _ in 0..5 {
            let before = world.app.app.store.statements();
            let found = nodes(&world.viewer, &asked).await;
            tries.push(world.app.app.store.statements() - before);
            assert!(found.len() == 2 * most && found.iter().all(Value::is_object));
        }
        tries.into_iter().min().expect("tries")
    };
    let few = count(1).await;
    assert_eq!(count(30).await, few);
    assert!((1..6).contains(&few), "{few}");
}
