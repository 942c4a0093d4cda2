//! The stage machine: which stage may follow which, and what each asks for first. One table as
//! data; the board, the API and the history check all read it.

use super::words::{Missing, Stage};
use crate::refusal::{Refusal, RefusalCode};
use crate::vocabulary::Word;

/// What the guards need to know about an engagement and about the move that is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What is there; a guard asks for some of it.
    have: u32,
}

impl Standing {
    /// Nothing recorded.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same standing with `item` recorded when `recorded` holds.
    pub fn with(mut self, item: Missing, recorded: bool) -> Self {
        if recorded {
            self.have |= bit(item);
        }
        self
    }

    /// Whether the item is recorded.
    pub fn has(self, item: Missing) -> bool {
        self.have & bit(item) != 0
    }
}

fn bit(item: Missing) -> u32 {
    let position = Missing::ALL.iter().position(|known| *known == item).unwrap_or(31);
    u32::try_from(position).ok().and_then(|shift| 1u32.checked_shl(shift)).unwrap_or(0)
}

/// One row of the table: a move forward (or out) with what it asks for.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    /// From.
    pub from: Stage,
    /// To.
    pub to: Stage,
    /// What must be recorded first.
    pub guard: &'static [Missing],
}

/// What cannot be recorded yet, so that guards asking for it say so.
pub const NOT_YET_RECORDABLE: &[Missing] = &[
    Missing::NoDecidingGroup,
    Missing::Decision,
    Missing::ConfirmedRelationship,
    Missing::Onboarding,
];

/// The stages in which a conversation is going on, in their order.
pub const OPEN: &[Stage] = &[
    Stage::Identified,
    Stage::Qualified,
    Stage::Contacted,
    Stage::InDialogue,
    Stage::ProposalSent,
    Stage::UnderReview,
    Stage::Committed,
    Stage::Active,
    Stage::Renewing,
];

const fn step(from: Stage, to: Stage, guard: &'static [Missing]) -> Move {
    Move { from, to, guard }
}

const FORWARD: &[Move] = &[
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
    step(Stage::Committed, Stage::Active, &[Missing::ConfirmedRelationship, Missing::Onboarding]),
    step(Stage::Active, Stage::Renewing, &[]),
    step(Stage::Active, Stage::Ended, &[Missing::EndDate, Missing::Reason]),
    step(Stage::Renewing, Stage::Active, &[Missing::NewEndDate]),
    step(Stage::Renewing, Stage::Ended, &[Missing::EndDate, Missing::Reason]),
];

/// Every move from a stage. `before_dormant` is the stage that a dormant engagement wakes up in; what
/// was active when it fell asleep wakes up before it ends.
pub fn moves(from: Stage, before_dormant: Option<Stage>) -> Vec<Move> {
    if from == Stage::Dormant {
        let before = before_dormant.filter(|stage| OPEN.contains(stage));
        let wake = before.map(|to| step(from, to, &[]));
        return wake.into_iter().chain(before.and_then(|before| decline(from, before))).collect();
    }
    let mut moves: Vec<Move> = FORWARD.iter().copied().filter(|step| step.from == from).collect();
    let Some(position) = OPEN.iter().position(|stage| *stage == from) else {
        return moves;
    };
    for earlier in &OPEN[..position] {
        if !moves.iter().any(|known| known.to == *earlier) {
            moves.push(step(from, *earlier, &[Missing::Note]));
        }
    }
    moves.push(step(from, Stage::Dormant, &[]));
    moves.extend(decline(from, from));
    moves
}

/// One side says no: only before it happens. `reached` is where the conversation stands, or stood
/// before it fell asleep.
fn decline(from: Stage, reached: Stage) -> Option<Move> {
    let before = !matches!(reached, Stage::Active | Stage::Renewing);
    before.then_some(step(from, Stage::Declined, &[Missing::DeclinedBy, Missing::Reason]))
}

/// What a move from one stage to another asks for, wherever a dormant engagement stood before; none
/// when there is no such move at all.
pub fn guard(from: Stage, to: Stage) -> Option<&'static [Missing]> {
    let before = if to == Stage::Declined { Stage::Identified } else { to };
    moves(from, Some(before)).into_iter().find(|row| row.to == to).map(|row| row.guard)
}

impl Move {
    /// What the guard asks for and is not there.
    pub fn missing(&self, standing: Standing) -> Vec<Missing> {
        self.guard.iter().copied().filter(|item| !standing.has(*item)).collect()
    }
}

