//! Completeness: which facts that matter are recorded, and the list of those that are not.

use crate::capability::{act, good};
use crate::engagement::{World, column, text, work};
use serde_json::{Value, json};
use tests::actor::Actor;

const ASKED: &str = "completeness { recorded asked missing { field form why questions } }";

/// What is asked of a record and missing, as an actor sees it.
async fn completeness(actor: &Actor, id: &Value) -> Value {
    let on =
        ["Organization", "Implementation", "Group", "Relationship", "Capability", "Engagement"];
    let parts: Vec<_> = on.iter().map(|of| format!("... on {of} {{ {ASKED} }}")).collect();
    let query = format!("query($id: ID!) {{ node(id: $id) {{ {} }} }}", parts.join(" "));
    actor.data(&query, json!({ "id": id })).await["node"]["completeness"].take()
}

async fn missing(actor: &Actor, id: &Value) -> Vec<String> {
    let told = completeness(actor, id).await;
    let missing = column(&told["missing"], "field");
    let count = |field: &str| told[field].as_u64().expect("a count");
    assert_eq!(count("asked"), count("recorded") + missing.len() as u64);
    missing
}

async fn relate(actor: &Actor, input: Value) -> Value {
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    let mut data = actor.data(query, json!({ "input": input })).await;
    data["addRelationship"]["relationship"]["id"].take()
}

async fn create(actor: &Actor, kind: &str, input: Value) -> Value {
    let field = format!("{}{}", kind[..1].to_lowercase(), &kind[1..]);
    let query = format!(
        "mutation($input: Create{kind}Input!) {{ create{kind}(input: $input) {{ {field} {{ id }} }} }}"
    );
    let mut data = actor.data(&query, json!({ "input": input })).await;
    data[format!("create{kind}")][field]["id"].take()
}

/// The list as an actor sees it: how many, and title, kind and missing facts of each row.
async fn unknowns(actor: &Actor, filter: Value) -> (u64, Vec<(String, String, Vec<String>)>) {
    let query = "query($filter: KnownUnknownFilter) { knownUnknowns(filter: $filter, first: 50) {
        totalCount nodes { title kind record { id } questions completeness { missing { field form } } } } }";
    let data = actor.data(query, json!({ "filter": filter })).await;
    let found = &data["knownUnknowns"];
    let rows = found["nodes"].as_array().expect("rows").iter().map(|row| {
        let lacks = column(&row["completeness"]["missing"], "field");
        (text(&row["title"]), text(&row["kind"]), lacks)
    });
    (found["totalCount"].as_u64().expect("a count"), rows.collect())
}

/// What is not recorded is missing, with the question that waits for it and the form that records it;
/// what cannot apply is not asked.
#[tokio::test]
async fn what_is_missing_is_said_with_its_form() {
    let world = World::start().await;
    let party = json!(world.organization("Bluesquare", "PUBLIC").await);
    let told = completeness(&world.viewer, &party).await;
    assert_eq!((&told["recorded"], &told["asked"]), (&json!(2), &json!(7)));
    let expected = ["COUNTRY", "LANGUAGES", "SIZE", "WEBSITE", "RELATIONSHIP"];
    assert_eq!(column(&told["missing"], "field"), expected, "no relationship lacks evidence");
    let (size, none) = (&told["missing"][2], &told["missing"][4]);
    assert_eq!(size["form"], format!("/stakeholder/{}/edit", text(&party)));
    assert_eq!(size["questions"], json!(["REPRESENTATION"]));
    assert_eq!(size["why"], "Without it there is no full answer to: “who is represented?”.");
    assert_eq!(none["form"], format!("/relationship/new?source={}", text(&party)));
}

