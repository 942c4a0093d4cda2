//! Steps of daily work on an engagement, within random histories.

use api::op::{Expected, Write};
use domain::action::ActionState;
use domain::engagement::{
    Channel, Direction, GainSide, GainStatus, OnboardingStep, ReviewOutcome, Stage,
};
use domain::identifier::{ActionId, GainId, InteractionId, RelationshipId, TransitionId};
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use entity::record::List;
use entity::{action, engagement, gain, interaction, transition};
use proptest::prelude::*;

/// What is done.
#[derive(Clone, Debug)]
pub enum Work {
    Gain,
    Deliver { gain: usize },
    Remove { gain: usize },
    Interaction,
    Move { stage: usize },
    Action { visibility: Visibility },
    Done { action: usize },
    Detach { action: usize },
    Tie { relationship: usize },
}

/// Anything that is done.
pub(super) fn work() -> impl Strategy<Value = Work> {
    let many = 0..1_000usize;
    let visibility = (0..Visibility::ALL.len()).prop_map(|index| Visibility::ALL[index]);
    prop_oneof![
        2 => Just(Work::Gain),
        1 => many.clone().prop_map(|gain| Work::Deliver { gain }),
        1 => many.clone().prop_map(|gain| Work::Remove { gain }),
        2 => Just(Work::Interaction),
        2 => many.clone().prop_map(|stage| Work::Move { stage }),
        2 => visibility.prop_map(|visibility| Work::Action { visibility }),
        1 => many.clone().prop_map(|action| Work::Done { action }),
        1 => many.clone().prop_map(|action| Work::Detach { action }),
        1 => many.prop_map(|relationship| Work::Tie { relationship }),
    ]
}

fn one<T: Clone>(rows: &[T], index: usize) -> Option<T> {
    rows.get(index % rows.len().max(1)).cloned()
}

impl Work {
    /// Does it; what finds nothing to act on does nothing.
    pub(super) async fn act(self, write: &mut Write<'_>, engagement: usize) {
        let view = write.view().clone();
        let engagements: Vec<_> = view.engagements().cloned().collect();
        let Some(whole) = one(&engagements, engagement) else { return };
        let gains: Vec<_> = view.gains_of(whole.id).map(|row| row.id.0).collect();
        let actions: Vec<_> = view.actions().map(|row| row.id.0).collect();
        match self {
            Self::Tie { relationship } => {
                let ties: Vec<_> = view.relationships().map(|row| row.id).collect();
                let Some(id) = one(&ties, relationship) else { return };
                tied(write, &whole, id).await;
            }
            Self::Gain => gained(write, &whole).await,
            Self::Deliver { gain } => {
                let Some(id) = one(&gains, gain) else { return };
                let before: gain::Model = write.load(id).await.expect("load");
                let after = gain::Model { status: GainStatus::Delivered, ..before.clone() };
                write.update(before, after, Expected::Command).await.expect("deliver");
            }
            Self::Remove { gain } => {
                let Some(id) = one(&gains, gain) else { return };
                let before: gain::Model = write.load(id).await.expect("load");
                write.delete(before, Expected::Command).await.expect("remove");
            }
            Self::Interaction => spoke(write, &whole).await,
            Self::Move { stage } => {
                moved(write, &whole, Stage::ALL[stage % Stage::ALL.len()]).await
            }
            Self::Action { visibility } => planned(write, &whole, visibility).await,
            Self::Done { action } => {
                let Some(id) = one(&actions, action) else { return };
                let before: action::Model = write.load(id).await.expect("load");
                let after = action::Model { state: ActionState::Done, ..before.clone() };
                write.update(before, after, Expected::Command).await.expect("done");
            }
            Self::Detach { action } => {
                let Some(id) = one(&actions, action) else { return };
                let before: action::Model = write.load(id).await.expect("load");
                let after = action::Model { engagement_id: None, ..before.clone() };
                write.update(before, after, Expected::Command).await.expect("detach");
            }
        }
    }
}

/// Something came of it, and the partner is made at home.
async fn tied(write: &mut Write<'_>, whole: &engagement::Model, came: RelationshipId) {
    let before: engagement::Model = write.load(whole.id.0).await.expect("load");
    let step = OnboardingStep { text: "Welcome call".into(), done_on: None };
    let after = engagement::Model {
        commitments: List(vec![came]),
        onboarding_since: Some(write.at().date_naive()),
        onboarding: List(vec![step]),
        decision_outcome: Some(ReviewOutcome::Approved),
        ..before.clone()
    };
    write.update(before, after, Expected::Command).await.expect("tie");
}

async fn gained(write: &mut Write<'_>, whole: &engagement::Model) {
    let row = gain::Model {
        id: GainId(write.id()),
        engagement_id: whole.id,
        side: GainSide::TheyGain,
        text: "Skill".into(),
        status: GainStatus::Promised,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("gain");
}

async fn spoke(write: &mut Write<'_>, whole: &engagement::Model) {
    let row = interaction::Model {
        id: InteractionId(write.id()),
        engagement_id: whole.id,
        happened_on: write.at().date_naive(),
        channel: Channel::Call,
        direction: Direction::Outgoing,
        note: "Spoke".into(),
        account_id: None,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("interaction");
}

async fn moved(write: &mut Write<'_>, whole: &engagement::Model, to_stage: Stage) {
    let before: engagement::Model = write.load(whole.id.0).await.expect("load");
    let row = transition::Model {
        id: TransitionId(write.id()),
        engagement_id: whole.id,
        from_stage: Some(before.stage),
        to_stage,
        note: None,
        account_id: None,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let after = engagement::Model { stage: to_stage, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("move");
    write.insert(row).await.expect("transition");
}

async fn planned(write: &mut Write<'_>, whole: &engagement::Model, visibility: Visibility) {
    let row = action::Model {
        id: ActionId(write.id()),
        community_id: whole.community_id,
        engagement_id: Some(whole.id),
        meeting_id: None,
        group_id: None,
        text: "Call them".into(),
        state: ActionState::Open,
        owner_id: None,
        due_on: None,
        recorded_on: None,
        finds_entry_point: false,
        drop_reason: None,
        practice: false,
        visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await.expect("action");
}
