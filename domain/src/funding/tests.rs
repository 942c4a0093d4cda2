use proptest::prelude::*;

use super::*;

fn amount(amount: i64, currency: &str) -> Stake {
    Stake { amount: Some(amount), currency: Some(currency.to_owned()), ..Stake::default() }
}

fn share(min: impl Into<Option<i32>>, max: impl Into<Option<i32>>) -> Stake {
    Stake { share_min: min.into(), share_max: max.into(), ..Stake::default() }
}

fn unknown() -> Stake {
    Stake::default()
}

fn check(stakes: &[(Stake, Fate)], expected: Option<(u32, u32)>) {
    let percent = |share: Share| (share.low / 10_000, share.high.div_ceil(10_000));
    assert_eq!(lost(stakes).map(percent), expected, "{stakes:?}");
}

use Fate::{AtRisk, Ends, Stays};

/// Without any amount the share is unknown, even when every funder is lost.
#[test]
fn no_amounts_are_no_share() {
    check(&[(unknown(), Ends), (unknown(), Ends)], None);
    check(&[(amount(0, "USD"), Ends)], None);
    check(&[], None);
    check(&[(amount(5, "USD"), Stays)], None);
}

/// Amounts of one currency make an exact share; an unknown amount opens the range to its side.
#[test]
fn unknown_amounts_widen_the_range() {
    check(&[(amount(30, "USD"), Ends), (amount(70, "USD"), Stays)], Some((30, 30)));
    check(&[(amount(30, "USD"), AtRisk), (amount(70, "USD"), Stays)], Some((0, 30)));
    check(
        &[(amount(30, "USD"), Ends), (amount(70, "USD"), Stays), (unknown(), Stays)],
        Some((0, 30)),
    );
    check(
        &[(amount(30, "USD"), Ends), (amount(70, "USD"), Stays), (unknown(), Ends)],
        Some((30, 100)),
    );
    check(&[(amount(30, "USD"), Ends), (unknown(), Stays)], None);
}

/// Currencies are never mixed: the share lies between those of each.
#[test]
fn currencies_are_not_mixed() {
    let stakes = [
        (amount(30, "USD"), Ends),
        (amount(70, "USD"), Stays),
        (amount(80, "XOF"), Ends),
        (amount(20, "XOF"), Stays),
    ];
    check(&stakes, Some((30, 80)));
    check(&[(amount(30, "USD"), Ends), (amount(70, "EUR"), Stays)], None);
}

/// Recorded shares are of the whole; the others leave at most the rest.
#[test]
fn recorded_shares_bound_each_other() {
    check(&[(share(20, 40), Ends), (share(10, 10), Stays)], Some((20, 40)));
    check(&[(share(20, None), Ends), (share(30, 50), Stays)], Some((20, 70)));
    check(&[(unknown(), Ends), (share(30, 50), Stays)], Some((0, 70)));
    check(&[(share(20, 40), AtRisk), (share(10, 10), Stays)], Some((0, 40)));
    check(&[(share(None, 100), Ends)], None);
    check(&[(share(90, 100), Ends), (share(90, 100), Stays)], Some((90, 90)));
}

/// One funder is everything, three equal ones a third each; unknown amounts leave a range, and
/// nothing known is nothing told.
#[test]
fn concentration_is_told_as_far_as_it_is_known() {
    let told = |funders: &[Vec<Stake>]| {
        concentration(funders)
            .map(|it| [it.hhi, it.top_one, it.top_three].map(|it| (it.low, it.high)))
    };
    let usd = |units: i64| vec![amount(units, "USD")];
    assert_eq!(told(&[usd(5)]), Some([(WHOLE, WHOLE); 3]));
    let thirds = told(&[usd(5), usd(5), usd(5)]).unwrap();
    assert_eq!(thirds, [(333_333, 333_334), (333_333, 333_334), (999_999, WHOLE)]);
    assert_eq!(told(&[vec![unknown()], vec![unknown()]]), None);
    assert_eq!(told(&[usd(5), vec![unknown()]]), None);
    let [hhi, one, _] = told(&[vec![share(60, 60)], vec![share(10, 20)]]).unwrap();
    assert_eq!((one, hhi), ((600_000, 600_000), (370_000, 460_000)));
}

