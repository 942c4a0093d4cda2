//! What the sign-in page says.

use super::texts;

texts! {
    /// The words of the sign-in page.
    SignInText {
        title = "Sign in" | "Se connecter";
        lead = "Everything public can be read without signing in." | "Tout ce qui est public se lit sans connexion.";
        login = "Login" | "Identifiant";
        password = "Password" | "Mot de passe";
        submit = "Sign in" | "Se connecter";
        wrong = "This login and password do not fit together." | "Cet identifiant et ce mot de passe ne correspondent pas.";
        following = "Signing you in…" | "Connexion en cours…";
        link_spent = "This sign-in link has been used or has run out. Ask for a fresh one, or sign in with your password." | "Ce lien de connexion a déjà servi ou a expiré. Demandez-en un autre, ou connectez-vous avec votre mot de passe.";
        already = "You are signed in." | "Vous êtes connecté.";
        onward = "Go to the home page" | "Aller à l’accueil";
        again_title = "Your session has ended" | "Votre session a pris fin";
        again = "Nothing you typed is lost. Sign in again, and go on where you were." | "Rien de votre saisie n’est perdu. Reconnectez-vous, et poursuivez là où vous étiez.";
        again_link = "You sign in by a link? Open a fresh one in another tab of this browser, then come back here." | "Vous vous connectez par un lien\u{a0}? Ouvrez-en un nouveau dans un autre onglet de ce navigateur, puis revenez ici.";
        welcome = "Welcome." | "Bienvenue.";
    }
}
