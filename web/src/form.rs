//! What people type into forms, as plain values: checked by the very rules that the API enforces,
//! compared with what others did in the meantime, and written as GraphQL input. No browser in here.

use crate::form::shape::Shape;
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::ExternalId;
use domain::vocabulary::Word;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

mod attempt;
mod conflict;
mod entry;
mod field;
mod number;
pub mod shape;

pub mod capability;
pub mod engagement;
pub mod evidence;
pub mod import;
pub mod need;
pub mod relationship;
pub mod requirement;
pub mod stage_move;
pub mod stakeholder;

pub use attempt::Attempt;
pub use conflict::{Clash, clashes, reapply};
pub use entry::{Entry, Link, worded};
pub use field::Field;

/// Everything typed or chosen in one form; a field that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    entries: BTreeMap<Field, Entry>,
    /// Texts typed where a record must be chosen, as long as none was.
    typed: BTreeMap<Field, String>,
}

impl Form {
    /// A form with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same form with one field filled: for building a form from a record.
    pub fn with(mut self, field: Field, entry: impl Into<Entry>) -> Self {
        self.set(field, entry);
        self
    }

    /// Fills one field.
    pub fn set(&mut self, field: Field, entry: impl Into<Entry>) {
        self.entries.insert(field, entry.into());
        self.typed.remove(&field);
    }

    /// Takes the text typed in search of a record.
    pub fn type_in(&mut self, field: Field, text: String) {
        match text.trim().is_empty() {
            true => self.typed.remove(&field),
            false => self.typed.insert(field, text),
        };
    }

    /// The text typed in search of a record, as long as none was chosen for it.
    pub fn typed(&self, field: Field) -> &str {
        self.typed.get(&field).map_or("", String::as_str)
    }

    /// The fields in which a text is typed and no record chosen for it.
    pub fn unchosen(&self) -> impl Iterator<Item = Field> {
        self.typed.keys().copied()
    }

    /// The text of a field, as typed.
    pub fn text(&self, field: Field) -> &str {
        match self.entries.get(&field) {
            Some(Entry::Text(text)) => text,
            _ => "",
        }
    }

    /// The lines of a field that holds a list.
    pub fn lines(&self, field: Field) -> &[String] {
        match self.entries.get(&field) {
            Some(Entry::Lines(lines)) => lines,
            _ => &[],
        }
    }

    /// The records that a field points to.
    pub fn links(&self, field: Field) -> &[Link] {
        match self.entries.get(&field) {
            Some(Entry::Links(links)) => links,
            _ => &[],
        }
    }

    /// The ids in other registries.
    pub fn external_ids(&self, field: Field) -> &[ExternalId] {
        match self.entries.get(&field) {
            Some(Entry::ExternalIds(ids)) => ids,
            _ => &[],
        }
    }

    /// What a field holds, empty when nothing was typed.
    pub fn entry(&self, field: Field) -> Entry {
        self.entries.get(&field).cloned().unwrap_or_else(|| Entry::empty(field.shape()))
    }

    /// The word chosen in a field.
    pub fn word<W: Word>(&self, field: Field) -> Option<W> {
        W::parse(self.text(field))
    }

    /// The words chosen in a field that holds several.
    pub fn words<W: Word>(&self, field: Field) -> Vec<W> {
        self.lines(field).iter().filter_map(|code| W::parse(code)).collect()
    }

