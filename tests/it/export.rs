//! Exports: the graph in three files, which bring in an equal graph; nobody exports what they do not
//! see.

use crate::capability::{act, good};
use crate::demo::Demo;
use crate::engagement::World;
use api::app::App;
use api::clock::Clock;
use api::op::Op;
use api::service::import::{self, Request};
use api::service::{community, export};
use domain::community::{CommunityDraft, Role};
use domain::policy::Viewer;
use domain::sheet::Table;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{capability, evidence, relationship, source};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tests::actor::{Actor, send};
use tests::app::{START, TestApp};
use tests::database::Database;

/// An instance with the communities of the demo and nothing else.
async fn empty() -> (Arc<App>, Database) {
    let database = Database::fresh().await;
    let clock = Clock::fixed(START.parse().expect("a time"));
    let app = App::open(&database.url, clock).await.expect("open");
    for name in ["OpenLMIS", "openIMIS"] {
        let draft = CommunityDraft { name: name.to_owned() };
        community::create(&app.op(Viewer::Owner), draft).await.expect("create");
    }
    (app, database)
}

fn request(table: Table, text: String) -> Request {
    Request {
        community: None,
        table,
        file_name: "export.csv".to_owned(),
        text,
        columns: None,
        dates: None,
        defaults: BTreeMap::new(),
        decisions: Vec::new(),
        locale: domain::text::Locale::En,
    }
}

async fn bring_in(op: &Op, table: Table, text: String) -> import::Counts {
    import::commit(op, &request(table, text)).await.expect("commit").counts
}

/// The files of an export, in the order in which they are brought in.
async fn files(op: &Op) -> [(Table, String); 3] {
    [
        (Table::Stakeholders, export::stakeholders(op).await.expect("stakeholders")),
        (Table::Relationships, export::relationships(op).await.expect("relationships")),
        (Table::Capabilities, export::capabilities(op).await.expect("capabilities")),
    ]
}

/// Brings the files of an export into an empty instance.
async fn copy_of(app: &Arc<App>) -> (Arc<App>, Database) {
    let op = app.op(Viewer::Owner);
    let files = files(&op).await;
    let (copy, database) = empty().await;
    for (table, text) in files {
        let counts = bring_in(&copy.op(Viewer::Owner), table, text).await;
        assert_eq!(counts.reject, 0, "{table}");
    }
    (copy, database)
}

/// A record in words that mean the same in every instance: short names and titles for ids, nothing
/// about when it was recorded.
fn told<R: Record>(record: &R, names: &BTreeMap<String, String>) -> Value {
    let mut image = serde_json::to_value(record).expect("JSON");
    let fields = image.as_object_mut().expect("an object");
    for own in ["id", "version", "createdAt", "updatedAt"] {
        fields.remove(own);
    }
    for value in fields.values_mut() {
        if let Some(name) = value.as_str().and_then(|text| names.get(text)) {
            *value = json!(name);
        }
    }
    image
}

/// Everything that an export tells of, record by record.
async fn graph(app: &App) -> BTreeSet<String> {
    let reader = app.store.reader();
    let stakeholders = Stakeholder::all(reader).await.expect("read");
    let mut relationships = relationship::Model::all(reader).await.expect("read");
    let capabilities = capability::Model::all(reader).await.expect("read");
    let pieces = evidence::Model::all(reader).await.expect("read");
    let sources = source::Model::all(reader).await.expect("read");
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    names.extend(stakeholders.iter().map(|row| (row.id.0.to_string(), row.slug.clone())));
    let communities = entity::community::Model::all(reader).await.expect("read");
    names.extend(communities.iter().map(|row| (row.id.0.to_string(), row.name.clone())));
    let about: BTreeSet<_> = pieces
        .iter()
        .filter(|row| row.subject_noun != "engagement" && row.subject_noun != "action")
        .map(|row| row.source_id)
        .collect();
    let mut graph: BTreeSet<String> =
        stakeholders.iter().map(|row| told(row, &names).to_string()).collect();
    for row in sources.iter().filter(|row| about.contains(&row.id)) {
        let image = told(row, &names).to_string();
        names.insert(row.id.0.to_string(), image.clone());
        graph.insert(image);
    }
    for row in &mut relationships {
        // What reads the same both ways has the order of ids, which differ.
        let both_ways = row.kind.rule().direction == domain::relationship::Symmetry::Symmetric;
        if both_ways && names[&row.source_id.0.to_string()] > names[&row.target_id.0.to_string()] {
            std::mem::swap(&mut row.source_id, &mut row.target_id);
        }
        let image = told(row, &names).to_string();
        names.insert(row.id.0.to_string(), image.clone());
        graph.insert(image);
    }
    for row in &capabilities {
        let image = told(row, &names).to_string();
        names.insert(row.id.0.to_string(), image.clone());
        graph.insert(image);
    }
    let pieces = pieces.iter().filter(|row| {
        about.contains(&row.source_id) && names.contains_key(&row.subject_id.to_string())
    });
    graph.extend(pieces.map(|row| told(row, &names).to_string()));
    graph
}

