//! What was in a field before and after a change, as clients may see it.

use crate::graphql::bound::FIELDS;
use crate::graphql::node::outside_id;
use crate::snapshot::View;
use async_graphql::SimpleObject;
use domain::mention;
use domain::text::Locale;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One field of a record before and after a change. A text stands as it is; lists and structured
/// values stand as JSON.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct FieldChange {
    /// The field's name, as in this schema's inputs where it has one.
    pub field: String,
    /// What it was; null when there was nothing, or something hidden.
    pub before: Option<String>,
    /// What it is since then; null when there is nothing, or something hidden.
    pub after: Option<String>,
}

/// The values of a field before and after.
type Values = (Option<Value>, Option<Value>);

impl FieldChange {
    /// The fields of a change as the viewer may see them: records are named by their outside ids,
    /// hidden ones not at all.
    pub fn all(view: &View, fields: BTreeMap<String, Values>) -> Vec<Self> {
        let parts = fields.into_iter().flat_map(|(field, values)| parts(&field, values));
        let told = parts.map(|(field, (before, after))| {
            let written = |value: Option<Value>| written(shown(view, value?));
            Self { field, before: written(before), after: written(after) }
        });
        told.filter(|told| told.before != told.after).take(FIELDS).collect()
    }
}

/// A stored field as the fields of the schema that it is made of.
fn parts(field: &str, (before, after): Values) -> Vec<(String, Values)> {
    let rename: fn(&str) -> Option<String> = match field {
        "names" => |locale| Some(format!("name{}", capitalized(locale))),
        "summaries" => |locale| Some(format!("summary{}", capitalized(locale))),
        "detail" => |name| (name != "type").then(|| name.to_owned()),
        "id" => return Vec::new(),
        field => {
            // An id is told under the name of what it points to.
            let name = field.strip_suffix("Id").unwrap_or(field);
            return vec![(name.to_owned(), (before, after))];
        }
    };
    let (mut before, mut after) = (object(before), object(after));
    let mut names: Vec<_> = before.keys().chain(after.keys()).cloned().collect();
    names.sort();
    names.dedup();
    let part = |name: String| Some((rename(&name)?, (before.remove(&name), after.remove(&name))));
    names.into_iter().filter_map(part).collect()
}

fn object(value: Option<Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

fn capitalized(locale: &str) -> String {
    let (first, rest) = locale.split_at(locale.len().min(1));
    format!("{}{}", first, rest.to_lowercase())
}

/// Who stands where a name is hidden.
const SOMEBODY: &str = "somebody";

/// The value with ids of the database turned into outside ids.
fn shown(view: &View, value: Value) -> Value {
    match value {
        Value::String(text) => match text.parse::<Uuid>() {
            Ok(id) if text.len() == 36 => outside_id(view, id).map_or(Value::Null, Value::String),
            _ => {
                Value::String(mention::written(&text, |id| view.name_of(id, Locale::En), SOMEBODY))
            }
        },
        Value::Array(items) => {
            let items = items.into_iter().map(|item| shown(view, item));
            Value::Array(items.filter(|item| !item.is_null()).collect())
        }
        // Of what names somebody hidden nothing is told.
        Value::Object(fields) => {
            let hides = |(name, value): (&String, &Value)| {
                name.ends_with("Id") && value.is_string() && shown(view, value.clone()).is_null()
            };
            if fields.iter().any(hides) {
                return Value::Null;
            }
            let told = fields.into_iter().map(|(name, value)| (name, shown(view, value)));
            Value::Object(told.collect())
        }
        value => value,
    }
}

fn written(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        Value::Array(items) if items.is_empty() => None,
        value => Some(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(field: &str, before: Value, after: Value, expected: &[(&str, Value, Value)]) {
        let found = parts(field, (Some(before), Some(after)));
        let found: Vec<_> = found
            .into_iter()
            .map(|(name, (before, after))| {
                (name, before.unwrap_or_default(), after.unwrap_or_default())
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(name, before, after)| ((*name).to_owned(), before.clone(), after.clone()))
            .collect();
        assert_eq!(found, expected);
    }

    /// Stored fields are told under the names that inputs have, ids under what they point to.
    #[test]
    fn fields_are_told_as_in_the_schema() {
        check(
            "names",
            json!({ "EN": "WHO" }),
            json!({ "EN": "WHO", "FR": "OMS" }),
            &[("nameEn", json!("WHO"), json!("WHO")), ("nameFr", Value::Null, json!("OMS"))],
        );
        check(
            "detail",
            json!({ "type": "PLACE", "level": "COUNTRY" }),
            json!({ "type": "PLACE", "level": "WORLD_REGION" }),
            &[("level", json!("COUNTRY"), json!("WORLD_REGION"))],
        );
        check("ownerId", Value::Null, json!("x"), &[("owner", Value::Null, json!("x"))]);
        check("id", Value::Null, json!("x"), &[]);
    }
}
