//! What the history of a record and the list of recent changes say.

use super::texts;
use domain::vocabulary::Tongue;

texts! {
    /// The words around changes.
    HistoryText {
        title = "Changes" | "Modifications";
        intro = "Everything that was changed and that you may see, newest first." | "Tout ce qui a été modifié et que vous pouvez voir, du plus récent au plus ancien.";
        community = "Community" | "Communauté";
        everywhere = "everywhere" | "partout";
        since = "Since" | "Depuis le";
        of_record = "One record" | "Une fiche";
        of_import = "One import" | "Un import";
        created = "created" | "créé";
        updated = "changed" | "modifié";
        deleted = "removed" | "supprimé";
        undo = "Undo" | "Défaire";
        undo_message = "It is undone by a new change that stays in the history. Where somebody changed the same field later, nothing is undone." | "Elle est annulée par une nouvelle modification qui reste dans l’historique. Si quelqu’un a modifié le même champ depuis, rien n’est annulé.";
        undone = "Undone." | "Annulé.";
        no_fields = "The values were erased." | "Les valeurs ont été effacées.";
        by_another = "by somebody outside your communities, or by the server" | "par une personne hors de vos communautés, ou par le serveur";
        part_of_import = "by an import" | "par un import";
        empty_title = "No changes to show" | "Aucune modification à afficher";
        empty_next = "Widen the filters, or sign in to see what your community keeps to itself." | "Élargissez les filtres, ou connectez-vous pour voir ce que votre communauté garde pour elle.";
        to_record = "Back to the record" | "Retour à la fiche";
        taken_out = "before" | "avant";
        put_in = "after" | "après";
    }
    with {
        history_of(name: &str) = format!("History of {name}"), format!("Historique de {name}");
        by(name: &str) = format!("by {name}"), format!("par {name}");
        undo_label(title: &str) = format!("Undo: {title}"), format!("Annuler\u{a0}: {title}");
    }
}

/// The label of a stored field of a noun, where the forms have none or another one.
pub fn stored_field(noun: &str, name: &str, tongue: Tongue) -> Option<&'static str> {
    let own = OWN.iter().find(|(of, known, ..)| *of == noun && *known == name);
    let own = own.map(|(_, _, en, fr)| (*en, *fr));
    let shared = || STORED.iter().find(|(known, ..)| *known == name).map(|(_, en, fr)| (*en, *fr));
    let (en, fr) = own.or_else(shared)?;
    Some(match tongue {
        Tongue::En => en,
        Tongue::Fr => fr,
    })
}

/// The word for what was changed.
pub fn noun(code: &str, tongue: Tongue) -> Option<&'static str> {
    let (_, en, fr) = NOUNS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(code))?;
    Some(match tongue {
        Tongue::En => en,
        Tongue::Fr => fr,
    })
}

const NOUNS: &[(&str, &str, &str)] = &[
    ("stakeholder", "stakeholder", "partie prenante"),
    ("relationship", "relationship", "relation"),
    ("engagement", "engagement", "engagement"),
    ("evidence", "evidence", "preuve"),
    ("source", "source", "source"),
    ("community", "community", "communauté"),
    ("interaction", "contact", "contact"),
    ("gain", "gain", "gain"),
    ("action", "action", "action"),
    ("transition", "stage", "étape"),
    ("import", "import", "import"),
    ("membership", "membership", "appartenance"),
    ("capability", "capability", "capacité"),
    ("savedView", "saved view", "vue enregistrée"),
    ("requirement", "requirement", "exigence"),
    ("meeting", "meeting", "réunion"),
    ("proposal", "proposal", "proposition"),
    ("need", "need or offer", "besoin ou offre"),
];

/// Fields that mean something else for one noun than in the forms.
const OWN: &[(&str, &str, &str, &str)] = &[
    ("stakeholder", "kind", "Kind", "Nature"),
    ("source", "kind", "Kind", "Nature"),
    ("evidence", "source", "Source", "Source"),
    ("evidence", "note", "What it says", "Ce qu’elle dit"),
    ("engagement", "stage", "Stage", "Étape"),
    ("requirement", "text", "What is asked for", "Ce qui est demandé"),
    ("requirement", "decidedBy", "Decided by", "Décidé par"),
    ("requirement", "note", "Why", "Pourquoi"),
    ("engagement", "decidedBy", "Decided by", "Décidé par"),
    ("transition", "from", "From", "De"),
    ("transition", "to", "To", "À"),
    ("community", "name", "Name", "Nom"),
    ("membership", "role", "Role", "Rôle"),
    ("capability", "level", "Level", "Niveau"),
    ("need", "party", "Who looks for it or offers it", "Qui le cherche ou l’offre"),
    ("need", "side", "Need or offer", "Besoin ou offre"),
    ("need", "text", "What is looked for or offered", "Ce qui est cherché ou offert"),
    ("need", "country", "In which country", "Dans quel pays"),
    ("need", "language", "In which language", "Dans quelle langue"),
    ("need", "status", "Status", "Statut"),
    ("need", "metBy", "Who met it", "Qui l’a satisfait"),
];

