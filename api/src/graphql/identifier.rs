//! Ids at the border: TypeIDs outside, typed ids inside.

use async_graphql::ID;
use domain::identifier::{
    AccountId, ActionId, ApiTokenId, CapabilityId, ChangeId, CommunityId, EngagementId, EvidenceId,
    GainId, ImportId, InteractionId, MeetingId, MembershipId, MuteId, NeedId, Noun, ProposalId,
    RelationshipId, RequirementId, SavedViewId, SourceId, StakeholderId, TransitionId,
    parse_stakeholder,
};
use domain::refusal::Refusal;
use domain::stakeholder::StakeholderKind;

/// A typed id whose outside form follows from its type alone.
pub trait Outside: Sized {
    /// The id as clients have it.
    fn outside(self) -> ID;
    /// Reads what a client sent; `field` is blamed when it is not an id of this noun.
    fn read(id: &ID, field: &str) -> Result<Self, Refusal>;
    /// As `read`, for an id that may be absent.
    fn read_opt(id: Option<&ID>, field: &str) -> Result<Option<Self>, Refusal> {
        id.map(|id| Self::read(id, field)).transpose()
    }
}

macro_rules! outside {
    ($($id:ident => $noun:ident;)+) => {$(
        impl Outside for $id {
            fn outside(self) -> ID {
                ID(Noun::$noun.format(self.0))
            }
            fn read(id: &ID, field: &str) -> Result<Self, Refusal> {
                Noun::$noun.parse_id(id, field).map(Self)
            }
        }
    )+};
}

outside! {
    RelationshipId => Relationship;
    EvidenceId => Evidence;
    SourceId => Source;
    CommunityId => Community;
    EngagementId => Engagement;
    InteractionId => Interaction;
    GainId => Gain;
    ActionId => Action;
    TransitionId => Transition;
    ChangeId => Change;
    ImportId => Import;
    AccountId => Account;
    MembershipId => Membership;
    ApiTokenId => ApiToken;
    CapabilityId => Capability;
    SavedViewId => SavedView;
    RequirementId => Requirement;
    NeedId => Need;
    MeetingId => Meeting;
    ProposalId => Proposal;
    MuteId => Mute;
}

/// The outside form of a stakeholder's id, which tells its kind.
pub fn stakeholder_id(kind: StakeholderKind, id: StakeholderId) -> ID {
    ID(kind.noun().format(id.0))
}

/// Reads the id of a stakeholder of any kind.
pub fn read_stakeholder(id: &ID, field: &str) -> Result<StakeholderId, Refusal> {
    parse_stakeholder(id, field)
}

/// Reads the id of a stakeholder of any kind, which may be absent.
pub fn read_stakeholder_opt(
    id: Option<&ID>,
    field: &str,
) -> Result<Option<StakeholderId>, Refusal> {
    id.map(|id| read_stakeholder(id, field)).transpose()
}
