//! Why a sentence says nothing that is so: it denies, hopes, supposes, or repeats what was heard.
//! The words stand here in English and French; whatever is doubtful says nothing.

use super::phrase::Phrases;
use super::token::{Form, Token, phrase_words};
use std::sync::LazyLock;

/// Why something said is not so, or not surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    /// It is denied.
    Denial,
    /// It is wished, planned, possible or asked for.
    Hope,
    /// It would be so if something else were.
    Condition,
    /// Somebody is said to have said so, or believes so.
    Hearsay,
    /// It ought to be: a wish about others, but a plan about ourselves.
    Duty,
}

#[rustfmt::skip]
const HEDGES: &[(Hedge, &[&str])] = &[
    (Hedge::Denial, &[
        "not", "n't", "never", "neither", "nor", "without", "nobody", "none", "cannot", "hardly", "no", "ne",
        "n'", "pas", "jamais", "aucun|aucune", "ni", "sans", "nullement",
    ]),
    (Hedge::Hope, &[
        "hope|hopes|hoped|hoping|hopefully", "would", "could", "might", "may", "can",
        "wish|wishes|wished|wishing", "want|wants|wanted", "like|likes|love to", "plans|planned|planning",
        "plan|intend|intends|intended|intending to", "aim|aims|aimed|aiming to",
        "consider|considers|considered|considering", "explore|explores|exploring|exploratory", "interested",
        "interest", "perhaps", "maybe", "probably", "possibly", "likely", "potential|potentially",
        "possible|possibility", "suggest|suggests|suggested|suggestion", "idea|ideas", "ideally",
        "dream|dreams",
        "ready|willing|offered|offers|expected|supposed|meant|due|invited|asked|asks|ask|encouraged|keen|eager|hesitant|open to",
        "supposed", "expect|expects|expected", "try|tries|trying", "seek|seeks|seeking",
        "look|looks|looking for|into|to|at", "discuss|discusses|discussed|discussing",
        "negotiate|negotiates|negotiating|negotiation|negotiations", "talks", "tbc", "tbd",
        "to be confirmed|decided|discussed|determined|clarified|seen", "unclear", "uncertain", "unsure",
        "unconfirmed", "unknown", "apply|applies|applied|applying", "request|requests|requested|requesting",
        "propose|proposes|proposed|proposing", "think|thinking about", "pending", "tentative|tentatively",
        "in principle", "draft", "imagine|imagining", "eventually", "espere|esperent|esperons|esperer|espoir",
        "souhaite|souhaitent|souhaitons|souhait|souhaits", "veut|veulent|voulons|voudrait",
        "peut|peuvent|pouvons", "envisage|envisagent|envisageons|envisager",
        "prevoit|prevoient|prevoyons|prevu|prevue|prevus|prevues", "projette|projettent",
        "compte|comptent|comptons sur", "aimerait|aimeraient", "peut etre", "probablement", "eventuellement",
        "eventuel|eventuelle", "sans doute", "idealement", "possible|possibles", "possibilite",
        "propose|proposent|proposons", "suggere|suggerent|suggerons",
        "a confirmer|voir|discuter|preciser|clarifier", "incertain|incertaine", "cense|censee|censes|censees",
        "suppose|supposee", "demande|demandent|demandons|demander",
        "interesse|interessee|interesses|interessees", "discute|discutent|discutons",
        "negocie|negocient|negociation|negociations", "reve|revent", "reflechit|reflechissent|reflechissons",
        "cherche|cherchent|cherchons", "etudie|etudient|etudions la", "pret|prete|prets|pretes a",
        "il se peut", "en principe", "a terme", "imaginons", "potentiel|potentielle|potentiellement", "pourvu",
    ]),
    (Hedge::Duty, &[
        "should", "must", "ought", "need|needs|needed to", "have|has to", "let 's", "shall",
        "encourage|encourages", "doit|doivent|devons|devra|devront", "il faut|faudra",
        "devrait|devraient|devrions", "faudrait",
    ]),
    (Hedge::Condition, &[
        "scenario|scenarios", "perfect|ideal world", "monde ideal|parfait", "admettons|supposons|imaginons",
        "for example|instance", "par exemple", "or else", "if", "whether", "unless", "provided", "assuming",
        "in case", "when", "whenever", "once", "as soon as", "otherwise", "suppose|supposing", "subject to",
        "depending", "depends|depend on whether|who|how", "as long as", "imagine that", "until then", "before",
        "si", "s' il|ils", "quand", "lorsque", "lorsqu'", "a condition", "au cas ou", "sauf", "des que|qu'",
        "sinon", "faute de", "sous reserve", "en cas", "tant que", "a moins", "selon que", "une fois que",
        "si jamais",
    ]),
    (Hedge::Hearsay, &[
        "false|wrong|untrue|fake|myth|incorrect|inaccurate",
        "deny|denies|denied|refuse|refuses|refused|decline|declines|declined|reject|rejects|rejected",
        "faux|fausse|inexact|inexacte|mensonge", "dement|dementent|refuse|refusent|decline|declinent",
        "apparently", "reportedly", "allegedly", "supposedly", "presumably", "seemingly",
        "rumour|rumours|rumor|rumors|rumoured|rumored", "hear|heard|hears", "say|says|said|saying",
        "tell|tells|told", "according", "mention|mentions|mentioned", "claim|claims|claimed that|it|to",
        "believe|believes|believed", "think|thinks|thought", "seem|seems|seemed", "appear|appears|appeared to",
        "somebody|someone", "understand|understands|understood", "assume|assumes|assumed", "guess|guesses",
        "gossip", "word is", "suspect|suspects|suspected", "report|reports|reported that",
        "write|writes|wrote that", "argue|argues|argued", "feel|feels|felt that",
        "wonder|wonders|wondered|wondering", "announce|announces|announced|quoted|quote|quotes", "not sure",
        "remember|remembers", "impression", "apparemment", "il parait", "parait il",
        "semble|semblent|semblerait", "selon", "d' apres", "rumeur|rumeurs", "bruit|bruits", "oui dire",
        "dit|disent|dirait|dirent|dire", "on dit", "entendu|entend", "croit|croient|croyons|crois|croire",
        "pense|pensent|pensons|penser", "affirme|affirment", "pretend|pretendent", "laisse|laissent entendre",
        "quelqu'", "mentionne|mentionnent", "indique|indiquent que|qu'", "annonce|annoncent",
        "estime|estiment que|qu'", "ecrit|ecrivent que|qu'", "on raconte", "raconte|racontent",
        "soupconne|soupconnent", "impression", "se demande|demandent", "il s' agirait", "a ce qu'",
        "parle|parlent de", "soi disant", "suppose|supposent|supposons que|qu'",
    ]),
];

