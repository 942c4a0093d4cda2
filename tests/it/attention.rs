//! What wants attention: late and coming work, silence, money that ends, vacant seats, old evidence; whom to
//! call; and what to know before a call.

use crate::engagement::{World, column, work};
use crate::relationship::{added, id};
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;

async fn notices(world: &World, actor: &Actor, more: &str) -> Value {
    let query = format!(
        "query($id: ID!) {{ notices(community: $id, first: 50{more}) {{ totalCount nodes {{
            rule sentence french: sentence(locale: FR) day days party {{ name }}
            subject {{ __typename id }} }} }} }}"
    );
    actor.data(&query, json!({ "id": world.home() })).await["notices"].take()
}

async fn log(world: &World, engagement: &Value, day: &str, note: &str) {
    let input = json!({ "engagement": engagement["id"], "happenedOn": day, "channel": "CALL",
        "direction": "OUTGOING", "note": note });
    work(&world.editor, "logInteraction", input).await;
}

/// What is late comes first, then silence, then what is due soon; each says why, in both languages, and
/// nobody who does not see the record is told.
#[tokio::test]
async fn late_work_comes_first_then_silence() {
    let world = World::start().await;
    let gates = world.organization("Gates", "PUBLIC").await;
    let next =
        json!({ "nextStep": "Send the plan", "nextStepDue": "2026-03-05", "cadenceDays": 30 });
    let engagement = world.open(&gates, next).await;
    log(&world, &engagement, "2026-01-20", "They asked for a plan.").await;
    let late = json!({ "community": world.home(), "text": "Write the plan.",
        "engagement": engagement["id"], "dueOn": "2026-02-27" });
    let query = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
    world.editor.data(query, json!({ "input": late })).await;
    let hidden = world.organization("Quiet", "RESTRICTED").await;
    let restricted =
        json!({ "nextStep": "Hush", "nextStepDue": "2026-03-01", "visibility": "RESTRICTED" });
    work(&world.manager, "openEngagement", world.opening(&hidden, restricted)).await;
    let seen = notices(&world, &world.viewer, "").await;
    assert_eq!(column(&seen["nodes"], "rule"), ["OVERDUE", "SILENT", "DUE"]);
    assert_eq!(
        column(&seen["nodes"], "sentence"),
        [
            "Gates: “Write the plan.” was due 3 days ago.",
            "Gates: no contact for 41 days; every 30 days was agreed.",
            "Gates: the next step, “Send the plan”, is due in 3 days.",
        ]
    );
    let french =
        "Gates\u{a0}: aucun contact depuis 41 jours\u{a0}; il était convenu tous les 30 jours.";
    assert_eq!(seen["nodes"][1]["french"], french);
    assert_eq!(seen["nodes"][1]["subject"]["id"], engagement["id"]);
    assert_eq!(seen["nodes"][0]["subject"]["__typename"], "Action");
    assert_eq!(notices(&world, &world.manager, "").await["totalCount"], 4);
    assert_eq!(notices(&world, &world.app.anonymous(), "").await["totalCount"], 0);
    let due = notices(&world, &world.viewer, ", rules: [DUE]").await;
    assert_eq!(column(&due["nodes"], "rule"), ["DUE"]);
    let page = "query($id: ID!) { notices(community: $id, first: 1) { totalCount
        pageInfo { hasNextPage endCursor } } }";
    let page = world.viewer.data(page, json!({ "id": world.home() })).await;
    assert_eq!(page["notices"]["pageInfo"]["hasNextPage"], true);
}

/// Money whose end is near, seats that nobody holds and evidence that has grown old are told where they
/// bear on the community; what is settled or has no day is not.
#[tokio::test]
async fn ends_seats_and_old_evidence_are_told() {
    let world = World::start().await;
    let (gates, good) =
        (id(&world, "Organization", "Gates").await, id(&world, "GlobalGood", "Some good").await);
    world.open(gates.as_str().expect("an id"), json!({})).await;
    let evidence = json!({ "newSource": { "kind": "DOCUMENT", "title": "A report" },
        "assertedOn": "2022-05-01" });
    let ends = json!({ "state": "CONFIRMED", "validFrom": "2024-01-01", "validTo": "2026-06-30",
        "evidence": evidence });
    added(&world.manager, "FUNDS", &gates, &good, ends).await;
    let input = json!({ "community": world.home(), "nameEn": "Council", "groupType": "ADVISORY",
        "requiredConstituencies": ["Users", "Funders"] });
    let query =
        "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }";
    let group = world.manager.data(query, json!({ "input": input })).await;
    let group = &group["createGroup"]["group"]["id"];
    let seat = json!({ "state": "CONFIRMED", "constituency": "Funders" });
    added(&world.manager, "SEAT_ON", &gates, group, seat).await;
    let seen = notices(&world, &world.viewer, "").await;
    assert_eq!(
        column(&seen["nodes"], "sentence"),
        [
            "What Gates pays Some good ends in 120 days.",
            "Council: the seat of “Users” is vacant.",
            "“Gates funds Some good”: the newest evidence is 3 years old. Is it still true?",
        ]
    );
    let vacant = &seen["nodes"][1];
    assert_eq!((&vacant["day"], &vacant["days"]), (&Value::Null, &Value::Null));
}

