//! Summaries, which only the database keeps.

use crate::error::Result;
use crate::op::Op;
use domain::identifier::StakeholderId;
use domain::text::{Locale, TextField};
use entity::stakeholder::text;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, HashMap};

/// The summaries of these stakeholders by language, with one statement; nothing for those that the
/// viewer may not see.
pub async fn summaries(
    op: &Op,
    ids: Vec<StakeholderId>,
) -> Result<HashMap<StakeholderId, BTreeMap<Locale, String>>> {
    let view = op.view();
    let visible = ids.into_iter().filter(|id| view.stakeholder(*id).is_some());
    let rows = text::Entity::find()
        .filter(text::Column::Field.eq(TextField::Summary))
        .filter(text::Column::SubjectId.is_in(visible))
        .all(&op.reader())
        .await?;
    let mut summaries: HashMap<_, BTreeMap<_, _>> = HashMap::new();
    for row in rows {
        summaries.entry(row.subject_id).or_default().insert(row.locale, row.value);
    }
    Ok(summaries)
}
