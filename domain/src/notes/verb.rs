//! Which words say that one party does something to another: verbs in all their forms, and phrases.

mod table;

use super::phrase::Phrases;
use super::token::{Token, phrase_words};
use crate::relationship::RelationshipKind;
use crate::stakeholder::ImplementationStage;
use std::sync::LazyLock;

/// What a phrase between two names says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// What is said; the first that may join the two kinds of stakeholder counts.
    pub(super) says: &'static [Says],
    /// Which of the two names comes first.
    pub(super) order: Order,
    /// When it is so.
    pub(super) tense: Tense,
}

/// One thing that a phrase may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// A relationship of this kind.
    Joins(RelationshipKind),
    /// That a good is at work somewhere.
    Deployment(Option<ImplementationStage>),
}

/// Which end of the relationship is named first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The source: X funds Y.
    SourceFirst,
    /// The target: Y is funded by X.
    TargetFirst,
}

/// When something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It is so now.
    Holds,
    /// It is so now when a start is named, else it was: `has funded`.
    Perfect,
    /// It begins, or has begun, on the date named.
    Begins,
    /// It was so.
    Past,
    /// It ends, or has ended.
    Ends,
}

/// The forms of an English verb; alternatives by `|`.
pub(super) struct EnglishVerb {
    says: &'static [Says],
    base: &'static str,
    third: &'static str,
    gerund: &'static str,
    past: &'static str,
    /// What follows the verb, before its object.
    particle: &'static str,
}

/// The forms of a French verb, folded; alternatives by `|`.
pub(super) struct FrenchVerb {
    says: &'static [Says],
    infinitive: &'static str,
    present: &'static str,
    participle: &'static str,
    future: &'static str,
    particle: &'static str,
}

use Order::{SourceFirst, TargetFirst};
use Tense::{Begins, Ends, Holds, Past, Perfect};

/// What becomes of an English verb. `B` base, `T` third person and base, `G` gerund, `P` past.
const ENGLISH: &[(Order, Tense, &[&str])] = &[
    (
        SourceFirst,
        Holds,
        &["T", "is|are G", "has|have been G", "continues|continue to B", "continues|continue G"],
    ),
    (SourceFirst, Perfect, &["has|have P"]),
    (
        SourceFirst,
        Begins,
        &[
            "will B",
            "will be G",
            "will continue to B",
            "'ll B",
            "is|are going to B",
            "will start|begin G",
            "will start|begin to B",
            "started|began|starts|begins G",
            "started|began|starts|begins to B",
            "has|have started|begun G",
            "has|have started|begun to B",
        ],
    ),
    (SourceFirst, Past, &["P"]),
    (
        SourceFirst,
        Ends,
        &[
            "stopped|stops|stop|ceased|ceases G",
            "has|have stopped|ceased G",
            "will stop|cease G",
            "ceased|ceases to B",
            "has|have ceased to B",
            "will cease to B",
            "no longer T",
            "is|are no longer G",
            "will no longer B",
            "is|are stopping G",
            "quit G",
        ],
    ),
    (
        TargetFirst,
        Holds,
        &["is|are P by", "is|are being P by", "P by", "continues|continue to be P by"],
    ),
    (TargetFirst, Perfect, &["has|have been P by"]),
    (TargetFirst, Begins, &["will be P by", "will continue to be P by", "is|are going to be P by"]),
    (TargetFirst, Past, &["was|were P by"]),
    (
        TargetFirst,
        Ends,
        &[
            "is|are no longer P by",
            "will no longer be P by",
            "stopped|ceased being P by",
            "ceased|ceases to be P by",
        ],
    ),
];

