//! What the page about who pays says.

use super::texts;

/// So many of them.
fn count(number: i64, word: &str) -> String {
    match number {
        1 => format!("1 {word}"),
        _ => format!("{number} {word}s"),
    }
}

/// Names, and how many more there are than those.
fn listed(names: &[&str], all: i64, and: &str, more: &str) -> String {
    let shown = names.join(", ");
    match all - i64::try_from(names.len()).unwrap_or(all) {
        left if left > 0 => format!("{shown} {and} {left} {more}"),
        _ => shown,
    }
}

texts! {
    /// The words of the page about who pays.
    FundingText {
        title = "Who pays?" | "Qui paie\u{a0}?";
        lead = "The ways along which money comes to somebody, with those through whom it goes, and how much depends on few." | "Les chemins par lesquels l’argent arrive à quelqu’un, ceux par qui il passe, et combien dépend de quelques-uns.";
        of = "Whose money" | "L’argent de qui";
        find = "Type a name" | "Tapez un nom";
        depending = "Who depends the most on few funders" | "Qui dépend le plus de quelques bailleurs";
        kind = "Of which kind" | "De quel type";
        receiver = "Whose money" | "L’argent de qui";
        funders = "Recorded funders" | "Bailleurs connus";
        starts_none = "No funding of this kind is recorded yet: record who pays whom first." | "Aucun financement de ce type n’est encore connu\u{a0}: enregistrez d’abord qui finance qui.";
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
        weak = "Single points of failure" | "Points de défaillance uniques";
        without = "Without" | "Sans";
        cut_off = "Would be cut off" | "Seraient coupés du reste";
        weak_next = "All of them: the network of money" | "Tous\u{a0}: le réseau de l’argent";
        no_weak = "No single partner and no single relationship of money is known whose loss would cut it off." | "Aucun partenaire ni aucune relation d’argent dont la perte l’isolerait n’est connu.";
        no_ways = "No way of money is recorded." | "Aucun chemin de l’argent n’est connu.";
        cut = "There are more ways than were looked for." | "Il y a plus de chemins que ceux qui ont été cherchés.";
        what_if = "What if they leave?" | "Et s’ils partaient\u{a0}?";
    }
    with {
        hangs_on(partners: i64, links: i64) = format!("Its place in the recorded network of money hangs on {} and {}: without any one of them, the network falls apart there.", count(partners, "partner"), count(links, "relationship")), format!("Sa place dans le réseau d’argent connu dépend de {} et de {}\u{a0}: sans l’un d’eux, le réseau s’y défait.", count(partners, "partenaire"), count(links, "relation"));
        names(names: &[&str], all: i64) = listed(names, all, "and", "more"), listed(names, all, "et", "de plus");
        off_from(who: &str, from: &str) = format!("{who} (from {from})"), format!("{who} (de {from})");
        more_weak(more: i64) = format!("And {more} more."), format!("Et {more} de plus.");
        unrecorded(number: i64) = match number { 0 => "Of everybody of this kind a funder is recorded.".to_owned(), 1 => "Of 1 more no funder is recorded: on whom it depends is not known.".to_owned(), _ => format!("Of {number} more no funder is recorded: on whom they depend is not known.") }, match number { 0 => "Pour tous ceux de ce type, un bailleur est connu.".to_owned(), 1 => "Pour 1 autre, aucun bailleur n’est connu\u{a0}: on ignore de qui il dépend.".to_owned(), _ => format!("Pour {number} autres, aucun bailleur n’est connu\u{a0}: on ignore de qui ils dépendent.") };
        between(low: &str, high: &str) = format!("{low} to {high}"), format!("de {low} à {high}");
    }
}
