//! What the account page says.

use super::texts;

texts! {
    /// The words of the account page.
    AccountText {
        title = "Your account" | "Votre compte";
        sign_in_first = "Sign in to see your account." | "Connectez-vous pour voir votre compte.";
        profile = "Profile" | "Profil";
        display_name = "Name shown to others" | "Nom affiché aux autres";
        language = "Language of letters to you" | "Langue des courriers";
        save = "Save" | "Enregistrer";
        saved = "Your profile is saved." | "Votre profil est enregistré.";
        address = "Login" | "Identifiant";
        verified = "verified" | "vérifiée";
        unverified = "not verified" | "non vérifiée";
        no_address = "You sign in with a short name, not with an e-mail address: a forgotten password cannot be renewed by mail." | "Vous vous connectez avec un nom court, pas avec une adresse électronique\u{a0}: un mot de passe oublié ne peut pas être renouvelé par courrier.";
        why_verify = "Opening a link sent there shows that letters reach you: when your password is changed, a verified address is told." | "Ouvrir un lien qui y est envoyé montre que les courriers vous parviennent\u{a0}: une adresse vérifiée est avertie quand votre mot de passe change.";
        send_verification = "Send a verification mail" | "Envoyer un courrier de vérification";
        verification_sent = "A letter is on its way. Open its link within half an hour." | "Un courrier est en route. Ouvrez son lien dans la demi-heure.";
        no_mail = "This server sends no letters." | "Ce serveur n’envoie pas de courrier.";
        password = "Password" | "Mot de passe";
        current_password = "Present password" | "Mot de passe actuel";
        current_password_hint = "Leave it empty if you have none yet and have just signed in by a link." | "Laissez vide si vous n’en avez pas encore et venez de vous connecter par un lien.";
        change_password = "Change the password" | "Changer le mot de passe";
        password_changed = "The password is changed. All your other sessions have ended." | "Le mot de passe est changé. Toutes vos autres sessions ont pris fin.";
        sessions = "Where you are signed in" | "Où vous êtes connecté";
        this_one = "this one" | "celle-ci";
        browser = "Browser" | "Navigateur";
        unknown_browser = "not told" | "non indiqué";
        since = "Since" | "Depuis";
        seen = "Last seen" | "Dernière activité";
        end = "End" | "Mettre fin";
        session_ended = "The session has ended." | "La session a pris fin.";
        end_all = "Sign out everywhere" | "Se déconnecter partout";
        end_all_title = "Sign out everywhere?" | "Se déconnecter partout\u{a0}?";
        end_all_message = "All sessions end at once, this one too. API tokens go on working." | "Toutes les sessions prennent fin aussitôt, celle-ci aussi. Les jetons d’API restent valables.";
        all_ended = "You are signed out everywhere." | "Vous êtes déconnecté partout.";
    }
    with {
        browser_on(browser: &str, system: &str) = format!("{browser} on {system}"), format!("{browser} sous {system}");
        end_session(browser: &str) = format!("End the session: {browser}"), format!("Mettre fin à la session\u{a0}: {browser}");
    }
}

texts! {
    /// The words about how one is told of what wants attention.
    ToldText {
        title = "How you are told" | "Comment vous êtes averti";
        lead = "What wants your attention stands on a page of its own, where you also mute what you do not want to be told of." | "Ce qui demande votre attention a sa propre page, où vous masquez aussi ce dont vous ne voulez pas être averti.";
        attention = "What wants attention" | "Ce qui demande attention";
        period = "A digest by mail" | "Un résumé par courrier";
        period_hint = "Ten lines at most, your own tasks first. It comes only when there is something to tell." | "Dix lignes au plus, vos propres tâches d’abord. Il ne vient que s’il y a quelque chose à dire.";
        unreached = "Your address is not verified: nothing is sent there before it is." | "Votre adresse n’est pas vérifiée\u{a0}: rien n’y est envoyé avant qu’elle le soit.";
        saved = "How you are told is saved." | "Votre choix est enregistré.";
        calendar = "Your tasks in your calendar" | "Vos tâches dans votre calendrier";
        calendar_lead = "A calendar program can subscribe to an address that shows your own open actions and next steps, each on its day. Whoever knows the address reads them." | "Un agenda peut s’abonner à une adresse qui montre vos actions et suites en cours, chacune à son jour. Quiconque connaît l’adresse les lit.";
        no_feed = "There is no such address." | "Il n’y a pas d’adresse.";
        make = "Make an address" | "Créer une adresse";
        make_another = "Make another address" | "Créer une autre adresse";
        once = "This address is shown this once. An earlier one leads nowhere any more." | "Cette adresse n’est montrée qu’une fois. Une adresse antérieure ne mène plus nulle part.";
        address = "The address to subscribe to" | "L’adresse à laquelle s’abonner";
        copy = "Copy the address" | "Copier l’adresse";
        revoke = "Take the address back" | "Retirer l’adresse";
        revoke_title = "Take the address back?" | "Retirer l’adresse\u{a0}?";
        revoke_message = "Calendars that read it find nothing there any more." | "Les agendas qui la lisent n’y trouveront plus rien.";
        revoked = "The address leads nowhere any more." | "L’adresse ne mène plus nulle part.";
    }
    with {
        since(day: &str) = format!("There is an address since {day}."), format!("Il y a une adresse depuis le {day}.");
    }
}
