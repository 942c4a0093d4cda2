//! The digest: the few things that most want somebody's attention, over all communities that they belong
//! to; and how often they want one by mail.

use super::attention::{Asked, Muted, Notice, notices};
use super::mute;
use crate::app::App;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::attention::{DigestPeriod, LINES, Mute};
use domain::identifier::{AccountId, CommunityId};
use domain::policy::Viewer;
use entity::digest_setting::{ActiveModel, Column, Entity, Model};
use entity::verified_address;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

/// A few things that want somebody's attention. There is none without a line.
#[derive(Clone, Debug)]
pub struct Digest {
    /// How often one like it is written.
    pub period: DigestPeriod,
    /// Of which day.
    pub day: NaiveDate,
    /// How many things there are, told or not.
    pub total: usize,
    /// The most urgent of them, one's own tasks first.
    pub lines: Vec<Line>,
}

/// One line of a digest.
#[derive(Clone, Debug)]
pub struct Line {
    /// In which community.
    pub community: CommunityId,
    /// What, and why.
    pub notice: Arc<Notice>,
    /// Whether it is the reader's own task.
    pub own: bool,
}

/// The digest of whoever asks; none when nothing wants their attention.
pub async fn of_viewer(op: &Op, period: DigestPeriod) -> Result<Option<Digest>> {
    let mutes = mute::of_viewer(op).await?;
    written(&op.view(), &mutes, period, op.today())
}

/// What a digest tells this viewer, of exactly what they see and have not muted.
fn written(
    view: &View,
    mutes: &[Mute],
    period: DigestPeriod,
    day: NaiveDate,
) -> Result<Option<Digest>> {
    let Viewer::Account { id, standings } = view.viewer() else {
        return Err(Error::Unauthenticated);
    };
    let mut found = Vec::new();
    for community in standings.iter().map(|standing| standing.community) {
        let asked =
            Asked { community, rules: Vec::new(), owner: None, mutes, muted: Muted::LeftOut };
        for (place, notice) in notices(view, &asked, day)?.into_iter().enumerate() {
            if period.tells(&notice.reason) {
                found.push((place, Line { community, own: notice.owner == Some(*id), notice }));
            }
        }
    }
    // Of what is alike, the order that each community's own list has.
    found.sort_by_cached_key(|(place, line)| {
        (Reverse(line.own), line.notice.reason.urgency(), *place, line.community)
    });
    // What bears on several communities is told once.
    let mut told = HashSet::new();
    found.retain(|(_, Line { notice, .. })| {
        told.insert((notice.reason.rule, notice.subject.uuid(), notice.subject.part().to_owned()))
    });
    let total = found.len();
    let lines: Vec<_> = found.into_iter().take(LINES).map(|(_, line)| line).collect();
    Ok((!lines.is_empty()).then_some(Digest { period, day, total, lines }))
}

/// How often the viewer wants a digest by mail.
pub async fn period(op: &Op) -> Result<DigestPeriod> {
    let account = op.viewer().account().ok_or(Error::Unauthenticated)?;
    let row = Entity::find_by_id(account).one(&op.reader()).await?;
    Ok(row.map_or(DigestPeriod::Never, |row| row.period))
}

/// Notes how often the actor wants a digest by mail.
pub async fn set(op: &Op, period: DigestPeriod) -> Result<()> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    let books = op.app().store.bookkeeping();
    if period == DigestPeriod::Never {
        return books.delete(Entity::delete_many().filter(Column::AccountId.eq(account))).await;
    }
    let row = ActiveModel {
        account_id: ActiveValue::Set(account),
        period: ActiveValue::Set(period),
        last_sent_on: ActiveValue::Set(None),
    };
    // When the last one was written stays known, so that nobody gets two on one day.
    let renew = OnConflict::column(Column::AccountId).update_column(Column::Period).to_owned();
    books.insert(Entity::insert(row).on_conflict(renew)).await
}

/// Whose digest may be written on this day: those who asked for one on such days, have not had it yet,
/// and are known to be reached by mail.
pub async fn wanted(app: &App, today: NaiveDate) -> Result<Vec<AccountId>> {
    let reached = verified_address::Entity::find()
        .select_only()
        .column(verified_address::Column::AccountId)
        .into_query();
    let rows: Vec<Model> = Entity::find()
        .filter(Column::AccountId.in_subquery(reached))
        .filter(not_yet(today))
        .order_by_asc(Column::AccountId)
        .all(app.store.reader())
        .await?;
    let due = rows.into_iter().filter(|row| row.period.falls_on(today));
    Ok(due.map(|row| row.account_id).collect())
}

/// Takes it upon this process to write a digest, and writes what it says. Of several processes one gets
/// it, once a day, whether there is something to tell or not.
pub async fn claim(app: &Arc<App>, account: AccountId, day: NaiveDate) -> Result<Option<Mailed>> {
    let Some(viewer) = app.snapshot().viewer(account) else {
        return Ok(None);
    };
    let row = Entity::find_by_id(account).one(app.store.reader()).await?;
    let Some(row) = row.filter(|row| row.period.falls_on(day)) else {
        return Ok(None);
    };
    let take = Entity::update_many()
        .col_expr(Column::LastSentOn, day.into())
        .filter(Column::AccountId.eq(account))
        .filter(not_yet(day));
    if app.store.bookkeeping().update(take).await? != 1 {
        return Ok(None);
    }
    let mutes = mute::of_account(account).all(app.store.reader()).await?;
    let mutes: Vec<_> = mutes.iter().map(entity::mute::Model::mute).collect();
    let view = app.op(viewer).view();
    let digest = written(&view, &mutes, row.period, day)?;
    Ok(digest.map(|digest| Mailed { digest, view }))
}

/// A digest to be sent, with what its reader sees.
#[derive(Clone, Debug)]
pub struct Mailed {
    /// What it tells.
    pub digest: Digest,
    /// What its sentences are made from.
    pub view: View,
}

fn not_yet(today: NaiveDate) -> Condition {
    Condition::any().add(Column::LastSentOn.is_null()).add(Column::LastSentOn.lt(today))
}
