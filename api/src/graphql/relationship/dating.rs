//! Since when a relationship counts, and how that is known.

use crate::error::Result;
use crate::graphql::context::Access;
use crate::graphql::evidence::Evidence;
use async_graphql::{Context, Object};
use domain::dating::{Dating, DatingBasis};
use domain::interval::DatePoint;
use entity::relationship::Model;
use std::sync::Arc;

/// Since when a relationship counts. Every `asOf` and every comparison of days goes by this.
#[derive(Clone, Debug)]
pub struct RelationshipDating {
    pub(super) row: Arc<Model>,
    pub(super) dating: Dating,
}

/// Since when a relationship counts. Every `asOf` and every comparison of days goes by this.
#[Object]
impl RelationshipDating {
    /// How that is known. UNDATED belongs to the picture of every day up to its end.
    async fn basis(&self) -> DatingBasis {
        self.dating.basis
    }

    /// Since when: the recorded start, else the date of the earliest evidence that you see; null when
    /// undated.
    async fn since(&self) -> Option<DatePoint> {
        self.dating.since
    }

    /// The evidence that it is known by; null unless its basis is KNOWN_SINCE.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        Ok(ctx.view()?.known_by(&self.row).cloned().map(Evidence::new))
    }
}
