//! What the door has to know of the schema. For the cost pass: which fields answer with lists, and
//! which page sizes they take when none is given. For the shape of answers: the type of every
//! field. Read once from the printed schema.

use std::collections::{HashMap, HashSet};

use async_graphql::Value;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition,
};
use async_graphql::parser::{self, parse_schema};
use async_graphql::{Name, Positioned};

/// The arguments that say how many rows are wanted.
pub const PAGE_ARGUMENTS: [&str; 3] = ["first", "last", "limit"];
/// The argument that names the wanted rows one by one.
pub const IDS_ARGUMENT: &str = "ids";

/// The types of a schema; for the cost pass by names alone: a field name that is a list anywhere
/// counts as one.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    composites: HashMap<Name, Composite>,
    lists: HashSet<String>,
    paged_lists: HashSet<String>,
    defaults: HashMap<String, u64>,
}

/// An object type or an interface.
#[derive(Clone, Debug)]
struct Composite {
    is_object: bool,
    interfaces: Vec<Positioned<Name>>,
    fields: HashMap<Name, Type>,
}

impl Catalogue {
    /// Reads a printed schema.
    pub fn parse(sdl: &str) -> Result<Self, parser::Error> {
        let mut catalogue = Self::default();
        for definition in parse_schema(sdl)?.definitions {
            if let TypeSystemDefinition::Type(definition) = definition {
                let (is_object, interfaces, fields) = match definition.node.kind {
                    TypeKind::Object(object) => (true, object.implements, object.fields),
                    TypeKind::Interface(face) => (false, face.implements, face.fields),
                    _ => continue,
                };
                let types = fields.iter().map(|field| &field.node);
                let types = types.map(|field| (field.name.node.clone(), field.ty.node.clone()));
                let composite = Composite { is_object, interfaces, fields: types.collect() };
                catalogue.composites.insert(definition.node.name.node, composite);
                fields.into_iter().for_each(|field| catalogue.add(field.node));
            }
        }
        Ok(catalogue)
    }

    /// Whether this is the name of an object type: nothing is of two of these.
    pub fn is_object(&self, name: &str) -> bool {
        self.composites.get(name).is_some_and(|composite| composite.is_object)
    }

    /// Whether everything of one type is of the other: the same, or one that it implements.
    pub fn is_a(&self, name: &str, other: &str) -> bool {
        let mut interfaces = self.composites.get(name).into_iter().flat_map(|one| &one.interfaces);
        name == other || interfaces.any(|interface| interface.node == other)
    }

    /// The type of a field; none for what the printed schema does not hold: the schema itself.
    pub fn field(&self, on: &str, field: &str) -> Option<&Type> {
        self.composites.get(on)?.fields.get(field)
    }

    /// Whether a field of this name that is asked for no page answers with many rows.
    pub fn is_list(&self, field: &str) -> bool {
        self.lists.contains(field)
    }

    /// Whether a field of this name that is asked for a page answers with its rows themselves.
    pub fn is_paged_list(&self, field: &str) -> bool {
        self.paged_lists.contains(field)
    }

    /// The page size of a field that is asked without one.
    pub fn default_page(&self, field: &str) -> Option<u64> {
        self.defaults.get(field).copied()
    }

    fn add(&mut self, field: FieldDefinition) {
        let name = field.name.node.to_string();
        if let Some(page) = field.arguments.iter().find_map(|argument| default_page(&argument.node))
        {
            let known = self.defaults.entry(name.clone()).or_insert(page);
            *known = page.max(*known);
        }
        let is_page = |name: &str| PAGE_ARGUMENTS.contains(&name) || name == IDS_ARGUMENT;
        let is_paged = field.arguments.iter().any(|argument| is_page(&argument.node.name.node));
        if matches!(field.ty.node.base, BaseType::List(_)) {
            let lists = if is_paged { &mut self.paged_lists } else { &mut self.lists };
            lists.insert(name);
        }
    }
}

fn default_page(argument: &InputValueDefinition) -> Option<u64> {
    let is_page = PAGE_ARGUMENTS.contains(&argument.name.node.as_str());
    match &argument.default_value.as_ref().filter(|_| is_page)?.node {
        Value::Number(number) => number.as_u64(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists and default page sizes are read from the schema's text.
    #[test]
    fn the_schema_is_read() {
        let catalogue = Catalogue::parse(
            "type Query { rows(first: Int!): RowConnection! near(limit: Int! = 150): Row! some(first: Int!): [Row!]! named(ids: [ID!]!): [Row]! }
             type RowConnection { edges: [Row!]! pageInfo: Row! }
             type One implements Row { names: [String!]! }
             interface Row { names: [String!]! }",
        )
        .unwrap();
        assert!(catalogue.is_list("edges") && catalogue.is_list("names"));
        assert!(!catalogue.is_list("rows") && !catalogue.is_list("pageInfo"));
        assert!(catalogue.is_paged_list("some") && !catalogue.is_list("some"));
        assert!(catalogue.is_paged_list("named") && !catalogue.is_list("named"));
        assert!(catalogue.is_object("RowConnection") && !catalogue.is_object("Row"));
        assert!(catalogue.is_a("One", "Row") && !catalogue.is_a("Row", "One"));
        assert_eq!(catalogue.field("One", "names").unwrap().to_string(), "[String!]!");
        assert_eq!(catalogue.default_page("near"), Some(150));
        assert_eq!(catalogue.default_page("rows"), None);
    }
}
