//! What the page about introductions says.

use super::texts;

texts! {
    /// The words of the page about introductions.
    IntroductionText {
        title = "Who can introduce us?" | "Qui peut nous présenter\u{a0}?";
        lead = "The easiest ways of relationships from those who ask to those whom they want to meet. Each step costs points by its kind, the age of its evidence, its strength and how far it may be relied on: fewer is easier." | "Les chemins de relations les plus faciles de ceux qui demandent à ceux qu’ils veulent rencontrer. Chaque pas coûte des points selon son type, l’âge de ses preuves, sa force et sa fiabilité\u{a0}: moins il y en a, plus c’est facile.";
        from = "Who asks" | "Qui demande";
        us = "Or we ourselves" | "Ou nous-mêmes";
        to = "Whom to meet" | "Qui rencontrer";
        any_of_kind = "Or anybody of this kind" | "Ou n’importe qui de ce type";
        any_of = "Or any organization of this type" | "Ou toute organisation de ce type";
        any_in = "Or anybody with a seat or at work in" | "Ou quiconque a son siège ou agit dans ce pays";
        anywhere = "no country chosen" | "aucun pays choisi";
        nobody = "nobody chosen" | "personne de choisi";
        ranking = "What comes first" | "Ce qui vient d’abord";
        also_proposed = "Also by proposed relationships" | "Aussi par des relations proposées";
        at = "On this day" | "À cette date";
        at_hint = "Only what holds on this day. Empty: today." | "Seulement ce qui vaut ce jour-là. Vide\u{a0}: aujourd’hui.";
        find = "Type a name" | "Tapez un nom";
        nothing_asked = "Nobody is chosen yet." | "Personne n’est encore choisi.";
        nothing_asked_next = "Choose who asks, or one of the communities, and whom they want to meet." | "Choisissez qui demande, ou l’une des communautés, et qui rencontrer.";
        confirmed = "By confirmed relationships" | "Par des relations confirmées";
        proposed = "With proposed relationships" | "Avec des relations proposées";
        picture = "The ways as a picture" | "Les chemins en image";
        picture_label = "Who stands between whom, from those who ask on the left to those wanted on the right; the same stands in the table." | "Qui se tient entre qui, de ceux qui demandent à gauche à ceux qu’on veut rencontrer à droite\u{a0}; le tableau dit la même chose.";
        key_confirmed = "Full line: confirmed" | "Trait plein\u{a0}: confirmée";
        key_proposed = "Dotted, with “?”: proposed" | "Pointillé, avec «\u{a0}?\u{a0}»\u{a0}: proposée";
        table = "The same as a table" | "La même chose en tableau";
        way = "Way" | "Chemin";
        step = "Step" | "Pas";
        state = "State" | "État";
        reliability = "Evidence" | "Preuves";
        price = "Points" | "Points";
        since_unknown = "since when is not recorded" | "début non saisi";
        no_evidence = "no evidence recorded" | "aucune preuve saisie";
        ask_first = "Ask first: it is not recorded that these people have agreed to put others in touch." | "Demandez d’abord\u{a0}: il n’est pas enregistré que ces personnes acceptent de mettre en relation.";
        none = "No way is recorded." | "Aucun chemin n’est enregistré.";
        none_next = "Who knows whom? Record a relationship, and it will be found here." | "Qui connaît qui\u{a0}? Enregistrez une relation, et elle se retrouvera ici.";
        add = "Record a relationship" | "Enregistrer une relation";
    }
    with {
        us_of(name: &str) = format!("we of {name}"), format!("nous, {name}");
        without(name: &str) = format!("Without {name}"), format!("Sans {name}");
        points(points: &str) = format!("{points} points"), format!("{points} points");
        since(date: &str) = format!("since {date}"), format!("depuis {date}");
        rests(age: &str, share: &str) = format!("evidence {age}, confidence {share}"), format!("preuve {age}, confiance {share}");
        rests_on_nothing(share: &str) = format!("no support, confidence {share}"), format!("sans appui, confiance {share}");
    }
}
