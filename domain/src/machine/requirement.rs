//! Where a requirement belongs: to the good itself, or to one country's own version of it.

use super::{Facts, Goal, Machine, Origin, Rule};
use crate::engagement::Missing;
use crate::requirement::Disposition;

/// The table. Whoever decides otherwise than before says why.
pub const MACHINE: Machine<Disposition, Missing> = Machine {
    starts: &[Disposition::Undecided],
    open: &[Disposition::Undecided, Disposition::Core, Disposition::Local],
    rest: None,
    rules: &[
        step(Disposition::Undecided, Disposition::Core),
        step(Disposition::Undecided, Disposition::Local),
        Rule { from: Origin::Open, to: Goal::Later, guard: &[Missing::Note] },
        Rule { from: Origin::Open, to: Goal::Earlier, guard: &[Missing::Note] },
    ],
};

const fn step(from: Disposition, to: Disposition) -> Rule<Disposition, Missing> {
    Rule { from: Origin::At(from), to: Goal::At(to), guard: &[] }
}

/// What is known of a decision: whether it says why.
pub fn told(note: Option<&str>) -> Facts<Missing> {
    Facts::new().with(Missing::Note, note.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as people reviewed it.
    #[test]
    fn the_table_is_the_reviewed_one() {
        insta::assert_snapshot!("requirement", MACHINE.printed());
    }
}
