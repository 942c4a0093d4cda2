//! The file of relationships.

use super::Export;
use super::evidence::{notes_of, pieces};
use crate::error::Result;
use crate::op::Op;
use domain::relationship::{Extra, RelationshipFacts, Symmetry};
use domain::sheet::{RelationshipLine, relationship_cells};
use entity::relationship::Model;

/// The rows: by kind, then by the short names of both ends.
pub(super) async fn rows(op: &Op, export: &Export) -> Result<Vec<Vec<String>>> {
    let is_exported = |row: &Model| {
        let ends = [row.source_id, row.target_id];
        !row.practice && ends.into_iter().all(|end| export.slug(end).is_some())
    };
    let mut exported: Vec<_> =
        export.view.relationships().filter(|row| is_exported(row)).cloned().collect();
    exported.sort_by_key(|row| (row.kind, ends(export, row), row.id));
    let notes = notes_of(op, &export.view, exported.iter().map(|row| row.id.0)).await?;
    let mut rows = Vec::new();
    for row in &exported {
        let facts = facts(row);
        let (from, to) = ends(export, row);
        let slug = |id| export.slug(id).unwrap_or_default();
        let line = RelationshipLine {
            from,
            to,
            via: row.via_id.map(slug).unwrap_or_default(),
            blocked_by: row.blocked_by_id.map(slug).unwrap_or_default(),
            visibility: row.visibility,
            community: export.community(row.community_id),
            facts: &facts,
        };
        let pieces = pieces(export, &notes, row.id.0);
        if pieces.is_empty() {
            rows.push(relationship_cells(&line, None));
        }
        rows.extend(pieces.iter().map(|piece| relationship_cells(&line, Some(&piece.line()))));
    }
    Ok(rows)
}

/// The short names of both ends; of what reads the same both ways, in their own order, for that of
/// the ids means nothing elsewhere.
fn ends<'a>(export: &'a Export, row: &Model) -> (&'a str, &'a str) {
    let slug = |id| export.slug(id).unwrap_or_default();
    let (from, to) = (slug(row.source_id), slug(row.target_id));
    match row.kind.rule().direction {
        Symmetry::Symmetric => (from.min(to), from.max(to)),
        Symmetry::Directed => (from, to),
    }
}

fn facts(row: &Model) -> RelationshipFacts {
    RelationshipFacts {
        kind: row.kind,
        source: row.source_id,
        target: row.target_id,
        valid: row.valid(),
        state: row.state,
        strength: row.strength,
        note: row.note.clone(),
        extra: Extra {
            role: row.role.clone(),
            topic: row.topic.clone(),
            constituency: row.constituency.clone(),
            voting: row.voting,
            cadence: row.cadence.clone(),
            last_heard: row.last_heard,
            blocked_by: row.blocked_by_id,
            amount: row.amount,
            currency: row.currency.clone(),
            share_min: row.share_min,
            share_max: row.share_max,
            purpose: row.purpose,
            form: row.form,
            via: row.via_id,
            consent: row.consent,
        },
    }
}
