//! Long texts line by line: what two states of a text share, and which step brought or took each
//! line that they do not.

use crate::vocabulary;
use similar::{Algorithm, DiffTag, capture_diff_slices};

vocabulary! {
    /// What became of a line between two states of a text.
    pub enum LineState {
        /// It stands in both.
        Same = "SAME", "unchanged" | "inchangée";
        /// It stands in the earlier state only.
        Removed = "REMOVED", "removed" | "supprimée";
        /// It stands in the later state only.
        Added = "ADDED", "added" | "ajoutée";
    }
}

/// One line of two states of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What became of it.
    pub state: LineState,
    /// What it says.
    pub text: String,
    /// The step that brought it or took it, counted from zero; none when none of the steps did.
    pub step: Option<usize>,
}

/// One step of a text's history: what it was before and after. Between two steps may lie others
/// that nobody told of.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// Before.
    pub before: &'a str,
    /// After.
    pub after: &'a str,
}

/// The lines of the first and the last state of a history, in order of reading; removed ones stand
/// before those that came in their place.
pub fn compare(steps: &[Step<'_>]) -> Vec<Line> {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
        return Vec::new();
    };
    let (old, new) = (lines(first.before), lines(last.after));
    let origin = Origin::of(&old, steps, &new);
    let mut told = Vec::new();
    for run in runs(&old, &new) {
        let tell = |state, text: &&str, step| Line { state, text: (*text).to_owned(), step };
        if run.tag == DiffTag::Equal {
            told.extend(
                old.iter()
                    .skip(run.old)
                    .take(run.old_len)
                    .map(|text| tell(LineState::Same, text, None)),
            );
            continue;
        }
        let gone = old.iter().zip(&origin.taken).skip(run.old).take(run.old_len);
        told.extend(gone.map(|(text, step)| tell(LineState::Removed, text, *step)));
        let come = new.iter().zip(&origin.brought).skip(run.new).take(run.new_len);
        told.extend(come.map(|(text, step)| tell(LineState::Added, text, *step)));
    }
    told
}

/// Which step took each line of the first state, and brought each line of the last.
struct Origin {
    taken: Vec<Option<usize>>,
    brought: Vec<Option<usize>>,
}

/// Where a line of some state comes from.
#[derive(Clone, Copy)]
enum Root {
    /// From this line of the first state.
    First(usize),
    /// From this step, or from one that nobody told of.
    Step(Option<usize>),
}

impl Origin {
    fn of(old: &[&str], steps: &[Step<'_>], new: &[&str]) -> Self {
        let mut taken = vec![None; old.len()];
        let mut state = old.to_vec();
        let mut roots: Vec<_> = (0..old.len()).map(Root::First).collect();
        for (number, step) in steps.iter().enumerate() {
            let (before, after) = (lines(step.before), lines(step.after));
            roots = carry(&state, &before, &roots, None, &mut taken);
            roots = carry(&before, &after, &roots, Some(number), &mut taken);
            state = after;
        }
        roots = carry(&state, new, &roots, None, &mut taken);
        let brought = roots.into_iter().map(|root| match root {
            Root::First(_) => None,
            Root::Step(step) => step,
        });
        Self { brought: brought.collect(), taken }
    }
}

/// Carries the roots of the lines of one state over to the next.
fn carry(
    from: &[&str],
    to: &[&str],
    roots: &[Root],
    step: Option<usize>,
    taken: &mut [Option<usize>],
) -> Vec<Root> {
    let mut carried = Vec::with_capacity(to.len());
    for run in runs(from, to) {
        let here = roots.iter().skip(run.old).take(run.old_len);
        if run.tag == DiffTag::Equal {
            carried.extend(here);
            continue;
        }
        for root in here {
            if let Root::First(line) = root
                && let Some(taken) = taken.get_mut(*line)
            {
                *taken = step;
            }
        }
        carried.extend(std::iter::repeat_n(Root::Step(step), run.new_len));
    }
    carried
}

/// A stretch of lines that two states share, or do not.
struct Run {
    tag: DiffTag,
    old: usize,
    old_len: usize,
    new_len: usize,
    new: usize,
}

fn runs(old: &[&str], new: &[&str]) -> Vec<Run> {
    let found = capture_diff_slices(Algorithm::Myers, old, new);
    let run = |found: similar::DiffOp| {
        let (tag, old, new) = found.as_tag_tuple();
        Run { tag, old: old.start, old_len: old.len(), new: new.start, new_len: new.len() }
    };
    found.into_iter().map(run).collect()
}

/// The lines of a text; how they were ended makes no difference.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn history<'a>(states: &[&'a str]) -> Vec<Step<'a>> {
        states.windows(2).map(|pair| Step { before: pair[0], after: pair[1] }).collect()
    }

    fn check(steps: &[Step<'_>], expected: &str) {
        let told = compare(steps).into_iter().map(|line| {
            let sign = match line.state {
                LineState::Same => ' ',
                LineState::Removed => '-',
                LineState::Added => '+',
            };
            let step = line.step.map(|step| format!("@{step}")).unwrap_or_default();
            format!("{sign}{}{step}", line.text)
        });
        assert_eq!(told.collect::<Vec<_>>().join("\n"), expected);
    }

    /// A line is told once, with its sign and the step that brought or took it.
    #[test]
    fn lines_are_told_with_their_steps() {
        check(&history(&["a\nb\nc", "a\nx\nc"]), " a\n-b@0\n+x@0\n c");
        check(&history(&["a\nb", "a\nb\nc", "b\nc"]), "-a@1\n b\n+c@0");
        check(&history(&["", "one", "one\ntwo"]), "+one@0\n+two@1");
        check(&history(&["one", ""]), "-one@0");
        check(&[], "");
    }

    /// What came and went in between is not told; how lines end makes no difference.
    #[test]
    fn only_the_two_states_are_told() {
        check(&history(&["a", "a\nb", "a"]), " a");
        check(&history(&["a\r\nb  \n", "a\nb"]), " a\n b");
    }

    /// What changed between two steps, unseen, has no step to take it back.
    #[test]
    fn unseen_steps_are_nobodys() {
        let steps =
            [Step { before: "a", after: "a\nb" }, Step { before: "a\nb\nz", after: "a\nz" }];
        check(&steps, " a\n+z");
    }

    proptest! {
        /// The lines without the added ones are the first state, without the removed ones the last;
        /// no line names a step that there is not.
        #[test]
        fn both_states_can_be_read_from_the_lines(
            states in prop::collection::vec("([ab]\n){0,6}", 2..5),
        ) {
            let states: Vec<_> = states.iter().map(String::as_str).collect();
            let told = compare(&history(&states));
            let without = |state| {
                let rest = told.iter().filter(|line| line.state != state);
                rest.map(|line| line.text.as_str()).collect::<Vec<_>>()
            };
            prop_assert_eq!(without(LineState::Added), lines(states[0]));
            prop_assert_eq!(without(LineState::Removed), lines(states[states.len() - 1]));
            for line in &told {
                prop_assert!(line.step.is_none_or(|step| step < states.len() - 1));
            }
        }
    }
}
