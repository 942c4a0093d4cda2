//! Calendars as RFC 5545 has them: lines that end with CR and LF, folded at 75 octets, with what has a
//! meaning of its own escaped.

use chrono::{DateTime, NaiveDate, Utc};

/// Something on one day of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// By what calendars know it again, whatever it says.
    pub id: String,
    /// When.
    pub day: NaiveDate,
    /// What, in one line.
    pub summary: String,
}

/// How many octets a line has at most, without its end.
const FOLD: usize = 75;

/// A calendar has something in it, also when nothing is to be done.
const HEAD: [&str; 14] = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Banyan//Own tasks//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Banyan",
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// A calendar of whole days.
pub fn write(entries: &[Entry], now: DateTime<Utc>) -> String {
    let mut text = String::new();
    for line in HEAD {
        fold(&mut text, line);
    }
    let stamp = now.format("DTSTAMP:%Y%m%dT%H%M%SZ").to_string();
    for entry in entries {
        fold(&mut text, "BEGIN:VEVENT");
        fold(&mut text, &format!("UID:{}@banyan", entry.id));
        fold(&mut text, &stamp);
        fold(&mut text, &entry.day.format("DTSTART;VALUE=DATE:%Y%m%d").to_string());
        fold(&mut text, &format!("SUMMARY:{}", escaped(&entry.summary)));
        // Whoever has a task is free all the same.
        fold(&mut text, "TRANSP:TRANSPARENT");
        fold(&mut text, "END:VEVENT");
    }
    fold(&mut text, "END:VCALENDAR");
    text
}

/// A text in which nothing has a meaning of its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, going on in further lines that begin with a space; no letter is cut.
fn fold(text: &mut String, line: &str) {
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > FOLD {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(letter);
        octets += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn calendar(summary: &str) -> String {
        let entry = Entry {
            id: "act_1".to_owned(),
            day: "2026-03-02".parse().unwrap(),
            summary: summary.to_owned(),
        };
        write(&[entry], "2026-03-01T08:30:00Z".parse().unwrap())
    }

    /// An entry is one whole day, known by its record, stamped with the time.
    #[test]
    fn an_entry_is_a_whole_day() {
        let text = calendar("ILO: call, then write; \\ or\nwait");
        let entry = "BEGIN:VEVENT\r\nUID:act_1@banyan\r\nDTSTAMP:20260301T083000Z\r\n\
            DTSTART;VALUE=DATE:20260302\r\n\
            SUMMARY:ILO: call\\, then write\\; \\\\ or\\nwait\r\n\
            TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert!(text.ends_with(entry), "{text}");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    }

    proptest! {
        /// Whatever a summary says, no line is longer than 75 octets or ends otherwise than it should, nothing
        /// else begins, and what was folded and escaped reads back.
        #[test]
        fn lines_fold_and_read_back(summary in "[ -~éあ\\\\,;\n]{0,200}") {
            let text = calendar(&summary);
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= FOLD));
            prop_assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
            let whole = text.replace("\r\n ", "");
            let line = whole.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let mut read = String::new();
            let mut letters = line.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => read.push(match letters.next() {
                        Some('n') => '\n',
                        other => other.unwrap(),
                    }),
                    letter => read.push(letter),
                }
            }
            prop_assert_eq!(read, summary);
        }
    }
}
