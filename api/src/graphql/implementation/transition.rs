//! Moving implementations from stage to stage.

use super::{Implementation, UpdateImplementationPayload};
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::read_stakeholder;
use crate::graphql::stakeholder::Kind;
use crate::service::implementation::{self, Step};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::engagement::Missing;
use domain::stakeholder::ImplementationStage;
use entity::stakeholder::Stakeholder;

/// A stage that may follow the present one of an implementation.
#[derive(Clone, Debug, SimpleObject)]
pub struct AllowedStage {
    /// The stage.
    to: ImplementationStage,
    /// What is given with the move.
    needs: Vec<Missing>,
}

impl AllowedStage {
    /// Every stage that may follow.
    pub fn all(row: &Stakeholder) -> Vec<Self> {
        let moves = implementation::reachable(row).into_iter();
        moves.map(|step| Self { to: step.to, needs: step.guard.to_vec() }).collect()
    }
}

/// A move of an implementation.
#[derive(Clone, Debug, InputObject)]
pub struct TransitionImplementationInput {
    /// Which implementation.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// Where to.
    to: ImplementationStage,
    /// Why; what leaves the usual way needs it: a step back, a stage passed over, an early end.
    note: Option<String>,
}

/// Moving implementations.
#[derive(Debug, Default)]
pub struct ImplementationTransitionMutation;

/// Moving implementations.
#[Object(guard = "Listed")]
impl ImplementationTransitionMutation {
    /// Moves an implementation to another stage, as of today. What is paused goes on where it was.
    async fn transition_implementation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which move.")] input: TransitionImplementationInput,
    ) -> Result<UpdateImplementationPayload> {
        let id = read_stakeholder(&input.id, "id")?;
        let step = Step { to: input.to, note: input.note.unwrap_or_default() };
        implementation::transition(ctx.op()?, id, input.expected_version, step).await?;
        let found = Implementation::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(UpdateImplementationPayload { implementation: found })
    }
}
