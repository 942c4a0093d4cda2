//! Rounds in turn, and what they say: the median of the ratios pair by pair, since neighbours on the
//! machine disturb both sides of a pair alike, and never a figure of another run.

use crate::load::{self, Answers, Script};
use crate::usage;
use anyhow::Result;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// Below this share of the machine's work, others have worked too much for a verdict.
pub const LEAST_SHARE: f64 = 0.75;

/// One side of a comparison under load.
pub struct Side<'a, S> {
    /// Where it answers.
    pub address: SocketAddr,
    /// Its process.
    pub process: u32,
    /// What it is asked.
    pub script: &'a mut S,
}

/// What one round said of one side.
#[derive(Clone, Debug, Default)]
pub struct Round {
    /// Answers a second.
    pub rate: f64,
    /// Milliseconds within which half of the answers came.
    pub p50: f64,
    /// Milliseconds within which 99 of 100 came.
    pub p99: f64,
    /// Milliseconds of processor for one answer, in the server.
    pub server: f64,
    /// Milliseconds of processor for one answer, in the database.
    pub database: f64,
    /// Requests without an answer.
    pub errors: usize,
    /// The first of these.
    pub first_error: Option<String>,
    /// The share of the machine's work that was this run's.
    pub share: f64,
}

/// How long and how often.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long a round lasts.
    pub round: Duration,
    /// How many rounds of each side.
    pub rounds: usize,
}

impl Pace {
    /// Loads one side for a round. `database` is the process of its database, where that is another.
    pub async fn load<S: Script>(
        self,
        side: &mut Side<'_, S>,
        database: Option<u32>,
    ) -> Result<Round> {
        let used = |process: Option<u32>| process.map_or(Duration::ZERO, usage::processor);
        let own = Some(std::process::id());
        let before = [Some(side.process), database, own].map(used);
        let machine = usage::machine();
        let answers = load::run(side.address, side.script, self.round).await?;
        let machine = usage::machine().saturating_sub(machine);
        let after = [Some(side.process), database, own].map(used);
        let [server, database, own] =
            [0, 1, 2].map(|place: usize| after[place].saturating_sub(before[place]));
        // This process is the parent of the server, which is counted with it.
        let ours = own.max(server) + database;
        Ok(Round {
            share: share(ours, machine),
            server: milliseconds(server) / number(answers.times.len()),
            database: milliseconds(database) / number(answers.times.len()),
            ..Round::of(&answers)
        })
    }

    /// All sides in turn, again and again, after a warm-up that is not counted.
    pub async fn in_turn<S: Script>(
        self,
        sides: &mut [Side<'_, S>],
        database: Option<u32>,
    ) -> Result<Vec<Vec<Round>>> {
        let warm_up = Self { round: self.round.min(Duration::from_secs(2)), ..self };
        for side in &mut *sides {
            warm_up.load(side, database).await?;
        }
        let mut rounds = vec![Vec::new(); sides.len()];
        for _ in 0..self.rounds {
            for (side, rounds) in sides.iter_mut().zip(&mut rounds) {
                rounds.push(self.load(side, database).await?);
            }
        }
        Ok(rounds)
    }
}

impl Round {
    fn of(answers: &Answers) -> Self {
        let at = |percent: usize| {
            let place = (answers.times.len() * percent / 100).min(answers.times.len() - 1);
            answers.times.get(place).copied().map_or(0.0, milliseconds)
        };
        Self {
            rate: number(answers.times.len()) / answers.lasted.as_secs_f64(),
            p50: at(50),
            p99: at(99),
            errors: answers.errors,
            first_error: answers.first_error.clone(),
            ..Self::default()
        }
    }
}

/// The middle of some figures.
pub fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    match (figures.get(middle), figures.len() % 2) {
        (None, _) => f64::NAN,
        (Some(upper), 1) => *upper,
        (Some(upper), _) => (figures.get(middle - 1).unwrap_or(upper) + upper) / 2.0,
    }
}

/// The middle of the ratios of figures that were taken in turn.
pub fn ratio(ours: &[f64], theirs: &[f64]) -> f64 {
    median(ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs))
}

/// How long it takes, in milliseconds.
pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// The share of the machine's work that was one's own; never more than all, whatever clocks say.
pub fn share(own: Duration, machine: Duration) -> f64 {
    if machine.is_zero() { 1.0 } else { (own.as_secs_f64() / machine.as_secs_f64()).min(1.0) }
}

/// Work of this thread with the processor time that it took, and the share of the machine's work
/// that all processes of this run had meanwhile.
pub fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, Duration, f64)> {
    let (own, machine) = (usage::processor(std::process::id()), usage::machine());
    let before = usage::this_thread()?;
    let answer = work()?;
    let took = usage::this_thread()?.saturating_sub(before);
    let own = usage::processor(std::process::id()).saturating_sub(own);
    Ok((answer, took, share(own, usage::machine().saturating_sub(machine))))
}

/// How long a future takes by the clock.
pub async fn lasted<T>(work: impl Future<Output = Result<T>>) -> Result<(T, Duration)> {
    let began = Instant::now();
    let answer = work.await?;
    Ok((answer, began.elapsed()))
}

/// A count as a figure.
pub fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The middle of an odd number of figures is one of them, of an even number between two; of none
    /// there is none.
    #[test]
    fn the_middle() {
        assert_eq!(median([3.0, 1.0, 9.0]), 3.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median([]).is_nan());
    }

    /// A neighbour that halves both sides of one round leaves the ratio as it is, though the medians
    /// of each side alone would tell another one.
    #[test]
    fn disturbed_pairs_keep_their_ratio() {
        let (ours, theirs) = ([900.0, 450.0, 880.0], [300.0, 150.0, 100.0]);
        assert_eq!(ratio(&ours, &theirs), 3.0);
        assert_ne!(median(ours) / median(theirs), 3.0);
    }

    /// Percentiles are read from the times in order of length.
    #[test]
    fn percentiles() {
        let times = (1..=200).map(Duration::from_millis).collect();
        let lasted = Duration::from_secs(2);
        let round = Round::of(&Answers { times, lasted, errors: 3, first_error: None });
        assert_eq!((round.rate, round.p50, round.p99, round.errors), (100.0, 101.0, 199.0, 3));
    }

    /// All of an idle machine is one's own, and no share is more than the whole.
    #[test]
    fn shares() {
        let second = Duration::from_secs(1);
        assert_eq!(share(second, Duration::ZERO), 1.0);
        assert_eq!(share(second, second * 4), 0.25);
        assert_eq!(share(second * 3, second), 1.0);
    }
}
