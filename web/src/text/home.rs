//! What the home page says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the home page.
    HomeText {
        title = "Home" | "Accueil";
        lead = "Who funds, builds, implements, governs, trains and uses global goods, on what evidence, and where each conversation with a partner stands." | "Qui finance, construit, met en œuvre, gouverne, forme et utilise les biens communs numériques, sur quelles preuves, et où en est chaque échange avec un partenaire.";
        start = "Where to start" | "Par où commencer";
        start_goods = "Global goods" | "Biens communs numériques";
        start_goods_about = "Open products for health and social protection, and who stands behind each." | "Des produits ouverts pour la santé et la protection sociale, et qui les porte.";
        start_funders = "Funders" | "Bailleurs";
        start_funders_about = "Bilateral funders, foundations and financing mechanisms." | "Bailleurs bilatéraux, fondations et mécanismes de financement.";
        start_groups = "Councils and groups" | "Conseils et groupes";
        start_groups_about = "Who has which seat, and what each body is for." | "Qui siège où, et à quoi sert chaque instance.";
        start_map = "Map" | "Carte";
        start_map_about = "Pick anyone and see who stands around them." | "Choisissez un acteur et voyez qui l’entoure.";
        late = "Overdue" | "En retard";
        due = "Due and overdue" | "À faire et en retard";
        due_none = "Nothing is due in the coming week." | "Rien n’est à faire dans la semaine qui vient.";
        due_none_next = "Give an engagement a next step with a date, and it will show up here." | "Donnez à un engagement une prochaine étape datée\u{a0}: elle paraîtra ici.";
        soon = "In the coming week" | "Dans la semaine qui vient";
        overdue = "overdue" | "en retard";
        no_date = "no date" | "sans date";
        no_owner = "nobody in charge" | "sans responsable";
        stuck = "Stuck" | "À l’arrêt";
        stuck_none = "No conversation has stood still for two months." | "Aucun échange n’est à l’arrêt depuis deux mois.";
        stuck_none_next = "The whole pipeline is on the board." | "Tout le suivi est sur le tableau.";
        board = "Open the board" | "Ouvrir le tableau";
        changed = "Recently changed" | "Modifié récemment";
        changed_none = "Nothing has changed yet." | "Rien n’a encore changé.";
        changed_none_next = "What people add and correct shows up here." | "Ce que chacun ajoute et corrige paraîtra ici.";
        changed_all = "All changes" | "Toutes les modifications";
        unresolved = "To be cleared up" | "À éclaircir";
        unresolved_none = "Everybody recorded here is clearly somebody." | "Chaque acteur saisi est bien identifié.";
        unresolved_all = "All of them" | "Tous";
        counts = "What is recorded" | "Ce qui est saisi";
        stakeholders = "stakeholders" | "parties prenantes";
        relationships = "relationships" | "relations";
        attention = "Whom to call, and what else wants attention" | "Qui appeler, et ce qui demande aussi attention";
        unknowns = "What is not known" | "Ce qui n’est pas connu";
        overdue_count = "steps and actions overdue" | "étapes et actions en retard";
        thin = "relationships on one source or none" | "relations avec une seule source ou aucune";
        by_stage = "Engagements by stage" | "Engagements par étape";
        created = "added" | "ajout";
        updated = "changed" | "modification";
        deleted = "removed" | "suppression";
    }
    with {
        engagements_of(community: &str) = format!("engagements ({community})"), format!("engagements ({community})");
        more(number: i64) = format!("and {number} more"), format!("et {number} de plus");
        to_move(stage: &str, missing: &str) = format!("For “{stage}”: {missing}"), format!("Pour «\u{a0}{stage}\u{a0}»\u{a0}: {missing}");
        may_move(stage: &str) = format!("Nothing stands in the way of “{stage}”"), format!("Rien n’empêche «\u{a0}{stage}\u{a0}»");
        waiting(days: i64) = count(days, "day", "days", En), count(days, "jour", "jours", Fr);
    }
}
