//! What the page of one stakeholder says.

use super::texts;

texts! {
    /// The words of the page of one stakeholder.
    ProfileText {
        facts = "Facts" | "Données";
        name_en = "Name in English" | "Nom anglais";
        name_fr = "Name in French" | "Nom français";
        acronym = "Acronym" | "Sigle";
        aliases = "Also known as" | "Autres noms";
        organization_type = "Type" | "Type";
        secondary_types = "Also" | "Aussi";
        size = "Size" | "Taille";
        local = "At home where it works" | "Implantée là où elle agit";
        licence = "Licence" | "Licence";
        repository = "Source code" | "Code source";
        group_type = "Type" | "Type";
        local_name = "Calls itself" | "Se nomme";
        mandate = "Mandate" | "Mandat";
        topics = "Topics" | "Thèmes";
        meeting_language = "Meets in" | "Langue des réunions";
        meets = "Meets" | "Réunions";
        constituencies = "Constituencies that should have a seat" | "Collèges qui devraient siéger";
        stage = "Stage" | "Étape";
        scope = "Scope" | "Portée";
        scheme = "Scheme" | "Régime";
        time = "Time" | "Période";
        programme_type = "Type" | "Type";
        decided_by = "Decided by" | "Décidé par";
        role = "Role" | "Rôle";
        level = "Level" | "Niveau";
        seat = "Seat" | "Siège";
        country = "Country" | "Pays";
        countries = "Works in" | "Agit en";
        languages = "Languages" | "Langues";
        website = "Website" | "Site web";
        maintainer = "Kept by" | "Tenu par";
        updated = "Updated" | "Mis à jour";
        unresolved = "Not yet clear" | "Pas encore clair";
        relationships = "Relationships" | "Relations";
        relationships_none = "No relationship is recorded yet." | "Aucune relation n’est encore saisie.";
        relationships_none_next = "Who funds, runs, governs or uses it?" | "Qui finance, exploite, gouverne ou utilise cet acteur\u{a0}?";
        add_relationship = "Add a relationship" | "Ajouter une relation";
        engagements = "Engagements" | "Engagements";
        engagements_none = "No conversation with this partner is recorded." | "Aucun échange avec ce partenaire n’est saisi.";
        add_engagement = "Open an engagement" | "Ouvrir un engagement";
        evidence = "Evidence for these facts" | "Preuves de ces données";
        map = "On the map" | "Sur la carte";
        peers = "Peers" | "Pairs";
        needs = "Needs and offers" | "Besoins et offres";
        brief = "Before the call" | "Avant l’appel";
        gives = "What support can they give?" | "Quel appui peuvent-ils apporter\u{a0}?";
        completeness = "How complete this record is" | "Ce que cette fiche contient";
        missing = "Not recorded" | "Non saisi";
        requirements = "Requirements" | "Exigences";
        support = "Who can give support?" | "Qui peut apporter un appui\u{a0}?";
        introductions = "Who can introduce us?" | "Qui peut nous présenter\u{a0}?";
        what_if = "What if they leave?" | "Et s’ils partaient\u{a0}?";
        who_pays = "Who pays?" | "Qui paie\u{a0}?";
        history = "History" | "Historique";
        edit = "Edit" | "Modifier";
        archive = "Archive" | "Archiver";
        archive_question = "Archive this stakeholder?" | "Archiver cette partie prenante\u{a0}?";
        archive_meaning = "It stays in the records and in history, but no longer shows up in lists and on the map. It can be restored at any time." | "La fiche et son historique restent, mais elle ne paraît plus dans les listes ni sur la carte. Elle peut être rétablie à tout moment.";
        archived = "The stakeholder is archived." | "La partie prenante est archivée.";
        restore = "Restore" | "Rétablir";
        restored = "The stakeholder is restored." | "La partie prenante est rétablie.";
        next_step = "Next" | "Suite";
        open = "Details" | "Détails";
    }
    with {
        layer(name: &str, number: i64) = format!("{name} ({number})"), format!("{name} ({number})");
        recorded(known: i64, asked: i64) = format!("{known} of {asked} facts that matter are recorded."), format!("{known} faits sur {asked} qui comptent sont saisis.");
        since(date: &str) = format!("since {date}"), format!("depuis {date}");
        due(date: &str) = format!("by {date}"), format!("pour le {date}");
    }
}
