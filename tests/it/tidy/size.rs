//! How long files and functions may be.

use proc_macro2::LineColumn;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Signature};

use super::{report, sources};

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
/// A component is mostly markup.
const LONGEST_COMPONENT: usize = 90;

/// No Rust file is longer than can be read in one go.
#[test]
fn files_are_short() {
    let broken = sources().into_iter().filter_map(|source| {
        let lines = source.content.lines().count();
        (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", source.path.display()))
    });
    report(broken.collect());
}

/// No function is longer than fits on a screen.
#[test]
fn functions_are_short() {
    let mut broken = Vec::new();
    for source in sources() {
        for Function { name, lines, longest } in functions(&source.content) {
            if lines > longest {
                let path = source.path.display();
                broken.push(format!("{path}: `{name}` has {lines} lines of {longest} allowed"));
            }
        }
    }
    report(broken);
}

/// One function, from its signature to its closing brace.
#[derive(Debug, PartialEq)]
struct Function {
    name: String,
    lines: usize,
    longest: usize,
}

fn functions(code: &str) -> Vec<Function> {
    let mut measured = Measured::default();
    measured.visit_file(&syn::parse_file(code).unwrap());
    measured.functions
}

#[derive(Default)]
struct Measured {
    functions: Vec<Function>,
}

impl Measured {
    fn add(&mut self, attributes: &[Attribute], signature: &Signature, body: &Block) {
        let is_component = attributes.iter().any(|attribute| {
            attribute.path().segments.last().is_some_and(|name| name.ident == "component")
        });
        let start: LineColumn = signature.span().start();
        let end = body.span().end();
        self.functions.push(Function {
            name: signature.ident.to_string(),
            lines: end.line - start.line + 1,
            longest: if is_component { LONGEST_COMPONENT } else { LONGEST_FUNCTION },
        });
    }
}

impl<'code> Visit<'code> for Measured {
    fn visit_item_fn(&mut self, function: &'code syn::ItemFn) {
        self.add(&function.attrs, &function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'code syn::ImplItemFn) {
        self.add(&function.attrs, &function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'code syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.add(&function.attrs, &function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// Functions are found wherever they are, and braces in texts and comments do not mislead.
#[test]
fn functions_are_measured() {
    let code = r#"
        /// Not counted.
        #[component]
        fn Page() -> Html {
            let brace = "}"; // }
            fn inner() {}
        }
        impl Thing { async fn new() -> Self {
            Self
        } }
        trait Noun { fn name(&self) -> &str { "noun" } fn other(); }
        mod tests { fn check() {
        } }
    "#;
    let found: Vec<(String, usize, usize)> = functions(code)
        .into_iter()
        .map(|function| (function.name, function.lines, function.longest))
        .collect();
    let expected =
        [("Page", 4, 90), ("inner", 1, 60), ("new", 3, 60), ("name", 1, 60), ("check", 2, 60)];
    assert_eq!(found, expected.map(|(name, lines, longest)| (name.to_owned(), lines, longest)));
}
