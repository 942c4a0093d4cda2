//! Capabilities: recording, correcting and verifying what somebody can give for a good.

use super::evidence::{self, NewEvidence, Parsed};
use super::place::{may_stand, settle};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Stamp, Write, unmoved};
use crate::snapshot::View;
use domain::capability::{CapabilityDraft, CapabilityFacts, ServiceKind};
use domain::identifier::{CapabilityId, CommunityId, StakeholderId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::{StakeholderKind, Visibility};
use entity::capability::Model;
use entity::record::{List, Record};
use std::sync::Arc;

/// A capability to be recorded.
#[derive(Clone, Debug)]
pub struct NewCapability {
    /// What a person typed.
    pub draft: CapabilityDraft,
    /// The community that maintains it; none is the shared registry, or that of an end which is not
    /// public.
    pub community: Option<CommunityId>,
    /// Who may see it; none is as many as see both ends.
    pub visibility: Option<Visibility>,
    /// Evidence recorded with it.
    pub evidence: Option<NewEvidence>,
}

/// Which capabilities to list; what is absent is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this organization or group.
    pub provider: Option<StakeholderId>,
    /// Only for this good.
    pub good: Option<StakeholderId>,
    /// Only this service.
    pub service: Option<ServiceKind>,
}

/// Records a capability. It is not verified, whoever records it: verifying is a decision of its own.
pub async fn add(op: &Op, new: NewCapability) -> Result<CapabilityId> {
    let wish = place_of(&op.view(), &new)?;
    let place = settle(op, Action::RecordCapability, wish.community, wish.visibility).await?;
    let (facts, evidence) = parse(new.draft, new.evidence)?;
    let mut write = op.write().await?;
    let record = stamped(write.stamp(), place, facts);
    let id = record.id;
    insert(&mut write, record).await?;
    if let Some(evidence) = evidence {
        evidence::attach(&mut write, evidence::Subject::Capability(id), evidence).await?;
    }
    write.commit().await?;
    Ok(id)
}

/// Corrects a capability: `edit` writes over the draft of what is recorded now, and the whole is
/// checked anew. When a fact changes, what was verified is so no longer.
pub async fn update(
    op: &Op,
    id: CapabilityId,
    expected: i32,
    visibility: Option<Visibility>,
    edit: impl FnOnce(&mut CapabilityDraft) -> Result<(), Refusal>,
) -> Result<()> {
    let seen = load(&op.view(), id)?;
    let action = match seen.verified_at {
        None => Action::RecordCapability,
        Some(_) => Action::VerifyCapability,
    };
    op.allow_on(action, &*seen).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut draft = draft_of(&before);
    edit(&mut draft)?;
    let mut after = before.clone();
    after.set_facts(draft.parse()?);
    after.visibility = visibility.unwrap_or(before.visibility);
    may_stand(&after)?;
    unique(write.view(), &after)?;
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Says that a capability holds as it is recorded, as whoever acts and today; saying so again makes
/// the verification new.
pub async fn verify(op: &Op, id: CapabilityId, expected: i32) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::VerifyCapability, &*seen).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let after = Model {
        verified_at: Some(write.at()),
        verified_by_id: op.viewer().account(),
        updated_at: write.at(),
        ..before.clone()
    };
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// The capability, when the viewer sees it.
pub fn load(view: &View, id: CapabilityId) -> Result<Arc<Model>> {
    view.capability(id).cloned().ok_or(Error::NotFound)
}

/// The capabilities that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: &Filter) -> Vec<Arc<Model>> {
    let admits = |row: &&Arc<Model>| {
        filter.provider.is_none_or(|id| row.provider_id == id)
            && filter.good.is_none_or(|id| row.good_id == id)
            && filter.service.is_none_or(|service| row.service == service)
    };
    match filter.provider.or(filter.good) {
        Some(named) => view.capabilities_of(named).filter(admits).cloned().collect(),
        None => view.capabilities().filter(admits).cloned().collect(),
    }
}

/// Stores a new capability within a write that has more to do; its place has been settled.
pub async fn insert(write: &mut Write<'_>, record: Model) -> Result<()> {
    unique(write.view(), &record)?;
    write.insert(record).await
}

/// Refuses what says the same as another one at the same place: the same service of the same for the
/// same, in the same countries and languages.
pub fn unique(view: &View, record: &Model) -> Result<()> {
    let same = |other: &Arc<Model>| {
        other.id != record.id
            && other.provider_id == record.provider_id
            && other.good_id == record.good_id
            && other.service == record.service
            && other.countries == record.countries
            && other.languages == record.languages
            && other.place() == record.place()
    };
    match view.capabilities_of(record.provider_id).any(same) {
        true => Err(Error::conflict(Refusal::new(RefusalCode::Duplicate, "service"))),
        false => Ok(()),
    }
}

/// A record with these facts that stands there.
pub fn stamped(stamp: Stamp, place: Place, facts: CapabilityFacts) -> Model {
    Model {
        id: CapabilityId(stamp.id),
        provider_id: facts.provider,
        good_id: facts.good,
        service: facts.service,
        level: facts.level,
        countries: List(facts.countries),
        languages: List(facts.languages),
        expires_on: facts.expires_on,
        note: facts.note,
        verified_at: None,
        verified_by_id: None,
        community_id: place.community,
        visibility: place.visibility,
        version: 0,
        created_at: stamp.at,
        updated_at: stamp.at,
    }
}

/// Checks the capability and its evidence, so that a form is told everything at once.
fn parse(
    draft: CapabilityDraft,
    evidence: Option<NewEvidence>,
) -> Result<(CapabilityFacts, Option<Parsed>), Vec<Refusal>> {
    match (draft.parse(), evidence.map(Parsed::try_from).transpose()) {
        (Ok(facts), Ok(evidence)) => Ok((facts, evidence)),
        (facts, evidence) => {
            Err([facts.err(), evidence.err()].into_iter().flatten().flatten().collect())
        }
    }
}

/// Where a capability is to stand. Unless it is said, it stands with the less visible of the two, or
/// in the registry when both are public.
pub fn place_of(view: &View, new: &NewCapability) -> Result<Place, Refusal> {
    let provider = end_place(view, new.draft.provider.id, "provider")?;
    let good = end_place(view, new.draft.good.id, "good")?;
    let narrower = if good.visibility > provider.visibility { good } else { provider };
    let default = match narrower.visibility {
        Visibility::Public => None,
        _ => narrower.community,
    };
    Ok(Place {
        community: new.community.or(default),
        visibility: new.visibility.unwrap_or(narrower.visibility),
    })
}

fn end_place(view: &View, id: StakeholderId, field: &str) -> Result<Place, Refusal> {
    let row = view.stakeholder(id).ok_or_else(|| Refusal::new(RefusalCode::NotFound, field))?;
    match row.archived_at {
        Some(_) => Err(Refusal::new(RefusalCode::Archived, field)),
        None => Ok(Place { community: row.community_id, visibility: row.visibility }),
    }
}

/// The draft of what is recorded; whose it is and for what never changes.
fn draft_of(row: &Model) -> CapabilityDraft {
    use domain::relationship::End;
    CapabilityDraft {
        provider: End { id: row.provider_id, kind: StakeholderKind::Organization },
        good: End { id: row.good_id, kind: StakeholderKind::GlobalGood },
        service: row.service,
        level: row.level,
        countries: row.countries.0.clone(),
        languages: row.languages.0.clone(),
        expires_on: row.expires_on.map(|day| day.to_string()).unwrap_or_default(),
        note: row.note.clone().unwrap_or_default(),
    }
}
