//! Whether answers of different servers say the same: their ids and lists are brought to one form.

use domain::identifier::parse;
use serde_json::{Map, Value};

/// An answer in the form that all are compared in: ids as UUIDs, and lists without a wrapping object.
pub fn plain(value: Value) -> Value {
    match value {
        Value::Object(fields) => match nodes(fields) {
            Ok(list) => plain(list),
            Err(fields) => Value::Object(
                fields.into_iter().map(|(name, value)| (name, plain(value))).collect(),
            ),
        },
        Value::Array(items) => Value::Array(items.into_iter().map(plain).collect()),
        Value::String(text) => match parse(&text) {
            Some((_, id)) => Value::String(id.to_string()),
            None => Value::String(text),
        },
        other => other,
    }
}

fn nodes(mut fields: Map<String, Value>) -> Result<Value, Map<String, Value>> {
    match fields.len() {
        1 => fields.remove("nodes").ok_or(fields),
        _ => Err(fields),
    }
}

/// Where two answers first differ, for whoever must find out why.
pub fn difference(ours: &Value, theirs: &Value, path: &str) -> Option<String> {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let names = ours.keys().chain(theirs.keys());
            names.into_iter().find_map(|name| {
                let (ours, theirs) = (ours.get(name), theirs.get(name));
                let (ours, theirs) = (ours.unwrap_or(&Value::Null), theirs.unwrap_or(&Value::Null));
                difference(ours, theirs, &format!("{path}.{name}"))
            })
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            (0..).zip(ours.iter().zip(theirs)).find_map(|(place, (ours, theirs)): (usize, _)| {
                difference(ours, theirs, &format!("{path}[{place}]"))
            })
        }
        _ if ours == theirs => None,
        _ => Some(format!("{path}: {} beside {}", short(ours), short(theirs))),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(120).collect()
}

/// How many fields an answer has: what equal answers are equal in.
pub fn fields(value: &Value) -> usize {
    match value {
        Value::Object(fields) => fields.len() + fields.values().map(self::fields).sum::<usize>(),
        Value::Array(items) => items.iter().map(fields).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::identifier::Noun;
    use serde_json::json;
    use uuid::Uuid;

    /// Ids and wrapped lists come to the same form, and all else stays.
    #[test]
    fn forms_meet() {
        let id = Uuid::from_u128(7);
        let ours = json!({"list": {"nodes": [{"id": Noun::Relationship.format(id), "n": 1}]}});
        let theirs = json!({"list": [{"id": id.to_string(), "n": 1}]});
        assert_eq!(plain(ours), theirs);
        let kept = json!({"page": {"nodes": [], "total": 0}, "text": "a_b"});
        assert_eq!(plain(kept.clone()), kept);
    }

    /// The first difference is named by its place; equal answers have none.
    #[test]
    fn differences_are_found() {
        let ours = json!({"a": [{"b": 1}, {"b": 2}]});
        assert_eq!(difference(&ours, &ours.clone(), ""), None);
        let theirs = json!({"a": [{"b": 1}, {"b": 3}]});
        assert_eq!(difference(&ours, &theirs, "").unwrap(), ".a[1].b: 2 beside 3");
        assert!(difference(&ours, &json!({"a": []}), "").is_some());
        assert!(difference(&json!({}), &ours, "").unwrap().starts_with(".a: null"));
        assert_eq!(fields(&ours), 3);
    }
}
