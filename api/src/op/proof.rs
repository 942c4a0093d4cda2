//! By what somebody has shown who they are: a person who signed in decides about their own account;
//! a token of theirs works for them and never decides about them.

use domain::identifier::{AccountId, ApiTokenId};
use domain::policy::Viewer;
use uuid::Uuid;

use super::{Op, denial, denied};
use crate::error::{Error, Result};

/// What the log of denials calls what only a person may decide who signed in.
pub const IN_PERSON: &str = "DECIDE_IN_PERSON";
/// What it calls what only the owner of the instance does.
pub const OWNER: &str = "OWN_INSTANCE";

/// What an operation was begun with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Nothing: not signed in, or on the machine itself.
    Nothing,
    /// This session, begun by signing in.
    Session(Uuid),
    /// This API token.
    Token(ApiTokenId),
}

/// Who asks, and by what they have shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Who.
    pub viewer: Viewer,
    /// By what.
    pub proof: Proof,
}

impl Identity {
    /// Somebody who is not signed in.
    pub const ANONYMOUS: Self = Self { viewer: Viewer::Anonymous, proof: Proof::Nothing };
}

impl Op {
    /// By what the viewer has shown who they are.
    pub fn proof(&self) -> Proof {
        self.proof
    }

    /// The account and the session of somebody who signed in: what decides about passwords,
    /// profiles, sessions and tokens.
    pub fn in_person(&self) -> Result<(AccountId, Uuid)> {
        match (self.viewer().account(), self.proof) {
            (Some(account), Proof::Session(session)) => Ok((account, session)),
            (Some(_), _) => Err(Error::Forbidden),
            (None, _) => Err(Error::Unauthenticated),
        }
    }

    /// As `in_person`, for whoever is about to decide; a denial is recorded.
    pub async fn allow_in_person(&self) -> Result<(AccountId, Uuid)> {
        let who = self.in_person();
        if who.is_err() {
            denial::record(self, &self.viewer(), IN_PERSON, None).await?;
        }
        who
    }

    /// Lets only the command line on the machine itself go on; a denial is recorded.
    pub async fn allow_owner(&self) -> Result<()> {
        let viewer = self.viewer();
        if viewer == Viewer::Owner {
            return Ok(());
        }
        denial::record(self, &viewer, OWNER, None).await?;
        Err(denied(&self.view(), None))
    }
}
