//! What of Markdown is said, and what is heading, code or quotation: the text in pieces.

use super::section::{Section, section_of};
use super::span::Span;

/// A paragraph or an item of a list; headings, code, tables and quoted lines are in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) form: Form,
    /// What the heading or the label above says that it is.
    pub(super) section: Section,
}

/// How a piece is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Paragraph,
    Item,
    /// `- [ ]`
    OpenBox,
    /// `- [x]`
    TickedBox,
}

/// What one line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Blank,
    Fence,
    Heading(Span),
    /// The line below a heading.
    Underline,
    Quote,
    Table,
    Code,
    Item(Form, Span),
    Text(Span),
}

/// A line this long was broken to fit, and goes on in the next.
const BROKEN: usize = 60;

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut reader = Reader {
        text,
        pieces: Vec::new(),
        open: None,
        heading: Section::Plain,
        label: None,
        is_quoted: false,
    };
    let mut in_fence = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span { start, end: start + line.trim_end().len() };
        start += line.len();
        let is_fence = matches!(line.trim_start().get(..3), Some("```" | "~~~"));
        if is_fence || in_fence {
            in_fence ^= is_fence;
            reader.read(Line::Fence);
        } else {
            let is_inside = reader.open.is_some();
            reader.read(classify(text, span, is_inside));
        }
    }
    reader.close();
    reader.pieces
}

struct Reader<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    open: Option<Piece>,
    heading: Section,
    /// What a line that is only a label (`Actions:`) says of the items below it.
    label: Option<Section>,
    is_quoted: bool,
}

impl Reader<'_> {
    fn read(&mut self, line: Line) {
        let was_quoted = std::mem::replace(&mut self.is_quoted, line == Line::Quote);
        match line {
            Line::Text(_) if was_quoted => self.is_quoted = true,
            Line::Text(span) if self.goes_on(span) => {
                if let Some(open) = &mut self.open {
                    open.span.end = span.end;
                }
            }
            Line::Text(span) => self.begin(Form::Paragraph, span),
            Line::Item(form, span) => self.begin(form, span),
            Line::Heading(span) => {
                self.close();
                self.heading = section_of(span.of(self.text)).unwrap_or(Section::Plain);
                self.label = None;
            }
            Line::Underline => {
                if let Some(title) = self.open.take() {
                    self.heading = section_of(title.span.of(self.text)).unwrap_or(Section::Plain);
                    self.label = None;
                }
            }
            Line::Blank | Line::Fence | Line::Quote | Line::Table | Line::Code => self.close(),
        }
    }

    /// Whether a line belongs to the piece that the line before it began.
    fn goes_on(&self, next: Span) -> bool {
        let Some(open) = &self.open else { return false };
        let written = open.span.of(self.text);
        let last = written.rsplit('\n').next().unwrap_or_default();
        let begins_small = next.of(self.text).chars().next().is_some_and(char::is_lowercase);
        let is_broken =
            last.chars().count() >= BROKEN && !last.ends_with(['.', '!', '?', ':', ';', ')']);
        begins_small || is_broken
    }

    fn begin(&mut self, form: Form, span: Span) {
        self.close();
        if form == Form::Paragraph {
            self.label = None;
        }
        let section = self.label.unwrap_or(self.heading);
        self.open = Some(Piece { span, form, section });
    }

    fn close(&mut self) {
        let Some(piece) = self.open.take() else { return };
        let label = piece.span.of(self.text).trim_end().strip_suffix(':').and_then(section_of);
        match (piece.form, label) {
            (Form::Paragraph, Some(section)) => self.label = Some(section),
            _ => self.pieces.push(piece),
        }
    }
}

fn classify(text: &str, span: Span, is_inside: bool) -> Line {
    let line = span.of(text);
    let written = line.trim_start();
    let indent = line.len() - written.len();
    let at = |skipped: usize| Span { start: span.end - written.len() + skipped, end: span.end };
    if written.is_empty() {
        return Line::Blank;
    }
    if let Some((form, marker)) = item(written) {
        return Line::Item(form, at(marker));
    }
    let is_deep = indent >= 4 || line.starts_with('\t');
    match written.as_bytes()[0] {
        _ if is_deep && !is_inside => Line::Code,
        b'>' => Line::Quote,
        b'|' => Line::Table,
        b'#' => match written.trim_start_matches('#') {
            title if title.starts_with(' ') && written.len() - title.len() <= 6 => {
                Line::Heading(at(written.len() - title.trim_start().len()))
            }
            _ => Line::Text(at(0)),
        },
        mark @ (b'=' | b'-') if written.len() > 1 && written.bytes().all(|byte| byte == mark) => {
            Line::Underline
        }
        _ => Line::Text(at(0)),
    }
}

/// The form of an item and where its words begin.
fn item(written: &str) -> Option<(Form, usize)> {
    let bullet = written.chars().next().filter(|c| "-*+•◦▪–".contains(*c)).map(char::len_utf8);
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=3).contains(&digits) && written[digits..].starts_with(['.', ')']);
    let marker = bullet.or(numbered.then_some(digits + 1))?;
    let rest = &written[marker..];
    if !rest.starts_with([' ', '\t', '\u{a0}']) {
        return None;
    }
    let words = rest.trim_start();
    let (form, words) = match words.get(..3) {
        Some("[ ]") => (Form::OpenBox, words[3..].trim_start()),
        Some("[x]" | "[X]") => (Form::TickedBox, words[3..].trim_start()),
        _ => (Form::Item, words),
    };
    Some((form, written.len() - words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = pieces(text).iter().map(|piece| piece.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    /// Headings, code, tables and quoted lines say nothing; the rest is in pieces.
    #[test]
    fn what_is_said_is_in_pieces() {
        check("# Head\nOne\n\n```\ncode\n```\n> quoted\nlazily\n\nTwo", &["One", "Two"]);
        check("Title\n=====\n- a\n  1. b\n  * [ ] c\n| t |\n\n    code\n", &["a", "b", "c"]);
        check("~~~\nnever closed\n\nstill code", &[]);
        check("- one\n  more\n- two", &["one\n  more", "two"]);
    }

    /// Lines go on when they were broken to fit, or begin small.
    #[test]
    fn broken_lines_go_on() {
        check("GIZ funds openIMIS\nWHO does too", &["GIZ funds openIMIS", "WHO does too"]);
        let long = "x".repeat(BROKEN);
        check(&format!("{long}\nWHO"), &[&format!("{long}\nWHO")]);
        check("GIZ funds\nthe rest", &["GIZ funds\nthe rest"]);
    }

    /// A heading speaks for all below it, a label for the items that follow it.
    #[test]
    fn sections_are_told_by_headings_and_labels() {
        let text = "## Actions\n- a\n\nDecisions:\n- b\n\ntext\n- c\n## Notes\n- d";
        let found: Vec<_> = pieces(text).iter().map(|piece| piece.section).collect();
        use Section::{Actions, Decisions, Plain};
        assert_eq!(found, [Actions, Decisions, Actions, Actions, Plain]);
    }
}
