//! The words in which shares are told.

use super::{Concentration, Recorded, Share, WHOLE};
use crate::vocabulary::Tongue;

/// A share in whole percent: one figure, or the two that it lies between.
pub fn percent(tongue: Tongue, share: Share) -> String {
    let part = WHOLE / 100;
    let (low, high) = ((share.low + part / 2) / part, (share.high + part / 2) / part);
    match (tongue, low == high) {
        (Tongue::En, true) => format!("{low}%"),
        (Tongue::En, false) => format!("between {low}% and {high}%"),
        (Tongue::Fr, true) => format!("{low}\u{a0}%"),
        (Tongue::Fr, false) => format!("entre {low}\u{a0}% et {high}\u{a0}%"),
    }
}

/// How much the money of a party of this name depends on few of so many recorded funders, as one
/// text; what is not known is told as unknown, with the reason.
pub fn sentence(
    tongue: Tongue,
    name: &str,
    funders: usize,
    recorded: Recorded,
    measured: Option<&Concentration>,
) -> String {
    let first = match (tongue, funders) {
        (Tongue::En, 0) => return format!("No funder of {name} is recorded."),
        (Tongue::Fr, 0) => return format!("{name}\u{a0}: aucun bailleur connu."),
        (Tongue::En, 1) => format!("One funder of {name} is recorded."),
        (Tongue::Fr, 1) => format!("{name}\u{a0}: un seul bailleur connu."),
        (Tongue::En, _) => format!("{funders} funders of {name} are recorded."),
        (Tongue::Fr, _) => format!("{name}\u{a0}: {funders} bailleurs connus."),
    };
    let second = match (tongue, measured, recorded) {
        (Tongue::En, Some(told), _) => format!(
            "Share of the greatest: {}; of the greatest three: {}.",
            percent(tongue, told.top_one),
            percent(tongue, told.top_three)
        ),
        (Tongue::Fr, Some(told), _) => format!(
            "Part du premier\u{a0}: {}\u{a0}; des trois premiers\u{a0}: {}.",
            percent(tongue, told.top_one),
            percent(tongue, told.top_three)
        ),
        (_, None, _) => unknown(tongue, recorded).to_owned(),
    };
    format!("{first} {second}")
}

fn unknown(tongue: Tongue, recorded: Recorded) -> &'static str {
    match (tongue, recorded) {
        (Tongue::En, Recorded::Nothing) => {
            "Share of the greatest: unknown, no amounts are recorded."
        }
        (Tongue::Fr, Recorded::Nothing) => {
            "Part du premier\u{a0}: inconnue, aucun montant n’est saisi."
        }
        (Tongue::En, Recorded::Something) => {
            "Share of the greatest: unknown, too few amounts are recorded."
        }
        (Tongue::Fr, Recorded::Something) => {
            "Part du premier\u{a0}: inconnue, trop peu de montants sont saisis."
        }
    }
}
