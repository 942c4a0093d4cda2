//! Overlap: which bodies work on the same, or seat the same, and where one belongs to several.

use super::representation::load;
use crate::error::Result;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::{Detail, StakeholderKind};
use domain::text::fold;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which bodies share something.
#[derive(Clone, Debug, Default)]
pub struct Overlap {
    /// Those compared, by name.
    pub groups: Vec<Arc<Stakeholder>>,
    /// How many more there are, which were not compared.
    pub omitted: usize,
    /// Each two that share something, those that share most first.
    pub pairs: Vec<Pair>,
    /// Those of which it is not settled to which of several others they belong.
    pub contested: Vec<Contested>,
}

/// Two bodies and what they share.
#[derive(Clone, Debug)]
pub struct Pair {
    /// One.
    pub one: Arc<Stakeholder>,
    /// The other.
    pub other: Arc<Stakeholder>,
    /// Topics of both, as the first writes them.
    pub topics: Vec<String>,
    /// Who sits on both or is a member of both, by the relationships that say so.
    pub members: Vec<Member>,
}

/// Somebody who belongs to two bodies.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub who: Arc<Stakeholder>,
    /// What says that they belong to one.
    pub one: Arc<relationship::Model>,
    /// What says that they belong to the other.
    pub other: Arc<relationship::Model>,
}

/// A body that is said to be part of several others, none of which is confirmed.
#[derive(Clone, Debug)]
pub struct Contested {
    /// The body.
    pub group: Arc<Stakeholder>,
    /// What says where it belongs.
    pub between: Vec<Arc<relationship::Model>>,
}

/// The most bodies that are compared with each other.
pub const COMPARED: usize = 100;

type Members = BTreeMap<StakeholderId, Arc<relationship::Model>>;

/// Compares the bodies of a good, these, or all.
pub fn overlap(
    view: &View,
    good: Option<StakeholderId>,
    groups: Option<&[StakeholderId]>,
    day: NaiveDate,
) -> Result<Overlap> {
    let mut groups = match (groups, good) {
        (Some(ids), _) => {
            let ids: BTreeSet<_> = ids.iter().copied().collect();
            ids.into_iter().map(|id| load(view, id)).collect::<Result<_>>()?
        }
        (None, Some(good)) => {
            let bodies = super::governance::bodies(view, good, day)?;
            bodies.into_iter().map(|body| body.group).collect()
        }
        (None, None) => all(view),
    };
    groups.sort_by_key(|row| (view.name_key(row.id).to_owned(), row.id));
    let omitted = groups.len().saturating_sub(COMPARED);
    groups.truncate(COMPARED);
    let pairs = pairs(view, &groups, day);
    let contested = groups.iter().filter_map(|group| contested(view, group, day)).collect();
    Ok(Overlap { groups, omitted, pairs, contested })
}

fn all(view: &View) -> Vec<Arc<Stakeholder>> {
    let present =
        |row: &&Arc<Stakeholder>| row.kind == StakeholderKind::Group && row.archived_at.is_none();
    view.stakeholders().filter(present).cloned().collect()
}

/// Only bodies that share something are compared: each topic and each member leads to those that
/// have it.
fn pairs(view: &View, groups: &[Arc<Stakeholder>], day: NaiveDate) -> Vec<Pair> {
    let members: Vec<_> = groups.iter().map(|group| members(view, group, day)).collect();
    let topics: Vec<_> = groups.iter().map(|group| topics(group)).collect();
    let mut sharing: BTreeMap<Shared, Vec<usize>> = BTreeMap::new();
    for (at, (members, topics)) in members.iter().zip(&topics).enumerate() {
        let members = members.keys().map(|id| Shared::Member(*id));
        let topics = topics.keys().map(|topic| Shared::Topic(topic.clone()));
        members.chain(topics).for_each(|shared| sharing.entry(shared).or_default().push(at));
    }
    let mut meeting = BTreeSet::new();
    for among in sharing.values() {
        for (place, one) in among.iter().enumerate() {
            meeting.extend(among.iter().skip(place + 1).map(|other| (*one, *other)));
        }
    }
    let pair = |(one, other): (usize, usize)| {
        let both = topics[one].iter().filter(|(topic, _)| topics[other].contains_key(*topic));
        let people = members[one].iter().filter_map(|(id, row)| {
            let (who, there) = (view.stakeholder(*id)?.clone(), members[other].get(id)?.clone());
            Some(Member { who, one: row.clone(), other: there })
        });
        Pair {
            one: groups[one].clone(),
            other: groups[other].clone(),
            topics: both.map(|(_, written)| written.clone()).collect(),
            members: people.collect(),
        }
    };
    let mut pairs: Vec<_> = meeting.into_iter().map(pair).collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.topics.len() + pair.members.len()));
    pairs
}

/// What two bodies may share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Topic(String),
    Member(StakeholderId),
}

/// The topics of a body, folded, with how it writes them.
fn topics(group: &Stakeholder) -> BTreeMap<String, String> {
    let Detail::Group { topics, .. } = &group.detail else {
        return BTreeMap::new();
    };
    topics.iter().map(|topic| (fold(topic), topic.clone())).collect()
}

/// Who sits on a body or is a member of it, confirmed, with what says so.
fn members(view: &View, group: &Stakeholder, day: NaiveDate) -> Members {
    let belongs = |row: &&Arc<relationship::Model>| {
        matches!(row.kind, RelationshipKind::SeatOn | RelationshipKind::MemberOf)
            && row.target_id == group.id
            && matches!(row.state, RelationshipState::Confirmed | RelationshipState::Ended)
            && view.holds(row, day)
    };
    let rows = view.relationships_of(group.id).filter(belongs);
    rows.map(|row| (row.source_id, row.clone())).collect()
}

fn contested(view: &View, group: &Arc<Stakeholder>, day: NaiveDate) -> Option<Contested> {
    let whole = |row: &&Arc<relationship::Model>| {
        row.kind == RelationshipKind::PartOf && row.source_id == group.id && view.holds(row, day)
    };
    let between: Vec<_> = view.relationships_of(group.id).filter(whole).cloned().collect();
    let wholes: BTreeSet<_> = between.iter().map(|row| row.target_id).collect();
    let settled = between.iter().any(|row| row.state == RelationshipState::Confirmed);
    (wholes.len() > 1 && !settled).then(|| Contested { group: group.clone(), between })
}
