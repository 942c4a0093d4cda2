//! What is done to requirements.

use super::Requirement;
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::{Outside, read_stakeholder, read_stakeholder_opt};
use crate::graphql::scalar::TypedDay;
use crate::service::requirement::{self, Decision, NewRequirement, Patch};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::identifier::{CommunityId, RequirementId};
use domain::requirement::Disposition;
use domain::stakeholder::Visibility;

/// What is done to requirements.
#[derive(Debug, Default)]
pub struct RequirementMutation;

#[Object(guard = "Listed")]
impl RequirementMutation {
    /// Records something that users of an implementation ask for; nobody has decided about it yet.
    async fn add_requirement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: AddRequirementInput,
    ) -> Result<RequirementPayload> {
        let new = NewRequirement {
            implementation: read_stakeholder(&input.implementation, "implementation")?,
            text: input.text,
            community: CommunityId::read_opt(input.community.as_ref(), "community")?,
            visibility: input.visibility,
        };
        let id = requirement::add(ctx.op()?, new).await?;
        RequirementPayload::of(ctx, id)
    }

    /// Corrects what is asked for.
    async fn update_requirement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to correct.")] input: UpdateRequirementInput,
    ) -> Result<RequirementPayload> {
        let id = RequirementId::read(&input.id, "id")?;
        let patch = Patch { text: input.text, visibility: input.visibility };
        requirement::update(ctx.op()?, id, input.expected_version, patch).await?;
        RequirementPayload::of(ctx, id)
    }

    /// Decides whether a requirement belongs to the good itself or to its implementation alone, or that
    /// this is open again. Who decides otherwise than before says why.
    async fn decide_requirement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which decision.")] input: DecideRequirementInput,
    ) -> Result<RequirementPayload> {
        let id = RequirementId::read(&input.id, "id")?;
        let decision = Decision {
            disposition: input.disposition,
            decided_by: read_stakeholder_opt(input.decided_by.as_ref(), "decidedBy")?,
            decided_on: input.decided_on.map(String::from).unwrap_or_default(),
            note: input.note.unwrap_or_default(),
        };
        requirement::decide(ctx.op()?, id, input.expected_version, decision).await?;
        RequirementPayload::of(ctx, id)
    }

    /// Removes a requirement that was none; the history keeps it.
    async fn remove_requirement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RemoveRequirementInput,
    ) -> Result<RemoveRequirementPayload> {
        let id = RequirementId::read(&input.id, "id")?;
        requirement::remove(ctx.op()?, id, input.expected_version).await?;
        Ok(RemoveRequirementPayload { removed_id: input.id })
    }
}

/// A new requirement.
#[derive(Clone, Debug, InputObject)]
pub struct AddRequirementInput {
    /// Whose users ask for it: an implementation.
    implementation: ID,
    /// What is asked for.
    text: String,
    /// The community that maintains it; when absent, that of its implementation.
    community: Option<ID>,
    /// Who may see it; when absent, as many as see its implementation.
    visibility: Option<Visibility>,
}

/// What to correct of a requirement; what is absent stays.
#[derive(Clone, Debug, InputObject)]
pub struct UpdateRequirementInput {
    /// Which requirement.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// What is asked for.
    text: Option<String>,
    /// Who may see it.
    visibility: Option<Visibility>,
}

/// Where a requirement belongs.
#[derive(Clone, Debug, InputObject)]
pub struct DecideRequirementInput {
    /// Which requirement.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// Where it belongs.
    disposition: Disposition,
    /// Which group or person decided; of what is undecided, nobody.
    decided_by: Option<ID>,
    /// On which day; of what is undecided, on none.
    decided_on: Option<TypedDay>,
    /// Why; who decides otherwise than before needs it.
    note: Option<String>,
}

/// A requirement that was none.
#[derive(Clone, Debug, InputObject)]
pub struct RemoveRequirementInput {
    /// Which requirement.
    id: ID,
    /// The version that was read; when it has moved on, nothing is removed.
    expected_version: i32,
}

/// The requirement that was recorded or changed.
#[derive(Debug, SimpleObject)]
pub struct RequirementPayload {
    /// As it is now.
    requirement: Requirement,
}

/// What is left of a requirement that was removed.
#[derive(Debug, SimpleObject)]
pub struct RemoveRequirementPayload {
    /// The id that it had.
    removed_id: ID,
}

impl RequirementPayload {
    fn of(ctx: &Context<'_>, id: RequirementId) -> Result<Self> {
        let requirement = Requirement::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(Self { requirement })
    }
}
