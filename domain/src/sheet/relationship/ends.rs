//! Whom the names at the ends of a relationship mean.

use super::RelationshipRecord;
use crate::refusal::{Refusal, Refusals};
use crate::sheet::register::{Found, Register};
use crate::sheet::statement::one;

/// Whom a relationship joins and involves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// From.
    pub source: Found,
    /// To.
    pub target: Found,
    /// Through whom.
    pub via: Option<Found>,
    /// Who stands in the way.
    pub blocked_by: Option<Found>,
}

/// Finds everybody whom a record names. Where a name means several, the kind of the relationship
/// decides if it can; else the name is refused with the short names to choose from.
pub(super) fn find(record: &RelationshipRecord, register: &Register) -> Result<Ends, Vec<Refusal>> {
    let mut refusals = Refusals::new();
    let (sources, targets) = (register.find(&record.from, None), register.find(&record.to, None));
    let pairs: Vec<(Found, Found)> = sources
        .iter()
        .flat_map(|source| targets.iter().map(|target| (*source, *target)))
        .filter(|(source, target)| record.kind.joins(source.kind, target.kind))
        .collect();
    let joined = match pairs.as_slice() {
        [pair] => Some(*pair),
        _ => {
            let source = refusals.take(one(register, &record.from, &sources, "source"));
            let target = refusals.take(one(register, &record.to, &targets, "target"));
            source.zip(target)
        }
    };
    let mut optional = |name: &str, field: &str| {
        if name.is_empty() {
            return None;
        }
        refusals.take(one(register, name, &register.find(name, None), field))
    };
    let via = optional(&record.via, "via");
    let blocked_by = optional(&record.blocked_by, "blockedBy");
    refusals.finish(joined.map(|(source, target)| Ends { source, target, via, blocked_by }))
}
