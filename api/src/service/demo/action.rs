//! What is to be done. The documents name neither who nor by when.

use super::engagement::{find_engagement, prove};
use super::{Demo, file};
use crate::error::Result;
use crate::op::Write;
use crate::service::action::{NewAction, record};
use crate::service::evidence::Subject;
use domain::action::ActionDraft;

/// Loads every one with where it is written.
pub(super) async fn load(write: &mut Write<'_>, demo: &Demo) -> Result<()> {
    for line in file::read::<file::Action>("actions.csv")? {
        let community = demo.community(&line.community)?;
        let engagement = match line.objective {
            Some(objective) => Some(find_engagement(write, community, &line.party, objective)?),
            None => None,
        };
        let draft =
            ActionDraft { text: line.text, due_on: String::new(), recorded_on: line.recorded_on };
        let new = NewAction {
            community,
            draft,
            owner: None,
            engagement,
            meeting: None,
            group: None,
            finds_entry_point: line.finds_entry_point == file::Answer::Yes,
            practice: false,
        };
        let id = record(write, new).await?;
        prove(write, demo, Subject::Action(id), &line.evidence).await?;
    }
    Ok(())
}
