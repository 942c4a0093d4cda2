//! How dates, numbers and spans of time are written in each language.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use domain::interval::{DatePoint, Precision};
use domain::vocabulary::Tongue;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A date as exact as it is known: `2024`, `May 2024`, `31 May 2024`. What is no date stays as it is.
pub fn date(text: &str, tongue: Tongue) -> String {
    let Ok(point) = DatePoint::parse(text, "") else {
        return text.to_owned();
    };
    match point.precision {
        Precision::Year => point.date.year().to_string(),
        Precision::Month => format!("{} {}", month(point.date, tongue), point.date.year()),
        Precision::Day => day(point.date, tongue),
    }
}

/// A day: `31 May 2024`.
pub fn day(date: NaiveDate, tongue: Tongue) -> String {
    let number = match (tongue, date.day()) {
        (Tongue::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{number} {} {}", month(date, tongue), date.year())
}

/// An instant with its time in UTC: `31 May 2024, 14:05 UTC`.
pub fn instant(text: &str, tongue: Tongue) -> String {
    let Ok(instant) = DateTime::parse_from_rfc3339(text) else {
        return text.to_owned();
    };
    let instant = instant.with_timezone(&Utc);
    let (hour, minute) = (instant.hour(), instant.minute());
    let day = day(instant.date_naive(), tongue);
    match tongue {
        Tongue::En => format!("{day}, {hour:02}:{minute:02}\u{a0}UTC"),
        Tongue::Fr => format!("{day}, {hour:02}\u{a0}h\u{a0}{minute:02}\u{a0}UTC"),
    }
}

/// A date behind “since”: French says the article before a day.
pub fn since(text: &str, tongue: Tongue) -> String {
    let is_day = DatePoint::parse(text, "").is_ok_and(|point| point.precision == Precision::Day);
    match (tongue, is_day) {
        (Tongue::Fr, true) => format!("le {}", date(text, tongue)),
        _ => date(text, tongue),
    }
}

/// A span of time of which either end may be unknown; none when both are.
pub fn span(from: Option<&str>, to: Option<&str>, tongue: Tongue) -> Option<String> {
    let write = |text: &str| date(text, tongue);
    Some(match (from.map(write), to.map(write), tongue) {
        (Some(from), Some(to), _) if from == to => from,
        (Some(from), Some(to), _) => format!("{from} – {to}"),
        (Some(from), None, Tongue::En) => format!("since {from}"),
        (Some(from), None, Tongue::Fr) => format!("depuis {from}"),
        (None, Some(to), Tongue::En) => format!("until {to}"),
        (None, Some(to), Tongue::Fr) => format!("jusqu’à {to}"),
        (None, None, _) => return None,
    })
}

/// A whole number with its thousands apart: `12,345` or `12 345`.
pub fn number(value: i64, tongue: Tongue) -> String {
    let digits = value.unsigned_abs().to_string();
    let separator = match tongue {
        Tongue::En => ',',
        Tongue::Fr => '\u{202f}',
    };
    let mut written = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    if value < 0 { format!("−{written}") } else { written }
}

/// An amount of money in whole units: `USD 1,200,000` or `1 200 000 USD`.
pub fn money(amount: f64, currency: &str, tongue: Tongue) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "amounts are whole units far inside i64")]
    let whole = amount.round() as i64;
    match tongue {
        Tongue::En => format!("{currency} {}", number(whole, tongue)),
        Tongue::Fr => format!("{}\u{a0}{currency}", number(whole, tongue)),
    }
}

/// A share of the whole in whole percent: `35%` or `35 %`.
pub fn percent(share: f64, tongue: Tongue) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share lies between 0 and 1")]
    let whole = (share * 100.0).round() as i64;
    match tongue {
        Tongue::En => format!("{whole}%"),
        Tongue::Fr => format!("{whole}\u{a0}%"),
    }
}

/// The number with the word in its form: English counts one, French none and one as singular.
pub fn count(value: i64, one: &str, many: &str, tongue: Tongue) -> String {
    let singular = match tongue {
        Tongue::En => value == 1,
        Tongue::Fr => (0..=1).contains(&value),
    };
    format!("{} {}", number(value, tongue), if singular { one } else { many })
}

/// A word as the beginning of a sentence or the text of a heading.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn month(date: NaiveDate, tongue: Tongue) -> &'static str {
    let names = match tongue {
        Tongue::En => MONTHS_EN,
        Tongue::Fr => MONTHS_FR,
    };
    usize::try_from(date.month0()).ok().and_then(|month| names.get(month).copied()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A date is written no more exactly than it is known.
    #[test]
    fn dates_keep_their_precision() {
        for (text, en, fr) in [
            ("2024", "2024", "2024"),
            ("2024-05", "May 2024", "mai 2024"),
            ("2024-08-01", "1 August 2024", "1er août 2024"),
            ("soon", "soon", "soon"),
        ] {
            assert_eq!(
                (date(text, Tongue::En).as_str(), date(text, Tongue::Fr).as_str()),
                (en, fr)
            );
        }
    }

    /// A span says which end is unknown, and a span of one date is that date.
    #[test]
    fn spans_tell_what_is_unknown() {
        assert_eq!(span(Some("2019"), None, Tongue::En).as_deref(), Some("since 2019"));
        assert_eq!(span(None, Some("2019-03"), Tongue::Fr).as_deref(), Some("jusqu’à mars 2019"));
        assert_eq!(span(Some("2019"), Some("2021"), Tongue::Fr).as_deref(), Some("2019 – 2021"));
        assert_eq!(span(Some("2019"), Some("2019"), Tongue::En).as_deref(), Some("2019"));
        assert_eq!(span(None, None, Tongue::En), None);
    }

    /// Thousands stand apart as each language wants them.
    #[test]
    fn thousands_stand_apart() {
        for (value, en, fr) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_200_000, "1,200,000", "1\u{202f}200\u{202f}000"),
            (-1_234, "−1,234", "−1\u{202f}234"),
        ] {
            assert_eq!(
                (number(value, Tongue::En).as_str(), number(value, Tongue::Fr).as_str()),
                (en, fr)
            );
        }
        assert_eq!(money(5e6, "USD", Tongue::En), "USD 5,000,000");
    }

    /// Zero is singular in French and plural in English.
    #[test]
    fn counting_follows_the_language() {
        assert_eq!(count(0, "row", "rows", Tongue::En), "0 rows");
        assert_eq!(count(0, "ligne", "lignes", Tongue::Fr), "0 ligne");
    }

    /// Instants are told in UTC.
    #[test]
    fn instants_are_in_utc() {
        assert_eq!(instant("2024-05-31T16:05:09+02:00", Tongue::En), "31 May 2024, 14:05\u{a0}UTC");
        assert_eq!(capital("élan"), "Élan");
    }
}
