//! What is known of persons: kept for a reason, shown to those who need it, told to the person, and
//! erased so that nothing of it is left.

use api::app::App;
use api::clock::Clock;
use api::service::{audit, erasure};
use chrono::TimeDelta;
use domain::community::Role;
use domain::identifier::{Noun, StakeholderId};
use domain::policy::Viewer;
use domain::stakeholder::StakeholderKind;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tests::actor::Actor;
use tests::app::TestApp;
use tests::database::{Database, on_postgres};

mod account;
mod logs;

const CONTACT: &str = "mutation($input: RecordContactInput!) { recordContact(input: $input) {
    person { version contact { email phone lawfulBasis consentedOn retainUntil } } } }";
const READ: &str = "query($slug: String!) { person(by: { slug: $slug }) { id version name erasedAt
    contact { email phone withdrawnOn lawfulBasis }
    relationships(first: 10) { nodes { note target { name } } }
    history(first: 20) { nodes { id fields { field before after } } } } }";

/// A word that is written wherever something is known of the person, and nowhere else.
const CANARY: &str = "zqcanary";

/// A person with everything that can be known of one.
struct Scene {
    app: TestApp,
    editor: Actor,
    admin: Actor,
    id: String,
    slug: String,
}

impl Scene {
    async fn set() -> Self {
        let app = TestApp::start().await;
        keep_list(&app);
        let (editor, admin) = (app.actor(Role::Editor).await, app.actor(Role::Admin).await);
        let input = json!({ "nameEn": format!("Ada {CANARY}"), "summaryEn": format!("A {CANARY} life."),
            "aliases": [format!("{CANARY} alias")], "website": format!("https://{CANARY}.example"),
            "role": format!("{CANARY} chair"), "community": app.home(), "visibility": "PUBLIC",
            "externalIds": [{ "registry": "WIKIDATA", "value": format!("Q{CANARY}") }] });
        let create = "mutation($input: CreatePersonInput!) { createPerson(input: $input) {
            person { id slug } } }";
        let mut made = editor.data(create, json!({ "input": input })).await;
        let person = made["createPerson"]["person"].take();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let scene =
            Self { id: text(&person["id"]), slug: text(&person["slug"]), app, editor, admin };
        scene.relate().await;
        let answer = scene.contact(1).await;
        assert_eq!(answer["person"]["contact"]["email"], format!("{CANARY}@example.org"));
        scene
    }

    /// The person is in a group, with a note and with evidence.
    async fn relate(&self) {
        let group =
            json!({ "nameEn": "Council", "groupType": "BOARD", "community": self.app.home() });
        let create =
            "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }";
        let group = self.editor.data(create, json!({ "input": group })).await;
        let group = &group["createGroup"]["group"]["id"];
        let add = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) {
            relationship { id } } }";
        let tie = json!({ "kind": "MEMBER_OF", "source": self.id, "target": group,
            "note": format!("Since {CANARY} joined."), "community": self.app.home() });
        let tie = self.editor.data(add, json!({ "input": tie })).await;
        let tie = &tie["addRelationship"]["relationship"]["id"];
        let source =
            json!({ "kind": "DOCUMENT", "title": "Minutes", "community": self.app.home() });
        let create =
            "mutation($input: AddSourceInput!) { addSource(input: $input) { source { id } } }";
        let source = self.editor.data(create, json!({ "input": source })).await;
        let add =
            "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { __typename } }";
        let note = json!({ "source": source["addSource"]["source"]["id"], "note": format!("{CANARY} said so.") });
        for subject in [tie, &json!(self.id)] {
            let input = json!({ "subject": subject, "evidence": note });
            self.editor.data(add, json!({ "input": input })).await;
        }
    }

    async fn contact(&self, version: i32) -> Value {
        let input = json!({ "id": self.id, "expectedVersion": version,
            "email": format!("{CANARY}@example.org"), "phone": "+41 22 791 21 11",
            "lawfulBasis": "CONSENT", "consentedOn": "2026-03-01", "consentNote": format!("{CANARY} agreed"),
            "retainUntil": "2026-12-31" });
        self.editor.data(CONTACT, json!({ "input": input })).await["recordContact"].take()
    }

    async fn read(&self, actor: &Actor) -> Value {
        actor.data(READ, json!({ "slug": self.slug })).await["person"].take()
    }

    fn person(&self) -> StakeholderId {
        let noun = Noun::Stakeholder(StakeholderKind::Person);
        StakeholderId(noun.parse_id(&self.id, "id").expect("an id"))
    }

    async fn erase(&self) -> Value {
        let version = self.read(&self.admin).await["version"].clone();
        let erase = "mutation($input: ErasePersonInput!) { erasePerson(input: $input) {
            person { name slug erasedAt contact { email } relationships(first: 5) { nodes { id } } } } }";
        let input = json!({ "id": self.id, "expectedVersion": version });
        self.admin.data(erase, json!({ "input": input })).await["erasePerson"]["person"].take()
    }
}

