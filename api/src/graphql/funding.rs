//! Who pays: how much the money of one depends on few, and along which ways it comes.

use super::context::{Access, Listed};
use super::identifier::read_stakeholder;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::funding;
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use domain::funding::{Share, sentence};
use domain::identifier::StakeholderId;
use domain::relationship::RelationshipState;
use domain::stakeholder::StakeholderKind;
use domain::text::Locale;
use entity::relationship::Model;
use entity::stakeholder::Stakeholder as Row;
use std::sync::Arc;
use uuid::Uuid;

/// A figure that is known to lie between two, both included.
#[derive(Clone, Copy, Debug, PartialEq, SimpleObject)]
pub struct Bounds {
    /// It is at least this.
    pub min: f64,
    /// It is at most this.
    pub max: f64,
}

impl Bounds {
    /// A share in percent.
    pub fn percent(share: Share) -> Self {
        let percent = |millionths: u32| f64::from(millionths) / 10_000.0;
        Self { min: percent(share.low), max: percent(share.high) }
    }

    /// A sum of squares on the scale to 10,000.
    fn points(share: Share) -> Self {
        let points = |millionths: u32| f64::from(millionths) / 100.0;
        Self { min: points(share.low), max: points(share.high) }
    }
}

/// How much the money of one receiver depends on few. Only what is confirmed counts; a figure of
/// which nothing is known is null, never zero.
#[derive(Clone, Debug)]
pub struct FundingConcentration(Arc<funding::Concentration>);

/// How much the money of one receiver depends on few. Only what is confirmed counts; a figure of
/// which nothing is known is null, never zero.
#[Object]
impl FundingConcentration {
    /// Whose money; of a place, that of what is in it.
    async fn stakeholder(&self) -> Stakeholder {
        Stakeholder::new(self.0.stakeholder.clone())
    }

    /// What it means in words that can be copied, with what is not known.
    async fn sentence(
        &self,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> String {
        let (told, name) = (&self.0, self.0.stakeholder.name(locale));
        let measured = told.measured.as_ref();
        sentence(locale.tongue(), name, told.funders.len(), told.recorded, measured)
    }

    /// How many recorded funders there are.
    async fn funder_count(&self) -> usize {
        self.0.funders.len()
    }

    /// The sum of the squares of all shares (Herfindahl and Hirschman), 0 to 10,000: one funder alone
    /// is 10,000.
    async fn hhi(&self) -> Option<Bounds> {
        self.0.measured.map(|told| Bounds::points(told.hhi))
    }

    /// The share of the greatest funder, in percent.
    async fn top_one(&self) -> Option<Bounds> {
        self.0.measured.map(|told| Bounds::percent(told.top_one))
    }

    /// The share of the greatest three funders, in percent.
    async fn top_three(&self) -> Option<Bounds> {
        self.0.measured.map(|told| Bounds::percent(told.top_three))
    }

    /// Who pays, the greatest share first, those of unknown share by name.
    async fn funders(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<FunderShare>> {
        let count = self.0.funders.len().min(read_first(first)?);
        Ok((0..count).map(|place| FunderShare { told: self.0.clone(), place }).collect())
    }
}

/// One funder of somebody.
#[derive(Clone, Debug)]
pub struct FunderShare {
    told: Arc<funding::Concentration>,
    place: usize,
}

impl FunderShare {
    fn funder(&self) -> Result<&funding::Funder> {
        let funder = self.told.funders.get(self.place);
        funder.ok_or_else(|| crate::error::Error::internal("a funder beyond the list"))
    }
}

/// One funder of somebody.
#[Object]
impl FunderShare {
    /// Who.
    async fn stakeholder(&self) -> Result<Stakeholder> {
        Ok(Stakeholder::new(self.funder()?.stakeholder.clone()))
    }

    /// Its share of the money, in percent; null is unknown.
    async fn share(&self) -> Result<Option<Bounds>> {
        Ok(self.funder()?.share.map(Bounds::percent))
    }

    /// The relationships that it pays by.
    async fn relationships(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        let rows = self.funder()?.relationships.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Relationship::new).collect())
    }
}

/// Everybody of one kind, by how much their money depends on few.
#[derive(Clone, Debug)]
pub struct FundingRanking {
    ranked: Vec<Arc<funding::Concentration>>,
    unrecorded: usize,
}

