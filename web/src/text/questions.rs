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
        introductions = "Who can introduce us?" | "Qui peut nous présenter\u{a0}?";
        introductions_by = "The easiest ways of relationships to somebody, with the reasons of each step and whom to ask first." | "Les chemins de relations les plus faciles vers quelqu’un, avec les raisons de chaque pas et à qui demander d’abord.";
        surroundings = "Who stands around a partner?" | "Qui entoure un partenaire\u{a0}?";
        surroundings_by = "The map around anyone, and the same as a table." | "La carte autour de chacun, et la même chose en tableau.";
        network = "Who stands where in the network?" | "Qui occupe quelle place dans le réseau\u{a0}?";
        network_by = "Who is well connected, whose loss would cut others off, and who belongs together." | "Qui est bien relié, dont la perte couperait d’autres du réseau, et qui va ensemble.";
        voices = "Who stands between users and those who make a good?" | "Qui se tient entre les utilisateurs et ceux qui font un bien\u{a0}?";
        voices_by = "The ladders of feedback, and the rung at which a voice falls silent." | "Les échelles de remontée, et l’échelon où une voix s’éteint.";
        governments = "Which councils have no recorded seat for country governments?" | "Quels conseils n’ont aucun siège enregistré pour les gouvernements\u{a0}?";
        governments_by = "Seats required, filled and vacant; bodies whose seats are not recorded, apart." | "Les sièges requis, pourvus et vacants\u{a0}; à part, les instances dont les sièges ne sont pas saisis.";
        governance = "How are goods governed?" | "Comment les biens sont-ils gouvernés\u{a0}?";
        governance_by = "The bodies of several goods side by side, whatever they call themselves." | "Les instances de plusieurs biens côte à côte, quel que soit leur nom.";
        overlaps = "Which bodies share topics or members?" | "Quelles instances partagent des thèmes ou des membres\u{a0}?";
        overlaps_by = "A matrix of bodies, and those of which it is contested where they belong." | "Une matrice des instances, et celles dont le rattachement est contesté.";
        support = "Who can give support for a good, where and in which language?" | "Qui peut apporter un appui pour un bien commun, où et en quelle langue\u{a0}?";
        support_by = "Capabilities that a manager has verified; apart, what nobody has verified and what relationships hint at." | "Les capacités vérifiées par un gestionnaire\u{a0}; à part, ce que personne n’a vérifié et ce que des relations laissent penser.";
        conversations = "Whom do we approach, for what, and where does each conversation stand?" | "Qui approcher, pour quoi, et où en est chaque échange\u{a0}?";
        conversations_by = "Engagements by stage, objective and owner; what is missing before the next step." | "Les engagements par étape, objectif et responsable\u{a0}; ce qui manque avant l’étape suivante.";
        outreach = "What is our outreach plan, and which conversations do not go on?" | "Quel est notre plan de prise de contact, et quels échanges n’avancent pas\u{a0}?";
        outreach_by = "Open engagements by objective; conversion and time from stage to stage, and what each stuck one misses." | "Les engagements ouverts par objectif\u{a0}; passages et durées d’une étape à l’autre, et ce qui manque à chacun de ceux qui n’avancent pas.";
        requirements = "Which requirements belong to the good, and which to one country?" | "Quelles exigences relèvent du bien commun, et lesquelles d’un seul pays\u{a0}?";
        requirements_by = "What users of implementations ask for, who decided where it belongs, and why." | "Ce que demandent les utilisateurs des mises en œuvre, qui a décidé à quoi cela appartient, et pourquoi.";
        coverage = "Where is support missing, and who could come to give it?" | "Où l’appui manque-t-il, et qui pourrait l’apporter\u{a0}?";
        coverage_by = "Countries by language, good or service; how far English and French are bridged." | "Les pays par langue, bien commun ou service\u{a0}; à quel point l’anglais et le français sont reliés.";
        needs = "Who looks for which service, who offers it, and who fits?" | "Qui cherche quel service, qui l’offre, et qui convient\u{a0}?";
        needs_by = "Needs and offers with the partners that fit, each with its reasons and the way to an engagement." | "Besoins et offres avec les partenaires qui conviennent, chacun avec ses raisons et la voie vers un engagement.";
        growth = "Whom do we approach for growth in French?" | "Qui approcher pour grandir en français\u{a0}?";
        growth_by = "The engagements with that objective, why, and what the other side gains." | "Les échanges qui ont cet objectif, pourquoi, et ce qu’y gagne l’autre partie.";
        gains = "What does each side gain from sharing data?" | "Que gagne chaque partie au partage des données\u{a0}?";
        gains_by = "What is promised and delivered both ways; a side with nothing recorded says so." | "Ce qui est promis et livré de part et d’autre\u{a0}; si rien n’est saisi d’un côté, c’est dit.";
        attention = "Whom should we call today, and why?" | "Qui appeler aujourd’hui, et pourquoi\u{a0}?";
        attention_by = "What is late or due, who was silent for longer than agreed, which money ends, with the last sentence spoken." | "Ce qui est en retard ou à faire, qui est resté silencieux plus longtemps que convenu, quel financement se termine, avec la dernière phrase dite.";
        actions = "Which actions are open, for how long, and whose are they?" | "Quelles actions sont ouvertes, depuis quand, et à qui sont-elles\u{a0}?";
        actions_by = "Open actions with the day on which they were recorded, the owner and the evidence." | "Les actions ouvertes, avec le jour de leur saisie, le responsable et la preuve.";
        doubts = "What do we rely on that is old, on one source only, or disputed?" | "Sur quoi comptons-nous qui soit ancien, tiré d’une seule source ou contesté\u{a0}?";
        doubts_by = "Relationships by the age of their newest evidence, the number of independent sources, and what speaks against them." | "Les relations selon l’âge de leur preuve la plus récente, le nombre de sources indépendantes et ce qui s’y oppose.";
        unknowns = "What do we not know, and what rests on it?" | "Que ne savons-nous pas, et qu’est-ce qui en dépend\u{a0}?";
        unknowns_by = "Records that lack a fact that matters, with the questions that wait for it and the form that records it." | "Les fiches auxquelles manque un fait qui compte, avec les questions qui l’attendent et le formulaire où le saisir.";
        documents = "What did the documents add on a day?" | "Qu’ont ajouté les documents à une date\u{a0}?";
        documents_by = "Two days compared: relationships and engagements that came, ended or changed, with their evidence." | "Deux jours comparés\u{a0}: relations et engagements apparus, terminés ou modifiés, avec leurs preuves.";
        news = "What has changed?" | "Qu’est-ce qui a changé\u{a0}?";
        news_by = "Every change, by whom, and how to undo it." | "Chaque modification, par qui, et comment l’annuler.";
    }
}
