//! Words, numbers and marks of a line, in the form in which they are compared.

use super::hidden::{self, Hidden};
use super::span::Span;
use crate::text::fold;

/// One word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) form: Form,
    /// Lower case without accents; elisions and `n't` keep their apostrophe; a mark is itself.
    pub(super) word: String,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A word, or a part of one that has a hyphen or an apostrophe.
    Word,
    /// Digits, with the marks of dates and amounts between them.
    Number,
    /// A mark of punctuation.
    Mark,
    /// Something that is not read as words.
    Hidden,
    /// `@[Name](id)`, not yet looked up: where its id stands.
    Mention(Span),
    /// A name of the lexicon: which entries have it.
    Name(Vec<usize>),
}

impl Token {
    /// Whether it is this word or mark.
    pub(super) fn is(&self, word: &str) -> bool {
        self.word == word && !matches!(self.form, Form::Name(_) | Form::Hidden)
    }

    /// Whether it is one of these.
    pub(super) fn is_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// What phrases compare: names and hidden parts are in no phrase.
    pub(super) fn phrase_word(&self) -> &str {
        match self.form {
            Form::Name(_) | Form::Hidden | Form::Mention(_) => "\u{0}",
            _ => &self.word,
        }
    }

    /// The entries of the lexicon that it names.
    pub(super) fn entries(&self) -> &[usize] {
        match &self.form {
            Form::Name(entries) => entries,
            _ => &[],
        }
    }
}

/// The words of some tokens, for phrases to be found in.
pub(super) fn phrase_words(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().map(Token::phrase_word)
}

/// Words that lose their last vowel in French, before an apostrophe.
const ELIDED: [&str; 15] = [
    "l", "d", "n", "s", "m", "t", "j", "c", "qu", "lorsqu", "puisqu", "jusqu", "quelqu", "presqu",
    "aujourd",
];
/// What follows an apostrophe in English.
const SUFFIXES: [&str; 6] = ["s", "ll", "re", "ve", "d", "m"];

/// The tokens of a piece of the text.
pub(super) fn tokens(text: &str, piece: Span) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = piece.start;
    for Hidden { span, mention } in hidden::find(text, piece) {
        plain(text, Span { start: at, end: span.start }, &mut tokens);
        let (form, word) = match mention {
            Some((name, id)) => (Form::Mention(id), fold(name.of(text))),
            None => (Form::Hidden, String::new()),
        };
        tokens.push(Token { span, form, word });
        at = span.end;
    }
    plain(text, Span { start: at, end: piece.end }, &mut tokens);
    tokens
}

/// The tokens of a name, which hides nothing.
pub(super) fn name_tokens(name: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    plain(name, Span { start: 0, end: name.len() }, &mut tokens);
    tokens
}

fn plain(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut at = span.start;
    while let Some(c) = text.get(at..span.end).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..span.end];
        let length = match c {
            c if c.is_ascii_digit() => number(rest, at, tokens),
            c if c.is_alphanumeric() => word(rest, at, tokens),
            c => {
                let is_mark = !c.is_whitespace() && !matches!(c, '*' | '_' | '~' | '\u{ad}');
                if is_mark && !is_hyphen(text, at, c) {
                    push(tokens, at, c.len_utf8(), Form::Mark, c.to_string());
                }
                c.len_utf8()
            }
        };
        at += length;
    }
}

/// Whether a mark joins the two parts of a word.
fn is_hyphen(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    let joins = before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphanumeric);
    matches!(c, '-' | '\u{2010}' | '\u{2011}') && joins
}

fn push(tokens: &mut Vec<Token>, start: usize, length: usize, form: Form, word: String) {
    tokens.push(Token { span: Span { start, end: start + length }, form, word });
}

/// Digits with single marks between them; with letters at the end it is a word (`1er`, `3PLs`).
fn number(rest: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let bytes = rest.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (end > 0 && digit(end + 1) && joins_digits(bytes[end])) {
        end += 1;
    }
    if rest[end..].chars().next().is_some_and(char::is_alphabetic) {
        return word(rest, at, tokens);
    }
    push(tokens, at, end, Form::Number, rest[..end].to_owned());
    end
}

fn joins_digits(byte: u8) -> bool {
    matches!(byte, b'-' | b'.' | b'/' | b':' | b',')
}

fn word(rest: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let length = run(rest);
    let written = &rest[..length];
    let folded = fold(written);
    let after = &rest[length..];
    let Some(mark) = after.chars().next().filter(|c| matches!(c, '\'' | '’')) else {
        push(tokens, at, length, Form::Word, folded);
        return length;
    };
    let tail = &after[mark.len_utf8()..];
    let suffix = &tail[..run(tail)];
    let whole = length + mark.len_utf8() + suffix.len();
    if suffix == "t" && folded.ends_with('n') && length > 1 {
        push(tokens, at, length - 1, Form::Word, folded[..folded.len() - 1].to_owned());
        push(tokens, at + length - 1, whole - length + 1, Form::Word, "n't".to_owned());
        return whole;
    }
    if ELIDED.contains(&&*folded) && !suffix.is_empty() {
        push(tokens, at, length + mark.len_utf8(), Form::Word, format!("{folded}'"));
        return length + mark.len_utf8();
    }
    push(tokens, at, length, Form::Word, folded);
    if SUFFIXES.contains(&suffix) {
        push(tokens, at + length, whole - length, Form::Word, format!("'{suffix}"));
        return whole;
    }
    length
}

/// How many bytes of letters, digits and combining marks a text begins with.
fn run(text: &str) -> usize {
    let is_part =
        |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text, Span { start: 0, end: text.len() });
        let words: Vec<_> = tokens.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, expected, "{text}");
    }

    /// Words are folded; hyphens, elisions and contractions part them.
    #[test]
    fn words_are_parted() {
        check(
            "Présents : l’OMS, sous-traite",
            &["presents", ":", "l'", "oms", ",", "sous", "traite"],
        );
        check(
            "doesn't n'est WHO's Gates'",
            &["does", "n't", "n'", "est", "who", "'s", "gates", "'"],
        );
        check(
            "**Action:** @CHAI (1er mars)",
            &["action", ":", "@", "chai", "(", "1er", "mars", ")"],
        );
        check(
            "2024-05-31. 16.09.2020, 2024–2026",
            &["2024-05-31", ".", "16.09.2020", ",", "2024", "–", "2026"],
        );
        check("DHIS2 3PLs `code` x", &["dhis2", "3pls", "", "x"]);
    }
}
