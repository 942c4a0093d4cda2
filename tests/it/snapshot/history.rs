//! Random histories: every kind of step that the write path knows.

use super::meeting::{meet, narrow, plan, propose};
use super::need::{answer, satisfy, state};
use super::record::{
    asked, engaged, external_ids, given, join, kept, related, stakeholder, supporting,
};
use super::work::{Work, work};
use api::app::App;
use api::op::{Expected, Op, Write};
use api::service::change;
use api::snapshot::View;
use domain::community::Role;
use domain::evidence::SourceKind;
use domain::identifier::{CommunityId, SourceId, StakeholderId};
use domain::policy::Viewer;
use domain::relationship::RelationshipState;
use domain::requirement::Disposition;
use domain::saved_view::SavedViewVisibility;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use entity::record::List;
use entity::stakeholder::Stakeholder;
use entity::{capability, community, engagement, relationship, requirement, saved_view, source};
use proptest::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// One step of a history; numbers choose among what there is.
#[derive(Clone, Debug)]
pub enum Step {
    Stakeholder { community: usize, visibility: Visibility, kind: usize },
    Relationship { ends: (usize, usize), community: usize, visibility: Visibility },
    Evidence { subject: usize, visibility: Visibility },
    Engagement { party: usize, community: usize, visibility: Visibility },
    Hide { stakeholder: usize, visibility: Visibility },
    Archive { stakeholder: usize },
    Retract { relationship: usize },
    Member { community: usize, role: usize },
    Revert { change: usize },
    Identify { stakeholder: usize, id: usize },
    Close { engagement: usize, visibility: Visibility },
    Work { engagement: usize, work: Work },
    Capability { ends: (usize, usize), community: usize, visibility: Visibility },
    Verify { capability: usize },
    Ask { implementation: usize, community: usize, visibility: Visibility },
    Decide { requirement: usize },
    State { named: (usize, usize), community: usize, visibility: Visibility },
    Satisfy { need: usize },
    Answer { need: usize, party: usize },
    Keep { named: (usize, usize), community: usize, visibility: SavedViewVisibility },
    Share { saved_view: usize, visibility: SavedViewVisibility },
    Meet { named: (usize, usize), community: usize, visibility: Visibility },
    Propose { meeting: usize, named: usize },
    Plan { meeting: usize },
    Narrow { meeting: usize, visibility: Visibility },
}

fn visibility() -> impl Strategy<Value = Visibility> {
    (0..Visibility::ALL.len()).prop_map(|index| Visibility::ALL[index])
}

fn sharing() -> impl Strategy<Value = SavedViewVisibility> {
    (0..SavedViewVisibility::ALL.len()).prop_map(|index| SavedViewVisibility::ALL[index])
}

