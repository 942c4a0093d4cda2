//! The two readers of a scope: what it sees in memory it selects in SQL, for everybody, under the
//! policy and under every change of it.

use super::denied::scenes;
use super::ground::Ground;
use super::mutant::rights;
use domain::community::{Role, Standing};
use domain::identifier::AccountId;
use domain::policy::{Place, Policy, Rights, Viewer};
use domain::vocabulary::Word;
use entity::scope::in_scope;
use entity::stakeholder::row;
use sea_orm::{EntityTrait, QueryFilter};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Everybody there could be: anonymous, the owner, and each pair of roles in two communities.
fn everybody(ground: &Ground) -> Vec<Viewer> {
    let roles = || [None].into_iter().chain(Role::ALL.iter().map(|role| Some(*role)));
    let mut viewers = vec![Viewer::Anonymous, Viewer::Owner];
    for (home, abroad) in roles().flat_map(|home| roles().map(move |abroad| (home, abroad))) {
        let held = [(ground.home, home), (ground.abroad, abroad)];
        let standings = held
            .into_iter()
            .filter_map(|(community, role)| Some(Standing { community, role: role? }))
            .collect();
        viewers.push(Viewer::Account { id: AccountId(Uuid::nil()), standings });
    }
    viewers
}

async fn agrees(ground: &Ground, rows: &[row::Model], rights: &Rights, viewer: &Viewer) {
    let scope = rights.scope(viewer);
    let condition = in_scope(&scope, row::Column::CommunityId, row::Column::Visibility);
    let found = row::Entity::find().filter(condition).all(ground.app.store.reader()).await;
    let found: BTreeSet<_> = found.expect("rows").iter().map(|row| row.id.0).collect();
    let place =
        |row: &row::Model| Place { community: row.community_id, visibility: row.visibility };
    let seen = rows.iter().filter(|row| scope.sees(place(row))).map(|row| row.id.0).collect();
    assert_eq!(found, seen, "{viewer:?} under {rights:?}");
}

/// A scope sees exactly the rows that it selects.
#[tokio::test]
async fn a_scope_sees_what_it_selects() {
    let ground = Ground::lay().await;
    scenes(&ground).await;
    let rows = row::Entity::find().all(ground.app.store.reader()).await.expect("rows");
    assert!(rows.len() > 30, "{}", rows.len());
    for viewer in everybody(&ground) {
        agrees(&ground, &rows, &Policy::standard().rights, &viewer).await;
    }
    for (_, _, mutant) in rights() {
        for (_, viewer) in ground.viewers() {
            agrees(&ground, &rows, &mutant.rights, &viewer).await;
        }
    }
}
