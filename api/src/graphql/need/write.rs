//! What is done to needs and offers.

use super::Need;
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::engagement::EngagementPayload;
use crate::graphql::identifier::{Outside, read_stakeholder, read_stakeholder_opt};
use crate::graphql::patch::{set, set_option, set_required};
use crate::graphql::scalar::{TypedDay, read_amount};
use crate::service::need::{self, Closing, FromMatch, NewNeed};
use crate::service::relationship::{end, end_opt};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use domain::capability::ServiceKind;
use domain::engagement::Objective;
use domain::identifier::{CommunityId, NeedId};
use domain::need::{NeedDraft, NeedSide, NeedStatus};
use domain::refusal::Refusal;
use domain::relationship::End;
use domain::stakeholder::Visibility;

/// What is done to needs and offers.
#[derive(Debug, Default)]
pub struct NeedMutation;

#[Object(guard = "Listed")]
impl NeedMutation {
    /// States that a party looks for a service, or offers one.
    async fn state_need(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to state.")] input: StateNeedInput,
    ) -> Result<NeedPayload> {
        let new = input.read(&ctx.view()?)?;
        let id = need::state(ctx.op()?, new).await?;
        NeedPayload::of(ctx, id)
    }

    /// Corrects a need or an offer; whose it is never changes.
    async fn update_need(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to correct.")] input: UpdateNeedInput,
    ) -> Result<NeedPayload> {
        let id = NeedId::read(&input.id, "id")?;
        let (expected, visibility, view) = (input.expected_version, input.visibility, ctx.view()?);
        let edit = |draft: &mut NeedDraft| input.write(&view, draft);
        need::update(ctx.op()?, id, expected, visibility, edit).await?;
        NeedPayload::of(ctx, id)
    }

    /// Says that a need was met, or an offer taken up, and by whom; or that it was taken back, and why.
    async fn close_need(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What has become of it.")] input: CloseNeedInput,
    ) -> Result<NeedPayload> {
        let id = NeedId::read(&input.id, "id")?;
        let closing = Closing {
            status: input.status,
            met_by: read_stakeholder_opt(input.met_by.as_ref(), "metBy")?,
            reason: input.reason.unwrap_or_default(),
        };
        need::close(ctx.op()?, id, input.expected_version, closing).await?;
        NeedPayload::of(ctx, id)
    }

    /// Opens a need or an offer again that was met or taken back.
    async fn reopen_need(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: ReopenNeedInput,
    ) -> Result<NeedPayload> {
        let id = NeedId::read(&input.id, "id")?;
        need::reopen(ctx.op()?, id, input.expected_version).await?;
        NeedPayload::of(ctx, id)
    }

    /// Opens an engagement of the need's community with somebody who fits it, tied to the need, by the
    /// rules of openEngagement.
    async fn open_engagement_from_match(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "With whom, and of which need.")] input: OpenEngagementFromMatchInput,
    ) -> Result<EngagementPayload> {
        let asked = FromMatch {
            need: NeedId::read(&input.need, "need")?,
            party: read_stakeholder(&input.party, "party")?,
            objective: input.objective,
            why: input.why,
        };
        let id = need::open(ctx.op()?, asked).await?;
        EngagementPayload::of(ctx, id)
    }
}

/// A new need or offer. What is absent is not recorded.
#[derive(Clone, Debug, InputObject)]
pub struct StateNeedInput {
    /// The community that it is stated to.
    community: ID,
    /// Whether it is looked for or offered.
    side: NeedSide,
    /// Who looks for it or offers it: an organization, an implementation or a group.
    party: ID,
    /// Which service.
    service: ServiceKind,
    /// For which good.
    good: Option<ID>,
    /// In which country: a name or an ISO 3166-1 code.
    country: Option<String>,
    /// In which language: a name or an ISO 639-1 code.
    language: Option<String>,
    /// By when it is needed, or until when it is offered.
    until: Option<TypedDay>,
    /// What can be spent, or what it costs, in whole units of the currency; absent when unknown.
    amount: Option<f64>,
    /// The currency of the amount: ISO 4217.
    currency: Option<String>,
    /// What exactly is looked for or offered.
    text: String,
    /// Who may see it; without it, the members of the community.
    visibility: Option<Visibility>,
}

