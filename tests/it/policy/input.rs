//! An input for every mutation, about what stands in a scene.

use super::ground::outside;
use super::scene::meeting::members;
use super::scene::{Scene, births, reach, with};
use domain::vocabulary::Word;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A mutation that answers with nothing but its type.
pub fn bare(name: &str) -> String {
    let input = match name {
        "completeAction" | "reopenAction" => "SettleAction".to_owned(),
        "confirmRelationship" | "disputeRelationship" | "retractRelationship" => {
            "SettleRelationship".to_owned()
        }
        _ => name[..1].to_uppercase() + &name[1..],
    };
    format!("mutation($input: {input}Input!) {{ {name}(input: $input) {{ __typename }} }}")
}

/// A record with a version that it never had.
fn stale(id: &Value) -> Value {
    json!({ "id": id, "expectedVersion": 99 })
}

impl Scene {
    /// An input for every mutation that passes the policy where it may, and that no rule lets change
    /// what is here: versions are stale. What is made anew and undone may be.
    pub fn inputs(&self) -> BTreeMap<String, Value> {
        let lists = [self.additions(), self.commitments(), self.steps(), self.members()];
        let lists = lists.into_iter().flatten();
        let mut inputs: BTreeMap<_, _> =
            lists.map(|(name, input)| (name.to_owned(), input)).collect();
        let births = births(&outside(self.community), self.place.visibility, &self.word);
        for (kind, birth) in births {
            inputs.insert(format!("create{kind}"), birth);
            let renamed = with(stale(&self.rows[kind]), json!({ "nameEn": "Otherwise" }));
            inputs.insert(format!("update{kind}"), renamed);
        }
        if self.import.is_null() {
            inputs.remove("undoImport");
        }
        inputs
    }

    /// What adds something to what is here.
    fn additions(&self) -> Vec<(&'static str, Value)> {
        let (party, group) = (&self.rows["Organization"], &self.rows["Group"]);
        let good = &self.rows["GlobalGood"];
        let seen = json!({ "community": outside(self.community),
            "visibility": self.place.visibility.code() });
        let between =
            json!({ "kind": "RELATED_TO", "note": "Near.", "source": group, "target": party });
        let opening = json!({ "party": group, "objective": "FUND", "why": "They fund." });
        let whole = json!({ "engagement": self.engagement, "expectedVersion": 99 });
        let contact = json!({ "engagement": self.engagement, "happenedOn": "2026-03-01",
            "channel": "CALL", "direction": "MUTUAL", "note": "Spoke." });
        let view = json!({ "community": outside(self.community), "kind": "WHAT_IF",
            "title": "More", "query": format!("who={}", party.as_str().expect("an id")) });
        let stated = json!({ "side": "OFFER", "party": group, "service": "DATA", "text": "More." });
        let held = json!({ "community": outside(self.community), "title": "More",
            "heldOn": "2026-02-03", "visibility": members(&seen) });
        vec![
            ("recordMeeting", held),
            ("addAction", json!({ "community": outside(self.community), "text": "Write." })),
            (
                "addCapability",
                with(
                    seen.clone(),
                    json!({ "provider": group, "good": good, "service": "HOSTING" }),
                ),
            ),
            ("addEvidence", json!({ "subject": party, "evidence": { "source": self.source } })),
            ("addGain", with(whole, json!({ "side": "WE_GAIN", "text": "More skill" }))),
            ("addRelationship", with(seen.clone(), between)),
            (
                "addRequirement",
                json!({ "implementation": self.rows["Implementation"], "text": "Barcodes." }),
            ),
            ("saveView", view),
            ("stateNeed", with(seen.clone(), stated)),
            ("openEngagementFromMatch", json!({ "need": self.need, "party": party })),
            ("addSource", with(seen.clone(), json!({ "kind": "DOCUMENT", "title": "More" }))),
            ("logInteraction", contact),
            ("openEngagement", with(seen, opening)),
            (
                "verifyRelationship",
                json!({ "id": self.relationship, "stance": "SUPPORTS", "note": self.word }),
            ),
            ("recordContact", reach(&self.rows["Person"], 99, &self.word)),
        ]
    }

