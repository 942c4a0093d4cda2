//! What the form says by which anybody suggests a correction.

use super::texts;

texts! {
    /// The words of the form for corrections.
    CorrectionText {
        title = "Suggest a correction" | "Suggérer une correction";
        text = "What is wrong or missing" | "Ce qui est faux ou manque";
        text_hint = "Plain text, up to 2,000 characters." | "Texte simple, 2\u{202f}000 caractères au plus.";
        contact = "How can you be reached? (optional)" | "Comment vous joindre\u{a0}? (facultatif)";
        contact_hint = "Only the managers of the community read it, and they can erase it." | "Seuls les gestionnaires de la communauté le lisent, et ils peuvent l’effacer.";
        send = "Send" | "Envoyer";
        sent = "Thank you. The managers of the community will look at it." | "Merci. Les gestionnaires de la communauté l’examineront.";
    }
}
