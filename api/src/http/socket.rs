//! `/graphql` as a WebSocket that speaks graphql-transport-ws: the handshake. What is said then goes
//! through [`protocol`], which knows the rules; [`connection`] moves it between the socket and the
//! operations, each of which passes the same door as any other request.

mod connection;
mod crowd;
mod message;
mod operation;
mod protocol;
mod watch;

use actix_web::http::header::{HeaderMap, SEC_WEBSOCKET_PROTOCOL, UPGRADE};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, rt};

use super::auth::origin;
use super::envelope::RequestId;
use super::graphql::caller::Payer;
use super::graphql::negotiate::Media;
use super::peer::Peer;
use super::rejection::Rejection;
use super::state::State;
use crate::error::{Error, http_response};
use connection::Connection;
pub use crowd::Crowd;
use message::SUBPROTOCOL;

/// The largest message, as large as the largest body.
const LARGEST_MESSAGE: usize = 256 * 1024;

/// Whether a request wants to go on as a WebSocket.
pub fn is_wanted(headers: &HeaderMap) -> bool {
    let upgrade = headers.get(UPGRADE).and_then(|value| value.to_str().ok());
    upgrade.is_some_and(|upgrade| upgrade.eq_ignore_ascii_case("websocket"))
}

/// Opens a socket, or says why not. Nothing but the origin tells a page of ours from any other, so
/// pages of other origins are refused; programs that are no browsers name none.
pub fn open(request: &HttpRequest, payload: Payload, state: &Data<State>) -> HttpResponse {
    let id = RequestId::of(request);
    let refuse = |rejection: Rejection| rejection.response(Media::Json.as_str(), &id);
    if !origin::is_same_origin(request.headers(), &state.origins) {
        return http_response(&Error::Forbidden, id.as_str());
    }
    if !speaks(request.headers()) {
        return refuse(Rejection::Malformed("Offer the subprotocol graphql-transport-ws."));
    }
    let peer = Peer::of(request, &state.proxies);
    let Some(ticket) = state.sockets.enter(Payer::of(&peer)).filter(|_| !state.is_draining())
    else {
        return http_response(&Error::Overloaded, id.as_str());
    };
    match actix_ws::handle_with_protocols(request, payload, &[SUBPROTOCOL]) {
        Ok((response, session, messages)) => {
            let messages = messages
                .max_frame_size(LARGEST_MESSAGE)
                .aggregate_continuations()
                .max_continuation_size(LARGEST_MESSAGE);
            let connection = Connection::new(Data::clone(state), session, peer, id);
            rt::spawn(async move {
                connection.run(messages).await;
                drop(ticket);
            });
            response
        }
        Err(_) => refuse(Rejection::Malformed("This is no handshake of a WebSocket.")),
    }
}

/// Whether the client offers the one subprotocol that is spoken here.
fn speaks(headers: &HeaderMap) -> bool {
    let offers = headers.get_all(SEC_WEBSOCKET_PROTOCOL).filter_map(|offer| offer.to_str().ok());
    offers.flat_map(|offer| offer.split(',')).any(|offer| offer.trim() == SUBPROTOCOL)
}
