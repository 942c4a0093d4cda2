//! The log tells what was asked and by whom, and nothing of anybody.

use super::{CANARY, CONTACT};
use serde_json::json;
use tests::served::Place;

/// Whatever is done with persons and accounts, by mistake or not, the log of the process never holds
/// what was typed.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_holds_nothing_of_anybody() {
    let place = Place::new().await;
    let served = place.serve();
    let (admin, anonymous) = (served.admin(), served.anonymous());
    let create =
        "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }";
    let input = json!({ "nameEn": format!("Ada {CANARY}"), "summaryEn": CANARY,
        "community": place.home, "visibility": "PUBLIC" });
    let made = admin.data(create, json!({ "input": input })).await;
    let id = &made["createPerson"]["person"]["id"];
    let contact = json!({ "id": id, "expectedVersion": 1, "email": format!("{CANARY}@example.org"),
        "lawfulBasis": "CONTRACT" });
    admin.data(CONTACT, json!({ "input": contact })).await;
    let wrong = json!({ "id": id, "expectedVersion": 2, "email": format!("{CANARY} at example") });
    assert_eq!(admin.code(CONTACT, json!({ "input": wrong })).await, "BAD_USER_INPUT");
    let stale = json!({ "id": id, "expectedVersion": 1, "nameEn": CANARY });
    let update =
        "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }";
    assert_eq!(admin.code(update, json!({ "input": stale })).await, "CONFLICT");
    assert_eq!(anonymous.code(create, json!({ "input": input })).await, "UNAUTHENTICATED");
    let search = "query($text: String!) { search(text: $text, first: 5) { __typename } }";
    admin.data(search, json!({ "text": CANARY })).await;
    admin.post(&format!("{{ {CANARY} }}"), json!({})).await;
    admin.post(&format!("query {{ person(by: {{ slug: \"{CANARY}\" }})"), json!({})).await;
    admin
        .get(&format!("/graphql?query=%7Bsearch(text:%22{CANARY}%22,first:1)%7B__typename%7D%7D"))
        .await;
    let signin = json!({ "login": format!("{CANARY}@example.org"), "password": CANARY });
    assert_eq!(anonymous.auth("signin", signin, None).await.status, 401);
    anonymous.auth("link", json!({ "token": CANARY }), None).await;
    let told = admin.get(&format!("/export/person/{}.json", id.as_str().expect("an id"))).await;
    assert!(told.text.contains(CANARY), "{}", told.text);
    let erase = "mutation($input: ErasePersonInput!) { erasePerson(input: $input) { __typename } }";
    admin.data(erase, json!({ "input": { "id": id, "expectedVersion": 2 } })).await;
    drop(served);
    let log = std::fs::read_to_string(place.log()).expect("a log");
    assert!(log.matches("answered").count() >= 12, "{log}");
    let held: Vec<_> = log.lines().filter(|line| line.to_lowercase().contains(CANARY)).collect();
    assert!(held.is_empty(), "{held:?}");
}
