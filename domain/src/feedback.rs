//! Feedback: where on its way from those who use a good to those who make it a voice falls silent,
//! and how far it has to go.

use crate::interval::DatePoint;
use crate::vocabulary;

vocabulary! {
    /// Why a step is the one at which a voice falls silent.
    pub enum FeedbackSilence {
        /// Somebody stands in the way.
        Blocked = "BLOCKED", "blocked" | "bloqué";
        /// When anything was last heard is not recorded; that is not never.
        NotRecorded = "NOT_RECORDED", "last heard: not recorded" | "dernières nouvelles : non saisies";
        /// Of all steps, this is where something was last heard longest ago.
        LongestAgo = "LONGEST_AGO", "heard longest ago" | "sans nouvelles depuis le plus longtemps";
    }
}

/// What is known of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// When anything was last heard; absent is not recorded.
    pub last: Option<DatePoint>,
    /// Whether somebody stands in the way.
    pub blocked: bool,
}

/// At which step, counted from the foot, a voice falls silent, and why. What is blocked comes
/// before what is not recorded, and that before what was heard long ago; of several alike, the
/// lowest, since nothing comes further. A date means the last day that it may mean.
pub fn silent(steps: &[Heard]) -> Option<(usize, FeedbackSilence)> {
    let first = |holds: fn(&Heard) -> bool| steps.iter().position(holds);
    if let Some(step) = first(|heard| heard.blocked) {
        return Some((step, FeedbackSilence::Blocked));
    }
    if let Some(step) = first(|heard| heard.last.is_none()) {
        return Some((step, FeedbackSilence::NotRecorded));
    }
    let days =
        steps.iter().enumerate().filter_map(|(step, heard)| Some((heard.last?.last(), step)));
    days.min().map(|(_, step)| (step, FeedbackSilence::LongestAgo))
}

/// How far voices have to go, in steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The fewest.
    pub shortest: u32,
    /// The one in the middle; between two, their mean.
    pub median: f64,
    /// The most.
    pub longest: u32,
}

impl Spread {
    /// Of these distances; none when there are none.
    pub fn of(mut distances: Vec<u32>) -> Option<Self> {
        distances.sort_unstable();
        let middle = distances.len() / 2;
        let (shortest, longest) = (*distances.first()?, *distances.last()?);
        let upper = f64::from(*distances.get(middle)?);
        let median = if distances.len().is_multiple_of(2) {
            f64::midpoint(f64::from(*distances.get(middle - 1)?), upper)
        } else {
            upper
        };
        Some(Self { shortest, median, longest })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn heard(last: &str, blocked: bool) -> Heard {
        Heard { last: DatePoint::parse(last, "lastHeard").ok(), blocked }
    }

    /// What is blocked comes before what is not recorded, and that before what is long ago.
    #[test]
    fn the_silent_step_is_named_with_its_reason() {
        let (old, new) = (heard("2019", false), heard("2024-05", false));
        let (unknown, blocked) = (heard("", false), heard("2024", true));
        let check = |steps: &[Heard], expected| assert_eq!(silent(steps), expected, "{steps:?}");
        check(&[], None);
        check(&[new, old, old], Some((1, FeedbackSilence::LongestAgo)));
        check(&[old, unknown, unknown], Some((1, FeedbackSilence::NotRecorded)));
        check(&[unknown, new, blocked, blocked], Some((2, FeedbackSilence::Blocked)));
        // 2024 may mean its last day.
        check(&[heard("2024", false), new], Some((1, FeedbackSilence::LongestAgo)));
    }

    /// No distances have no spread: unknown is not zero.
    #[test]
    fn nothing_has_no_spread() {
        assert_eq!(Spread::of(vec![]), None);
        let one = Spread::of(vec![2, 5, 3, 3]).unwrap();
        assert_eq!((one.shortest, one.median, one.longest), (2, 3.0, 5));
        assert_eq!(Spread::of(vec![1, 2]).unwrap().median, 1.5);
    }

    proptest! {
        /// The median lies between the ends, with as many on either side.
        #[test]
        fn the_median_is_in_the_middle(distances in prop::collection::vec(0..50_u32, 1..20)) {
            let told = Spread::of(distances.clone()).unwrap();
            let below = distances.iter().filter(|it| f64::from(**it) < told.median).count();
            let above = distances.iter().filter(|it| f64::from(**it) > told.median).count();
            prop_assert!(below * 2 <= distances.len() && above * 2 <= distances.len());
            prop_assert_eq!(Some(&told.shortest), distances.iter().min());
            prop_assert_eq!(Some(&told.longest), distances.iter().max());
        }
    }
}
