//! Guessing passwords is slow, and leaves no trace of what was typed.

use super::sign_in;
use api::http::{Proxies, Settings};
use chrono::TimeDelta;
use entity::signin_attempt;
use reqwest::Method;
use sea_orm::EntityTrait;
use serde_json::json;
use tests::actor::send;
use tests::app::{PASSWORD, TestApp};

/// After ten failures a login waits for a quarter of an hour; others do not.
#[tokio::test]
async fn a_login_is_guessed_at_ten_times() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    for _ in 0..10 {
        assert_eq!(sign_in(&app, "admin", "wrong wrong wrong").await.status, 401);
    }
    let answer = sign_in(&app, "admin", PASSWORD).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (429, "RATE_LIMITED"));
    assert_eq!(answer.header("retry-after"), "900");
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 200);
    app.wait(TimeDelta::minutes(15) + TimeDelta::seconds(1));
    assert_eq!(sign_in(&app, "admin", PASSWORD).await.status, 200);
}

/// Many guesses at once are counted like many in a row.
#[tokio::test]
async fn guesses_at_once_are_counted() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let mut guesses = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let body = json!({ "login": "admin", "password": "wrong wrong wrong" });
        let anonymous = app.anonymous();
        guesses.spawn(async move { anonymous.auth("signin", body, None).await.status.as_u16() });
    }
    let statuses = guesses.join_all().await;
    let evaluated = statuses.iter().filter(|status| **status == 401).count();
    assert_eq!(evaluated, 10, "{statuses:?}");
}

/// From one address, fifty failures at any logins are enough.
#[tokio::test]
async fn an_address_has_its_own_limit() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    for guess in 0..50 {
        assert_eq!(sign_in(&app, &format!("nobody{guess}"), PASSWORD).await.status, 401);
    }
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 429);
}

/// Behind a trusted proxy, the address is the one that the proxy tells; nobody else can make one up.
#[tokio::test]
async fn an_address_is_told_by_trusted_proxies_only() {
    let tell = async |app: &TestApp, client: String| {
        let body = json!({ "login": format!("nobody{client}"), "password": PASSWORD });
        let request = app.anonymous().request(Method::POST, "/auth/signin").json(&body);
        send(request.header("x-banyan", "1").header("x-forwarded-for", client)).await.status
    };
    let proxies = Proxies::parse(["127.0.0.1"]).expect("an address");
    let behind = TestApp::start_with(Settings { proxies, ..Settings::default() }).await;
    let plain = TestApp::start().await;
    for guess in 0..51 {
        assert_eq!(tell(&behind, format!("198.51.100.{guess}")).await, 401);
        let expected = if guess < 50 { 401 } else { 429 };
        assert_eq!(tell(&plain, format!("198.51.100.{guess}")).await, expected);
    }
}

/// A success on a new device forgives nothing that others tried, and makes the device known: it has
/// its own count, and gets in while others are kept out. What was typed is nowhere kept.
#[tokio::test]
async fn a_known_device_is_not_locked_out() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    for _ in 0..9 {
        assert_eq!(sign_in(&app, "editor", "wrong wrong wrong").await.status, 401);
    }
    let device = sign_in(&app, "editor", PASSWORD).await.device().expect("a device");
    assert_eq!(sign_in(&app, "editor", "wrong wrong wrong").await.status, 401);
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 429);
    let known = app.anonymous().on(&device);
    let body = |password: &str| json!({ "login": "editor", "password": password });
    let answer = known.auth("signin", body(PASSWORD), None).await;
    assert_eq!((answer.status.as_u16(), answer.device()), (200, Some(device.clone())));
    for _ in 0..10 {
        assert_eq!(known.auth("signin", body("wrong wrong"), None).await.status, 401);
    }
    assert_eq!(known.auth("signin", body(PASSWORD), None).await.status, 429);
    let elsewhere = json!({ "login": "admin", "password": "wrong wrong wrong" });
    assert_eq!(known.auth("signin", elsewhere, None).await.status, 401, "known to one account");

    sign_in(&app, "my password by mistake", "editor").await;
    let attempts = signin_attempt::Entity::find().all(app.app.store.reader()).await.expect("rows");
    assert!(attempts.len() > 10);
    for attempt in attempts {
        assert!(!String::from_utf8_lossy(&attempt.login_digest).contains("mistake"));
    }
}

/// However often an address is said to be another, it is the one that the socket shows.
#[tokio::test]
async fn forged_addresses_change_nothing() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let (mut evaluated, mut last) = (0, 0);
    for guess in 0..300 {
        let body = json!({ "login": format!("nobody{}", guess % 100), "password": PASSWORD });
        let request = app.anonymous().request(reqwest::Method::POST, "/auth/signin");
        let forged = format!("10.0.0.{}", guess % 50);
        let request = request.header("x-banyan", "1").header("x-forwarded-for", forged);
        let answer = tests::actor::send(request.json(&body)).await;
        evaluated += u32::from(answer.status == 401);
        last = answer.status.as_u16();
    }
    // A busy machine may evaluate fewer, never more.
    assert!((1..=50).contains(&evaluated), "{evaluated}");
    assert_eq!(last, 429);
}
