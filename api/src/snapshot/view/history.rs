//! What the log asks a view: whether an old image was to be seen, and what rests on a record.

use super::View;
use crate::snapshot::held::{match_noun, with_noun};
use domain::identifier::{
    AccountId, CommunityId, EngagementId, EvidenceId, RelationshipId, SourceId, StakeholderId,
};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use serde_json::{Map, Value};
use uuid::Uuid;

impl View {
    /// Whether a record of this noun with this id exists at all, seen or not.
    pub(crate) fn knows(&self, noun: &str, id: Uuid) -> bool {
        with_noun!(noun, R => self.snapshot.rows::<R>().contains_key(&id), else false)
    }

    /// Whether the viewer would see a record that looks like this image.
    pub(crate) fn sees_image(&self, noun: &str, image: &Map<String, Value>) -> bool {
        let id = |field: &str| uuid(image, field);
        let party = |field: &str| {
            id(field)
                .is_some_and(|id| !self.exists(id) || self.stakeholder(StakeholderId(id)).is_some())
        };
        match noun {
            "gain" | "interaction" | "transition" => {
                id("engagementId").is_some_and(|id| self.engagement(EngagementId(id)).is_some())
            }
            "relationship" => self.sees_standing(image) && party("sourceId") && party("targetId"),
            "engagement" => self.sees_community(image) && party("partyId"),
            "action" => self.sees_community(image),
            "import" | "membership" => id("communityId")
                .is_some_and(|id| self.sees(Some(CommunityId(id)), Visibility::Community)),
            "community" => true,
            "evidence" => self.sees_standing(image) && self.sees_image_subject(image),
            "account" => id("id").is_some_and(|id| self.account(AccountId(id)).is_some()),
            _ => self.sees_standing(image),
        }
    }

    fn exists(&self, id: Uuid) -> bool {
        self.snapshot.stakeholders.contains_key(&id)
    }

    fn sees_image_subject(&self, image: &Map<String, Value>) -> bool {
        let noun = image.get("subjectNoun").and_then(Value::as_str).unwrap_or_default();
        let source = uuid(image, "sourceId");
        let subject = uuid(image, "subjectId");
        let gone = |id| !self.knows(noun, id);
        source.is_some_and(|id| self.source(SourceId(id)).is_some())
            && subject.is_some_and(|id| gone(id) || self.sees_subject(noun, id))
    }

    fn sees_standing(&self, image: &Map<String, Value>) -> bool {
        self.sees(uuid(image, "communityId").map(CommunityId), visibility(image))
    }

    fn sees_community(&self, image: &Map<String, Value>) -> bool {
        uuid(image, "communityId")
            .is_some_and(|id| self.sees(Some(CommunityId(id)), visibility(image)))
    }

    /// The community that a record belongs to: its own, or that of the record it hangs on.
    pub(crate) fn community_of(
        &self,
        noun: &str,
        id: Uuid,
        image: &Map<String, Value>,
    ) -> Option<CommunityId> {
        if noun == "community" {
            return Some(CommunityId(id));
        }
        let own = uuid(image, "communityId").map(CommunityId);
        let engagement = || {
            let id = uuid(image, "engagementId")?;
            Some(self.engagement(EngagementId(id))?.community_id)
        };
        own.or_else(engagement)
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

    /// Whether records, seen or not, still rest on this one, so that it cannot go.
    pub(crate) fn rests_on(&self, noun: &str, id: Uuid) -> bool {
        let snapshot = &self.snapshot;
        match noun {
            "stakeholder" => {
                let stakeholder = StakeholderId(id);
                snapshot.touching.contains_key(&stakeholder)
                    || snapshot.engagements_of.contains_key(&stakeholder)
                    || snapshot.evidence_of.contains_key(&id)
                    || self.is_named(stakeholder)
            }
            "relationship" => snapshot.evidence_of.contains_key(&RelationshipId(id).0),
            "engagement" => {
                snapshot.parts_of.contains_key(&EngagementId(id))
                    || snapshot.evidence_of.contains_key(&id)
                    || snapshot
                        .engagements
                        .values()
                        .any(|row| row.reopens_id == Some(EngagementId(id)))
            }
            "source" => snapshot.evidence.values().any(|row| row.source_id == SourceId(id)),
            "evidence" => !snapshot.evidence.contains_key(&EvidenceId(id).0),
            "action" => snapshot.evidence_of.contains_key(&id),
            "account" | "community" | "import" => true,
            _ => false,
        }
    }

    fn is_named(&self, id: StakeholderId) -> bool {
        let snapshot = &self.snapshot;
        let by_relationship = snapshot
            .relationships
            .values()
            .any(|row| row.via_id == Some(id) || row.blocked_by_id == Some(id));
        let by_engagement = snapshot
            .engagements
            .values()
            .any(|row| row.deciding_group_id == Some(id) || row.entry_points.0.contains(&id));
        by_relationship
            || by_engagement
            || snapshot.evidence.values().any(|row| row.asserter_id == Some(id))
            || snapshot.communities.values().any(|row| row.global_good_id == Some(id))
    }
}

fn uuid(image: &Map<String, Value>, field: &str) -> Option<Uuid> {
    image.get(field).and_then(Value::as_str).and_then(|text| text.parse().ok())
}

fn visibility(image: &Map<String, Value>) -> Visibility {
    let code = image.get("visibility").and_then(Value::as_str);
    // An image without a readable visibility is shown to nobody but those who see everything.
    code.and_then(|code| code.parse().ok()).unwrap_or(Visibility::Restricted)
}
