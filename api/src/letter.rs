//! Letters: what Banyan writes to people by mail, where an operator has said how it leaves. They are
//! written and sent beside the requests that ask for them, so that no answer waits for a mail server
//! or tells by its time whether there was anybody to write to.

mod carrier;
mod digest;
mod post;
mod settings;
mod text;

use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use domain::account::{LinkPurpose, is_address};
use domain::identifier::AccountId;
use domain::text::Locale;
pub use lettre::Address;

use crate::auth::link;
use crate::auth::secret::Secret;
use crate::snapshot::Applier;
pub use digest::Digest;
pub use post::Post;
pub use settings::{Patience, Settings};

/// The way letters leave, once an operator has said it.
#[derive(Debug)]
pub struct Letters {
    accounts: Arc<Applier>,
    post: OnceLock<Arc<Post>>,
}

impl Letters {
    /// No way yet, to people whose accounts are there.
    pub(crate) fn to(accounts: Arc<Applier>) -> Self {
        Self { accounts, post: OnceLock::new() }
    }

    /// Says how letters leave from now on. Said once: what is said later changes nothing.
    pub fn send_through(&self, settings: Settings) {
        self.post.get_or_init(|| Arc::new(Post::new(settings, self.accounts.clone())));
    }

    /// Where letters are handed in; nothing where none are sent.
    pub fn post(&self) -> Option<&Arc<Post>> {
        self.post.get()
    }
}

/// The address that a login is; nothing for a short name, which no letter reaches.
pub fn address(login: &str) -> Option<Address> {
    login.parse().ok().filter(|_| is_address(login))
}

/// What is to be told to one person. It has no `Debug`: neither its reader nor its link belongs in a
/// log.
pub struct Letter {
    /// Whose; it is not sent once that is gone or may not sign in any more.
    pub account: AccountId,
    /// Where it goes.
    pub to: Address,
    /// How its reader is called.
    pub name: String,
    /// The language that Banyan speaks with them.
    pub locale: Locale,
    /// When it is written.
    pub at: DateTime<Utc>,
    /// What it says.
    pub matter: Matter,
}

/// What a letter is about.
pub enum Matter {
    /// Its reader was made a member.
    Invitation {
        /// Of which community.
        community: String,
        /// By whom; nobody is named when it was the owner of the instance.
        inviter: Option<String>,
        /// Lets them in.
        link: Link,
    },
    /// Its reader forgot the password.
    Reset(Link),
    /// Its reader is to show that the address is theirs.
    Verification(Link),
    /// The password is another one now.
    PasswordChanged,
    /// Something wants its reader's attention.
    Digest(Digest),
}

impl Matter {
    /// What the log calls it.
    fn name(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::Reset(_) => "reset",
            Self::Verification(_) => "verification",
            Self::PasswordChanged => "password changed",
            Self::Digest(_) => "digest",
        }
    }
}

/// A one-time link, for the letter's reader alone.
pub struct Link {
    purpose: LinkPurpose,
    token: Secret,
    until: DateTime<Utc>,
}

impl Link {
    /// A link with a token that was made now.
    pub fn new(purpose: LinkPurpose, token: Secret, now: DateTime<Utc>) -> Self {
        Self { purpose, token, until: now + link::LIFETIME }
    }

    /// Its address on the site where people reach Banyan.
    fn url(&self, site: &str) -> String {
        format!("{site}{}", link::path(self.purpose, &self.token))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter goes to addresses only, and to none that could say something else to a mail server.
    #[test]
    fn letters_go_to_addresses() {
        assert!(address("anna@example.org").is_some() && address("zoé@example.org").is_some());
        for login in ["anna", "anna@host", "a@b.org>\r\nRCPT TO:<c@d.org", "a b@example.org", ""] {
            assert!(address(login).is_none(), "{login}");
        }
    }
}
