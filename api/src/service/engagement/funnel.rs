//! How a community's conversations go from stage to stage, and which of them do not.

use super::standing::{contact, onward};
use super::{Filter, list};
use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::engagement::{
    Course, FunnelStage, Missing, Stage, Stay, StuckReason, funnel as stages, silent_since,
};
use domain::identifier::CommunityId;
use domain::interval::Precision;
use entity::{community, engagement};
use std::sync::Arc;

/// How long a conversation may stand at a stage, in days, before it counts as stuck; what is active is
/// where it should be.
const LONG: i64 = 90;

/// What is known of a community's conversations.
#[derive(Clone, Debug)]
pub struct Funnel {
    /// Whose.
    pub community: Arc<community::Model>,
    /// Every open stage in its order.
    pub stages: Vec<FunnelStage>,
    /// Those that do not go on: the ones that have stood longest first.
    pub stuck: Vec<Stuck>,
}

/// A conversation that does not go on.
#[derive(Clone, Debug)]
pub struct Stuck {
    /// Which.
    pub engagement: Arc<engagement::Model>,
    /// How many days it has stood at its stage.
    pub days: i64,
    /// Why it counts as stuck.
    pub reasons: Vec<StuckReason>,
    /// What is missing for the next stage.
    pub missing: Vec<Missing>,
}

/// What the viewer sees of how a community's conversations go, as of a day. What was made for trying
/// things out is left out.
pub fn funnel(view: &View, community: CommunityId, today: NaiveDate) -> Result<Funnel> {
    let row = view.community(community).cloned().ok_or(Error::NotFound)?;
    let filter = Filter { community: Some(community), practice: Some(false), ..Filter::default() };
    let rows = list(view, &filter);
    let courses: Vec<_> = rows.iter().map(|row| course(view, row)).collect();
    let mut stuck: Vec<_> = rows.iter().filter_map(|row| stuck(view, row, today)).collect();
    stuck.sort_by_key(|stuck| (std::cmp::Reverse(stuck.days), stuck.engagement.id));
    Ok(Funnel { community: row, stages: stages(&courses), stuck })
}

/// The stays of an engagement, from its moves. One that stood before it was recorded began when its
/// source says, if that is known to the day.
fn course(view: &View, row: &engagement::Model) -> Course {
    let moves: Vec<_> = view.transitions_of(row.id).collect();
    let stays = moves.iter().enumerate().map(|(place, step)| {
        let told = row.standing_since.filter(|_| step.from_stage.is_none());
        let since = match told {
            Some(point) => (point.precision == Precision::Day).then_some(point.date),
            None => Some(step.created_at.date_naive()),
        };
        let until = moves.get(place.saturating_add(1)).map(|next| next.created_at.date_naive());
        Stay { stage: step.to_stage, since, until }
    });
    Course { stays: stays.collect() }
}

fn stuck(view: &View, row: &Arc<engagement::Model>, today: NaiveDate) -> Option<Stuck> {
    if !row.stage.is_open() || row.stage == Stage::Dormant {
        return None;
    }
    let days = (today - row.stage_since).num_days();
    let overdue = row.next_step_due.is_some_and(|due| due < today);
    let long = days > LONG && row.stage != Stage::Active;
    let silent = silent_since(&contact(view, row), today).is_some();
    let reasons = [
        (overdue, StuckReason::Overdue),
        (silent, StuckReason::Silent),
        (long, StuckReason::LongInStage),
    ];
    let reasons: Vec<_> =
        reasons.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect();
    let missing = onward(view, row);
    (!reasons.is_empty()).then(|| Stuck { engagement: row.clone(), days, reasons, missing })
}
