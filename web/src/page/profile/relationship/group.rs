//! Relationships as one of their ends reads them, in families.

pub use super::super::profile_relationships::ProfileRelationshipsStakeholderRelationshipsNodes as Row;
use domain::relationship::{Layer, RelationshipKind, RelationshipState};
use domain::text::fold;
use domain::vocabulary::{Tongue, Word};

/// The relationships of one family.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The family.
    pub layer: Layer,
    /// Its relationships, by kind, state and name.
    pub relationships: Vec<Toward>,
}

/// A relationship as one of its ends reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Toward {
    /// Which way it is read.
    pub reading: Reading,
    /// The other end's id.
    pub id: String,
    /// The other end's name.
    pub name: String,
    /// The relationship.
    pub row: Row,
}

/// Which way a relationship is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// From source to target: "funds".
    Onward,
    /// From target to source: "is funded by".
    Backward,
}

impl Toward {
    fn new(me: &str, row: Row) -> Self {
        match row.source.id == me {
            true => Self {
                reading: Reading::Onward,
                id: row.target.id.clone(),
                name: row.target.name.clone(),
                row,
            },
            false => Self {
                reading: Reading::Backward,
                id: row.source.id.clone(),
                name: row.source.name.clone(),
                row,
            },
        }
    }

    /// How it reads from this end.
    pub fn label(&self, tongue: Tongue) -> &'static str {
        match self.reading {
            Reading::Onward => self.row.kind.label(tongue),
            Reading::Backward => self.row.kind.inverse_label(tongue),
        }
    }
}

/// The relationships of a stakeholder, grouped and ordered so that the same data read the same.
pub fn groups(me: &str, rows: Vec<Row>) -> Vec<Group> {
    let mut all: Vec<_> = rows.into_iter().map(|row| Toward::new(me, row)).collect();
    all.sort_by_cached_key(|one| {
        (
            kind_rank(one.row.kind),
            one.reading,
            state_rank(one.row.state),
            fold(&one.name),
            one.row.id.clone(),
        )
    });
    let family = |layer: &Layer| {
        let relationships: Vec<_> =
            all.iter().filter(|one| one.row.kind.layer() == *layer).cloned().collect();
        (!relationships.is_empty()).then_some(Group { layer: *layer, relationships })
    };
    Layer::ALL.iter().filter_map(family).collect()
}

fn kind_rank(kind: RelationshipKind) -> usize {
    RelationshipKind::ALL.iter().position(|one| *one == kind).unwrap_or(usize::MAX)
}

/// What holds comes first, then what may, then what no longer does.
fn state_rank(state: RelationshipState) -> u8 {
    match state {
        RelationshipState::Confirmed => 0,
        RelationshipState::Disputed => 1,
        RelationshipState::Proposed => 2,
        RelationshipState::Ended => 3,
        RelationshipState::Retracted => 4,
    }
}
