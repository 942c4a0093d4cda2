//! The one way to an execution: a request becomes [`Admitted`] by passing every limit, and nothing
//! else can be executed.

use async_graphql::parser::parse_query;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, OperationDefinition, OperationType,
};
use async_graphql::{Request, Value, Variables};
use domain::refusal::{Refusal, RefusalCode};

use super::bucket::Empty;
use super::caller::{Caller, Payer};
use super::catalogue::Catalogue;
use super::cost::{self, Requested, Scale, check_variables, count, within};
use super::document::Persisted;
use super::limits::Limits;
use super::refused::Refused;
use super::scan::scan;
use super::shape::{Shape, complete, give_defaults};
use super::told::Told;
use crate::error::Error;
use crate::http::state::State;
use crate::op::{Key, Keyed};

/// What a client sent, whatever it came over.
#[derive(Debug, Default)]
pub struct Asked {
    /// The document; empty where it is only named.
    pub query: String,
    /// What the client says of a document that it may have sent before.
    pub persisted: Option<Persisted>,
    /// Which of its operations.
    pub operation_name: Option<String>,
    /// Values of its variables.
    pub variables: Variables,
    /// What it came over.
    pub transport: Transport,
    /// Under which key the answer is kept, when it is to be.
    pub key: Option<String>,
}

/// What a request comes over; it decides which kinds of operation are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transport {
    /// An address with everything in it, which anybody may follow: queries only.
    Get,
    /// A body: queries and mutations.
    #[default]
    Post,
    /// A socket that stays open: every kind.
    Socket,
}

/// A request that [`admit`] let in. Only this can be executed.
#[derive(Debug)]
pub struct Admitted {
    request: Request,
    shape: Shape,
    /// Query, mutation or subscription.
    pub kind: OperationType,
    /// What it cost.
    pub charge: Charge,
    /// The key of a mutation that is to be carried out once, however often it is sent.
    pub key: Option<Key>,
}

/// What was taken from a caller's bucket for a request, until it is known what it came to.
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    payer: Payer,
    points: u64,
    /// What it costs at the least.
    least: u64,
    /// What the caller is told.
    pub told: Told,
}

impl Charge {
    /// Gives back what was taken for nodes that were not resolved, and says what the caller is told.
    pub fn settle(self, state: &State, resolved: u64) -> Told {
        let spare = self.points.saturating_sub(resolved.max(self.least));
        let now = state.app.clock.now();
        let balance = state.buckets.give_back(self.payer, spare, &self.told.limits, now);
        Told { resolved: Some(resolved), balance, ..self.told }
    }

    /// Takes what one more answer to the same request came to, or says when there is enough.
    pub(super) fn again(self, state: &State, resolved: u64) -> Result<Told, Refused> {
        let (points, limits) = (resolved.max(self.least), &self.told.limits);
        match state.buckets.take(self.payer, points, limits, state.app.clock.now()) {
            Ok(balance) => Ok(Told { resolved: Some(resolved), balance, ..self.told }),
            Err(Empty { balance, retry_after }) => {
                let (cost, remaining) = (points, balance.remaining);
                let error = Error::OverBudget { cost, remaining, retry_after, costliest: None };
                Err(Refused::from(error).told(Told { balance, ..self.told }))
            }
        }
    }
}

/// What any request costs, also one that is refused. One that is executed costs as much for each
/// field that it begins by.
const LEAST: u64 = 1;

/// A request within the limits of its document, and not let in yet: nobody has paid for it.
#[derive(Debug)]
pub struct Examined {
    request: Request,
    shape: Shape,
    kind: OperationType,
    requested: Requested,
    key: Option<Key>,
}

impl Examined {
    /// How many nodes it requests.
    pub fn requested(&self) -> u64 {
        self.requested.nodes
    }

