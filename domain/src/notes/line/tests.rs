use super::*;
use crate::notes::sets::{day, lexicon, named};

fn contact(text: &str) -> Contact {
    read(text, lexicon(), Setting { day: day(), tongue: None }, Ours::default()).unwrap()
}

/// Party, channel, direction, note, next step and day, with `|` between them.
fn check(text: &str, expected: &str) {
    let contact = contact(text);
    let party = contact.parties.first().map(named).unwrap_or_default();
    let shown = format!(
        "{party}|{}|{}|{}|{}|{}",
        contact.channel.map(|channel| channel.to_string()).unwrap_or_default(),
        contact.direction.map(|direction| direction.to_string()).unwrap_or_default(),
        contact.note,
        contact.next_step.unwrap_or_default(),
        contact.due.map(|due| due.to_string()).unwrap_or_default(),
    );
    assert_eq!(shown, expected, "{text}");
}

/// One line tells whom, how, which way, what was said, and what comes next.
#[test]
fn lines_are_read() {
    check(
        "Appelé CHAI, intéressé par la doc FR, rappeler mardi",
        "CHAI|CALL|OUTGOING|intéressé par la doc FR|rappeler|2026-03-03",
    );
    check(
        "Called GIZ, will check the budget line, call back on Friday",
        "GIZ|CALL|OUTGOING||will check the budget line, call back|2026-03-06",
    );
    check(
        "WHO called: wants the French guide. Send it by 10 March",
        "WHO|CALL|INCOMING|WHO called: wants the French guide|Send it|2026-03-10",
    );
    check(
        "Met with ILO yesterday; open questions on the mandate; follow up next Tuesday",
        "ILO|MEETING|MUTUAL|open questions on the mandate|follow up|2026-03-03",
    );
    check(
        "Courriel de Bluesquare, architecture presque finie",
        "Bluesquare|EMAIL|INCOMING|architecture presque finie||",
    );
    check("Écrit à l’OMS, relancer dans deux semaines", "WHO|EMAIL|OUTGOING||relancer|2026-03-16");
    check("WhatsApp with AeHIN, webinar confirmed", "AeHIN|CHAT|MUTUAL|webinar confirmed||");
    check(
        "Réunion avec SwissTPH, formation à préparer, envoyer le programme d’ici vendredi",
        "SwissTPH|MEETING|MUTUAL|formation à préparer|envoyer le programme|2026-03-06",
    );
    check("hello", "|||hello||");
}

/// The day of a contact is the one that the line names, else that of the setting.
#[test]
fn the_day_of_the_contact_is_told() {
    assert_eq!(contact("Called GIZ yesterday, fine").on, day().pred_opt());
    assert_eq!(contact("Appelé CHAI le 20 février, rappeler mardi").on, "2026-02-20".parse().ok());
    assert_eq!(contact("Appelé CHAI, rappeler mardi").on, Some(day()));
}

/// A pasted e-mail tells who wrote, when and what about; what it answers is cut off.
#[test]
fn mails_are_read() {
    let text = "From: Somebody <some.body@giz.de>\nTo: Desk <desk@openimis.org>\nDate: Tue, 24 Feb 2026 10:02:00 +0100\nSubject: Budget 2027\n\nDear all,\nthe line is confirmed.\n\nOn 20 February 2026 at 09:00, Desk wrote:\n> what about the line?\n";
    let found = contact(text);
    assert_eq!(named(&found.parties[0]), "GIZ");
    assert_eq!((found.channel, found.direction), (Some(Channel::Email), Some(Direction::Incoming)));
    assert_eq!(found.on, "2026-02-24".parse().ok());
    assert_eq!(found.note, "Budget 2027 – Dear all, the line is confirmed.");

    let ours = ["openimis.org".to_owned()];
    let ours = Ours { parties: &[], domains: &ours };
    let text = "De : desk@openimis.org\nÀ : quelqu.un@who.int\nEnvoyé : 24 février 2026 10:02\nObjet : Guide\n\nVoici le guide.";
    let found = read(text, lexicon(), Setting { day: day(), tongue: None }, ours).unwrap();
    assert_eq!(
        (named(&found.parties[0]).as_str(), found.direction),
        ("WHO", Some(Direction::Outgoing))
    );
    assert_eq!(found.note, "Guide – Voici le guide.");
}

/// A message that a program quoted is the writer's; below an answer it is history.
#[test]
fn quoted_mails_are_read() {
    let text = "Le 24 février 2026 à 10:02, Bluesquare a écrit :\n> Le module est prêt.\n> Bonne journée\n";
    let found = contact(text);
    assert_eq!(
        (named(&found.parties[0]).as_str(), found.direction),
        ("Bluesquare", Some(Direction::Incoming))
    );
    assert_eq!(
        (found.on, found.note.as_str()),
        ("2026-02-24".parse().ok(), "Le module est prêt. Bonne journée")
    );

    let text = format!("Thanks, noted.\n\n{text}");
    let found = contact(&text);
    assert_eq!(
        (found.direction, found.note.as_str()),
        (Some(Direction::Outgoing), "Thanks, noted.")
    );
}
