//! Saved views: what a page shows, kept under a title so that it can be found and shared.

use crate::identifier::{StakeholderId, parse_stakeholder};
use crate::loss::LossMode;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{NAME_LIMIT, parse_line};
use crate::vocabulary;
use crate::vocabulary::Word;
use chrono::NaiveDate;
use std::collections::BTreeSet;

vocabulary! {
    /// Which page a saved view is of.
    pub enum SavedViewKind {
        /// What if they leave: scenarios side by side.
        WhatIf = "WHAT_IF", "what if they leave" | "et s’ils partaient";
    }
}

vocabulary! {
    /// Who finds a saved view.
    pub enum SavedViewVisibility {
        /// Every member of its community.
        Community = "COMMUNITY", "for the community" | "pour la communauté";
        /// Whoever saved it, and nobody else.
        Private = "PRIVATE", "for me alone" | "pour moi seul";
    }
}

/// The longest address' query that is kept.
pub const QUERY_LIMIT: usize = 2_000;
/// The most partners of one scenario.
pub const MOST_NAMED: usize = 20;

/// What a person typed for a saved view, and the query of the address that they looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedViewDraft {
    /// Which page.
    pub kind: SavedViewKind,
    /// What it is called.
    pub title: String,
    /// The query of the page's address.
    pub query: String,
}

/// A saved view's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedViewFacts {
    /// What it is called.
    pub title: String,
    /// The query, in one order and with nothing that the page does not know.
    pub query: String,
    /// Everybody whom it names: who does not see one of them does not see the view.
    pub named: Vec<StakeholderId>,
}

impl SavedViewDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<SavedViewFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let title = refusals.take(parse_line(&self.title, "title", NAME_LIMIT));
        let query = refusals.take(parse_query(self.kind, &self.query));
        let facts = title.zip(query).map(|(title, query)| {
            let named = named(&query);
            SavedViewFacts { title, query, named }
        });
        refusals.finish(facts)
    }
}

/// What one parameter of a page's address may be.
#[derive(Clone, Copy, Debug)]
enum Parameter {
    /// At least one stakeholder, by their ids.
    Stakeholders,
    /// How somebody leaves.
    LossMode,
    /// A day.
    Day,
}

/// What the address of each page may say, in the order in which it is kept; the first is required.
fn parameters(kind: SavedViewKind) -> &'static [(&'static str, Parameter)] {
    match kind {
        SavedViewKind::WhatIf => &[
            ("who", Parameter::Stakeholders),
            ("or", Parameter::Stakeholders),
            ("or2", Parameter::Stakeholders),
            ("or3", Parameter::Stakeholders),
            ("mode", Parameter::LossMode),
            ("at", Parameter::Day),
        ],
    }
}

/// The query as it is kept, or why it is none of this page.
fn parse_query(kind: SavedViewKind, text: &str) -> Result<String, Refusal> {
    let refuse = |code| Refusal::new(code, "query");
    let text = text.trim().trim_start_matches('?');
    if text.len() > QUERY_LIMIT {
        return Err(refuse(RefusalCode::TooLong).missing(QUERY_LIMIT.to_string()));
    }
    let known = parameters(kind);
    let mut values: Vec<Option<String>> = vec![None; known.len()];
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let place = known.iter().position(|(name, _)| *name == key);
        let Some(place) = place else {
            return Err(refuse(RefusalCode::FieldNotAllowed).missing(key.to_owned()));
        };
        if values[place].is_some() {
            return Err(refuse(RefusalCode::Duplicate).missing(key.to_owned()));
        }
        let value = value.replace("%2C", ",").replace("%2c", ",");
        values[place] = Some(known[place].1.parse(&value)?).filter(|value| !value.is_empty());
    }
    if values.first().is_none_or(Option::is_none) {
        return Err(refuse(RefusalCode::Required).missing(known[0].0.to_owned()));
    }
    let written = known.iter().zip(values);
    let written = written.filter_map(|((key, _), value)| Some(format!("{key}={}", value?)));
    Ok(written.collect::<Vec<_>>().join("&"))
}

