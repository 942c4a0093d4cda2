//! What the page of actions says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the open actions.
    ActionsText {
        title = "Open actions" | "Actions ouvertes";
        none = "No open action that you may see" | "Aucune action ouverte visible pour vous";
        none_next = "Actions are seen by members of the community that they belong to." | "Les actions sont visibles des membres de la communauté concernée.";
        pipeline = "To the pipeline" | "Vers le suivi";
        what = "What" | "Quoi";
        since = "Open since" | "Ouverte depuis";
        due = "Due" | "Échéance";
        owner = "Owner" | "Responsable";
        about = "Conversation, community" | "Échange, communauté";
        proof = "Evidence" | "Preuves";
        not_recorded = "not recorded" | "non saisi";
    }
    with {
        open(number: i64) = format!("{} open.", count(number, "action is", "actions are", En)), format!("{}.", count(number, "action ouverte", "actions ouvertes", Fr));
        unowned(number: i64) = format!("Of {number}, no owner is recorded."), format!("Pour {number}, aucun responsable n’est saisi.");
        days(number: i64) = count(number, "day", "days", En), count(number, "jour", "jours", Fr);
    }
}
