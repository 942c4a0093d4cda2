//! The front end: files of the bundle, and its one page for every other path.

use std::borrow::Cow;

use actix_web::http::Method;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderMap, IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::{EmbeddedFile, RustEmbed};

/// The bundle: inside the release binary; read from disk while developing. It may not be built yet.
#[derive(RustEmbed)]
#[folder = "../web/dist"]
#[allow_missing = true]
struct Bundle;

const PAGE: &str = "index.html";
/// The query page, which has an address of its own and is nowhere else.
pub const QUERY_PAGE: &str = "explore/index.html";
/// Files here carry their content's digest in their names.
const HASHED: [&str; 2] = ["assets/", "explore/"];
/// The front end's operations.
const OPERATIONS: &str = "operations.json";
const NOT_BUILT: &str = "The front end is not built. Type: cargo xtask web";

/// Answers every path that no other route does.
pub async fn serve(request: HttpRequest) -> HttpResponse {
    let path = request.path().trim_start_matches('/');
    let name = if path.is_empty() || is_page(path) { PAGE } else { path };
    let name = if name == QUERY_PAGE { "" } else { name };
    answer(&request, name)
}

/// Answers with a file of the bundle.
pub fn answer(request: &HttpRequest, name: &str) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return HttpResponse::MethodNotAllowed().insert_header(("allow", "GET, HEAD")).finish();
    }
    match find(name, request.headers()) {
        Some(found) => found.response(request.headers()),
        None if name.ends_with(PAGE) => plain(HttpResponse::NotFound(), NOT_BUILT),
        None => plain(HttpResponse::NotFound(), "There is nothing at this address."),
    }
}

/// The list of the front end's operations; none where the front end is not built.
pub fn operations() -> Option<Cow<'static, [u8]>> {
    Bundle::get(OPERATIONS).map(|file| file.data)
}

/// A file in the form that the client takes.
struct Found {
    file: EmbeddedFile,
    name: String,
    encoding: Option<&'static str>,
}

/// The file of a name; a missing file is missing, and never answered with a page.
fn find(name: &str, headers: &HeaderMap) -> Option<Found> {
    if name.ends_with(".br") || name.ends_with(".gz") {
        return None;
    }
    let smallest = [("br", "br"), ("gzip", "gz")].into_iter().find_map(|(encoding, extension)| {
        let is_taken = takes(headers, encoding);
        let file = Bundle::get(&format!("{name}.{extension}")).filter(|_| is_taken)?;
        Some((file, Some(encoding)))
    });
    let (file, encoding) = smallest.or_else(|| Some((Bundle::get(name)?, None)))?;
    Some(Found { file, name: name.to_owned(), encoding })
}

/// Names below which there is no page, whatever stands behind them.
const RESERVED: [&str; 8] =
    ["graphql", "explore", "auth", "calendar", "export", "metrics", "livez", "readyz"];
/// The page of imports has routes below it, which are no pages.
const IMPORT: &str = "import/";

/// Whether a path belongs to the front end's router: its last part is no file name.
fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    let is_reserved = RESERVED.contains(&first) || path.starts_with(IMPORT);
    !is_hashed(path) && !last.contains('.') && !is_reserved
}

fn is_hashed(name: &str) -> bool {
    HASHED.iter().any(|folder| name.starts_with(folder))
}

/// Whether the client takes this encoding.
fn takes(headers: &HeaderMap, encoding: &str) -> bool {
    let accepted = headers.get_all(ACCEPT_ENCODING).filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.unwrap_or(1.0_f32) > 0.0
    })
}

impl Found {
    fn response(self, headers: &HeaderMap) -> HttpResponse {
        let digest = self.file.metadata.sha256_hash();
        let tag = tag(&digest);
        let is_known = is_known(headers, &tag);
        let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response.insert_header((ETAG, tag)).insert_header((VARY, "accept-encoding"));
        response.insert_header((CACHE_CONTROL, caching(&self.name)));
        if is_known {
            return response.finish();
        }
        if let Some(encoding) = self.encoding {
            response.insert_header((CONTENT_ENCODING, encoding));
        }
        response.content_type(media(&self.name)).body(self.file.data.into_owned())
    }
}

/// The tag of what has this digest.
pub fn tag(digest: &[u8]) -> String {
    let digits: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{digits}\"")
}

/// Whether the client has what this tag stands for.
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get_all(IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    known.flat_map(|value| value.split(',')).any(|known| known.trim() == tag)
}

/// A name with a digest stands for its content for ever; other files are asked for anew.
fn caching(name: &str) -> &'static str {
    let is_hashed = is_hashed(name) && name != QUERY_PAGE;
    if is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn media(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn plain(mut response: actix_web::HttpResponseBuilder, text: &'static str) -> HttpResponse {
    response.content_type("text/plain; charset=utf-8").body(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    /// Paths of the front end's router are pages; files are not, wherever they would lie.
    #[test]
    fn pages_are_told_from_files() {
        for path in ["directory", "stakeholder/org_01", "map", "debug", "import", "graphqls"] {
            assert!(is_page(path), "{path}");
        }
        for path in
            ["assets/web-1.js", "assets/none", "icon.svg", ".env", ".git/config.x", "a/b.js"]
        {
            assert!(!is_page(path), "{path}");
        }
        for path in ["graphql/", "graphql/x", "metrics", "explore", "export/", "import/"] {
            assert!(!is_page(path), "{path}");
        }
    }

    /// An encoding is used only when the client takes it.
    #[test]
    fn encodings_are_taken_or_not() {
        let check = |header: &'static str, expected: [bool; 2]| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(header));
            assert_eq!(
                ["br", "gzip"].map(|encoding| takes(&headers, encoding)),
                expected,
                "{header}"
            );
        };
        check("gzip, deflate, br, zstd", [true, true]);
        check("gzip;q=1.0, br;q=0", [false, true]);
        check("identity", [false, false]);
    }
}
