//! Numbers as people type them.

use super::field::Field;
use super::shape::Shape;
use domain::refusal::{Refusal, RefusalCode};

/// A whole number; its bounds are the domain's to check, a text that is no number is refused here
/// with the bounds of the field.
pub(super) fn whole(text: &str, field: Field) -> Result<Option<i32>, Refusal> {
    let digits = digits(text);
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().map(Some).map_err(|_| out_of_range(field))
}

/// An amount of money in whole units.
pub(super) fn amount(text: &str, field: Field) -> Result<Option<i64>, Refusal> {
    let digits = digits(text);
    if digits.is_empty() {
        return Ok(None);
    }
    let largest = 9_007_199_254_740_992_i64; // above, a JSON number is no longer exact
    match digits.parse::<i64>() {
        Ok(amount) if amount <= largest => Ok(Some(amount)),
        _ => Err(out_of_range(field)),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\'' && *c != '\u{2019}').collect()
}

fn out_of_range(field: Field) -> Refusal {
    let bounds = match field.shape() {
        Shape::Whole(low, high) => format!("{low}..{high}"),
        _ => "0..".to_owned(),
    };
    Refusal::new(RefusalCode::OutOfRange, field.name()).missing(bounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spaces between the digits are how French writes large amounts.
    #[test]
    fn spaces_group_digits() {
        for text in ["1250000", "1 250 000", "1\u{202f}250\u{a0}000", "1'250'000"] {
            assert_eq!(amount(text, Field::Amount), Ok(Some(1_250_000)), "{text}");
        }
        assert_eq!(amount("  ", Field::Amount), Ok(None));
    }

    /// What is not a whole number is refused with the bounds of its field.
    #[test]
    fn other_texts_are_refused() {
        for text in ["five", "1,5", "1.5", "9999999999"] {
            let refusal = whole(text, Field::Influence).unwrap_err();
            assert_eq!(
                (refusal.field.as_str(), refusal.missing[0].as_str()),
                ("influence", "1..5")
            );
        }
        assert!(amount("9007199254740993", Field::Amount).is_err());
    }
}
