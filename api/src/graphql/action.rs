//! Actions: what somebody should do.

use super::account::Account;
use super::community::Community;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::evidence::Evidence;
use super::group::Group;
use super::identifier::{Outside, read_stakeholder_opt};
use super::meeting::Meeting;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::{Date, TypedDay};
use super::stakeholder::Kind;
use crate::error::{Error, Result};
use crate::service::action::{self, Filter, NewAction, Settlement};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use chrono::Datelike;
use domain::action::{ActionDraft, ActionState};
use domain::identifier::{AccountId, ActionId, CommunityId, EngagementId, MeetingId};
use domain::interval::DatePoint;
use domain::refusal::Refusal;
use entity::action::Model;
use std::sync::Arc;

/// Something that somebody should do.
#[derive(Clone, Debug)]
pub struct Action(Arc<Model>);

impl Action {
    /// An action that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }
}

/// Something that somebody should do.
#[Object]
impl Action {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// What is to be done.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether it still waits.
    async fn state(&self) -> ActionState {
        self.0.state
    }

    /// Who should do it; null when nobody is named, or nobody whom you may see.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.owner_id.and_then(|id| Account::find(&view, id)))
    }

    /// By when; null is not recorded.
    async fn due_on(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// Since when it stands.
    async fn recorded_on(&self) -> Option<DatePoint> {
        self.0.recorded_on
    }

    /// Whose action it is.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }

    /// The engagement that it belongs to.
    async fn engagement(&self, ctx: &Context<'_>) -> Result<Option<Engagement>> {
        let view = ctx.view()?;
        Ok(self.0.engagement_id.and_then(|id| Engagement::find(&view, id)))
    }

    /// The meeting that it came out of.
    async fn meeting(&self, ctx: &Context<'_>) -> Result<Option<Meeting>> {
        let view = ctx.view()?;
        Ok(self.0.meeting_id.and_then(|id| Meeting::find(&view, id)))
    }

    /// The group whose meetings ask for it until it is done or dropped; null when there is none, or
    /// none that you may see.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        let view = ctx.view()?;
        Ok(self.0.group_id.and_then(|id| Group::find(&view, id)))
    }

    /// Whether doing it means finding the engagement's entry point.
    async fn finds_entry_point(&self) -> bool {
        self.0.finds_entry_point
    }

    /// Why it was dropped; null while it is not.
    async fn drop_reason(&self) -> Option<&str> {
        self.0.drop_reason.as_deref()
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

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Which actions to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ActionFilter {
    /// Only of this community.
    community: Option<ID>,
    /// Only in one of these states.
    states: Option<Vec<ActionState>>,
    /// Only those that this account should do.
    owner: Option<ID>,
    /// Due on or before this day.
    due_by: Option<TypedDay>,
    /// Only those of this engagement.
    engagement: Option<ID>,
    /// Only those that came out of this meeting.
    meeting: Option<ID>,
    /// Only those that the meetings of this group ask for.
    group: Option<ID>,
    /// true: only those made for trying things out; false: none of these.
    practice: Option<bool>,
}

impl ActionFilter {
    fn read(self) -> Result<Filter, Refusal> {
        Ok(Filter {
            community: CommunityId::read_opt(self.community.as_ref(), "filter.community")?,
            states: self.states.unwrap_or_default(),
            owner: AccountId::read_opt(self.owner.as_ref(), "filter.owner")?,
            due_by: self.due_by.map(|day| day.read("filter.dueBy")).transpose()?,
            engagement: EngagementId::read_opt(self.engagement.as_ref(), "filter.engagement")?,
            meeting: MeetingId::read_opt(self.meeting.as_ref(), "filter.meeting")?,
            group: read_stakeholder_opt(self.group.as_ref(), "filter.group")?,
            practice: self.practice,
        })
    }
}

/// A new action.
#[derive(Clone, Debug, InputObject)]
pub struct AddActionInput {
    /// Whose.
    community: ID,
    /// What is to be done.
    text: String,
    /// Who should do it: a member of the community.
    owner: Option<ID>,
    /// By when.
    due_on: Option<TypedDay>,
    /// The engagement of the same community that it belongs to.
    engagement: Option<ID>,
    /// The meeting of the same community that it came out of.
    meeting: Option<ID>,
    /// The group whose meetings ask for it until it is settled; when absent, the group that met.
    group: Option<ID>,
    /// Whether doing it means finding the engagement's entry point.
    #[graphql(default = false)]
    finds_entry_point: bool,
}

/// An action that waits no longer, or waits again.
#[derive(Clone, Debug, InputObject)]
pub struct SettleActionInput {
    /// Which action.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
}

/// An action that is given up.
#[derive(Clone, Debug, InputObject)]
pub struct DropActionInput {
    /// Which action.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// Why.
    reason: String,
}

/// The action as it is afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct ActionPayload {
    /// The action.
    action: Action,
}

