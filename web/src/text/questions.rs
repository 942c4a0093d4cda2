//! What the list of questions says.

use super::texts;

texts! {
    /// The words of the list of questions.
    QuestionsText {
        title = "Questions" | "Questions";
        lead = "What the recorded relationships answer. Every answer leads to the relationships and the evidence that it rests on, and says what is not recorded." | "Ce à quoi répondent les relations enregistrées. Chaque réponse mène aux relations et aux preuves sur lesquelles elle repose, et dit ce qui n’est pas enregistré.";
        joined = "Who funds, builds, governs and supports whom?" | "Qui finance, développe, gouverne et soutient qui\u{a0}?";
        joined_by = "All relationships, by kind, state and date." | "Toutes les relations, par type, état et date.";
        loss = "What if they leave?" | "Et s’ils partaient\u{a0}?";
        loss_by = "Who is hit when partners leave or stop funding, how hard, and why." | "Qui est touché quand des partenaires partent ou cessent de financer, à quel point, et pourquoi.";
        funding = "Who pays, along which ways, and how much depends on few?" | "Qui paie, par quels chemins, et combien dépend de quelques-uns\u{a0}?";
        funding_by = "The ways of money to a global good, with those through whom it goes." | "Les chemins de l’argent vers un bien commun, et ceux par qui il passe.";
        surroundings = "Who stands around a partner?" | "Qui entoure un partenaire\u{a0}?";
        surroundings_by = "The map around anyone, and the same as a table." | "La carte autour de chacun, et la même chose en tableau.";
        conversations = "Whom do we approach, for what, and where does each conversation stand?" | "Qui approcher, pour quoi, et où en est chaque échange\u{a0}?";
        conversations_by = "Engagements by stage, objective and owner; what is missing before the next step." | "Les engagements par étape, objectif et responsable\u{a0}; ce qui manque avant l’étape suivante.";
        news = "What has changed?" | "Qu’est-ce qui a changé\u{a0}?";
        news_by = "Every change, by whom, and how to undo it." | "Chaque modification, par qui, et comment l’annuler.";
    }
}