/// The whole demo, exported and brought into an empty instance, is an equal graph: every
/// stakeholder, relationship, source and piece of evidence with every field; and the file of
/// stakeholders is the same again.
#[tokio::test]
async fn an_export_brings_in_an_equal_graph() {
    let demo = Demo::load().await;
    let (copy, _database) = copy_of(&demo.app).await;
    let (original, copied) = (graph(&demo.app).await, graph(&copy).await);
    let lost: Vec<_> = original.difference(&copied).collect();
    let added: Vec<_> = copied.difference(&original).collect();
    assert!(lost.is_empty() && added.is_empty(), "lost {lost:#?}\nadded {added:#?}");
    assert!(original.len() > 300, "{}", original.len());
    let (one, other) = (demo.app.op(Viewer::Owner), copy.op(Viewer::Owner));
    // Relationships that read the same both ways are written in the order of ids, which differ; the
    // graphs above are equal in them.
    let (first, second) = (export::stakeholders(&one).await, export::stakeholders(&other).await);
    let (first, second) = (first.expect("a file"), second.expect("a file"));
    for (one, other) in first.lines().zip(second.lines()) {
        assert_eq!(one, other, "the files differ");
    }
    assert_eq!(first.len(), second.len());
}

/// Brought in again where everything is there already, the files find every row and make nothing.
#[tokio::test]
async fn an_export_finds_itself_again() {
    let demo = Demo::load().await;
    let op = demo.app.op(Viewer::Owner);
    for (table, text) in files(&op).await {
        let sheet = request(table, text);
        let counts = import::preview(&op, &sheet).await.expect("a preview").counts;
        assert_eq!((counts.create, counts.reject), (0, 0), "{table}");
    }
}

