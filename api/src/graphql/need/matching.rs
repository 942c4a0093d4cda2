//! Who fits a need or an offer, and why.

use super::Need;
use crate::error::Result;
use crate::graphql::capability::Capability;
use crate::graphql::context::Access;
use crate::graphql::engagement::Engagement;
use crate::graphql::relationship::Relationship;
use crate::graphql::stakeholder::Stakeholder;
use crate::service::need::{Basis, Match};
use async_graphql::{Context, Object, SimpleObject};
use domain::need::{MatchReason, sentence};
use domain::text::Locale;

/// Somebody who fits a need or an offer, and why.
#[derive(Clone, Debug)]
pub struct NeedMatch(Match);

/// One thing that speaks for somebody, or that is not known or not so, and how much it counts.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct MatchFactor {
    /// What.
    reason: MatchReason,
    /// How much it counts; what does not fit counts nothing.
    points: i32,
}

impl NeedMatch {
    /// A match that the viewer sees.
    pub fn new(found: Match) -> Self {
        Self(found)
    }
}

/// Somebody who fits a need or an offer, and why.
#[Object]
impl NeedMatch {
    /// Who.
    async fn party(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::load(&ctx.view()?, self.0.party)
    }

    /// How well they fit: the sum of the points of all factors.
    async fn score(&self) -> i32 {
        self.0.weighed.score
    }

    /// What speaks for them, and what is not known or not so, each with its points.
    async fn factors(&self) -> Vec<MatchFactor> {
        let told = self.0.weighed.factors.iter();
        told.map(|factor| MatchFactor { reason: factor.reason, points: factor.points }).collect()
    }

    /// Why they fit, in one sentence that can stand alone, the weightiest reason first.
    async fn sentence(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> Result<String> {
        let view = ctx.view()?;
        let name = view.name_of(self.0.party, locale).unwrap_or_default();
        Ok(sentence(&name, &self.0.weighed.factors, locale.tongue()))
    }

    /// The open offer that fits the need, or the open need that fits the offer; null when it rests on
    /// something else.
    async fn counterpart(&self, ctx: &Context<'_>) -> Result<Option<Need>> {
        Ok(match self.0.basis {
            Basis::Counterpart(id) => Need::find(&ctx.view()?, id),
            Basis::Capability(_) | Basis::Relationship(_) => None,
        })
    }

    /// The capability that it rests on; null when it rests on something else.
    async fn capability(&self, ctx: &Context<'_>) -> Result<Option<Capability>> {
        Ok(match self.0.basis {
            Basis::Capability(id) => Capability::find(&ctx.view()?, id),
            Basis::Counterpart(_) | Basis::Relationship(_) => None,
        })
    }

    /// The relationship that hints at it; null when it rests on something else.
    async fn relationship(&self, ctx: &Context<'_>) -> Result<Option<Relationship>> {
        Ok(match self.0.basis {
            Basis::Relationship(id) => Relationship::find(&ctx.view()?, id),
            Basis::Counterpart(_) | Basis::Capability(_) => None,
        })
    }

    /// The open engagement with them that came of this need already; null while there is none.
    async fn engagement(&self, ctx: &Context<'_>) -> Result<Option<Engagement>> {
        let view = ctx.view()?;
        Ok(self.0.engagement.and_then(|id| Engagement::find(&view, id)))
    }
}
