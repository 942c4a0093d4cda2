//! What reading the schema weighs. The standard query of every tool must pass; going round in
//! circles (the fields of the types of fields) must not.

use super::weight::Weight;

/// How often lists that can go round in circles may stand inside one another.
pub const LISTS: u64 = 1;

const CIRCULAR: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];
const OTHER_LISTS: [&str; 4] = ["types", "args", "enumValues", "directives"];

/// A field of the schema around its selection. Lists are charged by what they usually hold, once:
/// the whole schema is of known size, so they do not multiply.
pub fn weigh(field: &str, below: Weight) -> Weight {
    let circular = CIRCULAR.contains(&field);
    let charge = if circular || OTHER_LISTS.contains(&field) { 100 } else { 10 };
    Weight {
        introspection: below.introspection.saturating_add(1),
        lists: below.lists.saturating_add(u64::from(circular)),
        schema: below.schema.saturating_add(charge),
        ..below.around()
    }
}