/// What becomes of a French verb. `I` infinitive, `T` present, `P` participle, `F` future.
const FRENCH: &[(Order, Tense, &[&str])] = &[
    (SourceFirst, Holds, &["T", "continue|continuent de|d'|a I"]),
    (
        SourceFirst,
        Begins,
        &[
            "F",
            "va|vont I",
            "commence|commencent a I",
            "a|ont commence a I",
            "commencera|commenceront a I",
            "continuera|continueront de|d'|a I",
        ],
    ),
    (SourceFirst, Perfect, &["a|ont P"]),
    (
        SourceFirst,
        Ends,
        &[
            "ne|n' T plus",
            "ne|n' F plus",
            "a|ont cesse|arrete de|d' I",
            "cesse|cessent|arrete|arretent de|d' I",
            "cessera|cesseront|arretera|arreteront de|d' I",
            "va|vont cesser|arreter de|d' I",
        ],
    ),
    (TargetFirst, Holds, &["est|sont P par", "P par"]),
    (TargetFirst, Perfect, &["a|ont ete P par"]),
    (TargetFirst, Begins, &["sera|seront P par", "va|vont etre P par"]),
    (TargetFirst, Past, &["etait|etaient|fut|furent P par"]),
    (TargetFirst, Ends, &["n' est plus P par", "ne sont plus P par", "ne sera|seront plus P par"]),
];

static PHRASES: LazyLock<Phrases<Meaning>> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    for verb in table::ENGLISH_VERBS {
        for present in [verb.third, verb.base] {
            let forms = [("B", verb.base), ("T", present), ("G", verb.gerund), ("P", verb.past)];
            add_forms(&mut phrases, verb.says, ENGLISH, &forms, verb.particle);
        }
    }
    for verb in table::FRENCH_VERBS {
        let forms = [
            ("I", verb.infinitive),
            ("T", verb.present),
            ("P", verb.participle),
            ("F", verb.future),
        ];
        add_forms(&mut phrases, verb.says, FRENCH, &forms, verb.particle);
    }
    for (says, order, tense, patterns) in table::SET_PHRASES {
        for pattern in *patterns {
            phrases.insert_pattern(pattern, &Meaning { says, order: *order, tense: *tense });
        }
    }
    phrases
});

/// The particle stands at the end, or before the `by` and `par` of a passive: `is paid for by`.
fn add_forms(
    phrases: &mut Phrases<Meaning>,
    says: &'static [Says],
    constructions: &[(Order, Tense, &[&str])],
    forms: &[(&str, &str)],
    particle: &str,
) {
    for (order, tense, patterns) in constructions {
        for pattern in *patterns {
            let mut words: Vec<&str> = pattern.split(' ').collect();
            for word in &mut words {
                *word = forms.iter().find(|(name, _)| name == word).map_or(*word, |(_, form)| form);
            }
            let last = words.len() - usize::from(*order == TargetFirst);
            words.insert(last, particle);
            let pattern = words.join(" ");
            phrases.insert_pattern(&pattern, &Meaning { says, order: *order, tense: *tense });
        }
    }
}

/// A phrase that was found among tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) meaning: Meaning,
}

/// The phrases among some tokens, the longest first where several begin.
pub(super) fn verbs(tokens: &[Token]) -> Vec<Verb> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match PHRASES.longest(phrase_words(&tokens[at..])) {
            Some((length, meanings)) => {
                found.push(Verb { start: at, end: at + length, meaning: meanings[0] });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::token::name_tokens;

    /// Every form of a verb is known, with its direction and its tense.
    #[test]
    fn forms_are_known() {
        let check = |text: &str, order, tense| {
            let verbs = verbs(&name_tokens(text));
            assert_eq!(verbs.len(), 1, "{text}");
            assert_eq!((verbs[0].meaning.order, verbs[0].meaning.tense), (order, tense), "{text}");
            assert_eq!(verbs[0].end, name_tokens(text).len(), "{text}");
        };
        check("is no longer funded by", TargetFirst, Ends);
        check("has been training", SourceFirst, Holds);
        check("ne finance plus", SourceFirst, Ends);
        check("a été mis en œuvre par", TargetFirst, Perfect);
        check("mettra en œuvre", SourceFirst, Begins);
        check("n’est plus membre de", SourceFirst, Ends);
        check("hébergé par", TargetFirst, Holds);
        check("cofinancera", SourceFirst, Begins);
    }
}
