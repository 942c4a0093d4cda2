//! What the list of questions says.

use super::texts;

texts! {
    /// The words of the list of questions.
    QuestionsText {
        title = "Questions" | "Questions";
        lead = "What the recorded relationships answer. Every answer leads to the relationships and the evidence that it rests on, and says what is not recorded." | "Ce à quoi répondent les relations enregistrées. Chaque réponse mène aux relations et aux preuves sur lesquelles elle repose, et dit ce qui n’est pas enregistré.";
        joined = "Who funds, builds, governs and supports whom?" | "Qui finance, développe, gouverne et soutient qui\u{a0}?";
        joined_by = "All relationships, by kind, state and date." | "Toutes les relations, par type, état et date.";
        surroundings = "Who stands around a partner?" | "Qui entoure un partenaire\u{a0}?";
        surroundings_by = "The map around anyone, and the same as a table." | "La carte autour de chacun, et la même chose en tableau.";
        voices = "Who stands between users and those who make a good?" | "Qui se tient entre les utilisateurs et ceux qui font un bien\u{a0}?";
        voices_by = "The ladders of feedback, and the rung at which a voice falls silent." | "Les échelles de remontée, et l’échelon où une voix s’éteint.";
        governments = "Which councils have no recorded seat for country governments?" | "Quels conseils n’ont aucun siège enregistré pour les gouvernements\u{a0}?";
        governments_by = "Seats required, filled and vacant; bodies whose seats are not recorded, apart." | "Les sièges requis, pourvus et vacants\u{a0}; à part, les instances dont les sièges ne sont pas saisis.";
        governance = "How are goods governed?" | "Comment les biens sont-ils gouvernés\u{a0}?";
        governance_by = "The bodies of several goods side by side, whatever they call themselves." | "Les instances de plusieurs biens côte à côte, quel que soit leur nom.";
        overlaps = "Which bodies share topics or members?" | "Quelles instances partagent des thèmes ou des membres\u{a0}?";
        overlaps_by = "A matrix of bodies, and those of which it is contested where they belong." | "Une matrice des instances, et celles dont le rattachement est contesté.";
        conversations = "Whom do we approach, for what, and where does each conversation stand?" | "Qui approcher, pour quoi, et où en est chaque échange\u{a0}?";
        conversations_by = "Engagements by stage, objective and owner; what is missing before the next step." | "Les engagements par étape, objectif et responsable\u{a0}; ce qui manque avant l’étape suivante.";
        news = "What has changed?" | "Qu’est-ce qui a changé\u{a0}?";
        news_by = "Every change, by whom, and how to undo it." | "Chaque modification, par qui, et comment l’annuler.";
    }
}
