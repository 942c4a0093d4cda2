//! What a record rests on, as the files tell it.

use super::{Export, STRETCH, free};
use crate::error::Result;
use crate::op::Op;
use crate::service::evidence::notes;
use crate::service::source::facts;
use crate::snapshot::View;
use domain::evidence::{EvidenceFacts, SourceFacts};
use domain::identifier::{EvidenceId, SourceId};
use domain::sheet::EvidenceLine;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// The key of every source: its title, with a number behind it where another source has the same.
pub(super) struct Keys(HashMap<SourceId, (String, SourceFacts)>);

impl Keys {
    pub(super) fn of(view: &View) -> Self {
        let (mut taken, mut keys) = (BTreeSet::new(), HashMap::new());
        // Sources that are alike in everything are one source in the files.
        let mut known: Vec<(String, SourceFacts)> = Vec::new();
        for row in view.sources() {
            let facts = facts(row);
            if let Some(same) = known.iter().find(|(_, known)| *known == facts) {
                keys.insert(row.id, same.clone());
                continue;
            }
            let key = free(&facts.title, &taken);
            taken.insert(key.clone());
            known.push((key.clone(), facts.clone()));
            keys.insert(row.id, (key, facts));
        }
        Self(keys)
    }
}

/// A piece of evidence with everything that its line says.
pub(super) struct Piece<'a> {
    key: &'a str,
    source: &'a SourceFacts,
    facts: EvidenceFacts,
    inferred: bool,
}

impl Piece<'_> {
    pub(super) fn line(&self) -> EvidenceLine<'_> {
        EvidenceLine {
            key: self.key,
            source: self.source,
            facts: &self.facts,
            inferred: self.inferred,
        }
    }
}

/// The evidence of a record, oldest first.
pub(super) fn pieces<'a>(
    export: &'a Export,
    notes: &HashMap<EvidenceId, String>,
    subject: Uuid,
) -> Vec<Piece<'a>> {
    let piece = |row: &std::sync::Arc<entity::evidence::Model>| {
        let (key, source) = export.keys.0.get(&row.source_id)?;
        let facts = EvidenceFacts {
            stance: row.stance,
            locator: row.locator.clone(),
            note: notes.get(&row.id).cloned(),
            asserted_on: row.asserted_on,
        };
        Some(Piece { key, source, facts, inferred: row.inferred })
    };
    export.view.evidence_of(subject).filter_map(piece).collect()
}

/// The notes of the evidence of these records, which only the database keeps.
pub(super) async fn notes_of(
    op: &Op,
    view: &View,
    subjects: impl Iterator<Item = Uuid>,
) -> Result<HashMap<EvidenceId, String>> {
    let ids: Vec<_> = subjects
        .flat_map(|id| view.evidence_of(id).map(|row| row.id).collect::<Vec<_>>())
        .collect();
    let mut all = HashMap::new();
    for ids in ids.chunks(STRETCH) {
        all.extend(notes(op, ids.to_vec()).await?);
    }
    Ok(all)
}
