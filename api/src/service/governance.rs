//! Governance: the bodies that bear on a good, whatever they call themselves, and by what.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use domain::relationship::RelationshipKind;
use domain::stakeholder::StakeholderKind;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A body and what it rests on that it bears on a good.
#[derive(Clone, Debug)]
pub struct Body {
    /// The body.
    pub group: Arc<Stakeholder>,
    /// The relationship that says most: to the good itself, or to who takes care of it.
    pub relationship: Arc<relationship::Model>,
}

/// One good that the viewer may see.
pub fn good(view: &View, id: StakeholderId) -> Result<Arc<Stakeholder>> {
    let found = view.stakeholder(id).filter(|row| row.kind == StakeholderKind::GlobalGood);
    found.cloned().ok_or(Error::NotFound)
}

/// The bodies that bear on a good, those that govern it first: what joins them to it directly, and
/// those within an organization that takes care of it.
pub fn bodies(view: &View, id: StakeholderId, day: NaiveDate) -> Result<Vec<Body>> {
    let good = good(view, id)?;
    let mut found: BTreeMap<StakeholderId, (u8, Arc<relationship::Model>)> = BTreeMap::new();
    let mut add = |row: &Arc<relationship::Model>, group: StakeholderId| {
        let weight = weight(row.kind);
        let known = found.get(&group).is_some_and(|(known, _)| *known <= weight);
        if !known {
            found.insert(group, (weight, row.clone()));
        }
    };
    for row in view.relationships_of(good.id).filter(|row| view.holds(row, day)) {
        let other = if row.source_id == good.id { row.target_id } else { row.source_id };
        add(row, other);
        if row.kind != RelationshipKind::Stewards {
            continue;
        }
        let parts = view.relationships_of(other).filter(|part| {
            part.kind == RelationshipKind::PartOf
                && part.target_id == other
                && view.holds(part, day)
        });
        parts.for_each(|part| add(part, part.source_id));
    }
    let group = |id| view.stakeholder(id).filter(|row| row.kind == StakeholderKind::Group);
    let mut bodies: Vec<_> = found
        .into_iter()
        .filter_map(|(id, (weight, row))| {
            Some((weight, Body { group: group(id)?.clone(), relationship: row }))
        })
        .collect();
    bodies.sort_by(|(one, left), (other, right)| {
        let key = |body: &Body| (view.name_key(body.group.id).to_owned(), body.group.id);
        one.cmp(other).then_with(|| key(left).cmp(&key(right)))
    });
    Ok(bodies.into_iter().map(|(_, body)| body).collect())
}

/// How much a kind of relationship says about what a body may decide; the least first.
fn weight(kind: RelationshipKind) -> u8 {
    match kind {
        RelationshipKind::Governs => 0,
        RelationshipKind::Stewards => 1,
        RelationshipKind::Advises => 2,
        RelationshipKind::PartOf => 3,
        RelationshipKind::RelatedTo => 5,
        _ => 4,
    }
}
