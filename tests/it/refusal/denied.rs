//! Every mutation of the schema, sent by those who may not.

use super::{dump, texts};
use crate::engagement::{World, text, work};
use crate::import::{commit, sheet};
use domain::community::Role;
use domain::policy::{Action, Policy, Rule};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::actor::Actor;

/// The input type of every mutation that needs a right in a place; what decides about one's own
/// account, and about members, is tested beside it.
async fn mutations(actor: &Actor) -> BTreeMap<String, String> {
    let query =
        "{ __schema { mutationType { fields { name args { type { ofType { name } } } } } } }";
    let read = actor.data(query, json!({})).await;
    let fields = read["__schema"]["mutationType"]["fields"].as_array().cloned();
    let input = |field: &Value| {
        assert_eq!(field["args"].as_array().map(Vec::len), Some(1), "{field}");
        (text(&field["name"]), text(&field["args"][0]["type"]["ofType"]["name"]))
    };
    let policy = Policy::standard();
    let placed = |name: &str| match policy.rule("Mutation", name) {
        Some(Rule::Needs(action)) => action != Action::ManageMembers,
        _ => false,
    };
    let mutations = fields.expect("fields");
    let placed = mutations.iter().filter(|field| field["name"].as_str().is_some_and(placed));
    placed.map(input).collect()
}

/// Something of everything that a mutation can name.
struct Scene {
    community: String,
    rows: BTreeMap<&'static str, Value>,
    relationship: Value,
    capability: Value,
    requirement: Value,
    need: Value,
    view: Value,
    meeting: Value,
    proposal: Value,
    source: Value,
    engagement: Value,
    gain: Value,
    action: Value,
    import: Value,
    change: Value,
}

/// What makes a stakeholder of each kind.
fn births(community: &str) -> BTreeMap<&'static str, Value> {
    let named = |more: Value| {
        let mut input = json!({ "nameEn": "Somebody", "community": community,
            "visibility": "PUBLIC" });
        for (field, value) in more.as_object().expect("an object") {
            input[field] = value.clone();
        }
        input
    };
    BTreeMap::from([
        ("GlobalGood", named(json!({}))),
        ("Group", named(json!({ "groupType": "BOARD" }))),
        ("Implementation", named(json!({}))),
        ("Organization", named(json!({ "organizationType": "OTHER" }))),
        ("Person", named(json!({}))),
        ("Place", named(json!({ "level": "COUNTRY" }))),
        ("Programme", named(json!({}))),
        ("Segment", named(json!({}))),
    ])
}

/// What was changed last in a record.
async fn last_change(manager: &Actor, node: &Value) -> Value {
    let log = "query($filter: ChangeFilter) {
        changes(first: 1, filter: $filter) { nodes { id } } }";
    let mut read = manager.data(log, json!({ "filter": { "node": node } })).await;
    read["changes"]["nodes"][0]["id"].take()
}

/// A meeting whose notes propose something.
async fn met(manager: &Actor, community: &str) -> (Value, Value) {
    let held = json!({ "community": community, "title": "Council", "heldOn": "2026-02-02",
        "notes": "Decided: we go on.", "readNotes": true });
    let query = "mutation($input: RecordMeetingInput!) { recordMeeting(input: $input) {
        meeting { id proposals { id } } } }";
    let mut made = manager.data(query, json!({ "input": held })).await;
    let mut meeting = made["recordMeeting"]["meeting"].take();
    let proposal = meeting["proposals"][0]["id"].take();
    (meeting["id"].take(), proposal)
}

/// What users of an implementation ask for, and what it looks for.
async fn asked_for(manager: &Actor, community: &str, implementation: &Value) -> (Value, Value) {
    let query = "mutation($requirement: AddRequirementInput!, $need: StateNeedInput!) {
        addRequirement(input: $requirement) { requirement { id } }
        stateNeed(input: $need) { need { id } } }";
    let requirement = json!({ "implementation": implementation, "text": "Offline forms." });
    let need = json!({ "community": community, "side": "NEED", "party": implementation,
        "service": "TRAINING", "text": "Twenty trainers.", "visibility": "PUBLIC" });
    let mut made = manager.data(query, json!({ "requirement": requirement, "need": need })).await;
    let requirement = made["addRequirement"]["requirement"]["id"].take();
    (requirement, made["stateNeed"]["need"]["id"].take())
}

