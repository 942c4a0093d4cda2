//! The only way to read a snapshot: what one viewer may see of one revision. Hidden is absent:
//! every list, count and walk here runs on exactly the visible rows.

use super::{Held, Patch, Snapshot};
use crate::error::{Error, Result};
use domain::identifier::{
    AccountId, ActionId, CapabilityId, CommunityId, EngagementId, EvidenceId, ImportId, MeetingId,
    NeedId, ProposalId, RelationshipId, RequirementId, SavedViewId, SourceId, StakeholderId,
};
use domain::policy::{Action, Place, Policy, Rule, Scope, Viewer};
use domain::relationship::RelationshipState;
use domain::search::Match;
use domain::stakeholder::{ExternalId, Visibility};
use domain::text::fold;
use entity::stakeholder::Stakeholder;
use entity::{
    community, engagement, evidence, gain, import, interaction, relationship, source, transition,
};
use std::sync::Arc;
use uuid::Uuid;

mod action;
mod around;
mod capability;
mod dating;
mod falling;
mod ground;
mod history;
mod measured;
mod meeting;
mod member;
mod moved;
mod need;
mod renewed;
mod requirement;
mod saved;
mod sight;
mod tally;
mod ways;
pub use around::{Around, Neighborhood};
pub use falling::Falling;
pub use ground::Ground;
pub use measured::{Inquiry, Reckoned, Topic};
pub use moved::Named;
pub(super) use tally::Tallies;
pub use tally::{Asked, Tally};
pub use ways::Between;

/// One revision through the eyes of one viewer.
#[derive(Clone, Debug)]
pub struct View {
    snapshot: Arc<Snapshot>,
    policy: Arc<Policy>,
    viewer: Arc<Viewer>,
    scope: Arc<Scope>,
}

impl View {
    /// What this viewer sees of this snapshot.
    pub fn new(snapshot: Arc<Snapshot>, policy: Arc<Policy>, viewer: Viewer) -> Self {
        let scope = Arc::new(policy.rights.scope(&viewer));
        Self { snapshot, policy, viewer: Arc::new(viewer), scope }
    }

    /// The same viewer before another revision.
    pub fn at(&self, snapshot: Arc<Snapshot>) -> Self {
        Self { snapshot, ..self.clone() }
    }

    /// The same, with one more step applied: what a write sees of itself before it is committed.
    pub(crate) fn patched(&self, patch: &Patch) -> Result<Self> {
        let mut snapshot = Snapshot::clone(&self.snapshot);
        snapshot.apply(patch).map_err(|error| Error::Internal(error.into()))?;
        Ok(self.at(Arc::new(snapshot)))
    }

    /// The same, as if these records had never been.
    pub(crate) fn without<'a>(
        &self,
        records: impl IntoIterator<Item = (&'a str, Uuid)>,
    ) -> Result<Self> {
        let mut snapshot = Snapshot::clone(&self.snapshot);
        for (noun, id) in records {
            let patch = Patch { noun: noun.to_owned(), id, after: None };
            snapshot.apply(&patch).map_err(|error| Error::Internal(error.into()))?;
        }
        Ok(self.at(Arc::new(snapshot)))
    }

    /// The same, as if this record were stored too: what a plan of several records checks each
    /// further one against.
    pub(crate) fn with<R: Held>(&self, record: R) -> Self {
        let mut snapshot = Snapshot::clone(&self.snapshot);
        snapshot.put(record.uuid(), Some(record));
        self.at(Arc::new(snapshot))
    }

    /// Who looks.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// Whether the viewer may do this to a record that stands there.
    pub fn allows(&self, action: Action, place: Place) -> bool {
        self.policy.rights.allows(&self.viewer, action, place)
    }

    /// The policy's terms of a field; none is a field that nobody reads.
    pub fn rule(&self, of: &str, field: &str) -> Option<Rule> {
        self.policy.rule(of, field)
    }

    /// Whether a field of these terms may be answered on a record that stands there, or somewhere
    /// at all.
    pub fn answers(&self, rule: Option<Rule>, place: Option<Place>) -> bool {
        self.policy.answers(&self.viewer, rule, place)
    }