/// Any step.
pub fn step() -> impl Strategy<Value = Step> {
    let many = 0..1_000usize;
    prop_oneof![
        4 => (0..3usize, visibility(), many.clone())
            .prop_map(|(community, visibility, kind)| Step::Stakeholder { community, visibility, kind }),
        4 => ((many.clone(), many.clone()), 0..3usize, visibility())
            .prop_map(|(ends, community, visibility)| Step::Relationship { ends, community, visibility }),
        2 => (many.clone(), visibility()).prop_map(|(subject, visibility)| Step::Evidence { subject, visibility }),
        2 => (many.clone(), 1..3usize, visibility())
            .prop_map(|(party, community, visibility)| Step::Engagement { party, community, visibility }),
        1 => (many.clone(), visibility()).prop_map(|(stakeholder, visibility)| Step::Hide { stakeholder, visibility }),
        1 => many.clone().prop_map(|stakeholder| Step::Archive { stakeholder }),
        1 => many.clone().prop_map(|relationship| Step::Retract { relationship }),
        1 => (1..3usize, many.clone()).prop_map(|(community, role)| Step::Member { community, role }),
        3 => many.clone().prop_map(|change| Step::Revert { change }),
        1 => (many.clone(), many.clone()).prop_map(|(stakeholder, id)| Step::Identify { stakeholder, id }),
        1 => (many.clone(), visibility()).prop_map(|(engagement, visibility)| Step::Close { engagement, visibility }),
        2 => ((many.clone(), many.clone()), 0..3usize, visibility())
            .prop_map(|(ends, community, visibility)| Step::Capability { ends, community, visibility }),
        1 => many.clone().prop_map(|capability| Step::Verify { capability }),
        2 => (many.clone(), 0..3usize, visibility())
            .prop_map(|(implementation, community, visibility)| Step::Ask { implementation, community, visibility }),
        1 => many.clone().prop_map(|requirement| Step::Decide { requirement }),
        2 => ((many.clone(), many.clone()), 1..3usize, visibility())
            .prop_map(|(named, community, visibility)| Step::State { named, community, visibility }),
        1 => many.clone().prop_map(|need| Step::Satisfy { need }),
        1 => (many.clone(), many.clone()).prop_map(|(need, party)| Step::Answer { need, party }),
        2 => ((many.clone(), many.clone()), 1..3usize, sharing())
            .prop_map(|(named, community, visibility)| Step::Keep { named, community, visibility }),
        1 => (many.clone(), sharing())
            .prop_map(|(saved_view, visibility)| Step::Share { saved_view, visibility }),
        2 => ((many.clone(), many.clone()), 1..3usize, visibility())
            .prop_map(|(named, community, visibility)| Step::Meet { named, community, visibility }),
        2 => (many.clone(), many.clone())
            .prop_map(|(meeting, named)| Step::Propose { meeting, named }),
        1 => many.clone().prop_map(|meeting| Step::Plan { meeting }),
        1 => (many.clone(), visibility())
            .prop_map(|(meeting, visibility)| Step::Narrow { meeting, visibility }),
        6 => (many, work()).prop_map(|(engagement, work)| Step::Work { engagement, work }),
    ]
}

/// A database that a history is made in, as its owner.
pub struct World {
    app: Arc<App>,
    /// The two communities of every world.
    pub communities: Vec<CommunityId>,
}

impl World {
    /// Two communities and one source.
    pub async fn new(app: Arc<App>) -> Self {
        let op = app.op(Viewer::Owner);
        let mut write = op.write().await.expect("begin");
        let mut communities = Vec::new();
        for name in ["OpenLMIS", "openIMIS"] {
            let id = CommunityId(write.id());
            let at = write.at();
            let row = community::Model {
                id,
                name: name.into(),
                slug: name.to_lowercase(),
                global_good_id: None,
                onboarding_steps: List(Vec::new()),
                version: 0,
                created_at: at,
                updated_at: at,
            };
            write.insert(row).await.expect("community");
            communities.push(id);
        }
        let at = write.at();
        let row = source::Model {
            id: SourceId(write.id()),
            kind: SourceKind::Document,
            title: "Notes".into(),
            url: None,
            published_on: None,
            licence: None,
            revision_tag: None,
            community_id: None,
            visibility: Visibility::Public,
            version: 0,
            created_at: at,
            updated_at: at,
        };
        write.insert(row).await.expect("source");
        write.commit().await.expect("commit");
        Self { app, communities }
    }

    /// The same world, in another process.
    pub fn from(&self, app: Arc<App>) -> Self {
        Self { app, communities: self.communities.clone() }
    }

    fn community(&self, index: usize) -> Option<CommunityId> {
        index.checked_sub(1).and_then(|index| self.communities.get(index)).copied()
    }

    /// Takes one step; a step that finds nothing to act on does nothing.
    pub async fn take(&mut self, step: Step) {
        let op = self.app.op(Viewer::Owner);
        if let Step::Revert { change } = step {
            return revert(&op, change).await;
        }
        let mut write = op.write().await.expect("begin");
        self.act(&mut write, step).await;
        write.commit().await.expect("commit");
    }

