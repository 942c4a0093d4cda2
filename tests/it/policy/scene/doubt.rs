//! Relationships of a scene that do not stay as they were recorded.

use super::{Hand, Scene, with};
use crate::policy::input::bare;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Scene {
    /// Three relationships that will not stay as they are.
    pub(super) async fn doubt(
        hand: &Hand<'_>,
        rows: &BTreeMap<&str, Value>,
        seen: &Value,
        word: &str,
    ) -> [Value; 3] {
        let make = async |target: &str| {
            let more = json!({ "kind": "RELATED_TO", "source": rows["Group"],
                "target": rows[target], "note": word });
            hand.make("addRelationship", "relationship", with(seen.clone(), more)).await
        };
        [make("Place").await, make("Programme").await, make("Implementation").await]
    }

    /// Ends the first of them, corrects the second and retracts the third.
    pub(super) async fn settle(hand: &Hand<'_>, [ended, corrected, mistaken]: [Value; 3]) {
        let first = |id: Value| json!({ "id": id, "expectedVersion": 1 });
        let end = with(first(ended), json!({ "validTo": "2026" }));
        let strengthen = with(first(corrected), json!({ "strength": 3 }));
        for (name, input) in [
            ("endRelationship", end),
            ("updateRelationship", strengthen),
            ("retractRelationship", first(mistaken)),
        ] {
            hand.ground.data(hand.viewer, &bare(name), input).await;
        }
    }
}
