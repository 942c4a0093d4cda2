//! Why somebody fits, in one sentence.

use super::Factor;
use crate::vocabulary::{Tongue, Word};

/// The name and every reason, the weightiest first, so that the sentence can stand alone.
pub fn sentence(name: &str, factors: &[Factor], tongue: Tongue) -> String {
    let mut told: Vec<_> = factors.iter().collect();
    told.sort_by_key(|factor| std::cmp::Reverse(factor.points));
    let reasons: Vec<_> = told.iter().map(|factor| factor.reason.label(tongue)).collect();
    let colon = match tongue {
        Tongue::En => ":",
        Tongue::Fr => "\u{a0}:",
    };
    format!("{name}{colon} {}.", reasons.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::MatchReason;
    use super::*;

    /// What counts most is said first, in either language.
    #[test]
    fn the_weightiest_comes_first() {
        let factor = |reason, points| Factor { reason, points };
        let factors = [
            factor(MatchReason::OtherCountry, 0),
            factor(MatchReason::SameService, 40),
            factor(MatchReason::Verified, 16),
        ];
        assert_eq!(
            sentence("Bluesquare", &factors, Tongue::En),
            "Bluesquare: the same service, verified, in another country."
        );
        assert_eq!(
            sentence("Bluesquare", &factors, Tongue::Fr),
            "Bluesquare\u{a0}: le même service, vérifié, dans un autre pays."
        );
    }
}
