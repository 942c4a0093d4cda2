//! Meetings: recording who sat together and what was said, and finding them again.

use super::place::settle;
use super::proposal;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write, unmoved};
use crate::snapshot::View;
use crate::store::long_text;
use chrono::NaiveDate;
use domain::identifier::{AccountId, CommunityId, MeetingId, StakeholderId};
use domain::meeting::{self, MeetingDraft, MeetingFacts};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::stakeholder::{StakeholderKind, Visibility};
use domain::text::fold;
use entity::meeting::{Column, Entity, Model};
use entity::record::List;
use entity::{action, proposal as kept};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

mod carried;
mod draft;
mod lexicon;
pub use carried::carried_over;
pub use draft::{NewText, typed};
pub use lexicon::lexicon;

/// A meeting to be recorded.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// Whose.
    pub community: CommunityId,
    /// The group that met.
    pub group: Option<StakeholderId>,
    /// What a person typed.
    pub draft: MeetingDraft,
    /// Who may see it: the members or the managers.
    pub visibility: Visibility,
    /// Whether its notes are read in the same step.
    pub reads_notes: bool,
}

/// What is to change of a meeting; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct Patch {
    /// The group that met, or none.
    pub group: Option<Option<StakeholderId>>,
    /// Who may see it.
    pub visibility: Option<Visibility>,
    /// What was to be talked about.
    pub agenda: NewText,
    /// What was noted.
    pub notes: NewText,
}

/// Which meetings to list; what is absent is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this community.
    pub community: Option<CommunityId>,
    /// Only of this group.
    pub group: Option<StakeholderId>,
    /// Only on or after this day.
    pub from: Option<NaiveDate>,
    /// Only on or before this day.
    pub to: Option<NaiveDate>,
    /// Only with these words in title, agenda or notes.
    pub text: Option<String>,
}

/// Records a meeting.
pub async fn record(op: &Op, new: NewMeeting) -> Result<MeetingId> {
    settle(op, Action::RecordMeeting, Some(new.community), new.visibility).await?;
    let mut write = op.write().await?;
    let (facts, group_id) = check(write.view(), None, new.draft, new.group)?;
    meeting::may_stand(new.visibility)?;
    let mut row = Model {
        id: MeetingId(write.id()),
        community_id: new.community,
        group_id,
        title: String::new(),
        held_on: facts.held_on,
        location: None,
        link: None,
        attendees: List(Vec::new()),
        agenda: None,
        notes: None,
        mentions: List(Vec::new()),
        decisions: List(Vec::new()),
        source_id: None,
        visibility: new.visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    row.set_facts(facts);
    let id = row.id;
    write.insert(row).await?;
    if new.reads_notes {
        proposal::read_within(&mut write, id).await?;
    }
    write.commit().await?;
    Ok(id)
}

/// Corrects a meeting: `edit` writes over the draft of what is recorded now, and the whole is checked
/// anew. Whoever is hidden from the actor stays in it.
pub async fn update(
    op: &Op,
    id: MeetingId,
    expected: i32,
    patch: Patch,
    edit: impl FnOnce(&mut MeetingDraft) -> Result<(), Refusal>,
) -> Result<()> {
    op.allow_on(Action::RecordMeeting, &*load(&op.view(), id)?).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut typed = draft::draft_of(write.view(), &before);
    edit(&mut typed)?;
    patch.agenda.take(&mut typed.agenda);
    patch.notes.take(&mut typed.notes);
    let group = patch.group.unwrap_or(before.group_id);
    let (facts, group_id) = check(write.view(), Some(&before), typed, group)?;
    let mut after = Model { group_id, ..before.clone() };
    after.set_facts(facts);
    after.visibility = patch.visibility.unwrap_or(before.visibility);
    meeting::may_stand(after.visibility)?;
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Takes a meeting away with what its notes proposed; what came out of it stays.
pub async fn remove(op: &Op, id: MeetingId, expected: i32) -> Result<()> {
    op.allow_on(Action::RecordMeeting, &*load(&op.view(), id)?).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let view = write.view().clone();
    for row in view.actions_from(id) {
        let before: action::Model = write.load(row.id.0).await?;
        let after = action::Model { meeting_id: None, updated_at: write.at(), ..before.clone() };
        write.update(before, after, Expected::Sweep).await?;
    }
    for row in view.proposals_of(id) {
        let before: kept::Model = write.load(row.id.0).await?;
        write.delete(before, Expected::Sweep).await?;
    }
    if write.view().has_outcome(id) {
        return Err(Error::conflict(Refusal::new(RefusalCode::InUse, "id")));
    }
    write.delete(before, Expected::Version(expected)).await?;
    write.commit().await
}

/// The meeting, when the viewer sees it.
pub fn load(view: &View, id: MeetingId) -> Result<Arc<Model>> {
    view.meeting(id).cloned().ok_or(Error::NotFound)
}

/// How many records with these words are looked at.
const MOST_FOUND: u64 = 2_000;

/// The meetings that the viewer sees and the filter admits, in order of id.
pub async fn list(op: &Op, filter: &Filter) -> Result<Vec<Arc<Model>>> {
    let view = op.view();
    let found: Option<HashSet<_>> = match &filter.text {
        None => None,
        Some(text) => {
            let reader = op.reader();
            let found = long_text::search(&reader, text, view.scope(), None, MOST_FOUND).await?;
            Some(found.into_iter().collect())
        }
    };
    let admits = |row: &&Arc<Model>| {
        filter.community.is_none_or(|id| row.community_id == id)
            && filter.from.is_none_or(|day| row.held_on >= day)
            && filter.to.is_none_or(|day| row.held_on <= day)
            && found.as_ref().is_none_or(|found| found.contains(&row.id.0))
    };
    Ok(match filter.group {
        Some(group) => view.meetings_of(group).filter(admits).cloned().collect(),
        None => view.meetings().filter(admits).cloned().collect(),
    })
}

/// The notes of these meetings as they are kept, with one statement; nothing for those that the viewer
/// may not see.
pub async fn notes(op: &Op, ids: Vec<MeetingId>) -> Result<HashMap<MeetingId, String>> {
    let view = op.view();
    let visible = ids.into_iter().filter(|id| view.meeting(*id).is_some());
    let rows: Vec<(MeetingId, Option<String>)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Notes])
        .filter(Column::Id.is_in(visible))
        .into_tuple()
        .all(&op.reader())
        .await?;
    Ok(rows.into_iter().filter_map(|(id, notes)| Some((id, notes?))).collect())
}

