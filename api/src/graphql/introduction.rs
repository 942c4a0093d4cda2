//! Introductions: who can bring those who ask together with those whom they want to meet.

use super::context::{Access, Listed};
use super::identifier::{Outside, read_stakeholder, read_stakeholder_opt};
use super::page::read_first;
use super::relationship::{Relationship, RelationshipDirection};
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::introduction::{self, Class, MOST, Proposals, Step, Wanted, Way};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::confidence::Freshness;
use domain::country::Country;
use domain::identifier::CommunityId;
use domain::interval::DatePoint;
use domain::introduction::{IntroductionConsent, IntroductionRanking, Price, sentence};
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::relationship::RelationshipState;
use domain::stakeholder::{OrganizationType, StakeholderKind};
use domain::text::Locale;
use std::sync::Arc;

/// Who can introduce those who ask to those whom they want to meet.
#[derive(Clone, Debug)]
pub struct Introductions(introduction::Introductions);

/// Who can introduce those who ask to those whom they want to meet.
#[Object]
impl Introductions {
    /// Who asks.
    async fn from(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        some(self.0.from.iter(), first)
    }

    /// Whom they want to meet, any of them.
    async fn to(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        some(self.0.to.iter(), first)
    }

    /// How many would do.
    async fn to_count(&self) -> usize {
        self.0.to.len()
    }

    /// The best answer in words that can be copied; what is only proposed says so.
    async fn sentence(
        &self,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> String {
        self.told(locale)
    }

    /// Ways of confirmed relationships, the best first.
    async fn paths(&self) -> Vec<IntroductionPath> {
        self.0.confirmed.iter().cloned().map(IntroductionPath).collect()
    }

    /// Ways that need a relationship that is only proposed, the best first: told when there is no
    /// confirmed way, or when asked for; then of the best ways of both sorts, 40 more than asked for.
    async fn proposed(&self) -> Vec<IntroductionPath> {
        self.0.proposed.iter().cloned().map(IntroductionPath).collect()
    }
}

impl Introductions {
    fn told(&self, locale: Locale) -> String {
        let best = self.0.confirmed.first().or(self.0.proposed.first());
        let names: Vec<_> =
            best.map(|way| way.through().map(|row| row.name(locale)).collect()).unwrap_or_default();
        let way = match best {
            Some(way) if way.is_proposed() => domain::introduction::Way::Proposed(names),
            Some(_) => domain::introduction::Way::Confirmed(names),
            None => domain::introduction::Way::None,
        };
        let (asks, wanted) = match best.and_then(|way| way.0.first().zip(way.0.last())) {
            Some((first, last)) => {
                (first.from.name(locale).to_owned(), last.to.name(locale).to_owned())
            }
            None => (self.askers(locale), self.wanted(locale)),
        };
        sentence(locale.tongue(), &asks, &wanted, &way)
    }

    fn askers(&self, locale: Locale) -> String {
        self.0.from.iter().map(|row| row.name(locale)).collect::<Vec<_>>().join(", ")
    }

    fn wanted(&self, locale: Locale) -> String {
        match (self.0.to.as_slice(), locale) {
            ([one], _) => one.name(locale).to_owned(),
            ([], Locale::En) => "anybody of this class (nobody is recorded)".to_owned(),
            ([], Locale::Fr) => "quelqu’un de cette classe (personne n’est enregistré)".to_owned(),
            (many, Locale::En) => format!("any of {} parties", many.len()),
            (many, Locale::Fr) => format!("l’une de {} parties", many.len()),
        }
    }
}

/// The first of some stakeholders.
fn some<'a>(
    rows: impl Iterator<Item = &'a Arc<entity::stakeholder::Stakeholder>>,
    first: i32,
) -> Result<Vec<Stakeholder>> {
    Ok(rows.take(read_first(first)?).cloned().map(Stakeholder::new).collect())
}

/// One way from somebody who asks to somebody wanted.
#[derive(Clone, Debug)]
pub struct IntroductionPath(Arc<Way>);

