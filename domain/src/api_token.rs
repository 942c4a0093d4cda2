//! API tokens: how a program works for an account, with no more than a part of its rights, for a
//! time.

use chrono::{DateTime, TimeDelta, Utc};

use crate::community::Role;
use crate::identifier::CommunityId;
use crate::policy::Viewer;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{NAME_LIMIT, parse_line};
use crate::vocabulary;

vocabulary! {
    /// How much a token may do at most; its account's own rights bind it as well. No token manages
    /// members.
    pub enum TokenScope {
        /// Reads what a viewer reads.
        Read = "READ", "read" | "lire";
        /// Also records facts and proposes relationships, as an editor does.
        Propose = "PROPOSE", "read and propose" | "lire et proposer";
        /// Also confirms, ends, imports and undoes, as a manager does.
        Manage = "MANAGE", "read, propose and confirm" | "lire, proposer et confirmer";
    }
}

impl TokenScope {
    /// The highest role that a token of this scope is worth.
    pub fn ceiling(self) -> Role {
        match self {
            Self::Read => Role::Viewer,
            Self::Propose => Role::Editor,
            Self::Manage => Role::Manager,
        }
    }

    /// Whether this account may give it away, for one community or for all of its own. Whoever is no
    /// member anywhere still reads what everybody reads.
    pub fn is_within(self, maker: &Viewer, community: Option<CommunityId>) -> bool {
        let role = match community {
            Some(community) => maker.role_in(community),
            None => maker.highest_role().or(Some(Role::Viewer)),
        };
        role.is_some_and(|role| self.ceiling() <= role)
    }
}

/// How many days a token lives when nobody says.
pub const USUAL_DAYS: i64 = 90;
/// How many days a token may live: a year, also in a leap year.
pub const MOST_DAYS: i64 = 366;

/// What a person typed for a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenDraft {
    /// What it is for, in their words.
    pub name: String,
    /// How much it may do.
    pub scope: TokenScope,
    /// The one community that it works in; none is all of its account's.
    pub community: Option<CommunityId>,
    /// Until when; none is the usual time.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A token's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenFacts {
    /// What it is for.
    pub name: String,
    /// How much it may do.
    pub scope: TokenScope,
    /// The one community that it works in.
    pub community: Option<CommunityId>,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

impl TokenDraft {
    /// Checks everything at once, for a token that is made now for this account.
    pub fn parse(self, maker: &Viewer, now: DateTime<Utc>) -> Result<TokenFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let name = refusals.take(parse_line(&self.name, "name", NAME_LIMIT));
        if self.community.is_some_and(|community| maker.role_in(community).is_none()) {
            refusals.require(Err(Refusal::new(RefusalCode::NotFound, "communityId")));
        } else if !self.scope.is_within(maker, self.community) {
            refusals.require(Err(Refusal::new(RefusalCode::BeyondRights, "scope")));
        }
        let expires_at = refusals.take(expiry(self.expires_at, now));
        let (scope, community) = (self.scope, self.community);
        refusals.finish(name.zip(expires_at).map(|(name, expires_at)| TokenFacts {
            name,
            scope,
            community,
            expires_at,
        }))
    }
}

fn expiry(asked: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    let expires = asked.unwrap_or(now + TimeDelta::days(USUAL_DAYS));
    let latest = now + TimeDelta::days(MOST_DAYS);
    if expires > now && expires <= latest {
        return Ok(expires);
    }
    let range = format!("{}..{}", now.date_naive(), latest.date_naive());
    Err(Refusal::new(RefusalCode::DateOutOfRange, "expiresAt").missing(range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::community::Standing;
    use crate::identifier::AccountId;
    use crate::vocabulary::Word;
    use uuid::Uuid;

    fn maker(role: Role) -> Viewer {
        let standing = Standing { community: CommunityId(Uuid::from_u128(1)), role };
        Viewer::Account { id: AccountId(Uuid::nil()), standings: vec![standing] }
    }

    fn draft(scope: TokenScope) -> TokenDraft {
        TokenDraft { name: "Sync".to_owned(), scope, community: None, expires_at: None }
    }

    fn refused(draft: TokenDraft, maker: &Viewer) -> Vec<(RefusalCode, String)> {
        let refusals = draft.parse(maker, DateTime::UNIX_EPOCH).unwrap_err();
        refusals.into_iter().map(|refusal| (refusal.code, refusal.field)).collect()
    }

    /// Nobody makes a token that may do more than they may themselves; no scope is an admin's.
    #[test]
    fn a_scope_is_within_its_makers_rights() {
        for role in Role::ALL {
            for scope in TokenScope::ALL {
                let made = draft(*scope).parse(&maker(*role), DateTime::UNIX_EPOCH);
                assert_eq!(made.is_ok(), scope.ceiling() <= *role, "{role} {scope}");
                assert!(scope.ceiling() < Role::Admin);
            }
        }
        let elsewhere = Some(CommunityId(Uuid::from_u128(2)));
        let draft = TokenDraft { community: elsewhere, ..draft(TokenScope::Read) };
        let expected = [(RefusalCode::NotFound, "communityId".to_owned())];
        assert_eq!(refused(draft, &maker(Role::Admin)), expected);
    }

    /// A token ends after ninety days when nobody says, and after a year at the latest.
    #[test]
    fn a_token_ends() {
        let now = DateTime::UNIX_EPOCH;
        let until = |days: i64| {
            let draft = TokenDraft {
                expires_at: Some(now + TimeDelta::days(days)),
                ..draft(TokenScope::Read)
            };
            draft.parse(&maker(Role::Viewer), now)
        };
        let usual = draft(TokenScope::Read).parse(&maker(Role::Viewer), now).unwrap();
        assert_eq!(usual.expires_at, now + TimeDelta::days(90));
        assert!(until(1).is_ok() && until(366).is_ok());
        for days in [-1, 0, 367] {
            let refusal = until(days).unwrap_err().remove(0);
            assert_eq!(refusal.code, RefusalCode::DateOutOfRange);
            assert_eq!(refusal.missing, ["1970-01-01..1971-01-02"]);
        }
    }

    /// All faults are told at once.
    #[test]
    fn all_faults_are_told_at_once() {
        let draft = TokenDraft {
            name: " ".to_owned(),
            expires_at: Some(DateTime::UNIX_EPOCH),
            ..draft(TokenScope::Manage)
        };
        let fields: Vec<_> =
            refused(draft, &maker(Role::Viewer)).into_iter().map(|(_, field)| field).collect();
        assert_eq!(fields, ["name", "scope", "expiresAt"]);
    }
}
