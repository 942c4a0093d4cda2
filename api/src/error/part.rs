//! The part of a document that a refusal names.

use std::fmt;

/// A field and how many nodes it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The names of the fields from the top, by what the answer calls them.
    pub path: String,
    /// How many nodes it asks for.
    pub cost: u64,
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.path, self.cost)
    }
}
