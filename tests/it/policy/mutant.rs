//! The policy with one rule deleted or moved, in turn: the program answers otherwise. Whatever the
//! battery would not notice is told here.

use super::denied::{MAY, expected, scenes};
use super::ground::{Ground, Told, outside};
use super::input::bare;
use super::scene::Scene;
use domain::community::Role;
use domain::policy::{Action, Policy, Rule, Viewer};
use domain::vocabulary::Word;
use serde_json::{Value, json};
use std::sync::Arc;

/// What takes a person's data away; no mutation does.
const EXPORT: &str = "an export";

/// One question of one person.
struct Probe {
    viewer: Viewer,
    /// The document; none takes a person's data away.
    query: Option<String>,
    input: Value,
    /// The deed and the place that it is tried in.
    tried: Option<(String, usize)>,
}

/// What matters of an answer: what was seen, or what kept from it.
fn outcome(told: &Told, probe: &Probe) -> String {
    match (&probe.tried, told.code()) {
        (Some(_), code) if MAY.contains(&code) => "may".to_owned(),
        (Some(_), code) => code.to_owned(),
        (None, code) => format!("{code} {}", told.data),
    }
}

/// What everybody sees by id and of members, and every mutation everywhere.
pub struct Battery<'a> {
    ground: &'a Ground,
    scenes: &'a [Scene],
    probes: Vec<Probe>,
    outcomes: Vec<String>,
    /// What was told of each, under the policy as it is.
    codes: Vec<String>,
}

impl<'a> Battery<'a> {
    pub async fn charge(ground: &'a Ground, scenes: &'a [Scene]) -> Self {
        let ids: Vec<_> = scenes.iter().flat_map(Scene::ids).collect();
        let membership = membership(ground).await;
        let mut probes = Vec::new();
        for (_, viewer) in ground.viewers() {
            let mut put = |query: Option<&str>, input: &Value, tried| {
                let (viewer, query) = (viewer.clone(), query.map(str::to_owned));
                probes.push(Probe { viewer, query, input: input.clone(), tried });
            };
            for (place, scene) in scenes.iter().enumerate() {
                put(None, &scene.rows["Person"], Some((EXPORT.to_owned(), place)));
            }
            let mut add = |query: &str, input: &Value, tried| put(Some(query), input, tried);
            let read = "query($input: [ID!]!) {
                nodes(ids: $input) { id ... on Person { contact { consentNote } } } }";
            add(read, &json!(ids), None);
            add("{ communities { members { role } } me { locale } }", &Value::Null, None);
            let undo = json!({ "id": membership });
            add(&bare("revertChange"), &undo, Some(("a membership".to_owned(), 0)));
            for (place, scene) in scenes.iter().enumerate() {
                for (name, input) in scene.inputs() {
                    add(&bare(&name), &input, Some((name.clone(), place)));
                }
            }
        }
        let standard = Arc::new(Policy::standard());
        let mut battery = Self { ground, scenes, probes, outcomes: Vec::new(), codes: Vec::new() };
        for turn in 0..battery.probes.len() {
            let (outcome, code) = battery.fire(&standard, turn).await;
            battery.outcomes.push(outcome);
            battery.codes.push(code);
        }
        battery
    }

    /// What matters of the answer to one probe, and its code.
    async fn fire(&self, policy: &Arc<Policy>, turn: usize) -> (String, String) {
        let probe = &self.probes[turn];
        let (ground, viewer, input) = (self.ground, &probe.viewer, probe.input.clone());
        match &probe.query {
            Some(query) => {
                let told = ground.ask_under(policy, viewer, query, input).await;
                (outcome(&told, probe), told.code().to_owned())
            }
            None => {
                let code = ground.export_under(policy, viewer, &input).await;
                (code.clone(), code)
            }
        }
    }

    /// Whether anything is answered otherwise under this policy; the likeliest is asked first.
    async fn notices(&self, policy: &Policy, likely: impl Fn(&Probe) -> bool) -> bool {
        let policy = Arc::new(policy.clone());
        let mut turns: Vec<_> = (0..self.probes.len()).collect();
        turns.sort_by_key(|turn| !likely(&self.probes[*turn]));
        for turn in turns {
            if self.fire(&policy, turn).await.0 != self.outcomes[turn] {
                return true;
            }
        }
        false
    }

    /// Whether what was answered to a mutation is not what the table says.
    pub fn departs(&self, policy: &Policy, mutation: &str) -> bool {
        self.probes.iter().zip(&self.codes).any(|(probe, code)| match &probe.tried {
            Some((name, place)) if name == mutation => {
                let codes = expected(policy, &probe.viewer, name, &self.scenes[*place]);
                !codes.contains(&code.as_str())
            }
            _ => false,
        })
    }
}

