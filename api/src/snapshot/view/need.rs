//! What parties look for and offer, as one viewer may see it; and how near somebody is.

use super::View;
use chrono::NaiveDate;
use domain::graph::Direction;
use domain::identifier::{EngagementId, NeedId, StakeholderId};
use entity::{engagement, need};
use std::collections::BTreeMap;
use std::sync::Arc;

impl View {
    /// One need or offer: visible iff it, whose it is and its good are.
    pub fn need(&self, id: NeedId) -> Option<&Arc<need::Model>> {
        self.snapshot.needs.get(&id.0).filter(|row| self.sees_need(row))
    }

    /// Every need and offer, in order of id.
    pub fn needs(&self) -> impl Iterator<Item = &Arc<need::Model>> {
        self.snapshot.needs.values().filter(|row| self.sees_need(row))
    }

    /// What a stakeholder looks for and offers, and what is looked for and offered for it, in order of id.
    pub fn needs_of(&self, id: StakeholderId) -> impl Iterator<Item = &Arc<need::Model>> {
        let ids = self.snapshot.needs_of.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.need(NeedId(*id)))
    }

    /// The engagements that came of a need or an offer, in order of id.
    pub fn engagements_from(&self, id: NeedId) -> impl Iterator<Item = &Arc<engagement::Model>> {
        let ids = self.snapshot.engagements_from.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.engagement(EngagementId(*id)))
    }

    /// How many relationships that hold on a day lie between these and everybody near them, up to a
    /// number of steps, whichever way they are told.
    pub fn steps_from(
        &self,
        from: &[StakeholderId],
        most: u32,
        day: NaiveDate,
    ) -> BTreeMap<StakeholderId, u32> {
        let index = self.snapshot.graph();
        let sight = self.sight(index);
        let holds =
            |edge: u32| index.edges.get(edge as usize).is_some_and(|row| self.holds(row, day));
        let start = from.iter().filter_map(|id| index.node(id.0));
        let mut frontier: Vec<u32> = start.filter(|node| sight.shows_node(*node)).collect();
        let mut steps: BTreeMap<u32, u32> = frontier.iter().map(|node| (*node, 0)).collect();
        for step in 1..=most {
            let mut next = Vec::new();
            for node in frontier {
                for near in index.graph.neighbors(node, Direction::Either) {
                    if !steps.contains_key(&near.node)
                        && sight.shows_edge(near.edge)
                        && holds(near.edge)
                    {
                        steps.insert(near.node, step);
                        next.push(near.node);
                    }
                }
            }
            frontier = next;
        }
        let named = steps
            .into_iter()
            .filter_map(|(node, step)| index.nodes.get(node as usize).map(|row| (row.id, step)));
        named.collect()
    }

    fn sees_need(&self, row: &need::Model) -> bool {
        self.sees(Some(row.community_id), row.visibility)
            && self.stakeholder(row.party_id).is_some()
            && row.good_id.is_none_or(|id| self.stakeholder(id).is_some())
    }
}
