//! The partners that the communities want.

use super::{Demo, file, find, find_all};
use crate::error::{Error, Result};
use crate::op::Write;
use crate::service::engagement::{Opening, Standing, record};
use crate::service::evidence::{EvidenceSource, NewEvidence, Parsed, Subject, attach};
use crate::service::gain::{self, GainDraft};
use domain::engagement::{EngagementDraft, GainSide, GainStatus, Objective};
use domain::evidence::{EvidenceDraft, Stance};
use domain::identifier::{CommunityId, EngagementId};
use domain::policy::Place;
use domain::stakeholder::Visibility;

/// Loads every one with what each side would gain and where it is written.
pub(super) async fn load(write: &mut Write<'_>, demo: &Demo) -> Result<()> {
    for line in file::read::<file::Engagement>("engagements.csv")? {
        let standing = (!line.since.is_empty()).then_some(Standing {
            stage: line.stage,
            since: line.since,
            source: line.since_source,
        });
        let opening = Opening {
            community: demo.community(&line.community)?,
            party: find(write, &line.party)?,
            objective: line.objective,
            draft: EngagementDraft { why: line.why, ..EngagementDraft::default() },
            entry_points: find_all(write, &line.entry_points)?,
            visibility: line.visibility,
            standing,
            reopens: None,
            need: None,
            practice: false,
        };
        let id = record(write, opening).await?;
        add_gains(write, id, GainSide::WeGain, &line.we_gain).await?;
        add_gains(write, id, GainSide::TheyGain, &line.they_gain).await?;
        prove(write, demo, Subject::Engagement(id), &line.evidence).await?;
    }
    Ok(())
}

/// Adds what a side gains, split by bars.
pub(super) async fn add_gains(
    write: &mut Write<'_>,
    id: EngagementId,
    side: GainSide,
    cell: &str,
) -> Result<()> {
    for text in file::items(cell) {
        let draft = GainDraft { side, text: text.to_owned(), status: GainStatus::Promised };
        gain::record(write, id, draft).await?;
    }
    Ok(())
}

/// The engagement of a community with a party about an objective.
pub(super) fn find_engagement(
    write: &Write<'_>,
    community: CommunityId,
    party: &str,
    objective: Objective,
) -> Result<EngagementId> {
    let view = write.view();
    let mut engagements = view.engagements_of(find(write, party)?);
    let found = engagements
        .find(|row| row.community_id == community && row.objective == objective)
        .map(|row| row.id);
    found.ok_or_else(|| file::broken(format!("no engagement with {party} about {objective}")))
}

/// Records where something is written: `S0:106` is line 106 of source `S0`; several are split by
/// bars.
pub(super) async fn prove(
    write: &mut Write<'_>,
    demo: &Demo,
    subject: Subject,
    cell: &str,
) -> Result<()> {
    // The documents stand in the registry, where everybody sees them.
    let anywhere = Place { community: None, visibility: Visibility::Public };
    for place in file::items(cell) {
        let unread = || file::broken(format!("{place} is no line of a source"));
        let (key, lines) = place.split_once(':').ok_or_else(unread)?;
        let source = demo.sources.find(key, anywhere).ok_or_else(unread)?;
        let word = if lines.contains('-') { "lines" } else { "line" };
        let draft = EvidenceDraft {
            stance: Stance::Supports,
            locator: format!("{word} {lines}"),
            note: String::new(),
            asserted_on: demo.said_on.get(key).cloned().unwrap_or_default(),
        };
        let new = NewEvidence { source: EvidenceSource::Known(source), draft, inferred: false };
        attach(write, subject, Parsed::try_from(new).map_err(Error::from)?).await?;
    }
    Ok(())
}