impl Scene {
    async fn set(world: &World) -> Self {
        let manager = &world.manager;
        let made = async |name: &str, what: &str, input: Value| {
            let kind = name[..1].to_uppercase() + &name[1..];
            let query = format!(
                "mutation($input: {kind}Input!) {{ {name}(input: $input) {{ made: {what} {{ id }} }} }}"
            );
            manager.data(&query, json!({ "input": input })).await[name]["made"]["id"].take()
        };
        let community = world.home();
        let mut rows = BTreeMap::new();
        for (kind, input) in births(&community) {
            let what = kind[..1].to_lowercase() + &kind[1..];
            rows.insert(kind, made(&format!("create{kind}"), &what, input).await);
        }
        let ends = json!({ "kind": "PART_OF", "source": rows["Group"],
            "target": rows["Organization"], "community": community });
        let source = json!({ "kind": "DOCUMENT", "title": "Notes", "community": community });
        let opening = json!({ "community": community, "party": rows["Organization"], "objective": "FUND",
            "why": "They fund.", "visibility": "PUBLIC" });
        let relationship = made("addRelationship", "relationship", ends).await;
        let source = made("addSource", "source", source).await;
        let given = json!({ "provider": rows["Group"], "good": rows["GlobalGood"],
            "service": "TRAINING", "community": community });
        let capability = made("addCapability", "capability", given).await;
        let (requirement, need) = asked_for(manager, &community, &rows["Implementation"]).await;
        let query = format!("who={}", text(&rows["Organization"]));
        let kept =
            json!({ "community": community, "kind": "WHAT_IF", "title": "Kept", "query": query });
        let view = made("saveView", "savedView", kept).await;
        let engagement = made("openEngagement", "engagement", opening).await;
        let gain = json!({ "engagement": engagement, "expectedVersion": 1, "side": "WE_GAIN",
            "text": "Skill" });
        let gain = work(manager, "addGain", gain).await["weGain"][0]["id"].take();
        let (meeting, proposal) = met(manager, &community).await;
        let action = json!({ "community": community, "text": "Call them." });
        let action = made("addAction", "action", action).await;
        let rows_of_sheet = "slug,kind,name_en\na,GLOBAL_GOOD,Alpha";
        let import = commit(manager, &sheet(world, "STAKEHOLDERS", rows_of_sheet)).await;
        let change = last_change(manager, &relationship).await;
        let import = import["import"].clone();
        Self {
            community,
            rows,
            relationship,
            capability,
            requirement,
            need,
            view,
            meeting,
            proposal,
            source,
            engagement,
            gain,
            action,
            import,
            change,
        }
    }

    /// The inputs about what somebody can give.
    fn given(&self) -> [(String, Value); 3] {
        let at = json!({ "id": self.capability, "expectedVersion": 1 });
        let given = json!({ "provider": self.rows["Organization"],
            "good": self.rows["GlobalGood"], "service": "HOSTING", "community": self.community });
        let noted = json!({ "id": self.capability, "expectedVersion": 1, "note": "Otherwise." });
        [("addCapability", given), ("updateCapability", noted), ("verifyCapability", at)]
            .map(|(name, input)| (name.to_owned(), input))
    }

    /// The inputs about what users ask for.
    fn asked(&self) -> [(String, Value); 4] {
        let at = |more: Value| {
            let mut input = json!({ "id": self.requirement, "expectedVersion": 1 });
            for (field, value) in more.as_object().expect("an object") {
                input[field] = value.clone();
            }
            input
        };
        let more = json!({ "implementation": self.rows["Implementation"], "text": "Barcodes." });
        [
            ("addRequirement", more),
            ("decideRequirement", at(json!({ "disposition": "CORE" }))),
            ("removeRequirement", at(json!({}))),
            ("updateRequirement", at(json!({ "text": "Otherwise." }))),
        ]
        .map(|(name, input)| (name.to_owned(), input))
    }

    /// The inputs about what parties look for.
    fn wanted(&self) -> [(String, Value); 5] {
        let at = |field: &str, value: &str| {
            let mut input = json!({ "id": self.need, "expectedVersion": 1 });
            input[field] = json!(value);
            input
        };
        let more = json!({ "community": self.community, "side": "OFFER", "party": self.rows["Group"],
            "service": "DATA", "text": "Reports." });
        let opening = json!({ "need": self.need, "party": self.rows["Group"] });
        [
            ("stateNeed", more),
            ("updateNeed", at("text", "Otherwise.")),
            ("closeNeed", at("status", "MET")),
            ("reopenNeed", json!({ "id": self.need, "expectedVersion": 1 })),
            ("openEngagementFromMatch", opening),
        ]
        .map(|(name, input)| (name.to_owned(), input))
    }

