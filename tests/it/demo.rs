//! The demo community data: every fact of the committed list is loaded, nothing else is, and
//! practice stands apart.

use api::app::App;
use api::clock::Clock;
use api::service::demo::{self, Loaded};
use api::service::{change, practice};
use domain::community::Role;
use domain::engagement::{OPEN, Stage};
use domain::policy::Viewer;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use entity::{account, credential};
use sea_orm::EntityTrait;
use std::collections::BTreeSet;
use std::sync::Arc;
use tests::app::START;
use tests::database::Database;

mod fact;
mod list;

/// An instance with the demo, loaded on a known day.
pub(crate) struct Demo {
    pub(crate) app: Arc<App>,
    _database: Database,
}

impl Demo {
    pub(crate) async fn load() -> Self {
        let database = Database::fresh().await;
        let clock = Clock::fixed(START.parse().expect("a time"));
        let app = App::open(&database.url, clock).await.expect("open");
        let loaded = demo::load(&app.op(Viewer::Owner)).await.expect("load");
        assert_eq!(loaded, Loaded::Now);
        Self { app, _database: database }
    }

    pub(crate) fn viewer(&self, login: &str) -> Viewer {
        let snapshot = self.app.snapshot();
        let account = snapshot.account_by_login(login).expect(login).id;
        snapshot.viewer(account).expect("enabled")
    }
}

/// Every fact of the list is loaded, and nothing that is loaded is missing from the list.
#[tokio::test]
async fn every_fact_has_its_line_and_every_line_its_fact() {
    let demo = Demo::load().await;
    let (listed, loaded) = (list::facts(), fact::facts(&demo.app));
    let missing: Vec<_> = listed.difference(&loaded).collect();
    let unlisted: Vec<_> = loaded.difference(&listed).collect();
    assert!(
        missing.is_empty() && unlisted.is_empty(),
        "missing {missing:#?}\nnot in the list {unlisted:#?}"
    );
    assert!(loaded.len() > 200, "{}", loaded.len());
}

/// What the documents do not say is not loaded either.
#[tokio::test]
async fn nothing_absent_is_loaded() {
    let demo = Demo::load().await;
    let absent = list::absent();
    assert!(absent.len() >= 8, "{absent:?}");
    for line in absent {
        assert!(fact::is_absent(&demo.app, &line), "{line:?}");
    }
}

/// A second start finds the demo there and changes nothing; a database in use is left alone.
#[tokio::test]
async fn a_second_start_changes_nothing() {
    let demo = Demo::load().await;
    let before = crate::refusal::dump(demo.app.store.reader()).await;
    let again = demo::load(&demo.app.op(Viewer::Owner)).await.expect("again");
    assert_eq!(again, Loaded::NotEmpty);
    assert_eq!(crate::refusal::dump(demo.app.store.reader()).await, before);
    let manager = demo.viewer("manager@openimis.demo");
    assert!(demo::load(&demo.app.op(manager)).await.is_err());
}

/// The demo is one step of history, and a snapshot that takes it equals one read from the database.
#[tokio::test]
async fn the_demo_is_one_step() {
    let demo = Demo::load().await;
    assert_eq!(demo.app.snapshot().revision(), 1);
    let read = api::snapshot::Snapshot::build(demo.app.store.reader()).await.expect("build");
    assert!(*demo.app.snapshot() == read);
}

/// Each community has an account of every role, and none has a password.
#[tokio::test]
async fn every_role_has_an_account_without_a_password() {
    let demo = Demo::load().await;
    let snapshot = demo.app.snapshot();
    let logins: BTreeSet<_> =
        snapshot.rows::<account::Model>().values().map(|row| row.login.clone()).collect();
    let expected: BTreeSet<_> = ["openlmis", "openimis"]
        .iter()
        .flat_map(|name| Role::ALL.iter().map(move |role| (name, role.code().to_lowercase())))
        .map(|(name, role)| format!("{role}@{name}.demo"))
        .collect();
    assert_eq!(logins, expected);
    let passwords = credential::Entity::find().all(demo.app.store.reader()).await.expect("read");
    assert!(passwords.is_empty());
    for community in demo.app.op(Viewer::Owner).view().communities() {
        assert!(community.global_good_id.is_some(), "{}", community.name);
    }
}

