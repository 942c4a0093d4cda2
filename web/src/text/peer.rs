//! What the page about peers says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the page about peers.
    PeerText {
        title = "Whom can we learn from?" | "De qui apprendre\u{a0}?";
        lead = "Other implementations, the nearest first: those recorded as peers, then by good, stage, language and country. What is not recorded is said, and counts neither for nor against." | "D’autres mises en œuvre, les plus proches d’abord\u{a0}: les pairs saisis, puis selon le bien commun, l’étape, la langue et le pays. Ce qui n’est pas saisi est dit, et ne compte ni pour ni contre.";
        of = "Peers of which implementation" | "Les pairs de quelle mise en œuvre";
        find = "Type a name" | "Tapez un nom";
        at = "On this day" | "À cette date";
        at_hint = "Only what holds on this day. Empty: today." | "Seulement ce qui vaut ce jour-là. Vide\u{a0}: aujourd’hui.";
        starts = "No implementation is chosen yet." | "Aucune mise en œuvre n’est encore choisie.";
        starts_next = "Type a name above, or choose one:" | "Tapez un nom ci-dessus, ou choisissez-en une\u{a0}:";
        starts_none = "No implementation is recorded yet." | "Aucune mise en œuvre n’est encore saisie.";
        add_one = "Record an implementation" | "Saisir une mise en œuvre";
        none = "Nobody is known to learn from: no other implementation has a good, a stage, a language or a country in common with this one, as far as recorded." | "Personne n’est connu de qui apprendre\u{a0}: aucune autre mise en œuvre n’a de bien commun, d’étape, de langue ou de pays en commun avec celle-ci, à ce qui est saisi.";
        none_next = "Record what it puts to work, its stage and its languages, or a peer of it." | "Saisissez ce qu’elle met en service, son étape et ses langues, ou l’un de ses pairs.";
        edit = "Complete what is recorded of it" | "Compléter ce qui en est saisi";
        add = "Record a peer" | "Saisir un pair";
        table = "Peers, the nearest first" | "Les pairs, les plus proches d’abord";
        peer = "Implementation" | "Mise en œuvre";
        why = "Why" | "Pourquoi";
        country = "Country" | "Pays";
        stage = "Stage" | "Étape";
        rests_on = "What it rests on" | "Ce sur quoi cela repose";
        not_recorded = "not recorded" | "non saisi";
    }
    with {
        found(number: i64, of: &str, first: &str) = format!("{} can be learned from by {of}; the nearest is {first}.", count(number, "other implementation", "other implementations", En)), format!("{of} peut apprendre de {}\u{a0}; la plus proche est {first}.", count(number, "autre mise en œuvre", "autres mises en œuvre", Fr));
    }
}