    /// The inputs about what moves, and what comes of it.
    fn moved(&self) -> Vec<(String, Value)> {
        let again = json!({ "id": self.action, "expectedVersion": 1 });
        let on = json!({ "id": self.rows["Implementation"], "expectedVersion": 1, "to": "PILOT" });
        let moves = [("reopenAction", again), ("transitionImplementation", on)];
        let moves = moves.map(|(name, input)| (name.to_owned(), input)).into_iter();
        moves.chain(self.asked()).chain(self.committed()).collect()
    }

    /// The inputs about what comes of an engagement.
    fn committed(&self) -> [(String, Value); 5] {
        let at = |more: Value| {
            let mut input = json!({ "engagement": self.engagement, "expectedVersion": 1 });
            for (field, value) in more.as_object().expect("an object") {
                input[field] = value.clone();
            }
            input
        };
        let said = json!({ "outcome": "APPROVED", "decidedBy": self.rows["Group"],
            "decidedOn": "2026-03-01" });
        let came = json!({ "kind": "RELATED_TO", "note": "Came.", "source": self.rows["Organization"],
            "target": self.rows["Place"], "community": self.community,
            "evidence": { "source": self.source } });
        [
            ("recordCommitment", at(came)),
            ("recordEngagementDecision", at(said)),
            ("setOnboardingStep", at(json!({ "step": 1, "doneOn": "2026-03-01" }))),
            ("startOnboarding", at(json!({ "steps": ["Call."] }))),
            (
                "tieCommitment",
                at(json!({ "relationship": self.relationship,
                    "evidence": { "source": self.source } })),
            ),
        ]
        .map(|(name, input)| (name.to_owned(), input))
    }

    /// The inputs about what is kept to be looked at again.
    fn kept(&self) -> [(String, Value); 3] {
        let at = json!({ "id": self.view, "expectedVersion": 1 });
        let query = format!("who={}", text(&self.rows["Organization"]));
        let more = json!({ "community": self.community, "kind": "WHAT_IF", "title": "More",
            "query": query });
        let named = json!({ "id": self.view, "expectedVersion": 1, "title": "Otherwise" });
        [("saveView", more), ("updateView", named), ("removeView", at)]
            .map(|(name, input)| (name.to_owned(), input))
    }

    /// The inputs about what was said.
    fn said(&self) -> [(String, Value); 7] {
        let at = |id: &Value| json!({ "id": id, "expectedVersion": 1 });
        let held = json!({ "community": self.community, "title": "More", "heldOn": "2026-02-03" });
        let named = json!({ "id": self.meeting, "expectedVersion": 1, "title": "Otherwise" });
        let why = json!({ "id": self.proposal, "expectedVersion": 1, "reason": "No." });
        [
            ("recordMeeting", held),
            ("updateMeeting", named),
            ("removeMeeting", at(&self.meeting)),
            ("forgetContact", json!({ "proposal": self.proposal })),
            ("readNotes", json!({ "meeting": self.meeting })),
            ("acceptProposal", at(&self.proposal)),
            ("rejectProposal", why),
        ]
        .map(|(name, input)| (name.to_owned(), input))
    }

