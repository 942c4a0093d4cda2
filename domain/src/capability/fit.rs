//! How well what somebody can give fits what is looked for. What is not recorded neither fits nor
//! fails to: it is told apart.

use super::{ServiceKind, StakeholderId, SupportReason};
use std::cmp::Reverse;

/// What is looked for; what is absent is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// For which good.
    pub good: Option<StakeholderId>,
    /// In which country, by code.
    pub country: Option<String>,
    /// In which language, by code.
    pub language: Option<String>,
    /// Which service.
    pub service: Option<ServiceKind>,
    /// At which level or above, 0 to 4.
    pub min_level: Option<i32>,
}

/// On what the word that somebody can give something rests; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A manager has verified it, and it has not expired.
    Verified,
    /// It was verified and has expired.
    Expired,
    /// It is recorded, and nobody has verified it.
    Unverified,
    /// Only a relationship hints at it.
    Hint,
    /// Only a disputed relationship hints at it.
    DisputedHint,
    /// Only a proposed relationship hints at it.
    ProposedHint,
}

/// What somebody can give, as far as it is recorded; what is empty is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// For which good.
    pub good: Option<StakeholderId>,
    /// Which service.
    pub service: Option<ServiceKind>,
    /// To what degree, 0 to 4.
    pub level: Option<i32>,
    /// In which countries, by code.
    pub countries: Vec<String>,
    /// In which languages, by code.
    pub languages: Vec<String>,
    /// On what it rests.
    pub standing: Standing,
    /// What is to be said of it whatever is looked for.
    pub remarks: Vec<SupportReason>,
}

/// Whether one thing that is asked for holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It does not hold.
    No,
    /// It is not recorded whether it does.
    Unknown,
    /// It holds, or it was not asked.
    Yes,
}

/// How an offer stands to what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether it is for the good.
    pub good: Fit,
    /// Whether it is in the country.
    pub country: Fit,
    /// Whether it is in the language.
    pub language: Fit,
    /// Whether it is the service.
    pub service: Fit,
    /// Whether it is at the level.
    pub level: Fit,
    /// On what it rests.
    pub standing: Standing,
    /// The level, for the order.
    pub degree: Option<i32>,
}

/// Compares what somebody can give with what is looked for.
pub fn judge(offer: &Offer, wanted: &Wanted) -> Judgement {
    Judgement {
        // Whatever somebody gives, it is recorded for a good; without one it is for none.
        good: match wanted.good {
            Some(good) if offer.good != Some(good) => Fit::No,
            _ => Fit::Yes,
        },
        country: in_list(wanted.country.as_ref(), &offer.countries),
        language: in_list(wanted.language.as_ref(), &offer.languages),
        service: fit(wanted.service, offer.service, |wanted, given| given == wanted),
        level: fit(wanted.min_level, offer.level, |least, level| level >= least),
        standing: offer.standing,
        degree: offer.level,
    }
}

fn fit<T: Copy>(wanted: Option<T>, given: Option<T>, holds: impl Fn(T, T) -> bool) -> Fit {
    match (wanted, given) {
        (None, _) => Fit::Yes,
        (Some(_), None) => Fit::Unknown,
        (Some(wanted), Some(given)) if holds(wanted, given) => Fit::Yes,
        _ => Fit::No,
    }
}

fn in_list(wanted: Option<&String>, given: &[String]) -> Fit {
    let given = (!given.is_empty()).then_some(given);
    fit(wanted.map(std::slice::from_ref), given, |wanted, given| {
        wanted.iter().all(|code| given.contains(code))
    })
}