impl StateNeedInput {
    fn read(self, view: &View) -> Result<NewNeed> {
        let good = read_stakeholder_opt(self.good.as_ref(), "good")?;
        let draft = NeedDraft {
            party: end(view, read_stakeholder(&self.party, "party")?, "party")?,
            service: self.service,
            good: end_opt(view, good, "good")?,
            country: self.country.unwrap_or_default(),
            language: self.language.unwrap_or_default(),
            until: self.until.map(String::from).unwrap_or_default(),
            amount: self.amount.map(|amount| read_amount(amount, "amount")).transpose()?,
            currency: self.currency.unwrap_or_default(),
            text: self.text,
        };
        Ok(NewNeed {
            side: self.side,
            draft,
            community: CommunityId::read(&self.community, "community")?,
            visibility: self.visibility.unwrap_or(Visibility::Community),
        })
    }
}

/// What to correct of a need or an offer: what is absent stays, null clears.
#[derive(Clone, Debug, InputObject)]
pub struct UpdateNeedInput {
    /// Which one.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// Which service.
    service: MaybeUndefined<ServiceKind>,
    /// For which good.
    good: MaybeUndefined<ID>,
    /// In which country: a name or an ISO 3166-1 code.
    country: MaybeUndefined<String>,
    /// In which language: a name or an ISO 639-1 code.
    language: MaybeUndefined<String>,
    /// By when it is needed, or until when it is offered.
    until: MaybeUndefined<TypedDay>,
    /// What can be spent, or what it costs; null is unknown.
    amount: MaybeUndefined<f64>,
    /// The currency of the amount: ISO 4217.
    currency: MaybeUndefined<String>,
    /// What exactly is looked for or offered.
    text: MaybeUndefined<String>,
    /// Who may see it.
    visibility: Option<Visibility>,
}

impl UpdateNeedInput {
    fn write(self, view: &View, draft: &mut NeedDraft) -> Result<(), Refusal> {
        let good =
            |id: ID| -> Result<End, Refusal> { end(view, read_stakeholder(&id, "good")?, "good") };
        set_required(&mut draft.service, self.service, "service")?;
        set_option(&mut draft.good, self.good.map_value(good).transpose()?);
        set(&mut draft.country, self.country);
        set(&mut draft.language, self.language);
        set(&mut draft.until, self.until.map_value(String::from));
        let amount = self.amount.map_value(|amount| read_amount(amount, "amount"));
        set_option(&mut draft.amount, amount.transpose()?);
        set(&mut draft.currency, self.currency);
        set_required(&mut draft.text, self.text, "text")
    }
}

/// What has become of a need or an offer.
#[derive(Clone, Debug, InputObject)]
pub struct CloseNeedInput {
    /// Which one.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// What has become of it: met, or withdrawn.
    status: NeedStatus,
    /// Who met it: an organization, an implementation or a group; absent when that is not known.
    met_by: Option<ID>,
    /// How it was met, or why it was taken back; who takes it back says why.
    reason: Option<String>,
}

/// A need or an offer that goes on.
#[derive(Clone, Debug, InputObject)]
pub struct ReopenNeedInput {
    /// Which one.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
}

/// What opens an engagement with somebody who fits a need.
#[derive(Clone, Debug, InputObject)]
pub struct OpenEngagementFromMatchInput {
    /// The need or the offer.
    need: ID,
    /// With whom: somebody of its matches.
    party: ID,
    /// What the community wants to reach; when absent, what the service is mostly for.
    objective: Option<Objective>,
    /// Why this party; when absent, the words of the need.
    why: Option<String>,
}

/// The need or the offer that was stated or changed.
#[derive(Debug, SimpleObject)]
pub struct NeedPayload {
    /// As it is now.
    need: Need,
}

impl NeedPayload {
    fn of(ctx: &Context<'_>, id: NeedId) -> Result<Self> {
        let need = Need::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(Self { need })
    }
}
