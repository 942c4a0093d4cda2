//! The states of an action.

use super::{Facts, Goal, Machine, Origin, Rule};
use crate::action::ActionState;
use crate::engagement::Missing;

/// The table. Who gives an action up says why; what was settled may be opened again.
pub const MACHINE: Machine<ActionState, Missing> = Machine {
    starts: &[ActionState::Open],
    open: &[ActionState::Open],
    rest: None,
    rules: &[
        step(ActionState::Open, ActionState::Done, &[]),
        step(ActionState::Open, ActionState::Dropped, &[Missing::Reason]),
        step(ActionState::Done, ActionState::Open, &[]),
        step(ActionState::Dropped, ActionState::Open, &[]),
    ],
};

const fn step(
    from: ActionState,
    to: ActionState,
    guard: &'static [Missing],
) -> Rule<ActionState, Missing> {
    Rule { from: Origin::At(from), to: Goal::At(to), guard }
}

/// What is known of a move: whether it gives a reason.
pub fn told(reason: Option<&str>) -> Facts<Missing> {
    Facts::new().with(Missing::Reason, reason.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as people reviewed it.
    #[test]
    fn the_table_is_the_reviewed_one() {
        insta::assert_snapshot!("action", MACHINE.printed());
    }
}
