//! Engagements: where the conversation of a community with one party about one objective stands.

use super::account::Account;
use super::action::Action;
use super::change::{self, ChangeConnection};
use super::community::Community;
use super::completeness::Completeness;
use super::context::Access;
use super::evidence::Evidence;
use super::gain::Gain;
use super::identifier::Outside;
use super::interaction::Interaction;
use super::need::Need;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::{Date, Instant};
use super::stakeholder::Stakeholder;
use super::transition::{AllowedTransition, Transition};
use crate::error::{Error, Result};
use crate::service::completeness::Subject;
use crate::service::engagement;
use crate::snapshot::View;
use async_graphql::{Context, ID, Object};
use chrono::Datelike;
use domain::engagement::{DeclinedBy, GainSide, Missing, Objective, Stage};
use domain::identifier::EngagementId;
use domain::interval::DatePoint;
use domain::stakeholder::Visibility;
use entity::engagement::Model;
use std::sync::Arc;

mod commitment;
mod decision;
mod funnel;
mod input;
mod list;
mod onboarding;
mod write;
pub use commitment::CommitmentMutation;
pub use decision::{DecisionMutation, EngagementDecision};
pub use funnel::{FunnelQuery, SuggestedMove};
pub use input::{OpenEngagementInput, StandingInput, UpdateEngagementInput};
pub use list::{EngagementFilter, EngagementOrder, EngagementOrderField, EngagementQuery};
pub use onboarding::{Onboarding, OnboardingMutation};
pub use write::{EngagementMutation, EngagementPayload};

/// Where the conversation of a community with one party about one objective stands.
#[derive(Clone, Debug)]
pub struct Engagement(Arc<Model>);

impl Engagement {
    /// An engagement that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The engagement, when the viewer may see it.
    pub fn find(view: &View, id: EngagementId) -> Option<Self> {
        view.engagement(id).cloned().map(Self)
    }

    fn gains(&self, view: &View, side: GainSide, first: i32) -> Result<Vec<Gain>> {
        let gains = view.gains_of(self.0.id).filter(|row| row.side == side);
        Ok(gains.take(read_first(first)?).cloned().map(Gain::new).collect())
    }
}

