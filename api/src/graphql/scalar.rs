//! Scalars of the schema that the library has under other names or with other words.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::refusal::{Refusal, RefusalCode};

mod typed;
pub use typed::{TypedDate, TypedDay, TypedInstant};

/// A day: 2024-05-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

/// A day: 2024-05-31.
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.len() == 10 => {
                Ok(Self(NaiveDate::parse_from_str(text, "%Y-%m-%d")?))
            }
            Value::String(_) => Err(InputValueError::custom("write 2024-05-31")),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

/// An instant in UTC, RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant(pub DateTime<Utc>);

/// An instant in UTC, RFC 3339.
#[Scalar(name = "DateTime")]
impl ScalarType for Instant {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => Ok(Self(DateTime::parse_from_rfc3339(text)?.to_utc())),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

/// The largest amount that every client can hold exactly.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// An amount of money as sent: whole units, not negative; half a unit is refused, not rounded.
pub fn read_amount(amount: f64, field: &str) -> Result<i64, Refusal> {
    let refused = || Refusal::new(RefusalCode::OutOfRange, field).missing("0..9007199254740992");
    if !(0.0..=LARGEST).contains(&amount) || amount.fract() != 0.0 {
        return Err(refused());
    }
    format!("{amount:.0}").parse().map_err(|_| refused())
}

/// An amount of money as told: exact up to the largest that can be sent.
pub fn amount(units: i64) -> f64 {
    let high = i32::try_from(units >> 32).unwrap_or(i32::MAX);
    let low = u32::try_from(units & 0xffff_ffff).unwrap_or_default();
    f64::from(high) * 4_294_967_296.0 + f64::from(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every whole amount that a client can send comes back as it was; others are refused.
    #[test]
    fn amounts_come_back_as_sent() {
        for sent in [0.0, 1.0, 4_294_967_295.0, 4_294_967_296.0, 15_000_000_000.0, LARGEST] {
            assert_eq!(amount(read_amount(sent, "amount").unwrap()), sent);
        }
        for sent in [-1.0, 0.5, LARGEST * 2.0, f64::NAN, f64::INFINITY] {
            assert_eq!(read_amount(sent, "amount").unwrap_err().code, RefusalCode::OutOfRange);
        }
    }

    /// A day is written in full; an instant is told in UTC.
    #[test]
    fn dates_are_written_one_way() {
        let day = |text: &str| Date::parse(Value::String(text.to_owned()));
        assert_eq!(day("2024-05-31").unwrap().to_value().to_string(), "\"2024-05-31\"");
        assert!(day("2024-5-1").is_err() && day("2024-02-30").is_err() && day("2024").is_err());
        let at = Instant::parse(Value::String("2024-05-31T12:00:00+02:00".to_owned())).unwrap();
        assert_eq!(at.to_value().to_string(), "\"2024-05-31T10:00:00Z\"");
    }
}
