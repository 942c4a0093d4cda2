//! What the pipeline board and the page of an engagement say.

use super::texts;
use crate::text::format::count;
use domain::vocabulary::Tongue;

texts! {
    /// The words of the board.
    BoardText {
        title = "Pipeline" | "Suivi";
        community = "Community" | "Communauté";
        objective = "Objective" | "Objectif";
        any_objective = "any" | "tous";
        owner = "Owner" | "Responsable";
        anybody = "anybody" | "tous";
        nobody = "nobody" | "personne";
        text = "Text" | "Texte";
        text_hint = "Partner, reason, next step" | "Partenaire, raison, prochaine étape";
        view = "Show as" | "Afficher en";
        as_board = "Board" | "Tableau à colonnes";
        as_table = "Table" | "Liste";
        stage = "Stage" | "Étape";
        partner = "Partner" | "Partenaire";
        since = "In stage" | "Dans l’étape";
        next = "Next step" | "Prochaine étape";
        due = "Due" | "Échéance";
        no_next = "No next step" | "Aucune prochaine étape";
        no_owner = "No owner" | "Sans responsable";
        overdue = "overdue" | "en retard";
        only_overdue = "Overdue only" | "En retard seulement";
        open_new = "New engagement" | "Nouvel engagement";
        column_empty = "Nothing here" | "Rien ici";
        empty_next = "Open one with the partner that you want to win." | "Ouvrez-en un avec le partenaire que vous souhaitez gagner.";
        hidden_title = "No engagement that you may see" | "Aucun engagement visible pour vous";
        hidden_next = "Engagements are seen by members of the community. Sign in with your account." | "Les engagements sont visibles des membres de la communauté. Connectez-vous.";
        filtered_title = "No engagement passes these filters" | "Aucun engagement ne correspond aux filtres";
        clear_filters = "Clear the filters" | "Effacer les filtres";
        move_menu = "Move" | "Déplacer";
        keys_hint = "Space picks a card up, the arrow keys carry it, Space puts it down, Escape puts it back. Enter opens it." | "Espace saisit une carte, les flèches la déplacent, Espace la pose, Échap la remet. Entrée l’ouvre.";
        blocked_title = "Not yet" | "Pas encore";
        blocked_hint = "This is missing first:" | "Il manque d’abord\u{a0}:";
        not_reachable = "This stage cannot follow the present one." | "Cette étape ne peut pas suivre l’étape actuelle.";
        supply = "record it" | "le saisir";
        practice_button = "Remove the practice data" | "Supprimer les données d’exercice";
        practice_title = "Remove all practice data?" | "Supprimer toutes les données d’exercice\u{a0}?";
        practice_message = "Everything marked “practice, not from the documents” in this community goes: owners, interactions, due dates and engagements that were made up to try things out. The facts stay." | "Tout ce qui porte la mention «\u{a0}exercice, hors documents\u{a0}» dans cette communauté disparaît\u{a0}: responsables, interactions, échéances et engagements inventés pour s’exercer. Les faits restent.";
        practice_confirm = "Remove" | "Supprimer";
    }
    with {
        passing(passing: &str, all: &str) = format!("{passing} of {all}"), format!("{passing} sur {all}");
        stage_with(stage: &str, number: &str) = format!("{stage} ({number})"), format!("{stage} ({number})");
        owes(missing: &str) = format!("Missing: {missing}"), format!("Il manque\u{a0}: {missing}");
        in_stage(number: i64) = format!("{} in this stage", count(number, "day", "days", Tongue::En)),
            format!("{} à cette étape", count(number, "jour", "jours", Tongue::Fr));
        days(number: i64) = count(number, "day", "days", Tongue::En), count(number, "jour", "jours", Tongue::Fr);
        unlisted(number: i64) = format!("and {number} more, not listed here"), format!("et {number} de plus, non affichés ici");
        picked_up(name: &str, stage: &str) = format!("{name} picked up in {stage}. Arrow keys carry it, Space puts it down, Escape puts it back."),
            format!("{name} saisi dans {stage}. Les flèches le déplacent, Espace le pose, Échap le remet.");
        over(stage: &str) = format!("Over {stage}."), format!("Au-dessus de {stage}.");
        over_blocked(stage: &str, missing: &str) = format!("Over {stage}. Missing: {missing}."),
            format!("Au-dessus de {stage}. Il manque\u{a0}: {missing}.");
        over_closed(stage: &str) = format!("Over {stage}, which cannot follow the present stage."),
            format!("Au-dessus de {stage}, qui ne peut pas suivre l’étape actuelle.");
        put_back(name: &str, stage: &str) = format!("{name} is back in {stage}."), format!("{name} est de nouveau dans {stage}.");
        moved(name: &str, stage: &str) = format!("{name} moved to {stage}."), format!("{name} passe à {stage}.");
        not_moved(name: &str, stage: &str) = format!("{name} stays in {stage}."), format!("{name} reste dans {stage}.");
        move_title(name: &str, stage: &str) = format!("Move {name} to {stage}"), format!("Faire passer {name} à {stage}");
        move_label(name: &str) = format!("Move {name} to another stage"), format!("Déplacer {name} vers une autre étape");
        removed(number: i64) = count(number, "practice record removed", "practice records removed", Tongue::En),
            count(number, "donnée d’exercice supprimée", "données d’exercice supprimées", Tongue::Fr);
    }
}

