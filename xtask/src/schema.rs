//! Writing the contract between API and front end.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::step::Step;
use crate::{no_arguments, process, serve, workspace};

const FILE: &str = "schema.graphql";

/// `cargo xtask schema`: what `banyan schema` prints, in its file.
pub fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    let binary = serve::binary()?;
    Step::run(FILE, |_| {
        let printed = process::answer(Command::new(binary).arg("schema"))?;
        let file = workspace::path(FILE);
        if fs::read(&file).is_ok_and(|known| known == printed) {
            return Ok(((), "unchanged".to_owned()));
        }
        fs::write(&file, printed).with_context(|| format!("writing {}", file.display()))?;
        Ok(((), "written".to_owned()))
    })
}
