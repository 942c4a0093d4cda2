//! Whether a request for `/auth` comes from a page of this site.

use actix_web::http::header::{HOST, HeaderMap, ORIGIN};

/// A header that only scripts can send, and to another origin only after asking.
const MARK: &str = "x-banyan";

/// Whether the page that sent this is ours, as far as the browser says. Programs that are no
/// browsers name no origin and hold no cookies of others.
pub(super) fn is_ours(headers: &HeaderMap, origins: &[String]) -> bool {
    let is_marked = headers.get(MARK).is_some_and(|value| value == "1");
    is_marked && is_same_site(headers) && is_same_origin(headers, origins)
}

fn is_same_site(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site");
    site.is_none_or(|site| site == "same-origin" || site == "none")
}

/// Whether the browser says that a page of this host or of a known origin sent this; programs that
/// are no browsers name none.
pub(in crate::http) fn is_same_origin(headers: &HeaderMap, origins: &[String]) -> bool {
    let Some(origin) = headers.get(ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else {
        return false;
    };
    let authority = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_host = authority.is_some_and(|authority| host == Some(authority));
    is_host || origins.iter().any(|known| known == origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn check(headers: &[(&'static str, &'static str)], expected: bool) {
        let pairs = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let map: HeaderMap = pairs.collect();
        assert_eq!(is_ours(&map, &["https://banyan.example".to_owned()]), expected, "{headers:?}");
    }

    /// Pages of this host, of a configured origin, and programs that are no browsers may sign in;
    /// nobody else may.
    #[test]
    fn only_our_pages_sign_in() {
        let (mark, host) = (("x-banyan", "1"), ("host", "127.0.0.1:8080"));
        check(&[mark, host], true);
        check(&[host], false);
        check(&[mark, host, ("origin", "http://127.0.0.1:8080")], true);
        check(&[mark, host, ("origin", "https://banyan.example")], true);
        check(&[mark, host, ("origin", "http://127.0.0.1:8081")], false);
        check(&[mark, host, ("origin", "https://evil.example")], false);
        check(&[mark, host, ("origin", "null")], false);
        check(&[mark, host, ("sec-fetch-site", "same-origin")], true);
        check(&[mark, host, ("sec-fetch-site", "same-site")], false);
        check(&[mark, host, ("sec-fetch-site", "cross-site")], false);
    }
}
