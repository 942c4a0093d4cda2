//! Meetings of random histories, and what came out of them.

use api::op::{Expected, Write};
use domain::action::ActionState;
use domain::identifier::{ActionId, CommunityId, MeetingId, ProposalId, StakeholderId};
use domain::meeting::Attendee;
use domain::notes::{Presence, ProposalKind};
use domain::proposal::{ProposalDraft, ProposalOrigin, ProposalState};
use domain::stakeholder::Visibility;
use entity::proposal::Draft;
use entity::record::List;
use entity::{action, meeting, proposal};
use std::sync::Arc;

/// No meeting is public.
fn among(visibility: Visibility) -> Visibility {
    visibility.max(Visibility::Community)
}

fn one(write: &Write<'_>, index: usize) -> Option<Arc<meeting::Model>> {
    let view = write.view();
    let all: Vec<_> = view.meetings().cloned().collect();
    all.get(index % all.len().max(1)).cloned()
}

pub(super) async fn meet(
    write: &mut Write<'_>,
    [group_id, attendee]: [Option<StakeholderId>; 2],
    community: Option<CommunityId>,
    visibility: Visibility,
) {
    let Some(community_id) = community else { return };
    let attendee = attendee.map(|id| Attendee {
        stakeholder_id: Some(id),
        name: None,
        organization: Some("WHO".into()),
        presence: Presence::Present,
    });
    let row = meeting::Model {
        id: MeetingId(write.id()),
        community_id,
        group_id,
        title: "A meeting".into(),
        held_on: write.at().date_naive(),
        location: None,
        link: None,
        attendees: List(attendee.into_iter().collect()),
        agenda: None,
        notes: Some("Some notes".into()),
        mentions: List(group_id.into_iter().collect()),
        decisions: List(Vec::new()),
        source_id: None,
        visibility: among(visibility),
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("meeting");
}

pub(super) async fn propose(write: &mut Write<'_>, index: usize, named: Option<StakeholderId>) {
    let Some(meeting) = one(write, index) else { return };
    let draft = ProposalDraft {
        source: named.into_iter().collect(),
        text: Some("Go on".into()),
        ..ProposalDraft::default()
    };
    let row = proposal::Model {
        id: ProposalId(write.id()),
        community_id: meeting.community_id,
        kind: ProposalKind::Decision,
        state: ProposalState::Open,
        origin: ProposalOrigin::Meeting,
        meeting_id: Some(meeting.id),
        quote: "We go on".into(),
        ordinal: 1,
        draft: Draft(draft),
        named: List(named.into_iter().collect()),
        result_noun: None,
        result_id: None,
        reason: None,
        decided_by_id: None,
        decided_at: None,
        visibility: meeting.visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("proposal");
}

pub(super) async fn plan(write: &mut Write<'_>, index: usize) {
    let Some(meeting) = one(write, index) else { return };
    let row = action::Model {
        id: ActionId(write.id()),
        community_id: meeting.community_id,
        engagement_id: None,
        meeting_id: Some(meeting.id),
        group_id: meeting.group_id,
        text: "Write to them".into(),
        state: ActionState::Open,
        owner_id: None,
        drop_reason: None,
        due_on: None,
        recorded_on: None,
        finds_entry_point: false,
        practice: false,
        visibility: Visibility::Community,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("action");
}

pub(super) async fn narrow(write: &mut Write<'_>, index: usize, visibility: Visibility) {
    let Some(meeting) = one(write, index) else { return };
    let before: meeting::Model = write.load(meeting.id.0).await.expect("load");
    let after = meeting::Model { visibility: among(visibility), ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("narrow");
}
