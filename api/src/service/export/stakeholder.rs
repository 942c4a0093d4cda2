//! The file of stakeholders.

use super::evidence::{notes_of, pieces};
use super::{Export, STRETCH};
use crate::error::Result;
use crate::op::Op;
use crate::service::stakeholder::summaries;
use domain::identifier::StakeholderId;
use domain::sheet::{StakeholderLine, stakeholder_cells, stakeholder_heading};
use domain::stakeholder::StakeholderFacts;
use domain::text::Locale;
use entity::stakeholder::Stakeholder;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The rows: by kind, then by short name.
pub(super) async fn rows(op: &Op, export: &Export) -> Result<Vec<Vec<String>>> {
    let mut exported: Vec<_> =
        export.view.stakeholders().filter(|row| export.slug(row.id).is_some()).cloned().collect();
    exported.sort_by_key(|row| (row.kind, export.slug(row.id)));
    let notes = notes_of(op, &export.view, exported.iter().map(|row| row.id.0)).await?;
    let mut summaries = summaries_of(op, &exported).await?;
    let mut rows = Vec::new();
    for row in &exported {
        let facts = facts(row, summaries.remove(&row.id).unwrap_or_default());
        let line = StakeholderLine {
            slug: export.slug(row.id).unwrap_or_default(),
            visibility: row.visibility,
            community: export.community(row.community_id),
            facts: &facts,
        };
        let pieces = pieces(export, &notes, row.id.0);
        let mut evidence = pieces.iter();
        let first = evidence.next().map(|piece| piece.line());
        rows.push(stakeholder_cells(&line, first.as_ref()));
        rows.extend(evidence.map(|piece| further(stakeholder_cells(&line, Some(&piece.line())))));
    }
    Ok(rows)
}

/// A row of one more piece of evidence repeats who it is about, and nothing else.
fn further(mut cells: Vec<String>) -> Vec<String> {
    for (heading, cell) in stakeholder_heading().iter().zip(&mut cells) {
        let is_kept = matches!(heading.as_str(), "slug" | "kind")
            || heading.starts_with("evidence_")
            || heading.starts_with("source_");
        if !is_kept {
            cell.clear();
        }
    }
    cells
}

async fn summaries_of(
    op: &Op,
    exported: &[Arc<Stakeholder>],
) -> Result<HashMap<StakeholderId, BTreeMap<Locale, String>>> {
    let mut all = HashMap::new();
    for rows in exported.chunks(STRETCH) {
        all.extend(summaries(op, rows.iter().map(|row| row.id).collect()).await?);
    }
    Ok(all)
}

fn facts(row: &Stakeholder, summaries: BTreeMap<Locale, String>) -> StakeholderFacts {
    StakeholderFacts {
        names: row.names.clone(),
        summaries,
        aliases: row.aliases.clone(),
        acronym: row.acronym.clone(),
        country: row.country.clone(),
        countries: row.countries.clone(),
        languages: row.languages.clone(),
        website: row.website.clone(),
        external_ids: row.external_ids.clone(),
        unresolved: row.unresolved.clone(),
        detail: row.detail.clone(),
    }
}
