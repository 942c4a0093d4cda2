//! The file of capabilities.

use super::Export;
use super::evidence::{notes_of, pieces};
use crate::error::Result;
use crate::op::Op;
use domain::sheet::{CapabilityLine, capability_cells};
use entity::capability::Model;

/// The rows: by the short names of whose they are and of their goods, then by what they say.
pub(super) async fn rows(op: &Op, export: &Export) -> Result<Vec<Vec<String>>> {
    let slug = |id| export.slug(id);
    let is_exported = |row: &Model| slug(row.provider_id).is_some() && slug(row.good_id).is_some();
    let mut exported: Vec<_> =
        export.view.capabilities().filter(|row| is_exported(row)).cloned().collect();
    exported.sort_by_cached_key(|row| {
        let ends = (slug(row.provider_id), slug(row.good_id));
        (ends, row.service, row.countries.0.clone(), row.languages.0.clone(), row.id)
    });
    let notes = notes_of(op, &export.view, exported.iter().map(|row| row.id.0)).await?;
    let mut rows = Vec::new();
    for row in &exported {
        let facts = row.facts();
        let line = CapabilityLine {
            provider: slug(row.provider_id).unwrap_or_default(),
            good: slug(row.good_id).unwrap_or_default(),
            visibility: row.visibility,
            community: export.community(row.community_id),
            facts: &facts,
        };
        let pieces = pieces(export, &notes, row.id.0);
        if pieces.is_empty() {
            rows.push(capability_cells(&line, None));
        }
        rows.extend(pieces.iter().map(|piece| capability_cells(&line, Some(&piece.line()))));
    }
    Ok(rows)
}
