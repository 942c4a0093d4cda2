//! What the support directory and the pages of capabilities say.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of the support directory.
    SupportText {
        title = "Who can give support?" | "Qui peut apporter un appui\u{a0}?";
        filters = "What is looked for" | "Ce que l’on cherche";
        good = "Global good" | "Bien commun numérique";
        country = "Country" | "Pays";
        language = "Language" | "Langue";
        service = "Service" | "Service";
        level = "Level, at least" | "Niveau, au moins";
        of_one = "Only what one can do:" | "Seulement ce que sait faire\u{a0}:";
        clear = "Clear filters" | "Effacer les filtres";
        record = "Record what somebody can do" | "Saisir ce que quelqu’un sait faire";
        record_this = "Record level and languages" | "Saisir niveau et langues";
        verified = "Verified" | "Vérifié";
        unverified = "Not verified" | "Non vérifié";
        unverified_lead = "What nobody has verified, what has expired, and relationships that let one think of support. They say less than a verified capability." | "Ce que personne n’a vérifié, ce qui a expiré, et les relations qui laissent penser à un appui. Elles en disent moins qu’une capacité vérifiée.";
        nobody_verified = "Nobody is verified for this." | "Personne n’est vérifié pour cela.";
        nobody = "Nothing is recorded for this." | "Rien n’est saisi pour cela.";
        nobody_next = "Record who can do it, or ask for less." | "Saisissez qui sait le faire, ou demandez moins.";
        who = "Who" | "Qui";
        what = "Service" | "Service";
        for_good = "For" | "Pour";
        at_level = "Level" | "Niveau";
        places = "Countries" | "Pays";
        languages = "Languages" | "Langues";
        why = "Why" | "Pourquoi";
        rests_on = "Rests on" | "Repose sur";
        capability = "Capability" | "Capacité";
        not_recorded = "not recorded" | "non saisi";
    }
    with {
        verified_count(number: i64) = count(number, "verified", "verified", En), count(number, "vérifié", "vérifiés", Fr);
        unverified_count(number: i64) = count(number, "not verified", "not verified", En), count(number, "non vérifié", "non vérifiés", Fr);
        first_of(shown: i64, total: i64) = format!("The first {shown} of {total} stand here: say more of what is looked for to see the others."), format!("Les {shown} premiers de {total} sont ici\u{a0}: précisez ce que vous cherchez pour voir les autres.");
        missing(what: &str) = format!("Of some of them: {what}."), format!("De certains\u{a0}: {what}.");
    }
}

texts! {
    /// The words of a capability and of its form.
    CapabilityText {
        new_title = "What somebody can do" | "Ce que quelqu’un sait faire";
        edit_title = "Edit the capability" | "Modifier la capacité";
        ends = "Who, for which good" | "Qui, pour quel bien commun";
        facts = "What is known of it" | "Ce que l’on en sait";
        facts_hint = "Leave empty what is not known: it is shown as not recorded, never guessed." | "Laissez vide ce qui n’est pas connu\u{a0}: cela s’affiche comme non saisi, jamais deviné.";
        levels = "Levels" | "Niveaux";
        create = "Record" | "Enregistrer";
        recorded = "The capability is recorded. A manager can verify it." | "La capacité est enregistrée. Un gestionnaire peut la vérifier.";
        fixed = "Whose it is and for what cannot be changed." | "À qui elle appartient et pour quoi ne se modifie pas.";
        ends_verification = "It is verified as it is now: when a fact changes, it has to be verified anew." | "Elle est vérifiée telle quelle\u{a0}: si une donnée change, il faut la vérifier à nouveau.";
        edit = "Edit" | "Modifier";
        history = "History" | "Historique";
        provider = "Who" | "Qui";
        good = "For" | "Pour";
        service = "Service" | "Service";
        level = "Level" | "Niveau";
        countries = "Countries" | "Pays";
        languages = "Languages" | "Langues";
        expires_on = "May be relied on until" | "Valable jusqu’au";
        note = "Note" | "Note";
        verification = "Verification" | "Vérification";
        keeper = "Kept by" | "Tenue par";
        updated = "Updated" | "Mise à jour";
        not_recorded = "not recorded" | "non saisi";
        not_verified = "not verified" | "non vérifiée";
        verified = "verified" | "vérifiée";
        expired = "expired" | "expirée";
        verify = "Verify" | "Vérifier";
        verify_again = "Verify again" | "Vérifier à nouveau";
        verify_question = "Verify this capability?" | "Vérifier cette capacité\u{a0}?";
        verify_meaning = "You say that it holds as it is recorded now. Your name and the day are kept with it." | "Vous dites qu’elle tient telle qu’elle est saisie. Votre nom et la date sont gardés avec elle.";
        done = "The capability is verified." | "La capacité est vérifiée.";
        directory = "Who can give support?" | "Qui peut apporter un appui\u{a0}?";
    }
    with {
        titled(who: &str, service: &str, good: &str) = format!("{who}: {service} for {good}"), format!("{who}\u{a0}: {service} pour {good}");
        verified_on(day: &str) = format!("verified on {day}"), format!("vérifiée le {day}");
        verified_by(day: &str, whom: &str) = format!("verified on {day} by {whom}"), format!("vérifiée le {day} par {whom}");
    }
}