/// Visibility is mixed: most is public, engagements are for members, some of it is for managers.
#[tokio::test]
async fn visibility_is_mixed() {
    let demo = Demo::load().await;
    let (owner, anonymous) =
        (demo.app.op(Viewer::Owner).view(), demo.app.op(Viewer::Anonymous).view());
    let (all, public) = (owner.stakeholders().count(), anonymous.stakeholders().count());
    assert!(public * 10 > all * 8 && public < all, "{public} of {all}");
    assert_eq!(anonymous.engagements().count(), 0);
    let restricted =
        owner.stakeholders().filter(|row| row.visibility == Visibility::Restricted).count()
            + owner.relationships().filter(|row| row.visibility == Visibility::Restricted).count()
            + owner.engagements().filter(|row| row.visibility == Visibility::Restricted).count();
    assert!(restricted >= 5, "{restricted}");
    let viewer = demo.app.op(demo.viewer("viewer@openimis.demo")).view();
    let manager = demo.app.op(demo.viewer("manager@openimis.demo")).view();
    assert!(viewer.engagements().count() < manager.engagements().count());
}

/// Practice data has something at every open stage, is owned by accounts of the demo, lies around
/// the day of loading, and proves nothing.
#[tokio::test]
async fn practice_stands_apart() {
    let demo = Demo::load().await;
    let view = demo.app.op(Viewer::Owner).view();
    for community in view.communities() {
        let stages: BTreeSet<Stage> = view
            .engagements()
            .filter(|row| row.practice && row.community_id == community.id)
            .map(|row| row.stage)
            .collect();
        assert!(
            OPEN.iter().chain(&[Stage::Dormant]).all(|stage| stages.contains(stage)),
            "{stages:?}"
        );
    }
    for row in view.engagements().filter(|row| row.practice) {
        assert_eq!(view.evidence_of(row.id.0).count(), 0);
        let owner = row.owner_id.map(|id| view.account(id).expect("an account").login.clone());
        assert!(owner.is_none_or(|login| login.ends_with(".demo")));
    }
    let today = demo.app.clock.today();
    let due: Vec<_> = view.engagements().filter_map(|row| row.next_step_due).collect();
    assert!(due.iter().any(|day| *day < today) && due.iter().any(|day| *day > today));
    assert!(view.actions().filter(|row| row.practice).all(|row| row.owner_id.is_some()));
    assert!(
        view.stakeholders().all(|row| !row.practice)
            && view.relationships().all(|row| !row.practice)
    );
}

/// Removing the practice data leaves every fact and nothing else; taking that back brings every
/// piece of it again.
#[tokio::test]
async fn removing_practice_leaves_the_facts() {
    let demo = Demo::load().await;
    let facts = fact::facts(&demo.app);
    let practice = || {
        let view = demo.app.op(Viewer::Owner).view();
        let engagements: Vec<_> = view.engagements().filter(|row| row.practice).cloned().collect();
        let parts = engagements.iter().map(|row| {
            let contacts = view.interactions_of(row.id).count();
            (row.id, row.stage, contacts, view.gains_of(row.id).count())
        });
        let actions = view.actions().filter(|row| row.practice).map(|row| row.id);
        (parts.collect::<BTreeSet<_>>(), actions.collect::<BTreeSet<_>>())
    };
    let before = practice();
    let mut steps = Vec::new();
    for login in ["manager@openimis.demo", "manager@openlmis.demo"] {
        let op = demo.app.op(demo.viewer(login));
        let view = op.view();
        let home = view.engagements().next().expect("an engagement").community_id;
        let removed = practice::remove(&op, home).await.expect("remove");
        assert!(removed.count > 10);
        steps.push((op, removed.last_change.expect("a change")));
    }
    let view = demo.app.op(Viewer::Owner).view();
    assert!(view.engagements().all(|row| !row.practice) && view.actions().all(|row| !row.practice));
    assert_eq!(fact::facts(&demo.app), facts);
    for (op, last) in steps {
        change::revert_revision(&op, last).await.expect("revert");
    }
    assert_eq!(practice(), before);
    assert_eq!(fact::facts(&demo.app), facts);
}