    /// What the viewer may see, for the queries that go to the database.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    fn sees(&self, community: Option<CommunityId>, visibility: Visibility) -> bool {
        self.scope.sees(Place { community, visibility })
    }

    /// One stakeholder, archived or not.
    pub fn stakeholder(&self, id: StakeholderId) -> Option<&Arc<Stakeholder>> {
        self.snapshot.stakeholders.get(&id.0).filter(|row| self.sees_stakeholder(row))
    }

    /// Every stakeholder, archived ones too, in order of id.
    pub fn stakeholders(&self) -> impl Iterator<Item = &Arc<Stakeholder>> {
        self.snapshot.stakeholders.values().filter(|row| self.sees_stakeholder(row))
    }

    /// As `stakeholders`, each with the folded name that it is sorted by, in order of that and of id.
    pub fn by_name(&self) -> impl Iterator<Item = (&str, &Arc<Stakeholder>)> {
        self.snapshot.by_name.iter().filter(|(_, row)| self.sees_stakeholder(row))
    }

    fn sees_stakeholder(&self, row: &Stakeholder) -> bool {
        self.sees(row.community_id, row.visibility)
    }

    /// The stakeholders with this slug; the oldest first.
    pub fn by_slug(&self, slug: &str) -> impl Iterator<Item = &Arc<Stakeholder>> {
        let ids = self.snapshot.by_slug.get(slug).into_iter().flatten();
        ids.filter_map(|id| self.stakeholder(StakeholderId(*id)))
    }

    /// The stakeholders with this id in another registry; the oldest first.
    pub fn by_external_id(&self, id: &ExternalId) -> impl Iterator<Item = &Arc<Stakeholder>> {
        let ids = self.snapshot.by_external_id.get(id).into_iter().flatten();
        ids.filter_map(|id| self.stakeholder(StakeholderId(*id)))
    }

    /// How well a folded text matches the names of a stakeholder.
    pub fn rank(&self, id: StakeholderId, folded: &str) -> Option<Match> {
        self.stakeholder(id)?;
        self.snapshot.names.get(&id)?.rank(folded)
    }

    /// Every unarchived stakeholder whose names match, best first, then by name, then by id.
    pub fn matching(&self, text: &str) -> Vec<(Match, &Arc<Stakeholder>)> {
        let folded = fold(text);
        let mut found: Vec<_> = self
            .stakeholders()
            .filter(|row| row.archived_at.is_none())
            .filter_map(|row| Some((self.snapshot.names.get(&row.id)?.rank(&folded)?, row)))
            .collect();
        found.sort_by(|(a, left), (b, right)| {
            let names = || self.name_key(left.id).cmp(self.name_key(right.id));
            b.cmp(a).then_with(names).then(left.id.cmp(&right.id))
        });
        found
    }

    /// The folded name that a stakeholder is sorted by; empty when it is not to be seen.
    pub fn name_key(&self, id: StakeholderId) -> &str {
        match self.stakeholder(id) {
            Some(_) => self.snapshot.names.get(&id).map_or("", |names| names.key()),
            None => "",
        }
    }

    /// One relationship: visible iff it and both its ends are. Retracted ones are found by id.
    pub fn relationship(&self, id: RelationshipId) -> Option<&Arc<relationship::Model>> {
        self.snapshot.relationships.get(&id.0).filter(|row| self.sees_relationship(row))
    }

    /// Every relationship, retracted ones too, in order of id.
    pub fn relationships(&self) -> impl Iterator<Item = &Arc<relationship::Model>> {
        self.snapshot.relationships.values().filter(|row| self.sees_relationship(row))
    }

    /// The relationships of one stakeholder, either way, retracted ones too, in order of id.
    pub fn relationships_of(
        &self,
        id: StakeholderId,
    ) -> impl Iterator<Item = &Arc<relationship::Model>> {
        let index = self.snapshot.graph();
        let sight = self.sight(index);
        let seen = index.edges_of(id.0).filter(move |edge| sight.sees_edge(*edge));
        seen.filter_map(|edge| index.edges.get(edge as usize))
    }

    /// How many relationships a stakeholder has that stand: neither retracted nor with an archived
    /// other end.
    pub fn degree(&self, id: StakeholderId) -> usize {
        self.relationships_of(id).filter(|row| self.stands(row)).count()
    }

    /// Whether a relationship is to be shown by default.
    pub fn stands(&self, row: &relationship::Model) -> bool {
        let present = |id| self.stakeholder(id).is_some_and(|end| end.archived_at.is_none());
        row.state != RelationshipState::Retracted
            && present(row.source_id)
            && present(row.target_id)
    }

    fn sees_relationship(&self, row: &relationship::Model) -> bool {
        self.sees(row.community_id, row.visibility)
            && self.stakeholder(row.source_id).is_some()
            && self.stakeholder(row.target_id).is_some()
    }

    /// One source.
    pub fn source(&self, id: SourceId) -> Option<&Arc<source::Model>> {
        let row = self.snapshot.sources.get(&id.0)?;
        self.sees(row.community_id, row.visibility).then_some(row)
    }

    /// Every source, in order of id.
    pub fn sources(&self) -> impl Iterator<Item = &Arc<source::Model>> {
        let rows = self.snapshot.sources.values();
        rows.filter(|row| self.sees(row.community_id, row.visibility))
    }

    /// The evidence about one record, without its notes; visible iff it, its source and the record
    /// are.
    pub fn evidence_of(&self, subject: Uuid) -> impl Iterator<Item = &Arc<evidence::Model>> {
        let ids = self.snapshot.evidence_of.get(&subject).into_iter().flatten();
        ids.filter_map(|id| self.evidence(EvidenceId(*id)))
    }

    /// One piece of evidence, without its note.
    pub fn evidence(&self, id: EvidenceId) -> Option<&Arc<evidence::Model>> {
        let row = self.snapshot.evidence.get(&id.0)?;
        let seen = self.sees(row.community_id, row.visibility)
            && self.source(row.source_id).is_some()
            && self.sees_subject(&row.subject_noun, row.subject_id);
        seen.then_some(row)
    }

    /// Whether the viewer sees the record of this noun with this id.
    pub fn sees_subject(&self, noun: &str, id: Uuid) -> bool {
        match noun {
            "stakeholder" => self.stakeholder(StakeholderId(id)).is_some(),
            "relationship" => self.relationship(RelationshipId(id)).is_some(),
            "engagement" => self.engagement(EngagementId(id)).is_some(),
            "action" => self.action(ActionId(id)).is_some(),
            "capability" => self.capability(CapabilityId(id)).is_some(),
            "requirement" => self.requirement(RequirementId(id)).is_some(),
            "savedView" => self.saved_view(SavedViewId(id)).is_some(),
            "meeting" => self.meeting(MeetingId(id)).is_some(),
            "proposal" => self.proposal(ProposalId(id)).is_some(),
            "need" => self.need(NeedId(id)).is_some(),
            "source" => self.source(SourceId(id)).is_some(),
            "evidence" => self.evidence(EvidenceId(id)).is_some(),
            "community" => self.community(CommunityId(id)).is_some(),
            "import" => self.import(ImportId(id)).is_some(),
            "gain" => self.gain(id).is_some(),
            "interaction" => self.interaction(id).is_some(),
            "transition" => self.transition(id).is_some(),
            "membership" => self.membership(id).is_some(),
            "account" => self.account(AccountId(id)).is_some(),
            _ => false,
        }
    }

    /// One community; all are public.
    pub fn community(&self, id: CommunityId) -> Option<&Arc<community::Model>> {
        self.snapshot.communities.get(&id.0)
    }

    /// Every community, in order of id.
    pub fn communities(&self) -> impl Iterator<Item = &Arc<community::Model>> {
        self.snapshot.communities.values()
    }

    /// One engagement: visible iff it and its party are.
    pub fn engagement(&self, id: EngagementId) -> Option<&Arc<engagement::Model>> {
        self.snapshot.engagements.get(&id.0).filter(|row| self.sees_engagement(row))
    }

    /// Every engagement, in order of id.
    pub fn engagements(&self) -> impl Iterator<Item = &Arc<engagement::Model>> {
        self.snapshot.engagements.values().filter(|row| self.sees_engagement(row))
    }

    /// The engagements with one party, in order of id.
    pub fn engagements_of(
        &self,
        party: StakeholderId,
    ) -> impl Iterator<Item = &Arc<engagement::Model>> {
        let ids = self.snapshot.engagements_of.get(&party).into_iter().flatten();
        ids.filter_map(|id| self.engagement(EngagementId(*id)))
    }

    fn sees_engagement(&self, row: &engagement::Model) -> bool {
        self.sees(Some(row.community_id), row.visibility)
            && self.stakeholder(row.party_id).is_some()
    }

    /// One gain, seen with its engagement.
    pub fn gain(&self, id: Uuid) -> Option<&Arc<gain::Model>> {
        let row = self.snapshot.gains.get(&id)?;
        self.engagement(row.engagement_id).map(|_| row)
    }

    /// One interaction, seen with its engagement.
    pub fn interaction(&self, id: Uuid) -> Option<&Arc<interaction::Model>> {
        let row = self.snapshot.interactions.get(&id)?;
        self.engagement(row.engagement_id).map(|_| row)
    }

    /// One transition, seen with its engagement.
    pub fn transition(&self, id: Uuid) -> Option<&Arc<transition::Model>> {
        let row = self.snapshot.transitions.get(&id)?;
        self.engagement(row.engagement_id).map(|_| row)
    }

    fn parts(&self, id: EngagementId) -> impl Iterator<Item = &Uuid> {
        self.snapshot.parts_of.get(&id).into_iter().flatten()
    }

    /// What the sides gain of an engagement, in order of id.
    pub fn gains_of(&self, id: EngagementId) -> impl Iterator<Item = &Arc<gain::Model>> {
        self.parts(id).filter_map(|id| self.gain(*id))
    }

    /// The contacts of an engagement, in order of id.
    pub fn interactions_of(
        &self,
        id: EngagementId,
    ) -> impl Iterator<Item = &Arc<interaction::Model>> {
        self.parts(id).filter_map(|id| self.interaction(*id))
    }

    /// The moves of an engagement, in order of id.
    pub fn transitions_of(
        &self,
        id: EngagementId,
    ) -> impl Iterator<Item = &Arc<transition::Model>> {
        self.parts(id).filter_map(|id| self.transition(*id))
    }

    /// One import.
    pub fn import(&self, id: ImportId) -> Option<&Arc<import::Model>> {
        let row = self.snapshot.imports.get(&id.0)?;
        self.sees(Some(row.community_id), Visibility::Community).then_some(row)
    }

    /// Every import, in order of id.
    pub fn imports(&self) -> impl Iterator<Item = &Arc<import::Model>> {
        let rows = self.snapshot.imports.values();
        rows.filter(|row| self.sees(Some(row.community_id), Visibility::Community))
    }
}
