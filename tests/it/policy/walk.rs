//! Every field of the schema by every path of up to four hops from the root, as everybody: what is
//! answered to whom is what the table says, and no secret is told to those who may not know it.

mod question;

use super::contract::{Contract, items, name};
use super::denied::{expected, scenes};
use super::ground::{Ground, deep, outside};
use super::input::bare;
use super::scene::Scene;
use domain::identifier::CommunityId;
use domain::policy::{Policy, Rule, Viewer};
use domain::stakeholder::Visibility;
use question::{lines, questions};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

pub use question::line_about;

/// How far from the root the walk goes.
const HOPS: usize = 4;

/// How long the lists are below the first.
const PAGE: usize = 5;

/// What somebody was answered in one field.
pub type Answers = BTreeSet<Answer>;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answer {
    /// The record that it stands on; none for what is no record itself.
    record: Option<String>,
    /// What it is about, and what stands beside it.
    company: String,
    /// The answer, or its digest.
    pub told: String,
}

/// What was answered in each field (`Type.field`), about oneself or not, to each viewer.
pub type Seen = BTreeMap<(String, bool), BTreeMap<String, Answers>>;

/// Every way to begin a query, with everything below it, and what it asks about.
fn documents(contract: &Contract, scenes: &[Scene], communities: &[String]) -> Vec<[String; 2]> {
    let mut documents = Vec::new();
    for field in contract.fields("Query") {
        let root = name(field);
        // What is below one record is below many as well.
        let below = match root {
            "node" => contract.everything("Node", 0, PAGE),
            "nodes" => beyond(contract),
            _ => contract.everything(contract.answer(field), HOPS - 1, PAGE),
        };
        for about in abouts(field, scenes, communities, contract.answer(field)) {
            let document =
                |below: &str| format!("{{ Query__{root}: {root}{about} {{ {below} }} }}");
            documents.push([about.clone(), document(&below)]);
            if root == "simulateLoss" {
                documents.push([about.clone(), document(&causes(contract))]);
            }
        }
    }
    documents
}

/// The causes of what is hit, which lie one hop further than the rest.
fn causes(contract: &Contract) -> String {
    let below = contract.everything("LossCause", 1, PAGE);
    format!(
        "Loss__hits: hits(first: {PAGE}) {{ LossHitConnection__nodes: nodes {{
            LossHit__causes: causes {{ {below} }} }} }}"
    )
}

/// The arguments with which a query begins: about each of the places, where there is a choice.
fn abouts(field: &Value, scenes: &[Scene], communities: &[String], kind: &str) -> Vec<String> {
    if let Some(questions) = questions(name(field), scenes) {
        return questions;
    }
    let wanted: BTreeSet<_> = items(&field["args"]).map(name).collect();
    let each = |about: &dyn Fn(&Scene) -> String| scenes.iter().map(about).collect();
    match name(field) {
        "allowedTransitions" => each(&|it| format!("(engagement: {})", it.engagement)),
        "board" | "callList" | "dashboard" | "engagementFunnel" | "publicDigest" => {
            communities.iter().map(|id| format!("(community: \"{id}\")")).collect()
        }
        "meeting" => each(&|it| format!("(id: {})", it.meeting)),
        "need" => each(&|it| format!("(id: {})", it.need)),
        "needMatches" => each(&|it| format!("(first: 20, id: {})", it.need)),
        "readContact" => lines(scenes, communities),
        "notices" | "reviewQueue" => {
            communities.iter().map(|id| format!("(community: \"{id}\", first: 100)")).collect()
        }
        "search" => {
            let notes = scenes[..2].iter().map(|it| format!("{} note", it.word));
            let texts = scenes.iter().map(|it| it.word.clone()).chain(notes);
            texts.map(|text| format!("(first: 20, text: \"{text}\")")).collect()
        }
        "neighborhood" => each(&|it| format!("(id: {})", it.rows["Organization"])),
        "node" => {
            let ids = scenes.iter().flat_map(Scene::ids).step_by(3);
            ids.map(|id| format!("(id: {id})")).collect()
        }
        // What is below one that is seen and one that is hidden is below the others as well.
        "nodes" => scenes[..2].iter().map(|it| format!("(ids: {})", json!(it.ids()))).collect(),
        _ if wanted.contains("by") => {
            let id = |it: &Scene| it.rows.get(kind).unwrap_or(&it.rows["Group"]).clone();
            scenes[..2].iter().map(|it| format!("(by: {{ id: {} }})", id(it))).collect()
        }
        _ if wanted.contains("first") => vec!["(first: 100)".to_owned()],
        _ => vec![String::new()],
    }
}

/// Everything below the records that no other field begins with.
fn beyond(contract: &Contract) -> String {
    let parties: BTreeSet<_> = contract.kinds("Stakeholder").collect();
    let others = contract.kinds("Node").filter(|kind| !parties.contains(kind));
    let of =
        |kind: &str| format!("... on {kind} {{ {} }}", contract.everything(kind, HOPS - 1, PAGE));
    others.map(of).collect::<Vec<_>>().join(" ")
}