    async fn act(&self, write: &mut Write<'_>, step: Step) {
        let view = write.view().clone();
        let stakeholders: Vec<_> = view.stakeholders().map(|row| row.id).collect();
        let one = |index: usize| stakeholders.get(index % stakeholders.len().max(1)).copied();
        match step {
            Step::Stakeholder { community, visibility, kind } => {
                let row = stakeholder(write, self.community(community), visibility, kind);
                write.insert(row).await.expect("stakeholder");
            }
            Step::Relationship { ends: (source, target), community, visibility } => {
                let Some((source, target)) = one(source).zip(one(target)) else {
                    return;
                };
                if source != target {
                    let place = (self.community(community), visibility);
                    write
                        .insert(related(write, source, target, place))
                        .await
                        .expect("relationship");
                }
            }
            Step::Evidence { subject, visibility } => support(write, subject, visibility).await,
            Step::Engagement { party, community, visibility } => {
                let Some((party, community)) = one(party).zip(self.community(community)) else {
                    return;
                };
                write
                    .insert(engaged(write, party, community, visibility))
                    .await
                    .expect("engagement");
            }
            Step::Hide { stakeholder, visibility } => {
                edit(write, one(stakeholder), |row| row.visibility = visibility).await;
            }
            Step::Archive { stakeholder } => {
                let (id, at) = (one(stakeholder), write.at());
                edit(write, id, |row| row.archived_at = Some(at)).await;
            }
            Step::Retract { relationship } => retract(write, relationship).await,
            Step::Member { community, role } => {
                let Some(community) = self.community(community) else { return };
                join(write, community, Role::ALL[role % Role::ALL.len()]).await;
            }
            Step::Identify { stakeholder, id } => {
                edit(write, one(stakeholder), |row| row.external_ids = external_ids(id)).await;
            }
            step => self.further(write, step, one).await,
        }
    }

    async fn further(
        &self,
        write: &mut Write<'_>,
        step: Step,
        one: impl Fn(usize) -> Option<StakeholderId>,
    ) {
        match step {
            Step::Capability { ends: (provider, good), community, visibility } => {
                let ends = one(provider).zip(one(good));
                give(write, ends, (self.community(community), visibility)).await;
            }
            Step::Ask { implementation, community, visibility } => {
                ask(write, one(implementation), (self.community(community), visibility)).await;
            }
            Step::Keep { named: (first, second), community, visibility } => {
                let named = [one(first), one(second)].into_iter().flatten().collect();
                keep(write, named, self.community(community), visibility).await;
            }
            Step::Meet { named: (first, second), community, visibility } => {
                let named = [one(first), one(second)];
                meet(write, named, self.community(community), visibility).await;
            }
            Step::State { named: (party, good), community, visibility } => {
                let named = one(party).zip(one(good));
                state(write, named, self.community(community), visibility).await;
            }
            Step::Answer { need, party } => answer(write, need, one(party)).await,
            Step::Propose { meeting, named } => propose(write, meeting, one(named)).await,
            step => later(write, step).await,
        }
    }
}

/// Everything that evidence can be about.
fn subjects(view: &View) -> Vec<(&'static str, Uuid)> {
    let relationships = view.relationships().map(|row| ("relationship", row.id.0));
    let engagements = view.engagements().map(|row| ("engagement", row.id.0));
    let actions = view.actions().map(|row| ("action", row.id.0));
    let stakeholders = view.stakeholders().map(|row| ("stakeholder", row.id.0));
    let given = view.capabilities().map(|row| ("capability", row.id.0));
    relationships.chain(engagements).chain(actions).chain(stakeholders).chain(given).collect()
}

async fn support(write: &mut Write<'_>, subject: usize, visibility: Visibility) {
    let view = write.view().clone();
    let subjects = subjects(&view);
    let subject = subjects.get(subject % subjects.len().max(1)).copied();
    if let (Some(subject), Some(source)) = (subject, view.sources().next()) {
        let row = supporting(write, subject, source.id, visibility);
        write.insert(row).await.expect("evidence");
    }
}

