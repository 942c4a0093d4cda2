//! What one does about one's own account beside signing in: passwords and addresses.

use std::sync::Arc;

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use domain::account::{LinkPurpose, ProfileDraft};
use domain::identifier::AccountId;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Failure, Link, MEDIA, Nothing, answer, cookie, read, signed_in, visit};
use crate::auth::letter::Verification;
use crate::auth::secret::Secret;
use crate::error::Error;
use crate::http::state::State;
use crate::op::{Identity, Proof};
use crate::service;

#[derive(Deserialize)]
pub(super) struct Forgotten {
    login: String,
}

#[derive(Deserialize)]
pub(super) struct Choice {
    token: String,
    password: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Acceptance {
    token: String,
    password: String,
    display_name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Change {
    #[serde(default)]
    current: String,
    new: String,
}

/// Asks for a letter with a link to choose another password. The answer is the same whoever asks
/// and for whomever: what becomes of it happens afterwards.
pub(super) async fn forgot(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
) -> HttpResponse {
    let attempt = async {
        let Forgotten { login } = read(&request, payload, &state).await?;
        let (auth, visit) = (Arc::clone(&state.auth), visit(&request, &state));
        state.run(async move { auth.forgot_password(login, &visit.address).await }).await?;
        Ok(accepted(match state.auth.sends_letters() {
            true => Accepted::Perhaps,
            false => Accepted::NoLetters,
        }))
    };
    answer(&request, attempt.await)
}

/// Chooses a password with the link of such a letter, and signs in.
pub(super) async fn reset(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
) -> HttpResponse {
    let attempt = async {
        let Choice { token, password } = read(&request, payload, &state).await?;
        choose(&request, &state, &token, LinkPurpose::Reset, password, None).await
    };
    answer(&request, attempt.await)
}

/// Takes up an invitation: chooses a password, says how one is called, and signs in.
pub(super) async fn accept(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
) -> HttpResponse {
    let attempt = async {
        let Acceptance { token, password, display_name } = read(&request, payload, &state).await?;
        choose(&request, &state, &token, LinkPurpose::Invitation, password, display_name).await
    };
    answer(&request, attempt.await)
}

async fn choose(
    request: &HttpRequest,
    state: &Data<State>,
    token: &str,
    purpose: LinkPurpose,
    password: String,
    name: Option<String>,
) -> Result<HttpResponse, Failure> {
    let token = Secret::parse(token).ok_or(Error::SpentLink)?;
    let (shared, visit) = (Data::clone(state), visit(request, state));
    let issued = state.run(async move {
        let (app, auth) = (&shared.app, &shared.auth);
        let name = name.map(checked).transpose()?;
        let issued = auth.choose_password(&token, purpose, &password, visit).await?;
        if let Some(name) = name {
            rename(app, issued.account, issued.session, name).await?;
        }
        Ok(issued)
    });
    Ok(signed_in(state, &issued.await?))
}

/// A name that may stand, before the link is used up for it.
fn checked(display_name: String) -> crate::error::Result<String> {
    let draft = ProfileDraft { display_name, locale: domain::text::Locale::En };
    Ok(draft.parse()?.display_name)
}

async fn rename(
    app: &Arc<crate::app::App>,
    account: AccountId,
    session: Uuid,
    display_name: String,
) -> crate::error::Result<()> {
    let viewer = app.snapshot().viewer(account).ok_or(Error::Unauthenticated)?;
    let op = app.op_of(Identity { viewer, proof: Proof::Session(session) });
    let row = op.view().account(account).cloned().ok_or(Error::Unauthenticated)?;
    let draft = ProfileDraft { display_name, locale: row.locale };
    service::account::update_profile(&op, draft, row.version).await
}

/// Chooses another password, knowing the present one; all other sessions end.
pub(super) async fn change_password(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
) -> HttpResponse {
    let attempt = async {
        let Change { current, new } = read(&request, payload, &state).await?;
        let who = in_person(&request, &state).await?;
        let (auth, visit) = (Arc::clone(&state.auth), visit(&request, &state));
        let device =
            state.run(async move { auth.change_password(who, &current, &new, visit).await });
        let mut response = HttpResponse::Ok();
        response.content_type(MEDIA).cookie(cookie::marking(&device.await?));
        Ok(response.body(json!({ "changed": true }).to_string()))
    };
    answer(&request, attempt.await)
}

/// Asks for a letter that confirms one's address.
pub(super) async fn ask_to_verify(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
) -> HttpResponse {
    let attempt = async {
        let Nothing {} = read(&request, payload, &state).await?;
        let (account, _) = in_person(&request, &state).await?;
        let auth = Arc::clone(&state.auth);
        let sent = state.run(async move { auth.ask_to_verify(account).await });
        Ok(accepted(match sent.await? {
            Verification::Sent => Accepted::Sent,
            Verification::NoAddress => Accepted::NoAddress,
            Verification::NoLetters => Accepted::NoLetters,
        }))
    };
    answer(&request, attempt.await)
}

/// Confirms one's address with the link of that letter.
pub(super) async fn verify(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
) -> HttpResponse {
    let attempt = async {
        let Link { token } = read(&request, payload, &state).await?;
        let token = Secret::parse(&token).ok_or(Error::SpentLink)?;
        let (account, _) = in_person(&request, &state).await?;
        let auth = Arc::clone(&state.auth);
        state.run(async move { auth.verify_address(account, &token).await }).await?;
        Ok(done(json!({ "verified": true })))
    };
    answer(&request, attempt.await)
}

/// Who has signed in here as a person.
async fn in_person(request: &HttpRequest, state: &State) -> Result<(AccountId, Uuid), Error> {
    let bearer = request.headers().get(AUTHORIZATION);
    let bearer = bearer.map(|value| value.to_str().unwrap_or_default());
    let identity = state.auth.authenticate(bearer)?;
    state.app.op_of(identity).allow_in_person().await
}

fn done(body: Value) -> HttpResponse {
    HttpResponse::Ok().content_type(MEDIA).body(body.to_string())
}

/// What is said to whoever asks for a letter.
enum Accepted {
    /// To whoever may be anybody.
    Perhaps,
    /// To whoever is signed in.
    Sent,
    NoLetters,
    NoAddress,
}

fn accepted(what: Accepted) -> HttpResponse {
    let [en, fr] = match what {
        Accepted::Perhaps => [
            "If there is such an account, a letter is on its way to its address.",
            "Si ce compte existe, un message est en route vers son adresse.",
        ],
        Accepted::Sent => [
            "A letter is on its way to your address.",
            "Un message est en route vers votre adresse.",
        ],
        Accepted::NoLetters => [
            "This server sends no mail. Ask whoever runs it for a link: banyan user link LOGIN",
            "Ce serveur n’envoie pas de courriel. Demandez un lien à qui l’administre\u{a0}: \
             banyan user link IDENTIFIANT",
        ],
        Accepted::NoAddress => [
            "You sign in with a short name, which no letter reaches.",
            "Votre identifiant est un nom court, qu’aucun message n’atteint.",
        ],
    };
    let by_mail = matches!(what, Accepted::Perhaps | Accepted::Sent);
    let body = json!({ "mail": by_mail, "message": { "en": en, "fr": fr } });
    HttpResponse::Accepted().content_type(MEDIA).body(body.to_string())
}
