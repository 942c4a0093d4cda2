//! How well the reader does on sentences of somebody who has not seen it.

use super::{Content, Party, dated};
use crate::country::Country;
use crate::identifier::StakeholderId;
use crate::notes::{Entry, Lexicon, Presence, Setting, read};
use crate::relationship::Symmetry;
use crate::stakeholder::StakeholderKind;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

const HELD_OUT: &str = include_str!("heldout.tsv");

/// The Wednesday that these sentences are read on.
fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 10).unwrap()
}

/// The lexicon at the head: `#Name`, kind, aliases. An implementation is named by its good and its
/// country, which records of Banyan have as fields.
fn entries() -> Vec<Entry> {
    let lines = HELD_OUT.lines().filter_map(|line| line.strip_prefix('#'));
    let rows: Vec<Vec<&str>> = lines
        .filter(|line| !line.starts_with(' '))
        .map(|line| line.split('\t').collect())
        .collect();
    let id = |line: usize| StakeholderId(Uuid::from_u128(line as u128 + 1));
    let entry = |(line, row): (usize, &Vec<&str>)| {
        let good = rows.iter().position(|good| {
            good[1] == "GlobalGood" && row[0].starts_with(&format!("{} ", good[0]))
        });
        let kind = kind(row[1]);
        let is_implementation = kind == StakeholderKind::Implementation;
        let place = row[0].rsplit(' ').next().unwrap();
        let aliases = row[2].split(';').filter(|alias| !alias.is_empty());
        Entry {
            id: id(line),
            kind,
            names: std::iter::once(row[0]).chain(aliases).map(str::to_owned).collect(),
            country: Country::find(place),
            goods: good.filter(|_| is_implementation).map(id).into_iter().collect(),
        }
    };
    rows.iter().enumerate().map(entry).collect()
}

fn kind(name: &str) -> StakeholderKind {
    use StakeholderKind::{GlobalGood, Group, Implementation, Organization, Place, Programme};
    match name {
        "Organization" => Organization,
        "GlobalGood" => GlobalGood,
        "Group" => Group,
        "Implementation" => Implementation,
        "Place" => Place,
        "Programme" => Programme,
        other => panic!("{other}"),
    }
}

/// A proposal as the set writes it; none for what the set does not write, such as apologies.
fn shown(content: &Content, names: &BTreeMap<StakeholderId, String>) -> Option<String> {
    let name = |party: &Party| match &party.candidates[..] {
        [end] => names[&end.id].clone(),
        _ => format!("?{}", party.text),
    };
    let on = |word: &str, date| match dated(date).as_str() {
        "" => String::new(),
        date => format!(" {word}{date}"),
    };
    Some(match content {
        Content::Relationship(found) => {
            let (mut source, mut target) = (name(&found.source), name(&found.target));
            if found.kind.rule().direction == Symmetry::Symmetric && target < source {
                std::mem::swap(&mut source, &mut target);
            }
            let since = on("since ", found.valid.from);
            let until = on("until ", found.valid.to);
            format!("{} {source} -> {target}{since}{until}", found.kind)
        }
        Content::End(found) => {
            let (source, target) = (name(&found.source), name(&found.target));
            format!("END {} {source} -> {target}{}", found.kinds[0], on("", found.on))
        }
        Content::Implementation(found) => format!("IMPLEMENTATION {}", name(&found.good)),
        Content::Attendance(found) if found.presence == Presence::Excused => return None,
        Content::Attendance(found) => {
            let people: Vec<_> = found.attendees.iter().map(|one| name(&one.party)).collect();
            format!("ATTEND {}", people.join(","))
        }
        Content::Action(found) => {
            let owner = found.owner.as_ref().filter(|owner| owner.certain().is_some());
            let owner = owner.map(|owner| format!(" owner={}", name(owner))).unwrap_or_default();
            let due = found.due.map(|due| format!(" due={due}")).unwrap_or_default();
            format!("ACTION{owner}{due}")
        }
        Content::Engagement(found) => format!("ENGAGE {} {}", name(&found.party), found.objective),
        Content::Decision(_) => "DECISION".to_owned(),
    })
}

/// At least 95 of 100 proposals are right, and at least 70 of 100 that are wanted are made: each
/// proposal counts with its kind, its parties, its direction and its dates.
#[test]
fn the_held_out_sentences_are_read_well_enough() {
    let entries = entries();
    let names = entries.iter().map(|entry| (entry.id, entry.names[0].clone())).collect();
    let lexicon = Lexicon::new(entries);
    let (mut made, mut wanted, mut right, mut told) = (0, 0, 0, String::new());
    let rows = super::rows(HELD_OUT);
    assert_eq!(rows.len(), 40);
    for row in rows {
        let noted = read(row[0], &lexicon, Setting { day: day(), tongue: None }).unwrap();
        let found: Vec<_> =
            noted.proposals.iter().filter_map(|one| shown(&one.content, &names)).collect();
        let expected: Vec<&str> = row[1].split(" ; ").filter(|one| *one != "-").collect();
        let hits = expected.iter().filter(|one| found.iter().any(|found| found == *one)).count();
        (made, wanted, right) = (made + found.len(), wanted + expected.len(), right + hits);
        if hits < expected.len() || hits < found.len() {
            told += &format!("{}\n  wanted {}\n  found  {}\n", row[0], row[1], found.join(" ; "));
        }
    }
    println!("{right} right of {made} made, of {wanted} wanted\n{told}");
    assert!(right * 100 >= made * 95, "precision: {right} of {made}\n{told}");
    assert!(right * 100 >= wanted * 70, "recall: {right} of {wanted}\n{told}");
}
