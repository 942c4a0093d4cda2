use super::*;

/// Five relationships of DHIS2, one for each way of being dated.
async fn seed(world: &World) -> Value {
    let who = id(world, "Organization", "WHO").await;
    let good = id(world, "GlobalGood", "DHIS2").await;
    let board = id(world, "Group", "Board").await;
    let span = json!({ "validFrom": "2018", "validTo": "2019" });
    added(&world.editor, "FUNDS", &who, &good, span).await;
    let asserted = said("Minutes", Some("2020-06-01"), Some("2020-05"));
    added(&world.editor, "DEVELOPS", &who, &good, asserted).await;
    added(&world.editor, "STEWARDS", &who, &good, said("Report", Some("2021"), None)).await;
    added(&world.editor, "SUPPORTS", &who, &good, said("Undated notes", None, None)).await;
    added(&world.editor, "GOVERNS", &board, &good, json!({})).await;
    good
}

/// A start that is not recorded is that of the earliest evidence, and says so; what has neither is
/// undated.
#[tokio::test]
async fn since_when_it_counts_is_told_with_its_basis() {
    let world = World::start().await;
    seed(&world).await;
    let query = "{ relationships(first: 9) { nodes { dating { basis since
        evidence { source { title } } } } } }";
    let found = world.app.anonymous().data(query, json!({})).await;
    let dating = |basis: &str, since: Value, title: Value| {
        let evidence =
            if title.is_null() { title } else { json!({ "source": { "title": title } }) };
        json!({ "dating": { "basis": basis, "since": since, "evidence": evidence } })
    };
    let expected = json!([
        dating("STATED", json!("2018"), Value::Null),
        dating("KNOWN_SINCE", json!("2020-05"), json!("Minutes")),
        dating("KNOWN_SINCE", json!("2021"), json!("Report")),
        dating("UNDATED", Value::Null, Value::Null),
        dating("UNDATED", Value::Null, Value::Null),
    ]);
    assert_eq!(found["relationships"]["nodes"], expected);
}

/// Every graph read of a day shows what counts on it, the undated always.
#[tokio::test]
async fn every_read_goes_by_the_same_days() {
    let world = World::start().await;
    let good = seed(&world).await;
    let query = "query($id: ID!, $day: Date!) {
        relationships(first: 9, filter: { asOf: $day }) { nodes { kind } }
        neighborhood(id: $id, asOf: $day) { edges { kind since sinceBasis } }
        dashboard(asOf: $day) { relationships byLayer { layer count } }
        globalGood(by: { id: $id }) { relationshipCounts(asOf: $day) { layer count }
            relationships(first: 9, filter: { asOf: $day }) { nodes { kind } } } }";
    let cases: [(&str, &[&str]); 5] = [
        ("2017-12-31", &["SUPPORTS", "GOVERNS"]),
        ("2018-01-01", &["FUNDS", "SUPPORTS", "GOVERNS"]),
        ("2020-04-30", &["SUPPORTS", "GOVERNS"]),
        ("2020-05-01", &["DEVELOPS", "SUPPORTS", "GOVERNS"]),
        ("2021-01-01", &["DEVELOPS", "STEWARDS", "SUPPORTS", "GOVERNS"]),
    ];
    for (day, expected) in cases {
        let variables = json!({ "id": good, "day": day });
        let found = world.viewer.data(query, variables).await;
        let own = &found["globalGood"];
        assert_eq!(column(&found["relationships"]["nodes"], "kind"), expected, "{day}");
        assert_eq!(column(&own["relationships"]["nodes"], "kind"), expected, "{day}");
        assert_eq!(column(&found["neighborhood"]["edges"], "kind"), expected, "{day}");
        assert_eq!(found["dashboard"]["relationships"], expected.len(), "{day}");
        let counted = |list: &Value| -> i64 {
            list.as_array().unwrap().iter().map(|one| one["count"].as_i64().unwrap()).sum()
        };
        let many = i64::try_from(expected.len()).unwrap();
        assert_eq!(counted(&found["dashboard"]["byLayer"]), many, "{day}");
        assert_eq!(counted(&own["relationshipCounts"]), many, "{day}");
        let bases = column(&found["neighborhood"]["edges"], "sinceBasis");
        assert_eq!(bases.iter().filter(|basis| **basis == "UNDATED").count(), 2, "{day}");
    }
}

