//! What an erasure takes out of meetings.

use super::{act, meeting, read, with};
use crate::engagement::{World, text};
use crate::refusal::dump;
use domain::community::Role;
use serde_json::json;

/// Of a person who is erased no meeting tells any more, neither by a mention, nor in a list of those who
/// were there, nor by a line with the name, nor in what was proposed; the rest of the notes stays.
#[tokio::test]
async fn an_erased_person_is_in_no_meeting() {
    let world = World::start().await;
    let group = world.group("Steering Group").await;
    let create = "mutation($input: CreatePersonInput!) { createPerson(input: $input) {
        person { id version } } }";
    let person = json!({ "community": world.home(), "nameEn": "Zephyrine Ada" });
    let person = world.editor.data(create, json!({ "input": person })).await;
    let person = &person["createPerson"]["person"];
    let id = text(&person["id"]);
    let notes = format!(
        "@[Zephyrine Ada]({id}) opened the meeting.\n\nMoney was talked about.\n\n\
         - Action: Zephyrine Ada to write to the ministry by Friday\n- Decided: we go on."
    );
    let input = with(meeting(&world, &group, "2026-03-02", &notes), "readNotes", json!(true));
    let input =
        with(input, "attendees", json!([{ "stakeholder": id }, { "name": "zephyrine ada" }]));
    let made = act(&world.editor, "recordMeeting", input).await;
    assert!(!made["proposals"].as_array().expect("proposals").is_empty(), "{made}");
    let folder = tempfile::tempdir().expect("a folder");
    world.app.app.erasures.keep_in(folder.path().join("erasures"));
    let erase = "mutation($input: ErasePersonInput!) { erasePerson(input: $input) {
        person { id } } }";
    let admin = world.app.actor(Role::Admin).await;
    let input = json!({ "id": id, "expectedVersion": person["version"] });
    admin.data(erase, json!({ "input": input })).await;
    let left = read(&world.manager, &made["id"]).await;
    assert_eq!(left["attendees"], json!([]));
    assert!(text(&left["notes"]).contains("Money was talked about."), "{left}");
    assert!(text(&left["notes"]).contains("Decided: we go on."), "{left}");
    let dumped = format!("{:?}", dump(world.app.app.store.reader()).await).to_lowercase();
    assert!(!dumped.contains("zephyrine"), "a table tells of her");
    assert!(!text(&left["notes"]).contains(&id));
}
