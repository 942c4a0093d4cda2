//! What a selection weighs with its fragments written out.

use super::costliest::Costliest;

/// Whether a selection reads data or the schema itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The graph.
    Data,
    /// Types, fields and arguments.
    Introspection,
}

impl Place {
    /// Where the selection of a fragment on this type stands.
    pub fn of_type(name: &str) -> Self {
        if name.starts_with("__") { Self::Introspection } else { Self::Data }
    }

    /// Where the selection below this field stands.
    pub fn below(self, field: &str) -> Self {
        match field {
            "__schema" | "__type" => Self::Introspection,
            _ => self,
        }
    }
}

/// A list that neither takes a page nor is bounded counts as this many rows, as does one whose page
/// nobody knows.
pub const UNPAGED: u64 = 100;

/// The sums and depths of a selection. Everything saturates: a figure too large to count is too
/// large to serve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Fields selected right here.
    pub fields: u64,
    /// Fields, spreads and inline fragments here and below.
    pub selections: u64,
    /// Nesting of selection sets.
    pub levels: u64,
    /// Nesting of data fields.
    pub depth: u64,
    /// Nesting of introspection fields.
    pub introspection: u64,
    /// Nesting of introspection lists that can go round in circles.
    pub lists: u64,
    /// What is read of the schema itself, by its own scale.
    pub schema: u64,
    /// Nodes that are requested once.
    pub once: Nodes,
    /// Nodes that are requested for each row of the page that the field around asks for.
    pub per_row: Nodes,
}

/// How many nodes, and which field asks for most of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nodes {
    /// All of them.
    pub count: u64,
    /// The field that asks for most.
    pub costliest: Costliest,
}

impl Nodes {
    /// Two selections side by side.
    pub fn beside(self, other: Self) -> Self {
        Self {
            count: self.count.saturating_add(other.count),
            costliest: self.costliest.or(other.costliest),
        }
    }

    /// Of two selections of which only one can apply, the heavier.
    fn or(self, other: Self) -> Self {
        if other.count > self.count { other } else { self }
    }

    /// So many times as much.
    pub fn times(self, rows: u64) -> Self {
        Self { count: self.count.saturating_mul(rows), costliest: self.costliest.times(rows) }
    }
}

impl Weight {
    /// A field without a selection.
    pub fn leaf(place: Place) -> Self {
        let (depth, introspection) = match place {
            Place::Data => (1, 0),
            Place::Introspection => (0, 1),
        };
        Self { fields: 1, selections: 1, depth, introspection, ..Self::default() }
    }

    /// Two selections side by side.
    pub fn beside(self, other: Self) -> Self {
        Self {
            fields: self.fields.saturating_add(other.fields),
            selections: self.selections.saturating_add(other.selections),
            levels: self.levels.max(other.levels),
            depth: self.depth.max(other.depth),
            introspection: self.introspection.max(other.introspection),
            lists: self.lists.max(other.lists),
            schema: self.schema.saturating_add(other.schema),
            once: self.once.beside(other.once),
            per_row: self.per_row.beside(other.per_row),
        }
    }

    /// The selection as part of another, through a fragment.
    pub fn spread(self) -> Self {
        Self {
            selections: self.selections.saturating_add(1),
            levels: self.levels.saturating_add(1),
            ..self
        }
    }

    /// One field around the selection; what it requests is not said yet.
    pub fn around(self) -> Self {
        Self { fields: 1, once: Nodes::default(), per_row: Nodes::default(), ..self.spread() }
    }

    /// All requested nodes, when the field around asks for pages of this size.
    pub fn with_rows(&self, rows: u64) -> Nodes {
        self.once.clone().beside(self.per_row.clone().times(rows))
    }

    /// All requested nodes of a whole operation.
    pub fn total(&self) -> Nodes {
        let nodes = self.with_rows(UNPAGED);
        Nodes { count: nodes.count.saturating_add(self.schema), ..nodes }
    }
}

/// A selection being summed up. Fragments for different object types never apply to one and the
/// same object, so of their nodes, and of their rows, the most count.
#[derive(Debug, Default)]
pub struct Sum<'a> {
    always: Weight,
    by_object: Vec<(&'a str, Weight)>,
}

impl<'a> Sum<'a> {
    /// Adds what is selected whatever the object.
    pub fn add(&mut self, weight: Weight) {
        let always = std::mem::take(&mut self.always);
        self.always = always.beside(weight);
    }

    /// Adds what is selected for objects of one type; for any object when there is none.
    pub fn add_for(&mut self, object: Option<&'a str>, weight: Weight) {
        let Some(object) = object else {
            return self.add(weight);
        };
        match self.by_object.iter_mut().find(|(known, _)| *known == object) {
            Some((_, known)) => *known = std::mem::take(known).beside(weight),
            None => self.by_object.push((object, weight)),
        }
    }

    /// The whole selection.
    pub fn total(self) -> Weight {
        let heaviest = self.by_object.into_iter().fold(Weight::default(), |sum, (_, weight)| {
            let once = sum.once.clone().or(weight.once.clone());
            let per_row = sum.per_row.clone().or(weight.per_row.clone());
            Weight { once, per_row, ..sum.beside(weight) }
        });
        self.always.beside(heaviest)
    }
}
