//! What the pages of meetings and of the review queue say.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of meetings and of what their notes propose.
    MeetingText {
        list_title = "Meetings" | "Réunions";
        none = "No meeting that you may see" | "Aucune réunion visible pour vous";
        none_next = "Meetings are seen by members of the community that they belong to." | "Les réunions sont visibles des membres de la communauté concernée.";
        lead = "What was said and agreed; what the notes say of partners becomes proposals to accept or reject." | "Ce qui s’est dit et décidé\u{a0}; ce que les notes disent des partenaires devient des propositions à accepter ou à rejeter.";
        sign_in_first = "Sign in to see the meetings of your communities." | "Connectez-vous pour voir les réunions de vos communautés.";
        search = "Search in notes" | "Chercher dans les notes";
        search_now = "Search" | "Chercher";
        record_one = "Record a meeting" | "Consigner une réunion";
        to_review = "To the review queue" | "Vers la file de relecture";
        title = "Title" | "Titre";
        held_on = "Day" | "Jour";
        group = "Group" | "Groupe";
        no_group = "no group" | "aucun groupe";
        location = "Place" | "Lieu";
        link = "Link" | "Lien";
        community = "Community" | "Communauté";
        notes = "Notes" | "Notes";
        notes_hint = "Markdown. @ and a name mention somebody; the name itself is not kept." | "Markdown. @ suivi d’un nom mentionne quelqu’un\u{a0}; le nom lui-même n’est pas conservé.";
        mention = "Mention" | "Mentionner";
        no_notes = "Nothing was noted yet." | "Rien n’a encore été noté.";
        agenda = "Agenda" | "Ordre du jour";
        save = "Save" | "Enregistrer";
        save_and_read = "Save and read the notes" | "Enregistrer et lire les notes";
        saved = "Saved." | "Enregistré.";
        edit_notes = "Edit the notes" | "Modifier les notes";
        read = "Read the notes again" | "Relire les notes";
        read_hint = "Sentences that are certain become proposals; nothing is recorded before a manager accepts it." | "Les phrases certaines deviennent des propositions\u{a0}; rien n’est enregistré avant qu’un gestionnaire ne l’accepte.";
        proposals = "What the notes propose" | "Ce que proposent les notes";
        no_proposals = "Nothing is proposed." | "Rien n’est proposé.";
        attendees = "Who was there" | "Qui était là";
        decisions = "Decisions" | "Décisions";
        actions = "Actions" | "Actions";
        carried_over = "Still open from before" | "Encore ouvertes, d’avant";
        done = "Done" | "Faite";
        remove = "Remove the meeting" | "Supprimer la réunion";
        remove_meaning = "What its notes proposed goes with it; actions and what was accepted stay." | "Ce que proposaient ses notes disparaît avec elle\u{a0}; les actions et ce qui a été accepté restent.";
        removed = "Removed." | "Supprimée.";
        accept = "Accept" | "Accepter";
        edit = "Edit" | "Modifier";
        reject = "Reject" | "Rejeter";
        accepted = "Accepted." | "Acceptée.";
        recorded = "What was recorded" | "Ce qui a été saisi";
        edit_facts = "Edit title, day and place" | "Modifier titre, jour et lieu";
        agenda_hint = "What was to be talked about. Markdown." | "Ce dont il devait être question. Markdown.";
        rejected = "Rejected." | "Rejetée.";
        edit_title = "Correct and accept" | "Corriger et accepter";
        reject_title = "Reject this proposal" | "Rejeter cette proposition";
        reason = "Reason" | "Raison";
        reason_hint = "Whoever wrote the notes reads it." | "La personne qui a écrit les notes la lira.";
        source = "From" | "De";
        target = "To" | "À";
        words = "Text" | "Texte";
        from = "since" | "depuis";
        until = "until" | "jusqu’à";
        due = "due" | "échéance";
        since_label = "Since" | "Depuis";
        until_label = "Until" | "Jusqu’à";
        due_label = "Due" | "Échéance";
        relationship = "Which relationship ends" | "Quelle relation prend fin";
        choose = "Choose" | "Choisir";
        kind = "Kind of relationship" | "Type de relation";
        or = " or " | " ou ";
        unknown_owner = "no owner" | "sans responsable";
    }
    with {
        proposed(number: i64) = format!("{}.", count(number, "new proposal", "new proposals", En)), format!("{}.", count(number, "nouvelle proposition", "nouvelles propositions", Fr));
        because(reason: &str) = format!("Reason: {reason}"), format!("Raison\u{a0}: {reason}");
        found(number: i64) = format!("{}.", count(number, "meeting", "meetings", En)), format!("{}.", count(number, "réunion", "réunions", Fr));
    }
}

texts! {
    /// The words of the review queue.
    ReviewText {
        title = "Review queue" | "File de relecture";
        intro = "What waits for somebody to look at it, the most pressing first." | "Ce qui attend un regard, le plus pressant d’abord.";
        keys = "Keys: j and k go down and up, a accepts, e edits, r rejects." | "Touches\u{a0}: j et k descendent et montent, a accepte, e modifie, r rejette.";
        none = "Nothing waits" | "Rien n’attend";
        none_next = "Proposals of meeting notes, suggested corrections and doubtful relationships appear here." | "Les propositions des notes de réunion, les corrections suggérées et les relations douteuses apparaissent ici.";
        sign_in_first = "Sign in to see what waits in your communities." | "Connectez-vous pour voir ce qui attend dans vos communautés.";
        community = "Community" | "Communauté";
        confirm = "Confirm" | "Confirmer";
        retract = "Retract" | "Retirer";
        open = "Open" | "Ouvrir";
        settled = "Done." | "Fait.";
        reach = "To be reached at" | "À joindre à";
    }
    with {
        waiting(number: i64) = format!("{}.", count(number, "item waits", "items wait", En)), format!("{}.", count(number, "élément attend", "éléments attendent", Fr));
        since(day: &str) = format!("since {day}"), format!("depuis le {day}");
    }
}
