//! What every answer carries, whatever its route: security headers and the request's id; and the
//! one line that is logged about it.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue,
    STRICT_TRANSPORT_SECURITY,
};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use tracing::Instrument;
use tracing::field::Empty;

use super::calendar;
use super::peer::Peer;
use super::state::State;
use crate::clock::random_bytes;

/// Allows what the front end needs, from this origin alone, and nothing inline.
pub const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
     base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

const HEADERS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Browsers that came over TLS once come over nothing else for a year.
const ENCRYPTED_ONLY: &str = "max-age=31536000";

/// Longer heads hold nothing that is meant for this server.
const LARGEST_HEAD: usize = 16 * 1024;

/// The name under which one request appears in its answer and in the log.
#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    /// The id of a request that came through the envelope.
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_else(Self::generate)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn generate() -> Self {
        Self(random_bytes::<8>().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Wraps every route.
pub async fn wrap(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let id = RequestId::generate();
    let (method, path) = (request.method().clone(), loggable(request.path()));
    let span = tracing::info_span!(
        "http",
        request = id.as_str(),
        method = method.as_str(),
        // As a literal, so that nothing in it can start a line of its own.
        path = ?path,
        actor = Empty,
        operation = Empty,
        cost = Empty,
    );
    let started = Instant::now();
    request.extensions_mut().insert(id.clone());
    let is_encrypted = is_encrypted(&request);
    let mut response = if size(request.headers()) > LARGEST_HEAD {
        let refused = HttpResponse::RequestHeaderFieldsTooLarge().finish();
        request.into_response(refused).map_into_right_body()
    } else {
        next.call(request).instrument(span.clone()).await?.map_into_left_body()
    };
    seal(response.headers_mut(), &id);
    if is_encrypted {
        let promise = HeaderValue::from_static(ENCRYPTED_ONLY);
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, promise);
    }
    let status = response.status().as_u16();
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status, milliseconds, "answered"));
    Ok(response)
}

/// A path as the log has it: what stands behind the place of calendars is a secret, however it is
/// written.
fn loggable(path: &str) -> String {
    match plain(path).contains(calendar::PLACE) {
        true => format!("{}...", calendar::PLACE),
        false => path.to_owned(),
    }
}

/// A path in which every letter stands for itself.
fn plain(path: &str) -> String {
    let mut plain = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let told = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        let told = told.filter(|_| *first == b'%');
        plain.push(told.unwrap_or(*first));
        rest = if told.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// Whether the client came over TLS, which ends at a trusted proxy. Anybody else who says so is not
/// believed: a promise made without TLS would lock people out of a site that has none.
fn is_encrypted(request: &ServiceRequest) -> bool {
    let state = request.app_data::<Data<State>>();
    state.is_some_and(|state| Peer::of(request.request(), &state.proxies).secure)
}

fn size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

/// Answers are not kept by anybody, and have the one content policy, unless their route says so.
fn seal(headers: &mut HeaderMap, id: &RequestId) {
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_POLICY));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The address of a calendar is not in the log, nor any other way to write it; other paths are.
    #[test]
    fn addresses_of_calendars_are_not_told() {
        for path in [
            "/calendar/secret.ics",
            "/%63alendar/secret.ics",
            "/calendar%2Fsecret.ics",
            "//calendar/secret",
            "/calend%61r/%73ecret.ics",
        ] {
            assert_eq!(loggable(path), "/calendar/...", "{path}");
        }
        for path in ["/graphql", "/a%", "/a%2", "/%zz/calendar", "/board?%C3%A9"] {
            assert_eq!(loggable(path), path);
        }
    }
}
