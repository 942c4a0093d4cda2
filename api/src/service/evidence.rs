//! Evidence: places in sources that speak for or against what is recorded.

use super::source;
use crate::error::{Error, Result};
use crate::op::{Op, Write};
use crate::snapshot::View;
use domain::confidence::Item;
use domain::evidence::{
    EvidenceDraft, EvidenceFacts, SourceDraft, SourceFacts, SourceKind, Stance,
};
use domain::identifier::{
    ActionId, CapabilityId, EngagementId, EvidenceId, RelationshipId, SourceId, StakeholderId,
};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode, within};
use domain::stakeholder::Visibility;
use entity::evidence::{Column, Entity, Model};
use entity::record::Record;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// What evidence can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A relationship.
    Relationship(RelationshipId),
    /// A stakeholder.
    Stakeholder(StakeholderId),
    /// An engagement.
    Engagement(EngagementId),
    /// An action.
    Action(ActionId),
    /// A capability.
    Capability(CapabilityId),
}

/// Evidence to be recorded.
#[derive(Clone, Debug)]
pub struct NewEvidence {
    /// Where it comes from.
    pub source: EvidenceSource,
    /// What a person typed.
    pub draft: EvidenceDraft,
    /// Whether it was inferred rather than stated.
    pub inferred: bool,
}

/// Where evidence comes from.
#[derive(Clone, Debug)]
pub enum EvidenceSource {
    /// A source that is recorded already.
    Known(SourceId),
    /// A source to be recorded with it.
    New(SourceDraft),
}

/// Evidence whose texts are checked.
#[derive(Clone, Debug)]
pub struct Parsed {
    source: ParsedSource,
    facts: EvidenceFacts,
    inferred: bool,
}

#[derive(Clone, Debug)]
enum ParsedSource {
    Known(SourceId),
    New(SourceFacts),
}

impl TryFrom<NewEvidence> for Parsed {
    type Error = Vec<Refusal>;

    /// Evidence is always told within something else, so its fields are those within `evidence`.
    fn try_from(new: NewEvidence) -> Result<Self, Vec<Refusal>> {
        let source = match new.source {
            EvidenceSource::Known(id) => Ok(ParsedSource::Known(id)),
            EvidenceSource::New(draft) => {
                let facts = draft.parse().map(ParsedSource::New);
                facts.map_err(|refusals| within(refusals, "newSource"))
            }
        };
        match (source, new.draft.parse()) {
            (Ok(source), Ok(facts)) => Ok(Self { source, facts, inferred: new.inferred }),
            (source, facts) => {
                let refusals = [source.err(), facts.err()];
                Err(within(refusals.into_iter().flatten().flatten().collect(), "evidence"))
            }
        }
    }
}

/// Records evidence about something.
pub async fn add(op: &Op, subject: Subject, new: NewEvidence) -> Result<EvidenceId> {
    let place = place_about(&op.view(), subject)?;
    op.allow(Action::AddEvidence, place).await?;
    let parsed = Parsed::try_from(new)?;
    let mut write = op.write().await?;
    let id = attach(&mut write, subject, parsed).await?;
    write.commit().await?;
    Ok(id)
}

