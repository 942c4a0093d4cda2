//! History and undo: nothing is silently lost, and everything can be taken back.

use api::app::App;
use api::clock::Clock;
use api::error::Error;
use api::op::{Expected, Op, chain, digest};
use api::service::change::{self, Filter, Order};
use domain::identifier::ChangeId;
use domain::policy::Viewer;
use domain::refusal::RefusalCode;
use domain::text::Locale;
use entity::stakeholder::Stakeholder;
use sea_orm::{EntityTrait, QueryOrder};
use std::sync::Arc;
use tests::database::Database;

mod sight;
mod undo;

use crate::snapshot::{Step, World};
use domain::stakeholder::Visibility;

async fn world() -> (Database, Arc<App>) {
    let database = Database::fresh().await;
    let app = App::open(&database.url, Clock::system()).await.expect("open");
    let mut world = World::new(app.clone()).await;
    world.take(Step::Stakeholder { community: 0, visibility: Visibility::Public, kind: 0 }).await;
    (database, app)
}

async fn rename(op: &Op, name: &str, expected: Expected) -> Result<(), Error> {
    let mut write = op.write().await?;
    let id = write.view().stakeholders().next().expect("one").id;
    let before: Stakeholder = write.load(id.0).await?;
    let mut after = before.clone();
    after.names.insert(Locale::En, name.to_owned());
    write.update(before, after, expected).await?;
    write.commit().await
}

async fn relabel(op: &Op, acronym: &str) {
    let mut write = op.write().await.expect("begin");
    let id = write.view().stakeholders().next().expect("one").id;
    let before: Stakeholder = write.load(id.0).await.expect("load");
    let after = Stakeholder { acronym: Some(acronym.to_owned()), ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("update");
    write.commit().await.expect("commit");
}

fn code(error: Error) -> RefusalCode {
    error.refusals().first().expect("a refusal").code
}

async fn newest(op: &Op) -> ChangeId {
    let (entries, _) =
        change::list(op, &Filter::default(), Order::NewestFirst, 1, None).await.expect("list");
    entries.first().expect("one").change.id
}

/// A record that has moved on since it was read is not written over.
#[tokio::test]
async fn a_stale_version_is_refused() {
    let (_database, app) = world().await;
    let op = app.op(Viewer::Owner);
    rename(&op, "First", Expected::Version(1)).await.expect("the version that was read");
    let refused = rename(&op, "Second", Expected::Version(1)).await.expect_err("stale");
    assert_eq!(code(refused), RefusalCode::StaleVersion);
    assert_eq!(op.view().stakeholders().next().expect("one").name(Locale::En), "First");
}

/// A cursor that the log never gave out is refused, and does not start the log again.
#[tokio::test]
async fn an_unknown_cursor_is_refused() {
    let (_database, app) = world().await;
    let op = app.op(Viewer::Owner);
    let unknown = Some(ChangeId(uuid::Uuid::from_u128(7)));
    let refused = change::list(&op, &Filter::default(), Order::NewestFirst, 1, unknown).await;
    assert_eq!(code(refused.expect_err("unknown")), RefusalCode::UnknownCursor);
    let known = Some(newest(&op).await);
    change::list(&op, &Filter::default(), Order::NewestFirst, 1, known).await.expect("the rest");
}

/// Eight editors at once lose nothing: each accepted update counts.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_update_is_lost() {
    let (_database, app) = world().await;
    let editors = (0..8).map(|editor| {
        let app = app.clone();
        tokio::spawn(async move {
            let mut accepted = 0;
            for round in 0..10 {
                let op = app.op(Viewer::Owner);
                let version = op.view().stakeholders().next().expect("one").version;
                match rename(&op, &format!("{editor}-{round}"), Expected::Version(version)).await {
                    Ok(()) => accepted += 1,
                    Err(Error::Conflict(_)) => {}
                    Err(error) => panic!("{error:?}"),
                }
            }
            accepted
        })
    });
    let mut accepted = 0;
    for editor in editors.collect::<Vec<_>>() {
        accepted += editor.await.expect("an editor");
    }
    let version = app.op(Viewer::Owner).view().stakeholders().next().expect("one").version;
    assert_eq!(version, 1 + accepted);
}

/// One change is taken back field by field; a later change of another field stays.
#[tokio::test]
async fn undo_keeps_later_changes_of_other_fields() {
    let (_database, app) = world().await;
    let op = app.op(Viewer::Owner);
    rename(&op, "Renamed", Expected::Command).await.expect("rename");
    let renamed = newest(&op).await;
    relabel(&op, "RN").await;
    change::revert(&op, renamed).await.expect("revert");
    let row = op.view().stakeholders().next().expect("one").clone();
    assert_eq!(row.name(Locale::En), "Number 0");
    assert_eq!(row.acronym.as_deref(), Some("RN"));
}

/// A later change of the same field stands in the way of an undo, which changes nothing.
#[tokio::test]
async fn undo_refuses_to_overwrite_a_later_change() {
    let (_database, app) = world().await;
    let op = app.op(Viewer::Owner);
    rename(&op, "First", Expected::Command).await.expect("rename");
    let first = newest(&op).await;
    rename(&op, "Second", Expected::Command).await.expect("rename");
    let revision = app.snapshot().revision();
    let refused = change::revert(&op, first).await.expect_err("a later change");
    assert_eq!(code(refused), RefusalCode::LaterChange);
    assert_eq!(app.snapshot().revision(), revision);
}

/// Every change is chained to the one before it, and its digest is that of its values.
#[tokio::test]
async fn the_log_is_a_chain() {
    let (_database, app) = world().await;
    let op = app.op(Viewer::Owner);
    rename(&op, "Renamed", Expected::Command).await.expect("rename");
    let reader = app.store.reader();
    let changes = entity::change::Entity::find()
        .order_by_asc(entity::change::Column::Revision)
        .order_by_asc(entity::change::Column::Position)
        .all(reader)
        .await
        .expect("changes");
    let mut head = String::new();
    for change in &changes {
        let value = entity::change_value::Entity::find_by_id(change.id).one(reader).await;
        assert_eq!(digest(&value.expect("value").expect("one")), change.digest);
        assert_eq!(chain(&head, change), change.hash);
        head.clone_from(&change.hash);
    }
    let ledger = entity::ledger::Entity::find_by_id(1).one(reader).await.expect("ledger");
    assert_eq!(ledger.expect("one").head, head);
    assert_eq!(changes.last().expect("one").fields.0, ["names"]);
}

/// A write that changes nothing leaves no trace, and one that is dropped neither.
#[tokio::test]
async fn nothing_changed_is_nothing_logged() {
    let (_database, app) = world().await;
    let op = app.op(Viewer::Owner);
    let revision = app.snapshot().revision();
    rename(&op, "Number 0", Expected::Command).await.expect("the same name");
    assert_eq!(app.snapshot().revision(), revision);
    let mut write = op.write().await.expect("begin");
    let id = write.view().stakeholders().next().expect("one").id;
    let before: Stakeholder = write.load(id.0).await.expect("load");
    let after = Stakeholder { acronym: Some("X".into()), ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("update");
    drop(write);
    relabel(&op, "Y").await;
    assert_eq!(app.snapshot().revision(), revision + 1);
}