/// The last meeting of a group up to this day, as far as the viewer sees.
pub fn last_met(view: &View, group: StakeholderId, today: NaiveDate) -> Option<&Arc<Model>> {
    let held = view.meetings_of(group).filter(|row| row.held_on <= today);
    held.max_by_key(|row| (row.held_on, row.id))
}

/// Refuses what is no group that the actor sees.
pub fn group(view: &View, id: StakeholderId, field: &str) -> Result<(), Refusal> {
    match view.stakeholder(id) {
        Some(row) if row.kind == StakeholderKind::Group => Ok(()),
        Some(_) => Err(Refusal::new(RefusalCode::FieldNotAllowed, field).missing("GROUP")),
        None => Err(Refusal::new(RefusalCode::NotFound, field)),
    }
}

/// The member of a community who has this name, when exactly one has.
pub fn member_named(view: &View, community: CommunityId, name: &str) -> Option<AccountId> {
    let folded = fold(name);
    let accounts = view.members(community).filter_map(|row| view.account(row.account_id));
    let mut named = accounts.filter(|row| !row.disabled && fold(&row.display_name) == folded);
    let found = named.next().map(|row| row.id);
    found.filter(|_| named.next().is_none())
}

/// Checks a meeting as a whole, with everybody whom it newly names.
fn check(
    view: &View,
    before: Option<&Model>,
    draft: MeetingDraft,
    group_id: Option<StakeholderId>,
) -> Result<(MeetingFacts, Option<StakeholderId>), Vec<Refusal>> {
    let mut refusals = Refusals::new();
    if let Some(id) = group_id
        && before.is_none_or(|row| row.group_id != Some(id))
    {
        refusals.require(group(view, id, "group"));
    }
    for (place, attendee) in draft.attendees.iter().enumerate() {
        let known = |id| view.stakeholder(id).is_some() || before.is_some_and(|row| row.names(id));
        if attendee.stakeholder.is_some_and(|id| !known(id)) {
            let field = format!("attendees.{place}.stakeholder");
            refusals.push(Refusal::new(RefusalCode::NotFound, field));
        }
    }
    for (place, decision) in draft.decisions.iter().enumerate() {
        if let Some(id) = decision.decided_by
            && !before.is_some_and(|row| row.names(id))
        {
            refusals.require(group(view, id, &format!("decisions.{place}.decidedBy")));
        }
    }
    let draft = draft::with_ids(view, before, draft);
    let facts = draft.parse();
    let mut all = refusals.finish(Some(())).err().unwrap_or_default();
    match facts {
        Ok(facts) if all.is_empty() => Ok((facts, group_id)),
        facts => {
            all.extend(facts.err().unwrap_or_default());
            Err(all)
        }
    }
}

/// Stores what a decision about a proposal adds to its meeting.
pub async fn add_to(
    write: &mut Write<'_>,
    id: MeetingId,
    add: impl FnOnce(&mut Model),
) -> Result<()> {
    let before: Model = write.load(id.0).await?;
    let mut after = Model { updated_at: write.at(), ..before.clone() };
    add(&mut after);
    let version = before.version;
    write.update(before, after, Expected::Version(version)).await
}
