//! Where a record stands with everything that it hangs on, seen or not: what the log keeps of the
//! moment of a change.

use super::View;
use crate::snapshot::held::{match_noun, with_noun};
use crate::snapshot::{Held, Snapshot};
use domain::identifier::CommunityId;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A record and everything that it hangs on, each with where it stands itself. What is missing
/// stands nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground(pub BTreeMap<Uuid, Place>);

impl Ground {
    /// Where the record is to be seen: whoever looks there sees all that it hangs on.
    pub fn place(&self) -> Place {
        let nothing_hidden = Place { community: None, visibility: Visibility::Public };
        self.0.values().copied().fold(nothing_hidden, Place::narrowest)
    }
}

impl View {
    /// Whether something that a record hangs on is gone.
    pub(crate) fn is_cut_off<R: Held>(&self, record: &R) -> bool {
        let is_gone = |(noun, id): (&str, Uuid)| with_noun!(noun, P => !self.snapshot.rows::<P>().contains_key(&id), else true);
        record.hangs_on().into_iter().any(is_gone)
    }

    /// Where a record would stand here.
    pub(crate) fn ground<R: Held>(&self, record: &R) -> Ground {
        self.snapshot.ground(record)
    }

    /// Whose a record is: its own community, or that of what it is a part of.
    pub(crate) fn home<R: Held>(&self, record: &R) -> Option<CommunityId> {
        self.snapshot.home(record)
    }

    /// Where the evidence about a record stands.
    pub(crate) fn grounds_of_evidence(&self, id: Uuid) -> impl Iterator<Item = (Uuid, Ground)> {
        let snapshot = &self.snapshot;
        let said = snapshot.evidence_of.get(&id).into_iter().flatten();
        let said = said.filter_map(|id| snapshot.evidence.get(id));
        said.map(|row| (row.id.0, snapshot.ground(&**row)))
    }
}

impl Snapshot {
    fn ground<R: Held>(&self, record: &R) -> Ground {
        let mut ground = Ground::default();
        self.gather(record, &mut ground);
        ground
    }

    fn gather<R: Held>(&self, record: &R, ground: &mut Ground) {
        let below = record.hangs_on();
        let place = match record.place() {
            Some(place) => place,
            // Of an account that stands by itself only the owner reads the log.
            None if below.is_empty() => Place::NOWHERE,
            None => Place { community: None, visibility: Visibility::Public },
        };
        ground.0.insert(record.uuid(), place);
        for (noun, id) in below {
            with_noun!(noun, P => match self.rows::<P>().get(&id) {
                Some(row) => self.gather::<P>(row, ground),
                None => { ground.0.insert(id, Place::NOWHERE); }
            }, else { ground.0.insert(id, Place::NOWHERE); });
        }
    }

    fn home<R: Held>(&self, record: &R) -> Option<CommunityId> {
        if R::NOUN == "community" {
            return Some(CommunityId(record.uuid()));
        }
        let Some(place) = record.place() else {
            let (noun, id) = record.hangs_on().first().copied()?;
            return with_noun!(noun, P => {
                self.rows::<P>().get(&id).and_then(|row| self.home::<P>(row))
            }, else None);
        };
        place.community
    }
}
