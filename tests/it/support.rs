//! The support directory: verified first, and apart what nobody verified or only hints.

use crate::capability::{act, good};
use crate::engagement::{World, column, pair, refused};
use serde_json::{Value, json};

const QUERY: &str = "query($filter: SupportFilter, $asOf: Date) {
    supportDirectory(filter: $filter, asOf: $asOf) { asOf total notRecorded
        verified(first: 50) { totalCount nodes { ...O } }
        unverified(first: 50) { totalCount nodes { ...O } } } }
    fragment O on SupportOffer { provider { name } service level reasons
        capability { id } relationship { kind } }";

async fn ask(world: &World, filter: Value) -> Value {
    let mut data = world.viewer.data(QUERY, json!({ "filter": filter })).await;
    data["supportDirectory"].take()
}

fn names(list: &Value) -> Vec<String> {
    let providers = list["nodes"].as_array().expect("rows").iter().map(|row| &row["provider"]);
    column(&providers.cloned().collect::<Value>(), "name")
}

struct Given {
    world: World,
    good: String,
}

impl Given {
    async fn start() -> Self {
        let world = World::start().await;
        let good = good(&world, "openIMIS").await;
        Self { world, good }
    }

    async fn give(&self, name: &str, more: Value) -> Value {
        let provider = self.world.organization(name, "PUBLIC").await;
        let mut input = json!({ "provider": provider, "good": self.good, "service": "TRAINING" });
        for (field, value) in more.as_object().expect("an object") {
            input[field] = value.clone();
        }
        act(&self.world.editor, "addCapability", input).await
    }

    async fn verify(&self, row: &Value) {
        let input = json!({ "id": row["id"], "expectedVersion": row["version"] });
        act(&self.world.manager, "verifyCapability", input).await;
    }

    async fn verified(&self, name: &str, more: Value) {
        let row = self.give(name, more).await;
        self.verify(&row).await;
    }
}

/// Verified ones come first, the higher level before the lower; what nobody verified, what expired
/// and what is not recorded in full stands apart, with what is missing.
#[tokio::test]
async fn verified_comes_first_and_the_rest_apart() {
    let given = Given::start().await;
    let whole = |level: i32| json!({ "level": level, "countries": ["CM"], "languages": ["fr"] });
    given.verified("Two", whole(2)).await;
    given.verified("Four", whole(4)).await;
    given.verified("Low", whole(1)).await;
    given.give("Unverified", whole(4)).await;
    given.verified("Silent", json!({ "countries": ["CM"], "languages": ["fr"] })).await;
    given
        .verified("Elsewhere", json!({ "level": 4, "countries": ["SN"], "languages": ["fr"] }))
        .await;
    let mut old = whole(3);
    old["expiresOn"] = json!("2026-02-01");
    given.verified("Expired", old).await;
    let filter =
        json!({ "good": given.good, "country": "Cameroon", "language": "fr", "minLevel": 2 });
    let answer = ask(&given.world, filter).await;
    assert_eq!(names(&answer["verified"]), ["Four", "Two"]);
    assert_eq!(
        answer["verified"]["nodes"][0]["reasons"],
        json!(["VERIFIED", "IN_COUNTRY", "IN_LANGUAGE", "AT_LEVEL"])
    );
    // Whom the level or the country rules out is in neither list; what is unknown rules nobody out.
    assert_eq!(names(&answer["unverified"]), ["Expired", "Unverified", "Silent"]);
    let reasons = column_of(&answer["unverified"], "reasons");
    assert_eq!(reasons[0], json!(["EXPIRED", "IN_COUNTRY", "IN_LANGUAGE", "AT_LEVEL"]));
    assert_eq!(reasons[2], json!(["VERIFIED", "IN_COUNTRY", "IN_LANGUAGE", "LEVEL_NOT_RECORDED"]));
    assert_eq!(
        (&answer["notRecorded"], &answer["total"]),
        (&json!(["LEVEL_NOT_RECORDED"]), &json!(5))
    );
    // Before its day was over, it was relied on.
    let filter = json!({ "good": given.good, "country": "CM", "minLevel": 3 });
    let then =
        given.world.viewer.data(QUERY, json!({ "filter": filter, "asOf": "2026-01-31" })).await;
    assert_eq!(names(&then["supportDirectory"]["verified"]), ["Four", "Expired"]);
}

fn column_of(list: &Value, field: &str) -> Vec<Value> {
    list["nodes"].as_array().expect("rows").iter().map(|row| row[field].clone()).collect()
}

