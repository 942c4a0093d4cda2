//! What the door has to know of the schema: the type of every field, which fields answer with many
//! rows, and how many when nothing is said. Read once from the printed schema.

use std::collections::HashMap;

use async_graphql::Value;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, OperationType, SchemaDefinition, Type,
    TypeKind, TypeSystemDefinition,
};
use async_graphql::parser::{self, parse_schema};
use async_graphql::{Name, Positioned};

use super::cost::count;
use crate::graphql::bound::bound;

/// The arguments that say how many rows are wanted.
pub const PAGE_ARGUMENTS: [&str; 3] = ["first", "last", "limit"];
/// The argument that names the wanted rows one by one.
pub const IDS_ARGUMENT: &str = "ids";

/// The types of a schema.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    composites: HashMap<Name, Composite>,
    roots: Vec<(OperationType, Name)>,
}

/// An object type or an interface.
#[derive(Clone, Debug)]
struct Composite {
    is_object: bool,
    interfaces: Vec<Positioned<Name>>,
    fields: HashMap<Name, Member>,
}

/// A field, as far as its weight goes.
#[derive(Clone, Debug)]
pub struct Member {
    /// What it answers with.
    pub ty: Type,
    /// How many rows.
    pub rows: Rows,
    /// The page size when it is asked for none.
    pub default_page: Option<u64>,
}

/// How many objects a field answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// One at most.
    One,
    /// As many as the page that it takes.
    Page,
    /// As many as this, by some rule.
    Bound(u64),
    /// As many as the page that the field around it takes: `nodes` below `stakeholders(first:)`.
    Around,
}

impl Member {
    /// The name of what it answers with, be it one or many.
    pub fn base(&self) -> &Name {
        base(&self.ty)
    }
}

impl Catalogue {
    /// Reads a printed schema whose lists are bounded as Banyan's are.
    pub fn parse(sdl: &str) -> Result<Self, parser::Error> {
        Self::parse_with(sdl, |on, field| bound(on, field).map(count))
    }

    /// As `parse`, for a schema with other bounds.
    pub fn parse_with(
        sdl: &str,
        bound: impl Fn(&str, &str) -> Option<u64>,
    ) -> Result<Self, parser::Error> {
        let mut catalogue = Self::default();
        for definition in parse_schema(sdl)?.definitions {
            let definition = match definition {
                TypeSystemDefinition::Schema(schema) => {
                    catalogue.roots = roots(schema.node);
                    continue;
                }
                TypeSystemDefinition::Type(definition) => definition.node,
                TypeSystemDefinition::Directive(_) => continue,
            };
            let (is_object, interfaces, fields) = match definition.kind {
                TypeKind::Object(object) => (true, object.implements, object.fields),
                TypeKind::Interface(face) => (false, face.implements, face.fields),
                _ => continue,
            };
            let on = definition.name.node;
            let fields = fields.into_iter().map(|field| {
                let bound = bound(&on, &field.node.name.node);
                (field.node.name.node.clone(), member(field.node, bound))
            });
            let composite = Composite { is_object, interfaces, fields: fields.collect() };
            catalogue.composites.insert(on, composite);
        }
        Ok(catalogue)
    }

    /// The type that operations of a kind start from.
    pub fn root(&self, kind: OperationType) -> Option<&str> {
        let root = self.roots.iter().find(|(known, _)| *known == kind);
        root.map(|(_, name)| name.as_str())
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
        self.member(on, field).map(|member| &member.ty)
    }

    /// A field; none likewise.
    pub fn member(&self, on: &str, field: &str) -> Option<&Member> {
        self.composites.get(on)?.fields.get(field)
    }

