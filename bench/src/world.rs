//! The world that everything is measured on: made by chance from a seed, the same every time.
//!
//! Eight regions; three of four relationships stay within one. Whoever has many relationships gets
//! more (preferential attachment), so that there are hubs, and 6 % of the stakeholders hang by one
//! relationship only, so that there is something whose loss cuts others off.

use domain::engagement::{Objective, Stage};
use domain::graph::random::SplitMix64;
use domain::graph::{Edge, Graph, GraphBuilder, GraphError};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::{OrganizationType, StakeholderKind};
use domain::vocabulary::Word;
use std::collections::HashSet;

/// How large a world is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// How it is called where it is printed.
    pub name: &'static str,
    /// How many of each.
    pub stakeholders: u32,
    /// How many of each.
    pub relationships: u32,
    /// How many of each.
    pub engagements: u32,
}

/// What a community of today may come to.
pub const SMALL: Scale =
    Scale { name: "5k/50k", stakeholders: 5_000, relationships: 50_000, engagements: 5_000 };
/// What all communities together may come to.
pub const LARGE: Scale = Scale {
    name: "100k/1M",
    stakeholders: 100_000,
    relationships: 1_000_000,
    engagements: 100_000,
};

/// One seed for all runs, so that figures of different days are about the same graph.
pub const SEED: u64 = 42;

/// Everything, by place in these lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// Who there is.
    pub parties: Vec<Party>,
    /// Who is joined to whom; no ordered pair twice.
    pub ties: Vec<Tie>,
    /// Conversations.
    pub talks: Vec<Talk>,
}

/// A stakeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// What it is.
    pub kind: StakeholderKind,
    /// What kind of body it is, when it is an organization.
    pub organization_type: OrganizationType,
    /// Which of the regions it belongs to.
    pub region: u32,
    /// Where it is.
    pub country: &'static str,
    /// What it is called; no name twice.
    pub name: String,
}

/// A relationship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Whose place.
    pub source: u32,
    /// Whose place.
    pub target: u32,
    /// One that may join the two.
    pub kind: RelationshipKind,
    /// How far it is settled.
    pub state: RelationshipState,
    /// 1 to 5.
    pub strength: i32,
    /// The year in which it began.
    pub since: u32,
    /// Some words, in half of them.
    pub note: Option<String>,
}

/// An engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// With whom.
    pub party: u32,
    /// What about; no pair of party and objective twice.
    pub objective: Objective,
    /// How far.
    pub stage: Stage,
    /// A day of some year gone by, in a third of them.
    pub due_in: Option<u32>,
}

const REGIONS: [&[&str]; 8] = [
    &["KE", "TZ", "UG", "RW", "ET", "MW", "ZM", "MZ"],
    &["NG", "GH", "SN", "BJ", "BF", "CI", "ML", "SL"],
    &["CM", "CD", "TD", "GA"],
    &["NP", "IN", "BD", "PK", "LK"],
    &["PH", "VN", "KH", "LA", "ID", "MM"],
    &["CH", "DE", "NO", "BE", "FR", "GB", "NL"],
    &["US", "CA"],
    &["BR", "PE", "GT", "HT", "CO"],
];
/// How many of a hundred belong to each region.
const SHARES: [u32; 8] = [18, 16, 9, 14, 10, 16, 9, 8];
/// How many of a hundred are of each kind.
const KINDS: [(StakeholderKind, u32); 5] = [
    (StakeholderKind::Organization, 84),
    (StakeholderKind::GlobalGood, 3),
    (StakeholderKind::Group, 4),
    (StakeholderKind::Implementation, 6),
    (StakeholderKind::Programme, 3),
];
/// How many of a hundred organizations are of each type.
const TYPES: [(OrganizationType, u32); 8] = [
    (OrganizationType::Foundation, 7),
    (OrganizationType::NgoImplementer, 30),
    (OrganizationType::Academia, 11),
    (OrganizationType::FirmImplementer, 14),
    (OrganizationType::RegionalHub, 4),
    (OrganizationType::Government, 17),
    (OrganizationType::TechnologyVendor, 12),
    (OrganizationType::Multilateral, 5),
];
const STATES: [(RelationshipState, u32); 3] = [
    (RelationshipState::Confirmed, 70),
    (RelationshipState::Proposed, 20),
    (RelationshipState::Ended, 10),
];
const STAGES: [(Stage, u32); 6] = [
    (Stage::Identified, 35),
    (Stage::Qualified, 20),
    (Stage::Contacted, 15),
    (Stage::InDialogue, 10),
    (Stage::Active, 15),
    (Stage::Dormant, 5),
];
const WORDS: [&str; 14] = [
    "Health",
    "Supply",
    "Digital",
    "Open",
    "Global",
    "Regional",
    "Rural",
    "Community",
    "Data",
    "Public",
    "Social",
    "Systems",
    "Medical",
    "Care",
];
const BODIES: [&str; 12] = [
    "Initiative",
    "Partners",
    "Institute",
    "Network",
    "Alliance",
    "Works",
    "Foundation",
    "Trust",
    "Labs",
    "Agency",
    "Centre",
    "Collective",
];

impl World {
    /// The world of a seed.
    pub fn new(scale: Scale, seed: u64) -> Self {
        let mut chance = Chance(SplitMix64::new(seed));
        let parties: Vec<_> = (0..scale.stakeholders).map(|place| chance.party(place)).collect();
        let ties = tie(&mut chance, &parties, scale.relationships);
        let talks = talk(&mut chance, scale);
        Self { parties, ties, talks }
    }