    /// What comes of the engagement that is here.
    fn commitments(&self) -> Vec<(&'static str, Value)> {
        let whole = json!({ "engagement": self.engagement, "expectedVersion": 99 });
        let seen = json!({ "community": outside(self.community),
            "visibility": self.place.visibility.code() });
        let came = json!({ "kind": "RELATED_TO", "note": "Came.",
            "source": self.rows["Organization"], "target": self.rows["Place"],
            "evidence": { "source": self.source } });
        let said = json!({ "outcome": "APPROVED", "decidedBy": self.rows["Group"],
            "decidedOn": "2026-03-01" });
        let at = |more: Value| with(whole.clone(), more);
        vec![
            ("recordCommitment", at(with(seen, came))),
            ("recordEngagementDecision", at(said)),
            ("setOnboardingStep", at(json!({ "step": 1, "doneOn": "2026-03-01" }))),
            ("startOnboarding", at(json!({ "steps": ["Call."] }))),
            ("tieCommitment", at(json!({ "relationship": self.relationship }))),
        ]
    }

    /// What is done to what is here.
    fn steps(&self) -> Vec<(&'static str, Value)> {
        let party = &self.rows["Organization"];
        let otherwise = |id: &Value, change: Value| with(stale(id), change);
        vec![
            ("acceptProposal", stale(&self.proposal)),
            ("archiveStakeholder", stale(party)),
            ("closeNeed", otherwise(&self.need, json!({ "status": "MET" }))),
            ("completeAction", stale(&self.action)),
            ("confirmRelationship", stale(&self.relationship)),
            ("decideRequirement", otherwise(&self.requirement, json!({ "disposition": "LOCAL" }))),
            ("disputeRelationship", stale(&self.relationship)),
            ("dropAction", otherwise(&self.action, json!({ "reason": "No." }))),
            ("endRelationship", otherwise(&self.relationship, json!({ "validTo": "2026" }))),
            ("erasePerson", stale(&self.rows["Person"])),
            ("forgetContact", json!({ "proposal": self.proposal })),
            ("readNotes", json!({ "meeting": self.meeting })),
            ("rejectProposal", otherwise(&self.proposal, json!({ "reason": "Otherwise." }))),
            ("removeGain", stale(&self.gain)),
            ("removeRequirement", stale(&self.requirement)),
            ("removeMeeting", stale(&self.meeting)),
            ("removeView", stale(&self.saved_view)),
            ("removePracticeData", json!({ "community": outside(self.community) })),
            ("reopenAction", stale(&self.action)),
            ("reopenNeed", stale(&self.need)),
            ("restoreStakeholder", stale(party)),
            ("retractRelationship", stale(&self.relationship)),
            ("revertChange", json!({ "id": self.change })),
            ("revertRevision", json!({ "change": self.change })),
            ("transitionEngagement", otherwise(&self.engagement, json!({ "to": "DORMANT" }))),
            (
                "transitionImplementation",
                otherwise(&self.rows["Implementation"], json!({ "to": "PAUSED" })),
            ),
            ("undoImport", json!({ "id": self.import })),
            ("updateCapability", otherwise(&self.capability, json!({ "note": "Otherwise." }))),
            ("updateEngagement", otherwise(&self.engagement, json!({ "why": "Otherwise." }))),
            ("updateGain", otherwise(&self.gain, json!({ "text": "Otherwise." }))),
            ("updateNeed", otherwise(&self.need, json!({ "text": "Otherwise." }))),
            ("updateMeeting", otherwise(&self.meeting, json!({ "title": "Otherwise" }))),
            ("updateRelationship", otherwise(&self.relationship, json!({ "note": "Otherwise." }))),
            ("updateRequirement", otherwise(&self.requirement, json!({ "text": "Otherwise." }))),
            ("updateView", otherwise(&self.saved_view, json!({ "title": "Otherwise" }))),
            ("verifyCapability", stale(&self.capability)),
            ("withdrawConsent", stale(&self.rows["Person"])),
        ]
    }

    /// What is done to somebody who belongs to the community already.
    fn members(&self) -> Vec<(&'static str, Value)> {
        let member = json!({ "membershipId": self.membership, "expectedVersion": 99 });
        let whom = json!({ "communityId": outside(self.community), "login": self.login,
            "displayName": "Somebody", "locale": "EN", "role": "VIEWER" });
        vec![
            ("changeMemberRole", with(member.clone(), json!({ "role": "EDITOR" }))),
            ("inviteMember", whom),
            ("removeMember", member),
            (
                "setOnboardingTemplate",
                json!({ "community": outside(self.community), "expectedVersion": 99,
                    "steps": ["Call."] }),
            ),
            ("resendInvitation", json!({ "membershipId": self.membership })),
        ]
    }
}
