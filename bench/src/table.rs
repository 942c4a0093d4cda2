//! The table of a run, and whether its goals were met.

use crate::measure::{LEAST_SHARE, Round, median};
use std::fmt::{Display, Formatter, Result};

/// Whether a figure is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Pass,
    /// It is not, and that is the fault of what was measured.
    Missed,
    /// It is not, but others worked on the machine.
    Noisy,
    /// The other side is not there.
    NotInstalled,
    /// The answer is wrong, so that its speed means nothing.
    Wrong,
    /// Only told.
    Told,
}

/// One comparison.
#[derive(Clone, Debug)]
pub struct Line {
    /// What was measured.
    pub workload: String,
    /// Our figure.
    pub ours: String,
    /// The other side's, and who it is.
    pub peer: String,
    /// How many times as good ours is.
    pub ratio: String,
    /// What it should be.
    pub goal: String,
    /// What came of it.
    pub verdict: Verdict,
    /// What is seen beside it: checks of the answers, and how the machine was shared.
    pub beside: String,
}

impl Line {
    /// A line for what could not be measured to its end; the others still are.
    pub fn failed(workload: &str, error: &anyhow::Error) -> Self {
        Self {
            verdict: Verdict::Wrong,
            beside: format!("{error:#}"),
            peer: String::new(),
            ..Self::not_installed(workload, "", "")
        }
    }

    /// A line for a peer that is not there.
    pub fn not_installed(workload: &str, peer: &str, goal: &str) -> Self {
        Self {
            workload: workload.to_owned(),
            ours: String::new(),
            peer: format!("{peer}: not installed"),
            ratio: String::new(),
            goal: goal.to_owned(),
            verdict: Verdict::NotInstalled,
            beside: String::new(),
        }
    }
}

/// Whether a goal was met, on a machine of which a share was ours.
pub fn judge(met: bool, share: f64) -> Verdict {
    match met {
        true => Verdict::Pass,
        false if share < LEAST_SHARE => Verdict::Noisy,
        false => Verdict::Missed,
    }
}

/// What rounds under load say, in one cell.
pub fn rounds(rounds: &[Round]) -> String {
    let of = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure));
    format!(
        "{:.0}/s p50 {:.1} p99 {:.1} ms cpu {:.2}+{:.2} ms",
        of(|round| round.rate),
        of(|round| round.p50),
        of(|round| round.p99),
        of(|round| round.server),
        of(|round| round.database),
    )
}

/// All lines so far.
#[derive(Clone, Debug, Default)]
pub struct Table(Vec<Line>);

impl Table {
    /// Adds a line, and tells it at once: a whole run takes minutes.
    pub fn add(&mut self, line: Line) {
        eprintln!("  {line}");
        self.0.push(line);
    }

    /// Whether nothing that was measured is wrong or too slow.
    pub fn passes(&self) -> bool {
        let bad = |line: &Line| matches!(line.verdict, Verdict::Missed | Verdict::Wrong);
        !self.0.iter().any(bad)
    }
}

impl Display for Verdict {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.pad(match self {
            Self::Pass => "pass",
            Self::Missed => "MISSED",
            Self::Noisy => "noisy",
            Self::NotInstalled => "-",
            Self::Wrong => "WRONG",
            Self::Told => "told",
        })
    }
}

impl Display for Line {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let Self { workload, ours, peer, ratio, goal, verdict, beside } = self;
        write!(formatter, "{workload} | {ours} | {peer} | {ratio} | {goal} | {verdict} | {beside}")
    }
}

impl Display for Table {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let heads = ["workload", "ours", "peer", "ratio", "goal", "pass", "beside"];
        let cells = |line: &Line| {
            let Line { workload, ours, peer, ratio, goal, verdict, beside } = line.clone();
            [workload, ours, peer, ratio, goal, verdict.to_string(), beside]
        };
        let rows: Vec<_> =
            std::iter::once(heads.map(str::to_owned)).chain(self.0.iter().map(cells)).collect();
        let width = |place: usize| {
            rows.iter().filter_map(|row| Some(row.get(place)?.chars().count())).max().unwrap_or(0)
        };
        let widths: Vec<_> = (0..heads.len()).map(width).collect();
        for row in &rows {
            let padded = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            writeln!(formatter, "{}", padded.collect::<Vec<_>>().join(" | ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(verdict: Verdict) -> Line {
        Line { verdict, ..Line::not_installed("list", "peer", "3x") }
    }

    /// A goal missed on a quiet machine fails the run; on a busy one, or without the peer, it does
    /// not. A wrong answer always does.
    #[test]
    fn what_fails_a_run() {
        assert_eq!(judge(true, 0.1), Verdict::Pass);
        assert_eq!(judge(false, 0.74), Verdict::Noisy);
        assert_eq!(judge(false, 0.76), Verdict::Missed);
        let passes = |verdict| Table(vec![line(Verdict::Pass), line(verdict)]).passes();
        assert!(passes(Verdict::Noisy) && passes(Verdict::NotInstalled) && passes(Verdict::Told));
        assert!(!passes(Verdict::Missed) && !passes(Verdict::Wrong));
    }

    /// Every row has every column, under its head.
    #[test]
    fn columns_stand_under_their_heads() {
        let text = Table(vec![line(Verdict::NotInstalled)]).to_string();
        let bars =
            |row: &str| -> Vec<usize> { row.match_indices('|').map(|(place, _)| place).collect() };
        let rows: Vec<_> = text.lines().map(bars).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0], rows[1]);
        assert!(text.contains("not installed"));
    }
}
