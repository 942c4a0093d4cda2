//! What wants attention, and whom to call.

use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::identifier::Outside;
use super::interaction::Interaction;
use super::node::Node;
use super::page::{Connection, Page, SortKey, read_first};
use super::scalar::Date;
use super::stakeholder::Stakeholder;
use crate::error::{Error, Result};
use crate::service::attention::{self, Asked, Muted, Subject};
use crate::service::mute;
use async_graphql::{Context, ID, Object};
use domain::attention::AttentionRule;
use domain::identifier::{CommunityId, Noun};
use domain::text::Locale;
use std::sync::Arc;

/// Something that wants attention, and why it does.
#[derive(Clone, Debug)]
pub struct Notice(Arc<attention::Notice>);

impl Notice {
    /// What the service has found.
    pub fn new(row: Arc<attention::Notice>) -> Self {
        Self(row)
    }
}

/// Something that wants attention, and why it does.
#[Object]
impl Notice {
    /// By which rule.
    async fn rule(&self) -> AttentionRule {
        self.0.reason.rule
    }

    /// Why it came, in one sentence that can stand alone.
    async fn sentence(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> Result<String> {
        Ok(self.0.sentence(&ctx.view()?, locale))
    }

    /// The day on which it was or is due, or ends; null where there is none.
    async fn day(&self) -> Option<Date> {
        self.0.reason.day.map(Date)
    }

    /// How many days it is late, was silent, is old, or is still to go; null where there is no day.
    async fn days(&self) -> Option<i64> {
        self.0.reason.days
    }

    /// The record that it is about: an action, an engagement, a relationship or a group.
    async fn subject(&self, ctx: &Context<'_>) -> Result<Node> {
        let view = ctx.view()?;
        let (noun, id) = match &self.0.subject {
            Subject::Action(row) => (Noun::Action, row.id.0),
            Subject::NextStep(row) | Subject::Contact(row, _) => (Noun::Engagement, row.id.0),
            Subject::Money(row) | Subject::Relationship(row) => (Noun::Relationship, row.id.0),
            Subject::Seat(row, _) => (row.kind.noun(), row.id.0),
        };
        Node::find(&view, noun, id).ok_or(Error::NotFound)
    }

    /// Whether it stands on a practice record, made up to try things out.
    async fn practice(&self) -> bool {
        self.0.subject.is_practice()
    }

    /// Whether you have muted its rule or its partner.
    async fn muted(&self) -> bool {
        self.0.muted
    }

    /// The partner it is about; null where there is none.
    async fn party(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        self.0.party.map(|id| Stakeholder::load(&view, id)).transpose()
    }
}

/// Somebody to call, and why.
#[derive(Clone, Debug)]
pub struct Call(attention::Call);

/// Somebody to call, and why.
#[Object]
impl Call {
    /// Within which conversation.
    async fn engagement(&self) -> Engagement {
        Engagement::new(self.0.engagement.clone())
    }

    /// Whom: the person among the entry points, else the unit, else the partner as a whole.
    async fn whom(&self) -> Stakeholder {
        Stakeholder::new(self.0.whom.clone())
    }

    /// Why, the most urgent first.
    async fn reasons(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Notice>> {
        let first = read_first(first)?;
        Ok(self.0.reasons.iter().take(first).cloned().map(Notice).collect())
    }

    /// The last contact with the partner; null where none is recorded.
    async fn last_interaction(&self) -> Option<Interaction> {
        self.0.last.clone().map(Interaction::new)
    }
}

/// What wants attention.
#[derive(Debug, Default)]
pub struct AttentionQuery;

#[Object(guard = "Listed")]
impl AttentionQuery {
    /// What wants attention in a community, the most urgent first: what is late or due soon, partners silent
    /// beyond what was agreed, money that ends, vacant seats, evidence that has grown old.
    #[expect(clippy::too_many_arguments, reason = "one for each argument of the field")]
    async fn notices(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which community.")] community: ID,
        #[graphql(desc = "By these rules; all when absent or empty.")] rules: Option<
            Vec<AttentionRule>,
        >,
        #[graphql(default = false, desc = "Only what is your own task.")] mine: bool,
        #[graphql(default = false, desc = "Also what you have muted.")] include_muted: bool,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Notice>> {
        let page = Page::parse(first, after.as_deref(), "notices")?;
        let community = CommunityId::read(&community, "community")?;
        let op = ctx.op()?;
        let owner = match mine {
            true => Some(op.viewer().account().ok_or(Error::Unauthenticated)?),
            false => None,
        };
        let mutes = mute::of_viewer(op).await?;
        let muted = if include_muted { Muted::Told } else { Muted::LeftOut };
        let rules = rules.unwrap_or_default();
        let asked = Asked { community, rules, owner, mutes: &mutes, muted };
        let found = attention::notices(&op.view(), &asked, op.today())?;
        let rows = found.into_iter().enumerate();
        let keyed = rows.map(|(place, row)| (SortKey::number(place), row.subject.uuid(), row));
        Ok(page.in_order(keyed, Notice))
    }

    /// Whom to call today and why, one conversation with each partner, with the last contact.
    async fn call_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which community.")] community: ID,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Call>> {
        let (first, community) = (read_first(first)?, CommunityId::read(&community, "community")?);
        let op = ctx.op()?;
        let found =
            attention::calls(&op.view(), community, &mute::of_viewer(op).await?, op.today())?;
        Ok(found.into_iter().take(first).map(Call).collect())
    }
}
