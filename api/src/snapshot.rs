//! The whole graph in memory: immutable, shared, and replaced with every commit. Lists, nested
//! relationships, counts and the map are answered from here; the database keeps long texts and
//! history. The fields are private: reading goes through a [`View`], which knows who asks.

use domain::community::Standing;
use domain::identifier::{AccountId, CommunityId, EngagementId, MeetingId, NeedId, StakeholderId};
use domain::policy::Viewer;
use domain::search::Names;
use domain::stakeholder::ExternalId;
use entity::stakeholder::Stakeholder;
use entity::{
    account, action, capability, community, engagement, evidence, gain, import, interaction,
    meeting, membership, need, proposal, relationship, requirement, saved_view, source, transition,
};
use imbl::{HashMap, OrdMap};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

mod alphabet;
pub mod applier;
mod build;
mod column;
pub mod feed;
pub(crate) mod held;
pub mod index;
mod posting;
pub mod reckoning;
pub mod view;

pub use applier::Applier;
pub use held::{Held, Patch};
pub use view::{Ground, View};

use alphabet::Alphabet;
use posting::Posting;

/// Rows of one noun, in order of id.
pub type Rows<R> = OrdMap<Uuid, Arc<R>>;

/// Everything as of one revision. Cloning shares all but what is patched afterwards.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    revision: i64,
    stakeholders: Rows<Stakeholder>,
    relationships: Rows<relationship::Model>,
    sources: Rows<source::Model>,
    evidence: Rows<evidence::Model>,
    communities: Rows<community::Model>,
    engagements: Rows<engagement::Model>,
    gains: Rows<gain::Model>,
    interactions: Rows<interaction::Model>,
    transitions: Rows<transition::Model>,
    actions: Rows<action::Model>,
    imports: Rows<import::Model>,
    accounts: Rows<account::Model>,
    memberships: Rows<membership::Model>,
    capabilities: Rows<capability::Model>,
    saved_views: Rows<saved_view::Model>,
    requirements: Rows<requirement::Model>,
    meetings: Rows<meeting::Model>,
    proposals: Rows<proposal::Model>,
    needs: Rows<need::Model>,

    names: HashMap<StakeholderId, Arc<Names>>,
    by_name: Alphabet,
    by_slug: Posting<String>,
    by_external_id: Posting<ExternalId>,
    engagements_of: Posting<StakeholderId>,
    capabilities_of: Posting<StakeholderId>,
    requirements_of: Posting<StakeholderId>,
    needs_of: Posting<StakeholderId>,
    engagements_from: Posting<NeedId>,
    parts_of: Posting<EngagementId>,
    meetings_of: Posting<StakeholderId>,
    outcomes_of: Posting<MeetingId>,
    evidence_of: Posting<Uuid>,
    memberships_of: Posting<AccountId>,
    /// Built when the rows are there, and patched from then on.
    graph: OnceLock<Arc<index::GraphIndex>>,
    tallies: Arc<view::Tallies>,
}

impl Snapshot {
    /// The revision that it shows.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// Who an account is now: its roles, or nothing when it is disabled or gone.
    pub fn viewer(&self, account: AccountId) -> Option<Viewer> {
        let row = self.accounts.get(&account.0).filter(|row| !row.disabled)?;
        let memberships = self.memberships_of.get(&account).into_iter().flatten();
        let standings = memberships
            .filter_map(|id| self.memberships.get(id))
            .map(|row| Standing { community: row.community_id, role: row.role })
            .collect();
        Some(Viewer::Account { id: row.id, standings })
    }

    /// The communities that an account belongs to, for rules that must know of all of them.
    pub(crate) fn communities_of(
        &self,
        account: AccountId,
    ) -> impl Iterator<Item = CommunityId> + use<'_> {
        let ids = self.memberships_of.get(&account).into_iter().flatten();
        ids.filter_map(|id| self.memberships.get(id)).map(|row| row.community_id)
    }

    /// The account with this login, for signing in only.
    pub fn account_by_login(&self, login: &str) -> Option<&Arc<account::Model>> {
        self.accounts.values().find(|account| account.login == login)
    }

    /// The rows of one noun, for the write path and for tests; a request reads through a [`View`].
    pub fn rows<R: Held>(&self) -> &Rows<R> {
        R::rows(self)
    }

    /// Whether nothing at all is recorded.
    pub fn is_empty(&self) -> bool {
        self.communities.is_empty() && self.stakeholders.is_empty() && self.accounts.is_empty()
    }

    /// Puts one record in, over or out, and keeps every derived map in step.
    fn put<R: Held>(&mut self, id: Uuid, record: Option<R>) {
        let record = record.map(|record| Arc::new(record.trimmed()));
        let old = R::rows(self).get(&id).cloned();
        R::reindex(self, old.as_deref(), record.as_deref());
        match &record {
            Some(record) => R::rows_mut(self).insert(id, record.clone()),
            None => R::rows_mut(self).remove(&id),
        };
        R::draw(self, id, record.as_ref());
        self.tallies = Arc::default();
    }
}

impl PartialEq for Snapshot {
    /// Equal rows, equal derived maps and equal graphs; the revision is no fact.
    fn eq(&self, other: &Self) -> bool {
        macro_rules! same {
            ($($field:ident),+) => { $(self.$field == other.$field)&&+ };
        }
        let same_rows = same!(
            stakeholders,
            relationships,
            sources,
            evidence,
            communities,
            engagements,
            gains,
            interactions,
            transitions,
            actions,
            imports,
            accounts,
            memberships,
            capabilities,
            saved_views,
            requirements,
            meetings,
            proposals,
            needs,
            by_slug,
            by_external_id,
            engagements_of,
            capabilities_of,
            requirements_of,
            needs_of,
            engagements_from,
            parts_of,
            meetings_of,
            outcomes_of,
            evidence_of,
            memberships_of,
            names,
            by_name
        );
        same_rows && self.graph() == other.graph()
    }
}
