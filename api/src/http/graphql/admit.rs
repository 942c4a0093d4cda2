//! The one way to an execution: a request becomes [`Admitted`] by passing every limit, and nothing
//! else can be executed.

use async_graphql::parser::parse_query;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, OperationDefinition, OperationType,
};
use async_graphql::{Request, Value, Variables};
use domain::refusal::{Refusal, RefusalCode};

use super::catalogue::Catalogue;
use super::cost::{self, Scale, check_variables, count, within};
use super::limits::Limits;
use super::refused::Refused;
use super::scan::scan;
use super::shape::{Shape, complete, give_defaults};
use crate::error::Error;

/// What a client sent, whatever it came over.
#[derive(Debug, Default)]
pub struct Asked {
    /// The document.
    pub query: String,
    /// Which of its operations.
    pub operation_name: Option<String>,
    /// Values of its variables.
    pub variables: Variables,
}

/// A request within its limits. Only [`admit`] makes one, and only this can be executed.
#[derive(Debug)]
pub struct Admitted {
    request: Request,
    shape: Shape,
    /// Query, mutation or subscription.
    pub kind: OperationType,
    /// How many nodes it requests, and may.
    pub cost: Cost,
}

/// What an operation requests against what it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Nodes requested.
    pub requested: u64,
    /// Nodes allowed.
    pub limit: u64,
}

impl Admitted {
    /// The name by which the operation was chosen.
    pub fn operation_name(&self) -> Option<&str> {
        self.request.operation_name.as_deref()
    }

    /// The request, for the door's own execution only, and the shape of its answer.
    pub(super) fn into_parts(self) -> (Request, Shape) {
        (self.request, self.shape)
    }
}

/// Lets a request in or says why not. Takes time linear in the length of the document.
pub fn admit(
    mut asked: Asked,
    limits: &Limits,
    catalogue: &Catalogue,
) -> Result<Admitted, Refused> {
    within("bytes of document", count(asked.query.len()), limits.document)?;
    let scan = scan(&asked.query);
    within("tokens", scan.tokens, limits.tokens)?;
    within("levels of brackets", scan.nesting, limits.nesting)?;
    check_variables(&asked.variables, limits.list)?;
    let mut document = parse_query(&asked.query).map_err(Refused::Syntax)?;
    let operation = choose(&document, asked.operation_name.as_deref())?;
    check_given(operation, &asked.variables)?;
    let scale = Scale { limits, catalogue };
    let requested = cost::cost(&document, operation, &asked.variables, scale)?;
    give_defaults(operation, &mut asked.variables);
    let kind = operation.ty;
    let shape = Shape::read(&document, operation, &asked.variables, catalogue)?;
    complete(&mut document, asked.operation_name.as_deref(), catalogue);
    let mut request = Request::new(asked.query).variables(asked.variables);
    request.operation_name = asked.operation_name;
    request.set_parsed_query(document);
    Ok(Admitted { request, shape, kind, cost: Cost { requested, limit: limits.cost } })
}

/// Refuses a request that leaves out a value which its operation declares as required: no field
/// could be answered without it.
fn check_given(operation: &OperationDefinition, variables: &Variables) -> Result<(), Error> {
    let required = operation.variable_definitions.iter().map(|definition| &definition.node);
    let missing = required.filter(|definition| {
        definition.default_value().is_none()
            && variables.get(&definition.name.node).is_none_or(|value| *value == Value::Null)
    });
    let refusals: Vec<_> = missing
        .map(|definition| Refusal::new(RefusalCode::Required, definition.name.node.as_str()))
        .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals.into()) }
}

/// The operation that will run.
fn choose<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<&'a OperationDefinition, Refused> {
    let chosen = match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some(operation),
        (DocumentOperations::Single(_), Some(_)) => None,
        (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name),
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next()
        }
        (DocumentOperations::Multiple(_), None) => None,
    };
    let message = || match name {
        Some(name) => format!("There is no operation named \"{name}\"."),
        None => "Say with operationName which operation to run.".to_owned(),
    };
    match chosen {
        Some(operation) => Ok(&operation.node),
        None => Err(Refused::Invalid { message: message(), at: None }),
    }
}
