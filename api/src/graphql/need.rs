//! Needs and offers: which service a party looks for or offers, and who fits.

use super::change::{self, ChangeConnection};
use super::community::Community;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::filter::text;
use super::global_good::GlobalGood;
use super::identifier::{Outside, read_stakeholder_opt};
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::scalar::{Date, Instant, amount};
use super::stakeholder::{Kind, Stakeholder};
use crate::error::{Error, Result};
use crate::service::need::{self, Filter};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object};
use domain::capability::ServiceKind;
use domain::country::Country;
use domain::identifier::{CommunityId, NeedId, StakeholderId};
use domain::language::Language;
use domain::need::{NeedSide, NeedStatus};
use domain::refusal::{Refusal, Refusals};
use domain::stakeholder::Visibility;
use entity::need::Model;
use std::sync::Arc;

mod matching;
mod write;
pub use matching::{MatchFactor, NeedMatch};
pub use write::{
    CloseNeedInput, NeedMutation, NeedPayload, OpenEngagementFromMatchInput, ReopenNeedInput,
    StateNeedInput, UpdateNeedInput,
};

/// A service that a party looks for, or offers.
#[derive(Clone, Debug)]
pub struct Need(Arc<Model>);

impl Need {
    /// The need or the offer, when the viewer may see it.
    pub fn find(view: &View, id: NeedId) -> Option<Self> {
        view.need(id).cloned().map(Self)
    }

    /// What a party itself looks for and offers.
    pub fn of_party(view: &View, id: StakeholderId, first: i32) -> Result<Vec<Self>> {
        let first = read_first(first)?;
        Ok(need::of_party(view, id).into_iter().take(first).map(Self).collect())
    }
}

/// A service that a party looks for, or offers: where, in which language, until when, and for how much.
#[Object]
impl Need {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// The community that it is stated to.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }

    /// Whether it is looked for or offered.
    async fn side(&self) -> NeedSide {
        self.0.side
    }

    /// Who looks for it or offers it.
    async fn party(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::load(&ctx.view()?, self.0.party_id)
    }

    /// Which service.
    async fn service(&self) -> ServiceKind {
        self.0.service
    }

    /// For which good; null is not recorded.
    async fn good(&self, ctx: &Context<'_>) -> Result<Option<GlobalGood>> {
        let view = ctx.view()?;
        Ok(self.0.good_id.and_then(|id| GlobalGood::find(&view, id)))
    }

    /// In which country: ISO 3166-1 alpha-2; null is not recorded.
    async fn country(&self) -> Option<&str> {
        self.0.country.as_deref()
    }

    /// In which language: ISO 639-1; null is not recorded.
    async fn language(&self) -> Option<&str> {
        self.0.language.as_deref()
    }

    /// By when it is needed, or until when it is offered; null is not recorded.
    async fn until(&self) -> Option<Date> {
        self.0.until.map(Date)
    }

    /// What can be spent, or what it costs, in whole units of the currency; null is unknown, never zero.
    async fn amount(&self) -> Option<f64> {
        self.0.amount.map(amount)
    }

    /// The currency of the amount: ISO 4217.
    async fn currency(&self) -> Option<&str> {
        self.0.currency.as_deref()
    }

    /// What exactly is looked for or offered.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// What has become of it.
    async fn status(&self) -> NeedStatus {
        self.0.status
    }

    /// Since when.
    async fn status_since(&self) -> Date {
        Date(self.0.status_since)
    }

    /// Who met it; null while nobody has, when it is not recorded, and when hidden.
    async fn met_by(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        Ok(self.0.met_by_id.and_then(|id| Stakeholder::find(&view, id)))
    }

    /// Why it was taken back, or how it was met; null while it is open, or when nobody said.
    async fn close_reason(&self) -> Option<&str> {
        self.0.close_reason.as_deref()
    }

    /// The engagements that came of it, in order of recording.
    async fn engagements(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Engagement>> {
        let (view, first) = (ctx.view()?, read_first(first)?);
        let rows = view.engagements_from(self.0.id).take(first);
        Ok(rows.cloned().map(Engagement::new).collect())
    }

    /// Who may see it, among those who see whose it is and its good.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was recorded.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What was changed in it, the last change first.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}

/// Which needs and offers to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NeedFilter {
    /// Only those stated to this community.
    community: Option<ID>,
    /// Only these sides.
    sides: Option<Vec<NeedSide>>,
    /// Only of this party.
    party: Option<ID>,
    /// Only these services.
    services: Option<Vec<ServiceKind>>,
    /// Only for this good.
    good: Option<ID>,
    /// Only in this country: a name or an ISO 3166-1 code.
    country: Option<String>,
    /// Only in this language: a name or an ISO 639-1 code.
    language: Option<String>,
    /// Only those of which one of these has become.
    statuses: Option<Vec<NeedStatus>>,
    /// Words of the need or of the party's names; accents and case do not matter. Up to 200 characters.
    text: Option<String>,
}

impl NeedFilter {
    fn read(self) -> Result<Filter, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let community = CommunityId::read_opt(self.community.as_ref(), "filter.community");
        let community = refusals.take(community).flatten();
        let party = refusals.take(read_stakeholder_opt(self.party.as_ref(), "filter.party"));
        let good = refusals.take(read_stakeholder_opt(self.good.as_ref(), "filter.good"));
        let asked = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let country = asked(self.country).map(|text| Country::parse(&text, "filter.country"));
        let country = refusals.take(country.transpose()).flatten();
        let language = asked(self.language).map(|text| Language::parse(&text, "filter.language"));
        let language = refusals.take(language.transpose()).flatten();
        let text = refusals.take(text(self.text, "filter.text")).flatten();
        refusals.finish(Some(Filter {
            community,
            sides: self.sides.unwrap_or_default(),
            party: party.flatten(),
            services: self.services.unwrap_or_default(),
            good: good.flatten(),
            country: country.map(|country| country.code().to_owned()),
            language: language.map(|language| language.code().to_owned()),
            statuses: self.statuses.unwrap_or_default(),
            text: text.unwrap_or_default(),
        }))
    }
}

/// Finds needs and offers, and who fits.
#[derive(Debug, Default)]
pub struct NeedQuery;

#[Object(guard = "Listed")]
impl NeedQuery {
    /// One need or offer; null when there is none that you may see.
    async fn need(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Need>> {
        let id = NeedId::read(&id, "id")?;
        Ok(Need::find(&ctx.view()?, id))
    }

    /// What parties look for and offer, in order of recording.
    async fn needs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<NeedFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Need>> {
        let page = Page::parse(first, after.as_deref(), "needs")?;
        let filter = filter.unwrap_or_default().read()?;
        let rows = need::list(&ctx.view()?, &filter).into_iter();
        let keyed = rows.map(|row| (SortKey::Missing, row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, Need))
    }

    /// Who fits a need or an offer, the best first, each with the reasons: for a need those who offer it,
    /// and those of the support directory who can give it; for an offer those who need it.
    async fn need_matches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The need or the offer.")] id: ID,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<NeedMatch>> {
        let page = Page::parse(first, after.as_deref(), "needMatches")?;
        let id = NeedId::read(&id, "id")?;
        let op = ctx.op()?;
        let ranked = need::matches(&op.view(), id, op.today())?.into_iter().enumerate();
        let keyed = ranked.map(|(place, row)| (SortKey::number(place), row.party.0, row));
        Ok(page.in_order(keyed, NeedMatch::new))
    }
}
