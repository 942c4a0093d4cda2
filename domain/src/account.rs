//! Accounts: what is asked of a login and a password, and how far somebody has come in.

use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{NAME_LIMIT, fold, parse_line};
use crate::vocabulary;

vocabulary! {
    /// How far a member has come in.
    pub enum MemberStatus {
        /// Was never here: has no password yet.
        Invited = "INVITED", "invited" | "invité";
        /// May sign in.
        Active = "ACTIVE", "active" | "actif";
        /// May not sign in any more.
        Disabled = "DISABLED", "disabled" | "désactivé";
    }
}

vocabulary! {
    /// What a one-time link is for; it can be used for nothing else.
    pub enum LinkPurpose {
        /// Signs an account in.
        SignIn = "SIGN_IN", "sign in" | "se connecter";
        /// Lets somebody who was invited choose a password.
        Invitation = "INVITATION", "accept an invitation" | "accepter une invitation";
        /// Lets somebody who forgot the password choose another.
        Reset = "RESET", "choose another password" | "choisir un autre mot de passe";
        /// Shows that an address reaches its account.
        Verification = "VERIFICATION", "confirm an address" | "confirmer une adresse";
    }
}

/// The fewest characters of a password: shorter ones are guessed.
pub const PASSWORD_SHORTEST: usize = 12;
/// The most characters of a password: longer texts only keep the hash busy.
pub const PASSWORD_LONGEST: usize = 128;

/// Checks a new password for the account with this login: long enough, not the login, and none of
/// those that everybody tries first. Nothing is asked about kinds of characters: that makes
/// passwords harder to remember and no harder to guess.
pub fn check_password(password: &str, login: &str, field: &str) -> Result<(), Refusal> {
    let refuse = |code| Err(Refusal::new(code, field));
    let length = password.chars().count();
    if length < PASSWORD_SHORTEST {
        return Err(too_long_or_short(RefusalCode::TooShort, field, PASSWORD_SHORTEST));
    }
    if length > PASSWORD_LONGEST {
        return Err(too_long_or_short(RefusalCode::TooLong, field, PASSWORD_LONGEST));
    }
    let plain = plain(password);
    let name = login.split('@').next().unwrap_or(login);
    let is_login = [login, name].iter().any(|text| core(&plain) == core(&self::plain(text)));
    if is_login || is_common(&plain) {
        return refuse(RefusalCode::Guessable);
    }
    Ok(())
}

fn too_long_or_short(code: RefusalCode, field: &str, limit: usize) -> Refusal {
    Refusal::new(code, field).missing(limit.to_string())
}

/// As it is compared: without case, accents and what stands between.
fn plain(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Without the digits that people put behind.
fn core(plain: &str) -> &str {
    let core = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    if core.is_empty() { plain } else { core }
}

/// Whether it is one of those that are tried first: a word of the list with digits behind it or
/// written twice, a row of keys, or a few characters over and over.
fn is_common(plain: &str) -> bool {
    let core = core(plain);
    let mut kinds: Vec<char> = plain.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    let is_row = |text: &str| ROWS.iter().any(|row| row.contains(text));
    let half = plain.len() / 2;
    let twice = plain.is_char_boundary(half) && plain[..half] == plain[half..];
    kinds.len() < 5
        || is_row(plain)
        || COMMON.contains(&core)
        || (twice && (COMMON.contains(&self::core(&plain[..half])) || is_row(&plain[..half])))
}

/// Keys in the order in which fingers and tongues run over them.
const ROWS: [&str; 6] = [
    "1234567890123456789012345678901234567890",
    "0987654321098765432109876543210987654321",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbnazertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];

/// What leaked lists of passwords are full of, without digits behind.
const COMMON: [&str; 40] = [
    "password",
    "passwort",
    "passw0rd",
    "p4ssw0rd",
    "mypassword",
    "password1password",
    "motdepasse",
    "monmotdepasse",
    "changeme",
    "changemenow",
    "changeit",
    "letmein",
    "letmeinplease",
    "welcome",
    "welcometo",
    "bienvenue",
    "iloveyou",
    "iloveyouforever",
    "jetaime",
    "administrator",
    "administrateur",
    "admin",
    "adminadmin",
    "root",
    "default",
    "secret",
    "topsecret",
    "supersecret",
    "qwerty",
    "qwertyuiop",
    "azerty",
    "azertyuiop",
    "banyan",
    "openlmis",
    "openimis",
    "openmrs",
    "dhis",
    "district",
    "correcthorsebatterystaple",
    "trustno",
];

/// A login, as it is kept and compared: one line in small letters.
pub fn parse_login(text: &str, field: &str) -> Result<String, Refusal> {
    parse_line(text, field, NAME_LIMIT).map(|login| login.to_lowercase())
}

/// Whether a login can be written to: an e-mail address.
pub fn is_address(login: &str) -> bool {
    let Some((name, host)) = login.rsplit_once('@') else {
        return false;
    };
    let is_plain = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace());
    is_plain(name)
        && !name.contains('@')
        && is_plain(host)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
}

/// What a person typed about themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileDraft {
    /// The name shown to others.
    pub display_name: String,
    /// The language that Banyan speaks with them.
    pub locale: crate::text::Locale,
}

impl ProfileDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let name = refusals.take(parse_line(&self.display_name, "displayName", NAME_LIMIT));
        let locale = self.locale;
        refusals.finish(name.map(|display_name| Self { display_name, locale }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(password: &str, expected: Option<RefusalCode>) {
        let found = check_password(password, "anna.muster@example.org", "password");
        assert_eq!(found.err().map(|refusal| refusal.code), expected, "{password}");
    }

    /// A password is long, not the login, and not what everybody tries first.
    #[test]
    fn weak_passwords_are_refused() {
        check("correct horse battery", None);
        check("le chat mange une pomme", None);
        check("Tr0ub4dor&3-long", None);
        check("short", Some(RefusalCode::TooShort));
        check(&"é".repeat(129), Some(RefusalCode::TooLong));
        check("anna.muster@example.org", Some(RefusalCode::Guessable));
        check("Anna Muster 2026", Some(RefusalCode::Guessable));
        check("Password123456", Some(RefusalCode::Guessable));
        check("passwordpassword", Some(RefusalCode::Guessable));
        check("mot de passe 1", Some(RefusalCode::Guessable));
        check("123456789012", Some(RefusalCode::Guessable));
        check("qwertyuiopas", Some(RefusalCode::Guessable));
        check("aaaaaaaaaaaa", Some(RefusalCode::Guessable));
        check("correct horse battery staple", Some(RefusalCode::Guessable));
    }

    /// What letters can be sent to is told from a short name.
    #[test]
    fn addresses_are_told_from_names() {
        for address in ["anna@example.org", "a.b+c@mail.example.org"] {
            assert!(is_address(address), "{address}");
        }
        for name in ["anna", "@example.org", "anna@", "anna@host", "a b@example.org", "a@b@c.d"] {
            assert!(!is_address(name), "{name}");
        }
    }
}
