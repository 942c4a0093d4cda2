//! Whose names are known: the stakeholders already stored and the rows already read, found by name.
//! Kinds are never mixed: a global good and the body that carries it may share a name.

use super::likeness::{Likeness, NameForm, fold_name};
use crate::identifier::StakeholderId;
use crate::stakeholder::StakeholderKind;
use crate::vocabulary;
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// Why a name is taken for somebody known, the surest reason last.
    pub enum Why {
        /// One is the first letters of the other; a person must decide.
        Initials = "INITIALS", "the initials fit" | "les initiales concordent";
        /// Most words are the same; a person must decide.
        Words = "WORDS", "most words are the same" | "la plupart des mots concordent";
        /// The spelling is close; a person must decide.
        Spelling = "SPELLING", "a close spelling" | "une graphie proche";
        /// The same but for a legal form or for what stands in brackets; a person must decide.
        Core = "CORE", "the same but for a legal form or brackets" | "identique à la forme juridique ou aux parenthèses près";
        /// It is an alias or the acronym.
        OtherName = "OTHER_NAME", "another name or the acronym" | "un autre nom ou le sigle";
        /// It is the name.
        Name = "NAME", "the same name" | "le même nom";
        /// It is the short name in addresses.
        Slug = "SLUG", "the same short name in addresses" | "le même nom court dans les adresses";
        /// It says the same of the same two; for relationships.
        SameRelationship = "SAME_RELATIONSHIP", "the same relationship" | "la même relation";
        /// It says that the same can give the same for the same in the same places; for capabilities.
        SameCapability = "SAME_CAPABILITY", "the same capability" | "la même capacité";
        /// A person said so.
        Decided = "DECIDED", "decided by hand" | "décidé à la main";
    }
}

impl Why {
    /// Whether the reason is sure enough without asking a person.
    pub fn is_sure(self) -> bool {
        self >= Self::OtherName
    }
}

/// Somebody whose names are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A stored stakeholder.
    Stored(StakeholderId),
    /// The stakeholder of a row of the sheet, by its number.
    Row(usize),
}

/// Who somebody is and what they are called.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Who.
    pub who: Who,
    /// What kind of stakeholder.
    pub kind: StakeholderKind,
    /// The short name in addresses; empty when there is none yet.
    pub slug: String,
    /// The names proper.
    pub main: Vec<String>,
    /// Aliases and the acronym.
    pub other: Vec<String>,
}

/// Somebody found by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub who: Who,
    /// What kind of stakeholder.
    pub kind: StakeholderKind,
    /// Why.
    pub why: Why,
}

/// Everybody whose names are known.
#[derive(Clone, Debug, Default)]
pub struct Register {
    entries: Vec<Known>,
    by_who: BTreeMap<Who, usize>,
    by_slug: BTreeMap<String, Vec<usize>>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_key: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Known {
    entry: Entry,
    forms: Vec<NameForm>,
    main: Vec<String>,
}

/// Of a name that shares keys with more than these, only those with its rarest keys are looked at:
/// what it has in common with a crowd tells nothing.
const ENOUGH: usize = 50;

impl Register {
    /// Knows these from the start.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut register = Self::default();
        for entry in entries {
            register.add(entry);
        }
        register
    }

    /// Adds somebody, or further names of somebody.
    pub fn add(&mut self, entry: Entry) {
        let index = self.entries.len();
        let names = || entry.main.iter().chain(&entry.other).filter(|name| !name.trim().is_empty());
        let forms: Vec<NameForm> = names().map(|name| NameForm::new(name)).collect();
        if !entry.slug.is_empty() {
            self.by_slug.entry(entry.slug.clone()).or_default().push(index);
        }
        for form in &forms {
            self.by_name.entry(form.folded.clone()).or_default().push(index);
            for key in form.keys() {
                self.by_key.entry(key).or_default().push(index);
            }
        }
        self.by_who.entry(entry.who).or_insert(index);
        let main = entry.main.iter().map(|name| fold_name(name)).collect();
        self.entries.push(Known { entry, forms, main });
    }

    /// Everybody whom this short name or name names exactly, the surest reason only; of any kind
    /// when none is asked for.
    pub fn find(&self, name: &str, kind: Option<StakeholderKind>) -> Vec<Found> {
        let slug =
            self.by_slug.get(name.trim()).into_iter().flatten().map(|index| (*index, Why::Slug));
        let folded = fold_name(name);
        let named = self.by_name.get(&folded).into_iter().flatten().map(|index| {
            let main = self.entries[*index].main.contains(&folded);
            (*index, if main { Why::Name } else { Why::OtherName })
        });
        let found = self.of_kind(slug.chain(named).filter(|_| !folded.is_empty()), kind);
        let surest = found.iter().map(|found| found.why).max();
        found.into_iter().filter(|found| Some(found.why) == surest).collect()
    }

