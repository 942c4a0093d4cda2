//! New relationships: where they stand, and the evidence that comes with them.

use super::{Model, NewEvidence, Op, Place, Result, Write, action_on, evidence, insert};
use crate::op::Stamp;
use crate::service::evidence::Parsed;
use crate::service::place::settle;
use crate::snapshot::View;
use domain::identifier::{CommunityId, RelationshipId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{RelationshipDraft, RelationshipFacts, RelationshipState};
use domain::stakeholder::Visibility;

/// A relationship to be recorded.
#[derive(Clone, Debug)]
pub struct NewRelationship {
    /// What a person typed; its ends have been found.
    pub draft: RelationshipDraft,
    /// Its maintainer; none lets the ends decide.
    pub community: Option<CommunityId>,
    /// Who may see it; none lets the ends decide.
    pub visibility: Option<Visibility>,
    /// Evidence recorded with it in the same step.
    pub evidence: Option<NewEvidence>,
}

/// Records a relationship, as proposed by whoever may propose, in another state by whoever may
/// settle.
pub async fn add(op: &Op, new: NewRelationship) -> Result<RelationshipId> {
    let ready = ready(op, new).await?;
    let mut write = op.write().await?;
    let id = ready.store(&mut write).await?;
    write.commit().await?;
    Ok(id)
}

/// A new relationship that the actor may record, its texts checked.
#[derive(Debug)]
pub struct Ready {
    place: Place,
    facts: RelationshipFacts,
    evidence: Option<Parsed>,
}

/// Asks whether the actor may record it where it is to stand, and checks it.
pub async fn ready(op: &Op, new: NewRelationship) -> Result<Ready> {
    let wish = place_between(&op.view(), &new)?;
    let place = settle(op, action_on(new.draft.state), wish.community, wish.visibility).await?;
    if new.draft.state == RelationshipState::Retracted {
        return Err(Refusal::new(RefusalCode::StateNotReachable, "state").into());
    }
    let (facts, evidence) = parse(new.draft, new.evidence)?;
    Ok(Ready { place, facts, evidence })
}

impl Ready {
    /// Stores it, with its evidence, within a write that may have more to do.
    pub async fn store(self, write: &mut Write<'_>) -> Result<RelationshipId> {
        let record = record(write, self.place, self.facts);
        let id = record.id;
        insert(write, record).await?;
        if let Some(evidence) = self.evidence {
            evidence::attach(write, evidence::Subject::Relationship(id), evidence).await?;
        }
        Ok(id)
    }
}

/// Checks the relationship and its evidence, so that a form is told everything at once.
fn parse(
    draft: RelationshipDraft,
    evidence: Option<NewEvidence>,
) -> Result<(RelationshipFacts, Option<Parsed>), Vec<Refusal>> {
    match (draft.parse(), evidence.map(Parsed::try_from).transpose()) {
        (Ok(facts), Ok(evidence)) => Ok((facts, evidence)),
        (facts, evidence) => {
            Err([facts.err(), evidence.err()].into_iter().flatten().flatten().collect())
        }
    }
}

/// A record with these facts that stands there, with an id of its own.
pub fn record(write: &Write<'_>, place: Place, facts: RelationshipFacts) -> Model {
    stamped(write.stamp(), place, facts)
}

/// As `record`, for a record that is only planned.
pub fn stamped(stamp: Stamp, place: Place, facts: RelationshipFacts) -> Model {
    let mut record = Model {
        id: RelationshipId(stamp.id),
        kind: facts.kind,
        source_id: facts.source,
        target_id: facts.target,
        valid_from: None,
        valid_to: None,
        state: facts.state,
        strength: None,
        note: None,
        role: None,
        topic: None,
        constituency: None,
        voting: None,
        cadence: None,
        last_heard: None,
        blocked_by_id: None,
        amount: None,
        currency: None,
        share_min: None,
        share_max: None,
        purpose: None,
        form: None,
        via_id: None,
        consent: None,
        practice: false,
        community_id: place.community,
        visibility: place.visibility,
        version: 0,
        created_at: stamp.at,
        updated_at: stamp.at,
    };
    record.set_facts(facts);
    record
}

/// Where a relationship is to stand. Unless it is said, it is seen by no more people than its ends
/// are: it stands with the less visible end, or in the registry when both are public.
pub fn place_between(view: &View, new: &NewRelationship) -> Result<Place, Refusal> {
    let source = end_place(view, new.draft.source.id, "source")?;
    let target = end_place(view, new.draft.target.id, "target")?;
    let narrower = if target.visibility > source.visibility { target } else { source };
    let default = match narrower.visibility {
        Visibility::Public => None,
        _ => narrower.community,
    };
    Ok(Place {
        community: new.community.or(default),
        visibility: new.visibility.unwrap_or(narrower.visibility),
    })
}

fn end_place(view: &View, id: StakeholderId, field: &str) -> Result<Place, Refusal> {
    let row = view.stakeholder(id).ok_or_else(|| Refusal::new(RefusalCode::NotFound, field))?;
    if row.archived_at.is_some() {
        return Err(Refusal::new(RefusalCode::Archived, field));
    }
    Ok(Place { community: row.community_id, visibility: row.visibility })
}