/// The one list that everybody reads alike, whatever they read below it.
const OPEN_LIST: &str = "Query.communities";

fn digest(value: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.to_string().hash(&mut hasher);
    hasher.finish()
}

/// Notes everything that an answer tells, object by object.
fn note(seen: &mut Seen, who: &str, answer: &Map<String, Value>, about: &str, own: bool) {
    let id = answer.iter().find(|(key, _)| key.ends_with("__id")).and_then(|(_, id)| id.as_str());
    let (record, about) = (id.map(str::to_owned), id.unwrap_or(about));
    let leaf = |value: &Value| !value.is_object() && !value.is_array() && !value.is_null();
    for (key, value) in answer.iter().filter(|(key, _)| *key != "__typename") {
        let of = key.split("__").next().unwrap_or_default();
        let same = |other: &str| other.split("__").next() == Some(of);
        let company: BTreeMap<_, _> =
            answer.iter().filter(|(key, value)| same(key) && leaf(value)).collect();
        let company = format!("{about} {company:?}");
        let field = key.replace("__", ".");
        let own = own || field == "Query.me";
        let told = match value {
            Value::Array(list) if OPEN_LIST == field => format!("{} of them", list.len()),
            Value::Array(list) if !list.iter().any(Value::is_object) => value.to_string(),
            Value::Object(_) | Value::Array(_) => format!("{:x}", digest(value)),
            other => other.to_string(),
        };
        let answers = seen.entry((field, own)).or_default().entry(who.to_owned()).or_default();
        answers.insert(Answer { record: record.clone(), company, told });
        let below = value.as_object().into_iter().chain(items(value).filter_map(Value::as_object));
        below.for_each(|below| note(seen, who, below, about, own));
    }
}

/// What everybody was told.
pub struct Walked {
    /// In each field.
    pub seen: Seen,
    /// Everybody.
    pub viewers: Vec<(String, Viewer)>,
    /// The whole text that each was told: answers, errors, refusals and exports.
    pub texts: BTreeMap<String, String>,
    /// What stands where.
    pub scenes: Vec<Scene>,
    /// The schema.
    pub contract: Contract,
    /// The two communities.
    pub communities: [CommunityId; 2],
}

/// Walks once for all tests.
pub fn walked() -> &'static Walked {
    static WALKED: OnceLock<Walked> = OnceLock::new();
    WALKED.get_or_init(|| deep(|| Box::pin(walk())))
}

/// Something of everything, in a place of every kind.
async fn everywhere(ground: &Ground) -> Vec<Scene> {
    let (admin, stranger) = (ground.viewer("admin"), ground.viewer("stranger"));
    let mut scenes = scenes(ground).await;
    let ours = (&admin, ground.home, Visibility::Community, "zqours");
    let sealed = (&stranger, ground.abroad, Visibility::Restricted, "zqsealed");
    for (viewer, community, visibility, word) in [ours, sealed] {
        scenes.push(Scene::set(ground, viewer, community, visibility, word).await);
    }
    scenes
}

async fn walk() -> Walked {
    let mut ground = Ground::lay().await;
    ground.sign_in().await;
    let scenes = everywhere(&ground).await;
    ground.newcomer("lqhome", ground.home).await;
    ground.newcomer("lqabroad", ground.abroad).await;
    let contract = Contract::read(&ground).await;
    let communities = [ground.home, ground.abroad];
    let documents = documents(&contract, &scenes, &communities.map(outside));
    let (mut seen, mut texts) = (Seen::new(), BTreeMap::new());
    for (who, viewer) in ground.viewers() {
        let mut text = ground.exports(&viewer).await;
        for [about, document] in &documents {
            let told = ground.ask(&viewer, document, Value::Null).await;
            let unexpected = told.errors.iter().find(|(code, _, _)| code != "NOT_FOUND");
            assert_eq!(unexpected, None, "{who} {about}");
            text.push_str(&told.text());
            if let Some(data) = told.data.as_object() {
                note(&mut seen, who, data, about, false);
            }
        }
        text.push_str(&refusals(&ground, &viewer, &scenes).await);
        texts.insert(who.to_owned(), text);
    }
    let viewers = ground.viewers().into_iter().map(|(who, viewer)| (who.to_owned(), viewer));
    let viewers = viewers.collect();
    Walked { seen, viewers, texts, scenes, contract, communities }
}

/// What somebody is told who tries what the policy denies, and nothing that it allows.
async fn refusals(ground: &Ground, viewer: &Viewer, scenes: &[Scene]) -> String {
    let policy = Policy::standard();
    let mut text = String::new();
    for scene in scenes {
        for (name, input) in scene.inputs() {
            if !expected(&policy, viewer, &name, scene).contains(&"NONE") {
                text.push_str(&ground.ask(viewer, &bare(&name), input).await.text());
            }
        }
    }
    text
}

