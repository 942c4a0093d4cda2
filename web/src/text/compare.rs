//! What the page of two versions compared says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words around two versions of one record.
    CompareText {
        versions = "Versions compared" | "Versions comparées";
        key = "Key" | "Légende";
        was_added = "This line was added." | "Cette ligne a été ajoutée.";
        was_removed = "This line was removed." | "Cette ligne a été supprimée.";
        added = "added" | "ajouté";
        removed = "removed" | "supprimé";
        from = "Earlier version" | "Version antérieure";
        to = "Later version" | "Version ultérieure";
        before_first = "before it was recorded" | "avant sa saisie";
        alike = "These two versions are alike, as far as you may read them. Choose others." | "Ces deux versions sont identiques, pour ce que vous pouvez en lire. Choisissez-en d’autres.";
        read_on = "Only the first 100 lines are shown. Copy the query to read on." | "Seules les 100 premières lignes sont affichées. Copiez la requête pour lire la suite.";
        with_now = "Compare with now" | "Comparer avec l’état actuel";
        compare = "Compare versions" | "Comparer des versions";
    }
    with {
        title_of(name: &str) = format!("Versions compared: {name}"), format!("Versions comparées\u{a0}: {name}");
        gap(many: usize) = count(i64::try_from(many).unwrap_or(i64::MAX), "unchanged line", "unchanged lines", En),
            count(i64::try_from(many).unwrap_or(i64::MAX), "ligne inchangée", "lignes inchangées", Fr);
    }
}
