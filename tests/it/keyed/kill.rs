//! A process is killed while it answers: what was sent with a key is done once all the same.

use super::{CREATE, keyed, names};
use entity::answer;
use sea_orm::{Database as Connection, EntityTrait, PaginatorTrait};
use serde_json::json;
use std::time::Duration;
use tests::served::Place;

/// Killed as soon as the change is lasting and before anybody has heard the answer, and killed at any
/// moment: sent again, the request is answered, and was carried out once.
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_has_done_it_once() {
    let place = Place::new().await;
    let books = Connection::connect(&place.database.url).await.expect("connect");
    let kept = async || answer::Entity::find().count(&books).await.expect("a count");
    for round in 0_u64..12 {
        let (name, key) = (format!("Round {round}"), format!("key-{round}"));
        let input = json!({ "nameEn": name, "summaryEn": "x", "community": place.home });
        let mut served = place.serve();
        let (admin, sent, before) = (served.admin(), input.clone(), kept().await);
        let (heard, sending_key) = (round % 2 == 1, key.clone());
        let sending = tokio::spawn(async move {
            let body = json!({ "query": CREATE, "variables": { "input": sent } });
            let request = admin.request(reqwest::Method::POST, "/graphql").json(&body);
            request.header("idempotency-key", sending_key).send().await.is_ok()
        });
        match heard {
            // In the middle of whatever it is doing.
            true => tokio::time::sleep(Duration::from_millis(round * 2)).await,
            false => {
                while kept().await == before {
                    tokio::time::sleep(Duration::from_micros(100)).await;
                }
            }
        }
        served.kill();
        sending.await.expect("a sending");
        let done = kept().await > before;
        let served = place.serve();
        let admin = served.admin();
        let first = keyed(&admin, &key, CREATE, input.clone()).await;
        assert_eq!(first.status, 200, "round {round}, done before: {done}: {}", first.text);
        let again = keyed(&admin, &key, CREATE, input).await;
        assert_eq!(again.text, first.text);
        let recorded = names(&admin).await;
        let same = recorded.iter().filter(|row| row["name"] == name.as_str());
        assert_eq!(same.count(), 1, "round {round}, done before: {done}: {recorded:?}");
        assert!(heard || done);
    }
    books.close().await.expect("close");
}
