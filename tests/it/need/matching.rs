//! Who fits a need, and which needs fit an offer: ranked, each with its reasons.

use super::{act, implementation, need};
use crate::capability::{act as give, good};
use crate::engagement::{World, column};
use serde_json::{Value, json};
use tests::actor::Actor;

const MATCHES: &str = "query($id: ID!) { needMatches(id: $id, first: 20) { totalCount nodes {
    party { id name } score factors { reason points } sentence french: sentence(locale: FR)
    counterpart { id } capability { id } relationship { id } engagement { id } } } }";

pub(super) async fn matches(actor: &Actor, id: &Value) -> Vec<Value> {
    let mut data = actor.data(MATCHES, json!({ "id": id })).await;
    let nodes = data["needMatches"]["nodes"].as_array_mut().map(std::mem::take).expect("rows");
    assert_eq!(data["needMatches"]["totalCount"], nodes.len());
    nodes
}

fn names(matches: &[Value]) -> Vec<&str> {
    matches.iter().map(|one| one["party"]["name"].as_str().expect("a name")).collect()
}

fn reasons(one: &Value) -> Vec<String> {
    column(&one["factors"], "reason")
}

struct Known {
    world: World,
    good: String,
    need: Value,
}

/// A need of training for a good, in French in Cameroon.
async fn known() -> Known {
    let world = World::start().await;
    let good = good(&world, "openIMIS").await;
    let cameroon = implementation(&world, "Cameroon").await;
    let more = json!({ "good": good, "country": "CM", "language": "fr" });
    let need = act(&world.editor, "stateNeed", need(&world, &cameroon, more)).await;
    Known { world, good, need }
}

impl Known {
    async fn firm(&self, name: &str, more: Value) -> String {
        let provider = self.world.organization(name, "PUBLIC").await;
        let given = json!({ "provider": provider, "good": self.good, "service": "TRAINING" });
        give(&self.world.editor, "addCapability", super::with(given, more)).await;
        provider
    }

    async fn offer(&self, party: &str, more: Value) -> Value {
        let offer = json!({ "side": "OFFER", "good": self.good, "text": "We train." });
        let input = need(&self.world, &json!(party), super::with(offer, more));
        act(&self.world.editor, "stateNeed", input).await
    }
}

/// Who fits better stands before who fits less, and each is told why in both languages: by the capability
/// that fits best, or by the open offer. Another service or another good is no match.
#[tokio::test]
async fn the_best_comes_first() {
    let known = known().await;
    let (here, full) = (
        json!({ "countries": ["CM"] }),
        json!({ "countries": ["CM"],
        "languages": ["fr"], "level": 3 }),
    );
    known.firm("Near", here).await;
    known.firm("Best", full).await;
    known.firm("Elsewhere", json!({ "countries": ["TD"], "languages": ["en"] })).await;
    known.firm("Hosts", json!({ "service": "HOSTING" })).await;
    let offering = known.world.organization("Offers", "PUBLIC").await;
    known.offer(&offering, json!({ "country": "CM", "language": "fr" })).await;
    let found = matches(&known.world.viewer, &known.need["id"]).await;
    assert_eq!(names(&found), ["Offers", "Best", "Near", "Elsewhere"]);
    assert_eq!(
        reasons(&found[1]),
        [
            "SAME_SERVICE",
            "SAME_GOOD",
            "IN_COUNTRY",
            "IN_LANGUAGE",
            "NOT_VERIFIED",
            "LEVEL_WITHOUT_EVIDENCE",
            "FAR_AWAY"
        ]
    );
    assert!(found[1]["capability"]["id"].is_string() && found[1]["counterpart"].is_null());
    assert!(found[0]["counterpart"]["id"].is_string() && found[0]["capability"].is_null());
    assert!(reasons(&found[0]).contains(&"OPEN_OFFER".to_owned()));
    assert!(reasons(&found[3]).contains(&"OTHER_COUNTRY".to_owned()));
    let total = |one: &Value| -> i64 {
        let factors = one["factors"].as_array().expect("factors");
        factors.iter().filter_map(|factor| factor["points"].as_i64()).sum()
    };
    for one in &found {
        assert_eq!(one["score"], total(one));
    }
    let told = found[1]["sentence"].as_str().expect("a sentence");
    assert!(told.starts_with("Best: the same service, the same global good, in this country"));
    let told = found[1]["french"].as_str().expect("a sentence");
    assert!(told.starts_with("Best\u{a0}: le même service, le même bien commun, dans ce pays"));
}

