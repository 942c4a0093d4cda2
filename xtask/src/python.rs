//! Python programs with packages of their own, in a folder of Cargo's output and nowhere else.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::machine::{self, Tool};
use crate::stamp::Stamp;
use crate::step::Step;
use crate::{process, workspace};

/// Python with what makes such folders.
const PYTHON: Tool = Tool {
    name: "Python",
    packages: &["python3", "python3-venv"],
    is_present: || {
        let mut command = Command::new("python3");
        process::answer(command.args(["-c", "import ensurepip, venv"])).is_ok()
    },
};

/// The folder with the programs of the packages that a list of requirements names, made when it is
/// not there yet or the list has changed.
pub fn programs(name: &str, requirements: &str) -> Result<PathBuf> {
    machine::require(&PYTHON)?;
    let list = workspace::path(requirements);
    let folder = workspace::target("python").join(name);
    let programs = folder.join("bin");
    let stamp = Stamp::of(&format!("python-{name}"), std::slice::from_ref(&list), &[])?;
    if stamp.is_fresh() && programs.join("python").is_file() {
        return Ok(programs);
    }
    Step::run(&format!("Python packages of {requirements}"), |step| {
        stamp.forget();
        let mut make = Command::new("python3");
        process::quietly(step, make.args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut install = Command::new(programs.join("python"));
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        process::quietly(step, install.arg("--requirement").arg(&list))?;
        stamp.keep()?;
        Ok((programs, folder.display().to_string()))
    })
}
