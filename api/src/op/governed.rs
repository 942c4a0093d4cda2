//! What one must be allowed to do to store a record or to take it away, noun by noun. The write
//! path asks for this; nobody who writes has to remember to.

use crate::snapshot::View;
use domain::community::keeps_an_admin;
use domain::identifier::{AccountId, EngagementId};
use domain::policy::{Action, Place, Viewer};
use domain::proposal::ProposalState;
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::RelationshipState;
use domain::stakeholder::Visibility;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{
    account, action, capability, community, engagement, evidence, gain, import, interaction,
    meeting, membership, need, proposal, relationship, requirement, saved_view, source, transition,
};

/// A noun whose records the policy watches over.
pub trait Governed: Record {
    /// What one must be allowed to do to make it so, from what it was before if it was.
    fn to_store(before: Option<&Self>, after: &Self) -> Action;

    /// What one must be allowed to do to take it away; mostly, only undoing does that.
    fn to_take_away() -> Action {
        Action::Revert
    }

    /// Whether changing it so is an account's own business, whatever its role.
    fn is_own(_viewer: AccountId, _before: &Self, _after: &Self) -> bool {
        false
    }

    /// Refuses a change or a removal that would leave the others in a state that must not be;
    /// whoever writes, and why ever.
    fn check(_view: &View, _before: &Self, _after: Option<&Self>) -> Result<(), Refusal> {
        Ok(())
    }

    /// Where it stands; none is for the owner of the instance alone.
    fn stands(&self, _view: &View) -> Option<Place> {
        self.place()
    }
}

macro_rules! governed {
    ($($record:ty => $action:ident $({ $($method:tt)* })?)+) => {
        $(impl Governed for $record {
            fn to_store(_: Option<&Self>, _: &Self) -> Action {
                Action::$action
            }
            $($($method)*)?
        })+
    };
}

governed! {
    source::Model => AddEvidence
    evidence::Model => AddEvidence
    action::Model => WorkAction
    import::Model => Import
    requirement::Model => WorkRequirement {
        fn to_take_away() -> Action {
            Action::WorkRequirement
        }
    }
    need::Model => WorkNeed
    saved_view::Model => SaveView {
        fn to_take_away() -> Action {
            Action::SaveView
        }
        fn stands(&self, _: &View) -> Option<Place> {
            Some(self.workplace())
        }
    }
    meeting::Model => RecordMeeting {
        fn to_take_away() -> Action {
            Action::RecordMeeting
        }
    }
    gain::Model => WorkEngagement {
        fn to_take_away() -> Action {
            Action::WorkEngagement
        }
        fn stands(&self, view: &View) -> Option<Place> {
            with_engagement(view, self.engagement_id)
        }
    }
    interaction::Model => WorkEngagement {
        fn stands(&self, view: &View) -> Option<Place> {
            with_engagement(view, self.engagement_id)
        }
    }
    membership::Model => ManageMembers {
        fn to_take_away() -> Action {
            Action::ManageMembers
        }
        fn check(view: &View, before: &Self, after: Option<&Self>) -> Result<(), Refusal> {
            keeps_an_admin(before.role, after.map(|row| row.role), view.other_admins(before))
        }
    }
    account::Model => ManageMembers {
        /// A new one is made by the admins of any community; after that it is its own and the
        /// owner's.
        fn stands(&self, view: &View) -> Option<Place> {
            let registry = Place { community: None, visibility: Visibility::Public };
            (!view.is_account(self.id)).then_some(registry)
        }
        fn is_own(viewer: AccountId, before: &Self, after: &Self) -> bool {
            let Self { display_name, locale, version, updated_at, .. } = after.clone();
            let profile = Self { display_name, locale, version, updated_at, ..before.clone() };
            viewer == before.id && profile == *after
        }
    }
    community::Model => ManageMembers {
        /// A new one is made by the owner of the instance; its settings are those of its admins. None
        /// is taken away: everything hangs on it.
        fn stands(&self, view: &View) -> Option<Place> {
            let own = Place { community: Some(self.id), visibility: Visibility::Community };
            view.community(self.id).map(|_| own)
        }
        /// Its name and its good are the owner's, whoever may change the settings.
        fn check(view: &View, before: &Self, after: Option<&Self>) -> Result<(), Refusal> {
            let settled = |after: &Self| {
                let Self { onboarding_steps, version, updated_at, .. } = after.clone();
                Self { onboarding_steps, version, updated_at, ..before.clone() } == *after
            };
            match *view.viewer() == Viewer::Owner || after.is_some_and(settled) {
                true => Ok(()),
                false => Err(Refusal::new(RefusalCode::BeyondRights, "community")),
            }
        }
    }
}

impl Governed for Stakeholder {
    fn to_store(before: Option<&Self>, after: &Self) -> Action {
        match before {
            None => Action::CreateStakeholder,
            Some(before) if before.archived_at == after.archived_at => Action::UpdateStakeholder,
            Some(_) => Action::ArchiveStakeholder,
        }
    }
}

impl Governed for relationship::Model {
    /// Only what is proposed, before and after, is anybody's to propose.
    fn to_store(before: Option<&Self>, after: &Self) -> Action {
        let proposed = |row: &Self| row.state == RelationshipState::Proposed;
        match before.is_none_or(proposed) && proposed(after) {
            true => Action::ProposeRelationship,
            false => Action::SettleRelationship,
        }
    }
}

impl Governed for capability::Model {
    /// Only what nobody has verified, before and after, is anybody's to record.
    fn to_store(before: Option<&Self>, after: &Self) -> Action {
        let open = |row: &Self| row.verified_at.is_none();
        match before.is_none_or(open) && open(after) {
            true => Action::RecordCapability,
            false => Action::VerifyCapability,
        }
    }
}

impl Governed for proposal::Model {
    /// Whoever records a meeting has its notes read; what becomes of a proposal is decided.
    fn to_store(before: Option<&Self>, after: &Self) -> Action {
        let open = |row: &Self| row.state == ProposalState::Open;
        match before.is_none_or(open) && open(after) {
            true => Action::RecordMeeting,
            false => Action::DecideProposal,
        }
    }

    /// What the notes do not say any more goes with them.
    fn to_take_away() -> Action {
        Action::RecordMeeting
    }
}

impl Governed for engagement::Model {
    fn to_store(before: Option<&Self>, after: &Self) -> Action {
        match before.is_none_or(|before| before.stage == after.stage) {
            true => Action::WorkEngagement,
            false => Action::MoveEngagement,
        }
    }
}

impl Governed for transition::Model {
    fn to_store(_: Option<&Self>, after: &Self) -> Action {
        match after.from_stage {
            None => Action::WorkEngagement,
            Some(_) => Action::MoveEngagement,
        }
    }

    fn stands(&self, view: &View) -> Option<Place> {
        with_engagement(view, self.engagement_id)
    }
}

fn with_engagement(view: &View, id: EngagementId) -> Option<Place> {
    view.engagement(id).and_then(|row| row.place())
}
