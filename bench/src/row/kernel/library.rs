//! The peers' libraries, in a Python of their own that is asked line by line.

use crate::server::Place;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What a kernel finds out.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// One number for all.
    Quality(f64),
    /// Places, in order.
    Nodes(Vec<u32>),
    /// A number for each place.
    Scores(Vec<f64>),
    /// A number for each place where there is one.
    Partial(Vec<Option<f64>>),
}

impl Answer {
    /// What it says of each place.
    pub fn values(self) -> Option<Vec<Option<f64>>> {
        match self {
            Self::Quality(_) => None,
            Self::Nodes(of) => Some(of.into_iter().map(|one| Some(one.into())).collect()),
            Self::Scores(of) => Some(of.into_iter().map(Some).collect()),
            Self::Partial(of) => Some(of),
        }
    }
}

/// The libraries that are there.
pub struct Libraries {
    /// Their names, with the processor seconds in which each built its graph.
    pub built: BTreeMap<String, f64>,
    process: Child,
    asked: ChildStdin,
    said: BufReader<ChildStdout>,
}

#[derive(Deserialize)]
struct Built {
    built: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
struct Said {
    seconds: f64,
    answer: Option<Answer>,
}

impl Libraries {
    /// Has those of these names read the graph; none when none is installed.
    pub fn start(
        place: &Place,
        names: &[&str],
        pairs: &[(u32, u32)],
        nodes: u32,
    ) -> Result<Option<Self>> {
        let Some(python) = &place.python else { return Ok(None) };
        let file = place.folder.join("edges");
        let ends = pairs.iter().flat_map(|(low, high)| [*low, *high]);
        fs::write(&file, ends.flat_map(u32::to_le_bytes).collect::<Vec<u8>>())?;
        let mut process = Command::new(python)
            .arg(place.peers.join("kernels.py"))
            .arg(&file)
            .arg(nodes.to_string())
            .args(names)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {}", python.display()))?;
        let asked = process.stdin.take().context("no way to ask")?;
        let said = BufReader::new(process.stdout.take().context("no way to hear")?);
        let mut libraries = Self { built: BTreeMap::new(), process, asked, said };
        libraries.built = serde_json::from_str::<Built>(&libraries.line()?)?.built;
        Ok((!libraries.built.is_empty()).then_some(libraries))
    }

    /// Processor seconds of a library for a kernel, and its answer; none when it has no such kernel.
    pub fn ask(&mut self, kernel: &str, name: &str) -> Result<Option<(f64, Option<Answer>)>> {
        writeln!(self.asked, "{kernel} {name}")?;
        let line = self.line()?;
        let said: Option<Said> = serde_json::from_str(&line).with_context(|| line.clone())?;
        Ok(said.map(|Said { seconds, answer }| (seconds, answer)))
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.said.read_line(&mut line)?;
        anyhow::ensure!(!line.is_empty(), "the peers' Python has ended");
        Ok(line)
    }
}

impl Drop for Libraries {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whole numbers are places, others scores, and one alone is a quality.
    #[test]
    fn answers_are_told_apart() {
        let read = |text| serde_json::from_str::<Answer>(text).unwrap();
        assert_eq!(read("[3, 5]"), Answer::Nodes(vec![3, 5]));
        assert_eq!(read("[0.5, 1]"), Answer::Scores(vec![0.5, 1.0]));
        assert_eq!(read("0.64"), Answer::Quality(0.64));
        assert_eq!(read("[0.5, null]"), Answer::Partial(vec![Some(0.5), None]));
    }
}