/// Everybody of one kind, by how much their money depends on few.
#[Object]
impl FundingRanking {
    /// Those whose funding is recorded: who is known to depend most on one funder first, then those of
    /// whom no share is known, whoever has the fewest funders first.
    async fn ranking(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<FundingConcentration>> {
        let page = Page::parse(first, after.as_deref(), "funding ranking")?;
        let rows = self.ranked.iter().enumerate();
        let keyed =
            rows.map(|(place, told)| (SortKey::number(place), told.stakeholder.id.0, told.clone()));
        Ok(page.in_order(keyed, FundingConcentration))
    }

    /// How many more there are of whom no funder is recorded: what they depend on is not known.
    async fn unrecorded_count(&self) -> usize {
        self.unrecorded
    }
}

/// The ways along which money comes to somebody.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct FundingPaths {
    #[graphql(skip)]
    to: Arc<Row>,
    #[graphql(skip)]
    ways: Vec<Way>,
    /// Whether there are more ways than were looked for.
    truncated: bool,
}

/// The relationships of one way.
type Way = Arc<[Arc<Model>]>;

#[ComplexObject]
impl FundingPaths {
    /// To whom.
    async fn stakeholder(&self) -> Stakeholder {
        Stakeholder::new(self.to.clone())
    }

    /// The ways; what is confirmed throughout comes first, then the shortest.
    async fn paths(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<FundingPath>> {
        let page = Page::parse(first, after.as_deref(), "funding paths")?;
        let id = |way: &Way| way.first().map_or(Uuid::nil(), |row| row.id.0);
        let rows = self.ways.iter().enumerate();
        let keyed = rows.map(|(place, way)| (SortKey::number(place), id(way), way.clone()));
        Ok(page.of(keyed, OrderDirection::Ascending, FundingPath))
    }
}

/// One way along which money comes: each relationship pays the one who pays in the next, perhaps
/// through somebody (`via`).
#[derive(Clone, Debug)]
pub struct FundingPath(Way);

/// One way along which money comes: each relationship pays the one who pays in the next, perhaps
/// through somebody (`via`).
#[Object]
impl FundingPath {
    /// PROPOSED when any part of it is only proposed, else CONFIRMED.
    async fn state(&self) -> RelationshipState {
        match funding::is_settled(&self.0) {
            true => RelationshipState::Confirmed,
            false => RelationshipState::Proposed,
        }
    }

    /// The relationships, the last one paying the stakeholder asked about; at most four.
    async fn relationships(&self) -> Vec<Relationship> {
        self.0.iter().cloned().map(Relationship::new).collect()
    }
}

/// Who pays.
#[derive(Debug, Default)]
pub struct FundingQuery;

/// What is asked about whom, on which day.
fn asked(ctx: &Context<'_>, id: &ID, field: &str, day: Option<TypedDay>) -> Result<Asked> {
    let id = read_stakeholder(id, field)?;
    let day = day.map(|day| day.read("asOf")).transpose()?;
    let op = ctx.op()?;
    Ok(Asked { id, day: day.unwrap_or_else(|| op.today()), view: op.view() })
}

struct Asked {
    id: StakeholderId,
    day: chrono::NaiveDate,
    view: crate::snapshot::View,
}

/// Who pays.
#[Object(guard = "Listed")]
impl FundingQuery {
    /// How much the money of a global good, a country, an implementation or any other stakeholder
    /// depends on few funders.
    async fn funding_concentration(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose money; of a place, that of what is in it.")] stakeholder: ID,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
    ) -> Result<FundingConcentration> {
        let Asked { id, day, view } = asked(ctx, &stakeholder, "stakeholder", as_of)?;
        funding::concentration(&view, id, day).map(|told| FundingConcentration(Arc::new(told)))
    }

    /// How much the money of every global good, every implementation, every country or everybody of another
    /// kind depends on few funders, whoever depends the most first.
    async fn funding_ranking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which kind; of places, the money of what is in them.")]
        kind: StakeholderKind,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
    ) -> Result<FundingRanking> {
        let day = as_of.map(|day| day.read("asOf")).transpose()?;
        let op = ctx.op()?;
        let day = day.unwrap_or_else(|| op.today());
        let funding::Ranking { ranked, unrecorded } = funding::ranking(&op.view(), kind, day)?;
        Ok(FundingRanking { ranked, unrecorded })
    }

    /// The ways along which money comes to a global good, or to any other stakeholder: funder by
    /// funder, with those through whom it goes.
    async fn funding_paths(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To whom.")] good: ID,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
    ) -> Result<FundingPaths> {
        let Asked { id, day, view } = asked(ctx, &good, "good", as_of)?;
        let found = funding::paths(&view, id, day)?;
        let ways = found.paths.into_iter().map(Way::from).collect();
        Ok(FundingPaths { to: found.stakeholder, ways, truncated: found.truncated })
    }
}
