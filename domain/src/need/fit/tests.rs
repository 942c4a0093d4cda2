//! What holds of every ranking, whoever is in it.

use super::*;
use crate::vocabulary::Word;
use proptest::prelude::*;
use uuid::Uuid;

fn good_of(number: u128) -> StakeholderId {
    StakeholderId(Uuid::from_u128(number))
}

fn standing() -> impl Strategy<Value = Standing> {
    prop::sample::select(vec![
        Standing::Verified,
        Standing::Expired,
        Standing::Unverified,
        Standing::Hint,
        Standing::DisputedHint,
        Standing::ProposedHint,
    ])
}

fn code(all: [&'static str; 2]) -> impl Strategy<Value = String> {
    prop::sample::select(all.to_vec()).prop_map(str::to_owned)
}

fn candidate() -> impl Strategy<Value = Candidate> {
    let ability = (standing(), prop::option::of(0..5i32), any::<bool>())
        .prop_map(|(standing, level, is_evidenced)| Ability { standing, level, is_evidenced });
    (
        prop::option::of((1..3u128).prop_map(good_of)),
        prop::option::of(prop::sample::select(ServiceKind::ALL[..3].to_vec())),
        prop::collection::vec(code(["CM", "SN"]), 0..3),
        prop::collection::vec(code(["fr", "en"]), 0..3),
        prop::option::of(ability),
        any::<bool>(),
        prop::option::of(0..5u32),
    )
        .prop_map(|(good, service, countries, languages, ability, is_offered, steps)| {
            Candidate { good, service, countries, languages, ability, is_offered, steps }
        })
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let good = prop::option::of((1..3u128).prop_map(good_of));
    let (country, language) =
        (prop::option::of(code(["CM", "SN"])), prop::option::of(code(["fr", "en"])));
    (good, country, language).prop_map(|(good, country, language)| Wanted {
        good,
        country,
        language,
        service: Some(ServiceKind::ALL[0]),
        min_level: None,
    })
}

/// The same candidate with one thing more that fits, or better known.
fn improved(one: &Candidate, wanted: &Wanted, part: usize) -> Candidate {
    let mut better = one.clone();
    match part {
        0 => better.service = wanted.service,
        1 => better.good = wanted.good.or(better.good),
        2 => better.countries.extend(wanted.country.clone()),
        3 => better.languages.extend(wanted.language.clone()),
        4 => better.is_offered = true,
        5 => {
            let level = better.ability.and_then(|ability| ability.level);
            let is_evidenced = better.ability.is_some_and(|ability| ability.is_evidenced);
            better.ability = Some(Ability { standing: Standing::Verified, level, is_evidenced });
        }
        6 => better.ability = better.ability.map(|it| Ability { level: Some(4), ..it }),
        7 => better.ability = better.ability.map(|it| Ability { is_evidenced: true, ..it }),
        _ => better.steps = Some(better.steps.map_or(NEAREST, |steps| steps.saturating_sub(1))),
    }
    better
}

proptest! {
    /// More that fits never ranks lower, whatever it is, and no improvement loses a place.
    #[test]
    fn more_that_fits_never_ranks_lower(one in candidate(), wanted in wanted(), part in 0..9usize) {
        let better = weigh(&improved(&one, &wanted, part), &wanted);
        if let Some(before) = weigh(&one, &wanted) {
            let after = better.expect("who fitted still fits");
            prop_assert!(after.score >= before.score, "{before:?} {after:?}");
        }
    }

    /// The score is the sum of what is told, nothing counts against anybody, and each reason stands once.
    #[test]
    fn the_reasons_add_up(one in candidate(), wanted in wanted()) {
        if let Some(weighed) = weigh(&one, &wanted) {
            let points: Vec<_> = weighed.factors.iter().map(|factor| factor.points).collect();
            prop_assert_eq!(points.iter().sum::<i32>(), weighed.score);
            prop_assert!(points.iter().all(|points| *points >= 0) && points.len() <= FACTORS);
            let reasons: Vec<_> = weighed.factors.iter().map(|factor| factor.reason).collect();
            prop_assert!(reasons.iter().all(|it| reasons.iter().filter(|other| *other == it).count() == 1));
        }
    }

    /// Who is not there changes nothing for the others: neither order nor scores; and the order in which
    /// they come changes nothing at all.
    #[test]
    fn nobody_hangs_on_others(
        all in prop::collection::vec(candidate(), 1..8),
        wanted in wanted(),
        hidden in any::<prop::sample::Index>(),
    ) {
        let all: Vec<_> = all.into_iter().enumerate().collect();
        let gone = hidden.index(all.len());
        let whole = rank(all.clone(), &wanted);
        let rest: Vec<_> = all.iter().filter(|(name, _)| *name != gone).cloned().collect();
        let without: Vec<_> = whole.iter().filter(|(name, _)| *name != gone).cloned().collect();
        prop_assert_eq!(rank(rest, &wanted), without);
        let backwards: Vec<_> = all.into_iter().rev().collect();
        prop_assert_eq!(rank(backwards, &wanted), whole);
    }
}

/// Another service or another good is no match; what is not recorded is one, and says so.
#[test]
fn another_service_is_no_match() {
    let wanted = Wanted {
        service: Some(ServiceKind::Training),
        good: Some(good_of(1)),
        country: Some("CM".into()),
        ..Wanted::default()
    };
    let hosting = Candidate { service: Some(ServiceKind::Hosting), ..Candidate::default() };
    assert_eq!(weigh(&hosting, &wanted), None);
    let elsewhere = Candidate { good: Some(good_of(2)), ..Candidate::default() };
    assert_eq!(weigh(&elsewhere, &wanted), None);
    let silent = weigh(&Candidate::default(), &wanted).unwrap();
    let reasons: Vec<_> = silent.factors.iter().map(|factor| factor.reason).collect();
    assert_eq!(
        reasons,
        [
            MatchReason::ServiceNotRecorded,
            MatchReason::GoodNotRecorded,
            MatchReason::CountryNotRecorded,
            MatchReason::LanguageNotAsked,
            MatchReason::FarAway,
        ]
    );
}