fn any_stake() -> impl Strategy<Value = Stake> {
    let currency = prop_oneof![Just("USD"), Just("EUR")];
    let money = prop::option::of((1..100i64, currency));
    let range = prop::option::weighted(0.2, (0..=40i32, 0..=30i32));
    (money, range).prop_map(|(money, range)| Stake {
        amount: money.map(|(amount, _)| amount),
        currency: money.map(|(_, currency)| currency.to_owned()),
        share_min: range.map(|(min, _)| min),
        share_max: range.map(|(min, more)| min + more),
    })
}

fn any_fate() -> impl Strategy<Value = Fate> {
    prop_oneof![Just(Stays), Just(AtRisk), Just(Ends)]
}

fn range(stakes: &[(Stake, Fate)]) -> (u32, u32) {
    lost(stakes).map_or((0, WHOLE), |share| (share.low, share.high))
}

proptest! {
    /// Losing more never lowers a bound, when something was lost already.
    #[test]
    fn losing_more_never_lowers_the_share(
        stakes in prop::collection::vec((any_stake(), any_fate()), 1..6), worse in 0..6usize
    ) {
        prop_assume!(stakes.iter().any(|(_, fate)| *fate != Stays));
        let mut more = stakes.clone();
        let at = worse % more.len();
        more[at].1 = Ends;
        let ((low, high), (then_low, then_high)) = (range(&stakes), range(&more));
        prop_assert!(then_low >= low && then_high >= high, "{:?} {:?}", range(&stakes), range(&more));
    }

    /// Whatever the unknown amounts and the rates really are, the share and the concentration lie
    /// within their ranges.
    #[test]
    fn the_truth_lies_within_the_ranges(
        stakes in prop::collection::vec((any_stake(), any_fate(), 1..1000i64, 0..=4i64), 1..6),
        rate in 1..50i64
    ) {
        let bare: Vec<(Stake, Fate)> = stakes.iter().map(|(stake, fate, ..)| {
            (Stake { share_min: None, share_max: None, ..stake.clone() }, *fate)
        }).collect();
        let worth = |(stake, _, really, _): &(Stake, Fate, i64, i64)| {
            let rate = if stake.currency.as_deref() == Some("USD") { rate } else { 1 };
            (stake.amount.unwrap_or(*really) * rate) as f64
        };
        let all: f64 = stakes.iter().map(worth).sum();
        let gone: f64 = stakes.iter().map(|it| match it.1 {
            Stays => 0.0,
            AtRisk => worth(it) * it.3 as f64 / 4.0,
            Ends => worth(it),
        }).sum();
        let within = |share: Share, real: f64| {
            let real = real * f64::from(WHOLE);
            f64::from(share.low) <= real + 3.0 && real <= f64::from(share.high) + 3.0
        };
        if let Some(share) = lost(&bare) {
            prop_assert!(within(share, gone / all), "{share:?} {}", gone / all);
        }
        let funders: Vec<_> = bare.iter().map(|(stake, _)| vec![stake.clone()]).collect();
        if let Some(told) = concentration(&funders) {
            let mut parts: Vec<f64> = stakes.iter().map(|it| worth(it) / all).collect();
            parts.sort_by(|a, b| b.total_cmp(a));
            prop_assert!(within(told.top_one, parts[0]));
            prop_assert!(within(told.top_three, parts.iter().take(3).sum()));
            prop_assert!(within(told.hhi, parts.iter().map(|part| part * part).sum()), "{told:?} {parts:?}");
        }
    }
}
