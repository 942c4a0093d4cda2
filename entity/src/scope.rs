//! The SQL reader of a scope; `Scope::sees` is its twin in memory, and a test holds them equal.

use domain::policy::Scope;
use domain::stakeholder::Visibility;
use sea_orm::{ColumnTrait, Condition};

/// The condition that keeps exactly the rows in scope, given the two columns that say where a row
/// stands.
pub fn in_scope<C: ColumnTrait>(scope: &Scope, community: C, visibility: C) -> Condition {
    if scope.everything() {
        return Condition::all();
    }
    let among = |communities: &[domain::identifier::CommunityId], seen: Visibility| {
        Condition::all().add(visibility.eq(seen)).add(community.is_in(communities.iter().copied()))
    };
    Condition::any()
        .add(visibility.eq(Visibility::Public))
        .add(among(scope.members(), Visibility::Community))
        .add(among(scope.managers(), Visibility::Restricted))
}
