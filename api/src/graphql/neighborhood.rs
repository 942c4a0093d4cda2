//! The surroundings of a stakeholder, compact enough for a map.

use super::context::{Access, Listed};
use super::filter::any_of;
use super::identifier::{Outside, read_stakeholder, stakeholder_id};
use super::scalar::TypedDay;
use crate::error::Result;
use crate::service::neighborhood::{Wanted, around};
use crate::snapshot::View;
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use domain::dating::DatingBasis;
use domain::identifier::StakeholderId;
use domain::interval::DatePoint;
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{Layer, RelationshipKind, RelationshipState};
use domain::stakeholder::{Detail, OrganizationType, StakeholderKind};
use domain::text::Locale;
use entity::relationship;
use entity::stakeholder::Stakeholder;

/// The stakeholders around one, and the relationships between them. The same question has the same
/// answer, in the same order.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct Neighborhood {
    /// The id of the stakeholder in the middle.
    pub focus: ID,
    /// The stakeholders, the focus first, then by distance.
    pub nodes: Vec<NeighborhoodNode>,
    #[graphql(skip)]
    edges: Vec<NeighborhoodEdge>,
    /// Whether the limit cut anything that you may see.
    pub truncated: bool,
    /// How many visible stakeholders the limit cut.
    pub omitted: u32,
}

#[ComplexObject]
impl Neighborhood {
    /// The relationships between them that were asked for; see `edgeCount` for how many there are.
    async fn edges(
        &self,
        #[graphql(default = 500, desc = "The most relationships, 1 to 1000.")] limit: i32,
    ) -> Result<&[NeighborhoodEdge]> {
        let shown = read_edges(limit)?.min(self.edges.len());
        Ok(self.edges.get(..shown).unwrap_or_default())
    }

    /// How many such relationships there are, of those that you may see.
    async fn edge_count(&self) -> usize {
        self.edges.len()
    }
}

fn read_edges(limit: i32) -> Result<usize, Refusal> {
    match usize::try_from(limit) {
        Ok(size) if (1..=1000).contains(&limit) => Ok(size),
        _ => Err(Refusal::new(RefusalCode::OutOfRange, "limit").missing("1..1000")),
    }
}

/// A stakeholder on the map.
#[derive(Clone, Debug, SimpleObject)]
pub struct NeighborhoodNode {
    /// Its id.
    pub id: ID,
    /// What it is.
    pub kind: StakeholderKind,
    /// The name in the language asked for, or in the other one.
    pub name: String,
    /// The short form.
    pub acronym: Option<String>,
    /// What kind of body an organization is; null for others.
    pub organization_type: Option<OrganizationType>,
    /// The country of its seat, or where it is: ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// How many steps from the focus.
    pub hop: u32,
    /// Whether it is not clear who or what it is.
    pub unresolved: bool,
    /// How many visible relationships it has in all.
    pub degree: usize,
}

/// A relationship on the map.
#[derive(Clone, Debug, SimpleObject)]
pub struct NeighborhoodEdge {
    /// Its id.
    pub id: ID,
    /// What joins the two, read from source to target.
    pub kind: RelationshipKind,
    /// The id of the stakeholder it is read from.
    pub source: ID,
    /// The id of the stakeholder it is read to.
    pub target: ID,
    /// How far it is settled.
    pub state: RelationshipState,
    /// The start, as exact as it is known.
    pub valid_from: Option<DatePoint>,
    /// The end, as exact as it is known.
    pub valid_to: Option<DatePoint>,
    /// Since when it counts: the recorded start, else the date of the earliest evidence; null when
    /// undated.
    pub since: Option<DatePoint>,
    /// How that is known.
    pub since_basis: DatingBasis,
    /// How strong it is, 1 to 5; null when unknown.
    pub strength: Option<i32>,
    /// How many pieces of evidence it rests on.
    pub evidence_count: usize,
    /// Whether some of its evidence was inferred rather than stated.
    pub inferred: bool,
}

/// Looks around.
#[derive(Debug, Default)]
pub struct NeighborhoodQuery;

#[Object(guard = "Listed")]
impl NeighborhoodQuery {
    /// The surroundings of one stakeholder.
    #[expect(clippy::too_many_arguments, reason = "one for each argument of the field")]
    async fn neighborhood(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] id: ID,
        #[graphql(default = 1, desc = "How many steps away, 1 to 3.")] depth: i32,
        #[graphql(
            desc = "Only stakeholders of these kinds, the focus excepted; an empty list is any."
        )]
        kinds: Option<Vec<StakeholderKind>>,
        #[graphql(desc = "Only relationships of these layers; an empty list is any.")]
        layers: Option<Vec<Layer>>,
        #[graphql(desc = "Only relationships that count on this day.")] as_of: Option<TypedDay>,
        #[graphql(default = 150, desc = "The most stakeholders, 1 to 500.")] limit: i32,
        #[graphql(default_with = "Locale::En", desc = "The language of the names.")] locale: Locale,
    ) -> Result<Neighborhood> {
        let focus = read_stakeholder(&id, "id")?;
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let (kinds, layers) = (any_of(kinds), any_of(layers));
        let view = ctx.view()?;
        let found = around(&view, Wanted { focus, depth, kinds, layers, as_of, limit })?;
        let nodes = found.nodes.iter().map(|(row, hop)| node(&view, row, *hop, locale));
        let edges = found.edges.iter().filter_map(|row| edge(&view, row));
        Ok(Neighborhood {
            focus: id,
            nodes: nodes.collect(),
            edges: edges.collect(),
            truncated: found.omitted > 0,
            omitted: found.omitted,
        })
    }
}

/// A stakeholder that is in sight, so many steps from the focus.
pub(super) fn node(view: &View, row: &Stakeholder, hop: u32, locale: Locale) -> NeighborhoodNode {
    let organization_type = match row.detail {
        Detail::Organization { organization_type, .. } => Some(organization_type),
        _ => None,
    };
    NeighborhoodNode {
        id: stakeholder_id(row.kind, row.id),
        kind: row.kind,
        name: row.name(locale).to_owned(),
        acronym: row.acronym.clone(),
        organization_type,
        country: row.country.clone(),
        hop,
        unresolved: row.unresolved.is_some(),
        degree: view.degree(row.id),
    }
}

/// A relationship whose ends are in sight.
pub(super) fn edge(view: &View, row: &relationship::Model) -> Option<NeighborhoodEdge> {
    let dating = view.dating(row);
    let end = |id: StakeholderId| Some(stakeholder_id(view.stakeholder(id)?.kind, id));
    Some(NeighborhoodEdge {
        id: row.id.outside(),
        kind: row.kind,
        source: end(row.source_id)?,
        target: end(row.target_id)?,
        state: row.state,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        since: dating.since,
        since_basis: dating.basis,
        strength: row.strength,
        evidence_count: view.evidence_of(row.id.0).count(),
        inferred: view.evidence_of(row.id.0).any(|evidence| evidence.inferred),
    })
}
