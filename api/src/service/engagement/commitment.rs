//! What came of an engagement: relationships, each with its evidence.

use super::load;
use crate::error::Result;
use crate::op::{Expected, Op, Write, unmoved};
use crate::service::evidence::{self, NewEvidence, Parsed, Subject};
use crate::service::relationship::{NewRelationship, ready};
use domain::engagement::COMMITMENTS;
use domain::identifier::{EngagementId, RelationshipId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use entity::engagement::Model;
use entity::record::List;

/// A relationship that is recorded already, to be tied to the engagement that it came of.
#[derive(Clone, Debug)]
pub struct Tie {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Evidence recorded with the tie; one without any needs it.
    pub evidence: Option<NewEvidence>,
}

/// Records a relationship, its evidence, and that it came of this engagement, in one step.
pub async fn record_commitment(
    op: &Op,
    id: EngagementId,
    expected: i32,
    new: NewRelationship,
) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    if new.evidence.is_none() {
        return Err(Refusal::new(RefusalCode::Required, "evidence").into());
    }
    let ready = ready(op, new).await?;
    let mut write = op.write().await?;
    let before = open(&write, id, expected).await?;
    let relationship = ready.store(&mut write).await?;
    tie(&mut write, before, expected, relationship).await?;
    write.commit().await
}

/// Says that a relationship which is recorded already came of this engagement.
pub async fn tie_commitment(op: &Op, id: EngagementId, expected: i32, new: Tie) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let parsed = new.evidence.map(Parsed::try_from).transpose()?;
    let mut write = op.write().await?;
    let before = open(&write, id, expected).await?;
    let view = write.view();
    if view.relationship(new.relationship).is_none() {
        return Err(Refusal::new(RefusalCode::NotFound, "relationship").into());
    }
    let bare = view.evidence_of(new.relationship.0).next().is_none();
    match parsed {
        Some(parsed) => {
            let subject = Subject::Relationship(new.relationship);
            evidence::attach(&mut write, subject, parsed).await?;
        }
        None if bare => return Err(Refusal::new(RefusalCode::Required, "evidence").into()),
        None => {}
    }
    tie(&mut write, before, expected, new.relationship).await?;
    write.commit().await
}

async fn open(write: &Write<'_>, id: EngagementId, expected: i32) -> Result<Model> {
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    Ok(before)
}

async fn tie(
    write: &mut Write<'_>,
    before: Model,
    expected: i32,
    relationship: RelationshipId,
) -> Result<()> {
    fits(write, &before, relationship)?;
    let mut after = before.clone();
    let List(commitments) = &mut after.commitments;
    if !commitments.contains(&relationship) {
        commitments.push(relationship);
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await
}

/// What comes of an engagement has to do with its party, or with whom one talks to there.
fn fits(write: &Write<'_>, row: &Model, id: RelationshipId) -> Result<(), Refusal> {
    let List(points) = &row.entry_points;
    let ours = |end| end == row.party_id || points.contains(&end);
    let joins =
        write.view().relationship(id).is_some_and(|tie| ours(tie.source_id) || ours(tie.target_id));
    if !joins {
        return Err(Refusal::new(RefusalCode::OtherParty, "source"));
    }
    match row.commitments.0.len() < COMMITMENTS {
        true => Ok(()),
        false => {
            Err(Refusal::new(RefusalCode::TooMany, "engagement").missing(COMMITMENTS.to_string()))
        }
    }
}
