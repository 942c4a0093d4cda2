//! Accepting a proposal: what it says is recorded, with its sentence as evidence.

use super::outcome::{self, Outcome};
use super::{load, undecided};
use crate::error::Result;
use crate::op::{Expected, Op, Write};
use crate::service::{evidence, meeting};
use crate::snapshot::View;
use domain::evidence::{EvidenceDraft, Stance};
use domain::identifier::ProposalId;
use domain::mention;
use domain::notes::ProposalKind;
use domain::policy::Action;
use domain::proposal::{ProposalDraft, ProposalState};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use domain::text::{Locale, PARAGRAPH_LIMIT};
use entity::proposal::{Draft, Model};
use entity::record::List;

/// How a proposal is accepted.
#[derive(Clone, Copy, Debug)]
pub struct Acceptance {
    /// Which one.
    pub id: ProposalId,
    /// The version that the actor has read.
    pub expected_version: i32,
    /// Who may see what is recorded; none is as many as the ends allow.
    pub visibility: Option<Visibility>,
}

/// Accepts a proposal: `edit` writes over what it says, and the whole is recorded in one step that can
/// be undone. Each record is checked as if somebody had typed it.
pub async fn accept(
    op: &Op,
    acceptance: Acceptance,
    edit: impl FnOnce(&mut ProposalDraft) -> Result<(), Refusal>,
) -> Result<()> {
    let id = acceptance.id;
    op.allow_on(Action::DecideProposal, &*load(&op.view(), id)?).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    undecided(&before, acceptance.expected_version)?;
    let mut draft = before.draft.0.clone();
    edit(&mut draft)?;
    complete(write.view(), before.kind, &draft)?;
    let outcome = outcome(&mut write, &before, &draft, acceptance.visibility).await?;
    let mut named = draft.named();
    named.extend(mention::named(&before.quote).iter().filter(|id| before.named.0.contains(id)));
    let after = Model {
        state: ProposalState::Accepted,
        named: List(named.into_iter().collect()),
        draft: Draft(draft),
        result_noun: outcome.record.map(|(noun, _)| noun.to_owned()),
        result_id: outcome.record.map(|(_, id)| id),
        decided_by_id: op.viewer().account(),
        decided_at: Some(write.at()),
        updated_at: write.at(),
        ..before.clone()
    };
    write.update(before, after, Expected::Version(acceptance.expected_version)).await?;
    write.commit().await
}

/// Refuses what says too little to be recorded, and whom the actor does not see.
fn complete(view: &View, kind: ProposalKind, draft: &ProposalDraft) -> Result<(), Vec<Refusal>> {
    let missing = draft.missing(kind).into_iter();
    let mut refusals: Vec<_> =
        missing.map(|field| Refusal::new(RefusalCode::Required, field)).collect();
    for (field, ids) in [("source", &draft.source), ("target", &draft.target)] {
        if ids.iter().any(|id| view.stakeholder(*id).is_none()) {
            refusals.push(Refusal::new(RefusalCode::NotFound, field));
        }
    }
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// Records what is proposed, and the sentence as evidence for it.
async fn outcome(
    write: &mut Write<'_>,
    proposal: &Model,
    draft: &ProposalDraft,
    visibility: Option<Visibility>,
) -> Result<Outcome> {
    let outcome = match proposal.kind {
        ProposalKind::Relationship => outcome::relationship(write, draft, visibility).await?,
        ProposalKind::RelationshipEnd => outcome::finished(write, draft).await?,
        ProposalKind::Implementation => {
            outcome::implementation(write, proposal, draft, visibility).await?
        }
        ProposalKind::Action => outcome::action(write, proposal, draft).await?,
        ProposalKind::Engagement => outcome::engagement(write, proposal, draft).await?,
        ProposalKind::Attendance => outcome::attendance(write, proposal, draft).await?,
        ProposalKind::Decision => outcome::decision(write, proposal, draft).await?,
        ProposalKind::Correction => Outcome::default(),
    };
    if let Some((subject, meeting)) = outcome.subject.zip(proposal.meeting_id) {
        let held_on = meeting::load(write.view(), meeting)?.held_on;
        let source = super::read::source_of(write, meeting).await?;
        let said = evidence::NewEvidence {
            source: evidence::EvidenceSource::Known(source),
            draft: EvidenceDraft {
                stance: Stance::Supports,
                locator: String::new(),
                note: proposal.quote.chars().take(PARAGRAPH_LIMIT).collect(),
                asserted_on: held_on.to_string(),
            },
            inferred: false,
        };
        evidence::attach(write, subject, evidence::Parsed::try_from(said)?).await?;
    }
    Ok(outcome)
}

/// The sentence of a proposal in plain words, for a field of its own.
pub(super) fn sentence(view: &View, proposal: &Model) -> String {
    let name = |id| view.name_of(id, Locale::En);
    let plain = mention::plain(&proposal.quote, name, "somebody");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
