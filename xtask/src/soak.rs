//! `cargo xtask soak`: what takes too long for the gate. Generated documents for everybody whom it
//! matters for, with a seed that stays and one that is fresh; then hostile connections beside
//! ordinary ones.

mod fuzz;
mod load;
mod table;

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::demo::Demo;
use crate::{python, serve};
use fuzz::{ACCOUNTS, Fuzz};
use table::Table;

/// The seed of every run, so that what one finds another finds again.
const KNOWN_SEED: u32 = 1;
/// Fewer cases than these, over all accounts of one seed, are no soak.
const LEAST_CASES: usize = 5_000;
/// Far more is asked of the demo in a minute than the shipped limits let anybody pay for.
const UNHURRIED: [(&str, &str); 1] = [("BANYAN_LIMITS", "budget=1000000000,restored=1000000")];

/// Runs everything; `--seed NUMBER` takes the place of the fresh seed, `--only fuzz|load` of the rest.
pub fn run(arguments: &[String]) -> Result<()> {
    let Wishes { seed, only } = parse(arguments)?;
    let binary = serve::binary()?;
    let mut faults = 0;
    if only != Some("load") {
        let programs = python::programs("soak", "xtask/soak/requirements.txt")?;
        for seed in [KNOWN_SEED, seed] {
            let mut table = Table::default();
            for account in ACCOUNTS {
                let mut demo = Demo::start(&binary, &UNHURRIED)?;
                let fuzz = Fuzz { programs: &programs, seed, account };
                table.add(account, fuzz.run(&mut demo)?);
            }
            println!("{table}");
            if table.cases() < LEAST_CASES {
                bail!("{} cases are fewer than {LEAST_CASES}", table.cases());
            }
            faults += table.faults();
        }
    }
    if only != Some("fuzz") {
        let demo = Demo::start(&binary, &UNHURRIED)?;
        faults += load::run(demo.address)?;
    }
    if faults > 0 {
        bail!("{faults} faults, told above");
    }
    Ok(())
}

/// What was asked for.
struct Wishes<'a> {
    seed: u32,
    only: Option<&'a str>,
}

#[expect(clippy::disallowed_methods, reason = "a fresh seed comes from the clock, and is printed")]
fn parse(arguments: &[String]) -> Result<Wishes<'_>> {
    let fresh = SystemTime::now().duration_since(UNIX_EPOCH)?.subsec_nanos();
    let mut wishes = Wishes { seed: fresh, only: None };
    for pair in arguments.chunks(2) {
        let words: Vec<&str> = pair.iter().map(String::as_str).collect();
        match words[..] {
            ["--seed", number] => wishes.seed = number.parse().context("--seed takes a number")?,
            ["--only", part @ ("fuzz" | "load")] => wishes.only = Some(part),
            _ => bail!("`cargo xtask soak` takes `--seed NUMBER` and `--only fuzz` or `load`"),
        }
    }
    Ok(wishes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A seed and a part can be chosen; anything else is refused.
    #[test]
    fn wishes() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let line = words("--seed 7 --only load");
        let wishes = parse(&line).unwrap();
        assert_eq!((wishes.seed, wishes.only), (7, Some("load")));
        assert!(parse(&[]).unwrap().only.is_none());
        for wrong in ["--seed", "--seed x", "--only all", "fuzz"] {
            assert!(parse(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
