//! What of a line is not read as its words: code, links, addresses, tags, and what others are quoted
//! with. Every search has an end, so that a text of opening marks alone costs no more than another.

use super::span::Span;

/// A part that is not read as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) span: Span,
    /// Of `@[Name](id)`, where the name and the id stand.
    pub(super) mention: Option<(Span, Span)>,
}

/// How far a closing mark is looked for, in bytes.
const REACH: usize = 400;

/// The marks that enclose somebody else's words.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('«', '»'), ('„', '“')];

/// The hidden parts of a piece of the text, in order, none overlapping another.
pub(super) fn find(text: &str, piece: Span) -> Vec<Hidden> {
    let mut found = Vec::new();
    let mut at = piece.start;
    let mut begins_word = true;
    while let Some(c) = text.get(at..piece.end).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..piece.end];
        let hidden = match c {
            '`' => code(rest).map(|length| (length, None)),
            '@' if begins_word => mention(rest, at),
            '[' => link(rest).map(|(_, _, length)| (length, None)),
            '<' => tag(rest).map(|length| (length, None)),
            c if begins_word && c.is_alphanumeric() => address(rest).map(|length| (length, None)),
            c => quoted(rest, c).map(|length| (length, None)),
        };
        begins_word = !c.is_alphanumeric();
        match hidden {
            Some((length, mention)) => {
                found.push(Hidden { span: Span { start: at, end: at + length }, mention });
                at += length;
                begins_word = true;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// The beginning of a text, of `REACH` bytes at most.
fn near(text: &str) -> &str {
    if text.len() <= REACH {
        return text;
    }
    let end = (0..=REACH).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

fn code(rest: &str) -> Option<usize> {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count().min(REACH);
    let fence = &rest[..ticks];
    near(&rest[ticks..]).find(fence).map(|close| close + 2 * ticks)
}

/// Of `[words](target)`: the lengths of words and target, and of the whole.
fn link(rest: &str) -> Option<(usize, usize, usize)> {
    let words = near(&rest[1..]).find("](")?;
    let target = near(&rest[1 + words + 2..]).find(')')?;
    Some((words, target, 1 + words + 2 + target + 1))
}

fn mention(rest: &str, at: usize) -> Option<(usize, Option<(Span, Span)>)> {
    if !rest.starts_with("@[") {
        return None;
    }
    let (words, target, length) = link(&rest[1..])?;
    let name = Span { start: at + 2, end: at + 2 + words };
    let id = Span { start: name.end + 2, end: name.end + 2 + target };
    Some((1 + length, Some((name, id))))
}

fn tag(rest: &str) -> Option<usize> {
    let second = rest[1..].chars().next()?;
    let is_tag = second.is_ascii_alphabetic() || matches!(second, '/' | '!');
    if is_tag { near(rest).find('>').map(|close| close + 1) } else { None }
}

/// A web or e-mail address that begins here, without the full stop after it.
fn address(rest: &str) -> Option<usize> {
    let chunk = near(rest).split(char::is_whitespace).next().unwrap_or_default();
    let at_sign = chunk.find('@').filter(|place| chunk[place + 1..].contains('.'));
    if at_sign.is_none() && !chunk.contains("://") && !chunk.starts_with("www.") {
        return None;
    }
    let trimmed = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>', '"', '»', '”']);
    (!trimmed.is_empty()).then_some(trimmed.len())
}

fn quoted(rest: &str, c: char) -> Option<usize> {
    let (open, close) = *QUOTES.iter().find(|(open, _)| *open == c)?;
    let inside = near(&rest[open.len_utf8()..]);
    inside.find(close).map(|end| open.len_utf8() + end + close.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let whole = Span { start: 0, end: text.len() };
        let found = find(text, whole);
        let parts: Vec<_> = found.iter().map(|hidden| hidden.span.of(text)).collect();
        assert_eq!(parts, expected, "{text}");
    }

    /// Code, links, addresses, tags and quotations are hidden; what is not closed is not.
    #[test]
    fn what_is_not_said_is_hidden() {
        check("see `GIZ funds` and ``a`b``", &["`GIZ funds`", "``a`b``"]);
        check("a [GIZ](https://a.b) here", &["[GIZ](https://a.b)"]);
        check("see https://a.b/c?d=e. Then www.a.org", &["https://a.b/c?d=e", "www.a.org"]);
        check("write a.b@c.org, please", &["a.b@c.org"]);
        check("a <b>bold</b> 1 < 2", &["<b>", "</b>"]);
        check("they said « GIZ finance » and “yes”", &["« GIZ finance »", "“yes”"]);
        check("open ` and [here] and \"there", &[]);
    }

    /// A mention with an id knows where its name and its id stand.
    #[test]
    fn mentions_have_parts() {
        let text = "ask @[Clinton (CHAI](org_1) now";
        let found = find(text, Span { start: 0, end: text.len() });
        let (name, id) = found[0].mention.unwrap();
        assert_eq!((name.of(text), id.of(text)), ("Clinton (CHAI", "org_1"));
        assert_eq!(found[0].span.of(text), "@[Clinton (CHAI](org_1)");
    }
}
