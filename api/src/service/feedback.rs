//! Feedback: the ladders from those who use a good to those who make it, where they fall silent or
//! break off, and how far they are.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::feedback::{FeedbackSilence, Heard, silent};
use domain::graph::feedback::{self, Ladders};
use domain::graph::path::Path;
use domain::identifier::StakeholderId;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::StakeholderKind;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeSet;
use std::sync::Arc;

mod distance;
mod voices;
pub use distance::{CountryDistance, Distance, Reached, distance, goods};
use voices::{Voices, settled};

/// The most ladders that are looked for, and the partial ones that the search looks at.
const SEARCH: (usize, usize) = (100, 20_000);

/// The way from those who use a good, or from one implementation, to those who make it.
#[derive(Clone, Debug)]
pub struct FeedbackPath {
    /// The good or the implementation.
    pub of: Arc<Stakeholder>,
    /// The shortest first; those of settled steps and those of proposed ones alike.
    pub ladders: Vec<Ladder>,
    /// Whether there are no others.
    pub complete: bool,
    /// Where voices end that do not come through.
    pub breaks: Vec<Break>,
}

/// Steps from a foot to the core.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Each relationship from below to above.
    pub steps: Vec<Arc<relationship::Model>>,
    /// At which step a voice falls silent, why, and by whom.
    pub silent: Option<(usize, FeedbackSilence, StakeholderId)>,
    /// Whether some step is only proposed.
    pub proposed: bool,
}

/// Between whom feedback breaks off; absent is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Who hears and is not recorded to pass it on.
    pub from: Option<StakeholderId>,
    /// Which good does not hear of it.
    pub to: Option<StakeholderId>,
}

/// The feedback path of a good as a whole, or of one implementation of it.
pub fn path(view: &View, id: StakeholderId, day: NaiveDate) -> Result<FeedbackPath> {
    let of = view.stakeholder(id).ok_or(Error::NotFound)?.clone();
    match of.kind {
        StakeholderKind::GlobalGood => Ok(of_good(view, of, day)),
        StakeholderKind::Implementation => Ok(of_implementation(view, of, day)),
        _ => Err(Error::NotFound),
    }
}

fn of_good(view: &View, of: Arc<Stakeholder>, day: NaiveDate) -> FeedbackPath {
    let core = core(view, of.id, day);
    let voices = Voices::below(view, &core, day);
    let goals = voices.nodes(&core);
    let feet = feedback::feet(&voices.graph, &voices.all(), &goals);
    let found = feedback::ladders(&voices.graph, &voices.all(), &feet, &goals, SEARCH);
    let mut breaks: Vec<_> = unheard(view, of.id, &core, day)
        .into_iter()
        .map(|from| Break { from: Some(from), to: Some(of.id) })
        .collect();
    if found.found.is_empty() && breaks.is_empty() {
        breaks.push(Break { from: None, to: Some(of.id) });
    }
    told(view, of, &voices, found, breaks)
}

fn of_implementation(view: &View, of: Arc<Stakeholder>, day: NaiveDate) -> FeedbackPath {
    let goods: Vec<_> = deployed(view, of.id, day).collect();
    let core: BTreeSet<_> = goods.iter().flat_map(|good| core(view, *good, day)).collect();
    let voices = Voices::below(view, &core, day);
    let feet = voices.nodes(&BTreeSet::from([of.id]));
    let found =
        feedback::ladders(&voices.graph, &voices.all(), &feet, &voices.nodes(&core), SEARCH);
    let mut breaks = Vec::new();
    if goods.is_empty() {
        breaks.push(Break { from: Some(of.id), to: None });
    } else if found.found.is_empty() {
        let above = Voices::above(view, of.id, day);
        let tops = feedback::tops(&above.graph, &above.all(), &above.nodes(&[of.id].into()));
        let tops = tops.into_iter().filter_map(|top| above.stakeholder(top));
        let pairs = tops.flat_map(|top| goods.iter().map(move |good| (top, *good)));
        breaks.extend(pairs.map(|(top, good)| Break { from: Some(top), to: Some(good) }));
    }
    told(view, of, &voices, found, breaks)
}

fn told(
    view: &View,
    of: Arc<Stakeholder>,
    voices: &Voices,
    found: Ladders,
    breaks: Vec<Break>,
) -> FeedbackPath {
    let ladders = found.found.iter().map(|path| ladder(view, voices, path)).collect();
    FeedbackPath { of, ladders, complete: found.complete, breaks }
}

fn ladder(view: &View, voices: &Voices, path: &Path) -> Ladder {
    let steps: Vec<_> = path.edges.iter().filter_map(|edge| voices.relationship(*edge)).collect();
    // Who is hidden stands in nobody's way.
    let blocker =
        |row: &relationship::Model| row.blocked_by_id.filter(|id| view.stakeholder(*id).is_some());
    let heard: Vec<_> = steps
        .iter()
        .map(|row| Heard { last: row.last_heard, blocked: blocker(row).is_some() })
        .collect();
    let silent = silent(&heard).and_then(|(step, reason)| {
        let row = steps.get(step)?;
        Some((step, reason, blocker(row).unwrap_or(row.source_id)))
    });
    let proposed = steps.iter().any(|row| row.state == RelationshipState::Proposed);
    Ladder { steps, silent, proposed }
}

/// For whom the feedback about a good is meant: the good itself, and who builds it or takes care
/// of it.
fn core(view: &View, good: StakeholderId, day: NaiveDate) -> BTreeSet<StakeholderId> {
    let makers = view.relationships_of(good).filter(|row| {
        matches!(row.kind, RelationshipKind::Develops | RelationshipKind::Stewards)
            && row.target_id == good
            && settled(row)
            && view.holds(row, day)
    });
    makers.map(|row| row.source_id).chain([good]).collect()
}

/// The goods that an implementation puts to use.
fn deployed(
    view: &View,
    implementation: StakeholderId,
    day: NaiveDate,
) -> impl Iterator<Item = StakeholderId> {
    let rows = view.relationships_of(implementation).filter(move |row| {
        row.kind == RelationshipKind::Deploys
            && row.source_id == implementation
            && view.holds(row, day)
    });
    rows.map(|row| row.target_id)
}

/// Who hears something, by what the communities of a good have recorded, and passes nothing on.
fn unheard(
    view: &View,
    good: StakeholderId,
    core: &BTreeSet<StakeholderId>,
    day: NaiveDate,
) -> Vec<StakeholderId> {
    let own: BTreeSet<_> = view
        .communities()
        .filter(|community| community.global_good_id == Some(good))
        .map(|community| community.id)
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let rows = view.relationships().filter(|row| {
        row.kind == RelationshipKind::ReportsFeedbackTo
            && row.community_id.is_some_and(|id| own.contains(&id))
            && view.holds(row, day)
    });
    let heard = rows.map(|row| row.target_id).filter(|id| !core.contains(id));
    let mut ends = BTreeSet::new();
    for id in heard.collect::<BTreeSet<_>>() {
        let above = Voices::above(view, id, day);
        if above.nodes(core).is_empty() {
            let tops = feedback::tops(&above.graph, &above.all(), &above.nodes(&[id].into()));
            ends.extend(tops.into_iter().filter_map(|top| above.stakeholder(top)));
        }
    }
    ends.into_iter().collect()
}
