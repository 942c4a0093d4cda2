//! What the log asks a view: whether an old image was to be seen, and what rests on a record.

use super::View;
use crate::snapshot::held::{match_noun, with_noun};
use domain::identifier::{
    CommunityId, EngagementId, EvidenceId, MeetingId, NeedId, Noun, RelationshipId, SourceId,
    StakeholderId,
};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use entity::engagement;
use serde_json::{Map, Value};
use uuid::Uuid;

impl View {
    /// Whether a record of this noun with this id exists at all, seen or not.
    pub(crate) fn knows(&self, noun: &str, id: Uuid) -> bool {
        with_noun!(noun, R => self.snapshot.rows::<R>().contains_key(&id), else false)
    }

    /// What a person would call a record, seen or not.
    pub(crate) fn title_of(&self, noun: &str, id: Uuid) -> Option<String> {
        with_noun!(noun, R => {
            let row = self.snapshot.rows::<R>().get(&id)?;
            Some(::entity::record::Record::title(&**row))
        }, else None)
    }

    /// The noun of a record that the log of changes calls by this name; of a stakeholder only while seen.
    pub fn noun_of(&self, name: &str, id: Uuid) -> Option<Noun> {
        Noun::of_record(name, self.stakeholder(StakeholderId(id)).map(|row| row.kind))
    }

    /// What a record looks like now, seen or not, without its long texts; null when it is gone.
    pub(crate) fn image_of(&self, noun: &str, id: Uuid) -> Value {
        let image = with_noun!(noun, R => {
            self.snapshot.rows::<R>().get(&id).and_then(|row| serde_json::to_value(&**row).ok())
        }, else None);
        image.unwrap_or_default()
    }

    /// Where a record stands; one that hangs on another stands where that stands.
    pub(crate) fn place_of(&self, noun: &str, id: Uuid) -> Option<Place> {
        let of_engagement = |id: EngagementId| {
            let row = self.engagement(id)?;
            Some(Place { community: Some(row.community_id), visibility: row.visibility })
        };
        match noun {
            "gain" => of_engagement(self.gain(id)?.engagement_id),
            "interaction" => of_engagement(self.interaction(id)?.engagement_id),
            "transition" => of_engagement(self.transition(id)?.engagement_id),
            _ => with_noun!(noun, R => {
                let row = self.snapshot.rows::<R>().get(&id)?;
                ::entity::record::Record::place(&**row)
            }, else None),
        }
    }

    /// Where a record stood that looked like this image; one that hung on another stands where that
    /// does. Of what tells neither, only those who see everything may judge.
    pub(crate) fn place_of_image(&self, image: &Map<String, Value>) -> Place {
        let engagement = uuid(image, "engagementId").map(EngagementId);
        match engagement.and_then(|id| self.engagement(id)) {
            Some(row) if !image.contains_key("communityId") => {
                Place { community: Some(row.community_id), visibility: row.visibility }
            }
            _ => Place {
                community: uuid(image, "communityId").map(CommunityId),
                visibility: visibility(image),
            },
        }
    }

    /// Whether records, seen or not, still rest on this one, so that it cannot go.
    pub(crate) fn rests_on(&self, noun: &str, id: Uuid) -> bool {
        let snapshot = &self.snapshot;
        match noun {
            "stakeholder" => {
                let stakeholder = StakeholderId(id);
                snapshot.is_joined(stakeholder)
                    || snapshot.engagements_of.contains_key(&stakeholder)
                    || snapshot.capabilities_of.contains_key(&stakeholder)
                    || snapshot.requirements_of.contains_key(&stakeholder)
                    || snapshot.needs_of.contains_key(&stakeholder)
                    || snapshot.evidence_of.contains_key(&id)
                    || self.is_named(stakeholder)
                    || self.is_kept(stakeholder)
                    || self.is_met(stakeholder)
            }
            "relationship" => {
                let came = RelationshipId(id);
                snapshot.evidence_of.contains_key(&id)
                    || snapshot.engagements.values().any(|row| row.commitments.0.contains(&came))
            }
            "engagement" => {
                snapshot.parts_of.contains_key(&EngagementId(id))
                    || snapshot.evidence_of.contains_key(&id)
                    || snapshot
                        .engagements
                        .values()
                        .any(|row| row.reopens_id == Some(EngagementId(id)))
            }
            "source" => {
                snapshot.evidence.values().any(|row| row.source_id == SourceId(id))
                    || snapshot.meetings.values().any(|row| row.source_id == Some(SourceId(id)))
            }
            "meeting" => self.has_outcome(MeetingId(id)),
            "need" => snapshot.engagements_from.contains_key(&NeedId(id)),
            "evidence" => !snapshot.evidence.contains_key(&EvidenceId(id).0),
            "action" | "capability" => snapshot.evidence_of.contains_key(&id),
            "account" | "community" | "import" => true,
            _ => false,
        }
    }

