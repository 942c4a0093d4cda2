//! Stakeholders and relationships: read in Banyan's own two-file form, as an import reads them.

use super::Demo;
use super::table::Rows;
use crate::error::{Error, Result};
use crate::op::Write;
use crate::service::evidence::{self, EvidenceSource, NewEvidence, Parsed, Subject};
use crate::service::{relationship, stakeholder};
use domain::identifier::StakeholderId;
use domain::sheet::{
    EvidenceRecord, Outcome, Register, RelationshipOutcome, Sheet, Who, guess, plan_relationships,
    plan_stakeholders,
};
use std::collections::HashMap;

/// Loads both files.
pub(super) async fn load(demo: &mut Demo, write: &mut Write<'_>) -> Result<()> {
    let mut register = Register::default();
    let ids = load_stakeholders(demo, write, &mut register).await?;
    load_relationships(demo, write, &register, &ids).await
}

async fn load_stakeholders(
    demo: &mut Demo,
    write: &mut Write<'_>,
    register: &mut Register,
) -> Result<HashMap<usize, StakeholderId>> {
    let sheet = sheet(include_str!("../../../demo/stakeholders.csv"))?;
    let mut ids = HashMap::new();
    for row in plan_stakeholders(&sheet, &guess(&sheet), &[], register) {
        match row.outcome {
            Outcome::Create => {}
            // More evidence for the stakeholder of an earlier row, which has taken it over.
            Outcome::Match { .. } => continue,
            outcome => return Err(unreadable(row.number, &outcome)),
        }
        let place = demo.place(&row.record.community, row.record.visibility)?;
        let facts = row.record.draft.parse()?;
        let mut record = stakeholder::record(write, place, facts);
        record.slug = row.record.slug.clone();
        let id = record.id;
        stakeholder::insert(write, record).await?;
        demo.stakeholders.insert(row.record.slug, id);
        ids.insert(row.number, id);
        for piece in row.evidence {
            attach(demo, write, Subject::Stakeholder(id), piece).await?;
        }
    }
    Ok(ids)
}

async fn load_relationships(
    demo: &Demo,
    write: &mut Write<'_>,
    register: &Register,
    ids: &HashMap<usize, StakeholderId>,
) -> Result<()> {
    let sheet = sheet(include_str!("../../../demo/relationships.csv"))?;
    let planned = plan_relationships(&sheet, &guess(&sheet), register, &HashMap::new());
    for row in planned {
        let (RelationshipOutcome::Create(ends), Some(record)) = (&row.outcome, &row.record) else {
            return Err(unreadable(
                row.numbers.first().copied().unwrap_or(0),
                &row.outcome,
            ));
        };
        let nobody = StakeholderId(uuid::Uuid::nil());
        let id_of = |who| match who {
            Who::Row(number) => ids.get(&number).copied().unwrap_or(nobody),
            Who::Stored(id) => id,
        };
        let facts = record.draft(ends, id_of).parse()?;
        let place = demo.place(&record.community, record.visibility)?;
        let record = relationship::record(write, place, facts);
        let id = record.id;
        relationship::insert(write, record).await?;
        for piece in row.evidence {
            attach(demo, write, Subject::Relationship(id), piece).await?;
        }
    }
    Ok(())
}

async fn attach(
    demo: &Demo,
    write: &mut Write<'_>,
    subject: Subject,
    piece: EvidenceRecord,
) -> Result<()> {
    let new = NewEvidence {
        source: EvidenceSource::Known(demo.source(&piece.source)?),
        draft: piece.draft,
        inferred: piece.inferred,
    };
    evidence::attach(write, subject, Parsed::try_from(new)?)
        .await
        .map(|_| ())
}

fn sheet(text: &str) -> Result<Sheet> {
    Ok(Sheet::parse(Rows::cells(text)?)?)
}

fn unreadable(row: usize, why: &dyn std::fmt::Debug) -> Error {
    Error::internal(format!("row {row} of a demo file: {why:?}"))
}
