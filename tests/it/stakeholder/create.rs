use super::*;

/// A stakeholder of each kind is recorded, and found by its id as the same type.
#[tokio::test]
async fn every_kind_is_recorded() {
    let world = World::start().await;
    for kind in KINDS {
        let made = created(&world.editor, kind, least(kind, "The Same Name")).await;
        assert_eq!(made["name"], "The Same Name");
        assert_eq!(made["version"], 1);
        assert_eq!(made["visibility"], "PUBLIC");
        assert!(made["community"].is_null());
        let query = "query($id: ID!) { node(id: $id) { __typename id } }";
        let found = world.app.anonymous().data(query, json!({ "id": made["id"] })).await;
        assert_eq!(found["node"], json!({ "__typename": kind, "id": made["id"] }));
    }
}

/// What only one kind has is kept with it.
#[tokio::test]
async fn each_kind_keeps_its_own_fields() {
    let world = World::start().await;
    let own = [
        (
            "Organization",
            json!({ "organizationType": "GOVERNMENT", "secondaryTypes": ["ACADEMIA"],
            "sizeBand": "LARGE", "isLocal": true }),
            "organizationType secondaryTypes sizeBand isLocal",
        ),
        (
            "GlobalGood",
            json!({ "licence": "AGPL-3.0", "repository": "https://example.org/code" }),
            "licence repository",
        ),
        (
            "Group",
            json!({ "groupType": "STEERING", "localName": "Comité", "mandate": "Steers",
            "topics": ["money"], "language": "fr", "meets": "monthly",
            "requiredConstituencies": ["donors"] }),
            "groupType localName mandate topics language meets requiredConstituencies",
        ),
        (
            "Implementation",
            json!({ "stage": "PILOT", "scope": "NATIONAL", "scheme": "UHC",
            "startedOn": "2019", "endedOn": "2021-06" }),
            "stage scope scheme startedOn endedOn",
        ),
        (
            "Programme",
            json!({ "programmeType": "FUND", "decidedBy": "the board" }),
            "programmeType decidedBy",
        ),
        ("Person", json!({ "role": "Programme officer" }), "role"),
        ("Place", json!({ "level": "SUBDIVISION" }), "level"),
    ];
    for (kind, fields, names) in own {
        let mut input = least(kind, "A name");
        for (name, value) in fields.as_object().unwrap() {
            input[name] = value.clone();
        }
        let made =
            data(world.editor.post(&write("create", kind, names), json!({ "input": input })).await);
        assert_eq!(made, fields, "{kind}");
    }
}

/// Names in English or French become codes; texts are trimmed; a name in one language is shown in
/// the other, and said to be.
#[tokio::test]
async fn what_is_typed_becomes_facts() {
    let world = World::start().await;
    let input = json!({ "nameFr": " Ministère de la santé ", "country": "Cameroun",
        "countries": ["Népal", "CM"], "languages": ["French"], "organizationType": "GOVERNMENT",
        "summaryFr": "Un ministère.", "externalIds": [{ "registry": "ROR", "value": "abc" }] });
    let made = created(&world.editor, "Organization", input).await;
    assert_eq!(made["name"], "Ministère de la santé");
    assert_eq!(made["nameLocale"], "FR");
    assert_eq!(made["slug"], "ministere-de-la-sante");
    assert_eq!(made["country"], "CM");
    assert_eq!(made["countries"], json!(["CM", "NP"]));
    assert_eq!(made["languages"], json!(["fr"]));
    assert_eq!(made["summaries"], json!([{ "locale": "FR", "value": "Un ministère." }]));
    assert_eq!(made["externalIds"], json!([{ "registry": "ROR", "value": "abc" }]));
}

/// Everything that is wrong is told at once, each at its field, and nothing is recorded.
#[tokio::test]
async fn bad_input_is_refused_whole() {
    let world = World::start().await;
    let input = json!({ "nameEn": "x".repeat(201), "country": "Atlantis", "acronym": "a\u{7}b",
        "website": "ftp://x", "organizationType": "OTHER" });
    let answer = create(&world.editor, "Organization", input).await;
    assert_eq!(answer.code(), "BAD_USER_INPUT");
    let expected = [
        pair("TOO_LONG", "nameEn"),
        pair("CONTROL_CHARACTER", "acronym"),
        pair("UNKNOWN_COUNTRY", "country"),
        pair("MALFORMED_URL", "website"),
    ];
    assert_eq!(refused(&answer), expected);
    let answer = create(&world.editor, "Segment", json!({ "nameEn": " " })).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "name")]);
    let query = "{ stakeholders(first: 1) { totalCount } }";
    let data = world.manager.data(query, json!({})).await;
    assert_eq!(data["stakeholders"]["totalCount"], 0);
}

