//! Meetings: recording them, what their notes mention, what comes back from one to the next, and who is
//! told.

use crate::engagement::{World, pair, refused, text};
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

mod erased;
mod proposed;

const FIELDS: &str = "id version title heldOn location link visibility group { id name } agenda notes
    notesHtml attendees { stakeholder { id name } name organization presence }
    decisions { text decidedBy { name } decidedOn } actions { id text state version }
    carriedOver { id text state version } proposals { id version kind state quote } source { title }";

pub(crate) async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    let kind = name[..1].to_uppercase() + &name[1..];
    let answer = match name {
        "removeMeeting" => "removedId".to_owned(),
        "acceptProposal" | "rejectProposal" => "proposal { id version state reason missing
            decidedBy { displayName } result { id __typename } }"
            .to_owned(),
        "readNotes" => format!("proposed meeting {{ {FIELDS} }}"),
        _ => format!("meeting {{ {FIELDS} }}"),
    };
    let query =
        format!("mutation($input: {kind}Input!) {{ {name}(input: $input) {{ {answer} }} }}");
    actor.post(&query, json!({ "input": input })).await
}

pub(crate) async fn act(actor: &Actor, name: &str, input: Value) -> Value {
    let mut body = attempt(actor, name, input).await.json();
    assert!(body["errors"].is_null(), "{name}: {body}");
    let mut data = body["data"][name].take();
    for what in ["meeting", "proposal"] {
        if data["proposed"].is_null() && !data[what].is_null() {
            return data[what].take();
        }
    }
    data
}

/// What records a meeting of this group with these notes.
pub(crate) fn meeting(world: &World, group: &str, day: &str, notes: &str) -> Value {
    json!({ "community": world.home(), "group": group, "title": "Steering group", "heldOn": day,
        "notes": notes })
}

pub(crate) fn with(mut input: Value, field: &str, value: Value) -> Value {
    input[field] = value;
    input
}

pub(crate) fn of(record: &Value) -> Value {
    json!({ "id": record["id"], "expectedVersion": record["version"] })
}

pub(crate) async fn read(actor: &Actor, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ meeting(id: $id) {{ {FIELDS} }} }}");
    actor.data(&query, json!({ "id": id })).await["meeting"].take()
}

async fn titles(actor: &Actor, filter: Value) -> Vec<String> {
    let query = "query($filter: MeetingFilter) { meetings(filter: $filter, first: 20) {
        totalCount nodes { title } } }";
    let data = actor.data(query, json!({ "filter": filter })).await;
    let rows = data["meetings"]["nodes"].as_array().expect("rows");
    assert_eq!(data["meetings"]["totalCount"], rows.len());
    rows.iter().map(|row| text(&row["title"])).collect()
}

/// A meeting is its community's: members find it, the last one first, by group, day and words of its
/// notes; nobody else does, by whichever way.
#[tokio::test]
async fn a_meeting_is_its_communitys() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let first = meeting(&world, &group, "2026-01-10", "Les **échéances** sont proches.");
    let first = act(&world.editor, "recordMeeting", with(first, "title", json!("January"))).await;
    let second = meeting(&world, &group, "2026-02-10", "Nothing new.");
    act(&world.editor, "recordMeeting", with(second, "title", json!("February"))).await;
    let home = json!({ "community": world.home() });
    assert_eq!(titles(&world.viewer, home.clone()).await, ["February", "January"]);
    assert_eq!(titles(&world.viewer, json!({ "group": group })).await, ["February", "January"]);
    assert_eq!(titles(&world.viewer, json!({ "to": "2026-01-31" })).await, ["January"]);
    assert_eq!(titles(&world.viewer, json!({ "text": "echeances" })).await, ["January"]);
    let met = "query($id: ID!) { group(by: { id: $id }) { lastMet { heldOn } meetings(first: 5) {
        totalCount nodes { title } } } groupHealth(group: $id) { lastMet } }";
    let told = world.viewer.data(met, json!({ "id": group })).await;
    assert_eq!(
        told,
        json!({ "group": { "lastMet": { "heldOn": "2026-02-10" }, "meetings": { "totalCount": 2,
            "nodes": [{ "title": "February" }, { "title": "January" }] } },
            "groupHealth": { "lastMet": "2026-02-10" } })
    );
    let nobody = world.app.anonymous();
    assert_eq!(titles(&nobody, home).await, Vec::<String>::new());
    assert_eq!(titles(&nobody, json!({ "text": "echeances" })).await, Vec::<String>::new());
    assert_eq!(read(&nobody, &first["id"]).await, Value::Null);
    let told = nobody.data(met, json!({ "id": group })).await;
    assert_eq!(told["group"]["lastMet"], Value::Null);
    assert_eq!(told["group"]["meetings"]["totalCount"], 0);
    let removed = attempt(&nobody, "removeMeeting", of(&first)).await;
    assert_eq!(removed.code(), "NOT_FOUND");
    assert_eq!(attempt(&world.viewer, "removeMeeting", of(&first)).await.code(), "FORBIDDEN");
}