/// Whether an engagement may move; the refusal names everything that is missing.
pub fn transition(
    from: Stage,
    to: Stage,
    before_dormant: Option<Stage>,
    standing: Standing,
) -> Result<Move, Refusal> {
    let moves = moves(from, before_dormant);
    let Some(found) = moves.iter().find(|known| known.to == to) else {
        let mut refusal = Refusal::new(RefusalCode::StageNotReachable, "to");
        refusal.missing = moves.iter().map(|known| known.to.code().to_owned()).collect();
        return Err(refusal);
    };
    let missing = found.missing(standing);
    if missing.is_empty() {
        return Ok(*found);
    }
    let later = missing.iter().all(|item| NOT_YET_RECORDABLE.contains(item));
    let code = if later { RefusalCode::NotYetRecordable } else { RefusalCode::GuardNotMet };
    let mut refusal = Refusal::new(code, "to");
    refusal.missing = missing.iter().map(|item| item.code().to_owned()).collect();
    Err(refusal)
}

/// What the guards on the way to a stage would have asked for and is not there: the debt of an
/// engagement that was recorded as already standing.
pub fn debt(stage: Stage, standing: Standing) -> Vec<Missing> {
    let reached = OPEN.iter().position(|known| *known == stage).unwrap_or(0);
    let mut debt = Vec::new();
    for pair in OPEN[..=reached].windows(2) {
        let row = FORWARD.iter().find(|row| row.from == pair[0] && row.to == pair[1]);
        for item in row.map(|row| row.missing(standing)).unwrap_or_default() {
            if !debt.contains(&item) && !NOT_YET_RECORDABLE.contains(&item) {
                debt.push(item);
            }
        }
    }
    debt
}

impl Stage {
    /// Whether it counts as open for "at most one engagement per party and objective".
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Declined | Self::Ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which stage may follow which, and what each asks for, as reviewed.
    #[test]
    fn the_table_is_as_reviewed() {
        let mut table = String::new();
        let mut add = |title: &str, from: Stage, before: Option<Stage>| {
            for row in moves(from, before) {
                let asked: Vec<_> = row.guard.iter().map(|item| item.code()).collect();
                table.push_str(format!("{title} -> {}: {}", row.to, asked.join(", ")).trim_end());
                table.push('\n');
            }
        };
        for from in Stage::ALL.iter().filter(|from| **from != Stage::Dormant) {
            add(from.code(), *from, None);
        }
        for before in OPEN {
            add(&format!("DORMANT after {before}"), Stage::Dormant, Some(*before));
        }
        insta::assert_snapshot!("stage_machine", table);
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

    /// Only what leads to COMMITTED and further may ask for what cannot be recorded yet.
    #[test]
    fn everything_up_to_the_review_can_be_recorded() {
        for from in Stage::ALL {
            for row in moves(*from, Some(Stage::Identified)) {
                let early = OPEN.iter().position(|stage| *stage == row.to).unwrap_or(0) < 6;
                let recordable = row.guard.iter().all(|item| !NOT_YET_RECORDABLE.contains(item));
                assert!(recordable || !early, "{from} -> {}", row.to);
            }
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

    /// A blocked move names all that is missing at once, and what cannot be recorded yet says so.
    #[test]
    fn a_blocked_move_names_what_is_missing() {
        let refusal =
            transition(Stage::Identified, Stage::Qualified, None, Standing::new()).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::GuardNotMet);
        assert_eq!(refusal.missing, ["OWNER", "ENTRY_POINT", "WE_GAIN"]);
        let refusal =
            transition(Stage::UnderReview, Stage::Committed, None, Standing::new()).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::NotYetRecordable);
        let undecided =
            transition(Stage::ProposalSent, Stage::Committed, None, Standing::new()).unwrap_err();
        assert_eq!(undecided.code, RefusalCode::NotYetRecordable);
        assert_eq!(undecided.missing, ["NO_DECIDING_GROUP", "DECISION"]);
        let refusal =
            transition(Stage::Identified, Stage::Active, None, Standing::new()).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::StageNotReachable);
    }

    /// With everything recorded, every move of the table is allowed; with nothing, only unguarded ones.
    #[test]
    fn guards_decide_and_nothing_else() {
        let all = Missing::ALL.iter().fold(Standing::new(), |all, item| all.with(*item, true));
        for from in Stage::ALL {
            for row in moves(*from, Some(Stage::Active)) {
                assert!(transition(*from, row.to, Some(Stage::Active), all).is_ok());
                let bare = transition(*from, row.to, Some(Stage::Active), Standing::new());
                assert_eq!(bare.is_ok(), row.guard.is_empty(), "{from} {}", row.to);
            }
        }
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
    }
}