/// Evidence that one does not see dates nothing for one, and neither does evidence against.
#[tokio::test]
async fn only_visible_support_dates() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let row = added(&world.editor, "FUNDS", &who, &good, json!({})).await;
    let add =
        "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidence { id } } }";
    let mut against = said("Objection", Some("2015"), None)["evidence"].take();
    against["stance"] = json!("DISPUTES");
    let source = "mutation($input: AddSourceInput!) { addSource(input: $input) { source { id } } }";
    let quiet = json!({ "kind": "MEETING", "title": "A quiet talk", "community": world.home(),
        "visibility": "RESTRICTED", "publishedOn": "2019-02-03" });
    let quiet = world.manager.data(source, json!({ "input": quiet })).await;
    let quiet = json!({ "source": quiet["addSource"]["source"]["id"] });
    for (actor, evidence) in [(&world.editor, against), (&world.manager, quiet)] {
        let input = json!({ "subject": row["id"], "evidence": evidence });
        actor.data(add, json!({ "input": input })).await;
    }
    let query = "{ relationships(first: 1) { nodes { dating { basis since } } }
        before: relationships(first: 1, filter: { asOf: \"2019-01-01\" }) { totalCount } }";
    for (actor, basis, since, before) in [
        (&world.viewer, "UNDATED", Value::Null, 1),
        (&world.manager, "KNOWN_SINCE", json!("2019-02-03"), 0),
    ] {
        let found = actor.data(query, json!({})).await;
        let expected = json!({ "basis": basis, "since": since });
        assert_eq!(found["relationships"]["nodes"][0]["dating"], expected);
        assert_eq!(found["before"]["totalCount"], before);
    }
}

/// Two days differ by what came and ended between them; what nothing dates is told apart.
#[tokio::test]
async fn two_days_differ_by_what_came_and_ended() {
    let world = World::start().await;
    let good = seed(&world).await;
    let anonymous = world.app.anonymous();
    let cases: [(&str, &str, Lists<'_>); 4] = [
        ("2019-12-31", "2020-05-01", &[("added", &["DEVELOPS"]), ("ended", &["FUNDS"])]),
        ("2020-05-01", "2020-12-31", &[]),
        ("2017-01-01", "2022-01-01", &[("added", &["DEVELOPS", "STEWARDS"])]),
        ("2018-01-01", "2018-01-01", &[]),
    ];
    for (from, to, expected) in cases {
        let diff = compare(&anonymous, day(from), day(to), Value::Null).await;
        let mut expected = expected.to_vec();
        expected.push(("undated", &["SUPPORTS", "GOVERNS"]));
        assert_eq!(kinds(&diff), told(&expected), "{from} {to}");
    }
    let scopes: [(Value, Lists<'_>); 4] = [
        (json!({ "layers": ["MONEY"] }), &[]),
        (json!({ "kinds": ["STEWARDS"] }), &[("added", &["STEWARDS"])]),
        (json!({ "focus": good, "kinds": ["GOVERNS"] }), &[("undated", &["GOVERNS"])]),
        (
            json!({ "focus": good, "layers": ["DELIVERY"] }),
            &[("added", &["DEVELOPS"]), ("undated", &["SUPPORTS"])],
        ),
    ];
    for (scope, expected) in scopes {
        let diff = compare(&anonymous, day("2017-01-01"), day("2022-01-01"), scope.clone()).await;
        assert_eq!(kinds(&diff), told(expected), "{scope}");
    }
}

/// One that ended and one like it that came are one that changed, with the fields that differ.
#[tokio::test]
async fn what_goes_on_has_changed() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let first = json!({ "validFrom": "2018", "validTo": "2019", "amount": 10, "currency": "EUR" });
    let first = added(&world.editor, "FUNDS", &who, &good, first).await;
    let second = json!({ "validFrom": "2020", "amount": 25, "currency": "EUR" });
    let second = added(&world.editor, "FUNDS", &who, &good, second).await;
    let diff = compare(&world.viewer, day("2019-06-01"), day("2020-06-01"), Value::Null).await;
    assert_eq!(kinds(&diff), told(&[("changed", &["FUNDS"])]));
    let one = &diff["changed"]["nodes"][0];
    assert_eq!((&one["id"], &one["replaces"]["id"]), (&second["id"], &first["id"]));
    let fields = json!([
        { "field": "amount", "before": "10", "after": "25" },
        { "field": "validFrom", "before": "2018", "after": "2020" },
        { "field": "validTo", "before": "2019", "after": null },
    ]);
    assert_eq!(one["fields"], fields);
}

/// How many sources, how old and whether dated at all can be asked for; unknown age is never old.
#[tokio::test]
async fn what_relationships_rest_on_can_be_asked_for() {
    let world = World::start().await;
    seed(&world).await;
    let query = "query($filter: RelationshipFilter) {
        relationships(first: 9, filter: $filter) { nodes { kind } } }";
    let cases: [(Value, &[&str]); 4] = [
        (json!({ "sourcesAtMost": 0 }), &["FUNDS", "GOVERNS"]),
        (json!({ "freshness": ["UNDATED"] }), &["SUPPORTS"]),
        (json!({ "asOf": "2022-06-01", "freshness": ["STALE"] }), &["DEVELOPS"]),
        (json!({ "asOf": "2022-05-31", "freshness": ["STALE"] }), &[]),
    ];
    for (filter, expected) in cases {
        let found = world.viewer.data(query, json!({ "filter": filter })).await;
        assert_eq!(column(&found["relationships"]["nodes"], "kind"), expected, "{filter}");
    }
}

/// Pictures of different sorts, days in the wrong order and hidden parts are refused.
#[tokio::test]
async fn what_cannot_be_compared_is_refused() {
    let world = World::start().await;
    let good = seed(&world).await;
    let log = json!({ "at": "2026-03-02T09:00:00Z" });
    let earlier = json!({ "at": "2026-03-02T08:59:59Z" });
    for (from, to, scope, expected) in [
        (day("2020-01-01"), log.clone(), Value::Null, pair("FIELD_NOT_ALLOWED", "to")),
        (day("2020-01-02"), day("2020-01-01"), Value::Null, pair("END_BEFORE_START", "to")),
        (log.clone(), earlier, Value::Null, pair("END_BEFORE_START", "to")),
        (day("2020"), day("2020-01-01"), Value::Null, pair("MALFORMED_DATE", "from.day")),
        (
            day("2020-01-01"),
            day("2020-01-02"),
            json!({ "focus": good, "depth": 4 }),
            pair("OUT_OF_RANGE", "scope.depth"),
        ),
    ] {
        let variables = json!({ "from": from, "to": to, "scope": scope });
        assert_eq!(refused(&world.viewer.post(DIFF, variables).await), [expected]);
    }
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    let variables = json!({ "from": day("2020-01-01"), "to": day("2021-01-01"),
        "scope": { "focus": quiet } });
    assert_eq!(world.viewer.code(DIFF, variables).await, "NOT_FOUND");
}
