use super::*;

/// Evidence, its source and the relationship are recorded in one step; an editor proposes.
#[tokio::test]
async fn a_relationship_comes_with_its_evidence() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    let more = json!({ "amount": 15000000000.0, "currency": "usd", "shareMin": 10, "shareMax": 20,
        "validFrom": "2019", "evidence": { "newSource": { "kind": "DOCUMENT", "title": "Minutes" },
            "locator": "line 5", "inferred": true } });
    let row = added(&world.editor, "FUNDS", &who, &good, more).await;
    assert_eq!((&row["state"], &row["layer"]), (&json!("PROPOSED"), &json!("MONEY")));
    assert_eq!((&row["amount"], &row["currency"]), (&json!(15000000000.0), &json!("USD")));
    assert_eq!((&row["evidenceCount"], &row["inferred"]), (&json!(1), &json!(true)));
    assert_eq!(row["validFrom"], "2019");
    let query = "query($id: ID!) { node(id: $id) { ... on Relationship {
        evidence { locator stance source { title visibility } } } } }";
    let found = world.app.anonymous().data(query, json!({ "id": row["id"] })).await;
    let expected = json!([{ "locator": "line 5", "stance": "SUPPORTS",
        "source": { "title": "Minutes", "visibility": "PUBLIC" } }]);
    assert_eq!(found["node"]["evidence"], expected);
}

/// A refused piece of evidence refuses the whole step.
#[tokio::test]
async fn nothing_is_recorded_by_halves() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    let more = json!({ "evidence": { "newSource": { "kind": "DOCUMENT", "title": " " } } });
    let answer = add(&world.editor, "FUNDS", &who, &good, more).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "evidence.newSource.title")]);
    let query = "{ relationships(first: 1) { totalCount } sources(first: 1) { totalCount } }";
    let found = world.manager.data(query, json!({})).await;
    assert_eq!(
        found,
        json!({ "relationships": { "totalCount": 0 }, "sources": { "totalCount": 0 } })
    );
}

/// Refuses the relationship of an organization with a global good, with these fields besides.
async fn check(world: &World, ends: &[Value; 2], more: Value, code: &str, field: &str) {
    let [who, good] = ends;
    let answer = add(&world.manager, "FUNDS", who, good, more).await;
    assert_eq!(answer.code(), "BAD_USER_INPUT");
    assert_eq!(refused(&answer), [pair(code, field)]);
}

/// Each rule about a field refuses with its code at that field.
#[tokio::test]
async fn rules_refuse_at_their_field() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let ends = [who, id(&world, "GlobalGood", "DHIS2").await];
    let place = id(&world, "Place", "Nepal").await;
    for (more, code, field) in [
        (json!({ "amount": 5.0 }), "CURRENCY_WITH_AMOUNT", "currency"),
        (json!({ "amount": 0.5, "currency": "EUR" }), "OUT_OF_RANGE", "amount"),
        (json!({ "voting": true }), "FIELD_NOT_ALLOWED", "voting"),
        (json!({ "via": place }), "VIA_KIND", "via"),
        (json!({ "validFrom": "2020", "validTo": "2019" }), "END_BEFORE_START", "validTo"),
        (json!({ "note": "a\u{7}b" }), "CONTROL_CHARACTER", "note"),
        (json!({ "state": "ENDED" }), "END_DATE_REQUIRED", "validTo"),
        (json!({ "state": "RETRACTED" }), "STATE_NOT_REACHABLE", "state"),
    ] {
        check(&world, &ends, more, code, field).await;
    }
}

/// Each rule about kind and ends refuses with its code at its field.
#[tokio::test]
async fn ends_are_refused_at_their_field() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let place = id(&world, "Place", "Nepal").await;
    let other = json!("org_x");
    for (kind, source, target, code, field) in [
        ("FUNDS", &who, &place, "OUTSIDE_MATRIX", "kind"),
        ("PART_OF", &who, &who, "SELF_RELATIONSHIP", "target"),
        ("RELATED_TO", &who, &good, "NOTE_REQUIRED", "note"),
        ("FUNDS", &other, &good, "MALFORMED_ID", "source"),
    ] {
        let answer = add(&world.editor, kind, source, target, json!({})).await;
        assert_eq!(answer.code(), "BAD_USER_INPUT");
        assert_eq!(refused(&answer), [pair(code, field)]);
    }
}