impl ActionPayload {
    fn of(ctx: &Context<'_>, id: ActionId) -> Result<Self> {
        Ok(Self { action: Action(action::load(&ctx.view()?, id)?) })
    }
}

/// Finding actions.
#[derive(Debug, Default)]
pub struct ActionQuery;

/// Finding actions.
#[Object(guard = "Listed")]
impl ActionQuery {
    /// The actions that you may see, the ones due first first.
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<ActionFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Action>> {
        let page = Page::parse(first, after.as_deref(), "actions")?;
        let filter = filter.unwrap_or_default().read()?;
        let rows = action::list(&ctx.view()?, &filter).into_iter().map(|row| {
            let due = row.due_on.map(|due| i64::from(due.num_days_from_ce()));
            (due.map_or(SortKey::Missing, SortKey::Number), row.id.0, row)
        });
        Ok(page.of(rows, OrderDirection::Ascending, Action::new))
    }
}

/// Recording and settling actions.
#[derive(Debug, Default)]
pub struct ActionMutation;

/// Recording and settling actions.
#[Object(guard = "Listed")]
impl ActionMutation {
    /// Records an action.
    async fn add_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: AddActionInput,
    ) -> Result<ActionPayload> {
        let new = NewAction {
            community: CommunityId::read(&input.community, "community")?,
            draft: ActionDraft {
                text: input.text,
                due_on: input.due_on.map(String::from).unwrap_or_default(),
                recorded_on: String::new(),
            },
            owner: AccountId::read_opt(input.owner.as_ref(), "owner")?,
            engagement: EngagementId::read_opt(input.engagement.as_ref(), "engagement")?,
            meeting: MeetingId::read_opt(input.meeting.as_ref(), "meeting")?,
            group: read_stakeholder_opt(input.group.as_ref(), "group")?,
            finds_entry_point: input.finds_entry_point,
            practice: false,
        };
        let id = action::add(ctx.op()?, new).await?;
        ActionPayload::of(ctx, id)
    }

    /// Says that an open action is done.
    async fn complete_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which action.")] input: SettleActionInput,
    ) -> Result<ActionPayload> {
        settle(ctx, &input.id, input.expected_version, Settlement::Done).await
    }

    /// Gives up an open action.
    async fn drop_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which action, and why.")] input: DropActionInput,
    ) -> Result<ActionPayload> {
        let settlement = Settlement::Dropped(input.reason);
        settle(ctx, &input.id, input.expected_version, settlement).await
    }

    /// Opens an action again that was done or dropped.
    async fn reopen_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which action.")] input: SettleActionInput,
    ) -> Result<ActionPayload> {
        settle(ctx, &input.id, input.expected_version, Settlement::Reopened).await
    }
}

async fn settle(
    ctx: &Context<'_>,
    id: &ID,
    expected: i32,
    to: Settlement,
) -> Result<ActionPayload> {
    let id = ActionId::read(id, "id")?;
    action::settle(ctx.op()?, id, expected, to).await?;
    ActionPayload::of(ctx, id)
}