/// All that is to be said of an offer: on what it rests, then what fits, does not, or is not
/// recorded.
pub fn reasons(offer: &Offer, wanted: &Wanted) -> Vec<SupportReason> {
    let judged = judge(offer, wanted);
    let mut reasons = vec![rests_on(offer.standing)];
    match offer.standing {
        Standing::ProposedHint => reasons.push(SupportReason::ProposedOnly),
        Standing::DisputedHint => reasons.push(SupportReason::Disputed),
        _ => {}
    }
    reasons.extend(&offer.remarks);
    let asked = [
        (judged.service, wanted.service.is_some()),
        (judged.country, wanted.country.is_some()),
        (judged.language, wanted.language.is_some()),
        (judged.level, wanted.min_level.is_some()),
    ];
    let told = offer.recorded().into_iter().zip(asked);
    reasons.extend(told.filter_map(|((recorded, [yes, unknown, no]), (fit, asked))| match fit {
        _ if !recorded => Some(unknown),
        Fit::No => Some(no),
        _ => asked.then_some(yes),
    }));
    reasons
}

impl Offer {
    /// Whether service, country, language and level are recorded, each with its words.
    fn recorded(&self) -> [(bool, Words); 4] {
        [
            (self.service.is_some(), SERVICE),
            (!self.countries.is_empty(), COUNTRY),
            (!self.languages.is_empty(), LANGUAGE),
            (self.level.is_some(), LEVEL),
        ]
    }
}

/// Fits, not recorded, fails.
type Words = [SupportReason; 3];
const SERVICE: Words =
    [SupportReason::SameService, SupportReason::ServiceNotRecorded, SupportReason::OtherService];
const COUNTRY: Words =
    [SupportReason::InCountry, SupportReason::CountryNotRecorded, SupportReason::OtherCountry];
const LANGUAGE: Words =
    [SupportReason::InLanguage, SupportReason::LanguageNotRecorded, SupportReason::OtherLanguage];
const LEVEL: Words =
    [SupportReason::AtLevel, SupportReason::LevelNotRecorded, SupportReason::BelowLevel];

fn rests_on(standing: Standing) -> SupportReason {
    match standing {
        Standing::Verified => SupportReason::Verified,
        Standing::Expired => SupportReason::Expired,
        Standing::Unverified => SupportReason::NotVerified,
        Standing::Hint | Standing::DisputedHint | Standing::ProposedHint => {
            SupportReason::RelationshipOnly
        }
    }
}

impl Judgement {
    fn fits(&self) -> [Fit; 5] {
        [self.good, self.service, self.country, self.language, self.level]
    }

    /// Whether something that is asked for is recorded not to hold.
    pub fn fails(&self) -> bool {
        self.fits().contains(&Fit::No)
    }

    /// Whether everything that is asked for is recorded to hold, and verified.
    pub fn is_firm(&self) -> bool {
        self.standing == Standing::Verified && self.fits().iter().all(|fit| *fit == Fit::Yes)
    }

    /// Whether it is for the good and may be the service, so that it could come to fill a gap: it
    /// is near in country or language, and not there yet.
    pub fn could_fill(&self) -> bool {
        self.good != Fit::No
            && self.service != Fit::No
            && !self.is_firm()
            && (self.country != Fit::No || self.language != Fit::No)
    }

    /// The place in a list, the best first: what fits, then on what it rests, then the level.
    pub fn rank(&self) -> impl Ord + use<> {
        let fits = [self.country, self.language, self.service, self.level];
        let count = |fit: Fit| fits.iter().filter(|other| **other == fit).count();
        (count(Fit::No), Reverse(count(Fit::Yes)), self.standing, Reverse(self.degree))
    }
}

