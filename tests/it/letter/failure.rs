//! Mail servers that are slow, away, or say no.

use std::time::Duration;

use super::{ANOTHER, Mailing, SITE, settings};
use api::service::{account, erasure};
use domain::policy::Viewer;
use serde_json::json;
use tests::app::TestApp;
use tests::mail::{MailServer, Manner};
use tokio::time::Instant;

const LOGIN: &str = "anna@example.org";

/// A server that says "later" is asked again, and the letter comes once, with a link that works.
#[tokio::test]
async fn what_fails_for_now_is_tried_again() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    mailing.mail.behave(Manner::Delays(2));
    mailing.forgot(LOGIN).await;
    let token = mailing.mail.letter(0).await.token(&format!("{SITE}/reset"));
    mailing.settle().await;
    assert_eq!(mailing.mail.letters().len(), 1);
    mailing.mail.connected(3).await;
    let body = json!({ "token": token, "password": ANOTHER });
    assert_eq!(mailing.app.anonymous().auth("reset", body, None).await.status, 200);
}

/// A server that says no is not asked again, nor is one that says "later" for ever; what comes after
/// is not held up.
#[tokio::test]
async fn what_fails_for_good_is_given_up() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    mailing.mail.behave(Manner::Refuses);
    mailing.forgot(LOGIN).await;
    mailing.mail.decided(1).await;
    // Ten times as long as it would wait before another try.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let asked = |lines: Vec<String>| lines.iter().filter(|line| line.starts_with("RCPT")).count();
    assert_eq!(asked(mailing.mail.lines()), 1);
    mailing.mail.behave(Manner::Delays(4));
    mailing.forgot(LOGIN).await;
    mailing.mail.decided(5).await;
    mailing.forgot(LOGIN).await;
    mailing.mail.letter(0).await;
    mailing.settle().await;
    assert_eq!((asked(mailing.mail.lines()), mailing.mail.letters().len()), (6, 1));
}

/// A mail server that never says a word, or is not there, keeps nobody waiting.
#[tokio::test]
async fn a_dead_server_slows_nobody() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    mailing.mail.behave(Manner::Hangs);
    let begin = Instant::now();
    for login in [LOGIN, "nobody", LOGIN] {
        assert_eq!(mailing.forgot(login).await.status, 202);
    }
    // The server is waited for ten seconds.
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
    mailing.mail.connected(2).await;
}

/// A letter that waits for another try is not sent once its reader was erased or may not sign in.
#[tokio::test]
async fn nothing_is_sent_to_who_is_gone() {
    for erased in [true, false] {
        let mailing = Mailing::start_with(vec![Duration::from_secs(3_600)]).await;
        let anna = mailing.anna().await;
        mailing.mail.behave(Manner::Delays(1));
        mailing.forgot(LOGIN).await;
        mailing.mail.decided(1).await;
        let app = &mailing.app.app;
        let folder = tempfile::tempdir().expect("a folder");
        app.erasures.keep_in(folder.path().join("erasures"));
        let owner = app.op(Viewer::Owner);
        let gone = match erased {
            true => erasure::erase_account(&owner, anna).await,
            false => account::disable(&owner, anna).await,
        };
        gone.expect("gone");
        mailing.settle().await;
        assert_eq!(mailing.mail.letters().len(), 0, "erased: {erased}");
    }
}

/// A process that ends sends what waits, without waiting any longer.
#[tokio::test]
async fn the_end_of_a_process_loses_no_letter() {
    let Mailing { app, mail } = {
        let mailing = Mailing::start_with(vec![Duration::from_secs(3_600)]).await;
        mailing.anna().await;
        mailing.mail.behave(Manner::Delays(1));
        mailing.forgot(LOGIN).await;
        mailing.mail.decided(1).await;
        mailing
    };
    app.stop().await;
    assert_eq!(mail.letters().len(), 1);
}

/// Nothing is told to a mail server elsewhere that does not encrypt: no letter and no password. One
/// on this machine is told both.
#[tokio::test]
async fn nothing_is_told_in_the_open() {
    let said = async |host: &str| {
        let (app, mail) = (TestApp::start().await, MailServer::start().await);
        let smtp = format!("smtp://banyan:secret%20word@{host}:{}", mail.address.port());
        app.app.letters.send_through(settings(&smtp, Vec::new()));
        let mailing = Mailing { app, mail };
        mailing.anna().await;
        mailing.forgot(LOGIN).await;
        mailing.settle().await;
        let words = mailing.mail.lines();
        words.iter().filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect::<Vec<_>>()
    };
    // This machine by an address that does not say so.
    assert_eq!(said("0.0.0.0").await, ["EHLO"]);
    assert_eq!(said("127.0.0.1").await, ["EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"]);
}
