//! Sentences that say whom to talk with, and for which objective.

use super::hedge::{Hedge, hedges};
use super::phrase::Phrases;
use super::proposal::{Content, ProposedEngagement};
use super::relation::Reading;
use super::sentence::Sentence;
use super::token::{Form, Token, phrase_words};
use crate::engagement::Objective::{
    self, AcademicKnowhow, Advocacy, BidPartner, Capacity, ClarifyMandate, CoFund, DataSharing,
    FrancophoneGrowth, Fund, Implement, Interoperability, LocalSupport, PolicyMediation,
    TeachingTesting, UserVoice,
};
use crate::stakeholder::StakeholderKind;
use std::sync::LazyLock;

/// What one does to begin a conversation.
#[rustfmt::skip]
const VERBS: &[((), &[&str])] = &[
    ((), &[
        "approach", "contact", "engage with|-", "reach out to", "get in touch with", "talk|speak to|with",
        "involve", "bring in", "approaching", "contacting", "approcher", "contacter", "solliciter",
        "prendre contact avec", "se rapprocher de|d'|du", "s' adresser a|au", "impliquer", "associer",
        "approchons", "contactons", "sollicitons",
    ]),
];

/// Words between the party and the objective.
#[rustfmt::skip]
const FORS: &[((), &[&str])] = &[
    ((), &[
        "for", "about", "on", "regarding", "concerning", "as a|an|- partner for|in|on", "with a view to",
        "to discuss", "pour", "sur", "au sujet de|du|d'", "a propos de|du|d'", "concernant",
        "en vue de|du|d'|des", "autour de|du|d'",
    ]),
];

/// Words that say an objective without doubt.
#[rustfmt::skip]
const OBJECTIVES: &[(Objective, &[&str])] = &[
    (Fund, &["core|- funding", "financial support", "un|le|- financement|appui financier"]),
    (CoFund, &[
        "co funding|financing", "cofunding|cofinancing", "un|le|- cofinancement", "un|le|- co financement",
    ]),
    (Implement, &["implementation|deployment|rollout", "la|une|- mise en oeuvre", "le|- deploiement"]),
    (LocalSupport, &[
        "local|in support", "local user support", "l'|un|- appui|soutien|support local", "in country support",
    ]),
    (Capacity, &[
        "capacity building|development|strengthening", "training", "le|- renforcement des|de capacites",
        "la|une|- formation",
    ]),
    (AcademicKnowhow, &[
        "academic|medical|research know how", "academic|research expertise|collaboration",
        "le|- savoir universitaire", "l'|- expertise universitaire",
    ]),
    (TeachingTesting, &[
        "teaching and|& testing", "teaching|testing", "l'|- enseignement et|- tests|-", "les tests",
    ]),
    (PolicyMediation, &[
        "policy mediation|advice|dialogue|level|work", "mediation to policy makers",
        "la|une|- mediation politique", "le|- dialogue politique",
    ]),
    (FrancophoneGrowth, &[
        "francophone growth|outreach|expansion|countries", "growth in french speaking countries",
        "growth in francophone africa|countries", "french speaking countries|growth",
        "the|- french translation|version of|-", "la|- croissance francophone",
        "le|- developpement francophone", "les pays francophones", "l' expansion francophone",
        "l' ouverture francophone",
    ]),
    (UserVoice, &[
        "user voice|feedback", "the voice of users", "la voix|parole des utilisateurs",
        "les retours des utilisateurs",
    ]),
    (Interoperability, &["interoperability", "l'|- interoperabilite"]),
    (Advocacy, &["advocacy", "le|un|- plaidoyer"]),
    (BidPartner, &[
        "a|the joint|common|- bid", "bid partnership", "bidding together", "une|l'|- offre commune|conjointe",
        "un|le|- partenariat d' offre",
    ]),
    (DataSharing, &["data sharing|exchange", "sharing data", "le|- partage|echange de|des donnees"]),
    (ClarifyMandate, &[
        "its|their|the|- mandate|role", "clarifying its|their|the mandate|role",
        "clarification of its|their|the mandate|role", "son|leur mandat|role",
        "la clarification de son|leur mandat|role", "clarifier son|leur|le mandat|role",
    ]),
];

/// Words that an intention begins with.
#[rustfmt::skip]
const INTENT: [&str; 34] = [
    "we", "should", "to", "must", "will", "let", "'s", "need", "needs", "team", "the", "agreed", "decided",
    "next", "step", "steps", "also", "then", "and", "il", "faut", "faudra", "nous", "devons", "on", "doit",
    "va", "allons", "puis", "d'", "aussi", "community", "please", "follow",
];
/// What may follow an objective that was said whole.
#[rustfmt::skip]
const FOLLOWERS: [&str; 20] = [
    "in", "with", "and", "at", "by", "before", "during", "for", "of", "as", "en", "au", "avec", "et", "dans",
    "pour", "avant", "d'", "a", "of",
];

static VERB_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(VERBS));
static FOR_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(FORS));
static OBJECTIVE_PHRASES: LazyLock<Phrases<Objective>> = LazyLock::new(|| Phrases::of(OBJECTIVES));

/// The conversations that a sentence says should begin. Somebody else's intention is none of ours,
/// and an objective in other words than those above is not guessed.
pub(super) fn read(reading: Reading<'_>, sentence: Sentence<'_>) -> Vec<Content> {
    let tokens = sentence.tokens;
    let is_ours = |hedge: &Hedge| *hedge == Hedge::Duty;
    let found = hedges(reading.text, tokens);
    if sentence.is_question || found.iter().any(|(_, _, hedge)| !is_ours(hedge)) {
        return Vec::new();
    }
    let begins = |token: &&Token| token.is_of(&INTENT) || token.form == Form::Mark;
    let intent = tokens.iter().take_while(begins).count();
    let Some((length, _)) = VERB_PHRASES.longest(phrase_words(&tokens[intent..])) else {
        return Vec::new();
    };
    let mut at = intent + length;
    let mut parties = Vec::new();
    while let Some(token) = tokens.get(at) {
        match token.entries() {
            [] if token.is_of(&["and", "et", ",", "&", "the", "le", "la", "l'"]) => {}
            [] => break,
            entries => parties.push((token, entries)),
        }
        at += 1;
    }
    let objective = objective(&tokens[at..]);
    let is_party = |place: &usize| {
        let kind = reading.lexicon.known(*place).kind;
        !matches!(kind, StakeholderKind::Place | StakeholderKind::GlobalGood)
    };
    let mut contents = Vec::new();
    for (token, entries) in parties {
        let entries: Vec<usize> = entries.iter().copied().filter(is_party).collect();
        if let Some(objective) = objective.filter(|_| !entries.is_empty()) {
            let party = reading.party(token, &entries);
            contents.push(Content::Engagement(ProposedEngagement { party, objective }));
        }
    }
    contents
}

fn objective(tokens: &[Token]) -> Option<Objective> {
    let (length, _) = FOR_PHRASES.longest(phrase_words(tokens))?;
    let skipped = usize::from(
        tokens.get(length).is_some_and(|token| token.is_of(&["the", "our", "notre", "some"])),
    );
    let rest = &tokens[length + skipped..];
    let (taken, objectives) = OBJECTIVE_PHRASES
        .longest(phrase_words(rest))
        .or_else(|| OBJECTIVE_PHRASES.longest(phrase_words(&tokens[length..])))?;
    let ends =
        rest.get(taken).is_none_or(|token| token.form == Form::Mark || token.is_of(&FOLLOWERS));
    ends.then_some(objectives[0])
}
