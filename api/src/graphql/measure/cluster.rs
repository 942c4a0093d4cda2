//! Who belongs together, and which clusters of an earlier day go on.

use crate::error::{Error, Result};
use crate::graphql::page::read_first;
use crate::graphql::stakeholder::Stakeholder;
use crate::op::Op;
use crate::service::measure::{Labelled, Told, ask_before};
use async_graphql::Object;
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use std::sync::Arc;

/// Who belongs together, judged by confirmed relationships alone: clusters of high modularity (Leiden).
#[derive(Clone, Debug)]
pub struct NetworkClusters(Arc<Labelled>);

impl NetworkClusters {
    /// The clusters, labelled as those of the earlier day where one is given.
    pub(super) async fn ask(op: &Op, told: Arc<Told>, since: Option<NaiveDate>) -> Result<Self> {
        let before = match since {
            Some(day) => Some(Arc::new(ask_before(op, &told, day).await?)),
            None => None,
        };
        Ok(Self(Arc::new(Labelled::new(told, before))))
    }
}

/// Who belongs together, judged by confirmed relationships alone: clusters of high modularity (Leiden).
#[Object]
impl NetworkClusters {
    /// How much better than chance the clusters hold together, at most 1; null without relationships.
    async fn modularity(&self) -> Option<f64> {
        self.0.told.reckoned.modularity
    }

    /// How many clusters there are.
    async fn cluster_count(&self) -> usize {
        self.0.told.reckoned.clusters.len()
    }

    /// The clusters, the largest first.
    async fn clusters(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<NetworkCluster>> {
        let count = self.0.told.reckoned.clusters.len().min(read_first(first)?);
        let cluster = |place| NetworkCluster { all: self.0.clone(), place };
        Ok((0..count).map(cluster).collect())
    }
}

/// Some who belong together.
#[derive(Clone, Debug)]
pub struct NetworkCluster {
    all: Arc<Labelled>,
    place: usize,
}

impl NetworkCluster {
    fn ids(&self) -> &[StakeholderId] {
        self.all.told.reckoned.clusters.get(self.place).map_or(&[], Vec::as_slice)
    }
}

/// Some who belong together.
#[Object]
impl NetworkCluster {
    /// A number that stays with the cluster: that of the cluster of the earlier day (`since`) which it
    /// continues, else one that none of them has. Without an earlier day, its place from the largest.
    async fn label(&self) -> Result<u32> {
        let label = self.all.labels.get(self.place).copied();
        label.ok_or_else(|| Error::internal("a cluster without a label"))
    }

    /// By whom the cluster of the earlier day was named which it continues; null when it continues none,
    /// and without an earlier day.
    async fn continues(&self) -> Result<Option<Stakeholder>> {
        let first = self.all.continues(self.place);
        first.map(|id| Stakeholder::load(&self.all.told.view, id)).transpose()
    }

    /// The best connected of them, by whom the cluster is named: it stays so while it is.
    async fn around(&self) -> Result<Stakeholder> {
        let first = self.ids().first().ok_or_else(|| Error::internal("a cluster of nobody"))?;
        Stakeholder::load(&self.all.told.view, *first)
    }

    /// How many they are.
    async fn size(&self) -> usize {
        self.ids().len()
    }

    /// Who, the best connected first.
    async fn members(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        super::some(&self.all.told, self.ids(), first)
    }
}
