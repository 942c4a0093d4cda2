//! What a resolver reaches through its context: the operation, what the viewer sees, and the
//! loaders of this request.

use super::loader::Loaders;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use async_graphql::parser::types::OperationType;
use async_graphql::{Context, Guard, Request};
use domain::policy::Place;
use std::sync::Arc;

/// Short ways from a resolver's context to this request.
pub trait Access<'a> {
    /// The operation: who asks, what may be done, and the way to write.
    fn op(&self) -> Result<&'a Op>;
    /// The operation of a subscription, which outlives the field that asks for it.
    fn shared_op(&self) -> Result<Arc<Op>>;
    /// What the viewer sees; after a write of this request, with that write.
    fn view(&self) -> Result<View>;
    /// Whether the policy answers the field that is being resolved, on a record of this type that
    /// stands there. For fields whose terms are more than seeing the record.
    fn answers(&self, of: &str, place: Place) -> Result<bool>;
    /// The loaders of what only the database keeps.
    fn loaders(&self) -> Result<&'a Loaders>;
}

/// Puts the operation and fresh loaders into a request: the only way to make one executable.
pub fn with_op(request: Request, op: Op) -> Request {
    request.data(Arc::new(op)).data(Loaders::default())
}

impl<'a> Access<'a> for Context<'a> {
    fn op(&self) -> Result<&'a Op> {
        let op = self.data_opt::<Arc<Op>>().map(|op| &**op);
        op.ok_or_else(|| Error::internal("a request without an operation"))
    }

    fn shared_op(&self) -> Result<Arc<Op>> {
        let op = self.data_opt::<Arc<Op>>().cloned();
        op.ok_or_else(|| Error::internal("a request without an operation"))
    }

    fn view(&self) -> Result<View> {
        Ok(self.op()?.view())
    }

    fn answers(&self, of: &str, place: Place) -> Result<bool> {
        let view = self.view()?;
        Ok(view.answers(view.rule(of, self.field().name()), Some(place)))
    }

    fn loaders(&self) -> Result<&'a Loaders> {
        self.data_opt().ok_or_else(|| Error::internal("a request without loaders"))
    }
}

/// Stands before every field that an operation begins with: none is answered that the policy does
/// not list, and what the policy says that a field needs, the operation tells from then on.
#[derive(Debug)]
pub struct Listed;

impl Guard for Listed {
    async fn check(&self, ctx: &Context<'_>) -> async_graphql::Result<()> {
        let op = ctx.op().map_err(async_graphql::Error::from)?;
        let of = match ctx.query_env.operation.node.ty {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        op.begin(of, ctx.field().name()).map_err(async_graphql::Error::from)
    }
}
