//! Notes as pages show them: Markdown made HTML in which nothing runs, nothing is fetched and nothing
//! leaves its place. What is HTML in the notes is shown as the text that it is.

use ammonia::{Builder, UrlRelative};
use domain::mention::{Target, replaced};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What stands around the number of a mention while Markdown is read; notes cannot hold them.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The elements that notes are made of.
const TAGS: [&str; 23] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Notes as HTML. `name` tells whom a mention names and under which id, where the reader may see them;
/// others are `somebody`.
pub fn to_html(
    notes: &str,
    name: impl Fn(domain::identifier::StakeholderId) -> Option<String>,
    somebody: &str,
) -> String {
    let mut marks = Vec::new();
    let bare: String = notes.chars().filter(|c| !matches!(*c, OPEN | CLOSE)).collect();
    let marked = replaced(&bare, |mention| {
        marks.push(match mention.target {
            Target::Known(id, written) => match name(id) {
                Some(name) => Mark { name, link: Some(format!("/stakeholder/{written}")) },
                None => Mark { name: somebody.to_owned(), link: None },
            },
            Target::Hidden(_) => Mark { name: somebody.to_owned(), link: None },
        });
        format!("{OPEN}{}{CLOSE}", marks.len() - 1)
    });
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let events = Safe { marks: &marks, code: false, image: 0 };
    let mut page = String::with_capacity(marked.len() * 3 / 2);
    html::push_html(&mut page, events.read(Parser::new_ext(&marked, options)));
    cleaner().clean(&page).to_string()
}

/// What a mention becomes.
struct Mark {
    name: String,
    link: Option<String>,
}

impl Mark {
    fn html(&self) -> String {
        let mut name = String::new();
        push_escaped(&mut name, &self.name);
        match &self.link {
            Some(link) => format!("<a href=\"{link}\">{name}</a>"),
            None => name,
        }
    }
}

/// Adds a text in which nothing is HTML.
pub(crate) fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// Reads the events of Markdown and lets through what notes may hold.
struct Safe<'m> {
    marks: &'m [Mark],
    code: bool,
    image: usize,
}

impl<'m> Safe<'m> {
    fn read<'a>(mut self, parser: Parser<'a>) -> impl Iterator<Item = Event<'a>> + use<'a, 'm> {
        parser.flat_map(move |event| self.safe(event))
    }

    fn safe<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        match event {
            // What is HTML in the notes is shown, not obeyed.
            Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => vec![Event::Code(self.plain(&text).into())],
            // Of pictures the words that stand for them are shown: nothing is fetched.
            Event::Start(Tag::Image { .. }) => {
                self.image += 1;
                Vec::new()
            }
            Event::End(TagEnd::Image) => {
                self.image = self.image.saturating_sub(1);
                Vec::new()
            }
            Event::Start(Tag::Link { link_type, dest_url, id, .. }) => {
                vec![Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title: CowStr::Borrowed(""),
                    id,
                })]
            }
            // A page has its own first two levels of headings.
            Event::Start(Tag::Heading { level, .. }) => vec![Event::Start(Tag::Heading {
                level: lower(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })],
            Event::End(TagEnd::Heading(level)) => vec![Event::End(TagEnd::Heading(lower(level)))],
            Event::Start(Tag::CodeBlock(_)) => {
                self.code = true;
                vec![Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented))]
            }
            Event::End(TagEnd::CodeBlock) => {
                self.code = false;
                vec![Event::End(TagEnd::CodeBlock)]
            }
            Event::TaskListMarker(done) => {
                vec![Event::Text(CowStr::Borrowed(if done { "☑ " } else { "☐ " }))]
            }
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            event => vec![event],
        }
    }

    /// A text with its mentions as links; within code and pictures as names.
    fn text<'a>(&self, text: &str) -> Vec<Event<'a>> {
        if self.code || self.image > 0 {
            return vec![Event::Text(self.plain(text).into())];
        }
        let mut events = Vec::new();
        let mut rest = text;
        while let Some((before, mark, after)) = self.next_mark(rest) {
            events.push(Event::Text(before.to_owned().into()));
            events.push(Event::InlineHtml(mark.html().into()));
            rest = after;
        }
        events.push(Event::Text(rest.to_owned().into()));
        events
    }

    fn plain(&self, text: &str) -> String {
        let mut plain = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, mark, after)) = self.next_mark(rest) {
            plain.push_str(before);
            plain.push_str(&mark.name);
            rest = after;
        }
        plain + rest
    }

    fn next_mark<'t>(&self, text: &'t str) -> Option<(&'t str, &'m Mark, &'t str)> {
        let (before, rest) = text.split_once(OPEN)?;
        let (number, after) = rest.split_once(CLOSE)?;
        let mark = self.marks.get(number.parse::<usize>().ok()?)?;
        Some((before, mark, after))
    }
}

fn lower(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::{H1, H2, H3, H4, H5, H6};
    match level {
        H1 => H3,
        H2 => H4,
        H3 => H5,
        H4 | H5 | H6 => H6,
    }
}

/// Only the mentions of this program lead into it.
fn own_address(url: &str) -> Option<Cow<'_, str>> {
    let own = url.strip_prefix("/stakeholder/").and_then(domain::identifier::parse);
    own.map(|_| Cow::Borrowed(url))
}

/// What may be left of any HTML, whatever has made it.
fn cleaner() -> Builder<'static> {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(TAGS))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Custom(Box::new(own_address)))
        .link_rel(Some("noopener noreferrer nofollow"));
    cleaner
}

#[cfg(test)]
mod tests;
