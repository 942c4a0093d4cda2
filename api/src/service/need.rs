//! Needs and offers: stating what a party looks for or offers, and saying what has become of it.

use super::engagement::named;
use super::place::{may_stand, settle};
use super::relationship::{end, end_opt};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use crate::snapshot::View;
use domain::capability::ServiceKind;
use domain::identifier::{CommunityId, NeedId, StakeholderId};
use domain::machine::Position;
use domain::machine::need::{MACHINE, told};
use domain::need::{ClosingDraft, ClosingFacts, NeedDraft, NeedSide, NeedStatus};
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::relationship::End;
use domain::stakeholder::Visibility;
use domain::text::fold;
use entity::need::Model;
use std::sync::Arc;

mod matching;
mod opening;
pub use matching::{Basis, Match, matches};
pub use opening::{FromMatch, open};

/// A need or an offer to be stated.
#[derive(Clone, Debug)]
pub struct NewNeed {
    /// Whether it is looked for or offered.
    pub side: NeedSide,
    /// What a person typed.
    pub draft: NeedDraft,
    /// The community that it is stated to.
    pub community: CommunityId,
    /// Who may see it.
    pub visibility: Visibility,
}

/// What has become of a need or an offer, as a person typed it.
#[derive(Clone, Debug)]
pub struct Closing {
    /// What.
    pub status: NeedStatus,
    /// Who met it.
    pub met_by: Option<StakeholderId>,
    /// Why, or how.
    pub reason: String,
}

/// Which needs and offers to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only those stated to this community.
    pub community: Option<CommunityId>,
    /// Only these sides.
    pub sides: Vec<NeedSide>,
    /// Only of this party.
    pub party: Option<StakeholderId>,
    /// Only these services.
    pub services: Vec<ServiceKind>,
    /// Only for this good.
    pub good: Option<StakeholderId>,
    /// Only in this country, by code.
    pub country: Option<String>,
    /// Only in this language, by code.
    pub language: Option<String>,
    /// Only those of which this has become.
    pub statuses: Vec<NeedStatus>,
    /// Only those in whose text or party every word of this begins some word.
    pub text: String,
}

/// States a need or an offer.
pub async fn state(op: &Op, new: NewNeed) -> Result<NeedId> {
    let place = settle(op, Action::WorkNeed, Some(new.community), new.visibility).await?;
    present(&op.view(), &new.draft)?;
    let facts = new.draft.parse()?;
    let mut write = op.write().await?;
    let stamp = write.stamp();
    let id = NeedId(stamp.id);
    let row = Model {
        id,
        community_id: new.community,
        side: new.side,
        party_id: facts.party,
        service: facts.service,
        good_id: facts.good,
        country: facts.country,
        language: facts.language,
        until: facts.until,
        amount: facts.amount,
        currency: facts.currency,
        text: facts.text,
        status: NeedStatus::Open,
        status_since: stamp.at.date_naive(),
        met_by_id: None,
        close_reason: None,
        visibility: place.visibility,
        version: 0,
        created_at: stamp.at,
        updated_at: stamp.at,
    };
    write.insert(row).await?;
    write.commit().await?;
    Ok(id)
}

/// Corrects a need or an offer: `edit` writes over the draft of what is recorded now, and the whole is
/// checked anew. Whose it is, and to which community it was stated, never changes.
pub async fn update(
    op: &Op,
    id: NeedId,
    expected: i32,
    visibility: Option<Visibility>,
    edit: impl FnOnce(&mut NeedDraft) -> Result<(), Refusal>,
) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::WorkNeed, &*seen).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut draft = draft_of(write.view(), &before)?;
    edit(&mut draft)?;
    let mut after = before.clone();
    after.set_facts(draft.parse()?);
    after.visibility = visibility.unwrap_or(before.visibility);
    may_stand(&after)?;
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Says what has become of a need or an offer, as its machine allows it: who met it, or why it was
/// taken back.
pub async fn close(op: &Op, id: NeedId, expected: i32, closing: Closing) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::WorkNeed, &*seen).await?;
    let view = op.view();
    let met_by = closing.met_by.map(|id| named(&view, id, "metBy")).transpose()?;
    let met_by = met_by.map(|(id, kind)| End { id, kind });
    let draft = ClosingDraft { status: closing.status, met_by, reason: closing.reason };
    step(op, id, expected, draft.parse()?).await
}

