//! Mentions: how a text names stakeholders without holding their names. A text keeps `@[org_01h...]`;
//! whoever reads it gets the name that they may see, and *somebody* for whom they may not.

use crate::identifier::{Noun, StakeholderId, parse};
use std::ops::Range;

/// The longest name or id that a mention has, in bytes; longer brackets are none.
const LONGEST: usize = 700;
/// What stands where an id would for somebody whom the reader may not see, before a number.
const HIDDEN: &str = "hidden-";

/// One mention in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The name as written, or the id.
    pub label: &'a str,
    /// Who.
    pub target: Target<'a>,
}

/// Whom a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// A stakeholder, with the id as it is written outside.
    Known(StakeholderId, &'a str),
    /// The one of this number, from 1, among those whom the writer may not see.
    Hidden(usize),
}

/// The mentions of a text, in its order: `@[org_01h...]`, `@[Name](org_01h...)` and
/// `@[somebody](hidden-1)`.
pub fn find(text: &str) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("@[").map(|place| at + place) {
        match mention(text, start) {
            Some(mention) => {
                at = mention.range.end;
                found.push(mention);
            }
            None => at = start + 2,
        }
    }
    found
}

fn mention(text: &str, start: usize) -> Option<Mention<'_>> {
    let (label, end) = bracketed(text, start + 1, ('[', ']'))?;
    // An id between the first brackets says it all: what follows is text, or keeping it twice would
    // name somebody else.
    if let Some(target) = known(label) {
        return Some(Mention { range: start..end, label, target });
    }
    let (target, end) = bracketed(text, end, ('(', ')'))?;
    Some(Mention { range: start..end, label, target: target_of(target)? })
}

/// What stands between brackets that open here, and where what follows begins.
fn bracketed(text: &str, start: usize, (open, close): (char, char)) -> Option<(&str, usize)> {
    let rest = text[start..].strip_prefix(open)?;
    let length = rest.find([open, close, '\n']).filter(|length| *length <= LONGEST)?;
    let end = start + 1 + length;
    text[end..].starts_with(close).then(|| (&rest[..length], end + 1))
}

fn target_of(text: &str) -> Option<Target<'_>> {
    let number = text.strip_prefix(HIDDEN).and_then(|number| number.parse().ok());
    number.filter(|number| *number > 0).map(Target::Hidden).or_else(|| known(text))
}

fn known(text: &str) -> Option<Target<'_>> {
    match parse(text) {
        Some((Noun::Stakeholder(_), id)) => Some(Target::Known(StakeholderId(id), text)),
        _ => None,
    }
}

