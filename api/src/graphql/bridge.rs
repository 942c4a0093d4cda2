//! The bridge between two languages.

use super::context::{Access, Listed};
use super::page::{Connection, Page};
use super::relationship::Relationship;
use super::scalar::{Date, TypedDay};
use crate::error::Result;
use crate::service::bridge::{self, Bridge, LEAST};
use async_graphql::{Context, Object};
use domain::language::Language;
use domain::refusal::{Refusal, RefusalCode};

/// How many relationships join those who work in one language with those who work in another,
/// beside how many would if the languages did not matter. Who works in both is on both sides.
#[derive(Clone, Debug)]
pub struct BridgeScore(Bridge);

/// How many relationships join those who work in one language with those who work in another,
/// beside how many would if the languages did not matter. Who works in both is on both sides.
#[Object]
impl BridgeScore {
    /// The first language: ISO 639-1.
    async fn one(&self) -> &str {
        self.0.one.code()
    }

    /// The second language: ISO 639-1.
    async fn other(&self) -> &str {
        self.0.other.code()
    }

    /// The day that it is about.
    async fn as_of(&self) -> Date {
        Date(self.0.as_of)
    }

    /// The share of the known relationships that go from one language to the other, 0 to 1; null
    /// when fewer than ten are known.
    async fn score(&self) -> Option<f64> {
        self.0.crossing.share(LEAST)
    }

    /// The share that would do so if everybody were joined with everybody, 0 to 1; null where the
    /// score is.
    async fn expected(&self) -> Option<f64> {
        self.0.crossing.share(LEAST).and_then(|_| self.0.crossing.expected())
    }

    /// How many relationships are known: both ends work in one of the two languages.
    async fn known(&self) -> usize {
        self.0.crossing.known
    }

    /// How many of these go from one language to the other.
    async fn crossing(&self) -> usize {
        self.0.crossing.crossing.len()
    }

    /// How many more relationships have an end whose languages are not recorded.
    async fn unknown(&self) -> usize {
        self.0.crossing.unknown_edges
    }

    /// How many work in the first language and not in the second.
    async fn parties_one(&self) -> usize {
        self.0.crossing.one
    }

    /// How many work in the second language and not in the first.
    async fn parties_other(&self) -> usize {
        self.0.crossing.other
    }

    /// How many work in both.
    async fn parties_both(&self) -> usize {
        self.0.crossing.both
    }

    /// Of how many no language is recorded.
    async fn parties_unknown(&self) -> usize {
        self.0.crossing.unknown
    }

    /// The relationships that go from one language to the other, in order of recording.
    async fn relationships(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Relationship>> {
        let page = Page::parse(first, after.as_deref(), "bridge")?;
        let view = ctx.view()?;
        let rows = self.0.relationships.iter().filter_map(|id| view.relationship(*id));
        Ok(Relationship::page(rows, &page))
    }
}

/// Looks at the bridge between two languages.
#[derive(Debug, Default)]
pub struct BridgeQuery;

#[Object(guard = "Listed")]
impl BridgeQuery {
    /// How many relationships join organizations, groups, people, programmes and implementations
    /// that work in one language with those that work in another.
    async fn bridge_score(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = "en", desc = "The first language: a name or an ISO 639-1 code.")]
        one: String,
        #[graphql(default = "fr", desc = "The second language, likewise.")] other: String,
        #[graphql(desc = "On this day; today when absent.")] as_of: Option<TypedDay>,
    ) -> Result<BridgeScore> {
        let one = Language::parse(&one, "one")?;
        let other = Language::parse(&other, "other")?;
        if one == other {
            return Err(Refusal::new(RefusalCode::OutOfRange, "other").into());
        }
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let op = ctx.op()?;
        Ok(BridgeScore(bridge::bridge(&op.view(), one, other, as_of.unwrap_or(op.today()))))
    }
}
