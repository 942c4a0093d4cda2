//! Reading a body: declared as JSON, of bounded size, in bounded time.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap};
use actix_web::web::{BytesMut, Payload};
use futures_util::StreamExt;

use super::rejection::Rejection;

/// A body that takes longer is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Reads a JSON body of at most `limit` bytes.
pub async fn read(
    request: &HttpRequest,
    payload: Payload,
    limit: usize,
) -> Result<BytesMut, Rejection> {
    let headers = request.headers();
    if !is_json(headers) {
        return Err(Rejection::ContentType);
    }
    if headers.get(CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Err(Rejection::ContentEncoding);
    }
    if declared_length(headers).is_some_and(|length| length > limit) {
        return Err(Rejection::TooLarge);
    }
    let read = tokio::time::timeout(PATIENCE, collect(payload, limit));
    read.await.unwrap_or(Err(Rejection::TooSlow))
}

async fn collect(mut payload: Payload, limit: usize) -> Result<BytesMut, Rejection> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Rejection::Malformed("The body ended too early."))?;
        if body.len() + chunk.len() > limit {
            return Err(Rejection::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Whether the body is declared as JSON in UTF-8: `application/json`, with no parameter but the
/// character set. Browsers send nothing else of that type to another origin without asking first.
pub fn is_json(headers: &HeaderMap) -> bool {
    let mut declared = headers.get_all(CONTENT_TYPE);
    let (Some(value), None) = (declared.next(), declared.next()) else {
        return false;
    };
    let mut parts = value.to_str().unwrap_or_default().split(';').map(str::trim);
    parts.next().is_some_and(|media| media.eq_ignore_ascii_case("application/json"))
        && parts.all(|parameter| parameter.eq_ignore_ascii_case("charset=utf-8"))
}

fn declared_length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    fn check(declared: &[&'static str], expected: bool) {
        let mut headers = HeaderMap::new();
        for value in declared {
            headers.append(CONTENT_TYPE, HeaderValue::from_static(value));
        }
        assert_eq!(is_json(&headers), expected, "{declared:?}");
    }

    /// Only what is plainly JSON passes for JSON.
    #[test]
    fn only_json_is_json() {
        check(&["application/json"], true);
        check(&["Application/JSON; charset=UTF-8"], true);
        check(&[], false);
        check(&["text/plain"], false);
        check(&["text/plain; application/json"], false);
        check(&["application/json; charset=latin1"], false);
        check(&["application/json", "text/plain"], false);
        check(&["application/jsonx"], false);
    }
}