/// One is told of one's own tasks alone when one asks for them; who is nobody has none.
#[tokio::test]
async fn one_asks_for_ones_own_tasks() {
    let world = World::start().await;
    let gates = world.organization("Gates", "PUBLIC").await;
    let mine = json!({ "nextStep": "Call", "nextStepDue": "2026-03-01",
        "owner": world.account(Role::Editor) });
    world.open(&gates, mine).await;
    let own = notices(&world, &world.editor, ", mine: true").await;
    assert_eq!(own["totalCount"], 1);
    assert_eq!(notices(&world, &world.manager, ", mine: true").await["totalCount"], 0);
    let query = "query($id: ID!) { notices(community: $id, mine: true, first: 1) { totalCount } }";
    let nobody = world.app.anonymous();
    assert_eq!(nobody.code(query, json!({ "id": world.home() })).await, "UNAUTHENTICATED");
}

/// Those to call come in the order of their most urgent reason, each once, with the person to ask for and
/// the last sentence spoken.
#[tokio::test]
async fn whom_to_call_and_why() {
    let world = World::start().await;
    let person = id(&world, "Person", "Health financing officer").await;
    let who = world.organization("WHO", "PUBLIC").await;
    let gavi = world.organization("Gavi", "PUBLIC").await;
    let late = json!({ "nextStep": "Ask again", "nextStepDue": "2026-02-01", "cadenceDays": 10,
        "entryPoints": [person] });
    let first = world.open(&who, late).await;
    log(&world, &first, "2026-01-10", "Interested.").await;
    log(&world, &first, "2026-01-15", "Call us in February.").await;
    world.open(&gavi, json!({ "nextStep": "Write", "nextStepDue": "2026-03-03" })).await;
    let query = "query($id: ID!) { callList(community: $id) { whom { name } engagement { id }
        reasons { sentence } lastInteraction { note } } }";
    let calls = world.viewer.data(query, json!({ "id": world.home() })).await;
    let calls = &calls["callList"];
    assert_eq!(calls[0]["whom"]["name"], "Health financing officer");
    assert_eq!(calls[0]["engagement"]["id"], first["id"]);
    assert_eq!(calls[0]["lastInteraction"]["note"], "Call us in February.");
    assert_eq!(
        column(&calls[0]["reasons"], "sentence"),
        [
            "WHO: the next step, “Ask again”, was due 29 days ago.",
            "WHO: no contact for 46 days; every 10 days was agreed.",
        ]
    );
    assert_eq!(
        (&calls[1]["whom"]["name"], &calls[1]["lastInteraction"]),
        (&json!("Gavi"), &Value::Null)
    );
    assert_eq!(calls[2], Value::Null);
}

/// Before a call one reads the last three contacts, what each side gains, seats, entry points, open
/// questions and actions; of what one may not see, nothing.
#[tokio::test]
async fn a_brief_tells_what_is_seen() {
    let world = World::start().await;
    let [ilo, person, group] = [
        id(&world, "Organization", "ILO").await,
        id(&world, "Person", "Desk officer").await,
        id(&world, "Group", "Steering group").await,
    ];
    let open = json!({ "entryPoints": [person], "nextStep": "Visit" });
    let engagement = world.open(ilo.as_str().expect("an id"), open).await;
    for (day, note) in [
        ("2026-01-01", "One"),
        ("2026-01-02", "Two"),
        ("2026-01-03", "Three"),
        ("2026-01-04", "Four"),
    ] {
        log(&world, &engagement, day, note).await;
    }
    let engagement = crate::engagement::read(&world.editor, &engagement["id"]).await;
    let gain = json!({ "engagement": engagement["id"], "expectedVersion": engagement["version"],
        "side": "WE_GAIN", "text": "Policy advice" });
    work(&world.editor, "addGain", gain).await;
    added(&world.manager, "SEAT_ON", &ilo, &group, json!({ "state": "CONFIRMED" })).await;
    added(&world.editor, "ADVISES", &group, &ilo, json!({})).await;
    let query = "query($id: ID!) { brief(party: $id) { party { name } contacts { note }
        weGain { text } theyGain { text } seats { target { name } } entryPoints { name }
        openQuestions { kind } actions { text } engagements { nextStep } } }";
    let told = world.viewer.data(query, json!({ "id": ilo })).await;
    let told = &told["brief"];
    assert_eq!(column(&told["contacts"], "note"), ["Four", "Three", "Two"]);
    assert_eq!(column(&told["weGain"], "text"), ["Policy advice"]);
    assert_eq!(told["theyGain"], json!([]));
    assert_eq!(told["seats"][0]["target"]["name"], "Steering group");
    assert_eq!(column(&told["entryPoints"], "name"), ["Desk officer"]);
    assert_eq!(column(&told["openQuestions"], "kind"), ["ADVISES"]);
    assert_eq!(told["engagements"][0]["nextStep"], "Visit");
    let nobody = world.app.anonymous().data(query, json!({ "id": ilo })).await;
    for told in ["contacts", "weGain", "entryPoints", "actions", "engagements"] {
        assert_eq!(nobody["brief"][told], json!([]), "{told}");
    }
    let hidden = world.organization("Hidden", "RESTRICTED").await;
    assert_eq!(world.viewer.code(query, json!({ "id": hidden })).await, "NOT_FOUND");
}
