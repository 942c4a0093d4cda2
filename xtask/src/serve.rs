//! Building the `banyan` binary, and serving with it.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::bundle::{self, Purpose};
use crate::step::Step;
use crate::{no_arguments, process, workspace};

/// `cargo xtask run`: from nothing to a served demo. Further arguments go to `banyan serve`.
pub fn run(arguments: &[String]) -> Result<()> {
    bundle::make(Purpose::Quick)?;
    let mut banyan = Command::new(binary()?);
    banyan.args(["serve", "--demo"]).args(arguments).current_dir(workspace::root());
    if !chooses_database(arguments) {
        let folder = workspace::target("demo");
        std::fs::create_dir_all(&folder)?;
        banyan.arg("--database").arg(format!("sqlite://{}/banyan.db", folder.display()));
    }
    eprintln!("  run     {}", process::shown(&banyan));
    Err(banyan.exec()).with_context(|| format!("starting `{}`", process::shown(&banyan)))
}

/// `cargo xtask build`: one file that is the whole product.
pub fn build(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    bundle::make(Purpose::Release)?;
    Step::run("release binary", |step| {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--locked", "--release", "--package", "api", "--bin", "banyan"]);
        process::quietly(step, cargo.current_dir(workspace::root()))?;
        Ok(((), workspace::target("release/banyan").display().to_string()))
    })
}

/// The binary as it is developed, brought up to date.
///
/// Built with the same selection of packages as the tests, so that neither makes the other rebuild.
pub fn binary() -> Result<PathBuf> {
    Step::run("banyan", |step| {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--workspace", "--exclude", "xtask", "--bin", "banyan"]);
        process::quietly(step, cargo.current_dir(workspace::root()))?;
        let binary = workspace::target("debug/banyan");
        let note = binary.display().to_string();
        Ok((binary, note))
    })
}

fn chooses_database(arguments: &[String]) -> bool {
    std::env::var_os("BANYAN_DATABASE").is_some()
        || arguments.iter().any(|word| word == "--database" || word.starts_with("--database="))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The demo's own database is used only when no other is asked for.
    #[test]
    fn database_choice() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(chooses_database(&words("--database postgres://localhost/banyan")));
        assert!(chooses_database(&words("--listen 127.0.0.1:9000 --database=sqlite://x")));
        assert!(!chooses_database(&words("--listen 127.0.0.1:9000")));
    }
}
