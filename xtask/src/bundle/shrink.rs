//! Binaryen's `wasm-opt`, used when it is there and never required.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::step::Step;
use crate::{compiler, machine, process, workspace};

/// The first version that reads everything that current compilers emit.
const OLDEST: u32 = 120;

/// What the compilers emit by default, said so that nothing newer is used.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The module made smaller, or as it was when there is no usable optimizer.
pub fn shrink(step: &mut Step, module: Vec<u8>) -> Result<Vec<u8>> {
    let Some(optimizer) = find() else {
        return Ok(module);
    };
    let folder = compiler::output();
    let (input, output) = (folder.join("bound.wasm"), folder.join("shrunk.wasm"));
    fs::write(&input, module)?;
    let mut command = Command::new(optimizer);
    command.arg("-Oz").args(FEATURES).arg(&input).arg("-o").arg(&output);
    process::quietly(step, &mut command)?;
    Ok(fs::read(output)?)
}

/// A word that differs between optimizers, for deciding whether a bundle is fresh.
pub fn identity() -> String {
    find().map_or_else(String::new, |path| path.to_string_lossy().into_owned())
}

fn find() -> Option<PathBuf> {
    let local = workspace::path("node_modules/.bin/wasm-opt");
    let candidates =
        local.exists().then_some(local).into_iter().chain(machine::find_program("wasm-opt"));
    candidates.into_iter().find(|optimizer| {
        Command::new(optimizer).arg("--version").output().is_ok_and(|printed| {
            version(&String::from_utf8_lossy(&printed.stdout)).is_some_and(|found| found >= OLDEST)
        })
    })
}

/// `wasm-opt version 132 (version_132)` as 132.
fn version(printed: &str) -> Option<u32> {
    printed.split_whitespace().find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An optimizer's version is the number in its own words.
    #[test]
    fn versions() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version(""), None);
    }
}
