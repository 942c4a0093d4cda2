//! Who pays: how much the money of one receiver depends on few, and along which ways it comes.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::funding::{self, Recorded, Share, Stake};
use domain::graph::chain::Bounds;
use domain::identifier::StakeholderId;
use domain::relationship::{Layer, RelationshipKind, RelationshipState};
use domain::stakeholder::StakeholderKind;
use entity::relationship::Model;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most relationships of one way of money.
pub const LONGEST: usize = 4;
/// The most ways that are looked for.
const MOST: usize = 1_000;

/// How much the money of one receiver depends on few.
#[derive(Clone, Debug)]
pub struct Concentration {
    /// Whose money.
    pub stakeholder: Arc<Stakeholder>,
    /// Who pays, the greatest share first, those of unknown share by name.
    pub funders: Vec<Funder>,
    /// How much depends on few; none when no share is known.
    pub measured: Option<funding::Concentration>,
    /// Whether any amount or share is recorded.
    pub recorded: Recorded,
}

/// One who pays.
#[derive(Clone, Debug)]
pub struct Funder {
    /// Who.
    pub stakeholder: Arc<Stakeholder>,
    /// Which share; none when unknown.
    pub share: Option<Share>,
    /// By which relationships.
    pub relationships: Vec<Arc<Model>>,
}

/// What is recorded of the money of a relationship.
pub fn stake(row: &Model) -> Stake {
    Stake {
        amount: row.amount,
        currency: row.currency.clone(),
        share_min: row.share_min,
        share_max: row.share_max,
    }
}

/// How much the money of one stakeholder depends on few, on this day: of a place, the money of what
/// is in it. Only what is confirmed counts.
pub fn concentration(view: &View, of: StakeholderId, day: NaiveDate) -> Result<Concentration> {
    let stakeholder = view.stakeholder(of).ok_or(Error::NotFound)?.clone();
    let mut paid: BTreeMap<StakeholderId, Vec<Arc<Model>>> = BTreeMap::new();
    for receiver in receivers(view, &stakeholder, day) {
        for row in view.relationships_of(receiver) {
            let pays = row.target_id == receiver && row.kind.layer() == Layer::Money;
            if pays && counts(view, row, day) {
                paid.entry(row.source_id).or_default().push(row.clone());
            }
        }
    }
    let stakes: Vec<Vec<Stake>> =
        paid.values().map(|rows| rows.iter().map(|row| stake(row)).collect()).collect();
    let shares = funding::shares(&stakes);
    let funder =
        |((id, relationships), share): ((StakeholderId, Vec<Arc<Model>>), Option<Share>)| {
            let stakeholder = view.stakeholder(id)?.clone();
            Some(Funder { stakeholder, share, relationships })
        };
    let mut funders: Vec<_> = paid.into_iter().zip(shares).filter_map(funder).collect();
    funders.sort_by(|a, b| {
        let high = |funder: &Funder| funder.share.map(|share| (share.low, share.high));
        let names = || view.name_key(a.stakeholder.id).cmp(view.name_key(b.stakeholder.id));
        let first = high(b).cmp(&high(a)).then_with(names);
        first.then(a.stakeholder.id.cmp(&b.stakeholder.id))
    });
    let recorded = Recorded::of(stakes.iter().flatten());
    Ok(Concentration { stakeholder, funders, measured: funding::concentration(&stakes), recorded })
}

/// Everybody of one kind, by how much they depend on few.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// Those whose funding is recorded. Who is known to depend most on one funder comes first; those of
    /// whom no share is known follow, whoever has the fewest funders first.
    pub ranked: Vec<Arc<Concentration>>,
    /// How many there are of whom no funder is recorded: what they depend on is not known.
    pub unrecorded: usize,
}

/// How much the money of everybody of one kind depends on few, on this day.
pub fn ranking(view: &View, kind: StakeholderKind, day: NaiveDate) -> Result<Ranking> {
    let (mut ranked, mut unrecorded) = (Vec::new(), 0);
    let living = view.stakeholders().filter(|row| row.kind == kind && row.archived_at.is_none());
    for row in living {
        let told = concentration(view, row.id, day)?;
        match told.funders.is_empty() {
            true => unrecorded += 1,
            false => ranked.push(Arc::new(told)),
        }
    }
    ranked.sort_by(|a, b| {
        let known = |told: &Concentration| {
            told.measured.map(|it| (it.top_one.low, it.top_one.high, it.hhi.low))
        };
        let fewest = || a.funders.len().cmp(&b.funders.len());
        let name = |told: &Concentration| told.stakeholder.id;
        let names = || view.name_key(name(a)).cmp(view.name_key(name(b)));
        let first = known(b).cmp(&known(a)).then_with(fewest).then_with(names);
        first.then(name(a).cmp(&name(b)))
    });
    Ok(Ranking { ranked, unrecorded })
}

/// Whose money it is that is asked about.
fn receivers(view: &View, of: &Stakeholder, day: NaiveDate) -> Vec<StakeholderId> {
    if of.kind != StakeholderKind::Place {
        return vec![of.id];
    }
    let there = [RelationshipKind::LocatedIn, RelationshipKind::ActiveIn];
    let rows = view.relationships_of(of.id).filter(|row| there.contains(&row.kind));
    let mut receivers: Vec<_> =
        rows.filter(|row| counts(view, row, day)).map(|row| row.source_id).collect();
    receivers.sort_unstable();
    receivers.dedup();
    receivers
}

fn counts(view: &View, row: &Model, day: NaiveDate) -> bool {
    row.state == RelationshipState::Confirmed && view.holds(row, day)
}

/// Ways along which money comes to a stakeholder, and whether there are more than were looked for.
#[derive(Clone, Debug)]
pub struct Paths {
    /// To whom.
    pub stakeholder: Arc<Stakeholder>,
    /// The relationships of each way, the last one paying the stakeholder; what is confirmed
    /// throughout comes first, then the shortest.
    pub paths: Vec<Vec<Arc<Model>>>,
    /// Whether there are more.
    pub truncated: bool,
}

/// Whether a way rests on confirmed relationships only.
pub fn is_settled(path: &[Arc<Model>]) -> bool {
    path.iter().all(|row| row.state == RelationshipState::Confirmed)
}

/// The ways along which money comes to a stakeholder on this day, confirmed or proposed.
pub fn paths(view: &View, to: StakeholderId, day: NaiveDate) -> Result<Paths> {
    let stakeholder = view.stakeholder(to).ok_or(Error::NotFound)?.clone();
    let found = view.money_to(to, day, Bounds { longest: LONGEST, most: MOST });
    let mut paths = found.ways;
    paths.sort_by_key(|path| !is_settled(path));
    Ok(Paths { stakeholder, paths, truncated: found.cut })
}
