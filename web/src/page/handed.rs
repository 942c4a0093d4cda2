//! The secret of a one-time link, handed over in the address behind `#`, where no server sees it.

use crate::client::browser;
use leptos::prelude::{GetUntracked, Memo, Track};
use leptos_router::hooks::use_location;
use std::cell::RefCell;

thread_local! {
    /// The page that was opened with a token, and the token: the page may be built anew, in the other
    /// language, after the address has forgotten it.
    static HANDED: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// The token that this page was opened with, followed: a link may be pasted into the address bar of
/// the page that already stands there.
pub fn tokens() -> Memo<Option<String>> {
    let hash = use_location().hash;
    let path = use_location().pathname.get_untracked();
    Memo::new(move |_| {
        hash.track();
        token_for(&path)
    })
}

/// The token of the address, or the one before when it has none; it is taken out of the address bar
/// and the history.
fn token_for(path: &str) -> Option<String> {
    if let Some(token) = browser::take_hash().and_then(|hash| token_of(&hash)) {
        HANDED.with(|handed| handed.replace(Some((path.to_owned(), token.clone()))));
        return Some(token);
    }
    HANDED.with(|handed| {
        let handed = handed.borrow();
        handed.as_ref().filter(|(page, _)| page == path).map(|(_, token)| token.clone())
    })
}

/// Forgets the token, which was used.
pub fn forget() {
    HANDED.with(|handed| handed.replace(None));
}

/// The token of a one-time link's hash, `#token=...`.
fn token_of(hash: &str) -> Option<String> {
    let pairs = hash.trim_start_matches('#').split('&');
    let mut tokens = pairs.filter_map(|pair| pair.strip_prefix("token="));
    tokens.next().filter(|token| !token.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A link's token is read from the hash alone.
    #[test]
    fn the_token_is_in_the_hash() {
        for (hash, expected) in [
            ("#token=abc-1", Some("abc-1")),
            ("#x=1&token=abc", Some("abc")),
            ("#token=", None),
            ("", None),
            ("#tokens=abc", None),
        ] {
            assert_eq!(token_of(hash).as_deref(), expected, "{hash}");
        }
    }
}
