//! Asking for letters tells strangers nothing and fills nobody's mailbox.

use super::Mailing;
use api::service::account;
use chrono::TimeDelta;
use domain::policy::Viewer;
use serde_json::json;
use tests::actor::Answer;

/// All of an answer but what names the very request and moment.
fn seen(answer: &Answer) -> (u16, Vec<(String, String)>, String) {
    let headers = answer
        .headers
        .iter()
        .filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_string(), value.to_str().expect("a text").to_owned()))
        .collect();
    headers.sort();
    (answer.status.as_u16(), headers, answer.text.clone())
}

/// Whoever asks for another password hears the same whether there is such an account or not, and
/// nothing is sent to anybody who has none, may not sign in, or has no address.
#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    let mailing = Mailing::start().await;
    let anna = mailing.anna().await;
    let known = mailing.forgot("anna@example.org").await;
    mailing.mail.letter(0).await;
    for unknown in ["nobody@example.org", "editor", "", "anna@example.org\r\nBcc: eve@example.org"]
    {
        assert_eq!(seen(&mailing.forgot(unknown).await), seen(&known), "{unknown}");
    }
    account::disable(&mailing.app.app.op(Viewer::Owner), anna).await.expect("disable");
    assert_eq!(seen(&mailing.forgot("anna@example.org").await), seen(&known));
    mailing.settle().await;
    assert_eq!(mailing.mail.letters().len(), 1);
}

/// Nobody's mailbox is filled by others: a few letters of a kind in half an hour are all.
#[tokio::test]
async fn a_mailbox_is_not_filled() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    for _ in 0..8 {
        let answer = mailing.forgot("anna@example.org").await;
        assert_eq!(answer.status, 202);
    }
    mailing.post().settled().await;
    assert_eq!(mailing.mail.letters().len(), 5);
    mailing.app.wait(TimeDelta::minutes(29));
    mailing.forgot("anna@example.org").await;
    mailing.post().settled().await;
    assert_eq!(mailing.mail.letters().len(), 5);
    mailing.app.wait(TimeDelta::minutes(1));
    mailing.forgot("anna@example.org").await;
    mailing.post().settled().await;
    assert_eq!(mailing.mail.letters().len(), 6);
}

/// When no more letters are taken, everybody hears so alike.
#[tokio::test]
async fn a_full_queue_tells_nothing() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    let post = mailing.app.app.letters.post().expect("a way to send letters");
    while post.hand_in(std::future::pending()).is_ok() {}
    let answers = [mailing.forgot("anna@example.org").await, mailing.forgot("nobody").await];
    for answer in &answers {
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (503, "OVERLOADED"));
    }
    let sign_in = json!({ "login": "nobody", "password": "x" });
    assert_eq!(mailing.app.anonymous().auth("signin", sign_in, None).await.status, 401);
}
