//! Practice data: conversations at every stage, so that there is something to try things out on.
//! Nothing of it is from the documents; its days count from the day of loading, and those in charge
//! are the accounts of the demo.

use super::engagement::{add_gains, find_engagement};
use super::{Demo, file, find, find_all};
use crate::error::Result;
use crate::op::Write;
use crate::service::action::{self, NewAction};
use crate::service::engagement::{Opening, Standing, record};
use crate::service::interaction;
use chrono::TimeDelta;
use domain::action::ActionDraft;
use domain::engagement::{EngagementDraft, GainSide, InteractionDraft};
use domain::stakeholder::StakeholderKind;

/// Loads all of it.
pub(super) async fn load(write: &mut Write<'_>, demo: &Demo) -> Result<()> {
    for line in file::read("practice/engagements.csv")? {
        add_engagement(write, demo, line).await?;
    }
    for line in file::read("practice/interactions.csv")? {
        add_interaction(write, demo, line).await?;
    }
    for line in file::read("practice/actions.csv")? {
        add_action(write, demo, line).await?;
    }
    Ok(())
}

async fn add_engagement(
    write: &mut Write<'_>,
    demo: &Demo,
    line: file::PracticeEngagement,
) -> Result<()> {
    let community = demo.community(&line.community)?;
    let deciding_group = find_all(write, &line.deciding_group)?.first().copied();
    let due = line.next_step_due_days.map(|days| day(write, days));
    let draft = EngagementDraft {
        why: line.why,
        owner: demo.owner(community, line.owner)?,
        next_step: line.next_step,
        next_step_due: due.unwrap_or_default(),
        influence: line.influence,
        interest: line.interest,
        impact: line.impact,
        cadence_days: line.cadence_days,
        proposal_text: line.proposal_text,
        deciding_group: deciding_group.map(|id| (id, StakeholderKind::Group)),
        ..EngagementDraft::default()
    };
    let standing = Standing {
        stage: line.stage,
        since: day(write, line.since_days),
        source: "Practice data".to_owned(),
    };
    let opening = Opening {
        community,
        party: find(write, &line.party)?,
        objective: line.objective,
        draft,
        entry_points: find_all(write, &line.entry_points)?,
        visibility: line.visibility,
        standing: Some(standing),
        reopens: None,
        need: None,
        practice: true,
    };
    let id = record(write, opening).await?;
    add_gains(write, id, GainSide::WeGain, &line.we_gain).await?;
    add_gains(write, id, GainSide::TheyGain, &line.they_gain).await
}

async fn add_interaction(
    write: &mut Write<'_>,
    demo: &Demo,
    line: file::PracticeInteraction,
) -> Result<()> {
    let community = demo.community(&line.community)?;
    let id = find_engagement(write, community, &line.party, line.objective)?;
    let owner = write.view().engagement(id).and_then(|row| row.owner_id);
    let draft = InteractionDraft {
        happened_on: day(write, line.happened_days),
        channel: line.channel,
        direction: line.direction,
        note: line.note,
    };
    interaction::record(write, id, draft.parse()?, owner).await?;
    Ok(())
}

async fn add_action(write: &mut Write<'_>, demo: &Demo, line: file::PracticeAction) -> Result<()> {
    let community = demo.community(&line.community)?;
    let draft = ActionDraft {
        text: line.text,
        due_on: day(write, line.due_days),
        recorded_on: day(write, 0),
    };
    let new = NewAction {
        community,
        draft,
        owner: demo.owner(community, Some(line.owner))?,
        engagement: Some(find_engagement(write, community, &line.party, line.objective)?),
        meeting: None,
        group: None,
        finds_entry_point: line.finds_entry_point == file::Answer::Yes,
        practice: true,
    };
    action::record(write, new).await?;
    Ok(())
}

/// The day so many days after that of loading.
fn day(write: &Write<'_>, days: i64) -> String {
    (write.at().date_naive() + TimeDelta::days(days)).to_string()
}
