//! The log tells that letters were sent, and not to whom or what they say.

use super::{ANOTHER, INVITE, SITE};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};
use tests::app::PASSWORD;
use tests::mail::{MailServer, Manner};
use tests::served::{Place, Served};

const LOGIN: &str = "zoe.canary@example.org";
const TOKEN: &str = "mutation($input: CreateApiTokenInput!) {
    createApiToken(input: $input) { secret apiToken { id } } }";

/// Asks one of the sign-in routes for something that it must do.
async fn done(actor: &Actor, route: &str, body: Value) -> Answer {
    let answer = actor.auth(route, body, None).await;
    let is_done = matches!(answer.status, StatusCode::OK | StatusCode::ACCEPTED);
    assert!(is_done, "{route}: {}", answer.text);
    answer
}

/// From an invitation over forgetting, guessing and signing in to an API token: every secret that
/// went to and fro.
async fn live(served: &Served, mail: &MailServer, home: &str) -> Vec<String> {
    let anonymous = served.anonymous();
    let input = json!({ "input": { "communityId": home, "login": LOGIN, "displayName": "Zoé",
        "locale": "FR", "role": "EDITOR" } });
    served.admin().data(INVITE, input).await;
    let invitation = mail.letter(0).await.token(&format!("{SITE}/invitation"));
    done(&anonymous, "invitation", json!({ "token": invitation, "password": PASSWORD })).await;
    mail.behave(Manner::Refuses);
    done(&anonymous, "forgot", json!({ "login": LOGIN })).await;
    mail.decided(2).await;
    mail.behave(Manner::Delays(1));
    done(&anonymous, "forgot", json!({ "login": LOGIN })).await;
    mail.decided(3).await;
    mail.behave(Manner::Takes);
    done(&anonymous, "forgot", json!({ "login": LOGIN })).await;
    let reset = mail.letter(1).await.token(&format!("{SITE}/reset"));
    done(&anonymous, "reset", json!({ "token": reset, "password": ANOTHER })).await;
    let wrong = json!({ "login": LOGIN, "password": "a guess of somebody" });
    assert_eq!(anonymous.auth("signin", wrong, None).await.status, 401);
    let signed = json!({ "login": LOGIN, "password": ANOTHER });
    let signed_in = done(&anonymous, "signin", signed).await;
    let refresh = signed_in.cookie().expect("a refresh token");
    let access = signed_in.json()["accessToken"].as_str().expect("a token").to_owned();
    let zoe = anonymous.with_token(&access);
    let input = json!({ "input": { "name": "script", "scope": "READ" } });
    let made = zoe.data(TOKEN, input).await;
    let secret = made["createApiToken"]["secret"].as_str().expect("a secret").to_owned();
    anonymous.with_token(&secret).data("{ me { login } }", json!({})).await;
    anonymous.with_token(&format!("{secret}x")).get("/graphql?query=%7B__typename%7D").await;
    let made = zoe.data("mutation { createCalendarFeed { path } }", json!({})).await;
    let path = made["createCalendarFeed"]["path"].as_str().expect("a path").to_owned();
    let calendar = path.trim_start_matches("/calendar/").trim_end_matches(".ics").to_owned();
    for path in [path.clone(), path.replace("cal", "%63al"), path.replacen('/', "//", 1)] {
        anonymous.get(&path).await;
    }
    vec![invitation, reset, refresh, access, secret, calendar]
}

/// Whatever becomes of letters, and of those who sign in by them: no address, no password, no token
/// stands in the log, nor how Banyan signs in to the mail server.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_holds_no_secret() {
    let (place, mail) = (Place::new().await, MailServer::start().await);
    let smtp = format!("smtp://banyan:sesame-open@{}", mail.address);
    let from = "Banyan <banyan@example.org>";
    let settings = ["--smtp", &smtp, "--mail-from", from, "--public-url", SITE];
    let served = place.serve_with(&settings);
    let mut secrets = live(&served, &mail, &place.home).await;
    drop(served);
    let log = std::fs::read_to_string(place.log()).expect("a log");
    for told in ["a letter was sent", "a letter was not sent", "the mail server said 550"] {
        assert!(log.contains(told), "{told}: {log}");
    }
    let known = [LOGIN, "zoe.canary", PASSWORD, ANOTHER, "a guess of somebody", "sesame-open"];
    secrets.extend(known.map(str::to_owned));
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret} stands in the log");
    }
}
