//! All stakeholders in order of name, kept with every change, so that a list by name sorts nothing.

use domain::search::Names;
use entity::stakeholder::Stakeholder;
use imbl::OrdMap;
use std::cmp::Ordering;
use std::sync::Arc;
use uuid::Uuid;

/// Stakeholders by folded name, then by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alphabet(OrdMap<Named, Arc<Stakeholder>>);

impl Alphabet {
    /// Puts a stakeholder in under its names.
    pub(super) fn insert(&mut self, names: Arc<Names>, row: &Arc<Stakeholder>) {
        self.0.insert(Named { names, id: row.id.0 }, row.clone());
    }

    /// Takes out who had these names.
    pub(super) fn remove(&mut self, names: Arc<Names>, id: Uuid) {
        self.0.remove(&Named { names, id });
    }

    /// The stakeholders with the names that they are sorted by.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Arc<Stakeholder>)> {
        self.0.iter().map(|(named, row)| (named.names.key(), row))
    }
}

#[derive(Clone, Debug)]
struct Named {
    names: Arc<Names>,
    id: Uuid,
}

impl Ord for Named {
    fn cmp(&self, other: &Self) -> Ordering {
        self.names.key().cmp(other.names.key()).then(self.id.cmp(&other.id))
    }
}

impl PartialOrd for Named {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Named {}
