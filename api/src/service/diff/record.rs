//! One record between two of its changes, field by field.

use crate::error::{Error, Result};
use crate::op::Op;
use crate::service::change::{Entry, Moment, Stretch, between, load};
use domain::identifier::ChangeId;
use uuid::Uuid;

/// The changes that lie between two states of a record, the first one first.
#[derive(Clone, Debug)]
pub struct RecordDiff {
    /// The change that the earlier state came from; none is before it was recorded.
    pub from: Option<Entry>,
    /// The changes, as far as the viewer reads them; the later state came from the last of them.
    pub steps: Vec<Entry>,
}

/// What one field was and became, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHistory<T> {
    /// The field.
    pub field: String,
    /// Each change of it, with what it was before and after.
    pub steps: Vec<(T, Option<String>, Option<String>)>,
}

/// How a record came from one state to another. Both are named by the changes that they came from;
/// absent ones are before its first change and after its last.
pub async fn record_diff(
    op: &Op,
    subject: Uuid,
    from: Option<ChangeId>,
    to: Option<ChangeId>,
) -> Result<RecordDiff> {
    let mut ends = Vec::new();
    for id in [from, to].into_iter().flatten() {
        let entry = load(op, id).await?;
        // A change of another record says nothing about this one.
        if entry.change.subject_id != subject {
            return Err(Error::NotFound);
        }
        ends.push(entry);
    }
    let stretch = Stretch {
        nouns: &[],
        subject: Some(subject),
        after: from.map(Moment::Change),
        until: to.map(Moment::Change),
    };
    let steps = between(op, stretch).await?;
    if from.is_none() && steps.is_empty() {
        return Err(Error::NotFound);
    }
    let from = from.and_then(|from| ends.into_iter().find(|entry| entry.change.id == from));
    Ok(RecordDiff { from, steps })
}

impl<T> FieldHistory<T> {
    /// What it was first; none when it was empty or hidden.
    pub fn before(&self) -> Option<&str> {
        self.steps.first().and_then(|(_, before, _)| before.as_deref())
    }

    /// What it became at last.
    pub fn after(&self) -> Option<&str> {
        self.steps.last().and_then(|(_, _, after)| after.as_deref())
    }
}
