//! A community keeps an admin, however many take each other's role away at once.

use super::member;
use crate::engagement::World;
use api::error::Error;
use api::op::Op;
use api::service::{account, member as service};
use domain::community::Role;
use domain::identifier::{AccountId, MembershipId};
use domain::policy::Viewer;
use domain::text::Locale;
use serde_json::json;
use tests::app::TestApp;

/// The last admin is neither removed nor lowered, not even by the owner of the instance or by
/// undoing.
#[tokio::test]
async fn the_last_admin_stays() {
    let world = World::start().await;
    let admin = world.app.actor(Role::Admin).await;
    let last = member(&admin, "admin").await;
    let input = json!({ "id": last["id"], "version": last["version"] });
    let remove = "mutation($id: ID!, $version: Int!) { removeMember(input: { membershipId: $id,
        expectedVersion: $version }) { community { id } } }";
    let lower = "mutation($id: ID!, $version: Int!) { changeMemberRole(input: { membershipId: $id,
        expectedVersion: $version, role: MANAGER }) { member { id } } }";
    for mutation in [remove, lower] {
        let answer = admin.post(mutation, input.clone()).await.json();
        let extensions = &answer["errors"][0]["extensions"];
        assert_eq!(extensions["code"], "CONFLICT", "{answer}");
        assert_eq!(extensions["refusals"][0]["code"], "LAST_ADMIN", "{answer}");
    }
    let owner = world.app.app.op(Viewer::Owner);
    let account = world.app.account(Role::Admin);
    let home = world.app.communities[0];
    let lowered = account::join(&owner, account, home, Role::Viewer).await;
    assert!(matches!(lowered, Err(Error::Conflict(_))));
}

async fn second_admin(app: &TestApp) -> AccountId {
    let owner = app.app.op(Viewer::Owner);
    let draft = account::AccountDraft {
        login: "second".to_owned(),
        display_name: "second".to_owned(),
        locale: Locale::En,
    };
    account::create(&owner, draft).await.expect("an account")
}

fn op_of(app: &TestApp, account: AccountId) -> Op {
    app.app.op(app.app.snapshot().viewer(account).expect("an account"))
}

fn membership(app: &TestApp, account: AccountId) -> (MembershipId, i32) {
    let snapshot = app.app.snapshot();
    let mut rows = snapshot.rows::<entity::membership::Model>().values();
    let row = rows.find(|row| row.account_id == account).expect("a membership");
    (row.id, row.version)
}

/// Five hundred times two admins remove each other, or themselves, at the same moment: one of them
/// is left every time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_removals_never_leave_none() {
    let app = TestApp::start().await;
    let home = app.communities[0];
    let pair = [app.account(Role::Admin), second_admin(&app).await];
    for round in 0..500 {
        for account in pair {
            let owner = app.app.op(Viewer::Owner);
            account::join(&owner, account, home, Role::Admin).await.expect("an admin");
        }
        let race = pair.map(|actor| {
            let target = if round % 2 == 0 { actor } else { pair[usize::from(actor == pair[0])] };
            let (op, (id, version)) = (op_of(&app, actor), membership(&app, target));
            async move {
                match round % 4 {
                    0 | 1 => service::remove(&op, id, version).await.is_ok(),
                    _ => service::change_role(&op, id, version, Role::Editor).await.is_ok(),
                }
            }
        });
        let [one, other] = race;
        let (one, other) = tokio::join!(tokio::spawn(one), tokio::spawn(other));
        let succeeded = [one.expect("no panic"), other.expect("no panic")];
        assert_eq!(succeeded.iter().filter(|done| **done).count(), 1, "round {round}");
        let snapshot = app.app.snapshot();
        let rows = snapshot.rows::<entity::membership::Model>().values();
        let admins = rows.filter(|row| row.community_id == home && row.role == Role::Admin);
        assert_eq!(admins.count(), 1, "round {round}");
    }
}
