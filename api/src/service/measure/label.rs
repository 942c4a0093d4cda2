//! Labels of clusters that outlive changes of the network.

use super::{Told, ask};
use crate::error::Result;
use crate::op::Op;
use crate::snapshot::view::Topic;
use chrono::NaiveDate;
use domain::graph::cluster::{Labels, carry_over};
use domain::identifier::StakeholderId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Clusters with labels, which are those of an earlier day where a cluster goes on from then. Labels rest
/// on the two days alone, so that every process and every reader of a link finds the same.
#[derive(Debug)]
pub struct Labelled {
    /// The clusters.
    pub told: Arc<Told>,
    /// The label of each of them.
    pub labels: Vec<u32>,
    before: Option<Arc<Told>>,
}

/// Asks for the clusters of an earlier day, of the same relationships.
pub async fn ask_before(op: &Op, told: &Told, day: NaiveDate) -> Result<Told> {
    ask(op, Topic::Clusters, told.layer, day).await
}

impl Labelled {
    /// Labels clusters; without an earlier day by their places.
    pub fn new(told: Arc<Told>, before: Option<Arc<Told>>) -> Self {
        let earlier = before.as_ref().map_or(&[][..], |told| told.reckoned.clusters.as_slice());
        let labels = labels(&told.reckoned.clusters, earlier);
        Self { told, labels, before }
    }

    /// The best connected of the earlier cluster that this one continues.
    pub fn continues(&self, place: usize) -> Option<StakeholderId> {
        let label = usize::try_from(self.labels.get(place)?.checked_sub(1)?).ok()?;
        self.before.as_ref()?.reckoned.clusters.get(label)?.first().copied()
    }
}

/// The label of each cluster, from 1: clusters of before have their places as labels.
fn labels(clusters: &[Vec<StakeholderId>], before: &[Vec<StakeholderId>]) -> Vec<u32> {
    let label_of: BTreeMap<StakeholderId, u32> = numbered(before).collect();
    let (of, now): (Vec<_>, Vec<_>) =
        numbered(clusters).map(|(id, place)| (label_of.get(&id).copied(), Some(place))).unzip();
    let unused = u32::try_from(before.len()).unwrap_or(u32::MAX).saturating_add(1);
    let found = carry_over(&Labels { of, unused }, &now).of;
    let mut members = 0;
    let first_of = clusters.iter().map(|ids| {
        let first = found.get(members).copied().flatten();
        members += ids.len();
        first.unwrap_or_default()
    });
    first_of.collect()
}

/// Every member with the place of its cluster, from 1.
fn numbered(clusters: &[Vec<StakeholderId>]) -> impl Iterator<Item = (StakeholderId, u32)> {
    (1..).zip(clusters).flat_map(|(place, ids)| ids.iter().map(move |id| (*id, place)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    /// A cluster that loses members keeps its label, one that splits off gets a new one, and labels of
    /// clusters that are gone do not come back.
    #[test]
    fn labels_go_on() {
        let member = |id: &u128| StakeholderId(Uuid::from_u128(*id));
        let clusters = |all: &[&[u128]]| -> Vec<Vec<_>> {
            all.iter().map(|numbers| numbers.iter().map(member).collect()).collect()
        };
        let before = clusters(&[&[1, 2, 3, 4, 5], &[6, 7, 8], &[9, 10]]);
        assert_eq!(labels(&before, &[]), [1, 2, 3]);
        let now = clusters(&[&[6, 7, 8, 11], &[1, 2, 3], &[4, 5], &[12]]);
        assert_eq!(labels(&now, &before), [2, 1, 4, 5]);
    }
}
