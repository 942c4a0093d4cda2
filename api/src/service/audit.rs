//! Whether the change log is whole: the chain of hashes is made anew from the first change to the
//! ledger's head, and the first link that does not hold is named. Reads only, page by page.

use crate::error::Result;
use crate::op::{ERASED, chain, digest};
use crate::store::Reader;
use domain::identifier::ChangeId;
use entity::record::List;
use entity::{change, change_value, ledger};
use sea_orm::EntityTrait;
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

mod denial;
mod page;
pub use denial::denials;
use page::Link;

/// The end of the log, to be kept where nobody can reach both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many revisions there are.
    pub revision: i64,
    /// The hash of the last change; empty without any.
    pub hash: String,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many changes hold, from the first one on.
    pub changes: u64,
    /// How many of them have no values any more, because these were erased.
    pub erased: u64,
    /// Where the log ends.
    pub head: Head,
    /// The first link that does not hold.
    pub broken: Option<Broken>,
    /// Whether the kept head is one of the log; none when no head was given.
    pub kept: Option<bool>,
}

/// A link of the chain that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its revision.
    pub revision: i64,
    /// Its place within the revision.
    pub position: i32,
    /// Its id, when there is a change.
    pub id: Option<ChangeId>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The change, or the one before it, is not what was chained.
    Altered,
    /// The values are not those of the change.
    AlteredValue,
    /// The values are gone though nothing of this record was erased.
    MissingValue,
    /// No change stands where one must.
    Missing,
    /// The ledger tells of changes that are not there.
    Truncated,
    /// The ledger's head is not the hash of the last change, or changes stand behind it.
    Head,
}

impl fmt::Display for Head {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.revision, self.hash)
    }
}

impl Head {
    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (revision, hash) = text.trim().split_once(':')?;
        Some(Self { revision: revision.parse().ok()?, hash: hash.to_owned() })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Altered => "the change, or its place in the chain, was altered",
            Self::AlteredValue => "its values were altered",
            Self::MissingValue => "its values are missing, and no erasure accounts for it",
            Self::Missing => "a change is missing here",
            Self::Truncated => "the log ends before the ledger's last change",
            Self::Head => "the ledger's head is not the last change",
        })
    }
}

/// Where the log ends, as the ledger says.
pub async fn head(reader: &Reader) -> Result<Head> {
    let ledger = ledger::Entity::find_by_id(1).one(reader).await?;
    let (revision, hash) = ledger.map(|ledger| (ledger.revision, ledger.head)).unwrap_or_default();
    Ok(Head { revision, hash })
}

/// Makes the chain anew and names the first link that does not hold. A head that was kept outside
/// tells what the chain alone cannot: whether its end was taken away together with the ledger's.
pub async fn verify(reader: &Reader, kept: Option<&Head>) -> Result<Report> {
    let pinned = reader.pinned().await?;
    let ledger = ledger::Entity::find_by_id(1).one(&pinned).await?;
    let ledger = ledger.unwrap_or(ledger::Model { id: 1, revision: 0, head: String::new() });
    let mut walk = Walk::new(kept);
    let mut behind = (0, -1);
    while walk.broken.is_none() {
        let links = page::read(&pinned, behind).await?;
        let Some(last) = links.last() else { break };
        behind = (last.revision, last.position);
        for link in links {
            if walk.take(link).is_err() {
                break;
            }
        }
    }
    pinned.end().await?;
    Ok(walk.finish(&ledger))
}

/// The chain so far.
struct Walk<'a> {
    head: Head,
    position: i32,
    changes: u64,
    erased: u64,
    /// Changes without values whose erasure has not come yet, by the record they belong to.
    unaccounted: BTreeMap<Uuid, Broken>,
    /// The records that the present revision has touched so far, and whether it erases.
    touched: Vec<Uuid>,
    erases: bool,
    broken: Option<Broken>,
    kept: Option<(&'a Head, bool)>,
}

/// The chain broke.
struct Stop;

impl<'a> Walk<'a> {
    fn new(kept: Option<&'a Head>) -> Self {
        let head = Head { revision: 0, hash: String::new() };
        Self {
            kept: kept.map(|kept| (kept, *kept == head)),
            head,
            position: -1,
            changes: 0,
            erased: 0,
            unaccounted: BTreeMap::new(),
            touched: Vec::new(),
            erases: false,
            broken: None,
        }
    }

    fn take(&mut self, link: Link) -> Result<(), Stop> {
        let next = (self.head.revision, self.position.saturating_add(1));
        let first = (self.head.revision + 1, 0);
        let stands = (link.revision, link.position);
        if stands == first {
            self.close_revision();
        } else if stands != next || self.changes == 0 {
            let within = self.changes > 0 && link.revision == self.head.revision;
            let (revision, position) = if within { next } else { first };
            return self.stop(Broken { revision, position, id: None, fault: Fault::Missing });
        }
        let broken =
            |id, fault| Broken { revision: link.revision, position: link.position, id, fault };
        let Some(change) = link.change else {
            return self.stop(broken(None, Fault::Altered));
        };
        if chain(&self.head.hash, &change) != change.hash {
            return self.stop(broken(Some(change.id), Fault::Altered));
        }
        match &link.value {
            Some(value) if digest(value) != change.digest => {
                return self.stop(broken(Some(change.id), Fault::AlteredValue));
            }
            Some(_) => {}
            None => {
                self.erased += 1;
                let missing = broken(Some(change.id), Fault::MissingValue);
                self.unaccounted.entry(change.subject_id).or_insert(missing);
            }
        }
        self.hold(&change, stands);
        Ok(())
    }

    fn hold(&mut self, change: &change::Model, (revision, position): (i64, i32)) {
        let List(fields) = &change.fields;
        self.erases |= fields.iter().any(|field| field == ERASED);
        self.touched.push(change.subject_id);
        self.changes += 1;
        self.position = position;
        self.head = Head { revision, hash: change.hash.clone() };
    }

    /// A revision that erases accounts for the missing values of what it touched.
    fn close_revision(&mut self) {
        if self.erases {
            for id in &self.touched {
                self.unaccounted.remove(id);
            }
        }
        if let Some((kept, found)) = &mut self.kept {
            *found |= **kept == self.head;
        }
        self.touched.clear();
        self.erases = false;
    }

    fn stop(&mut self, broken: Broken) -> Result<(), Stop> {
        self.broken = Some(broken);
        Err(Stop)
    }

    fn finish(mut self, ledger: &ledger::Model) -> Report {
        self.close_revision();
        let unaccounted = self.unaccounted.into_values();
        let unaccounted = unaccounted.min_by_key(|broken| (broken.revision, broken.position));
        let at_the_end = || {
            let end = |fault| Broken {
                revision: self.head.revision,
                position: self.position,
                id: None,
                fault,
            };
            match self.head.revision < ledger.revision {
                true => Some(end(Fault::Truncated)),
                false if self.head.revision != ledger.revision => Some(end(Fault::Head)),
                false => (self.head.hash != ledger.head).then(|| end(Fault::Head)),
            }
        };
        let broken = match (unaccounted, self.broken) {
            (Some(missing), _) => Some(missing),
            (None, Some(broken)) => Some(broken),
            (None, None) => at_the_end(),
        };
        Report {
            changes: self.changes,
            erased: self.erased,
            broken,
            kept: self.kept.map(|(_, found)| found),
            head: self.head,
        }
    }
}

/// The values of a change, as the log has them.
type Value = Option<change_value::Model>;