/// One way from somebody who asks to somebody wanted.
#[Object]
impl IntroductionPath {
    /// The sum of what its steps cost, in points (docs/introductions.md): less is easier.
    async fn cost(&self) -> u32 {
        self.0.cost()
    }

    /// What its weakest step costs, that is the dearest.
    async fn weakest(&self) -> u32 {
        self.0.weakest()
    }

    /// PROPOSED when any step of it is only proposed, else CONFIRMED.
    async fn state(&self) -> RelationshipState {
        match self.0.is_proposed() {
            true => RelationshipState::Proposed,
            false => RelationshipState::Confirmed,
        }
    }

    /// Its steps, from somebody who asks to somebody wanted.
    async fn hops(
        &self,
        #[graphql(default = 6, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<IntroductionHop>> {
        let count = self.0.0.len().min(read_first(first)?);
        let hop = |place: usize| self.0.0.get(place).cloned().map(IntroductionHop::new);
        Ok((0..count).filter_map(hop).collect())
    }

    /// How many steps it has.
    async fn hop_count(&self) -> usize {
        self.0.0.len()
    }

    /// Through whom it goes, in order; nobody when the two are related directly.
    async fn through(
        &self,
        #[graphql(default = 6, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        some(self.0.through(), first)
    }

    /// The people among those whom it goes through, and whether they have agreed.
    async fn people(
        &self,
        #[graphql(default = 6, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<IntroductionPerson>> {
        let people = self.0.people().take(read_first(first)?);
        let told = people.map(|(row, consent)| IntroductionPerson {
            person: Stakeholder::new(row.clone()),
            consent,
        });
        Ok(told.collect())
    }

    /// Whether somebody whom it goes through is a person of whom no consent is recorded.
    async fn ask_first(&self) -> bool {
        self.0.people().any(|(_, consent)| consent == IntroductionConsent::NotRecorded)
    }
}

/// A person whom a way goes through.
#[derive(Clone, Debug, SimpleObject)]
pub struct IntroductionPerson {
    /// Who.
    person: Stakeholder,
    /// Whether they have agreed to put others in touch.
    consent: IntroductionConsent,
}

/// One step of a way, with why it costs what it costs.
#[derive(Clone, Debug, SimpleObject)]
pub struct IntroductionHop {
    /// From whom.
    from: Stakeholder,
    /// To whom.
    to: Stakeholder,
    /// By which relationship, and so on what evidence.
    relationship: Relationship,
    /// OUT when the relationship is read from the first to the second, IN when the other way.
    direction: RelationshipDirection,
    /// Since when it counts: from its start, else from its earliest evidence; null when undated.
    since: Option<DatePoint>,
    /// How long ago the newest evidence in support was given; null without support.
    freshness: Option<Freshness>,
    /// How far it may be relied on, 0 to 1; null without any evidence, which is not zero.
    confidence: Option<f64>,
    /// What it costs.
    cost: IntroductionCost,
}

impl IntroductionHop {
    fn new(step: Step) -> Self {
        let direction = match step.row.source_id == step.from.id {
            true => RelationshipDirection::Out,
            false => RelationshipDirection::In,
        };
        Self {
            direction,
            since: step.since,
            freshness: step.freshness,
            confidence: step.confidence.map(|per_mille| f64::from(per_mille) / 1_000.0),
            cost: IntroductionCost(step.price),
            from: Stakeholder::new(step.from),
            to: Stakeholder::new(step.to),
            relationship: Relationship::new(step.row),
        }
    }
}

/// What a step costs, and why: points of its kind, times four factors in percent, rounded up.
#[derive(Clone, Copy, Debug)]
pub struct IntroductionCost(Price);

/// What a step costs, and why: points of its kind, times four factors in percent, rounded up.
#[Object]
impl IntroductionCost {
    /// All in all, in points.
    async fn total(&self) -> u32 {
        self.0.total()
    }

    /// Points for the kind of relationship.
    async fn kind(&self) -> u32 {
        self.0.kind
    }

