//! Which folder may name what, inside a package.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::{Text, report, sources};

/// A folder, the names that must not occur in it, and why.
const BANNED: [(&str, &[&str], &str); 3] = [
    ("api/src/graphql", &["sea_orm"], "storage is the services' business"),
    ("api/src/service", &["async_graphql", "actix_web"], "services do not know who asks"),
    (
        "entity/src",
        &["allows", "sees", "least_role", "least_reader", "Viewer"],
        "entity is given a scope and never decides one",
    ),
];

/// The one part of `domain` that is free of its words, so that it can be reasoned about alone.
const GRAPH: &str = "domain/src/graph";

/// No folder names what is another layer's business; comments may.
#[test]
fn folders_keep_to_their_business() {
    let mut broken = Vec::new();
    for source in sources() {
        for (folder, names, why) in BANNED {
            if !source.is_in(folder) && !source.is_in(&format!("{folder}.rs")) {
                continue;
            }
            for name in identifiers(tokens(&source)) {
                if names.contains(&name.as_str()) {
                    broken.push(format!("{}: `{name}`: {why}", source.path.display()));
                }
            }
        }
    }
    report(broken);
}

/// The graph mathematics imports nothing of its siblings.
#[test]
fn graph_stands_alone() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(depth) = module_depth(&source) else {
            continue;
        };
        for path in outer_paths(tokens(&source), depth) {
            broken.push(format!("{}: `{path}`", source.path.display()));
        }
    }
    report(broken);
}

/// How deep a file of the graph lies below the crate: `graph.rs` 1, `graph/path.rs` 2.
fn module_depth(source: &Text) -> Option<usize> {
    let module = source.path.with_extension("");
    let below = module.strip_prefix(GRAPH).ok()?;
    Some(1 + below.components().count())
}

fn tokens(source: &Text) -> TokenStream {
    let parsed = source.content.parse();
    parsed.unwrap_or_else(|error| panic!("{}: {error}", source.path.display()))
}

fn identifiers(tokens: TokenStream) -> Vec<String> {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) => identifiers(group.stream()),
            TokenTree::Ident(name) => vec![name.to_string()],
            TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
        })
        .collect()
}

/// Paths from `crate` or `super` that lead out of `graph`, at a module this deep.
fn outer_paths(tokens: TokenStream, depth: usize) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                let deeper = usize::from(is_module(&tokens[..place], group));
                found.extend(outer_paths(group.stream(), depth + deeper));
            }
            TokenTree::Ident(_) if !follows_path(&tokens[..place]) => {
                let path = path_at(&tokens[place..]);
                let from_root = match path.iter().take_while(|word| *word == "super").count() {
                    0 if path.first().is_some_and(|word| word == "crate") => Some(1),
                    ups if ups >= depth => Some(ups),
                    _ => None,
                };
                if from_root.is_some_and(|next| path.get(next).is_some_and(|word| word != "graph"))
                {
                    found.push(path.join("::"));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a brace group is the body of an inline `mod name { .. }`.
fn is_module(before: &[TokenTree], group: &Group) -> bool {
    let keyword = before.len().checked_sub(2).map(|place| before[place].to_string());
    group.delimiter() == Delimiter::Brace && keyword.as_deref() == Some("mod")
}

fn follows_path(before: &[TokenTree]) -> bool {
    before.last().is_some_and(|token| token.to_string() == ":")
        && before.len() >= 2
        && before[before.len() - 2].to_string() == ":"
}

/// The words of a path that starts here; a list in braces or a star counts as one.
fn path_at(tokens: &[TokenTree]) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = tokens;
    while let [word, tail @ ..] = rest {
        words.push(word.to_string());
        match tail {
            [TokenTree::Punct(one), TokenTree::Punct(other), next @ ..]
                if one.as_char() == ':' && other.as_char() == ':' =>
            {
                rest = next;
            }
            _ => break,
        }
    }
    words
}

/// A way out of the graph is seen whichever way it is written, and ways within are not.
#[test]
fn ways_out_are_seen() {
    let out = |code: &str, depth| outer_paths(code.parse().unwrap(), depth);
    assert_eq!(out("use crate::policy::Scope;", 2), ["crate::policy::Scope"]);
    assert_eq!(out("use super::super::policy;", 2), ["super::super::policy"]);
    assert_eq!(out("fn f() { super::country::x() }", 1), ["super::country::x"]);
    assert_eq!(out("mod tests { use super::super::text; }", 1), ["super::super::text"]);
    assert_eq!(out("use crate::{graph, text};", 2), ["crate::{ graph , text }"]);
    assert_eq!(out("use super::*;", 1), ["super::*"]);
    assert!(out("use crate::graph::Graph;", 2).is_empty());
    assert!(out("use super::Graph;", 2).is_empty());
    assert!(out("mod tests { use super::*; }", 1).is_empty());
    assert!(out("pub(crate) fn f() {}", 2).is_empty());
}
