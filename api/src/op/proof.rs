//! By what somebody has shown who they are: a person who signed in decides about their own account;
//! a token of theirs works for them and never decides about them.

use domain::identifier::{AccountId, ApiTokenId};
use domain::policy::Viewer;
use uuid::Uuid;

use super::Op;
use crate::error::{Error, Result};

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
}
