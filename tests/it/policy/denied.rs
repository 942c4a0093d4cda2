//! Every mutation of the schema, sent by everybody, about what is one's own, another community's and
//! hidden: what happens is what the table says, and what is denied changes nothing.

use super::ground::Ground;
use super::input::bare;
use super::scene::Scene;
use crate::refusal::dump;
use domain::policy::{Place, Policy, Rule, Viewer, sees};
use domain::stakeholder::Visibility;
use serde_json::Value;
use std::collections::BTreeSet;

/// The three places where a mutation is tried.
pub async fn scenes(ground: &Ground) -> Vec<Scene> {
    let (admin, stranger) = (ground.viewer("admin"), ground.viewer("stranger"));
    vec![
        Scene::set(ground, &admin, ground.home, Visibility::Public, "zqopen").await,
        Scene::set(ground, &admin, ground.home, Visibility::Restricted, "zqclosed").await,
        Scene::set(ground, &stranger, ground.abroad, Visibility::Public, "zqforeign").await,
        Scene::set(ground, &stranger, ground.abroad, Visibility::Community, "zqunseen").await,
    ]
}

/// Where the record stands that a mutation is about.
fn place_of(name: &str, scene: &Scene) -> Place {
    match name {
        name if name.contains("Member") || name == "resendInvitation" => {
            Place { visibility: Visibility::Community, ..scene.place }
        }
        "undoImport"
        | "addAction"
        | "completeAction"
        | "dropAction"
        | "reopenAction"
        | "removePracticeData"
        | "setOnboardingTemplate"
        | "saveView"
        | "updateView"
        | "removeView"
        | "recordMeeting"
        | "updateMeeting"
        | "removeMeeting"
        | "readNotes"
        | "acceptProposal"
        | "rejectProposal"
        | "forgetContact" => {
            let visibility = match (name, scene.place.visibility) {
                ("removePracticeData" | "setOnboardingTemplate", _) => Visibility::Public,
                (_, Visibility::Restricted)
                    if !["undoImport", "addAction", "saveView"].contains(&name) =>
                {
                    Visibility::Restricted
                }
                _ => Visibility::Community,
            };
            Place { visibility, ..scene.place }
        }
        _ => scene.place,
    }
}

/// What may be told of what may be done: nothing, or that the record's own rules are in the way.
pub const MAY: [&str; 3] = ["NONE", "BAD_USER_INPUT", "CONFLICT"];

/// What the table says that is told of a mutation.
pub fn expected(policy: &Policy, viewer: &Viewer, name: &str, scene: &Scene) -> Vec<&'static str> {
    let Some(rule) = policy.rule("Mutation", name) else {
        return vec!["UNAUTHENTICATED", "FORBIDDEN"];
    };
    let mut place = place_of(name, scene);
    // Evidence about what is public is anybody's to add, from the shared registry.
    if ["addEvidence", "verifyRelationship"].contains(&name)
        && place.visibility == Visibility::Public
    {
        place.community = None;
    }
    if policy.answers(viewer, Some(rule), Some(place)) {
        return MAY.to_vec();
    }
    let makes = [
        "create",
        "open",
        "addSource",
        "addRelationship",
        "addAction",
        "addCapability",
        "addRequirement",
        "stateNeed",
        "saveView",
        "recordMeeting",
        "removePractice",
    ];
    let no = match viewer {
        Viewer::Anonymous => "UNAUTHENTICATED",
        _ => "FORBIDDEN",
    };
    match policy.rights.scope(viewer).sees(place) {
        // What it is made of is not found first.
        _ if makes.iter().any(|start| name.starts_with(start)) => {
            vec![no, "NOT_FOUND", "BAD_USER_INPUT"]
        }
        true => vec![no],
        false => vec!["NOT_FOUND"],
    }
}

/// Who may not make a change cannot, by any mutation, wherever the record stands; who may is not
/// kept from it; and what is denied leaves every table but the log of denials as it was. A new
/// mutation has to be listed in the scene.
#[tokio::test]
async fn every_mutation_does_what_the_table_says() {
    let ground = Ground::lay().await;
    let policy = Policy::standard();
    let scenes = scenes(&ground).await;
    let listed: BTreeSet<_> = scenes[0].inputs().into_keys().collect();
    let mutations = policy
        .fields
        .iter()
        .filter(|line| line.of == "Mutation" && matches!(line.rule, Rule::Needs(_)));
    let known: BTreeSet<_> = mutations.map(|line| line.field.to_owned()).collect();
    assert_eq!(known, listed, "the mutations of the policy and those of the scene");
    let reader = ground.app.store.reader();
    let mut wrong = Vec::new();
    let mut denied = 0;
    for allowed_ones in [false, true] {
        for (who, viewer) in ground.viewers() {
            for scene in &scenes {
                let before = if allowed_ones { None } else { Some(dump(reader).await) };
                for (name, input) in scene.inputs() {
                    let codes = expected(&policy, &viewer, &name, scene);
                    if codes.contains(&"NONE") != allowed_ones {
                        continue;
                    }
                    let told = ground.ask(&viewer, &bare(&name), input).await;
                    denied += usize::from(!allowed_ones);
                    if !codes.contains(&told.code()) {
                        wrong.push(format!(
                            "{who} {name} {}: {:?}, not {codes:?}",
                            scene.word, told.errors
                        ));
                    }
                }
                if let Some(before) = before {
                    assert!(dump(reader).await == before, "{who} changed something {}", scene.word);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(denied > 500, "{denied}");
}

/// What is hidden answers as what never was: to the same mutation about an id that nobody has.
#[tokio::test]
async fn hidden_and_absent_are_refused_alike() {
    let ground = Ground::lay().await;
    let scenes = scenes(&ground).await;
    let hidden = |viewer: &Viewer, scene: &&Scene| !sees(viewer, scene.place);
    let told = |viewer: &Viewer, name: &str, scene: &Scene| sees(viewer, place_of(name, scene));
    for (who, viewer) in ground.viewers() {
        for scene in scenes.iter().filter(|scene| hidden(&viewer, scene)) {
            let ids: Vec<_> = scene.ids().iter().map(|id| id.to_string()).collect();
            let inputs = scene.inputs().into_iter();
            for (name, input) in inputs.filter(|(name, _)| !told(&viewer, name, scene)) {
                let absent = |text: String| {
                    ids.iter().fold(text, |text, id| text.replace(id.as_str(), &nobodys(id)))
                };
                let guessed: Value =
                    serde_json::from_str(&absent(input.to_string())).expect("an input");
                let found = ground.ask(&viewer, &bare(&name), input).await;
                let missed = ground.ask(&viewer, &bare(&name), guessed).await;
                assert_eq!(found, missed, "{who} {name} {}", scene.word);
            }
        }
    }
}

/// An id of the same noun, in quotes, that nobody has.
pub fn nobodys(id: &str) -> String {
    let text = id.trim_matches('"');
    let (start, last) = text.split_at(text.len() - 1);
    format!("\"{start}{}\"", if last == "z" { "y" } else { "z" })
}
