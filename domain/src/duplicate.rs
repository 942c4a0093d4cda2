//! Duplicates: stakeholders of one kind that seem to be one and the same, because they share a name, an
//! acronym or an id elsewhere. A person decides; nothing is merged by this.

use crate::identifier::StakeholderId;
use crate::stakeholder::{ExternalId, StakeholderKind};
use crate::text::fold;
use crate::vocabulary;
use std::collections::HashMap;

vocabulary! {
    /// Why two stakeholders seem to be one.
    pub enum Likeness {
        /// They have one id in another registry.
        ExternalId = "EXTERNAL_ID", "the same id elsewhere" | "le même identifiant ailleurs";
        /// They have one name, accents and case aside.
        Name = "NAME", "the same name" | "le même nom";
        /// They have one short form.
        Acronym = "ACRONYM", "the same acronym" | "le même sigle";
    }
}

/// A stakeholder as duplicates are found.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// Who.
    pub id: StakeholderId,
    /// What it is.
    pub kind: StakeholderKind,
    /// Its names and aliases.
    pub names: &'a [&'a str],
    /// Its short form.
    pub acronym: Option<&'a str>,
    /// Its ids elsewhere.
    pub external_ids: &'a [ExternalId],
}

/// A stakeholder with the first one before it that it seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The later one.
    pub id: StakeholderId,
    /// The earlier one.
    pub other: StakeholderId,
    /// Why.
    pub why: Likeness,
}

/// Each stakeholder that seems to be one that comes before it, in the order given, with the surest reason.
pub fn duplicates<'a>(all: impl IntoIterator<Item = Candidate<'a>>) -> Vec<Alike> {
    let mut first: HashMap<(StakeholderKind, Likeness, String), StakeholderId> = HashMap::new();
    let mut found = Vec::new();
    for candidate in all {
        let marks = marks(&candidate);
        let known = |(why, mark): &(Likeness, String)| {
            let other = first.get(&(candidate.kind, *why, mark.clone()))?;
            Some(Alike { id: candidate.id, other: *other, why: *why })
        };
        found.extend(marks.iter().filter_map(known).min_by_key(|alike| alike.why));
        for (why, mark) in marks {
            first.entry((candidate.kind, why, mark)).or_insert(candidate.id);
        }
    }
    found
}

/// What tells a stakeholder from others; no mark of fewer than two letters.
fn marks(candidate: &Candidate<'_>) -> Vec<(Likeness, String)> {
    let ids = candidate.external_ids.iter();
    let ids = ids.map(|id| (Likeness::ExternalId, format!("{}:{}", id.registry, id.value)));
    let names = candidate.names.iter().map(|name| (Likeness::Name, fold(name)));
    let acronym = candidate.acronym.map(|acronym| (Likeness::Acronym, fold(acronym)));
    let all = ids.chain(names).chain(acronym);
    all.filter(|(_, mark)| mark.chars().count() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stakeholder::Registry;
    use uuid::Uuid;

    fn check(
        rows: &[(StakeholderKind, &[&str], Option<&str>, &str)],
        expected: &[(u128, u128, Likeness)],
    ) {
        let id = |number: u128| StakeholderId(Uuid::from_u128(number));
        let ids: Vec<Vec<ExternalId>> = rows
            .iter()
            .map(|(.., value)| {
                let value = (*value).to_owned();
                let known = (!value.is_empty())
                    .then_some(ExternalId { registry: Registry::Wikidata, value });
                known.into_iter().collect()
            })
            .collect();
        let all = (1..).zip(rows).zip(&ids).map(|((number, (kind, names, acronym, _)), ids)| {
            Candidate { id: id(number), kind: *kind, names, acronym: *acronym, external_ids: ids }
        });
        let found: Vec<_> = duplicates(all).iter().map(|it| (it.id, it.other, it.why)).collect();
        let expected: Vec<_> = expected.iter().map(|(a, b, why)| (id(*a), id(*b), *why)).collect();
        assert_eq!(found, expected);
    }

    /// One kind and one name, acronym or outside id make two alike; the surest reason is told.
    #[test]
    fn those_that_share_a_mark_are_alike() {
        use StakeholderKind::{GlobalGood, Organization};
        check(
            &[
                (Organization, &["World Health Organization"], Some("WHO"), "Q1"),
                (Organization, &["world health  organization", "OMS"], None, ""),
                (GlobalGood, &["World Health Organization"], Some("WHO"), "Q1"),
                (Organization, &["Weltgesundheit"], Some("who"), "Q1"),
                (Organization, &["ILO"], None, ""),
            ],
            &[(2, 1, Likeness::Name), (4, 1, Likeness::ExternalId)],
        );
        check(&[(Organization, &["A"], None, ""), (Organization, &["A"], None, "")], &[]);
    }
}
