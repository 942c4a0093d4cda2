//! The refresh cookie, and the one that marks a device. Their prefix makes browsers refuse them from any other host and without TLS
//! (the loopback address counts as safe).

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::auth::device::MEMORY;
use crate::auth::secret::Secret;
use crate::auth::session::IDLE;

const NAME: &str = "__Host-refresh";
/// Marks a device that was signed in from; it opens nothing.
const DEVICE: &str = "__Host-device";

/// The mark of the device that a request comes from.
pub(super) fn device(request: &HttpRequest) -> Option<Cookie<'static>> {
    request.cookie(DEVICE)
}

/// The cookie that marks a device.
pub(super) fn marking(device: &Secret) -> Cookie<'static> {
    shaped(DEVICE, device.reveal(), Duration::seconds(MEMORY.num_seconds()))
}

/// The cookie of a request.
pub(super) fn find(request: &HttpRequest) -> Option<Cookie<'static>> {
    request.cookie(NAME)
}

/// The cookie that continues a session.
pub(super) fn holding(secret: &Secret) -> Cookie<'static> {
    shaped(NAME, secret.reveal(), Duration::seconds(IDLE.num_seconds()))
}

/// The cookie that takes any other away.
pub(super) fn removal() -> Cookie<'static> {
    shaped(NAME, String::new(), Duration::ZERO)
}

fn shaped(name: &'static str, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .secure(true)
        .same_site(SameSite::Strict)
        .max_age(age)
        .finish()
}