/// A share of nothing is a share that is known; an unknown one is missing. What is only proposed has
/// not begun, and is not asked when it did.
#[tokio::test]
async fn zero_is_known_and_unknown_is_not_zero() {
    let world = World::start().await;
    let funder = json!(world.organization("Gates Foundation", "PUBLIC").await);
    let good = json!(good(&world, "openIMIS").await);
    let ends = json!({ "source": funder, "target": good, "kind": "FUNDS" });
    let row = relate(&world.manager, ends.clone()).await;
    let lacks = ["EVIDENCE", "AMOUNT_OR_SHARE", "PURPOSE"];
    assert_eq!(missing(&world.viewer, &row).await, lacks);
    let more =
        json!({ "id": row, "expectedVersion": 1, "shareMin": 0, "shareMax": 0, "purpose": "CORE" });
    let update = "mutation($input: UpdateRelationshipInput!) {
        updateRelationship(input: $input) { relationship { version } } }";
    world.manager.data(update, json!({ "input": more })).await;
    assert_eq!(missing(&world.viewer, &row).await, ["EVIDENCE"]);
    let settle = "mutation($input: SettleRelationshipInput!) {
        confirmRelationship(input: $input) { relationship { version } } }";
    let source = json!({ "newSource": { "kind": "DOCUMENT", "title": "Report" } });
    let evidence = json!({ "input": { "subject": row, "evidence": source } });
    let add =
        "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidence { id } } }";
    world.manager.data(add, evidence).await;
    world.manager.data(settle, json!({ "input": { "id": row, "expectedVersion": 2 } })).await;
    assert_eq!(missing(&world.viewer, &row).await, ["START"], "what holds began once");
}

/// What is only proposed, or disputed, is not known: an operator that is proposed is still missing, and
/// is settled on the page of that relationship.
#[tokio::test]
async fn a_proposal_leaves_it_unknown() {
    let world = World::start().await;
    let place = create(
        &world.manager,
        "Implementation",
        json!({ "nameEn": "Cameroon", "stage": "EXPLORING" }),
    )
    .await;
    let operator = json!(world.organization("BEPHA", "PUBLIC").await);
    let form = async |fact: &str| {
        let told = completeness(&world.viewer, &place).await;
        let mut rows = told["missing"].as_array().expect("rows").iter();
        rows.find(|row| row["field"] == fact).map(|row| text(&row["form"]))
    };
    let id = text(&place);
    let new = format!("/relationship/new?target={id}&kind=OPERATES");
    assert_eq!(form("OPERATOR").await, Some(new));
    assert_eq!(form("START").await, None, "what is only explored has not begun");
    assert_eq!(form("END").await, None, "nor ended");
    let ends = json!({ "source": operator, "target": place, "kind": "OPERATES" });
    let row = relate(&world.manager, ends).await;
    assert_eq!(form("OPERATOR").await, Some(format!("/relationship/{}", text(&row))));
    let bare = form("RELATIONSHIP_EVIDENCE").await;
    assert_eq!(bare, Some(format!("/relationship/{}", text(&row))), "it rests on nothing");
    let settle = "mutation($input: SettleRelationshipInput!) {
        confirmRelationship(input: $input) { relationship { version } } }";
    let source = json!({ "newSource": { "kind": "DOCUMENT", "title": "Report" } });
    let add =
        "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidence { id } } }";
    world.manager.data(add, json!({ "input": { "subject": row, "evidence": source } })).await;
    world.manager.data(settle, json!({ "input": { "id": row, "expectedVersion": 1 } })).await;
    assert_eq!(form("OPERATOR").await, None);
    assert_eq!(form("RELATIONSHIP_EVIDENCE").await, None);
}

/// A capability and an engagement are asked for what answers about them rest on; one that is over is
/// asked nothing.
#[tokio::test]
async fn capabilities_and_engagements_are_asked_too() {
    let world = World::start().await;
    let provider = world.organization("Bluesquare", "PUBLIC").await;
    let good = good(&world, "openIMIS").await;
    let input = json!({ "provider": provider, "good": good, "service": "TRAINING", "level": 0 });
    let given = act(&world.editor, "addCapability", input).await;
    let lacks = ["COUNTRIES", "LANGUAGES", "EVIDENCE", "VERIFICATION"];
    assert_eq!(missing(&world.viewer, &given["id"]).await, lacks, "level 0 is a level");
    let input = json!({ "id": given["id"], "expectedVersion": given["version"] });
    act(&world.manager, "verifyCapability", input).await;
    assert_eq!(missing(&world.viewer, &given["id"]).await, lacks[..3]);
    let row = world.open(&provider, json!({})).await;
    let lacks = ["OWNER", "ENTRY_POINT", "WE_GAIN", "THEY_GAIN", "NEXT_STEP"];
    assert_eq!(missing(&world.viewer, &row["id"]).await, lacks);
    let gain = json!({ "engagement": row["id"], "expectedVersion": row["version"],
        "side": "THEY_GAIN", "text": "Skill" });
    let row = work(&world.editor, "addGain", gain).await;
    assert!(!missing(&world.viewer, &row["id"]).await.contains(&"THEY_GAIN".to_owned()));
    let over = json!({ "id": row["id"], "expectedVersion": row["version"], "to": "DECLINED",
        "declinedBy": "THEM", "reason": "No." });
    let row = work(&world.editor, "transitionEngagement", over).await;
    assert!(missing(&world.viewer, &row["id"]).await.is_empty());
}

