//! Evidence: places in sources that support or dispute what is recorded.

use super::context::{Access, Listed};
use super::identifier::Outside;
use super::node::Node;
use super::page::read_first;
use super::scalar::{Instant, TypedDate};
use super::source::{NewSourceInput, Source};
use crate::error::{Error, Result};
use crate::service;
use crate::service::evidence::{EvidenceSource, NewEvidence, Subject};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::evidence::{EvidenceDraft, Stance};
use domain::identifier::{
    ActionId, CapabilityId, EngagementId, EvidenceId, Noun, RelationshipId, SourceId,
    StakeholderId, parse,
};
use domain::interval::DatePoint;
use domain::mention;
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use domain::text::Locale;
use entity::evidence::Model;
use std::sync::Arc;
use uuid::Uuid;

/// One place in one source that supports or disputes something.
#[derive(Clone, Debug)]
pub struct Evidence(Arc<Model>);

impl Evidence {
    /// A piece of evidence that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The piece of evidence, when the viewer may see it.
    pub fn find(view: &View, id: EvidenceId) -> Option<Self> {
        view.evidence(id).cloned().map(Self)
    }

    /// The first visible evidence about one record, in order of recording.
    pub fn about(view: &View, subject: Uuid, first: i32) -> Result<Vec<Self>> {
        let evidence = view.evidence_of(subject).take(read_first(first)?);
        Ok(evidence.cloned().map(Self).collect())
    }
}

/// One place in one source that supports or disputes something.
#[Object]
impl Evidence {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// For or against.
    async fn stance(&self) -> Stance {
        self.0.stance
    }

    /// What it is about.
    async fn subject(&self, ctx: &Context<'_>) -> Result<Node> {
        let subject = Node::of(&ctx.view()?, &self.0.subject_noun, self.0.subject_id);
        subject.ok_or(Error::NotFound)
    }

    /// What it points into.
    async fn source(&self, ctx: &Context<'_>) -> Result<Source> {
        Source::find(&ctx.view()?, self.0.source_id).ok_or(Error::NotFound)
    }

    /// Where in the source: line, page, minute.
    async fn locator(&self) -> Option<&str> {
        self.0.locator.as_deref()
    }

    /// What it says, in a few words.
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let op = ctx.op()?;
        let read = |ids| service::evidence::notes(op, ids);
        let note = ctx.loaders()?.notes.load(self.0.id, read).await?;
        let view = ctx.view()?;
        let name = |id| view.name_of(id, Locale::En);
        Ok(note.map(|note| mention::plain(&note, name, "somebody")))
    }

    /// When it was said, as far as known.
    async fn asserted_on(&self) -> Option<DatePoint> {
        self.0.asserted_on
    }

    /// Whether it was inferred rather than stated.
    async fn inferred(&self) -> bool {
        self.0.inferred
    }

    /// Who may see it, among those who see its source and what it is about.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was recorded.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }
}

/// What is done to evidence.
#[derive(Debug, Default)]
pub struct EvidenceMutation;

#[Object(guard = "Listed")]
impl EvidenceMutation {
    /// Records evidence about a relationship, a stakeholder, an engagement, an action or a
    /// capability.
    async fn add_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "About what, and the evidence.")] input: AddEvidenceInput,
    ) -> Result<AddEvidencePayload> {
        let subject = subject(&input.subject)?;
        let id = service::evidence::add(ctx.op()?, subject, input.evidence.parse()?).await?;
        let evidence = Evidence::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(AddEvidencePayload { evidence })
    }
}

fn subject(id: &ID) -> Result<Subject, Refusal> {
    match parse(id) {
        Some((Noun::Relationship, id)) => Ok(Subject::Relationship(RelationshipId(id))),
        Some((Noun::Stakeholder(_), id)) => Ok(Subject::Stakeholder(StakeholderId(id))),
        Some((Noun::Engagement, id)) => Ok(Subject::Engagement(EngagementId(id))),
        Some((Noun::Action, id)) => Ok(Subject::Action(ActionId(id))),
        Some((Noun::Capability, id)) => Ok(Subject::Capability(CapabilityId(id))),
        _ => Err(Refusal::new(RefusalCode::MalformedId, "subject")),
    }
}

/// Evidence, and what it is about.
#[derive(Debug, InputObject)]
pub struct AddEvidenceInput {
    /// The id of a relationship, a stakeholder, an engagement, an action or a capability.
    pub subject: ID,
    /// The evidence.
    pub evidence: NewEvidenceInput,
}

/// Evidence from a source that is recorded already, or from a new one: exactly one of the two.
#[derive(Debug, InputObject)]
pub struct NewEvidenceInput {
    /// The id of a source that is recorded already.
    pub source: Option<ID>,
    /// A source to be recorded with it.
    pub new_source: Option<NewSourceInput>,
    /// For or against.
    #[graphql(default_with = "Stance::Supports")]
    pub stance: Stance,
    /// Where in the source: line, page, minute.
    pub locator: Option<String>,
    /// What it says, in a few words of your own.
    pub note: Option<String>,
    /// When it was said, as far as known.
    pub asserted_on: Option<TypedDate>,
    /// Whether it was inferred rather than stated.
    #[graphql(default_with = "false")]
    pub inferred: bool,
}

impl NewEvidenceInput {
    /// The evidence, its texts not yet checked. Whatever it is told with names it `evidence`.
    pub fn parse(self) -> Result<NewEvidence, Refusal> {
        let source = match (self.source, self.new_source) {
            (Some(id), None) => EvidenceSource::Known(SourceId::read(&id, "evidence.source")?),
            (None, Some(source)) => EvidenceSource::New(source.draft()),
            (None, None) => return Err(Refusal::new(RefusalCode::Required, "evidence.source")),
            (Some(_), Some(_)) => {
                return Err(Refusal::new(RefusalCode::FieldNotAllowed, "evidence.newSource"));
            }
        };
        let draft = EvidenceDraft {
            stance: self.stance,
            locator: self.locator.unwrap_or_default(),
            note: self.note.unwrap_or_default(),
            asserted_on: self.asserted_on.map(String::from).unwrap_or_default(),
        };
        Ok(NewEvidence { source, draft, inferred: self.inferred })
    }
}

/// The evidence that was recorded.
#[derive(Debug, SimpleObject)]
pub struct AddEvidencePayload {
    /// As it is now.
    pub evidence: Evidence,
}
