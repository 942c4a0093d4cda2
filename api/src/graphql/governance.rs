//! Governance: the bodies of several goods side by side.

use super::context::{Access, Listed};
use super::identifier::read_stakeholder;
use super::page::read_first;
use super::relationship::Relationship;
use super::representation::Representation;
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::governance::{self, Body};
use crate::service::representation;
use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::NaiveDate;
use domain::refusal::{Refusal, RefusalCode};
use entity::stakeholder::Stakeholder as Row;
use std::sync::Arc;

/// The most goods that are compared at once.
pub const GOODS: usize = 8;

/// The bodies that bear on one good.
#[derive(Clone, Debug)]
pub struct GoodGovernance {
    good: Arc<Row>,
    bodies: Vec<Body>,
    day: NaiveDate,
}

/// The bodies that bear on one good.
#[Object]
impl GoodGovernance {
    /// The good.
    async fn good(&self) -> Stakeholder {
        Stakeholder::new(self.good.clone())
    }

    /// Its bodies: those that govern it first, then those that advise it, then the others.
    async fn bodies(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<GoverningBody>> {
        let view = ctx.view()?;
        let told = |body: &Body| {
            let seats = representation::of(&view, body.group.clone(), self.day);
            GoverningBody {
                relationship: Relationship::new(body.relationship.clone()),
                representation: Representation::new(seats, None),
            }
        };
        Ok(self.bodies.iter().take(read_first(first)?).map(told).collect())
    }

    /// How many bodies it has.
    async fn body_count(&self) -> usize {
        self.bodies.len()
    }
}

/// A body and by what it bears on a good.
#[derive(Clone, Debug, SimpleObject)]
pub struct GoverningBody {
    /// By what: its kind is the authority that is recorded, its role the scope of that.
    relationship: Relationship,
    /// The body and its seats.
    representation: Representation,
}

/// Compares governance.
#[derive(Debug, Default)]
pub struct GovernanceQuery;

#[Object(guard = "Listed")]
impl GovernanceQuery {
    /// The bodies of several goods side by side, in the order asked for: at most eight goods.
    async fn compare_governance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which goods, 1 to 8.")] goods: Vec<ID>,
        #[graphql(desc = "On which day; today unless given.")] as_of: Option<TypedDay>,
    ) -> Result<Vec<GoodGovernance>> {
        let op = ctx.op()?;
        let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or(op.today());
        if goods.len() > GOODS {
            return Err(Refusal::new(RefusalCode::TooMany, "goods")
                .missing(GOODS.to_string())
                .into());
        }
        let view = op.view();
        let told = |id: &ID| {
            let id = read_stakeholder(id, "goods")?;
            let (good, bodies) =
                (governance::good(&view, id)?, governance::bodies(&view, id, day)?);
            Ok(GoodGovernance { good, bodies, day })
        };
        goods.iter().map(told).collect()
    }
}
