//! What if they leave: what it means for one party that some of its relationships end and others
//! are at risk. Which ones do is told by [`crate::graph::loss`]; here it becomes reasons and words.

use crate::funding::{Fate, Recorded, Share, Stake, lost};
use crate::relationship::{Layer, RelationshipKind};
use crate::stakeholder::StakeholderKind;
use crate::vocabulary;
use std::collections::BTreeMap;

mod sentence;
pub use sentence::sentence;

vocabulary! {
    /// How somebody leaves.
    pub enum LossMode {
        /// Their relationships of money end; all others stay.
        StopsFunding = "STOPS_FUNDING", "stop funding" | "cessent de financer";
        /// All their relationships end.
        Leaves = "LEAVES", "leave altogether" | "partent tout à fait";
    }
}

vocabulary! {
    /// How hard somebody is hit, the hardest first.
    pub enum LossSeverity {
        /// No recorded funder is left, or no recorded seat, or nobody who runs, carries out or supports it.
        LeftWithNone = "LEFT_WITH_NONE", "left with none" | "n’a plus personne";
        /// Something ends, something stays.
        LosesPart = "LOSES_PART", "loses a part" | "perd une partie";
        /// Nothing ends at once; what it has depends on others who are hit.
        AtRisk = "AT_RISK", "at risk" | "menacé";
    }
}

vocabulary! {
    /// Why somebody is hit.
    pub enum LossReason {
        /// Whoever pays it leaves.
        Funding = "FUNDING", "funding ends" | "le financement prend fin";
        /// Whoever pays it is hit, or those through whom they pay.
        FundingAtRisk = "FUNDING_AT_RISK", "funding is at risk" | "le financement est menacé";
        /// Nobody recorded is left who runs, carries out or supports an implementation.
        Orphaned = "ORPHANED", "nobody is left to carry it" | "plus personne ne la porte";
        /// Those who sit on it leave.
        Seats = "SEATS", "seats fall vacant" | "des sièges deviennent vacants";
        /// What others have through it ends or is at risk.
        PassedOn = "PASSED_ON", "what goes through it" | "ce qui passe par là";
        /// Other relationships end, or are at risk because they go through somebody who leaves.
        Ties = "TIES", "other relationships" | "d’autres relations";
    }
}

/// How a party takes part in a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is read from this party.
    Source,
    /// It is read to this party.
    Target,
    /// It goes through this party.
    Through,
}

/// One relationship of a party, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<K> {
    /// What joins the two.
    pub kind: RelationshipKind,
    /// How the party takes part.
    pub part: Part,
    /// Who is at the other end; for what goes through the party, who sends it.
    pub other: K,
    /// Its money, for what carries any.
    pub stake: Stake,
    /// What becomes of it.
    pub fate: Fate,
}

/// One reason why a party is hit, with the figures that it is told with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Why.
    pub reason: LossReason,
    /// How many are lost; of what is at risk, how many are at risk.
    pub lost: usize,
    /// How many are recorded.
    pub recorded: usize,
    /// Which of the relationships it rests on, by their places in the list judged.
    pub rests_on: Vec<usize>,
}

/// What a loss means for one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<K> {
    /// How hard it is hit.
    pub severity: LossSeverity,
    /// Why, the gravest first.
    pub causes: Vec<Cause>,
    /// How many recorded funders it had.
    pub funders: usize,
    /// The recorded funders that stay.
    pub remaining: Vec<K>,
    /// The share of its money that is lost; none when unknown, and when none is lost.
    pub share: Option<Share>,
    /// Whether any amount or share of its money is recorded.
    pub recorded: Recorded,
}

impl<K> Verdict<K> {
    /// What is told for a reason, if it is one.
    pub fn cause(&self, reason: LossReason) -> Option<&Cause> {
        self.causes.iter().find(|cause| cause.reason == reason)
    }

    /// How many funders are lost.
    pub fn funders_lost(&self) -> usize {
        self.cause(LossReason::Funding).map_or(0, |cause| cause.lost)
    }

    /// What ranks one who is hit before another, the least first.
    pub fn rank(&self) -> impl Ord + use<K> {
        let fallen: usize = self.causes.iter().map(|cause| cause.rests_on.len()).sum();
        (self.severity, std::cmp::Reverse(self.funders_lost()), std::cmp::Reverse(fallen))
    }
}

