//! Finding engagements.

use super::Engagement;
use crate::error::Result;
use crate::graphql::context::{Access, Listed};
use crate::graphql::filter::text;
use crate::graphql::identifier::{Outside, read_stakeholder_opt};
use crate::graphql::page::{Connection, OrderDirection, Page, SortKey};
use crate::graphql::scalar::TypedDay;
use crate::service::engagement::{Filter, list};
use crate::snapshot::View;
use async_graphql::{Context, Enum, ID, InputObject, Object};
use chrono::Datelike;
use domain::engagement::{Objective, Stage};
use domain::identifier::{AccountId, CommunityId};
use domain::refusal::Refusal;
use domain::vocabulary::Word;
use entity::engagement::Model;
use std::borrow::Cow;

/// Which engagements to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EngagementFilter {
    /// Only of this community.
    pub community: Option<ID>,
    /// Only with this stakeholder.
    pub party: Option<ID>,
    /// Only at one of these stages.
    pub stages: Option<Vec<Stage>>,
    /// Only for one of these objectives.
    pub objectives: Option<Vec<Objective>>,
    /// Only those that this account is in charge of.
    pub owner: Option<ID>,
    /// true: somebody is in charge; false: nobody.
    pub has_owner: Option<bool>,
    /// true: somebody to talk to is named; false: nobody.
    pub has_entry_point: Option<bool>,
    /// Next step due on or before this day.
    pub due_by: Option<TypedDay>,
    /// Words of the party's names, the reason or the next step; accents and case do not matter. Up to
    /// 200 characters.
    pub text: Option<String>,
    /// true: only those made for trying things out; false: none of these.
    pub practice: Option<bool>,
}

/// What engagements can be sorted by; the order of recording settles the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EngagementOrderField {
    /// The party's name.
    Party,
    /// The stage, in the order of the board.
    Stage,
    /// When the next step is due; those without one come last.
    NextStepDue,
    /// Since when they stand at their stage.
    StageSince,
    /// When they were changed last.
    UpdatedAt,
}

/// How to sort engagements.
#[derive(Clone, Copy, Debug, InputObject)]
pub struct EngagementOrder {
    /// By what.
    pub field: EngagementOrderField,
    /// Which way.
    #[graphql(default_with = "OrderDirection::Ascending")]
    pub direction: OrderDirection,
}

/// Finding engagements.
#[derive(Debug, Default)]
pub struct EngagementQuery;

/// Finding engagements.
#[Object(guard = "Listed")]
impl EngagementQuery {
    /// The engagements that you may see; without an order, the ones due first first.
    async fn engagements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<EngagementFilter>,
        #[graphql(desc = "In which order.")] order_by: Option<EngagementOrder>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Engagement>> {
        let filter = filter.unwrap_or_default().read()?;
        let order = order_by.unwrap_or(EngagementOrder {
            field: EngagementOrderField::NextStepDue,
            direction: OrderDirection::Ascending,
        });
        let name = format!("engagements by {:?}", order.field);
        let page = Page::parse(first, after.as_deref(), &name)?;
        let view = ctx.view()?;
        let rows = list(&view, &filter).into_iter().map(|row| {
            let key = order.field.key(&view, &row);
            (key, row.id.0, row)
        });
        Ok(page.of(rows, order.direction, Engagement::new))
    }
}

impl EngagementFilter {
    fn read(self) -> Result<Filter, Refusal> {
        Ok(Filter {
            community: CommunityId::read_opt(self.community.as_ref(), "filter.community")?,
            party: read_stakeholder_opt(self.party.as_ref(), "filter.party")?,
            stages: self.stages.unwrap_or_default(),
            objectives: self.objectives.unwrap_or_default(),
            owner: AccountId::read_opt(self.owner.as_ref(), "filter.owner")?,
            has_owner: self.has_owner,
            has_entry_point: self.has_entry_point,
            due_by: self.due_by.map(|day| day.read("filter.dueBy")).transpose()?,
            text: text(self.text, "filter.text")?.unwrap_or_default(),
            practice: self.practice,
        })
    }
}

impl EngagementOrderField {
    fn key<'a>(self, view: &'a View, row: &Model) -> SortKey<'a> {
        match self {
            Self::Party => SortKey::Text(Cow::Borrowed(view.name_key(row.party_id))),
            Self::Stage => {
                let position = Stage::ALL.iter().position(|stage| *stage == row.stage);
                let position = position.and_then(|position| i64::try_from(position).ok());
                position.map_or(SortKey::Missing, SortKey::Number)
            }
            Self::NextStepDue => row
                .next_step_due
                .map_or(SortKey::Missing, |due| SortKey::Number(i64::from(due.num_days_from_ce()))),
            Self::StageSince => SortKey::Number(i64::from(row.stage_since.num_days_from_ce())),
            Self::UpdatedAt => SortKey::Number(row.updated_at.timestamp_micros()),
        }
    }
}
