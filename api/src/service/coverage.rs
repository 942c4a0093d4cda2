//! Coverage: in which country, in which language, for which good or which service there is somebody
//! who can give support, where there is nobody, and who could come to.

use super::support::{Given, check_good, countries_of, given, goods_of, ranked};
use crate::error::Result;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::capability::{CoverageAcross, Fit, Judgement, ServiceKind, Standing, Wanted, judge};
use domain::identifier::StakeholderId;
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is to be covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Only for this good.
    pub good: Option<StakeholderId>,
    /// Only the row of this country, by code.
    pub country: Option<String>,
    /// Only this service.
    pub service: Option<ServiceKind>,
    /// From which level on somebody can give it, 0 to 4.
    pub min_level: i32,
    /// What the columns are.
    pub across: CoverageAcross,
}

/// What a column is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A language, by code; none is what is given without a recorded language.
    Language(Option<String>),
    /// A good.
    Good(StakeholderId),
    /// A service.
    Service(ServiceKind),
}

/// One country.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its code; none is what is given without a recorded country.
    pub country: Option<String>,
    /// How many implementations are recorded there.
    pub implementations: usize,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// One country and one column: how many different providers there are of each sort; each is counted
/// where it stands best.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The column.
    pub column: Column,
    /// How many implementations are recorded there.
    pub implementations: usize,
    /// Verified, at the level or above.
    pub enough: usize,
    /// At the level or above, and not verified or expired.
    pub unverified: usize,
    /// Below the level.
    pub below: usize,
    /// At no recorded level.
    pub unknown: usize,
    /// What would fill it.
    pub wanted: Wanted,
}

/// The coverage, and what it was made of.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// A row for each country where something is at work or given: where most is at work first, then
    /// the widest gaps; what has no recorded country last.
    pub rows: Vec<Row>,
    view: View,
    given: Vec<Arc<Given>>,
}

impl Coverage {
    /// Who could come to fill a cell, the nearest first; nobody where nothing is missing.
    pub fn candidates(&self, cell: &Cell) -> Vec<Arc<Given>> {
        match cell.enough {
            0 => ranked(&self.view, &self.given, &cell.wanted, Judgement::could_fill),
            _ => Vec::new(),
        }
    }
}

/// One implementation that needs support.
struct Need {
    countries: Vec<String>,
    languages: Vec<String>,
    goods: Vec<StakeholderId>,
}

struct Ground<'a> {
    view: &'a View,
    scope: &'a Scope,
    given: Vec<Arc<Given>>,
    needs: Vec<Need>,
    /// The languages that are recorded of the countries themselves.
    spoken: BTreeMap<String, BTreeSet<String>>,
}

/// Finds the coverage of a day.
pub fn coverage(view: &View, scope: &Scope, day: NaiveDate) -> Result<Coverage> {
    check_good(view, scope.good)?;
    let ground = Ground::of(view, scope, day);
    let countries = ground.countries();
    let columns = ground.columns(&countries);
    let best = ground.best();
    let is_asked =
        |country: &&Option<String>| scope.country.is_none() || **country == scope.country;
    let asked = countries.iter().filter(is_asked);
    let mut rows: Vec<_> =
        asked.map(|country| ground.row(country.as_ref(), &columns, &best)).collect();
    rows.sort_by_cached_key(|row| {
        let gaps = row.cells.iter().filter(|cell| cell.enough == 0).count();
        (row.country.is_none(), Reverse(row.implementations), Reverse(gaps), row.country.clone())
    });
    Ok(Coverage { rows, view: view.clone(), given: ground.given })
}

/// In each country and column, how each provider stands at best.
type Best = BTreeMap<(Option<String>, Column), BTreeMap<StakeholderId, Sort>>;

impl<'a> Ground<'a> {
    fn of(view: &'a View, scope: &'a Scope, day: NaiveDate) -> Self {
        let given = given(view, day).into_iter().filter(|one| {
            let wanted = Wanted { good: scope.good, service: scope.service, ..Wanted::default() };
            let judged = judge(&one.offer, &wanted);
            judged.good != Fit::No && judged.service != Fit::No
        });
        let present = || view.stakeholders().filter(|row| row.archived_at.is_none());
        let needs = present().filter(|row| row.kind == StakeholderKind::Implementation);
        let needs = needs.filter_map(|row| {
            let goods = goods_of(view, row.id, day);
            let fits = scope.good.is_none_or(|good| goods.contains(&good));
            (fits && !row.practice).then(|| Need {
                countries: countries_of(view, row.id, day),
                languages: row.languages.clone(),
                goods,
            })
        });
        let mut spoken: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for place in present().filter(|row| row.kind == StakeholderKind::Place) {
            if let Some(country) = &place.country {
                spoken.entry(country.clone()).or_default().extend(place.languages.iter().cloned());
            }
        }
        Self { view, scope, given: given.collect(), needs: needs.collect(), spoken }
    }

    /// The countries with something at work or given; none when some of it has no recorded country.
    fn countries(&self) -> BTreeSet<Option<String>> {
        let lists = || {
            let given = self.given.iter().map(|one| &one.offer.countries);
            given.chain(self.needs.iter().map(|need| &need.countries))
        };
        let known = lists().flatten().cloned().map(Some);
        let unknown = lists().any(Vec::is_empty).then_some(None);
        known.chain(unknown).collect()
    }

