//! What would become of each row of a table of relationships: created, matched or refused.

use super::read::read;
use super::{
    RelationshipColumn as Column, RelationshipKey, RelationshipOutcome, RelationshipRecord,
    RelationshipRow, ends,
};
use crate::identifier::{RelationshipId, StakeholderId};
use crate::refusal::Refusal;
use crate::sheet::column::Settings;
use crate::sheet::evidence::{self, EvidenceRecord};
use crate::sheet::reader::{Reader, by_cell};
use crate::sheet::register::{Register, Who};
use crate::sheet::{Row, Sheet, Stopped, Waiting};
use std::collections::HashMap;
use uuid::Uuid;

use ends::Ends;

/// Plans every row of a table of relationships. The register knows whom the importer may see, and
/// the stakeholders of a table read before; `stored` are the relationships that exist already.
pub fn plan_relationships(
    sheet: &Sheet,
    settings: &Settings<Column>,
    register: &Register,
    stored: &HashMap<RelationshipKey, RelationshipId>,
    waiting: Waiting<'_>,
) -> Result<Vec<RelationshipRow>, Stopped> {
    let mut rows: Vec<RelationshipRow> = Vec::with_capacity(sheet.rows.len());
    let mut keys: HashMap<RelationshipKey, usize> = HashMap::new();
    for row in &sheet.rows {
        waiting()?;
        for (planned, key) in plan(settings, register, row) {
            let earlier =
                key.as_ref().and_then(|key| keys.get(key)).and_then(|index| rows.get_mut(*index));
            if let Some(earlier) = earlier {
                earlier.numbers.push(row.number);
                earlier.evidence.extend(planned.evidence);
                continue;
            }
            let mut planned = planned;
            if let Some(key) = key {
                if let (Some(id), RelationshipOutcome::Create(ends)) =
                    (stored.get(&key), &planned.outcome)
                {
                    planned.outcome = RelationshipOutcome::Match { id: *id, ends: *ends };
                }
                keys.insert(key, rows.len());
            }
            rows.push(planned);
        }
    }
    let told = rows.iter().flat_map(|row| &row.evidence);
    let refused = evidence::contradictions(settings, told);
    for row in &mut rows {
        if let Some(refusals) = row.numbers.iter().find_map(|number| refused.get(number)) {
            row.outcome = RelationshipOutcome::Reject { refusals: refusals.clone() };
        }
    }
    Ok(rows)
}

/// The relationships of one row: one for each target that it names.
fn plan(
    settings: &Settings<Column>,
    register: &Register,
    row: &Row,
) -> Vec<(RelationshipRow, Option<RelationshipKey>)> {
    let mut reader = Reader::new(settings, row);
    let read = read(&mut reader);
    let evidence: Vec<EvidenceRecord> =
        evidence::read(&mut reader, row.number).into_iter().collect();
    let assumed = reader.assumed;
    let refusals = reader.refusals.finish::<()>(None).err().unwrap_or_default();
    let row_of = |record, outcome| RelationshipRow {
        numbers: vec![row.number],
        record,
        evidence: evidence.clone(),
        assumed: assumed.clone(),
        outcome,
    };
    let reject = |refusals| RelationshipOutcome::Reject {
        refusals: by_cell(settings, row.number, refusals),
    };
    let Some(records) = read.filter(|records| !records.is_empty()) else {
        return vec![(row_of(None, reject(refusals)), None)];
    };
    let plan_one = |record: RelationshipRecord| {
        let checked = check(&record, register);
        match checked {
            Ok((ends, key)) if refusals.is_empty() => {
                (row_of(Some(record), RelationshipOutcome::Create(ends)), Some(key))
            }
            checked => {
                let mut refusals = refusals.clone();
                refusals.extend(checked.err().unwrap_or_default());
                (row_of(Some(record), reject(refusals)), None)
            }
        }
    };
    records.into_iter().map(plan_one).collect()
}

fn check(
    record: &RelationshipRecord,
    register: &Register,
) -> Result<(Ends, RelationshipKey), Vec<Refusal>> {
    let ends = ends::find(record, register)?;
    let facts = record.draft(&ends, placeholder).parse()?;
    Ok((ends, RelationshipKey::of(&facts)))
}

/// Stands for the id that a row's stakeholder gets once it is created; no stored id is so small.
pub(super) fn placeholder(who: Who) -> StakeholderId {
    match who {
        Who::Stored(id) => id,
        Who::Row(number) => {
            StakeholderId(Uuid::from_u128(u128::try_from(number).unwrap_or_default()))
        }
    }
}
