//! What the page about who pays says.

use super::texts;

texts! {
    /// The words of the page about who pays.
    FundingText {
        title = "Who pays?" | "Qui paie\u{a0}?";
        lead = "The ways along which money comes to somebody, with those through whom it goes, and how much depends on few." | "Les chemins par lesquels l’argent arrive à quelqu’un, ceux par qui il passe, et combien dépend de quelques-uns.";
        of = "Whose money" | "L’argent de qui";
        find = "Type a name" | "Tapez un nom";
        starts = "Nobody is chosen yet." | "Personne n’est encore choisi.";
        starts_next = "Type a name above, or look at somebody who is recorded as being paid:" | "Tapez un nom ci-dessus, ou regardez quelqu’un dont un financement est connu\u{a0}:";
        starts_none = "No funding is recorded yet: record who pays whom first." | "Aucun financement n’est encore connu\u{a0}: enregistrez d’abord qui finance qui.";
        add = "Record a relationship" | "Enregistrer une relation";
        picture = "The ways of the money" | "Les chemins de l’argent";
        picture_label = "From whom money comes to whom, from left to right; the same stands in the table." | "De qui l’argent va à qui, de gauche à droite\u{a0}; le tableau dit la même chose.";
        key_confirmed = "Full line: confirmed" | "Trait plein\u{a0}: confirmé";
        key_proposed = "Dotted, with “?”: proposed" | "Pointillé, avec «\u{a0}?\u{a0}»\u{a0}: proposé";
        key_thick = "Thickness: the amount; thin where it is not recorded" | "Épaisseur\u{a0}: le montant\u{a0}; fin s’il n’est pas saisi";
        table = "The same as a table" | "La même chose en tableau";
        way = "Way" | "Chemin";
        state = "State" | "État";
        funder = "Funder" | "Bailleur";
        share = "Share of the money" | "Part des montants";
        unknown = "not recorded" | "non saisie";
        measures = "How much depends on few" | "Ce qui dépend de quelques-uns";
        top_one = "The greatest funder" | "Le premier bailleur";
        top_three = "The greatest three" | "Les trois premiers";
        hhi = "Concentration (HHI, 0 to 10,000): the sum of the squares of all shares" | "Concentration (IHH, de 0 à 10\u{a0}000)\u{a0}: la somme des carrés des parts";
        no_ways = "No way of money is recorded." | "Aucun chemin de l’argent n’est connu.";
        cut = "There are more ways than were looked for." | "Il y a plus de chemins que ceux qui ont été cherchés.";
        what_if = "What if they leave?" | "Et s’ils partaient\u{a0}?";
    }
    with {
        between(low: &str, high: &str) = format!("{low} to {high}"), format!("de {low} à {high}");
    }
}
