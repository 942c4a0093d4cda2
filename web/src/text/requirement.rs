//! What the page of requirements says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the requirements.
    RequirementText {
        title = "Requirements" | "Exigences";
        lead = "What users of implementations ask for, and whether it belongs to the good itself, for everybody, or to one country’s own version." | "Ce que demandent les utilisateurs des mises en œuvre, et si cela relève du bien commun, pour tous, ou de la version propre à un pays.";
        belongs = "Where it belongs" | "À quoi elle appartient";
        only = "Only those that belong to" | "Seulement celles qui relèvent de";
        any = "any" | "toutes";
        search = "Search" | "Rechercher";
        search_hint = "Requirement, implementation" | "Exigence, mise en œuvre";
        none = "No requirement to show" | "Aucune exigence à afficher";
        none_next = "Widen the filters, or record what users ask for." | "Élargissez les filtres, ou saisissez ce que demandent les utilisateurs.";
        what = "Requirement" | "Exigence";
        implementation = "Implementation" | "Mise en œuvre";
        decided = "Decided" | "Décidé";
        undecided = "nobody yet" | "personne encore";
        not_recorded = "not recorded" | "non saisi";
        note = "Why" | "Pourquoi";
        decide = "Decide" | "Décider";
        remove = "Remove" | "Supprimer";
        remove_title = "Remove this requirement" | "Supprimer cette exigence";
        remove_meaning = "It was none, or is recorded elsewhere. The history keeps it, and it can be brought back." | "Ce n’en était pas une, ou elle est saisie ailleurs. L’historique la garde, et elle peut être rétablie.";
        add = "Record a requirement" | "Saisir une exigence";
        saved = "Saved." | "Enregistré.";
        of_one = "All implementations" | "Toutes les mises en œuvre";
    }
    with {
        found(number: i64) = format!("{}.", count(number, "requirement", "requirements", En)), format!("{}.", count(number, "exigence", "exigences", Fr));
        on(day: &str) = format!("on {day}"), format!("le {day}");
    }
}
