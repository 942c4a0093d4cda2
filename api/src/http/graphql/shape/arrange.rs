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
        let Response { data, errors, .. } = response;
        Walk { catalogue, errors, path: Vec::new() }.value(data, None, &[&self.0]);
    }
}

struct Walk<'a> {
    catalogue: &'a Catalogue,
    errors: &'a mut [ServerError],
    path: Vec<Step<'a>>,
}

/// One step of the way from the root to a value.
enum Step<'a> {
    Field(&'a Name),
    Index(usize),
}

impl<'a> Walk<'a> {
    /// Brings a value into its shape, and answers whether it may stand: not when it is null where its
    /// type allows no null.
    fn value(&mut self, value: &mut Value, ty: Option<&Type>, sets: &[&'a Selected]) -> bool {
        let is_whole = match value {
            Value::Null => {
                self.lost_below(sets);
                false
            }
            Value::List(items) if !sets.is_empty() => self.list(items, ty, sets),
            Value::Object(fields) if !sets.is_empty() => self.object(fields, sets),
            _ => true,
        };
        if !is_whole {
            *value = Value::Null;
        }
        is_whole || ty.is_none_or(|ty| ty.nullable)
    }

    fn list(&mut self, items: &mut [Value], ty: Option<&Type>, sets: &[&'a Selected]) -> bool {
        let item_type = match ty.map(|ty| &ty.base) {
            Some(BaseType::List(item)) => Some(&**item),
            _ => None,
        };
        let mut is_whole = true;
        // All of them, so that every error below finds its place.
        for (index, item) in items.iter_mut().enumerate() {
            self.path.push(Step::Index(index));
            is_whole &= self.value(item, item_type, sets);
            self.path.pop();
        }
        is_whole
    }

    fn object(&mut self, fields: &mut IndexMap<Name, Value>, sets: &[&'a Selected]) -> bool {
        let mark = fields.keys().position(|key| *key == *MARK);
        let object = match mark.and_then(|mark| fields.swap_remove_index(mark)) {
            Some((_, Value::String(name))) => name,
            _ => String::new(),
        };
        match sets {
            [set] if set.is_order_of(fields) => self.in_order(fields, set),
            _ => self.in_disorder(fields, &object, sets),
        }
    }

    /// An object whose fields are those of the document already, as they are unless some had to be
    /// waited for.
    fn in_order(&mut self, fields: &mut IndexMap<Name, Value>, set: &'a Selected) -> bool {
        let mut is_whole = true;
        for (part, value) in set.0.iter().zip(fields.values_mut()) {
            is_whole &= self.field(part, value, part.below.as_ref().as_slice());
        }
        is_whole
    }

    fn in_disorder(
        &mut self,
        fields: &mut IndexMap<Name, Value>,
        object: &str,
        sets: &[&'a Selected],
    ) -> bool {
        let parts = sets.iter().flat_map(|set| &set.0);
        let parts: Vec<_> = parts.filter(|part| part.applies(object, self.catalogue)).collect();
        let mut shaped = IndexMap::with_capacity(fields.len());
        let mut is_whole = true;
        for part in &parts {
            if shaped.contains_key(&part.key) {
                continue;
            }
            let Some(mut value) = fields.swap_remove(&part.key).or_else(|| self.failed(part))
            else {
                continue;
            };
            let same = parts.iter().filter(|other| other.key == part.key);
            let below: Vec<_> = match part.below {
                Some(_) => same.filter_map(|part| part.below.as_ref()).collect(),
                None => Vec::new(),
            };
            is_whole &= self.field(part, &mut value, &below);
            shaped.insert(part.key.clone(), value);
        }
        *fields = shaped;
        is_whole
    }

    fn field(&mut self, part: &'a Part, value: &mut Value, below: &[&'a Selected]) -> bool {
        self.path.push(Step::Field(&part.key));
        let may_stand = self.value(value, part.ty.as_ref(), below);
        self.path.pop();
        may_stand
    }

    /// Gives errors their places below a value that became null because of them. Below an item of a
    /// list they stay without: it may have been another item that failed.
    fn lost_below(&mut self, sets: &[&'a Selected]) {
        if sets.is_empty() {
            return;
        }
        let is_below_list = self.path.iter().any(|step| matches!(step, Step::Index(_)));
        if is_below_list || self.errors.iter().all(|error| !error.path.is_empty()) {
            return;
        }
        for part in sets.iter().flat_map(|set| &set.0) {
            self.place(part);
            let is_list = matches!(part.ty.as_ref().map(|ty| &ty.base), Some(BaseType::List(_)));
            if let Some(below) = part.below.as_ref().filter(|_| !is_list) {
                self.path.push(Step::Field(&part.key));
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

impl Selected {
    /// Whether these are exactly the fields that are selected, in order, of an object of any type.
    fn is_order_of(&self, fields: &IndexMap<Name, Value>) -> bool {
        let is_next = |(part, key): (&Part, &Name)| part.only.is_empty() && part.key == *key;
        self.0.len() == fields.len() && self.0.iter().zip(fields.keys()).all(is_next)
    }
}

impl Part {
    fn applies(&self, object: &str, catalogue: &Catalogue) -> bool {
        self.only.iter().all(|ty| catalogue.is_a(object, ty))
    }
}
