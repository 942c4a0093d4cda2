//! What one cannot see never stands in one's way: no overlap, no cycle, no second conversation is
//! refused because of it.

use super::ground::{Ground, outside};
use super::input::bare;
use domain::policy::Viewer;
use serde_json::{Value, json};

async fn group(ground: &Ground, viewer: &Viewer, name: &str, visibility: &str) -> Value {
    let input = json!({ "nameEn": name, "groupType": "BOARD", "visibility": visibility,
        "community": outside(ground.home) });
    let query =
        "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }";
    ground.data(viewer, query, input).await["createGroup"]["group"]["id"].take()
}

fn part(ground: &Ground, [source, target]: [&Value; 2], visibility: &str) -> Value {
    json!({ "kind": "PART_OF", "source": source, "target": target, "visibility": visibility,
        "community": outside(ground.home) })
}

/// The same is said twice of the same two, once hidden: only who sees the first is refused.
#[tokio::test]
async fn a_hidden_relationship_does_not_overlap() {
    let ground = Ground::lay().await;
    let (manager, editor) = (ground.viewer("manager"), ground.viewer("editor"));
    let one = group(&ground, &manager, "One", "PUBLIC").await;
    let two = group(&ground, &manager, "Two", "PUBLIC").await;
    let add = bare("addRelationship");
    ground.data(&manager, &add, part(&ground, [&one, &two], "RESTRICTED")).await;
    let said = part(&ground, [&one, &two], "COMMUNITY");
    assert_eq!(ground.ask(&editor, &add, said.clone()).await.code(), "NONE");
    assert_eq!(ground.ask(&editor, &add, said).await.code(), "CONFLICT");
}

/// A circle that closes through a hidden group, or a hidden relationship, is none for who sees
/// neither; for who sees them it is refused.
#[tokio::test]
async fn a_hidden_circle_is_none() {
    let ground = Ground::lay().await;
    let (manager, editor) = (ground.viewer("manager"), ground.viewer("editor"));
    let one = group(&ground, &manager, "One", "PUBLIC").await;
    let two = group(&ground, &manager, "Two", "PUBLIC").await;
    let between = group(&ground, &manager, "Between", "RESTRICTED").await;
    let add = bare("addRelationship");
    for ends in [[&one, &between], [&between, &two]] {
        ground.data(&manager, &add, part(&ground, ends, "PUBLIC")).await;
    }
    let closing = part(&ground, [&two, &one], "COMMUNITY");
    let told = ground.ask(&manager, &add, closing.clone()).await;
    assert_eq!(told.code(), "CONFLICT");
    let told = ground.ask(&editor, &add, closing).await;
    assert_eq!(told.code(), "NONE", "{:?}", told.errors);
}

/// A conversation that only managers know of does not keep an editor from opening one.
#[tokio::test]
async fn a_hidden_engagement_keeps_nobody_from_opening_one() {
    let ground = Ground::lay().await;
    let (manager, editor) = (ground.viewer("manager"), ground.viewer("editor"));
    let party = group(&ground, &manager, "Party", "PUBLIC").await;
    let opening = |visibility: &str| {
        json!({ "community": outside(ground.home), "party": party, "objective": "FUND",
            "why": "They fund.", "visibility": visibility })
    };
    let open = bare("openEngagement");
    ground.data(&manager, &open, opening("RESTRICTED")).await;
    let told = ground.ask(&editor, &open, opening("COMMUNITY")).await;
    assert_eq!(told.code(), "NONE", "{:?}", told.errors);
    let told = ground.ask(&editor, &open, opening("COMMUNITY")).await;
    assert_eq!(told.code(), "CONFLICT");
}
