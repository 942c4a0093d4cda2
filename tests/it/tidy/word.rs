//! What must stand nowhere in the repository.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{report, sources, texts};

/// Paths of single machines, in pieces so that this file has none of them.
const MACHINE: [&str; 3] = [concat!("../", "shared"), concat!("/", "work/"), concat!("/", "root/")];

/// Nothing depends on, or speaks of, the machine that it was written on.
#[test]
fn no_machine_is_named() {
    let mut broken = Vec::new();
    for text in texts() {
        for (number, line) in text.content.lines().enumerate() {
            for word in MACHINE.iter().filter(|word| line.contains(*word)) {
                broken.push(format!("{}:{}: {word}", text.path.display(), number + 1));
            }
        }
    }
    report(broken);
}

/// A lint is never silenced for good: `expect` complains once its reason is gone, `allow` never.
#[test]
fn no_lint_is_allowed() {
    let broken = sources().into_iter().filter_map(|source| {
        let tokens: TokenStream = source.content.parse().ok()?;
        allows_lint(tokens, false).then(|| format!("{}: an allowed lint", source.path.display()))
    });
    report(broken.collect());
}

/// Whether an attribute among these tokens says `allow(..)`.
fn allows_lint(tokens: TokenStream, in_attribute: bool) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().any(|(place, token)| match token {
        TokenTree::Ident(word) if in_attribute && *word == "allow" => {
            matches!(tokens.get(place + 1), Some(TokenTree::Group(_)))
        }
        TokenTree::Group(group) => {
            let opens = group.delimiter() == Delimiter::Bracket
                && tokens[..place].iter().rev().take(2).any(|before| before.to_string() == "#");
            allows_lint(group.stream(), in_attribute || opens)
        }
        _ => false,
    })
}

/// An allowed lint is seen in every form of attribute; a function of that name is none.
#[test]
fn allowed_lints_are_seen() {
    let seen = |code: &str| allows_lint(code.parse().unwrap(), false);
    assert!(seen("#[allow(dead_code)] fn f() {}"));
    assert!(seen("#![allow(dead_code)]"));
    assert!(seen("mod m { #[cfg_attr(test, allow(dead_code))] fn f() {} }"));
    assert!(!seen("#[expect(dead_code, reason = \"later\")] fn f() { op.allow(Action::Read) }"));
    assert!(!seen("fn f() { let a = [op.allow(1)]; }"));
}