/// Contact data needs a basis in law and a community that answers for it; those who work with the
/// person read it, for everybody else there is none; no list, log or export has it.
#[tokio::test]
async fn contact_data_is_for_those_who_need_it() {
    let scene = Scene::set().await;
    let baseless = json!({ "id": scene.id, "expectedVersion": 2, "email": "a@example.org" });
    let refused = scene.editor.post(CONTACT, json!({ "input": baseless })).await;
    assert_eq!(refused.json()["errors"][0]["extensions"]["refusals"][0]["code"], "BASIS_REQUIRED");
    assert!(scene.read(&scene.editor).await["contact"]["phone"].is_string());
    let viewer = scene.app.actor(Role::Viewer).await;
    for actor in [&viewer, &scene.app.anonymous()] {
        assert_eq!(scene.read(actor).await["contact"], Value::Null);
    }
    let history = scene.read(&scene.admin).await["history"].to_string();
    assert!(history.contains(CANARY), "the name is told");
    for hidden in ["@example.org", "791 21 11", "agreed"] {
        assert!(!history.contains(hidden), "{history}");
        let csv = scene.admin.get("/export/stakeholders.csv").await.text;
        assert!(csv.contains(CANARY) && !csv.contains(hidden));
    }
    let create =
        "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }";
    let shared = scene.editor.data(create, json!({ "input": { "nameEn": "Shared" } })).await;
    let input = json!({ "id": shared["createPerson"]["person"]["id"], "expectedVersion": 1,
        "email": "a@example.org", "lawfulBasis": "CONTRACT" });
    assert_eq!(scene.editor.code(CONTACT, json!({ "input": input })).await, "BAD_USER_INPUT");
    scene.app.stop().await;
}

/// Whoever withdraws consent is not kept: the data go, and come back only with a later consent; what
/// is kept too long is listed.
#[tokio::test]
async fn consent_can_be_withdrawn() {
    let scene = Scene::set().await;
    let owner = || scene.app.app.op(Viewer::Owner);
    assert_eq!(api::service::contact::due(&owner()).await.expect("due").len(), 0);
    scene.app.wait(TimeDelta::days(400));
    let due = api::service::contact::due(&owner()).await.expect("due");
    assert_eq!(due.iter().map(|row| row.id).collect::<Vec<_>>(), [scene.person()]);
    let editor = scene.app.actor(Role::Editor).await;
    let withdraw = "mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
        person { contact { email phone withdrawnOn } } } }";
    let input = json!({ "id": scene.id, "expectedVersion": 2 });
    let left = editor.data(withdraw, json!({ "input": input })).await;
    let left = &left["withdrawConsent"]["person"]["contact"];
    assert_eq!((&left["email"], &left["phone"]), (&Value::Null, &Value::Null));
    assert_eq!(left["withdrawnOn"], "2027-04-06");
    assert_eq!(api::service::contact::due(&owner()).await.expect("due").len(), 0);
    let again = json!({ "id": scene.id, "expectedVersion": 3, "email": "a@example.org",
        "lawfulBasis": "CONSENT", "consentedOn": "2026-03-01" });
    let refused = editor.post(CONTACT, json!({ "input": again })).await;
    assert_eq!(
        refused.json()["errors"][0]["extensions"]["refusals"][0]["code"],
        "CONSENT_WITHDRAWN"
    );
    scene.app.stop().await;
}

