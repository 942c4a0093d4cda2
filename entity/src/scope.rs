//! The SQL reader of a scope; `Scope::sees` is its twin in memory, and a test holds them equal.

use domain::policy::{Reach, Scope};
use sea_orm::{ColumnTrait, Condition};

/// The condition that keeps exactly the rows in scope, given the two columns that say where a row
/// stands.
pub fn in_scope<C: ColumnTrait>(scope: &Scope, community: C, visibility: C) -> Condition {
    if scope.everything() {
        return Condition::all();
    }
    scope.reaches().iter().fold(Condition::any(), |any, (seen, reach)| {
        let standing = Condition::all().add(visibility.eq(*seen));
        any.add(match reach {
            Reach::All => standing,
            Reach::Of(near) => standing.add(community.is_in(near.iter().copied())),
        })
    })
}
