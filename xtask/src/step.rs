//! One line for each step of a command, with the seconds it has taken so far.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::Result;

/// How long a step stays silent where its line cannot be rewritten in place.
const SILENCE: Duration = Duration::from_secs(30);

/// A step under way.
pub struct Step {
    name: String,
    started: Instant,
    told: Instant,
    rewritten: bool,
}

impl Step {
    /// Announces a step, does its work, and says how long it took and what came of it.
    pub fn run<T>(name: &str, work: impl FnOnce(&mut Step) -> Result<(T, String)>) -> Result<T> {
        let now = Instant::now();
        let mut step = Step { name: name.to_owned(), started: now, told: now, rewritten: false };
        let outcome = work(&mut step);
        match &outcome {
            Ok((_, note)) => step.close("ok", note),
            Err(_) => step.close("FAILED", ""),
        }
        outcome.map(|(value, _)| value)
    }

    /// Shows what the step is busy with: in place on a terminal, now and then elsewhere.
    pub fn busy(&mut self, detail: &str) {
        if std::io::stderr().is_terminal() {
            let detail: String = detail.trim().chars().take(60).collect();
            eprint!("\r\x1b[2K  ..      {} {} s  {detail}", self.name, self.seconds());
            self.rewritten = true;
            std::io::stderr().flush().ok();
        } else if self.told.elapsed() >= SILENCE {
            eprintln!("  ..      {} {} s  {}", self.name, self.seconds(), detail.trim());
            self.told = Instant::now();
        }
    }

    /// Gives the screen to the output of what runs inside the step.
    pub fn give_way(&mut self) {
        eprintln!("  ..      {}", self.name);
    }

    fn close(&self, word: &str, note: &str) {
        let rewind = if self.rewritten { "\r\x1b[2K" } else { "" };
        eprintln!("{rewind}  {word:6}  {} {} s  {note}", self.name, self.seconds());
    }

    fn seconds(&self) -> u64 {
        self.started.elapsed().as_secs()
    }
}
