//! A table of capabilities: rows read into drafts of what somebody named can give for a good, and
//! what would become of each. A row that repeats a capability adds a piece of evidence to it.

use super::column::Settings;
use super::reader::Reader;
use super::register::{Found, Register, Who};
use super::statement::{
    Statement, StatementOutcome, StatementRow, one, placeholder, plan_statements,
};
use super::{Sheet, Stopped, Waiting};
use crate::capability::{CapabilityDraft, CapabilityFacts, ServiceKind};
use crate::identifier::{CapabilityId, StakeholderId};
use crate::refusal::{Refusal, Refusals};
use crate::relationship::End;
use crate::stakeholder::{StakeholderKind, Visibility};
use crate::text::fold;
use crate::vocabulary::Word;
use std::collections::HashMap;

mod column;
mod read;
mod word;
pub use column::CapabilityColumn;

use CapabilityColumn as Column;

/// What a row says about a capability, whose it is and for what still by name.
#[derive(Clone, Debug, PartialEq)]
pub struct CapabilityRecord {
    /// Who can give it.
    pub provider: String,
    /// For which good.
    pub good: String,
    /// What is given.
    pub service: ServiceKind,
    /// To what degree; none is not recorded.
    pub level: Option<i32>,
    /// In which countries.
    pub countries: Vec<String>,
    /// In which languages.
    pub languages: Vec<String>,
    /// Until which day it may be relied on, in ISO form.
    pub expires_on: String,
    /// A remark.
    pub note: String,
    /// Who may see it; none is as the importer decides.
    pub visibility: Option<Visibility>,
    /// The name of the community that maintains it; empty is as the importer decides.
    pub community: String,
}

/// Whose a capability is, and for which good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapabilityEnds {
    /// Who can give it.
    pub provider: Found,
    /// For which good.
    pub good: Found,
}

/// What makes two capabilities the same one, wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CapabilityKey {
    provider: StakeholderId,
    good: StakeholderId,
    service: ServiceKind,
    countries: Vec<String>,
    languages: Vec<String>,
}

/// What would become of a row about a capability.
pub type CapabilityOutcome = StatementOutcome<CapabilityId, CapabilityEnds>;

/// A capability of a table and what would become of it.
pub type CapabilityRow = StatementRow<Column, CapabilityRecord, CapabilityId, CapabilityEnds>;

/// Plans every row of a table of capabilities. The register knows whom the importer may see;
/// `stored` are the capabilities that exist already.
pub fn plan_capabilities(
    sheet: &Sheet,
    settings: &Settings<Column>,
    register: &Register,
    stored: &HashMap<CapabilityKey, CapabilityId>,
    waiting: Waiting<'_>,
) -> Result<Vec<CapabilityRow>, Stopped> {
    plan_statements::<CapabilityRecord>(sheet, settings, register, stored, waiting)
}

impl CapabilityKey {
    /// The key of checked facts, whose lists are in order.
    pub fn of(facts: &CapabilityFacts) -> Self {
        Self {
            provider: facts.provider,
            good: facts.good,
            service: facts.service,
            countries: facts.countries.clone(),
            languages: facts.languages.clone(),
        }
    }
}

impl CapabilityRecord {
    /// The draft, once it is said which id each of the two has.
    pub fn draft(
        &self,
        ends: &CapabilityEnds,
        id_of: impl Fn(Who) -> StakeholderId,
    ) -> CapabilityDraft {
        let end = |found: Found| End { id: id_of(found.who), kind: found.kind };
        CapabilityDraft {
            provider: end(ends.provider),
            good: end(ends.good),
            service: self.service,
            level: self.level,
            countries: self.countries.clone(),
            languages: self.languages.clone(),
            expires_on: self.expires_on.clone(),
            note: self.note.clone(),
        }
    }
}

impl Statement for CapabilityRecord {
    type Column = Column;
    type Id = CapabilityId;
    type Ends = CapabilityEnds;
    type Key = CapabilityKey;

    fn read(reader: &mut Reader<Column>) -> Option<Vec<Self>> {
        Some(read::read(reader))
    }

    fn check(&self, register: &Register) -> Result<(CapabilityEnds, CapabilityKey), Vec<Refusal>> {
        let ends = find(self, register)?;
        let facts = self.draft(&ends, placeholder).parse()?;
        Ok((ends, CapabilityKey::of(&facts)))
    }

    /// Each community may record its own: an export of two reads back as two.
    fn place(&self) -> String {
        let visibility = self.visibility.map(Word::code).unwrap_or_default();
        format!("{visibility} {}", fold(&self.community))
    }
}

/// Finds both whom a record names. A name that a good shares with the body behind it means the one
/// that can stand there.
fn find(record: &CapabilityRecord, register: &Register) -> Result<CapabilityEnds, Vec<Refusal>> {
    use StakeholderKind::{GlobalGood, Group, Organization};
    let mut refusals = Refusals::new();
    let mut named = |name: &str, kinds: &[StakeholderKind], field: &str| {
        let all = register.find(name, None);
        let fit: Vec<Found> =
            all.iter().copied().filter(|found| kinds.contains(&found.kind)).collect();
        let found = if fit.is_empty() { all } else { fit };
        refusals.take(one(register, name, &found, field))
    };
    let provider = named(&record.provider, &[Organization, Group], "provider");
    let good = named(&record.good, &[GlobalGood], "good");
    let ends = provider.zip(good).map(|(provider, good)| CapabilityEnds { provider, good });
    refusals.finish(ends)
}

#[cfg(test)]
mod tests;