    /// As `rests_on`, for records that the viewer sees.
    pub(crate) fn rests_in_sight(&self, noun: &str, id: Uuid) -> bool {
        if self.scope.everything() {
            return self.rests_on(noun, id);
        }
        let said = || self.evidence_of(id).next().is_some();
        match noun {
            "stakeholder" => {
                let stakeholder = StakeholderId(id);
                self.relationships_of(stakeholder).next().is_some()
                    || self.engagements_of(stakeholder).next().is_some()
                    || self.capabilities_of(stakeholder).next().is_some()
                    || self.requirements_of(stakeholder).next().is_some()
                    || self.needs_of(stakeholder).next().is_some()
                    || said()
                    || self.is_named_in_sight(stakeholder)
                    || self.saved_views_of(stakeholder).next().is_some()
                    || self.is_met_in_sight(stakeholder)
            }
            "meeting" => {
                self.actions_from(MeetingId(id)).next().is_some()
                    || self.proposals_of(MeetingId(id)).next().is_some()
            }
            "need" => self.engagements_from(NeedId(id)).next().is_some(),
            "action" | "capability" => said(),
            "relationship" => {
                let came = RelationshipId(id);
                said() || self.engagements().any(|row| row.commitments.0.contains(&came))
            }
            "engagement" => {
                let whole = EngagementId(id);
                said()
                    || self.gains_of(whole).next().is_some()
                    || self.interactions_of(whole).next().is_some()
                    || self.transitions_of(whole).next().is_some()
                    || self.actions_of(whole).next().is_some()
                    || self.engagements().any(|row| row.reopens_id == Some(whole))
            }
            "source" => {
                let cited = |row: &entity::evidence::Model| {
                    row.source_id == SourceId(id) && self.evidence(row.id).is_some()
                };
                self.snapshot.evidence.values().any(|row| cited(row))
                    || self.meetings().any(|row| row.source_id == Some(SourceId(id)))
            }
            _ => self.rests_on(noun, id),
        }
    }

    fn is_named_in_sight(&self, id: StakeholderId) -> bool {
        let by_relationship =
            self.relationships().any(|row| row.via_id == Some(id) || row.blocked_by_id == Some(id));
        let by_engagement = self.engagements().any(|row| names(row, id));
        let asserted = |row: &entity::evidence::Model| {
            row.asserter_id == Some(id) && self.evidence(row.id).is_some()
        };
        let by_requirement = self.requirements().any(|row| row.decided_by_id == Some(id));
        by_relationship
            || by_engagement
            || by_requirement
            || self.needs().any(|row| row.met_by_id == Some(id))
            || self.snapshot.evidence.values().any(|row| asserted(row))
            || self.communities().any(|row| row.global_good_id == Some(id))
    }

    fn is_named(&self, id: StakeholderId) -> bool {
        let snapshot = &self.snapshot;
        let by_relationship = snapshot
            .relationships
            .values()
            .any(|row| row.via_id == Some(id) || row.blocked_by_id == Some(id));
        let by_engagement = snapshot.engagements.values().any(|row| names(row, id));
        let mut decided = snapshot.requirements.values().map(|row| row.decided_by_id);
        by_relationship
            || by_engagement
            || decided.any(|by| by == Some(id))
            || snapshot.needs.values().any(|row| row.met_by_id == Some(id))
            || snapshot.evidence.values().any(|row| row.asserter_id == Some(id))
            || snapshot.communities.values().any(|row| row.global_good_id == Some(id))
    }
}

/// Whether an engagement names somebody who is not its party.
fn names(row: &engagement::Model, id: StakeholderId) -> bool {
    row.deciding_group_id == Some(id)
        || row.decided_by_id == Some(id)
        || row.entry_points.0.contains(&id)
}

fn uuid(image: &Map<String, Value>, field: &str) -> Option<Uuid> {
    image.get(field).and_then(Value::as_str).and_then(|text| text.parse().ok())
}

fn visibility(image: &Map<String, Value>) -> Visibility {
    let code = image.get("visibility").and_then(Value::as_str);
    // An image without a readable visibility is shown to nobody but those who see everything.
    code.and_then(|code| code.parse().ok()).unwrap_or(Visibility::Restricted)
}
