//! Introductions: who can bring those who ask together with those whom they want to meet.

use super::evidence::items;
use crate::error::{Error, Result};
use crate::snapshot::View;
use crate::snapshot::view::Between;
use chrono::NaiveDate;
use domain::confidence::{Freshness, confidence, freshness};
use domain::identifier::{CommunityId, StakeholderId};
use domain::interval::DatePoint;
use domain::introduction::{
    Bond, IntroductionConsent, IntroductionRanking, Price, Standing, introduces, price,
};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::{Detail, OrganizationType, StakeholderKind};
use entity::relationship::Model;
use entity::stakeholder::Stakeholder;
use std::sync::Arc;

/// The most who can ask together.
pub const ASKING: usize = 20;
/// The most ways that are told.
pub const MOST: usize = 20;
/// How many ways beyond those asked for are looked at to find those that need a proposal.
const FURTHER: usize = 40;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Who asks.
    pub from: Vec<StakeholderId>,
    /// Whose own parties ask too.
    pub community: Option<CommunityId>,
    /// Whom they want to meet.
    pub to: Option<StakeholderId>,
    /// Of whom any would do too.
    pub class: Option<Class>,
    /// On which day.
    pub day: NaiveDate,
    /// Which ways come first.
    pub ranking: IntroductionRanking,
    /// When ways that need a proposal are told.
    pub proposals: Proposals,
    /// How many ways.
    pub count: usize,
}

/// A class of parties; an empty list is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Class {
    /// Of these kinds.
    pub kinds: Vec<StakeholderKind>,
    /// Of these types above all.
    pub organization_types: Vec<OrganizationType>,
    /// With their seat in this country, or active there.
    pub country: Option<String>,
}

/// When ways that need a proposed relationship are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposals {
    /// When there is no confirmed way.
    WhenNeeded,
    /// In any case.
    Always,
}

/// Who can introduce whom.
#[derive(Clone, Debug)]
pub struct Introductions {
    /// Who asks.
    pub from: Vec<Arc<Stakeholder>>,
    /// Whom they want to meet, any of them.
    pub to: Vec<Arc<Stakeholder>>,
    /// Ways of confirmed relationships, the best first.
    pub confirmed: Vec<Arc<Way>>,
    /// Ways that need a proposed relationship.
    pub proposed: Vec<Arc<Way>>,
}

/// One way from somebody who asks to somebody wanted; it has at least one step.
#[derive(Clone, Debug)]
pub struct Way(pub Vec<Step>);

/// One step of a way.
#[derive(Clone, Debug)]
pub struct Step {
    /// From whom.
    pub from: Arc<Stakeholder>,
    /// To whom.
    pub to: Arc<Stakeholder>,
    /// By what.
    pub row: Arc<Model>,
    /// What it costs.
    pub price: Price,
    /// Since when it counts.
    pub since: Option<DatePoint>,
    /// How old its evidence is.
    pub freshness: Option<Freshness>,
    /// How far it may be relied on, per mille.
    pub confidence: Option<u32>,
}

impl Way {
    /// The sum of what its steps cost.
    pub fn cost(&self) -> u32 {
        self.0.iter().fold(0, |sum: u32, step| sum.saturating_add(step.price.total()))
    }

    /// What its weakest step costs, that is the dearest.
    pub fn weakest(&self) -> u32 {
        self.0.iter().map(|step| step.price.total()).max().unwrap_or(0)
    }

    /// Whether a step of it is only proposed.
    pub fn is_proposed(&self) -> bool {
        self.0.iter().any(|step| step.row.state == RelationshipState::Proposed)
    }

    /// Through whom it goes.
    pub fn through(&self) -> impl Iterator<Item = &Arc<Stakeholder>> {
        self.0.iter().skip(1).map(|step| &step.from)
    }

    /// The people whom it goes through, and whether they have agreed.
    pub fn people(&self) -> impl Iterator<Item = (&Arc<Stakeholder>, IntroductionConsent)> {
        let people = self.through().filter(|row| row.kind == StakeholderKind::Person);
        people.map(|person| {
            let by = |step: &&Step| step.from.id == person.id || step.to.id == person.id;
            let agreed = self.0.iter().filter(by).any(|step| step.row.consent == Some(true));
            let consent = match agreed {
                true => IntroductionConsent::Given,
                false => IntroductionConsent::NotRecorded,
            };
            (person, consent)
        })
    }
}

/// The ways from those who ask to those whom they want to meet.
pub fn introductions(view: &View, wanted: &Wanted) -> Result<Introductions> {
    let from = asking(view, wanted)?;
    let to = wanted_parties(view, wanted, &from)?;
    let confirmed = ways(view, wanted, [&from, &to], Standing::Settled, wanted.count)?;
    let also = wanted.proposals == Proposals::Always || confirmed.is_empty();
    let mut proposed = Vec::new();
    if also {
        proposed = ways(view, wanted, [&from, &to], Standing::Proposed, wanted.count + FURTHER)?;
        proposed.retain(|way| way.is_proposed());
        proposed.truncate(wanted.count);
    }
    Ok(Introductions { from, to, confirmed, proposed })
}

/// Those named, then the own parties of the community: its good, and who takes care of it or governs it.
fn asking(view: &View, wanted: &Wanted) -> Result<Vec<Arc<Stakeholder>>> {
    let mut ids = wanted.from.clone();
    if let Some(community) = wanted.community {
        let own = own_parties(view, community, wanted.day);
        if own.is_empty() {
            return Err(Error::NotFound);
        }
        ids.extend(own);
    }
    if ids.is_empty() {
        return Err(Refusal::new(RefusalCode::Required, "from").into());
    }
    let mut from: Vec<Arc<Stakeholder>> = Vec::new();
    for id in ids {
        let row = view.stakeholder(id).ok_or(Error::NotFound)?;
        if !from.iter().any(|known| known.id == id) {
            from.push(row.clone());
        }
    }
    if from.len() > ASKING {
        let refusal = Refusal::new(RefusalCode::TooMany, "from");
        return Err(refusal.missing(ASKING.to_string()).into());
    }
    Ok(from)
}

