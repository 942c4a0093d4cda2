//! The notes of a meeting, read by rules alone: what they say about parties, actions and decisions
//! becomes proposals, each with the sentence that says so, for a person to accept or reject.
//!
//! Text goes one way: `block` takes Markdown apart into pieces, `hidden` and `token` make words of a
//! piece, `lexicon` finds names among them, `sentence` parts sentences, and then each of `attendance`,
//! `action`, `decision`, `relation` and `outreach` says what it makes of a line. `hedge` knows why a
//! sentence says nothing. What is not certain is not proposed. `docs/notes.md` tells it in whole.

mod action;
mod attendance;
mod block;
mod date;
mod decision;
mod hedge;
mod hidden;
mod lexicon;
pub mod line;
mod offer;
mod outreach;
mod phrase;
mod proposal;
mod relation;
mod section;
mod sentence;
#[cfg(test)]
mod sets;
mod span;
mod token;
mod verb;

pub use date::Setting;
pub use lexicon::{Entry, Lexicon};
pub use proposal::{
    Attendance, Attendee, Content, Party, Presence, Proposal, ProposalKind, ProposedAction,
    ProposedEnd, ProposedEngagement, ProposedImplementation, ProposedRelationship,
};
pub use span::{Quote, Span};

use crate::refusal::{Refusal, RefusalCode};
use crate::text::optional_paragraph;
use block::{Form, Piece};
use relation::Reading;
use section::Section;
use sentence::{Sentence, sentences};
use span::Ruler;
use token::Token;

/// The longest notes of a meeting, in characters.
pub const NOTES_LIMIT: usize = 100_000;
/// The most that one text proposes: nobody reviews more.
pub const MOST_PROPOSALS: usize = 500;
/// Nobody reads a longer sentence at a glance, in bytes: it proposes nothing.
const LONGEST_SENTENCE: usize = 1_000;
/// As long as a list of attendees may be, in bytes.
const LONGEST_LINE: usize = 10_000;

/// What was found in notes, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Noted {
    /// What they propose.
    pub proposals: Vec<Proposal>,
    /// Whom they mention: `@Name` that the lexicon knows, or `@[Name](id)`.
    pub mentions: Vec<Party>,
}

/// The notes of a meeting as they are stored: trimmed, in Unicode NFC, none when empty.
pub fn parse(text: &str, field: &str) -> Result<Option<String>, Refusal> {
    optional_paragraph(text, field, NOTES_LIMIT)
}

/// Reads notes. Every range is one of this very text, so it should be the stored one.
pub fn read(text: &str, lexicon: &Lexicon, setting: Setting) -> Result<Noted, Refusal> {
    if text.chars().nth(NOTES_LIMIT).is_some() {
        let limit = NOTES_LIMIT.to_string();
        return Err(Refusal::new(RefusalCode::TooLong, "notes").missing(limit));
    }
    let reading = Reading { text, lexicon, setting };
    let ruler = Ruler::new(text);
    let mut noted = Noted::default();
    for piece in block::pieces(text) {
        let tokens = lexicon::with_names(text, lexicon, token::tokens(text, piece.span));
        let is_mention = |token: &&Token| text[token.span.start..].starts_with('@');
        let mentions = tokens.iter().filter(|token| !token.entries().is_empty()).filter(is_mention);
        noted.mentions.extend(mentions.map(|token| reading.party(token, token.entries())));
        for (span, content) in read_piece(reading, &piece, &tokens) {
            if noted.proposals.len() < MOST_PROPOSALS {
                noted.proposals.push(Proposal { quote: ruler.quote(span), content });
            }
        }
    }
    Ok(noted)
}

/// What a piece proposes, with where the sentence stands that says so.
fn read_piece(reading: Reading<'_>, piece: &Piece, tokens: &[Token]) -> Vec<(Span, Content)> {
    let label = section::label(tokens);
    let is_box = matches!(piece.form, Form::OpenBox | Form::TickedBox);
    let section = match (label, is_box) {
        (Some((section, _)), _) => section,
        (None, true) => Section::Actions,
        (None, false) => piece.section,
    };
    let (label, rest) = tokens.split_at(label.map_or(0, |(_, length)| length));
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new() };
    let line = first.span.to(last.span);
    let presence = match section {
        Section::Present => Presence::Present,
        Section::Excused => Presence::Excused,
        Section::Open => return Vec::new(),
        Section::Actions if piece.form == Form::TickedBox => return Vec::new(),
        Section::Plain | Section::Actions | Section::Decisions => {
            return read_sentences(reading, section, label, rest, first.span);
        }
    };
    if line.end - line.start > LONGEST_LINE {
        return Vec::new();
    }
    let lists = attendance::read(reading, rest, presence).into_iter();
    lists.map(|list| (line, Content::Attendance(list))).collect()
}

/// The sentences of a line; a label speaks for the first of them, whose quotation begins with it.
fn read_sentences(
    reading: Reading<'_>,
    section: Section,
    label: &[Token],
    tokens: &[Token],
    begin: Span,
) -> Vec<(Span, Content)> {
    let mut found = Vec::new();
    let mut section = section;
    let mut start = Some(begin);
    for sentence in sentences(tokens) {
        let (Some(first), Some(last)) = (sentence.tokens.first(), sentence.tokens.last()) else {
            continue;
        };
        let span = start.take().unwrap_or(first.span).to(last.span);
        if span.end - span.start <= LONGEST_SENTENCE {
            let contents = read_sentence(reading, section, label, sentence);
            found.extend(contents.into_iter().map(|content| (span, content)));
        }
        section = Section::Plain;
    }
    found
}

fn read_sentence(
    reading: Reading<'_>,
    section: Section,
    label: &[Token],
    sentence: Sentence<'_>,
) -> Vec<Content> {
    let Sentence { tokens, is_question } = sentence;
    let one = |content: Option<Content>| content.into_iter().collect();
    match section {
        Section::Actions => {
            return one(action::labelled(reading, label, tokens).map(Content::Action));
        }
        Section::Decisions => {
            return one(decision::labelled(reading.text, tokens).map(Content::Decision));
        }
        _ if is_question => return Vec::new(),
        _ => {}
    }
    if let Some(decision) = decision::told(reading.text, tokens) {
        return vec![Content::Decision(decision)];
    }
    let mut contents = outreach::read(reading, sentence);
    contents.extend(offer::read(reading, tokens));
    contents.extend(relation::read(reading, sentence));
    contents.extend(action::implied(reading, tokens).map(Content::Action));
    let mut distinct: Vec<Content> = Vec::with_capacity(contents.len());
    for content in contents {
        if !distinct.contains(&content) {
            distinct.push(content);
        }
    }
    distinct
}

#[cfg(test)]
mod tests;
