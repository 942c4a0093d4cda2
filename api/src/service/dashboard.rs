//! The dashboard: counts of exactly the rows that the viewer sees.

use super::evidence::items;
use crate::error::{Error, Result};
use crate::snapshot::View;
use crate::snapshot::view::Asked;
pub use crate::snapshot::view::Tally;
use chrono::NaiveDate;
use domain::action::ActionState;
use domain::confidence::sources;
use domain::identifier::CommunityId;
use domain::vocabulary::Word;
use entity::relationship;
use std::sync::Arc;

/// Counts what stands: neither archived nor retracted. With a community, only what it maintains
/// and works on; as of a day, only relationships that count on it.
pub fn dashboard(
    view: &View,
    community: Option<CommunityId>,
    as_of: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Arc<Tally>> {
    if community.is_some_and(|id| view.community(id).is_none()) {
        return Err(Error::NotFound);
    }
    let asked = Asked { community, as_of, day: today };
    Ok(view.tally(asked, || count(view, asked)))
}

fn count(view: &View, asked: Asked) -> Tally {
    let Asked { community, as_of, day: today } = asked;
    let of = |maintainer: Option<CommunityId>| community.is_none() || maintainer == community;
    let mut tally = Tally {
        kinds: none_yet(),
        layers: none_yet(),
        stages: none_yet(),
        unresolved: 0,
        overdue: 0,
        single_source: 0,
    };
    let present = view.stakeholders().filter(|row| row.archived_at.is_none());
    for row in present.filter(|row| of(row.community_id)) {
        add(&mut tally.kinds, row.kind);
        tally.unresolved += usize::from(row.unresolved.is_some());
    }
    let counts = |row: &relationship::Model| match as_of {
        Some(day) => view.holds(row, day),
        None => view.stands(row),
    };
    for row in view.relationships().filter(|row| of(row.community_id) && counts(row)) {
        add(&mut tally.layers, row.kind.layer());
        tally.single_source += usize::from(sources(&items(view, row.id.0), today) <= 1);
    }
    for row in view.engagements().filter(|row| of(Some(row.community_id))) {
        add(&mut tally.stages, row.stage);
        let late = row.stage.is_open() && row.next_step_due.is_some_and(|due| due < today);
        tally.overdue += usize::from(late);
    }
    let late = view.actions().filter(|row| {
        of(Some(row.community_id))
            && row.state == ActionState::Open
            && row.due_on.is_some_and(|due| due < today)
    });
    tally.overdue += late.count();
    tally
}

/// Every word of a list, none of which has occurred.
fn none_yet<W: Word>() -> Vec<(W, usize)> {
    W::ALL.iter().map(|word| (*word, 0)).collect()
}

fn add<W: Word>(counts: &mut [(W, usize)], word: W) {
    if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == word) {
        *count += 1;
    }
}

impl Tally {
    /// How many stakeholders.
    pub fn stakeholders(&self) -> usize {
        self.kinds.iter().map(|(_, count)| count).sum()
    }

    /// How many relationships.
    pub fn relationships(&self) -> usize {
        self.layers.iter().map(|(_, count)| count).sum()
    }

    /// How many engagements, those declined or ended too.
    pub fn engagements(&self) -> usize {
        self.stages.iter().map(|(_, count)| count).sum()
    }
}
