//! Two moments of the log compared: what was recorded, changed and taken back in between.

use super::{Difference, Fields, GraphDiff, Within, differing};
use crate::error::Result;
use crate::op::Op;
use crate::service::change::{Entry, Moment, Stretch, between};
use domain::identifier::{EngagementId, RelationshipId};
use domain::relationship::RelationshipState;
use entity::record::Record;
use entity::{engagement, relationship};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What became of every relationship between two moments; of what came and went in between nothing
/// is told, nor of what the viewer may not read.
pub(super) async fn diff(
    op: &Op,
    after: Moment,
    until: Moment,
    within: &Within<'_>,
) -> Result<GraphDiff> {
    let nouns = [relationship::Model::NOUN, engagement::Model::NOUN];
    let stretch = Stretch { nouns: &nouns, after: Some(after), until: Some(until), subject: None };
    let view = op.view();
    let mut diff = GraphDiff::default();
    for (id, net) in net(&between(op, stretch).await?) {
        if net.noun == engagement::Model::NOUN {
            let came = net.before.is_none() && net.after.is_some();
            let row = view.engagement(EngagementId(id)).filter(|_| came);
            diff.engagements
                .extend(row.filter(|row| within.admits_engagement(&view, row)).cloned());
            continue;
        }
        let Some((class, image)) = net.judge() else { continue };
        let Some(then) = relation(&image).filter(|then| within.admits(&view, then)) else {
            continue;
        };
        let fields = match class {
            Class::Added | Class::Retracted => Fields::new(),
            Class::Ended | Class::Changed => differing(&net.before(), &net.after()),
        };
        let (id, kind) = (RelationshipId(id), then.kind);
        let row = view.relationship(id).cloned();
        let one = Difference { id, kind, image, row, replaces: None, fields };
        match class {
            Class::Added => diff.added.push(one),
            Class::Ended => diff.ended.push(one),
            Class::Changed => diff.changed.push(one),
            Class::Retracted => diff.retracted.push(one),
        }
    }
    Ok(diff)
}

/// What became of a relationship.
#[derive(Clone, Copy)]
enum Class {
    Added,
    Ended,
    Changed,
    Retracted,
}

type Image = Map<String, Value>;

/// A record before the first and after the last of its changes.
struct Net<'a> {
    noun: &'a str,
    before: Option<Image>,
    after: Option<Image>,
}

/// The net effect on each record, in order of id. An erased change has no images left and no effect
/// that could be told.
fn net(entries: &[Entry]) -> BTreeMap<Uuid, Net<'_>> {
    let mut found: BTreeMap<Uuid, Net<'_>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.erases()) {
        let (before, after) = entry.images();
        if before.is_none() && after.is_none() {
            continue;
        }
        let noun = entry.change.noun.as_str();
        let first = || Net { noun, before, after: None };
        found.entry(entry.change.subject_id).or_insert_with(first).after = after;
    }
    found
}

impl Net<'_> {
    fn before(&self) -> Image {
        self.before.clone().unwrap_or_default()
    }

    fn after(&self) -> Image {
        self.after.clone().unwrap_or_default()
    }

    /// What it comes to, with the image by which it is told; none when it comes to nothing.
    fn judge(&self) -> Option<(Class, Image)> {
        let standing = |image: &Option<Image>| {
            let row = image.as_ref().and_then(relation)?;
            (row.state != RelationshipState::Retracted).then_some(row)
        };
        match (standing(&self.before), standing(&self.after)) {
            (None, None) => None,
            (None, Some(_)) => Some((Class::Added, self.after())),
            (Some(_), None) => Some((Class::Retracted, self.before())),
            (Some(was), Some(is)) => {
                let ended = |row: &relationship::Model| {
                    row.valid_to.is_some() || row.state == RelationshipState::Ended
                };
                let class = if ended(&is) && !ended(&was) { Class::Ended } else { Class::Changed };
                let differs = !differing(&self.before(), &self.after()).is_empty();
                differs.then(|| (class, self.after()))
            }
        }
    }
}

fn relation(image: &Image) -> Option<relationship::Model> {
    serde_json::from_value(Value::Object(image.clone())).ok()
}
