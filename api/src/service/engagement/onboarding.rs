//! Making a new partner at home: the community's template, and the steps of one engagement.

use super::{load, tomorrow};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use chrono::NaiveDate;
use domain::action::optional_day;
use domain::engagement::{OPEN, OnboardingStep, Stage, parse_steps};
use domain::identifier::{CommunityId, EngagementId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use entity::record::List;
use entity::{community, engagement};

/// Writes the steps that every onboarding of a community begins with. Those that have begun stay as they
/// are.
pub async fn set_template(op: &Op, id: CommunityId, expected: i32, steps: &[String]) -> Result<()> {
    let place = Place { community: Some(id), visibility: Visibility::Public };
    op.allow(Action::ManageMembers, place).await?;
    let steps = parse_steps(steps)?;
    let mut write = op.write().await?;
    write.view().community(id).ok_or(Error::NotFound)?;
    let before: community::Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut after = community::Model { onboarding_steps: List(steps), ..before.clone() };
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Begins the onboarding of a partner who is committed: with these steps, or with the community's.
pub async fn start_onboarding(
    op: &Op,
    id: EngagementId,
    expected: i32,
    steps: Option<&[String]>,
) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let given = steps.map(parse_steps).transpose()?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: engagement::Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    may_begin(&before)?;
    let template = write.view().community(before.community_id);
    let steps = given.or_else(|| template.map(|row| row.onboarding_steps.0.clone()));
    let step = |text| OnboardingStep { text, done_on: None };
    let onboarding: Vec<_> = steps.unwrap_or_default().into_iter().map(step).collect();
    if onboarding.is_empty() {
        return Err(Refusal::new(RefusalCode::Required, "steps").into());
    }
    let after = engagement::Model {
        onboarding_since: Some(op.today()),
        onboarding: List(onboarding),
        updated_at: write.at(),
        ..before.clone()
    };
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Says when a step was done, or that it is not; the first step is number one.
pub async fn set_step(
    op: &Op,
    id: EngagementId,
    expected: i32,
    number: i32,
    done_on: &str,
) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let done_on = day(done_on, tomorrow(op.today()))?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: engagement::Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut after = before.clone();
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let step = place.and_then(|place| after.onboarding.0.get_mut(place));
    let step = step.ok_or_else(|| Refusal::new(RefusalCode::NotFound, "step"))?;
    step.done_on = done_on;
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

fn day(text: &str, latest: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    match optional_day(text, "doneOn")? {
        Some(day) if day > latest => {
            Err(Refusal::new(RefusalCode::DateOutOfRange, "doneOn").missing(latest.to_string()))
        }
        day => Ok(day),
    }
}

/// An onboarding begins once, when the partner is committed or further.
fn may_begin(row: &engagement::Model) -> Result<(), Error> {
    let place = |stage: Stage| OPEN.iter().position(|open| *open == stage);
    let reached = place(row.before_dormant.unwrap_or(row.stage));
    if reached.is_none() || reached < place(Stage::Committed) {
        let refusal = Refusal::new(RefusalCode::StageNotReachable, "engagement");
        return Err(Error::conflict(refusal.missing(Stage::Committed.to_string())));
    }
    match row.onboarding_since {
        None => Ok(()),
        Some(_) => Err(Error::conflict(Refusal::new(RefusalCode::Duplicate, "engagement"))),
    }
}
