//! What is said of how far something may be relied on.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of reliability.
    ReliabilityText {
        title = "How sure is it?" | "Est-ce sûr\u{a0}?";
        confidence = "Confidence" | "Confiance";
        unknown = "unknown: no evidence" | "inconnue\u{a0}: aucune preuve";
        age = "Newest evidence" | "Preuve la plus récente";
        sources = "Sources" | "Sources";
        disputed = "something speaks against it" | "une preuve s’y oppose";
        how = "How is this reckoned?" | "Comment est-ce calculé\u{a0}?";
        formula = "Each source weighs by its kind (documents and data sets 0.7, web pages and meetings 0.6, messages 0.5; half when inferred), whole for a year, then evenly less until five years, when 0.4 of it is left. Undated evidence is not taken for old. Independent sources add up as chances do; what speaks against it takes away likewise, and does not fade." | "Chaque source pèse selon sa nature (documents et jeux de données 0,7\u{a0}; pages web et réunions 0,6\u{a0}; messages 0,5\u{a0}; la moitié si déduit), entièrement pendant un an, puis de moins en moins jusqu’à cinq ans, où il en reste 0,4. Une preuve non datée n’est pas tenue pour ancienne. Les sources indépendantes se cumulent comme des probabilités\u{a0}; ce qui s’y oppose retranche de même, et ne vieillit pas.";
        still_true = "Still true?" | "Toujours vrai\u{a0}?";
        still_true_meaning = "Your answer is recorded as evidence of today, with your name in the history." | "Votre réponse est enregistrée comme preuve d’aujourd’hui, avec votre nom dans l’historique.";
        yes = "Yes, still true" | "Oui, toujours vrai";
        no = "No longer" | "Plus maintenant";
        ask = "Ask them" | "Leur demander";
        ask_title = "Ask whether it is still true" | "Demander si c’est toujours vrai";
        ask_label = "What to do" | "Ce qu’il faut faire";
        ask_save = "Add the action" | "Ajouter l’action";
        asked = "The action is recorded; it stands on Home until it is done." | "L’action est enregistrée\u{a0}; elle reste à l’accueil jusqu’à ce qu’elle soit faite.";
        noted = "Your answer is recorded." | "Votre réponse est enregistrée.";
    }
    with {
        since(age: &str, date: &str) = format!("{age}: {date}"), format!("{age}\u{a0}: {date}");
        source_count(number: i64) = if number == 0 { "none".to_owned() } else { count(number, "independent source", "independent sources", En) },
            if number == 0 { "aucune".to_owned() } else { count(number, "source indépendante", "sources indépendantes", Fr) };
        question(from: &str, kind: &str, to: &str) = format!("Ask: is it still true that {from} {kind} {to}?"), format!("Demander\u{a0}: est-il toujours vrai que {from} {kind} {to}\u{a0}?");
    }
}
