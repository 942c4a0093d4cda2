//! Reading the fields of a JSON body one by one, so that every wrong one is refused by its name.

use domain::refusal::{Refusal, RefusalCode, Refusals};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The fields of an object that were not read yet, and what was wrong with the others.
pub(super) struct Fields {
    fields: Map<String, Value>,
    refusals: Refusals,
}

impl Fields {
    /// The fields of a value; none when it is something else than an object.
    pub(super) fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self { fields, refusals: Refusals::new() }),
            _ => None,
        }
    }

    /// A field that must be there.
    pub(super) fn required<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.fields.remove(name).filter(|value| !value.is_null());
        if value.is_none() {
            self.refusals.push(Refusal::new(RefusalCode::Required, name));
        }
        self.read(name, value?)
    }

    /// A field that may be absent or null.
    pub(super) fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.fields.remove(name).filter(|value| !value.is_null())?;
        self.read(name, value)
    }

    /// A field that may be absent, and whose value one more rule reads.
    pub(super) fn parsed<T: DeserializeOwned, P>(
        &mut self,
        name: &str,
        parse: impl FnOnce(T) -> Result<P, Refusal>,
    ) -> Option<P> {
        let value = self.optional(name)?;
        self.take(parse(value))
    }

    /// Keeps the value of a further rule, or remembers why there is none.
    pub(super) fn take<T>(&mut self, checked: Result<T, Refusal>) -> Option<T> {
        self.refusals.take(checked)
    }

    /// The objects of a list that may be absent, each read by `read`.
    pub(super) fn list<T>(&mut self, name: &str, read: impl Fn(&mut Self) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        for (index, item) in
            self.optional::<Vec<Value>>(name).unwrap_or_default().into_iter().enumerate()
        {
            let path = format!("{name}.{index}");
            let Some(mut fields) = Self::of(item) else {
                self.refusals.push(Refusal::new(RefusalCode::UnknownWord, path));
                continue;
            };
            list.extend(read(&mut fields));
            for refusal in fields.finish(Some(())).err().unwrap_or_default() {
                self.refusals.push(refusal.within(&path));
            }
        }
        list
    }

    /// What was read, when nothing was wrong. A field that nothing reads is most likely misspelt.
    pub(super) fn finish<T>(mut self, read: Option<T>) -> Result<T, Vec<Refusal>> {
        for name in self.fields.keys() {
            self.refusals.push(Refusal::new(RefusalCode::FieldNotAllowed, name));
        }
        self.refusals.finish(read)
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str, value: Value) -> Option<T> {
        let refusal = |_| Refusal::new(RefusalCode::UnknownWord, name);
        self.refusals.take(serde_json::from_value(value).map_err(refusal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(body: Value, expected: &[(RefusalCode, &str)]) {
        let mut fields = Fields::of(body).unwrap();
        let number = fields.required::<u8>("number");
        let word = fields.optional::<String>("word");
        let rows = fields.list("rows", |row| row.required::<u8>("row"));
        let refusals = fields.finish(number.map(|number| (number, word, rows)));
        let refusals = refusals.err().unwrap_or_default();
        let told: Vec<_> =
            refusals.iter().map(|refusal| (refusal.code, refusal.field.as_str())).collect();
        assert_eq!(told, expected);
    }

    /// Everything that is wrong is told at once, each with the path to its field.
    #[test]
    fn wrong_fields_are_named() {
        use RefusalCode::{FieldNotAllowed, Required, UnknownWord};
        check(json!({ "number": 1, "word": null, "rows": [{ "row": 2 }] }), &[]);
        check(json!({}), &[(Required, "number")]);
        check(
            json!({ "number": "1", "wrod": "x", "rows": [{ "row": 2 }, { "row": -2 }, 7, {}] }),
            &[
                (UnknownWord, "number"),
                (UnknownWord, "rows.1.row"),
                (UnknownWord, "rows.2"),
                (Required, "rows.3.row"),
                (FieldNotAllowed, "wrod"),
            ],
        );
    }
}
