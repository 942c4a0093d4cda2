//! What of an engagement the guards find, as one viewer sees it.

use crate::snapshot::View;
use domain::action::ActionState;
use domain::engagement::{
    Contact, Direction, GainSide, Missing, Stage, Standing, debt as debt_at, moves,
};
use domain::evidence::Stance;
use domain::interval::DatePoint;
use domain::relationship::RelationshipState;
use entity::record::List;
use entity::stakeholder::Stakeholder;
use entity::{engagement, relationship};
use std::sync::Arc;

/// A stage that may follow the present one, and what it asks for first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachable {
    /// The stage.
    pub to: Stage,
    /// What is missing. What is given with the move itself (a note, a reason, a date, who declined)
    /// is always told.
    pub missing: Vec<Missing>,
}

/// Every stage that may follow the present one.
pub fn reachable(view: &View, row: &engagement::Model) -> Vec<Reachable> {
    let standing = standing(view, row);
    let moves = moves(row.stage, row.before_dormant).into_iter();
    moves.map(|step| Reachable { to: step.to, missing: step.missing(standing) }).collect()
}

/// What is missing for the stage that leads on. Where one can do without a group that decides, naming one
/// is what is told.
pub(super) fn onward(view: &View, row: &engagement::Model) -> Vec<Missing> {
    let step = domain::engagement::onward(row.stage);
    step.map(|step| step.missing(standing(view, row))).unwrap_or_default()
}

/// What the guards on the way would have asked for, of an engagement recorded as already standing.
pub fn debt(view: &View, row: &engagement::Model) -> Vec<Missing> {
    match row.standing_since {
        None => Vec::new(),
        Some(_) => debt_at(row.before_dormant.unwrap_or(row.stage), standing(view, row)),
    }
}

/// The entry points that the viewer sees.
pub fn entry_points<'a>(
    view: &'a View,
    row: &'a engagement::Model,
) -> impl Iterator<Item = &'a Arc<Stakeholder>> {
    let List(ids) = &row.entry_points;
    ids.iter().filter_map(|id| view.stakeholder(*id))
}

/// The relationships that came of it, as far as the viewer sees them.
pub fn commitments<'a>(
    view: &'a View,
    row: &'a engagement::Model,
) -> impl Iterator<Item = &'a Arc<relationship::Model>> {
    let List(ids) = &row.commitments;
    ids.iter().filter_map(|id| view.relationship(*id))
}

/// Whether a relationship is settled and something speaks for it.
fn holds(view: &View, row: &relationship::Model) -> bool {
    let speaks = |row: &Arc<entity::evidence::Model>| row.stance == Stance::Supports;
    row.state == RelationshipState::Confirmed && view.evidence_of(row.id.0).any(speaks)
}

/// What the calendar needs to know of it.
pub fn contact(view: &View, row: &engagement::Model) -> Contact {
    let ends = commitments(view, row).filter_map(|row| row.valid_to).map(DatePoint::last);
    Contact {
        stage: row.stage,
        stage_since: row.stage_since,
        cadence_days: row.cadence_days,
        last_contact: view.interactions_of(row.id).map(|row| row.happened_on).max(),
        // An end that was agreed about the whole counts before those of its parts.
        ends_on: row.ends_on.or_else(|| ends.min()),
    }
}

/// What is recorded, without what a move brings along. Hidden is absent here as well.
pub(super) fn standing(view: &View, row: &engagement::Model) -> Standing {
    let contact = |way: Direction| {
        view.interactions_of(row.id)
            .any(|contact| contact.direction == way || contact.direction == Direction::Mutual)
    };
    let looking = view
        .actions_of(row.id)
        .any(|action| action.finds_entry_point && action.state == ActionState::Open);
    let entry_point = entry_points(view, row).next().is_some();
    let owner = row.owner_id.is_some_and(|id| view.account(id).is_some());
    let group = row.deciding_group_id.is_some_and(|id| view.stakeholder(id).is_some());
    let gain = view.gains_of(row.id).any(|gain| gain.side == GainSide::WeGain);
    Standing::new()
        .with(Missing::Owner, owner)
        .with(Missing::EntryPoint, entry_point || looking)
        .with(Missing::WeGain, gain)
        .with(Missing::Interaction, view.interactions_of(row.id).next().is_some())
        .with(Missing::InteractionFromUs, contact(Direction::Outgoing))
        .with(Missing::InteractionFromThem, contact(Direction::Incoming))
        .with(Missing::Proposal, row.has_proposal())
        .with(Missing::DecidingGroup, group)
        .with(Missing::NoDecidingGroup, row.no_deciding_group)
        .with(Missing::Decision, row.is_approved())
        .with(Missing::ConfirmedRelationship, commitments(view, row).any(|row| holds(view, row)))
        .with(Missing::Onboarding, row.onboarding_since.is_some())
}
