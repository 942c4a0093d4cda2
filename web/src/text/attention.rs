//! What the pages about what wants attention say.

use super::format::count;
use super::texts;
use domain::vocabulary::Tongue::{En, Fr};

texts! {
    /// The words of what wants attention.
    AttentionText {
        title = "What wants attention" | "Ce qui demande attention";
        lead = "Whom to call first and why, then everything that is late or due, silent for too long, about to end, vacant or grown old. Each says why it is here." | "Qui appeler d’abord et pourquoi, puis tout ce qui est en retard ou à faire, resté trop longtemps sans contact, près de finir, vacant ou ancien. Chaque ligne dit pourquoi elle est là.";
        filters = "What is looked for" | "Ce qui est cherché";
        community = "Community" | "Communauté";
        rule = "Why" | "Pourquoi";
        mine = "Only my own tasks" | "Seulement mes tâches";
        calls = "Whom to call" | "Qui appeler";
        no_calls = "Nobody has to be called by what is recorded: no next step is due, and no agreed time without contact has run out." | "D’après ce qui est saisi, personne n’est à appeler\u{a0}: aucune suite n’est à faire et aucun délai convenu n’est dépassé.";
        never = "No contact is recorded." | "Aucun contact n’est saisi.";
        brief = "Before the call" | "Avant l’appel";
        what = "What" | "Quoi";
        none = "Nothing wants attention." | "Rien ne demande attention.";
        none_next = "Next steps with a day, and an agreed time between contacts, are recorded on an engagement." | "Les suites avec un jour, et le délai convenu entre deux contacts, se saisissent sur un engagement.";
        pipeline = "To the pipeline" | "Vers le suivi";
        mute = "Mute" | "Masquer";
        mute_rule = "Mute this rule" | "Masquer cette règle";
        mute_party = "Mute this partner" | "Masquer ce partenaire";
        muted = "It is muted for you; others are told as before." | "C’est masqué pour vous\u{a0}; les autres le voient comme avant.";
        mutes = "What you have muted" | "Ce que vous avez masqué";
        unmute = "Tell me again" | "Ne plus masquer";
        unmuted = "You are told of it again." | "Cela vous est de nouveau signalé.";
    }
    with {
        mute_rule_named(rule: &str) = format!("Mute this rule: {rule}"), format!("Masquer cette règle\u{a0}: {rule}");
        mute_party_named(party: &str) = format!("Mute this partner: {party}"), format!("Masquer ce partenaire\u{a0}: {party}");
        rule_of(rule: &str, party: &str) = format!("{rule}: {party}"), format!("{rule}\u{a0}: {party}");
        unmute_named(what: &str) = format!("Tell me again: {what}"), format!("Ne plus masquer\u{a0}: {what}");
        notices(number: i64) = count(number, "notice", "notices", En), count(number, "signalement", "signalements", Fr);
        last(day: &str, note: &str) = format!("Last spoken on {day}: “{note}”"), format!("Dernier échange le {day}\u{a0}: «\u{a0}{note}\u{a0}»");
    }
}

texts! {
    /// The words of the page to read before a call.
    BriefText {
        contacts = "What was last said" | "Ce qui s’est dit en dernier";
        no_contacts = "No contact is recorded." | "Aucun contact n’est saisi.";
        we_gain = "What we gain" | "Ce que nous y gagnons";
        they_gain = "What they gain" | "Ce qu’ils y gagnent";
        nothing = "Nothing is recorded." | "Rien n’est saisi.";
        seats = "Where they sit" | "Où ils siègent";
        entry = "Through whom" | "Par qui passer";
        questions = "Open questions" | "Questions ouvertes";
        no_questions = "Nothing about them is proposed or disputed." | "Rien à leur sujet n’est proposé ni contesté.";
        next = "What comes next" | "La suite";
        no_engagement = "No conversation with them is open." | "Aucun échange avec eux n’est ouvert.";
        actions = "What is to be done" | "Ce qui est à faire";
        no_actions = "No action is open." | "Aucune action n’est ouverte.";
        print = "Print" | "Imprimer";
        profile = "The whole profile" | "Toute la fiche";
    }
    with {
        title(name: &str) = format!("Before the call: {name}"), format!("Avant l’appel\u{a0}: {name}");
        due(day: &str) = format!("by {day}"), format!("pour le {day}");
    }
}
