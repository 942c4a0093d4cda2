//! What the page of one relationship says, and the list of all.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the page of one relationship and of the list of all.
    RelationshipText {
        facts = "Facts" | "Données";
        layer = "Layer" | "Couche";
        state = "State" | "État";
        time = "Time" | "Période";
        no_time = "not recorded" | "non saisie";
        amount = "Amount" | "Montant";
        share = "Share" | "Part";
        purpose = "Meant for" | "Affectation";
        form = "Form" | "Forme";
        via = "Via" | "Via";
        role = "Role" | "Rôle";
        topic = "Topic" | "Sujet";
        constituency = "Constituency" | "Collège";
        voting = "Vote" | "Vote";
        cadence = "How often" | "Fréquence";
        last_heard = "Last heard" | "Dernières nouvelles";
        blocked_by = "Blocked by" | "Bloqué par";
        consent = "Consent" | "Consentement";
        strength = "Strength" | "Force";
        note = "Note" | "Note";
        keeper = "Kept by" | "Tenu par";
        updated = "Updated" | "Mis à jour";
        settle = "Settle it" | "Trancher";
        confirm = "Confirm" | "Confirmer";
        confirmed = "The relationship is confirmed." | "La relation est confirmée.";
        dispute = "Dispute" | "Contester";
        dispute_question = "Dispute this relationship?" | "Contester cette relation\u{a0}?";
        dispute_meaning = "It stays in sight, marked as disputed, until somebody confirms or retracts it. Add the evidence that speaks against it." | "Elle reste visible, marquée comme contestée, jusqu’à confirmation ou retrait. Ajoutez la preuve qui la contredit.";
        disputed = "The relationship is disputed." | "La relation est contestée.";
        end = "End" | "Terminer";
        end_question = "End this relationship" | "Terminer cette relation";
        end_date = "Last day, month or year" | "Dernier jour, mois ou année";
        end_hint = "2024, 2024-05 or 2024-05-31" | "2024, 2024-05 ou 2024-05-31";
        ended = "The relationship is ended." | "La relation est terminée.";
        retract = "Retract" | "Retirer";
        retract_question = "Retract this relationship?" | "Retirer cette relation\u{a0}?";
        retract_meaning = "For relationships recorded by mistake. It disappears from lists and the map; its history stays." | "Pour les relations saisies par erreur. Elle disparaît des listes et de la carte\u{a0}; son historique reste.";
        retracted = "The relationship is retracted." | "La relation est retirée.";
        map = "On the map" | "Sur la carte";
        history = "History" | "Historique";
        edit = "Edit" | "Modifier";
        votes = "votes" | "vote";
        no_vote = "does not vote" | "sans vote";
        agreed = "given" | "donné";
        not_agreed = "not given" | "non donné";
        list = "Relationships" | "Relations";
        filters = "Filters" | "Filtres";
        source = "From" | "De";
        kind = "Relationship" | "Relation";
        target = "To" | "Vers";
        proof = "Evidence" | "Preuves";
        none = "No relationship matches these filters." | "Aucune relation ne correspond à ces filtres.";
        as_of = "As of" | "À la date du";
        show_undated = "Show them" | "Les montrer";
        thin = "On one source or none" | "Avec une seule source ou aucune";
        only_disputed = "Disputed by evidence" | "Contestées par une preuve";
        clear = "Clear filters" | "Effacer les filtres";
    }
    with {
        found(number: i64) = count(number, "relationship", "relationships", En), count(number, "relation", "relations", Fr);
        undated(number: i64) = format!(
            "{} on evidence without a date: how old it is, nobody knows.", count(number, "more rests", "more rest", En),
        ), format!(
            "{} sur des preuves sans date, dont nul ne sait l’ancienneté.", count(number, "autre repose", "autres reposent", Fr),
        );
        strength_of(of_five: i64) = format!("{of_five} of 5"), format!("{of_five} sur 5");
        share_of(least: i64, most: i64) = if least == most { format!("{least}%") } else { format!("{least}–{most}%") },
            if least == most { format!("{least}\u{a0}%") } else { format!("{least}–{most}\u{a0}%") };
        share_least(least: i64) = format!("at least {least}%"), format!("au moins {least}\u{a0}%");
        share_most(most: i64) = format!("at most {most}%"), format!("au plus {most}\u{a0}%");
        term(label: &str, value: &str) = format!("{label}: {value}"), format!("{label}\u{a0}: {value}");
    }
}
