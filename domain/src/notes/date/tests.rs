use super::*;
use crate::notes::token::name_tokens;

/// A Monday.
fn setting(tongue: Option<Tongue>) -> Setting {
    Setting { day: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(), tongue }
}

fn check(text: &str, expected: &str) {
    let tokens = name_tokens(text);
    let found = read(&tokens, setting(None), Towards::Past);
    assert_eq!(found.map(|(_, date)| date.to_string()).unwrap_or_default(), expected, "{text}");
}

/// A date is as exact as it is written.
#[test]
fn dates_keep_their_precision() {
    for (text, expected) in [
        ("2024", "2024"),
        ("March 2024", "2024-03"),
        ("mars 2024", "2024-03"),
        ("le 3 juin 2024", "2024-06-03"),
        ("1er mars 2024", "2024-03-01"),
        ("June 3, 2024", "2024-06-03"),
        ("the 3rd of June 2024", "2024-06-03"),
        ("2024-05-31", "2024-05-31"),
        ("16.09.2020", "2020-09-16"),
        ("31/05/2024", "2024-05-31"),
        ("early 2025", "2025"),
        ("la fin de 2025", "2025"),
        ("the end of June 2025", "2025-06-30"),
        ("last year", "2025"),
        ("l’an dernier", "2025"),
        ("September", "2025-09"),
        ("février", "2026-02"),
    ] {
        check(text, expected);
    }
}

/// What is no date, or may be two, is none.
#[test]
fn other_texts_are_no_dates() {
    for text in ["2024 users", "31 February 2024", "1850", "2000000", "03/06/2024", "the", "maybe"]
    {
        let expected = if text.starts_with("2024") { "2024" } else { "" };
        check(text, expected);
    }
    let french = read(&name_tokens("03/06/2024"), setting(Some(Tongue::Fr)), Towards::Past);
    assert_eq!(french.map(|(_, date)| date.to_string()).as_deref(), Some("2024-06-03"));
}

/// Deadlines are read against the day of the meeting: the first such day after it.
#[test]
fn deadlines_lie_after_the_meeting() {
    for (text, expected) in [
        ("send it by Friday", "2026-03-06"),
        ("by Monday", "2026-03-09"),
        ("by next Tuesday", "2026-03-03"),
        ("d’ici vendredi", "2026-03-06"),
        ("avant le 3 juin", "2026-06-03"),
        ("before 1 March", "2027-03-01"),
        ("by the end of the month", "2026-03-31"),
        ("d’ici la fin du mois", "2026-03-31"),
        ("d’ici la semaine prochaine", "2026-03-13"),
        ("within 10 days", "2026-03-12"),
        ("sous 15 jours", "2026-03-17"),
        ("pour demain", "2026-03-03"),
        ("au plus tard le 15 avril 2026", "2026-04-15"),
        ("by June", "2026-06-30"),
        ("by then", ""),
    ] {
        let found = deadline(&name_tokens(text), setting(None));
        let found = found.map(|(_, _, day)| day.to_string()).unwrap_or_default();
        assert_eq!(found, expected, "{text}");
    }
    let found = closing(&name_tokens("rappeler mardi."), setting(None));
    assert_eq!(found.map(|(at, _, day)| (at, day.to_string())), Some((1, "2026-03-03".into())));
}
