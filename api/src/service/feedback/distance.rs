//! How far those who use a good are from those who make it: for the good as a whole, and by the
//! countries of its implementations. Proposed steps do not count.

use super::core;
use super::voices::Voices;
use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::feedback::Spread;
use domain::graph::feedback;
use domain::identifier::StakeholderId;
use domain::relationship::RelationshipKind;
use domain::stakeholder::StakeholderKind;
use entity::stakeholder::Stakeholder;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How far a good's users are.
#[derive(Clone, Debug)]
pub struct Distance {
    /// The good.
    pub good: Arc<Stakeholder>,
    /// Those whom nobody reports to and who come through.
    pub voices: usize,
    /// In how many steps; none when nobody is recorded to come through.
    pub spread: Option<Spread>,
    /// Of its implementations.
    pub reached: Reached,
    /// Of its implementations, by country; those whose country is not recorded last.
    pub countries: Vec<CountryDistance>,
}

/// How far implementations are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reached {
    /// How many there are.
    pub implementations: usize,
    /// How many of them are recorded to come through.
    pub heard: usize,
    /// In how many steps; none when none comes through.
    pub spread: Option<Spread>,
}

/// How far the implementations in one country are.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryDistance {
    /// ISO 3166-1 alpha-2; none is not recorded.
    pub country: Option<String>,
    /// Of those there.
    pub reached: Reached,
}

/// Every good, in order of id, or this one.
pub fn goods(view: &View, good: Option<StakeholderId>) -> Result<Vec<Arc<Stakeholder>>> {
    let is_good = |row: &Arc<Stakeholder>| row.kind == StakeholderKind::GlobalGood;
    if let Some(id) = good {
        let found = view.stakeholder(id).filter(|row| is_good(row)).ok_or(Error::NotFound)?;
        return Ok(vec![found.clone()]);
    }
    Ok(view
        .stakeholders()
        .filter(|row| is_good(row) && row.archived_at.is_none())
        .cloned()
        .collect())
}

/// Of one good.
pub fn distance(view: &View, good: Arc<Stakeholder>, day: NaiveDate) -> Distance {
    let core = core(view, good.id, day);
    let voices = Voices::below(view, &core, day);
    let (goals, settled) = (voices.nodes(&core), voices.settled());
    let heights = feedback::heights(&voices.graph, &settled, &goals);
    let height = |node: u32| heights.get(node as usize).copied().flatten();
    let feet = feedback::feet(&voices.graph, &settled, &goals);
    let up: Vec<_> = feet.iter().filter_map(|foot| height(*foot)).collect();
    let mut by_country: BTreeMap<(bool, Option<String>), Vec<Option<u32>>> = BTreeMap::new();
    for row in implementations(view, good.id, day) {
        let node = voices.nodes(&BTreeSet::from([row.id]));
        let steps = node.first().and_then(|node| height(*node));
        let country = row.country.clone();
        by_country.entry((country.is_none(), country)).or_default().push(steps);
    }
    let all: Vec<_> = by_country.values().flatten().copied().collect();
    Distance {
        good,
        voices: up.len(),
        spread: Spread::of(up),
        reached: Reached::of(&all),
        countries: by_country
            .into_iter()
            .map(|((_, country), steps)| CountryDistance { country, reached: Reached::of(&steps) })
            .collect(),
    }
}

impl Reached {
    fn of(steps: &[Option<u32>]) -> Self {
        let heard: Vec<_> = steps.iter().copied().flatten().collect();
        Self { implementations: steps.len(), heard: heard.len(), spread: Spread::of(heard) }
    }
}

/// The implementations that put a good to use.
fn implementations(view: &View, good: StakeholderId, day: NaiveDate) -> Vec<Arc<Stakeholder>> {
    let rows = view.relationships_of(good).filter(|row| {
        row.kind == RelationshipKind::Deploys && row.target_id == good && view.holds(row, day)
    });
    let ids: BTreeSet<_> = rows.map(|row| row.source_id).collect();
    ids.into_iter().filter_map(|id| view.stakeholder(id).cloned()).collect()
}
