//! Signing in over HTTP. These routes alone read and write the refresh cookie, and only for pages
//! of this site: a header that no form can send, and an origin that is ours.

mod account;
mod cookie;
pub(super) mod origin;

use std::net::IpAddr;
use std::sync::Arc;

use actix_web::http::header::{AUTHORIZATION, USER_AGENT};
use actix_web::web::{self, Data, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use domain::identifier::Noun;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::body;
use super::envelope::RequestId;
use super::peer::Peer;
use super::rejection::Rejection;
use super::state::State;
use crate::auth::device::Visit;
use crate::auth::secret::Secret;
use crate::auth::session::Issued;
use crate::auth::token;
use crate::error::{Error, http_response};

const MEDIA: &str = "application/json; charset=utf-8";
/// Enough for a long login and a long password.
const LARGEST_BODY: usize = 4 * 1024;

/// The routes below `/auth`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource("/signin").route(web::post().to(sign_in)))
        .service(web::resource("/link").route(web::post().to(use_link)))
        .service(web::resource("/refresh").route(web::post().to(refresh)))
        .service(web::resource("/signout").route(web::post().to(sign_out)))
        .service(web::resource("/forgot").route(web::post().to(account::forgot)))
        .service(web::resource("/reset").route(web::post().to(account::reset)))
        .service(web::resource("/invitation").route(web::post().to(account::accept)))
        .service(web::resource("/password").route(web::post().to(account::change_password)))
        .service(web::resource("/verification").route(web::post().to(account::ask_to_verify)))
        .service(web::resource("/verify").route(web::post().to(account::verify)))
        .default_service(web::to(missing));
}

#[derive(Deserialize)]
struct Credentials {
    login: String,
    password: String,
}

#[derive(Deserialize)]
struct Link {
    token: String,
}

#[derive(Deserialize)]
struct Nothing {}

/// With a login and a password.
async fn sign_in(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    let attempt = async {
        let credentials: Credentials = read(&request, payload, &state).await?;
        let visit = visit(&request, &state);
        let auth = Arc::clone(&state.auth);
        let issued = state.run(async move {
            let Credentials { login, password } = credentials;
            auth.sign_in(&login, &password, visit).await
        });
        Ok(signed_in(&state, &issued.await?))
    };
    answer(&request, attempt.await)
}

/// With a one-time link.
async fn use_link(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    let attempt = async {
        let Link { token } = read(&request, payload, &state).await?;
        let token = Secret::parse(&token).ok_or(Error::SpentLink)?;
        let (auth, visit) = (Arc::clone(&state.auth), visit(&request, &state));
        let issued = state.run(async move { auth.use_link(&token, visit).await });
        Ok(signed_in(&state, &issued.await?))
    };
    answer(&request, attempt.await)
}

/// Continues a session by its cookie; without one, says that nobody is signed in.
async fn refresh(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    let attempt = async {
        let Nothing {} = read(&request, payload, &state).await?;
        let Some(presented) = cookie::find(&request) else {
            return Ok(signed_out());
        };
        let secret = Secret::parse(presented.value()).ok_or(Error::Unauthenticated)?;
        let auth = Arc::clone(&state.auth);
        let issued = state.run(async move { auth.refresh_session(&secret).await });
        Ok(signed_in(&state, &issued.await?))
    };
    answer(&request, attempt.await)
}

/// Ends the session, here and for every access token that it has given out.
async fn sign_out(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    let attempt = async {
        let Nothing {} = read(&request, payload, &state).await?;
        let secret = cookie::find(&request).and_then(|cookie| Secret::parse(cookie.value()));
        let bearer = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let session = state.auth.claims(bearer).ok().map(|claims| claims.sid);
        let auth = Arc::clone(&state.auth);
        let ended = state.run(async move {
            if let Some(secret) = secret {
                auth.end_session_of(&secret).await?;
            }
            match session {
                Some(session) => auth.end_session(session).await,
                None => Ok(()),
            }
        });
        ended.await?;
        Ok(signed_out())
    };
    answer(&request, attempt.await)
}

async fn missing(request: HttpRequest) -> HttpResponse {
    http_response(&Error::NotFound, RequestId::of(&request).as_str())
}

/// Where a request comes from.
fn visit(request: &HttpRequest, state: &State) -> Visit {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    let device = cookie::device(request).and_then(|cookie| Secret::parse(cookie.value()));
    let address = network(Peer::of(request, &state.proxies).address);
    Visit { address, device, agent: agent.map(str::to_owned) }
}

/// What counts as one client: an address, or the network of one in IPv6, which has more than anybody
/// could count.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Why one of these routes did not do what it was asked.
enum Failure {
    Rejection(Rejection),
    Error(Error),
}

impl From<Rejection> for Failure {
    fn from(rejection: Rejection) -> Self {
        Self::Rejection(rejection)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Reads the body of a request that comes from a page of ours.
async fn read<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
    state: &State,
) -> Result<T, Failure> {
    if !origin::is_ours(request.headers(), &state.origins) {
        return Err(Error::Forbidden.into());
    }
    let body = body::read(request, payload, LARGEST_BODY).await?;
    let parsed = serde_json::from_slice(&body);
    parsed.map_err(|_| Rejection::Malformed("The body does not have the expected fields.").into())
}

fn signed_in(state: &State, issued: &Issued) -> HttpResponse {
    let snapshot = state.app.snapshot();
    let accounts = snapshot.rows::<entity::account::Model>();
    let name = accounts.get(&issued.account.0).map(|account| account.display_name.clone());
    let account = json!({ "id": Noun::Account.format(issued.account.0), "displayName": name });
    let mut response = HttpResponse::Ok();
    response.content_type(MEDIA).cookie(cookie::holding(&issued.refresh));
    if let Some(device) = &issued.device {
        response.cookie(cookie::marking(device));
    }
    response.body(
        json!({
            "accessToken": issued.access,
            "expiresIn": token::LIFETIME.num_seconds(),
            "account": account,
        })
        .to_string(),
    )
}

fn signed_out() -> HttpResponse {
    let body = json!({ "accessToken": null }).to_string();
    HttpResponse::Ok().content_type(MEDIA).cookie(cookie::removal()).body(body)
}

/// The answer; a cookie that opens nothing is taken away.
fn answer(request: &HttpRequest, result: Result<HttpResponse, Failure>) -> HttpResponse {
    let id = RequestId::of(request);
    match result {
        Ok(response) => response,
        Err(Failure::Rejection(rejection)) => rejection.response(MEDIA, &id),
        Err(Failure::Error(error)) => {
            let mut response = http_response(&error, id.as_str());
            if matches!(error, Error::Unauthenticated) && cookie::find(request).is_some() {
                // A removal has no value that a header could not hold.
                response.add_cookie(&cookie::removal()).ok();
            }
            response
        }
    }
}
