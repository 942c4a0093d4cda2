//! The stages of an implementation.

use super::{Facts, Goal, Machine, Move, Origin, Position, Rule};
use crate::engagement::Missing;
use crate::stakeholder::ImplementationStage;

/// A move of an implementation.
pub type ImplementationMove = Move<ImplementationStage, Missing>;

/// The table. A stage that is passed over, a step back and an end before its time say why; what is
/// paused goes on where it was.
pub const MACHINE: Machine<ImplementationStage, Missing> = {
    use ImplementationStage::{
        Exploring, Feasibility, Paused, Pilot, Retired, Rollout, Scaled, Sustained,
    };
    Machine {
        starts: &[Exploring, Feasibility, Pilot, Rollout, Scaled, Sustained],
        open: &[Exploring, Feasibility, Pilot, Rollout, Scaled, Sustained],
        rest: Some(Paused),
        rules: &[
            step(Exploring, Feasibility),
            step(Feasibility, Pilot),
            step(Pilot, Rollout),
            step(Rollout, Scaled),
            step(Scaled, Sustained),
            step(Sustained, Retired),
            Rule { from: Origin::Open, to: Goal::Later, guard: &[Missing::Note] },
            Rule { from: Origin::Open, to: Goal::Earlier, guard: &[Missing::Note] },
            Rule { from: Origin::Open, to: Goal::At(Retired), guard: &[Missing::Note] },
            Rule { from: Origin::Open, to: Goal::At(Paused), guard: &[] },
            Rule { from: Origin::Resting, to: Goal::Remembered, guard: &[] },
            Rule { from: Origin::RestingUnknown, to: Goal::Open, guard: &[Missing::Note] },
            Rule { from: Origin::Resting, to: Goal::At(Retired), guard: &[Missing::Note] },
        ],
    }
};

const fn step(
    from: ImplementationStage,
    to: ImplementationStage,
) -> Rule<ImplementationStage, Missing> {
    Rule { from: Origin::At(from), to: Goal::At(to), guard: &[] }
}

/// Every move from a stage. `before_paused` is the stage that a paused implementation goes on in.
pub fn moves(
    from: ImplementationStage,
    before_paused: Option<ImplementationStage>,
) -> Vec<ImplementationMove> {
    MACHINE.moves(Position { state: from, before: before_paused })
}

/// What is known of a move: whether it says why.
pub fn told(note: Option<&str>) -> Facts<Missing> {
    Facts::new().with(Missing::Note, note.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as people reviewed it.
    #[test]
    fn the_table_is_the_reviewed_one() {
        insta::assert_snapshot!("implementation", MACHINE.printed());
    }

    /// What is paused goes on where it was, without a word; nothing follows RETIRED.
    #[test]
    fn a_pause_ends_where_it_began() {
        for before in MACHINE.open {
            let back = moves(ImplementationStage::Paused, Some(*before));
            assert_eq!((back[0].to, back[0].guard), (*before, &[][..]));
        }
        assert!(moves(ImplementationStage::Retired, None).is_empty());
    }
}
