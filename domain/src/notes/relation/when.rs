//! Since when and until when a clause says that something is so.

use crate::interval::{DatePoint, Interval};
use crate::notes::date::{Setting, Towards, ago, read as date};
use crate::notes::phrase::Phrases;
use crate::notes::token::{Token, phrase_words};
use crate::notes::verb::Tense;
use crate::relationship::RelationshipKind;
use std::sync::LazyLock;

/// What a clause says about time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    from: Option<DatePoint>,
    to: Option<DatePoint>,
    /// When something happens, or in what time.
    at: Option<DatePoint>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    From,
    To,
    /// From, if an end follows: `de 2019 à 2021`.
    Between,
    At,
    /// So long ago: `depuis deux ans`.
    Ago,
}

#[rustfmt::skip]
const LEADS: &[(Lead, &[&str])] = &[
    (Lead::From, &[
        "since", "from", "as of|from", "starting|beginning in|on|from|-", "effective from|-",
        "with effect from", "depuis", "depuis le", "a partir de|du|d'", "a compter de|du", "des",
    ]),
    (Lead::To, &["until", "till", "up to", "through", "to", "jusqu' en|a|au", "jusque en", "until the|-"]),
    (Lead::Between, &["between", "de", "d'", "du", "entre"]),
    (Lead::At, &[
        "in", "on", "at", "a", "during", "en", "au cours de", "le", "in the|- course of", "this", "last",
        "next", "l'", "cette", "fin", "debut",
    ]),
    (Lead::Ago, &["for the|- last|past|-", "since", "depuis", "depuis plus de", "for over|more|- than|-"]),
];

static PHRASES: LazyLock<Phrases<Lead>> = LazyLock::new(|| Phrases::of(LEADS));

/// Words between the two dates of a stretch of time.
const ENDINGS: [&str; 8] = ["to", "until", "till", "and", "a", "au", "et", "through"];

/// Reads the dates of a clause.
pub(super) fn read(clause: &[Token], setting: Setting) -> When {
    let mut when = When::default();
    let mut at = 0;
    while at < clause.len() {
        at += when.take(&clause[at..], setting).unwrap_or(1).max(1);
    }
    when
}

impl When {
    /// Reads what a date may begin with, and tells how many tokens it took.
    fn take(&mut self, tokens: &[Token], setting: Setting) -> Option<usize> {
        for (length, leads) in PHRASES.beginning(phrase_words(tokens)).into_iter().rev() {
            for lead in leads {
                let rest = &tokens[length..];
                let found = match lead {
                    Lead::Ago => ago(rest, setting),
                    Lead::To => date(rest, setting, Towards::Future),
                    Lead::At => {
                        let back = usize::from(
                            tokens[0]
                                .is_of(&["this", "last", "next", "l'", "cette", "fin", "debut"]),
                        );
                        date(&tokens[length - back..], setting, Towards::Past)
                            .map(|(more, date)| (more - back, date))
                    }
                    Lead::From | Lead::Between => date(rest, setting, Towards::Past),
                };
                if let Some((more, date)) = found
                    && let Some(taken) = self.set(*lead, date, &rest[more..], setting)
                {
                    return Some(length + more + taken);
                }
            }
        }
        None
    }

    /// Keeps a date, and the end of the stretch that it begins; tells how many tokens that took.
    fn set(
        &mut self,
        lead: Lead,
        start: DatePoint,
        rest: &[Token],
        setting: Setting,
    ) -> Option<usize> {
        match lead {
            Lead::To => self.to = self.to.or(Some(start)),
            Lead::At => self.at = self.at.or(Some(start)),
            Lead::Ago => self.from = self.from.or(Some(start)),
            Lead::From | Lead::Between => {
                let mark = usize::from(rest.first().is_some_and(|token| token.is_of(&ENDINGS)));
                let until = usize::from(rest.first().is_some_and(|token| token.is("jusqu'"))) * 2;
                let dash = usize::from(rest.first().is_some_and(|token| token.is_of(&["-", "–"])));
                let skipped = mark.max(until).max(dash);
                let end = rest.get(skipped..).filter(|_| skipped > 0);
                let end = end.and_then(|rest| date(rest, setting, Towards::Future));
                match end {
                    Some((more, end)) => {
                        (self.from, self.to) = (Some(start), Some(end));
                        return Some(skipped + more);
                    }
                    None if lead == Lead::Between => return None,
                    None => self.from = self.from.or(Some(start)),
                }
            }
        }
        Some(0)
    }

    /// The interval of a relationship told in this tense; none when it is not known whether it still
    /// holds.
    pub(super) fn valid(self, kind: RelationshipKind, tense: Tense) -> Option<Interval> {
        let Self { from, to, at } = self;
        match tense {
            Tense::Holds => Some(interval(from, to)),
            Tense::Begins => Some(interval(from.or(at), to)),
            Tense::Perfect if from.is_some() => Some(interval(from, to)),
            Tense::Past | Tense::Perfect => match (from.or(at), to.or(at)) {
                (None, None) => lasts(kind).then(|| interval(None, None)),
                (from, to) => Some(interval(from, to)),
            },
            Tense::Ends => None,
        }
    }

    /// When something ends.
    pub(super) fn end(self) -> Option<DatePoint> {
        self.at.or(self.from).or(self.to)
    }

    /// When something begins.
    pub(super) fn start(self) -> Option<DatePoint> {
        self.from.or(self.at)
    }
}

fn interval(from: Option<DatePoint>, to: Option<DatePoint>) -> Interval {
    Interval { from, to }
}

/// What once done stays done: whoever trained or built has trained and built.
fn lasts(kind: RelationshipKind) -> bool {
    use RelationshipKind::{
        ContributesTo, Develops, Implements, Recognises, Recommends, Succeeds, Trains,
    };
    matches!(
        kind,
        ContributesTo | Develops | Implements | Recognises | Recommends | Succeeds | Trains
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::token::name_tokens;

    fn check(text: &str, tense: Tense, expected: &str) {
        let day = "2026-03-02".parse().unwrap();
        let when = read(&name_tokens(text), Setting { day, tongue: None });
        let shown = |date: Option<DatePoint>| date.map(|date| date.to_string()).unwrap_or_default();
        let valid = when.valid(RelationshipKind::Funds, tense);
        let valid = valid.map(|valid| format!("{}..{}", shown(valid.from), shown(valid.to)));
        assert_eq!(valid.unwrap_or_default(), expected, "{text}");
    }

    /// Stretches of time are read with their ends, in both languages.
    #[test]
    fn stretches_are_read() {
        check("pays since 2024", Tense::Holds, "2024..");
        check("pays from March 2024 until 2026", Tense::Holds, "2024-03..2026");
        check("paie de 2019 à 2021", Tense::Perfect, "2019..2021");
        check("paie depuis mars 2024 jusqu’en 2026", Tense::Holds, "2024-03..2026");
        check("paie du 1er mars 2024 au 3 juin 2025", Tense::Holds, "2024-03-01..2025-06-03");
        check("paie depuis deux ans", Tense::Holds, "2024..");
        check("paid 2019", Tense::Past, "");
        check("paid in 2019", Tense::Past, "2019..2019");
        check("paid between 2016 and 2020", Tense::Past, "2016..2020");
        check("will pay from 2027", Tense::Begins, "2027..");
        check("pays until the end of 2026", Tense::Holds, "..2026");
        check("a payé l’an dernier", Tense::Perfect, "2025..2025");
    }
}