/// The change that made somebody a member who is one no longer.
async fn membership(ground: &Ground) -> Value {
    ground.newcomer("newcomer", ground.home).await;
    let admin = ground.viewer("admin");
    let log =
        "query($input: ChangeFilter) { changes(first: 40, filter: $input) { nodes { id noun } } }";
    let filter = json!({ "community": outside(ground.home) });
    let log = ground.data(&admin, log, filter).await;
    let of = |change: &&Value| change["noun"] == "membership";
    let change =
        log["changes"]["nodes"].as_array().into_iter().flatten().find(of).expect("a membership");
    ground.data(&admin, &bare("revertChange"), json!({ "id": change["id"] })).await;
    change["id"].clone()
}

/// Every right deleted, and moved to every other role.
pub fn rights() -> Vec<(String, Option<Action>, Policy)> {
    let standard = Policy::standard();
    let mut mutants = Vec::new();
    let mut add = |told: String, action, change: &dyn Fn(&mut Policy)| {
        let mut policy =
            Policy { fields: standard.fields.clone(), rights: standard.rights.clone() };
        change(&mut policy);
        mutants.push((told, action, policy));
    };
    for (turn, (action, least)) in standard.rights.actions.iter().enumerate() {
        add(format!("{action} deleted"), Some(*action), &|policy| {
            policy.rights.actions.to_mut().remove(turn);
        });
        for role in Role::ALL.iter().filter(|role| *role != least) {
            add(format!("{action} for {role}"), Some(*action), &|policy| {
                policy.rights.actions.to_mut()[turn].1 = *role;
            });
        }
    }
    for (turn, (visibility, least)) in standard.rights.readers.iter().enumerate() {
        add(format!("{visibility} deleted"), None, &|policy| {
            policy.rights.readers.to_mut().remove(turn);
        });
        let readers = [None].into_iter().chain(Role::ALL.iter().map(|role| Some(*role)));
        for reader in readers.filter(|reader| reader != least) {
            add(format!("{visibility} for {reader:?}"), None, &|policy| {
                policy.rights.readers.to_mut()[turn].1 = reader;
            });
        }
    }
    mutants
}

/// The policy with a line less, or with other terms in it.
pub fn amended(turn: usize, rule: Option<Rule>) -> Policy {
    let mut policy = Policy::standard();
    match rule {
        Some(rule) => policy.fields[turn].rule = rule,
        None => {
            policy.fields.remove(turn);
        }
    }
    policy
}

/// Every right of the policy deleted, or moved to another role, is noticed by who asks.
#[tokio::test]
async fn no_change_of_a_right_goes_unnoticed() {
    let ground = Ground::lay().await;
    let scenes = scenes(&ground).await;
    let battery = Battery::charge(&ground, &scenes).await;
    let standard = Policy::standard();
    assert!(!battery.notices(&standard, |_| true).await, "the battery tells of nothing");
    let mut survivors = Vec::new();
    for (told, action, mutant) in rights() {
        let likely = |probe: &Probe| match (&probe.tried, action) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((name, _)), Some(Action::ManageMembers)) => name == "a membership",
            (Some((name, _)), Some(Action::ExportPerson)) => name == EXPORT,
            (Some((name, _)), Some(action)) => {
                standard.rule("Mutation", name) == Some(Rule::Needs(action))
            }
        };
        if !battery.notices(&mutant, likely).await {
            survivors.push(told);
        }
    }
    assert!(survivors.is_empty(), "{} survivors: {survivors:#?}", survivors.len());
}

