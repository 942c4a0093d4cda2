//! The central invariant: what the applier made of the log is what the database holds, for
//! everybody, on both engines.

use api::app::App;
use api::clock::Clock;
use api::snapshot::{Snapshot, View};
use domain::community::{Role, Standing};
use domain::identifier::{AccountId, CommunityId};
use domain::policy::{Viewer, scope};
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use entity::scope::in_scope;
use entity::stakeholder::row;
use proptest::prelude::*;
use sea_orm::{EntityTrait, QueryFilter};
use std::collections::BTreeSet;
use tests::database::Database;

mod history;
pub use history::Step;
pub use history::World;
use history::step;

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

/// Everybody who could look: nobody, each role in each community, the owner.
fn viewers(communities: &[CommunityId]) -> Vec<Viewer> {
    let mut viewers = vec![Viewer::Anonymous, Viewer::Owner];
    for community in communities {
        for role in Role::ALL {
            let standings = vec![Standing { community: *community, role: *role }];
            viewers.push(Viewer::Account { id: AccountId(community.0), standings });
        }
    }
    viewers
}

/// The ids of everything that a viewer sees, by noun.
fn seen(view: &View) -> BTreeSet<(&'static str, uuid::Uuid)> {
    let mut seen = BTreeSet::new();
    seen.extend(view.stakeholders().map(|row| ("stakeholder", row.id.0)));
    seen.extend(view.relationships().map(|row| ("relationship", row.id.0)));
    seen.extend(view.engagements().map(|row| ("engagement", row.id.0)));
    seen.extend(view.sources().map(|row| ("source", row.id.0)));
    seen.extend(view.actions().map(|row| ("action", row.id.0)));
    let subjects: Vec<_> = seen.iter().map(|(_, id)| *id).collect();
    for subject in subjects {
        seen.extend(view.evidence_of(subject).map(|row| ("evidence", row.id.0)));
    }
    seen
}

async fn applied_equals_rebuilt(steps: Vec<Step>) {
    let database = Database::fresh().await;
    let clock = Clock::fixed("2026-01-01T00:00:00Z".parse().expect("a time"));
    let app = App::open(&database.url, clock.clone()).await.expect("open");
    let other = App::open(&database.url, clock).await.expect("open");
    let mut world = World::new(app.clone()).await;
    for step in steps {
        world.take(step).await;
    }
    let rebuilt = Snapshot::build(app.store.reader()).await.expect("build");
    assert_eq!(*app.snapshot(), rebuilt, "own commits");
    assert_eq!(app.snapshot().revision(), rebuilt.revision());
    other.catch_up().await.expect("catch up");
    assert_eq!(*other.snapshot(), rebuilt, "another process's commits");
    let rebuilt = std::sync::Arc::new(rebuilt);
    for viewer in viewers(&world.communities) {
        let applied = seen(&View::new(app.snapshot(), viewer.clone()));
        assert_eq!(applied, seen(&View::new(rebuilt.clone(), viewer.clone())), "{viewer:?}");
        let rows = row::Entity::find()
            .filter(in_scope(&scope(&viewer), row::Column::CommunityId, row::Column::Visibility))
            .all(app.store.reader())
            .await
            .expect("rows");
        let in_scope: BTreeSet<_> = rows.iter().map(|row| row.id.0).collect();
        let sees = View::new(app.snapshot(), viewer).stakeholders().map(|row| row.id.0).collect();
        assert_eq!(in_scope, sees, "the scope in SQL and in memory");
    }
    app.store.clone().close().await.expect("close");
    other.store.clone().close().await.expect("close");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// For random histories the snapshot after applying the log equals one rebuilt from the
    /// database, for every role, in the process that wrote and in one that only heard of it; and
    /// a scope sees in memory exactly what it selects in SQL.
    #[test]
    fn applying_the_log_equals_rebuilding(steps in proptest::collection::vec(step(), 1..40)) {
        run(applied_equals_rebuilt(steps));
    }
}

/// A record of a community is seen by its members, a restricted one by its managers.
#[test]
fn visibility_is_by_role() {
    run(async {
        let database = Database::fresh().await;
        let app = App::open(&database.url, Clock::system()).await.expect("open");
        let mut world = World::new(app.clone()).await;
        for visibility in Visibility::ALL {
            world.take(Step::Stakeholder { community: 1, visibility: *visibility, kind: 0 }).await;
        }
        let count =
            |viewer: &Viewer| View::new(app.snapshot(), viewer.clone()).stakeholders().count();
        let viewers = viewers(&world.communities[..1]);
        let counts: Vec<_> = viewers.iter().map(count).collect();
        assert_eq!(counts, [1, 3, 2, 2, 3, 3], "anonymous, owner, viewer, editor, manager, admin");
    });
}
