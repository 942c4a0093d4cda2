//! The board: the engagements of a community by stage.

use super::community::Community;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::identifier::Outside;
use super::page::read_first;
use crate::error::Result;
use crate::service::board;
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use domain::engagement::Stage;
use domain::identifier::CommunityId;
use entity::engagement;
use std::sync::Arc;

/// The engagements of a community by stage.
#[derive(Clone, Debug, SimpleObject)]
pub struct Board {
    /// Whose.
    community: Community,
    /// One for every stage at which a conversation goes on, then one for those asleep.
    columns: Vec<BoardColumn>,
}

/// The engagements at one stage.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct BoardColumn {
    /// The stage.
    stage: Stage,
    /// How many stand there, of those that you may see.
    count: usize,
    #[graphql(skip)]
    engagements: Vec<Arc<engagement::Model>>,
}

#[ComplexObject]
impl BoardColumn {
    /// The engagements, the ones due first first. Lists go on where the board stops.
    async fn engagements(
        &self,
        #[graphql(default = 100, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Engagement>> {
        let first = self.engagements.iter().take(read_first(first)?);
        Ok(first.cloned().map(Engagement::new).collect())
    }
}

impl From<board::Board> for Board {
    fn from(board: board::Board) -> Self {
        let column = |column: board::Column| BoardColumn {
            stage: column.stage,
            count: column.engagements.len(),
            engagements: column.engagements,
        };
        Self {
            community: Community::new(board.community),
            columns: board.columns.into_iter().map(column).collect(),
        }
    }
}

/// The board.
#[derive(Debug, Default)]
pub struct BoardQuery;

/// The board.
#[Object(guard = "Listed")]
impl BoardQuery {
    /// The engagements of a community that you may see, by stage.
    async fn board(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] community: ID,
    ) -> Result<Board> {
        let id = CommunityId::read(&community, "community")?;
        Ok(board::board(&ctx.view()?, id)?.into())
    }
}
