//! Requirements: recording what users of an implementation ask for, and deciding where it belongs.

use super::engagement::{named, tomorrow};
use super::place::{may_stand, settle};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::identifier::{CommunityId, RequirementId, StakeholderId};
use domain::machine::Position;
use domain::machine::requirement::{MACHINE, told};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::requirement::{Disposition, DispositionDraft, DispositionFacts, parse_text};
use domain::stakeholder::{StakeholderKind, Visibility};
use domain::text::fold;
use entity::requirement::Model;
use std::sync::Arc;

/// A requirement to be recorded.
#[derive(Clone, Debug)]
pub struct NewRequirement {
    /// Of which implementation.
    pub implementation: StakeholderId,
    /// What is asked for.
    pub text: String,
    /// The community that maintains it; none is the one of its implementation.
    pub community: Option<CommunityId>,
    /// Who may see it; none is as many as see its implementation.
    pub visibility: Option<Visibility>,
}

/// What is to change of a requirement; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct Patch {
    /// What is asked for.
    pub text: Option<String>,
    /// Who may see it.
    pub visibility: Option<Visibility>,
}

/// A decision about where a requirement belongs.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Where.
    pub disposition: Disposition,
    /// Which group or person decided.
    pub decided_by: Option<StakeholderId>,
    /// When.
    pub decided_on: String,
    /// Why; who decides otherwise than before needs it.
    pub note: String,
}

/// Which requirements to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this implementation.
    pub implementation: Option<StakeholderId>,
    /// Only those that belong here.
    pub dispositions: Vec<Disposition>,
    /// Only those that this group or person decided about.
    pub decided_by: Option<StakeholderId>,
    /// Only those in whose text or implementation every word of this begins some word.
    pub text: String,
}

/// Records a requirement; nobody has decided about it yet.
pub async fn add(op: &Op, new: NewRequirement) -> Result<RequirementId> {
    let wish = place_of(&op.view(), &new)?;
    let place = settle(op, Action::WorkRequirement, wish.community, wish.visibility).await?;
    let text = parse_text(&new.text)?;
    let mut write = op.write().await?;
    let stamp = write.stamp();
    let id = RequirementId(stamp.id);
    let row = Model {
        id,
        implementation_id: new.implementation,
        text,
        disposition: Disposition::Undecided,
        decided_by_id: None,
        decided_on: None,
        note: None,
        community_id: place.community,
        visibility: place.visibility,
        version: 0,
        created_at: stamp.at,
        updated_at: stamp.at,
    };
    write.insert(row).await?;
    write.commit().await?;
    Ok(id)
}

/// Corrects what is asked for, or who may see it.
pub async fn update(op: &Op, id: RequirementId, expected: i32, patch: Patch) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::WorkRequirement, &*seen).await?;
    let text = patch.text.map(|text| parse_text(&text)).transpose()?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut after = before.clone();
    after.text = text.unwrap_or(after.text);
    after.visibility = patch.visibility.unwrap_or(before.visibility);
    may_stand(&after)?;
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Decides where a requirement belongs, as its machine allows it: who decides otherwise than before says
/// why.
pub async fn decide(op: &Op, id: RequirementId, expected: i32, decision: Decision) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::WorkRequirement, &*seen).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let facts = decision.check(write.view(), tomorrow(op.today()))?;
    // Who decided and when may be told later of what is decided already.
    if facts.disposition != before.disposition {
        let made = MACHINE.step(
            Position::at(before.disposition),
            facts.disposition,
            told(facts.note.as_deref()),
        );
        made.map_err(|refusal| Refusal { field: "disposition".to_owned(), ..refusal })?;
    }
    let mut after = before.clone();
    after.set_disposition(facts);
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Takes a requirement away that was none; the history keeps it.
pub async fn remove(op: &Op, id: RequirementId, expected: i32) -> Result<()> {
    let seen = load(&op.view(), id)?;
    op.allow_on(Action::WorkRequirement, &*seen).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    write.delete(before, Expected::Version(expected)).await?;
    write.commit().await
}

/// The requirement, when the viewer sees it.
pub fn load(view: &View, id: RequirementId) -> Result<Arc<Model>> {
    view.requirement(id).cloned().ok_or(Error::NotFound)
}

/// The requirements that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: &Filter) -> Vec<Arc<Model>> {
    let words = fold(&filter.text);
    let admits = |row: &&Arc<Model>| filter.admits(view, row) && mentions(view, row, &words);
    match filter.implementation {
        Some(id) => view.requirements_of(id).filter(admits).cloned().collect(),
        None => view.requirements().filter(admits).cloned().collect(),
    }
}

impl Filter {
    fn admits(&self, view: &View, row: &Model) -> bool {
        let decider = || row.decided_by_id.filter(|id| view.stakeholder(*id).is_some());
        (self.dispositions.is_empty() || self.dispositions.contains(&row.disposition))
            && self.decided_by.is_none_or(|id| decider() == Some(id))
    }
}

fn mentions(view: &View, row: &Model, words: &str) -> bool {
    if words.is_empty() || view.rank(row.implementation_id, words).is_some() {
        return true;
    }
    let text = fold(&row.text);
    words.split(' ').all(|word| text.split(' ').any(|known| known.starts_with(word)))
}

impl Decision {
    fn check(self, view: &View, latest: NaiveDate) -> Result<DispositionFacts, Vec<Refusal>> {
        let by = self.decided_by.map(|id| named(view, id, "decidedBy")).transpose();
        let draft = DispositionDraft {
            disposition: self.disposition,
            decided_by: by.clone().ok().flatten(),
            decided_on: self.decided_on,
            note: self.note,
        };
        match (by, draft.parse(latest)) {
            (Ok(_), facts) => facts,
            (Err(refusal), facts) => {
                Err([refusal].into_iter().chain(facts.err().unwrap_or_default()).collect())
            }
        }
    }
}

/// Where a requirement is to stand. Unless it is said, it stands with its implementation.
fn place_of(view: &View, new: &NewRequirement) -> Result<Place, Refusal> {
    let refused = |code| Refusal::new(code, "implementation");
    let row = view.stakeholder(new.implementation).ok_or_else(|| refused(RefusalCode::NotFound))?;
    if row.kind != StakeholderKind::Implementation {
        return Err(refused(RefusalCode::NotFound));
    }
    if row.archived_at.is_some() {
        return Err(refused(RefusalCode::Archived));
    }
    Ok(Place {
        community: new.community.or(row.community_id),
        visibility: new.visibility.unwrap_or(row.visibility),
    })
}
