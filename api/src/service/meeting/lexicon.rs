//! The names that notes are read with: those of whom the actor sees.

use crate::snapshot::View;
use domain::country::Country;
use domain::notes::{Entry, Lexicon};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::StakeholderKind;
use entity::stakeholder::Stakeholder;

/// Everybody whom the actor sees and who has not been put away or erased, under all their names.
pub fn lexicon(view: &View) -> Lexicon {
    let rows = view.stakeholders();
    let present = rows.filter(|row| row.archived_at.is_none() && row.erased_at.is_none());
    Lexicon::new(present.map(|row| entry(view, row)))
}

fn entry(view: &View, row: &Stakeholder) -> Entry {
    let names = row.names.values().chain(&row.acronym).chain(&row.aliases).cloned().collect();
    let goods = match row.kind {
        StakeholderKind::Implementation => {
            let edges = view.relationships_of(row.id).filter(|edge| {
                edge.kind == RelationshipKind::Deploys
                    && edge.source_id == row.id
                    && edge.state != RelationshipState::Retracted
            });
            edges.map(|edge| edge.target_id).collect()
        }
        _ => Vec::new(),
    };
    let country = row.country.as_deref().and_then(|code| Country::parse(code, "country").ok());
    Entry { id: row.id, kind: row.kind, names, country, goods }
}
