//! Executing a subscription that was admitted: event by event.

use actix_web::web::Data;
use async_graphql::{Response, Value};
use futures_util::stream::{BoxStream, StreamExt, unfold};

use super::Failure;
use super::admit::{Admitted, Charge};
use super::refused::Refused;
use super::shape::Shape;
use super::told;
use crate::error::settle;
use crate::graphql::with_op;
use crate::http::envelope::RequestId;
use crate::http::state::State;
use crate::op::Op;

struct Following {
    state: Data<State>,
    events: BoxStream<'static, Response>,
    shape: Shape,
    id: RequestId,
    charge: Charge,
    has_begun: bool,
}

/// The events of a subscription, or why it has none. The operation moves on with every event, so
/// that each is answered from what the viewer sees then. Each is paid for when it is told, by what
/// it holds, and the beginning like one of them at its largest; a caller who has spent everything is
/// told so, and the subscription ends.
pub fn follow(
    state: Data<State>,
    admitted: Admitted,
    op: Op,
    id: RequestId,
) -> BoxStream<'static, Result<Response, Failure>> {
    let charge = admitted.charge;
    let (request, shape) = admitted.into_parts();
    let events = state.schema.execute_stream(with_op(request, op.named(id.as_str())));
    let following = Following { state, events, shape, id, charge, has_begun: false };
    unfold(following, |mut following| async move {
        let event = following.next().await?;
        Some((event, following))
    })
    .boxed()
}

impl Following {
    async fn next(&mut self) -> Option<Result<Response, Failure>> {
        let mut response = self.events.next().await?;
        let resolved = told::resolved(&response.data);
        let was_executed = response.data != Value::Null;
        if was_executed {
            self.shape.arrange(&mut response, &self.state.catalogue);
        }
        settle(&mut response, self.id.as_str());
        let is_refused = !was_executed && !self.has_begun;
        self.has_begun = true;
        Some(if is_refused {
            Err(Failure::Invalid(response))
        } else {
            self.paid(response, resolved).map_err(Into::into)
        })
    }

    /// The event with what it cost, or what there is to pay with.
    fn paid(&self, event: Response, resolved: u64) -> Result<Response, Refused> {
        let told = self.charge.again(&self.state, resolved)?;
        Ok(event.extension("cost", told.value()))
    }
}
