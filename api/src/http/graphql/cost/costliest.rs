//! Which part of a document costs most, so that whoever is refused knows where to begin.

use std::rc::Rc;

use crate::error::Part;

/// The field that asks for most nodes of its own, by its way from the top. Ways share their ends,
/// so that each field adds one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costliest {
    nodes: u64,
    way: Option<Rc<Step>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Step {
    field: String,
    below: Option<Rc<Self>>,
}

impl Costliest {
    /// A field that asks for one node, above what costs most below it.
    pub fn field(self, field: &str) -> Self {
        let step = |below| Some(Rc::new(Step { field: field.to_owned(), below }));
        match self.way {
            Some(below) if self.nodes > 1 => Self { nodes: self.nodes, way: step(Some(below)) },
            _ => Self { nodes: 1, way: step(None) },
        }
    }

    /// The costlier of two; the first when they are equal.
    pub fn or(self, other: Self) -> Self {
        if other.nodes > self.nodes { other } else { self }
    }

    /// So many times as much.
    pub fn times(self, rows: u64) -> Self {
        Self { nodes: self.nodes.saturating_mul(rows), ..self }
    }

    /// What is told; none when nothing costs anything.
    pub fn part(&self) -> Option<Part> {
        let mut fields = Vec::new();
        let mut step = self.way.as_deref();
        while let Some(at) = step {
            fields.push(at.field.as_str());
            step = at.below.as_deref();
        }
        (!fields.is_empty()).then(|| Part { path: fields.join("."), cost: self.nodes })
    }
}
