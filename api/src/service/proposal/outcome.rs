//! What each kind of proposal becomes once it is accepted.

use super::accept::sentence;
use crate::error::{Error, Result};
use crate::op::{Expected, Write};
use crate::service::engagement::Opening;
use crate::service::evidence::Subject;
use crate::service::implementation as machine;
use crate::service::place::may_stand;
use crate::service::relationship::{NewRelationship, end, end_opt, place_between};
use crate::service::{action, engagement, meeting, relationship, stakeholder};
use domain::action::ActionDraft;
use domain::engagement::EngagementDraft;
use domain::identifier::StakeholderId;
use domain::interval::DatePoint;
use domain::meeting::{Attendee, Decision};
use domain::policy::Place;
use domain::proposal::ProposalDraft;
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{
    ExtraDraft, RelationshipDraft, RelationshipKind, RelationshipState, next_states,
};
use domain::stakeholder::{Detail, DetailDraft, StageMoved, StakeholderDraft, Visibility};
use domain::text::{LINE_LIMIT, Locale};
use entity::proposal::Model;
use entity::record::Record;
use entity::relationship::Model as Relationship;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What was recorded, and what the sentence is evidence for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outcome {
    pub(super) record: Option<(&'static str, Uuid)>,
    pub(super) subject: Option<Subject>,
}

fn joined(id: domain::identifier::RelationshipId) -> Outcome {
    Outcome { record: Some((Relationship::NOUN, id.0)), subject: Some(Subject::Relationship(id)) }
}

/// A confirmed relationship. One that says the same and stands already gets the evidence, and is
/// confirmed when it was only proposed.
pub(super) async fn relationship(
    write: &mut Write<'_>,
    draft: &ProposalDraft,
    visibility: Option<Visibility>,
) -> Result<Outcome> {
    let kind = draft.kinds.first().copied();
    let (source, target) = (draft.source.first().copied(), draft.target.first().copied());
    let (Some(kind), Some(source), Some(target)) = (kind, source, target) else {
        return Err(Error::internal("a proposal that lacks an end was let through"));
    };
    let state = if draft.valid_to.is_some_and(|to| to.last() < write.at().date_naive()) {
        RelationshipState::Ended
    } else {
        RelationshipState::Confirmed
    };
    join(write, draft, (kind, source, target), (state, visibility)).await
}

async fn join(
    write: &mut Write<'_>,
    draft: &ProposalDraft,
    (kind, source, target): (RelationshipKind, StakeholderId, StakeholderId),
    (state, visibility): (RelationshipState, Option<Visibility>),
) -> Result<Outcome> {
    let view = write.view().clone();
    let same = view.relationships_of(source).find(|row| {
        (row.kind, row.source_id, row.target_id) == (kind, source, target)
            && next_states(row.state).contains(&state)
            || (row.kind, row.source_id, row.target_id, row.state) == (kind, source, target, state)
                && state == RelationshipState::Confirmed
    });
    if let Some(row) = same.filter(|_| state == RelationshipState::Confirmed) {
        let before: Relationship = write.load(row.id.0).await?;
        if before.state == RelationshipState::Proposed {
            let after = Relationship { state, updated_at: write.at(), ..before.clone() };
            let version = before.version;
            write.update(before, after, Expected::Version(version)).await?;
        }
        return Ok(joined(row.id));
    }
    let date = |date: Option<DatePoint>| date.map(|date| date.to_string()).unwrap_or_default();
    let via = draft.via.filter(|_| kind == RelationshipKind::Funds);
    let new = NewRelationship {
        draft: RelationshipDraft {
            kind,
            source: end(&view, source, "source")?,
            target: end(&view, target, "target")?,
            valid_from: date(draft.valid_from),
            valid_to: date(draft.valid_to),
            state,
            strength: None,
            note: String::new(),
            extra: ExtraDraft { via: end_opt(&view, via, "via")?, ..ExtraDraft::default() },
        },
        community: None,
        visibility,
        evidence: None,
    };
    let place = place_between(&view, &new)?;
    let record = relationship::record(write, place, new.draft.parse()?);
    may_stand(&record)?;
    let id = record.id;
    relationship::insert(write, record).await?;
    Ok(joined(id))
}

/// The end of a relationship that is recorded.
pub(super) async fn finished(write: &mut Write<'_>, draft: &ProposalDraft) -> Result<Outcome> {
    let (Some(id), Some(to)) = (draft.relationship, draft.valid_to) else {
        return Err(Error::internal("the end of no relationship was let through"));
    };
    let seen = write.view().relationship(id).is_some();
    if !seen {
        return Err(Refusal::new(RefusalCode::NotFound, "relationship").into());
    }
    let before: Relationship = write.load(id.0).await?;
    if !next_states(before.state).contains(&RelationshipState::Ended) {
        return Err(Error::conflict(Refusal::new(RefusalCode::StateNotReachable, "relationship")));
    }
    let mut typed = relationship::draft_of(write.view(), &before)?;
    typed.state = RelationshipState::Ended;
    typed.valid_to = to.to_string();
    let mut after = Relationship { updated_at: write.at(), ..before.clone() };
    after.set_facts(typed.parse()?);
    relationship::check(write.view(), &after)?;
    let version = before.version;
    write.update(before, after, Expected::Version(version)).await?;
    Ok(joined(id))
}

/// A good at work in a country: how far the known one is, or a new one.
pub(super) async fn implementation(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
    visibility: Option<Visibility>,
) -> Result<Outcome> {
    let Some(good) = draft.source.first().copied() else {
        return Err(Error::internal("an implementation of nothing was let through"));
    };
    let known = match draft.known {
        Some(id) => id,
        None => begun(write, proposal, draft, good, visibility).await?,
    };
    advance(write, known, proposal, draft).await?;
    let confirmed = (RelationshipState::Confirmed, visibility);
    let nothing = ProposalDraft { valid_from: draft.valid_from, ..ProposalDraft::default() };
    let deployed =
        join(write, &nothing, (RelationshipKind::Deploys, known, good), confirmed).await?;
    if let Some(by) = draft.via {
        join(write, &nothing, (RelationshipKind::Implements, by, known), confirmed).await?;
    }
    Ok(Outcome { record: Some((Stakeholder::NOUN, known.0)), ..deployed })
}

/// A new implementation, named after what it puts to use and where.
async fn begun(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
    good: StakeholderId,
    visibility: Option<Visibility>,
) -> Result<StakeholderId> {
    let view = write.view().clone();
    let place = draft.target.first().and_then(|id| view.stakeholder(*id));
    let code = place.and_then(|row| row.country.clone()).or_else(|| draft.text.clone());
    let country = code.ok_or_else(|| Refusal::new(RefusalCode::Required, "country"))?;
    let row =
        view.stakeholder(good).ok_or_else(|| Refusal::new(RefusalCode::NotFound, "source"))?;
    let known = domain::country::Country::parse(&country, "country")?;
    let named = |locale: Locale| format!("{} {}", row.name(locale), known.name(locale.tongue()));
    let facts = StakeholderDraft {
        names: BTreeMap::from([Locale::En, Locale::Fr].map(|locale| (locale, named(locale)))),
        summaries: BTreeMap::new(),
        aliases: Vec::new(),
        acronym: String::new(),
        country,
        countries: Vec::new(),
        languages: Vec::new(),
        website: String::new(),
        external_ids: Vec::new(),
        unresolved: String::new(),
        detail: DetailDraft::Implementation {
            stage: draft.stage,
            scope: None,
            scheme: String::new(),
            started_on: String::new(),
            ended_on: String::new(),
            moved: StageMoved::default(),
        },
    };
    let place = Place {
        community: Some(proposal.community_id),
        visibility: visibility.unwrap_or(row.visibility),
    };
    let record = stakeholder::record(write, place, facts.parse()?);
    let id = record.id;
    stakeholder::insert(write, record).await?;
    Ok(id)
}

/// Records how far an implementation is, as its machine allows; the sentence says why.
async fn advance(
    write: &mut Write<'_>,
    id: StakeholderId,
    proposal: &Model,
    draft: &ProposalDraft,
) -> Result<()> {
    if write.view().stakeholder(id).is_none() {
        return Err(Refusal::new(RefusalCode::NotFound, "known").into());
    }
    let why = sentence(write.view(), proposal);
    let before: Stakeholder = write.load(id.0).await?;
    let mut after = Stakeholder { updated_at: write.at(), ..before.clone() };
    match (&mut after.detail, draft.stage) {
        (Detail::Implementation { stage, stage_note, .. }, Some(said)) if *stage != Some(said) => {
            *stage = Some(said);
            *stage_note = Some(why);
        }
        _ => return Ok(()),
    }
    machine::corrected(&before, &mut after, write.at().date_naive())?;
    let version = before.version;
    write.update(before, after, Expected::Version(version)).await
}

/// An action that the group's meetings ask for until it is settled.
pub(super) async fn action(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
) -> Result<Outcome> {
    let text = draft.text.clone().unwrap_or_default();
    // Whoever is named and is no member stands in the words of the action.
    let text = match (&draft.owner_name, draft.owner) {
        (Some(name), None) => format!("{name}: {text}"),
        _ => text,
    };
    let new = action::NewAction {
        community: proposal.community_id,
        draft: ActionDraft {
            text: text.chars().take(LINE_LIMIT).collect(),
            due_on: draft.due_on.map(|day| day.to_string()).unwrap_or_default(),
            recorded_on: write.at().date_naive().to_string(),
        },
        owner: draft.owner,
        engagement: None,
        meeting: proposal.meeting_id,
        group: None,
        finds_entry_point: false,
        practice: false,
    };
    let id = action::record(write, new).await?;
    let record = Some((entity::action::Model::NOUN, id.0));
    Ok(Outcome { record, subject: Some(Subject::Action(id)) })
}

/// An engagement at its first stage, whose reason is the sentence.
pub(super) async fn engagement(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
) -> Result<Outcome> {
    let (Some(party), Some(objective)) = (draft.source.first().copied(), draft.objective) else {
        return Err(Error::internal("an engagement with nobody was let through"));
    };
    let why = sentence(write.view(), proposal);
    let opening = Opening {
        community: proposal.community_id,
        party,
        objective,
        draft: EngagementDraft { why, ..EngagementDraft::default() },
        entry_points: Vec::new(),
        visibility: proposal.visibility,
        standing: None,
        reopens: None,
        need: None,
        practice: false,
    };
    let id = engagement::record(write, opening).await?;
    let record = Some((entity::engagement::Model::NOUN, id.0));
    Ok(Outcome { record, subject: Some(Subject::Engagement(id)) })
}

/// Those who were there, added to the meeting; whoever is listed already stays as listed.
pub(super) async fn attendance(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
) -> Result<Outcome> {
    let new: Vec<Attendee> = draft.attendees.clone();
    add_to_meeting(write, proposal, |row| {
        for attendee in new {
            if !row.attendees.0.iter().any(|other| other.is_same(&attendee)) {
                row.attendees.0.push(attendee);
            }
        }
    })
    .await
}

/// A decision, added to the meeting.
pub(super) async fn decision(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
) -> Result<Outcome> {
    let text: String = draft.text.clone().unwrap_or_default().chars().take(LINE_LIMIT).collect();
    add_to_meeting(write, proposal, |row| {
        if !row.decisions.0.iter().any(|other| other.text == text) {
            row.decisions.0.push(Decision { text, decided_by_id: None, decided_on: None });
        }
    })
    .await
}

async fn add_to_meeting(
    write: &mut Write<'_>,
    proposal: &Model,
    add: impl FnOnce(&mut entity::meeting::Model),
) -> Result<Outcome> {
    let id = proposal.meeting_id.ok_or_else(|| Error::internal("a proposal of no meeting"))?;
    meeting::add_to(write, id, add).await?;
    Ok(Outcome { record: Some((entity::meeting::Model::NOUN, id.0)), subject: None })
}
