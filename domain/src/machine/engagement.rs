//! The stages of an engagement. The board, the API, the browser and the check of histories all read
//! this one table.

use super::{Facts, Goal, Machine, Move, Origin, Position, Rule};
use crate::engagement::{Missing, Stage};
use crate::refusal::Refusal;

/// What the guards need to know about an engagement and about the move that is asked for.
pub type Standing = Facts<Missing>;

/// A move of an engagement.
pub type StageMove = Move<Stage, Missing>;

/// The stages in which a conversation is going on, in their order.
pub const OPEN: &[Stage] = MACHINE.open;

/// The table.
pub const MACHINE: Machine<Stage, Missing> = Machine {
    starts: &[Stage::Identified],
    open: &[
        Stage::Identified,
        Stage::Qualified,
        Stage::Contacted,
        Stage::InDialogue,
        Stage::ProposalSent,
        Stage::UnderReview,
        Stage::Committed,
        Stage::Active,
        Stage::Renewing,
    ],
    rest: Some(Stage::Dormant),
    rules: &[
        step(
            Stage::Identified,
            Stage::Qualified,
            &[Missing::Owner, Missing::EntryPoint, Missing::WeGain],
        ),
        step(Stage::Qualified, Stage::Contacted, &[Missing::Interaction]),
        step(
            Stage::Contacted,
            Stage::InDialogue,
            &[Missing::InteractionFromUs, Missing::InteractionFromThem],
        ),
        step(Stage::InDialogue, Stage::ProposalSent, &[Missing::Proposal]),
        step(Stage::ProposalSent, Stage::UnderReview, &[Missing::DecidingGroup]),
        step(Stage::ProposalSent, Stage::Committed, &[Missing::NoDecidingGroup, Missing::Decision]),
        step(Stage::UnderReview, Stage::Committed, &[Missing::Decision]),
        step(
            Stage::Committed,
            Stage::Active,
            &[Missing::ConfirmedRelationship, Missing::Onboarding],
        ),
        step(Stage::Active, Stage::Renewing, &[]),
        step(Stage::Active, Stage::Ended, &[Missing::EndDate, Missing::Reason]),
        step(Stage::Renewing, Stage::Active, &[Missing::NewEndDate]),
        step(Stage::Renewing, Stage::Ended, &[Missing::EndDate, Missing::Reason]),
        Rule { from: Origin::Open, to: Goal::Earlier, guard: &[Missing::Note] },
        Rule { from: Origin::Open, to: Goal::At(Stage::Dormant), guard: &[] },
        // One side says no: only before it happens.
        Rule { from: Origin::OpenBefore(Stage::Active), to: Goal::At(Stage::Declined), guard: NO },
        Rule { from: Origin::Resting, to: Goal::Remembered, guard: &[] },
        // What was active when it fell asleep wakes up before it ends.
        Rule {
            from: Origin::RestingBefore(Stage::Active),
            to: Goal::At(Stage::Declined),
            guard: NO,
        },
    ],
};

/// What saying no asks for.
const NO: &[Missing] = &[Missing::DeclinedBy, Missing::Reason];

const fn step(from: Stage, to: Stage, guard: &'static [Missing]) -> Rule<Stage, Missing> {
    Rule { from: Origin::At(from), to: Goal::At(to), guard }
}

/// Every move from a stage. `before_dormant` is the stage that a dormant engagement wakes up in.
pub fn moves(from: Stage, before_dormant: Option<Stage>) -> Vec<StageMove> {
    MACHINE.moves(Position { state: from, before: before_dormant })
}

/// What a move from one stage to another asks for, wherever a dormant engagement stood before; none
/// when there is no such move at all.
pub fn guard(from: Stage, to: Stage) -> Option<&'static [Missing]> {
    MACHINE.guard(from, to)
}

/// Whether an engagement may move; the refusal names everything that is missing.
pub fn transition(
    from: Stage,
    to: Stage,
    before_dormant: Option<Stage>,
    standing: Standing,
) -> Result<StageMove, Refusal> {
    MACHINE.step(Position { state: from, before: before_dormant }, to, standing)
}

/// What the guards on the way to a stage would have asked for and is not there: the debt of an
/// engagement that was recorded as already standing.
pub fn debt(stage: Stage, standing: Standing) -> Vec<Missing> {
    MACHINE.debt(stage, standing)
}