/// The list begins with the record on whose missing facts most questions rest, filters by kind, fact
/// and community, and leaves out what lacks nothing that is looked for.
#[tokio::test]
async fn the_list_is_ranked_and_filtered() {
    let world = World::start().await;
    let place = create(&world.manager, "Implementation", json!({ "nameEn": "Nepal" })).await;
    let known = json!({ "nameEn": "Known", "organizationType": "ACADEMIA", "country": "CH",
        "languages": ["de"], "sizeBand": "SMALL", "website": "https://example.org" });
    let known = create(&world.manager, "Organization", known).await;
    let own = world.organization("Own", "COMMUNITY").await;
    relate(&world.manager, json!({ "source": known, "target": place, "kind": "IMPLEMENTS" })).await;
    let (total, rows) = unknowns(&world.viewer, json!({})).await;
    let titles: Vec<_> = rows.iter().map(|(title, ..)| title.as_str()).collect();
    assert_eq!((total, titles.len()), (4, 4));
    assert_eq!(titles, ["Nepal", "Own", "Known implements Nepal", "Known"]);
    assert_eq!(rows[3].2, ["RELATIONSHIP_EVIDENCE"]);
    let only = |filter: Value| {
        let viewer = &world.viewer;
        async move {
            let (total, rows) = unknowns(viewer, filter).await;
            assert_eq!(total, rows.len() as u64);
            rows.into_iter().map(|(title, ..)| title).collect::<Vec<_>>()
        }
    };
    assert_eq!(only(json!({ "kinds": ["RELATIONSHIP"] })).await, ["Known implements Nepal"]);
    assert_eq!(only(json!({ "fields": ["SIZE"] })).await, ["Own"]);
    assert_eq!(only(json!({ "fields": [], "kinds": [] })).await.len(), 4, "empty is no filter");
    assert_eq!(only(json!({ "community": world.home() })).await, ["Own"]);
    assert_eq!(only(json!({ "community": world.abroad() })).await, Vec::<String>::new());
    let query =
        "query($id: ID!) { knownUnknowns(filter: { community: $id }, first: 1) { totalCount } }";
    let nowhere = json!({ "id": "com_00000000000000000000000000" });
    assert_eq!(world.viewer.code(query, nowhere).await, "NOT_FOUND");
    assert!(!own.is_empty());
}

/// What is hidden is neither listed nor counted, and what rests on hidden records only is not recorded
/// for those who do not see them.
#[tokio::test]
async fn the_hidden_is_absent() {
    let world = World::start().await;
    let place = create(&world.manager, "Implementation", json!({ "nameEn": "Nepal" })).await;
    let stranger = world.app.anonymous();
    let before = (unknowns(&stranger, json!({})).await, completeness(&stranger, &place).await);
    let hidden = json!(world.organization("Hidden", "RESTRICTED").await);
    let input = json!({ "source": hidden, "target": place, "kind": "OPERATES", "state": "CONFIRMED",
        "community": world.home(), "visibility": "RESTRICTED",
        "evidence": { "newSource": { "kind": "DOCUMENT", "title": "Report" } } });
    relate(&world.manager, input).await;
    let after = (unknowns(&stranger, json!({})).await, completeness(&stranger, &place).await);
    assert_eq!(before, after);
    assert!(missing(&world.viewer, &place).await.contains(&"OPERATOR".to_owned()));
    assert!(!missing(&world.manager, &place).await.contains(&"OPERATOR".to_owned()));
    let (total, _) = unknowns(&world.manager, json!({})).await;
    assert_eq!(total, before.0.0 + 2, "the party, and a relationship that does not say since when");
}
