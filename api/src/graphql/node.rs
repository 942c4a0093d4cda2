//! Everything that has an id of its own, found by it.

use super::account::Account;
use super::action::Action;
use super::capability::Capability;
use super::change::Change;
use super::community::Community;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::evidence::Evidence;
use super::gain::Gain;
use super::global_good::GlobalGood;
use super::group::Group;
use super::identifier::{Outside, stakeholder_id};
use super::implementation::Implementation;
use super::import::Import;
use super::interaction::Interaction;
use super::meeting::Meeting;
use super::need::Need;
use super::organization::Organization;
use super::person::Person;
use super::place::Place;
use super::programme::Programme;
use super::proposal::Proposal;
use super::relationship::Relationship;
use super::requirement::Requirement;
use super::saved_view::SavedView;
use super::segment::Segment;
use super::source::Source;
use super::stakeholder::Stakeholder;
use super::transition::Transition;
use crate::error::{Error, Result};
use crate::service;
use crate::snapshot::View;
use async_graphql::{Context, ID, Interface, Object};
use domain::identifier::{
    AccountId, ActionId, CapabilityId, ChangeId, CommunityId, EngagementId, EvidenceId, ImportId,
    MeetingId, NeedId, Noun, ProposalId, RelationshipId, RequirementId, SavedViewId, SourceId,
    StakeholderId, parse,
};
use domain::refusal::{Refusal, RefusalCode, Refusals};
use std::collections::HashMap;
use uuid::Uuid;

/// Everything that has an id of its own.
#[derive(Clone, Debug, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Its id, which never changes."))]
#[expect(missing_docs, reason = "each variant is documented on its type")]
pub enum Node {
    Organization(Organization),
    GlobalGood(GlobalGood),
    Group(Group),
    Implementation(Implementation),
    Programme(Programme),
    Person(Person),
    Place(Place),
    Segment(Segment),
    Relationship(Relationship),
    Evidence(Evidence),
    Source(Source),
    Community(Community),
    Engagement(Engagement),
    Gain(Gain),
    Interaction(Interaction),
    Transition(Transition),
    Action(Action),
    Change(Change),
    Import(Import),
    Capability(Capability),
    SavedView(SavedView),
    Requirement(Requirement),
    Need(Need),
    Meeting(Meeting),
    Proposal(Proposal),
}

impl From<Stakeholder> for Node {
    fn from(stakeholder: Stakeholder) -> Self {
        match stakeholder {
            Stakeholder::Organization(node) => node.into(),
            Stakeholder::GlobalGood(node) => node.into(),
            Stakeholder::Group(node) => node.into(),
            Stakeholder::Implementation(node) => node.into(),
            Stakeholder::Programme(node) => node.into(),
            Stakeholder::Person(node) => node.into(),
            Stakeholder::Place(node) => node.into(),
            Stakeholder::Segment(node) => node.into(),
        }
    }
}

impl Node {
    /// The record of this noun with this id, when the viewer may see it. Changes lie in the
    /// database and accounts have no page: neither is found here.
    pub(super) fn find(view: &View, noun: Noun, id: Uuid) -> Option<Self> {
        match noun {
            Noun::Stakeholder(kind) => {
                let row = view.stakeholder(StakeholderId(id)).filter(|row| row.kind == kind)?;
                Some(Stakeholder::new(row.clone()).into())
            }
            Noun::Relationship => Relationship::find(view, RelationshipId(id)).map(Self::from),
            Noun::Evidence => Evidence::find(view, EvidenceId(id)).map(Self::from),
            Noun::Source => Source::find(view, SourceId(id)).map(Self::from),
            Noun::Community => Community::find(view, CommunityId(id)).map(Self::from),
            Noun::Engagement => Engagement::find(view, EngagementId(id)).map(Self::from),
            Noun::Gain => view.gain(id).cloned().map(|row| Gain::new(row).into()),
            Noun::Interaction => {
                view.interaction(id).cloned().map(|row| Interaction::new(row).into())
            }
            Noun::Transition => view.transition(id).cloned().map(|row| Transition::new(row).into()),
            Noun::Action => view.action(ActionId(id)).cloned().map(|row| Action::new(row).into()),
            Noun::Import => view.import(ImportId(id)).cloned().map(|row| Import::new(row).into()),
            Noun::Capability => Capability::find(view, CapabilityId(id)).map(Self::from),
            Noun::SavedView => SavedView::find(view, SavedViewId(id)).map(Self::from),
            Noun::Requirement => Requirement::find(view, RequirementId(id)).map(Self::from),
            Noun::Need => Need::find(view, NeedId(id)).map(Self::from),
            Noun::Meeting => Meeting::find(view, MeetingId(id)).map(Self::from),
            Noun::Proposal => Proposal::find(view, ProposalId(id)).map(Self::from),
            Noun::Change
            | Noun::Account
            | Noun::Membership
            | Noun::ApiToken
            | Noun::Session
            | Noun::Mute => None,
        }
    }

