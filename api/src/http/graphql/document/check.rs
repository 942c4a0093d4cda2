//! Whether the front end could ask what it asks: at start, before anybody meets a page that fails.

use anyhow::{Context, anyhow};
use async_graphql::parser::parse_query;
use async_graphql::parser::types::{BaseType, Type, VariableDefinition};
use async_graphql::{Name, Value, Variables};

use super::super::admit::{Asked, Transport, examine};
use super::super::catalogue::Catalogue;
use super::super::limits::Limits;
use super::Manifest;

/// Holds every operation of the front end against the limits, at its smallest page: what is refused
/// then is refused always, and whoever set the limits is told so before anybody meets it.
pub fn check(manifest: &Manifest, limits: &Limits, catalogue: &Catalogue) -> anyhow::Result<()> {
    for (_, text) in manifest.iter() {
        let document = parse_query(text).context("the front end's operations cannot be read")?;
        for (name, operation) in document.operations.iter() {
            let name = name.map_or_else(String::new, ToString::to_string);
            let asked = Asked {
                query: text.to_string(),
                operation_name: Some(name.clone()),
                variables: smallest(&operation.node.variable_definitions),
                transport: Transport::Post,
                ..Asked::default()
            };
            examine(asked, limits, catalogue).map_err(|refused| {
                let told = refused.into_response("start").errors.remove(0).message;
                anyhow!("the limits refuse the front end's own operation {name}: {told}")
            })?;
        }
    }
    Ok(())
}

/// The least that an operation may be given.
fn smallest(definitions: &[async_graphql::Positioned<VariableDefinition>]) -> Variables {
    let mut variables = Variables::default();
    for definition in definitions {
        let definition = &definition.node;
        if !definition.var_type.node.nullable {
            variables.insert(definition.name.node.clone(), least(&definition.var_type.node));
        }
    }
    variables
}

fn least(ty: &Type) -> Value {
    match &ty.base {
        BaseType::List(_) => Value::List(Vec::new()),
        BaseType::Named(name) => match name.as_str() {
            "Int" | "Float" => Value::from(1),
            "Boolean" => Value::from(false),
            "String" | "ID" => Value::from(""),
            name if name.ends_with("Input") => Value::Object(Default::default()),
            name => Value::Enum(Name::new(name)),
        },
    }
}
