use super::*;

fn of(row: &Value, more: Value) -> Value {
    let mut input = json!({ "id": row["id"], "expectedVersion": row["version"] });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

/// Absent fields stay, null clears, a value replaces; each change counts the version up.
#[tokio::test]
async fn updates_have_three_states() {
    let world = World::start().await;
    let input = json!({ "nameEn": "Norad", "nameFr": "Norad", "acronym": "N", "country": "NO",
        "aliases": ["Agency"], "summaryEn": "Funds.", "organizationType": "BILATERAL_FUNDER" });
    let row = created(&world.editor, "Organization", input).await;
    let patch = of(&row, json!({ "nameFr": null, "aliases": null, "acronym": "NORAD" }));
    let row = data(update(&world.editor, "Organization", patch).await);
    assert_eq!(row["names"], json!([{ "locale": "EN", "value": "Norad" }]));
    assert_eq!((&row["acronym"], &row["country"]), (&json!("NORAD"), &json!("NO")));
    assert_eq!((&row["aliases"], &row["version"]), (&json!([]), &json!(2)));
    assert_eq!(row["summaries"], json!([{ "locale": "EN", "value": "Funds." }]));
    let same =
        data(update(&world.editor, "Organization", of(&row, json!({ "country": "Norway" }))).await);
    assert_eq!(same["version"], 2, "nothing changed");
}

/// What cannot be empty cannot be cleared, and a patch is checked as a whole with what it keeps.
#[tokio::test]
async fn needed_fields_stay() {
    let world = World::start().await;
    let row = created(&world.editor, "Organization", least("Organization", "Norad")).await;
    let patch = of(&row, json!({ "organizationType": null }));
    let answer = update(&world.editor, "Organization", patch).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "organizationType")]);
    let answer = update(&world.editor, "Organization", of(&row, json!({ "nameEn": null }))).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "name")]);
}

/// A version that has moved on, another kind's mutation, a malformed id: refused, nothing changed.
#[tokio::test]
async fn the_wrong_record_is_not_changed() {
    let world = World::start().await;
    let row = created(&world.editor, "Segment", least("Segment", "Pharma")).await;
    let stale = json!({ "id": row["id"], "expectedVersion": 7, "nameEn": "New" });
    let answer = update(&world.editor, "Segment", stale).await;
    assert_eq!(answer.code(), "CONFLICT");
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
    let answer = update(&world.editor, "Place", of(&row, json!({ "nameEn": "New" }))).await;
    assert_eq!(refused(&answer), [pair("MALFORMED_ID", "id")]);
    let disguised = text(&row["id"]).replace("seg_", "plc_");
    let patch = json!({ "id": disguised, "expectedVersion": 1, "nameEn": "New" });
    assert_eq!(update(&world.editor, "Place", patch).await.code(), "NOT_FOUND");
}

/// What one does not see is not there; what one sees but may not change is forbidden.
#[tokio::test]
async fn hidden_records_are_not_found() {
    let world = World::start().await;
    let mut input = least("Segment", "Pharma");
    input["community"] = json!(world.home());
    input["visibility"] = json!("RESTRICTED");
    let row = created(&world.manager, "Segment", input).await;
    let patch = of(&row, json!({ "nameEn": "New" }));
    assert_eq!(update(&world.editor, "Segment", patch).await.code(), "NOT_FOUND");
    let shown = of(&row, json!({ "visibility": "PUBLIC" }));
    let row = data(update(&world.manager, "Segment", shown).await);
    let patch = of(&row, json!({ "nameEn": "New" }));
    assert_eq!(update(&world.viewer, "Segment", patch.clone()).await.code(), "FORBIDDEN");
    assert_eq!(data(update(&world.editor, "Segment", patch).await)["name"], "New");
}

/// A record is not moved out of its editor's own sight, nor a registry record out of everybody's.
#[tokio::test]
async fn nothing_is_moved_out_of_sight() {
    let world = World::start().await;
    let row = created(&world.editor, "Segment", least("Segment", "Pharma")).await;
    let answer =
        update(&world.manager, "Segment", of(&row, json!({ "visibility": "COMMUNITY" }))).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "community")]);
    let mut input = least("Segment", "Pharma");
    input["community"] = json!(world.home());
    let row = created(&world.editor, "Segment", input).await;
    let patch = of(&row, json!({ "visibility": "RESTRICTED" }));
    assert_eq!(update(&world.editor, "Segment", patch.clone()).await.code(), "FORBIDDEN");
    assert_eq!(data(update(&world.manager, "Segment", patch).await)["visibility"], "RESTRICTED");
}

/// An archived stakeholder is listed only when asked for, is not changed, and comes back.
#[tokio::test]
async fn archived_records_come_back() {
    let world = World::start().await;
    let row = created(&world.editor, "Segment", least("Segment", "Pharma")).await;
    let archive = "mutation($input: ArchiveStakeholderInput!) {
        archiveStakeholder(input: $input) { stakeholder { id version archivedAt } } }";
    let input = json!({ "input": of(&row, json!({})) });
    assert_eq!(world.editor.code(archive, input.clone()).await, "FORBIDDEN");
    let archived = world.manager.data(archive, input).await;
    let archived = &archived["archiveStakeholder"]["stakeholder"];
    assert_eq!(archived["archivedAt"], "2026-03-02T09:00:00Z");
    let list = "query($archived: Boolean) {
        segments(filter: { archived: $archived }, first: 9) { totalCount } }";
    let count = |archived: bool| {
        let viewer = world.viewer.clone();
        async move {
            viewer.data(list, json!({ "archived": archived })).await["segments"]["totalCount"]
                .clone()
        }
    };
    assert_eq!((count(false).await, count(true).await), (json!(0), json!(1)));
    let answer = update(&world.manager, "Segment", of(archived, json!({ "nameEn": "New" }))).await;
    assert_eq!(refused(&answer), [pair("ARCHIVED", "id")]);
    let restore = "mutation($input: RestoreStakeholderInput!) {
        restoreStakeholder(input: $input) { stakeholder { archivedAt version } } }";
    let back = world.manager.data(restore, json!({ "input": of(archived, json!({})) })).await;
    assert_eq!(
        back["restoreStakeholder"]["stakeholder"],
        json!({ "archivedAt": null, "version": 3 })
    );
    assert_eq!((count(false).await, count(true).await), (json!(1), json!(0)));
}