/// Words in -rait that are no conditionals.
const NOUNS: [&str; 8] =
    ["portrait", "retrait", "extrait", "attrait", "distrait", "trait", "abstrait", "contrait"];

static PHRASES: LazyLock<Phrases<Hedge>> = LazyLock::new(|| Phrases::of(HEDGES));

/// Whatever makes some tokens doubtful, each with its place and its length.
pub(super) fn hedges(text: &str, tokens: &[Token]) -> Vec<(usize, usize, Hedge)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hedge = PHRASES.longest(phrase_words(&tokens[at..]));
        match hedge.filter(|_| !is_month(text, &tokens[at])) {
            Some((length, hedges)) => {
                found.extend(hedges.iter().map(|hedge| (at, length, *hedge)));
                at += length;
            }
            None => {
                if is_conditional(&tokens[at]) {
                    found.push((at, 1, Hedge::Hope));
                }
                at += 1;
            }
        }
    }
    found
}

/// `May` with a capital is a month.
fn is_month(text: &str, token: &Token) -> bool {
    token.word == "may" && token.span.of(text).starts_with('M')
}

/// A French verb in the conditional: serait, financeraient.
fn is_conditional(token: &Token) -> bool {
    let ends = ["rait", "raient", "rions", "riez"].iter().any(|end| token.word.ends_with(end));
    token.form == Form::Word && token.word.len() > 5 && ends && !NOUNS.contains(&&*token.word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::token::name_tokens;

    /// Doubt is seen in both languages; the month of May is no doubt.
    #[test]
    fn doubt_is_seen() {
        let check = |text: &str, expected: Option<Hedge>| {
            let found = hedges(text, &name_tokens(text));
            assert_eq!(found.first().map(|(_, _, hedge)| *hedge), expected, "{text}");
        };
        check("GIZ doesn't pay", Some(Hedge::Denial));
        check("it may pay", Some(Hedge::Hope));
        check("it pays since May 2024", None);
        check("ils financeraient le projet", Some(Hedge::Hope));
        check("le retrait de GIZ", None);
        check("il paraît que GIZ paie", Some(Hedge::Hearsay));
        check("s’il reste", Some(Hedge::Condition));
        check("il s’est retiré", None);
    }
}