    fn columns(&self, countries: &BTreeSet<Option<String>>) -> Vec<Column> {
        match self.scope.across {
            CoverageAcross::Service => {
                let asked = |service: &&ServiceKind| {
                    self.scope.service.is_none_or(|wanted| wanted == **service)
                };
                ServiceKind::ALL.iter().filter(asked).map(|it| Column::Service(*it)).collect()
            }
            CoverageAcross::Good => {
                let goods = self.given.iter().filter_map(|one| one.offer.good);
                let all = goods.chain(self.needs.iter().flat_map(|need| need.goods.clone()));
                let asked = |good: &StakeholderId| self.scope.good.is_none_or(|it| it == *good);
                let mut goods: Vec<_> = all.filter(asked).collect();
                goods.sort_by_key(|id| (self.view.name_key(*id), *id));
                goods.dedup();
                goods.into_iter().map(Column::Good).collect()
            }
            CoverageAcross::Language => {
                let spoken = self.spoken.iter();
                let spoken = spoken.filter(|(code, _)| countries.contains(&Some((*code).clone())));
                let spoken = spoken.flat_map(|(_, languages)| languages);
                let given = self.given.iter().flat_map(|one| &one.offer.languages);
                let needed = self.needs.iter().flat_map(|need| &need.languages);
                let known: BTreeSet<_> = spoken.chain(given).chain(needed).collect();
                let known = known.into_iter().cloned().map(Some);
                let lists = || {
                    let given = self.given.iter().map(|one| &one.offer.languages);
                    given.chain(self.needs.iter().map(|need| &need.languages))
                };
                let unknown = lists().any(Vec::is_empty).then_some(None);
                known.chain(unknown).map(Column::Language).collect()
            }
        }
    }

    fn best(&self) -> Best {
        let mut best = Best::new();
        let level = Wanted { min_level: Some(self.scope.min_level), ..Wanted::default() };
        for one in &self.given {
            let sort = Sort::of(&judge(&one.offer, &level));
            for country in each(&one.offer.countries) {
                for column in self.columns_of(one) {
                    let providers = best.entry((country.clone(), column)).or_default();
                    let best = providers.entry(one.provider).or_insert(sort);
                    *best = sort.min(*best);
                }
            }
        }
        best
    }

    /// The columns that something given counts in; what leaves the service open counts in none.
    fn columns_of(&self, given: &Given) -> Vec<Column> {
        let offer = &given.offer;
        match self.scope.across {
            CoverageAcross::Language => {
                each(&offer.languages).into_iter().map(Column::Language).collect()
            }
            CoverageAcross::Good => offer.good.into_iter().map(Column::Good).collect(),
            CoverageAcross::Service => offer.service.into_iter().map(Column::Service).collect(),
        }
    }

    fn row(&self, country: Option<&String>, columns: &[Column], best: &Best) -> Row {
        let near: Vec<_> =
            self.needs.iter().filter(|need| is_in(&need.countries, country)).collect();
        let cell = |column: &Column| {
            let providers = best.get(&(country.cloned(), column.clone()));
            let sorts = || providers.into_iter().flat_map(BTreeMap::values);
            let count = |sort| sorts().filter(|other| **other == sort).count();
            Cell {
                column: column.clone(),
                implementations: near.iter().filter(|need| need.is_of(column)).count(),
                enough: count(Sort::Enough),
                unverified: count(Sort::Unverified),
                below: count(Sort::Below),
                unknown: count(Sort::Unknown),
                wanted: self.wanted(country, column),
            }
        };
        let cells = columns.iter().map(cell).collect();
        Row { country: country.cloned(), implementations: near.len(), cells }
    }

    fn wanted(&self, country: Option<&String>, column: &Column) -> Wanted {
        let mut wanted = Wanted {
            good: self.scope.good,
            service: self.scope.service,
            country: country.cloned(),
            language: None,
            min_level: Some(self.scope.min_level),
        };
        match column {
            Column::Language(code) => wanted.language = code.clone(),
            Column::Good(good) => wanted.good = Some(*good),
            Column::Service(service) => wanted.service = Some(*service),
        }
        wanted
    }
}

impl Need {
    fn is_of(&self, column: &Column) -> bool {
        match column {
            Column::Language(code) => is_in(&self.languages, code.as_ref()),
            Column::Good(good) => self.goods.contains(good),
            Column::Service(_) => true,
        }
    }
}

/// Each code of a list; the place of what is not recorded is none.
fn each(codes: &[String]) -> Vec<Option<String>> {
    match codes {
        [] => vec![None],
        codes => codes.iter().cloned().map(Some).collect(),
    }
}

/// Whether a list has the code; none stands for the list on which nothing is recorded.
fn is_in(codes: &[String], code: Option<&String>) -> bool {
    match code {
        Some(code) => codes.contains(code),
        None => codes.is_empty(),
    }
}

/// How a provider is counted; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Enough,
    Unverified,
    Unknown,
    Below,
}

impl Sort {
    fn of(judged: &Judgement) -> Self {
        match (judged.level, judged.standing) {
            (Fit::No, _) => Self::Below,
            (Fit::Unknown, _) => Self::Unknown,
            (Fit::Yes, Standing::Verified) => Self::Enough,
            (Fit::Yes, _) => Self::Unverified,
        }
    }
}