texts! {
    /// The words of an engagement's page.
    EngagementText {
        facts = "Facts" | "Données";
        edit = "Edit" | "Modifier";
        next = "Next step" | "Prochaine étape";
        no_next = "No next step is recorded." | "Aucune prochaine étape n’est notée.";
        no_due = "without a due date" | "sans échéance";
        due = "due" | "échéance";
        overdue = "overdue" | "en retard";
        gains = "What each side gains" | "Ce que chacun y gagne";
        we_empty = "Not recorded: what we gain. Without it nobody can say why we should go on." | "Non noté\u{a0}: ce que nous y gagnons. Sans cela, rien ne dit pourquoi continuer.";
        they_empty = "Not recorded: what they gain. A partner who gains nothing has no reason to stay." | "Non noté\u{a0}: ce qu’ils y gagnent. Un partenaire qui n’y gagne rien n’a pas de raison de rester.";
        gain_add = "Add" | "Ajouter";
        gain_deliver = "Mark as delivered" | "Marquer comme obtenu";
        gain_promise = "Mark as promised" | "Marquer comme promis";
        interactions = "Interactions" | "Interactions";
        log = "Log" | "Consigner";
        log_title = "Log a contact" | "Consigner un contact";
        logged = "Logged." | "Consigné.";
        no_interactions = "No contact is logged yet." | "Aucun contact n’est consigné.";
        then = "And then (optional)" | "Et ensuite (facultatif)";
        entry_points = "Entry points" | "Points d’entrée";
        no_entry_points = "Nobody is named yet. Name a unit, a group or a role, or add an action to find one." | "Personne n’est nommé. Indiquez une unité, un groupe ou un rôle, ou ajoutez une action pour en trouver un.";
        proposal = "Proposal" | "Proposition";
        no_proposal = "No proposal is recorded. A link, a file name or a text will do." | "Aucune proposition n’est notée. Un lien, un nom de fichier ou un texte suffit.";
        who_decides = "Who decides: " | "Qui décide\u{a0}: ";
        no_deciding_group = "The group that decides is not recorded." | "Le groupe qui décide n’est pas noté.";
        decision = "Decision" | "Décision";
        no_decision = "No decision is recorded." | "Aucune décision n’est notée.";
        decision_record = "Record a decision" | "Consigner une décision";
        commitments = "What came of it" | "Ce qui en est sorti";
        no_commitments = "No relationship came of it yet." | "Aucune relation n’en est encore sortie.";
        commitment_record = "Record what came of it" | "Consigner ce qui en est sorti";
        commitment_hint = "The relationship, its evidence and where it comes from are recorded in one step. Only a confirmed one makes the engagement active." | "La relation, sa preuve et son origine sont saisies en une fois. Seule une relation confirmée rend l’engagement actif.";
        commitment_tie = "Choose one that is recorded" | "En choisir une déjà saisie";
        without_evidence = "without evidence" | "sans preuve";
        onboarding = "Onboarding" | "Accueil";
        no_onboarding = "Not begun. These steps are the community’s; change them for this partner as you like." | "Pas commencé. Ces étapes sont celles de la communauté\u{a0}; adaptez-les à ce partenaire.";
        onboarding_later = "It begins once the partner is committed." | "Il commence lorsque le partenaire est engagé.";
        onboarding_start = "Begin" | "Commencer";
        template_keep = "Keep these steps for every partner" | "Garder ces étapes pour chaque partenaire";
        step_done = "Done" | "Faite";
        step_undo = "Not done" | "Pas faite";
        step_done_on = "done on" | "faite le";
        suggested = "Suggested" | "Suggéré";
        actions = "Actions" | "Actions";
        no_actions = "No action is recorded." | "Aucune action n’est notée.";
        action_add = "Add action" | "Ajouter l’action";
        action_done = "Done" | "Faite";
        action_drop = "Drop" | "Abandonner";
        action_reopen = "Open again" | "Rouvrir";
        finds_entry_point = "finds the entry point" | "trouve le point d’entrée";
        history = "Stages so far" | "Étapes parcourues";
        opened = "opened" | "ouvert";
        full_history = "All changes of this record" | "Toutes les modifications de cette fiche";
        evidence = "Evidence" | "Preuves";
        moves = "Moves" | "Passages possibles";
        no_moves = "No stage can follow." | "Aucune étape ne peut suivre.";
        step_back = "Step back, with a note" | "Revenir en arrière, avec une note";
        move_now = "Move" | "Passer";
        missing = "Missing first:" | "Il manque d’abord\u{a0}:";
        debt = "Owed by its stage" | "Dû au titre de son étape";
        debt_hint = "It was recorded as already standing. The way here would have asked for:" | "Il a été saisi comme existant déjà. Le chemin jusqu’ici aurait exigé\u{a0}:";
        standing = "Stood before it was recorded" | "Antérieur à sa saisie";
        ends_on = "Ends on" | "Prend fin le";
        close_reason = "Reason" | "Raison";
        declined_by = "Declined by" | "Décliné par";
        need = "Came of this need" | "Issu de ce besoin";
        reopens = "Reopens an earlier one" | "Rouvre un engagement antérieur";
        last_contact = "Last contact" | "Dernier contact";
        never = "never" | "jamais";
        file = "file" | "fichier";
        done = "Done." | "C’est fait.";
        reload_first = "Somebody else changed this engagement. It is loaded again; please repeat." | "Quelqu’un d’autre a modifié cet engagement. Il est rechargé\u{a0}; veuillez recommencer.";
    }
    with {
        title(party: &str, objective: &str) = format!("{party}: {objective}"), format!("{party}\u{a0}: {objective}");
        in_stage(stage: &str, since: &str, days: i64) = format!("{stage} since {since} ({})", count(days, "day", "days", Tongue::En)),
            format!("{stage} depuis le {since} ({})", count(days, "jour", "jours", Tongue::Fr));
        latest(shown: usize, all: i64) = format!("The latest {shown} of {all}."), format!("Les {shown} dernières sur {all}.");
        step(from: &str, to: &str) = format!("{from} → {to}"), format!("{from} → {to}");
        by(name: &str) = format!("by {name}"), format!("par {name}");
        onboarding_since(date: &str, done: usize, all: usize) = format!("Since {date}: {done} of {all} done."), format!("Depuis le {date}\u{a0}: {done} sur {all} faites.");
        suggestion(stage: &str, reason: &str, day: &str) = format!("{stage}: {reason} ({day})."), format!("{stage}\u{a0}: {reason} ({day}).");
        since(date: &str) = format!("since {date}"), format!("depuis le {date}");
        according_to(source: &str) = format!("according to {source}"), format!("selon {source}");
    }
}
