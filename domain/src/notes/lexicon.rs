//! The names that notes are read with: prepared once, then each word is looked at once.

use super::phrase::Phrases;
use super::span::Span;
use super::token::{Form, Token, name_tokens, phrase_words};
use crate::country::Country;
use crate::identifier::{StakeholderId, parse_stakeholder};
use crate::relationship::End;
use crate::stakeholder::StakeholderKind;
use crate::vocabulary::Tongue;
use std::collections::HashMap;

/// A stakeholder as notes may name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Who.
    pub id: StakeholderId,
    /// What it is.
    pub kind: StakeholderKind,
    /// Its names in both languages, its acronym and its aliases.
    pub names: Vec<String>,
    /// Which country a place is, or an implementation is in.
    pub country: Option<Country>,
    /// What an implementation puts to use.
    pub goods: Vec<StakeholderId>,
}

/// Who may be named, and under which names.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    known: Vec<Known>,
    names: Phrases<(usize, Spelling)>,
    by_id: HashMap<StakeholderId, usize>,
}

/// A stakeholder, or a country that is no stakeholder yet.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: Option<StakeholderId>,
    pub(super) kind: StakeholderKind,
    pub(super) country: Option<Country>,
    goods: Vec<StakeholderId>,
}

/// How a name must be written to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    /// In capitals, because in small letters it may be a word: WHO, PATH, ARC.
    Capitals,
    /// With its first letter a capital: Gates, Baobab.
    Capital,
    /// In any way: openIMIS, Last Mile Health.
    Any,
}

/// The most entries that one name may have before it says nothing.
const CANDIDATES: usize = 4;
/// Words that names begin with and that people leave out.
const ARTICLES: [&str; 5] = ["the", "le", "la", "les", "l'"];

/// Names of places that are everyday words of the other language too: une réunion is a meeting.
const WORDS: [&str; 1] = ["reunion"];

impl Lexicon {
    /// Prepares the names. All countries are known by their names in both languages, whether or
    /// not one of the entries is their place.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut lexicon = Self::default();
        let mut places = HashMap::new();
        for entry in entries {
            let place = lexicon.known.len();
            if entry.kind == StakeholderKind::Place
                && let Some(country) = entry.country
            {
                places.entry(country).or_insert(place);
            }
            lexicon.by_id.insert(entry.id, place);
            lexicon.known.push(Known {
                id: Some(entry.id),
                kind: entry.kind,
                country: entry.country,
                goods: entry.goods,
            });
            for name in &entry.names {
                lexicon.add(name, place, Spelling::of(name));
            }
        }
        lexicon.add_countries(&places);
        lexicon
    }

    fn add_countries(&mut self, places: &HashMap<Country, usize>) {
        for country in Country::all() {
            let place = places.get(&country).copied().unwrap_or_else(|| {
                let kind = StakeholderKind::Place;
                let known = Known { id: None, kind, country: Some(country), goods: Vec::new() };
                self.known.push(known);
                self.known.len() - 1
            });
            for tongue in [Tongue::En, Tongue::Fr] {
                self.add(country.name(tongue), place, Spelling::Capital);
            }
            for name in country.other_names() {
                let is_acronym = name.len() <= 3;
                let spelling = if is_acronym { Spelling::Capitals } else { Spelling::Capital };
                self.add(name, place, spelling);
            }
        }
    }

    fn add(&mut self, name: &str, place: usize, spelling: Spelling) {
        let tokens = name_tokens(name);
        let article = usize::from(tokens.len() > 1 && tokens[0].is_of(&ARTICLES));
        let words = &tokens[article..];
        let is_word = matches!(words, [word] if word.is_of(&WORDS));
        if is_word || words.iter().map(|token| token.word.len()).sum::<usize>() < 2 {
            return;
        }
        let known = self.names.beginning(phrase_words(words));
        let is_new = known.last().is_none_or(|(length, meanings)| {
            let is_crowded = meanings.len() > CANDIDATES;
            let is_there = meanings.iter().any(|(other, _)| *other == place);
            *length < words.len() || !(is_crowded || is_there)
        });
        if is_new {
            self.names.insert(phrase_words(words), (place, spelling));
        }
    }

    pub(super) fn known(&self, place: usize) -> &Known {
        &self.known[place]
    }

    pub(super) fn end(&self, place: usize) -> Option<End> {
        let known = &self.known[place];
        known.id.map(|id| End { id, kind: known.kind })
    }

    /// Where the stakeholder with this id stands.
    pub(super) fn place(&self, id: StakeholderId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    /// The implementation of a good in a country, if exactly one is known.
    pub(super) fn implementation(&self, good: StakeholderId, country: Country) -> Option<usize> {
        let is_it = |known: &Known| {
            known.kind == StakeholderKind::Implementation
                && known.country == Some(country)
                && known.goods.contains(&good)
        };
        let mut places = (0..self.known.len()).filter(|place| is_it(&self.known[*place]));
        places.next().filter(|_| places.next().is_none())
    }

    /// The longest name that these tokens begin with: how many tokens, and whose it is. What is
    /// marked as a name (`@who`) may be written in any way.
    pub(super) fn longest(
        &self,
        text: &str,
        tokens: &[Token],
        is_marked: bool,
    ) -> Option<(usize, Vec<usize>)> {
        let found = self.names.beginning(phrase_words(tokens));
        found.into_iter().rev().find_map(|(length, meanings)| {
            let written = tokens[0].span.to(tokens[length - 1].span).of(text);
            let mut places: Vec<usize> = meanings
                .iter()
                .filter(|(_, spelling)| is_marked || spelling.allows(written))
                .map(|(place, _)| *place)
                .collect();
            places.dedup();
            (1..=CANDIDATES).contains(&places.len()).then_some((length, places))
        })
    }
}