/// The move that leads on from a stage without ending the conversation, for those that stay too long to
/// be told what they wait for.
pub fn onward(stage: Stage) -> Option<StageMove> {
    let place = OPEN.iter().position(|open| *open == stage)?;
    let later = OPEN.get(place.checked_add(1)?..)?;
    moves(stage, None).into_iter().find(|step| later.contains(&step.to))
}

impl Stage {
    /// Whether the conversation goes on or may go on.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Declined | Self::Ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::RefusalCode;
    use crate::vocabulary::Word;

    /// The table as people reviewed it. What comes after sleep depends on what was before it.
    #[test]
    fn the_table_is_the_reviewed_one() {
        insta::assert_snapshot!("engagement", MACHINE.printed());
    }

    /// What fell asleep when it was active is not declined afterwards: it wakes up and may end.
    #[test]
    fn what_was_active_is_not_declined() {
        let reached = |before| moves(Stage::Dormant, Some(before)).into_iter().map(|row| row.to);
        for before in OPEN {
            let active = matches!(before, Stage::Active | Stage::Renewing);
            assert_eq!(reached(*before).next(), Some(*before));
            assert_eq!(reached(*before).any(|to| to == Stage::Declined), !active, "{before}");
        }
        for before in [None, Some(Stage::Dormant), Some(Stage::Declined), Some(Stage::Ended)] {
            assert!(moves(Stage::Dormant, before).is_empty());
        }
    }

    /// What a move asks for is the same wherever a dormant engagement stood before.
    #[test]
    fn a_guard_is_that_of_its_move() {
        for before in OPEN {
            for from in Stage::ALL {
                for row in moves(*from, Some(*before)) {
                    assert_eq!(guard(*from, row.to), Some(row.guard), "{from} -> {}", row.to);
                }
            }
        }
        assert_eq!(guard(Stage::Identified, Stage::Active), None);
        assert_eq!(guard(Stage::Dormant, Stage::Ended), None);
    }

    /// A blocked move names all that is missing at once.
    #[test]
    fn a_blocked_move_names_what_is_missing() {
        let blocked = |from, to| transition(from, to, None, Standing::new()).unwrap_err();
        let refusal = blocked(Stage::Identified, Stage::Qualified);
        assert_eq!(refusal.code, RefusalCode::GuardNotMet);
        assert_eq!(refusal.missing, ["OWNER", "ENTRY_POINT", "WE_GAIN"]);
        let undecided = blocked(Stage::ProposalSent, Stage::Committed);
        assert_eq!(undecided.code, RefusalCode::GuardNotMet);
        assert_eq!(undecided.missing, ["NO_DECIDING_GROUP", "DECISION"]);
        let idle = blocked(Stage::Committed, Stage::Active);
        assert_eq!(idle.missing, ["CONFIRMED_RELATIONSHIP", "ONBOARDING"]);
        let far = blocked(Stage::Identified, Stage::Active);
        assert_eq!(far.code, RefusalCode::StageNotReachable);
    }

    /// Nothing follows DECLINED or ENDED, and ACTIVE may end at once.
    #[test]
    fn the_end_is_the_end() {
        assert!(moves(Stage::Declined, None).is_empty() && moves(Stage::Ended, None).is_empty());
        assert!(moves(Stage::Active, None).iter().any(|row| row.to == Stage::Ended));
    }

    /// An engagement recorded as already standing owes what the guards on its way would have asked.
    #[test]
    fn debt_is_what_the_guards_would_have_asked() {
        let owner = Standing::new().with(Missing::Owner, true);
        assert_eq!(debt(Stage::Identified, owner), []);
        assert_eq!(
            debt(Stage::Contacted, owner),
            [Missing::EntryPoint, Missing::WeGain, Missing::Interaction]
        );
        let all = debt(Stage::Active, Standing::new());
        assert!(all.contains(&Missing::Decision) && all.contains(&Missing::Onboarding));
    }

    /// What leads on from a stage is the next one, and nothing leads on from the last.
    #[test]
    fn the_next_stage_leads_on() {
        assert_eq!(onward(Stage::InDialogue).map(|step| step.to), Some(Stage::ProposalSent));
        assert_eq!(onward(Stage::Active).map(|step| step.to), Some(Stage::Renewing));
        assert_eq!(onward(Stage::Renewing), None);
        assert_eq!(onward(Stage::Dormant), None);
    }
}
