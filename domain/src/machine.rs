//! One engine for everything that moves from state to state. A machine is a table: its states, which
//! may follow which, and what each move asks for first; the engine reads it and knows no noun.

use crate::refusal::{Refusal, RefusalCode};
use crate::vocabulary::Word;
use std::marker::PhantomData;

pub mod action;
pub mod engagement;
pub mod implementation;
pub mod need;
pub mod requirement;

#[cfg(test)]
mod tests;

/// A table of states and moves, as data.
#[derive(Clone, Copy, Debug)]
pub struct Machine<S: 'static, F: 'static> {
    /// Where something may begin when it is recorded as new.
    pub starts: &'static [S],
    /// The states in which it goes on, in their order.
    pub open: &'static [S],
    /// Where it rests, if it can: it wakes up where it was.
    pub rest: Option<S>,
    /// What may follow what. Of two rules about the same two states the first one counts.
    pub rules: &'static [Rule<S, F>],
}

/// One line of a table.
#[derive(Clone, Copy, Debug)]
pub struct Rule<S: 'static, F: 'static> {
    /// From where.
    pub from: Origin<S>,
    /// To where.
    pub to: Goal<S>,
    /// What must be recorded, or given with the move, first.
    pub guard: &'static [F],
}

/// From where a rule leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<S> {
    /// This state.
    At(S),
    /// Any open state.
    Open,
    /// Any open state before this one.
    OpenBefore(S),
    /// Rest, whatever was before.
    Resting,
    /// Rest, after an open state before this one.
    RestingBefore(S),
    /// Rest, where nobody knows what was before.
    RestingUnknown,
}

/// Where a rule leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal<S> {
    /// This state.
    At(S),
    /// Every open state before the present one.
    Earlier,
    /// Every open state after the present one.
    Later,
    /// Where it was before it rested.
    Remembered,
    /// Any open state.
    Open,
}

/// Where something stands, and where it was before it rested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position<S> {
    /// Where it stands.
    pub state: S,
    /// Where it was before it rested; none when it does not rest, or nobody knows.
    pub before: Option<S>,
}

/// One move that a table allows where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move<S: 'static, F: 'static> {
    /// From.
    pub from: S,
    /// To.
    pub to: S,
    /// What must be recorded first.
    pub guard: &'static [F],
}

/// What the guards find: of each named fact, whether it is there.
#[derive(Debug, PartialEq, Eq)]
pub struct Facts<F> {
    have: u32,
    of: PhantomData<F>,
}

impl<F> Clone for Facts<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Facts<F> {}

impl<F> Default for Facts<F> {
    fn default() -> Self {
        Self { have: 0, of: PhantomData }
    }
}

impl<F: Word> Facts<F> {
    /// Nothing recorded.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks a context for every fact of the list.
    pub fn ask(of: impl Fn(F) -> bool) -> Self {
        F::ALL.iter().fold(Self::new(), |facts, fact| facts.with(*fact, of(*fact)))
    }

    /// The same facts with this one recorded when `recorded` holds.
    pub fn with(mut self, fact: F, recorded: bool) -> Self {
        if recorded {
            self.have |= bit(fact);
        }
        self
    }

    /// Whether the fact is recorded.
    pub fn has(self, fact: F) -> bool {
        self.have & bit(fact) != 0
    }
}

fn bit<F: Word>(fact: F) -> u32 {
    let position = F::ALL.iter().position(|known| *known == fact).unwrap_or(31);
    u32::try_from(position).ok().and_then(|shift| 1u32.checked_shl(shift)).unwrap_or(0)
}

impl<S: Word> Position<S> {
    /// In a state, without a memory of another one.
    pub fn at(state: S) -> Self {
        Self { state, before: None }
    }
}

impl<S: Word, F: Word> Move<S, F> {
    /// What the guard asks for and is not there.
    pub fn missing(&self, facts: Facts<F>) -> Vec<F> {
        self.guard.iter().copied().filter(|fact| !facts.has(*fact)).collect()
    }
}

impl<S: Word, F: Word> Machine<S, F> {
    /// Whether it goes on in this state.
    pub fn is_open(&self, state: S) -> bool {
        self.open.contains(&state)
    }

    /// Every move from where something stands, in the order of the table.
    pub fn moves(&self, at: Position<S>) -> Vec<Move<S, F>> {
        let mut moves: Vec<Move<S, F>> = Vec::new();
        for rule in self.rules.iter().filter(|rule| self.begins(rule.from, at)) {
            for to in self.goals(rule.to, at) {
                if to != at.state && !moves.iter().any(|known| known.to == to) {
                    moves.push(Move { from: at.state, to, guard: rule.guard });
                }
            }
        }
        moves
    }

    fn order(&self, state: S) -> Option<usize> {
        self.open.iter().position(|open| *open == state)
    }

