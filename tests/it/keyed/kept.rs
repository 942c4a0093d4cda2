//! How long an answer is kept, and for whom.

use super::{CREATE, ada, keyed};
use chrono::TimeDelta;
use domain::community::Role;
use entity::answer;
use sea_orm::{EntityTrait, PaginatorTrait};
use tests::app::TestApp;

async fn kept(app: &TestApp) -> u64 {
    answer::Entity::find().count(app.app.store.reader()).await.expect("a count")
}

/// An answer is kept for a day and no longer, also when nobody sends a key any more.
#[tokio::test]
async fn an_answer_is_kept_for_a_day() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    assert_eq!(keyed(&editor, "k", CREATE, ada(&app)).await.status, 200);
    app.wait(TimeDelta::hours(23));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(kept(&app).await, 1);
    app.wait(TimeDelta::hours(2));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(kept(&app).await, 0);
    app.stop().await;
}
