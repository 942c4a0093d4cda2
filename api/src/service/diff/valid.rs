//! Two days compared: what counts on each, as it is known now.

use super::{Difference, GraphDiff, Within, differing, image};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::dating::{DatingBasis, Passage};
use domain::identifier::StakeholderId;
use domain::relationship::RelationshipKind;
use entity::relationship;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What came and ended between two days. What was retracted counts on no day, so that of two days
/// nothing is retracted.
pub(super) fn diff(view: &View, from: NaiveDate, to: NaiveDate, within: &Within<'_>) -> GraphDiff {
    let mut diff = GraphDiff::default();
    for row in view.relationships().filter(|row| view.stands(row) && within.admits(view, row)) {
        let dating = view.dating(row);
        match dating.passage(from, to) {
            Passage::Added => diff.added.push(Difference::standing(row)),
            Passage::Ended => diff.ended.push(Difference::standing(row)),
            Passage::Kept if dating.basis == DatingBasis::Undated => {
                diff.undated.push(Difference::standing(row));
            }
            Passage::Kept | Passage::Absent => {}
        }
    }
    succeed(&mut diff);
    let engagements = view.engagements().filter(|row| {
        within.admits_engagement(view, row)
            && view.engagement_dating(row).passage(from, to) == Passage::Added
    });
    diff.engagements = engagements.cloned().collect();
    diff
}

impl Difference {
    fn standing(row: &Arc<relationship::Model>) -> Self {
        let (id, kind) = (row.id, row.kind);
        let row = Some(Arc::clone(row));
        let image = row.as_deref().map(image).unwrap_or_default();
        Self { id, kind, image, row, replaces: None, fields: super::Fields::new() }
    }
}

/// What makes two relationships the same one at different times.
type Identity = (RelationshipKind, StakeholderId, StakeholderId, Option<String>, Option<String>);

fn identity(row: &relationship::Model) -> Identity {
    (row.kind, row.source_id, row.target_id, row.role.clone(), row.topic.clone())
}

/// One that ended and one like it that came are one that changed.
fn succeed(diff: &mut GraphDiff) {
    let ended = diff.ended.iter().filter_map(|one| one.row.clone());
    let mut ended: HashMap<_, _> = ended.map(|row| (identity(&row), row)).collect();
    let (mut added, mut replaced) = (Vec::new(), HashSet::new());
    for mut one in std::mem::take(&mut diff.added) {
        match one.row.as_ref().and_then(|row| ended.remove(&identity(row))) {
            Some(earlier) => {
                one.fields = differing(&image(&earlier), &one.image);
                one.fields.remove("id");
                replaced.insert(earlier.id);
                one.replaces = Some(earlier);
                diff.changed.push(one);
            }
            None => added.push(one),
        }
    }
    diff.ended.retain(|gone| !replaced.contains(&gone.id));
    diff.added = added;
}