async fn close(write: &mut Write<'_>, index: usize, visibility: Visibility) {
    let engagements: Vec<_> = write.view().engagements().map(|row| row.id).collect();
    let Some(id) = engagements.get(index % engagements.len().max(1)) else { return };
    let before: engagement::Model = write.load(id.0).await.expect("load");
    let after = engagement::Model { visibility, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("close");
}

async fn verify(write: &mut Write<'_>, index: usize) {
    let capabilities: Vec<_> = write.view().capabilities().map(|row| row.id).collect();
    let Some(id) = capabilities.get(index % capabilities.len().max(1)) else { return };
    let before: capability::Model = write.load(id.0).await.expect("load");
    let after = capability::Model { verified_at: Some(write.at()), ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("verify");
}

/// What is done to what is there already.
async fn later(write: &mut Write<'_>, step: Step) {
    match step {
        Step::Work { engagement, work } => work.act(write, engagement).await,
        Step::Close { engagement, visibility } => close(write, engagement, visibility).await,
        Step::Decide { requirement } => decide(write, requirement).await,
        Step::Satisfy { need } => satisfy(write, need).await,
        Step::Verify { capability } => verify(write, capability).await,
        Step::Share { saved_view, visibility } => share(write, saved_view, visibility).await,
        Step::Plan { meeting } => plan(write, meeting).await,
        Step::Narrow { meeting, visibility } => narrow(write, meeting, visibility).await,
        _ => {}
    }
}

async fn give(
    write: &mut Write<'_>,
    ends: Option<(StakeholderId, StakeholderId)>,
    place: (Option<CommunityId>, Visibility),
) {
    let Some(ends) = ends else { return };
    write.insert(given(write, ends, place)).await.expect("capability");
}

async fn ask(
    write: &mut Write<'_>,
    implementation: Option<StakeholderId>,
    place: (Option<CommunityId>, Visibility),
) {
    let Some(implementation) = implementation else { return };
    write.insert(asked(write, implementation, place)).await.expect("requirement");
}

async fn decide(write: &mut Write<'_>, index: usize) {
    let requirements: Vec<_> = write.view().requirements().map(|row| row.id).collect();
    let Some(id) = requirements.get(index % requirements.len().max(1)) else { return };
    let before: requirement::Model = write.load(id.0).await.expect("load");
    let after = requirement::Model { disposition: Disposition::Core, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("decide");
}

async fn keep(
    write: &mut Write<'_>,
    named: Vec<StakeholderId>,
    community: Option<CommunityId>,
    visibility: SavedViewVisibility,
) {
    let Some(community) = community else { return };
    write.insert(kept(write, named, community, visibility)).await.expect("view");
}

async fn share(write: &mut Write<'_>, index: usize, visibility: SavedViewVisibility) {
    let views: Vec<_> = write.view().saved_views().map(|row| row.id).collect();
    let Some(id) = views.get(index % views.len().max(1)) else { return };
    let before: saved_view::Model = write.load(id.0).await.expect("load");
    let after = saved_view::Model { visibility, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("share");
}

async fn retract(write: &mut Write<'_>, index: usize) {
    let relationships: Vec<_> = write.view().relationships().map(|row| row.id).collect();
    let Some(id) = relationships.get(index % relationships.len().max(1)) else { return };
    let before: relationship::Model = write.load(id.0).await.expect("load");
    let after = relationship::Model { state: RelationshipState::Retracted, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("retract");
}

/// Takes back some change, when nothing stands in the way.
async fn revert(op: &Op, index: usize) {
    let filter = change::Filter::default();
    let (entries, _) =
        change::list(op, &filter, change::Order::OldestFirst, 1_000, None).await.expect("list");
    if let Some(entry) = entries.get(index % entries.len().max(1)) {
        let _ = change::revert(op, entry.change.id).await;
    }
}

async fn edit(
    write: &mut Write<'_>,
    id: Option<StakeholderId>,
    change: impl FnOnce(&mut Stakeholder),
) {
    let Some(id) = id else { return };
    let before: Stakeholder = write.load(id.0).await.expect("load");
    let mut after = before.clone();
    change(&mut after);
    write.update(before, after, Expected::Command).await.expect("update");
}