/// Everything that is wrong is told at once; no meeting is public, and nobody records one elsewhere.
#[tokio::test]
async fn a_bad_meeting_is_refused_as_a_whole() {
    let world = World::start().await;
    let party = world.organization("WHO", "PUBLIC").await;
    let hidden = world.organization("Quiet partner", "RESTRICTED").await;
    let bad = json!({ "community": world.home(), "group": party, "title": " ", "heldOn": "2026-01",
        "link": "javascript:alert(1)", "attendees": [{ "stakeholder": hidden }, { "name": "" }] });
    let answer = attempt(&world.editor, "recordMeeting", bad).await;
    assert_eq!(
        refused(&answer),
        [
            pair("FIELD_NOT_ALLOWED", "group"),
            pair("NOT_FOUND", "attendees.0.stakeholder"),
            pair("REQUIRED", "title"),
            pair("MALFORMED_DATE", "heldOn"),
            pair("MALFORMED_URL", "link"),
            pair("REQUIRED", "attendees.1.name"),
        ]
    );
    let fine = json!({ "community": world.home(), "title": "Fine", "heldOn": "2026-01-10" });
    let public = with(fine.clone(), "visibility", json!("PUBLIC"));
    let answer = attempt(&world.editor, "recordMeeting", public).await;
    assert_eq!(refused(&answer), [pair("FIELD_NOT_ALLOWED", "visibility")]);
    let abroad = with(fine.clone(), "community", json!(world.abroad()));
    assert_eq!(attempt(&world.editor, "recordMeeting", abroad).await.code(), "FORBIDDEN");
    assert_eq!(attempt(&world.viewer, "recordMeeting", fine.clone()).await.code(), "FORBIDDEN");
    let nobody = world.app.anonymous();
    assert_eq!(attempt(&nobody, "recordMeeting", fine).await.code(), "UNAUTHENTICATED");
}

/// Notes keep ids for whom they mention: a name that changes is told anew, one that is hidden is told as
/// somebody, and whoever saves the notes without seeing them all changes nobody.
#[tokio::test]
async fn mentions_are_told_as_each_may_know_them() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let who = world.organization("WHO", "PUBLIC").await;
    let quiet = world.organization("Quiet partner", "RESTRICTED").await;
    let notes = format!("@WHO met @[Quiet partner]({quiet}); @nobody and a@WHO stay.");
    let made =
        act(&world.manager, "recordMeeting", meeting(&world, &group, "2026-01-10", &notes)).await;
    assert_eq!(
        made["notes"],
        format!("@[WHO]({who}) met @[Quiet partner]({quiet}); @nobody and a@WHO stay.")
    );
    let seen = read(&world.editor, &made["id"]).await;
    let told = format!("@[WHO]({who}) met @[somebody](hidden-1); @nobody and a@WHO stay.");
    assert_eq!(seen["notes"], told);
    assert!(text(&seen["notesHtml"]).contains(" met somebody; "), "{seen}");
    let edited = with(of(&seen), "notes", json!(format!("{told}\n\nThanks.")));
    act(&world.editor, "updateMeeting", edited).await;
    let kept = read(&world.manager, &made["id"]).await;
    assert!(text(&kept["notes"]).contains(&format!("@[Quiet partner]({quiet})")), "{kept}");
    let history = "query($id: ID!) { meeting(id: $id) { history(first: 5) { nodes { title fields {
        field before after } } } } }";
    let log = world.editor.post(history, json!({ "id": made["id"] })).await.text;
    assert!(!log.contains(&quiet) && !log.contains("Quiet"), "{log}");
    // Whom one does not see one does not bring in either.
    let planted = with(of(&kept), "notes", json!(format!("@[x]({quiet}) @[{quiet}]")));
    let planted = act(&world.editor, "updateMeeting", planted).await;
    let unknown = "org_01h2xcejqtf2nbrexx3vqjhp41";
    let invented = with(of(&planted), "notes", json!(format!("@[x]({unknown})")));
    let invented = act(&world.editor, "updateMeeting", invented).await;
    assert_eq!(invented["notes"], "x");
}

/// Attendees whom an editor does not see are not told to them, and stay when the editor saves the list.
#[tokio::test]
async fn hidden_attendees_stay() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let who = world.organization("WHO", "PUBLIC").await;
    let quiet = world.organization("Quiet partner", "RESTRICTED").await;
    let people = json!([{ "stakeholder": who }, { "stakeholder": quiet, "presence": "EXCUSED" },
        { "name": "Anna", "organization": "GIZ" }]);
    let input = with(meeting(&world, &group, "2026-01-10", ""), "attendees", people);
    let made = act(&world.manager, "recordMeeting", input).await;
    assert_eq!(made["attendees"].as_array().map(Vec::len), Some(3));
    let seen = read(&world.editor, &made["id"]).await;
    assert_eq!(seen["attendees"].as_array().map(Vec::len), Some(2));
    let fewer = with(of(&seen), "attendees", json!([{ "name": "Anna" }]));
    act(&world.editor, "updateMeeting", fewer).await;
    let kept = read(&world.manager, &made["id"]).await;
    assert_eq!(
        kept["attendees"],
        json!([
            { "stakeholder": null, "name": "Anna", "organization": null, "presence": "PRESENT" },
            { "stakeholder": { "id": quiet, "name": "Quiet partner" }, "name": null,
              "organization": null, "presence": "EXCUSED" }
        ])
    );
}