/// Every field of every kind, texts that a spreadsheet would run, and sources that share a title
/// come back as they were.
#[tokio::test]
async fn difficult_texts_come_back() {
    let (app, _database) = empty().await;
    let op = app.op(Viewer::Owner);
    let stakeholders = "slug,kind,type,name_en,name_fr,acronym,aliases,country,countries,languages,website,summary_en,unresolved,external_ids,visibility,community,secondary_types,size_band,is_local,mandate,topics,meets,started_on,role,evidence_source,evidence_locator,source_title,source_kind\n\
        a,ORGANIZATION,FOUNDATION,\"'=HYPERLINK(\"\"x\"\")\",'@SOMME,NA,a\\|b|c;d,NA,CM|NP,fr|en,https://a.example,\"one\n'=two\",'-1,ROR:05abc,RESTRICTED,openIMIS,FIRM_IMPLEMENTER|ACADEMIA,SMALL,no,,,,,,N,\"p. 1, 2\",Notes,MEETING\n\
        g,GROUP,BOARD,Board,,,,,,,,,,,PUBLIC,,,,,\"to; advise\",x|y,monthly,,,M,p. 3,Notes,DOCUMENT\n\
        i,IMPLEMENTATION,,Case,,,,CM,,,,,,,COMMUNITY,OpenLMIS,,,,,,,2019-05,,,,,\n\
        p,PERSON,,A role,,,,,,,,,,,RESTRICTED,OpenLMIS,,,,,,,,Chair,,,,\n\
        o,ORGANIZATION,OTHER,Other,,,,,,,,,,,PUBLIC,,,,,,,,,,,,,\n\
        d,GLOBAL_GOOD,,Good,,,,,,,,,,,PUBLIC,,,,,,,,,,,,,";
    let relationships = "from,kind,to,state,valid_from,valid_to,role,topic,constituency,voting,cadence,last_heard,blocked_by,amount,currency,share_min,share_max,purpose,form,via,strength,note,visibility,community,evidence_source,evidence_locator,evidence_stance,evidence_note,source_title,source_kind\n\
        o,FUNDS,d,ENDED,2019,2020-06,,,,,,,,250000,USD,10,20,CORE,IN_KIND,a,3,'=note,RESTRICTED,openIMIS,N,line 9,DISPUTES,\"a\nb\",Notes,MEETING\n\
        o,FUNDS,d,ENDED,2019,2020-06,,,,,,,,,,,,IMPLEMENTATION,,,,,PUBLIC,,,,,,,\n\
        o,SEAT_ON,g,CONFIRMED,2021,,chair,,donors,yes,,,,,,,,,,,,,PUBLIC,,,,,,,\n\
        o,RELATED_TO,d,RETRACTED,,,,,,,,,,,,,,,,,,why,PUBLIC,,,,,,,\n\
        o,RELATED_TO,d,PROPOSED,,,,,,,,,,,,,,,,,,why,PUBLIC,,,,,,,";
    let capabilities = "provider,good,service,level,countries,languages,expires_on,note,visibility,community,evidence_source,evidence_locator,evidence_note,source_title,source_kind\n\
        o,d,TRAINING,0,NA|CM,fr|en,2027-01-31,\"'=a\",PUBLIC,,N,p. 1,\"x\ny\",Notes,MEETING\n\
        o,d,TRAINING,0,NA|CM,fr|en,2027-01-31,\"'=a\",PUBLIC,,M,p. 2,,Other notes,DOCUMENT\n\
        o,d,TRAINING,4,NA|CM,fr|en,,,RESTRICTED,openIMIS,,,,,\n\
        g,d,HOSTING,,,,,,PUBLIC,,,,,,";
    for (table, text, rows) in [
        (Table::Stakeholders, stakeholders, 6),
        (Table::Relationships, relationships, 5),
        (Table::Capabilities, capabilities, 3),
    ] {
        let counts = bring_in(&op, table, text.to_owned()).await;
        assert_eq!((counts.create, counts.reject), (rows, 0), "{table}");
    }
    let (copy, _other) = copy_of(&app).await;
    assert_eq!(graph(&app).await, graph(&copy).await);
    for (table, text) in files(&op).await {
        let again = import::preview(&op, &request(table, text)).await.expect("a preview").counts;
        assert_eq!((again.create, again.reject), (0, 0), "{table}");
    }
    let view = copy.op(Viewer::Owner).view();
    let name = view.by_slug("a").next().expect("a").name(domain::text::Locale::En).to_owned();
    assert_eq!(name, "=HYPERLINK(\"x\")");
    let file = export::stakeholders(&op).await.expect("a file");
    for cell in ["'=HYPERLINK", "'@SOMME", "'-1", "one\n'=two"] {
        assert!(file.contains(cell) || cell.contains('\n'), "{cell}");
    }
}

/// What is put away, and what is for practice, stays here.
#[tokio::test]
async fn archived_records_stay_here() {
    let demo = Demo::load().await;
    let op = demo.app.op(Viewer::Owner);
    let usaid = op.view().by_slug("usaid").next().expect("usaid").clone();
    api::service::stakeholder::archive(&op, usaid.id, usaid.version).await.expect("archive");
    let (stakeholders, relationships) = (
        export::stakeholders(&op).await.expect("a file"),
        export::relationships(&op).await.expect("a file"),
    );
    assert!(!stakeholders.contains("\nusaid,") && stakeholders.contains("\nusaid-ghana-office,"));
    assert!(!relationships.contains("\nusaid,") && relationships.contains("\ngates-foundation,"));
    let (_copy, _database) = copy_of(&demo.app).await;
}

