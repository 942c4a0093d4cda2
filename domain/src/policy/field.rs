//! On what terms the fields of the schema are answered.

use super::Action;
use super::table::FIELDS;

/// On what terms a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// To everybody alike.
    Open,
    /// To whoever sees the record that it stands on, or that it is counted and listed from; whoever
    /// does not see the record does not find out that there is one.
    WithRecord,
    /// To whoever is signed in, about oneself.
    Own,
    /// To whoever may do this where the record stands.
    Needs(Action),
}

/// One field and its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The type that the field belongs to.
    pub of: &'static str,
    /// The field.
    pub field: &'static str,
    /// Its terms.
    pub rule: Rule,
}

impl Rule {
    /// The word that the printed policy has for it.
    pub fn word(self) -> String {
        match self {
            Self::Open => "OPEN".to_owned(),
            Self::WithRecord => "WITH_RECORD".to_owned(),
            Self::Own => "OWN".to_owned(),
            Self::Needs(action) => action.to_string(),
        }
    }
}

/// The table of fields, a line for each, in its order.
pub(super) fn lines() -> Vec<Line> {
    let each = |(types, rule, fields): &'static (&'static str, Rule, &'static str)| {
        types.split_whitespace().flat_map(move |of| {
            fields.split_whitespace().map(move |field| Line { of, field, rule: *rule })
        })
    };
    FIELDS.iter().copied().flatten().flat_map(each).collect()
}
