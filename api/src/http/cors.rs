//! Which pages of other origins may read answers, as browsers see to it. Nobody's, unless an
//! operator names them; and then only the graph, its contract and its exports, never `/auth`, and
//! never with cookies: what such a page may do, it may do with a token or as anybody.
//!
//! `Cross-Origin-Resource-Policy` stays as it is: it speaks of images and scripts that a page takes
//! in unread, and what is asked for through here is exempt from it.

use actix_cors::Cors as Middleware;
use actix_web::middleware::Condition;

/// What wraps a route that other pages may read.
pub type Cors = Condition<Middleware>;

/// Browsers ask again, whether they may, after this many seconds.
const REMEMBERED: usize = 3_600;

/// What clients send, beside what browsers always allow: the answer's form, a token, the key of a
/// repeated mutation, and the marks that well-known clients put on their requests.
const SENT: [&str; 8] = [
    "accept",
    "apollo-require-preflight",
    "apollographql-client-name",
    "apollographql-client-version",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-none-match",
];

/// What pages may read of an answer beside its body: under which name the log knows it, when to come
/// back, which version it is, and under which name to keep a file.
const READ: [&str; 4] = ["content-disposition", "etag", "retry-after", "x-request-id"];

/// The origins whose pages may read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Foreign {
    /// None, as shipped.
    #[default]
    Nobody,
    /// These, each as browsers write it: `https://host` or `https://host:port`.
    Named(Vec<String>),
    /// All.
    Everybody,
}

impl Foreign {
    /// Reads what an operator wrote: origins, or `*` alone. The fault is a sentence.
    pub fn parse(written: &[String]) -> Result<Self, String> {
        match written {
            [] => Ok(Self::Nobody),
            [all] if all == "*" => Ok(Self::Everybody),
            named => match named.iter().find(|origin| !is_origin(origin)) {
                Some(wrong) => Err(format!(
                    "--cors-origin must be * alone or look like https://portal.example, not {wrong}"
                )),
                None => Ok(Self::Named(named.to_vec())),
            },
        }
    }
}

/// The wrapping of a route for these origins.
pub fn of(foreign: &Foreign) -> Cors {
    let cors = Middleware::default()
        .allowed_methods(["GET", "POST"])
        .allowed_headers(SENT)
        .expose_headers(READ)
        .max_age(REMEMBERED)
        // An unlisted page is answered as anybody is; its browser keeps the answer from it.
        .block_on_origin_mismatch(false);
    let cors = match foreign {
        Foreign::Nobody => cors,
        Foreign::Named(origins) => {
            origins.iter().fold(cors, |cors, origin| cors.allowed_origin(origin))
        }
        Foreign::Everybody => cors.allow_any_origin().send_wildcard(),
    };
    Condition::new(*foreign != Foreign::Nobody, cors)
}

/// Whether a text is an origin as browsers write it; another spelling would never match.
fn is_origin(text: &str) -> bool {
    let authority = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    authority.is_some_and(|authority| {
        let may_stand = |letter: char| {
            letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.:[]".contains(letter)
        };
        let port = authority.rsplit_once(':').map(|(_, port)| port);
        let is_port = |port: &str| port.ends_with(']') || port.parse::<u16>().is_ok();
        !authority.is_empty() && authority.chars().all(may_stand) && port.is_none_or(is_port)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &[&str], expected: Result<Foreign, &str>) {
        let words: Vec<String> = written.iter().map(|&word| word.to_owned()).collect();
        match (Foreign::parse(&words), expected) {
            (Ok(read), Ok(expected)) => assert_eq!(read, expected, "{written:?}"),
            (Err(fault), Err(part)) => assert!(fault.contains(part), "{fault}"),
            (read, _) => panic!("{written:?}: {read:?}"),
        }
    }

    /// Origins are read as browsers write them; everything else is refused by name.
    #[test]
    fn origins_are_read() {
        let named = |origins: &[&str]| {
            Ok(Foreign::Named(origins.iter().map(|&origin| origin.to_owned()).collect()))
        };
        check(&[], Ok(Foreign::Nobody));
        check(&["*"], Ok(Foreign::Everybody));
        check(&["https://a.example"], named(&["https://a.example"]));
        let several = ["http://127.0.0.1:3000", "http://[::1]:3000"];
        check(&several, named(&several));
        for wrong in [
            "a.example",
            "https://",
            "https://a.example/",
            "https://A.example",
            "https://*.example",
            "null",
            "https://a.example:port",
        ] {
            check(&[wrong], Err(wrong));
        }
        check(&["https://a.example", "*"], Err("not *"));
    }
}