/// Records evidence within a write that has more to do, and its source when that is new.
pub async fn attach(write: &mut Write<'_>, subject: Subject, parsed: Parsed) -> Result<EvidenceId> {
    let place = place_about(write.view(), subject)?;
    let source_id = match parsed.source {
        ParsedSource::New(facts) => source::insert(write, place, facts).await?,
        ParsedSource::Known(id) => match write.view().source(id) {
            Some(source) => source.id,
            None => return Err(Refusal::new(RefusalCode::NotFound, "evidence.source").into()),
        },
    };
    let (noun, subject_id) = subject.row();
    let id = EvidenceId(write.id());
    let record = Model {
        id,
        subject_noun: noun.to_owned(),
        subject_id,
        source_id,
        stance: parsed.facts.stance,
        locator: parsed.facts.locator,
        note: parsed.facts.note,
        asserted_on: parsed.facts.asserted_on,
        asserter_id: None,
        inferred: parsed.inferred,
        community_id: place.community,
        visibility: place.visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(record).await?;
    Ok(id)
}

/// What the answers to "still true?" rest on: the word of a community's members.
const ANSWERS: &str = "Still true? / Toujours vrai\u{a0}?";

/// Records what an actor knows today about a relationship, for it or against it.
pub async fn answer(op: &Op, id: RelationshipId, stance: Stance, note: String) -> Result<()> {
    let subject = Subject::Relationship(id);
    let place = place_about(&op.view(), subject)?;
    op.allow(Action::AddEvidence, place).await?;
    let asserted_on = op.today().to_string();
    let draft = EvidenceDraft { stance, locator: String::new(), note, asserted_on };
    let facts = draft.parse()?;
    let mut write = op.write().await?;
    let source = answers(write.view(), place).map_or_else(new_answers, Ok)?;
    attach(&mut write, subject, Parsed { source, facts, inferred: false }).await?;
    write.commit().await
}

/// The source of the answers that stand there, when there is one.
fn answers(view: &View, place: Place) -> Option<ParsedSource> {
    let mut sources = view.sources();
    let known = sources.find(|row| {
        row.kind == SourceKind::Message && row.title == ANSWERS && row.place() == Some(place)
    });
    known.map(|row| ParsedSource::Known(row.id))
}

fn new_answers() -> Result<ParsedSource, Vec<Refusal>> {
    let draft = SourceDraft {
        kind: SourceKind::Message,
        title: ANSWERS.to_owned(),
        url: String::new(),
        published_on: String::new(),
        licence: String::new(),
        revision_tag: String::new(),
    };
    draft.parse().map(ParsedSource::New)
}

/// What the viewer may see of the evidence about a record, as the formula of confidence sees it.
pub fn items(view: &View, subject: Uuid) -> Vec<Item> {
    let rows = view.evidence_of(subject);
    let item = |row: &Arc<Model>| {
        let source = view.source(row.source_id)?;
        Some(Item {
            source: source.id,
            kind: source.kind,
            stance: row.stance,
            inferred: row.inferred,
            said: row.asserted_on.or(source.published_on),
        })
    };
    rows.filter_map(item).collect()
}

/// The notes of these pieces of evidence, with one statement; nothing for those that the viewer may
/// not see.
pub async fn notes(op: &Op, ids: Vec<EvidenceId>) -> Result<HashMap<EvidenceId, String>> {
    let view = op.view();
    let visible = ids.into_iter().filter(|id| view.evidence(*id).is_some());
    let rows = Entity::find().filter(Column::Id.is_in(visible)).all(&op.reader()).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.note?))).collect())
}

/// Evidence stands with what it is about. Who has no part in the community of a public record adds
/// to it from the shared registry, where everybody sees who did.
fn place_about(view: &View, subject: Subject) -> Result<Place> {
    let place = match subject {
        Subject::Relationship(id) => view.relationship(id).and_then(|row| row.place()),
        Subject::Stakeholder(id) => view.stakeholder(id).and_then(|row| row.place()),
        Subject::Engagement(id) => view.engagement(id).and_then(|row| row.place()),
        Subject::Action(id) => view.action(id).and_then(|row| row.place()),
        Subject::Capability(id) => view.capability(id).and_then(|row| row.place()),
    };
    let place = place.ok_or(Error::NotFound)?;
    if place.visibility == Visibility::Public && !view.allows(Action::AddEvidence, place) {
        return Ok(Place { community: None, ..place });
    }
    Ok(place)
}

impl Subject {
    fn row(self) -> (&'static str, Uuid) {
        match self {
            Self::Relationship(id) => (entity::relationship::Model::NOUN, id.0),
            Self::Stakeholder(id) => (entity::stakeholder::Stakeholder::NOUN, id.0),
            Self::Engagement(id) => (entity::engagement::Model::NOUN, id.0),
            Self::Action(id) => (entity::action::Model::NOUN, id.0),
            Self::Capability(id) => (entity::capability::Model::NOUN, id.0),
        }
    }
}
