//! The connections of a process: many writes at once, readers that cannot write, and processes
//! that start at the same time.

use api::app::App;
use api::clock::Clock;
use api::error::Error;
use api::service::{community, demo};
use domain::community::CommunityDraft;
use domain::policy::Viewer;
use sea_orm::{ConnectionTrait, Statement};
use std::sync::Arc;
use std::time::Duration;
use tests::database::{Database, on_postgres};
use tokio::task::JoinSet;

async fn open(database: &Database) -> Arc<App> {
    App::open(&database.url, Clock::system()).await.expect("open")
}

async fn close(app: Arc<App>) {
    app.store.clone().close().await.expect("close");
}

/// However many write at once, in one process or two, each waits for its turn and nobody is
/// turned away.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writes_at_once_all_succeed() {
    let database = Database::fresh().await;
    let processes = [open(&database).await, open(&database).await];
    let mut writes = JoinSet::new();
    for number in 0..120 {
        let app = processes[number % 2].clone();
        writes.spawn(async move {
            let draft = CommunityDraft { name: format!("Community {number}") };
            community::create(&app.op(Viewer::Owner), draft).await
        });
    }
    let made = writes.join_all().await;
    let failed: Vec<_> = made.iter().filter_map(|made| made.as_ref().err()).collect();
    assert!(failed.is_empty(), "{} of 120 failed: {}", failed.len(), failed[0]);
    for app in processes {
        app.catch_up().await.expect("catch up");
        assert_eq!(app.snapshot().revision(), 120);
        close(app).await;
    }
}

/// A reader refuses to write, and so does the database behind it when a query would.
#[tokio::test]
async fn readers_cannot_write() {
    let database = Database::fresh().await;
    let app = open(&database).await;
    let reader = app.store.reader();
    let refused = reader.execute_unprepared("UPDATE ledger SET revision = 7").await;
    assert!(refused.is_err());
    let backend = reader.get_database_backend();
    let sql = "UPDATE ledger SET revision = 7 RETURNING revision";
    let refused = reader.query_one_raw(Statement::from_string(backend, sql)).await;
    let said = refused.expect_err("the database refuses").to_string();
    assert!(said.contains("read-only") || said.contains("readonly"), "{said}");
    close(app).await;
}

/// Processes that start at the same time on an empty database all start, and one of them loads the
/// demo.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_may_start_at_the_same_time() {
    let database = Database::empty().await;
    let mut starts = JoinSet::new();
    for _ in 0..4 {
        let url = database.url.clone();
        starts.spawn(async move {
            let app = App::open(&url, Clock::system()).await?;
            let loaded = demo::load(&app.op(Viewer::Owner)).await?;
            Ok::<_, Error>((app, loaded))
        });
    }
    let mut loads = 0;
    for started in starts.join_all().await {
        let (app, loaded) = started.expect("a start");
        loads += usize::from(loaded == demo::Loaded::Now);
        close(app).await;
    }
    assert_eq!(loads, 1);
}

/// PostgreSQL tells the other processes of a commit at once; SQLite has no other process.
#[tokio::test]
async fn other_processes_hear_of_commits() {
    let database = Database::fresh().await;
    let (app, other) = (open(&database).await, open(&database).await);
    let listener = api::store::listen(&other.store, api::store::CHANNEL).await;
    assert_eq!(listener.is_some(), on_postgres());
    if let Some(mut listener) = listener {
        let draft = CommunityDraft { name: "OpenLMIS".to_owned() };
        community::create(&app.op(Viewer::Owner), draft).await.expect("create");
        let heard = tokio::time::timeout(Duration::from_secs(5), listener.recv()).await;
        assert_eq!(heard.expect("in time").expect("heard").channel(), api::store::CHANNEL);
    }
    close(app).await;
    close(other).await;
}
