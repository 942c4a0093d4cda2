//! Sentences that say that parties are, will be, or no longer are in a relationship.

mod parties;
mod statement;
mod when;

use super::date::Setting;
use super::hedge::{Hedge, hedges};
use super::lexicon::Lexicon;
use super::phrase::Phrases;
use super::proposal::{Content, Party};
use super::sentence::Sentence;
use super::token::{Token, phrase_words};
use super::verb::{Tense, Verb, verbs};
use crate::stakeholder::StakeholderKind;
use statement::Statement;
use std::sync::LazyLock;
use when::When;

/// What all sentences of one text are read with.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    pub(super) setting: Setting,
}

/// Words that say how, and never whether; a verb may have them in its middle.
#[rustfmt::skip]
const ADVERBS: &[((), &[&str])] = &[
    ((), &[
        "also", "already", "now", "currently", "still", "jointly", "directly", "officially", "formally",
        "actively", "mainly", "partly", "partially", "fully", "generously", "successfully", "recently",
        "again", "together", "therefore", "thus", "both", "since then", "to date", "at present", "indeed",
        "finally", "today", "regularly", "in addition", "newly", "just", "as well", "proudly", "technically",
        "closely", "aussi", "egalement", "actuellement", "deja", "desormais", "maintenant", "toujours",
        "encore", "conjointement", "directement", "officiellement", "principalement", "partiellement",
        "entierement", "activement", "recemment", "par ailleurs", "en outre", "a ce jour", "ensemble", "donc",
        "enfin", "notamment", "bien", "regulierement", "aujourd' hui", "techniquement", "remotely", "on site",
        "in the field", "on the ground", "every|each day|week|month|quarter|year",
        "once|twice a month|quarter|year", "in turn", "weekly|monthly|quarterly|yearly", "a distance",
        "sur place", "sur le terrain", "chaque semaine|mois|trimestre|annee|an",
        "tous les mois|jours|trimestres|ans", "toutes les semaines", "a son tour", "depuis peu", "a nouveau",
        "sous peu", "etroitement",
    ]),
];

/// Words that part a sentence into clauses, each of which is doubted for itself.
#[rustfmt::skip]
const PARTINGS: &[((), &[&str])] = &[
    ((), &[
        "but", "however", "whereas", "although", "though", "mais", "cependant", "toutefois", "tandis que|qu'",
        "alors que|qu'", "bien que|qu'",
    ]),
];

static ADVERB_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(ADVERBS));
static PARTING_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(PARTINGS));

/// Everything that a sentence states about relationships.
pub(super) fn read(reading: Reading<'_>, sentence: Sentence<'_>) -> Vec<Content> {
    let found = hedges(reading.text, sentence.tokens);
    let doubts_all = |hedge: &Hedge| matches!(hedge, Hedge::Hearsay | Hedge::Condition);
    if sentence.is_question || found.iter().any(|(_, _, hedge)| doubts_all(hedge)) {
        return Vec::new();
    }
    let mut contents = Vec::new();
    for clause in clauses(sentence.tokens) {
        contents.extend(read_clause(reading, &clause));
    }
    contents
}

/// The clauses of a sentence, without the words that only say how.
fn clauses(tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut clauses = vec![Vec::new()];
    let mut at = 0;
    while at < tokens.len() {
        let words = || phrase_words(&tokens[at..]);
        if let Some((length, _)) = PARTING_PHRASES.longest(words()) {
            clauses.push(Vec::new());
            at += length;
        } else if let Some((length, _)) = ADVERB_PHRASES.longest(words()) {
            at += length;
        } else {
            if let Some(clause) = clauses.last_mut() {
                clause.push(tokens[at].clone());
            }
            at += 1;
        }
    }
    clauses
}

fn read_clause(reading: Reading<'_>, clause: &[Token]) -> Vec<Content> {
    let verbs = verbs(clause);
    let within = |place: usize| {
        verbs.iter().any(|verb| {
            verb.meaning.tense == Tense::Ends && (verb.start..verb.end).contains(&place)
        })
    };
    let mut doubts = hedges(reading.text, clause).into_iter();
    if verbs.is_empty()
        || doubts.any(|(at, _, _)| !within(at))
        || parties::is_speech(reading, clause)
    {
        return Vec::new();
    }
    let mut contents = Vec::new();
    let mut before: Vec<usize> = Vec::new();
    for (place, verb) in verbs.iter().enumerate() {
        let floor = place.checked_sub(1).map_or(0, |last| verbs[last].end);
        let named = parties::before(clause, verb, floor);
        let is_resumed = place > 0
            && parties::is_aside(clause, verbs[place - 1].start)
            && parties::is_aside(clause, verb.start)
            && verb.start > floor;
        let subjects = match named {
            Some(subjects) => subjects,
            None if is_resumed || parties::goes_on(clause, floor, verb.start) => before.clone(),
            None => Vec::new(),
        };
        let last = last_joined(clause, &verbs, place);
        let next = verbs.get(last + 1).map(|next| next.start);
        let objects = parties::after(clause, verbs[last].end, next, reading.setting);
        let when = when_of(clause, &verbs, last, reading.setting);
        if let Some(objects) = objects.filter(|_| !subjects.is_empty()) {
            let statement = Statement {
                reading,
                clause,
                verb: *verb,
                when,
                subjects: &subjects,
                objects: &objects,
            };
            contents.extend(statement.contents());
        }
        before = subjects;
    }
    contents
}

/// The last of the verbs that are joined with this one and share its objects: `develops and hosts`.
fn last_joined(clause: &[Token], verbs: &[Verb], place: usize) -> usize {
    let mut last = place;
    while let Some(next) = verbs.get(last + 1) {
        let between = &clause[verbs[last].end..next.start];
        let is_joined = matches!(between, [and] if and.is_of(parties::AND));
        let is_alike = next.meaning.order == verbs[place].meaning.order;
        if !is_joined || !is_alike || last > place + 3 {
            break;
        }
        last += 1;
    }
    last
}

/// What a verb's own part of the clause says about time, else what stands before all verbs.
fn when_of(clause: &[Token], verbs: &[Verb], last: usize, setting: Setting) -> When {
    let end = verbs.get(last + 1).map_or(clause.len(), |next| next.start);
    let own = when::read(&clause[verbs[last].end..end], setting);
    let opening = || when::read(&clause[..verbs[0].start], setting);
    if own == When::default() { opening() } else { own }
}

impl Reading<'_> {
    /// A name with whom it may mean.
    pub(super) fn party(self, token: &Token, entries: &[usize]) -> Party {
        let country = entries.iter().find_map(|place| {
            let known = self.lexicon.known(*place);
            known.country.filter(|_| known.kind == StakeholderKind::Place)
        });
        Party {
            text: token.span.of(self.text).to_owned(),
            span: token.span,
            candidates: entries.iter().filter_map(|place| self.lexicon.end(*place)).collect(),
            country,
        }
    }
}
