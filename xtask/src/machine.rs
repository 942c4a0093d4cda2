//! What the machine must have beside Rust, found or installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::compiler::Compiler;
use crate::stamp::Stamp;
use crate::step::Step;
use crate::{no_arguments, process, python, workspace};

/// A program that tests start, and the Debian packages that bring it.
pub struct Tool {
    /// What it is called.
    pub name: &'static str,
    /// The packages.
    pub packages: &'static [&'static str],
    /// Whether it is there.
    pub is_present: fn() -> bool,
}

/// The browser that the browser tests drive, and its driver.
const BROWSER: Tool = Tool {
    name: "Chromium and its driver",
    packages: &["chromium", "chromium-driver"],
    is_present: || on_path("chromium") && on_path("chromedriver"),
};

/// The database server of which tests start a private cluster.
pub const POSTGRESQL: Tool = Tool {
    name: "PostgreSQL",
    packages: &["postgresql"],
    is_present: || has_postgresql() || on_path("initdb"),
};

/// What brings packages from npm's registry, and runs them.
pub const NPM: Tool = Tool { name: "npm", packages: &["nodejs", "npm"], is_present: has_npm };

/// Installs everything that any other command needs.
pub fn setup(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    Compiler::find()?;
    require(&POSTGRESQL)?;
    require_browser()?;
    require_packages("editor of the query page", "web/explore")?;
    require_packages("clients of npm", "tests/clients")?;
    python::programs("clients", "tests/clients/requirements.txt").map(drop)
}

/// Makes sure that the browser tests have their browser, and the rules that they judge pages by.
pub fn require_browser() -> Result<()> {
    require(&BROWSER)?;
    require_packages("rules of accessibility", "tests/browser")
}

/// Makes sure that the packages of npm that a folder's lock file names lie in it.
pub fn require_packages(name: &str, relative: &str) -> Result<()> {
    let folder = workspace::path(relative);
    let stamp = format!("npm-{}", relative.replace('/', "-"));
    let lock = Stamp::of(&stamp, &[folder.join("package-lock.json")], &[])?;
    if lock.is_fresh() && folder.join("node_modules").is_dir() {
        return Ok(());
    }
    require(&NPM)?;
    Step::run(name, |step| {
        let mut command = Command::new("npm");
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        process::quietly(step, command.current_dir(&folder))?;
        lock.keep()?;
        Ok(((), format!("{relative}/node_modules")))
    })
}

/// Whether what npm brings can be brought and run.
pub fn has_npm() -> bool {
    on_path("npm") && on_path("node")
}

/// Makes sure that a tool is there.
pub fn require(tool: &Tool) -> Result<()> {
    Step::run(tool.name, |step| {
        if (tool.is_present)() {
            return Ok(((), "present".to_owned()));
        }
        install(step, tool.packages)?;
        if (tool.is_present)() {
            return Ok(((), "installed".to_owned()));
        }
        bail!("{} is still missing after installing {}", tool.name, tool.packages.join(" "))
    })
}

/// Installs Debian packages where that is possible, else says what to type.
pub fn install(step: &mut Step, packages: &[&str]) -> Result<()> {
    let command = format!("apt-get install -y {}", packages.join(" "));
    if !on_path("apt-get") {
        bail!("this is not Debian: install what its packages {} bring", packages.join(" "));
    }
    if !is_root() {
        bail!("type: sudo {command}");
    }
    process::quietly(step, &mut apt_get(&["update"]))?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    process::quietly(step, &mut apt_get(&arguments))
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The place of a program on PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn on_path(name: &str) -> bool {
    find_program(name).is_some()
}

fn has_postgresql() -> bool {
    std::fs::read_dir("/usr/lib/postgresql").is_ok_and(|versions| {
        versions.flatten().any(|version| version.path().join("bin/initdb").is_file())
    })
}

fn is_root() -> bool {
    std::fs::metadata(Path::new("/proc/self"))
        .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that every machine has is found, and one that none has is not.
    #[test]
    fn programs() {
        assert!(find_program("sh").is_some());
        assert!(find_program("no-such-program-anywhere").is_none());
    }
}
