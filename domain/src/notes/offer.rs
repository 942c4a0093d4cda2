//! Sentences in which a party itself says that it would do something with us: no relationship yet,
//! but somebody to talk with. Somebody else's guess about a party is no offer.

use super::hedge::hedges;
use super::phrase::Phrases;
use super::proposal::{Content, ProposedEngagement};
use super::relation::Reading;
use super::token::{Token, phrase_words};
use crate::engagement::Objective::{
    self, Advocacy, BidPartner, Capacity, CoFund, DataSharing, FrancophoneGrowth, Fund, Implement,
    Interoperability, LocalSupport, PolicyMediation, TeachingTesting, UserVoice,
};
use crate::stakeholder::StakeholderKind;
use std::ops::Range;
use std::sync::LazyLock;

/// Words by which a party offers something.
#[rustfmt::skip]
const OFFERS: &[((), &[&str])] = &[
    ((), &[
        "is|are interested in", "is|are ready|willing to", "offers|offer|offered to", "has|have offered to", "volunteers|volunteered to",
        "expressed|has interest|expressed in|interest", "said it is ready|willing to", "says it is ready|willing to",
        "se dit|disent pret|prete|prets|pretes a", "se dit|disent interesse|interessee par", "est|sont pret|prete|prets|pretes a",
        "est|sont interesse|interessee|interesses par", "propose|proposent de|d'", "a|ont propose|offert de|d'", "offre|offrent de|d'",
    ]),
];

/// What is offered, as a verb.
#[rustfmt::skip]
const OBJECTIVES: &[(Objective, &[&str])] = &[
    (Fund, &["fund|funding|finance|financing", "financer"]),
    (CoFund, &["co|- cofund|cofunding|cofinance|cofinancing", "co fund|funding|finance|financing", "cofinancer", "co financer"]),
    (Implement, &["implement|implementing|deploy|deploying", "mettre en oeuvre", "deployer"]),
    (LocalSupport, &["support|supporting users locally", "give|giving|provide|providing local support", "appuyer|soutenir les utilisateurs sur place|localement"]),
    (Capacity, &["train|training|build|building skills|users|staff|trainers|capacity", "former les|des utilisateurs|agents|formateurs|equipes", "renforcer les capacites"]),
    (TeachingTesting, &["teach|teaching with|- it|openimis|-", "test|testing", "enseigner", "tester"]),
    (PolicyMediation, &[
        "mediate|mediating|mediation with|to|between policy|decision makers", "talk|talking to policy makers", "advise|advising policy makers",
        "servir de mediateur|mediatrice", "jouer les mediateurs aupres des decideurs", "plaider|intervenir aupres des decideurs",
    ]),
    (FrancophoneGrowth, &[
        "help|helping us|- grow|growing|growth in french speaking|francophone countries|africa", "grow|growing in french speaking|francophone countries|africa",
        "translate|translating into french", "traduire en francais", "aider|accompagner a|la|- croissance|croitre francophone|dans les|- pays|- francophones|-",
    ]),
    (UserVoice, &["collect|collecting|bring|bringing user feedback", "recueillir les retours des|- utilisateurs"]),
    (Interoperability, &["interoperate|interoperating", "connect|connecting its|their|the system|systems", "interconnecter"]),
    (Advocacy, &["advocate|advocating for", "speak|speaking for us", "plaider pour|en faveur"]),
    (BidPartner, &["bid|bidding with|together us|-", "join|joining our|the|a bid", "repondre ensemble|avec nous|- a l' appel"]),
    (DataSharing, &["share|sharing|exchange|exchanging its|their|- data", "partager|echanger ses|leurs|des|les donnees"]),
];

static OFFER_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(OFFERS));
static OBJECTIVE_PHRASES: LazyLock<Phrases<Objective>> = LazyLock::new(|| Phrases::of(OBJECTIVES));

/// The offers of a sentence that is no question: a party that begins it, or a clause of it. Any doubt
/// outside the words of offering leaves nothing of it.
pub(super) fn read(reading: Reading<'_>, tokens: &[Token]) -> Vec<Content> {
    let offers = offers(tokens);
    let is_offering = |at: usize| offers.iter().any(|offer| (offer.start..offer.end).contains(&at));
    if offers.is_empty() || hedges(reading.text, tokens).iter().any(|(at, _, _)| !is_offering(*at))
    {
        return Vec::new();
    }
    offers.iter().filter_map(|offer| content(reading, tokens, offer)).collect()
}

/// Where words of offering stand right behind a token.
fn offers(tokens: &[Token]) -> Vec<Range<usize>> {
    let found = |start: usize| {
        let (length, _) = OFFER_PHRASES.longest(phrase_words(&tokens[start..]))?;
        Some(start..start + length)
    };
    (1..tokens.len()).filter_map(found).collect()
}

fn content(reading: Reading<'_>, tokens: &[Token], offer: &Range<usize>) -> Option<Content> {
    let is_able = |entry: &usize| {
        let kind = reading.lexicon.known(*entry).kind;
        matches!(kind, StakeholderKind::Organization | StakeholderKind::Group)
    };
    let name = offer.start.checked_sub(1)?;
    let entries: Vec<usize> = tokens[name].entries().iter().copied().filter(is_able).collect();
    let article = usize::from(name > 0 && tokens[name - 1].is_of(&["the", "la", "le", "l'"]));
    let begins = match name.checked_sub(article + 1) {
        Some(before) => tokens[before].is_of(&["and", "et", ",", ":", "but", "mais"]),
        None => true,
    };
    let (_, objectives) = OBJECTIVE_PHRASES.longest(phrase_words(&tokens[offer.end..]))?;
    (begins && !entries.is_empty()).then(|| {
        let party = reading.party(&tokens[name], &entries);
        Content::Engagement(ProposedEngagement { party, objective: objectives[0] })
    })
}
