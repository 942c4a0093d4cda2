//! What a notice says, in one sentence that can stand alone.

use super::{AttentionRule, Reason};
use crate::vocabulary::Tongue;

/// What a notice is about, with the names that its reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// An action, and the partner it is about where there is one.
    Action {
        /// What is to be done.
        text: String,
        /// The partner.
        party: Option<String>,
    },
    /// The next step with a partner.
    NextStep {
        /// What it is.
        text: String,
        /// The partner.
        party: String,
    },
    /// The contact with a partner.
    Contact {
        /// The partner.
        party: String,
        /// How many days were agreed between contacts.
        cadence: i32,
        /// Whether there ever was a contact.
        spoke: bool,
    },
    /// Money, from one to another.
    Money {
        /// Who pays.
        from: String,
        /// Who is paid.
        to: String,
    },
    /// A seat on a body.
    Seat {
        /// The body.
        group: String,
        /// The constituency whose seat it is.
        constituency: String,
    },
    /// A relationship, as it is read aloud.
    Relationship {
        /// For example "Gates Foundation funds OpenLMIS".
        told: String,
    },
}

/// Why a notice came, in words.
pub fn sentence(about: &About, reason: &Reason, tongue: Tongue) -> String {
    match tongue {
        Tongue::En => english(about, reason),
        Tongue::Fr => french(about, reason),
    }
}

/// A sentence about a practice record, marked where nothing else marks it.
pub fn practised(sentence: &str, tongue: Tongue) -> String {
    match tongue {
        Tongue::En => format!("{sentence} (practice, not from the documents)"),
        Tongue::Fr => format!("{sentence} (exercice, hors documents)"),
    }
}

fn english(about: &About, reason: &Reason) -> String {
    let number = reason.days.unwrap_or_default();
    let days = if number == 1 { "1 day".to_owned() } else { format!("{number} days") };
    let when = match (reason.rule, number) {
        (AttentionRule::Overdue, _) => format!("was due {days} ago"),
        (_, 0) => "is due today".to_owned(),
        _ => format!("is due in {days}"),
    };
    match about {
        About::Action { text, party: Some(party) } => format!("{party}: “{text}” {when}."),
        About::Action { text, party: None } => format!("“{text}” {when}."),
        About::NextStep { text, party } => format!("{party}: the next step, “{text}”, {when}."),
        About::Contact { party, cadence, spoke: true } => {
            format!("{party}: no contact for {days}; every {cadence} days was agreed.")
        }
        About::Contact { party, cadence, spoke: false } => {
            format!("{party}: no contact is recorded in {days}; every {cadence} days was agreed.")
        }
        About::Money { from, to } if number == 0 => format!("What {from} pays {to} ends today."),
        About::Money { from, to } => format!("What {from} pays {to} ends in {days}."),
        About::Seat { group, constituency } => {
            format!("{group}: the seat of “{constituency}” is vacant.")
        }
        About::Relationship { told } => {
            let years = number / 365;
            format!("“{told}”: the newest evidence is {years} years old. Is it still true?")
        }
    }
}

fn french(about: &About, reason: &Reason) -> String {
    let number = reason.days.unwrap_or_default();
    let days = if number < 2 { format!("{number} jour") } else { format!("{number} jours") };
    let when = match (reason.rule, number) {
        (AttentionRule::Overdue, _) => format!("était à faire il y a {days}"),
        (_, 0) => "est à faire aujourd’hui".to_owned(),
        _ => format!("est à faire dans {days}"),
    };
    match about {
        About::Action { text, party: Some(party) } => {
            format!("{party}\u{a0}: «\u{a0}{text}\u{a0}» {when}.")
        }
        About::Action { text, party: None } => format!("«\u{a0}{text}\u{a0}» {when}."),
        About::NextStep { text, party } => {
            format!("{party}\u{a0}: la suite, «\u{a0}{text}\u{a0}», {when}.")
        }
        About::Contact { party, cadence, spoke: true } => format!(
            "{party}\u{a0}: aucun contact depuis {days}\u{a0}; il était convenu tous les {cadence} jours."
        ),
        About::Contact { party, cadence, spoke: false } => format!(
            "{party}\u{a0}: aucun contact saisi en {days}\u{a0}; il était convenu tous les {cadence} jours."
        ),
        About::Money { from, to } if number == 0 => {
            format!("{from} → {to}\u{a0}: le financement se termine aujourd’hui.")
        }
        About::Money { from, to } => {
            format!("{from} → {to}\u{a0}: le financement se termine dans {days}.")
        }
        About::Seat { group, constituency } => {
            format!("{group}\u{a0}: le siège «\u{a0}{constituency}\u{a0}» est vacant.")
        }
        About::Relationship { told } => format!(
            "«\u{a0}{told}\u{a0}»\u{a0}: la preuve la plus récente a {} ans. Est-ce toujours vrai\u{a0}?",
            number / 365
        ),
    }
}
