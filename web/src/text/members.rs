//! What the page of a community's members says.

use super::texts;

texts! {
    /// The words of the members' page.
    MembersText {
        title = "Members" | "Membres";
        sign_in_first = "Sign in to see who belongs to your community." | "Connectez-vous pour voir qui fait partie de votre communauté.";
        community = "Community" | "Communauté";
        name = "Name" | "Nom";
        login = "Login" | "Identifiant";
        login_hint = "An e-mail address where Banyan sends mail; otherwise any short name" | "Une adresse électronique si Banyan envoie des courriers\u{a0}; sinon un nom court";
        role = "Role" | "Rôle";
        status = "Status" | "État";
        seen = "Last seen" | "Dernière activité";
        never = "never" | "jamais";
        tools = "Actions" | "Actions";
        language = "Language of the letter" | "Langue du courrier";
        invite_title = "Invite somebody" | "Inviter quelqu’un";
        invite = "Invite" | "Inviter";
        resend = "Invite again" | "Inviter de nouveau";
        remove = "Remove" | "Retirer";
        remove_title = "Remove this member?" | "Retirer ce membre\u{a0}?";
        remove_message = "They lose every right in this community at once. Their account stays, and so does what they recorded." | "Cette personne perd aussitôt tout droit dans cette communauté. Son compte reste, ainsi que ce qu’elle a saisi.";
        removed = "The member is removed." | "Le membre est retiré.";
        role_changed = "The role is changed." | "Le rôle est changé.";
        last_admin = "The only admin: give another member this role first." | "Seul administrateur\u{a0}: donnez d’abord ce rôle à un autre membre.";
        you = "you" | "vous";
        link = "Invitation link" | "Lien d’invitation";
        link_hint = "No mail is sent here: hand this link over yourself. It is good once, and for half an hour." | "Aucun courrier n’est envoyé ici\u{a0}: transmettez ce lien vous-même. Il sert une fois, pendant une demi-heure.";
        copy_link = "Copy the link" | "Copier le lien";
        done = "Done" | "Terminé";
        not_shown = "You are not a member of this community, so its members are not shown." | "Vous n’êtes pas membre de cette communauté\u{a0}; ses membres ne sont donc pas affichés.";
    }
    with {
        sent(name: &str) = format!("A letter with an invitation is on its way to {name}."), format!("Un courrier d’invitation est en route vers {name}.");
        joined(name: &str) = format!("{name} is a member now. No invitation was sent: whoever has an account already needs none; else none can be sent at the moment, so invite again later."), format!("{name} est désormais membre. Aucune invitation n’a été envoyée\u{a0}: qui a déjà un compte n’en a pas besoin\u{a0}; sinon, aucun courrier ne peut partir pour le moment, invitez de nouveau plus tard.");
        invited(name: &str) = format!("{name} is invited"), format!("Invitation de {name}");
        role_of(name: &str) = format!("Role of {name}"), format!("Rôle de {name}");
        remove_one(name: &str) = format!("Remove {name}"), format!("Retirer {name}");
        resend_to(name: &str) = format!("Invite {name} again"), format!("Inviter {name} de nouveau");
    }
}
