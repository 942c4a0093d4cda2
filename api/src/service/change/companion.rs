//! Changes that are taken back together or not at all: what one step did to an engagement and to
//! the history of its stages.

use super::{Entry, entries};
use crate::error::Result;
use crate::op::Op;
use entity::record::Record;
use entity::{change, engagement, gain, interaction, transition};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;
use serde_json::Value;
use uuid::Uuid;

/// The change with its companions, the last one first. A stage and the step that led to it never
/// part, and an engagement does not come or go without its parts.
pub(super) async fn with_companions(op: &Op, named: Entry) -> Result<Vec<Entry>> {
    let Some(whole) = whole(&named) else {
        return Ok(vec![named]);
    };
    let nouns = [
        engagement::Model::NOUN,
        transition::Model::NOUN,
        gain::Model::NOUN,
        interaction::Model::NOUN,
    ];
    let same_step = change::Column::Revision.eq(named.change.revision);
    let mut together = entries(op, same_step.and(change::Column::Noun.is_in(nouns))).await?;
    together.retain(|entry| part_of(entry) == Some(whole));
    let moves = together.iter().any(|entry| entry.change.noun == transition::Model::NOUN);
    Ok(if moves { together } else { vec![named] })
}

/// The engagement that a change may have to be taken back with.
fn whole(entry: &Entry) -> Option<Uuid> {
    let noun = entry.change.noun.as_str();
    let bound = [engagement::Model::NOUN, transition::Model::NOUN].contains(&noun);
    bound.then(|| part_of(entry)).flatten()
}

fn part_of(entry: &Entry) -> Option<Uuid> {
    match entry.change.noun.as_str() {
        engagement::Model::NOUN => Some(entry.change.subject_id),
        _ => entry.image().get("engagementId").and_then(Value::as_str)?.parse().ok(),
    }
}
