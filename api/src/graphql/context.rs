//! What a resolver reaches through its context: the operation, what the viewer sees, and the
//! loaders of this request.

use super::loader::Loaders;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use async_graphql::{Context, Request};

/// Short ways from a resolver's context to this request.
pub trait Access<'a> {
    /// The operation: who asks, what may be done, and the way to write.
    fn op(&self) -> Result<&'a Op>;
    /// What the viewer sees; after a write of this request, with that write.
    fn view(&self) -> Result<View>;
    /// The loaders of what only the database keeps.
    fn loaders(&self) -> Result<&'a Loaders>;
}

/// Puts the operation and fresh loaders into a request: the only way to make one executable.
pub fn with_op(request: Request, op: Op) -> Request {
    request.data(op).data(Loaders::default())
}

impl<'a> Access<'a> for Context<'a> {
    fn op(&self) -> Result<&'a Op> {
        self.data_opt().ok_or_else(|| Error::internal("a request without an operation"))
    }

    fn view(&self) -> Result<View> {
        Ok(self.op()?.view())
    }

    fn loaders(&self) -> Result<&'a Loaders> {
        self.data_opt().ok_or_else(|| Error::internal("a request without loaders"))
    }
}
