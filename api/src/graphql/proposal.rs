//! Proposals: what notes say, and what a manager makes of it.

use super::account::Account;
use super::change::{self, ChangeConnection};
use super::community::Community;
use super::context::{Access, Listed};
use super::filter::any_of;
use super::identifier::Outside;
use super::meeting::{Attendee, Meeting, somebody};
use super::node::Node;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::{Date, Instant};
use super::stakeholder::Stakeholder;
use crate::error::{Error, Result};
use crate::service::correction;
use crate::service::proposal::{self, Filter};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object};
use domain::engagement::Objective;
use domain::identifier::{CommunityId, MeetingId, ProposalId, StakeholderId};
use domain::interval::DatePoint;
use domain::mention;
use domain::notes::ProposalKind;
use domain::proposal::{ProposalDraft, ProposalOrigin, ProposalState};
use domain::refusal::Refusal;
use domain::relationship::RelationshipKind;
use domain::stakeholder::{ImplementationStage, Visibility};
use domain::text::Locale;
use entity::proposal::Model;
use entity::record::Record;
use std::sync::Arc;

mod write;
pub use write::{AcceptProposalInput, ProposalMutation, ProposalPayload, RejectProposalInput};

/// Something that is proposed and that a manager accepts or rejects; nothing of it is recorded before.
#[derive(Clone, Debug)]
pub struct Proposal(Arc<Model>);

impl Proposal {
    /// A proposal that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The proposal, when the viewer may see it.
    pub fn find(view: &View, id: ProposalId) -> Option<Self> {
        view.proposal(id).cloned().map(Self)
    }

    fn draft(&self) -> &ProposalDraft {
        &self.0.draft.0
    }
}

fn all(view: &View, ids: &[StakeholderId]) -> Vec<Stakeholder> {
    let rows = ids.iter().filter_map(|id| view.stakeholder(*id));
    rows.cloned().map(Stakeholder::new).collect()
}

fn one(view: &View, id: Option<StakeholderId>) -> Option<Stakeholder> {
    id.and_then(|id| view.stakeholder(id)).cloned().map(Stakeholder::new)
}

