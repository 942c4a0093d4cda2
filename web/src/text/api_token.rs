//! What is said about API tokens.

use super::texts;

texts! {
    /// The words of the part on API tokens.
    ApiTokenText {
        title = "API tokens" | "Jetons d’API";
        lead = "A program signs its requests with a token instead of your password. It can do no more than you can yourself, and never touches your account or the members of a community." | "Un programme signe ses requêtes avec un jeton au lieu de votre mot de passe. Il ne peut rien de plus que vous, et ne touche jamais à votre compte ni aux membres d’une communauté.";
        none = "You have no tokens." | "Vous n’avez aucun jeton.";
        name = "What it is for" | "À quoi il sert";
        name_hint = "For example: nightly copy to the data warehouse" | "Par exemple\u{a0}: copie nocturne vers l’entrepôt de données";
        scope = "What it may do" | "Ce qu’il peut faire";
        read = "Reads what members of the community see, except what is restricted to managers." | "Lit ce que voient les membres de la communauté, sauf ce qui est réservé aux responsables.";
        propose = "Also records stakeholders, evidence, engagements and actions, and proposes relationships, as an editor does." | "Saisit aussi des parties prenantes, des preuves, des engagements et des actions, et propose des relations, comme un éditeur.";
        manage = "Also confirms and ends relationships, archives, imports and undoes, and reads what is restricted, as a manager does." | "Confirme et termine aussi des relations, archive, importe et annule, et lit ce qui est réservé, comme un responsable.";
        community = "Where it works" | "Où il agit";
        everywhere = "All my communities" | "Toutes mes communautés";
        expires = "Until" | "Jusqu’au";
        expired = "expired" | "expiré";
        lifetime = "Good for" | "Valable";
        used = "Last used" | "Dernier emploi";
        never = "never" | "jamais";
        beginning = "Begins with" | "Commence par";
        make = "Make a token" | "Créer un jeton";
        revoke = "Revoke" | "Révoquer";
        revoke_title = "Revoke this token?" | "Révoquer ce jeton\u{a0}?";
        revoke_message = "Programs that use it are refused from now on. This cannot be taken back." | "Les programmes qui l’utilisent seront refusés dès maintenant. C’est sans retour.";
        revoked = "The token is worth nothing any more." | "Le jeton ne vaut plus rien.";
        once = "Copy it now: it is shown this once and kept nowhere. Treat it like a password." | "Copiez-le maintenant\u{a0}: il n’est montré qu’une fois et n’est conservé nulle part. Traitez-le comme un mot de passe.";
        secret = "Token" | "Jeton";
        try_it = "Try it in a terminal" | "À essayer dans un terminal";
        copy_secret = "Copy the token" | "Copier le jeton";
        copy_command = "Copy the command" | "Copier la commande";
        copied = "It is on the clipboard." | "C’est dans le presse-papiers.";
        kept = "I have kept it" | "Je l’ai conservé";
    }
    with {
        days(count: i64) = match count {
            365 => "a year".to_owned(),
            _ => format!("{count} days"),
        }, match count {
            365 => "un an".to_owned(),
            _ => format!("{count} jours"),
        };
        made(name: &str) = format!("Your new token: {name}"), format!("Votre nouveau jeton\u{a0}: {name}");
        revoke_one(name: &str) = format!("Revoke: {name}"), format!("Révoquer\u{a0}: {name}");
    }
}