/// Judges all relationships that a party of this kind has; none when none of them ends or is at
/// risk.
pub fn judge<K: Ord + Copy>(kind: StakeholderKind, held: &[Held<K>]) -> Option<Verdict<K>> {
    let mut causes: Vec<Cause> = Vec::new();
    let pays = |one: &Held<K>| one.part == Part::Target && one.kind.layer() == Layer::Money;
    let funders = by_other(held, pays);
    let best = |fates: &[Fate]| fates.iter().copied().min().unwrap_or(Fate::Stays);
    let count = |fate: Fate| funders.values().filter(|fates| best(fates) == fate).count();
    let some = |fate: Fate| places(held, |one| pays(one) && one.fate == fate);
    push(&mut causes, LossReason::Funding, (count(Fate::Ends), funders.len()), some(Fate::Ends));
    let (shaken, recorded) = (some(Fate::AtRisk), funders.len());
    let paying = by_other(held, |one| pays(one) && one.fate == Fate::AtRisk).len();
    push(&mut causes, LossReason::FundingAtRisk, (paying, recorded), shaken);
    if kind == StakeholderKind::Implementation {
        orphaned(held, &mut causes);
    }
    let seat = |one: &Held<K>| one.part == Part::Target && one.kind == RelationshipKind::SeatOn;
    let through = |one: &Held<K>| one.part == Part::Through;
    let told = causes.iter().any(|cause| cause.reason == LossReason::Orphaned);
    let carrier = |one: &Held<K>| told && carries(one);
    let tie = |one: &Held<K>| !pays(one) && !seat(one) && !through(one) && !carrier(one);
    each(held, &mut causes, LossReason::Seats, seat);
    each(held, &mut causes, LossReason::PassedOn, through);
    each(held, &mut causes, LossReason::Ties, tie);
    let stakes: Vec<_> = held.iter().filter(|one| pays(one)).collect();
    let money: Vec<_> = stakes.iter().map(|one| (one.stake.clone(), one.fate)).collect();
    let remaining = funders.iter().filter(|(_, fates)| best(fates) == Fate::Stays);
    (!causes.is_empty()).then(|| Verdict {
        severity: severity(held, &causes),
        remaining: remaining.map(|(other, _)| *other).collect(),
        funders: recorded,
        share: lost(&money),
        recorded: Recorded::of(money.iter().map(|(stake, _)| stake)),
        causes,
    })
}

fn push(
    causes: &mut Vec<Cause>,
    reason: LossReason,
    (lost, recorded): (usize, usize),
    rests_on: Vec<usize>,
) {
    if !rests_on.is_empty() {
        causes.push(Cause { reason, lost, recorded, rests_on });
    }
}

/// What is counted relationship by relationship.
fn each<K>(
    held: &[Held<K>],
    causes: &mut Vec<Cause>,
    reason: LossReason,
    of: impl Fn(&Held<K>) -> bool,
) {
    let fallen = places(held, |one| of(one) && one.fate != Fate::Stays);
    let counts = (fallen.len(), held.iter().filter(|one| of(one)).count());
    push(causes, reason, counts, fallen);
}

fn places<K>(held: &[Held<K>], of: impl Fn(&Held<K>) -> bool) -> Vec<usize> {
    held.iter().enumerate().filter(|(_, one)| of(one)).map(|(place, _)| place).collect()
}

/// The fates of the relationships with each other party.
fn by_other<K: Ord + Copy>(
    held: &[Held<K>],
    of: impl Fn(&Held<K>) -> bool,
) -> BTreeMap<K, Vec<Fate>> {
    let mut others: BTreeMap<K, Vec<Fate>> = BTreeMap::new();
    for one in held.iter().filter(|one| of(one)) {
        others.entry(one.other).or_default().push(one.fate);
    }
    others
}

/// Whether this carries an implementation: somebody runs it, carries it out or supports it.
fn carries<K>(one: &Held<K>) -> bool {
    use RelationshipKind::{HostsInfra, Implements, Operates, Supports};
    one.part == Part::Target && matches!(one.kind, Operates | Implements | Supports | HostsInfra)
}

fn orphaned<K: Ord + Copy>(held: &[Held<K>], causes: &mut Vec<Cause>) {
    let carriers = by_other(held, carries);
    if carriers.values().all(|fates| fates.iter().all(|fate| *fate == Fate::Ends)) {
        let counts = (carriers.len(), carriers.len());
        push(causes, LossReason::Orphaned, counts, places(held, carries));
    }
}

fn severity<K>(held: &[Held<K>], causes: &[Cause]) -> LossSeverity {
    let none_left = causes.iter().any(|cause| match cause.reason {
        LossReason::Orphaned => true,
        LossReason::Funding | LossReason::Seats => cause.lost == cause.recorded,
        _ => false,
    });
    let ends = held.iter().any(|one| one.fate == Fate::Ends && one.part != Part::Through);
    match (none_left, ends) {
        (true, _) => LossSeverity::LeftWithNone,
        (false, true) => LossSeverity::LosesPart,
        (false, false) => LossSeverity::AtRisk,
    }
}

#[cfg(test)]
mod tests;