impl Parameter {
    /// The value as it is kept; empty is none.
    fn parse(self, value: &str) -> Result<String, Refusal> {
        let refuse = |code| Refusal::new(code, "query");
        match self {
            Self::Stakeholders => {
                let mut seen = BTreeSet::new();
                let mut ids = Vec::new();
                for id in value.split(',').filter(|id| !id.is_empty()) {
                    if seen.insert(parse_stakeholder(id, "query")?) {
                        ids.push(id);
                    }
                }
                match ids.len() > MOST_NAMED {
                    true => Err(refuse(RefusalCode::TooMany).missing(MOST_NAMED.to_string())),
                    false => Ok(ids.join(",")),
                }
            }
            Self::LossMode if value.is_empty() => Ok(String::new()),
            Self::LossMode => {
                let mode =
                    LossMode::parse(value).ok_or_else(|| refuse(RefusalCode::UnknownWord))?;
                Ok(mode.code().to_owned())
            }
            Self::Day if value.is_empty() => Ok(String::new()),
            Self::Day => {
                let day = NaiveDate::parse_from_str(value, "%Y-%m-%d");
                Ok(day.map_err(|_| refuse(RefusalCode::MalformedDate))?.to_string())
            }
        }
    }
}

/// Everybody whom a kept query names.
fn named(query: &str) -> Vec<StakeholderId> {
    let values = query.split('&').filter_map(|part| Some(part.split_once('=')?.1));
    let ids = values.flat_map(|value| value.split(','));
    let named: BTreeSet<_> = ids.filter_map(|id| parse_stakeholder(id, "query").ok()).collect();
    named.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Noun;
    use crate::stakeholder::StakeholderKind;
    use uuid::Uuid;

    fn id(number: u128) -> String {
        Noun::Stakeholder(StakeholderKind::Organization).format(Uuid::from_u128(number))
    }

    fn read(query: &str) -> Result<String, RefusalCode> {
        parse_query(SavedViewKind::WhatIf, query).map_err(|refusal| refusal.code)
    }

    /// A query is kept in one order, each partner once; it reads back as itself.
    #[test]
    fn a_query_is_kept_in_one_order() {
        let (one, two) = (id(1), id(2));
        let typed = format!("?at=2026-01-31&or={two}&mode=STOPS_FUNDING&who={one}%2C{two},{one}");
        let kept = format!("who={one},{two}&or={two}&mode=STOPS_FUNDING&at=2026-01-31");
        assert_eq!(read(&typed).as_ref(), Ok(&kept));
        assert_eq!(read(&kept).as_ref(), Ok(&kept));
        assert_eq!(named(&kept).len(), 2);
        assert_eq!(read(&format!("who={one}&or=&mode=&at=")), Ok(format!("who={one}")));
    }

    /// What the page does not know is refused and never kept.
    #[test]
    fn what_is_no_query_of_the_page_is_refused() {
        let one = id(1);
        let many: Vec<_> = (0..21).map(id).collect();
        for (query, code) in [
            (String::new(), RefusalCode::Required),
            ("who=".to_owned(), RefusalCode::Required),
            (format!("or={one}"), RefusalCode::Required),
            (format!("who={one}&after=x"), RefusalCode::FieldNotAllowed),
            (format!("who={one}&who={one}"), RefusalCode::Duplicate),
            ("who=usaid".to_owned(), RefusalCode::MalformedId),
            (format!("who={one}<script>"), RefusalCode::MalformedId),
            (format!("who={one}&mode=VANISHES"), RefusalCode::UnknownWord),
            (format!("who={one}&at=2026"), RefusalCode::MalformedDate),
            (format!("who={}", many.join(",")), RefusalCode::TooMany),
            ("x".repeat(QUERY_LIMIT + 1), RefusalCode::TooLong),
        ] {
            assert_eq!(read(&query), Err(code), "{query}");
        }
    }

    /// Everything that is wrong is told at once.
    #[test]
    fn faults_are_told_together() {
        let draft = SavedViewDraft {
            kind: SavedViewKind::WhatIf,
            title: " ".into(),
            query: "who=x".into(),
        };
        let fields: Vec<_> =
            draft.parse().unwrap_err().into_iter().map(|refusal| refusal.field).collect();
        assert_eq!(fields, ["title", "query"]);
    }
}
