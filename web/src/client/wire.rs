//! Reading answers into the operations' types. Each type's reader names its fields and nothing else,
//! so that a hundred types cost the bundle little; `build.rs` writes them.

use super::words;
use domain::vocabulary::Word;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Something that can be read from an answer; none when the answer is of another form.
pub trait Wire: Sized {
    /// Reads it.
    fn read(value: &Value) -> Option<Self>;
}

/// Reads a field of an object; one that is not there counts as null.
pub fn field<T: Wire>(object: &Value, name: &str) -> Option<T> {
    T::read(object.get(name).unwrap_or(&Value::Null))
}

/// Which type of an interface an object is.
pub fn type_name(object: &Value) -> Option<&str> {
    object.get("__typename")?.as_str()
}

/// The same by way of serde, for whoever has no answer but a text of it.
pub fn by_reading<'de, T: Wire, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    T::read(&value).ok_or_else(|| Error::custom("an answer of another form"))
}

impl Wire for String {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Wire for bool {
    fn read(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Wire for i64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_i64()
    }
}

impl Wire for f64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_f64()
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(T::read).collect()
    }
}

impl<T: Wire> Wire for Box<T> {
    fn read(value: &Value) -> Option<Self> {
        T::read(value).map(Box::new)
    }
}

// The closed words, each by its code.
include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What is not there is null; null is none, and nothing else is.
    #[test]
    fn absent_is_null() {
        let object =
            json!({"name": "x", "amount": 2, "layers": ["MONEY", "PLACE"], "kind": "NO_SUCH"});
        assert_eq!(field::<Option<String>>(&object, "name"), Some(Some("x".to_owned())));
        assert_eq!(field::<Option<String>>(&object, "note"), Some(None));
        assert_eq!(field::<String>(&object, "note"), None);
        assert_eq!(field::<f64>(&object, "amount"), Some(2.0));
        assert_eq!(field::<Vec<words::Layer>>(&object, "layers").map(|all| all.len()), Some(2));
        assert_eq!(field::<words::StakeholderKind>(&object, "kind"), None);
    }
}
