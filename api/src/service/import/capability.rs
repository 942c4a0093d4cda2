//! A sheet of capabilities.

use super::plan::{Ground, Plan, Planning, Whom, refusals};
use super::statement::{self, Stated, stored};
use super::{register, standing};
use crate::service::capability::{NewCapability, place_of, stamped, unique};
use crate::snapshot::View;
use domain::identifier::CapabilityId;
use domain::refusal::Refusal;
use domain::sheet::{
    CapabilityColumn, CapabilityEnds, CapabilityKey, CapabilityRecord, Decision, Settings, Sheet,
    Stopped, Why, plan_capabilities,
};
use domain::text::Locale;
use entity::capability::Model;

/// What would become of every row.
pub(in crate::service) fn plan(
    ground: &Ground<'_>,
    sheet: &Sheet,
    settings: &Settings<CapabilityColumn>,
    decisions: &[Decision],
) -> Result<Plan, Stopped> {
    let present = register::present(ground.view);
    let known = |row: &std::sync::Arc<Model>| (CapabilityKey::of(&row.facts()), row.id);
    let stored = ground.view.capabilities().map(known).collect();
    let read = |rest: &Sheet| plan_capabilities(rest, settings, &present, &stored, ground.waiting);
    statement::plan::<Model>(ground, sheet, settings, decisions, read)
}

impl Stated for Model {
    type Column = CapabilityColumn;
    type Said = CapabilityRecord;
    type Id = CapabilityId;
    type Ends = CapabilityEnds;
    const NAMED: &'static [CapabilityColumn] =
        &[CapabilityColumn::Provider, CapabilityColumn::Service, CapabilityColumn::Good];
    const SAME: Why = Why::SameCapability;

    /// The record is not verified, whatever the sheet rests on: verifying is a decision of its own.
    fn record(
        ground: &Ground<'_>,
        view: &View,
        said: &CapabilityRecord,
        ends: &CapabilityEnds,
    ) -> Result<Self, Vec<Refusal>> {
        let one = |refusal: Refusal| vec![refusal];
        let new = NewCapability {
            draft: said.draft(ends, stored),
            community: standing::community(ground, &said.community).map_err(one)?,
            visibility: said.visibility,
            evidence: None,
        };
        let place = place_of(view, &new).map_err(one)?;
        let place = standing::settled(view, place).map_err(one)?;
        let record = stamped((ground.stamp)(), place, new.draft.parse()?);
        unique(view, &record).map_err(|error| refusals(&error))?;
        Ok(record)
    }

    fn planning(self) -> Planning {
        Planning::Capability(Box::new(self))
    }

    fn whom(id: CapabilityId) -> Whom {
        Whom::Capability(id)
    }

    fn told(view: &View, id: CapabilityId, locale: Locale) -> Option<String> {
        let row = view.capability(id)?;
        let end = |id| view.stakeholder(id).map(|end| end.name(locale).to_owned());
        Some(format!("{} {} {}", end(row.provider_id)?, row.service, end(row.good_id)?))
    }
}
