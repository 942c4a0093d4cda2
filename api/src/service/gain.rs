//! Gains: what each side of an engagement has of it.

use super::engagement;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write, unmoved};
use domain::engagement::{GainSide, GainStatus};
use domain::identifier::{EngagementId, GainId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::text::{LINE_LIMIT, parse_line};
use entity::gain::Model;

/// What a person typed for a gain.
#[derive(Clone, Debug)]
pub struct GainDraft {
    /// Who gains.
    pub side: GainSide,
    /// What.
    pub text: String,
    /// Whether it has come true.
    pub status: GainStatus,
}

/// What is to change of a gain. The outer absence leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct Patch {
    /// What is gained.
    pub text: Option<Option<String>>,
    /// Whether it has come true.
    pub status: Option<Option<GainStatus>>,
}

/// Adds what a side gains to an engagement that has not been changed since the actor read it.
pub async fn add(op: &Op, id: EngagementId, expected: i32, draft: GainDraft) -> Result<GainId> {
    let row = engagement::load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    parse_line(&draft.text, "text", LINE_LIMIT)?;
    let mut write = op.write().await?;
    unmoved(&*engagement::load(write.view(), id)?, expected)?;
    let id = record(&mut write, id, draft).await?;
    write.commit().await?;
    Ok(id)
}

/// Adds a gain within a write that does more; the caller has asked the policy.
pub async fn record(write: &mut Write<'_>, id: EngagementId, draft: GainDraft) -> Result<GainId> {
    let text = parse_line(&draft.text, "text", LINE_LIMIT)?;
    let gain = Model {
        id: GainId(write.id()),
        engagement_id: id,
        side: draft.side,
        text,
        status: draft.status,
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let id = gain.id;
    write.insert(gain).await?;
    Ok(id)
}

/// Changes a gain; answers with its engagement.
pub async fn update(op: &Op, id: GainId, expected: i32, patch: Patch) -> Result<EngagementId> {
    let whole = allow(op, id).await?;
    let mut write = op.write().await?;
    write.view().gain(id.0).ok_or(Error::NotFound)?;
    let before: Model = write.load(id.0).await?;
    let mut after = before.clone();
    match patch.text {
        None => {}
        Some(text) => after.text = parse_line(&text.unwrap_or_default(), "text", LINE_LIMIT)?,
    }
    match patch.status {
        None => {}
        Some(None) => return Err(Refusal::new(RefusalCode::Required, "status").into()),
        Some(Some(status)) => after.status = status,
    }
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await?;
    Ok(whole)
}

/// Takes a gain away; the history keeps it. Answers with its engagement.
pub async fn remove(op: &Op, id: GainId, expected: i32) -> Result<EngagementId> {
    let whole = allow(op, id).await?;
    let mut write = op.write().await?;
    write.view().gain(id.0).ok_or(Error::NotFound)?;
    let before: Model = write.load(id.0).await?;
    write.delete(before, Expected::Version(expected)).await?;
    write.commit().await?;
    Ok(whole)
}

async fn allow(op: &Op, id: GainId) -> Result<EngagementId> {
    let view = op.view();
    let gain = view.gain(id.0).ok_or(Error::NotFound)?;
    let row = engagement::load(&view, gain.engagement_id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    Ok(row.id)
}
