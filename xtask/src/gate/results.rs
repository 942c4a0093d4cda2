//! The result lines of the test runs, gathered so that the gate can close with all of them.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process;

/// What `cargo test` prints for each test binary.
const RESULT: &str = "test result: ";

/// The result lines seen so far, by part of the gate.
#[derive(Default)]
pub struct Results {
    parts: Vec<(&'static str, Vec<String>)>,
}

impl Results {
    /// Opens the next part of the gate.
    pub fn begin(&mut self, part: &'static str) {
        self.parts.push((part, Vec::new()));
    }

    /// Runs tests with their output on the screen, keeping their result lines.
    pub fn run(&mut self, command: &mut Command) -> Result<()> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting `{}`", process::shown(command)))?;
        for line in child.stdout.take().into_iter().flat_map(|pipe| BufReader::new(pipe).lines()) {
            let line = line?;
            println!("{line}");
            self.take(line);
        }
        if child.wait()?.success() {
            return Ok(());
        }
        bail!("tests failed: {}", process::shown(command))
    }

    /// Prints the gathered lines, each as it was.
    pub fn print(&self) {
        for (part, lines) in self.parts.iter().filter(|(_, lines)| !lines.is_empty()) {
            println!("\n{part}");
            for line in lines {
                println!("{line}");
            }
        }
    }

    fn take(&mut self, line: String) {
        if let Some((_, lines)) = self.parts.last_mut()
            && line.starts_with(RESULT)
        {
            lines.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Result lines are kept under the part that they belong to; other lines are not.
    #[test]
    fn lines_by_part() {
        let mut results = Results::default();
        results.begin("unit");
        results.take("running 2 tests".to_owned());
        results.take("test result: ok. 2 passed; 0 failed".to_owned());
        results.begin("sqlite");
        results.take("test result: FAILED. 1 passed; 1 failed".to_owned());
        let kept: Vec<(&str, usize)> =
            results.parts.iter().map(|(part, lines)| (*part, lines.len())).collect();
        assert_eq!(kept, [("unit", 1), ("sqlite", 1)]);
    }

    /// Failing tests fail the run, and passing ones do not.
    #[test]
    fn failure_is_seen() {
        let mut results = Results::default();
        results.begin("unit");
        assert!(results.run(&mut Command::new("true")).is_ok());
        assert!(results.run(&mut Command::new("false")).is_err());
    }
}
