//! The part of the graph that feedback flows through, around where one looks.

use crate::snapshot::View;
use chrono::NaiveDate;
use domain::graph::{Admission, Edge, Graph, GraphBuilder};
use domain::identifier::StakeholderId;
use domain::relationship::{RelationshipKind, RelationshipState};
use entity::relationship;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Who reports to whom, as the viewer sees it on a day. Nodes and edges stand in order of id, so
/// that the same facts give the same answer.
pub struct Voices {
    /// Who reports to whom.
    pub graph: Graph,
    who: Vec<StakeholderId>,
    rows: Vec<Arc<relationship::Model>>,
}

/// Whether a relationship is more than a proposal.
pub fn settled(row: &relationship::Model) -> bool {
    row.state != RelationshipState::Proposed
}

impl Voices {
    /// Everybody who is heard by these, directly or through others.
    pub fn below(view: &View, heard_by: &BTreeSet<StakeholderId>, day: NaiveDate) -> Self {
        let below = |row: &relationship::Model, at| (row.target_id == at).then_some(row.source_id);
        Self::around(view, heard_by, day, below)
    }

    /// Everybody whom this one reaches, directly or through others.
    pub fn above(view: &View, from: StakeholderId, day: NaiveDate) -> Self {
        let above = |row: &relationship::Model, at| (row.source_id == at).then_some(row.target_id);
        Self::around(view, &[from].into(), day, above)
    }

    fn around(
        view: &View,
        first: &BTreeSet<StakeholderId>,
        day: NaiveDate,
        next: impl Fn(&relationship::Model, StakeholderId) -> Option<StakeholderId>,
    ) -> Self {
        let mut waiting: Vec<_> = first.iter().copied().collect();
        let (mut who, mut rows) = (first.clone(), BTreeMap::new());
        while let Some(at) = waiting.pop() {
            for row in view.relationships_of(at) {
                let flows = row.kind == RelationshipKind::ReportsFeedbackTo && view.holds(row, day);
                if let Some(other) = next(row, at).filter(|_| flows) {
                    rows.insert(row.id, row.clone());
                    if who.insert(other) {
                        waiting.push(other);
                    }
                }
            }
        }
        Self::new(who.into_iter().collect(), rows.into_values())
    }

    fn new(who: Vec<StakeholderId>, found: impl Iterator<Item = Arc<relationship::Model>>) -> Self {
        let mut builder = GraphBuilder::new(u32::try_from(who.len()).unwrap_or(u32::MAX));
        let mut rows = Vec::new();
        for row in found {
            let ends = place(&who, row.source_id).zip(place(&who, row.target_id));
            if let Some((from, to)) = ends
                && builder.add(Edge { from, to, kind: 0 }).is_ok()
            {
                rows.push(row);
            }
        }
        Self { graph: builder.build(), who, rows }
    }

    /// Every step, proposed ones too.
    pub fn all(&self) -> Admission<impl Fn(u32) -> bool, impl Fn(u32) -> bool> {
        Admission { edge: |_| true, node: |_| true }
    }

    /// The steps that are more than proposals.
    pub fn settled(&self) -> Admission<impl Fn(u32) -> bool, impl Fn(u32) -> bool> {
        let edge = |edge: u32| self.rows.get(edge as usize).is_some_and(|row| settled(row));
        Admission { edge, node: |_| true }
    }

    /// The nodes of these, as far as they are here.
    pub fn nodes(&self, who: &BTreeSet<StakeholderId>) -> Vec<u32> {
        who.iter().filter_map(|id| place(&self.who, *id)).collect()
    }

    /// Who a node is.
    pub fn stakeholder(&self, node: u32) -> Option<StakeholderId> {
        self.who.get(node as usize).copied()
    }

    /// Which relationship an edge is.
    pub fn relationship(&self, edge: u32) -> Option<Arc<relationship::Model>> {
        self.rows.get(edge as usize).cloned()
    }
}

fn place(who: &[StakeholderId], id: StakeholderId) -> Option<u32> {
    who.binary_search(&id).ok().and_then(|place| u32::try_from(place).ok())
}