/// Whether somebody was told anything but null.
fn told(answers: Option<&Answers>) -> bool {
    answers.is_some_and(|answers| answers.iter().any(|answer| answer.told != "null"))
}

/// Types of which everybody reads only what is about oneself.
const OWN: [&str; 7] = ["ApiToken", "Digest", "DigestLine", "Me", "Membership", "Mute", "Session"];

/// Fields whose answers are the same for everybody here, although they stand with a record.
pub const ALIKE: [&str; 6] = [
    "Community.globalGood",
    "StuckEngagement.days",
    "StuckEngagement.missing",
    "StuckEngagement.reasons",
    "WeakLink.cutOffCount",
    "WeakPartner.cutOffCount",
];

impl Walked {
    /// Where what was answered is not what the policy says.
    fn departures(&self, policy: &Policy) -> Vec<String> {
        let departs = |((field, own), answers): &(&(String, bool), &BTreeMap<String, Answers>)| {
            self.departs(policy, (field, *own), answers)
        };
        let told =
            |((field, own), _): (&(String, bool), _)| format!("{field}, about oneself: {own}");
        self.seen.iter().filter(departs).map(told).collect()
    }

    /// Whether what was answered in one field is not what the policy says.
    pub fn departs(
        &self,
        policy: &Policy,
        (field, own): (&str, bool),
        answers: &BTreeMap<String, Answers>,
    ) -> bool {
        let (of, bare) = field.split_once('.').expect("a dot");
        let Some(rule) = policy.rule(of, bare) else {
            return true;
        };
        let all: Vec<_> =
            self.viewers.iter().map(|(who, viewer)| (viewer, answers.get(who))).collect();
        let alike = all.iter().all(|(_, told)| *told == all[0].1);
        let only_own = OWN.contains(&of) || field == "Query.me";
        let is_told = |answers: &Option<&Answers>| match field {
            "Query.me" => told(*answers),
            _ if only_own => answers.is_some(),
            _ => told(*answers),
        };
        let holds = match rule {
            _ if own && rule != Rule::Own => !only_own,
            Rule::Open => alike,
            Rule::WithRecord if ALIKE.contains(&field) => alike,
            Rule::WithRecord => !alike && (self.leads_on(of, bare) || even(answers)),
            Rule::Own => {
                let own_only =
                    |(viewer, told): &(&Viewer, _)| is_told(told) == viewer.account().is_some();
                own && only_own && all.iter().all(own_only)
            }
            // Who may not is told that there is nothing, where others are told.
            Rule::Needs(action) => all.iter().all(|(viewer, answers)| {
                is_told(answers) == policy.rights.allows_somewhere(viewer, action)
            }),
        };
        !holds
    }

    /// Whether a field leads to another record, which may be hidden.
    fn leads_on(&self, of: &str, field: &str) -> bool {
        let declared = self.contract.fields(of).find(|it| name(it) == field).expect("declared");
        let to = self.contract.answer(declared);
        let nodes: BTreeSet<_> = self.contract.kinds("Node").collect();
        nodes.contains(to) || ["Account", "Node", "Stakeholder"].contains(&to)
    }
}

/// Whether whoever sees a record is told something of it where others are.
fn even(answers: &BTreeMap<String, Answers>) -> bool {
    let mut known: BTreeMap<&str, bool> = BTreeMap::new();
    answers.values().flatten().all(|answer| match &answer.record {
        Some(record) => {
            let is_told = answer.told != "null";
            *known.entry(record).or_insert(is_told) == is_told
        }
        None => true,
    })
}

/// Types that no query leads to: what mutations answer with, what is told while somebody stays
/// connected, and what errors carry.
const UNREACHED: [&str; 9] = [
    "BoardChanged",
    "Changed",
    "Costliest",
    "ErrorExtensions",
    "Invitation",
    "Mutation",
    "NeighborhoodChanged",
    "Refusal",
    "Subscription",
];

/// Whether a query leads to a type.
pub fn is_reached(of: &str) -> bool {
    !of.ends_with("Payload") && !UNREACHED.contains(&of)
}

/// Every field is reached, and is answered to each viewer as its line of the policy says.
#[test]
fn every_field_is_answered_as_the_table_says() {
    let walked = walked();
    let policy = Policy::standard();
    let reached: BTreeSet<_> = walked.seen.keys().map(|(field, _)| field.clone()).collect();
    let lines = policy.fields.iter().filter(|line| is_reached(line.of));
    let listed: BTreeSet<_> = lines.map(|line| format!("{}.{}", line.of, line.field)).collect();
    let missed: Vec<_> = listed.difference(&reached).collect();
    assert!(missed.is_empty(), "not within {HOPS} hops: {missed:?}");
    assert_eq!(walked.departures(&policy), [""; 0]);
}