/// Who is near us, is verified, has evidence or offers it besides, ranks higher than before.
#[tokio::test]
async fn what_speaks_for_somebody_counts() {
    let known = known().await;
    let firm = known.firm("Firm", json!({ "level": 2 })).await;
    let score = async || matches(&known.world.viewer, &known.need["id"]).await[0]["score"].as_i64();
    let mut last = score().await;
    let mut rises = async |what: &str| {
        let now = score().await;
        assert!(now > last, "{what}: {now:?} after {last:?}");
        last = now;
    };
    let offer = known.offer(&firm, json!({})).await;
    rises("an open offer").await;
    let near = json!({ "kind": "RELATED_TO", "note": "Near.", "state": "CONFIRMED",
        "source": firm, "target": known.need["party"]["id"], "community": known.world.home() });
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    known.world.manager.data(query, json!({ "input": near })).await;
    rises("a relationship").await;
    let read = "query($id: ID!) { capabilities(first: 1, filter: { provider: $id }) {
        nodes { id version } } }";
    let mut read = known.world.manager.data(read, json!({ "id": firm })).await;
    let row = read["capabilities"]["nodes"][0].take();
    let verified = json!({ "id": row["id"], "expectedVersion": row["version"] });
    give(&known.world.manager, "verifyCapability", verified).await;
    rises("a verification").await;
    let source = "mutation { addSource(input: { kind: DOCUMENT, title: \"Report\" }) {
        source { id } } }";
    let source = known.world.manager.data(source, json!({})).await;
    let said = json!({ "subject": row["id"],
        "evidence": { "source": source["addSource"]["source"]["id"] } });
    let query = "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) {
        evidence { id } } }";
    known.world.manager.data(query, json!({ "input": said })).await;
    rises("evidence").await;
    let met = json!({ "id": offer["id"], "expectedVersion": offer["version"], "status": "MET" });
    act(&known.world.editor, "closeNeed", met).await;
    let found = matches(&known.world.viewer, &known.need["id"]).await;
    assert!(!reasons(&found[0]).contains(&"OPEN_OFFER".to_owned()), "it was taken up");
}

/// An offer finds those who need it, and none whose need is settled, and not itself; an offer whose day is
/// over fits nothing any more.
#[tokio::test]
async fn an_offer_finds_who_needs_it() {
    let known = known().await;
    let firm = known.world.organization("Firm", "PUBLIC").await;
    let offer = known.offer(&firm, json!({ "country": "CM" })).await;
    let own = need(&known.world, &json!(firm), json!({ "good": known.good }));
    act(&known.world.editor, "stateNeed", own).await;
    let found = matches(&known.world.viewer, &offer["id"]).await;
    assert_eq!(names(&found), ["Cameroon"]);
    assert_eq!(found[0]["counterpart"]["id"], known.need["id"]);
    assert!(reasons(&found[0]).contains(&"IN_COUNTRY".to_owned()));
    assert!(reasons(&found[0]).contains(&"LANGUAGE_NOT_RECORDED".to_owned()));

    let over = json!({ "id": offer["id"], "expectedVersion": 1, "until": "2020-01-01" });
    act(&known.world.editor, "updateNeed", over).await;
    let found = matches(&known.world.viewer, &known.need["id"]).await;
    assert_eq!(names(&found), [""; 0]);
    let row = &known.need;
    let met = json!({ "id": row["id"], "expectedVersion": row["version"], "status": "MET" });
    act(&known.world.editor, "closeNeed", met).await;
    assert_eq!(names(&matches(&known.world.viewer, &offer["id"]).await), [""; 0]);
}

/// What is hidden from somebody changes nothing of what they are told, not even an order; and of a hidden
/// need nothing is matched.
#[tokio::test]
async fn hidden_rows_change_no_match() {
    let known = known().await;
    let firm = known.firm("Firm", json!({ "countries": ["CM"] })).await;
    known.firm("Other", json!({ "countries": ["CM"] })).await;
    let before = matches(&known.world.viewer, &known.need["id"]).await;
    let hidden = known.world.organization("Hidden", "RESTRICTED").await;
    let given = json!({ "provider": hidden, "good": known.good, "service": "TRAINING",
        "countries": ["CM"], "languages": ["fr"], "level": 4 });
    give(&known.world.manager, "addCapability", given).await;
    let offer = json!({ "side": "OFFER", "good": known.good, "visibility": "RESTRICTED" });
    let offer = need(&known.world, &json!(firm), offer);
    act(&known.world.manager, "stateNeed", offer).await;
    assert_eq!(matches(&known.world.viewer, &known.need["id"]).await, before);
    let all = matches(&known.world.manager, &known.need["id"]).await;
    assert_eq!(names(&all), ["Firm", "Hidden", "Other"]);
    let count = "query($id: ID!) { needMatches(id: $id, first: 5) { totalCount } }";
    let told = known.world.app.anonymous().post(count, json!({ "id": known.need["id"] })).await;
    assert_eq!(told.code(), "NOT_FOUND");
}
