//! Who fits a need: those who offer it, and those of the support directory who can give it; and which
//! needs fit an offer. Everything is weighed on exactly what the viewer sees.

use super::load;
use crate::error::Result;
use crate::service::introduction::own_parties;
use crate::service::support;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::capability::Wanted;
use domain::identifier::{CapabilityId, EngagementId, NeedId, RelationshipId, StakeholderId};
use domain::need::{
    Ability, Candidate, NEAREST, NeedSide, NeedStatus, Weighed, rank, still_stands, weigh,
};
use entity::need::Model;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// Somebody who fits, and why.
#[derive(Clone, Debug)]
pub struct Match {
    /// Who.
    pub party: StakeholderId,
    /// The record that the reasons are told of.
    pub basis: Basis,
    /// How well they fit.
    pub weighed: Weighed,
    /// The open conversation with them that came of this need already.
    pub engagement: Option<EngagementId>,
}

/// The record that a match rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The open offer that fits the need, or the open need that fits the offer.
    Counterpart(NeedId),
    /// What somebody can give.
    Capability(CapabilityId),
    /// A relationship that hints at it.
    Relationship(RelationshipId),
}

impl Basis {
    /// The id of the record.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Counterpart(id) => id.0,
            Self::Capability(id) => id.0,
            Self::Relationship(id) => id.0,
        }
    }
}

/// By what candidates are told apart where they fit equally well.
type Place = (String, StakeholderId, Basis);

/// Who fits a need or an offer on a day, the best first, each party once: by the record of theirs that
/// fits best.
pub fn matches(view: &View, id: NeedId, day: NaiveDate) -> Result<Vec<Match>> {
    let need = load(view, id)?;
    let found = match need.side {
        NeedSide::Need => rank(able(view, &need, day), &wanted(&need)),
        NeedSide::Offer => asking(view, &need, day),
    };
    let mut seen = BTreeSet::new();
    let first = found.into_iter().filter(|((_, party, _), _)| seen.insert(*party));
    let told = first.map(|((_, party, basis), weighed)| {
        let mut opened = view.engagements_from(id);
        let engagement = opened.find(|row| row.party_id == party && row.stage.is_open());
        Match { party, basis, weighed, engagement: engagement.map(|row| row.id) }
    });
    Ok(told.collect())
}

/// What a need looks for.
fn wanted(need: &Model) -> Wanted {
    Wanted {
        good: need.good_id,
        country: need.country.clone(),
        language: need.language.clone(),
        service: Some(need.service),
        min_level: None,
    }
}

/// What an offer says of itself.
fn said(offer: &Model) -> Candidate {
    Candidate {
        good: offer.good_id,
        service: Some(offer.service),
        countries: offer.country.iter().cloned().collect(),
        languages: offer.language.iter().cloned().collect(),
        ..Candidate::default()
    }
}

/// Who offers what a need looks for, or can give it: everybody but whose need it is.
fn able(view: &View, need: &Model, day: NaiveDate) -> Vec<(Place, Candidate)> {
    let near = near(view, need, day);
    let offers: Vec<_> = open(view, NeedSide::Offer, need, day).collect();
    let offering: BTreeSet<_> =
        offers.iter().filter(|row| fits(need, row)).map(|row| row.party_id).collect();
    let offered = offers.iter().map(|row| {
        let candidate = Candidate { is_offered: true, ..said(row) };
        (row.party_id, Basis::Counterpart(row.id), candidate)
    });
    let given = support::given(view, day).into_iter().filter(|one| one.provider != need.party_id);
    let given = given.map(|one| {
        let basis = match one.basis {
            support::Basis::Capability(id) => Basis::Capability(id),
            support::Basis::Relationship(id) => Basis::Relationship(id),
        };
        let ability = Ability {
            standing: one.offer.standing,
            level: one.offer.level,
            is_evidenced: view.evidence_of(basis.uuid()).next().is_some(),
        };
        let candidate = Candidate {
            good: one.offer.good,
            service: one.offer.service,
            countries: one.offer.countries.clone(),
            languages: one.offer.languages.clone(),
            ability: Some(ability),
            is_offered: offering.contains(&one.provider),
            steps: None,
        };
        (one.provider, basis, candidate)
    });
    let all = offered.chain(given).filter(|(party, ..)| is_present(view, *party));
    all.map(|(party, basis, candidate)| {
        let candidate = Candidate { steps: near.get(&party).copied(), ..candidate };
        (place(view, party, basis), candidate)
    })
    .collect()
}

/// The open needs that an offer fits, the best first. Each is weighed against what it looks for itself.
fn asking(view: &View, offer: &Model, day: NaiveDate) -> Vec<(Place, Weighed)> {
    let near = near(view, offer, day);
    let needs = open(view, NeedSide::Need, offer, day);
    let weighed = needs.filter_map(|row| {
        let steps = near.get(&row.party_id).copied();
        let weighed = weigh(&Candidate { steps, ..said(offer) }, &wanted(row))?;
        Some((place(view, row.party_id, Basis::Counterpart(row.id)), weighed))
    });
    let mut found: Vec<_> = weighed.collect();
    found.sort_by(|(left, one), (right, other)| {
        other.score.cmp(&one.score).then_with(|| left.cmp(right))
    });
    found
}

fn place(view: &View, party: StakeholderId, basis: Basis) -> Place {
    (view.name_key(party).to_owned(), party, basis)
}

/// What others look for or offer and what still stands on this day.
fn open<'a>(
    view: &'a View,
    side: NeedSide,
    than: &Model,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Arc<Model>> {
    let own = than.party_id;
    view.needs().filter(move |row| {
        row.side == side
            && row.party_id != own
            && row.status == NeedStatus::Open
            // A need that is late is still one; an offer ends with its last day.
            && (side == NeedSide::Need || still_stands(row.until, day))
            && is_present(view, row.party_id)
            && row.good_id.is_none_or(|good| is_present(view, good))
    })
}

/// Whether nothing of an offer is recorded to be otherwise than a need asks.
fn fits(need: &Model, offer: &Model) -> bool {
    let agrees = |wanted: &Option<String>, given: &Option<String>| {
        wanted.is_none() || given.is_none() || wanted == given
    };
    need.service == offer.service
        && (need.good_id.is_none() || offer.good_id.is_none() || need.good_id == offer.good_id)
        && agrees(&need.country, &offer.country)
        && agrees(&need.language, &offer.language)
}

fn is_present(view: &View, id: StakeholderId) -> bool {
    view.stakeholder(id).is_some_and(|row| row.archived_at.is_none())
}

/// How near everybody is to us: to the community's own parties, and to whoever states the need.
fn near(view: &View, need: &Model, day: NaiveDate) -> BTreeMap<StakeholderId, u32> {
    let mut own = own_parties(view, need.community_id, day);
    own.push(need.party_id);
    view.steps_from(&own, NEAREST, day)
}
