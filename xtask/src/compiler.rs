//! The compiler for the browser: a Cargo that has the standard library of wasm32.
//!
//! Three routes, tried in this order: the target is installed; `rustup` can install it; or Debian's
//! own Rust brings the library's sources and it is built with them. The last one needs no download
//! from rustup's servers, which not every build machine can reach.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::step::Step;
use crate::{machine, process, stamp, workspace};

/// The target triple of the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

const ADD_TARGET: [&str; 3] = ["target", "add", TARGET];
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(180);
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library/Cargo.toml";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld"];
/// The first version that can compile this workspace; `rust-version` in Cargo.toml says the same.
const OLDEST: (u32, u32) = (1, 95);
const ROUTE: &str = "wasm-route";
const ROUTE_DEBIAN: &str = "debian";

/// How to compile for the browser on this machine.
pub enum Compiler {
    /// The toolchain in use has the target.
    Own,
    /// Debian's Rust, which builds the standard library from its sources.
    Debian,
}

impl Compiler {
    /// Finds or installs a compiler; what worked before is not tried again from the start.
    pub fn find() -> Result<Compiler> {
        Step::run("wasm32 standard library", |step| {
            if has_target(Path::new("rustc")) {
                return Ok((Compiler::Own, "installed".to_owned()));
            }
            if stamp::recall(ROUTE).as_deref() == Some(ROUTE_DEBIAN) && debian_is_complete() {
                return Ok((Compiler::Debian, "built with Debian's Rust".to_owned()));
            }
            if add_target(step).is_ok() && has_target(Path::new("rustc")) {
                return Ok((Compiler::Own, "added by rustup".to_owned()));
            }
            eprintln!("          rustup cannot install {TARGET} here; using Debian's Rust instead");
            install_debian(step)?;
            stamp::note(ROUTE, ROUTE_DEBIAN)?;
            Ok((Compiler::Debian, "will be built with Debian's Rust".to_owned()))
        })
    }

    /// `cargo build` for the browser, in a target folder of its own.
    pub fn build(&self) -> Command {
        let mut command = match self {
            Compiler::Own => Command::new("cargo"),
            Compiler::Debian => debian_cargo(),
        };
        command
            .args(["build", "--target", TARGET, "--target-dir"])
            .arg(output())
            .current_dir(workspace::root())
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if matches!(self, Compiler::Debian) {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command
    }

    /// A word that differs between compilers, for deciding whether a bundle is fresh.
    pub fn identity(&self) -> Result<String> {
        let rustc = match self {
            Compiler::Own => "rustc",
            Compiler::Debian => DEBIAN_RUSTC,
        };
        version(Path::new(rustc))
    }
}

/// The target folder of browser builds, apart so that the two compilers never undo each other.
pub fn output() -> PathBuf {
    workspace::target("wasm")
}

fn has_target(rustc: &Path) -> bool {
    let printed =
        Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
    printed.is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        std::fs::read_dir(folder).is_ok_and(|mut entries| {
            entries.any(|entry| {
                entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
            })
        })
    })
}

fn add_target(step: &mut Step) -> Result<()> {
    let mut rustup = Command::new("rustup");
    rustup.args(ADD_TARGET).env("RUSTUP_MAX_RETRIES", "1");
    process::quietly_within(step, &mut rustup, DOWNLOAD_LIMIT)
}

fn install_debian(step: &mut Step) -> Result<()> {
    if !debian_is_complete() {
        machine::install(step, &DEBIAN_PACKAGES).with_context(|| {
            format!("type `rustup {}`, or, on Debian, the command below", ADD_TARGET.join(" "))
        })?;
    }
    if !debian_is_complete() {
        bail!("Debian's Rust at {DEBIAN_RUSTC} has no sources; type `rustup target add {TARGET}`");
    }
    let found = version(Path::new(DEBIAN_RUSTC))?;
    if parse_version(&found).is_none_or(|version| version < OLDEST) {
        let (major, minor) = OLDEST;
        bail!(
            "Debian offers {} but {major}.{minor} is needed; type `rustup target add {TARGET}`",
            found.lines().next().unwrap_or_default()
        );
    }
    Ok(())
}

fn debian_is_complete() -> bool {
    [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_SOURCES].iter().all(|file| Path::new(file).exists())
}

/// Debian's Cargo, kept apart from what the toolchain that started us left in the environment.
fn debian_cargo() -> Command {
    let mut command = Command::new(DEBIAN_CARGO);
    command.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", DEBIAN_RUSTC);
    for name in ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "CARGO", "RUSTC_WRAPPER"] {
        command.env_remove(name);
    }
    if let Some(linker) = own_linker() {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
    command
}

/// The linker of the toolchain in use: newer than Debian's, so it knows all that rustc emits.
fn own_linker() -> Option<PathBuf> {
    let printed = Command::new("rustc").args(["--print", "target-libdir"]).output().ok()?;
    let libraries = PathBuf::from(String::from_utf8_lossy(&printed.stdout).trim());
    let linker = libraries.parent()?.join("bin/rust-lld");
    linker.exists().then_some(linker)
}

fn version(rustc: &Path) -> Result<String> {
    let printed = process::answer(Command::new(rustc).arg("-vV"))?;
    Ok(String::from_utf8_lossy(&printed).into_owned())
}

/// `rustc 1.96.0 (...)` as (1, 96).
fn parse_version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.split_whitespace().nth(1)?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compiler's version is read from its own words, and nonsense is not a version.
    #[test]
    fn versions() {
        assert_eq!(parse_version("rustc 1.96.0 (ac68faa20 2026-05-25)"), Some((1, 96)));
        assert_eq!(parse_version("rustc 2.0.0-nightly"), Some((2, 0)));
        assert_eq!(parse_version("command not found"), None);
    }

    /// The oldest version accepted is the one that Cargo.toml asks for.
    #[test]
    fn oldest_is_the_declared_one() {
        let manifest = std::fs::read_to_string(workspace::path("Cargo.toml")).unwrap();
        let (major, minor) = OLDEST;
        assert!(manifest.contains(&format!("rust-version = \"{major}.{minor}\"")));
    }
}
