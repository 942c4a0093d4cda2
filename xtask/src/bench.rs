//! Banyan beside its peers: builds what is measured, brings the peers when asked to, and measures.

use std::process::Command;

use anyhow::{Result, bail};

use crate::step::Step;
use crate::{machine, process, python, workspace};

/// The peers' sources and lock files.
const PEERS: &str = "bench/peers";
/// What peers need beside them.
const REQUIREMENTS: &str = "bench/peers/requirements.txt";

/// `cargo xtask bench`: `--install` brings the peers and PostgreSQL; without it what is missing is
/// left out and said. Everything else goes to the benchmark.
pub fn run(arguments: &[String]) -> Result<()> {
    let (install, rest) = wishes(arguments);
    if install {
        machine::require(&machine::POSTGRESQL)?;
        machine::require_packages("peers of npm", PEERS)?;
        python::programs("bench", REQUIREMENTS)?;
    }
    Step::run("release binaries", |step| {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--locked", "--release", "--package", "api", "--package", "bench"]);
        process::quietly(step, cargo.args(["--bins"]).current_dir(workspace::root()))?;
        Ok(((), workspace::target("release").display().to_string()))
    })?;
    let mut bench = Command::new(workspace::target("release/bench"));
    bench.arg("--banyan").arg(workspace::target("release/banyan"));
    bench.arg("--peers").arg(workspace::path(PEERS));
    bench.arg("--python").arg(workspace::target("python/bench/bin/python"));
    match bench.args(rest).current_dir(workspace::root()).status()?.success() {
        true => Ok(()),
        false => bail!("a goal was missed, or nothing could be measured: see above"),
    }
}

fn wishes(arguments: &[String]) -> (bool, Vec<&String>) {
    let install = arguments.iter().any(|word| word == "--install");
    (install, arguments.iter().filter(|word| *word != "--install").collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Installing is this command's business; every other word goes on in order.
    #[test]
    fn words_go_on() {
        let words = ["--only", "--install", "lists"].map(str::to_owned);
        assert_eq!(wishes(&words), (true, vec![&words[0], &words[2]]));
        assert_eq!(wishes(&words[2..]), (false, vec![&words[2]]));
    }
}
