//! The engagements that the documents wish for, and the actions that they record.

use super::Demo;
use super::table::{Row, Rows, citation};
use crate::error::Result;
use crate::op::Write;
use crate::service::action::{self, NewAction};
use crate::service::engagement::{self, Opening, Standing};
use crate::service::evidence::{self, EvidenceSource, NewEvidence, Parsed, Subject};
use domain::action::ActionDraft;
use domain::engagement::{EngagementDraft, GainSide, GainStatus, Stage};
use domain::identifier::{EngagementId, GainId};
use entity::gain;

/// Loads both files.
pub(super) async fn load(demo: &mut Demo, write: &mut Write<'_>) -> Result<()> {
    for row in Rows::of(include_str!("../../../demo/engagements.csv"))? {
        open(demo, write, &row).await?;
    }
    for row in Rows::of(include_str!("../../../demo/actions.csv"))? {
        record(demo, write, &row).await?;
    }
    Ok(())
}

async fn open(demo: &mut Demo, write: &mut Write<'_>, row: &Row) -> Result<()> {
    let stage: Stage = row.word("stage")?;
    let standing = (stage != Stage::Identified).then_some(Standing {
        stage,
        since: row.text("since")?.to_owned(),
        source: row.text("since_source")?.to_owned(),
    });
    let draft = EngagementDraft {
        why: row.text("why")?.to_owned(),
        ..EngagementDraft::default()
    };
    let id = demo
        .engage(write, row, draft, standing, Origin::Document)
        .await?;
    for cited in row.list("evidence")? {
        cite(demo, write, Subject::Engagement(id), cited).await?;
    }
    Ok(())
}

async fn record(demo: &Demo, write: &mut Write<'_>, row: &Row) -> Result<()> {
    let draft = ActionDraft {
        text: row.text("text")?.to_owned(),
        due_on: String::new(),
        recorded_on: row.text("recorded_on")?.to_owned(),
    };
    let new = NewAction {
        community: demo.community(row.text("community")?)?,
        draft,
        owner: None,
        engagement: demo.engagement(row)?,
        finds_entry_point: row.text("finds_entry_point")? == "yes",
        practice: false,
    };
    let id = action::record(write, new).await?;
    for cited in row.list("evidence")? {
        cite(demo, write, Subject::Action(id), cited).await?;
    }
    Ok(())
}

async fn cite(demo: &Demo, write: &mut Write<'_>, subject: Subject, cited: &str) -> Result<()> {
    let (key, draft) = citation(cited)?;
    let source = EvidenceSource::Known(demo.source(key)?);
    let new = NewEvidence {
        source,
        draft,
        inferred: false,
    };
    evidence::attach(write, subject, Parsed::try_from(new)?)
        .await
        .map(|_| ())
}

/// Whether a row is a fact of the documents or there for practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Written in a document.
    Document,
    /// Made for practice.
    Practice,
}

impl Demo {
    /// Opens the engagement of a row with what each side gains, and remembers it by community,
    /// party and objective.
    pub(super) async fn engage(
        &mut self,
        write: &mut Write<'_>,
        row: &Row,
        draft: EngagementDraft,
        standing: Option<Standing>,
        origin: Origin,
    ) -> Result<EngagementId> {
        let named = row.list("entry_points")?;
        let opening = Opening {
            community: self.community(row.text("community")?)?,
            party: self.stakeholder(row.text("party")?)?,
            objective: row.word("objective")?,
            draft,
            entry_points: named
                .iter()
                .map(|slug| self.stakeholder(slug))
                .collect::<Result<_>>()?,
            visibility: row.word("visibility")?,
            standing,
            reopens: None,
            practice: origin == Origin::Practice,
        };
        let id = engagement::record(write, opening).await?;
        for (column, side) in [
            ("we_gain", GainSide::WeGain),
            ("they_gain", GainSide::TheyGain),
        ] {
            for text in row.list(column)? {
                write.insert(promised(write, id, side, text)).await?;
            }
        }
        self.engagements.insert(key(row)?, id);
        Ok(id)
    }

    /// The engagement that a row names; none when it names no party.
    pub(super) fn engagement(&self, row: &Row) -> Result<Option<EngagementId>> {
        Ok(self.engagements.get(&key(row)?).copied())
    }
}

fn key(row: &Row) -> Result<(String, String, String)> {
    let text = |column| row.text(column).map(str::to_owned);
    Ok((text("community")?, text("party")?, text("objective")?))
}

fn promised(
    write: &Write<'_>,
    engagement_id: EngagementId,
    side: GainSide,
    text: &str,
) -> gain::Model {
    gain::Model {
        id: GainId(write.id()),
        engagement_id,
        side,
        text: text.to_owned(),
        status: GainStatus::Promised,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    }
}
