//! Introductions: what one step costs on the way from those who ask to those whom they want to meet.
//! The ways themselves are found by [`crate::graph::path`]. A price that anybody can reckon by hand, and no
//! model (docs/introductions.md): points for the kind of the relationship, times four factors in
//! percent, rounded up.

use crate::confidence::Freshness;
use crate::relationship::RelationshipKind;
use crate::stakeholder::StakeholderKind;
use crate::vocabulary;

mod sentence;
pub use sentence::{Way, sentence};

vocabulary! {
    /// By what ways are ranked.
    pub enum IntroductionRanking {
        /// By the sum of what their steps cost.
        Cheapest = "CHEAPEST", "least effort in all" | "le moins d’effort en tout";
        /// By their weakest step, that is the dearest one; of equal ones those of fewer steps.
        Widest = "WIDEST", "strongest weakest step" | "le maillon faible le plus solide";
    }
}

vocabulary! {
    /// Whether a person on the way has agreed to put others in touch.
    pub enum IntroductionConsent {
        /// A relationship on this way says so.
        Given = "GIVEN", "consent given" | "accord donné";
        /// Nothing says so: ask first.
        NotRecorded = "NOT_RECORDED", "consent not recorded, ask first" | "accord non saisi, demander d’abord";
    }
}

/// A relationship as a step towards somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bond {
    /// What joins the two.
    pub kind: RelationshipKind,
    /// How strong it is, 1 to 5.
    pub strength: Option<i32>,
    /// How long ago the newest evidence for it was given; none without any.
    pub freshness: Option<Freshness>,
    /// How far it may be relied on, per mille; none without evidence.
    pub confidence: Option<u32>,
    /// Whether it is settled, or only proposed.
    pub standing: Standing,
    /// Whether the people agreed to be put in touch, where it is recorded.
    pub consent: Option<bool>,
}

/// Whether a relationship is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Confirmed, on the day that is asked about.
    Settled,
    /// Only proposed.
    Proposed,
}

/// What a step costs, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Points for the kind of relationship.
    pub kind: u32,
    /// A factor in percent for the age of the evidence.
    pub freshness: u32,
    /// A factor in percent for the strength.
    pub strength: u32,
    /// A factor in percent for the confidence.
    pub confidence: u32,
    /// A factor in percent for what is only proposed.
    pub proposal: u32,
}

impl Price {
    /// All in all, in points.
    pub fn total(&self) -> u32 {
        let factors = [self.freshness, self.strength, self.confidence, self.proposal];
        let hundredfold = |sum: u64, factor: u32| sum * u64::from(factor);
        let total = factors.into_iter().fold(u64::from(self.kind), hundredfold);
        u32::try_from(total.div_ceil(100_000_000)).unwrap_or(u32::MAX)
    }
}

/// What a step costs; none where the relationship introduces nobody, or the people in it have said that
/// they do not want to be put in touch.
pub fn price(bond: &Bond) -> Option<Price> {
    if bond.consent == Some(false) {
        return None;
    }
    Some(Price {
        kind: points(bond.kind)?,
        freshness: match bond.freshness {
            // An unknown age is never old.
            Some(Freshness::Fresh | Freshness::Undated) => 100,
            Some(Freshness::Fading) => 125,
            Some(Freshness::Stale) | None => 150,
        },
        strength: match bond.strength {
            Some(5..) => 100,
            Some(4) => 110,
            Some(3) | None => 120,
            Some(2) => 135,
            Some(_) => 150,
        },
        confidence: 200 - bond.confidence.unwrap_or(0).min(1_000) / 10,
        proposal: match bond.standing {
            Standing::Settled => 100,
            Standing::Proposed => 200,
        },
    })
}

/// Points for a step by a relationship of this kind: the more surely the two talk with each other, the
/// fewer. None where one may stand in it without knowing the other.
pub fn points(kind: RelationshipKind) -> Option<u32> {
    use RelationshipKind as Kind;
    Some(match kind {
        Kind::Knows => 100,
        Kind::EmployedBy | Kind::Represents | Kind::PartOf => 150,
        Kind::SeatOn | Kind::MemberOf | Kind::Stewards | Kind::Governs => 200,
        Kind::Funds | Kind::Contracts | Kind::Advises => 250,
        Kind::Operates
        | Kind::OwnsData
        | Kind::Implements
        | Kind::Deploys
        | Kind::Supports
        | Kind::Develops
        | Kind::HostsInfra
        | Kind::Trains => 300,
        Kind::ContributesTo | Kind::ReportsFeedbackTo | Kind::PeerOf => 350,
        Kind::Recommends | Kind::InteroperatesWith => 400,
        // Nobody has said how.
        Kind::RelatedTo => 600,
        Kind::Recognises | Kind::DependsOn | Kind::ActiveIn | Kind::LocatedIn | Kind::Succeeds => {
            return None;
        }
    })
}

/// Whether somebody of this kind can pass an introduction on. A class of parties is nobody in
/// particular, and a place knows nobody; both can be where a way begins or ends.
pub fn introduces(kind: StakeholderKind) -> bool {
    !matches!(kind, StakeholderKind::Segment | StakeholderKind::Place)
}

#[cfg(test)]
mod tests;
