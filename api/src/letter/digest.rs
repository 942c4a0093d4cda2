//! What a digest says by mail, in both languages, and how to stop it.

use domain::attention::DigestPeriod;

use super::text::{Text, plain_within};

/// The longest line that a letter repeats.
const LONGEST_LINE: usize = 400;

/// What wants somebody's attention.
pub struct Digest {
    /// How often they asked to be told.
    pub period: DigestPeriod,
    /// How many things there are, told or not.
    pub total: usize,
    /// One sentence for each of those that are told.
    pub lines: Vec<String>,
}

impl Digest {
    /// The lines, in which no mail program finds a link.
    fn list(&self) -> String {
        let lines = self.lines.iter().map(|line| format!("- {}", plain_within(line, LONGEST_LINE)));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn further(&self) -> usize {
        self.total.saturating_sub(self.lines.len())
    }
}

/// The letter in English.
pub(super) fn english(found: &Digest, hello: &str, site: &str) -> Text {
    let subject = match found.total {
        1 => "Banyan: one thing wants your attention".to_owned(),
        total => format!("Banyan: {total} things want your attention"),
    };
    let see = format!(
        "See all of it on Banyan, and mute what you do not want to be told of:\n{site}/attention"
    );
    let all = match found.further() {
        0 => see,
        1 => format!("There is one more. {see}"),
        more => format!("There are {more} more. {see}"),
    };
    let often = match found.period {
        DigestPeriod::Daily => "every day",
        _ => "every Monday",
    };
    let stop = format!(
        "You asked for this letter {often}; it comes only when there is something to tell.\n\
         To have it less often, or to stop it:\n{site}/account"
    );
    let what = "This wants your attention, your own tasks first:";
    Text::new(&subject, &[hello, what, &found.list(), &all, &stop])
}

/// The letter in French.
pub(super) fn french(found: &Digest, hello: &str, site: &str) -> Text {
    let subject = match found.total {
        1 => "Banyan\u{a0}: un point demande votre attention".to_owned(),
        total => format!("Banyan\u{a0}: {total} points demandent votre attention"),
    };
    let see = format!(
        "Voyez tout sur Banyan, et masquez ce dont vous ne voulez pas être averti(e)\u{a0}:\n\
         {site}/attention"
    );
    let all = match found.further() {
        0 => see,
        1 => format!("Il y en a un autre. {see}"),
        more => format!("Il y en a {more} autres. {see}"),
    };
    let often = match found.period {
        DigestPeriod::Daily => "chaque jour",
        _ => "chaque lundi",
    };
    let stop = format!(
        "Vous avez demandé ce message {often}\u{a0}; il ne vient que s’il y a quelque chose à dire.\n\
         Pour le recevoir moins souvent ou l’arrêter\u{a0}:\n{site}/account"
    );
    let what = "Voici ce qui demande votre attention, vos propres tâches d’abord\u{a0}:";
    Text::new(&subject, &[hello, what, &found.list(), &all, &stop])
}