/// The registry holds public records only; a hidden one needs a community, and the right to see it.
#[tokio::test]
async fn hidden_records_need_a_community() {
    let world = World::start().await;
    let mut input = least("Segment", "Pharma groups");
    input["visibility"] = json!("COMMUNITY");
    let answer = create(&world.editor, "Segment", input.clone()).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "community")]);
    input["community"] = json!(world.abroad());
    assert_eq!(create(&world.editor, "Segment", input.clone()).await.code(), "FORBIDDEN");
    input["community"] = json!(world.home());
    assert_eq!(created(&world.editor, "Segment", input.clone()).await["visibility"], "COMMUNITY");
    input["visibility"] = json!("RESTRICTED");
    assert_eq!(create(&world.editor, "Segment", input.clone()).await.code(), "FORBIDDEN");
    assert_eq!(created(&world.manager, "Segment", input).await["visibility"], "RESTRICTED");
}

/// Who may not record is told so, and why.
#[tokio::test]
async fn recording_needs_a_right() {
    let world = World::start().await;
    let input = least("Segment", "Pharma groups");
    let code = create(&world.app.anonymous(), "Segment", input.clone()).await.code();
    assert_eq!(code, "UNAUTHENTICATED");
    assert_eq!(create(&world.viewer, "Segment", input).await.code(), "FORBIDDEN");
}

/// A short name gets a number when somebody who sees the new record sees another one so called;
/// what is hidden from them does not show in it.
#[tokio::test]
async fn short_names_tell_nothing_hidden() {
    let world = World::start().await;
    let hidden = json!({ "nameEn": "Gavi", "community": world.home(), "visibility": "RESTRICTED" });
    assert_eq!(created(&world.manager, "Segment", hidden.clone()).await["slug"], "gavi");
    assert_eq!(created(&world.manager, "Segment", hidden).await["slug"], "gavi-2");
    let input = least("Segment", "Gavi");
    assert_eq!(created(&world.manager, "Segment", input.clone()).await["slug"], "gavi");
    assert_eq!(created(&world.editor, "Segment", input).await["slug"], "gavi-2");
    let by = json!({ "by": { "slug": "gavi" } });
    let query = "query($by: StakeholderBy!) { segment(by: $by) { visibility } }";
    let found = world.app.anonymous().data(query, by).await;
    assert_eq!(found["segment"]["visibility"], "PUBLIC");
}

/// An id in another registry belongs to one record at the same place; a hidden one never refuses.
#[tokio::test]
async fn ids_elsewhere_are_taken_once() {
    let world = World::start().await;
    let with_id = |more: Value| {
        let mut input = json!({ "nameEn": "Gavi",
            "externalIds": [{ "registry": "WIKIDATA", "value": "Q1" }] });
        for (name, value) in more.as_object().unwrap() {
            input[name] = value.clone();
        }
        input
    };
    let hidden = with_id(json!({ "community": world.home(), "visibility": "RESTRICTED" }));
    created(&world.manager, "Segment", hidden).await;
    created(&world.editor, "Segment", with_id(json!({}))).await;
    let answer = create(&world.editor, "Segment", with_id(json!({}))).await;
    assert_eq!(answer.code(), "CONFLICT");
    assert_eq!(refused(&answer), [pair("DUPLICATE", "externalIds")]);
    let mut blank = least("Segment", "Blank");
    blank["externalIds"] = json!([{ "registry": "ROR", "value": "  " }]);
    let answer = create(&world.editor, "Segment", blank).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "externalIds")]);
    let by = json!({ "by": { "externalId": { "registry": "WIKIDATA", "value": "Q1" } } });
    let query = "query($by: StakeholderBy!) { stakeholder(by: $by) { name visibility } }";
    let found = world.viewer.data(query, by).await;
    assert_eq!(found["stakeholder"], json!({ "name": "Gavi", "visibility": "PUBLIC" }));
}
