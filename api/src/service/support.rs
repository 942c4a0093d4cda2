//! The support directory: who can give a service for a good. What a manager verified comes first;
//! what nobody verified, and what relationships merely hint at, comes apart.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::capability::{
    Judgement, Offer, ServiceKind, Standing, SupportReason, Wanted, has_expired, judge,
};
use domain::identifier::{CapabilityId, RelationshipId, StakeholderId};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::StakeholderKind;
use entity::{capability, relationship};
use std::sync::Arc;

/// What somebody can give, and on which record that rests.
#[derive(Clone, Debug)]
pub struct Given {
    /// Who.
    pub provider: StakeholderId,
    /// What.
    pub offer: Offer,
    /// The record.
    pub basis: Basis,
}

/// The record that something rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A capability.
    Capability(CapabilityId),
    /// A relationship that hints at it.
    Relationship(RelationshipId),
}

/// Who can give what is looked for.
#[derive(Clone, Debug)]
pub struct Directory {
    /// On which day.
    pub as_of: NaiveDate,
    /// What is looked for.
    pub wanted: Wanted,
    /// Whose offers alone these are; none when everybody was asked about.
    pub provider: Option<StakeholderId>,
    /// Everything that was asked is recorded to hold, and verified; the best first.
    pub verified: Vec<Arc<Given>>,
    /// What is not verified, or not recorded in full; the best first.
    pub unverified: Vec<Arc<Given>>,
}

/// Finds who can give what is looked for, on a day; of one provider only when it is named.
pub fn directory(
    view: &View,
    wanted: Wanted,
    provider: Option<StakeholderId>,
    as_of: NaiveDate,
) -> Result<Directory> {
    check_good(view, wanted.good)?;
    if provider.is_some_and(|id| view.stakeholder(id).is_none()) {
        return Err(Error::NotFound);
    }
    let mut given = given(view, as_of);
    given.retain(|one| provider.is_none_or(|id| one.provider == id));
    let found = ranked(view, &given, &wanted, |judgement| !judgement.fails());
    let is_firm = |one: &Arc<Given>| judge(&one.offer, &wanted).is_firm();
    let (verified, unverified) = found.into_iter().partition(is_firm);
    Ok(Directory { as_of, wanted, provider, verified, unverified })
}

/// Refuses a good that the viewer does not see, or that is none.
pub fn check_good(view: &View, good: Option<StakeholderId>) -> Result<()> {
    let Some(id) = good else { return Ok(()) };
    let found = view.stakeholder(id).filter(|row| row.kind == StakeholderKind::GlobalGood);
    found.map(|_| ()).ok_or(Error::NotFound)
}

/// What is admitted of what is given, the best first; of equals in the order of names and ids.
pub fn ranked(
    view: &View,
    given: &[Arc<Given>],
    wanted: &Wanted,
    admits: impl Fn(&Judgement) -> bool,
) -> Vec<Arc<Given>> {
    let judged = given.iter().map(|one| (judge(&one.offer, wanted), one));
    let mut found: Vec<_> = judged.filter(|(judgement, _)| admits(judgement)).collect();
    found.sort_by_cached_key(|(judgement, one)| {
        (judgement.rank(), view.name_key(one.provider), one.provider, one.basis.uuid())
    });
    found.into_iter().map(|(_, one)| Arc::clone(one)).collect()
}

impl Basis {
    /// The id of the record.
    pub fn uuid(self) -> uuid::Uuid {
        match self {
            Self::Capability(id) => id.0,
            Self::Relationship(id) => id.0,
        }
    }
}

/// Everything that the viewer sees somebody give on a day, as far as it is recorded.
pub fn given(view: &View, day: NaiveDate) -> Vec<Arc<Given>> {
    let capabilities = view.capabilities().filter(|row| view.is_current(row));
    let mut given: Vec<_> = capabilities.map(|row| of_capability(row, day)).collect();
    for row in view.relationships().filter(|row| holds(view, row, day)) {
        match row.kind {
            RelationshipKind::Deploys => given.extend(of_deployment(view, row, day)),
            _ => given.extend(of_relationship(view, row, day)),
        }
    }
    given.into_iter().map(Arc::new).collect()
}

/// Whether a relationship counts on this day.
pub fn holds(view: &View, row: &relationship::Model, day: NaiveDate) -> bool {
    view.holds(row, day) && !row.practice
}

fn of_capability(row: &capability::Model, day: NaiveDate) -> Given {
    let standing = match row.verified_at {
        None => Standing::Unverified,
        Some(_) if has_expired(row.expires_on, day) => Standing::Expired,
        Some(_) => Standing::Verified,
    };
    Given {
        provider: row.provider_id,
        offer: Offer {
            good: Some(row.good_id),
            service: Some(row.service),
            level: row.level,
            countries: row.countries.0.clone(),
            languages: row.languages.0.clone(),
            standing,
            remarks: Vec::new(),
        },
        basis: Basis::Capability(row.id),
    }
}