/// Where the conversation of a community with one party about one objective stands. A community has
/// at most one with the same party for the same objective that is neither declined nor ended.
#[Object]
impl Engagement {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Whose engagement it is.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }

    /// With whom.
    async fn party(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::find(&ctx.view()?, self.0.party_id).ok_or(Error::NotFound)
    }

    /// What the community wants to reach.
    async fn objective(&self) -> Objective {
        self.0.objective
    }

    /// Where it stands.
    async fn stage(&self) -> Stage {
        self.0.stage
    }

    /// Since when it stands there.
    async fn stage_since(&self) -> Date {
        Date(self.0.stage_since)
    }

    /// Who is in charge; null when nobody is, or nobody whom you may see.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.owner_id.and_then(|id| Account::find(&view, id)))
    }

    /// The units, groups or roles to talk to.
    async fn entry_points(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        let view = ctx.view()?;
        let rows = engagement::entry_points(&view, &self.0);
        Ok(rows.cloned().map(Stakeholder::new).collect())
    }

    /// Why this party.
    async fn why(&self) -> &str {
        &self.0.why
    }

    /// What to do next.
    async fn next_step(&self) -> Option<&str> {
        self.0.next_step.as_deref()
    }

    /// By when.
    async fn next_step_due(&self) -> Option<Date> {
        self.0.next_step_due.map(Date)
    }

    /// How much the party can move, 1 to 5; null is unknown.
    async fn influence(&self) -> Option<i32> {
        self.0.influence
    }

    /// How much the party cares, 1 to 5; null is unknown.
    async fn interest(&self) -> Option<i32> {
        self.0.interest
    }

    /// How much success would change, 1 to 5; null is unknown.
    async fn impact(&self) -> Option<i32> {
        self.0.impact
    }

    /// How often to be in touch, in days.
    async fn cadence_days(&self) -> Option<i32> {
        self.0.cadence_days
    }

    /// The proposal: a link.
    async fn proposal_url(&self) -> Option<&str> {
        self.0.proposal_url.as_deref()
    }

    /// The proposal: the name of a file kept elsewhere.
    async fn proposal_file(&self) -> Option<&str> {
        self.0.proposal_file.as_deref()
    }

    /// The proposal: its text.
    async fn proposal_text(&self) -> Option<&str> {
        self.0.proposal_text.as_deref()
    }

    /// The group that decides; null also when it is hidden.
    async fn deciding_group(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        Ok(self.0.deciding_group_id.and_then(|id| Stakeholder::find(&view, id)))
    }

    /// Whether the community knows that no group decides on their side.
    async fn no_deciding_group(&self) -> bool {
        self.0.no_deciding_group
    }

    /// What those who decide said last; null while nothing is recorded.
    async fn decision(&self) -> Option<EngagementDecision> {
        EngagementDecision::of(&self.0)
    }

    /// The relationships that came of it, in the order in which that was recorded.
    async fn commitments(&self, ctx: &Context<'_>) -> Result<Vec<Relationship>> {
        let view = ctx.view()?;
        Ok(engagement::commitments(&view, &self.0).cloned().map(Relationship::new).collect())
    }

    /// How the partner is made at home; null before that has begun.
    async fn onboarding(&self) -> Option<Onboarding> {
        Onboarding::of(&self.0)
    }

    /// A move that the calendar suggests today; null when it suggests none. A person makes it or does
    /// not.
    async fn suggested_move(&self, ctx: &Context<'_>) -> Result<Option<SuggestedMove>> {
        SuggestedMove::of(ctx, &self.0)
    }

    /// What the community gains.
    async fn we_gain(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Gain>> {
        self.gains(&ctx.view()?, GainSide::WeGain, first)
    }

    /// What the party gains.
    async fn they_gain(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Gain>> {
        self.gains(&ctx.view()?, GainSide::TheyGain, first)
    }

    /// The logged contacts, the latest day first.
    async fn interactions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Interaction>> {
        let list = format!("interactions of {}", self.0.id.0);
        let page = Page::parse(first, after.as_deref(), &list)?;
        let view = ctx.view()?;
        let rows = view.interactions_of(self.0.id).map(|row| {
            let day = row.happened_on.num_days_from_ce();
            (SortKey::Number(i64::from(day)), row.id.0, row)
        });
        Ok(page.of(rows, OrderDirection::Descending, |row| Interaction::new(row.clone())))
    }

    /// The day of the latest logged contact.
    async fn last_interaction_on(&self, ctx: &Context<'_>) -> Result<Option<Date>> {
        let view = ctx.view()?;
        Ok(view.interactions_of(self.0.id).map(|row| row.happened_on).max().map(Date))
    }

    /// What somebody should do about it: the open ones first, of these the ones due first.
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Action>> {
        let (view, first) = (ctx.view()?, read_first(first)?);
        let mut rows: Vec<_> = view.actions_of(self.0.id).cloned().collect();
        rows.sort_by_key(|row| (row.state, row.due_on.is_none(), row.due_on, row.id));
        Ok(rows.into_iter().take(first).map(Action::new).collect())
    }

    /// Its moves from stage to stage, the first one first.
    async fn transitions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 100, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Transition>> {
        let (view, first) = (ctx.view()?, read_first(first)?);
        Ok(view.transitions_of(self.0.id).take(first).cloned().map(Transition::new).collect())
    }

    /// The stages that may follow, with what is missing for each.
    async fn allowed_transitions(&self, ctx: &Context<'_>) -> Result<Vec<AllowedTransition>> {
        Ok(AllowedTransition::all(&ctx.view()?, &self.0))
    }

    /// What the guards on the way would have asked for, when recorded as already standing.
    async fn debt(&self, ctx: &Context<'_>) -> Result<Vec<Missing>> {
        Ok(engagement::debt(&ctx.view()?, &self.0))
    }

    /// How much of what is asked of it is recorded.
    async fn completeness(&self, ctx: &Context<'_>) -> Result<Completeness> {
        Completeness::of(ctx, Subject::Engagement(self.0.clone()))
    }

    /// Since when it stood at a stage before it was recorded here; null when it began here.
    async fn standing_since(&self) -> Option<DatePoint> {
        self.0.standing_since
    }

    /// Where it is written that it stood there.
    async fn standing_source(&self) -> Option<&str> {
        self.0.standing_source.as_deref()
    }

    /// When it ends or ended.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// Why it was declined or ended.
    async fn close_reason(&self) -> Option<&str> {
        self.0.close_reason.as_deref()
    }

    /// Which side said no.
    async fn declined_by(&self) -> Option<DeclinedBy> {
        self.0.declined_by
    }

    /// The declined engagement that this one takes up again.
    async fn reopens(&self, ctx: &Context<'_>) -> Result<Option<Self>> {
        let view = ctx.view()?;
        Ok(self.0.reopens_id.and_then(|id| Self::find(&view, id)))
    }

    /// The need or the offer that it came of; null when it came of none, or of none that you may see.
    async fn need(&self, ctx: &Context<'_>) -> Result<Option<Need>> {
        let view = ctx.view()?;
        Ok(self.0.need_id.and_then(|id| Need::find(&view, id)))
    }

    /// What it rests on.
    async fn evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 5, desc = "How many, 1 to 100; the first ones recorded.")] first: i32,
    ) -> Result<Vec<Evidence>> {
        Evidence::about(&ctx.view()?, self.0.id.0, first)
    }

    /// Whether it is made for trying things out.
    async fn practice(&self) -> bool {
        self.0.practice
    }

    /// Who may see it.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was recorded.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was changed last.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What was changed, by whom and when, the latest first.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}
