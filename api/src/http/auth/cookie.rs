//! The refresh cookie. Its prefix makes browsers refuse it from any other host and without TLS
//! (the loopback address counts as safe).

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::auth::secret::Secret;
use crate::auth::session::IDLE;

const NAME: &str = "__Host-refresh";

/// The cookie of a request.
pub(super) fn find(request: &HttpRequest) -> Option<Cookie<'static>> {
    request.cookie(NAME)
}

/// The cookie that continues a session.
pub(super) fn holding(secret: &Secret) -> Cookie<'static> {
    shaped(secret.reveal(), Duration::seconds(IDLE.num_seconds()))
}

/// The cookie that takes any other away.
pub(super) fn removal() -> Cookie<'static> {
    shaped(String::new(), Duration::ZERO)
}

fn shaped(value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(NAME, value)
        .path("/")
        .http_only(true)
        .secure(true)
        .same_site(SameSite::Strict)
        .max_age(age)
        .finish()
}
