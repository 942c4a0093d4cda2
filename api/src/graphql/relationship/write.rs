//! What is done to relationships: one mutation for each decision, never a list set anew.

use super::{AddRelationshipInput, Relationship, UpdateRelationshipInput};
use crate::error::Result;
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::Outside;
use crate::graphql::scalar::TypedDate;
use crate::service::evidence;
use crate::service::relationship::{self, Settlement};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::evidence::Stance;
use domain::identifier::RelationshipId;
use domain::relationship::RelationshipDraft;

/// What is done to relationships.
#[derive(Debug, Default)]
pub struct RelationshipMutation;

#[Object(guard = "Listed")]
impl RelationshipMutation {
    /// Records a relationship, with evidence for it when that is at hand.
    async fn add_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: AddRelationshipInput,
    ) -> Result<RelationshipPayload> {
        let new = input.parse(&ctx.view()?)?;
        let id = relationship::add(ctx.op()?, new).await?;
        RelationshipPayload::of(ctx, id)
    }

    /// Corrects a relationship; its state has mutations of its own.
    async fn update_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to correct.")] input: UpdateRelationshipInput,
    ) -> Result<RelationshipPayload> {
        let update = input.update()?;
        let id = update.id;
        let edit = |view: &View, draft: &mut RelationshipDraft| input.write(view, draft);
        relationship::update(ctx.op()?, update, edit).await?;
        RelationshipPayload::of(ctx, id)
    }

    /// Says that a relationship holds.
    async fn confirm_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: SettleRelationshipInput,
    ) -> Result<RelationshipPayload> {
        settle(ctx, &input.id, input.expected_version, Settlement::Confirm).await
    }

    /// Answers whether a relationship still holds, from one's own knowledge, today: evidence for it or
    /// against it, by a source that all such answers of a community share.
    async fn verify_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and the answer.")] input: VerifyRelationshipInput,
    ) -> Result<RelationshipPayload> {
        let id = RelationshipId::read(&input.id, "id")?;
        let note = input.note.unwrap_or_default();
        evidence::answer(ctx.op()?, id, input.stance, note).await?;
        RelationshipPayload::of(ctx, id)
    }

    /// Says that there is evidence against a relationship.
    async fn dispute_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: SettleRelationshipInput,
    ) -> Result<RelationshipPayload> {
        settle(ctx, &input.id, input.expected_version, Settlement::Dispute).await
    }

    /// Says that a relationship held once, and until when.
    async fn end_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and its end.")] input: EndRelationshipInput,
    ) -> Result<RelationshipPayload> {
        let settlement = Settlement::End(input.valid_to.map(String::from));
        settle(ctx, &input.id, input.expected_version, settlement).await
    }

    /// Says that a relationship was recorded by mistake; it stays in history.
    async fn retract_relationship(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: SettleRelationshipInput,
    ) -> Result<RelationshipPayload> {
        settle(ctx, &input.id, input.expected_version, Settlement::Retract).await
    }
}

async fn settle(
    ctx: &Context<'_>,
    id: &ID,
    expected_version: i32,
    settlement: Settlement,
) -> Result<RelationshipPayload> {
    let id = RelationshipId::read(id, "id")?;
    relationship::settle(ctx.op()?, id, expected_version, settlement).await?;
    RelationshipPayload::of(ctx, id)
}

/// Which relationship to settle.
#[derive(Debug, InputObject)]
pub struct SettleRelationshipInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
}

/// Whether a relationship still holds.
#[derive(Debug, InputObject)]
pub struct VerifyRelationshipInput {
    /// Its id.
    pub id: ID,
    /// SUPPORTS when it does, DISPUTES when it does not.
    pub stance: Stance,
    /// How you know, in a few words of your own.
    pub note: Option<String>,
}

/// Which relationship ended.
#[derive(Debug, InputObject)]
pub struct EndRelationshipInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// The end, as exact as it is known; may be absent when one is recorded already.
    pub valid_to: Option<TypedDate>,
}

/// The relationship that was recorded or changed.
#[derive(Debug, SimpleObject)]
pub struct RelationshipPayload {
    /// As it is now.
    pub relationship: Relationship,
}

impl RelationshipPayload {
    fn of(ctx: &Context<'_>, id: RelationshipId) -> Result<Self> {
        Ok(Self { relationship: Relationship::load(&ctx.view()?, id)? })
    }
}
