//! From a GraphQL response to an HTTP one, with the status that the specification asks for.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use async_graphql::{Response, ServerError, Value};
use serde::Serialize;

use super::negotiate::Media;
use crate::error::Code;

/// The body: without `data` when nothing was executed.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extensions: &'a BTreeMap<String, Value>,
}

/// The answer to a document that was executed.
pub fn complete(response: &Response, media: Media) -> HttpResponse {
    write(StatusCode::OK, response, Some(&response.data), media)
}

/// The answer to a request that was not executed.
pub fn refused(response: &Response, media: Media) -> HttpResponse {
    let code = response.errors.first().and_then(code_of).unwrap_or(Code::InternalServerError);
    let status = match (media, code.status()) {
        // Clients of the older form take every other status for a broken connection.
        (Media::Json, StatusCode::BAD_REQUEST) => StatusCode::OK,
        (_, status) => status,
    };
    let mut answer = write(status, response, None, media);
    if code == Code::Unauthenticated {
        answer.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = response.errors.first().and_then(retry_after) {
        answer.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    answer
}

fn write(
    status: StatusCode,
    response: &Response,
    data: Option<&Value>,
    media: Media,
) -> HttpResponse {
    let body = Body { errors: &response.errors, data, extensions: &response.extensions };
    match serde_json::to_vec(&body) {
        Ok(body) => HttpResponse::build(status).content_type(media.as_str()).body(body),
        Err(error) => {
            tracing::error!(%error, "an answer could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}

fn code_of(error: &ServerError) -> Option<Code> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Code::parse(code),
        _ => None,
    }
}

fn retry_after(error: &ServerError) -> Option<u64> {
    match error.extensions.as_ref()?.get("retryAfter")? {
        Value::Number(seconds) => seconds.as_u64(),
        _ => None,
    }
}
