//! What holds of every machine, whatever its table says; and that a new machine is nothing but a table.

use super::{
    Facts, Goal, Machine, Origin, Position, Rule, action, engagement, implementation, need,
    requirement,
};
use crate::vocabulary;
use crate::vocabulary::Word;
use proptest::prelude::*;

vocabulary! {
    /// How far a partner's status has come.
    pub enum Tier {
        /// Asked for.
        Applied = "APPLIED", "applied" | "demandé";
        /// Looked at.
        UnderReview = "UNDER_REVIEW", "under review" | "en examen";
        /// Voted on.
        Voting = "VOTING", "voting" | "au vote";
        /// Given for a time.
        Provisional = "PROVISIONAL", "provisional" | "provisoire";
        /// Given.
        Trusted = "TRUSTED", "trusted" | "de confiance";
        /// Run out.
        Lapsed = "LAPSED", "lapsed" | "échu";
        /// Given back.
        Withdrawn = "WITHDRAWN", "withdrawn" | "retiré";
        /// Not given.
        Rejected = "REJECTED", "rejected" | "refusé";
    }
}

vocabulary! {
    /// What the moves of a partner's status ask for.
    pub enum TierFact {
        /// Somebody who looks at it.
        Reviewer = "REVIEWER", "a reviewer" | "un examinateur";
        /// A vote that passed.
        VotePassed = "VOTE_PASSED", "a vote that passed" | "un vote favorable";
        /// The end of the time for which it is given.
        ReviewDate = "REVIEW_DATE", "a review date" | "une date d’examen";
        /// Why.
        Note = "NOTE", "a note" | "une note";
    }
}

const fn step(from: Tier, to: Tier, guard: &'static [TierFact]) -> Rule<Tier, TierFact> {
    Rule { from: Origin::At(from), to: Goal::At(to), guard }
}

/// A machine that nothing else knows of.
const TIER: Machine<Tier, TierFact> = Machine {
    starts: &[Tier::Applied],
    open: &[Tier::Applied, Tier::UnderReview, Tier::Voting, Tier::Provisional, Tier::Trusted],
    rest: None,
    rules: &[
        step(Tier::Applied, Tier::UnderReview, &[TierFact::Reviewer]),
        step(Tier::UnderReview, Tier::Voting, &[]),
        step(Tier::Voting, Tier::Provisional, &[TierFact::VotePassed, TierFact::ReviewDate]),
        step(Tier::Provisional, Tier::Trusted, &[TierFact::VotePassed]),
        step(Tier::Trusted, Tier::Lapsed, &[]),
        Rule { from: Origin::Open, to: Goal::At(Tier::Withdrawn), guard: &[TierFact::Note] },
        Rule {
            from: Origin::OpenBefore(Tier::Provisional),
            to: Goal::At(Tier::Rejected),
            guard: &[TierFact::Note],
        },
        step(Tier::Lapsed, Tier::Applied, &[]),
        step(Tier::Withdrawn, Tier::Applied, &[]),
        step(Tier::Rejected, Tier::Applied, &[TierFact::Note]),
    ],
};

/// A new machine is a table: the engine needs to know nothing else of it.
#[test]
fn a_new_machine_is_a_table() {
    insta::assert_snapshot!("tier", TIER.printed());
}

/// What was asked for at every step of a walk: a state, and which facts were there.
type Walk = Vec<(usize, u32)>;

fn walks() -> impl Strategy<Value = Walk> {
    proptest::collection::vec((0usize..16, any::<u32>()), 0..40)
}

/// Walks by what the engine allows, and holds it to what a table means.
fn check<S: Word, F: Word>(machine: &Machine<S, F>, walk: &Walk) {
    for start in machine.starts.iter().copied().map(Position::at) {
        let (mut at, mut history) = (start, Vec::new());
        for (wish, have) in walk {
            let to = S::ALL[wish % S::ALL.len()];
            let place = |fact: F| F::ALL.iter().position(|known| *known == fact).unwrap_or(0);
            let facts = Facts::ask(|fact| have & (1 << place(fact)) != 0);
            let known = machine.moves(at).into_iter().find(|step| step.to == to);
            match machine.step(at, to, facts) {
                Ok(made) => {
                    assert!(made.guard.iter().all(|fact| facts.has(*fact)), "{made:?}");
                    assert_eq!(Some(made), known);
                    history.push((at.state, made.to));
                    at = machine.after(made);
                }
                Err(refusal) => match known {
                    None => assert_eq!(refusal.missing.len(), machine.moves(at).len()),
                    Some(step) => assert_eq!(refusal.missing.len(), step.missing(facts).len()),
                },
            }
        }
        assert_eq!(machine.replay(start, history.iter().copied()), Some(at));
        if let Some((_, last)) = history.last().copied() {
            let forged = history.iter().copied().chain([(last, last)]);
            assert_eq!(machine.replay(start, forged), None);
        }
    }
}

/// What stood before it was recorded owes what it has not, and nothing once it has all; it is demanded
/// of nobody, for the moves from there ask for their own guards only.
fn check_debt<S: Word, F: Word>(machine: &Machine<S, F>) {
    let all = Facts::ask(|_| true);
    for state in S::ALL {
        assert_eq!(machine.debt(*state, all), []);
        for step in machine.moves(Position::at(*state)) {
            let own = Facts::ask(|fact| step.guard.contains(&fact));
            assert!(machine.step(Position::at(*state), step.to, own).is_ok());
        }
    }
    for pair in machine.open.windows(2) {
        let owed = machine.debt(pair[0], Facts::new());
        assert!(owed.iter().all(|fact| machine.debt(pair[1], Facts::new()).contains(fact)));
    }
}

proptest! {
    /// No sequence of moves reaches a state whose guard does not hold, a refusal names everything that is
    /// missing, and the history of what was allowed leads to where it stands and to nowhere else.
    #[test]
    fn a_walk_is_as_its_guards_say(walk in walks()) {
        check(&engagement::MACHINE, &walk);
        check(&implementation::MACHINE, &walk);
        check(&action::MACHINE, &walk);
        check(&requirement::MACHINE, &walk);
        check(&need::MACHINE, &walk);
        check(&TIER, &walk);
    }
}

/// "Recorded as already standing" shows what is owed and demands nothing.
#[test]
fn what_already_stood_owes_and_is_not_asked() {
    check_debt(&engagement::MACHINE);
    check_debt(&implementation::MACHINE);
    check_debt(&action::MACHINE);
    check_debt(&requirement::MACHINE);
    check_debt(&need::MACHINE);
    check_debt(&TIER);
}

/// Who rests wakes up where it was, from every open state.
#[test]
fn rest_is_where_one_was() {
    fn check<S: Word, F: Word>(machine: &Machine<S, F>) {
        for (rest, open) in
            machine.rest.iter().flat_map(|rest| machine.open.iter().map(move |open| (rest, open)))
        {
            let asleep = machine.step(Position::at(*open), *rest, Facts::new()).unwrap();
            let at = machine.after(asleep);
            assert_eq!(at, Position { state: *rest, before: Some(*open) });
            let awake = machine.step(at, *open, Facts::new()).unwrap();
            assert_eq!(machine.after(awake), Position::at(*open));
        }
    }
    check(&engagement::MACHINE);
    check(&implementation::MACHINE);
}
