//! Signing in and out. The cookie is the server's; the page only ever sees the short-lived token.

use super::credential::{self, Account, Credential};
use super::failure::Fault;
#[cfg(feature = "account")]
use super::rest;
use super::{Code, Failure, clock, read};
use gloo_net::http::Request;
use serde::{Deserialize, Serialize};

/// Takes up the session that the cookie stands for, when there is one.
pub async fn resume() {
    credential::renew().await;
}

/// Looks whether somebody has signed in again in another tab, when that is waited for here.
pub async fn look_again() {
    if credential::is_lapsed() {
        credential::renew().await;
    }
}

/// Signs in by name and password.
pub async fn sign_in(login: &str, password: &str) -> Result<(), Failure> {
    #[derive(Serialize)]
    struct Input<'a> {
        login: &'a str,
        password: &'a str,
    }
    credential::calm().await;
    open(post("/auth/signin", &Input { login, password }).await?)
}

/// Signs in by the token of a one-time link.
pub async fn follow_link(token: &str) -> Result<(), Failure> {
    #[derive(Serialize)]
    struct Input<'a> {
        token: &'a str,
    }
    credential::calm().await;
    open(post("/auth/link", &Input { token }).await?)
}

/// Asks for a letter with a link to choose another password; answers whether letters are sent at all.
#[cfg(feature = "account")]
pub async fn forgot(login: &str) -> Result<bool, Failure> {
    let answer = post("/auth/forgot", &serde_json::json!({ "login": login })).await?;
    Ok(answer.mail)
}

/// Chooses another password by the token of such a link, and signs in.
#[cfg(feature = "account")]
pub async fn reset(token: &str, password: &str) -> Result<(), Failure> {
    credential::calm().await;
    let input = serde_json::json!({ "token": token, "password": password });
    open(post("/auth/reset", &input).await?)
}

/// Takes up an invitation, under another name when one is given, and signs in.
#[cfg(feature = "account")]
pub async fn accept(token: &str, password: &str, name: &str) -> Result<(), Failure> {
    credential::calm().await;
    let mut input = serde_json::json!({ "token": token, "password": password });
    if !name.is_empty() {
        input["displayName"] = name.into();
    }
    open(post("/auth/invitation", &input).await?)
}

/// Shows by the token of a letter's link that the letter has come.
#[cfg(feature = "account")]
pub async fn verify(token: &str) -> Result<(), Failure> {
    #[derive(Deserialize)]
    struct Verified {}
    let Verified {} = rest::post("/auth/verify", &serde_json::json!({ "token": token })).await?;
    Ok(())
}

/// Signs out here; the server forgets the session. Even when it cannot be reached, this tab does.
pub async fn sign_out() {
    credential::calm().await;
    post("/auth/signout", &serde_json::json!({})).await.ok();
    credential::hold(None);
}

/// A new credential for the cookie's session, or none for anonymous.
pub(super) async fn refresh() -> Result<Option<Credential>, Failure> {
    match post("/auth/refresh", &serde_json::json!({})).await {
        Err(failure) if failure.code == Code::Unauthenticated => Ok(None),
        answer => Ok(answer?.credential()),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    access_token: Option<String>,
    #[serde(default)]
    expires_in: f64,
    account: Option<Account>,
    /// Whether letters are sent, where that is asked.
    #[cfg(feature = "account")]
    #[serde(default)]
    mail: bool,
    #[serde(default)]
    errors: Vec<Fault>,
}

impl Answer {
    fn credential(self) -> Option<Credential> {
        let (token, account) = (self.access_token?, self.account?);
        Some(Credential { token, expires: clock::now() + self.expires_in * 1_000.0, account })
    }
}

fn open(answer: Answer) -> Result<(), Failure> {
    let credential = answer.credential().ok_or_else(|| Failure::of(Code::Unreadable))?;
    credential::hold(Some(credential));
    Ok(())
}

async fn post(path: &str, body: &impl Serialize) -> Result<Answer, Failure> {
    let request = Request::post(path).header("X-Banyan", "1").json(body);
    let response = request.map_err(|_| Failure::of(Code::Unreadable))?.send().await;
    let response = response.map_err(|_| Failure::of(Code::Offline))?;
    if response.status() == 204 {
        return Ok(Answer {
            access_token: None,
            expires_in: 0.0,
            account: None,
            #[cfg(feature = "account")]
            mail: false,
            errors: Vec::new(),
        });
    }
    let status = response.status();
    let answer: Answer = read(response).await?;
    match (answer.errors.is_empty(), status) {
        (true, 200..=299) => Ok(answer),
        (true, _) => Err(Failure::of_status(status)),
        (false, _) => Err(Fault::summary(answer.errors)),
    }
}
