//! Representation: the seats of bodies, required, filled and vacant.

use super::context::{Access, Listed};
use super::filter::{any_of, text};
use super::identifier::{read_stakeholder, read_stakeholder_opt};
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::relationship::Relationship;
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::meeting;
use crate::service::representation::{self, Wanted};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::country::WorldRegion;
use domain::interval::DatePoint;
use domain::meeting::as_date;
use domain::refusal::Refusal;
use domain::representation::{ConstituencySeats, SeatRecord, Standing};
use domain::stakeholder::{GroupType, SizeBand};
use domain::text::{NAME_LIMIT, fold, optional_line};

/// The seats of one body, as far as they are recorded. A seat is filled when it is confirmed; what
/// is proposed or disputed is counted apart.
#[derive(Clone, Debug)]
pub struct Representation {
    body: representation::Representation,
    constituency: Option<String>,
}

impl Representation {
    /// Of a visible body; `constituency` is the one that was asked about.
    pub fn new(body: representation::Representation, constituency: Option<String>) -> Self {
        Self { body, constituency }
    }
}

/// The seats of one body, as far as they are recorded. A seat is filled when it is confirmed; what
/// is proposed or disputed is counted apart.
#[Object]
impl Representation {
    /// The body.
    async fn group(&self) -> Stakeholder {
        Stakeholder::new(self.body.group.clone())
    }

    /// How many constituencies should have a seat; null when none is recorded that should.
    async fn required(&self) -> Option<usize> {
        self.body.required()
    }

    /// How many constituencies should have a seat and have none that is confirmed.
    async fn vacant(&self) -> usize {
        self.body.vacant()
    }

    /// How many seats are confirmed.
    async fn filled(&self) -> usize {
        self.body.count(Standing::Filled)
    }

    /// How many seats are proposed.
    async fn proposed(&self) -> usize {
        self.body.count(Standing::Proposed)
    }

    /// How many seats are disputed.
    async fn disputed(&self) -> usize {
        self.body.count(Standing::Disputed)
    }

    /// What the records say about the seat of the constituency that was asked about; null when none
    /// was.
    async fn seat(&self) -> Option<SeatRecord> {
        self.constituency.as_ref().map(|name| self.body.record_of(name))
    }

