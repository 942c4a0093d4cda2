//! Where the rules of attention look: the work of a community, and the records that bear on it. Practice
//! records count as work, and are marked; as facts they count for nothing.

use super::{Notice, Spoke, Subject};
use crate::error::Result;
use crate::service::evidence::items;
use crate::service::{governance, representation};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::action::ActionState;
use domain::attention::{due, ending, silent, stale, vacant};
use domain::confidence::newest;
use domain::engagement::Stage;
use domain::identifier::StakeholderId;
use domain::relationship::{Layer, RelationshipState};
use domain::stakeholder::StakeholderKind;
use entity::{community, engagement, relationship};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything that wants attention, in no order yet.
pub fn all(view: &View, community: &community::Model, today: NaiveDate) -> Result<Vec<Notice>> {
    let mut found = Vec::new();
    let own =
        |row: &&Arc<engagement::Model>| row.community_id == community.id && row.stage.is_open();
    let mut parties: BTreeSet<StakeholderId> = community.global_good_id.into_iter().collect();
    for row in view.engagements().filter(own) {
        parties.insert(row.party_id);
        found.extend(of_engagement(view, row, today));
    }
    found.extend(of_actions(view, community, today));
    found.extend(of_relationships(view, community, &parties, today));
    found.extend(of_seats(view, community, today)?);
    Ok(found)
}

/// The next step of an engagement, and its silence; what lies dormant is silent on purpose.
fn of_engagement(view: &View, row: &Arc<engagement::Model>, today: NaiveDate) -> Vec<Notice> {
    let notice = |reason, subject| Notice {
        reason,
        subject,
        party: Some(row.party_id),
        owner: row.owner_id,
        muted: false,
    };
    let step = row.next_step.as_ref().and_then(|_| due(row.next_step_due, today));
    let step = step.map(|reason| notice(reason, Subject::NextStep(row.clone())));
    let last = view.interactions_of(row.id).map(|contact| contact.happened_on).max();
    let quiet = match row.stage {
        Stage::Dormant => None,
        _ => silent(last, row.created_at.date_naive(), row.cadence_days, today),
    };
    let spoke = last.map_or(Spoke::Never, |_| Spoke::Before);
    let quiet = quiet.map(|reason| notice(reason, Subject::Contact(row.clone(), spoke)));
    step.into_iter().chain(quiet).collect()
}

fn of_actions(
    view: &View,
    community: &community::Model,
    today: NaiveDate,
) -> impl Iterator<Item = Notice> {
    let own = view
        .actions()
        .filter(|row| row.community_id == community.id && row.state == ActionState::Open);
    own.filter_map(move |row| {
        let engagement = row.engagement_id.and_then(|id| view.engagement(id));
        Some(Notice {
            reason: due(row.due_on, today)?,
            subject: Subject::Action(row.clone()),
            party: engagement.map(|engagement| engagement.party_id),
            owner: row.owner_id,
            muted: false,
        })
    })
}

/// Money that ends and evidence that has grown old, where the community keeps the relationship or where it
/// touches the good or a partner in conversation.
fn of_relationships(
    view: &View,
    community: &community::Model,
    parties: &BTreeSet<StakeholderId>,
    today: NaiveDate,
) -> Vec<Notice> {
    let bears = |row: &relationship::Model| {
        row.community_id == Some(community.id)
            || parties.contains(&row.source_id)
            || parties.contains(&row.target_id)
    };
    let counts = |row: &relationship::Model| {
        row.state == RelationshipState::Confirmed && !row.practice && view.holds(row, today)
    };
    let mut found = Vec::new();
    for row in view.relationships().filter(|row| bears(row) && counts(row)) {
        let ends = row.valid_to.map(|point| point.last());
        let ends = ends.filter(|_| row.kind.layer() == Layer::Money);
        let seen = newest(&items(view, row.id.0), today).flatten();
        let old = stale(seen.map(|point| point.last()), today);
        // The partner at one end; between two of them, the one that gives.
        let ours = Some(row.source_id).filter(|id| Some(*id) != community.global_good_id);
        let notice =
            |reason, subject| Notice { reason, subject, party: ours, owner: None, muted: false };
        let ends = ending(ends, today).map(|why| notice(why, Subject::Money(row.clone())));
        let old = old.map(|why| notice(why, Subject::Relationship(row.clone())));
        found.extend(ends.into_iter().chain(old));
    }
    found
}

/// The vacant seats of the bodies that the community keeps or that bear on its good.
fn of_seats(view: &View, community: &community::Model, today: NaiveDate) -> Result<Vec<Notice>> {
    let mut groups: BTreeSet<StakeholderId> = view
        .stakeholders()
        .filter(|row| row.kind == StakeholderKind::Group && row.archived_at.is_none())
        .filter(|row| row.community_id == Some(community.id))
        .map(|row| row.id)
        .collect();
    let good = community.global_good_id.filter(|id| view.stakeholder(*id).is_some());
    if let Some(good) = good {
        groups.extend(governance::bodies(view, good, today)?.into_iter().map(|body| body.group.id));
    }
    let mut found = Vec::new();
    for group in groups.into_iter().filter_map(|id| view.stakeholder(id)) {
        let seats = representation::of(view, group.clone(), today).constituencies();
        let missing = seats.into_iter().filter(|seat| seat.vacant());
        found.extend(missing.filter_map(|seat| seat.constituency).map(|constituency| Notice {
            reason: vacant(),
            subject: Subject::Seat(group.clone(), constituency),
            party: Some(group.id),
            owner: None,
            muted: false,
        }));
    }
    Ok(found)
}
