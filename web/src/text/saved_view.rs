//! What is said of scenarios that are kept under a title.

use super::texts;

texts! {
    /// The words of saved scenarios.
    SavedViewText {
        title = "Saved scenarios" | "Scénarios enregistrés";
        none = "No scenario is saved yet. Choose who leaves, then save it under a title." | "Aucun scénario n’est encore enregistré. Choisissez qui part, puis enregistrez-le sous un titre.";
        save_title = "Save what is shown" | "Enregistrer ce qui est affiché";
        name = "Title" | "Titre";
        name_hint = "Who leaves, how, when, and the scenarios beside it are kept; the answer is reckoned anew each time." | "Qui part, comment, quand, et les scénarios voisins sont gardés\u{a0}; la réponse est recalculée à chaque fois.";
        community = "Whose" | "À qui";
        finds = "Who finds it" | "Qui le trouve";
        save = "Save the scenario" | "Enregistrer le scénario";
        saved = "The scenario is saved." | "Le scénario est enregistré.";
        by = "Saved by" | "Enregistré par";
        nobody = "not known" | "inconnu";
        tools = "What can be done" | "Ce qu’on peut faire";
        copy = "Copy link" | "Copier le lien";
        copied = "The link is on the clipboard." | "Le lien est dans le presse-papiers.";
        edit = "Rename" | "Renommer";
        edit_title = "Title, and who finds it" | "Le titre, et qui le trouve";
        keep = "Save" | "Enregistrer";
        changed = "The scenario is changed." | "Le scénario est modifié.";
        remove = "Delete" | "Supprimer";
        remove_title = "Delete this scenario?" | "Supprimer ce scénario\u{a0}?";
        remove_message = "It leaves the list for everybody who finds it. What the community found stays in the history and can be brought back from there." | "Il quitte la liste de tous ceux qui le trouvent. Ce que la communauté trouvait reste dans l’historique et peut en être ramené.";
        removed = "The scenario is deleted." | "Le scénario est supprimé.";
    }
    with {
        copy_of(title: &str) = format!("Copy the link to {title}"), format!("Copier le lien vers {title}");
        edit_of(title: &str) = format!("Rename {title}"), format!("Renommer {title}");
        remove_of(title: &str) = format!("Delete {title}"), format!("Supprimer {title}");
        more(count: i64) = format!("{count} more are not shown."), format!("{count} autres ne sont pas affichés.");
    }
}
