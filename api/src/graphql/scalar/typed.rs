//! Dates as clients write them. They are read where the name of their field is known, so that one
//! that is no date is refused there, with its code, together with whatever else is wrong.

use async_graphql::{InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime, NaiveDate, Utc};
use domain::action::optional_day;
use domain::refusal::{Refusal, RefusalCode};

macro_rules! typed {
    ($($(#[doc = $doc:literal])+ $name:ident as $scalar:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        $(#[doc = $doc])+
        #[Scalar(name = $scalar)]
        impl ScalarType for $name {
            fn parse(value: Value) -> InputValueResult<Self> {
                Ok(Self(match value {
                    Value::String(text) => text,
                    // A year may come as a number; anything else is no date and refused as such.
                    other => other.to_string(),
                }))
            }

            fn to_value(&self) -> Value {
                Value::String(self.0.clone())
            }
        }

        impl From<$name> for String {
            /// The text for a draft, whose rules read it.
            fn from(typed: $name) -> Self {
                typed.0
            }
        }
    )+};
}

typed! {
    /// A date as exact as it is known: 2024, 2024-05 or 2024-05-31.
    TypedDate as "PartialDate";
    /// A day: 2024-05-31.
    TypedDay as "Date";
    /// An instant in UTC, RFC 3339.
    TypedInstant as "DateTime";
}

impl TypedDay {
    /// The day, for what has no draft.
    pub fn read(self, field: &str) -> Result<NaiveDate, Refusal> {
        optional_day(&self.0, field)?.ok_or_else(|| malformed(field))
    }
}

impl TypedInstant {
    /// The instant.
    pub fn read(self, field: &str) -> Result<DateTime<Utc>, Refusal> {
        let read = DateTime::parse_from_rfc3339(self.0.trim());
        read.map(|at| at.to_utc()).map_err(|_| malformed(field))
    }
}

fn malformed(field: &str) -> Refusal {
    Refusal::new(RefusalCode::MalformedDate, field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T: std::fmt::Debug>(read: Result<T, Refusal>) -> (RefusalCode, String) {
        let refusal = read.unwrap_err();
        (refusal.code, refusal.field)
    }

    /// What is no day or no instant is refused at the field it was given for.
    #[test]
    fn what_is_no_date_is_refused_at_its_field() {
        let expected = |field: &str| (RefusalCode::MalformedDate, field.to_owned());
        for value in [Value::from("2024-5-1"), Value::from(""), Value::from(7), Value::from(true)] {
            let day = <TypedDay as ScalarType>::parse(value.clone()).unwrap();
            assert_eq!(told(day.read("filter.dueBy")), expected("filter.dueBy"), "{value}");
            let at = <TypedInstant as ScalarType>::parse(value).unwrap();
            assert_eq!(told(at.read("filter.since")), expected("filter.since"));
        }
        let day = TypedDay("2024-05-31".to_owned()).read("asOf").unwrap();
        assert_eq!(day.to_string(), "2024-05-31");
        let at = TypedInstant("2024-05-31T12:00:00+02:00".to_owned()).read("since").unwrap();
        assert_eq!(at.to_rfc3339(), "2024-05-31T10:00:00+00:00");
    }
}
