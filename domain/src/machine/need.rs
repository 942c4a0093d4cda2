//! The states of a need or an offer.

use super::{Facts, Goal, Machine, Origin, Rule};
use crate::engagement::Missing;
use crate::need::NeedStatus;

/// The table. Who takes a need or an offer back says why; what was settled may be opened again.
pub const MACHINE: Machine<NeedStatus, Missing> = Machine {
    starts: &[NeedStatus::Open],
    open: &[NeedStatus::Open],
    rest: None,
    rules: &[
        step(NeedStatus::Open, NeedStatus::Met, &[]),
        step(NeedStatus::Open, NeedStatus::Withdrawn, &[Missing::Reason]),
        step(NeedStatus::Met, NeedStatus::Open, &[]),
        step(NeedStatus::Withdrawn, NeedStatus::Open, &[]),
    ],
};

const fn step(
    from: NeedStatus,
    to: NeedStatus,
    guard: &'static [Missing],
) -> Rule<NeedStatus, Missing> {
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
        insta::assert_snapshot!("need", MACHINE.printed());
    }
}
