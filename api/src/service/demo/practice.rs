//! Practice data: engagements at every open stage with contacts and actions, owned by the roles of
//! the demo. Dates are days from the day of loading, so that something is always due.

use super::Demo;
use super::table::{Row, Rows};
use super::work::Origin;
use crate::error::{Error, Result};
use crate::op::Write;
use crate::service::action::{self, NewAction};
use crate::service::engagement::Standing;
use chrono::{NaiveDate, TimeDelta};
use domain::action::ActionDraft;
use domain::community::Role;
use domain::engagement::{EngagementDraft, Stage};
use domain::identifier::{AccountId, InteractionId};
use domain::stakeholder::StakeholderKind;
use entity::interaction;

/// Loads the three files.
pub(super) async fn load(demo: &mut Demo, write: &mut Write<'_>) -> Result<()> {
    for row in Rows::of(include_str!("../../../demo/practice/engagements.csv"))? {
        open(demo, write, &row).await?;
    }
    for row in Rows::of(include_str!("../../../demo/practice/interactions.csv"))? {
        log(demo, write, &row).await?;
    }
    for row in Rows::of(include_str!("../../../demo/practice/actions.csv"))? {
        record(demo, write, &row).await?;
    }
    Ok(())
}

async fn open(demo: &mut Demo, write: &mut Write<'_>, row: &Row) -> Result<()> {
    let stage: Stage = row.word("stage")?;
    let since = day(write, row, "since_days")?
        .map(|day| day.to_string())
        .unwrap_or_default();
    let standing = (stage != Stage::Identified).then_some(Standing {
        stage,
        since,
        source: "Practice".to_owned(),
    });
    let group = match row.text("deciding_group")? {
        "" => None,
        slug => Some((demo.stakeholder(slug)?, StakeholderKind::Group)),
    };
    let due = day(write, row, "next_step_due_days")?;
    let draft = EngagementDraft {
        why: row.text("why")?.to_owned(),
        owner: owner(demo, row)?,
        next_step: row.text("next_step")?.to_owned(),
        next_step_due: due.map(|day| day.to_string()).unwrap_or_default(),
        influence: row.number("influence")?,
        interest: row.number("interest")?,
        impact: row.number("impact")?,
        cadence_days: row.number("cadence_days")?,
        proposal_text: row.text("proposal_text")?.to_owned(),
        deciding_group: group,
        ..EngagementDraft::default()
    };
    demo.engage(write, row, draft, standing, Origin::Practice)
        .await
        .map(|_| ())
}

async fn log(demo: &Demo, write: &mut Write<'_>, row: &Row) -> Result<()> {
    let engagement_id = demo.engagement(row)?;
    let happened_on = day(write, row, "happened_days")?;
    let (Some(engagement_id), Some(happened_on)) = (engagement_id, happened_on) else {
        return Err(Error::internal(
            "a practice contact without engagement or day",
        ));
    };
    let contact = interaction::Model {
        id: InteractionId(write.id()),
        engagement_id,
        happened_on,
        channel: row.word("channel")?,
        direction: row.word("direction")?,
        note: row.text("note")?.to_owned(),
        account_id: None,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(contact).await
}

async fn record(demo: &Demo, write: &mut Write<'_>, row: &Row) -> Result<()> {
    let due = day(write, row, "due_days")?;
    let new = NewAction {
        community: demo.community(row.text("community")?)?,
        draft: ActionDraft {
            text: row.text("text")?.to_owned(),
            due_on: due.map(|day| day.to_string()).unwrap_or_default(),
            recorded_on: write.at().date_naive().to_string(),
        },
        owner: owner(demo, row)?,
        engagement: demo.engagement(row)?,
        finds_entry_point: row.text("finds_entry_point")? == "yes",
        practice: true,
    };
    action::record(write, new).await.map(|_| ())
}

fn owner(demo: &Demo, row: &Row) -> Result<Option<AccountId>> {
    if row.text("owner")?.is_empty() {
        return Ok(None);
    }
    let role: Role = row.word("owner")?;
    Ok(demo
        .owners
        .get(&(row.text("community")?.to_owned(), role))
        .copied())
}

/// The day that lies so many days from the day of loading.
fn day(write: &Write<'_>, row: &Row, column: &str) -> Result<Option<NaiveDate>> {
    let days = row.number(column)?;
    Ok(days.map(|days| write.at().date_naive() + TimeDelta::days(i64::from(days))))
}
