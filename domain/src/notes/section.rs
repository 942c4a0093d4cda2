//! Words that say what a line, or what stands below a heading, is.

use super::phrase::Phrases;
use super::token::{Token, name_tokens, phrase_words};
use std::sync::LazyLock;

/// What a line is by its label, or a list by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Statements.
    Plain,
    /// Who was there.
    Present,
    /// Who was not, and said so.
    Excused,
    /// What somebody is to do.
    Actions,
    /// What was decided.
    Decisions,
    /// Questions, ideas, wishes and risks: nothing that is so.
    Open,
}

/// The labels in English and French, as `phrase` writes patterns.
#[rustfmt::skip]
const LABELS: &[(Section, &[&str])] = &[
    (Section::Present, &[
        "present", "attendees", "attendance", "in attendance", "attended by", "who was there",
        "participants|participant|participantes", "presents|presentes", "present es|e s",
        "present ( e|es ) s|-", "etaient presents|presentes", "personnes presentes", "membres presents",
        "participants presents",
    ]),
    (Section::Excused, &[
        "excused", "apologies", "apologies received|from", "absent", "regrets", "absent with apologies",
        "excuses|excusees|excuse|excusee", "absents|absentes|absente", "absents|absent excuses|excuse",
        "excuse ( e|es ) s|-", "excuse e s", "absent ( e|es ) s|-",
    ]),
    (Section::Actions, &[
        "action|actions", "action item|items|point|points", "ai|ap", "todo|todos", "to do", "to dos",
        "next step|steps", "follow up|ups", "actions agreed", "open actions", "actions to take", "a faire",
        "tache|taches", "prochaine|prochaines etape|etapes", "suivi",
        "actions a mener|suivre|prendre|entreprendre", "reste a faire", "point|points d' action",
    ]),
    (Section::Decisions, &[
        "decision|decisions", "decided", "agreed", "resolved", "resolution|resolutions",
        "decisions taken|made", "decision|decisions prise|prises", "decide|decidee", "convenu", "acte",
    ]),
    (Section::Open, &[
        "question|questions", "open question|questions|point|points|issue|issues", "idea|ideas", "wish|wishes",
        "wish list", "wishlist", "suggestion|suggestions", "option|options", "scenario|scenarios",
        "risk|risks", "rumour|rumours|rumor|rumors", "hypothesis", "to clarify|check|confirm|discuss",
        "to be clarified|confirmed|discussed", "brainstorm|brainstorming", "proposal|proposals",
        "assumption|assumptions", "example|examples", "parking lot",
        "question|questions ouverte|ouvertes|en suspens", "point|points ouvert|ouverts", "idee|idees",
        "souhait|souhaits", "voeu|voeux", "risque|risques", "rumeur|rumeurs", "hypothese|hypotheses",
        "a clarifier|verifier|confirmer|discuter|voir", "exemple|exemples", "proposition|propositions",
    ]),
];

static PHRASES: LazyLock<Phrases<Section>> = LazyLock::new(|| Phrases::of(LABELS));

/// What a heading, or a line that is only a label, says of what follows it.
pub(super) fn section_of(title: &str) -> Option<Section> {
    if title.len() > 100 {
        return None;
    }
    let tokens: Vec<Token> =
        name_tokens(title).into_iter().filter(|token| !token.is_of(&[":", "#"])).collect();
    let (length, sections) = PHRASES.longest(phrase_words(&tokens))?;
    let is_whole = length == tokens.len();
    let is_list = matches!(sections[0], Section::Present | Section::Excused);
    (is_whole || is_list && tokens.len() <= MOST_WORDS).then_some(sections[0])
}

/// `Participants of the call of 16.09.2020:` is a label too.
const MOST_WORDS: usize = 12;

/// The label that some tokens begin with and how many it takes, the colon included.
pub(super) fn label(tokens: &[Token]) -> Option<(Section, usize)> {
    let (length, sections) = PHRASES.longest(phrase_words(tokens))?;
    let section = sections[0];
    let after = &tokens[length..];
    let is_list = matches!(section, Section::Present | Section::Excused);
    let names_owner = after.first().is_some_and(|token| {
        !token.entries().is_empty()
            || token.is_of(&["by", "before", "for", "(", "d'", "avant", "pour"])
    });
    let reach = if is_list || section == Section::Actions && names_owner { MOST_WORDS } else { 1 };
    let colon = after.iter().take(reach).position(|token| token.is(":"));
    let dash = after.first().filter(|token| token.is_of(&["–", "—", "-"]) && !is_list);
    let is_shout = tokens[0].is("todo") && !after.is_empty();
    match colon {
        Some(place) => Some((section, length + place + 1)),
        None if dash.is_some() => Some((section, length + 1)),
        None if is_shout => Some((section, length)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A label is known in both languages, with its colon; a sentence is no label.
    #[test]
    fn labels_are_known() {
        let check = |text: &str, expected: Option<(Section, usize)>| {
            assert_eq!(label(&name_tokens(text)), expected, "{text}");
        };
        check("Action: call", Some((Section::Actions, 2)));
        check("À faire : appeler", Some((Section::Actions, 3)));
        check("Présent(e)s : A", Some((Section::Present, 6)));
        check("Participants of the call: A", Some((Section::Present, 5)));
        check("TODO call", Some((Section::Actions, 1)));
        check("Actions were discussed", None);
        check("Present were few", None);
        assert_eq!(section_of("Prochaines étapes"), Some(Section::Actions));
        assert_eq!(section_of("Actions and their history"), None);
    }
}
