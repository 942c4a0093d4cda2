//! The policy, as reviewed, and what holds of any two of its parts.

use super::*;
use crate::vocabulary::Word;
use uuid::Uuid;

/// What roles may do and see, as reviewed; the fields are reviewed in `docs/policy.md`.
#[test]
fn the_table_is_as_reviewed() {
    let rights = Policy { rights: Rights::STANDARD, fields: Vec::new() };
    insta::assert_snapshot!("policy", page(&rights));
}

fn member(role: Role, community: u128) -> Viewer {
    let standing = Standing { community: CommunityId(Uuid::from_u128(community)), role };
    Viewer::Account { id: AccountId(Uuid::nil()), standings: vec![standing] }
}

fn place(community: Option<u128>, visibility: Visibility) -> Place {
    Place { community: community.map(|id| CommunityId(Uuid::from_u128(id))), visibility }
}

/// A role counts in its own community only.
#[test]
fn a_role_counts_at_home_only() {
    let manager = member(Role::Manager, 1);
    assert!(allows(&manager, Action::SettleRelationship, place(Some(1), Visibility::Restricted)));
    assert!(!allows(&manager, Action::SettleRelationship, place(Some(2), Visibility::Public)));
    assert!(!sees(&manager, place(Some(2), Visibility::Community)));
}

/// Rights that were taken away in between are gone; rights that were given do not count yet.
#[test]
fn rights_only_narrow() {
    let narrowed = |then, now| member(then, 1).narrowed(&member(now, 1));
    assert_eq!(narrowed(Role::Manager, Role::Viewer), member(Role::Viewer, 1));
    assert_eq!(narrowed(Role::Viewer, Role::Manager), member(Role::Viewer, 1));
    let elsewhere = member(Role::Admin, 1).narrowed(&member(Role::Admin, 2));
    assert_eq!(elsewhere.highest_role(), None);
    assert_eq!(Viewer::Owner.narrowed(&Viewer::Anonymous), Viewer::Owner);
}

/// The registry is everybody's to read and any community's editors' to keep.
#[test]
fn the_registry_is_shared() {
    let registry = place(None, Visibility::Public);
    assert!(sees(&Viewer::Anonymous, registry));
    assert!(allows(&member(Role::Editor, 1), Action::UpdateStakeholder, registry));
    assert!(!allows(&member(Role::Viewer, 1), Action::UpdateStakeholder, registry));
    assert!(!allows(&Viewer::Anonymous, Action::AddEvidence, registry));
}

/// Whoever sees the narrowest of two places sees both; within one community the other way
/// round as well.
#[test]
fn the_narrowest_place_is_within_both() {
    let communities = [None, Some(1), Some(2)];
    let all = || {
        let places = |community| Visibility::ALL.iter().map(move |seen| place(community, *seen));
        communities.into_iter().flat_map(places)
    };
    let roles = || Role::ALL.iter().flat_map(|role| [member(*role, 1), member(*role, 2)]);
    for viewer in roles().chain([Viewer::Anonymous, Viewer::Owner]) {
        for (one, other) in all().flat_map(|one| all().map(move |other| (one, other))) {
            let both = sees(&viewer, one) && sees(&viewer, other);
            assert_eq!(sees(&viewer, one.narrowest(other)), both, "{viewer:?} {one:?} {other:?}");
        }
    }
    let (one, two) = (place(Some(1), Visibility::Community), place(Some(2), Visibility::Community));
    assert_eq!(one.narrowest(two), Place::NOWHERE);
}

/// What a viewer may do, it may see.
#[test]
fn nothing_is_done_unseen() {
    for role in Role::ALL {
        for action in Action::ALL {
            for visibility in Visibility::ALL {
                let viewer = member(*role, 1);
                let place = place(Some(1), *visibility);
                assert!(!allows(&viewer, *action, place) || sees(&viewer, place));
            }
        }
    }
}
