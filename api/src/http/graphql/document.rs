//! Which document a request means. It is given by its text, by its SHA-256, or by both; one look-up
//! finds it among the operations of this build's front end, those of the last weeks, and those that
//! clients have sent before. What is found passes the same limits as everything else.

mod cache;
mod check;
mod kept;
mod manifest;
mod switch;

use std::collections::HashMap;
use std::sync::Arc;

use arc_swap::ArcSwap;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::admit::Asked;
use super::caller::Caller;
use super::refused::Refused;
use crate::error::{Error, Result};
use cache::Cached;

pub use check::check;
pub use manifest::Manifest;
pub use switch::{FreeForm, Introspection};

/// A SHA-256.
pub type Digest = [u8; 32];

/// The digest of a document's text.
pub fn digest(text: &str) -> Digest {
    Sha256::digest(text).into()
}

/// Reads a digest from its 64 hexadecimal digits.
pub fn parse_digest(text: &str) -> Option<Digest> {
    let is_written = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut digest = [0; 32];
    for (byte, place) in digest.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(place..place + 2).filter(|_| is_written)?, 16).ok()?;
    }
    Some(digest)
}

/// What a client says of a document that it may have sent before: the extension `persistedQuery`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persisted {
    /// Its digest, in the only form that is spoken here.
    Digest(Digest),
    /// A form that is not spoken here.
    OtherVersion,
    /// It names a version and no digest that could be read.
    Malformed,
}

impl Persisted {
    /// Reads it from a request's extensions, of which all others are ignored.
    pub fn read(extensions: &Value) -> Option<Self> {
        let persisted = extensions.get("persistedQuery").filter(|value| !value.is_null())?;
        if persisted.get("version").and_then(Value::as_u64) != Some(1) {
            return Some(Self::OtherVersion);
        }
        let told = persisted.get("sha256Hash").and_then(Value::as_str);
        Some(told.and_then(parse_digest).map_or(Self::Malformed, Self::Digest))
    }
}

/// Where a document comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The front end of this build, or of one that was served lately.
    Trusted,
    /// Somebody sent it before, and this request only names it.
    Cached,
    /// The client wrote it.
    FreeForm,
}

/// What a look-up found out, to be given back once the document was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it comes from.
    pub origin: Origin,
    /// Under which digest the client will name it from now on.
    keep: Option<Digest>,
}

/// Which documents are answered to whom.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The front end's own, to everybody.
    pub manifest: Manifest,
    /// All others, to these.
    pub free_form: FreeForm,
    /// Whether they may ask the schema about itself.
    pub introspection: Introspection,
}

/// All documents that are known by their digests.
#[derive(Debug, Default)]
pub struct Documents {
    settings: Settings,
    earlier: ArcSwap<HashMap<Digest, Arc<str>>>,
    cached: Cached,
}

impl Documents {
    /// Those of this build.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Completes a request by the text that it means, or says why it has none or none for this caller.
    pub fn find(&self, caller: &Caller, asked: &mut Asked) -> Result<Found, Refused> {
        let found = match asked.persisted.take() {
            None => self.given(digest(&asked.query), None),
            Some(Persisted::OtherVersion) => return Err(Error::PersistedQueryVersion.into()),
            Some(Persisted::Malformed) => return Err(Refused::Malformed(NO_DIGEST)),
            Some(Persisted::Digest(named)) if asked.query.is_empty() => {
                let (origin, text) = self.named(&named).ok_or(Error::PersistedQueryUnknown)?;
                asked.query = text.to_string();
                Found { origin, keep: None }
            }
            Some(Persisted::Digest(named)) if named == digest(&asked.query) => {
                self.given(named, Some(named))
            }
            Some(Persisted::Digest(_)) => return Err(Refused::Malformed(OTHER_DIGEST)),
        };
        match found.origin {
            Origin::Trusted => Ok(found),
            Origin::Cached | Origin::FreeForm => {
                Ok(self.settings.free_form.admit(caller).map(|()| found)?)
            }
        }
    }

    /// Refuses a document that asks the schema about itself where that is off.
    pub fn check_introspection(&self, text: &str) -> Result<()> {
        self.settings.introspection.check(text)
    }

    /// Remembers a document that was let in, when its client wants to name it from now on.
    pub fn keep(&self, found: Found, text: &str) {
        if let Some(digest) = found.keep {
            self.cached.keep(digest, text);
        }
    }

    fn given(&self, digest: Digest, keep: Option<Digest>) -> Found {
        match self.trusted(&digest) {
            Some(_) => Found { origin: Origin::Trusted, keep: None },
            None => Found { origin: Origin::FreeForm, keep },
        }
    }

    fn named(&self, digest: &Digest) -> Option<(Origin, Arc<str>)> {
        match self.trusted(digest) {
            Some(text) => Some((Origin::Trusted, text)),
            None => Some((Origin::Cached, self.cached.find(digest)?)),
        }
    }

    fn trusted(&self, digest: &Digest) -> Option<Arc<str>> {
        let own = self.settings.manifest.find(digest).cloned();
        own.or_else(|| self.earlier.load().get(digest).cloned())
    }
}

const NO_DIGEST: &str =
    "The parameter extensions.persistedQuery.sha256Hash must be 64 hexadecimal digits.";
const OTHER_DIGEST: &str =
    "The parameter extensions.persistedQuery.sha256Hash is not the digest of the query.";

#[cfg(test)]
mod tests;
