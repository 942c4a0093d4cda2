//! The part of the address after `?`: filters, sorting and paging live there, so that every view can
//! be linked to, gone back to and reloaded.

use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::params::ParamsMap;

/// Reads and changes the address's query.
#[derive(Clone, Copy)]
pub struct UrlQuery {
    map: Memo<ParamsMap>,
    path: Memo<String>,
    go: Callback<(String, Visit)>,
}

/// Whether a change of the address can be gone back from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// A step of its own in the browser's history.
    Step,
    /// Takes the present step's place: for typing and dragging.
    Replace,
}

/// The query of the present address.
pub fn url_query() -> UrlQuery {
    let navigate = use_navigate();
    let go = Callback::new(move |(address, visit): (String, Visit)| {
        let replace = visit == Visit::Replace;
        navigate(&address, NavigateOptions { replace, scroll: false, ..Default::default() });
    });
    UrlQuery { map: use_query_map(), path: use_location().pathname, go }
}

impl UrlQuery {
    /// The value of a key, followed; an empty one counts as none.
    pub fn get(self, key: &str) -> Option<String> {
        self.map.with(|map| map.get(key)).filter(|value| !value.is_empty())
    }

    /// The closed word of a key, followed; an unknown one counts as none.
    pub fn word<W: Word>(self, key: &str) -> Option<W> {
        self.get(key).and_then(|code| W::parse(&code))
    }

    /// The closed words of a key, separated by commas, followed.
    pub fn words<W: Word>(self, key: &str) -> Vec<W> {
        let codes = self.get(key).unwrap_or_default();
        codes.split(',').filter_map(W::parse).collect()
    }

    /// Changes some keys and keeps the others; none takes a key out.
    pub fn change(self, visit: Visit, changes: &[(&str, Option<String>)]) {
        let path = self.path.get_untracked();
        let address = self.map.with_untracked(|map| {
            let present = map.latest_values().map(|(key, value)| (key.as_ref(), value));
            changed(&path, present, changes)
        });
        self.go.run((address, visit));
    }
}

/// The address of signing in, which leads back to the present page afterwards; followed.
pub fn signin_address() -> Signal<String> {
    let location = use_location();
    Signal::derive(move || {
        let (path, query) = (location.pathname.get(), location.search.get());
        let here = if query.is_empty() { path.clone() } else { format!("{path}?{query}") };
        let back = (path != "/signin" && here != "/").then_some(here);
        address("/signin", &[("back", back.as_deref())])
    })
}

/// The closed words as one value of the address; none when there are none.
pub fn join<W: Word>(words: &[W]) -> Option<String> {
    let codes: Vec<_> = words.iter().map(|word| word.code()).collect();
    (!codes.is_empty()).then(|| codes.join(","))
}

/// An address with a query; values are escaped. Pairs without a value are left out.
pub fn address(path: &str, pairs: &[(&str, Option<&str>)]) -> String {
    let given = pairs.iter().filter_map(|(key, value)| value.map(|value| (*key, value)));
    let query: Vec<_> = given.map(|(key, value)| format!("{key}={}", escape(value))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

fn changed<'a>(
    path: &str,
    present: impl Iterator<Item = (&'a str, &'a str)>,
    changes: &'a [(&str, Option<String>)],
) -> String {
    let kept = present.filter(|(key, _)| !changes.iter().any(|(name, _)| name == key));
    let kept = kept.map(|(key, value)| (key, Some(value)));
    let set = changes.iter().map(|(key, value)| (*key, value.as_deref()));
    let pairs: Vec<_> =
        kept.chain(set).filter(|(_, value)| value.is_some_and(|value| !value.is_empty())).collect();
    address(path, &pairs)
}

/// A value as it may stand in an address.
pub fn escape(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change keeps the other keys, an empty value takes a key out.
    #[test]
    fn changes_keep_the_rest() {
        let present = [("kind", "GROUP"), ("q", "who"), ("after", "x")];
        let query =
            changed("/d", present.into_iter(), &[("q", Some("a&b é".into())), ("after", None)]);
        assert_eq!(query, "/d?kind=GROUP&q=a%26b%20%C3%A9");
        assert_eq!(changed("/d", [("q", "x")].into_iter(), &[("q", Some(String::new()))]), "/d");
    }

    /// An address without values has no query.
    #[test]
    fn addresses_leave_out_what_is_not_given() {
        assert_eq!(
            address("/map", &[("focus", Some("org_1")), ("depth", None)]),
            "/map?focus=org_1"
        );
        assert_eq!(address("/map", &[("depth", None)]), "/map");
    }
}
