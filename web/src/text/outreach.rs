//! What the outreach plan says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the outreach plan.
    OutreachText {
        title = "Outreach plan" | "Plan de prise de contact";
        lead = "Whom we approach, grouped by what we want to reach; how conversations go from stage to stage, and which do not go on." | "Qui nous approchons, selon ce que nous visons\u{a0}; comment les échanges passent d’une étape à l’autre, et lesquels n’avancent pas.";
        community = "Community" | "Communauté";
        objective = "Objective" | "Objectif";
        any_objective = "any" | "tous";
        none = "No open engagement that you may see" | "Aucun engagement ouvert visible pour vous";
        none_next = "Engagements are seen by members of the community." | "Les engagements sont visibles des membres de la communauté.";
        pipeline = "To the pipeline" | "Vers le suivi";
        partner = "Partner" | "Partenaire";
        why = "Why" | "Pourquoi";
        entry_points = "Entry points" | "Points d’entrée";
        gains = "We gain / they gain" | "Nous y gagnons / ils y gagnent";
        stage = "Stage" | "Étape";
        next = "Next step" | "Prochaine étape";
        owner = "Owner" | "Responsable";
        not_recorded = "not recorded" | "non saisi";
        suggested = "suggested" | "suggéré";
        funnel = "From stage to stage" | "D’une étape à l’autre";
        funnel_hint = "Of those of whom it is clear, the share that went on; half of the finished stays took at most the median. What is not known is left open." | "Parmi ceux dont c’est clair, la part qui a continué\u{a0}; la moitié des séjours terminés a duré au plus la médiane. Ce qui n’est pas connu reste ouvert.";
        standing = "Here now" | "Ici maintenant";
        reached = "Ever reached" | "Un jour atteinte";
        went_on = "Went on" | "Ont continué";
        lost = "Lost" | "Perdus";
        conversion = "Conversion" | "Conversion";
        median = "Median stay" | "Séjour médian";
        unknown = "unknown" | "inconnu";
        stuck = "What does not go on" | "Ce qui n’avance pas";
        stuck_none = "Nothing is stuck." | "Rien n’est bloqué.";
        reasons = "Why" | "Pourquoi";
        missing = "Missing for the next stage" | "Manque pour l’étape suivante";
        in_stage = "In its stage" | "Dans son étape";
    }
    with {
        open(number: i64) = format!("{}.", count(number, "open engagement", "open engagements", En)), format!("{}.", count(number, "engagement ouvert", "engagements ouverts", Fr));
        group(objective: &str, number: usize) = format!("{objective} ({number})"), format!("{objective} ({number})");
        days(number: i64) = count(number, "day", "days", En), count(number, "jour", "jours", Fr);
        percent(number: i64) = format!("{number}%"), format!("{number}\u{a0}%");
        by(day: &str) = format!("by {day}"), format!("avant le {day}");
        stuck_more(number: i64) = format!("and {number} more, not listed here"), format!("et {number} de plus, non affichés ici");
    }
}