    /// An input for every mutation that would be taken from those who may.
    fn inputs(&self) -> BTreeMap<String, Value> {
        let at = |id: &Value| json!({ "id": id, "expectedVersion": 1 });
        let alone = |id: &Value| json!({ "id": id });
        let party = &self.rows["Organization"];
        let with = |mut input: Value, field: &str, value: Value| {
            input[field] = value;
            input
        };
        let contact = json!({ "engagement": self.engagement, "happenedOn": "2026-03-01",
            "channel": "CALL", "direction": "MUTUAL", "note": "Spoke." });
        let gain = json!({ "engagement": self.engagement, "expectedVersion": 1,
            "side": "WE_GAIN", "text": "More skill" });
        let ends = json!({ "kind": "RELATED_TO", "note": "Neighbours.", "source": self.rows["Group"], "target": party,
            "community": self.community });
        let opening = json!({ "community": self.community, "party": self.rows["Group"],
            "objective": "FUND", "why": "They fund." });
        let mut inputs: BTreeMap<String, Value> = [
            ("addAction", json!({ "community": self.community, "text": "Write." })),
            ("addEvidence", json!({ "subject": party, "evidence": { "source": self.source } })),
            ("addGain", gain),
            ("addRelationship", ends),
            (
                "addSource",
                json!({ "kind": "DOCUMENT", "title": "More", "community": self.community }),
            ),
            ("archiveStakeholder", at(party)),
            ("completeAction", at(&self.action)),
            ("confirmRelationship", at(&self.relationship)),
            ("disputeRelationship", at(&self.relationship)),
            ("dropAction", with(at(&self.action), "reason", json!("No."))),
            ("endRelationship", with(at(&self.relationship), "validTo", json!("2026"))),
            ("logInteraction", contact),
            ("openEngagement", opening),
            ("removeGain", at(&self.gain)),
            ("removePracticeData", json!({ "community": self.community })),
            ("recordContact", with(at(&self.rows["Person"]), "lawfulBasis", json!("CONTRACT"))),
            ("restoreStakeholder", at(party)),
            ("retractRelationship", at(&self.relationship)),
            ("revertChange", alone(&self.change)),
            ("revertRevision", json!({ "change": self.change })),
            ("verifyRelationship", json!({ "id": self.relationship, "stance": "SUPPORTS" })),
            ("transitionEngagement", with(at(&self.engagement), "to", json!("DORMANT"))),
            ("undoImport", alone(&self.import)),
            ("erasePerson", at(&self.rows["Person"])),
            ("withdrawConsent", at(&self.rows["Person"])),
            ("updateEngagement", with(at(&self.engagement), "why", json!("Otherwise."))),
            ("updateGain", with(at(&self.gain), "text", json!("Otherwise."))),
            ("updateRelationship", with(at(&self.relationship), "note", json!("Otherwise."))),
        ]
        .map(|(name, input)| (name.to_owned(), input))
        .into();
        let more = self.given().into_iter().chain(self.kept()).chain(self.said());
        inputs.extend(more.chain(self.moved()).chain(self.wanted()));
        for (kind, birth) in births(&self.community) {
            inputs.insert(format!("create{kind}"), birth);
            let renamed = with(at(&self.rows[kind]), "nameEn", json!("Otherwise"));
            inputs.insert(format!("update{kind}"), renamed);
        }
        inputs
    }
}

/// Whoever may not make a change cannot, by any mutation of the schema: every table but the log of
/// denials stays as it is. A new mutation has to be listed here.
#[tokio::test]
async fn no_mutation_is_open_to_those_who_may_not() {
    let world = World::start().await;
    let scene = Scene::set(&world).await;
    let (mutations, inputs) = (mutations(&world.viewer).await, scene.inputs());
    let (known, listed): (BTreeSet<_>, BTreeSet<_>) =
        (mutations.keys().collect(), inputs.keys().collect());
    assert_eq!(known, listed, "the mutations of the schema and those listed here");
    let reader = world.app.app.store.reader();
    let before = dump(reader).await;
    let anonymous = world.app.anonymous();
    for (name, input) in &inputs {
        let query = format!(
            "mutation($input: {}!) {{ {name}(input: $input) {{ __typename }} }}",
            mutations[name]
        );
        for (actor, codes) in [
            (&world.viewer, &["FORBIDDEN"][..]),
            (&anonymous, &["UNAUTHENTICATED", "NOT_FOUND"][..]),
        ] {
            let answer = actor.post(&query, json!({ "input": input })).await;
            assert!(codes.contains(&answer.code().as_str()), "{name}: {}", answer.text);
            assert!(dump(reader).await == before, "{name} changed something");
        }
    }
    let denied = texts(reader, "SELECT action FROM denial").await;
    assert!(denied.len() >= inputs.len(), "{denied:?}");
}

/// Those who may are not refused for the same inputs, so that the test above refuses the right
/// thing: nothing but the rules of the record itself can stand in their way.
#[tokio::test]
async fn the_same_mutations_are_open_to_those_who_may() {
    let world = World::start().await;
    let scene = Scene::set(&world).await;
    let mutations = mutations(&world.viewer).await;
    let admin = world.app.actor(Role::Admin).await;
    // From the end, so that what is removed is worked on before.
    for (name, input) in scene.inputs().iter().rev() {
        let query = format!(
            "mutation($input: {}!) {{ {name}(input: $input) {{ __typename }} }}",
            mutations[name]
        );
        // Only who administers a community erases.
        let actor = if name == "erasePerson" { &admin } else { &world.manager };
        let answer = actor.post(&query, json!({ "input": input })).await;
        let body = answer.json();
        let code = body["errors"][0]["extensions"]["code"].as_str().unwrap_or("none");
        assert!(["none", "CONFLICT"].contains(&code), "{name}: {}", answer.text);
    }
}
