//! How the graph follows one step of the log: in time that depends on what is near the row and not on
//! how large the graph is. What cannot be followed so is built anew.

use super::{GraphIndex, edge_entry, kind_code, node_entry};
use crate::snapshot::Snapshot;
use domain::graph::{Direction, Edge, GraphError};
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// A row that comes before so many others, or moves so many edges, makes the index be built anew.
const LATE: u32 = 64;
const MOVED: usize = 4_096;

/// The index cannot follow one step; building it anew is cheaper.
#[derive(Debug)]
struct Outgrown;

impl From<GraphError> for Outgrown {
    fn from(_: GraphError) -> Self {
        Self
    }
}

impl Snapshot {
    /// Keeps the graph in step with a relationship, if there is one yet.
    pub(in crate::snapshot) fn draw_edge(
        &mut self,
        id: Uuid,
        row: Option<&Arc<relationship::Model>>,
    ) {
        self.redraw(|index| index.put_edge(id, row));
    }

    /// Keeps the graph in step with a stakeholder, if there is one yet.
    pub(in crate::snapshot) fn draw_node(&mut self, id: Uuid, row: Option<&Arc<Stakeholder>>) {
        self.redraw(|index| index.put_node(id, row));
        let loose = self.graph.get().map(|index| index.loose.clone()).unwrap_or_default();
        if row.is_some() {
            for id in loose {
                let row = self.relationships.get(&id).cloned();
                self.draw_edge(id, row.as_ref());
            }
        }
    }

    fn redraw(&mut self, put: impl FnOnce(&mut GraphIndex) -> Result<(), Outgrown>) {
        let outgrown = self.graph.get_mut().is_some_and(|index| put(Arc::make_mut(index)).is_err());
        if outgrown {
            self.graph.take();
        }
    }
}

impl GraphIndex {
    /// Takes a relationship that came, changed or went.
    fn put_edge(
        &mut self,
        id: Uuid,
        row: Option<&Arc<relationship::Model>>,
    ) -> Result<(), Outgrown> {
        self.loose.remove(&id);
        let Some(row) = row else { return self.drop_edge(id) };
        let ends = self.node(row.source_id.0).zip(self.node(row.target_id.0));
        let Some((from, to)) = ends else {
            self.loose.insert(id);
            return self.drop_edge(id);
        };
        let entry = edge_entry(row, &mut self.places);
        let number = self.edges.seek(id);
        match self.edges.id(number) == Some(id) {
            true => self.edges.set(number, entry),
            false => {
                self.make_room_for_edge(number)?;
                self.edges.insert(number, entry);
            }
        }
        Ok(self.graph.set(number, Some(Edge { from, to, kind: kind_code(row.kind) }))?)
    }

    fn drop_edge(&mut self, id: Uuid) -> Result<(), Outgrown> {
        if let Some(number) = self.edges.find(id) {
            self.edges.take(number);
            self.graph.set(number, None)?;
        }
        self.check_share()
    }

    /// Moves the edges from this one on by one, so that its number is free.
    fn make_room_for_edge(&mut self, number: u32) -> Result<(), Outgrown> {
        let count = self.edges.count();
        if count - number > LATE {
            return Err(Outgrown);
        }
        self.graph.add_gap()?;
        for later in (number..count).rev() {
            let edge = self.graph.edge(later);
            self.graph.set(later, None)?;
            self.graph.set(later + 1, edge)?;
        }
        Ok(())
    }

    /// Takes a stakeholder that came, changed or went. Relationships with one that went are not
    /// drawn; those of one that came back are to be put again.
    fn put_node(&mut self, id: Uuid, row: Option<&Arc<Stakeholder>>) -> Result<(), Outgrown> {
        let Some(row) = row else { return self.drop_node(id) };
        let entry = node_entry(row, &mut self.places);
        let number = self.nodes.seek(id);
        match self.nodes.id(number) == Some(id) {
            true => self.nodes.set(number, entry),
            false => {
                self.make_room_for_node(number)?;
                self.nodes.insert(number, entry);
            }
        }
        Ok(())
    }

    fn drop_node(&mut self, id: Uuid) -> Result<(), Outgrown> {
        if let Some(number) = self.nodes.find(id) {
            let edges = self.edges_of(id);
            let loose: Vec<Uuid> = edges.filter_map(|edge| self.edges.id(edge)).collect();
            for edge in loose {
                self.loose.insert(edge);
                self.drop_edge(edge)?;
            }
            self.nodes.take(number);
        }
        self.check_share()
    }

    /// Moves the nodes from this one on by one, with the ends of their edges.
    fn make_room_for_node(&mut self, number: u32) -> Result<(), Outgrown> {
        let count = self.nodes.count();
        if count - number > LATE {
            return Err(Outgrown);
        }
        let later = (number..count).flat_map(|node| self.graph.neighbors(node, Direction::Either));
        let moved: BTreeSet<u32> = later.map(|step| step.edge).take(MOVED + 1).collect();
        if moved.len() > MOVED {
            return Err(Outgrown);
        }
        self.graph.add_node()?;
        let place = |node: u32| if node < number { node } else { node + 1 };
        for number in moved {
            let edge = self.graph.edge(number);
            let edge = edge.map(|edge| Edge { from: place(edge.from), to: place(edge.to), ..edge });
            self.graph.set(number, edge)?;
        }
        Ok(())
    }

    /// Whether so many indices belong to nothing that the index is better built anew.
    fn check_share(&self) -> Result<(), Outgrown> {
        match self.nodes.is_mostly_gone() || self.edges.is_mostly_gone() {
            true => Err(Outgrown),
            false => Ok(()),
        }
    }
}