    /// The factor for the age of the evidence, in percent.
    async fn freshness(&self) -> u32 {
        self.0.freshness
    }

    /// The factor for the strength, in percent.
    async fn strength(&self) -> u32 {
        self.0.strength
    }

    /// The factor for the confidence, in percent.
    async fn confidence(&self) -> u32 {
        self.0.confidence
    }

    /// The factor for what is only proposed, in percent.
    async fn proposal(&self) -> u32 {
        self.0.proposal
    }
}

/// A class of parties, any of whom would do; an empty list is no restriction.
#[derive(Debug, InputObject)]
pub struct IntroductionClass {
    /// Of these kinds.
    pub kinds: Option<Vec<StakeholderKind>>,
    /// Organizations that are one of these above all.
    pub organization_types: Option<Vec<OrganizationType>>,
    /// With their seat in this country, or active there: ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

impl IntroductionClass {
    fn parse(self) -> Result<Class, Refusal> {
        let country = self.country.map(|text| Country::parse(&text, "country")).transpose()?;
        let class = Class {
            kinds: self.kinds.unwrap_or_default(),
            organization_types: self.organization_types.unwrap_or_default(),
            country: country.map(|country| country.code().to_owned()),
        };
        match class.is_everybody() {
            true => Err(Refusal::new(RefusalCode::Required, "toAny")),
            false => Ok(class),
        }
    }
}

/// Asks for introductions.
#[derive(Debug, Default)]
pub struct IntroductionQuery;

#[Object(guard = "Listed")]
impl IntroductionQuery {
    /// Who can introduce those who ask to somebody: the ways of relationships, the easiest first, each
    /// step with its reasons.
    #[expect(clippy::too_many_arguments, reason = "the arguments of one field")]
    async fn introduction_paths(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who asks, at most 20.")] from: Option<Vec<ID>>,
        #[graphql(
            desc = "Whose own parties ask too: its global good, and who stewards or governs it."
        )]
        community: Option<ID>,
        #[graphql(desc = "Whom they want to meet.")] to: Option<ID>,
        #[graphql(desc = "Of whom any would do too.")] to_any: Option<IntroductionClass>,
        #[graphql(
            default_with = "IntroductionRanking::Cheapest",
            desc = "By what ways are ranked."
        )]
        ranking: IntroductionRanking,
        #[graphql(
            default = false,
            desc = "Tell ways that need a proposed relationship even when there is a confirmed one."
        )]
        include_proposed: bool,
        #[graphql(default = 5, desc = "How many ways, 1 to 20.")] first: i32,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
    ) -> Result<Introductions> {
        let op = ctx.op()?;
        let mut refusals = Refusals::new();
        let from = from.unwrap_or_default();
        let read = from.iter().map(|id| read_stakeholder(id, "from"));
        let from: Vec<_> = read.filter_map(|id| refusals.take(id)).collect();
        let community = refusals.take(CommunityId::read_opt(community.as_ref(), "community"));
        let to = refusals.take(read_stakeholder_opt(to.as_ref(), "to"));
        let class = refusals.take(to_any.map(IntroductionClass::parse).transpose());
        let day = refusals.take(as_of.map(|day| day.read("asOf")).transpose());
        let count = refusals.take(read_first(first).and_then(at_most));
        let proposals = if include_proposed { Proposals::Always } else { Proposals::WhenNeeded };
        let wanted = match (community, to, class, day, count) {
            (Some(community), Some(to), Some(class), Some(day), Some(count)) => {
                let day = day.unwrap_or_else(|| op.today());
                Some(Wanted { from, community, to, class, day, ranking, proposals, count })
            }
            _ => None,
        };
        let wanted = refusals.finish(wanted)?;
        introduction::introductions(&op.view(), &wanted).map(Introductions)
    }
}

fn at_most(first: usize) -> Result<usize, Refusal> {
    match first {
        1..=MOST => Ok(first),
        _ => Err(Refusal::new(RefusalCode::OutOfRange, "first").missing(format!("1..{MOST}"))),
    }
}