/// An editor proposes; other states need the right to settle.
#[tokio::test]
async fn editors_propose() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    let confirmed = json!({ "state": "CONFIRMED" });
    let answer = add(&world.editor, "FUNDS", &who, &good, confirmed.clone()).await;
    assert_eq!(answer.code(), "FORBIDDEN");
    assert_eq!(add(&world.viewer, "FUNDS", &who, &good, json!({})).await.code(), "FORBIDDEN");
    let anonymous = world.app.anonymous();
    assert_eq!(add(&anonymous, "FUNDS", &who, &good, json!({})).await.code(), "UNAUTHENTICATED");
    let row = added(&world.manager, "FUNDS", &who, &good, confirmed).await;
    assert_eq!(row["state"], "CONFIRMED");
}

/// The same relationship does not hold twice at the same time; another role, another time, a
/// retracted or a hidden one does not stand in the way.
#[tokio::test]
async fn nothing_holds_twice_at_once() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let board = id(&world, "Group", "Board").await;
    let seat = async |actor: &Actor, more: Value| add(actor, "SEAT_ON", &who, &board, more).await;
    let hidden = json!({ "community": world.home(), "visibility": "RESTRICTED" });
    data(seat(&world.manager, hidden).await);
    let first = data(seat(&world.editor, json!({ "validFrom": "2018", "validTo": "2020" })).await);
    let answer = seat(&world.editor, json!({ "validFrom": "2020-12" })).await;
    assert_eq!(answer.code(), "CONFLICT");
    assert_eq!(refused(&answer), [pair("OVERLAP", "validFrom")]);
    data(seat(&world.editor, json!({ "validFrom": "2021" })).await);
    data(seat(&world.editor, json!({ "validFrom": "2019", "role": "chair" })).await);
    data(settle(&world.manager, "retract", &first, json!({})).await);
    data(seat(&world.editor, json!({ "validFrom": "2019", "validTo": "2019" })).await);
}

/// A kind that reads the same both ways is one relationship, whichever way it is added.
#[tokio::test]
async fn symmetric_kinds_are_stored_once() {
    let world = World::start().await;
    let (a, b) =
        (id(&world, "GlobalGood", "DHIS2").await, id(&world, "GlobalGood", "OpenLMIS").await);
    let row = added(&world.editor, "INTEROPERATES_WITH", &b, &a, json!({})).await;
    let ends = (&row["source"]["id"], &row["target"]["id"]);
    assert!(ends == (&a, &b));
    let answer = add(&world.editor, "INTEROPERATES_WITH", &a, &b, json!({})).await;
    assert_eq!(refused(&answer), [pair("OVERLAP", "validFrom")]);
}

/// Nothing becomes a part of itself, at any distance, while the parts hold; a hidden part does not
/// refuse.
#[tokio::test]
async fn parts_do_not_go_in_circles() {
    let world = World::start().await;
    let mut rows = Vec::new();
    for name in ["Office", "Department", "Agency"] {
        rows.push(id(&world, "Organization", name).await);
    }
    let part = async |from: usize, to: usize, more: Value| {
        add(&world.manager, "PART_OF", &rows[from], &rows[to], more).await
    };
    data(part(0, 1, json!({})).await);
    data(part(1, 2, json!({ "validTo": "2019", "state": "ENDED" })).await);
    let answer = part(2, 0, json!({ "validFrom": "2018" })).await;
    assert_eq!(answer.code(), "CONFLICT");
    assert_eq!(refused(&answer), [pair("CYCLE", "target")]);
    data(part(2, 0, json!({ "validFrom": "2020" })).await);

    let (a, b) = (id(&world, "Place", "A").await, id(&world, "Place", "B").await);
    let hidden = json!({ "community": world.home(), "visibility": "RESTRICTED" });
    added(&world.manager, "PART_OF", &a, &b, hidden).await;
    added(&world.editor, "PART_OF", &b, &a, json!({})).await;
}

/// Unless it is said, a relationship is seen by no more people than its ends.
#[tokio::test]
async fn a_relationship_stands_with_its_ends() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let quiet = id_at_home(&world, "Organization", "A quiet office", "RESTRICTED").await;
    let row = added(&world.manager, "FUNDS", &quiet, &good, json!({})).await;
    assert_eq!(row["visibility"], "RESTRICTED");
    assert_eq!(row["community"]["id"], world.home());
    let answer = add(&world.editor, "FUNDS", &quiet, &good, json!({})).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "source")]);
    let open = id_at_home(&world, "Organization", "An open office", "PUBLIC").await;
    let row = added(&world.editor, "FUNDS", &open, &good, json!({})).await;
    assert_eq!((&row["visibility"], &row["community"]), (&json!("PUBLIC"), &Value::Null));
}