/// Which service a kind of relationship hints at; within none where it leaves that open.
fn hints_at(kind: RelationshipKind) -> Option<Option<ServiceKind>> {
    match kind {
        RelationshipKind::Supports => Some(None),
        RelationshipKind::Implements => Some(Some(ServiceKind::Implementation)),
        RelationshipKind::Trains => Some(Some(ServiceKind::Training)),
        RelationshipKind::HostsInfra => Some(Some(ServiceKind::Hosting)),
        RelationshipKind::Develops => Some(Some(ServiceKind::Development)),
        _ => None,
    }
}

/// What a relationship hints at, once for each good that it is about.
fn of_relationship(view: &View, row: &relationship::Model, day: NaiveDate) -> Vec<Given> {
    use StakeholderKind::{Group, Organization, Segment};
    let Some(service) = hints_at(row.kind) else { return Vec::new() };
    let gives = view
        .stakeholder(row.source_id)
        .is_some_and(|row| matches!(row.kind, Organization | Group | Segment));
    let Some(target) = view.stakeholder(row.target_id).filter(|_| gives) else {
        return Vec::new();
    };
    let (goods, countries, remarks) = match target.kind {
        StakeholderKind::GlobalGood => (vec![target.id], Vec::new(), Vec::new()),
        StakeholderKind::Implementation => {
            (goods_of(view, target.id, day), countries_of(view, target.id, day), Vec::new())
        }
        // Of members or implementations as a whole: the good is that of the community which says so.
        Segment => {
            let community = row.community_id.and_then(|id| view.community(id));
            let good = community.and_then(|row| row.global_good_id);
            let seen = good.filter(|id| view.stakeholder(*id).is_some());
            (seen.into_iter().collect(), Vec::new(), vec![SupportReason::CommunityWide])
        }
        _ => (Vec::new(), Vec::new(), Vec::new()),
    };
    let given = |good| Given {
        provider: row.source_id,
        offer: Offer {
            good: Some(good),
            service,
            level: None,
            countries: countries.clone(),
            languages: Vec::new(),
            standing: standing_of(row),
            remarks: remarks.clone(),
        },
        basis: Basis::Relationship(row.id),
    };
    goods.into_iter().map(given).collect()
}

/// Where a good is at work somebody implements it: when nobody is recorded who does, the
/// implementation itself stands for those whom one would ask.
fn of_deployment(view: &View, row: &relationship::Model, day: NaiveDate) -> Option<Given> {
    let named = |other: &relationship::Model| {
        other.kind == RelationshipKind::Implements
            && other.target_id == row.source_id
            && holds(view, other, day)
    };
    let implementers = view.relationships_of(row.source_id).any(|other| named(other));
    (!implementers).then(|| Given {
        provider: row.source_id,
        offer: Offer {
            good: Some(row.target_id),
            service: Some(ServiceKind::Implementation),
            level: None,
            countries: countries_of(view, row.source_id, day),
            languages: Vec::new(),
            standing: standing_of(row),
            remarks: vec![SupportReason::ImplementersNotNamed],
        },
        basis: Basis::Relationship(row.id),
    })
}

fn standing_of(row: &relationship::Model) -> Standing {
    match row.state {
        RelationshipState::Proposed => Standing::ProposedHint,
        RelationshipState::Disputed => Standing::DisputedHint,
        _ => Standing::Hint,
    }
}

/// The goods that an implementation puts to work on a day, each once, in order of id.
pub fn goods_of(view: &View, id: StakeholderId, day: NaiveDate) -> Vec<StakeholderId> {
    let mut goods: Vec<_> = deployments(view, id, day).map(|row| row.target_id).collect();
    goods.sort();
    goods.dedup();
    goods
}

/// The relationships that say which goods an implementation puts to work.
pub fn deployments(
    view: &View,
    id: StakeholderId,
    day: NaiveDate,
) -> impl Iterator<Item = &relationship::Model> {
    let rows = view.relationships_of(id).map(|row| &**row);
    rows.filter(move |row| {
        row.kind == RelationshipKind::Deploys && row.source_id == id && holds(view, row, day)
    })
}

/// The countries that are recorded of somebody: its own, those it works in, and those of the places
/// that it is related to.
pub fn countries_of(view: &View, id: StakeholderId, day: NaiveDate) -> Vec<String> {
    let Some(row) = view.stakeholder(id) else { return Vec::new() };
    let places = view
        .relationships_of(id)
        .filter(|near| {
            matches!(near.kind, RelationshipKind::LocatedIn | RelationshipKind::ActiveIn)
        })
        .filter(|near| near.source_id == id && holds(view, near, day))
        .filter_map(|near| view.stakeholder(near.target_id)?.country.clone());
    let mut countries: Vec<_> =
        row.country.iter().chain(&row.countries).cloned().chain(places).collect();
    countries.sort();
    countries.dedup();
    countries
}
