//! What the pages say that a link in a letter leads to, and the one that asks for such a letter.

use super::texts;

texts! {
    /// The words of invitation, forgotten password, reset and verification.
    EntranceText {
        forgot_title = "Forgotten password" | "Mot de passe oublié";
        forgot_lead = "Say what you sign in with. If it is an e-mail address, a link to choose another password is sent there." | "Indiquez votre identifiant. Si c’est une adresse électronique, un lien pour choisir un autre mot de passe y est envoyé.";
        forgot = "Forgot your password?" | "Mot de passe oublié\u{a0}?";
        send = "Send the link" | "Envoyer le lien";
        forgot_done = "If there is such an account and letters reach it, one is on its way. Its link is good once, for half an hour. When none comes, ask an admin of your community or whoever runs this Banyan." | "Si un tel compte existe et que les courriers lui parviennent, un message est en route. Son lien sert une fois, pendant une demi-heure. Si rien n’arrive, adressez-vous à un administrateur de votre communauté ou à l’exploitant de ce Banyan.";
        no_mail = "This server sends no letters. Ask an admin of your community or whoever runs it for a link: banyan user link LOGIN" | "Ce serveur n’envoie pas de courrier. Demandez un lien à un administrateur de votre communauté ou à l’exploitant\u{a0}: banyan user link IDENTIFIANT";
        back = "Back to signing in" | "Retour à la connexion";
        reset_title = "Choose another password" | "Choisir un autre mot de passe";
        reset = "Set the password" | "Enregistrer le mot de passe";
        reset_done = "The password is set. Every session that was open has ended, and every API token." | "Le mot de passe est enregistré. Toutes les sessions ouvertes ont pris fin, tous les jetons d’API aussi.";
        new_password = "New password" | "Nouveau mot de passe";
        rules = "At least 12 characters: a few words together do well. Not your login, and none of the passwords that everybody tries first." | "Au moins 12 caractères\u{a0}: quelques mots ensemble conviennent. Ni votre identifiant, ni l’un des mots de passe que tout le monde essaie d’abord.";
        show = "Show the password" | "Afficher le mot de passe";
        invitation_title = "Welcome to Banyan" | "Bienvenue dans Banyan";
        invitation_lead = "You were invited. Choose a password, and you are in." | "Vous êtes invité. Choisissez un mot de passe pour entrer.";
        your_name = "Your name, as others will see it" | "Votre nom, tel que les autres le verront";
        your_name_hint = "Leave it empty to keep the name under which you were invited." | "Laissez vide pour garder le nom de l’invitation.";
        come_in = "Come in" | "Entrer";
        welcome = "Welcome." | "Bienvenue.";
        verify_title = "Verifying your address" | "Vérification de votre adresse";
        verifying = "One moment…" | "Un instant…";
        verify_done = "Your address is verified." | "Votre adresse est vérifiée.";
        verify_signed_in = "Sign in first, then open the link of the letter again: only who can sign in to an account confirms its address. If you never chose its password, choose one by way of a forgotten password; that confirms the address too." | "Connectez-vous d’abord, puis rouvrez le lien du courrier\u{a0}: seul qui peut se connecter à un compte en confirme l’adresse. Si vous n’en avez jamais choisi le mot de passe, passez par le mot de passe oublié\u{a0}; cela confirme aussi l’adresse.";
        onward = "Go to your account" | "Aller à votre compte";
        spent = "This link has been used or has run out. Ask for a fresh one." | "Ce lien a déjà servi ou a expiré. Demandez-en un autre.";
        spent_invitation = "This invitation has been used or has run out. If you have chosen a password, sign in; else ask whoever invited you for another." | "Cette invitation a déjà servi ou a expiré. Si vous avez choisi un mot de passe, connectez-vous\u{a0}; sinon, demandez-en une autre à la personne qui vous a invité.";
        no_token = "This page is opened by a link from a letter or from an admin. The link is not complete: copy all of it." | "Cette page s’ouvre par un lien reçu par courrier ou d’un administrateur. Le lien est incomplet\u{a0}: copiez-le en entier.";
    }
}
