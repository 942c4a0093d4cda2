//! The central invariant: what the applier made of the log is what the database holds, for
//! everybody, on both engines.

use api::app::App;
use api::clock::Clock;
use api::service::change;
use api::service::neighborhood::{Wanted, around};
use api::service::search::search;
use api::snapshot::{Held, Snapshot, View};
use domain::community::{Role, Standing};
use domain::identifier::{AccountId, CommunityId};
use domain::policy::{Viewer, scope};
use domain::stakeholder::Visibility;
use domain::text::fold;
use domain::vocabulary::Word;
use entity::record::Record;
use entity::scope::in_scope;
use entity::stakeholder::{Stakeholder, row};
use entity::{engagement, relationship};
use proptest::prelude::*;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tests::database::Database;
use uuid::Uuid;

mod history;
mod lag;
mod meeting;
mod need;
mod oracle;
mod record;
mod work;
pub use history::Step;
pub use history::World;
use history::step;
use oracle::Oracle;

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
    seen.extend(view.capabilities().map(|row| ("capability", row.id.0)));
    seen.extend(view.requirements().map(|row| ("requirement", row.id.0)));
    seen.extend(view.needs().map(|row| ("need", row.id.0)));
    seen.extend(view.meetings().map(|row| ("meeting", row.id.0)));
    seen.extend(view.proposals().map(|row| ("proposal", row.id.0)));
    seen.extend(view.saved_views().map(|row| ("savedView", row.id.0)));
    let subjects: Vec<_> = seen.iter().map(|(_, id)| *id).collect();
    for subject in subjects {
        seen.extend(view.evidence_of(subject).map(|row| ("evidence", row.id.0)));
    }
    seen
}

/// What the services answer a viewer in one process: the log, what is found, and surroundings.
async fn answers(app: &Arc<App>, viewer: &Viewer) -> (Vec<Uuid>, Vec<Uuid>, String) {
    let op = app.op(viewer.clone());
    let filter = change::Filter::default();
    let log = change::list(&op, &filter, change::Order::OldestFirst, 10_000, None).await;
    let log = log.expect("the log").0.into_iter().map(|entry| entry.change.id.0).collect();
    let mut found = Vec::new();
    for text in ["number", "summary", "some note", "because"] {
        let hits = search(&op, text, None, 100).await.expect("a search");
        found.extend(hits.into_iter().map(|hit| hit.row.id.0));
    }
    let view = op.view();
    let wanted =
        |focus| Wanted { focus, depth: 2, kinds: None, layers: None, as_of: None, limit: 9 };
    let around = view.stakeholders().take(3).map(|row| around(&view, wanted(row.id)));
    let around: Vec<_> = around.collect::<Result<_, _>>().expect("surroundings");
    (log, found, format!("{around:?}"))
}

/// The long texts that are searched, against those that the rows have.
async fn long_texts_are_in_step(app: &App) {
    let reader = app.store.reader();
    let backend = reader.get_database_backend();
    let sql = "SELECT subject_id, body FROM long_text";
    let rows = reader.query_all_raw(Statement::from_string(backend, sql)).await.expect("texts");
    let indexed: BTreeMap<Uuid, String> = rows
        .iter()
        .map(|row| {
            (row.try_get_by_index(0).expect("an id"), row.try_get_by_index(1).expect("a text"))
        })
        .collect();
    assert_eq!(indexed.len(), rows.len(), "one text for each record");
    let mut texts = BTreeMap::new();
    macro_rules! gather {
        ($($record:ty),+) => {
            $(for row in <$record>::all(reader).await.expect("rows") {
                texts.extend(row.long_text().map(|text| (row.uuid(), text)));
            })+
        };
    }
    gather!(Stakeholder, relationship::Model, engagement::Model, entity::meeting::Model);
    let words = |text: &String| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let texts: BTreeMap<_, _> = texts.iter().map(|(id, text)| (*id, words(text))).collect();
    assert_eq!(indexed, texts);
}

async fn applied_equals_rebuilt(steps: Vec<Step>) {
    let database = Database::fresh().await;
    let clock = Clock::fixed("2026-01-01T00:00:00Z".parse().expect("a time"));
    let app = App::open(&database.url, clock.clone()).await.expect("open");
    let other = App::open(&database.url, clock.clone()).await.expect("open");
    let world = World::new(app.clone()).await;
    let mut worlds = [world.from(app.clone()), world.from(other.clone())];
    for (turn, step) in steps.into_iter().enumerate() {
        worlds[turn % 2].take(step).await;
    }
    let rebuilt = Snapshot::build(app.store.reader()).await.expect("build");
    for process in [&app, &other] {
        process.catch_up().await.expect("catch up");
        assert_eq!(*process.snapshot(), rebuilt, "own commits and those of another process");
        assert_eq!(process.snapshot().revision(), rebuilt.revision());
    }
    let fresh = App::open(&database.url, clock).await.expect("open");
    let oracle = Oracle::consult(&app).await;
    for viewer in viewers(&world.communities) {
        let records: BTreeSet<_> = seen(&app.view(app.snapshot(), viewer.clone()));
        let nouns = [
            "stakeholder",
            "relationship",
            "engagement",
            "source",
            "action",
            "capability",
            "requirement",
            "need",
            "savedView",
            "meeting",
            "proposal",
            "evidence",
        ];
        let ids: BTreeSet<_> = records.iter().map(|(_, id)| *id).collect();
        assert_eq!(ids, oracle.records(&viewer, &nouns), "{viewer:?}");
        let expected = answers(&fresh, &viewer).await;
        assert_eq!(expected.0, oracle.changes(&viewer), "the log for {viewer:?}");
        for process in [&app, &other] {
            assert_eq!(answers(process, &viewer).await, expected, "{viewer:?}");
        }
        scope_is_the_same_in_sql(&app, viewer).await;
    }
    long_texts_are_in_step(&app).await;
    for process in [app, other, fresh] {
        process.store.clone().close().await.expect("close");
    }
}

async fn scope_is_the_same_in_sql(app: &App, viewer: Viewer) {
    let rows = row::Entity::find()
        .filter(in_scope(&scope(&viewer), row::Column::CommunityId, row::Column::Visibility))
        .all(app.store.reader())
        .await
        .expect("rows");
    let in_scope: BTreeSet<_> = rows.iter().map(|row| row.id.0).collect();
    let sees = app.view(app.snapshot(), viewer).stakeholders().map(|row| row.id.0).collect();
    assert_eq!(in_scope, sees, "the scope in SQL and in memory");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// For random histories, written by two processes in turn, the snapshot after applying the log
    /// equals one rebuilt from the database, and both answer every role alike; everybody sees the
    /// records and reads the changes that the log alone says they should; a scope sees in memory
    /// exactly what it selects in SQL; and the long texts are those of the rows.
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
            |viewer: &Viewer| app.view(app.snapshot(), viewer.clone()).stakeholders().count();
        let viewers = viewers(&world.communities[..1]);
        let counts: Vec<_> = viewers.iter().map(count).collect();
        assert_eq!(counts, [1, 3, 2, 2, 3, 3], "anonymous, owner, viewer, editor, manager, admin");
    });
}
