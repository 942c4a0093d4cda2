//! What differs between two pictures of the graph: of two days, by when relationships count, or of
//! two moments of the log, by when they were recorded.

use crate::error::{Error, Result};
use crate::op::Op;
use crate::service::change::Moment;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::identifier::{RelationshipId, SourceId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{Layer, RelationshipKind};
use entity::{engagement, relationship};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use uuid::Uuid;

mod record;
mod recorded;
mod valid;
pub use record::{FieldHistory, RecordDiff, record_diff};

/// One of the two pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// What counts on this day, as it is known now.
    Day(NaiveDate),
    /// What was recorded by this moment.
    Recorded(Moment),
}

/// The part of the graph that is compared.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Only around this stakeholder, so many steps far.
    pub focus: Option<(StakeholderId, u32)>,
    /// Only these layers.
    pub layers: Option<Vec<Layer>>,
    /// Only these kinds.
    pub kinds: Option<Vec<RelationshipKind>>,
    /// Only what rests on this source.
    pub source: Option<SourceId>,
}

/// What differs; every list in order of recording.
#[derive(Clone, Debug, Default)]
pub struct GraphDiff {
    /// In the later picture only.
    pub added: Vec<Difference>,
    /// In the earlier picture only, because they ended.
    pub ended: Vec<Difference>,
    /// In both, but not alike.
    pub changed: Vec<Difference>,
    /// In the earlier picture only, because they were never so.
    pub retracted: Vec<Difference>,
    /// In both for want of any date.
    pub undated: Vec<Difference>,
    /// Engagements of the later picture only.
    pub engagements: Vec<Arc<engagement::Model>>,
}

/// One relationship that differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Its id.
    pub id: RelationshipId,
    /// What joined the two.
    pub kind: RelationshipKind,
    /// As the log has it in the later picture, or in the earlier one when it is gone from there.
    pub image: Map<String, Value>,
    /// As it is now; none when it is no longer there.
    pub row: Option<Arc<relationship::Model>>,
    /// The one that ended and that it goes on from.
    pub replaces: Option<Arc<relationship::Model>>,
    /// The fields that differ, with what they were and are.
    pub fields: Fields,
}

/// Fields by name, before and after.
pub type Fields = BTreeMap<String, (Option<Value>, Option<Value>)>;

/// What differs from one picture to the other, of what this viewer sees. Both are of the same sort.
pub async fn graph_diff(op: &Op, from: Picture, to: Picture, scope: &Scope) -> Result<GraphDiff> {
    let view = op.view();
    let within = Within::of(&view, scope)?;
    match (from, to) {
        (Picture::Day(from), Picture::Day(to)) if to < from => {
            Err(Refusal::new(RefusalCode::EndBeforeStart, "to").into())
        }
        (Picture::Recorded(Moment::At(from)), Picture::Recorded(Moment::At(to))) if to < from => {
            Err(Refusal::new(RefusalCode::EndBeforeStart, "to").into())
        }
        (Picture::Day(from), Picture::Day(to)) => Ok(valid::diff(&view, from, to, &within)),
        (Picture::Recorded(from), Picture::Recorded(to)) => {
            recorded::diff(op, from, to, &within).await
        }
        _ => Err(Refusal::new(RefusalCode::FieldNotAllowed, "to").into()),
    }
}

/// A scope with the stakeholders that lie in it.
struct Within<'a> {
    scope: &'a Scope,
    near: Option<Near>,
}

/// The stakeholders around a focus.
struct Near {
    /// Nearer than the last step.
    inner: HashSet<StakeholderId>,
    /// All of them.
    all: HashSet<StakeholderId>,
}

impl<'a> Within<'a> {
    fn of(view: &View, scope: &'a Scope) -> Result<Self> {
        if scope.source.is_some_and(|id| view.source(id).is_none()) {
            return Err(Error::NotFound);
        }
        let near = match scope.focus {
            Some((focus, _)) if view.stakeholder(focus).is_none() => return Err(Error::NotFound),
            Some((focus, depth)) => Some(Near::of(view, focus, depth)),
            None => None,
        };
        Ok(Self { scope, near })
    }

    fn admits(&self, view: &View, row: &relationship::Model) -> bool {
        self.scope.kinds.as_ref().is_none_or(|kinds| kinds.contains(&row.kind))
            && self.scope.layers.as_ref().is_none_or(|layers| layers.contains(&row.kind.layer()))
            && self.near.as_ref().is_none_or(|near| near.joins(row))
            && self.rests(view, row.id.0)
    }

    /// An engagement is about one stakeholder, so that layers and kinds mean nothing for it.
    fn admits_engagement(&self, view: &View, row: &engagement::Model) -> bool {
        self.scope.kinds.is_none()
            && self.scope.layers.is_none()
            && self.near.as_ref().is_none_or(|near| near.all.contains(&row.party_id))
            && self.rests(view, row.id.0)
    }

    fn rests(&self, view: &View, subject: Uuid) -> bool {
        let from = |source| view.evidence_of(subject).any(|row| row.source_id == source);
        self.scope.source.is_none_or(from)
    }
}

impl Near {
    /// Whatever the day: what was ever recorded counts as a step, so that what ended or was
    /// retracted is near too.
    fn of(view: &View, focus: StakeholderId, depth: u32) -> Self {
        let mut near = Self { inner: HashSet::new(), all: HashSet::from([focus]) };
        let mut border = vec![focus];
        for _ in 0..depth {
            near.inner.extend(&border);
            let ends = border.iter().flat_map(|id| view.relationships_of(*id));
            let ends: Vec<_> = ends.flat_map(|row| [row.source_id, row.target_id]).collect();
            border = ends.into_iter().filter(|id| near.all.insert(*id)).collect();
        }
        near
    }

    /// Of relationships that are gone from the graph, one end near enough is enough.
    fn joins(&self, row: &relationship::Model) -> bool {
        let ends = [row.source_id, row.target_id];
        ends.iter().any(|id| self.inner.contains(id)) || ends.iter().all(|id| self.all.contains(id))
    }
}

/// A record as an object, as the log has it.
fn image(row: &relationship::Model) -> Map<String, Value> {
    match serde_json::to_value(row) {
        Ok(Value::Object(image)) => image,
        _ => Map::new(),
    }
}

/// The fields that differ between two images; bookkeeping is not told.
fn differing(before: &Map<String, Value>, after: &Map<String, Value>) -> Fields {
    let names = before.keys().chain(after.keys());
    let told = names.filter(|name| !crate::op::BOOKKEEPING.contains(&name.as_str()));
    told.map(|name| (name.clone(), (before.get(name).cloned(), after.get(name).cloned())))
        .filter(|(_, (before, after))| before != after)
        .collect()
}
