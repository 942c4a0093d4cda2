//! The words by which a line tells how a contact took place, and what comes next.

use crate::engagement::{Channel, Direction};
use crate::notes::phrase::Phrases;
use crate::notes::token::{Token, phrase_words};
use std::sync::LazyLock;

use Channel::{Call, Chat, Email, Event, Letter, Meeting};
use Direction::{Incoming, Mutual, Outgoing};

/// How a contact took place, and which words say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct How {
    pub(super) channel: Channel,
    pub(super) direction: Direction,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What is done with somebody is outgoing here; whoever is named first has done it instead.
#[rustfmt::skip]
const CHANNELS: &[((Channel, Direction), &[&str])] = &[
    ((Call, Outgoing), &[
        "called", "phoned", "rang", "telephoned", "rang up", "left a message for", "j'|- ai|- appele",
        "appele|appelee|appeles", "a appele", "telephone a|au", "appel a|au",
    ]),
    ((Call, Incoming), &[
        "a|- call from", "phone call from", "appel de|d'|du", "coup de fil de|d'|du",
        "nous a appele|appeles|telephone", "called us|me|back", "m' a appele",
    ]),
    ((Call, Mutual), &[
        "a|- call|phone|video|zoom|teams with", "phone|video|zoom|teams|skype call with|-", "call",
        "spoke|talked on the phone with|to", "spoke|talked with|to", "discussed with",
        "discussed by phone with", "appel avec|-", "appel telephonique|video avec|-",
        "visio|visioconference|zoom|teams avec|-", "parle avec|a|au", "echange avec",
        "echange telephonique avec", "coup de fil avec|a", "discute avec",
    ]),
    ((Email, Outgoing), &[
        "emailed|mailed", "e mailed", "sent an|- email|mail to", "sent an|- e mail to", "wrote to|-",
        "email|mail to", "e mail to", "ecrit a|au|aux", "envoye un|- mail|courriel|email a|au",
        "mail|courriel a|au", "replied to", "repondu a|au",
    ]),
    ((Email, Incoming), &[
        "an|- email|mail from", "e mail from", "mail|courriel|email|message de|d'|du",
        "recu un|- mail|courriel|email|message de|d'|du", "wrote to us|me", "nous a ecrit|repondu",
        "m' a ecrit", "reply from", "reponse de|d'|du", "replied",
    ]),
    ((Email, Mutual), &["emails|mails with", "email|mail|courriel", "e mail|mails with|-", "courriels avec"]),
    ((Meeting, Mutual), &[
        "met with|-", "meeting with|-", "lunch|coffee|dinner with", "visited", "rencontre",
        "reunion|entretien|rendez|dejeuner|cafe vous|- avec|-", "rdv avec|-", "vu", "rencontree|rencontres",
    ]),
    ((Chat, Outgoing), &[
        "messaged|texted|pinged|whatsapped", "sent a message to", "ecrit sur whatsapp a", "sms|whatsapp a",
    ]),
    ((Chat, Incoming), &["whatsapp|sms|chat|message from", "whatsapp|sms de|d'|du"]),
    ((Chat, Mutual), &["whatsapp|chat|chatted|slack|sms with|avec|-"]),
    ((Letter, Outgoing), &[
        "sent a letter to", "letter to", "lettre|courrier a|au", "envoye une lettre|un courrier|- a|au",
    ]),
    ((Letter, Incoming), &["letter from", "lettre|courrier de|d'|du", "recu une|- lettre de|d'|du"]),
    ((Letter, Mutual), &["letter", "lettre|courrier"]),
    ((Event, Mutual), &[
        "conference|workshop|event|webinar|fair with|-", "met at the|a|- conference|workshop|event",
        "atelier|conference|webinaire|salon|evenement avec|-",
        "vu|rencontre a|au l'|la|- conference|atelier|salon|webinaire",
    ]),
];

/// What is done next, as the first words of a part.
#[rustfmt::skip]
const NEXT: &[((), &[&str])] = &[
    ((), &[
        "next step|steps :|-", "next", "todo", "to do", "then", "follow up",
        "call|calling them|her|him|- back|again", "call",
        "send|share|schedule|reply|remind|prepare|check|arrange|invite|meet|ask|write|draft|forward|ping|book",
        "set up", "get back", "come back", "will", "to call|send|write|meet|prepare|ask|follow", "i|we will",
        "i|we 'll", "need|needs to", "must", "due", "a faire", "prochaine etape", "puis", "ensuite",
        "rappeler|relancer|envoyer|repondre|recontacter|prevoir|organiser|transmettre|preparer|revoir|fixer|ecrire|partager|planifier|inviter|proposer|demander|verifier|appeler|reprendre",
        "les|le|la|l'|lui rappeler|relancer|envoyer|recontacter|inviter|ecrire|repondre|transmettre",
        "a rappeler|relancer|recontacter|revoir", "il faut", "on doit", "je dois",
    ]),
];

/// Labels of the next step, which are no part of it.
#[rustfmt::skip]
const NEXT_LABELS: &[((), &[&str])] = &[
    ((), &[
        "next step|steps :|-", "next :|-", "todo :|-", "to do :|-", "then", "a faire :|-",
        "prochaine etape :|-", "puis", "ensuite",
    ]),
];

/// Words that add nothing to who was talked with, and how.
#[rustfmt::skip]
const FILLERS: [&str; 26] = [
    "i", "we", "have", "just", "today", "yesterday", "this", "morning", "afternoon", "with", "the", "je", "j'",
    "ai", "nous", "avons", "hier", "ce", "matin", "aujourd'", "hui", "avec", "la", "le", "l'", "apres",
];

static CHANNEL_PHRASES: LazyLock<Phrases<(Channel, Direction)>> =
    LazyLock::new(|| Phrases::of(CHANNELS));
static NEXT_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(NEXT));
static NEXT_LABEL_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(NEXT_LABELS));

/// How the contact took place: the first words that say so.
pub(super) fn how(tokens: &[Token]) -> Option<How> {
    (0..tokens.len()).find_map(|start| {
        let (length, found) = CHANNEL_PHRASES.longest(phrase_words(&tokens[start..]))?;
        let (channel, direction) = found[0];
        Some(How { channel, direction, start, end: start + length })
    })
}

/// Whether a part begins with what is to be done next.
pub(super) fn begins_next(part: &[Token]) -> bool {
    let skipped = usize::from(part.first().is_some_and(|token| token.is_of(&["and", "et", "-"])));
    NEXT_PHRASES.longest(phrase_words(&part[skipped..])).is_some()
}

/// How many tokens the label of a next step takes.
pub(super) fn next_label(part: &[Token]) -> usize {
    NEXT_LABEL_PHRASES.longest(phrase_words(part)).map_or(0, |(length, _)| length)
}

pub(super) fn is_filler(token: &Token) -> bool {
    token.is_of(&FILLERS)
}
