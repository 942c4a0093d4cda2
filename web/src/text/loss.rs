//! What the page about leaving partners says.

use super::texts;

texts! {
    /// The words of the page about leaving partners.
    LossText {
        title = "What if they leave?" | "Et s’ils partaient\u{a0}?";
        lead = "Choose partners: who is hit when they leave, how hard, and why. Nothing is changed by asking." | "Choisissez des partenaires\u{a0}: qui est touché s’ils partent, à quel point et pourquoi. Poser la question ne change rien.";
        who = "Who leaves" | "Qui part";
        other_who = "Who leaves in the other scenario" | "Qui part dans l’autre scénario";
        third_who = "Who leaves in the third scenario" | "Qui part dans le troisième scénario";
        fourth_who = "Who leaves in the fourth scenario" | "Qui part dans le quatrième scénario";
        find = "Type a name" | "Tapez un nom";
        mode = "How they leave" | "De quelle façon";
        at = "On this day" | "À cette date";
        at_hint = "What holds on this day can be lost. Empty: today." | "Ce qui vaut ce jour-là peut être perdu. Vide\u{a0}: aujourd’hui.";
        copy = "Copy the sentence" | "Copier la phrase";
        copied = "The sentence is on the clipboard." | "La phrase est dans le presse-papiers.";
        nobody_hit = "Nobody is hit: no confirmed relationship of theirs is recorded on this day." | "Personne n’est touché\u{a0}: aucune relation confirmée n’est connue à cette date.";
        nobody_hit_next = "Record what they do, or choose another day." | "Enregistrez ce qu’ils font, ou choisissez une autre date.";
        add = "Record a relationship" | "Enregistrer une relation";
        ranked = "Who is hit, the hardest first" | "Qui est touché, du plus au moins";
        because = "Because of" | "À cause de";
        remaining = "Still paid by" | "Encore financé par";
        picture = "The picture" | "Le tableau d’ensemble";
        picture_label = "Who pays and joins whom, from left to right; the same stands in the list and in the table." | "Qui finance et rejoint qui, de gauche à droite\u{a0}; la liste et le tableau disent la même chose.";
        when = "Before or after" | "Avant ou après";
        before = "Before" | "Avant";
        after = "After" | "Après";
        key_stays = "Full line: stays" | "Trait plein\u{a0}: reste";
        key_at_risk = "Dotted, with “?”: at risk" | "Pointillé, avec «\u{a0}?\u{a0}»\u{a0}: menacé";
        key_ends = "Dashed, with “✕”: ends" | "Tirets, avec «\u{a0}✕\u{a0}»\u{a0}: prend fin";
        table = "The same as a table" | "La même chose en tableau";
        hit = "Who is hit" | "Qui est touché";
        severity = "How hard" | "À quel point";
        funders = "Funders lost" | "Bailleurs perdus";
        why = "Why" | "Pourquoi";
        hopes = "Hopes lost: proposed, and not counted" | "Espoirs perdus\u{a0}: proposés, non comptés";
        actions = "Open actions with those who leave" | "Actions en cours avec ceux qui partent";
        apart = "What comes off" | "Ce qui se détache";
        starts = "Nobody is chosen yet." | "Personne n’est encore choisi.";
        starts_next = "Type a name above, or begin with everybody who is recorded as paying:" | "Tapez un nom ci-dessus, ou commencez par tous ceux qui sont connus pour financer\u{a0}:";
        starts_none = "No funding is recorded yet: record who pays whom first." | "Aucun financement n’est encore connu\u{a0}: enregistrez d’abord qui finance qui.";
        compare = "Compare with another scenario" | "Comparer avec un autre scénario";
        this_one = "This scenario" | "Ce scénario";
        other_one = "The other one" | "L’autre";
        who_pays = "Who pays?" | "Qui paie\u{a0}?";
        question = "Question" | "Question";
        hit_count = "Who is hit" | "Touchés";
        ended_count = "Relationships that end" | "Relations qui prennent fin";
        at_risk_count = "Relationships at risk" | "Relations menacées";
        pieces_count = "Pieces of the graph" | "Morceaux du graphe";
        hardest = "Hit hardest" | "Le plus touché";
    }
    with {
        all_of(name: &str, count: usize) = format!("All {count} recorded funders of {name}"), format!("Tous les bailleurs connus\u{a0}: {name} ({count})");
        one_of(name: &str) = format!("The only recorded funder of {name}"), format!("Le seul bailleur connu\u{a0}: {name}");
        summed(hit: i64, ended: i64, at_risk: i64) = format!("{hit} hit; {ended} relationships end, {at_risk} are at risk."), format!("{hit} touchés\u{a0}; {ended} relations prennent fin, {at_risk} sont menacées.");
        pieces(before: i64, after: i64) = format!("Those who are related to somebody form {before} pieces before and {after} afterwards."), format!("Ceux qui sont reliés à quelqu’un forment {before} morceaux avant et {after} après.");
        piece(names: &str, more: i64) = if more > 0 { format!("{names} and {more} more") } else { names.to_string() }, if more > 0 { format!("{names} et {more} autres") } else { names.to_string() };
        of(lost: i64, recorded: i64) = format!("{lost} of {recorded}"), format!("{lost} sur {recorded}");
        cause(reason: &str, lost: i64, recorded: i64) = format!("{reason}: {lost} of {recorded}"), format!("{reason}\u{a0}: {lost} sur {recorded}");
        scenario(number: usize) = format!("Scenario {number}"), format!("Scénario {number}");
        through(name: &str) = format!("through {name}"), format!("par l’intermédiaire de {name}");
        stays_away(name: &str) = format!("Take out {name}"), format!("Retirer {name}");
    }
}
