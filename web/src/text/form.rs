//! What the forms say beside the labels of their fields.

use super::texts;

texts! {
    /// The words around the fields of every form.
    FormText {
        save = "Save" | "Enregistrer";
        saved = "Saved." | "Enregistré.";
        cancel = "Cancel" | "Annuler";
        choose = "Choose…" | "Choisir…";
        not_recorded = "Not recorded" | "Non renseigné";
        nobody = "Nobody yet" | "Personne pour l’instant";
        find = "Type a name" | "Saisissez un nom";
        find_source = "Type a title" | "Saisissez un titre";
        add_id = "Add an id" | "Ajouter un identifiant";
        registry = "Registry" | "Registre";
        id_there = "Id" | "Identifiant";
        required_note = "Fields marked * are required." | "Les champs marqués * sont obligatoires.";
        sign_in_first = "Sign in to record this." | "Connectez-vous pour saisir cela.";
        not_allowed = "Your role does not allow this. Ask a manager of your community." | "Votre rôle ne le permet pas. Adressez-vous à un responsable de votre communauté.";
        shared_registry = "Shared registry (public)" | "Registre commun (public)";
        conflict_title = "Somebody else changed this while you were typing" | "Quelqu’un d’autre a modifié cette fiche pendant votre saisie";
        conflict_hint = "Nothing you typed is lost. Keep it on top of the new record, or start again from the new record." | "Rien de votre saisie n’est perdu. Gardez-la par-dessus la nouvelle fiche, ou repartez de la nouvelle fiche.";
        conflict_read = "When you opened it" | "À l’ouverture";
        conflict_now = "Now" | "Maintenant";
        conflict_typed = "What you typed" | "Votre saisie";
        conflict_keep = "Keep what I typed" | "Garder ma saisie";
        conflict_reload = "Start again from the new record" | "Repartir de la nouvelle fiche";
        conflict_none = "The changes do not touch the fields of this form." | "Les modifications ne touchent pas les champs de ce formulaire.";
        unchanged = "Nothing has been changed." | "Rien n’a été modifié.";
        empty_value = "empty" | "vide";
    }
}

texts! {
    /// What the form of a stakeholder says.
    StakeholderFormText {
        new_title = "New stakeholder" | "Nouvelle partie prenante";
        kind = "What is it?" | "De quoi s’agit-il\u{a0}?";
        kind_hint = "What a party is never changes; what it does is told by its relationships." | "La nature d’une partie ne change jamais\u{a0}; ce qu’elle fait, ses relations le disent.";
        organization = "A legal or working body: funder, ministry, NGO, firm, university, hub." | "Un organisme\u{a0}: bailleur, ministère, ONG, entreprise, université, pôle.";
        global_good = "Open-source software that serves the public: OpenLMIS, DHIS2." | "Un logiciel libre au service du public\u{a0}: OpenLMIS, DHIS2.";
        group = "A board, council, committee, working group or community of practice." | "Un conseil, comité, groupe de travail ou communauté de pratique.";
        implementation = "A global good at work in one place." | "Un bien commun numérique en service en un lieu.";
        programme = "A project, fund, call for proposals or bid." | "Un projet, fonds, appel à propositions ou une offre.";
        person = "A human being, by role." | "Un être humain, par son rôle.";
        area = "A country or another area." | "Un pays ou une autre zone.";
        segment = "A kind of partner, when no single organization is meant." | "Un genre de partenaires, quand aucune organisation précise n’est visée.";
        identity = "Identity" | "Identité";
        detail = "About it" | "À son sujet";
        place = "Places and languages" | "Lieux et langues";
        record = "Record" | "Fiche";
        create = "Create" | "Créer";
        archived = "This record is archived. Restore it on its page before you edit it." | "Cette fiche est archivée. Restaurez-la sur sa page avant de la modifier.";
        similar = "Already recorded under a similar name" | "Déjà saisi sous un nom proche";
    }
    with {
        new_of(kind: &str) = format!("New: {kind}"), format!("Nouvelle fiche\u{a0}: {kind}");
        edit_title(name: &str) = format!("Edit {name}"), format!("Modifier {name}");
        created(name: &str) = format!("{name} is recorded."), format!("{name} est enregistré.");
    }
}

texts! {
    /// What the form of a relationship says.
    RelationshipFormText {
        new_title = "New relationship" | "Nouvelle relation";
        edit_title = "Edit relationship" | "Modifier la relation";
        ends = "Who and what" | "Qui et quoi";
        dates = "When and how" | "Quand et comment";
        detail = "About this kind of relationship" | "Propre à ce type de relation";
        evidence = "Evidence" | "Preuve";
        evidence_hint = "Where is this written or said? A relationship without evidence is shown as such." | "Où cela est-il écrit ou dit\u{a0}? Une relation sans preuve est affichée comme telle.";
        origin = "The source is" | "La source est";
        origin_recorded = "already recorded" | "déjà saisie";
        origin_new = "new" | "nouvelle";
        turn = "Swap the two ends" | "Inverser les deux extrémités";
        fixed = "Kind and ends are fixed. To record another relationship, retract this one and add a new one." | "Le type et les extrémités sont fixes. Pour une autre relation, retirez celle-ci et ajoutez-en une.";
        reads = "It reads" | "Se lit";
        create = "Record relationship" | "Enregistrer la relation";
        recorded = "The relationship is recorded." | "La relation est enregistrée.";
        add_evidence = "Add this evidence" | "Ajouter cette preuve";
        propose_only = "A manager confirms what you propose." | "Un responsable confirme ce que vous proposez.";
    }
}

texts! {
    /// What the form of an engagement says.
    EngagementFormText {
        new_title = "New engagement" | "Nouvel engagement";
        who = "With whom, for what" | "Avec qui, pour quoi";
        plan = "Plan" | "Plan";
        scores = "Scores" | "Évaluation";
        beginning = "How it stands" | "Sa situation";
        community = "Community" | "Communauté";
        begins_now = "It begins now" | "Il commence maintenant";
        stands = "It stands already" | "Il existe déjà";
        stands_hint = "An engagement that existed before may be recorded at the stage it has reached, with its source. What its stage would have asked for is shown as owed." | "Un engagement antérieur peut être saisi à l’étape atteinte, avec sa source. Ce que cette étape aurait exigé s’affiche comme restant dû.";
        open = "Open engagement" | "Ouvrir l’engagement";
        opened = "The engagement is open." | "L’engagement est ouvert.";
        duplicate = "See the pipeline for the one that is open already." | "Voyez dans le suivi celui qui est déjà ouvert.";
        no_community = "You are not an editor of any community." | "Vous n’êtes éditeur d’aucune communauté.";
    }
}
