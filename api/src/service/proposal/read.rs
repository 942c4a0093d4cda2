//! Reading the notes of a meeting into proposals.

use crate::error::Result;
use crate::op::{Expected, Op, Write};
use crate::service::meeting as meeting_of;
use crate::service::{meeting, source};
use crate::snapshot::View;
use domain::evidence::{SourceFacts, SourceKind};
use domain::identifier::{MeetingId, ProposalId, RelationshipId, SourceId};
use domain::mention;
use domain::notes::{self, Proposal, ProposalKind, Setting};
use domain::policy::Action;
use domain::proposal::{ProposalDraft, ProposalOrigin, ProposalState};
use domain::relationship::RelationshipState;
use domain::text::Locale;
use entity::proposal::{Draft, Model};
use entity::record::{List, Record};
use std::collections::{BTreeSet, HashMap};

/// Who stands where a name is hidden.
const SOMEBODY: &str = "somebody";

/// Reads the notes of a meeting and keeps what they propose, each sentence once, whatever became of it.
/// Answers how much is new. What waits and is in the notes no more goes.
pub async fn read_notes(op: &Op, id: MeetingId) -> Result<usize> {
    op.allow_on(Action::RecordMeeting, &*meeting::load(&op.view(), id)?).await?;
    let mut write = op.write().await?;
    let found = read_within(&mut write, id).await?;
    write.commit().await?;
    Ok(found)
}

/// As `read_notes`, within a write that does more; the caller has asked the policy.
pub async fn read_within(write: &mut Write<'_>, id: MeetingId) -> Result<usize> {
    let row: entity::meeting::Model = write.load(id.0).await?;
    let kept = row.notes.clone().unwrap_or_default();
    withdraw(write, id, &kept).await?;
    let view = write.view().clone();
    let hidden = mention::hidden(&kept, |id| view.name_of(id, Locale::En).is_some());
    let text = mention::written(&kept, |id| view.name_of(id, Locale::En), SOMEBODY);
    let setting = Setting { day: row.held_on, tongue: None };
    let noted = notes::read(&text, &meeting::lexicon(&view), setting)?;
    let known: BTreeSet<_> =
        view.proposals_of(id).map(|row| (row.kind, row.quote.clone(), row.ordinal)).collect();
    let mut counted: HashMap<(ProposalKind, String), i32> = HashMap::new();
    let mut found = 0;
    for proposal in &noted.proposals {
        let quote = mention::stored(&proposal.quote.text, &hidden);
        let kind = proposal.content.kind();
        let ordinal = counted.entry((kind, quote.clone())).or_default();
        *ordinal += 1;
        if known.contains(&(kind, quote.clone(), *ordinal)) {
            continue;
        }
        let new = drafted(&view, &row, proposal, quote, *ordinal);
        let at = write.at();
        let new = Model { id: ProposalId(write.id()), created_at: at, updated_at: at, ..new };
        write.insert(new).await?;
        found += 1;
    }
    if found > 0 {
        source_of(write, id).await?;
    }
    Ok(found)
}

/// The source that stands for a meeting, recorded when it is needed first.
pub(super) async fn source_of(write: &mut Write<'_>, id: MeetingId) -> Result<SourceId> {
    let before: entity::meeting::Model = write.load(id.0).await?;
    if let Some(known) = before.source_id.filter(|id| write.view().source(*id).is_some()) {
        return Ok(known);
    }
    let facts = SourceFacts {
        kind: SourceKind::Meeting,
        title: before.title.clone(),
        url: before.link.clone(),
        published_on: Some(domain::meeting::as_date(before.held_on)),
        licence: None,
        revision_tag: None,
    };
    let place = before.place().unwrap_or(domain::policy::Place::NOWHERE);
    let source = source::insert(write, place, facts).await?;
    meeting::add_to(write, id, |row| row.source_id = Some(source)).await?;
    Ok(source)
}

/// Takes away what waits and whose sentence the notes do not have any more.
async fn withdraw(write: &mut Write<'_>, id: MeetingId, kept: &str) -> Result<()> {
    let view = write.view().clone();
    let gone = |row: &Model| row.state == ProposalState::Open && !kept.contains(&row.quote);
    for row in view.proposals_of(id).filter(|row| gone(row)) {
        let before: Model = write.load(row.id.0).await?;
        write.delete(before, Expected::Sweep).await?;
    }
    Ok(())
}

fn drafted(
    view: &View,
    meeting: &entity::meeting::Model,
    proposal: &Proposal,
    quote: String,
    ordinal: i32,
) -> Model {
    let community = meeting.community_id;
    let member = |name: &str| meeting_of::member_named(view, community, name);
    let mut draft = ProposalDraft::of(&proposal.content, member);
    let kind = proposal.content.kind();
    if kind == ProposalKind::RelationshipEnd {
        draft.relationship = ending(view, &draft);
    }
    let mut named = draft.named();
    let mentioned = mention::named(&quote).into_iter();
    named.extend(mentioned.filter(|id| view.stakeholder(*id).is_some()));
    Model {
        id: ProposalId(meeting.id.0),
        community_id: community,
        kind,
        state: ProposalState::Open,
        origin: ProposalOrigin::Meeting,
        meeting_id: Some(meeting.id),
        quote,
        ordinal,
        draft: Draft(draft),
        named: List(named.into_iter().collect()),
        result_noun: None,
        result_id: None,
        reason: None,
        decided_by_id: None,
        decided_at: None,
        visibility: meeting.visibility,
        version: 0,
        created_at: meeting.created_at,
        updated_at: meeting.updated_at,
    }
}

/// The one relationship that a sentence may say the end of; none when there are several.
fn ending(view: &View, draft: &ProposalDraft) -> Option<RelationshipId> {
    let sources = draft.source.iter().flat_map(|id| view.relationships_of(*id));
    let mut found = sources.filter(|row| {
        draft.source.contains(&row.source_id)
            && draft.target.contains(&row.target_id)
            && draft.kinds.contains(&row.kind)
            && !matches!(row.state, RelationshipState::Ended | RelationshipState::Retracted)
    });
    let only = found.next().map(|row| row.id);
    only.filter(|_| found.next().is_none())
}
