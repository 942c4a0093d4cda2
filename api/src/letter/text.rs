//! What letters say, in English and French. Plain text: nothing in it can run, load or hide.

use chrono::{DateTime, Utc};
use domain::text::Locale;

use super::{Letter, Link, Matter, digest};

/// The longest name that a letter repeats.
const LONGEST_NAME: usize = 80;

/// A letter's words.
pub(super) struct Text {
    pub(super) subject: String,
    pub(super) body: String,
}

impl Text {
    pub(super) fn new(subject: &str, paragraphs: &[&str]) -> Self {
        Self { subject: subject.to_owned(), body: paragraphs.join("\n\n") + "\n" }
    }
}

/// Writes a letter whose links lead to this site.
pub(super) fn write(letter: &Letter, site: &str) -> Text {
    match letter.locale {
        Locale::En => english(letter, site),
        Locale::Fr => french(letter, site),
    }
}

fn english(letter: &Letter, site: &str) -> Text {
    let hello = format!("Hello {},", plain(&letter.name));
    let once = |link: &Link| format!("The link works once, until {}.", moment(link.until));
    let nothing = "If you did not expect this letter, you need not do anything.";
    match &letter.matter {
        Matter::Invitation { community, inviter, link } => {
            let community = plain(community);
            let who = match inviter {
                Some(inviter) => format!("{} invites you", plain(inviter)),
                None => "You are invited".to_owned(),
            };
            let what = format!(
                "{who} to the community {community} on Banyan,\n\
                 the partner and stakeholder graph of open-source global goods."
            );
            let how = format!("Choose a password here, and you are in:\n{}", link.url(site));
            let late = format!("{}\nWhoever invited you can send another.", once(link));
            let subject = format!("Invitation to {community} on Banyan");
            Text::new(&subject, &[&hello, &what, &how, &late, nothing])
        }
        Matter::Reset(link) => {
            let what = "Somebody, probably you, forgot the password of your account on Banyan.";
            let how = format!("Choose another one here:\n{}", link.url(site));
            let then =
                format!("{}\nThen every session ends, and every API token of yours.", once(link));
            let else_ =
                "If it was not you, you need not do anything: your password stays as it is.";
            Text::new("Another password for Banyan", &[&hello, what, &how, &then, else_])
        }
        Matter::Verification(link) => {
            let what = "Is this your address? Banyan asks because you sign in with it.";
            let how = format!("Confirm it here:\n{}", link.url(site));
            Text::new("Your address on Banyan", &[&hello, what, &how, &once(link), nothing])
        }
        Matter::PasswordChanged => {
            let what = format!(
                "The password of your account on Banyan was changed, {}.",
                moment(letter.at)
            );
            let else_ = format!(
                "If it was not you, ask for another password at once:\n{site}\n\
                 and tell whoever manages your community."
            );
            Text::new("Your password for Banyan was changed", &[&hello, &what, &else_])
        }
        Matter::Digest(found) => digest::english(found, &hello, site),
    }
}

fn french(letter: &Letter, site: &str) -> Text {
    let hello = format!("Bonjour {},", plain(&letter.name));
    let once = |link: &Link| {
        format!("Le lien fonctionne une seule fois, jusqu’au {}.", moment(link.until))
    };
    let nothing = "Si vous n’attendiez pas ce message, vous n’avez rien à faire.";
    match &letter.matter {
        Matter::Invitation { community, inviter, link } => {
            let community = plain(community);
            let who = match inviter {
                Some(inviter) => format!("{} vous invite", plain(inviter)),
                None => "Vous êtes invité(e)".to_owned(),
            };
            let what = format!(
                "{who} dans la communauté {community} sur Banyan,\n\
                 le graphe des partenaires et parties prenantes des biens communs libres."
            );
            let how = format!(
                "Choisissez un mot de passe ici, et vous y êtes\u{a0}:\n{}",
                link.url(site)
            );
            let late = format!(
                "{}\nLa personne qui vous a invité(e) peut en envoyer un autre.",
                once(link)
            );
            let subject = format!("Invitation à {community} sur Banyan");
            Text::new(&subject, &[&hello, &what, &how, &late, nothing])
        }
        Matter::Reset(link) => {
            let what =
                "Quelqu’un, sans doute vous, a oublié le mot de passe de votre compte Banyan.";
            let how = format!("Choisissez-en un autre ici\u{a0}:\n{}", link.url(site));
            let then =
                format!("{}\nVos sessions et vos jetons d’API prendront alors fin.", once(link));
            let else_ = "Si ce n’était pas vous, vous n’avez rien à faire\u{a0}: votre mot de passe \
                         ne change pas.";
            Text::new("Un autre mot de passe pour Banyan", &[&hello, what, &how, &then, else_])
        }
        Matter::Verification(link) => {
            let what = "Cette adresse est-elle la vôtre\u{a0}? Banyan vous le demande parce qu’elle vous \
                        sert d’identifiant.";
            let how = format!("Confirmez-la ici\u{a0}:\n{}", link.url(site));
            Text::new("Votre adresse sur Banyan", &[&hello, what, &how, &once(link), nothing])
        }
        Matter::PasswordChanged => {
            let what = format!(
                "Le mot de passe de votre compte Banyan a été changé, {}.",
                moment(letter.at)
            );
            let else_ = format!(
                "Si ce n’était pas vous, demandez aussitôt un autre mot de passe\u{a0}:\n{site}\n\
                 et prévenez la personne qui gère votre communauté."
            );
            Text::new("Votre mot de passe Banyan a été changé", &[&hello, &what, &else_])
        }
        Matter::Digest(found) => digest::french(found, &hello, site),
    }
}

/// A moment that reads the same in both languages.
fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// A name as letters repeat it: one short line in which no mail program finds a link, because people
/// choose names and not all mean well.
fn plain(name: &str) -> String {
    plain_within(name, LONGEST_NAME)
}

/// As `plain`, for a text of this length at most.
pub(super) fn plain_within(text: &str, longest: usize) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters =
        text.chars().take(longest).map(|c| if c.is_control() { ' ' } else { c }).peekable();
    while let Some(letter) = letters.next() {
        plain.push(letter);
        let joins = matches!(letter, '.' | ':' | '/' | '@' | '<' | '>');
        if joins && letters.peek().is_some_and(|next| *next != ' ') {
            plain.push(' ');
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name cannot put a line, a header or a link into a letter, and stays readable.
    #[test]
    fn names_say_nothing_else() {
        assert_eq!(plain("Zoé d’Arc-Nguyễn"), "Zoé d’Arc-Nguyễn");
        assert_eq!(plain("J.R. Muster"), "J. R. Muster");
        assert_eq!(plain("a\r\nBcc: b@c.org"), "a  Bcc: b@ c. org");
        assert_eq!(plain("https://evil.example/x"), "https: / / evil. example/ x");
        assert_eq!(plain(&"é".repeat(300)).chars().count(), LONGEST_NAME);
    }
}
