//! What the directory says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the directory.
    DirectoryText {
        title = "Directory" | "Répertoire";
        filters = "Search and filters" | "Recherche et filtres";
        search = "Name, alias or acronym" | "Nom, autre nom ou sigle";
        kind = "Kind" | "Type";
        organization_type = "Organization type" | "Type d’organisation";
        country = "Country" | "Pays";
        language = "Language" | "Langue";
        stage = "Engagement stage" | "Étape de l’engagement";
        unresolved = "only to be cleared up" | "seulement à éclaircir";
        archived = "only archived" | "seulement archivés";
        clear = "Clear filters" | "Effacer les filtres";
        name = "Name" | "Nom";
        languages = "Languages" | "Langues";
        relationships = "Relationships" | "Relations";
        updated = "Updated" | "Mise à jour";
        none = "Nobody matches these filters." | "Aucun acteur ne correspond à ces filtres.";
        none_next = "Search with fewer letters or clear the filters." | "Cherchez avec moins de lettres ou effacez les filtres.";
        empty = "Nobody is recorded yet." | "Aucun acteur n’est encore saisi.";
        empty_next = "Add the first stakeholder, or import a sheet." | "Ajoutez une première partie prenante, ou importez un tableau.";
        add = "Add a stakeholder" | "Ajouter une partie prenante";
        import = "Import a sheet" | "Importer un tableau";
        rows = "Stakeholders" | "Parties prenantes";
    }
    with {
        found(number: i64) = count(number, "stakeholder", "stakeholders", En), count(number, "partie prenante", "parties prenantes", Fr);
    }
}
