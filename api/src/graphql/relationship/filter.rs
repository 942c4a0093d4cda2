//! Which relationships are asked for.

use crate::graphql::filter::any_of;
use crate::graphql::identifier::Outside;
use crate::graphql::scalar::TypedDay;
use crate::service::evidence;
use crate::snapshot::View;
use async_graphql::{Enum, ID, InputObject};
use chrono::NaiveDate;
use domain::confidence::{self, Freshness};
use domain::identifier::{SourceId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{Layer, RelationshipKind, RelationshipState};
use entity::relationship::Model;

/// Which way a relationship is read from a stakeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RelationshipDirection {
    /// The stakeholder is its source.
    Out,
    /// The stakeholder is its target.
    In,
}

/// Only relationships for which everything given holds; an empty list is no restriction.
#[derive(Debug, Default, InputObject)]
pub struct RelationshipFilter {
    /// Of one of these kinds.
    pub kinds: Option<Vec<RelationshipKind>>,
    /// Of one of these layers.
    pub layers: Option<Vec<Layer>>,
    /// In one of these states.
    pub states: Option<Vec<RelationshipState>>,
    /// From the stakeholder or to it; for all relationships it means nothing.
    pub direction: Option<RelationshipDirection>,
    /// Only those that count on this day: from their recorded start, else from their earliest
    /// evidence, up to their end. The undated count on every day.
    pub as_of: Option<TypedDay>,
    /// Only those resting on evidence from this source.
    pub source: Option<ID>,
    /// Only those resting on at most so many pieces of evidence.
    pub evidence_at_most: Option<i32>,
    /// Only those that so many independent sources support, at most.
    pub sources_at_most: Option<i32>,
    /// Only those whose newest support is of one of these ages, on the day of `asOf` or today.
    pub freshness: Option<Vec<Freshness>>,
    /// Only those against which something speaks, or only the others.
    pub disputed: Option<bool>,
    /// Include retracted ones, and those of archived stakeholders.
    pub retracted: Option<bool>,
}

/// A checked filter.
#[derive(Debug)]
pub struct Wanted {
    kinds: Option<Vec<RelationshipKind>>,
    layers: Option<Vec<Layer>>,
    states: Option<Vec<RelationshipState>>,
    direction: Option<RelationshipDirection>,
    as_of: Option<NaiveDate>,
    source: Option<SourceId>,
    evidence_at_most: Option<usize>,
    sources_at_most: Option<usize>,
    freshness: Option<Vec<Freshness>>,
    disputed: Option<bool>,
    today: NaiveDate,
    retired: bool,
}

impl RelationshipFilter {
    /// Checks the filter; without a day, ages are those of today.
    pub fn parse(self, today: NaiveDate) -> Result<Wanted, Refusal> {
        let count = |number: Option<i32>, field| number.map(|it| count(it, field)).transpose();
        Ok(Wanted {
            kinds: any_of(self.kinds),
            layers: any_of(self.layers),
            states: any_of(self.states),
            direction: self.direction,
            as_of: self.as_of.map(|day| day.read("filter.asOf")).transpose()?,
            source: SourceId::read_opt(self.source.as_ref(), "filter.source")?,
            evidence_at_most: count(self.evidence_at_most, "filter.evidenceAtMost")?,
            sources_at_most: count(self.sources_at_most, "filter.sourcesAtMost")?,
            freshness: any_of(self.freshness),
            disputed: self.disputed,
            today,
            retired: self.retracted.unwrap_or(false),
        })
    }
}

fn count(number: i32, field: &str) -> Result<usize, Refusal> {
    usize::try_from(number).map_err(|_| Refusal::new(RefusalCode::OutOfRange, field).missing("0"))
}

impl Wanted {
    /// Whether a visible row is asked for among all.
    pub fn admits(&self, view: &View, row: &Model) -> bool {
        self.asks_for(view, row) && (self.asks_for_retired(row) || view.stands(row))
    }

    /// Whether a visible row is asked for among those of one stakeholder, archived or not.
    pub fn admits_from(&self, view: &View, row: &Model, from: StakeholderId) -> bool {
        let other = if row.source_id == from { row.target_id } else { row.source_id };
        let points = match self.direction {
            None => true,
            Some(RelationshipDirection::Out) => row.source_id == from,
            Some(RelationshipDirection::In) => row.target_id == from,
        };
        let stands = || {
            row.state != RelationshipState::Retracted
                && view.stakeholder(other).is_some_and(|other| other.archived_at.is_none())
        };
        points && self.asks_for(view, row) && (self.asks_for_retired(row) || stands())
    }

    /// The cheap questions come first.
    fn asks_for(&self, view: &View, row: &Model) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&row.kind))
            && self.layers.as_ref().is_none_or(|layers| layers.contains(&row.kind.layer()))
            && self.states.as_ref().is_none_or(|states| states.contains(&row.state))
            && self.as_of.is_none_or(|day| view.holds_on(row, day))
            && self.source.is_none_or(|source| {
                view.evidence_of(row.id.0).any(|evidence| evidence.source_id == source)
            })
            && self
                .evidence_at_most
                .is_none_or(|most| view.evidence_of(row.id.0).nth(most).is_none())
            && self.asks_for_reliability(view, row)
    }

    fn asks_for_reliability(&self, view: &View, row: &Model) -> bool {
        if self.sources_at_most.is_none() && self.freshness.is_none() && self.disputed.is_none() {
            return true;
        }
        let (items, day) = (evidence::items(view, row.id.0), self.as_of.unwrap_or(self.today));
        let age = || confidence::freshness(&items, day);
        self.sources_at_most.is_none_or(|most| confidence::sources(&items, day) <= most)
            && self
                .freshness
                .as_ref()
                .is_none_or(|wanted| age().is_some_and(|age| wanted.contains(&age)))
            && self.disputed.is_none_or(|wanted| confidence::disputed(&items, day) == wanted)
    }

    fn asks_for_retired(&self, row: &Model) -> bool {
        let retracted = RelationshipState::Retracted;
        let named = || self.states.as_ref().is_some_and(|states| states.contains(&retracted));
        self.retired || (row.state == retracted && named())
    }
}
