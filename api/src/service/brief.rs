//! What to know of one partner before a call: what was last said, what each side promised, where it sits,
//! through whom it is reached, what is not settled, and what comes next. From every conversation that the
//! viewer sees.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::action::ActionState;
use domain::engagement::GainSide;
use domain::identifier::StakeholderId;
use domain::relationship::{RelationshipKind, RelationshipState};
use entity::stakeholder::Stakeholder;
use entity::{action, engagement, gain, interaction, relationship};
use std::sync::Arc;

/// What to know of one partner.
#[derive(Clone, Debug)]
pub struct Brief {
    /// Who.
    pub party: Arc<Stakeholder>,
    /// The conversations that are open, in order of recording.
    pub engagements: Vec<Arc<engagement::Model>>,
    /// Every logged contact, the newest first.
    pub contacts: Vec<Arc<interaction::Model>>,
    /// What either side gains in the open conversations.
    pub gains: Vec<Arc<gain::Model>>,
    /// The seats that it holds or is to hold.
    pub seats: Vec<Arc<relationship::Model>>,
    /// Through whom it is reached.
    pub entry_points: Vec<Arc<Stakeholder>>,
    /// What is proposed or disputed about it.
    pub open_questions: Vec<Arc<relationship::Model>>,
    /// What is to be done.
    pub actions: Vec<Arc<action::Model>>,
}

/// What the viewer may know of one partner on a day.
pub fn brief(view: &View, party: StakeholderId, day: NaiveDate) -> Result<Brief> {
    let stakeholder = view.stakeholder(party).ok_or(Error::NotFound)?.clone();
    let all: Vec<_> = view.engagements_of(party).cloned().collect();
    let engagements: Vec<_> = all.iter().filter(|row| row.stage.is_open()).cloned().collect();
    let mut contacts: Vec<_> =
        all.iter().flat_map(|row| view.interactions_of(row.id)).cloned().collect();
    contacts.sort_by_key(|row| std::cmp::Reverse((row.happened_on, row.id)));
    let gains = engagements.iter().flat_map(|row| view.gains_of(row.id)).cloned().collect();
    let mut entry_points: Vec<Arc<Stakeholder>> = Vec::new();
    for id in engagements.iter().flat_map(|row| &row.entry_points.0) {
        let is_new = entry_points.iter().all(|known| known.id != *id);
        entry_points.extend(view.stakeholder(*id).filter(|_| is_new).cloned());
    }
    let related: Vec<_> =
        view.relationships_of(party).filter(|row| view.holds_on(row, day)).cloned().collect();
    let is_seat =
        |row: &relationship::Model| row.kind == RelationshipKind::SeatOn && row.source_id == party;
    let is_open = |row: &relationship::Model| {
        matches!(row.state, RelationshipState::Proposed | RelationshipState::Disputed)
    };
    let seats = related.iter().filter(|row| is_seat(row) && !is_open(row)).cloned().collect();
    let open_questions = related.into_iter().filter(|row| is_open(row)).collect();
    let actions = engagements.iter().flat_map(|row| view.actions_of(row.id));
    let actions = actions.filter(|row| row.state == ActionState::Open).cloned().collect();
    Ok(Brief {
        party: stakeholder,
        engagements,
        contacts,
        gains,
        seats,
        entry_points,
        open_questions,
        actions,
    })
}

impl Brief {
    /// What one side gains.
    pub fn gains_of(&self, side: GainSide) -> impl Iterator<Item = &Arc<gain::Model>> {
        self.gains.iter().filter(move |row| row.side == side)
    }
}
