//! Phrases of several words, found in the time that reading them takes, however many there are.

use std::collections::HashMap;

/// Many phrases, each with what it means, as one tree of words.
#[derive(Clone, Debug)]
pub(super) struct Phrases<T> {
    nodes: Vec<Node<T>>,
}

#[derive(Clone, Debug)]
struct Node<T> {
    next: HashMap<Box<str>, usize>,
    meanings: Vec<T>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { nodes: vec![Node { next: HashMap::new(), meanings: Vec::new() }] }
    }
}

impl<T> Phrases<T> {
    /// Adds one phrase; the same phrase may have several meanings.
    pub(super) fn insert<'a>(&mut self, words: impl IntoIterator<Item = &'a str>, meaning: T) {
        let mut at = 0;
        for word in words {
            at = match self.nodes[at].next.get(word) {
                Some(next) => *next,
                None => {
                    let next = self.nodes.len();
                    self.nodes.push(Node { next: HashMap::new(), meanings: Vec::new() });
                    self.nodes[at].next.insert(word.into(), next);
                    next
                }
            };
        }
        if at != 0 {
            self.nodes[at].meanings.push(meaning);
        }
    }

    /// Every phrase that these words begin with, the shortest first: its length and its meanings.
    pub(super) fn beginning<'a>(
        &self,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Vec<(usize, &[T])> {
        let mut found = Vec::new();
        let mut at = 0;
        for (place, word) in words.into_iter().enumerate() {
            match self.nodes[at].next.get(word) {
                Some(next) => at = *next,
                None => break,
            }
            if !self.nodes[at].meanings.is_empty() {
                found.push((place + 1, &self.nodes[at].meanings[..]));
            }
        }
        found
    }

    /// The longest phrase that these words begin with.
    pub(super) fn longest<'a>(
        &self,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<(usize, &[T])> {
        self.beginning(words).pop()
    }
}

impl<T: Clone> Phrases<T> {
    /// Adds every phrase of a pattern: words apart by spaces, alternatives by `|`, `-` for no word.
    pub(super) fn insert_pattern(&mut self, pattern: &str, meaning: &T) {
        for phrase in expand(pattern) {
            self.insert(phrase, meaning.clone());
        }
    }

    /// All the phrases of a table whose rows have one meaning and several patterns.
    pub(super) fn of(table: &[(T, &[&str])]) -> Self {
        let mut phrases = Self::default();
        for (meaning, patterns) in table {
            for pattern in *patterns {
                phrases.insert_pattern(pattern, meaning);
            }
        }
        phrases
    }
}

/// Every phrase that a pattern stands for.
fn expand(pattern: &str) -> Vec<Vec<&str>> {
    let mut phrases = vec![Vec::new()];
    for place in pattern.split_whitespace() {
        phrases = phrases
            .into_iter()
            .flat_map(|phrase| {
                place.split('|').map(move |word| {
                    let mut longer = phrase.clone();
                    longer.extend((word != "-").then_some(word));
                    longer
                })
            })
            .collect();
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pattern is short for all its phrases, and the longest of them is found.
    #[test]
    fn patterns_expand() {
        let phrases = Phrases::of(&[(1, &["is|are also|- funded by"]), (2, &["is"])]);
        let check = |text: &str, expected: Option<(usize, i32)>| {
            let found = phrases.longest(text.split(' '));
            assert_eq!(found.map(|(length, meanings)| (length, meanings[0])), expected, "{text}");
        };
        check("are funded by us", Some((3, 1)));
        check("is also funded by", Some((4, 1)));
        check("is also funded", Some((1, 2)));
        check("funded by", None);
    }
}
