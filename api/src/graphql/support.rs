//! The support directory: who can give which service.

use super::capability::Capability;
use super::context::{Access, Listed};
use super::global_good::GlobalGood;
use super::identifier::read_stakeholder_opt;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::relationship::Relationship;
use super::scalar::{Date, TypedDay};
use super::stakeholder::{Kind, Stakeholder};
use crate::error::Result;
use crate::service::support::{self, Basis, Directory, Given};
use async_graphql::{Context, ID, InputObject, Object};
use domain::capability::{
    CapabilityLevel, ServiceKind, SupportReason, Wanted, not_recorded, reasons,
};
use domain::country::Country;
use domain::identifier::StakeholderId;
use domain::language::Language;
use domain::refusal::{Refusal, Refusals};
use std::sync::Arc;

/// Who can give what is looked for: verified, and apart what is not.
#[derive(Clone, Debug)]
pub struct SupportDirectory(Arc<Directory>);

/// Somebody who can give a service, or of whom something recorded lets one think so, and why.
#[derive(Clone, Debug)]
pub struct SupportOffer {
    given: Arc<Given>,
    wanted: Arc<Wanted>,
}

impl SupportOffer {
    /// An offer with what was looked for.
    pub fn new(given: Arc<Given>, wanted: Arc<Wanted>) -> Self {
        Self { given, wanted }
    }

    /// One page of a ranked list.
    fn page(rows: &[Arc<Given>], page: &Page, wanted: &Wanted) -> Connection<Self> {
        let wanted = Arc::new(wanted.clone());
        let ranked = rows.iter().enumerate();
        let keyed = ranked.map(|(place, row)| (SortKey::number(place), row.basis.uuid(), row));
        page.of(keyed, OrderDirection::Ascending, |row| {
            Self::new(Arc::clone(row), Arc::clone(&wanted))
        })
    }
}

/// Somebody who can give a service, or of whom something recorded lets one think so, and why.
#[Object]
impl SupportOffer {
    /// Who; an implementation where its implementers are not recorded by name.
    async fn provider(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::load(&ctx.view()?, self.given.provider)
    }

    /// For which good.
    async fn good(&self, ctx: &Context<'_>) -> Result<Option<GlobalGood>> {
        let view = ctx.view()?;
        Ok(self.given.offer.good.and_then(|id| GlobalGood::find(&view, id)))
    }

    /// Which service; null is not recorded.
    async fn service(&self) -> Option<ServiceKind> {
        self.given.offer.service
    }

    /// To what degree, 0 to 4; null is not recorded, never zero.
    async fn level(&self) -> Option<i32> {
        self.given.offer.level
    }

    /// In which countries: ISO 3166-1 alpha-2; empty is not recorded.
    async fn countries(&self) -> &[String] {
        &self.given.offer.countries
    }

    /// In which languages: ISO 639-1; empty is not recorded.
    async fn languages(&self) -> &[String] {
        &self.given.offer.languages
    }

    /// Why it stands here: on what it rests, then what fits, does not, or is not recorded.
    async fn reasons(&self) -> Vec<SupportReason> {
        reasons(&self.given.offer, &self.wanted)
    }

    /// The capability that it rests on; null when it is a relationship.
    async fn capability(&self, ctx: &Context<'_>) -> Result<Option<Capability>> {
        Ok(match self.given.basis {
            Basis::Capability(id) => Capability::find(&ctx.view()?, id),
            Basis::Relationship(_) => None,
        })
    }

    /// The relationship that hints at it; null when it is a capability.
    async fn relationship(&self, ctx: &Context<'_>) -> Result<Option<Relationship>> {
        Ok(match self.given.basis {
            Basis::Relationship(id) => Relationship::find(&ctx.view()?, id),
            Basis::Capability(_) => None,
        })
    }
}

/// Who can give what is looked for: verified, and apart what is not.
#[Object]
impl SupportDirectory {
    /// The day that it is about.
    async fn as_of(&self) -> Date {
        Date(self.0.as_of)
    }

    /// Whose offers alone these are; null when everybody was asked about.
    async fn provider(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        self.0.provider.map(|id| Stakeholder::load(&view, id)).transpose()
    }

    /// How many rows both lists have together.
    async fn total(&self) -> usize {
        self.0.verified.len() + self.0.unverified.len()
    }

    /// Everything that was asked is recorded to hold, and a manager has verified it; the best
    /// first.
    async fn verified(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<SupportOffer>> {
        let page = Page::parse(first, after.as_deref(), "verified")?;
        Ok(SupportOffer::page(&self.0.verified, &page, &self.0.wanted))
    }

    /// What is not verified, has expired, is not recorded in full, or what only a relationship hints
    /// at; the best first.
    async fn unverified(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<SupportOffer>> {
        let page = Page::parse(first, after.as_deref(), "unverified")?;
        Ok(SupportOffer::page(&self.0.unverified, &page, &self.0.wanted))
    }

    /// What is not recorded of some of the unverified: what somebody could find out.
    async fn not_recorded(&self) -> Vec<SupportReason> {
        not_recorded(self.0.unverified.iter().map(|one| &one.offer))
    }
}

/// What is looked for; what is absent is not asked.
#[derive(Clone, Debug, Default, InputObject)]
pub struct SupportFilter {
    /// For which good.
    good: Option<ID>,
    /// In which country: a name or an ISO 3166-1 code.
    country: Option<String>,
    /// In which language: a name or an ISO 639-1 code.
    language: Option<String>,
    /// Which service.
    service: Option<ServiceKind>,
    /// At which level or above, 0 to 4.
    min_level: Option<i32>,
    /// Only what this stakeholder can give.
    provider: Option<ID>,
}

impl SupportFilter {
    fn read(self) -> Result<(Wanted, Option<StakeholderId>), Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let provider = read_stakeholder_opt(self.provider.as_ref(), "filter.provider");
        let provider = refusals.take(provider).flatten();
        let good = refusals.take(read_stakeholder_opt(self.good.as_ref(), "filter.good"));
        let asked = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let country = asked(self.country).map(|text| Country::parse(&text, "filter.country"));
        let country = refusals.take(country.transpose());
        let language = asked(self.language).map(|text| Language::parse(&text, "filter.language"));
        let language = refusals.take(language.transpose());
        let level = self.min_level.map(|level| CapabilityLevel::of(level, "filter.minLevel"));
        let level = refusals.take(level.transpose());
        let code = |code: &'static str| code.to_owned();
        let wanted = Wanted {
            good: good.flatten(),
            country: country.flatten().map(|country| code(country.code())),
            language: language.flatten().map(|language| code(language.code())),
            service: self.service,
            min_level: level.flatten().map(CapabilityLevel::number),
        };
        refusals.finish(Some((wanted, provider)))
    }
}

/// The support directory.
#[derive(Debug, Default)]
pub struct SupportQuery;

#[Object(guard = "Listed")]
impl SupportQuery {
    /// Who can give a service for a good, in a country and a language, at a level: what a manager
    /// verified first, and apart what nobody has.
    async fn support_directory(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is looked for.")] filter: Option<SupportFilter>,
        #[graphql(
            desc = "On this day, today when absent: what had not expired by then, with the verifications of today."
        )]
        as_of: Option<TypedDay>,
    ) -> Result<SupportDirectory> {
        let (wanted, provider) = filter.unwrap_or_default().read()?;
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let op = ctx.op()?;
        let day = as_of.unwrap_or(op.today());
        let found = support::directory(&op.view(), wanted, provider, day)?;
        Ok(SupportDirectory(Arc::new(found)))
    }
}
