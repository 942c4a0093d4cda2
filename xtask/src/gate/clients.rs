//! Well-known GraphQL clients, as their users use them, against a running demo.

use std::process::Command;

use anyhow::{Result, bail};

use super::results::Results;
use super::test_step;
use crate::demo::Demo;
use crate::step::Step;
use crate::{machine, process, python, serve, workspace};

/// What the clients are, beside their tests.
const FOLDER: &str = "tests/clients";
/// Who records something.
const EDITOR: &str = "editor of OpenLMIS";

/// Generates what clients make of the contract alone, then has each ask a running demo.
pub fn run(results: &mut Results) -> Result<()> {
    machine::require_packages("clients of npm", FOLDER)?;
    let programs = python::programs("clients", &format!("{FOLDER}/requirements.txt"))?;
    Step::run("types and documents from the contract", |step| {
        process::quietly(step, in_folder("npm").args(["run", "--silent", "generate"]))?;
        Ok(((), "graphql-codegen, tsc, relay-compiler".to_owned()))
    })?;
    let mut demo = Demo::start(&serve::binary()?, &[])?;
    let token = demo.sign_in(EDITOR)?;
    let mut check = |name: &str, command: &mut Command| {
        command.env("BANYAN_URL", demo.origin()).env("BANYAN_TOKEN", &token);
        test_step(results, name, command)
    };
    let mut node = in_folder("node");
    node.args(["--test", "--test-concurrency=1", "--test-reporter=./support/reporter.mjs"]);
    let mut python = in_folder(programs.join("python").display().to_string().as_str());
    let outcomes = [
        check("clients of npm", &mut node),
        check("clients of Python", python.arg("python/test_gql.py")),
    ];
    let failures: Vec<String> =
        outcomes.into_iter().filter_map(Result::err).map(|error| format!("{error:#}")).collect();
    if failures.is_empty() {
        return Ok(());
    }
    bail!("{}\n{}", failures.join("\n"), demo.complaints())
}

fn in_folder(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::path(FOLDER));
    command
}
