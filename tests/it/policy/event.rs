//! What is told while somebody stays connected: of what is done in a place, exactly those hear who
//! see the place, and of what is hidden from then on, nobody but them.

use super::contract::Contract;
use super::denied::scenes;
use super::ground::{Ground, deep, outside};
use super::scene::{Scene, secret};
use async_graphql::Request;
use domain::policy::{Action, Viewer, allows, sees};
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Events come within this time, also on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);
/// What has not come so long after the rest does not come.
const SILENCE: Duration = Duration::from_millis(700);

/// Somebody who follows everything that can be followed, and all that they were told.
struct Listener {
    who: String,
    viewer: Viewer,
    heard: Arc<Mutex<String>>,
}

impl Listener {
    async fn start(ground: &Ground, documents: &[String], who: &str, viewer: Viewer) -> Self {
        let heard = Arc::new(Mutex::new(String::new()));
        for document in documents {
            let mut events = ground.follow(&viewer, Request::new(document));
            let heard = heard.clone();
            tokio::spawn(async move {
                while let Some(event) = events.next().await {
                    let told = serde_json::to_string(&event).expect("JSON");
                    heard.lock().expect("whole").push_str(&told.to_lowercase());
                }
            });
        }
        // They begin when they are first looked at.
        sleep(SILENCE).await;
        Self { who: who.to_owned(), viewer, heard }
    }

    fn has_heard(&self, word: &str) -> bool {
        self.heard.lock().expect("whole").contains(word)
    }

    /// Waits for what must be told.
    async fn hear(&self, word: &str) {
        let begun = Instant::now();
        while !self.has_heard(word) {
            assert!(begun.elapsed() < PATIENCE, "{} is not told of {word}", self.who);
            sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Every subscription with everything below it, around these and of both communities.
fn documents(contract: &Contract, communities: [String; 2], around: &[&Value]) -> Vec<String> {
    let below = |of: &str| contract.everything(of, 3, 5);
    let boards = communities.into_iter().map(|id| {
        format!(
            "subscription {{ boardChanged(community: \"{id}\") {{ {} }} }}",
            below("BoardChanged")
        )
    });
    let surroundings = around.iter().map(|id| {
        let below = below("NeighborhoodChanged");
        format!("subscription {{ neighborhoodChanged(id: {id}, depth: 2) {{ {below} }} }}")
    });
    let changed = format!("subscription {{ changed(first: 100) {{ {} }} }}", below("Changed"));
    [changed].into_iter().chain(boards).chain(surroundings).collect()
}

async fn hide(ground: &Ground, organization: &Value) {
    let hide = "mutation($input: UpdateOrganizationInput!) {
        updateOrganization(input: $input) { organization { id } } }";
    let version = format!("{{ node(id: {organization}) {{ ... on Organization {{ version }} }} }}");
    let admin = ground.viewer("admin");
    let version = ground.data(&admin, &version, Value::Null).await["node"]["version"].take();
    let input = json!({ "id": organization, "expectedVersion": version,
        "visibility": "RESTRICTED", "nameEn": "zqvanished" });
    ground.data(&admin, hide, input).await;
}

async fn follow_everything() {
    let ground = Ground::lay().await;
    let contract = Contract::read(&ground).await;
    let first = scenes(&ground).await;
    let around: Vec<_> = first.iter().map(|scene| &scene.rows["Organization"]).collect();
    let communities = [ground.home, ground.abroad].map(outside);
    let documents = documents(&contract, communities, &around);
    let mut listeners = Vec::new();
    for (who, viewer) in ground.viewers() {
        listeners.push(Listener::start(&ground, &documents, who, viewer).await);
    }
    let mut second = Vec::new();
    for scene in &first {
        let word = scene.word.replacen("zq", "zqnew", 1);
        let who = ground.viewer(if scene.community == ground.home { "admin" } else { "stranger" });
        let level = scene.place.visibility;
        second.push(Scene::set(&ground, &who, scene.community, level, &word).await);
    }
    for listener in &listeners {
        for scene in second.iter().filter(|scene| sees(&listener.viewer, scene.place)) {
            listener.hear(&scene.word).await;
        }
    }
    hide(&ground, &first[0].rows["Organization"]).await;
    for listener in &listeners {
        // Those who saw it hear that it is gone.
        listener.hear(first[0].rows["Organization"].as_str().expect("an id")).await;
    }
    sleep(SILENCE).await;
    for listener in &listeners {
        for scene in first.iter().chain(&second) {
            let (who, word) = (&listener.who, &scene.word);
            let may = sees(&listener.viewer, scene.place);
            assert!(may || !listener.has_heard(word), "{who} is told of {word}");
            let may = allows(&listener.viewer, Action::ReadContact, scene.place);
            assert!(may || !listener.has_heard(&secret(word)), "{who} is told contacts of {word}");
        }
        let may = sees(&listener.viewer, first[1].place);
        assert_eq!(listener.has_heard("zqvanished"), may, "{}", listener.who);
    }
}

/// Events hold exactly what whoever follows may know when they are told.
#[test]
fn events_tell_what_may_be_known() {
    deep(|| Box::pin(follow_everything()));
}
