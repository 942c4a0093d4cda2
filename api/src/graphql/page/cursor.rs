//! Cursors: the name of a list, and the sort key and the id of one of its rows, so that rows that
//! come or go meanwhile neither repeat nor hide others.

use super::{OrderDirection, SortKey};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use domain::refusal::{Refusal, RefusalCode};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use uuid::Uuid;

/// Where a row stands in its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position<'a>(pub SortKey<'a>, pub Uuid);

impl Position<'static> {
    /// The position that a cursor of this list stands for; an empty cursor is none.
    pub fn read(after: Option<&str>, list: &str) -> Result<Option<Self>, Refusal> {
        let Some(cursor) = after.filter(|cursor| !cursor.is_empty()) else {
            return Ok(None);
        };
        let read = || serde_json::from_slice(&BASE64.decode(cursor).ok()?).ok();
        match read() {
            Some((name, position)) if String::eq(&name, list) => Ok(Some(position)),
            _ => Err(Refusal::new(RefusalCode::UnknownCursor, "after")),
        }
    }
}

impl Position<'_> {
    /// The cursor that stands for this position of this list.
    pub fn cursor(&self, list: &str) -> String {
        // A name, a key and an id always have a JSON form.
        BASE64.encode(serde_json::to_vec(&(list, self)).unwrap_or_default())
    }

    /// Which of two positions comes first; a row without a key comes last either way.
    pub fn cmp(&self, other: &Self, direction: OrderDirection) -> Ordering {
        let keys = match (&self.0, &other.0) {
            (SortKey::Missing, _) | (_, SortKey::Missing) => self.0.cmp(&other.0),
            (left, right) => match direction {
                OrderDirection::Ascending => left.cmp(right),
                OrderDirection::Descending => right.cmp(left),
            },
        };
        keys.then_with(|| self.1.cmp(&other.1))
    }
}
