//! The network as a whole: who is well connected, who belongs together, and what cannot be lost.

mod cluster;

use super::context::{Access, Listed};
use super::identifier::read_stakeholder_opt;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::{Error, Result};
use crate::service::measure::{self, Told};
use crate::snapshot::view::Topic;
use async_graphql::{Context, ID, Object};
use domain::identifier::{RelationshipId, StakeholderId};
use domain::measure::{NetworkMeasure, explanation};
use domain::relationship::Layer;
use domain::text::Locale;
use domain::vocabulary::Word;
use std::sync::Arc;

pub use cluster::{NetworkCluster, NetworkClusters};

/// How well connected everybody is, in one of the usual ways. Confirmed relationships count, whatever
/// their direction; whoever has none is not part of it.
#[derive(Clone, Debug)]
pub struct NetworkMeasures {
    told: Arc<Told>,
    measure: NetworkMeasure,
}

/// How well connected everybody is, in one of the usual ways. Confirmed relationships count, whatever
/// their direction; whoever has none is not part of it.
#[Object]
impl NetworkMeasures {
    /// In which way.
    async fn measure(&self) -> NetworkMeasure {
        self.measure
    }

    /// What that tells, in one sentence.
    async fn explanation(
        &self,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> &'static str {
        explanation(self.measure, locale.tongue())
    }

    /// How many stakeholders have a relationship that counts.
    async fn stakeholder_count(&self) -> usize {
        self.told.reckoned.stakeholders
    }

    /// How many relationships count.
    async fn relationship_count(&self) -> usize {
        self.told.reckoned.relationships
    }

    /// The largest error of any figure, which holds in 19 of 20 cases; 0 where figures are exact.
    async fn error_bound(&self) -> f64 {
        self.told.reckoned.error.unwrap_or(0.0)
    }

    /// The stakeholders, the greatest figure first; those of whom it is not defined come last.
    async fn ranking(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<NetworkRank>> {
        let list = format!("network ranking {}", self.measure.code());
        let page = Page::parse(first, after.as_deref(), &list)?;
        let rows = self.told.reckoned.ranked.iter().enumerate();
        let keyed = rows.map(|(place, (id, value))| (SortKey::number(place), id.0, (*id, *value)));
        let wrap = |(id, value)| NetworkRank { told: self.told.clone(), id, value };
        Ok(page.of(keyed, OrderDirection::Ascending, wrap))
    }
}

/// One stakeholder and how well connected it is.
#[derive(Clone, Debug)]
pub struct NetworkRank {
    told: Arc<Told>,
    id: StakeholderId,
    value: Option<f64>,
}

/// One stakeholder and how well connected it is.
#[Object]
impl NetworkRank {
    /// Who.
    async fn stakeholder(&self) -> Result<Stakeholder> {
        Stakeholder::load(&self.told.view, self.id)
    }

    /// The figure; null where it is not defined, which is not zero.
    async fn value(&self) -> Option<f64> {
        self.value
    }

    /// The relationships that count of this stakeholder, in order of recording.
    async fn relationships(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        counted(&self.told, self.id, first)
    }
}

fn counted(told: &Told, id: StakeholderId, first: i32) -> Result<Vec<Relationship>> {
    let rows = told.counted_of(id).take(read_first(first)?);
    Ok(rows.cloned().map(Relationship::new).collect())
}

fn some(told: &Told, ids: &[StakeholderId], first: i32) -> Result<Vec<Stakeholder>> {
    Ok(told.some(ids, read_first(first)?).into_iter().map(Stakeholder::new).collect())
}

/// Single points of failure among confirmed relationships: whose loss would cut others off.
#[derive(Clone, Debug)]
pub struct WeakPoints {
    told: Arc<Told>,
    /// The places of those asked about in what was reckoned.
    partners: Vec<usize>,
    links: Vec<usize>,
}

impl WeakPoints {
    /// All of them, or those that somebody's place in the network hangs on.
    fn new(told: Arc<Told>, around: Option<StakeholderId>) -> Self {
        let hangs = |off: &[StakeholderId]| around.is_none_or(|id| off.contains(&id));
        let partners = told.reckoned.partners.iter().enumerate();
        let partners = partners.filter(|(_, (id, off))| Some(*id) == around || hangs(off));
        let links = told.reckoned.links.iter().enumerate().filter(|(_, (id, off))| {
            let joins = |row: &Arc<entity::relationship::Model>| {
                [Some(row.source_id), Some(row.target_id)].contains(&around)
            };
            hangs(off) || told.view.relationship(*id).is_some_and(joins)
        });
        let partners = partners.map(|(place, _)| place).collect();
        let links = links.map(|(place, _)| place).collect();
        Self { told, partners, links }
    }
}

/// Single points of failure among confirmed relationships: whose loss would cut others off.
#[Object]
impl WeakPoints {
    /// How many stakeholders are told of, at most 50.
    async fn partner_count(&self) -> usize {
        self.partners.len()
    }

    /// How many relationships are told of, at most 50.
    async fn link_count(&self) -> usize {
        self.links.len()
    }

