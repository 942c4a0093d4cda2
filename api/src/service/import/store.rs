//! Storing what was planned, within one write.

use super::plan::{Planned, Planning};
pub(in crate::service) use super::source::Sources;
use crate::error::{Error, Result};
use crate::op::Write;
use crate::service::evidence::{EvidenceSource, NewEvidence, Parsed, Subject, attach};
use crate::service::{capability, relationship, stakeholder};
use domain::policy::Place;
use domain::sheet::EvidenceRecord;
use entity::record::Record;

/// Stores records in the order in which they were planned, each with what it rests on.
pub(in crate::service) async fn store(
    write: &mut Write<'_>,
    planned: Vec<Planned>,
    sources: &mut Sources,
) -> Result<()> {
    let said = planned.iter().filter_map(|one| Some((one.place()?, one.evidence.as_slice())));
    sources.settle(write, said.collect()).await?;
    for Planned { record, evidence } in planned {
        let (subject, place) = match record {
            Planning::Stakeholder(record) => {
                let (subject, place) = (Subject::Stakeholder(record.id), record.place());
                stakeholder::insert(write, *record).await?;
                (subject, place)
            }
            Planning::Relationship(record) => {
                let (subject, place) = (Subject::Relationship(record.id), record.place());
                relationship::insert(write, *record).await?;
                (subject, place)
            }
            Planning::Capability(record) => {
                let (subject, place) = (Subject::Capability(record.id), record.place());
                capability::insert(write, *record).await?;
                (subject, place)
            }
        };
        let place = place.ok_or_else(|| Error::internal("a record without a place"))?;
        for record in evidence {
            attach(write, subject, parsed(sources, place, record)?).await?;
        }
    }
    Ok(())
}

fn parsed(sources: &Sources, place: Place, record: EvidenceRecord) -> Result<Parsed> {
    let source = sources.find(&record.source, place);
    let source = source.ok_or_else(|| Error::internal("a source was not settled"))?;
    let new = NewEvidence {
        source: EvidenceSource::Known(source),
        draft: record.draft,
        inferred: record.inferred,
    };
    Ok(Parsed::try_from(new)?)
}

impl Planned {
    fn place(&self) -> Option<Place> {
        match &self.record {
            Planning::Stakeholder(record) => record.place(),
            Planning::Relationship(record) => record.place(),
            Planning::Capability(record) => record.place(),
        }
    }
}
