//! Peers: which other implementations one can learn from, and why. What is not recorded is said, and
//! counts neither for nor against.

use crate::identifier::StakeholderId;
use crate::stakeholder::ImplementationStage;
use crate::vocabulary;
use std::cmp::Reverse;

vocabulary! {
    /// Why an implementation is named as a peer, and what is not known of it.
    pub enum PeerReason {
        /// Both are recorded as peers.
        RecordedPeer = "RECORDED_PEER", "recorded as a peer" | "relation de pair saisie";
        /// Both put the same good to work.
        SameGood = "SAME_GOOD", "the same good" | "le même bien commun";
        /// It has come just as far.
        SameStage = "SAME_STAGE", "at the same stage" | "à la même étape";
        /// It is one stage further.
        NextStage = "NEXT_STAGE", "one stage further" | "une étape plus loin";
        /// It is one stage behind.
        StageBefore = "STAGE_BEFORE", "one stage behind" | "une étape derrière";
        /// They have a language in common.
        SameLanguage = "SAME_LANGUAGE", "a language in common" | "une langue en commun";
        /// They are in the same country.
        SameCountry = "SAME_COUNTRY", "in the same country" | "dans le même pays";
        /// Of one of them no stage is recorded.
        StageNotRecorded = "STAGE_NOT_RECORDED", "stage not recorded" | "étape non saisie";
        /// Of one of them no language is recorded.
        LanguageNotRecorded = "LANGUAGE_NOT_RECORDED", "language not recorded" | "langue non saisie";
    }
}

/// What is recorded of an implementation, as far as peers go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// The goods that it puts to work.
    pub goods: Vec<StakeholderId>,
    /// How far it has come.
    pub stage: Option<ImplementationStage>,
    /// Its languages, by code.
    pub languages: Vec<String>,
    /// Its countries, by code.
    pub countries: Vec<String>,
}

/// How far along the way a stage is; none for what stands beside it.
fn step(stage: ImplementationStage) -> Option<i32> {
    match stage {
        ImplementationStage::Exploring => Some(0),
        ImplementationStage::Feasibility => Some(1),
        ImplementationStage::Pilot => Some(2),
        ImplementationStage::Rollout => Some(3),
        ImplementationStage::Scaled => Some(4),
        ImplementationStage::Sustained => Some(5),
        ImplementationStage::Retired | ImplementationStage::Paused => None,
    }
}

/// Why the other one is a peer of this one; empty when nothing says so.
pub fn reasons(one: &Traits, other: &Traits) -> Vec<PeerReason> {
    let common = |left: &[String], right: &[String]| left.iter().any(|code| right.contains(code));
    let mut reasons = Vec::new();
    if one.goods.iter().any(|good| other.goods.contains(good)) {
        reasons.push(PeerReason::SameGood);
    }
    let steps = one.stage.zip(other.stage);
    reasons.extend(steps.and_then(|(one, other)| match step(other)? - step(one)? {
        0 => Some(PeerReason::SameStage),
        1 => Some(PeerReason::NextStage),
        -1 => Some(PeerReason::StageBefore),
        _ => None,
    }));
    if common(&one.languages, &other.languages) {
        reasons.push(PeerReason::SameLanguage);
    }
    if common(&one.countries, &other.countries) {
        reasons.push(PeerReason::SameCountry);
    }
    if reasons.is_empty() {
        return reasons;
    }
    if steps.is_none() {
        reasons.push(PeerReason::StageNotRecorded);
    }
    if one.languages.is_empty() || other.languages.is_empty() {
        reasons.push(PeerReason::LanguageNotRecorded);
    }
    reasons
}

/// The place in a list of peers, the nearest first: a recorded peer, the same good, a near stage, a
/// common language, the same country.
pub fn rank(reasons: &[PeerReason]) -> impl Ord + use<> {
    let has = |reason| reasons.contains(&reason);
    let near = [PeerReason::SameStage, PeerReason::NextStage, PeerReason::StageBefore];
    let place = near.iter().position(|reason| has(*reason)).unwrap_or(near.len());
    (
        Reverse(has(PeerReason::RecordedPeer)),
        Reverse(has(PeerReason::SameGood)),
        place,
        Reverse(has(PeerReason::SameLanguage)),
        Reverse(has(PeerReason::SameCountry)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn traits(stage: Option<ImplementationStage>, language: &str) -> Traits {
        let languages = language.split_whitespace().map(str::to_owned).collect();
        let goods = vec![StakeholderId(Uuid::nil())];
        Traits { goods, stage, languages, countries: vec!["CM".into()] }
    }

    /// A near stage is a reason, a far one none, and an unknown one is said to be unknown.
    #[test]
    fn stages_are_near_far_or_unknown() {
        use ImplementationStage::{Paused, Pilot, Rollout, Sustained};
        let one = traits(Some(Pilot), "fr");
        let told = |stage| reasons(&one, &Traits { countries: vec![], ..traits(stage, "fr") });
        use PeerReason::{NextStage, SameGood, SameLanguage, SameStage, StageNotRecorded};
        assert_eq!(told(Some(Pilot)), [SameGood, SameStage, SameLanguage]);
        assert_eq!(told(Some(Rollout)), [SameGood, NextStage, SameLanguage]);
        assert_eq!(told(Some(Sustained)), [SameGood, SameLanguage]);
        assert_eq!(told(Some(Paused)), [SameGood, SameLanguage]);
        assert_eq!(told(None), [SameGood, SameLanguage, StageNotRecorded]);
    }

    /// What has nothing in common is no peer; what is not recorded makes nobody one.
    #[test]
    fn unknown_makes_no_peer() {
        let other = Traits::default();
        assert!(reasons(&traits(None, ""), &other).is_empty());
        assert!(reasons(&other, &other).is_empty());
    }

    /// The same good weighs more than the same country.
    #[test]
    fn goods_come_first() {
        use PeerReason::{SameCountry, SameGood, SameLanguage};
        assert!(rank(&[SameGood]) < rank(&[SameLanguage, SameCountry]));
        assert!(rank(&[PeerReason::RecordedPeer]) < rank(&[SameGood]));
    }
}