    /// Stakeholders without whom others no longer hang together, who would cut off most first; at most
    /// 50 are told.
    async fn partners(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<WeakPartner>> {
        let places = self.partners.iter().take(read_first(first)?);
        Ok(places.map(|place| WeakPartner { told: self.told.clone(), place: *place }).collect())
    }

    /// Relationships without which others no longer hang together, likewise.
    async fn links(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<WeakLink>> {
        let places = self.links.iter().take(read_first(first)?);
        Ok(places.map(|place| WeakLink { told: self.told.clone(), place: *place }).collect())
    }
}

/// A stakeholder without whom others no longer hang together.
#[derive(Clone, Debug)]
pub struct WeakPartner {
    told: Arc<Told>,
    place: usize,
}

impl WeakPartner {
    fn row(&self) -> Result<&(StakeholderId, Vec<StakeholderId>)> {
        let row = self.told.reckoned.partners.get(self.place);
        row.ok_or_else(|| Error::internal("a weak point beyond the list"))
    }
}

/// A stakeholder without whom others no longer hang together.
#[Object]
impl WeakPartner {
    /// Who.
    async fn stakeholder(&self) -> Result<Stakeholder> {
        Stakeholder::load(&self.told.view, self.row()?.0)
    }

    /// How many would be cut off from the largest part that stays.
    async fn cut_off_count(&self) -> Result<usize> {
        Ok(self.row()?.1.len())
    }

    /// Who would be cut off, in order of recording.
    async fn cut_off(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        some(&self.told, &self.row()?.1, first)
    }

    /// The relationships that all hangs on, and so their evidence.
    async fn relationships(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        counted(&self.told, self.row()?.0, first)
    }
}

/// A relationship without which others no longer hang together.
#[derive(Clone, Debug)]
pub struct WeakLink {
    told: Arc<Told>,
    place: usize,
}

impl WeakLink {
    fn row(&self) -> Result<&(RelationshipId, Vec<StakeholderId>)> {
        let row = self.told.reckoned.links.get(self.place);
        row.ok_or_else(|| Error::internal("a weak point beyond the list"))
    }

    /// Its two ends: the one that would be cut off, and the one that stays.
    fn ends(&self) -> Result<(StakeholderId, StakeholderId)> {
        let (id, off) = self.row()?;
        let row = self.told.view.relationship(*id).ok_or(Error::NotFound)?;
        Ok(match off.contains(&row.source_id) {
            true => (row.source_id, row.target_id),
            false => (row.target_id, row.source_id),
        })
    }
}

/// A relationship without which others no longer hang together.
#[Object]
impl WeakLink {
    /// Which.
    async fn relationship(&self) -> Result<Relationship> {
        Relationship::load(&self.told.view, self.row()?.0)
    }

    /// The end of it on its smaller side, which would be cut off with all others there.
    async fn cut_off_end(&self) -> Result<Stakeholder> {
        Stakeholder::load(&self.told.view, self.ends()?.0)
    }

    /// The end of it on its larger side, which stays.
    async fn staying_end(&self) -> Result<Stakeholder> {
        Stakeholder::load(&self.told.view, self.ends()?.1)
    }

    /// How many stand on its smaller side.
    async fn cut_off_count(&self) -> Result<usize> {
        Ok(self.row()?.1.len())
    }

    /// Who stands there, in order of recording.
    async fn cut_off(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        some(&self.told, &self.row()?.1, first)
    }
}

/// Asks about the network as a whole.
#[derive(Debug, Default)]
pub struct MeasureQuery;

async fn ask(
    ctx: &Context<'_>,
    asked: Topic,
    layer: Option<Layer>,
    as_of: Option<TypedDay>,
) -> Result<Arc<Told>> {
    let op = ctx.op()?;
    let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or_else(|| op.today());
    measure::ask(op, asked, layer, day).await.map(Arc::new)
}

#[Object(guard = "Listed")]
impl MeasureQuery {
    /// How well connected everybody is, in one of the usual ways.
    async fn network_measures(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which way.")] measure: NetworkMeasure,
        #[graphql(desc = "Only relationships of this layer.")] layer: Option<Layer>,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
    ) -> Result<NetworkMeasures> {
        let told = ask(ctx, Topic::Measure(measure), layer, as_of).await?;
        Ok(NetworkMeasures { told, measure })
    }

    /// Who belongs together, judged by relationships alone.
    async fn network_clusters(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only relationships of this layer.")] layer: Option<Layer>,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
        #[graphql(
            desc = "An earlier day: clusters keep the labels of those that they continue from then."
        )]
        since: Option<TypedDay>,
    ) -> Result<NetworkClusters> {
        let told = ask(ctx, Topic::Clusters, layer, as_of).await?;
        let since = since.map(|day| day.read("since")).transpose()?;
        NetworkClusters::ask(ctx.op()?, told, since).await
    }

    /// Single points of failure: whose loss would cut others off, and what is cut off.
    async fn weak_points(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only relationships of this layer.")] layer: Option<Layer>,
        #[graphql(desc = "Only what holds on this day; today when absent.")] as_of: Option<
            TypedDay,
        >,
        #[graphql(desc = "Only itself, its relationships, and whose loss would cut it off.")]
        around: Option<ID>,
    ) -> Result<WeakPoints> {
        let around = read_stakeholder_opt(around.as_ref(), "around")?;
        let told = ask(ctx, Topic::WeakPoints, layer, as_of).await?;
        Ok(WeakPoints::new(told, around))
    }
}
