//! The rows behind the indices of a graph, and where each stands as a small number, so that a walk
//! asks for no row and no map to know what its viewer sees.

use domain::graph::paged::Paged;
use domain::identifier::CommunityId;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// So many indices without a row are never too many.
const FEW: u32 = 64;

/// One row behind an index; the id stays when the row is gone, so that ids stay in order.
#[derive(Clone, Debug)]
pub(super) struct Entry<R> {
    id: Uuid,
    row: Option<Arc<R>>,
    place: u32,
    stands: bool,
}

impl<R> Entry<R> {
    /// A row that stands in this place, and whether it is shown by default.
    pub(super) fn new(id: Uuid, row: &Arc<R>, place: u32, standing: Standing) -> Self {
        let stands = standing == Standing::Shown;
        Self { id, row: Some(row.clone()), place, stands }
    }
}

/// Whether a row is shown to those who do not ask for what was put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is.
    Shown,
    /// It is archived or retracted.
    PutAway,
}

/// Rows by index, in order of id.
#[derive(Clone, Debug)]
pub struct Column<R> {
    entries: Paged<Entry<R>>,
    gone: u32,
}

impl<R> Column<R> {
    /// How many indices there are, those of rows that are gone too.
    pub fn count(&self) -> u32 {
        self.entries.count()
    }

    /// The row of an index; none when it is gone.
    pub fn get(&self, index: usize) -> Option<&Arc<R>> {
        self.entries.get(u32::try_from(index).ok()?)?.row.as_ref()
    }

    /// The row of each index.
    pub fn iter(&self) -> impl Iterator<Item = Option<&Arc<R>>> {
        self.entries.iter().map(|entry| entry.row.as_ref())
    }

    /// The rows that are there, in order of id.
    pub fn present(&self) -> impl Iterator<Item = &Arc<R>> {
        self.iter().flatten()
    }

    /// The index of a row.
    pub fn find(&self, id: Uuid) -> Option<u32> {
        let index = self.seek(id);
        let entry = self.entries.get(index)?;
        (entry.id == id && entry.row.is_some()).then_some(index)
    }

    /// The id that an index belongs to, whether its row is there or gone.
    pub fn id(&self, index: u32) -> Option<Uuid> {
        self.entries.get(index).map(|entry| entry.id)
    }

    /// The first index whose id is not before this one.
    pub(super) fn seek(&self, id: Uuid) -> u32 {
        // New rows come last.
        match self.count().checked_sub(1).and_then(|last| self.id(last)) {
            Some(last) if last < id => self.count(),
            _ => self.entries.partition_point(|entry| entry.id < id),
        }
    }

    /// Where each row that is there stands, and whether it is shown by default.
    pub(super) fn standing(&self, places: &Places) -> impl Iterator<Item = (Option<Place>, bool)> {
        let present = self.entries.iter().filter(|entry| entry.row.is_some());
        present.map(|entry| (places.place(entry.place), entry.stands))
    }

    /// Whether the row of an index is there and stands where `seen` says so.
    pub(super) fn is_seen(&self, index: u32, seen: &[bool]) -> bool {
        let entry = self.entries.get(index);
        entry.is_some_and(|entry| {
            entry.row.is_some() && seen.get(entry.place as usize) == Some(&true)
        })
    }

    /// As `is_seen`, of what is shown by default.
    pub(super) fn is_shown(&self, index: u32, seen: &[bool]) -> bool {
        self.entries.get(index).is_some_and(|entry| entry.stands) && self.is_seen(index, seen)
    }

    /// Whether so many indices belong to nothing that giving them anew is better.
    pub(super) fn is_mostly_gone(&self) -> bool {
        self.gone > FEW && self.gone > self.count() / 4
    }
}

impl<R: Clone> Column<R> {
    /// Puts a row in the place of the one with the same id.
    pub(super) fn set(&mut self, index: u32, entry: Entry<R>) {
        if let Some(known) = self.entries.get_mut(index) {
            self.gone -= u32::from(known.row.is_none());
            *known = entry;
        }
    }

    /// Puts a row before the one with this index and moves that and all after it by one.
    pub(super) fn insert(&mut self, index: u32, entry: Entry<R>) {
        let mut moving = entry;
        for later in index..self.count() {
            if let Some(known) = self.entries.get_mut(later) {
                std::mem::swap(known, &mut moving);
            }
        }
        self.entries.push(moving);
    }

    /// Takes the row of an index away.
    pub(super) fn take(&mut self, index: u32) {
        if let Some(entry) = self.entries.get_mut(index) {
            self.gone += u32::from(entry.row.take().is_some());
        }
    }
}

impl<R: Clone> FromIterator<Entry<R>> for Column<R> {
    fn from_iter<I: IntoIterator<Item = Entry<R>>>(entries: I) -> Self {
        Self { entries: entries.into_iter().collect(), gone: 0 }
    }
}

/// Every place where some row stands or stood, with its number.
#[derive(Clone, Debug, Default)]
pub struct Places(Arc<Known>);

#[derive(Clone, Debug, Default)]
struct Known {
    codes: HashMap<(Option<CommunityId>, Visibility), u32>,
    all: Vec<Place>,
}

impl Places {
    /// The number of a place, a new one if it has none.
    pub(super) fn code(&mut self, community: Option<CommunityId>, visibility: Visibility) -> u32 {
        if let Some(code) = self.0.codes.get(&(community, visibility)) {
            return *code;
        }
        let known = Arc::make_mut(&mut self.0);
        let code = u32::try_from(known.all.len()).unwrap_or(u32::MAX);
        known.all.push(Place { community, visibility });
        known.codes.insert((community, visibility), code);
        code
    }

    /// What is seen of each place, by its number.
    pub(super) fn seen(&self, sees: impl Fn(Place) -> bool) -> Vec<bool> {
        self.0.all.iter().map(|place| sees(*place)).collect()
    }

    fn place(&self, code: u32) -> Option<Place> {
        self.0.all.get(code as usize).copied()
    }
}