/// A relationship hints at support: what it does not say is not recorded, an implementation gives
/// its country, and what ended or is retracted hints at nothing.
#[tokio::test]
async fn relationships_hint() {
    let given = Given::start().await;
    let (world, good) = (&given.world, &given.good);
    let make = async |input: Value| {
        let query = "mutation($input: AddRelationshipInput!) {
            addRelationship(input: $input) { relationship { id version } } }";
        world.manager.data(query, json!({ "input": input })).await["addRelationship"]["relationship"].take()
    };
    let query =
        "mutation { createImplementation(input: { nameEn: \"In Cameroon\", country: \"CM\" }) {
        implementation { id } } }";
    let place =
        world.manager.data(query, json!({})).await["createImplementation"]["implementation"]["id"]
            .take();
    make(json!({ "kind": "DEPLOYS", "source": place, "target": good, "state": "CONFIRMED" })).await;
    let filter = json!({ "good": good, "country": "CM" });
    let alone = ask(world, filter.clone()).await;
    assert_eq!(names(&alone["unverified"]), ["In Cameroon"]);
    assert_eq!(
        alone["unverified"]["nodes"][0]["reasons"],
        json!([
            "RELATIONSHIP_ONLY",
            "IMPLEMENTERS_NOT_NAMED",
            "IN_COUNTRY",
            "LANGUAGE_NOT_RECORDED",
            "LEVEL_NOT_RECORDED"
        ])
    );
    let firm = world.organization("Implementer", "PUBLIC").await;
    make(json!({ "kind": "IMPLEMENTS", "source": firm, "target": place, "state": "CONFIRMED" }))
        .await;
    let helper = world.organization("Helper", "PUBLIC").await;
    let help = make(json!({ "kind": "SUPPORTS", "source": helper, "target": good })).await;
    let past = world.organization("Past", "PUBLIC").await;
    make(json!({ "kind": "SUPPORTS", "source": past, "target": good, "state": "ENDED",
        "validTo": "2025" }))
    .await;
    let answer = ask(world, filter.clone()).await;
    assert_eq!(names(&answer["verified"]), [""; 0]);
    assert_eq!(names(&answer["unverified"]), ["Implementer", "Helper"]);
    let rows = &answer["unverified"]["nodes"];
    assert_eq!((&rows[0]["service"], &rows[0]["level"]), (&json!("IMPLEMENTATION"), &Value::Null));
    assert_eq!(
        rows[1]["reasons"],
        json!([
            "RELATIONSHIP_ONLY",
            "PROPOSED_ONLY",
            "SERVICE_NOT_RECORDED",
            "COUNTRY_NOT_RECORDED",
            "LANGUAGE_NOT_RECORDED",
            "LEVEL_NOT_RECORDED"
        ])
    );
    let retract = "mutation($id: ID!, $version: Int!) {
        retractRelationship(input: { id: $id, expectedVersion: $version }) { relationship { id } } }";
    world.manager.data(retract, json!({ "id": help["id"], "version": help["version"] })).await;
    assert_eq!(names(&ask(world, filter).await["unverified"]), ["Implementer"]);
}

/// Words that are none are refused at their fields, all at once; a good that is hidden is not found.
#[tokio::test]
async fn a_bad_question_is_refused() {
    let given = Given::start().await;
    let filter = json!({ "country": "Atlantis", "language": "x", "minLevel": 9 });
    let answer = given.world.viewer.post(QUERY, json!({ "filter": filter })).await;
    let expected = [
        pair("UNKNOWN_COUNTRY", "filter.country"),
        pair("UNKNOWN_LANGUAGE", "filter.language"),
        pair("OUT_OF_RANGE", "filter.minLevel"),
    ];
    assert_eq!(refused(&answer), expected);
    let organization = given.world.organization("No good", "PUBLIC").await;
    let answer =
        given.world.viewer.post(QUERY, json!({ "filter": { "good": organization } })).await;
    assert_eq!(answer.code(), "NOT_FOUND");
}

/// Who does not see a capability is told nothing of it, not even by a count.
#[tokio::test]
async fn hidden_is_absent() {
    let given = Given::start().await;
    given.give("Open", json!({})).await;
    given
        .give("Closed", json!({ "visibility": "COMMUNITY", "community": given.world.home() }))
        .await;
    let inside = ask(&given.world, json!({ "good": given.good })).await;
    assert_eq!(inside["total"], 2);
    let outside = given.world.app.anonymous();
    let data = outside.data(QUERY, json!({ "filter": { "good": given.good } })).await;
    assert_eq!(data["supportDirectory"]["total"], 1);
    assert_eq!(names(&data["supportDirectory"]["unverified"]), ["Open"]);
}

/// Asked about one provider, the directory tells of that one alone; one who is not seen is not found.
#[tokio::test]
async fn one_provider_is_asked_about() {
    let given = Given::start().await;
    let row = given.give("One", json!({ "level": 2 })).await;
    given.give("Other", json!({ "level": 4 })).await;
    let query = "query($id: ID!) { supportDirectory(filter: { provider: $id }) { total
        provider { id } unverified(first: 5) { nodes { provider { name } } } } }";
    let provider = &row["provider"]["id"];
    let told = given.world.viewer.data(query, json!({ "id": provider })).await;
    let told = &told["supportDirectory"];
    assert_eq!((&told["total"], &told["provider"]["id"]), (&json!(1), provider));
    assert_eq!(names(&told["unverified"]), ["One"]);
    let hidden = given.world.organization("Hidden", "RESTRICTED").await;
    assert_eq!(given.world.viewer.code(query, json!({ "id": hidden })).await, "NOT_FOUND");
}
