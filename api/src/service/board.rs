//! The board: the engagements of a community by stage.

use super::engagement::{due_first, list};
use crate::error::{Error, Result};
use crate::snapshot::View;
use domain::engagement::{OPEN, Stage};
use domain::identifier::CommunityId;
use entity::{community, engagement};
use std::sync::Arc;

/// The board of one community.
#[derive(Clone, Debug)]
pub struct Board {
    /// Whose.
    pub community: Arc<community::Model>,
    /// One for every stage at which a conversation goes on, then one for those asleep.
    pub columns: Vec<Column>,
}

/// The engagements at one stage.
#[derive(Clone, Debug)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// Every visible one, the ones due first first.
    pub engagements: Vec<Arc<engagement::Model>>,
}

/// What the viewer sees of a community's board.
pub fn board(view: &View, community: CommunityId) -> Result<Board> {
    let row = view.community(community).cloned().ok_or(Error::NotFound)?;
    let filter = super::engagement::Filter { community: Some(community), ..Default::default() };
    let mut rows = list(view, &filter);
    due_first(&mut rows);
    let stages = OPEN.iter().copied().chain([Stage::Dormant]);
    let columns = stages.map(|stage| Column {
        stage,
        engagements: rows.iter().filter(|row| row.stage == stage).cloned().collect(),
    });
    Ok(Board { community: row, columns: columns.collect() })
}
