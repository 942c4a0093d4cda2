//! The table of fields against the schema, and the page that prints it.

use crate::tidy::root;
use api::graphql::sdl;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use domain::policy::{Policy, page};
use std::collections::BTreeSet;
use std::fs;

/// Every field of every type of the schema, as `Type.field`.
fn fields() -> BTreeSet<String> {
    let schema = parse_schema(sdl()).expect("a schema");
    let mut fields = BTreeSet::new();
    for definition in schema.definitions {
        let TypeSystemDefinition::Type(of) = definition else { continue };
        let listed = match of.node.kind {
            TypeKind::Object(object) => object.fields,
            TypeKind::Interface(interface) => interface.fields,
            _ => continue,
        };
        fields.extend(listed.iter().map(|field| format!("{}.{}", of.node.name, field.node.name)));
    }
    fields
}

/// Every field of the schema has its line in the policy, one and no more, and every line its field.
#[test]
fn every_field_has_its_line() {
    let fields = fields();
    let lines = Policy::standard().fields;
    let listed: BTreeSet<_> =
        lines.iter().map(|line| format!("{}.{}", line.of, line.field)).collect();
    let missing: Vec<_> = fields.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&fields).collect();
    let add = |field: &&String| {
        let (of, field) = field.split_once('.').expect("a dot");
        format!("    (\"{of}\", WithRecord, \"{field}\"),")
    };
    let lines_to_add: Vec<_> = missing.iter().map(add).collect();
    assert!(
        missing.is_empty(),
        "no line in domain/src/policy/table.rs; add to FIELDS, with Open, WithRecord, Own or \
         Needs(Action::..), and review docs/policy.md:\n{}",
        lines_to_add.join("\n")
    );
    assert!(stale.is_empty(), "take out of domain/src/policy/table.rs: {stale:?}");
    assert_eq!(lines.len(), listed.len(), "a field with two lines");
}

/// The page of the policy is printed from the table; `INSTA_UPDATE=always` writes it anew, and the
/// difference is the review.
#[test]
fn the_page_is_in_step() {
    let path = root().join("docs/policy.md");
    let printed = page(&Policy::standard());
    if std::env::var("INSTA_UPDATE").as_deref() == Ok("always") {
        fs::write(&path, &printed).expect("write the page");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == printed,
        "docs/policy.md is not in step: INSTA_UPDATE=always cargo test --test it policy::cover"
    );
}
