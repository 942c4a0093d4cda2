//! What is said about evidence.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words around evidence.
    EvidenceText {
        title = "Evidence" | "Preuves";
        none = "No evidence is recorded." | "Aucune preuve n’est saisie.";
        add = "Add evidence" | "Ajouter une preuve";
    }
    with {
        count(number: i64) = if number == 0 { "no evidence".to_owned() } else { count(number, "piece of evidence", "pieces of evidence", En) },
            if number == 0 { "aucune preuve".to_owned() } else { count(number, "preuve", "preuves", Fr) };
        said_on(date: &str) = format!("Said: {date}"), format!("Dit\u{a0}: {date}");
    }
}