    fn begins(&self, origin: Origin<S>, at: Position<S>) -> bool {
        let resting = self.rest == Some(at.state);
        let before = |state: Option<S>, limit: S| {
            let state = state.and_then(|state| self.order(state));
            state.is_some_and(|state| self.order(limit).is_some_and(|limit| state < limit))
        };
        match origin {
            Origin::At(state) => state == at.state,
            Origin::Open => self.is_open(at.state),
            Origin::OpenBefore(limit) => before(Some(at.state), limit),
            Origin::Resting => resting,
            Origin::RestingBefore(limit) => resting && before(at.before, limit),
            Origin::RestingUnknown => resting && at.before.is_none(),
        }
    }

    fn goals(&self, goal: Goal<S>, at: Position<S>) -> Vec<S> {
        let here = self.order(at.state);
        match goal {
            Goal::At(state) => vec![state],
            Goal::Earlier => self.open.iter().copied().take(here.unwrap_or(0)).collect(),
            Goal::Later => {
                let passed = here.map_or(self.open.len(), |here| here.saturating_add(1));
                self.open.iter().copied().skip(passed).collect()
            }
            Goal::Open => self.open.to_vec(),
            Goal::Remembered => {
                at.before.filter(|before| self.is_open(*before)).into_iter().collect()
            }
        }
    }

    /// The move that was asked for, when the table has it and its guard holds; the refusal names
    /// everything that is missing, or where one can go instead.
    pub fn step(&self, at: Position<S>, to: S, facts: Facts<F>) -> Result<Move<S, F>, Refusal> {
        let moves = self.moves(at);
        let Some(found) = moves.iter().find(|known| known.to == to) else {
            let mut refusal = Refusal::new(RefusalCode::StageNotReachable, "to");
            refusal.missing = moves.iter().map(|known| known.to.code().to_owned()).collect();
            return Err(refusal);
        };
        let missing = found.missing(facts);
        if missing.is_empty() {
            return Ok(*found);
        }
        let mut refusal = Refusal::new(RefusalCode::GuardNotMet, "to");
        refusal.missing = missing.iter().map(|fact| fact.code().to_owned()).collect();
        Err(refusal)
    }

    /// Where something stands after a move: who goes to rest remembers from where.
    pub fn after(&self, made: Move<S, F>) -> Position<S> {
        let resting = self.rest == Some(made.to);
        Position { state: made.to, before: resting.then_some(made.from) }
    }

    /// What a move from one state to another asks for, wherever something that rests was before; none
    /// when there is no such move at all.
    pub fn guard(&self, from: S, to: S) -> Option<&'static [F]> {
        let befores = self.open.iter().copied().map(Some).chain([None]);
        befores
            .flat_map(|before| self.moves(Position { state: from, before }))
            .find(|found| found.to == to)
            .map(|found| found.guard)
    }

    /// What the guards on the way to a state would have asked for and is not there: the debt of what was
    /// recorded as already standing. Nothing of it is demanded.
    pub fn debt(&self, state: S, facts: Facts<F>) -> Vec<F> {
        let reached = self.order(state).unwrap_or(0);
        let mut debt = Vec::new();
        for pair in self.open.get(..=reached).unwrap_or_default().windows(2) {
            let (from, to) = (Position::at(pair[0]), pair[1]);
            let step = self.moves(from).into_iter().find(|step| step.to == to);
            let missing = step.map(|step| step.missing(facts)).unwrap_or_default();
            for fact in missing {
                if !debt.contains(&fact) {
                    debt.push(fact);
                }
            }
        }
        debt
    }

    /// Where a history of moves ends, beginning in a state; none when the table has not every move.
    pub fn replay(
        &self,
        start: Position<S>,
        history: impl IntoIterator<Item = (S, S)>,
    ) -> Option<Position<S>> {
        history.into_iter().try_fold(start, |at, (from, to)| {
            let known = self.moves(at).into_iter().find(|step| step.to == to);
            known.filter(|_| at.state == from).map(|step| self.after(step))
        })
    }

    /// The whole table, a line for each move, for review.
    pub fn printed(&self) -> String {
        let mut table = String::new();
        let mut add = |title: &str, at: Position<S>| {
            for step in self.moves(at) {
                let asked: Vec<_> = step.guard.iter().map(|fact| fact.code()).collect();
                let line = format!("{title} -> {}: {}", step.to.code(), asked.join(", "));
                table.push_str(line.trim_end());
                table.push('\n');
            }
        };
        for state in S::ALL.iter().copied() {
            if self.rest != Some(state) {
                add(state.code(), Position::at(state));
            }
        }
        for (rest, before) in
            self.rest.iter().flat_map(|rest| self.open.iter().map(move |open| (rest, open)))
        {
            let at = Position { state: *rest, before: Some(*before) };
            add(&format!("{} after {}", rest.code(), before.code()), at);
        }
        if let Some(rest) = self.rest {
            add(&format!("{} after nobody knows what", rest.code()), Position::at(rest));
        }
        table
    }
}