/// The facts that are not recorded of some of these, each once.
pub fn not_recorded<'a>(offers: impl Iterator<Item = &'a Offer>) -> Vec<SupportReason> {
    let missing = offers.flat_map(|offer| {
        let missing = offer.recorded().into_iter().filter(|(recorded, _)| !recorded);
        missing.map(|(_, [_, unknown, _])| unknown)
    });
    let mut found: Vec<_> = missing.collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Word;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn offer() -> Offer {
        Offer {
            good: Some(StakeholderId(Uuid::nil())),
            service: Some(ServiceKind::Training),
            level: Some(2),
            countries: vec!["CM".into()],
            languages: vec!["fr".into()],
            standing: Standing::Verified,
            remarks: Vec::new(),
        }
    }

    fn wanted() -> Wanted {
        Wanted {
            good: Some(StakeholderId(Uuid::nil())),
            country: Some("CM".into()),
            language: Some("fr".into()),
            service: Some(ServiceKind::Training),
            min_level: Some(2),
        }
    }

    /// What is verified and recorded to be all that is asked for is firm, and says why.
    #[test]
    fn what_fits_is_firm() {
        use SupportReason::{AtLevel, InCountry, InLanguage, SameService, Verified};
        let judged = judge(&offer(), &wanted());
        assert!(judged.is_firm() && !judged.fails());
        assert_eq!(
            reasons(&offer(), &wanted()),
            [Verified, SameService, InCountry, InLanguage, AtLevel]
        );
    }

    /// A missing level, language or country is unknown: it neither fits nor fails.
    #[test]
    fn unknown_is_neither_yes_nor_no() {
        for silent in [
            Offer { level: None, ..offer() },
            Offer { countries: Vec::new(), ..offer() },
            Offer { languages: Vec::new(), ..offer() },
            Offer { service: None, ..offer() },
        ] {
            let judged = judge(&silent, &wanted());
            assert!(!judged.is_firm() && !judged.fails(), "{silent:?}");
            assert_eq!(not_recorded([&silent].into_iter()).len(), 1, "{silent:?}");
        }
        // Level 0 is a level.
        assert!(judge(&Offer { level: Some(0), ..offer() }, &wanted()).fails());
    }

    /// What nobody verified, or what expired, is not firm.
    #[test]
    fn only_what_is_verified_is_firm() {
        for standing in [Standing::Expired, Standing::Unverified, Standing::Hint] {
            assert!(!judge(&Offer { standing, ..offer() }, &wanted()).is_firm());
        }
    }

    fn offers() -> impl Strategy<Value = Offer> {
        let standing = prop::sample::select(vec![
            Standing::Verified,
            Standing::Expired,
            Standing::Unverified,
            Standing::Hint,
        ]);
        let codes = |all: [&'static str; 2]| {
            prop::collection::vec(prop::sample::select(all.to_vec()), 0..3)
                .prop_map(|codes| codes.into_iter().map(str::to_owned).collect::<Vec<_>>())
        };
        let service = prop::option::of(prop::sample::select(ServiceKind::ALL));
        let level = prop::option::of(0..5i32);
        (standing, codes(["CM", "SN"]), codes(["fr", "en"]), service, level).prop_map(
            |(standing, countries, languages, service, level)| Offer {
                standing,
                countries,
                languages,
                service,
                level,
                ..offer()
            },
        )
    }

    proptest! {
        /// Asking for less never loses anybody: who fits a question fits every wider one.
        #[test]
        fn asking_for_less_loses_nobody(offer in offers(), part in 0..4usize) {
            let whole = judge(&offer, &wanted());
            let mut wider = wanted();
            match part {
                0 => wider.country = None,
                1 => wider.language = None,
                2 => wider.service = None,
                _ => wider.min_level = None,
            }
            let wider = judge(&offer, &wider);
            prop_assert!(whole.fails() || !wider.fails());
            prop_assert!(!whole.is_firm() || wider.is_firm());
        }

        /// Recording what was unknown settles it: it fits then, or it fails, and no fit is lost.
        #[test]
        fn recording_settles(offer in offers()) {
            let known = Offer {
                level: offer.level.or(Some(4)),
                service: offer.service.or(Some(ServiceKind::Training)),
                ..offer.clone()
            };
            let (before, after) = (judge(&offer, &wanted()), judge(&known, &wanted()));
            prop_assert!(after.level != Fit::Unknown && after.service != Fit::Unknown);
            prop_assert!(after.level >= before.level && after.service >= before.service);
        }
    }
}
