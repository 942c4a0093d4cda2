//! The review queue, and corrections that anybody suggests.

use super::context::{Access, Listed};
use super::identifier::{Outside, read_stakeholder};
use super::node::Node;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::proposal::Proposal;
use super::scalar::Instant;
use super::stakeholder::Stakeholder;
use crate::error::{Error, Result};
use crate::service::correction::{self, Suggestion};
use crate::service::review::{self, Item};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::duplicate::Likeness;
use domain::identifier::{CommunityId, ProposalId};
use domain::review::{ReviewReason, ReviewStep};
use domain::vocabulary::Word;

/// Something that waits for somebody to look at it.
#[derive(Clone, Debug)]
pub struct ReviewItem(Item);

/// Something that waits for somebody to look at it.
#[Object]
impl ReviewItem {
    /// Why it waits.
    async fn reason(&self) -> ReviewReason {
        self.0.reason
    }

    /// Since when.
    async fn since(&self) -> Instant {
        Instant(self.0.since)
    }

    /// What waits: a proposal, a relationship or a stakeholder.
    async fn record(&self, ctx: &Context<'_>) -> Result<Node> {
        let (noun, id) = self.0.record;
        Node::of(&ctx.view()?, noun, id).ok_or(Error::NotFound)
    }

    /// Which stakeholder it may be, that was recorded before it; null where nothing is alike.
    async fn other(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        let other = self.0.other.and_then(|(id, _)| view.stakeholder(id).cloned());
        Ok(other.map(Stakeholder::new))
    }

    /// Why it may be that one.
    async fn likeness(&self) -> Option<Likeness> {
        self.0.other.map(|(_, why)| why)
    }

    /// What you can do about it.
    async fn steps(&self) -> &[ReviewStep] {
        &self.0.steps
    }
}

/// Finding what waits.
#[derive(Debug, Default)]
pub struct ReviewQuery;

#[Object(guard = "Listed")]
impl ReviewQuery {
    /// What waits in a community and in the shared registry, as far as you see it: the most pressing
    /// first, then what waits longest.
    async fn review_queue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The community.")] community: ID,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<ReviewItem>> {
        let community = CommunityId::read(&community, "community")?;
        let page = Page::parse(first, after.as_deref(), "reviewQueue")?;
        let op = ctx.op()?;
        let view = op.view();
        if view.community(community).is_none() {
            return Err(Error::NotFound);
        }
        let rows = review::queue(&view, community, op.today()).into_iter().map(|item| {
            let place = ReviewReason::ALL.iter().position(|reason| *reason == item.reason);
            let since = item.since.timestamp_micros();
            let key = format!("{:02}-{since:020}", place.unwrap_or_default());
            (SortKey::Text(key.into()), item.record.1, item)
        });
        Ok(page.of(rows, OrderDirection::Ascending, ReviewItem))
    }
}

/// What somebody thinks is wrong or missing on a public profile.
#[derive(Clone, Debug, InputObject)]
pub struct SuggestCorrectionInput {
    /// The profile.
    pub stakeholder: ID,
    /// What is wrong or missing, up to 2,000 characters of plain text.
    pub text: String,
    /// How you are reached, when you wish an answer: managers read it, and nobody else.
    pub contact: Option<String>,
}

/// Whether it was taken: always, whatever becomes of it.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct SuggestCorrectionPayload {
    /// It was.
    pub received: bool,
}

/// Which correction's author is to be reached no more.
#[derive(Clone, Debug, InputObject)]
pub struct ForgetContactInput {
    /// The correction.
    pub proposal: ID,
}

/// The correction as it is afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct ForgetContactPayload {
    /// The correction.
    pub proposal: Proposal,
}

/// Suggesting corrections.
#[derive(Debug, Default)]
pub struct ReviewMutation;

#[Object(guard = "Listed")]
impl ReviewMutation {
    /// Suggests a correction of a public profile; anybody may, a few times an hour. The answer is the
    /// same whatever is known of the profile.
    async fn suggest_correction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is wrong or missing.")] input: SuggestCorrectionInput,
    ) -> Result<SuggestCorrectionPayload> {
        let suggestion = Suggestion {
            stakeholder: read_stakeholder(&input.stakeholder, "stakeholder")?,
            text: input.text,
            contact: input.contact.unwrap_or_default(),
        };
        correction::suggest(ctx.op()?, suggestion).await?;
        Ok(SuggestCorrectionPayload { received: true })
    }

    /// Takes away for good how the author of a correction is reached.
    async fn forget_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which correction.")] input: ForgetContactInput,
    ) -> Result<ForgetContactPayload> {
        let id = ProposalId::read(&input.proposal, "proposal")?;
        correction::forget_contact(ctx.op()?, id).await?;
        let proposal = Proposal::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(ForgetContactPayload { proposal })
    }
}