/// Opens a need or an offer again that was settled. Who had met it stays in the history.
pub async fn reopen(op: &Op, id: NeedId, expected: i32) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::WorkNeed, &*seen).await?;
    let open = ClosingFacts { status: NeedStatus::Open, met_by: None, reason: None };
    step(op, id, expected, open).await
}

/// One move of the machine; the caller has asked the policy.
async fn step(op: &Op, id: NeedId, expected: i32, facts: ClosingFacts) -> Result<()> {
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let facts_known = told(facts.reason.as_deref());
    let made = MACHINE.step(Position::at(before.status), facts.status, facts_known);
    made.map_err(|refusal| Refusal { field: "status".to_owned(), ..refusal })?;
    let mut after = Model { updated_at: write.at(), ..before.clone() };
    after.set_status(facts, op.today());
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// The need or the offer, when the viewer sees it.
pub fn load(view: &View, id: NeedId) -> Result<Arc<Model>> {
    view.need(id).cloned().ok_or(Error::NotFound)
}

/// The needs and offers that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: &Filter) -> Vec<Arc<Model>> {
    let words = fold(&filter.text);
    let admits = |row: &&Arc<Model>| filter.admits(row) && mentions(view, row, &words);
    match filter.party.or(filter.good) {
        Some(id) => view.needs_of(id).filter(admits).cloned().collect(),
        None => view.needs().filter(admits).cloned().collect(),
    }
}

/// What a party itself looks for and offers, in order of id.
pub fn of_party(view: &View, id: StakeholderId) -> Vec<Arc<Model>> {
    list(view, &Filter { party: Some(id), ..Filter::default() })
}

impl Filter {
    fn admits(&self, row: &Model) -> bool {
        let any = |empty: bool, found: bool| empty || found;
        self.community.is_none_or(|id| row.community_id == id)
            && self.party.is_none_or(|id| row.party_id == id)
            && self.good.is_none_or(|id| row.good_id == Some(id))
            && any(self.sides.is_empty(), self.sides.contains(&row.side))
            && any(self.services.is_empty(), self.services.contains(&row.service))
            && any(self.statuses.is_empty(), self.statuses.contains(&row.status))
            && (self.country.is_none() || self.country == row.country)
            && (self.language.is_none() || self.language == row.language)
    }
}

fn mentions(view: &View, row: &Model, words: &str) -> bool {
    if words.is_empty() || view.rank(row.party_id, words).is_some() {
        return true;
    }
    let text = fold(&row.text);
    words.split(' ').all(|word| text.split(' ').any(|known| known.starts_with(word)))
}

/// Refuses a party or a good that has been put away.
fn present(view: &View, draft: &NeedDraft) -> Result<(), Refusal> {
    named(view, draft.party.id, "party")?;
    draft.good.map_or(Ok(()), |good| named(view, good.id, "good").map(|_| ()))
}

/// The draft of what is recorded.
fn draft_of(view: &View, row: &Model) -> Result<NeedDraft, Refusal> {
    Ok(NeedDraft {
        party: end(view, row.party_id, "party")?,
        service: row.service,
        good: end_opt(view, row.good_id, "good")?,
        country: row.country.clone().unwrap_or_default(),
        language: row.language.clone().unwrap_or_default(),
        until: row.until.map(|day| day.to_string()).unwrap_or_default(),
        amount: row.amount,
        currency: row.currency.clone().unwrap_or_default(),
        text: row.text.clone(),
    })
}
