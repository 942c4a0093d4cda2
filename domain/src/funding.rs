//! Shares of money: what is known of them when amounts are missing, come in several currencies, or
//! are only told as a range. Unknown is not zero: it widens the range, until nothing is known.

mod sentence;
pub use sentence::{percent, sentence};

/// A whole, in millionths.
pub const WHOLE: u32 = 1_000_000;

/// What is recorded of the money of one relationship.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    /// Whole units of the currency; none is unknown.
    pub amount: Option<i64>,
    /// The currency of the amount.
    pub currency: Option<String>,
    /// The least share of all money that its receiver has, in percent.
    pub share_min: Option<i32>,
    /// The greatest share, in percent.
    pub share_max: Option<i32>,
}

impl Stake {
    fn tells(&self) -> bool {
        self.amount.is_some() || self.share_min.is_some() || self.share_max.is_some()
    }
}

/// How much is recorded of somebody's money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// No amount and no share.
    Nothing,
    /// Some amounts or shares.
    Something,
}

impl Recorded {
    /// How much these stakes tell.
    pub fn of<'a>(mut stakes: impl Iterator<Item = &'a Stake>) -> Self {
        if stakes.any(Stake::tells) { Self::Something } else { Self::Nothing }
    }
}

/// What becomes of a stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stays.
    Stays,
    /// It may be lost, in part or whole.
    AtRisk,
    /// It ends.
    Ends,
}

/// A share of the money that lies between two bounds, in millionths. A share of which nothing is
/// known is no share at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// It is at least this.
    pub low: u32,
    /// It is at most this.
    pub high: u32,
}

impl Share {
    /// Whether it may be anything, so that nothing is known of it.
    fn is_anything(self) -> bool {
        self == Self { low: 0, high: WHOLE }
    }
}

/// What a share is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Basis {
    /// All money that the receiver has, as the shares that are recorded say.
    Shares,
    /// The money that is recorded: who else pays is not known.
    Amounts,
}

impl Basis {
    /// Told by what is recorded alone, whatever is lost of it; none when no money is recorded.
    fn of<'a>(stakes: impl Iterator<Item = &'a Stake> + Clone) -> Option<Self> {
        let told = |stake: &Stake| stake.share_min.is_some() || stake.share_max.is_some();
        if stakes.clone().any(told) {
            return Some(Self::Shares);
        }
        let mut amounts = stakes.filter_map(|stake| stake.amount);
        amounts.any(|amount| amount > 0).then_some(Self::Amounts)
    }
}

/// The share of the money that is lost: what ends is lost wholly, what is at risk perhaps. None
/// when nothing is known of it.
pub fn lost(stakes: &[(Stake, Fate)]) -> Option<Share> {
    if stakes.iter().all(|(_, fate)| *fate == Fate::Stays) {
        return None;
    }
    let basis = Basis::of(stakes.iter().map(|(stake, _)| stake))?;
    bounds(basis, stakes).filter(|share| !share.is_anything())
}

fn bounds(basis: Basis, stakes: &[(Stake, Fate)]) -> Option<Share> {
    match basis {
        Basis::Shares => Some(by_shares(stakes)),
        Basis::Amounts => by_amounts(stakes),
    }
}

/// By the shares recorded: at least what ends has at the least; at most what ends or is at risk
/// has at the most, and what the others leave over.
fn by_shares(stakes: &[(Stake, Fate)]) -> Share {
    let parts = |percent: Option<i32>, otherwise: u32| {
        percent.map_or(otherwise, |part| u32::try_from(part).unwrap_or_default() * (WHOLE / 100))
    };
    let least = |stake: &Stake| u64::from(parts(stake.share_min, 0));
    let most = |stake: &Stake| u64::from(parts(stake.share_max, WHOLE));
    let of = |wanted: &dyn Fn(Fate) -> bool, part: &dyn Fn(&Stake) -> u64| -> u64 {
        stakes.iter().filter(|(_, fate)| wanted(*fate)).map(|(stake, _)| part(stake)).sum()
    };
    let whole = u64::from(WHOLE);
    let low = of(&|fate| fate == Fate::Ends, &least).min(whole);
    let left = whole.saturating_sub(of(&|fate| fate == Fate::Stays, &least));
    let high = of(&|fate| fate != Fate::Stays, &most).min(left).max(low);
    let part = |sum: u64| u32::try_from(sum).unwrap_or(WHOLE);
    Share { low: part(low), high: part(high) }
}

