//! Peers of an implementation: others that one can learn from, with what makes them so.

use super::support::{countries_of, deployments, goods_of, holds};
use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::identifier::{RelationshipId, StakeholderId};
use domain::peer::{PeerReason, Traits, rank, reasons};
use domain::relationship::RelationshipKind;
use domain::stakeholder::{Detail, StakeholderKind};
use entity::stakeholder::Stakeholder;
use std::sync::Arc;

/// A peer, and why it is one.
#[derive(Clone, Debug)]
pub struct Peer {
    /// Which implementation.
    pub implementation: Arc<Stakeholder>,
    /// Why.
    pub reasons: Vec<PeerReason>,
    /// The relationships that this rests on, of either, in order of id.
    pub relationships: Vec<RelationshipId>,
}

/// The peers of an implementation on a day, the nearest first.
pub fn peers(view: &View, id: StakeholderId, day: NaiveDate) -> Result<Vec<Peer>> {
    let one = view.stakeholder(id).filter(|row| row.kind == StakeholderKind::Implementation);
    let one = one.cloned().ok_or(Error::NotFound)?;
    let own = traits(view, &one, day);
    let others = view.stakeholders().filter(|row| {
        row.kind == StakeholderKind::Implementation
            && row.id != id
            && row.archived_at.is_none()
            && row.practice == one.practice
    });
    let mut peers: Vec<_> =
        others.filter_map(|other| compare(view, (id, &own), other, day)).collect();
    peers.sort_by_cached_key(|peer| {
        let name = view.name_key(peer.implementation.id).to_owned();
        (rank(&peer.reasons), name, peer.implementation.id)
    });
    Ok(peers)
}

fn compare(
    view: &View,
    (id, own): (StakeholderId, &Traits),
    other: &Arc<Stakeholder>,
    day: NaiveDate,
) -> Option<Peer> {
    let theirs = traits(view, other, day);
    let mut reasons = reasons(own, &theirs);
    let recorded = view.relationships_of(id).find(|row| {
        row.kind == RelationshipKind::PeerOf
            && [row.source_id, row.target_id].contains(&other.id)
            && holds(view, row, day)
    });
    if recorded.is_some() {
        reasons.insert(0, PeerReason::RecordedPeer);
    }
    let shared = |good: StakeholderId| own.goods.contains(&good) && theirs.goods.contains(&good);
    let both = deployments(view, id, day).chain(deployments(view, other.id, day));
    let said = both.filter(|row| shared(row.target_id)).map(|row| row.id);
    let mut relationships: Vec<_> = said.chain(recorded.map(|row| row.id)).collect();
    relationships.sort();
    (!reasons.is_empty()).then(|| Peer { implementation: other.clone(), reasons, relationships })
}

fn traits(view: &View, row: &Stakeholder, day: NaiveDate) -> Traits {
    let stage = match &row.detail {
        Detail::Implementation { stage, .. } => *stage,
        _ => None,
    };
    Traits {
        goods: goods_of(view, row.id, day),
        stage,
        languages: row.languages.clone(),
        countries: countries_of(view, row.id, day),
    }
}
