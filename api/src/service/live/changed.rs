//! The log as it is written, for those who may read it.

use super::Progress;
use crate::service::change::{Entry, is_told};
use crate::snapshot::feed::Logged;
use crate::snapshot::view::Named;
use domain::identifier::CommunityId;
use domain::policy::Place;
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

/// Which changes a subscriber wants; nothing given is all of them.
#[derive(Clone, Debug, Default)]
pub struct Interest {
    /// Only of these records.
    pub subjects: Option<HashSet<Uuid>>,
    /// Only of records of this community.
    pub community: Option<CommunityId>,
    /// Only of these nouns.
    pub nouns: Option<HashSet<String>>,
}

/// What is told.
#[derive(Debug, Default)]
pub struct Changed {
    /// The changes that may be read, in their order.
    pub changes: Vec<Entry>,
    /// Records that came into sight without a change that may be read.
    pub appeared: Vec<Uuid>,
    /// Records that were in sight and are no more.
    pub removed: Vec<Uuid>,
    /// Whether there is more than is told.
    pub read_again: bool,
}

impl Changed {
    fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.appeared.is_empty()
            && self.removed.is_empty()
            && !self.read_again
    }

    fn read_again() -> Self {
        Self { read_again: true, ..Self::default() }
    }
}

/// What a subscriber is told of this progress: at most so many changes, comings and goings, or to
/// read again; none when there is nothing that it may hear.
pub fn changed(progress: &Progress, interest: &Interest, most: usize) -> Option<Changed> {
    if progress.has_other_rights() {
        return Some(Changed::read_again());
    }
    let moved = progress.moved();
    let wanted = |view: &crate::snapshot::View, record: &Named| {
        interest.wants(*record, view.home_of(*record))
    };
    let removed = turned(&moved, |record| progress.saw(record), |record| progress.sees(record));
    let appeared = turned(&moved, |record| progress.sees(record), |record| progress.saw(record));
    // Memberships are no records with an id outside.
    let is_named = |(noun, _): &Named| *noun != "membership";
    let with_parts = |records: Vec<Named>, view: &crate::snapshot::View| {
        let parts = records.iter().flat_map(|record| view.hanging_on(*record));
        records.iter().copied().chain(parts).collect::<BTreeSet<_>>()
    };
    let mut removed = with_parts(removed, &progress.before);
    removed.retain(|record| {
        is_named(record) && !progress.sees(*record) && wanted(&progress.before, record)
    });
    let mut appeared = with_parts(appeared, &progress.now);
    appeared.retain(|record| {
        is_named(record) && !progress.saw(*record) && wanted(&progress.now, record)
    });
    let Some(steps) = &progress.steps else {
        let concerns =
            |record: &Named| wanted(&progress.before, record) || wanted(&progress.now, record);
        let missed = !removed.is_empty() || !appeared.is_empty() || moved.iter().any(concerns);
        return missed.then(Changed::read_again);
    };
    let steps = steps.iter().flat_map(|steps| steps.iter());
    let readable = steps.filter(|step| interest.wants_change(step) && is_readable(progress, step));
    let changes: Vec<Entry> = readable
        .map(|step| Entry { change: step.change.clone(), value: step.value.clone() })
        .collect();
    let told: HashSet<Uuid> = changes.iter().map(|entry| entry.change.subject_id).collect();
    appeared.retain(|(_, id)| !told.contains(id));
    let ids = |records: BTreeSet<Named>| records.into_iter().map(|(_, id)| id).collect::<Vec<_>>();
    let (appeared, removed) = (ids(appeared), ids(removed));
    if [changes.len(), appeared.len(), removed.len()].into_iter().any(|count| count > most) {
        return Some(Changed::read_again());
    }
    let told = Changed { changes, appeared, removed, read_again: false };
    (!told.is_empty()).then_some(told)
}

/// The records of which the one holds, and the other does not.
fn turned(
    moved: &[Named],
    is: impl Fn(Named) -> bool,
    is_not: impl Fn(Named) -> bool,
) -> Vec<Named> {
    moved.iter().copied().filter(|record| is(*record) && !is_not(*record)).collect()
}

/// Whether history shows this change to the viewer: who saw the record before and after it, and
/// sees it still; of a record that is gone, who saw it last.
fn is_readable(progress: &Progress, step: &Logged) -> bool {
    let change = &step.change;
    let audience = Place { community: change.audience_id, visibility: change.visibility };
    let (noun, id) = (change.noun.as_str(), change.subject_id);
    let in_sight = match progress.now.knows(noun, id) {
        true => progress.now.sees_subject(noun, id),
        false => progress.now.would_see(&progress.before, (noun, id)),
    };
    is_told(noun) && in_sight && progress.now.scope().sees(audience)
}

impl Interest {
    fn wants(&self, (noun, id): Named, home: Option<CommunityId>) -> bool {
        self.is_about(noun, id) && self.community.is_none_or(|wanted| home == Some(wanted))
    }

    fn wants_change(&self, step: &Logged) -> bool {
        let change = &step.change;
        let home = change.community_id;
        self.is_about(&change.noun, change.subject_id)
            && self.community.is_none_or(|wanted| home == Some(wanted))
    }

    fn is_about(&self, noun: &str, id: Uuid) -> bool {
        self.subjects.as_ref().is_none_or(|wanted| wanted.contains(&id))
            && self.nouns.as_ref().is_none_or(|wanted| wanted.contains(noun))
    }
}