    /// Everybody of the kind with a name like one of these, the likest first; of those that are
    /// equally like, first who shares what few others have.
    pub fn suggest<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
        kind: StakeholderKind,
    ) -> Vec<Found> {
        let mut reasons: Vec<(usize, Why)> = Vec::new();
        for form in names.into_iter().map(NameForm::new) {
            for index in self.candidates(&form, kind) {
                let known = self.entries[index].forms.iter();
                let alike = known.filter_map(|known| known.likeness(&form)).max();
                reasons.extend(alike.map(|alike| (index, why(alike))));
            }
        }
        let mut found = self.of_kind(reasons.into_iter(), Some(kind));
        found.sort_by_key(|found| std::cmp::Reverse(found.why));
        found.truncate(5);
        found
    }

    /// What is known of somebody, as first added.
    pub fn entry(&self, who: Who) -> Option<&Entry> {
        self.by_who.get(&who).map(|index| &self.entries[*index].entry)
    }

    /// Who may have a name like this one: those who share its rarest keys, the rarest first.
    fn candidates(&self, form: &NameForm, kind: StakeholderKind) -> Vec<usize> {
        let keys = form.keys();
        let mut shared: Vec<_> = keys.iter().filter_map(|key| self.by_key.get(key)).collect();
        shared.sort_by_key(|indexes| indexes.len());
        let mut seen = BTreeSet::new();
        let is_new = |index: &usize| self.entries[*index].entry.kind == kind && seen.insert(*index);
        shared.into_iter().flatten().copied().filter(is_new).take(ENOUGH).collect()
    }

    /// Each once, with the surest of its reasons, in the order in which they were first found.
    fn of_kind(
        &self,
        reasons: impl Iterator<Item = (usize, Why)>,
        kind: Option<StakeholderKind>,
    ) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (index, why) in reasons {
            let entry = &self.entries[index].entry;
            if kind.is_some_and(|kind| kind != entry.kind) {
                continue;
            }
            match found.iter_mut().find(|known| known.who == entry.who) {
                Some(known) => known.why = known.why.max(why),
                None => found.push(Found { who: entry.who, kind: entry.kind, why }),
            }
        }
        found
    }
}

fn why(likeness: Likeness) -> Why {
    match likeness {
        Likeness::Initials => Why::Initials,
        Likeness::Words => Why::Words,
        Likeness::Spelling => Why::Spelling,
        Likeness::Core => Why::Core,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StakeholderKind::{GlobalGood, Organization};

    fn entry(
        number: usize,
        kind: StakeholderKind,
        slug: &str,
        main: &[&str],
        other: &[&str],
    ) -> Entry {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Entry {
            who: Who::Row(number),
            kind,
            slug: slug.into(),
            main: owned(main),
            other: owned(other),
        }
    }

    fn register() -> Register {
        Register::new([
            entry(1, GlobalGood, "openmrs", &["OpenMRS"], &[]),
            entry(2, Organization, "openmrs-inc", &["OpenMRS"], &[]),
            entry(
                3,
                Organization,
                "who",
                &["World Health Organization", "Organisation mondiale de la Santé"],
                &["WHO", "OMS"],
            ),
            entry(4, Organization, "bluesquare", &["Bluesquare"], &[]),
        ])
    }

    fn check(name: &str, kind: Option<StakeholderKind>, expected: &[(usize, Why)]) {
        let found = register().find(name, kind);
        let found: Vec<_> = found.iter().map(|found| (found.who, found.why)).collect();
        let expected: Vec<_> = expected.iter().map(|(row, why)| (Who::Row(*row), *why)).collect();
        assert_eq!(found, expected, "{name}");
    }

    /// Somebody is found by short name, name, alias and acronym, accents and case or not, and only
    /// among the kind that is asked for.
    #[test]
    fn names_find_their_own_kind() {
        check("who", Some(Organization), &[(3, Why::Slug)]);
        check("OMS", Some(Organization), &[(3, Why::OtherName)]);
        check("organisation mondiale de la sante", Some(Organization), &[(3, Why::Name)]);
        check("OpenMRS", Some(GlobalGood), &[(1, Why::Name)]);
        check("OpenMRS", None, &[(1, Why::Name), (2, Why::Name)]);
        check("openmrs-inc", None, &[(2, Why::Slug)]);
        check("o. m. s.", Some(Organization), &[(3, Why::OtherName)]);
        check("OMS", Some(GlobalGood), &[]);
        check(" ", None, &[]);
    }

    /// However many names are nearly the same, each is compared with few of them, and the one that
    /// is meant is still among them.
    #[test]
    fn a_crowd_of_like_names_is_not_compared() {
        let named =
            |number: usize| format!("Ministry of Health number {number} of Land{}", number % 7);
        let register = Register::new(
            (0..1_000).map(|number| entry(number, Organization, "", &[&named(number)], &[])),
        );
        for (name, number) in [
            ("Ministry of Helth number 731 of Land3", 731),
            ("Minstry of Health, number 12, Land5", 12),
            ("The Ministry of Health number 999 of Land5 Ltd", 999),
        ] {
            assert!(register.candidates(&NameForm::new(name), Organization).len() <= ENOUGH);
            let found = register.suggest([name], Organization);
            assert!(found.iter().any(|found| found.who == Who::Row(number)), "{name}: {found:?}");
        }
    }

    /// A like name is suggested, never within another kind.
    #[test]
    fn like_names_are_suggested() {
        let suggested = |name: &str, kind| register().suggest([name], kind);
        let found = suggested("BlueSquare SA", Organization);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].who, found[0].why), (Who::Row(4), Why::Core));
        assert!(!found[0].why.is_sure());
        assert_eq!(suggested("BlueSquare SA", GlobalGood), []);
        assert_eq!(suggested("Organization World Health", Organization)[0].why, Why::Words);
    }
}
