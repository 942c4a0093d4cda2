//! What parties of a scene look for and offer, and the conversation that came of it.

use super::{Hand, Scene, with};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Scene {
    /// A need that two fit, one by a capability and one by an offer, and that is spoken about; and one that
    /// was met. Answers with the first.
    pub(super) async fn want(
        hand: &Hand<'_>,
        rows: &BTreeMap<&str, Value>,
        seen: &Value,
        word: &str,
    ) -> Value {
        let stated = |side: &str, party: &str, text: &str| {
            let more = json!({ "side": side, "party": rows[party], "service": "TRAINING",
                "good": rows["GlobalGood"], "text": format!("{word} {text}"), "country": "CM",
                "language": "fr", "until": "2030-01-01", "amount": 20, "currency": "USD" });
            with(seen.clone(), more)
        };
        let need = stated("NEED", "Implementation", "trainers");
        let need = hand.make("stateNeed", "need", need).await;
        hand.make("stateNeed", "need", stated("OFFER", "Group", "courses")).await;
        let met = hand.make("stateNeed", "need", stated("NEED", "Group", "room")).await;
        let closed = json!({ "id": met, "expectedVersion": 1, "status": "MET",
            "metBy": rows["Organization"], "reason": format!("{word} met") });
        hand.make("closeNeed", "need", closed).await;
        let opening = json!({ "need": need, "party": rows["Organization"] });
        let opened = hand.make("openEngagementFromMatch", "engagement", opening).await;
        // It began among members; here it is seen by those who see the need.
        let shown = json!({ "id": opened, "expectedVersion": 1, "visibility": seen["visibility"] });
        hand.make("updateEngagement", "engagement", shown).await;
        need
    }
}