/// The text with each mention written anew.
pub fn replaced(text: &str, mut write: impl FnMut(&Mention<'_>) -> String) -> String {
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for mention in find(text) {
        written.push_str(&text[at..mention.range.start]);
        written.push_str(&write(&mention));
        at = mention.range.end;
    }
    written.push_str(&text[at..]);
    written
}

/// The text as it is kept: ids and no names. `hidden` are those, in their order, whom the writer was
/// shown as somebody: they stay who they are.
pub fn stored(text: &str, hidden: &[String]) -> String {
    replaced(text, |mention| match mention.target {
        Target::Known(_, id) => format!("@[{id}]"),
        Target::Hidden(number) => match hidden.get(number - 1) {
            Some(id) => format!("@[{id}]"),
            None => mention.label.to_owned(),
        },
    })
}

/// Everybody whom a kept text names, each once, in order of id.
pub fn named(text: &str) -> Vec<StakeholderId> {
    let mut ids: Vec<_> = find(text)
        .into_iter()
        .filter_map(|mention| match mention.target {
            Target::Known(id, _) => Some(id),
            Target::Hidden(_) => None,
        })
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Those whom a kept text names and the reader may not see, by their outside ids, each once, in order
/// of the text.
pub fn hidden(text: &str, is_seen: impl Fn(StakeholderId) -> bool) -> Vec<String> {
    let mut hidden: Vec<String> = Vec::new();
    for mention in find(text) {
        if let Target::Known(id, written) = mention.target
            && !is_seen(id)
            && !hidden.iter().any(|other| other == written)
        {
            hidden.push(written.to_owned());
        }
    }
    hidden
}

/// A kept text for a reader who may write it: `@[Name](org_01h...)`, and `@[somebody](hidden-1)` for
/// whom they may not see, so that saving it changes nobody.
pub fn written(
    text: &str,
    name: impl Fn(StakeholderId) -> Option<String>,
    somebody: &str,
) -> String {
    let hidden = hidden(text, |id| name(id).is_some());
    replaced(text, |mention| match mention.target {
        Target::Known(id, written) => match name(id) {
            Some(name) => format!("@[{}]({written})", unbracketed(&name)),
            None => {
                let place = hidden.iter().position(|other| other == written).unwrap_or_default();
                format!("@[{somebody}]({HIDDEN}{})", place + 1)
            }
        },
        Target::Hidden(_) => format!("@[{somebody}]"),
    })
}

/// A kept text for somebody who only reads: each mention is the name.
pub fn plain(text: &str, name: impl Fn(StakeholderId) -> Option<String>, somebody: &str) -> String {
    replaced(text, |mention| match mention.target {
        Target::Known(id, _) => name(id).unwrap_or_else(|| somebody.to_owned()),
        Target::Hidden(_) => somebody.to_owned(),
    })
}

/// A name that fits between brackets, and that nobody takes for an id.
fn unbracketed(name: &str) -> String {
    let name: String = name.chars().filter(|c| !matches!(c, '[' | ']' | '\n')).collect();
    if known(&name).is_some() { name.replace('_', " ") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stakeholder::StakeholderKind;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: u128) -> String {
        Noun::Stakeholder(StakeholderKind::Organization).format(Uuid::from_u128(number))
    }

    fn name(id: StakeholderId) -> Option<String> {
        (id.0.as_u128() == 1).then(|| "GIZ [Bonn]".to_owned())
    }

    /// What is kept holds ids and no names, in whichever way the mention was written.
    #[test]
    fn a_kept_text_holds_no_names() {
        let (one, two) = (id(1), id(2));
        let typed = format!("@[Gates Foundation]({one}) met @[{two}] and @[{one}](aside).");
        let kept = stored(&typed, &[]);
        assert_eq!(kept, format!("@[{one}] met @[{two}] and @[{one}](aside)."));
        assert_eq!(named(&kept).len(), 2);
        for none in
            ["@[GIZ](javascript:x)", "@[", "@[]()", "a@[b", "@[x\ny](org_1)", "@[x](hidden-0)"]
        {
            assert_eq!(stored(none, &[]), none);
        }
    }

    /// Who may not see somebody reads *somebody*, and saving what they read changes nobody.
    #[test]
    fn saving_what_was_read_changes_nobody() {
        let kept = format!("@[{}] and @[{}], then @[{}] again", id(2), id(1), id(2));
        let read = written(&kept, name, "somebody");
        let bonn = id(1);
        assert_eq!(
            read,
            format!(
                "@[somebody](hidden-1) and @[GIZ Bonn]({bonn}), then @[somebody](hidden-1) again"
            )
        );
        let unseen = hidden(&kept, |id| name(id).is_some());
        assert_eq!(stored(&read, &unseen), kept);
        assert_eq!(stored("@[somebody](hidden-7)", &unseen), "somebody");
        assert_eq!(plain(&kept, name, "somebody"), "somebody and GIZ [Bonn], then somebody again");
    }

    proptest! {
        /// No text makes it fail, and what is kept stays as it is when it is kept again.
        #[test]
        fn keeping_is_done_once(pieces in proptest::collection::vec("(@\\[|\\]|\\(|\\)|é|a|\n|hidden-1)", 0..30)) {
            let text = pieces.concat().replace('a', &id(1));
            let kept = stored(&text, &[id(2)]);
            prop_assert_eq!(stored(&kept, &[]), kept.clone());
            let _ = written(&kept, name, "somebody");
        }
    }
}
