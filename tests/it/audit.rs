//! The change log cannot be altered unseen, and erasing leaves it whole.

use crate::snapshot::{Step, World};
use api::app::App;
use api::clock::Clock;
use api::error::Error;
use api::op::{IN_PERSON, OWNER};
use api::service::audit::{self, Fault, Head, Report};
use api::service::community;
use chrono::TimeDelta;
use domain::api_token::{TokenDraft, TokenScope};
use domain::community::{CommunityDraft, Role};
use domain::stakeholder::Visibility;
use sea_orm::{ConnectionTrait, Database as Connection, DatabaseConnection, DbBackend, Statement};
use serde_json::json;
use std::sync::Arc;
use tests::app::TestApp;
use tests::database::Database;

/// Seeded, so that a failure can be made again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let thrown = usize::try_from(self.0 >> 33).expect("a small number");
        thrown % bound
    }
}

/// A log of some dozen changes, and a connection that may do anything to it.
struct Scene {
    app: Arc<App>,
    connection: DatabaseConnection,
    _database: Database,
}

impl Scene {
    async fn set() -> Self {
        let database = Database::fresh().await;
        let app = App::open(&database.url, Clock::system()).await.expect("open");
        let mut world = World::new(app.clone()).await;
        for kind in 0..8 {
            world
                .take(Step::Stakeholder { community: 0, visibility: Visibility::Public, kind })
                .await;
        }
        for stakeholder in 0..6 {
            world.take(Step::Archive { stakeholder }).await;
        }
        let connection = Connection::connect(&database.url).await.expect("connect");
        let scene = Self { app, connection, _database: database };
        let triggers = match scene.backend() {
            DbBackend::Postgres => "ALTER TABLE change DISABLE TRIGGER USER",
            _ => "DROP TRIGGER change_no_update; DROP TRIGGER change_no_delete",
        };
        scene.run(triggers).await;
        for table in TABLES {
            scene.run(&format!("CREATE TABLE saved_{table} AS SELECT * FROM {table}")).await;
        }
        scene
    }

    fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn run(&self, sql: &str) {
        self.connection
            .execute_unprepared(sql)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    async fn texts(&self, sql: &str) -> Vec<String> {
        let statement = Statement::from_string(self.backend(), sql);
        let rows = self.connection.query_all_raw(statement).await.expect(sql);
        rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
    }

    async fn restore(&self) {
        for table in TABLES.iter().rev() {
            self.run(&format!("DELETE FROM {table}")).await;
        }
        for table in TABLES {
            self.run(&format!("INSERT INTO {table} SELECT * FROM saved_{table}")).await;
        }
    }

    async fn verify(&self) -> Report {
        audit::verify(self.app.store.reader(), None).await.expect("verify")
    }

    /// A condition that names one row of a table by its place.
    async fn row(&self, table: &str, dice: &mut Dice) -> String {
        let key = if table == "change" { "id" } else { "change_id" };
        let written = match self.backend() {
            DbBackend::Postgres => format!("'''' || {key}::text || ''''"),
            _ => format!("quote({key})"),
        };
        let rows = self.texts(&format!("SELECT {written} FROM {table} ORDER BY 1")).await;
        format!("{key} = {}", rows[dice.below(rows.len())])
    }
}

/// In an order in which each finds what it refers to.
const TABLES: [&str; 3] = ["change", "change_value", "ledger"];

/// The same text with one letter changed.
fn flipped(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let place = dice.below(letters.len());
    letters[place] = if letters[place] == '1' { '2' } else { '1' };
    letters.into_iter().collect::<String>().replace('\'', "''")
}

/// One byte of one column of one row is another one.
async fn alter(scene: &Scene, dice: &mut Dice) -> String {
    const TEXTS: [(&str, &str); 6] = [
        ("change", "noun"),
        ("change", "digest"),
        ("change", "hash"),
        ("change_value", "before"),
        ("change_value", "after"),
        ("change_value", "salt"),
    ];
    let choice = dice.below(TEXTS.len() + 4);
    let table = TEXTS.get(choice).map_or("change", |(table, _)| table);
    let row = scene.row(table, dice).await;
    let postgres = scene.backend() == DbBackend::Postgres;
    if let Some((table, column)) = TEXTS.get(choice) {
        let read = format!(r#"SELECT coalesce("{column}", '') FROM {table} WHERE {row}"#);
        let text = scene.texts(&read).await.remove(0);
        let text = if text.is_empty() { "x".to_owned() } else { flipped(&text, dice) };
        return format!(r#"UPDATE {table} SET "{column}" = '{text}' WHERE {row}"#);
    }
    let column = ["at", "fields", "subject_id", "account_id"][choice - TEXTS.len()];
    let value = match (column, postgres) {
        ("at", true) => "at + interval '1 microsecond'".to_owned(),
        ("fields", true) => r#"'["x"]'::jsonb"#.to_owned(),
        (_, true) => "'00000000-0000-7000-8000-000000000001'".to_owned(),
        ("at" | "fields", false) => {
            let read = format!("SELECT CAST({column} AS TEXT) FROM change WHERE {row}");
            format!("'{}'", flipped(&scene.texts(&read).await.remove(0), dice))
        }
        (_, false) => "x'00000000000070008000000000000001'".to_owned(),
    };
    format!("UPDATE change SET {column} = {value} WHERE {row}")
}

/// What else can be done to a log: to leave out, to reorder, to cut off, to go on in secret.
async fn tamper(scene: &Scene, dice: &mut Dice) -> String {
    let row = scene.row("change", dice).await;
    let value = row.replace("id =", "change_id =");
    let last = "(SELECT max(revision) FROM change)";
    match dice.below(7) {
        0 => format!("DELETE FROM change_value WHERE {value}; DELETE FROM change WHERE {row}"),
        1 => format!("DELETE FROM change_value WHERE {value}"),
        2 => format!(
            "DELETE FROM change_value WHERE change_id IN
                (SELECT id FROM change WHERE revision = {last});
             DELETE FROM change WHERE revision = {last}"
        ),
        3 => "UPDATE change SET revision = -1 WHERE revision = 5;
              UPDATE change SET revision = 5 WHERE revision = 6;
              UPDATE change SET revision = 6 WHERE revision = -1"
            .to_owned(),
        4 => "UPDATE ledger SET revision = revision - 1".to_owned(),
        5 => "UPDATE ledger SET head = 'x' || substr(head, 2)".to_owned(),
        _ => format!("UPDATE change SET position = position + 1 WHERE {row}"),
    }
}

/// Whatever one byte is altered in the log, whatever is left out, moved or cut off: it is found.
#[tokio::test]
async fn tampering_is_found() {
    let scene = Scene::set().await;
    let whole = scene.verify().await;
    assert_eq!((whole.broken.clone(), whole.erased), (None, 0));
    assert!(whole.changes > 15, "{whole:?}");
    let mut dice = Dice(7);
    for round in 0..300 {
        let sql = match dice.below(3) {
            0 => tamper(&scene, &mut dice).await,
            _ => alter(&scene, &mut dice).await,
        };
        scene.run(&sql).await;
        let report = scene.verify().await;
        assert!(report.broken.is_some(), "round {round}: not found: {sql}");
        scene.restore().await;
    }
    assert_eq!(scene.verify().await, whole);
}

/// The first link that does not hold is named: where it stands, its id, and what is wrong.
#[tokio::test]
async fn the_first_broken_link_is_named() {
    let scene = Scene::set().await;
    let check = async |sql: &str, place: (i64, i32), fault: Fault| {
        scene.run(sql).await;
        let broken = scene.verify().await.broken.expect("broken");
        assert_eq!(
            (broken.revision, broken.position, broken.fault),
            (place.0, place.1, fault),
            "{sql}"
        );
        scene.restore().await;
        broken.id
    };
    let value = "change_id = (SELECT id FROM change WHERE revision = 4 AND position = 0)";
    let noun = "UPDATE change SET noun = 'x' WHERE revision = 4";
    assert!(check(noun, (4, 0), Fault::Altered).await.is_some());
    let salt = format!("UPDATE change_value SET salt = 'x' WHERE {value}");
    assert!(check(&salt, (4, 0), Fault::AlteredValue).await.is_some());
    let lost = format!("DELETE FROM change_value WHERE {value}");
    assert!(check(&lost, (4, 0), Fault::MissingValue).await.is_some());
    let left_out = format!("{lost}; DELETE FROM change WHERE revision = 4");
    check(&left_out, (4, 0), Fault::Missing).await;
    let last = scene.verify().await.head.revision;
    let cut = format!(
        "DELETE FROM change_value WHERE change_id IN (SELECT id FROM change WHERE revision = {last});
         DELETE FROM change WHERE revision = {last}"
    );
    check(&cut, (last - 1, 0), Fault::Truncated).await;
    check("UPDATE ledger SET head = 'x'", (last, 0), Fault::Head).await;
}

/// Who cuts the log and the ledger alike is found by a head that was kept outside.
#[tokio::test]
async fn a_kept_head_finds_what_was_cut_off() {
    let scene = Scene::set().await;
    let reader = scene.app.store.reader();
    let kept = audit::head(reader).await.expect("a head");
    assert_eq!(Head::parse(&kept.to_string()).as_ref(), Some(&kept));
    let check = async |head: &Head| audit::verify(reader, Some(head)).await.expect("verify");
    assert_eq!(check(&kept).await.kept, Some(true));
    let last = kept.revision;
    scene
        .run(&format!(
            "DELETE FROM change_value WHERE change_id IN (SELECT id FROM change WHERE revision = {last});
             DELETE FROM change WHERE revision = {last};
             UPDATE ledger SET revision = {last} - 1,
                head = (SELECT hash FROM change ORDER BY revision DESC, position DESC LIMIT 1)"
        ))
        .await;
    let report = check(&kept).await;
    assert_eq!((report.broken, report.kept), (None, Some(false)));
    let earlier = audit::head(reader).await.expect("a head");
    assert_eq!(check(&earlier).await.kept, Some(true));
}

/// A denial says who tried what, on whose record, by which request.
#[tokio::test]
async fn denials_say_enough() {
    let app = TestApp::start().await;
    let viewer = app.actor(Role::Viewer).await;
    let create =
        "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }";
    let input = json!({ "nameEn": "Somebody", "community": app.home() });
    let answer = viewer.post(create, json!({ "input": input })).await;
    assert_eq!(answer.code(), "FORBIDDEN");
    let denials = audit::denials(app.app.store.reader(), 10).await.expect("denials");
    let [denial] = denials.as_slice() else { panic!("{denials:?}") };
    assert_eq!(denial.action, "CREATE_STAKEHOLDER");
    assert_eq!(denial.account_id, Some(app.account(Role::Viewer)));
    assert_eq!(denial.community_id, Some(app.communities[0]));
    assert_eq!(denial.request.as_deref(), Some(answer.header("x-request-id")));
    app.stop().await;
}

/// What only somebody decides who signed in, or the owner of the instance, is recorded when others
/// try it; what is left out of an answer because of it is not.
#[tokio::test]
async fn denials_in_person_are_recorded() {
    let app = TestApp::start().await;
    let draft = TokenDraft {
        name: "sync".to_owned(),
        scope: TokenScope::Manage,
        community: None,
        expires_at: None,
    };
    let admin = app.account(Role::Admin);
    let (_, secret) = api::auth::api_token::issue(&app.app, admin, draft).await.expect("a token");
    let program = app.anonymous().with_token(secret.reveal());
    program.data("{ me { apiTokens { id } sessions { id } } }", json!({})).await;
    let end = "mutation { endAllSessions { ended } }";
    assert_eq!(program.code(end, json!({})).await, "FORBIDDEN");
    let viewer = app.app.snapshot().viewer(admin).expect("an account");
    let op = app.app.op(viewer);
    let refused = community::create(&op, CommunityDraft { name: "Mine".to_owned() });
    assert!(matches!(refused.await, Err(Error::Forbidden)));
    let denials = audit::denials(app.app.store.reader(), 10).await.expect("denials");
    let denied: Vec<_> = denials.iter().map(|row| (row.action.as_str(), row.account_id)).collect();
    assert_eq!(denied, [(OWNER, Some(admin)), (IN_PERSON, Some(admin))]);
    app.stop().await;
}

/// Nobody can fill the log of denials: it takes so many a minute of each account, and of all who are
/// not signed in, and forgets the latter first.
#[tokio::test]
async fn denials_are_bounded() {
    let app = TestApp::start().await;
    let (anonymous, viewer) = (app.anonymous(), app.actor(Role::Viewer).await);
    let create =
        "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }";
    let input = json!({ "input": { "nameEn": "Somebody", "community": app.home() } });
    let recorded = async || {
        let denials = audit::denials(app.app.store.reader(), 1_000).await.expect("denials");
        let (known, nobody): (Vec<_>, Vec<_>) =
            denials.into_iter().partition(|denial| denial.account_id.is_some());
        (known.len(), nobody.len())
    };
    for _ in 0..70 {
        assert_eq!(anonymous.post(create, input.clone()).await.code(), "UNAUTHENTICATED");
    }
    for _ in 0..62 {
        assert_eq!(viewer.post(create, input.clone()).await.code(), "FORBIDDEN");
    }
    assert_eq!(recorded().await, (60, 60));
    app.wait(TimeDelta::minutes(1));
    anonymous.post(create, input).await;
    assert_eq!(recorded().await, (60, 61));
    app.wait(TimeDelta::days(31));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(recorded().await, (60, 0));
    app.wait(TimeDelta::days(370));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(recorded().await, (0, 0));
    app.stop().await;
}