const STORED: &[(&str, &str, &str)] = &[
    ("slug", "Short name in addresses", "Nom court dans les adresses"),
    ("archivedAt", "Archived", "Archivé"),
    ("fromStage", "From", "De l’étape"),
    ("toStage", "To", "À l’étape"),
    ("stageSince", "In its stage since", "Dans l’étape depuis"),
    ("beforeDormant", "Stage before it fell asleep", "Étape avant la mise en sommeil"),
    ("standingSince", "Stood since", "Antérieur depuis"),
    ("standingSource", "Stood according to", "Antérieur selon"),
    ("closeReason", "Reason", "Raison"),
    ("reopens", "Reopens", "Rouvre"),
    ("engagement", "Engagement", "Engagement"),
    ("subjectNoun", "About", "À propos de"),
    ("subject", "About", "À propos de"),
    ("asserter", "Said by", "Dit par"),
    ("stance", "For or against", "Pour ou contre"),
    ("locator", "Where in it", "Où"),
    ("assertedOn", "Said or written on", "Dit ou écrit le"),
    ("inferred", "Inferred", "Déduit"),
    ("title", "Title", "Titre"),
    ("url", "Web address", "Adresse web"),
    ("publishedOn", "Published", "Publiée"),
    ("revisionTag", "Which version of it", "Quelle version"),
    ("recordedOn", "Recorded", "Notée"),
    ("at", "At", "Le"),
    ("by", "By", "Par"),
    ("account", "Account", "Compte"),
    ("globalGood", "Global good", "Bien commun numérique"),
    ("fileName", "File", "Fichier"),
    ("created", "Created", "Créés"),
    ("matched", "Found", "Retrouvés"),
    ("rejected", "Left out", "Écartés"),
    ("undoneAt", "Undone", "Annulé"),
    ("verifiedAt", "Verified", "Vérifiée le"),
    ("verifiedBy", "Verified by", "Vérifiée par"),
    ("noDecidingGroup", "No group decides", "Aucun groupe ne décide"),
    ("decisionOutcome", "Decision", "Décision"),
    ("decidedOn", "Decided on", "Décidé le"),
    ("decisionNote", "On what terms", "À quelles conditions"),
    ("decisionSource", "Where the decision is written", "Où la décision est écrite"),
    ("commitments", "What came of it", "Ce qui en est sorti"),
    ("onboardingSince", "Onboarding since", "Accueil depuis"),
    ("onboarding", "Steps of the onboarding", "Étapes de l’accueil"),
    ("onboardingSteps", "Steps of every onboarding", "Étapes de tout accueil"),
    ("dropReason", "Why it was dropped", "Raison de l’abandon"),
    ("stageNote", "Why it is at its stage", "Raison de son étape"),
    ("beforePaused", "Stage before it was paused", "Étape avant la suspension"),
    ("implementation", "Implementation", "Mise en œuvre"),
    ("disposition", "Where it belongs", "À quoi elle appartient"),
    ("practice", "Practice data", "Données d’exercice"),
    ("meeting", "Meeting", "Réunion"),
    ("group", "Group", "Groupe"),
    ("heldOn", "Day", "Jour"),
    ("location", "Place", "Lieu"),
    ("link", "Link", "Lien"),
    ("attendees", "Who was there", "Qui était là"),
    ("agenda", "Agenda", "Ordre du jour"),
    ("notes", "Notes", "Notes"),
    ("mentions", "Who is mentioned", "Qui est mentionné"),
    ("decisions", "Decisions", "Décisions"),
    ("quote", "Sentence", "Phrase"),
    ("ordinal", "Which of them", "Laquelle"),
    ("draft", "What it says", "Ce qu’elle dit"),
    ("named", "Whom it names", "Qui elle nomme"),
    ("origin", "Origin", "Origine"),
    ("resultNoun", "What was recorded", "Ce qui a été enregistré"),
    ("result", "Record", "Fiche"),
    ("reason", "Reason", "Raison"),
    ("decidedBy", "Decided by", "Décidée par"),
    ("decidedAt", "Decided", "Décidée le"),
    ("statusSince", "In its status since", "Dans ce statut depuis"),
    ("need", "Need or offer", "Besoin ou offre"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every stored field and noun has a word in both languages and stands once.
    #[test]
    fn stored_words_stand_once() {
        for (_, name, en, fr) in OWN {
            assert!(!en.is_empty() && !fr.is_empty() && !fr.contains('\''), "{name}");
        }
        for list in [STORED, NOUNS] {
            for (position, (name, en, fr)) in list.iter().enumerate() {
                assert!(!en.is_empty() && !fr.is_empty() && !fr.contains('\''), "{name}");
                assert!(list[position + 1..].iter().all(|(other, ..)| other != name), "{name}");
            }
        }
    }
}
