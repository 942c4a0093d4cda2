//! What a write knows of the version that it writes over. Whoever knows none says why.

use crate::error::{Error, Result};
use domain::refusal::{Refusal, RefusalCode};
use entity::record::Record;

/// What is expected of a record that is changed or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The version that the actor has read: what has moved on since is not written over.
    Version(i32),
    /// No version: the write has compared what it writes over, as undoing does field by field.
    Compared,
    /// No version: all records of a sort are meant, whatever they have become.
    Sweep,
    /// No version: the command line names the outcome and has read nothing.
    Command,
}

impl Expected {
    pub(super) fn check<R: Record>(self, record: &R) -> Result<()> {
        match self {
            Self::Version(version) => unmoved(record, version),
            Self::Compared | Self::Sweep | Self::Command => Ok(()),
        }
    }
}

/// Refuses a record that has moved on since the actor read it; for rules that would otherwise
/// speak of a state that the actor has not seen.
pub fn unmoved<R: Record>(record: &R, expected: i32) -> Result<()> {
    if record.version() == expected {
        return Ok(());
    }
    let refusal = Refusal::new(RefusalCode::StaleVersion, "expectedVersion");
    Err(Error::conflict(refusal.missing(record.version().to_string())))
}
