//! The write path asks the policy at every step, whoever calls it and whatever was asked before.

use crate::refusal::dump;
use api::error::Error;
use api::op::{Expected, Op, Write};
use api::service::account;
use api::service::stakeholder::{self, NewStakeholder};
use domain::community::Role;
use domain::identifier::{CommunityId, StakeholderId};
use domain::policy::{Action, Viewer};
use domain::stakeholder::{DetailDraft, StakeholderDraft, Visibility};
use domain::text::Locale;
use entity::community;
use entity::denial;
use entity::stakeholder::Stakeholder;
use sea_orm::{EntityTrait, QueryOrder};
use tests::app::TestApp;

/// An operation of a person with this role in the first community.
fn op_of(app: &TestApp, role: Role) -> Op {
    app.app.op(app.app.snapshot().viewer(app.account(role)).expect("an account"))
}

async fn created(app: &TestApp) -> StakeholderId {
    let draft = StakeholderDraft {
        names: [(Locale::En, "Nurses".to_owned())].into(),
        detail: DetailDraft::Segment,
        ..StakeholderDraft::default()
    };
    let community = Some(app.communities[0]);
    let new = NewStakeholder { community, visibility: Visibility::Public, draft };
    stakeholder::create(&app.app.op(Viewer::Owner), new).await.expect("create")
}

async fn change(
    write: &mut Write<'_>,
    id: StakeholderId,
    edit: impl FnOnce(&mut Stakeholder),
) -> Result<(), Error> {
    let before: Stakeholder = write.load(id.0).await?;
    let mut after = before.clone();
    edit(&mut after);
    write.update(before, after, Expected::Sweep).await
}

fn moved_to(community: CommunityId) -> impl FnOnce(&mut Stakeholder) {
    move |row| row.community_id = Some(community)
}

fn renamed(row: &mut Stakeholder) {
    row.acronym = Some("N".to_owned());
}

/// What was denied, the last denial first.
async fn denials(app: &TestApp) -> Vec<String> {
    let rows = denial::Entity::find().order_by_desc(denial::Column::Id);
    let rows = rows.all(app.app.store.reader()).await.expect("denials");
    rows.into_iter().map(|row| row.action).collect()
}

/// A step is allowed by its own action where the record stood and where it will stand, and by the
/// purpose of the whole write; a denial is recorded and ends the write, which leaves nothing else.
#[tokio::test]
async fn every_step_is_asked_about() {
    let app = TestApp::start().await;
    let id = created(&app).await;
    let before = dump(app.app.store.reader()).await;

    let op = op_of(&app, Role::Viewer);
    let mut write = op.write().await.expect("begin");
    assert!(matches!(change(&mut write, id, renamed).await, Err(Error::Forbidden)));
    assert_eq!(denials(&app).await, ["UPDATE_STAKEHOLDER"]);
    assert!(matches!(change(&mut write, id, renamed).await, Err(Error::Internal(_))));
    assert!(write.commit().await.is_err(), "a denied write cannot be committed");

    let op = op_of(&app, Role::Manager);
    let mut write = op.write().await.expect("begin");
    let abroad = change(&mut write, id, moved_to(app.communities[1])).await;
    assert!(matches!(abroad, Err(Error::Forbidden)), "it would stand where others decide");

    let op = op_of(&app, Role::Editor);
    let mut write = op.write().await.expect("begin");
    let archived = change(&mut write, id, |row| row.archived_at = Some(row.created_at)).await;
    assert!(matches!(archived, Err(Error::Forbidden)));
    let mut write = op.write_as(Action::Revert).await.expect("begin");
    assert!(matches!(change(&mut write, id, renamed).await, Err(Error::Forbidden)));
    let denied = ["REVERT", "ARCHIVE_STAKEHOLDER", "UPDATE_STAKEHOLDER", "UPDATE_STAKEHOLDER"];
    assert_eq!(denials(&app).await, denied);

    let op = op_of(&app, Role::Admin);
    let mut write = op.write().await.expect("begin");
    let ours: community::Model = write.load(app.communities[0].0).await.expect("load");
    let named = community::Model { name: "Mine".to_owned(), ..ours.clone() };
    let named = write.update(ours, named, Expected::Sweep).await;
    assert!(matches!(named, Err(Error::Conflict(_))), "the name of a community is the owner's");
    drop(write);
    assert_eq!(dump(app.app.store.reader()).await, before);

    let op = op_of(&app, Role::Editor);
    let mut write = op.write().await.expect("begin");
    change(&mut write, id, renamed).await.expect("an editor edits");
    write.commit().await.expect("commit");
    app.stop().await;
}

/// What is out of sight is not loaded, and a record that moved on is not written over.
#[tokio::test]
async fn only_what_was_read_is_written_over() {
    let app = TestApp::start().await;
    let id = created(&app).await;
    let owner = app.app.op(Viewer::Owner);
    let mut write = owner.write().await.expect("begin");
    change(&mut write, id, |row| row.visibility = Visibility::Restricted).await.expect("hide");
    write.commit().await.expect("commit");

    let op = op_of(&app, Role::Editor);
    let write = op.write().await.expect("begin");
    assert!(matches!(write.load::<Stakeholder>(id.0).await, Err(Error::NotFound)));
    drop(write);

    let op = op_of(&app, Role::Manager);
    let mut write = op.write().await.expect("begin");
    let before: Stakeholder = write.load(id.0).await.expect("load");
    let after = Stakeholder { unresolved: Some("Who?".to_owned()), ..before.clone() };
    let stale = write.update(before, after, Expected::Version(1)).await;
    assert!(matches!(stale, Err(Error::Conflict(_))));
    drop(write);
    app.stop().await;
}

/// A right that is taken away while a write waits for its turn is gone when the turn comes.
#[tokio::test]
async fn rights_of_now_count() {
    let app = TestApp::start().await;
    let id = created(&app).await;
    let (demoted, disabled) = (op_of(&app, Role::Editor), op_of(&app, Role::Manager));

    let admin = op_of(&app, Role::Admin);
    let editor = app.account(Role::Editor);
    account::join(&admin, editor, app.communities[0], Role::Viewer).await.expect("demote");
    let mut write = demoted.write().await.expect("begin");
    assert!(matches!(change(&mut write, id, renamed).await, Err(Error::Forbidden)));
    drop(write);

    let owner = app.app.op(Viewer::Owner);
    let mut write = owner.write().await.expect("begin");
    let before: entity::account::Model =
        write.load(app.account(Role::Manager).0).await.expect("load");
    let after = entity::account::Model { disabled: true, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("disable");
    write.commit().await.expect("commit");
    assert!(matches!(disabled.write().await, Err(Error::Unauthenticated)));
    app.stop().await;
}