    /// Lists of objects that no rule bounds, and that stand where no page does: `Type.field`.
    pub fn unbounded(&self) -> Vec<String> {
        let members = || {
            let all = self.composites.iter();
            all.flat_map(|(on, one)| one.fields.iter().map(move |(name, field)| (on, name, field)))
        };
        let stands_in_page = |on: &Name| {
            let mut leading = members().filter(|(.., field)| field.base() == on).peekable();
            leading.peek().is_some() && leading.all(|(.., field)| field.rows == Rows::Page)
        };
        let lists = members().filter(|(on, _, field)| {
            field.rows == Rows::Around
                && self.composites.contains_key(field.base())
                && !stands_in_page(on)
        });
        let mut found: Vec<_> = lists.map(|(on, name, _)| format!("{on}.{name}")).collect();
        found.sort();
        found
    }
}

fn roots(schema: SchemaDefinition) -> Vec<(OperationType, Name)> {
    let named = [
        (OperationType::Query, schema.query),
        (OperationType::Mutation, schema.mutation),
        (OperationType::Subscription, schema.subscription),
    ];
    named.into_iter().filter_map(|(kind, name)| Some((kind, name?.node))).collect()
}

fn member(field: FieldDefinition, bound: Option<u64>) -> Member {
    let ty = field.ty.node;
    let mut arguments = field.arguments.iter().map(|argument| &argument.node);
    let default_page = arguments.clone().find_map(default_page);
    let is_page = |name: &str| PAGE_ARGUMENTS.contains(&name) || name == IDS_ARGUMENT;
    let rows = match (arguments.any(|argument| is_page(&argument.name.node)), bound) {
        (true, _) => Rows::Page,
        (false, Some(bound)) => Rows::Bound(bound),
        (false, None) if is_list(&ty) => Rows::Around,
        (false, None) => Rows::One,
    };
    Member { ty, rows, default_page }
}

/// Whether a type is a list.
pub fn is_list(ty: &Type) -> bool {
    matches!(ty.base, BaseType::List(_))
}

fn base(ty: &Type) -> &Name {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(inner) => base(inner),
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

    /// Types, lists and default page sizes are read from the schema's text.
    #[test]
    fn the_schema_is_read() {
        let catalogue = Catalogue::parse_with(
            "schema { query: Query }
             type Query { rows(first: Int!): RowConnection! near(limit: Int! = 150): Row! some(first: Int!): [Row!]! named(ids: [ID!]!): [Row]! }
             type RowConnection { edges: [Row!]! pageInfo: Row! }
             type One implements Row { names: [String!]! few: [One!]! many: [One!]! }
             interface Row { names: [String!]! }",
            |_, field| (field == "few").then_some(3),
        )
        .unwrap();
        let rows = |on: &str, field: &str| catalogue.member(on, field).unwrap().rows;
        assert_eq!(rows("RowConnection", "edges"), Rows::Around);
        assert_eq!(rows("RowConnection", "pageInfo"), Rows::One);
        assert_eq!((rows("Query", "some"), rows("Query", "named")), (Rows::Page, Rows::Page));
        assert_eq!(rows("One", "few"), Rows::Bound(3));
        assert!(catalogue.is_object("RowConnection") && !catalogue.is_object("Row"));
        assert!(catalogue.is_a("One", "Row") && !catalogue.is_a("Row", "One"));
        assert_eq!(catalogue.field("One", "names").unwrap().to_string(), "[String!]!");
        assert_eq!(catalogue.member("Query", "near").unwrap().default_page, Some(150));
        assert_eq!(catalogue.member("Query", "rows").unwrap().default_page, None);
        assert_eq!(catalogue.root(OperationType::Query), Some("Query"));
        assert_eq!(catalogue.unbounded(), ["One.many"]);
    }

    /// Every list of objects of the schema takes a page or is bounded by a rule, so that its weight
    /// is true.
    #[test]
    fn every_list_is_bounded() {
        let catalogue = Catalogue::parse(&crate::graphql::sdl()).unwrap();
        let told_of_errors = ["ErrorExtensions.refusals"];
        assert_eq!(catalogue.unbounded(), told_of_errors);
    }
}