/// The person is told everything: whatever holds the canary is in the export, in both forms, and
/// only who administers the record takes it away.
#[tokio::test]
async fn a_person_is_told_everything() {
    let scene = Scene::set().await;
    let path = |form: &str| format!("/export/person/{}.{form}", scene.id);
    let json = scene.admin.get(&path("json")).await;
    assert_eq!(json.status, 200, "{}", json.text);
    let whole = json.json();
    for part in ["person", "contact", "relationships", "evidence", "changes"] {
        assert!(whole[part].to_string().contains(CANARY), "{part}: {}", whole[part]);
    }
    assert_eq!(whole["evidence"].as_array().map(Vec::len), Some(2));
    let csv = scene.admin.get(&path("csv")).await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    for known in ["@example.org", "791 21 11", "joined.", "said so.", "life.", "chair"] {
        assert!(csv.text.contains(known) && json.text.contains(known), "{known}");
    }
    assert_eq!(scene.editor.get(&path("json")).await.status, 403);
    assert_eq!(scene.app.anonymous().get(&path("json")).await.status, 401);
    assert_eq!(scene.admin.get("/export/person/per_x.json").await.status, 404);
    scene.app.stop().await;
}

/// After an erasure no byte is left in the files of the database; the graph and the log hold; what
/// was erased cannot be undone, changed or erased again.
#[tokio::test]
async fn nothing_is_left_of_the_erased() {
    let scene = Scene::set().await;
    assert!(found(&scene.app).await > 0, "the canary is found while it is there");
    let change = scene.read(&scene.admin).await["history"]["nodes"][0]["id"].clone();
    let mute = "mutation($id: ID!) { mute(input: { party: $id }) { mute { id } } }";
    scene.editor.data(mute, json!({ "id": scene.id })).await;
    let left = scene.erase().await;
    let mutes = scene.editor.data("{ me { mutes { id } } }", json!({})).await;
    assert_eq!(mutes["me"]["mutes"], json!([]));
    assert_eq!(left["name"], "Erased person");
    assert_eq!(left["contact"], Value::Null);
    assert_eq!(left["relationships"]["nodes"].as_array().map(Vec::len), Some(1));
    assert_eq!(found(&scene.app).await, 0);
    let report = audit::verify(scene.app.app.store.reader(), None).await.expect("verify");
    assert_eq!(report.broken, None);
    assert!(report.erased >= 4, "{report:?}");
    let revert =
        "mutation($input: RevertChangeInput!) { revertChange(input: $input) { __typename } }";
    let log =
        "query($filter: ChangeFilter) { changes(first: 50, filter: $filter) { nodes { id } } }";
    let filter = json!({ "filter": { "node": scene.id } });
    let log = scene.admin.data(log, filter).await["changes"]["nodes"].take();
    for change in log.as_array().expect("changes").iter().map(|row| &row["id"]).chain([&change]) {
        let refused = scene.admin.post(revert, json!({ "input": { "id": change } })).await;
        assert_eq!(refused.code(), "CONFLICT", "{}", refused.text);
    }
    let slug = left["slug"].as_str().expect("a slug");
    let now = scene.admin.data(READ, json!({ "slug": slug })).await["person"].take();
    assert!(!now.to_string().contains(CANARY));
    let update =
        "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }";
    let input = json!({ "id": scene.id, "expectedVersion": now["version"], "nameEn": "Again" });
    assert_eq!(scene.admin.code(update, json!({ "input": input })).await, "CONFLICT");
    let hits = scene.admin.data(
        "query($text: String!) { search(text: $text, first: 5) { __typename } }",
        json!({ "text": CANARY }),
    );
    assert_eq!(hits.await["search"], json!([]));
    let built = api::snapshot::Snapshot::build(scene.app.app.store.reader()).await.expect("build");
    assert!(built == *scene.app.app.snapshot(), "the snapshot is what the database holds");
    scene.app.stop().await;
}

/// An older copy of the database that is put back is erased again before it serves.
#[tokio::test]
async fn an_older_copy_is_erased_again() {
    if on_postgres() {
        return replayed_from_a_list().await;
    }
    let scene = Scene::set().await;
    let file = database_file(&scene.app);
    let copy = file.with_extension("copy");
    let vacuum = format!("VACUUM INTO '{}'", copy.display());
    let connection = sea_orm::Database::connect(scene.app.database_url()).await.expect("connect");
    connection.execute_unprepared(&vacuum).await.expect("a copy");
    connection.close().await.expect("close");
    assert!(bytes_of(&copy) > 0);
    scene.erase().await;
    let database = Database::empty().await;
    let place = database.url.trim_start_matches("sqlite://").split('?').next().expect("a path");
    std::fs::copy(&copy, place).expect("put back");
    let list = |file: &Path| PathBuf::from(format!("{}.erasures", file.display()));
    std::fs::copy(list(&file), list(Path::new(place))).expect("the list");
    let restored = App::open(&database.url, Clock::system()).await.expect("open");
    let row = restored.op(Viewer::Owner).view().stakeholder(scene.person()).cloned();
    assert!(row.is_some_and(|row| row.erased_at.is_some()));
    let report = audit::verify(restored.store.reader(), None).await.expect("verify");
    assert_eq!(report.broken, None);
    restored.store.clone().close().await.expect("close");
    for part in ["", "-wal", "-shm"] {
        assert_eq!(bytes_of(Path::new(&format!("{place}{part}"))), 0, "{part}");
    }
    scene.app.stop().await;
}

