//! Under which terms we may use what others wrote.

use std::collections::BTreeSet;
use std::fs;

use cargo_metadata::MetadataCommand;

use super::{report, root};

/// Every package that goes into the product or its tests, on the platforms that we build for, may
/// be used under terms that deny.toml lists.
#[test]
fn licences_are_allowed() {
    let allowed = allowed();
    let platforms = ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];
    let options = platforms.map(|platform| format!("--filter-platform={platform}"));
    let metadata = MetadataCommand::new()
        .current_dir(root())
        .other_options([&["--locked".to_owned()], &options[..]].concat())
        .exec()
        .unwrap();
    assert!(metadata.packages.len() > 100, "the packages of others are missing");
    let broken = metadata.packages.iter().filter_map(|package| {
        let licence = package.license.as_deref().unwrap_or("no licence");
        (!is_allowed(licence, &allowed)).then(|| format!("{}: {licence}", package.name))
    });
    report(broken.collect());
}

/// The identifiers in deny.toml's list, so that there is only one.
fn allowed() -> BTreeSet<String> {
    let rules = fs::read_to_string(root().join("deny.toml")).unwrap();
    let (_, list) = rules.split_once("\nallow = [").expect("deny.toml lists licences");
    let (list, _) = list.split_once(']').expect("the list ends");
    list.split(',')
        .map(|entry| entry.trim().trim_matches('"').to_owned())
        .filter(|entry| !entry.is_empty())
        .collect()
}

/// Whether an SPDX expression can be met with these licences.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut expression = Expression { rest: &words, allowed };
    let met = expression.either();
    met == Some(true) && expression.rest.is_empty()
}

/// An expression being read, part by part; a part is met, not met, or none at all.
struct Expression<'a> {
    rest: &'a [&'a str],
    allowed: &'a BTreeSet<String>,
}

impl<'a> Expression<'a> {
    fn either(&mut self) -> Option<bool> {
        let mut met = self.both()?;
        while self.accept("OR") {
            met |= self.both()?;
        }
        Some(met)
    }

    fn both(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.accept("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.accept("(") {
            let met = self.either()?;
            return self.accept(")").then_some(met);
        }
        // "MIT+" is MIT or any later version, so MIT itself meets it.
        let mut term = self.next()?.trim_end_matches('+').to_owned();
        if self.accept("WITH") {
            term = format!("{term} WITH {}", self.next()?);
        }
        Some(self.allowed.contains(&term))
    }

    fn accept(&mut self, word: &str) -> bool {
        let found = self.rest.first() == Some(&word);
        if found {
            self.next();
        }
        found
    }

    fn next(&mut self) -> Option<&'a str> {
        let (word, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(word)
    }
}

/// A choice needs one allowed licence, a sum needs all, and nonsense is never allowed.
#[test]
fn expressions_are_understood() {
    let allowed = allowed();
    for expression in [
        "MIT",
        "MIT/Apache-2.0",
        "MPL-2.0+",
        "GPL-3.0-only OR MIT",
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
        "ISC AND (Apache-2.0 OR OpenSSL) AND BSD-3-Clause",
    ] {
        assert!(is_allowed(expression, &allowed), "{expression}");
    }
    for expression in [
        "GPL-3.0-or-later",
        "GPL-2.0+",
        "MIT AND AGPL-3.0-only",
        "MIT OR",
        "(MIT",
        "MIT Apache-2.0",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "no licence",
        "",
    ] {
        assert!(!is_allowed(expression, &allowed), "{expression}");
    }
}
