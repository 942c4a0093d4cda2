//! Random documents of the real schema: every field of every type that a query leads to.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition,
};
use proptest::prelude::*;

/// The fields of every object and interface by the type's name.
static TYPES: LazyLock<BTreeMap<String, Vec<FieldDefinition>>> = LazyLock::new(|| {
    let document = parse_schema(api::graphql::sdl()).expect("a schema");
    let types = document.definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(one) => Some(one.node),
        _ => None,
    });
    let fields = types.filter_map(|one| match one.kind {
        TypeKind::Object(object) => Some((one.name.node.to_string(), object.fields)),
        TypeKind::Interface(face) => Some((one.name.node.to_string(), face.fields)),
        _ => None,
    });
    fields
        .map(|(name, fields)| (name, fields.into_iter().map(|field| field.node).collect()))
        .collect()
});

/// A query of a few fields, several levels deep, drawn by the given numbers.
pub(super) fn documents() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<u16>(), 60).prop_map(|numbers| {
        let mut draw = Draw { numbers: numbers.into_iter(), names: 0 };
        draw.selection("Query", 4).unwrap_or_else(|| "{ __typename }".to_owned())
    })
}

struct Draw {
    numbers: std::vec::IntoIter<u16>,
    names: usize,
}

impl Draw {
    /// A number below another; zero when all are drawn.
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.numbers.next().unwrap_or_default()) % end.max(1)
    }

    /// Some fields of a type; none when it has none that can be asked for.
    fn selection(&mut self, on: &str, depth: usize) -> Option<String> {
        let fields = TYPES.get(on)?;
        let mut parts = vec!["__typename".to_owned()];
        let wanted = if depth == 4 { 3 } else { 2 };
        for _ in 0..wanted {
            let field = &fields[self.below(fields.len())];
            parts.extend(self.field(field, depth));
        }
        Some(format!("{{ {} }}", parts.join(" ")))
    }

    fn field(&mut self, field: &FieldDefinition, depth: usize) -> Option<String> {
        if NEEDS_IDS.contains(&field.name.node.as_str()) {
            return None;
        }
        let mut arguments = Vec::new();
        for argument in &field.arguments {
            arguments.extend(self.argument(&argument.node).ok()?);
        }
        let arguments = arguments.join(", ");
        let arguments = if arguments.is_empty() { arguments } else { format!("({arguments})") };
        let base = base(&field.ty.node);
        let below = match TYPES.contains_key(base) {
            true if depth == 0 => return None,
            true => self.selection(base, depth - 1)?,
            false => String::new(),
        };
        self.names += 1;
        Some(format!("f{}: {}{arguments} {below}", self.names, field.name.node))
    }

    /// The argument when it is wanted: nothing, or a value; none of a field that needs a value
    /// which cannot be made up.
    fn argument(&mut self, argument: &InputValueDefinition) -> Result<Option<String>, ()> {
        let name = argument.name.node.as_str();
        let is_required = !argument.ty.node.nullable && argument.default_value.is_none();
        match name {
            "first" if is_required || self.below(2) == 1 => {
                Ok(Some(format!("first: {}", 1 + self.below(9))))
            }
            "limit" if self.below(2) == 1 => Ok(Some(format!("limit: {}", 1 + self.below(99)))),
            "text" if is_required => Ok(Some("text: \"open\"".to_owned())),
            "by" if is_required => Ok(Some("by: { slug: \"openimis\" }".to_owned())),
            _ if is_required => Err(()),
            _ => Ok(None),
        }
    }
}

/// What needs one of several arguments, all of them ids, which cannot be made up.
const NEEDS_IDS: [&str; 1] = ["introductionPaths"];

fn base(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(inner) => base(inner),
    }
}