/// The own parties of a community as the viewer sees them: its good, and who takes care of it or governs it;
/// nobody when the viewer sees no good of it.
pub fn own_parties(view: &View, community: CommunityId, day: NaiveDate) -> Vec<StakeholderId> {
    let good = view.community(community).and_then(|row| row.global_good_id);
    let Some(good) = good.filter(|good| view.stakeholder(*good).is_some()) else {
        return Vec::new();
    };
    let cares = |row: &&Arc<Model>| {
        let kinds = [RelationshipKind::Stewards, RelationshipKind::Governs];
        row.target_id == good
            && kinds.contains(&row.kind)
            && standing(view, row, day) == Some(Standing::Settled)
    };
    let carers = view.relationships_of(good).filter(cares).map(|row| row.source_id);
    [good].into_iter().chain(carers).collect()
}

/// Whom they want to meet, themselves excepted, in order of recording.
fn wanted_parties(
    view: &View,
    wanted: &Wanted,
    from: &[Arc<Stakeholder>],
) -> Result<Vec<Arc<Stakeholder>>> {
    if wanted.to.is_none() && wanted.class.is_none() {
        return Err(Refusal::new(RefusalCode::Required, "to").into());
    }
    let named = wanted.to.map(|id| view.stakeholder(id).cloned().ok_or(Error::NotFound));
    let named = named.transpose()?;
    if named.as_ref().is_some_and(|named| from.iter().any(|own| own.id == named.id)) {
        return Err(Refusal::new(RefusalCode::SelfRelationship, "to").into());
    }
    let of_class = |row: &&Arc<Stakeholder>| {
        let is_one = wanted.class.as_ref().is_some_and(|class| class.has(row));
        is_one && row.archived_at.is_none() && row.erased_at.is_none()
    };
    let mut to: Vec<_> = view.stakeholders().filter(of_class).cloned().collect();
    to.extend(named.filter(|named| !to.iter().any(|row| row.id == named.id)));
    to.retain(|row| !from.iter().any(|own| own.id == row.id));
    Ok(to)
}

impl Class {
    /// Whether nothing restricts it.
    pub fn is_everybody(&self) -> bool {
        self.kinds.is_empty() && self.organization_types.is_empty() && self.country.is_none()
    }

    fn has(&self, row: &Stakeholder) -> bool {
        let of_type = |types: &[OrganizationType]| match &row.detail {
            Detail::Organization { organization_type, .. } => types.contains(organization_type),
            _ => false,
        };
        let there = |country: &String| {
            row.country.as_ref() == Some(country) || row.countries.contains(country)
        };
        (self.kinds.is_empty() || self.kinds.contains(&row.kind))
            && (self.organization_types.is_empty() || of_type(&self.organization_types))
            && self.country.as_ref().is_none_or(there)
    }
}

/// The best ways by what is settled, or also by what is proposed.
fn ways(
    view: &View,
    wanted: &Wanted,
    [from, to]: [&[Arc<Stakeholder>]; 2],
    least: Standing,
    count: usize,
) -> Result<Vec<Arc<Way>>> {
    let ids = |rows: &[Arc<Stakeholder>]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let (from, to) = (ids(from), ids(to));
    let between = Between { from: &from, to: &to, ranking: wanted.ranking, count };
    let passes = |row: &Stakeholder| introduces(row.kind) && row.erased_at.is_none();
    let admitted = |row: &Arc<Model>| {
        let standing = standing(view, row, wanted.day)?;
        (standing == Standing::Settled || least == Standing::Proposed).then_some(standing)
    };
    let cost = |row: &Arc<Model>| Some(step(view, row, admitted(row)?, wanted.day)?.0.total());
    let told = |(from, row, to): (Arc<Stakeholder>, Arc<Model>, Arc<Stakeholder>)| {
        let (price, freshness, confidence) = step(view, &row, admitted(&row)?, wanted.day)?;
        let since = view.dating(&row).since;
        Some(Step { from, to, row, price, since, freshness, confidence })
    };
    let found = view.ways(between, passes, cost)?;
    let way = |steps: Vec<_>| Arc::new(Way(steps.into_iter().filter_map(told).collect()));
    Ok(found.into_iter().map(way).collect())
}

/// How far a relationship is settled that holds on this day; none of what does not hold, and of what is
/// disputed.
fn standing(view: &View, row: &Model, day: NaiveDate) -> Option<Standing> {
    let standing = match row.state {
        RelationshipState::Confirmed | RelationshipState::Ended => Standing::Settled,
        RelationshipState::Proposed => Standing::Proposed,
        RelationshipState::Disputed | RelationshipState::Retracted => return None,
    };
    view.holds(row, day).then_some(standing)
}

type Reckoned = (Price, Option<Freshness>, Option<u32>);

fn step(view: &View, row: &Model, standing: Standing, day: NaiveDate) -> Option<Reckoned> {
    let items = items(view, row.id.0);
    let (freshness, confidence) = (freshness(&items, day), confidence(&items, day));
    let (kind, strength, consent) = (row.kind, row.strength, row.consent);
    let bond = Bond { kind, strength, freshness, confidence, standing, consent };
    Some((price(&bond)?, freshness, confidence))
}