/// Something that is proposed and that a manager accepts or rejects; nothing of it is recorded before.
/// Which of its fields tell something follows from its kind.
#[Object]
impl Proposal {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Whose managers decide.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }

    /// What kind of thing is proposed.
    async fn kind(&self) -> ProposalKind {
        self.0.kind
    }

    /// What became of it.
    async fn state(&self) -> ProposalState {
        self.0.state
    }

    /// Where it comes from.
    async fn origin(&self) -> ProposalOrigin {
        self.0.origin
    }

    /// The meeting whose notes say so.
    async fn meeting(&self, ctx: &Context<'_>) -> Result<Option<Meeting>> {
        let view = ctx.view()?;
        Ok(self.0.meeting_id.and_then(|id| Meeting::find(&view, id)))
    }

    /// The sentence that says so, with names for mentions.
    async fn quote(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language names are wished.")]
        locale: Locale,
    ) -> Result<String> {
        let view = ctx.view()?;
        Ok(mention::plain(&self.0.quote, |id| view.name_of(id, locale), somebody(locale)))
    }

    /// How whoever suggested the correction is reached; null when they did not say, or you do not decide
    /// about it.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = self.0.place().ok_or(Error::NotFound)?;
        if !ctx.answers("Proposal", place)? {
            return Ok(None);
        }
        let op = ctx.op()?;
        let read = |ids| correction::contacts(op, ids);
        ctx.loaders()?.correction_contacts.load(self.0.id, read).await
    }

    /// Of which kind the relationship is or was, the likeliest first.
    async fn kinds(&self) -> &[RelationshipKind] {
        &self.draft().kinds
    }

    /// From whom, the party of an engagement, the good of an implementation: everybody who may be meant,
    /// one when it is certain.
    async fn source(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        Ok(all(&ctx.view()?, &self.draft().source))
    }

    /// To whom, or where: everybody who may be meant.
    async fn target(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        Ok(all(&ctx.view()?, &self.draft().target))
    }

    /// Through whom, or who implements.
    async fn via(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        Ok(one(&ctx.view()?, self.draft().via))
    }

    /// Since when.
    async fn valid_from(&self) -> Option<DatePoint> {
        self.draft().valid_from
    }

    /// Until when.
    async fn valid_to(&self) -> Option<DatePoint> {
        self.draft().valid_to
    }

    /// The relationship that ends; null when it is not certain which one, or not to be seen.
    async fn relationship(&self, ctx: &Context<'_>) -> Result<Option<Relationship>> {
        let view = ctx.view()?;
        Ok(self.draft().relationship.and_then(|id| Relationship::find(&view, id)))
    }

    /// What an engagement is for.
    async fn objective(&self) -> Option<Objective> {
        self.draft().objective
    }

    /// How far an implementation is.
    async fn stage(&self) -> Option<ImplementationStage> {
        self.draft().stage
    }

    /// The implementation that is recorded already.
    async fn known(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        Ok(one(&ctx.view()?, self.draft().known))
    }

    /// What is to be done or was decided; the country of an implementation.
    async fn text(&self) -> Option<&str> {
        self.draft().text.as_deref()
    }

    /// Who is to do it; null when no member has the name, or nobody is named.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.draft().owner.and_then(|id| Account::find(&view, id)))
    }

    /// Who is to do it in the words of the notes, when no member has the name.
    async fn owner_name(&self) -> Option<&str> {
        self.draft().owner_name.as_deref()
    }

    /// By when.
    async fn due_on(&self) -> Option<Date> {
        self.draft().due_on.map(Date)
    }

    /// Who was there or was excused.
    async fn attendees(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100; in the order of the notes.")]
        first: i32,
    ) -> Result<Vec<Attendee>> {
        Ok(Attendee::all(&ctx.view()?, &self.draft().attendees, read_first(first)?))
    }

    /// What has to be said before it can be accepted: the names of fields of the input.
    async fn missing(&self) -> Vec<&'static str> {
        self.draft().missing(self.0.kind)
    }

    /// What was recorded when it was accepted; null when that is gone or not to be seen.
    async fn result(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        let view = ctx.view()?;
        let named = self.0.result_noun.as_deref().zip(self.0.result_id);
        Ok(named.and_then(|(noun, id)| Node::of(&view, noun, id)))
    }

    /// Why it was rejected.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Who decided; null when nobody has, or nobody whom you may see.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.decided_by_id.and_then(|id| Account::find(&view, id)))
    }

    /// When it was decided; null when it waits.
    async fn decided_at(&self) -> Option<Instant> {
        self.0.decided_at.map(Instant)
    }

    /// Who may see it, among those who see its meeting and everybody whom it names.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Since when it waits.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What was changed in it, the last change first.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}

/// Which proposals to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProposalFilter {
    /// Only of this community.
    community: Option<ID>,
    /// Only what the notes of this meeting say.
    meeting: Option<ID>,
    /// Only in one of these states.
    states: Option<Vec<ProposalState>>,
    /// Only of one of these kinds.
    kinds: Option<Vec<ProposalKind>>,
    /// Only from there.
    origin: Option<ProposalOrigin>,
}

impl ProposalFilter {
    fn read(self) -> Result<Filter, Refusal> {
        Ok(Filter {
            community: CommunityId::read_opt(self.community.as_ref(), "filter.community")?,
            meeting: MeetingId::read_opt(self.meeting.as_ref(), "filter.meeting")?,
            states: any_of(self.states).unwrap_or_default(),
            kinds: any_of(self.kinds).unwrap_or_default(),
            origin: self.origin,
        })
    }
}

/// Finding proposals.
#[derive(Debug, Default)]
pub struct ProposalQuery;

#[Object(guard = "Listed")]
impl ProposalQuery {
    /// The proposals that you may see, in order of recording.
    async fn proposals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<ProposalFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Proposal>> {
        let page = Page::parse(first, after.as_deref(), "proposals")?;
        let filter = filter.unwrap_or_default().read()?;
        let rows = proposal::list(&ctx.view()?, &filter).into_iter();
        let keyed = rows.map(|row| (SortKey::Missing, row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, Proposal))
    }
}
