//! What if they leave: who is hit, how hard, and why, on exactly what the viewer may see.

use super::funding::stake;
use crate::error::{Error, Result};
use crate::snapshot::View;
use crate::snapshot::view::Falling;
use chrono::NaiveDate;
use domain::action::ActionState;
use domain::engagement::Objective;
use domain::funding::Fate;
use domain::graph::loss::Extent;
use domain::identifier::{RelationshipId, StakeholderId};
use domain::loss::{Cause, Held, LossMode, Part, Verdict, judge};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{Layer, RelationshipState};
use entity::relationship::Model;
use entity::stakeholder::Stakeholder;
use entity::{action, engagement};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The most who can leave in one question.
pub const LEAVING: usize = 50;

/// Who leaves, how and when.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Who.
    pub stakeholders: Vec<StakeholderId>,
    /// How.
    pub mode: LossMode,
    /// On which day: what holds on it can be lost.
    pub at: NaiveDate,
}

/// What is lost.
#[derive(Clone, Debug)]
pub struct Loss {
    /// How they leave.
    pub mode: LossMode,
    /// On which day.
    pub at: NaiveDate,
    /// Who leaves, in the order of asking.
    pub leaving: Vec<Arc<Stakeholder>>,
    /// Who is hit, the hardest first.
    pub hits: Vec<Arc<Hit>>,
    /// What ends.
    pub ended: Vec<Arc<Model>>,
    /// What is at risk, because of what ends.
    pub at_risk: Vec<Arc<Model>>,
    /// What was only proposed and would end or be at risk too.
    pub hopes: Vec<Arc<Model>>,
    /// The open actions of open engagements with those who leave.
    pub actions: Vec<Arc<action::Model>>,
    /// How many pieces the graph has before and after.
    pub pieces: [u32; 2],
    /// The pieces that come off.
    pub apart: Vec<Vec<Arc<Stakeholder>>>,
}

/// Somebody who is hit.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Who.
    pub stakeholder: Arc<Stakeholder>,
    /// 1 for those who lose something themselves, else how many steps away the loss is.
    pub order: u32,
    /// How hard, and why.
    pub verdict: Verdict<StakeholderId>,
    /// The relationships that were judged, which the causes point to.
    pub held: Vec<Arc<Model>>,
    /// What put at risk what is at risk here, back to what ends.
    pub because: Vec<Arc<Model>>,
}

impl Hit {
    /// The relationships that a cause rests on.
    pub fn rests_on(&self, cause: &Cause) -> impl Iterator<Item = &Arc<Model>> {
        cause.rests_on.iter().filter_map(|place| self.held.get(*place))
    }

    /// The money that recorded funders go on paying.
    pub fn remaining(&self) -> impl Iterator<Item = &Arc<Model>> {
        self.held.iter().filter(|row| {
            row.target_id == self.stakeholder.id
                && row.kind.layer() == Layer::Money
                && self.verdict.remaining.contains(&row.source_id)
        })
    }
}

/// Plays through that somebody leaves. Only what is confirmed counts; what one does not see is not
/// there.
pub fn simulate(view: &View, wanted: Wanted) -> Result<Loss> {
    if wanted.stakeholders.len() > LEAVING {
        let refusal = Refusal::new(RefusalCode::TooMany, "stakeholders");
        return Err(refusal.missing(LEAVING.to_string()).into());
    }
    let Wanted { stakeholders, mode, at } = wanted;
    let mut seen = BTreeSet::new();
    let each = stakeholders.iter().filter(|id| seen.insert(**id));
    let found = each.map(|id| view.stakeholder(*id).cloned().ok_or(Error::NotFound));
    let leaving = found.collect::<Result<Vec<_>>>()?;
    let extent = match mode {
        LossMode::StopsFunding => Extent::Money,
        LossMode::Leaves => Extent::Everything,
    };
    let falling = view.falling(&stakeholders, at, extent);
    let of = |ends: bool| {
        let rows = falling.relationships.iter().filter(move |(_, order)| (*order == 1) == ends);
        rows.map(|(row, _)| row.clone()).collect()
    };
    Ok(Loss {
        hits: hits(view, at, &falling),
        ended: of(true),
        at_risk: of(false),
        hopes: falling.hopes.iter().map(|(row, _)| row.clone()).collect(),
        actions: actions(view, &leaving, mode),
        pieces: falling.pieces,
        apart: falling.apart,
        mode,
        at,
        leaving,
    })
}