impl Spelling {
    fn of(name: &str) -> Self {
        let name = name.trim();
        let letters = || name.chars().filter(|c| c.is_alphabetic());
        let is_one_word = !name.contains(char::is_whitespace);
        let begins_small = letters().next().is_some_and(char::is_lowercase);
        match is_one_word {
            true if !letters().any(char::is_lowercase) => Self::Capitals,
            true if !begins_small && letters().skip(1).all(char::is_lowercase) => Self::Capital,
            _ => Self::Any,
        }
    }

    fn allows(self, written: &str) -> bool {
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        match self {
            Self::Capitals => !letters.any(char::is_lowercase),
            Self::Capital => letters.next().is_none_or(|c| !c.is_lowercase()),
            Self::Any => true,
        }
    }
}

/// The same tokens with every name as one token, longest names first.
pub(super) fn with_names(text: &str, lexicon: &Lexicon, tokens: Vec<Token>) -> Vec<Token> {
    let mut named = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let is_at_sign = token.word == "@" && token.form == Form::Mark && begins_word(text, token);
        let first = at + usize::from(is_at_sign);
        let found = match token.form {
            Form::Word | Form::Number => lexicon.longest(text, &tokens[at..], false),
            Form::Mark if is_at_sign => lexicon.longest(text, &tokens[first..], true),
            Form::Mention(id) => mentioned(text, lexicon, id).map(|place| (1, vec![place])),
            _ => None,
        };
        let Some((length, entries)) = found else {
            named.push(token.clone());
            at += 1;
            continue;
        };
        let last = &tokens[first + length - 1];
        let words: Vec<_> = phrase_words(&tokens[first..first + length]).collect();
        let word = if is_at_sign { format!("@{}", words.join(" ")) } else { words.join(" ") };
        named.push(Token { span: token.span.to(last.span), form: Form::Name(entries), word });
        at = first + length;
    }
    named
}

fn begins_word(text: &str, token: &Token) -> bool {
    !text[..token.span.start].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Whom `@[Name](id)` names: the id decides, whatever the name says.
fn mentioned(text: &str, lexicon: &Lexicon, id: Span) -> Option<usize> {
    parse_stakeholder(id.of(text), "id").ok().and_then(|id| lexicon.place(id))
}
