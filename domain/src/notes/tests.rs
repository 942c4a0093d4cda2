use super::sets::{day, lexicon, named, proposed};
use super::*;
use crate::identifier::{Noun, StakeholderId};
use crate::stakeholder::StakeholderKind;
use proptest::prelude::*;
use std::time::{Duration, Instant};
use uuid::Uuid;

fn noted(text: &str) -> Noted {
    read(text, lexicon(), Setting { day: day(), tongue: None }).unwrap()
}

/// A quotation is exactly what stands at its ranges, in bytes and in characters.
fn quotes_hold(text: &str, noted: &Noted) {
    for Proposal { quote, .. } in &noted.proposals {
        assert_eq!(text.get(quote.bytes.start..quote.bytes.end), Some(quote.text.as_str()));
        let Span { start, end } = quote.characters;
        let characters: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(characters, quote.text);
    }
    for mention in &noted.mentions {
        assert_eq!(text.get(mention.span.start..mention.span.end), Some(mention.text.as_str()));
    }
}

/// A proposal quotes its sentence and no other, accents before it or not.
#[test]
fn a_proposal_quotes_its_sentence() {
    let text = "Réunion agréée – été. GIZ funds openIMIS since 2024. Fin.";
    let noted = noted(text);
    assert_eq!(noted.proposals.len(), 1);
    assert_eq!(noted.proposals[0].quote.text, "GIZ funds openIMIS since 2024.");
    quotes_hold(text, &noted);
}

/// A mention is a name behind an `@`, in any letters, or a name with an id; an address is none.
#[test]
fn mentions_are_found() {
    let id = Noun::Stakeholder(StakeholderKind::Organization).format(Uuid::from_u128(10));
    let text =
        format!("Thanks @chai and @[the Initiative]({id}), a@giz.de, @nobody, `@giz` @[GIZ](x)");
    let noted = noted(&text);
    let found: Vec<_> =
        noted.mentions.iter().map(|mention| (mention.text.as_str(), named(mention))).collect();
    let second = format!("@[the Initiative]({id})");
    assert_eq!(found, [("@chai", "CHAI".to_owned()), (second.as_str(), "CHAI".to_owned())]);
    quotes_hold(&text, &noted);
}

/// A name that two have says so, and the form is not filled with a guess.
#[test]
fn shared_names_say_so() {
    let noted = noted("USAID has a seat on the Advisory Council.");
    let Content::Relationship(found) = &noted.proposals[0].content else { panic!("{noted:?}") };
    assert_eq!((found.target.candidates.len(), found.draft().is_none()), (2, true));
    assert_eq!(found.source.certain().map(|end| end.kind), Some(StakeholderKind::Organization));
}

/// A relationship that the rules refuse is not proposed: an end before its start.
#[test]
fn what_is_refused_is_not_proposed() {
    assert_eq!(proposed("GIZ funds openIMIS from 2024 until 2020."), "");
}

/// Notes have a limit like other texts.
#[test]
fn notes_have_a_limit() {
    let setting = Setting { day: day(), tongue: None };
    assert!(read(&"é".repeat(NOTES_LIMIT), lexicon(), setting).is_ok());
    let refused = read(&"é".repeat(NOTES_LIMIT + 1), lexicon(), setting).unwrap_err();
    assert_eq!((refused.code, refused.missing), (RefusalCode::TooLong, vec!["100000".to_owned()]));
    assert_eq!(parse("  ", "notes"), Ok(None));
}

