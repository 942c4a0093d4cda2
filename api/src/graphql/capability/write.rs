//! What is done to capabilities.

use super::Capability;
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::evidence::NewEvidenceInput;
use crate::graphql::identifier::{Outside, read_stakeholder};
use crate::graphql::patch::{set, set_option, set_required};
use crate::graphql::scalar::TypedDay;
use crate::service::capability::{self, NewCapability};
use crate::service::relationship::end;
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use domain::capability::{CapabilityDraft, ServiceKind};
use domain::identifier::{CapabilityId, CommunityId};
use domain::refusal::Refusal;
use domain::stakeholder::Visibility;

/// What is done to capabilities.
#[derive(Debug, Default)]
pub struct CapabilityMutation;

#[Object(guard = "Listed")]
impl CapabilityMutation {
    /// Records which service an organization or a group can give for a good, with evidence for it
    /// when that is at hand. It is not verified by that, whoever records it.
    async fn add_capability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: AddCapabilityInput,
    ) -> Result<CapabilityPayload> {
        let new = input.parse(&ctx.view()?)?;
        let id = capability::add(ctx.op()?, new).await?;
        CapabilityPayload::of(ctx, id)
    }

    /// Corrects a capability. A verification was of what was recorded then: it ends when a fact
    /// changes. One that is verified is changed by those only who may verify.
    async fn update_capability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to correct.")] input: UpdateCapabilityInput,
    ) -> Result<CapabilityPayload> {
        let id = CapabilityId::read(&input.id, "id")?;
        let (expected, visibility) = (input.expected_version, input.visibility);
        let edit = |draft: &mut CapabilityDraft| input.write(draft);
        capability::update(ctx.op()?, id, expected, visibility, edit).await?;
        CapabilityPayload::of(ctx, id)
    }

    /// Says that a capability holds as it is recorded: you, today.
    async fn verify_capability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: VerifyCapabilityInput,
    ) -> Result<CapabilityPayload> {
        let id = CapabilityId::read(&input.id, "id")?;
        capability::verify(ctx.op()?, id, input.expected_version).await?;
        CapabilityPayload::of(ctx, id)
    }
}

/// A new capability. What is absent is not recorded.
#[derive(Debug, InputObject)]
pub struct AddCapabilityInput {
    /// Who can give it: an organization or a group.
    pub provider: ID,
    /// For which good.
    pub good: ID,
    /// What is given.
    pub service: ServiceKind,
    /// To what degree, 0 to 4.
    pub level: Option<i32>,
    /// In which countries: names or ISO 3166-1 codes.
    pub countries: Option<Vec<String>>,
    /// In which languages: names or ISO 639-1 codes.
    pub languages: Option<Vec<String>>,
    /// The last day on which it may be relied on.
    pub expires_on: Option<TypedDay>,
    /// A remark.
    pub note: Option<String>,
    /// Who may see it; when absent, no more people than see both whose it is and its good.
    pub visibility: Option<Visibility>,
    /// The community that maintains it; when absent, that of an end that is not public, or the
    /// shared registry.
    pub community: Option<ID>,
    /// Evidence recorded with it in the same step.
    pub evidence: Option<NewEvidenceInput>,
}

impl AddCapabilityInput {
    fn parse(self, view: &View) -> Result<NewCapability> {
        let community = CommunityId::read_opt(self.community.as_ref(), "community")?;
        let draft = CapabilityDraft {
            provider: end(view, read_stakeholder(&self.provider, "provider")?, "provider")?,
            good: end(view, read_stakeholder(&self.good, "good")?, "good")?,
            service: self.service,
            level: self.level,
            countries: self.countries.unwrap_or_default(),
            languages: self.languages.unwrap_or_default(),
            expires_on: self.expires_on.map(String::from).unwrap_or_default(),
            note: self.note.unwrap_or_default(),
        };
        let evidence = self.evidence.map(NewEvidenceInput::parse).transpose()?;
        Ok(NewCapability { draft, community, visibility: self.visibility, evidence })
    }
}

/// What to correct of a capability: what is absent stays, null clears.
#[derive(Debug, InputObject)]
pub struct UpdateCapabilityInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// What is given.
    pub service: MaybeUndefined<ServiceKind>,
    /// To what degree, 0 to 4.
    pub level: MaybeUndefined<i32>,
    /// In which countries: names or ISO 3166-1 codes; the whole list.
    pub countries: MaybeUndefined<Vec<String>>,
    /// In which languages: names or ISO 639-1 codes; the whole list.
    pub languages: MaybeUndefined<Vec<String>>,
    /// The last day on which it may be relied on.
    pub expires_on: MaybeUndefined<TypedDay>,
    /// A remark.
    pub note: MaybeUndefined<String>,
    /// Who may see it.
    pub visibility: Option<Visibility>,
}

impl UpdateCapabilityInput {
    fn write(self, draft: &mut CapabilityDraft) -> Result<(), Refusal> {
        set_required(&mut draft.service, self.service, "service")?;
        set_option(&mut draft.level, self.level);
        set(&mut draft.countries, self.countries);
        set(&mut draft.languages, self.languages);
        set(&mut draft.expires_on, self.expires_on.map_value(String::from));
        set(&mut draft.note, self.note);
        Ok(())
    }
}

/// Which capability holds.
#[derive(Debug, InputObject)]
pub struct VerifyCapabilityInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
}

/// The capability that was recorded or changed.
#[derive(Debug, SimpleObject)]
pub struct CapabilityPayload {
    /// As it is now.
    pub capability: Capability,
}

impl CapabilityPayload {
    fn of(ctx: &Context<'_>, id: CapabilityId) -> Result<Self> {
        let capability = Capability::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(Self { capability })
    }
}
