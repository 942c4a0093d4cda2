//! How far a relationship may be relied on, by the evidence that the viewer may see.

use crate::error::Result;
use crate::graphql::context::Access;
use crate::graphql::scalar::TypedDay;
use crate::service::evidence;
use async_graphql::{Context, Object};
use chrono::NaiveDate;
use domain::confidence::{Freshness, Item, confidence, disputed, freshness, newest, sources};
use domain::interval::DatePoint;
use uuid::Uuid;

/// How far something may be relied on, by the evidence for and against it on a day.
#[derive(Debug)]
pub struct Reliability {
    items: Vec<Item>,
    day: NaiveDate,
}

impl Reliability {
    /// Of a record, as of a day; today without one.
    pub fn of(ctx: &Context<'_>, subject: Uuid, day: Option<TypedDay>) -> Result<Self> {
        let today = ctx.op()?.today();
        let day = day.map(|day| day.read("asOf")).transpose()?.unwrap_or(today);
        Ok(Self { items: evidence::items(&ctx.view()?, subject), day })
    }
}

/// How far something may be relied on, by the evidence for and against it on a day.
#[Object]
impl Reliability {
    /// From 0 to 1, by the formula of docs/confidence.md; null without any evidence, which is not zero.
    async fn confidence(&self) -> Option<f64> {
        confidence(&self.items, self.day).map(|per_mille| f64::from(per_mille) / 1_000.0)
    }

    /// How long ago the newest evidence in support was given; null without support.
    async fn freshness(&self) -> Option<Freshness> {
        freshness(&self.items, self.day)
    }

    /// When the newest evidence in support was given; null also when none says when.
    async fn last_evidenced_on(&self) -> Option<DatePoint> {
        newest(&self.items, self.day).flatten()
    }

    /// How many sources support it; several pieces of evidence of one source count once.
    async fn source_count(&self) -> usize {
        sources(&self.items, self.day)
    }

    /// Whether anything speaks against it by then.
    async fn disputed(&self) -> bool {
        disputed(&self.items, self.day)
    }
}
