//! Where a record may stand, and whether the actor may put it there.

use crate::error::{Error, Result};
use crate::op::Op;
use domain::identifier::CommunityId;
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use entity::record::Record;

/// The place of a new record, once the actor may do this there. Communities are no secret: who has
/// no part in one is told so.
pub async fn settle(
    op: &Op,
    action: Action,
    community: Option<CommunityId>,
    visibility: Visibility,
) -> Result<Place> {
    let place = Place { community, visibility };
    op.allow(action, Place { visibility: Visibility::Public, ..place }).await?;
    if community.is_some_and(|id| op.view().community(id).is_none()) {
        return Err(Refusal::new(RefusalCode::NotFound, "community").into());
    }
    registry_is_public(place)?;
    match op.allow(action, place).await {
        // What one may not see, one may not put there either.
        Err(Error::NotFound) => Err(Error::Forbidden),
        settled => settled.map(|()| place),
    }
}

/// Whether a record may be moved to where it stands now, by whoever may do so: not out of the
/// registry's sight.
pub fn may_stand<R: Record>(record: &R) -> Result<()> {
    let place = record.place().ok_or_else(|| Error::internal("a record without a place"))?;
    Ok(registry_is_public(place)?)
}

/// Whether everybody who sees a record at `place` sees one at `other` too.
pub fn is_seen_wherever(other: Place, place: Place) -> bool {
    other.visibility == Visibility::Public
        || (other.community == place.community && other.visibility <= place.visibility)
}

fn registry_is_public(place: Place) -> Result<(), Refusal> {
    match (place.community, place.visibility) {
        (Some(_), _) | (None, Visibility::Public) => Ok(()),
        (None, _) => Err(Refusal::new(RefusalCode::Required, "community")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Word;

    fn places() -> Vec<Place> {
        let communities = [None, Some(1), Some(2)];
        let communities = communities.map(|id| id.map(|id| CommunityId(uuid::Uuid::from_u128(id))));
        let all = communities.into_iter().flat_map(|community| {
            Visibility::ALL
                .iter()
                .map(move |visibility| Place { community, visibility: *visibility })
        });
        all.filter(|place| registry_is_public(*place).is_ok()).collect()
    }

    /// The registry holds public records only.
    #[test]
    fn the_registry_is_public() {
        let hidden = Place { community: None, visibility: Visibility::Community };
        assert_eq!(registry_is_public(hidden).unwrap_err().field, "community");
        assert_eq!(places().len(), 7);
    }

    /// Whoever sees the one place sees the other, for every role.
    #[test]
    fn being_seen_wherever_holds_for_every_viewer() {
        use domain::community::{Role, Standing};
        use domain::identifier::AccountId;
        use domain::policy::{Viewer, sees};
        let community = CommunityId(uuid::Uuid::from_u128(1));
        let mut viewers = vec![Viewer::Anonymous];
        viewers.extend(Role::ALL.iter().map(|role| Viewer::Account {
            id: AccountId(uuid::Uuid::nil()),
            standings: vec![Standing { community, role: *role }],
        }));
        for place in places() {
            for other in places() {
                if is_seen_wherever(other, place) {
                    let holds = |viewer| !sees(viewer, place) || sees(viewer, other);
                    assert!(viewers.iter().all(holds), "{place:?} {other:?}");
                }
            }
        }
    }
}