/// By the amounts recorded. Of several currencies, whatever they are worth, the share of the whole
/// lies between the least and the greatest share of one; an unknown amount is a currency of its own.
fn by_amounts(stakes: &[(Stake, Fate)]) -> Option<Share> {
    let mut currencies: Vec<&str> =
        stakes.iter().filter_map(|(stake, _)| stake.currency.as_deref()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let mut share: Option<Share> = None;
    let mut widen = |low: u32, high: u32| {
        let known = share.unwrap_or(Share { low, high });
        share = Some(Share { low: known.low.min(low), high: known.high.max(high) });
    };
    for currency in currencies {
        let sum = |least: Fate| -> i128 {
            let of = |(stake, fate): &&(Stake, Fate)| {
                *fate >= least && stake.currency.as_deref() == Some(currency)
            };
            stakes.iter().filter(of).filter_map(|(stake, _)| stake.amount).map(i128::from).sum()
        };
        let all = sum(Fate::Stays);
        if all > 0 {
            let whole = i128::from(WHOLE);
            let low = sum(Fate::Ends) * whole / all;
            let high = (sum(Fate::AtRisk) * whole + all - 1) / all;
            let part = |ratio: i128| u32::try_from(ratio).unwrap_or(WHOLE);
            widen(part(low), part(high));
        }
    }
    for (_, fate) in stakes.iter().filter(|(stake, _)| stake.amount.is_none()) {
        widen(
            if *fate == Fate::Ends { WHOLE } else { 0 },
            if *fate == Fate::Stays { 0 } else { WHOLE },
        );
    }
    share
}

/// The share of each of several funders, a list of stakes for each; none where nothing is known.
pub fn shares(funders: &[Vec<Stake>]) -> Vec<Option<Share>> {
    match Basis::of(funders.iter().flatten()) {
        None => vec![None; funders.len()],
        Some(basis) => {
            let known = |share: Option<Share>| share.filter(|share| !share.is_anything());
            each(basis, funders).into_iter().map(known).collect()
        }
    }
}

fn each(basis: Basis, funders: &[Vec<Stake>]) -> Vec<Option<Share>> {
    let share = |one: usize| {
        let fate = |of: usize| if of == one { Fate::Ends } else { Fate::Stays };
        let of = |(of, stakes): (usize, &Vec<Stake>)| {
            stakes.iter().map(|stake| (stake.clone(), fate(of))).collect::<Vec<_>>()
        };
        let stakes: Vec<_> = funders.iter().enumerate().flat_map(of).collect();
        bounds(basis, &stakes)
    };
    (0..funders.len()).map(share).collect()
}

/// How much the money of one receiver depends on few; every figure a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concentration {
    /// The sum of the squares of all shares (Herfindahl and Hirschman), in millionths.
    pub hhi: Share,
    /// The share of the greatest funder.
    pub top_one: Share,
    /// The share of the greatest three.
    pub top_three: Share,
}

/// The concentration of the stakes of several funders, a list of stakes for each; none when nothing
/// is known of any share.
pub fn concentration(funders: &[Vec<Stake>]) -> Option<Concentration> {
    let basis = Basis::of(funders.iter().flatten())?;
    let mut shares: Vec<Share> = each(basis, funders).into_iter().flatten().collect();
    if shares.iter().all(|share| share.is_anything()) {
        return None;
    }
    let least = match basis {
        // Each of them pays a part of the whole, so that the greatest pays its fair part at least.
        Basis::Amounts => WHOLE / u32::try_from(shares.len()).unwrap_or(u32::MAX).max(1),
        Basis::Shares => {
            let known: u64 = shares.iter().map(|share| u64::from(share.low)).sum();
            let rest = u64::from(WHOLE).saturating_sub(known);
            shares.push(Share { low: 0, high: u32::try_from(rest).unwrap_or_default() });
            0
        }
    };
    let top = |many: u32| {
        let many_of = |part: &dyn Fn(&Share) -> u32| {
            let mut parts: Vec<u32> = shares.iter().map(part).collect();
            parts.sort_unstable_by_key(|part| std::cmp::Reverse(*part));
            let parts = parts.into_iter().zip(0..many).map(|(part, _)| u64::from(part));
            u32::try_from(parts.sum::<u64>().min(u64::from(WHOLE))).unwrap_or(WHOLE)
        };
        let low = many_of(&|share| share.low).max(least.saturating_mul(many).min(WHOLE));
        Share { low, high: many_of(&|share| share.high).max(low) }
    };
    Some(Concentration { hhi: hhi(&shares, least), top_one: top(1), top_three: top(3) })
}

/// The least and the greatest sum of squares. The greatest gives what is left over the least shares
/// to those in which it weighs most; it may be more than any real one, never less.
fn hhi(shares: &[Share], least: u32) -> Share {
    let whole = u128::from(WHOLE);
    let square = |part: u32| u128::from(part) * u128::from(part);
    let base: u128 = shares.iter().map(|share| square(share.low)).sum();
    let known: u64 = shares.iter().map(|share| u64::from(share.low)).sum();
    let mut left = u64::from(WHOLE).saturating_sub(known);
    let mut wide: Vec<&Share> = shares.iter().collect();
    wide.sort_unstable_by_key(|share| {
        std::cmp::Reverse(u64::from(share.low) + u64::from(share.high))
    });
    let mut high = base;
    for share in wide {
        let more = u64::from(share.high.saturating_sub(share.low)).min(left);
        left -= more;
        high += u128::from(more) * (u128::from(share.low) + u128::from(share.high));
    }
    let part = |sum: u128| u32::try_from(sum.min(whole)).unwrap_or(WHOLE);
    let low = part(base / whole).max(least);
    Share { low, high: part(high.div_ceil(whole)).max(low) }
}

#[cfg(test)]
mod tests;
