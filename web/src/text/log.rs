//! What the page says on which one line logs a contact.

use super::texts;

texts! {
    /// The words of the page on which one line logs a contact.
    LogText {
        title = "Log a contact" | "Consigner un échange";
        lead = "Write one line, or paste an e-mail: whom you spoke with, what was said, what comes next. Check what it was taken for, and press Enter." | "Écrivez une ligne, ou collez un courriel\u{a0}: avec qui, ce qui s’est dit, la suite. Vérifiez ce qui en a été compris, puis appuyez sur Entrée.";
        community = "Community" | "Communauté";
        line = "One line, or an e-mail" | "Une ligne, ou un courriel";
        line_hint = "Such as: Called CHAI, interested in the French documents, call back Tuesday. Shift and Enter begin a new line." | "Par exemple\u{a0}: Appelé CHAI, intéressé par la doc FR, rappeler mardi. Maj et Entrée commencent une nouvelle ligne.";
        understood = "What it was taken for" | "Ce qui en a été compris";
        conversation = "Conversation" | "Échange en cours";
        nobody = "It names nobody who is recorded. Name the partner as in the directory." | "Personne de saisi n’y est nommé. Nommez le partenaire comme dans l’annuaire.";
        open_one = "Open an engagement" | "Ouvrir un engagement";
        save = "Log it" | "Consigner";
        logged = "Logged." | "Consigné.";
        see = "See the engagement" | "Voir l’engagement";
    }
    with {
        no_conversation(name: &str) = format!("There is no open conversation with {name}."), format!("Il n’y a pas d’échange ouvert avec {name}.");
    }
}
