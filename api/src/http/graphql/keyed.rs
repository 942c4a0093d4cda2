//! Requests with an idempotency key: answered once, and ever again with that answer.

use actix_web::http::header::HeaderMap;
use async_graphql::Response;
use domain::refusal::{Refusal, RefusalCode};

use super::admit::Asked;
use crate::app::App;
use crate::error::{Error, Result};
use crate::op::{Keyed, Op};

/// The header that carries a key; a socket has none and says it in the extensions of a request.
const HEADER: &str = "idempotency-key";

/// Takes the key from the header. Two keys that differ are none.
pub(super) fn read(headers: &HeaderMap, asked: &mut Asked) -> Result<()> {
    let Some(header) = headers.get(HEADER) else {
        return Ok(());
    };
    // What is no text is no key either, and is refused as one.
    let header = header.to_str().unwrap_or(" ").to_owned();
    match &asked.key {
        Some(key) if *key != header => {
            Err(Refusal::new(RefusalCode::Ambiguous, "idempotencyKey").into())
        }
        _ => {
            asked.key = Some(header);
            Ok(())
        }
    }
}

/// The answer that an earlier sending of the same request got.
pub(super) async fn first(keyed: Option<&Keyed>, op: &Op) -> Result<Option<Response>> {
    let Some(keyed) = keyed else {
        return Ok(None);
    };
    keyed.answered(op).await?.as_deref().map(parse).transpose()
}

/// Makes what the request did lasting with its answer, and gives the answer that counts. Every
/// sending gets it as it was written down, the first one too.
pub(super) async fn settle(keyed: &Keyed, app: &App, response: &Response) -> Result<Response> {
    let body = serde_json::to_string(response).map_err(|error| Error::Internal(error.into()))?;
    parse(&keyed.settle(app, body).await?)
}

fn parse(body: &str) -> Result<Response> {
    serde_json::from_str(body).map_err(|error| Error::Internal(error.into()))
}
