//! The words around the names of a sentence, in English and French.

use crate::notes::phrase::Phrases;
use std::sync::LazyLock;

/// Words that join names.
pub(in crate::notes::relation) const AND: &[&str] = &["and", "et", "&", "+"];
/// Words that stand before a name and change nothing.
#[rustfmt::skip]
pub(super) const DETERMINERS: &[&str] = &[
    "the", "our", "its", "partner", "partners", "donor", "funder", "agency", "project", "programme",
    "platform", "software", "colleagues", "all", "le", "la", "les", "l'", "notre", "leur", "son", "partenaire",
    "bailleur", "projet", "plateforme", "logiciel", "de", "d'", "du",
];
pub(super) const PLAIN_DETERMINERS: &[&str] = &[
    "the",
    "le",
    "la",
    "les",
    "l'",
    "our",
    "notre",
    "partner",
    "partenaire",
    "donor",
    "bailleur",
    "both",
];
/// Words that a subject may follow.
pub(super) const OPENERS: &[&str] =
    &["and", "et", "as", "because", "since", "car", "puisque", "puisqu'", "while", "so", "where"];
/// Words that what is surely so follows, behind the verbs below.
pub(super) const THAT: &[&str] = &["that", "que", "qu'"];
/// Verbs behind which something is surely so.
#[rustfmt::skip]
pub(super) const SURE: &[&str] = &[
    "confirmed", "confirms", "confirm", "note", "noted", "notes", "reminded", "reminds", "recalled", "recalls",
    "is", "so", "know", "knows", "agreed", "informed", "clear", "sure", "certain", "fact", "confirme",
    "confirment", "confirmons", "noter", "note", "notons", "rappelle", "rappelons", "rappeler", "savons",
    "precise", "clair", "sur", "fait", "entendu", "convenu",
];
/// Marks that a subject may follow.
pub(super) const MARKS: &[&str] = &[",", ":", "–", "—", "-", "(", "→", "•"];
/// Words that begin what is said of a name that was just mentioned.
pub(super) const RELATIVES: &[&str] = &["which", "who", "that", "qui", "lequel", "laquelle"];
/// Words between `it is` and a subject: it is GIZ that pays.
pub(super) const PRESENTERS: &[&str] = &["it", "c'", "ce"];
/// Words that may follow the names behind a verb.
#[rustfmt::skip]
pub(super) const FOLLOWERS: &[&str] = &[
    "and", "with", "via", "through", "in", "for", "to", "on", "at", "under", "within", "as", "by", "together",
    "so", "which", "who", "because", "where", "et", "avec", "pour", "au", "aux", "en", "a", "dans", "sur",
    "sous", "par", "comme", "afin", "ainsi", "qui", "car", "chez", "grace", "&", "while", "this", "last",
    "next", "cette", "l'", "le", "until", "over", "across", "nationwide", "team", "staff", "community", "core",
    "members", "every", "since", "de", "mi",
];
/// What a party or a good has and consists of: whoever pays for its maintenance, trains its staff or
/// hosts its servers does it for the whole.
#[rustfmt::skip]
pub(super) const PARTS: &[&str] = &[
    "maintenance", "development", "rollout", "roll", "out", "deployment", "implementation", "hosting",
    "operation", "operations", "running", "cost", "costs", "server", "servers", "instance", "instances",
    "infrastructure", "platform", "software", "system", "module", "modules", "release", "core", "work",
    "activities", "community", "team", "teams", "staff", "officer", "officers", "agents", "users", "trainers",
    "developers", "engineers", "managers", "coordinators", "facilitators", "experts", "administrators",
    "translation", "documentation", "salaries", "phase", "programme", "project", "scheme", "backbone",
    "upgrade", "scale", "up", "clerks", "nurses", "enrolment", "developpement", "deploiement", "mise",
    "oeuvre", "fonctionnement", "hebergement", "exploitation", "frais", "couts", "depenses", "serveur",
    "serveurs", "plateforme", "logiciel", "systeme", "noyau", "travail", "travaux", "activites", "communaute",
    "equipe", "equipes", "personnel", "cadres", "utilisateurs", "formateurs", "developpeurs", "gestionnaires",
    "coordinateurs", "traduction", "formation", "salaires", "extension", "projet", "regime", "salaries",
    "ingenieurs", "informaticiens", "agent",
];
/// Words that tell which part is meant.
#[rustfmt::skip]
pub(super) const MODIFIERS: &[&str] = &[
    "new", "national", "local", "technical", "demo", "test", "production", "district", "country", "field",
    "claims", "french", "english", "annual", "own", "main", "daily", "further", "first", "second", "next",
    "regional", "central", "online", "mobile", "data", "user", "whole", "entire", "current", "two", "three",
    "cloud", "training", "support", "health", "insurance", "basic", "recurrent", "nouveau", "nouveaux",
    "nouvelle", "nouvelles", "nationale", "locale", "locales", "locaux", "technique", "techniques", "annuel",
    "annuelle", "premiere", "prochaine", "tout", "toute", "toutes", "tous", "regionale", "regionales",
    "recurrents", "deux", "trois", "en",
];
/// Words between a part and whose it is.
pub(super) const OF: &[&str] =
    &["of", "for", "on", "at", "behind", "around", "de", "d'", "du", "des", "pour", "a"];

/// Labels that a statement may follow; other capitals before a colon are somebody speaking.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "funding", "update", "updates", "news", "note", "info", "fyi", "confirmed", "status", "finance",
    "financement", "gouvernance", "governance", "delivery", "confirme", "nouvelle", "nouvelles", "information",
    "actualite", "actualites", "point", "budget", "partners", "partenaires", "members", "training",
    "formation", "hosting", "hebergement", "country", "pays", "summary", "resume", "reminder", "rappel",
    "donors", "bailleurs", "implementation", "pilot", "pilote",
];

/// Words that a date at the beginning of a sentence begins with.
pub(super) const DATINGS: &[&str] = &["in", "since", "from", "as", "on", "en", "depuis", "le"];
/// Words before a place.
pub(super) const PLACINGS: &[&str] = &["in", "au", "en", "aux", "a"];
/// Words that a whole verb begins with, and a participle alone does not.
#[rustfmt::skip]
pub(super) const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "will", "est", "sont", "a", "ont", "sera", "seront", "etait",
    "etaient", "n'", "ne", "receives", "recoit", "beneficie",
];

/// Words between somebody and what they say surely of themselves.
#[rustfmt::skip]
const ASSURANCES: &[((), &[&str])] = &[
    ((), &[
        "has|have|- confirmed that|- it|they", "confirms|confirm that|- it|they",
        "a|ont confirme qu' elle|il|elles|ils", "confirme|confirment qu' elle|il|elles|ils",
    ]),
];

pub(super) static ASSURANCE_PHRASES: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::of(ASSURANCES));