    /// For tests of the passes themselves, where nobody pays.
    #[cfg(test)]
    pub(super) fn into_parts(self) -> (Request, Shape) {
        (self.request, self.shape)
    }
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

/// Lets a request in or says why not. Whoever asks pays before anything is looked at, and what the
/// request costs before anything is executed.
pub fn admit(state: &State, caller: &Caller, asked: Asked) -> Result<Admitted, Refused> {
    let Caller { key: payer, limits, .. } = *caller;
    let now = state.app.clock.now();
    let told = |requested, balance| Told { requested, resolved: None, limits, balance };
    let unpaid = |cost, requested, Empty { balance, retry_after }, costliest| {
        let error =
            Error::OverBudget { cost, remaining: balance.remaining, retry_after, costliest };
        Refused::from(error).told(told(requested, balance))
    };
    let balance = state.buckets.take(payer, LEAST, &limits, now);
    let balance = balance.map_err(|empty| unpaid(LEAST, None, empty, None))?;
    let examined = known(state, caller, asked);
    let Examined { request, shape, kind, requested, key } =
        examined.map_err(|refused| refused.told(told(None, balance)))?;
    let Requested { nodes, roots, costliest } = requested;
    let (points, least) = (nodes.max(roots).max(LEAST), roots.max(LEAST));
    match state.buckets.take(payer, points - LEAST, &limits, now) {
        Ok(balance) => {
            let charge = Charge { payer, points, least, told: told(Some(nodes), balance) };
            Ok(Admitted { request, shape, kind, charge, key })
        }
        Err(_) => {
            // Whoever comes back pays for the whole once more.
            let empty = state.buckets.wait(payer, points, &limits, now);
            Err(unpaid(points, Some(nodes), empty, costliest))
        }
    }
}

/// A document that is sent or known by its digest, and open to whoever asks.
fn known(state: &State, caller: &Caller, mut asked: Asked) -> Result<Examined, Refused> {
    let found = state.documents.find(caller, &mut asked)?;
    let examined = examine(asked, &caller.limits, &state.catalogue)?;
    state.documents.check_introspection(&examined.request.query)?;
    state.documents.keep(found, &examined.request.query);
    Ok(examined)
}

/// Holds a request against limits. Takes time linear in the length of the document.
pub fn examine(
    mut asked: Asked,
    limits: &Limits,
    catalogue: &Catalogue,
) -> Result<Examined, Refused> {
    within("bytes of document", count(asked.query.len()), limits.document)?;
    let scan = scan(&asked.query);
    within("tokens", scan.tokens, limits.tokens)?;
    within("levels of brackets", scan.nesting, limits.nesting)?;
    check_variables(&asked.variables, limits.list)?;
    let mut document = parse_query(&asked.query).map_err(Refused::Syntax)?;
    let operation = choose(&document, asked.operation_name.as_deref())?;
    check_transport(operation.ty, asked.transport)?;
    check_given(operation, &asked.variables)?;
    let scale = Scale { limits, catalogue };
    let requested = cost::cost(&document, operation, &asked.variables, scale)?;
    let kind = operation.ty;
    let key = key(kind, &asked, requested.roots)?;
    give_defaults(operation, &mut asked.variables);
    let shape = Shape::read(&document, operation, &asked.variables, catalogue)?;
    complete(&mut document, asked.operation_name.as_deref(), catalogue);
    let mut request = Request::new(asked.query).variables(asked.variables);
    request.operation_name = asked.operation_name;
    request.set_parsed_query(document);
    Ok(Examined { request, shape, kind, requested, key })
}

/// Refuses kinds of operation that have another way in: what changes something is never done by
/// following an address, and what goes on for long needs a socket.
fn check_transport(kind: OperationType, transport: Transport) -> Result<(), Refused> {
    match (kind, transport) {
        (OperationType::Query, _)
        | (OperationType::Mutation, Transport::Post | Transport::Socket)
        | (OperationType::Subscription, Transport::Socket) => Ok(()),
        (OperationType::Mutation, Transport::Get) => Err(Refused::MutationOverGet),
        (OperationType::Subscription, Transport::Get | Transport::Post) => {
            let message = "Subscriptions are answered over a WebSocket only.".to_owned();
            Err(Refused::Invalid { message, at: None })
        }
    }
}

/// The key of a mutation with what it asks; nothing else is kept. It is for one field, whose change
/// waits for its answer: a second field could want to write meanwhile.
fn key(kind: OperationType, asked: &Asked, roots: u64) -> Result<Option<Key>, Error> {
    let Some(text) = asked.key.as_deref().filter(|_| kind == OperationType::Mutation) else {
        return Ok(None);
    };
    if roots > 1 {
        return Err(Keyed::more_than_one());
    }
    let variables = serde_json::to_string(&asked.variables);
    let variables = variables.map_err(|error| Error::Internal(error.into()))?;
    let name = asked.operation_name.as_deref().unwrap_or_default();
    Ok(Some(Key::parse(text, [&asked.query, name, &variables])?))
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