/// Everybody exports exactly what they see, as a file that spreadsheets open.
#[tokio::test]
async fn exports_show_what_the_viewer_sees() {
    let world = World::start().await;
    for (name, visibility) in
        [("Public fund", "PUBLIC"), ("Members’ fund", "COMMUNITY"), ("Secret fund", "RESTRICTED")]
    {
        world.organization(name, visibility).await;
    }
    let viewers =
        [(world.app.anonymous(), 1), (world.viewer.clone(), 2), (world.manager.clone(), 3)];
    for (actor, expected) in viewers {
        let answer = actor.get("/export/stakeholders.csv").await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(
            answer.header("content-disposition"),
            "attachment; filename=\"stakeholders.csv\""
        );
        assert_eq!(answer.header("cache-control"), "no-store");
        let rows: Vec<_> = answer.text.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(rows.iter().filter(|row| row.contains(" fund")).count(), expected);
        assert!(rows[0].starts_with("slug,kind,type,name_en,name_fr"));
        assert_eq!(answer.text.contains("Secret"), expected == 3);
    }
    let bytes =
        world.app.anonymous().request(Method::GET, "/export/relationships.csv").send().await;
    let bytes = bytes.expect("an answer").bytes().await.expect("bytes");
    assert!(bytes.starts_with("\u{feff}from,kind,to,state".as_bytes()));
    let post = send(world.manager.request(Method::POST, "/export/stakeholders.csv")).await;
    assert_eq!((post.status.as_u16(), post.header("allow")), (405, "GET, HEAD"));
}

/// Everybody exports exactly the capabilities that they see; a hidden one, or one of somebody hidden or
/// put away, leaves the file as it is, and that one was verified is told by no file.
#[tokio::test]
async fn exports_show_the_capabilities_that_the_viewer_sees() {
    let world = World::start().await;
    let (open, shut) = (
        world.organization("Open hub", "PUBLIC").await,
        world.organization("Shut hub", "RESTRICTED").await,
    );
    let good = good(&world, "openIMIS").await;
    let given = |provider: &str, service: &str, visibility: &str| {
        json!({ "provider": provider, "good": good, "service": service, "visibility": visibility,
            "community": world.home(), "countries": ["CM"], "level": 2 })
    };
    let shown = act(&world.editor, "addCapability", given(&open, "TRAINING", "PUBLIC")).await;
    let file = async |actor: &Actor| actor.get("/export/capabilities.csv").await;
    let public = file(&world.app.anonymous()).await;
    let line = "open-hub,openimis,TRAINING,2,CM,,,,PUBLIC,OpenLMIS,,,,,,,,,,,,";
    let rows: Vec<_> =
        public.text.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
    assert!(rows[0].starts_with("provider,good,service,level,countries,languages,expires_on,note"));
    assert_eq!(rows[1..], [line]);
    assert_eq!(public.header("content-disposition"), "attachment; filename=\"capabilities.csv\"");
    act(&world.manager, "addCapability", given(&open, "HOSTING", "RESTRICTED")).await;
    act(&world.manager, "addCapability", given(&open, "DATA", "COMMUNITY")).await;
    act(&world.manager, "addCapability", given(&shut, "TRAINING", "RESTRICTED")).await;
    let at = json!({ "id": shown["id"], "expectedVersion": shown["version"] });
    act(&world.manager, "verifyCapability", at).await;
    assert_eq!(file(&world.app.anonymous()).await.text, public.text);
    for (actor, rows) in [(&world.viewer, 2), (&world.manager, 4)] {
        assert_eq!(file(actor).await.text.trim_end().lines().count(), rows + 1);
    }
    let op = world.app.app.op(Viewer::Owner);
    let hub = op.view().by_slug("open-hub").next().expect("the hub").clone();
    api::service::stakeholder::archive(&op, hub.id, hub.version).await.expect("archive");
    assert!(!file(&world.manager).await.text.contains("open-hub"));
}

/// A token that is not good is told so; nobody gets the public file in its place by mistake.
#[tokio::test]
async fn a_bad_token_exports_nothing() {
    let app = TestApp::start().await;
    let mut actor = app.actor(Role::Viewer).await;
    actor.token = Some("nonsense".to_owned());
    assert_eq!(actor.get("/export/stakeholders.csv").await.code(), "UNAUTHENTICATED");
}
