//! What the page of needs and offers says.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of needs and offers.
    NeedText {
        title = "Needs and offers" | "Besoins et offres";
        lead = "Which service partners and implementations look for or offer, and who fits. A match can open an engagement." | "Quel service partenaires et mises en œuvre cherchent ou offrent, et qui convient. Une correspondance peut ouvrir un engagement.";
        filters = "Which to show" | "Lesquels afficher";
        side = "Needs or offers" | "Besoins ou offres";
        service = "Service" | "Service";
        which_service = "Which service" | "Quel service";
        status = "Status" | "Statut";
        talk = "Engagement:" | "Engagement\u{a0}:";
        country = "Country" | "Pays";
        language = "Language" | "Langue";
        search = "Search" | "Rechercher";
        search_hint = "Words, partner" | "Mots, partenaire";
        of_one = "Only of one partner; show all" | "Seulement d’un partenaire\u{a0}; tout afficher";
        none = "No need or offer to show" | "Aucun besoin ni aucune offre à afficher";
        none_next = "Widen the filters, or state what somebody looks for or offers." | "Élargissez les filtres, ou dites ce que quelqu’un cherche ou offre.";
        what = "What" | "Quoi";
        who = "Who" | "Qui";
        where_ = "Where, in which language" | "Où, en quelle langue";
        until = "Until" | "Jusqu’au";
        budget = "Budget" | "Budget";
        unknown = "unknown" | "inconnu";
        not_recorded = "not recorded" | "non saisi";
        act = "What to do" | "Que faire";
        matches = "Who fits?" | "Qui convient\u{a0}?";
        add = "State a need or an offer" | "Dire un besoin ou une offre";
        identity = "Who looks for what, or offers it" | "Qui cherche quoi, ou l’offre";
        facts = "What is known of it" | "Ce que l’on en sait";
        facts_hint = "Leave empty what is not known: an empty budget is unknown, not zero." | "Laissez vide ce qui n’est pas connu\u{a0}: un budget vide est inconnu, pas nul.";
        community = "Community" | "Communauté";
        state = "State it" | "Enregistrer";
        stated = "It is stated." | "C’est enregistré.";
        met = "It was met" | "C’est satisfait";
        withdraw = "Take it back" | "Retirer";
        reopen = "Open it again" | "Rouvrir";
        saved = "Saved." | "Enregistré.";
        fitting = "Who fits" | "Qui convient";
        nobody = "Nobody is recorded who fits." | "Personne n’est saisi qui convienne.";
        nobody_next = "Record who can give this service, or ask for less." | "Saisissez qui peut rendre ce service, ou demandez moins.";
        directory = "Who can give support?" | "Qui peut apporter un appui\u{a0}?";
        close = "Close" | "Fermer";
        score = "Points" | "Points";
        why = "Why" | "Pourquoi";
        rests_on = "Rests on" | "Repose sur";
        offer = "Open offer or need" | "Offre ou besoin en cours";
        capability = "Capability" | "Capacité";
        open = "Open an engagement" | "Ouvrir un engagement";
        opened = "The engagement is open." | "L’engagement est ouvert.";
        go_on = "Open the engagement that there is" | "Aller à l’engagement en cours";
    }
    with {
        found(number: i64) = format!("{}.", count(number, "need or offer", "needs and offers", En)), format!("{}.", count(number, "besoin ou offre", "besoins et offres", Fr));
        fits(number: i64) = format!("{}.", count(number, "partner fits", "partners fit", En)), format!("{}.", count(number, "partenaire convient", "partenaires conviennent", Fr));
        by(name: &str) = format!("by {name}"), format!("par {name}");
        points(number: i64) = format!("+{number}"), format!("+{number}");
        first_of(shown: i64, total: i64) = format!("The first {shown} of {total} stand here."), format!("Les {shown} premiers de {total} sont ici.");
    }
}
