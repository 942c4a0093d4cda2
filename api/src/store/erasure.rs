//! The list of what was erased, kept beside the database and not in it: an older copy of the
//! database that is put back is erased again from it. It holds ids and times, nothing of anybody.

use crate::error::{Error, Result};
use chrono::{DateTime, SecondsFormat, Utc};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// What is written before the noun of an erasure of which no byte is left in the database.
const FINISHED: &str = "finished";

/// One erasure of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// What was erased: the noun.
    pub noun: String,
    /// And the id.
    pub id: Uuid,
    /// Whether it was gone through to its end since it was last begun.
    pub finished: bool,
}

/// Where the list lies, once that is known.
#[derive(Debug, Default)]
pub struct Erasures(Mutex<Option<PathBuf>>);

impl Erasures {
    /// The list of an embedded database; of a server's it must be said where.
    pub fn beside(url: &str) -> Self {
        let file = url.strip_prefix("sqlite:").map(|rest| {
            let rest = rest.trim_start_matches("//");
            let path = rest.split('?').next().unwrap_or_default();
            PathBuf::from(format!("{path}.erasures"))
        });
        Self(Mutex::new(file))
    }

    /// Says where the list lies.
    pub fn keep_in(&self, file: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    fn file(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Everything that was erased, once each.
    pub fn list(&self) -> Result<Vec<Erasure>> {
        let Some(file) = self.file() else {
            return Ok(Vec::new());
        };
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Error::Internal(error.into())),
        };
        let mut list: Vec<Erasure> = Vec::new();
        for erasure in text.lines().filter_map(read) {
            let same = |one: &&mut Erasure| (&one.noun, one.id) == (&erasure.noun, erasure.id);
            match list.iter_mut().find(same) {
                Some(known) => known.finished = erasure.finished,
                None => list.push(erasure),
            }
        }
        Ok(list)
    }

    /// Adds to the list, before the erasure is made lasting: one that was begun is finished at the
    /// next start.
    pub fn add(&self, noun: &str, id: Uuid, at: DateTime<Utc>) -> Result<()> {
        self.append(noun, id, at)
    }

    /// Notes that no byte is left of what was erased, so that it is not gone through again.
    pub fn finish(&self, noun: &str, id: Uuid, at: DateTime<Utc>) -> Result<()> {
        self.append(&format!("{FINISHED} {noun}"), id, at)
    }

    fn append(&self, noun: &str, id: Uuid, at: DateTime<Utc>) -> Result<()> {
        let file = self.file().ok_or_else(|| {
            Error::internal("say with --keys FOLDER where the list of erasures is kept")
        })?;
        let at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let append = || -> std::io::Result<()> {
            let mut list: File = OpenOptions::new().create(true).append(true).open(&file)?;
            list.write_all(format!("{noun} {id} {at}\n").as_bytes())?;
            list.sync_all()
        };
        append().map_err(|error| Error::Internal(error.into()))
    }
}

/// Reads a line; one that was cut off tells nothing.
fn read(line: &str) -> Option<Erasure> {
    let rest = line.strip_prefix(FINISHED).map(str::trim_start);
    let mut words = rest.unwrap_or(line).split(' ');
    let (noun, id) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
    Some(Erasure { noun, id, finished: rest.is_some() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is added is listed, and whether it was finished since; a line that was cut off is passed
    /// over.
    #[test]
    fn the_list_is_kept() {
        let folder = std::env::temp_dir().join(format!("banyan-erasures-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite://{}/b.db?mode=rwc", folder.display());
        let erasures = Erasures::beside(&url);
        assert_eq!(erasures.list().unwrap(), []);
        let id = Uuid::from_u128(7);
        erasures.add("stakeholder", id, DateTime::UNIX_EPOCH).unwrap();
        let file = folder.join("b.db.erasures");
        let mut text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text, format!("stakeholder {id} 1970-01-01T00:00:00Z\n"));
        text.push_str("account 0000");
        std::fs::write(&file, text).unwrap();
        let listed = |finished| [Erasure { noun: "stakeholder".to_owned(), id, finished }].to_vec();
        assert_eq!(erasures.list().unwrap(), listed(false));
        std::fs::write(&file, "").unwrap();
        erasures.add("stakeholder", id, DateTime::UNIX_EPOCH).unwrap();
        erasures.finish("stakeholder", id, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(erasures.list().unwrap(), listed(true));
        erasures.add("stakeholder", id, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(erasures.list().unwrap(), listed(false), "it was begun again");
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(
            Erasures::beside("postgres://h/b").add("account", id, DateTime::UNIX_EPOCH).is_err()
        );
    }
}
