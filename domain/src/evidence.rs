//! Where a fact came from: sources, and the places in them that support or dispute something.

use crate::interval::DatePoint;
use crate::refusal::{Refusal, Refusals};
use crate::text::{
    LINE_LIMIT, NAME_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph, parse_line,
    parse_url,
};
use crate::vocabulary;

vocabulary! {
    /// Whether a piece of evidence speaks for or against what it is about.
    pub enum Stance {
        /// For.
        Supports = "SUPPORTS", "supports" | "appuie";
        /// Against.
        Disputes = "DISPUTES", "disputes" | "contredit";
    }
}

vocabulary! {
    /// What kind of thing a source is.
    pub enum SourceKind {
        /// A document with pages or lines.
        Document = "DOCUMENT", "document" | "document";
        /// A page of the web.
        WebPage = "WEB_PAGE", "web page" | "page web";
        /// A meeting.
        Meeting = "MEETING", "meeting" | "réunion";
        /// A registry or data set.
        Dataset = "DATASET", "data set" | "jeu de données";
        /// A letter, e-mail or call.
        Message = "MESSAGE", "message" | "message";
    }
}

/// What a person typed for a source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceDraft {
    /// What kind of thing it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// When it was published, as far as known.
    pub published_on: String,
    /// Under which licence.
    pub licence: String,
    /// Which state of it is meant, when it changes.
    pub revision_tag: String,
}

/// A source's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFacts {
    /// What kind of thing it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// When it was published, as far as known.
    pub published_on: Option<DatePoint>,
    /// Under which licence.
    pub licence: Option<String>,
    /// Which state of it is meant, when it changes.
    pub revision_tag: Option<String>,
}

impl SourceDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<SourceFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let title = refusals.take(parse_line(&self.title, "title", NAME_LIMIT));
        let url = refusals.take(parse_url(&self.url, "url")).flatten();
        let published_on = refusals.take(parse_date(&self.published_on, "publishedOn")).flatten();
        let licence = refusals.take(optional_line(&self.licence, "licence", NAME_LIMIT)).flatten();
        let revision_tag =
            refusals.take(optional_line(&self.revision_tag, "revisionTag", NAME_LIMIT)).flatten();
        let kind = self.kind;
        let facts = title.map(|title| SourceFacts {
            kind,
            title,
            url,
            published_on,
            licence,
            revision_tag,
        });
        refusals.finish(facts)
    }
}

/// What a person typed for a piece of evidence; what it is about and its source are found before.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceDraft {
    /// For or against.
    pub stance: Stance,
    /// Where in the source: line, page, minute.
    pub locator: String,
    /// What it says, in a few words of one's own.
    pub note: String,
    /// When it was said, as far as known.
    pub asserted_on: String,
}

/// The facts of a piece of evidence, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFacts {
    /// For or against.
    pub stance: Stance,
    /// Where in the source.
    pub locator: Option<String>,
    /// What it says.
    pub note: Option<String>,
    /// When it was said.
    pub asserted_on: Option<DatePoint>,
}

impl EvidenceDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<EvidenceFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let locator = refusals.take(optional_line(&self.locator, "locator", LINE_LIMIT));
        let note = refusals.take(optional_paragraph(&self.note, "note", PARAGRAPH_LIMIT));
        let asserted_on = refusals.take(parse_date(&self.asserted_on, "assertedOn"));
        let stance = self.stance;
        let facts = match (locator, note, asserted_on) {
            (Some(locator), Some(note), Some(asserted_on)) => {
                Some(EvidenceFacts { stance, locator, note, asserted_on })
            }
            _ => None,
        };
        refusals.finish(facts)
    }
}

fn parse_date(text: &str, field: &str) -> Result<Option<DatePoint>, Refusal> {
    if text.trim().is_empty() { Ok(None) } else { DatePoint::parse(text, field).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::RefusalCode;

    /// A source has a title, and its address is a web address.
    #[test]
    fn a_source_has_a_title() {
        let draft = SourceDraft {
            kind: SourceKind::Document,
            title: " ".into(),
            url: "not an address".into(),
            published_on: "2018-12-13".into(),
            licence: String::new(),
            revision_tag: String::new(),
        };
        let refusals = draft.clone().parse().unwrap_err();
        let told: Vec<_> = refusals.iter().map(|r| (r.field.as_str(), r.code)).collect();
        assert_eq!(told, [("title", RefusalCode::Required), ("url", RefusalCode::MalformedUrl)]);
        let facts =
            SourceDraft { title: "Notes".into(), url: String::new(), ..draft }.parse().unwrap();
        assert_eq!(facts.published_on.unwrap().to_string(), "2018-12-13");
    }
}
