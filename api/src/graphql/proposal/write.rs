//! Deciding about proposals.

use super::Proposal;
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::{Outside, read_stakeholder_opt};
use crate::graphql::scalar::{TypedDate, TypedDay};
use crate::service::proposal::{self, Acceptance};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::engagement::Objective;
use domain::identifier::{AccountId, ProposalId, RelationshipId, StakeholderId};
use domain::interval::DatePoint;
use domain::proposal::ProposalDraft;
use domain::refusal::Refusal;
use domain::relationship::RelationshipKind;
use domain::stakeholder::{ImplementationStage, Visibility};

/// Deciding about proposals.
#[derive(Debug, Default)]
pub struct ProposalMutation;

#[Object(guard = "Listed")]
impl ProposalMutation {
    /// Accepts a proposal as it is or with corrections: what it says is recorded in one step, with the
    /// sentence as evidence, and can be undone as a whole.
    async fn accept_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what is corrected.")] input: AcceptProposalInput,
    ) -> Result<ProposalPayload> {
        let id = ProposalId::read(&input.id, "id")?;
        let expected_version = input.expected_version;
        let acceptance = Acceptance { id, expected_version, visibility: input.visibility };
        proposal::accept(ctx.op()?, acceptance, |draft| input.write(draft)).await?;
        ProposalPayload::of(ctx, id)
    }

    /// Rejects a proposal. The same sentence of the same notes is not proposed again.
    async fn reject_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: RejectProposalInput,
    ) -> Result<ProposalPayload> {
        let id = ProposalId::read(&input.id, "id")?;
        proposal::reject(ctx.op()?, id, input.expected_version, &input.reason).await?;
        ProposalPayload::of(ctx, id)
    }
}

/// Which proposal is accepted, and what of it is corrected: what is absent stays as proposed.
#[derive(Clone, Debug, InputObject)]
pub struct AcceptProposalInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// Of which kind the relationship is.
    pub kind: Option<RelationshipKind>,
    /// From whom; the party of an engagement, the good of an implementation.
    pub source: Option<ID>,
    /// To whom; the place of an implementation.
    pub target: Option<ID>,
    /// Through whom; who implements.
    pub via: Option<ID>,
    /// Since when.
    pub valid_from: Option<TypedDate>,
    /// Until when.
    pub valid_to: Option<TypedDate>,
    /// The relationship that ends.
    pub relationship: Option<ID>,
    /// What an engagement is for.
    pub objective: Option<Objective>,
    /// How far an implementation is.
    pub stage: Option<ImplementationStage>,
    /// What is to be done or was decided.
    pub text: Option<String>,
    /// Who is to do it: a member of the community.
    pub owner: Option<ID>,
    /// By when.
    pub due_on: Option<TypedDay>,
    /// Who may see what is recorded; when absent, as many as see whom it joins.
    pub visibility: Option<Visibility>,
}

impl AcceptProposalInput {
    fn write(self, draft: &mut ProposalDraft) -> Result<(), Refusal> {
        let Self { kind, source, target, via, valid_from, valid_to, relationship, .. } = self;
        if let Some(kind) = kind {
            draft.kinds = vec![kind];
        }
        certain(&mut draft.source, source.as_ref(), "source")?;
        certain(&mut draft.target, target.as_ref(), "target")?;
        draft.via = read_stakeholder_opt(via.as_ref(), "via")?.or(draft.via);
        draft.valid_from = date(valid_from, "validFrom")?.or(draft.valid_from);
        draft.valid_to = date(valid_to, "validTo")?.or(draft.valid_to);
        let ended = RelationshipId::read_opt(relationship.as_ref(), "relationship")?;
        draft.relationship = ended.or(draft.relationship);
        draft.objective = self.objective.or(draft.objective);
        draft.stage = self.stage.or(draft.stage);
        if let Some(text) = self.text {
            let text = domain::text::parse_line(&text, "text", domain::text::LINE_LIMIT)?;
            draft.text = Some(text);
        }
        draft.owner = AccountId::read_opt(self.owner.as_ref(), "owner")?.or(draft.owner);
        draft.due_on = match self.due_on {
            Some(day) => Some(day.read("dueOn")?),
            None => draft.due_on,
        };
        Ok(())
    }
}

fn certain(list: &mut Vec<StakeholderId>, id: Option<&ID>, field: &str) -> Result<(), Refusal> {
    if let Some(id) = read_stakeholder_opt(id, field)? {
        *list = vec![id];
    }
    Ok(())
}

fn date(typed: Option<TypedDate>, field: &str) -> Result<Option<DatePoint>, Refusal> {
    typed.map(|date| DatePoint::parse(&String::from(date), field)).transpose()
}

/// Which proposal is rejected, and why.
#[derive(Clone, Debug, InputObject)]
pub struct RejectProposalInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// Why, for those who wrote the notes.
    pub reason: String,
}

/// The proposal as it is afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct ProposalPayload {
    /// The proposal.
    pub proposal: Proposal,
}

impl ProposalPayload {
    fn of(ctx: &Context<'_>, id: ProposalId) -> Result<Self> {
        Ok(Self { proposal: Proposal::find(&ctx.view()?, id).ok_or(Error::NotFound)? })
    }
}