fn hits(view: &View, at: NaiveDate, falling: &Falling) -> Vec<Arc<Hit>> {
    let orders: BTreeMap<RelationshipId, u32> =
        falling.relationships.iter().map(|(row, order)| (row.id, *order)).collect();
    let mut through: BTreeMap<StakeholderId, Vec<&Arc<Model>>> = BTreeMap::new();
    for row in view.relationships() {
        if let Some(via) = row.via_id {
            through.entry(via).or_default().push(row);
        }
    }
    let back = Back::new(falling);
    let hit = |(row, order): &(Arc<Stakeholder>, u32)| {
        let own = view.relationships_of(row.id);
        let passing = through.get(&row.id).into_iter().flatten().copied();
        let held: Vec<_> =
            own.chain(passing).filter(|one| counts(view, one, at)).cloned().collect();
        let judged: Vec<_> = held.iter().map(|one| judged(one, row.id, &orders)).collect();
        let verdict = judge(row.kind, &judged)?;
        let because = back.from(held.iter().filter(|one| one.source_id != row.id));
        Some(Hit { stakeholder: row.clone(), order: *order, verdict, held, because })
    };
    let mut hits: Vec<_> = falling.hit.iter().filter_map(hit).collect();
    hits.sort_by(|a, b| {
        let direct = |hit: &Hit| hit.order > 1;
        let names = || view.name_key(a.stakeholder.id).cmp(view.name_key(b.stakeholder.id));
        let ranks = || a.verdict.rank().cmp(&b.verdict.rank());
        let first = direct(a).cmp(&direct(b)).then_with(ranks).then(a.order.cmp(&b.order));
        first.then_with(names).then(a.stakeholder.id.cmp(&b.stakeholder.id))
    });
    hits.into_iter().map(Arc::new).collect()
}

fn counts(view: &View, row: &Model, at: NaiveDate) -> bool {
    row.state == RelationshipState::Confirmed && view.holds(row, at)
}

/// One relationship of a party as the rules judge it.
fn judged(
    row: &Model,
    party: StakeholderId,
    orders: &BTreeMap<RelationshipId, u32>,
) -> Held<StakeholderId> {
    let (part, other) = match party {
        id if id == row.source_id => (Part::Source, row.target_id),
        id if id == row.target_id => (Part::Target, row.source_id),
        _ => (Part::Through, row.source_id),
    };
    let fate = match (orders.get(&row.id), part) {
        (None, _) => Fate::Stays,
        (Some(1), _) => Fate::Ends,
        // What a party may pay less is no loss of its own.
        (Some(_), Part::Source) => Fate::Stays,
        (Some(_), _) => Fate::AtRisk,
    };
    Held { kind: row.kind, part, other, stake: stake(row), fate }
}

/// The way back from what is at risk to what ends.
struct Back<'a> {
    orders: BTreeMap<RelationshipId, u32>,
    paid: BTreeMap<StakeholderId, Vec<(&'a Arc<Model>, u32)>>,
}

impl<'a> Back<'a> {
    fn new(falling: &'a Falling) -> Self {
        let mut back = Self { orders: BTreeMap::new(), paid: BTreeMap::new() };
        for (row, order) in &falling.relationships {
            back.orders.insert(row.id, *order);
            if row.kind.layer() == Layer::Money {
                back.paid.entry(row.target_id).or_default().push((row, *order));
            }
        }
        back
    }

    /// Everything that put these at risk, in the order in which it falls.
    fn from<'b>(&'b self, rows: impl Iterator<Item = &'b Arc<Model>>) -> Vec<Arc<Model>> {
        let mut found: BTreeMap<(u32, RelationshipId), &Arc<Model>> = BTreeMap::new();
        let mut waiting: Vec<&Arc<Model>> = rows.collect();
        while let Some(row) = waiting.pop() {
            let Some(order) = self.orders.get(&row.id).filter(|order| **order > 1) else {
                continue;
            };
            for payer in [Some(row.source_id), row.via_id].into_iter().flatten() {
                for (paid, earlier) in self.paid.get(&payer).into_iter().flatten() {
                    let is_new = earlier < order && !found.contains_key(&(*earlier, paid.id));
                    if is_new {
                        found.insert((*earlier, paid.id), paid);
                        waiting.push(paid);
                    }
                }
            }
        }
        found.into_values().cloned().collect()
    }
}

/// Open actions of open engagements with those who leave; of those who stop funding, where funding
/// is what it is about.
fn actions(view: &View, leaving: &[Arc<Stakeholder>], mode: LossMode) -> Vec<Arc<action::Model>> {
    let concerned = |row: &engagement::Model| {
        let about_money = matches!(row.objective, Objective::Fund | Objective::CoFund);
        row.stage.is_open() && (mode == LossMode::Leaves || about_money)
    };
    let engagements = leaving.iter().flat_map(|row| view.engagements_of(row.id));
    let of = engagements.filter(|row| concerned(row)).flat_map(|row| view.actions_of(row.id));
    of.filter(|row| row.state == ActionState::Open).cloned().collect()
}
