//! Where something stands in a text.

/// A part of a text, from its first byte to after its last; both lie between characters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where what follows begins.
    pub end: usize,
}

impl Span {
    /// The part itself; empty when the text is another one.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// From the beginning of one to the end of another.
    pub(super) fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }
}

/// A part of a text with its words, and where it stands in bytes and in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Where, in bytes.
    pub bytes: Span,
    /// Where, in characters (Unicode scalar values).
    pub characters: Span,
}

/// Counts the characters before any place of a text without counting all of them each time.
pub(super) struct Ruler<'a> {
    text: &'a str,
    /// How many characters begin before each multiple of `STEP` bytes.
    marks: Vec<usize>,
}

const STEP: usize = 256;

impl<'a> Ruler<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut characters = 0;
        for (place, byte) in text.bytes().enumerate() {
            if place % STEP == 0 {
                marks.push(characters);
            }
            characters += usize::from(begins_character(byte));
        }
        Self { text, marks }
    }

    fn characters_before(&self, place: usize) -> usize {
        let mark = (place / STEP).min(self.marks.len().saturating_sub(1));
        let rest = &self.text.as_bytes()[mark * STEP..place];
        let more = rest.iter().filter(|byte| begins_character(**byte)).count();
        self.marks.get(mark).copied().unwrap_or_default() + more
    }

    pub(super) fn quote(&self, bytes: Span) -> Quote {
        let characters = Span {
            start: self.characters_before(bytes.start),
            end: self.characters_before(bytes.end),
        };
        Quote { text: bytes.of(self.text).to_owned(), bytes, characters }
    }
}

/// Whether a byte of UTF-8 is the first of its character.
fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters are counted as `chars` counts them, wherever a quotation begins.
    #[test]
    fn characters_are_counted() {
        let text = "é €𝄞 a".repeat(200);
        let ruler = Ruler::new(&text);
        for (count, (place, _)) in text.char_indices().enumerate() {
            let quote = ruler.quote(Span { start: place, end: text.len() });
            assert_eq!(quote.characters.start, count);
            assert_eq!(quote.characters.end, text.chars().count());
        }
        assert_eq!(Ruler::new("").quote(Span { start: 0, end: 0 }).text, "");
    }
}
