//! What one must be allowed to do to store a record or to take it away, noun by noun. The write
//! path asks for this; nobody who writes has to remember to.

use crate::snapshot::View;
use domain::identifier::EngagementId;
use domain::policy::{Action, Place};
use domain::relationship::RelationshipState;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{
    account, action, community, engagement, evidence, gain, import, interaction, membership,
    relationship, source, transition,
};

/// A noun whose records the policy watches over.
pub trait Governed: Record {
    /// What one must be allowed to do to make it so, from what it was before if it was.
    fn to_store(before: Option<&Self>, after: &Self) -> Action;

    /// What one must be allowed to do to take it away; mostly, only undoing does that.
    fn to_take_away() -> Action {
        Action::Revert
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
    }
    account::Model => ManageMembers
    community::Model => ManageMembers {
        fn stands(&self, _: &View) -> Option<Place> {
            None
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
