//! The network as a whole: who is well connected, who belongs together, and what cannot be lost.

mod label;

use crate::error::Result;
use crate::op::Op;
use crate::snapshot::View;
use crate::snapshot::view::{Inquiry, Reckoned, Topic};
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use domain::relationship::Layer;
use entity::relationship::Model;
use entity::stakeholder::Stakeholder;
use std::sync::Arc;

pub use label::{Labelled, ask_before};

/// What was reckoned, for one viewer.
#[derive(Clone, Debug)]
pub struct Told {
    /// The figures.
    pub reckoned: Arc<Reckoned>,
    /// What the viewer sees, which names those whom the figures are about.
    pub view: View,
    /// The relationships that count.
    pub layer: Option<Layer>,
    /// The day on which they do.
    pub day: NaiveDate,
}

/// Asks something of the network of what the viewer sees.
pub async fn ask(op: &Op, asked: Topic, layer: Option<Layer>, day: NaiveDate) -> Result<Told> {
    let view = op.view();
    let question = Inquiry { asked, layer, day };
    let reckoned = op.app().reckonings().ask(&view, question).await?;
    Ok(Told { reckoned, view, layer, day })
}

impl Told {
    /// The first of some stakeholders.
    pub fn some(&self, ids: &[StakeholderId], first: usize) -> Vec<Arc<Stakeholder>> {
        ids.iter().take(first).filter_map(|id| self.view.stakeholder(*id).cloned()).collect()
    }

    /// The relationships of one stakeholder that count.
    pub fn counted_of(&self, id: StakeholderId) -> impl Iterator<Item = &Arc<Model>> {
        let question = Inquiry { asked: Topic::WeakPoints, layer: self.layer, day: self.day };
        self.view.relationships_of(id).filter(move |row| self.view.counts(row, &question))
    }
}
