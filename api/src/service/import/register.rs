//! Whom the importer can mean by a name.

use crate::snapshot::View;
use domain::sheet::{Entry, Register, Who};
use entity::stakeholder::Stakeholder;

/// Everybody whom the importer sees, those put away too: what is known is not created again.
pub(super) fn known(view: &View) -> Register {
    Register::new(view.stakeholders().map(|row| entry(row)))
}

/// Everybody whom a new relationship can join.
pub(super) fn present(view: &View) -> Register {
    let present = view.stakeholders().filter(|row| row.archived_at.is_none());
    Register::new(present.map(|row| entry(row)))
}

fn entry(row: &Stakeholder) -> Entry {
    Entry {
        who: Who::Stored(row.id),
        kind: row.kind,
        slug: row.slug.clone(),
        main: row.names.values().cloned().collect(),
        other: row.aliases.iter().chain(&row.acronym).cloned().collect(),
    }
}
