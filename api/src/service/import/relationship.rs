//! A sheet of relationships.

use super::plan::{Ground, Plan, Planning, Whom, refusals};
use super::statement::{self, Stated, stored};
use super::{register, standing};
use crate::service::relationship::{NewRelationship, check, place_between, stamped};
use crate::snapshot::View;
use domain::identifier::RelationshipId;
use domain::refusal::Refusal;
use domain::relationship::Extra;
use domain::sheet::{
    Decision, Ends, RelationshipColumn, RelationshipKey, RelationshipRecord, Settings, Sheet,
    Stopped, Why, plan_relationships,
};
use domain::text::Locale;
use entity::relationship::Model;

/// What would become of every row.
pub(in crate::service) fn plan(
    ground: &Ground<'_>,
    sheet: &Sheet,
    settings: &Settings<RelationshipColumn>,
    decisions: &[Decision],
) -> Result<Plan, Stopped> {
    let present = register::present(ground.view);
    let stored = ground.view.relationships().map(|row| (key(row), row.id)).collect();
    let read = |rest: &Sheet| plan_relationships(rest, settings, &present, &stored, ground.waiting);
    statement::plan::<Model>(ground, sheet, settings, decisions, read)
}

/// What makes a stored relationship the same as one of a sheet.
fn key(row: &Model) -> RelationshipKey {
    let extra = Extra {
        role: row.role.clone(),
        topic: row.topic.clone(),
        constituency: row.constituency.clone(),
        purpose: row.purpose,
        via: row.via_id,
        ..Extra::default()
    };
    let ends = (row.source_id, row.target_id);
    RelationshipKey::new(row.kind, ends, row.valid(), row.state, &extra)
}

impl Stated for Model {
    type Column = RelationshipColumn;
    type Said = RelationshipRecord;
    type Id = RelationshipId;
    type Ends = Ends;
    const NAMED: &'static [RelationshipColumn] =
        &[RelationshipColumn::From, RelationshipColumn::Kind, RelationshipColumn::To];
    const SAME: Why = Why::SameRelationship;

    fn record(
        ground: &Ground<'_>,
        view: &View,
        said: &RelationshipRecord,
        ends: &Ends,
    ) -> Result<Self, Vec<Refusal>> {
        let one = |refusal: Refusal| vec![refusal];
        let new = NewRelationship {
            draft: said.draft(ends, stored),
            community: standing::community(ground, &said.community).map_err(one)?,
            visibility: said.visibility,
            evidence: None,
        };
        let place = place_between(view, &new).map_err(one)?;
        let place = standing::settled(view, place).map_err(one)?;
        let facts = new.draft.parse()?;
        let record = stamped((ground.stamp)(), place, facts);
        check(view, &record).map_err(|error| refusals(&error))?;
        Ok(record)
    }

    fn planning(self) -> Planning {
        Planning::Relationship(Box::new(self))
    }

    fn whom(id: RelationshipId) -> Whom {
        Whom::Relationship(id)
    }

    fn told(view: &View, id: RelationshipId, locale: Locale) -> Option<String> {
        let row = view.relationship(id)?;
        let end = |id| view.stakeholder(id).map(|end| end.name(locale).to_owned());
        Some(format!("{} {} {}", end(row.source_id)?, row.kind, end(row.target_id)?))
    }
}
