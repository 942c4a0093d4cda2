//! Steps of histories about what parties look for and offer.

use super::record::engaged;
use api::op::{Expected, Write};
use domain::capability::ServiceKind;
use domain::identifier::{CommunityId, NeedId, StakeholderId};
use domain::need::{NeedSide, NeedStatus};
use domain::stakeholder::Visibility;
use entity::{engagement, need};

/// A party looks for something, or offers it; of itself it needs nothing.
pub(super) async fn state(
    write: &mut Write<'_>,
    named: Option<(StakeholderId, StakeholderId)>,
    community: Option<CommunityId>,
    visibility: Visibility,
) {
    let (Some((party_id, good)), Some(community_id)) = (named, community) else { return };
    let row = need::Model {
        id: NeedId(write.id()),
        community_id,
        side: NeedSide::Need,
        party_id,
        service: ServiceKind::Training,
        good_id: (good != party_id).then_some(good),
        country: Some("CM".into()),
        language: None,
        until: None,
        amount: None,
        currency: None,
        text: "Twenty trainers".into(),
        status: NeedStatus::Open,
        status_since: write.at().date_naive(),
        met_by_id: None,
        close_reason: None,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("need");
}

fn one(write: &Write<'_>, index: usize) -> Option<NeedId> {
    let needs: Vec<_> = write.view().needs().map(|row| row.id).collect();
    needs.get(index % needs.len().max(1)).copied()
}

/// Somebody meets it; nobody says who.
pub(super) async fn satisfy(write: &mut Write<'_>, index: usize) {
    let Some(id) = one(write, index) else { return };
    let before: need::Model = write.load(id.0).await.expect("load");
    let after = need::Model { status: NeedStatus::Met, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("satisfy");
}

/// A conversation comes of it.
pub(super) async fn answer(write: &mut Write<'_>, index: usize, party: Option<StakeholderId>) {
    let (Some(id), Some(party)) = (one(write, index), party) else { return };
    let need: need::Model = write.load(id.0).await.expect("load");
    let row = engaged(write, party, need.community_id, need.visibility);
    write.insert(engagement::Model { need_id: Some(id), ..row }).await.expect("engagement");
}
