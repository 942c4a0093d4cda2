//! What the map says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the map, its legend, its inspector and its table.
    MapText {
        title = "Map" | "Carte";
        find = "Put in the middle" | "Placer au centre";
        find_hint = "Name of a stakeholder" | "Nom d’une partie prenante";
        depth = "Steps from the middle" | "Pas depuis le centre";
        as_of = "As of" | "À la date du";
        as_of_hint = "Leave empty for any time" | "Laisser vide pour toute époque";
        since_day = "Compare with" | "Comparer avec";
        since_hint = "An earlier day; then added and ended relationships are marked" | "Un jour antérieur\u{a0}; les relations ajoutées et terminées sont alors marquées";
        times = "Days of change" | "Jours de changement";
        any_time = "any time" | "toute époque";
        no_times = "No dates are recorded around here." | "Aucune date n’est enregistrée ici.";
        compared = "By date" | "Selon la date";
        added = "added" | "ajoutée";
        ended = "ended" | "terminée";
        changed = "changed" | "modifiée";
        as_lists = "The same as lists, with evidence" | "La même chose en listes, avec les preuves";
        more_settings = "Steps and date" | "Pas et date";
        settings = "What is shown" | "Ce qui est affiché";
        starts_title = "Whom should the map be about?" | "De qui la carte doit-elle parler\u{a0}?";
        starts_next = "Find a stakeholder above, or start from one of these global goods:" | "Cherchez une partie prenante ci-dessus, ou partez de l’un de ces biens communs\u{a0}:";
        starts_none = "There is no global good to start from yet." | "Il n’y a encore aucun bien commun dont partir.";
        lonely_title = "No relationships here" | "Aucune relation ici";
        lonely_next = "Show more layers or kinds, go further from the middle, or clear the date." | "Affichez davantage de couches ou de types, éloignez-vous du centre, ou effacez la date.";
        show_all = "Show everything" | "Tout afficher";
        add_relationship = "Add a relationship" | "Ajouter une relation";
        failed = "This map could not be drawn. The tables below say the same." | "Cette carte n’a pas pu être dessinée. Les tableaux ci-dessous disent la même chose.";
        keys = "Arrow keys: nearest stakeholder. N: next stakeholder, E: next relationship (with Shift: previous). Enter: read about it. F: put in the middle. + − 0: zoom in, zoom out, show all. Escape: select nothing. The tables below hold the same." | "Flèches\u{a0}: partie prenante la plus proche. N\u{a0}: partie prenante suivante, E\u{a0}: relation suivante (avec Maj\u{a0}: précédente). Entrée\u{a0}: en savoir plus. F\u{a0}: placer au centre. + − 0\u{a0}: agrandir, réduire, tout montrer. Échap\u{a0}: ne rien sélectionner. Les tableaux ci-dessous contiennent la même chose.";
        keys_title = "Keys of the map" | "Touches de la carte";
        zoom_in = "Zoom in" | "Agrandir";
        zoom_out = "Zoom out" | "Réduire";
        fit = "Show all" | "Tout montrer";
        view = "View" | "Vue";
        legend = "Legend" | "Légende";
        kinds = "Kinds of stakeholders" | "Types de parties prenantes";
        layers = "Layers of relationships" | "Couches de relations";
        states = "How far it is settled" | "Degré de certitude";
        marks = "Signs" | "Signes";
        sign_focus = "in the middle" | "au centre";
        sign_unresolved = "not clear who or what this is" | "identité à éclaircir";
        sign_direction = "read from source to target" | "se lit de la source vers la cible";
        sign_both = "holds both ways" | "vaut dans les deux sens";
        selection = "Selection" | "Sélection";
        select_hint = "Select a stakeholder or a relationship to read its evidence here." | "Sélectionnez une partie prenante ou une relation pour lire ici ses preuves.";
        deselect = "Select nothing" | "Ne rien sélectionner";
        refocus = "Put in the middle" | "Placer au centre";
        open_profile = "Open profile" | "Ouvrir la fiche";
        open_relationship = "Open relationship" | "Ouvrir la relation";
        is_focus = "in the middle of the map" | "au centre de la carte";
        kind = "Kind" | "Type";
        type_of = "Type" | "Nature";
        country = "Country" | "Pays";
        layer = "Layer" | "Couche";
        state = "State" | "État";
        dates = "Dates" | "Dates";
        role = "Role" | "Rôle";
        topic = "Topic" | "Sujet";
        amount = "Amount" | "Montant";
        via = "Via" | "Par l’intermédiaire de";
        note = "Note" | "Remarque";
        strength = "Strength" | "Force";
        why_unresolved = "Not clear" | "À éclaircir";
        steps = "Steps from the middle" | "Pas depuis le centre";
        drawn_relationships = "Relationships on this map" | "Relations sur cette carte";
        evidence = "Evidence" | "Preuves";
        tables = "The same as tables" | "La même chose en tableaux";
        nodes = "Stakeholders" | "Parties prenantes";
        edges = "Relationships" | "Relations";
        name = "Name" | "Nom";
        from = "From" | "De";
        to = "To" | "Vers";
        relationship = "Relationship" | "Relation";
        relationships = "Relationships" | "Relations";
        actions = "Actions" | "Actions";
        open = "Open" | "Ouvrir";
    }
    with {
        about(name: &str) = format!("Map of {name}"), format!("Carte\u{a0}: {name}");
        canvas(name: &str, nodes: usize, edges: usize) = format!(
            "Map around {name}: {}, {}", stakeholders(nodes, En), relationships(edges, En),
        ), format!(
            "Carte autour de {name}\u{a0}: {}, {}", stakeholders(nodes, Fr), relationships(edges, Fr),
        );
        nodes_counted(number: usize) = stakeholders(number, En), stakeholders(number, Fr);
        edges_counted(number: usize) = relationships(number, En), relationships(number, Fr);
        evidence_counted(number: usize) = count(whole(number), "piece of evidence", "pieces of evidence", En),
            count(whole(number), "preuve", "preuves", Fr);
        difference(added: usize, ended: usize, changed: usize, from: &str, to: &str) = format!(
            "From {from} to {to}: {added} added (+), {ended} ended (−), {changed} changed (±). Undated relationships are in both pictures.",
        ), format!(
            "Du {from} au {to}\u{a0}: {added} ajoutées (+), {ended} terminées (−), {changed} modifiées (±). Les relations sans date figurent dans les deux images.",
        );
        omitted(number: i64) = format!(
            "{} within reach not shown: the map holds the nearest and best connected. Show fewer layers, fewer kinds or fewer steps to see the others.",
            count(number, "more stakeholder is", "more stakeholders are", En),
        ), format!(
            "{} à portée\u{a0}: la carte retient les plus proches et les mieux reliées. Réduisez les couches, les types ou les pas pour voir les autres.",
            count(number, "autre partie prenante n’est pas affichée", "autres parties prenantes ne sont pas affichées", Fr),
        );
        omitted_edges(number: i64) = format!(
            "{} between them not shown. Show fewer layers, fewer kinds or fewer steps to see the others.",
            count(number, "more relationship is", "more relationships are", En),
        ), format!(
            "{} entre elles. Réduisez les couches, les types ou les pas pour voir les autres.",
            count(number, "autre relation n’est pas affichée", "autres relations ne sont pas affichées", Fr),
        );
        of_all(drawn: usize, all: u32) = format!("{drawn} of {all}"), format!("{drawn} sur {all}");
        says(source: &str, verb: &str, target: &str) = format!("{source} {verb} {target}"),
            format!("{source} {verb} {target}");
        selected_node(name: &str, kind: &str, edges: &str) = format!("{name}, {kind}, {edges} on this map"),
            format!("{name}, {kind}, {edges} sur cette carte");
        selected_edge(sentence: &str, state: &str, evidence: &str) = format!("{sentence}, {state}, {evidence}"),
            format!("{sentence}, {state}, {evidence}");
        open_named(name: &str) = format!("Open {name}"), format!("Ouvrir {name}");
    }
}

fn stakeholders(number: usize, tongue: domain::vocabulary::Tongue) -> String {
    match tongue {
        En => count(whole(number), "stakeholder", "stakeholders", En),
        Fr => count(whole(number), "partie prenante", "parties prenantes", Fr),
    }
}

fn relationships(number: usize, tongue: domain::vocabulary::Tongue) -> String {
    match tongue {
        En => count(whole(number), "relationship", "relationships", En),
        Fr => count(whole(number), "relation", "relations", Fr),
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
