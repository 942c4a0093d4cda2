//! The board as the API tells it, turned into cards.

use super::card::{Card, Column, Party, Person};
use crate::client::operations;

operations!("graphql/board.graphql": PipelineBoard, PipelineCommunities);

type Told = pipeline_board::PipelineBoardBoardColumnsEngagements;

/// The columns of an answer, in the order of the stages.
pub fn columns(data: &pipeline_board::ResponseData) -> Vec<Column> {
    let column = |column: &pipeline_board::PipelineBoardBoardColumns| Column {
        stage: column.stage,
        count: column.count,
        cards: column.engagements.iter().map(card).collect(),
        passing: None,
    };
    data.board.columns.iter().map(column).collect()
}

fn card(told: &Told) -> Card {
    let party = &told.party;
    let owner = told.owner.as_ref();
    Card {
        id: told.id.clone(),
        version: told.version,
        stage: told.stage,
        since: told.stage_since.clone(),
        objective: told.objective,
        why: told.why.clone(),
        party: Party {
            id: party.id.clone(),
            name: party.name.clone(),
            acronym: party.acronym.clone(),
            kind: party.kind,
        },
        owner: owner.map(|owner| Person { name: owner.display_name.clone(), id: owner.id.clone() }),
        next_step: told.next_step.clone(),
        due: told.next_step_due.clone(),
        visibility: told.visibility,
        practice: told.practice,
        debt: told.debt.clone(),
        allowed: told.allowed_transitions.iter().map(|way| (way.to, way.missing.clone())).collect(),
    }
}