/// Texts that try to make the reading long take no longer than others of their size: a text of ten
/// times the length takes some ten times as long, not a hundred times. Others may disturb a try.
#[test]
fn hostile_texts_are_read_in_their_time() {
    let units = [
        "@",
        "a",
        "`",
        "[",
        "<",
        "\"",
        "«",
        "(",
        "GIZ ",
        "GIZ, ",
        "GIZ and ",
        "GIZ funds ",
        "GIZ funds openIMIS. ",
        "is funded by ",
        "present: ",
        "- [ ] x\n",
        "from 2024 until ",
        "the ",
        "de la ",
        "GIZ (",
        ") ",
        "'",
        "n't ",
        "@[a](",
        "> \n",
        "# \n",
        "```\n",
        "Steering ",
        "University of ",
        "2024-",
        "Action: GIZ to ",
    ];
    for unit in units {
        let time = |length: usize| {
            let text: String = unit.chars().cycle().take(length).collect();
            let begin = Instant::now();
            let noted = noted(&text);
            let taken = begin.elapsed();
            assert!(noted.proposals.len() <= MOST_PROPOSALS);
            taken
        };
        let _ = time(1_000);
        let tries = (0..8).map(|_| (time(10_000), time(100_000)));
        let in_time =
            |(short, long): &(Duration, Duration)| *long < *short * 40 + Duration::from_millis(300);
        assert!(tries.into_iter().any(|tried| in_time(&tried)), "{unit:?}");
    }
}

/// Ten thousand names that begin alike are prepared and looked up in the time that the text takes.
#[test]
fn ten_thousand_names_are_fast() {
    let entry = |number: u128| Entry {
        id: StakeholderId(Uuid::from_u128(number)),
        kind: StakeholderKind::Organization,
        names: vec![format!("Ministry of Health of District {number}"), format!("MOHD{number}")],
        country: None,
        goods: Vec::new(),
    };
    let good = Entry {
        kind: StakeholderKind::GlobalGood,
        names: vec!["openIMIS".into()],
        ..entry(10_001)
    };
    let lexicon = Lexicon::new((1..=10_000).map(entry).chain([good]));
    let text = "The Ministry of Health of District 9999 funds openIMIS.\n\n".repeat(400);
    let begin = Instant::now();
    let noted = read(&text, &lexicon, Setting { day: day(), tongue: None }).unwrap();
    assert_eq!(noted.proposals.len(), 400);
    assert!(begin.elapsed() < Duration::from_secs(3), "{:?}", begin.elapsed());
}

/// Pieces of text that mean something.
#[rustfmt::skip]
const SCRAPS: &[&str] = &[
    "GIZ", "openIMIS", "the Steering Group", "funds", "finance", "est financé par", "is funded by",
    "no longer", "ne", "plus", "n’", "depuis", "since", "2024", "mars", "from", "until", "à", "by Friday",
    "Action:", "Present:", "- [ ] ", "\n", "\n\n", "> ", "# ", "```", "`", "@", "@[", "](", ")", "(", ",", ".",
    "?", "é", "🌳", "e\u{301}", "and", "et", "which", "will pilot in", "Cameroon", "Decided:", "approach",
    "for funding", "\"", "«", "»", "1er", "'", "’", "Subject: x", "From: a@giz.de",
    "Le 3 mars 2026, GIZ a écrit :", "rappeler", "mardi", "Appelé",
];

/// The same, thrown together.
fn scraps() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SCRAPS), 0..40).prop_map(|words| words.join(" "))
}

proptest! {
    /// No text makes the reading fail; its quotations hold, and it is the same every time.
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let noted = noted(&text);
        quotes_hold(&text, &noted);
        prop_assert_eq!(&noted, &self::noted(&text));
    }

    /// The same for texts that look like notes.
    #[test]
    fn any_notes_are_read(text in scraps()) {
        let noted = noted(&text);
        quotes_hold(&text, &noted);
        prop_assert_eq!(&noted, &self::noted(&text));
        for Proposal { content, .. } in &noted.proposals {
            if let Content::Relationship(found) = content {
                prop_assert!(found.draft().is_none_or(|draft| draft.parse().is_ok()));
            }
        }
    }

    /// A line that logs a contact, or a pasted e-mail, is read whatever it holds.
    #[test]
    fn any_line_is_read(text in prop_oneof![any::<String>(), scraps()]) {
        let setting = Setting { day: day(), tongue: None };
        let contact = line::read(&text, lexicon(), setting, line::Ours::default()).unwrap();
        prop_assert!(contact.note.chars().count() <= crate::text::LINE_LIMIT);
        for party in contact.parties {
            prop_assert!(text.get(party.span.start..party.span.end).is_some());
        }
    }
}