    /// The record that a change is about, when the viewer may see it.
    pub fn of(view: &View, table: &str, id: Uuid) -> Option<Self> {
        let noun = view.noun_of(table, id)?;
        Self::find(view, noun, id)
    }
}

/// The outside id of a record of whatever noun, when the viewer may see it.
pub fn outside_id(view: &View, id: Uuid) -> Option<String> {
    if let Some(row) = view.stakeholder(StakeholderId(id)) {
        return Some(stakeholder_id(row.kind, row.id).to_string());
    }
    if Account::find(view, AccountId(id)).is_some() {
        return Some(AccountId(id).outside().to_string());
    }
    let noun = Noun::all().find(|noun| Node::find(view, *noun, id).is_some())?;
    Some(noun.format(id))
}

/// The most records that are asked for by their ids at once.
const MOST: usize = 100;

fn read_ids(ids: &[ID]) -> Result<Vec<(Noun, Uuid)>, Vec<Refusal>> {
    if ids.len() > MOST {
        return Err(vec![Refusal::new(RefusalCode::TooMany, "ids").missing(MOST.to_string())]);
    }
    let mut refusals = Refusals::new();
    let read = |(position, id): (usize, &ID)| {
        let malformed = || Refusal::new(RefusalCode::MalformedId, format!("ids.{position}"));
        refusals.take(parse(id).ok_or_else(malformed))
    };
    let read: Vec<_> = ids.iter().enumerate().filter_map(read).collect();
    refusals.finish(Some(read))
}

/// Finds anything by its id.
#[derive(Debug, Default)]
pub struct NodeQuery;

#[Object(guard = "Listed")]
impl NodeQuery {
    /// Whatever has this id; null when there is nothing that you may see.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Node>> {
        let malformed = || Refusal::new(RefusalCode::MalformedId, "id");
        match parse(&id).ok_or_else(malformed)? {
            (Noun::Change, id) => match service::change::load(ctx.op()?, ChangeId(id)).await {
                Ok(entry) => Ok(Some(Change::new(entry).into())),
                Err(Error::NotFound) => Ok(None),
                Err(error) => Err(error),
            },
            (noun, id) => Ok(Node::find(&ctx.view()?, noun, id)),
        }
    }

    /// What has these ids, in their order; null where there is nothing that you may see.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Their ids, up to 100.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        let asked = read_ids(&ids)?;
        let changes = asked.iter().filter(|(noun, _)| *noun == Noun::Change);
        let changes: Vec<_> = changes.map(|(_, id)| ChangeId(*id)).collect();
        let changes = match changes.is_empty() {
            true => HashMap::new(),
            false => service::change::load_all(ctx.op()?, &changes).await?,
        };
        let view = ctx.view()?;
        let node = |(noun, id): (Noun, Uuid)| match noun {
            Noun::Change => changes.get(&ChangeId(id)).cloned().map(|row| Change::new(row).into()),
            noun => Node::find(&view, noun, id),
        };
        Ok(asked.into_iter().map(node).collect())
    }
}