/// An erasure that stumbled after it was lasting is finished by asking again, and when the process
/// looks after what has expired.
#[tokio::test]
async fn what_stumbled_is_finished() {
    let scene = Scene::set().await;
    scene.erase().await;
    let listed = || std::fs::read_to_string(list_of(&scene.app)).expect("a list");
    let whole = listed();
    assert!(whole.lines().last().is_some_and(|line| line.starts_with("finished stakeholder ")));
    let again = "mutation($input: ErasePersonInput!) { erasePerson(input: $input) {
        person { name } } }";
    let input = json!({ "id": scene.id, "expectedVersion": 1 });
    let erased = scene.admin.data(again, json!({ "input": input })).await;
    assert_eq!(erased["erasePerson"]["person"]["name"], "Erased person");
    let begun = whole.lines().filter(|line| !line.starts_with("finished"));
    std::fs::write(list_of(&scene.app), begun.map(|line| format!("{line}\n")).collect::<String>())
        .expect("a list");
    scene.app.auth.sweep().await.expect("sweep");
    assert!(listed().contains("finished stakeholder "), "{}", listed());
    scene.app.stop().await;
}

/// With a server, the list lies where it is said, and what it names is erased.
async fn replayed_from_a_list() {
    let scene = Scene::set().await;
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("erasures");
    let line = format!("stakeholder {} 2026-03-02T09:00:00Z\n", scene.person().0);
    std::fs::write(&list, line).expect("a list");
    scene.app.app.erasures.keep_in(list);
    erasure::replay(&scene.app.app).await.expect("replay");
    assert_eq!(found(&scene.app).await, 0);
    scene.app.stop().await;
}

/// A server's list of erasures lies where it is said; an embedded database has it beside itself.
fn keep_list(app: &TestApp) {
    if on_postgres() {
        app.app.erasures.keep_in(list_of(app));
    }
}

fn list_of(app: &TestApp) -> PathBuf {
    match on_postgres() {
        true => std::env::temp_dir().join(format!("erasures-{}", app.address.port())),
        false => PathBuf::from(format!("{}.erasures", database_file(app).display())),
    }
}

fn database_file(app: &TestApp) -> PathBuf {
    PathBuf::from(app.database_url().trim_start_matches("sqlite://"))
}

/// How often the canary stands in a file, in any case.
fn bytes_of(file: &Path) -> usize {
    times_in(file, CANARY)
}

fn times_in(file: &Path, word: &str) -> usize {
    let bytes = std::fs::read(file).unwrap_or_default().to_ascii_lowercase();
    let word = word.to_ascii_lowercase();
    bytes.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

/// How often the canary stands in the files of the database.
async fn found(app: &TestApp) -> usize {
    times_found(app, CANARY).await
}

/// How often a word stands in the files of the database: of SQLite all three, of PostgreSQL those of
/// every table and index of it.
async fn times_found(app: &TestApp, word: &str) -> usize {
    if !on_postgres() {
        let file = database_file(app).display().to_string();
        return ["", "-wal", "-shm"]
            .iter()
            .map(|part| times_in(Path::new(&format!("{file}{part}")), word))
            .sum();
    }
    let connection = sea_orm::Database::connect(app.database_url()).await.expect("connect");
    connection.execute_unprepared("CHECKPOINT").await.expect("a checkpoint");
    let sql = "SELECT current_setting('data_directory') || '/' || pg_relation_filepath(c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'pg_toast') AND pg_relation_filepath(c.oid) IS NOT NULL";
    let rows = connection.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await;
    let rows = rows.expect("files");
    let files = rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a path"));
    let found = files.map(|file| times_in(Path::new(&file), word)).sum();
    connection.close().await.expect("close");
    found
}
