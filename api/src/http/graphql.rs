//! The door: the one handler of `/graphql`. What passes [`admit::admit`] is executed; nothing else
//! is. Cookies are never read here, so no other site can act for whoever is signed in.

pub mod admit;
pub mod caller;
pub mod catalogue;
pub mod document;
pub mod limits;

pub(super) mod follow;
pub(super) mod message;
pub(super) mod negotiate;
pub(super) mod refused;

mod answer;
pub mod bucket;
mod cost;
mod keyed;
pub mod room;
mod scan;
mod shape;
mod told;

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use async_graphql::{Response, Value};
use domain::identifier::Noun;

use super::body;
use super::envelope::RequestId;
use super::peer::Peer;
use super::rejection::Rejection;
use super::socket;
use super::state::State;
use crate::error::settle;
use crate::graphql::with_op;
use admit::{Admitted, Asked, admit};
use caller::Caller;
use negotiate::Media;
use refused::Refused;

/// Answers `/graphql`.
pub async fn handle(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    if *request.method() == Method::GET && socket::is_wanted(request.headers()) {
        return socket::open(&request, payload, &state);
    }
    let id = RequestId::of(&request);
    let accept = request.headers().get_all(ACCEPT);
    let Some(media) = Media::negotiate(accept.filter_map(|value| value.to_str().ok())) else {
        return Rejection::NotAcceptable.response(Media::Json.as_str(), &id);
    };
    let asked = match read(&request, payload, &state).await {
        Ok(asked) => asked,
        Err(rejection) => return rejection.response(media.as_str(), &id),
    };
    match serve(&request, asked, &state, &id).await {
        Ok(response) => answer::complete(&response, media),
        Err(Failure::Refused(refused)) if matches!(refused.why(), Refused::MutationOverGet) => {
            Rejection::MutationOverGet.response(media.as_str(), &id)
        }
        Err(Failure::Refused(refused)) => {
            answer::refused(&refused.into_response(id.as_str()), media)
        }
        Err(Failure::Invalid(response)) => answer::refused(&response, media),
    }
}

/// Why there was no execution.
pub(super) enum Failure {
    /// The door said no.
    Refused(Refused),
    /// The schema found the document to be no document of its own.
    Invalid(Response),
}

impl<E: Into<Refused>> From<E> for Failure {
    fn from(refused: E) -> Self {
        Self::Refused(refused.into())
    }
}

/// What the client asks, from its body or its query string.
async fn read(request: &HttpRequest, payload: Payload, state: &State) -> Result<Asked, Rejection> {
    match *request.method() {
        Method::POST => {
            let body = body::read(request, payload, largest_body(request, state)).await?;
            message::parse_body(&body)
        }
        // A declared body on a GET is none of ours.
        Method::GET | Method::HEAD
            if request.headers().contains_key(CONTENT_TYPE)
                && !body::is_json(request.headers()) =>
        {
            Err(Rejection::ContentType)
        }
        Method::GET | Method::HEAD => message::parse_query_string(request.query_string()),
        _ => Err(Rejection::Method("GET, HEAD, POST")),
    }
}

/// How large a body may be. A token is judged when the body is there.
fn largest_body(request: &HttpRequest, state: &State) -> usize {
    let limits = match request.headers().contains_key(AUTHORIZATION) {
        true => &state.tiers.signed_in,
        false => &state.tiers.anonymous,
    };
    usize::try_from(limits.body).unwrap_or(usize::MAX)
}

async fn serve(
    request: &HttpRequest,
    mut asked: Asked,
    state: &Data<State>,
    id: &RequestId,
) -> Result<Response, Failure> {
    keyed::read(request.headers(), &mut asked)?;
    let authorization = request.headers().get(AUTHORIZATION);
    let authorization = authorization.map(|value| value.to_str().unwrap_or_default());
    let peer = Peer::of(request, &state.proxies);
    let caller = Caller::read(state, authorization, &peer)?;
    let admitted = admit(state, &caller, asked)?;
    describe(&caller, &admitted);
    let op = state.app.op_of(caller.identity).asked_from(caller.key.address());
    let (shared, id) = (Data::clone(state), id.clone());
    state.run(async move { Ok(execute(&shared, admitted, op, &id).await) }).await?
}

/// Tells the log who asks for what, in our words or in names of the document's grammar.
fn describe(caller: &Caller, admitted: &Admitted) {
    let span = tracing::Span::current();
    span.record("cost", admitted.charge.told.requested);
    if let Some(account) = caller.identity.viewer.account() {
        span.record("actor", Noun::Account.format(account.0));
    }
    if let Some(operation) = admitted.operation_name() {
        span.record("operation", operation);
    }
}

/// Executes what was admitted, and nothing else can be. The root of an executed document always has
/// fields, if only those that the door asks for; without any, nothing was executed.
pub(super) async fn execute(
    state: &Arc<State>,
    admitted: Admitted,
    op: crate::op::Op,
    id: &RequestId,
) -> Result<Response, Failure> {
    let charge = admitted.charge;
    let _place = state.room.enter(admitted.kind).await.inspect_err(|_| {
        charge.settle(state, 0);
    })?;
    let op = op.named(id.as_str()).with_key(admitted.key.clone());
    let keyed = op.keyed().cloned();
    if let Some(first) = keyed::first(keyed.as_deref(), &op).await? {
        charge.settle(state, 0);
        return Ok(first);
    }
    let (request, shape) = admitted.into_parts();
    let mut response = state.schema.execute(with_op(request, op)).await;
    // What was resolved is paid for, also where a failure leaves nothing of it in the answer.
    let resolved = told::resolved(&response.data);
    let was_executed = response.data != Value::Null;
    if was_executed {
        shape.arrange(&mut response, &state.catalogue);
    }
    settle(&mut response, id.as_str());
    let told = charge.settle(state, resolved);
    let response = response.extension("cost", told.value());
    match keyed {
        _ if !was_executed => Err(Failure::Invalid(response)),
        Some(keyed) => Ok(keyed::settle(&keyed, &state.app, &response).await?),
        None => Ok(response),
    }
}
