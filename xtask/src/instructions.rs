//! How many instructions the kernels of the graph take, counted by callgrind. Unlike times, counts are
//! the same on every run and however busy the machine is, so that they guard against regressions.

use std::collections::BTreeMap;
use std::process::Command;
use std::{fmt, fs};

use anyhow::{Context, Result, bail, ensure};

use crate::machine::{self, Tool};
use crate::step::Step;
use crate::{no_arguments, process, workspace};

/// The committed counts.
const FILE: &str = "bench/instructions.tsv";
/// By how many percent more a kernel may take than the committed count says.
const MARGIN: u64 = 5;
/// As `MARGIN`, where another compiler made the counts.
const WIDE_MARGIN: u64 = 30;

/// What counts instructions.
const VALGRIND: Tool = Tool {
    name: "Valgrind",
    packages: &["valgrind"],
    is_present: || machine::find_program("valgrind").is_some(),
};

/// Counts by kernel, and the compiler whose code they are of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counts {
    compiler: String,
    of: BTreeMap<String, u64>,
}

/// A part of the gate: fails when a kernel takes more than it may.
pub fn check() -> Result<()> {
    let file = workspace::path(FILE);
    let known = fs::read_to_string(&file).with_context(|| format!("reading {FILE}"))?;
    compare(&Counts::parse(&known)?, &Counts::now()?)
}

/// `cargo xtask instructions`: prints the counts of now, to be committed where a change is meant.
pub fn print(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    print!("{}", Counts::now()?);
    eprintln!("\nto keep them: cargo xtask instructions > {FILE}");
    Ok(())
}

fn compare(known: &Counts, now: &Counts) -> Result<()> {
    let margin = if known.compiler == now.compiler { MARGIN } else { WIDE_MARGIN };
    if known.compiler != now.compiler {
        eprintln!("          counted with {}, now {}", known.compiler, now.compiler);
    }
    println!("{:24}{:>16}{:>16}{:>9}", "kernel", "committed", "now", "change");
    let mut grown = Vec::new();
    for (name, count) in &now.of {
        let before = known.of.get(name).with_context(|| format!("{FILE} has no {name}"))?;
        let change = *count as f64 / *before as f64 - 1.0;
        println!("{name:24}{before:>16}{count:>16}{:>+8.1}%", change * 100.0);
        if count * 100 > before * (100 + margin) {
            grown.push(name.as_str());
        }
    }
    ensure!(
        grown.is_empty(),
        "over {margin} % more instructions than {FILE} says: {}; where that is meant, \
         type: cargo xtask instructions > {FILE}",
        grown.join(", ")
    );
    Ok(())
}

impl Counts {
    fn now() -> Result<Self> {
        machine::require(&VALGRIND)?;
        Step::run("instructions of kernels", |step| {
            let mut cargo = Command::new("cargo");
            cargo.args(["build", "--locked", "--release", "--package", "kernels"]);
            process::quietly(step, cargo.current_dir(workspace::root()))?;
            let names = process::answer(&mut kernels())?;
            let mut of = BTreeMap::new();
            for name in String::from_utf8(names)?.lines() {
                step.busy(name);
                of.insert(name.to_owned(), count(name)?);
            }
            let compiler = process::answer(Command::new("rustc").arg("--version"))?;
            let compiler = String::from_utf8(compiler)?.trim().to_owned();
            Ok((Self { compiler, of }, String::new()))
        })
    }

    fn parse(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        let compiler = lines.next().and_then(|line| line.strip_prefix("# "));
        let compiler = compiler.context("the counts do not say which compiler")?.to_owned();
        let entry = |line: &str| {
            let (name, count) = line.split_once('\t')?;
            Some((name.to_owned(), count.parse().ok()?))
        };
        let of = lines.map(|line| entry(line).with_context(|| format!("no count: {line}")));
        Ok(Self { compiler, of: of.collect::<Result<_>>()? })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# {}", self.compiler)?;
        self.of.iter().try_for_each(|(name, count)| writeln!(f, "{name}\t{count}"))
    }
}

fn kernels() -> Command {
    Command::new(workspace::target("release/kernels"))
}

/// The instructions within the function `measured` of one kernel's run.
fn count(name: &str) -> Result<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.args(["--toggle-collect=*measured*"]).arg(kernels().get_program()).arg(name);
    let output = valgrind.output().context("starting valgrind")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let count = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    match count.filter(|count| output.status.success() && *count > 0) {
        Some(count) => Ok(count),
        None => bail!("valgrind counted nothing of {name}: {said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(compiler: &str, count: u64) -> Counts {
        let of = BTreeMap::from([("rank".to_owned(), count)]);
        Counts { compiler: compiler.to_owned(), of }
    }

    /// What is written is read again.
    #[test]
    fn counts_are_read_as_written() {
        let counts = counts("rustc 1", 17);
        assert_eq!(Counts::parse(&counts.to_string()).unwrap(), counts);
        assert!(Counts::parse("rank\t17").is_err());
        assert!(Counts::parse("# rustc 1\nrank 17").is_err());
    }

    /// A little more is let pass, and more than a little when another compiler counted; a kernel
    /// that nobody counted is told.
    #[test]
    fn growth_is_refused() {
        let known = counts("rustc 1", 1_000);
        assert!(compare(&known, &counts("rustc 1", 1_050)).is_ok());
        assert!(compare(&known, &counts("rustc 1", 1_051)).is_err());
        assert!(compare(&known, &counts("rustc 2", 1_300)).is_ok());
        assert!(compare(&known, &counts("rustc 2", 1_301)).is_err());
        let nothing = Counts { of: BTreeMap::new(), ..known };
        assert!(compare(&nothing, &counts("rustc 1", 1)).is_err());
    }
}
