//! Coverage: where somebody can give support, where nobody can, and who could come to.

use super::context::{Access, Listed};
use super::global_good::GlobalGood;
use super::identifier::read_stakeholder_opt;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::scalar::TypedDay;
use super::stakeholder::Kind;
use super::support::SupportOffer;
use crate::error::Result;
use crate::service::coverage::{self, Cell, Column, Coverage, Scope};
use async_graphql::{Context, ID, InputObject, Object};
use domain::capability::{CapabilityLevel, CoverageAcross, ServiceKind};
use domain::country::Country;
use domain::refusal::Refusal;
use std::sync::Arc;
use uuid::Uuid;

/// One country of the coverage.
#[derive(Clone, Debug)]
pub struct CoverageRow {
    coverage: Arc<Coverage>,
    place: usize,
}

/// One country and one language, good or service: how many different organizations and groups can
/// give support there, each counted once, where it stands best.
#[derive(Clone, Debug)]
pub struct CoverageCell {
    coverage: Arc<Coverage>,
    cell: Cell,
}

/// One country of the coverage.
#[Object]
impl CoverageRow {
    /// Its ISO 3166-1 code; null is what is given, or at work, without a recorded country.
    async fn country(&self) -> Option<&str> {
        self.coverage.rows.get(self.place)?.country.as_deref()
    }

    /// How many implementations are recorded there.
    async fn implementations(&self) -> usize {
        self.coverage.rows.get(self.place).map_or(0, |row| row.implementations)
    }

    /// Whether anybody verified can give it in any of the columns.
    async fn is_covered(&self) -> bool {
        let row = self.coverage.rows.get(self.place);
        row.is_some_and(|row| row.cells.iter().any(|cell| cell.enough > 0))
    }

    /// How many columns there are, the same number in every row.
    async fn column_count(&self) -> usize {
        self.coverage.rows.get(self.place).map_or(0, |row| row.cells.len())
    }

    /// A cell for each column, the same ones in every row.
    async fn cells(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<CoverageCell>> {
        let first = read_first(first)?;
        let cells = self.coverage.rows.get(self.place).into_iter().flat_map(|row| &row.cells);
        let wrap =
            |cell: &Cell| CoverageCell { coverage: Arc::clone(&self.coverage), cell: cell.clone() };
        Ok(cells.take(first).map(wrap).collect())
    }
}

/// One country and one language, good or service: how many different organizations and groups can
/// give support there, each counted once, where it stands best.
#[Object]
impl CoverageCell {
    /// The language of the column; null where it is not recorded, and in other columns.
    async fn language(&self) -> Option<&str> {
        match &self.cell.column {
            Column::Language(code) => code.as_deref(),
            Column::Good(_) | Column::Service(_) => None,
        }
    }

    /// The good of the column; null in other columns.
    async fn good(&self, ctx: &Context<'_>) -> Result<Option<GlobalGood>> {
        let Column::Good(id) = self.cell.column else { return Ok(None) };
        Ok(GlobalGood::find(&ctx.view()?, id))
    }

    /// The service of the column; null in other columns.
    async fn service(&self) -> Option<ServiceKind> {
        match self.cell.column {
            Column::Service(service) => Some(service),
            Column::Language(_) | Column::Good(_) => None,
        }
    }

    /// How many implementations are recorded there.
    async fn implementations(&self) -> usize {
        self.cell.implementations
    }

    /// How many can give it at the level or above, verified.
    async fn enough(&self) -> usize {
        self.cell.enough
    }

    /// How many more are recorded at the level or above, and not verified, or expired.
    async fn unverified(&self) -> usize {
        self.cell.unverified
    }

    /// How many more are recorded below the level.
    async fn below(&self) -> usize {
        self.cell.below
    }

    /// How many more there are whose level is not recorded.
    async fn unknown(&self) -> usize {
        self.cell.unknown
    }

    /// Whether nobody can who is verified.
    async fn is_gap(&self) -> bool {
        self.cell.enough == 0
    }

    /// Who could come to fill the gap, the nearest first, with reasons; nobody where there is none.
    async fn candidates(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<SupportOffer>> {
        let first = read_first(first)?;
        let wanted = Arc::new(self.cell.wanted.clone());
        let found = self.coverage.candidates(&self.cell).into_iter().take(first);
        Ok(found.map(|given| SupportOffer::new(given, Arc::clone(&wanted))).collect())
    }
}

/// What is to be covered; what is absent is not asked.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CoverageFilter {
    /// For which good.
    good: Option<ID>,
    /// Which service.
    service: Option<ServiceKind>,
    /// Only the row of this country: a name or an ISO 3166-1 code.
    country: Option<String>,
}

/// The coverage.
#[derive(Debug, Default)]
pub struct CoverageQuery;

#[Object(guard = "Listed")]
impl CoverageQuery {
    /// Country by country, who can give support and where nobody can: the countries where something
    /// is at work or given, those with most implementations first.
    #[expect(clippy::too_many_arguments, reason = "one for each argument of the field")]
    async fn coverage_gaps(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of some of what is given.")] filter: Option<CoverageFilter>,
        #[graphql(default = 2, desc = "From which level on somebody can, 0 to 4.")] min_level: i32,
        #[graphql(
            default_with = "CoverageAcross::Language",
            desc = "By what the columns are told apart."
        )]
        across: CoverageAcross,
        #[graphql(desc = "On this day; today when absent.")] as_of: Option<TypedDay>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<CoverageRow>> {
        let page = Page::parse(first, after.as_deref(), "coverageGaps")?;
        let filter = filter.unwrap_or_default();
        let scope = scope(&filter, min_level, across)?;
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let op = ctx.op()?;
        let found = coverage::coverage(&op.view(), &scope, as_of.unwrap_or(op.today()))?;
        let coverage = Arc::new(found);
        let keyed =
            (0..coverage.rows.len()).map(|place| (SortKey::number(place), Uuid::nil(), place));
        Ok(page.of(keyed, OrderDirection::Ascending, |place| CoverageRow {
            coverage: Arc::clone(&coverage),
            place,
        }))
    }
}

fn scope(
    filter: &CoverageFilter,
    min_level: i32,
    across: CoverageAcross,
) -> Result<Scope, Refusal> {
    let country = filter.country.as_deref().map(|text| Country::parse(text, "filter.country"));
    Ok(Scope {
        country: country.transpose()?.map(|country| country.code().to_owned()),
        good: read_stakeholder_opt(filter.good.as_ref(), "filter.good")?,
        service: filter.service,
        min_level: CapabilityLevel::of(min_level, "minLevel")?.number(),
        across,
    })
}
