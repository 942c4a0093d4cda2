//! Corrections of public profiles, which anybody may suggest: they become proposals that the managers of
//! the community see which maintains the profile, and nobody is told anything by suggesting one.

use crate::error::{Error, Result};
use crate::op::Op;
use domain::identifier::{CommunityId, ProposalId, StakeholderId};
use domain::notes::ProposalKind;
use domain::policy::{Action, Viewer};
use domain::proposal::{ProposalDraft, ProposalOrigin, ProposalState};
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::review::CORRECTION_LIMIT;
use domain::stakeholder::Visibility;
use domain::text::{NAME_LIMIT, optional_line, optional_paragraph};
use entity::correction_contact as contact;
use entity::proposal::{Draft, Model};
use entity::record::{List, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// What somebody suggests.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// About whom.
    pub stakeholder: StakeholderId,
    /// What is wrong or missing.
    pub text: String,
    /// How they are reached, when they wish an answer.
    pub contact: String,
}

/// The most that wait about one profile: more are taken and not kept.
const MOST_ABOUT_ONE: usize = 20;

/// Takes a correction. Whoever sends one learns only whether it was well-formed: of a profile that is not
/// public, or not there, it is dropped.
pub async fn suggest(op: &Op, suggestion: Suggestion) -> Result<()> {
    op.take_no_key()?;
    let (text, contact) = suggestion.check()?;
    op.app().suggestions().count(op.asker(), op.now())?;
    let Some(community) = maintainer(op, suggestion.stakeholder) else { return Ok(()) };
    // Nobody has the right to write there who is not signed in: the instance itself files it.
    let filing = op.app().op(Viewer::Owner);
    let mut write = filing.write().await?;
    let row = Model {
        id: ProposalId(write.id()),
        community_id: community,
        kind: ProposalKind::Correction,
        state: ProposalState::Open,
        origin: ProposalOrigin::Correction,
        meeting_id: None,
        quote: text,
        ordinal: 1,
        draft: Draft(ProposalDraft {
            source: vec![suggestion.stakeholder],
            ..ProposalDraft::default()
        }),
        named: List(vec![suggestion.stakeholder]),
        result_noun: None,
        result_id: None,
        reason: None,
        decided_by_id: None,
        decided_at: None,
        visibility: Visibility::Restricted,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let id = row.id;
    write.insert(row).await?;
    if let Some(contact) = contact {
        write.put_correction_contact(id, contact).await?;
    }
    write.commit().await
}

impl Suggestion {
    fn check(&self) -> Result<(String, Option<String>), Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let text = optional_paragraph(&self.text, "text", CORRECTION_LIMIT)
            .and_then(|text| text.ok_or_else(|| Refusal::new(RefusalCode::Required, "text")));
        let text = refusals.take(text);
        let contact = refusals.take(optional_line(&self.contact, "contact", NAME_LIMIT)).flatten();
        refusals.finish(text.map(|text| (text, contact)))
    }
}

/// Whose managers look at a correction: the community that maintains the profile, of the shared registry
/// the one that was there first. None where nobody sees the profile, or enough waits already.
fn maintainer(op: &Op, id: StakeholderId) -> Option<CommunityId> {
    let everybody = op.app().view(op.app().snapshot(), Viewer::Anonymous);
    let row = everybody.stakeholder(id)?;
    if row.archived_at.is_some() || row.erased_at.is_some() {
        return None;
    }
    let all = op.app().view(op.app().snapshot(), Viewer::Owner);
    let waits = |row: &&std::sync::Arc<Model>| {
        row.kind == ProposalKind::Correction
            && row.state == ProposalState::Open
            && row.named.0.contains(&id)
    };
    if all.proposals().filter(waits).count() >= MOST_ABOUT_ONE {
        return None;
    }
    row.community_id.or_else(|| all.communities().next().map(|row| row.id))
}

/// How the authors of these corrections are reached, with one statement; nothing for those whose
/// corrections the viewer does not decide about.
pub async fn contacts(op: &Op, ids: Vec<ProposalId>) -> Result<HashMap<ProposalId, String>> {
    let view = op.view();
    let readable = ids.into_iter().filter(|id| {
        let place = view.proposal(*id).and_then(|row| row.place());
        place.is_some_and(|place| view.allows(Action::DecideProposal, place))
    });
    let rows = contact::Entity::find().filter(contact::Column::ProposalId.is_in(readable));
    let rows = rows.all(&op.reader()).await?;
    Ok(rows.into_iter().map(|row| (row.proposal_id, row.contact)).collect())
}

/// Takes away for good how the author of a correction is reached.
pub async fn forget_contact(op: &Op, id: ProposalId) -> Result<()> {
    let row = op.view().proposal(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::DecideProposal, &*row).await?;
    let mut write = op.write_as(Action::DecideProposal).await?;
    write.erase_correction_contact(id).await?;
    write.commit().await
}
