//! Stakeholders: creating, changing, putting away.

use super::implementation;
use super::place::{is_seen_wherever, may_stand, settle};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Stamp, Write};
use crate::snapshot::View;
use domain::identifier::{CommunityId, StakeholderId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::{StakeholderDraft, StakeholderFacts, Visibility};
use domain::text::{Locale, slug};
use entity::record::Record;
use entity::stakeholder::Stakeholder;

mod draft;
mod summary;
pub use draft::draft_of;
pub use summary::summaries;

/// A stakeholder to be recorded.
#[derive(Clone, Debug)]
pub struct NewStakeholder {
    /// Its maintainer; none is the shared registry.
    pub community: Option<CommunityId>,
    /// Who may see it.
    pub visibility: Visibility,
    /// What a person typed.
    pub draft: StakeholderDraft,
}

/// A stakeholder to be changed.
#[derive(Clone, Debug)]
pub struct UpdateStakeholder {
    /// Which one.
    pub id: StakeholderId,
    /// The version that the actor has seen.
    pub expected_version: i32,
    /// Who may see it from now on, when that changes.
    pub visibility: Option<Visibility>,
}

/// Records a new stakeholder.
pub async fn create(op: &Op, new: NewStakeholder) -> Result<StakeholderId> {
    let place = settle(op, Action::CreateStakeholder, new.community, new.visibility).await?;
    let facts = new.draft.parse()?;
    let mut write = op.write().await?;
    let record = record(&write, place, facts);
    let id = record.id;
    insert(&mut write, record).await?;
    write.commit().await?;
    Ok(id)
}

/// A record with these facts that stands there, with an id and a short name of its own.
pub fn record(write: &Write<'_>, place: Place, facts: StakeholderFacts) -> Stakeholder {
    let wish = slug(facts.name(Locale::En));
    stamped(write.view(), write.stamp(), place, facts, &wish)
}

/// As `record`, for a record that is only planned, and with a wish for its short name.
pub fn stamped(
    view: &View,
    stamp: Stamp,
    place: Place,
    facts: StakeholderFacts,
    wish: &str,
) -> Stakeholder {
    Stakeholder {
        id: StakeholderId(stamp.id),
        kind: facts.detail.kind(),
        slug: free_slug(view, place, wish),
        names: facts.names,
        summaries: facts.summaries,
        aliases: facts.aliases,
        acronym: facts.acronym,
        country: facts.country,
        countries: facts.countries,
        languages: facts.languages,
        website: facts.website,
        external_ids: facts.external_ids,
        unresolved: facts.unresolved,
        detail: facts.detail,
        practice: false,
        community_id: place.community,
        visibility: place.visibility,
        archived_at: None,
        erased_at: None,
        version: 0,
        created_at: stamp.at,
        updated_at: stamp.at,
    }
}

/// Stores a new record within a write that has more to do; its place has been settled.
pub async fn insert(write: &mut Write<'_>, record: Stakeholder) -> Result<()> {
    unique(write.view(), &record)?;
    write.insert(record).await
}

/// Changes a stakeholder: `edit` writes over the draft of what is recorded now, and the whole is
/// checked anew.
pub async fn update(
    op: &Op,
    update: UpdateStakeholder,
    edit: impl FnOnce(&mut StakeholderDraft) -> Result<(), Refusal>,
) -> Result<()> {
    allow(op, Action::UpdateStakeholder, update.id).await?;
    let write = op.write().await?;
    let before: Stakeholder = write.load(update.id.0).await?;
    if before.erased_at.is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::Erased, "id")));
    }
    if before.archived_at.is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::Archived, "id")));
    }
    let mut draft = draft_of(&before);
    edit(&mut draft)?;
    let mut after = before.clone();
    after.set_facts(draft.parse()?);
    implementation::corrected(&before, &mut after, op.today())?;
    after.visibility = update.visibility.unwrap_or(before.visibility);
    may_stand(&after)?;
    unique(write.view(), &after)?;
    save(write, before, after, update.expected_version).await
}

/// Puts a stakeholder away: it and its relationships are shown only when asked for.
pub async fn archive(op: &Op, id: StakeholderId, expected_version: i32) -> Result<()> {
    allow(op, Action::ArchiveStakeholder, id).await?;
    let write = op.write().await?;
    let before: Stakeholder = write.load(id.0).await?;
    let archived_at = before.archived_at.or(Some(write.at()));
    let after = Stakeholder { archived_at, ..before.clone() };
    save(write, before, after, expected_version).await
}

/// Brings an archived stakeholder back.
pub async fn restore(op: &Op, id: StakeholderId, expected_version: i32) -> Result<()> {
    allow(op, Action::ArchiveStakeholder, id).await?;
    let write = op.write().await?;
    let before: Stakeholder = write.load(id.0).await?;
    let after = Stakeholder { archived_at: None, ..before.clone() };
    save(write, before, after, expected_version).await
}

/// Asks whether the actor may do this to a stakeholder that they see.
pub(super) async fn allow(op: &Op, action: Action, id: StakeholderId) -> Result<()> {
    let row = op.view().stakeholder(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(action, &*row).await
}

async fn save(
    mut write: Write<'_>,
    before: Stakeholder,
    mut after: Stakeholder,
    expected_version: i32,
) -> Result<()> {
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected_version)).await?;
    write.commit().await
}

/// An id elsewhere belongs to one stakeholder among those that stand at the same place.
pub fn unique(view: &View, record: &Stakeholder) -> Result<()> {
    let taken = record.external_ids.iter().find(|id| {
        let mut others = view.by_external_id(id);
        others.any(|other| other.id != record.id && other.place() == record.place())
    });
    match taken {
        None => Ok(()),
        Some(id) => {
            let refusal = Refusal::new(RefusalCode::Duplicate, "externalIds");
            Err(Error::conflict(refusal.missing(id.value.clone())))
        }
    }
}

/// The short name, with a number behind it when somebody who sees the new record sees another one
/// of that name already; what is hidden from them does not show in the number.
pub(super) fn free_slug(view: &View, place: Place, wish: &str) -> String {
    let taken = |slug: &str| {
        let mut others = view.by_slug(slug);
        others.any(|other| other.place().is_some_and(|other| is_seen_wherever(other, place)))
    };
    let numbered = (2..).map(|number: u32| format!("{wish}-{number}"));
    let mut candidates = std::iter::once(wish.to_owned()).chain(numbered);
    candidates.find(|slug| !taken(slug)).unwrap_or_else(|| wish.to_owned())
}
