//! How far behind another process on the same database is.

use api::app::{App, follow};
use api::clock::Clock;
use domain::stakeholder::Visibility;
use std::time::{Duration, Instant};
use tests::database::{Database, on_postgres};

use super::{Step, World};

/// A process shows what another commits: at once where the database tells of commits, else when it asks
/// next. Prints how long that takes; the bounds are loose, since machines differ.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn processes_stay_in_step() {
    let (commits, bound) = if on_postgres() { (25, 1) } else { (1, 8) };
    let database = Database::fresh().await;
    let app = App::open(&database.url, Clock::system()).await.expect("open");
    let other = App::open(&database.url, Clock::system()).await.expect("open");
    let following = tokio::spawn(follow(other.clone()));
    let mut listener = other.listen();
    // What makes this world is heard whenever the other process is ready to hear.
    let mut world = World::new(app.clone()).await;
    listener.next().await;
    let mut lags = Vec::new();
    for _ in 0..commits {
        let step = Step::Stakeholder { community: 1, visibility: Visibility::Public, kind: 0 };
        world.take(step).await;
        let began = Instant::now();
        while other.snapshot().revision() < app.snapshot().revision() {
            listener.next().await;
        }
        lags.push(began.elapsed());
    }
    assert_eq!(*other.snapshot(), *app.snapshot());
    lags.sort_unstable();
    let (median, worst) = (lags[lags.len() / 2], lags[lags.len() - 1]);
    println!(
        "another process is behind by {median:.2?} (median), {worst:.2?} (worst) of {commits}"
    );
    assert!(median < Duration::from_secs(bound), "{median:?}");
    following.abort();
    for process in [app, other] {
        process.store.clone().close().await.expect("close");
    }
}