/// No operation begins with a field whose line is gone, and what a mutation needs more by its line,
/// it needs: the program asks the table, and nothing else says so.
#[tokio::test]
async fn the_program_asks_the_table() {
    let mut ground = Ground::lay().await;
    ground.sign_in().await;
    let scenes = scenes(&ground).await;
    let battery = Battery::charge(&ground, &scenes).await;
    let standard = Policy::standard();
    let admin = ground.viewer("admin");
    for (turn, line) in standard.fields.iter().enumerate() {
        let gone = Arc::new(amended(turn, None));
        match line.of {
            "Query" => {
                let told = ask_for(&ground, &gone, &admin, line.field).await;
                assert!(told, "Query.{} without a line", line.field);
            }
            "Mutation" if scenes[0].inputs().contains_key(line.field) => {
                let of = |probe: &Probe| {
                    probe.tried.as_ref().is_some_and(|(name, _)| name == line.field)
                };
                // What only admins may anyway, nobody is kept from who is one.
                let more = Rule::Needs(Action::ManageMembers);
                let least = standard.rights.least_role(Action::ErasePerson);
                let moved =
                    matches!(line.rule, Rule::Needs(it) if standard.rights.least_role(it) != least);
                for rule in [None].into_iter().chain(moved.then_some(Some(more))) {
                    let mutant = amended(turn, rule);
                    let noticed = battery.notices(&mutant, of).await;
                    assert!(noticed, "Mutation.{} with {rule:?}", line.field);
                }
            }
            "Mutation" => {
                let (document, input) = of_oneself(line.field);
                let told = ground.ask_under(&gone, &admin, &document, input.clone()).await;
                assert_eq!(told.code(), "FORBIDDEN", "Mutation.{} without a line", line.field);
                let told = ground.ask(&admin, &document, input).await;
                assert!(MAY.contains(&told.code()) || told.code() == "NOT_FOUND", "{told:?}");
            }
            _ => {}
        }
    }
}

/// What decides about oneself.
fn of_oneself(mutation: &str) -> (String, Value) {
    let input = match mutation {
        "createApiToken" => json!({ "name": "For a script", "scope": "READ" }),
        "revokeApiToken" => json!({ "id": "tok_01kjpwdah0e008000000000001" }),
        "updateProfile" => json!({ "displayName": "A", "locale": "EN", "expectedVersion": 99 }),
        "suggestCorrection" => {
            json!({ "stakeholder": "org_01kjpwdah0e008000000000001", "text": "Wrong." })
        }
        "mute" => json!({ "rule": "DUE" }),
        "unmute" => json!({ "id": "mute_01kjpwdah0e008000000000001" }),
        "setDigest" => json!({ "period": "WEEKLY" }),
        "endSession" => json!({ "id": "ses_01kjpwdah0e008000000000001" }),
        _ => return (format!("mutation {{ {mutation} {{ __typename }} }}"), Value::Null),
    };
    (bare(mutation), input)
}

/// Whether a query that begins with this field is kept from it.
async fn ask_for(ground: &Ground, policy: &Arc<Policy>, viewer: &Viewer, field: &str) -> bool {
    let id = outside(ground.home);
    let id = json!(id).to_string();
    let given = match field {
        "me" | "communities" | "dashboard" | "groupOverlap" | "supportDirectory"
        | "bridgeScore" | "networkClusters" | "weakPoints" => String::new(),
        "networkMeasures" => "(measure: DEGREE)".to_owned(),
        "compareGovernance" => format!("(goods: [{id}])"),
        "peersFor" => format!("(first: 1, implementation: {id})"),
        "groupHealth" => format!("(group: {id})"),
        "feedbackPath" | "meeting" | "need" | "node" | "neighborhood" => format!("(id: {id})"),
        "needMatches" => format!("(id: {id}, first: 1)"),
        "nodes" => format!("(ids: [{id}])"),
        "board" | "engagementFunnel" => format!("(community: {id})"),
        "reviewQueue" => format!("(community: {id}, first: 1)"),
        "allowedTransitions" => format!("(engagement: {id})"),
        "graphDiff" => "(from: { day: \"2026-01-01\" }, to: { day: \"2026-01-02\" })".to_owned(),
        "recordDiff" => format!("(id: {id})"),
        "search" => "(first: 1, text: \"a\")".to_owned(),
        "simulateLoss" => format!("(stakeholders: [{id}])"),
        "fundingConcentration" => format!("(stakeholder: {id})"),
        "notices" => format!("(community: {id}, first: 1)"),
        "callList" | "publicDigest" => format!("(community: {id})"),
        "readContact" => format!("(community: {id}, text: \"Called\")"),
        "brief" => format!("(party: {id})"),
        "fundingRanking" => "(kind: GLOBAL_GOOD)".to_owned(),
        "fundingPaths" => format!("(good: {id})"),
        one if !one.ends_with('s') && one != "people" => format!("(by: {{ id: {id} }})"),
        _ => "(first: 1)".to_owned(),
    };
    let query = format!("{{ {field}{given} {{ __typename }} }}");
    let told = ground.ask_under(policy, viewer, &query, Value::Null).await;
    told.code() == "FORBIDDEN"
}
