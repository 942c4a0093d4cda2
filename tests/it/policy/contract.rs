//! The schema as introspection tells it, and documents made from it.

use super::ground::Ground;
use domain::policy::Viewer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const INTROSPECTION: &str = "{ __schema { types { name kind possibleTypes { name }
    enumValues { name } inputFields { name defaultValue type { ...T } }
    fields { name args { name defaultValue type { ...T } } type { ...T } } } } }
    fragment T on __Type { kind name ofType { kind name ofType { kind name
        ofType { kind name ofType { kind name } } } } }";

/// The types of a schema by name.
pub struct Contract {
    types: BTreeMap<String, Value>,
}

/// The innermost type of a type.
fn named(of: &Value) -> &str {
    match &of["ofType"] {
        Value::Null => of["name"].as_str().expect("a name"),
        inner => named(inner),
    }
}

/// The items of a list that may be absent.
pub fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// The name of something.
pub fn name(of: &Value) -> &str {
    of["name"].as_str().expect("a name")
}

impl Contract {
    pub async fn read(ground: &Ground) -> Self {
        let read = ground.data(&Viewer::Owner, INTROSPECTION, Value::Null).await;
        let types = items(&read["__schema"]["types"]);
        Self { types: types.map(|of| (name(of).to_owned(), of.clone())).collect() }
    }

    /// Something that the schema declares.
    pub fn of(&self, named: &str) -> &Value {
        &self.types[named]
    }

    /// The fields of a type.
    pub fn fields(&self, of: &str) -> impl Iterator<Item = &Value> {
        items(&self.of(of)["fields"])
    }

    /// What a field answers with, without lists and bangs.
    pub fn answer<'a>(&self, field: &'a Value) -> &'a str {
        named(&field["type"])
    }

    /// Whether a type has no fields.
    pub fn is_leaf(&self, of: &str) -> bool {
        matches!(self.of(of)["kind"].as_str(), Some("SCALAR" | "ENUM"))
    }

    /// The types that a field of this type may answer with, other than itself.
    pub fn kinds(&self, of: &str) -> impl Iterator<Item = &str> {
        items(&self.of(of)["possibleTypes"]).map(name)
    }

    /// Whether an argument must be given.
    pub fn is_required(&self, argument: &Value) -> bool {
        argument["type"]["kind"] == "NON_NULL" && argument["defaultValue"].is_null()
    }

    /// Everything below a type, as far as this many hops, every field under the name
    /// `Type__field`; `first` is the length of pages.
    pub fn everything(&self, of: &str, hops: usize, first: usize) -> String {
        let mut selection = self.selection(of, hops, first, &BTreeSet::new());
        // What all kinds have is asked for once; below any record at all, nothing further.
        let common: BTreeSet<_> = self.fields(of).map(name).collect();
        let (hops, common) = if of == "Node" { (0, BTreeSet::new()) } else { (hops, common) };
        for kind in self.kinds(of) {
            let below = self.selection(kind, hops, first, &common);
            if !below.is_empty() {
                selection.push_str(&format!("... on {kind} {{ {below} }} "));
            }
        }
        if selection.is_empty() { "__typename".to_owned() } else { selection }
    }

    /// The fields of a type but for these, each with everything below it.
    fn selection(&self, of: &str, hops: usize, first: usize, but: &BTreeSet<&str>) -> String {
        let mut selection = String::new();
        for field in self.fields(of).filter(|field| !but.contains(name(field))) {
            let (below, own) = (self.answer(field), name(field));
            let paged = items(&field["args"]).any(|argument| self.is_required(argument));
            let arguments = if paged { format!("(first: {first})") } else { String::new() };
            match self.is_leaf(below) {
                true => selection.push_str(&format!("{of}__{own}: {own}{arguments} ")),
                false if hops == 0 => {}
                false => {
                    let below = self.everything(below, hops - 1, first);
                    selection.push_str(&format!("{of}__{own}: {own}{arguments} {{ {below} }} "));
                }
            }
        }
        selection
    }
}
