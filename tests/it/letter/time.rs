//! How long an answer takes does not tell whether there is such an account.

use std::time::Duration;

use super::Mailing;
use chrono::TimeDelta;
use serde_json::json;
use tests::app::PASSWORD;
use tokio::time::Instant;

/// Tries of each kind in a row of tries, one after the other in turn.
const TRIES: usize = 40;
/// Rows of tries, of which one must show no difference: a busy machine makes some by chance, an
/// answer that gives something away makes one in every row.
const ROWS: usize = 12;
/// The difference of the medians, in hundredths.
const PERCENT: f64 = 5.0;

/// Takes rows of pairs, known and unknown, until one shows no difference.
async fn check_alike(pair: impl AsyncFn(usize) -> [Duration; 2]) {
    let mut seen = Vec::new();
    for _ in 0..ROWS {
        let mut times = [Vec::new(), Vec::new()];
        for number in 0..TRIES {
            let [known, unknown] = pair(number).await;
            times[0].push(known);
            times[1].push(unknown);
        }
        let [known, unknown] = times.map(|mut times| {
            times.sort_unstable();
            times[times.len() / 2].as_secs_f64()
        });
        let difference = (known / unknown - 1.0) * 100.0;
        if difference.abs() < PERCENT {
            return;
        }
        seen.push(difference);
    }
    panic!("known accounts take longer by these per cent: {seen:?}");
}

/// Times two requests that only differ in whose login they name, each in turn the first.
async fn timed(number: usize, ask: &impl AsyncFn(&'static str) -> Duration) -> [Duration; 2] {
    let (known, unknown) = ("anna@example.org", "nobody@example.org");
    if number.is_multiple_of(2) {
        [ask(known).await, ask(unknown).await]
    } else {
        let second = ask(unknown).await;
        [ask(known).await, second]
    }
}

/// A wrong password takes as long for an account as for none.
#[tokio::test(flavor = "multi_thread")]
async fn signing_in_takes_as_long_for_nobody() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    let client = mailing.app.anonymous();
    let ask = async |login| {
        mailing.app.wait(TimeDelta::minutes(16));
        let body = json!({ "login": login, "password": format!("{PASSWORD}!") });
        let begin = Instant::now();
        let answer = client.auth("signin", body, None).await;
        let time = begin.elapsed();
        assert_eq!(answer.status, 401);
        time
    };
    check_alike(async |number| timed(number, &ask).await).await;
}

/// Saying that a password is forgotten takes as long for an account as for none: the letter is
/// written afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn forgetting_takes_as_long_for_nobody() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    let client = mailing.app.anonymous();
    let ask = async |login| {
        mailing.app.wait(TimeDelta::minutes(31));
        let begin = Instant::now();
        let answer = client.auth("forgot", json!({ "login": login }), None).await;
        let time = begin.elapsed();
        assert_eq!(answer.status, 202);
        // What is done afterwards is no load of the next.
        tokio::time::sleep(Duration::from_millis(30)).await;
        time
    };
    check_alike(async |number| timed(number, &ask).await).await;
    mailing.settle().await;
    assert!(mailing.mail.letters().len() >= TRIES, "letters were sent meanwhile");
}
