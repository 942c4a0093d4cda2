//! Sentences with what they must propose, in files that a reviewer reads, and how well they are read.

mod heldout;

use super::{Content, Entry, Lexicon, Party, Setting, read};
use crate::country::Country;
use crate::identifier::StakeholderId;
use crate::interval::DatePoint;
use crate::stakeholder::StakeholderKind;
use crate::vocabulary::Word;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use uuid::Uuid;

/// Who is known in these sets: kind, names, country, goods.
const LEXICON: &str = include_str!("sets/lexicon.tsv");
/// Sentences that propose, in English and French.
const PROPOSING: &str = include_str!("sets/proposing.tsv");
/// Sentences that propose nothing.
const SILENT: &str = include_str!("sets/silent.tsv");

/// The Monday that all sets are read on.
pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

/// The lines of a set that are no comments, as cells.
pub(super) fn rows(set: &str) -> Vec<Vec<&str>> {
    let lines = set.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.split('\t').collect()).collect()
}

/// The stakeholders of a set; the id of each is its line.
pub(super) fn entries(set: &str) -> Vec<Entry> {
    let rows = rows(set);
    let id = |line: usize| StakeholderId(Uuid::from_u128(line as u128 + 1));
    let place = |name: &str| rows.iter().position(|row| row[1].split('|').any(|one| one == name));
    let entry = |(line, row): (usize, &Vec<&str>)| Entry {
        id: id(line),
        kind: StakeholderKind::parse(row[0]).unwrap_or_else(|| panic!("{row:?}")),
        names: row[1].split('|').map(str::to_owned).collect(),
        country: row.get(2).and_then(|name| Country::find(name)),
        goods: row.get(3).and_then(|name| place(name)).map(id).into_iter().collect(),
    };
    rows.iter().enumerate().map(entry).collect()
}

pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON_OF_SETS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(entries(LEXICON)));
    &LEXICON_OF_SETS
}

/// The first name of each stakeholder of these sets.
static FIRST_NAMES: LazyLock<BTreeMap<StakeholderId, String>> = LazyLock::new(|| {
    entries(LEXICON).into_iter().map(|entry| (entry.id, entry.names[0].clone())).collect()
});

/// Who is meant, by the first name; several with a question mark, the unknown as written.
pub(super) fn named(party: &Party) -> String {
    let names: Vec<_> = party.candidates.iter().map(|end| FIRST_NAMES[&end.id].clone()).collect();
    match (&names[..], party.country) {
        ([], Some(country)) => country.name(crate::vocabulary::Tongue::En).to_owned(),
        ([], None) => party.text.clone(),
        ([name], _) => name.clone(),
        _ => format!("?{}", names.join("/")),
    }
}

fn dated(date: Option<DatePoint>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// A proposal as the sets write it.
fn shown(content: &Content) -> String {
    match content {
        Content::Relationship(found) => {
            let dates = format!("{}..{}", dated(found.valid.from), dated(found.valid.to));
            let dates = if dates == ".." { String::new() } else { format!(" {dates}") };
            let via =
                found.via.as_ref().map(|via| format!(" via {}", named(via))).unwrap_or_default();
            format!(
                "{} {} -> {}{dates}{via}",
                found.kind,
                named(&found.source),
                named(&found.target)
            )
        }
        Content::End(found) => {
            let kinds: Vec<_> = found.kinds.iter().map(|kind| kind.code()).collect();
            let on = found.on.map(|on| format!(" {on}")).unwrap_or_default();
            format!(
                "END {} {} -> {}{on}",
                kinds.join("/"),
                named(&found.source),
                named(&found.target)
            )
        }
        Content::Implementation(found) => {
            let stage = found.stage.map(|stage| format!(" {stage}")).unwrap_or_default();
            let by = found.by.as_ref().map(|by| format!(" by {}", named(by))).unwrap_or_default();
            let since = found.since.map(|since| format!(" {since}")).unwrap_or_default();
            format!(
                "IMPLEMENTATION {} -> {}{stage}{by}{since}",
                named(&found.good),
                named(&found.place)
            )
        }
        Content::Attendance(found) => {
            let people = found.attendees.iter().map(|attendee| {
                let organization = attendee.organization.as_ref();
                let behind =
                    organization.map(|party| format!(" ({})", named(party))).unwrap_or_default();
                format!("{}{behind}", named(&attendee.party))
            });
            format!("{} {}", found.presence, people.collect::<Vec<_>>().join(", "))
        }
        Content::Action(found) => {
            let owner = found.owner.as_ref().map(named).unwrap_or_default();
            let due = found.due.map(|due| due.to_string()).unwrap_or_default();
            format!("ACTION {owner} | {} | {due}", found.text)
        }
        Content::Engagement(found) => {
            format!("ENGAGEMENT {} {}", named(&found.party), found.objective)
        }
        Content::Decision(found) => format!("DECISION {found}"),
    }
}

/// Everything that a text proposes, as the sets write it.
pub(super) fn proposed(text: &str) -> String {
    let noted = read(text, lexicon(), Setting { day: day(), tongue: None }).unwrap();
    let contents: Vec<_> = noted.proposals.iter().map(|found| shown(&found.content)).collect();
    contents.join(" ; ")
}

/// Compares every line of a set and tells all that differ at once.
fn check(set: &str, least: usize, expected: impl Fn(&[&str]) -> (String, String)) {
    let rows = rows(set);
    assert!(rows.len() >= least, "{} sentences of {least}", rows.len());
    let differing: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let (sentence, expected) = expected(row);
            let found = proposed(&sentence.replace("\\n", "\n"));
            (found != expected)
                .then(|| format!("{sentence}\n  wanted {expected}\n  found  {found}"))
        })
        .collect();
    assert!(differing.is_empty(), "{} differ\n{}", differing.len(), differing.join("\n"));
}

/// What a sentence states is proposed, in both languages, with its dates.
#[test]
fn statements_propose() {
    check(PROPOSING, 60, |row| (row[1].to_owned(), row[0].to_owned()));
}

/// Questions, denials, hopes, conditions, hearsay, quotations, headings and code propose nothing.
#[test]
fn doubts_propose_nothing() {
    check(SILENT, 30, |row| (row[0].to_owned(), String::new()));
}
