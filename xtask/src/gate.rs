//! The one gate: everything that must pass before a change lands, the same here and on a build
//! machine.

mod clients;
mod results;

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use self::results::Results;
use crate::bundle::{self, Purpose};
use crate::step::Step;
use crate::{instructions, machine, no_arguments, process, serve, workspace};

/// One part of the gate.
struct Part {
    name: &'static str,
    run: fn(&mut Results) -> Result<()>,
}

const PARTS: [Part; 9] = [
    Part { name: "format", run: |_| format() },
    Part { name: "lint", run: |_| clippy() },
    Part { name: "unit", run: unit },
    Part { name: "kernels", run: |_| instructions::check() },
    Part { name: "web", run: |_| web() },
    Part { name: "sqlite", run: |results| integration(results, "sqlite") },
    Part { name: "postgres", run: |results| integration(results, "postgres") },
    Part { name: "browser", run: browser },
    Part { name: "clients", run: clients::run },
];

/// `cargo xtask test`: all parts, each run even when an earlier one failed, or the one asked for.
pub fn run(arguments: &[String]) -> Result<()> {
    let parts = chosen(arguments)?;
    let started = Instant::now();
    let mut results = Results::default();
    let mut failures = Vec::new();
    for part in &parts {
        results.begin(part.name);
        if let Err(error) = (part.run)(&mut results) {
            eprintln!("{error:#}");
            failures.push(part.name);
        }
    }
    let seconds = started.elapsed().as_secs();
    if failures.is_empty() {
        eprintln!("  passed  {} parts in {seconds} s", parts.len());
        results.print();
        return Ok(());
    }
    results.print();
    let again: Vec<String> =
        failures.iter().map(|name| format!("  cargo xtask test --only {name}")).collect();
    bail!("{} of {} parts failed; again:\n{}", failures.len(), parts.len(), again.join("\n"))
}

/// `cargo xtask lint`: what can be judged without running anything.
pub fn lint(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    format()?;
    clippy()
}

fn chosen(arguments: &[String]) -> Result<Vec<&'static Part>> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => Ok(PARTS.iter().collect()),
        ["--only", name] => {
            let part = PARTS.iter().find(|part| part.name == name);
            Ok(vec![part.with_context(|| format!("there is no part `{name}`; {}", usage()))?])
        }
        _ => bail!("{}", usage()),
    }
}

fn usage() -> String {
    let names = PARTS.map(|part| part.name).join(", ");
    format!("`cargo xtask test` takes only `--only PART`, one of {names}")
}

fn format() -> Result<()> {
    open_step("format", cargo().args(["fmt", "--all", "--check"]))
        .context("type `cargo fmt --all` to repair")
}

fn clippy() -> Result<()> {
    let mut command = cargo();
    command.args(["clippy", "--locked", "--workspace", "--all-targets"]);
    open_step("lint", &mut command)
}

/// Tests beside the code of every package. This package's own come apart: together with the others
/// Cargo would build its dependencies a second time, with other features than the alias does.
fn unit(results: &mut Results) -> Result<()> {
    let own = ["test", "--locked", "--package", "xtask"];
    test_step(results, "unit tests of xtask", cargo().args(own))?;
    machine::require(&machine::POSTGRESQL)?;
    test_step(results, "unit tests", tests().args(["--lib", "--bins"]))
}

fn integration(results: &mut Results, engine: &str) -> Result<()> {
    if engine == "postgres" {
        machine::require(&machine::POSTGRESQL)?;
    }
    // Some of them kill it.
    serve::binary()?;
    let mut command = tests();
    command.args(["--test", "it"]).env("BANYAN_TEST_DATABASE", engine);
    test_step(results, &format!("integration tests on {engine}"), &mut command)
}

fn web() -> Result<()> {
    machine::require(&machine::NPM)?;
    bundle::make(Purpose::Release)?;
    bundle::check_size()
}

fn browser(results: &mut Results) -> Result<()> {
    machine::require_browser()?;
    bundle::make(Purpose::Release)?;
    serve::binary()?;
    test_step(results, "browser tests", tests().args(["--test", "browser"]))
}

/// Tests of the whole workspace at once whatever is selected, so that everything is built once.
fn tests() -> Command {
    let mut command = cargo();
    command
        .args(["test", "--locked", "--workspace", "--exclude", "xtask", "--no-fail-fast"])
        .env("INSTA_UPDATE", "no");
    command
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(workspace::root());
    command
}

fn open_step(name: &str, command: &mut Command) -> Result<()> {
    Step::run(name, |step| {
        step.give_way();
        process::openly(command)?;
        Ok(((), String::new()))
    })
}

fn test_step(results: &mut Results, name: &str, command: &mut Command) -> Result<()> {
    Step::run(name, |step| {
        step.give_way();
        results.run(command)?;
        Ok(((), String::new()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without arguments the gate is whole; a single part is taken by name; all else is refused.
    #[test]
    fn choice() {
        let names = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
            chosen(&arguments).map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&[]).unwrap().len(), PARTS.len());
        assert_eq!(names(&["--only", "web"]).unwrap(), ["web"]);
        assert!(names(&["--only", "wbe"]).is_err());
        assert!(names(&["web"]).is_err());
        assert!(names(&["--only"]).is_err());
    }
}
