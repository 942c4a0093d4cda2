//! What an answer is given after execution: its order, and null where a field failed.

use async_graphql::indexmap::IndexMap;
use async_graphql::parser::types::{BaseType, Type};
use async_graphql::{Name, PathSegment, Response, ServerError, Value};

use super::{MARK, Part, Selected, Shape};
use crate::http::graphql::catalogue::Catalogue;

impl Shape {
    /// Brings the answer of an executed document into its shape. Errors that do not say at which
    /// field they stand are told apart by it: the library leaves that out below an interface.
    pub fn arrange(&self, response: &mut Response, catalogue: &Catalogue) {
        let data = std::mem::take(&mut response.data);
        let mut walk = Walk { catalogue, errors: &mut response.errors, path: Vec::new() };
        response.data = walk.value(data, None, &[&self.0]).unwrap_or_default();
    }
}

struct Walk<'a> {
    catalogue: &'a Catalogue,
    errors: &'a mut [ServerError],
    path: Vec<Step>,
}

/// One step of the way from the root to a value.
enum Step {
    Field(Name),
    Index(usize),
}

impl Walk<'_> {
    /// A value in its shape; none when it would be null where its type allows no null.
    fn value(&mut self, value: Value, ty: Option<&Type>, sets: &[&Selected]) -> Option<Value> {
        let shaped = match value {
            Value::Null => {
                self.lost_below(sets);
                None
            }
            Value::List(items) if !sets.is_empty() => self.list(items, ty, sets),
            Value::Object(fields) if !sets.is_empty() => self.object(fields, sets),
            leaf => Some(leaf),
        };
        let is_nullable = ty.is_none_or(|ty| ty.nullable);
        shaped.or_else(|| is_nullable.then_some(Value::Null))
    }

    fn list(&mut self, items: Vec<Value>, ty: Option<&Type>, sets: &[&Selected]) -> Option<Value> {
        let item_type = match ty.map(|ty| &ty.base) {
            Some(BaseType::List(item)) => Some(&**item),
            _ => None,
        };
        let items = items.into_iter().enumerate().map(|(index, item)| {
            self.path.push(Step::Index(index));
            let item = self.value(item, item_type, sets);
            self.path.pop();
            item
        });
        // All of them, so that every error below finds its place.
        let items: Vec<_> = items.collect();
        items.into_iter().collect::<Option<_>>().map(Value::List)
    }

    fn object(&mut self, mut fields: IndexMap<Name, Value>, sets: &[&Selected]) -> Option<Value> {
        let object = match fields.swap_remove(&*MARK) {
            Some(Value::String(name)) => name,
            _ => String::new(),
        };
        let parts = sets.iter().flat_map(|set| &set.0);
        let parts: Vec<_> = parts.filter(|part| part.applies(&object, self.catalogue)).collect();
        let mut shaped = IndexMap::with_capacity(fields.len());
        let mut is_whole = true;
        for part in &parts {
            if shaped.contains_key(&part.key) {
                continue;
            }
            let Some(value) = fields.swap_remove(&part.key).or_else(|| self.failed(part)) else {
                continue;
            };
            let below: Vec<_> = if part.below.is_some() {
                let same = parts.iter().filter(|other| other.key == part.key);
                same.filter_map(|part| part.below.as_ref()).collect()
            } else {
                Vec::new()
            };
            self.path.push(Step::Field(part.key.clone()));
            let value = self.value(value, part.ty.as_ref(), &below);
            self.path.pop();
            is_whole &= value.is_some();
            shaped.insert(part.key.clone(), value.unwrap_or_default());
        }
        is_whole.then_some(Value::Object(shaped))
    }

    /// Gives errors their places below a value that became null because of them. Below an item of a
    /// list they stay without: it may have been another item that failed.
    fn lost_below(&mut self, sets: &[&Selected]) {
        let is_below_list = self.path.iter().any(|step| matches!(step, Step::Index(_)));
        if is_below_list || self.errors.iter().all(|error| !error.path.is_empty()) {
            return;
        }
        for part in sets.iter().flat_map(|set| &set.0) {
            self.place(part);
            let is_list = matches!(part.ty.as_ref().map(|ty| &ty.base), Some(BaseType::List(_)));
            if let Some(below) = part.below.as_ref().filter(|_| !is_list) {
                self.path.push(Step::Field(part.key.clone()));
                self.lost_below(&[below]);
                self.path.pop();
            }
        }
    }

    /// Null for a field that is not there, and its place for the error that says why.
    fn failed(&mut self, part: &Part) -> Option<Value> {
        part.ty.as_ref()?;
        self.place(part);
        Some(Value::Null)
    }

    /// Gives an error without a place that of the field at which it stands.
    fn place(&mut self, part: &Part) {
        let lost =
            |error: &&mut ServerError| error.path.is_empty() && error.locations.contains(&part.at);
        if let Some(error) = self.errors.iter_mut().find(lost) {
            let steps = self.path.iter().map(|step| match step {
                Step::Field(name) => PathSegment::Field(name.to_string()),
                Step::Index(index) => PathSegment::Index(*index),
            });
            let last = PathSegment::Field(part.key.to_string());
            error.path = steps.chain([last]).collect();
        }
    }
}

impl Part {
    fn applies(&self, object: &str, catalogue: &Catalogue) -> bool {
        self.only.iter().all(|ty| catalogue.is_a(object, ty))
    }
}
