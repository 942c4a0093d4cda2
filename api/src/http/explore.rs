//! The query page: GraphiQL, with a content policy of its own because its editor writes styles while
//! it runs. No other page has this policy, and nothing else is loaded under it.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use super::assets;

/// As everywhere, but for the editor's styles, its font and its workers.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
     worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'; object-src 'none'";

/// Answers `/explore`.
pub async fn serve(request: HttpRequest) -> HttpResponse {
    let mut response = assets::answer(&request, assets::QUERY_PAGE);
    let policy = HeaderValue::from_static(CONTENT_POLICY);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    response
}
