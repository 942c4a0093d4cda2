//! What the frame around every page says.

use super::texts;

texts! {
    /// The words of the frame: navigation, switches, account, and what every page may have to say.
    ShellText {
        product = "Banyan" | "Banyan";
        skip = "Skip to content" | "Aller au contenu";
        navigation = "Main navigation" | "Navigation principale";
        menu = "Menu" | "Menu";
        home = "Home" | "Accueil";
        directory = "Directory" | "Répertoire";
        map = "Map" | "Carte";
        questions = "Questions" | "Questions";
        pipeline = "Pipeline" | "Suivi";
        meetings = "Meetings" | "Réunions";
        import = "Import" | "Import";
        log = "Log a contact" | "Consigner";
        changes = "Changes" | "Modifications";
        search = "Go to" | "Aller à";
        search_hint = "Find anyone (press /)" | "Trouver (touche /)";
        nothing_found = "Nothing found" | "Aucun résultat";
        switch_language = "Français" | "English";
        theme = "Appearance" | "Apparence";
        theme_system = "as the system" | "selon le système";
        theme_light = "light" | "clair";
        theme_dark = "dark" | "sombre";
        sign_in = "Sign in" | "Se connecter";
        account = "Your account" | "Votre compte";
        members = "Members" | "Membres";
        sign_out = "Sign out" | "Se déconnecter";
        signed_out = "You are signed out." | "Vous êtes déconnecté.";
        no_roles = "No role in any community" | "Aucun rôle dans une communauté";
        loading = "Loading…" | "Chargement…";
        retry = "Try again" | "Réessayer";
        close = "Close" | "Fermer";
        cancel = "Cancel" | "Annuler";
        dismiss = "Dismiss" | "Masquer";
        any = "any" | "indifférent";
        yes = "yes" | "oui";
        no = "no" | "non";
        unknown = "unknown" | "inconnu";
        previous = "Previous" | "Précédent";
        next = "Next" | "Suivant";
        pages = "Pages" | "Pages";
        messages = "Messages" | "Messages";
        leave_unsaved = "What you typed is not saved. Leave all the same?" | "Votre saisie n’est pas enregistrée. Quitter quand même\u{a0}?";
        not_loaded = "This page could not be loaded" | "Cette page n’a pas pu être chargée";
        missing_sign_in = "Some records are shown only to those who are signed in." | "Certaines fiches ne sont visibles qu’une fois connecté.";
        missing_title = "Nothing here" | "Rien ici";
        missing = "There is nothing at this address, or you may not see it." | "Il n’y a rien à cette adresse, ou vous n’y avez pas accès.";
        missing_next = "Search the directory, or start from the home page." | "Cherchez dans le répertoire, ou partez de l’accueil.";
        practice = "practice, not from the documents" | "exercice, hors documents";
        inferred = "inferred" | "déduit";
        inferred_why = "Concluded from the source, not said in it" | "Conclu de la source, sans y être dit";
        unresolved = "unresolved" | "à éclaircir";
        archived = "archived" | "archivé";
        registry = "shared registry" | "registre commun";
        take_query = "GraphQL / curl" | "GraphQL / curl";
        copy_query = "Copy as GraphQL" | "Copier en GraphQL";
        copy_command = "Copy as curl" | "Copier en curl";
        open_query = "Open in the query page" | "Ouvrir dans la page de requêtes";
        copied = "The query is on the clipboard." | "La requête est dans le presse-papiers.";
        not_copied = "The browser does not let this page use the clipboard." | "Le navigateur ne laisse pas cette page utiliser le presse-papiers.";
        new_window = "opens another site" | "ouvre un autre site";
    }
    with {
        page(number: usize) = format!("Page {number}"), format!("Page {number}");
        results(count: usize) = match count {
            0 => "No results".to_owned(),
            1 => "1 result".to_owned(),
            _ => format!("{count} results"),
        }, match count {
            0 => "Aucun résultat".to_owned(),
            1 => "1 résultat".to_owned(),
            _ => format!("{count} résultats"),
        };
        signed_in_as(name: &str) = format!("Signed in as {name}"), format!("Connecté\u{a0}: {name}");
        remove(what: &str) = format!("Remove {what}"), format!("Retirer {what}");
        sort_by(column: &str) = format!("Sort by {column}"), format!("Trier par {column}");
    }
}
