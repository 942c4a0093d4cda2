//! How well somebody fits what is looked for: every factor with its reason and its points. More that fits
//! never ranks lower, and nobody's place depends on who else is there.

use super::MatchReason;
use crate::capability::{ServiceKind, Standing, Wanted};
use crate::identifier::StakeholderId;
use std::cmp::Reverse;

/// The most relationships that count as a short way.
pub const NEAREST: u32 = 3;

/// The most factors that anybody is weighed by.
pub const FACTORS: usize = 8;

/// Who might give what is looked for, as far as it is recorded; what is empty is not recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// For which good.
    pub good: Option<StakeholderId>,
    /// Which service.
    pub service: Option<ServiceKind>,
    /// In which countries, by code.
    pub countries: Vec<String>,
    /// In which languages, by code.
    pub languages: Vec<String>,
    /// What is recorded that they can; none when they say no more than that they offer or need it.
    pub ability: Option<Ability>,
    /// Whether they have offered it, and the offer still stands.
    pub is_offered: bool,
    /// How many relationships join them with us; none when no short way is recorded.
    pub steps: Option<u32>,
}

/// On what the word rests that somebody can give something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ability {
    /// Who stands for it.
    pub standing: Standing,
    /// To what degree, 0 to 4; none is not recorded.
    pub level: Option<i32>,
    /// Whether there is evidence for it.
    pub is_evidenced: bool,
}

/// One thing that speaks for somebody, or is not known or not so, and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    /// What.
    pub reason: MatchReason,
    /// How much it counts; what does not fit counts nothing.
    pub points: i32,
}

/// How well somebody fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The sum of the points of all factors.
    pub score: i32,
    /// The factors, always in the same order.
    pub factors: Vec<Factor>,
}

/// Weighs somebody against what is looked for; none when it is another service or another good, which
/// nothing makes up for.
pub fn weigh(candidate: &Candidate, wanted: &Wanted) -> Option<Weighed> {
    let mut factors = vec![service(candidate, wanted)?, good(candidate, wanted)?];
    factors.push(COUNTRY.of(wanted.country.as_ref(), &candidate.countries));
    factors.push(LANGUAGE.of(wanted.language.as_ref(), &candidate.languages));
    if candidate.is_offered {
        factors.push(factor(MatchReason::OpenOffer, 20));
    }
    if let Some(ability) = candidate.ability {
        factors.extend([ability.standing(), ability.level()]);
    }
    factors.push(nearness(candidate.steps));
    let score = factors.iter().map(|factor| factor.points).sum();
    Some(Weighed { score, factors })
}

/// Those who fit, the best first; of equals in the order of what they are told by.
pub fn rank<P: Ord>(candidates: Vec<(P, Candidate)>, wanted: &Wanted) -> Vec<(P, Weighed)> {
    let weighed = candidates.into_iter().map(|(by, one)| (by, weigh(&one, wanted)));
    let mut found: Vec<_> = weighed.filter_map(|(by, one)| Some((by, one?))).collect();
    found.sort_by(|(left, one), (right, other)| {
        Reverse(one.score).cmp(&Reverse(other.score)).then_with(|| left.cmp(right))
    });
    found
}

fn factor(reason: MatchReason, points: i32) -> Factor {
    Factor { reason, points }
}

fn service(candidate: &Candidate, wanted: &Wanted) -> Option<Factor> {
    match (candidate.service, wanted.service) {
        (Some(given), Some(wanted)) if given != wanted => None,
        (None, Some(_)) => Some(factor(MatchReason::ServiceNotRecorded, 10)),
        _ => Some(factor(MatchReason::SameService, 40)),
    }
}

fn good(candidate: &Candidate, wanted: &Wanted) -> Option<Factor> {
    match (candidate.good, wanted.good) {
        (_, None) => Some(factor(MatchReason::GoodNotAsked, 5)),
        (None, Some(_)) => Some(factor(MatchReason::GoodNotRecorded, 5)),
        (Some(given), Some(wanted)) if given == wanted => Some(factor(MatchReason::SameGood, 20)),
        _ => None,
    }
}

/// The reasons of a list of codes: it fits, is not recorded, is not asked, does not fit.
struct Codes([MatchReason; 4]);

const COUNTRY: Codes = Codes([
    MatchReason::InCountry,
    MatchReason::CountryNotRecorded,
    MatchReason::CountryNotAsked,
    MatchReason::OtherCountry,
]);
const LANGUAGE: Codes = Codes([
    MatchReason::InLanguage,
    MatchReason::LanguageNotRecorded,
    MatchReason::LanguageNotAsked,
    MatchReason::OtherLanguage,
]);

impl Codes {
    fn of(&self, wanted: Option<&String>, given: &[String]) -> Factor {
        let Self([fits, unknown, unasked, fails]) = *self;
        match wanted {
            None => factor(unasked, 5),
            Some(_) if given.is_empty() => factor(unknown, 5),
            Some(code) if given.contains(code) => factor(fits, 15),
            Some(_) => factor(fails, 0),
        }
    }
}

impl Ability {
    fn standing(&self) -> Factor {
        match self.standing {
            Standing::Verified => factor(MatchReason::Verified, 16),
            Standing::Expired => factor(MatchReason::Expired, 10),
            Standing::Unverified => factor(MatchReason::NotVerified, 8),
            Standing::Hint => factor(MatchReason::RelationshipOnly, 4),
            Standing::DisputedHint => factor(MatchReason::DisputedOnly, 3),
            Standing::ProposedHint => factor(MatchReason::ProposedOnly, 2),
        }
    }

    fn level(&self) -> Factor {
        match self.level {
            None => factor(MatchReason::LevelNotRecorded, 0),
            Some(level) if self.is_evidenced => {
                factor(MatchReason::LevelWithEvidence, 4 + 2 * level.clamp(0, 4))
            }
            Some(level) => factor(MatchReason::LevelWithoutEvidence, 1 + 2 * level.clamp(0, 4)),
        }
    }
}

fn nearness(steps: Option<u32>) -> Factor {
    match steps {
        Some(0 | 1) => factor(MatchReason::OneStep, 6),
        Some(2) => factor(MatchReason::TwoSteps, 4),
        Some(NEAREST) => factor(MatchReason::ThreeSteps, 2),
        _ => factor(MatchReason::FarAway, 0),
    }
}

#[cfg(test)]
mod tests;
