//! What the feedback ladder says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the feedback ladder.
    FeedbackText {
        title = "Feedback ladder" | "Échelle de remontée";
        lead = "Who stands between those who use a good and those who make it, and at which rung a voice falls silent. The core is the good itself and who builds it or takes care of it." | "Qui se tient entre ceux qui utilisent un bien et ceux qui le font, et à quel échelon une voix s’éteint. Le noyau est le bien lui-même et qui le développe ou en est garant.";
        all = "All goods" | "Tous les biens";
        distances = "How far users are from the core" | "À quelle distance du noyau se trouvent les utilisateurs";
        good = "Good" | "Bien";
        voices = "Voices that come through" | "Voix qui parviennent";
        steps = "Steps" | "Marches";
        sites = "Implementations heard" | "Mises en œuvre entendues";
        countries = "By country" | "Par pays";
        no_country = "country not recorded" | "pays non saisi";
        not_recorded = "not recorded" | "non saisi";
        no_path = "no path recorded" | "aucun chemin enregistré";
        of = "Ladder of" | "Échelle de";
        whole = "the good as a whole" | "le bien dans son ensemble";
        core = "core" | "noyau";
        foot = "foot" | "pied";
        table = "Every step" | "Chaque marche";
        from = "From" | "De";
        to = "To" | "À";
        cadence = "How often" | "Fréquence";
        last_heard = "Last heard" | "Dernières nouvelles";
        blocked_by = "Blocked by" | "Bloqué par";
        proof = "Evidence" | "Preuves";
        silent = "silent rung" | "échelon muet";
        proposed = "proposed" | "proposé";
        more = "There are more ladders than were looked for." | "Il y a plus d’échelles que l’on n’en a cherché.";
        add = "Record who reports to whom" | "Saisir qui transmet à qui";
        no_goods = "No global good is recorded." | "Aucun bien commun n’est enregistré.";
        directory = "Open the directory" | "Ouvrir le répertoire";
        breaks = "Where feedback breaks off" | "Où la remontée s’interrompt";
        nobody = "Nobody is recorded to pass feedback on" | "Personne n’est enregistré comme transmettant les retours";
    }
    with {
        pair(word: &str, value: &str) = format!("{word}: {value}"), format!("{word}\u{a0}: {value}");
        rungs(number: i64, names: &str) = match number {
            0 => "Nobody stands between the two ends.".to_owned(),
            _ => format!("{}: {names}.", count(number, "rung", "rungs", En)),
        }, match number {
            0 => "Personne ne se tient entre les deux bouts.".to_owned(),
            _ => format!("{}\u{a0}: {names}.", count(number, "échelon", "échelons", Fr)),
        };
        blocked(who: &str) = format!("Feedback is blocked by: {who}."), format!("La remontée est bloquée par\u{a0}: {who}.");
        unheard(who: &str) = format!("When {who} was last heard is not recorded."), format!("La date des dernières nouvelles n’est pas saisie pour\u{a0}: {who}.");
        longest(who: &str, when: &str) = format!("Heard longest ago: {who} ({when})."), format!("Sans nouvelles depuis le plus longtemps\u{a0}: {who} ({when}).");
        ladder(number: usize, from: &str, to: &str) = format!("Ladder {number}: from {from} to {to}"), format!("Échelle {number}\u{a0}: de {from} à {to}");
        none(of: &str) = format!("No feedback path to {of} is recorded."), format!("Aucun chemin de remontée vers {of} n’est enregistré.");
        broken(from: &str, to: &str) = format!("Between {from} and {to}"), format!("Entre {from} et {to}");
        found(number: i64) = count(number, "ladder recorded", "ladders recorded", En), count(number, "échelle enregistrée", "échelles enregistrées", Fr);
        heard_of(heard: i64, all: i64) = format!("{heard} of {all}"), format!("{heard} sur {all}");
        span(shortest: i64, median: &str, longest: i64) = format!("{shortest} to {longest}, median {median}"), format!("{shortest} à {longest}, médiane {median}");
        more_countries(number: i64) = format!("and {number} more"), format!("et {number} de plus");
    }
}
