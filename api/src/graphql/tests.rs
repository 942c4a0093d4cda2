use super::*;
use async_graphql::Positioned;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, ServiceDocument, Type, TypeKind,
    TypeSystemDefinition,
};
use std::collections::BTreeMap;

type Docs = BTreeMap<String, Option<String>>;

fn document() -> ServiceDocument {
    parse_schema(sdl()).unwrap()
}

fn text(docs: &Option<Positioned<String>>) -> Option<String> {
    docs.as_ref().map(|docs| docs.node.clone()).filter(|docs| !docs.is_empty())
}

fn note_inputs(at: &str, inputs: &[Positioned<InputValueDefinition>], docs: &mut Docs) {
    for input in inputs {
        docs.insert(format!("{at}.{}", input.node.name.node), text(&input.node.description));
    }
}

fn note_fields(at: &str, fields: &[Positioned<FieldDefinition>], docs: &mut Docs) {
    for field in fields {
        let name = format!("{at}.{}", field.node.name.node);
        note_inputs(&name, &field.node.arguments, docs);
        docs.insert(name, text(&field.node.description));
    }
}

/// The description of every type, field, argument, input field and enum value.
fn docs() -> Docs {
    let mut docs = Docs::new();
    for definition in document().definitions {
        let TypeSystemDefinition::Type(definition) = definition else {
            continue;
        };
        let definition = definition.node;
        let name = definition.name.node.to_string();
        match &definition.kind {
            TypeKind::Object(object) => note_fields(&name, &object.fields, &mut docs),
            TypeKind::Interface(interface) => note_fields(&name, &interface.fields, &mut docs),
            TypeKind::InputObject(input) => note_inputs(&name, &input.fields, &mut docs),
            TypeKind::Enum(words) => {
                for word in &words.values {
                    let value = format!("{name}.{}", word.node.value.node);
                    docs.insert(value, text(&word.node.description));
                }
            }
            TypeKind::Scalar | TypeKind::Union(_) => {}
        }
        docs.insert(name, text(&definition.description));
    }
    docs
}

/// Everything in the schema says what it is.
#[test]
fn everything_is_documented() {
    let silent: Vec<_> = docs().into_iter().filter(|(_, docs)| docs.is_none()).collect();
    let names: Vec<_> = silent.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.is_empty(), "without a description: {names:#?}");
}

/// A field of the interface says the same as in each of the eight types.
#[test]
fn the_interface_says_what_its_types_say() {
    let docs = docs();
    let kinds = [
        "Organization",
        "GlobalGood",
        "Group",
        "Implementation",
        "Programme",
        "Person",
        "Place",
        "Segment",
    ];
    for (name, said) in &docs {
        let Some(field) = name.strip_prefix("Stakeholder.") else {
            continue;
        };
        for kind in kinds {
            assert_eq!(docs.get(&format!("{kind}.{field}")), Some(said), "{kind}.{field}");
        }
    }
}

/// The name within lists and exclamation marks.
fn innermost(ty: &Type) -> String {
    match &ty.base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(item) => innermost(item),
    }
}

/// Every type that a field, an argument or an input field names.
fn named() -> Vec<String> {
    let mut named = Vec::new();
    let mut take = |ty: &Positioned<Type>| named.push(innermost(&ty.node));
    for definition in document().definitions {
        let TypeSystemDefinition::Type(definition) = definition else {
            continue;
        };
        let fields = match definition.node.kind {
            TypeKind::Object(object) => object.fields,
            TypeKind::Interface(interface) => interface.fields,
            TypeKind::InputObject(input) => {
                input.fields.iter().for_each(|field| take(&field.node.ty));
                continue;
            }
            TypeKind::Enum(_) | TypeKind::Scalar | TypeKind::Union(_) => continue,
        };
        for field in fields {
            take(&field.node.ty);
            let arguments = &field.node.arguments;
            arguments.iter().for_each(|argument| take(&argument.node.ty));
        }
    }
    named
}

/// The text of the schema is the same every time, and every type that it names is described.
#[test]
fn the_schema_is_whole() {
    assert_eq!(sdl(), sdl());
    let builtin = ["Int", "Float", "String", "Boolean", "ID"];
    let (docs, named) = (docs(), named());
    assert!(named.len() > 500);
    let missing: Vec<_> = named
        .iter()
        .filter(|name| !builtin.contains(&name.as_str()) && !docs.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "named, but nowhere described: {missing:?}");
}
