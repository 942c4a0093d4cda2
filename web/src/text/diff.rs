//! What the comparison of two days and the list of what rests on one source say.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words around two days compared.
    DiffText {
        title = "Two days compared" | "Deux jours comparés";
        lead = "A relationship without a recorded start counts from its earliest evidence. What nothing dates is in the picture of every day, and told apart." | "Une relation dont le début n’est pas enregistré compte à partir de sa preuve la plus ancienne. Ce que rien ne date figure dans l’image de chaque jour, et est signalé à part.";
        from = "From the evening of" | "Du soir du";
        to = "To the evening of" | "Au soir du";
        source = "Resting on the source" | "Reposant sur la source";
        filters = "What is compared" | "Ce qui est comparé";
        documents = "What did a document add?" | "Qu’a ajouté un document\u{a0}?";
        documents_none = "No source has a date. Give one its date of publication when you add evidence." | "Aucune source n’est datée. Indiquez la date de publication en ajoutant une preuve.";
        choose = "Choose two days, or one of the dated documents:" | "Choisissez deux jours, ou l’un des documents datés\u{a0}:";
        added = "Added" | "Ajouté";
        ended = "Ended" | "Terminé";
        changed = "Changed" | "Modifié";
        undated = "Undated: in both pictures" | "Sans date\u{a0}: dans les deux images";
        engagements = "Engagements begun" | "Engagements commencés";
        sign_added = "added" | "ajouté";
        sign_ended = "ended" | "terminé";
        sign_changed = "changed" | "modifié";
        sign_undated = "undated" | "sans date";
        relationship = "Relationship" | "Relation";
        partner = "Partner and objective" | "Partenaire et objectif";
        when = "Since when" | "Depuis quand";
        evidence = "Evidence" | "Preuves";
        nothing = "Nothing came, ended or changed between these two days." | "Rien n’a commencé, pris fin ou changé entre ces deux jours.";
        nothing_next = "Choose days further apart or another source, or record since when relationships hold." | "Choisissez des jours plus éloignés ou une autre source, ou enregistrez depuis quand les relations valent.";
        sign = "Difference" | "Différence";
        on_map = "Show on the map" | "Montrer sur la carte";
        read_on = "Only the first ones are shown. Narrow the days or the source, or copy the query to read on." | "Seuls les premiers sont affichés. Réduisez les jours ou la source, ou copiez la requête pour lire la suite.";
    }
    with {
        summary(added: i64, ended: i64, changed: i64, engagements: i64) = format!(
            "{} added, {ended} ended, {changed} changed; {} begun.",
            count(added, "relationship", "relationships", En), count(engagements, "engagement", "engagements", En),
        ), format!(
            "{}, {}, {}\u{a0}; {}.",
            count(added, "relation ajoutée", "relations ajoutées", Fr), count(ended, "terminée", "terminées", Fr),
            count(changed, "modifiée", "modifiées", Fr), count(engagements, "engagement commencé", "engagements commencés", Fr),
        );
        undated_summary(number: i64) = format!("{} in both pictures: whether they came in between is not recorded.", count(number, "undated relationship is", "undated relationships are", En)),
            format!("{} dans les deux images\u{a0}: rien n’indique si elles sont apparues entre-temps.", count(number, "relation sans date figure", "relations sans date figurent", Fr));
        on_day(title: &str, day: &str) = format!("{title}, {day}"), format!("{title}, {day}");
    }
}
