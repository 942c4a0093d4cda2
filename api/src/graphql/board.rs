//! The board: the engagements of a community by stage.

use super::community::Community;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::identifier::Outside;
use crate::error::Result;
use crate::service::board;
use async_graphql::{Context, ID, Object, SimpleObject};
use domain::engagement::Stage;
use domain::identifier::CommunityId;

/// The most cards of one column; lists go on where the board stops.
const LARGEST_COLUMN: usize = 200;

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
pub struct BoardColumn {
    /// The stage.
    stage: Stage,
    /// How many stand there, of those that you may see.
    count: usize,
    /// Up to 200, the ones due first first.
    engagements: Vec<Engagement>,
}

impl From<board::Board> for Board {
    fn from(board: board::Board) -> Self {
        let column = |column: board::Column| BoardColumn {
            stage: column.stage,
            count: column.engagements.len(),
            engagements: {
                let shown = column.engagements.into_iter().take(LARGEST_COLUMN);
                shown.map(Engagement::new).collect()
            },
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
