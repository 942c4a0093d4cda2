//! What the moves of the machines leave: an engagement that is committed, an implementation that went on,
//! and an action that was dropped.

use super::{Hand, Scene, with};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Scene {
    /// What users ask for, with what somebody decided about it, and what partners look for.
    pub(super) async fn ask(
        hand: &Hand<'_>,
        rows: &BTreeMap<&str, Value>,
        seen: &Value,
        word: &str,
    ) -> (Value, Value) {
        let asked = json!({ "implementation": rows["Implementation"],
            "text": format!("{word} forms") });
        let requirement = hand.make("addRequirement", "requirement", asked).await;
        let decided = json!({ "id": requirement, "expectedVersion": 1, "disposition": "CORE",
            "decidedBy": rows["Person"], "decidedOn": "2026-02-01",
            "note": format!("{word} decided") });
        hand.make("decideRequirement", "requirement", decided).await;
        (requirement, Self::want(hand, rows, seen, word).await)
    }

    /// A gain, a contact, a move and an action of an engagement; answers with the gain and the action.
    pub(super) async fn work(
        hand: &Hand<'_>,
        engagement: &Value,
        home: &str,
        word: &str,
    ) -> (Value, Value) {
        let read = "query($input: ID!) { node(id: $input) { ... on Engagement { version weGain { id } } } }";
        let version = async || {
            hand.ground.data(hand.viewer, read, engagement.clone()).await["node"]["version"].take()
        };
        let gain = json!({ "engagement": engagement, "expectedVersion": version().await,
            "side": "WE_GAIN", "text": format!("{word} gain") });
        hand.make("addGain", "engagement", gain).await;
        let contact = json!({ "engagement": engagement, "happenedOn": "2026-03-01",
            "channel": "CALL", "direction": "MUTUAL", "note": format!("{word} call") });
        hand.make("logInteraction", "engagement", contact).await;
        let moved = json!({ "id": engagement, "expectedVersion": version().await, "to": "DORMANT",
            "note": format!("{word} moved") });
        hand.make("transitionEngagement", "engagement", moved).await;
        let action = json!({ "community": home, "engagement": engagement,
            "text": format!("{word} action") });
        let action = hand.make("addAction", "action", action).await;
        let mut read = hand.ground.data(hand.viewer, read, engagement.clone()).await;
        (read["node"]["weGain"][0]["id"].take(), action)
    }

    /// A conversation of which something came, with the word in every text.
    pub(super) async fn commit(
        hand: &Hand<'_>,
        rows: &BTreeMap<&str, Value>,
        (seen, source): (&Value, &Value),
        word: &str,
    ) {
        let standing = json!({ "stage": "COMMITTED", "since": "2026-01",
            "source": format!("{word} minutes") });
        let opening = json!({ "party": rows["Organization"], "objective": "CO_FUND",
            "why": format!("{word} why"), "standing": standing, "cadenceDays": 14,
            "nextStep": format!("{word} next"), "nextStepDue": "2026-02-01" });
        let opening = with(seen.clone(), opening);
        let engagement = hand.make("openEngagement", "engagement", opening).await;
        let at = |version: i32, more: Value| {
            with(json!({ "engagement": engagement, "expectedVersion": version }), more)
        };
        let said = json!({ "outcome": "APPROVED", "decidedBy": rows["Group"],
            "decidedOn": "2026-02-01", "note": format!("{word} said"), "source": word });
        hand.make("recordEngagementDecision", "engagement", at(1, said)).await;
        let came = json!({ "kind": "RELATED_TO", "source": rows["Organization"],
            "target": rows["Segment"], "note": word, "evidence": { "source": source } });
        let came = with(seen.clone(), came);
        hand.make("recordCommitment", "engagement", at(2, came)).await;
        let steps = json!({ "steps": [format!("{word} call")] });
        hand.make("startOnboarding", "engagement", at(3, steps)).await;
    }

    /// An implementation that went on for a reason, and an action that was dropped for one.
    pub(super) async fn leave(
        hand: &Hand<'_>,
        rows: &BTreeMap<&str, Value>,
        (home, engagement): (&str, &Value),
        word: &str,
    ) {
        let first = |id: &Value| json!({ "id": id, "expectedVersion": 1 });
        for (version, to) in [(1, "PILOT"), (2, "SCALED")] {
            let input = json!({ "id": rows["Implementation"], "expectedVersion": version,
                "to": to, "note": format!("{word} stage") });
            hand.make("transitionImplementation", "implementation", input).await;
        }
        let action = json!({ "community": home, "engagement": engagement,
            "text": format!("{word} dropped") });
        let action = hand.make("addAction", "action", action).await;
        let dropped = with(first(&action), json!({ "reason": format!("{word} reason") }));
        hand.make("dropAction", "action", dropped).await;
    }
}
