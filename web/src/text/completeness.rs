//! What the page of what is not known says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the page of what is not known.
    CompletenessText {
        title = "What is not known" | "Ce qui n’est pas connu";
        lead = "Facts that matter and are not recorded, record by record. First come the records on whose missing facts most questions rest. What cannot apply is not asked, and unknown never counts as zero." | "Les faits qui comptent et ne sont pas saisis, fiche par fiche. En premier viennent les fiches dont les lacunes laissent le plus de questions sans réponse entière. Ce qui ne peut s’appliquer n’est pas demandé, et l’inconnu ne vaut jamais zéro.";
        filters = "What is looked for" | "Ce qui est cherché";
        kind = "Kind of record" | "Type de fiche";
        every_kind = "all kinds" | "tous les types";
        field = "Missing fact" | "Fait manquant";
        every_field = "any fact" | "n’importe lequel";
        list = "Records that lack something" | "Fiches incomplètes";
        record = "Record" | "Fiche";
        recorded = "Recorded" | "Saisi";
        missing = "Not recorded: where to record it" | "Non saisi\u{a0}: où le saisir";
        why = "Why it matters" | "Pourquoi cela compte";
        none = "Nothing that is looked for is missing." | "Rien de ce qui est cherché ne manque.";
        none_next = "Loosen the filter, or record somebody new." | "Élargissez le filtre, ou enregistrez un nouvel acteur.";
        add = "Record a stakeholder" | "Enregistrer une partie prenante";
    }
    with {
        headline(total: i64, first: &str, questions: i64) = format!("{} something that matters. Most rests on “{first}”: {} no full answer without it.", count(total, "record lacks", "records lack", En), count(questions, "question has", "questions have", En)), format!("{} d’un fait qui compte. C’est de «\u{a0}{first}\u{a0}» que dépend le plus\u{a0}: {} sans réponse entière.", count(total, "fiche manque", "fiches manquent", Fr), count(questions, "question reste", "questions restent", Fr));
        share(recorded: i64, asked: i64) = format!("{recorded} of {asked}"), format!("{recorded} sur {asked}");
        questions(number: i64) = count(number, "question waits", "questions wait", En), count(number, "question attend", "questions attendent", Fr);
    }
}
