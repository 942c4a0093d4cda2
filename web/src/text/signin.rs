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
        welcome = "Welcome." | "Bienvenue.";
    }
}
