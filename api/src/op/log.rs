//! What a change is in the log: which fields, which digest, and the chain of hashes.

use super::erasing::ERASED;
use crate::clock::random_bytes;
use crate::error::{Error, Result};
use crate::snapshot::Patch;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use domain::identifier::CommunityId;
use domain::policy::Place;
use entity::record::List;
use entity::{change, change_value};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// A change that is not yet chained: its place in the commit, its subject and its values.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The noun.
    pub(super) noun: &'static str,
    /// The row.
    pub(super) id: uuid::Uuid,
    /// The record before.
    pub(super) before: Option<Value>,
    /// The record after.
    pub(super) after: Option<Value>,
    /// Whose record it is.
    pub(super) home: Option<CommunityId>,
    /// Where those look who may read of it.
    pub(super) audience: Place,
    /// What else changed, of which the log keeps no values.
    pub(super) told: Vec<&'static str>,
    /// Whether the log loses what it knew of the record.
    pub(super) erased: bool,
}

impl Step {
    /// The fields that differ; bookkeeping of the record itself is not told.
    pub(super) fn fields(&self) -> Vec<String> {
        let empty = Map::new();
        let object = |value: &Option<Value>| match value {
            Some(Value::Object(object)) => object.clone(),
            _ => empty.clone(),
        };
        let (before, after) = (object(&self.before), object(&self.after));
        let names: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
        let told = names.into_iter().filter(|name| !BOOKKEEPING.contains(&name.as_str()));
        let told = told.filter(|name| before.get(*name) != after.get(*name)).cloned();
        let erased = self.erased.then_some(ERASED);
        let mut fields: Vec<String> =
            told.chain(self.told.iter().copied().chain(erased).map(str::to_owned)).collect();
        fields.sort();
        fields.dedup();
        fields
    }

    /// The step as the applier takes it.
    pub(super) fn patch(&self) -> Patch {
        let after = self.after.as_ref().map(Value::to_string);
        Patch { noun: self.noun.to_owned(), id: self.id, after }
    }

    /// The values of the log, salted; of what was erased only what is left.
    pub(super) fn values(&self, id: domain::identifier::ChangeId) -> change_value::Model {
        change_value::Model {
            change_id: id,
            before: self.before.as_ref().filter(|_| !self.erased).map(Value::to_string),
            after: self.after.as_ref().map(Value::to_string),
            salt: BASE64.encode(random_bytes::<16>()),
        }
    }
}

/// Fields of a record that say nothing about what it is about.
pub const BOOKKEEPING: &[&str] = &["version", "createdAt", "updatedAt"];

/// The digest of a change's values: without the salt it tells nothing about a guessable value.
pub fn digest(values: &change_value::Model) -> String {
    let mut hasher = Sha256::new();
    for part in [Some(&values.salt), values.before.as_ref(), values.after.as_ref()] {
        let part = part.map(String::as_str).unwrap_or("\u{0}");
        hasher.update(part.len().to_be_bytes());
        hasher.update(part.as_bytes());
    }
    BASE64.encode(hasher.finalize())
}

/// The hash that chains a change to the one before it.
pub fn chain(head: &str, change: &change::Model) -> String {
    let List(fields) = &change.fields;
    let account = change.account_id.map(|id| id.0.to_string()).unwrap_or_default();
    let import = change.import_id.map(|id| id.0.to_string()).unwrap_or_default();
    let community = |id: Option<CommunityId>| id.map(|id| id.0.to_string()).unwrap_or_default();
    let parts = [
        head.to_owned(),
        change.id.0.to_string(),
        change.revision.to_string(),
        change.position.to_string(),
        change.at.timestamp_micros().to_string(),
        account,
        change.noun.clone(),
        change.subject_id.to_string(),
        fields.join(","),
        import,
        community(change.community_id),
        community(change.audience_id),
        change.visibility.to_string(),
        change.digest.clone(),
    ];
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_be_bytes());
        hasher.update(part.as_bytes());
    }
    BASE64.encode(hasher.finalize())
}

/// A record as the JSON of the log.
pub(super) fn image<R: serde::Serialize>(record: &R) -> Result<Value> {
    serde_json::to_value(record).map_err(|error| Error::Internal(error.into()))
}
