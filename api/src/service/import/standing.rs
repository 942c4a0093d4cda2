//! Where the record of a row is to stand.

use super::plan::Ground;
use crate::snapshot::View;
use domain::identifier::CommunityId;
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use domain::text::fold;

/// The maintainer that a cell names; an empty one is as the importer decided.
pub(super) fn community(ground: &Ground<'_>, cell: &str) -> Result<Option<CommunityId>, Refusal> {
    if cell.trim().is_empty() {
        return Ok(ground.home);
    }
    named(ground.view, cell).map(Some).ok_or_else(unknown)
}

/// The community of this name or short name.
fn named(view: &View, name: &str) -> Option<CommunityId> {
    let (slug, folded) = (name.trim(), fold(name));
    let mut communities = view.communities();
    communities.find(|row| row.slug == slug || fold(&row.name) == folded).map(|row| row.id)
}

/// Where a stakeholder is to stand. Unless a row says more, only its community sees it; in the
/// registry everybody does.
pub(super) fn place(
    ground: &Ground<'_>,
    cell: &str,
    visibility: Option<Visibility>,
) -> Result<Place, Refusal> {
    let community = community(ground, cell)?;
    let usual = match community {
        Some(_) => Visibility::Community,
        None => Visibility::Public,
    };
    settled(ground.view, Place { community, visibility: visibility.unwrap_or(usual) })
}

/// The place, when the importer may put records there and the registry stays public.
pub(super) fn settled(view: &View, place: Place) -> Result<Place, Refusal> {
    if place.community.is_none() && place.visibility != Visibility::Public {
        return Err(Refusal::new(RefusalCode::Required, "community"));
    }
    match view.allows(Action::Import, place) {
        true => Ok(place),
        false => Err(unknown()),
    }
}

/// There is no such community, or the importer may bring nothing into it.
fn unknown() -> Refusal {
    Refusal::new(RefusalCode::NotFound, "community")
}