    /// The seats by constituency: the required ones as they are listed, then the others by name.
    async fn constituencies(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<ConstituencySeatCount>> {
        let rows = self.body.constituencies().into_iter();
        Ok(rows.take(super::page::read_first(first)?).map(ConstituencySeatCount::from).collect())
    }

    /// Confirmed seats by the region of the world of who sits there.
    async fn regions(&self) -> Vec<RegionSeatCount> {
        let rows = self.body.regions().into_iter();
        rows.map(|(region, seats)| RegionSeatCount { region, seats }).collect()
    }

    /// Confirmed seats by the languages of who sits there, each counted.
    async fn languages(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<LanguageSeatCount>> {
        let rows = self.body.languages().into_iter().take(super::page::read_first(first)?);
        let told = rows.map(|(language, seats)| LanguageSeatCount {
            language: language.map(str::to_owned),
            seats,
        });
        Ok(told.collect())
    }

    /// Confirmed seats by the size of who sits there.
    async fn sizes(&self) -> Vec<SizeSeatCount> {
        let rows = self.body.sizes().into_iter();
        rows.map(|(size, seats)| SizeSeatCount { size, seats }).collect()
    }

    /// What each seat rests on, in order of recording.
    async fn seats(
        &self,
        #[graphql(default = 10, desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Relationship>> {
        let page = Page::parse(first, after.as_deref(), "seats")?;
        Ok(Relationship::page(self.body.rows.iter(), &page))
    }
}

/// How many seats one constituency has.
#[derive(Clone, Debug, SimpleObject)]
pub struct ConstituencySeatCount {
    /// Its name; null is not recorded.
    constituency: Option<String>,
    /// Whether the body should have it.
    required: bool,
    /// Whether the body should have it and no seat of it is confirmed.
    vacant: bool,
    /// How many are confirmed.
    filled: usize,
    /// How many are proposed.
    proposed: usize,
    /// How many are disputed.
    disputed: usize,
}

impl From<ConstituencySeats> for ConstituencySeatCount {
    fn from(row: ConstituencySeats) -> Self {
        let vacant = row.vacant();
        let ConstituencySeats { constituency, required, filled, proposed, disputed } = row;
        Self { constituency, required, vacant, filled, proposed, disputed }
    }
}

/// How many seats are held from one region of the world.
#[derive(Clone, Debug, SimpleObject)]
pub struct RegionSeatCount {
    /// The region; null is not recorded.
    region: Option<WorldRegion>,
    /// How many.
    seats: usize,
}

/// How many seats are held by who works in one language.
#[derive(Clone, Debug, SimpleObject)]
pub struct LanguageSeatCount {
    /// ISO 639-1; null is not recorded.
    language: Option<String>,
    /// How many.
    seats: usize,
}

/// How many seats are held by who is of one size.
#[derive(Clone, Debug, SimpleObject)]
pub struct SizeSeatCount {
    /// The size; null is not recorded.
    size: Option<SizeBand>,
    /// How many.
    seats: usize,
}

/// How well a body is set up, as far as it is recorded.
#[derive(Clone, Debug, SimpleObject)]
pub struct GroupHealth {
    /// The body.
    group: Stakeholder,
    /// How many constituencies should have a seat; null when none is recorded that should.
    required: Option<usize>,
    /// How many of these have one that is confirmed; null when none is recorded that should.
    filled: Option<usize>,
    /// When it last met; null is not recorded.
    last_met: Option<DatePoint>,
}

/// Only bodies for which everything given holds; an empty list or text is no restriction.
#[derive(Debug, Default, InputObject)]
pub struct RepresentationFilter {
    /// Only this body.
    group: Option<ID>,
    /// Of one of these types.
    group_types: Option<Vec<GroupType>>,
    /// That bear on this good.
    good: Option<ID>,
    /// Found by name, alias or acronym; accents and case do not matter. Up to 200 characters.
    text: Option<String>,
    /// Whose seats are asked about, by name; accents and case do not matter.
    constituency: Option<String>,
    /// About whose seats the records say one of these things; needs a constituency.
    seat: Option<Vec<SeatRecord>>,
    /// true: only bodies with a vacant seat.
    vacant: Option<bool>,
}

impl RepresentationFilter {
    fn parse(self) -> Result<(Wanted, Option<String>), Refusal> {
        let constituency = self.constituency.unwrap_or_default();
        let constituency = optional_line(&constituency, "filter.constituency", NAME_LIMIT)?;
        let records = any_of(self.seat).unwrap_or_default();
        if constituency.is_none() && !records.is_empty() {
            let code = domain::refusal::RefusalCode::Required;
            return Err(Refusal::new(code, "filter.constituency"));
        }
        let wanted = Wanted {
            group: read_stakeholder_opt(self.group.as_ref(), "filter.group")?,
            group_types: any_of(self.group_types),
            good: read_stakeholder_opt(self.good.as_ref(), "filter.good")?,
            text: text(self.text, "filter.text")?.map(|text| fold(&text)),
            seat: constituency.clone().map(|name| (name, records)),
            vacant: self.vacant.unwrap_or(false),
        };
        Ok((wanted, constituency))
    }
}

/// Asks who sits where.
#[derive(Debug, Default)]
pub struct RepresentationQuery;

#[Object(guard = "Listed")]
impl RepresentationQuery {
    /// The seats of bodies, required, filled and vacant, by name of the body.
    async fn representation_gaps(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<RepresentationFilter>,
        #[graphql(desc = "On which day; today unless given.")] as_of: Option<TypedDay>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Representation>> {
        let op = ctx.op()?;
        let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or(op.today());
        let page = Page::parse(first, after.as_deref(), "representationGaps")?;
        let (wanted, constituency) = filter.unwrap_or_default().parse()?;
        let view = op.view();
        let bodies = representation::list(&view, &wanted, day)?;
        let keyed = bodies.iter().map(|body| {
            let id = body.group.id;
            (SortKey::Text(view.name_key(id).into()), id.0, body)
        });
        let told = |body: &representation::Representation| {
            Representation::new(body.clone(), constituency.clone())
        };
        Ok(page.of(keyed, OrderDirection::Ascending, told))
    }

    /// How well one body is set up, as far as it is recorded.
    async fn group_health(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The body.")] group: ID,
        #[graphql(desc = "On which day; today unless given.")] as_of: Option<TypedDay>,
    ) -> Result<GroupHealth> {
        let (id, op) = (read_stakeholder(&group, "group")?, ctx.op()?);
        let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or(op.today());
        let view = op.view();
        let body = representation::of(&view, representation::load(&view, id)?, day);
        let required = body.required();
        Ok(GroupHealth {
            group: Stakeholder::new(body.group.clone()),
            required,
            filled: required.map(|required| required - body.vacant()),
            last_met: meeting::last_met(&view, id, day).map(|row| as_date(row.held_on)),
        })
    }
}
