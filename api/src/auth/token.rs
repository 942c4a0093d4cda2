//! Access tokens: short-lived, signed, and naming the session that they belong to.

use chrono::{DateTime, TimeDelta, Utc};
use domain::identifier::AccountId;
use jsonwebtoken::{Algorithm, Validation};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::key::Keys;
use crate::error::{Error, Result};

/// How long an access token is good for.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

/// Clocks of two machines may differ by this much.
const LEEWAY: TimeDelta = TimeDelta::seconds(5);
/// Ours are about 500 bytes; nothing longer is even looked at.
const LONGEST: usize = 2_048;
const ISSUER: &str = "banyan";
const AUDIENCE: &str = "banyan-api";

/// What a token says. Every claim is required, and of exactly this type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Who issued it.
    pub iss: String,
    /// Whom it is meant for.
    pub aud: String,
    /// Which account it stands for.
    pub sub: AccountId,
    /// Which session it belongs to.
    pub sid: Uuid,
    /// Its own id.
    pub jti: Uuid,
    /// When it was issued, in seconds since 1970.
    pub iat: i64,
    /// From when it is good.
    pub nbf: i64,
    /// Until when it is good.
    pub exp: i64,
}

/// Signs a token for a session.
pub fn issue(
    keys: &Keys,
    account: AccountId,
    session: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<String> {
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        sub: account,
        sid: session,
        jti: id,
        iat: now.timestamp(),
        nbf: now.timestamp(),
        exp: (now + LIFETIME).timestamp(),
    };
    let token = jsonwebtoken::encode(&keys.header, &claims, &keys.signing);
    token.map_err(|error| Error::Internal(error.into()))
}

/// Reads a token of ours that is good now. Time is a parameter, so the library's own look at the
/// clock is switched off and done here.
pub fn verify(keys: &Keys, token: &str, now: DateTime<Utc>) -> Result<Claims> {
    let header = token.split('.').next();
    if token.len() > LONGEST || header != Some(keys.encoded_header.as_str()) {
        return Err(Error::Unauthenticated);
    }
    let decoded = jsonwebtoken::decode::<Claims>(token, &keys.verifying, &validation());
    let claims = decoded.map_err(|_| Error::Unauthenticated)?.claims;
    let (earliest, latest) = ((now - LEEWAY).timestamp(), (now + LEEWAY).timestamp());
    let in_time = claims.exp > earliest && claims.nbf <= latest && claims.iat <= latest;
    let as_issued = claims.exp.checked_sub(claims.iat) == Some(LIFETIME.num_seconds());
    if in_time && as_issued { Ok(claims) } else { Err(Error::Unauthenticated) }
}

fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[AUDIENCE]);
    validation.validate_exp = false;
    validation
}

#[cfg(test)]
mod tests;