    /// Yes, no, or not recorded.
    pub fn truth(&self, field: Field) -> Option<bool> {
        match self.text(field) {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// A whole number, or a refusal when something else was typed.
    pub fn whole(&self, field: Field) -> Result<Option<i32>, Refusal> {
        number::whole(self.text(field), field)
    }

    /// An amount of money; spaces between the digits are welcome.
    pub fn amount(&self, field: Field) -> Result<Option<i64>, Refusal> {
        number::amount(self.text(field), field)
    }

    /// Whether nothing was typed or chosen in any of the fields.
    pub fn is_blank(&self, fields: &[Field]) -> bool {
        fields.iter().all(|field| self.entry(*field).is_blank())
    }

    /// Whether both hold the same in a field, as the API would see it.
    pub fn agrees(&self, other: &Self, field: Field) -> bool {
        self.value(field) == other.value(field)
    }

    /// What the field becomes in a GraphQL input: null when it is empty.
    pub fn value(&self, field: Field) -> Value {
        match (field.shape(), self.entry(field)) {
            (Shape::Whole(..), _) => {
                self.whole(field).ok().flatten().map_or(Value::Null, Value::from)
            }
            (Shape::Amount, _) => {
                self.amount(field).ok().flatten().map_or(Value::Null, Value::from)
            }
            (Shape::Truth, _) => self.truth(field).map_or(Value::Null, Value::from),
            (Shape::Flag, _) => Value::from(self.truth(field) == Some(true)),
            (shape, entry) => entry.value(shape),
        }
    }

    /// The GraphQL input with all these fields.
    pub fn input(&self, fields: &[Field]) -> Map<String, Value> {
        let mut input = Map::new();
        for field in fields {
            insert(&mut input, field.name(), self.value(*field));
        }
        input
    }

    /// The GraphQL input with those of the fields that differ from the form as it was read, so
    /// that an update changes nothing else.
    pub fn changes(&self, read: &Self, fields: &[Field]) -> Map<String, Value> {
        let changed: Vec<Field> =
            fields.iter().copied().filter(|field| !self.agrees(read, *field)).collect();
        self.input(&changed)
    }
}

/// Puts a value at a path such as `evidence.newSource.title`.
fn insert(input: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            input.insert(path.to_owned(), value);
        }
        Some((head, rest)) => {
            let inner = input.entry(head).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                insert(inner, rest, value);
            }
        }
    }
}

/// The refusal of an empty field that must be filled.
pub(crate) fn required(field: Field) -> Refusal {
    Refusal::new(RefusalCode::Required, field.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A text typed in search of a record is part of the form until a record is chosen.
    #[test]
    fn texts_wait_for_a_choice() {
        let mut form = Form::new();
        form.type_in(Field::Party, "Gav".to_owned());
        assert_ne!(form, Form::new());
        assert_eq!(form.unchosen().collect::<Vec<_>>(), [Field::Party]);
        form.set(Field::Party, Some(Link { id: "org_1".into(), name: "Gavi".into(), kind: None }));
        assert_eq!((form.typed(Field::Party), form.unchosen().count()), ("", 0));
        form.type_in(Field::Party, " ".to_owned());
        assert_eq!(form.unchosen().count(), 0);
    }

    /// An update carries only what was changed, and an emptied field is cleared.
    #[test]
    fn an_update_carries_only_changes() {
        let read = Form::new()
            .with(Field::NameEn, "OpenLMIS")
            .with(Field::Acronym, "OLMIS")
            .with(Field::Aliases, vec!["LMIS".to_owned()]);
        let mut form = read.clone();
        form.set(Field::Acronym, "  ");
        form.set(Field::NameEn, "OpenLMIS ");
        form.set(Field::IsLocal, "false");
        let fields = [Field::NameEn, Field::Acronym, Field::Aliases, Field::IsLocal];
        let changes = Value::Object(form.changes(&read, &fields));
        assert_eq!(changes, json!({"acronym": null, "isLocal": false}));
    }

    /// A nested input is built from the path of each field.
    #[test]
    fn paths_become_objects() {
        let form = Form::new().with(Field::SourceTitle, "Notes").with(Field::Locator, "line 3");
        let input = form.input(&[Field::SourceTitle, Field::Locator, Field::Strength]);
        assert_eq!(
            Value::Object(input),
            json!({
                "evidence": {"newSource": {"title": "Notes"}, "locator": "line 3"},
                "strength": null
            })
        );
    }
}
