//! Pages of lists: how many, after which cursor, in which order.

use crate::error::Result;
use async_graphql::{Object, OutputType, SimpleObject, TypeName};
use domain::refusal::{Refusal, RefusalCode};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;
use uuid::Uuid;

mod cursor;
pub use cursor::Position;

/// What a list is sorted by; a row without a value comes last, whatever the direction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SortKey<'a> {
    /// A count, a stage, an instant.
    Number(i64),
    /// A folded name, a code, a day.
    Text(Cow<'a, str>),
    /// No value.
    Missing,
}

impl<'a> SortKey<'a> {
    /// A text that may be absent.
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Missing, |text| Self::Text(Cow::Borrowed(text)))
    }

    /// A count or a place in a list.
    pub fn number(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn into_owned(self) -> SortKey<'static> {
        match self {
            Self::Number(number) => SortKey::Number(number),
            Self::Text(text) => SortKey::Text(Cow::Owned(text.into_owned())),
            Self::Missing => SortKey::Missing,
        }
    }
}

/// Which way a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "OrderDirection")]
pub enum OrderDirection {
    /// The smallest first.
    #[default]
    #[graphql(name = "ASC")]
    Ascending,
    /// The greatest first.
    #[graphql(name = "DESC")]
    Descending,
}

/// The part of a list that is asked for.
#[derive(Clone, Debug)]
pub struct Page {
    first: usize,
    list: Arc<str>,
    after: Option<Position<'static>>,
}

/// The most rows of one page.
pub const LARGEST_PAGE: i32 = 100;

/// Checks `first` alone, for lists that have no cursor.
pub fn read_first(first: i32) -> Result<usize, Refusal> {
    match usize::try_from(first) {
        Ok(size) if (1..=LARGEST_PAGE).contains(&first) => Ok(size),
        _ => {
            let range = format!("1..{LARGEST_PAGE}");
            Err(Refusal::new(RefusalCode::OutOfRange, "first").missing(range))
        }
    }
}

impl Page {
    /// Checks the arguments `first` and `after` of a list. Its name tells it, and what it is sorted
    /// by, from all others: a cursor of another list means nothing in this one.
    pub fn parse(first: i32, after: Option<&str>, list: &str) -> Result<Self> {
        let after = Position::read(after, list)?;
        Ok(Self { first: read_first(first)?, list: list.into(), after })
    }

    /// The page of a list of visible rows that come in ascending order of key and id.
    pub fn in_order<'a, R, N>(
        &self,
        rows: impl Iterator<Item = (SortKey<'a>, Uuid, R)>,
        wrap: impl Fn(R) -> N,
    ) -> Connection<N> {
        let (mut total, mut remaining, mut page) = (0, 0, Vec::with_capacity(self.first));
        for (key, id, row) in rows {
            let position = Position(key, id);
            total += 1;
            // Behind the first row that is behind the cursor, all are.
            if remaining > 0 || self.is_before(&position, OrderDirection::Ascending) {
                remaining += 1;
                if page.len() < self.first {
                    page.push((position, row));
                }
            }
        }
        self.connection(page, total, remaining, wrap)
    }

    /// The page of a list of visible rows, each with its sort key and id, that `wrap` turns into
    /// nodes. The rows may come in any order; only those of the page are sorted and wrapped.
    pub fn of<'a, R, N>(
        &self,
        rows: impl Iterator<Item = (SortKey<'a>, Uuid, R)>,
        direction: OrderDirection,
        wrap: impl Fn(R) -> N,
    ) -> Connection<N> {
        let mut total = 0;
        let mut rows: Vec<_> = rows
            .map(|(key, id, row)| (Position(key, id), row))
            .inspect(|_| total += 1)
            .filter(|(position, _)| self.is_before(position, direction))
            .collect();
        let remaining = rows.len();
        if remaining > self.first {
            rows.select_nth_unstable_by(self.first, |(a, _), (b, _)| a.cmp(b, direction));
            rows.truncate(self.first);
        }
        rows.sort_unstable_by(|(a, _), (b, _)| a.cmp(b, direction));
        self.connection(rows, total, remaining, wrap)
    }

    /// Whether the page begins before a row of this position.
    fn is_before(&self, position: &Position<'_>, direction: OrderDirection) -> bool {
        let after = self.after.as_ref();
        after.is_none_or(|after| position.cmp(after, direction) == Ordering::Greater)
    }

    fn connection<R, N>(
        &self,
        rows: Vec<(Position<'_>, R)>,
        total: usize,
        remaining: usize,
        wrap: impl Fn(R) -> N,
    ) -> Connection<N> {
        let edges = rows.into_iter().map(|(Position(key, id), row)| Edge {
            node: wrap(row),
            position: Position(key.into_owned(), id),
            list: self.list.clone(),
        });
        Connection {
            edges: edges.collect(),
            total,
            has_next: remaining > self.first,
            has_previous: remaining < total,
        }
    }
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Connection<N> {
    edges: Vec<Edge<N>>,
    total: usize,
    has_next: bool,
    has_previous: bool,
}

impl<N: OutputType> TypeName for Connection<N> {
    fn type_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Connection", N::type_name()))
    }
}

/// One page of a list.
#[Object(name_type)]
impl<N: OutputType> Connection<N> {
    /// The rows of the page with their cursors.
    async fn edges(&self) -> &[Edge<N>] {
        &self.edges
    }

    /// The rows of the page.
    async fn nodes(&self) -> Vec<&N> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// Where the page lies in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.has_next,
            has_previous_page: self.has_previous,
            start_cursor: self.edges.first().map(|edge| edge.position.cursor(&edge.list)),
            end_cursor: self.edges.last().map(|edge| edge.position.cursor(&edge.list)),
        }
    }

    /// How many rows the whole list has, of those that you may see.
    async fn total_count(&self) -> usize {
        self.total
    }
}

/// One row of a page with its cursor.
#[derive(Clone, Debug)]
pub struct Edge<N> {
    node: N,
    position: Position<'static>,
    list: Arc<str>,
}

impl<N: OutputType> TypeName for Edge<N> {
    fn type_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Edge", N::type_name()))
    }
}

/// One row of a page with its cursor.
#[Object(name_type)]
impl<N: OutputType> Edge<N> {
    /// The row.
    async fn node(&self) -> &N {
        &self.node
    }

    /// What to send as `after` to go on behind this row.
    async fn cursor(&self) -> String {
        self.position.cursor(&self.list)
    }
}

/// Where a page lies in its list.
#[derive(Clone, Debug, SimpleObject)]
pub struct PageInfo {
    /// Whether there are rows behind the page.
    pub has_next_page: bool,
    /// Whether there are rows before the page.
    pub has_previous_page: bool,
    /// The cursor of the first row of the page.
    pub start_cursor: Option<String>,
    /// The cursor of the last row of the page.
    pub end_cursor: Option<String>,
}

#[cfg(test)]
mod tests;
