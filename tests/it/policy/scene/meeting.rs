//! A meeting of a scene, with what its notes propose.

use super::{Hand, secret, with};
use crate::policy::input::bare;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who may see a meeting of this place: it is never public.
pub fn members(seen: &Value) -> Value {
    match seen["visibility"].as_str() {
        Some("PUBLIC") => json!("COMMUNITY"),
        _ => seen["visibility"].clone(),
    }
}

/// A meeting whose notes were read: one proposal was rejected, the others wait. Answers with the meeting
/// and with one that waits.
pub(super) async fn meet(
    hand: &Hand<'_>,
    rows: &BTreeMap<&str, Value>,
    seen: &Value,
    word: &str,
) -> (Value, Value) {
    let party = rows["Organization"].as_str().expect("an id");
    let owner = word.replacen('z', "Z", 1);
    let notes = format!(
        "The {word} of @[them]({party}).\n\nPresent: {owner}guest ({owner}house)\n\n\
         - Action: {owner}owner to write the {word} note by Friday\n- Decided: the {word} plan goes on."
    );
    let attendees = json!([{ "stakeholder": rows["Person"] },
        { "name": format!("{word} guest"), "organization": format!("{word} house") }]);
    let meeting = json!({ "community": seen["community"], "visibility": members(seen),
        "group": rows["Group"], "title": format!("{word} meeting"), "heldOn": "2026-02-02",
        "location": word, "link": format!("https://example.org/{word}/call"),
        "attendees": attendees, "agenda": format!("{word} agenda"), "notes": notes,
        "decisions": [{ "text": format!("{word} decision"), "decidedBy": rows["Group"] }],
        "readNotes": true });
    let meeting = hand.make("recordMeeting", "meeting", meeting).await;
    let read = "query($input: ID!) { meeting(id: $input) { proposals { id kind version } } }";
    let read = hand.ground.data(hand.viewer, read, meeting.clone()).await;
    let all = read["meeting"]["proposals"].as_array().cloned().unwrap_or_default();
    let of_kind = |kind: &str| {
        let found = all.iter().find(|it| it["kind"] == kind).expect("a proposal");
        json!({ "id": found["id"], "expectedVersion": found["version"] })
    };
    let rejected = with(of_kind("ACTION"), json!({ "reason": format!("{word} reason") }));
    hand.ground.data(hand.viewer, &bare("rejectProposal"), rejected).await;
    let accepted = of_kind("ATTENDANCE");
    hand.ground.data(hand.viewer, &bare("acceptProposal"), accepted).await;
    // What anybody suggests about a public profile is for the managers.
    if seen["visibility"] == "PUBLIC" {
        let correction = json!({ "stakeholder": rows["Programme"], "text": format!("{word} is wrong."),
            "contact": format!("{}@example.org", secret(word)) });
        hand.ground.data(hand.viewer, &bare("suggestCorrection"), correction).await;
    }
    let task = json!({ "community": seen["community"], "meeting": meeting,
        "text": format!("{word} task") });
    hand.make("addAction", "action", task).await;
    (meeting, of_kind("DECISION")["id"].clone())
}
