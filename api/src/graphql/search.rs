//! Search across all stakeholders.

use super::context::{Access, Listed};
use super::filter::any_of;
use super::page::read_first;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service;
use async_graphql::{Context, Object, SimpleObject};
use domain::search;
use domain::stakeholder::StakeholderKind;

/// A stakeholder that was found.
#[derive(Clone, Debug, SimpleObject)]
pub struct SearchHit {
    /// Who or what.
    pub stakeholder: Stakeholder,
    /// The name that matched, or null when a longer text did.
    pub matched_name: Option<String>,
    /// Some words around the match in a longer text.
    pub excerpt: Option<String>,
}

/// Finds stakeholders.
#[derive(Debug, Default)]
pub struct SearchQuery;

#[Object(guard = "Listed")]
impl SearchQuery {
    /// Stakeholders by name, alias or acronym, best first, then by what is written about them.
    /// Accents and case do not matter; beginnings of words are enough.
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "What to look for: up to 200 characters, of which the first ten words count."
        )]
        text: String,
        #[graphql(desc = "Only of these kinds; an empty list is any.")] kinds: Option<
            Vec<StakeholderKind>,
        >,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
    ) -> Result<Vec<SearchHit>> {
        let first = read_first(first)?;
        let text = search::read(&text, "text")?;
        let kinds = any_of(kinds);
        let hits = service::search::search(ctx.op()?, &text, kinds.as_deref(), first).await?;
        let told = hits.into_iter().map(|hit| SearchHit {
            stakeholder: Stakeholder::new(hit.row),
            matched_name: hit.matched_name,
            excerpt: hit.excerpt,
        });
        Ok(told.collect())
    }
}