    /// Pairs of places that are joined in any way, each once, the smaller place first: what peers
    /// that know no parallel edges can take.
    pub fn pairs(&self) -> Vec<(u32, u32)> {
        let mut pairs: Vec<_> = self
            .ties
            .iter()
            .map(|tie| (tie.source.min(tie.target), tie.source.max(tie.target)))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The graph of these pairs.
    pub fn graph(&self, pairs: &[(u32, u32)]) -> Result<Graph, GraphError> {
        let mut builder = GraphBuilder::new(count(self.parties.len()));
        builder.reserve(count(pairs.len()));
        for &(from, to) in pairs {
            builder.add(Edge { from, to, kind: 0 })?;
        }
        Ok(builder.build())
    }
}

/// A length that is known to be small.
pub fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

struct Chance(SplitMix64);

impl Chance {
    fn one_of<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.0.below(count(items.len())) as usize).copied()
    }

    /// One of some words, each as likely as its share of a hundred says.
    fn weighed<T: Copy>(&mut self, shares: &[(T, u32)], otherwise: T) -> T {
        let mut left = self.0.below(100);
        for &(word, share) in shares {
            if left < share {
                return word;
            }
            left -= share;
        }
        otherwise
    }

    fn party(&mut self, place: u32) -> Party {
        let regions: Vec<(u32, u32)> = (0..).zip(SHARES).collect();
        let region = self.weighed(&regions, 0);
        let countries = REGIONS.get(region as usize).copied().unwrap_or(REGIONS[0]);
        let mut word = |words: &[&'static str]| self.one_of(words).unwrap_or_default();
        let (first, second, body) = (word(&WORDS), word(&WORDS), word(&BODIES));
        let country = word(countries);
        Party {
            kind: self.weighed(&KINDS, StakeholderKind::Organization),
            organization_type: self.weighed(&TYPES, OrganizationType::NgoImplementer),
            region,
            country,
            name: format!("{first} {second} {body} {place}"),
        }
    }

    fn tie(&mut self, parties: &[Party], source: u32, target: u32) -> Tie {
        let kind = |place: u32| parties.get(place as usize).map(|party| party.kind);
        let (from, to) = (kind(source), kind(target));
        // What may not go in circles would have to be looked at as a whole.
        let fit: Vec<_> = from
            .zip(to)
            .map(|(from, to)| {
                RelationshipKind::between(from, to).filter(|kind| !CIRCLES.contains(kind))
            })
            .into_iter()
            .flatten()
            .collect();
        let words: Vec<_> = (0..self.0.below(13)).filter_map(|_| self.one_of(&WORDS)).collect();
        Tie {
            source,
            target,
            kind: self.one_of(&fit).unwrap_or(RelationshipKind::RelatedTo),
            state: self.weighed(&STATES, RelationshipState::Confirmed),
            strength: self.one_of(&[1, 2, 3, 4, 5]).unwrap_or(3),
            since: 2010 + self.0.below(15),
            note: (words.len() > 6).then(|| words.join(" ").to_lowercase()),
        }
    }
}

const CIRCLES: [RelationshipKind; 2] = [RelationshipKind::PartOf, RelationshipKind::Succeeds];

/// Leaves first, then pairs by chance: the second of a pair is drawn among all who were second
/// before, so that the well connected get more.
fn tie(chance: &mut Chance, parties: &[Party], wanted: u32) -> Vec<Tie> {
    let all = count(parties.len());
    let core = all - all * 6 / 100;
    let mut ties: Vec<Tie> = Vec::with_capacity(wanted as usize);
    for leaf in core..all {
        let other = chance.0.below(core);
        ties.push(chance.tie(parties, leaf, other));
    }
    let mut everywhere: Vec<u32> = (0..core).collect();
    let mut within: [Vec<u32>; 8] = Default::default();
    let region = |place: u32| parties.get(place as usize).map_or(0, |party| party.region as usize);
    for place in 0..core {
        within[region(place)].push(place);
    }
    let mut known = HashSet::with_capacity(wanted as usize);
    while count(ties.len()) < wanted {
        let source = chance.0.below(core);
        let near = chance.0.below(100) < 75;
        let drawn = chance.one_of(if near { &within[region(source)] } else { &everywhere });
        let Some(target) = drawn.filter(|target| *target != source) else { continue };
        if known.insert((source, target)) {
            within[region(target)].push(target);
            everywhere.push(target);
            ties.push(chance.tie(parties, source, target));
        }
    }
    ties
}

fn talk(chance: &mut Chance, scale: Scale) -> Vec<Talk> {
    let mut known = HashSet::new();
    let mut talks = Vec::with_capacity(scale.engagements as usize);
    let mut place = 0;
    while count(talks.len()) < scale.engagements {
        let own = chance.0.below(100) < 70;
        let drawn = chance.0.below(scale.stakeholders);
        let party = if own { place % scale.stakeholders } else { drawn };
        let objective = chance.one_of(Objective::ALL).unwrap_or(Objective::Fund);
        let stage = chance.weighed(&STAGES, Stage::Identified);
        let due_in = (chance.0.below(3) == 0).then(|| 2015 + chance.0.below(8));
        place += 1;
        if known.insert((party, objective)) {
            talks.push(Talk { party, objective, stage, due_in });
        }
    }
    talks
}

#[cfg(test)]
mod tests;