/// An action comes back at each later meeting of its group until it is done or dropped, and at none of
/// those before it.
#[tokio::test]
async fn open_actions_come_back() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let other = world.group("Technical Group").await;
    let day = async |group: &str, day: &str| {
        act(&world.editor, "recordMeeting", meeting(&world, group, day, "")).await
    };
    let (first, second) = (day(&group, "2026-01-10").await, day(&group, "2026-02-10").await);
    let elsewhere = day(&other, "2026-02-11").await;
    let add = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id version
        meeting { title } group { name } } } }";
    let new = json!({ "community": world.home(), "text": "Write to ILO.", "meeting": first["id"] });
    let action =
        world.editor.data(add, json!({ "input": new })).await["addAction"]["action"].take();
    assert_eq!(
        (&action["meeting"]["title"], &action["group"]["name"]),
        (&json!("Steering group"), &json!("Steering Group"))
    );
    let back = async |of: &Value| read(&world.viewer, &of["id"]).await["carriedOver"].take();
    assert_eq!(back(&second).await[0]["text"], "Write to ILO.");
    assert_eq!((back(&first).await, back(&elsewhere).await), (json!([]), json!([])));
    let done = "mutation($input: SettleActionInput!) { completeAction(input: $input) {
        action { state } } }";
    world.editor.data(done, json!({ "input": of(&action) })).await;
    assert_eq!(back(&second).await, json!([]));
    assert_eq!(read(&world.viewer, &first["id"]).await["actions"][0]["state"], "DONE");
}

/// What came out of a meeting stays when the meeting goes, and all of it comes back when that is undone.
#[tokio::test]
async fn a_meeting_that_goes_leaves_its_actions() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let notes = "Action: Boris to write to the ministry by Friday";
    let input = with(meeting(&world, &group, "2026-01-10", notes), "readNotes", json!(true));
    let made = act(&world.editor, "recordMeeting", input).await;
    let new = json!({ "community": world.home(), "text": "Call.", "meeting": made["id"] });
    let add = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
    world.editor.data(add, json!({ "input": new })).await;
    act(&world.editor, "removeMeeting", of(&made)).await;
    assert_eq!(read(&world.manager, &made["id"]).await, Value::Null);
    let open = "{ actions(first: 5) { nodes { text meeting { id } group { name } } }
        proposals(first: 5) { totalCount } changes(first: 1) { nodes { id } } }";
    let left = world.manager.data(open, json!({})).await;
    assert_eq!(
        left["actions"]["nodes"],
        json!([{ "text": "Call.", "meeting": null, "group": { "name": "Steering Group" } }])
    );
    assert_eq!(left["proposals"]["totalCount"], 0);
    let undo = "mutation($input: RevertRevisionInput!) { revertRevision(input: $input) {
        change { noun } } }";
    let last = &left["changes"]["nodes"][0]["id"];
    world.manager.data(undo, json!({ "input": { "change": last } })).await;
    let back = read(&world.manager, &made["id"]).await;
    assert_eq!(back["actions"][0]["text"], "Call.");
    assert_eq!(back["proposals"][0]["kind"], "ACTION");
}

/// What only managers may know of a meeting is theirs, with everything that came out of it.
#[tokio::test]
async fn a_restricted_meeting_is_the_managers() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let input =
        with(meeting(&world, &group, "2026-01-10", "Decided: we wait."), "readNotes", json!(true));
    let made = act(&world.editor, "recordMeeting", input).await;
    let new = json!({ "community": world.home(), "text": "Keep quiet.", "meeting": made["id"] });
    let add = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
    world.editor.data(add, json!({ "input": new })).await;
    let closed = with(of(&made), "visibility", json!("RESTRICTED"));
    assert_eq!(attempt(&world.editor, "updateMeeting", closed.clone()).await.code(), "FORBIDDEN");
    act(&world.manager, "updateMeeting", closed).await;
    for other in [&world.editor, &world.viewer, &world.app.anonymous()] {
        assert_eq!(read(other, &made["id"]).await, Value::Null);
        let all = "{ actions(first: 5) { totalCount } proposals(first: 5) { totalCount }
            changes(first: 50) { nodes { title fields { before after } } } }";
        let told = other.post(all, json!({})).await.text;
        assert!(!told.contains("Keep quiet") && !told.contains("we wait"), "{told}");
    }
    assert_eq!(read(&world.manager, &made["id"]).await["actions"][0]["text"], "Keep quiet.");
}
