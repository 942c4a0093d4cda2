//! What a document is given before it is executed.

use std::collections::HashMap;

use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, Field, FragmentDefinition, OperationDefinition,
    OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, Pos, Positioned, Variables};

use super::{MARK, innermost, root_type};
use crate::http::graphql::catalogue::Catalogue;

/// Gives the variables that were left out their defaults: the library forgets them where a
/// directive asks whether a field is wanted.
pub fn give_defaults(operation: &OperationDefinition, variables: &mut Variables) {
    for definition in &operation.variable_definitions {
        let name = &definition.node.name.node;
        if let (Some(default), false) =
            (&definition.node.default_value, variables.contains_key(name))
        {
            variables.insert(name.clone(), default.node.clone());
        }
    }
}

/// Asks every object for its type where the shape of the answer needs it: where nothing else may be
/// selected of it, and where fragments may or may not apply. The root always tells it, so that an
/// executed document never answers with nothing.
pub fn complete(document: &mut ExecutableDocument, name: Option<&str>, catalogue: &Catalogue) {
    let operation = match &mut document.operations {
        DocumentOperations::Single(operation) => Some(operation),
        DocumentOperations::Multiple(operations) => match name {
            Some(name) => operations.get_mut(name),
            None => operations.values_mut().next(),
        },
    };
    if let Some(operation) = operation {
        let OperationDefinition { ty, selection_set, .. } = &mut operation.node;
        if *ty == OperationType::Subscription {
            flatten(&mut selection_set.node, &mut document.fragments);
        }
        below(&mut selection_set.node, root_type(*ty), catalogue);
        // The root of a subscription is a source of events, and has no other field.
        if *ty != OperationType::Subscription {
            mark(&mut selection_set.node);
        }
    }
    for fragment in document.fragments.values_mut() {
        let on = &fragment.node.type_condition.node.on.node;
        below(&mut fragment.node.selection_set.node, on, catalogue);
    }
}

/// Writes the fragment out around the one field of a subscription: the library looks for a field at
/// the root and finds none within a fragment. A fragment under a condition stays: such a
/// subscription has no events.
fn flatten(set: &mut SelectionSet, fragments: &mut HashMap<Name, Positioned<FragmentDefinition>>) {
    while let [Positioned { node: only, .. }] = set.items.as_slice() {
        let inner = match only {
            Selection::InlineFragment(inline) if inline.node.directives.is_empty() => {
                inline.node.selection_set.node.clone()
            }
            Selection::FragmentSpread(spread) if spread.node.directives.is_empty() => {
                // Nothing else can use it, and what nothing uses is refused.
                match fragments.remove(&spread.node.fragment_name.node) {
                    Some(fragment) => fragment.node.selection_set.node,
                    None => return,
                }
            }
            _ => return,
        };
        *set = inner;
    }
}

/// Completes the selections of all fields of a selection.
fn below(set: &mut SelectionSet, on: &str, catalogue: &Catalogue) {
    for selection in &mut set.items {
        match &mut selection.node {
            Selection::Field(field) => field_below(&mut field.node, on, catalogue),
            Selection::InlineFragment(inline) => {
                let condition = inline.node.type_condition.as_ref();
                let on = condition.map_or(on, |condition| condition.node.on.node.as_str());
                below(&mut inline.node.selection_set.node, on, catalogue);
            }
            Selection::FragmentSpread(_) => {}
        }
    }
}

fn field_below(field: &mut Field, on: &str, catalogue: &Catalogue) {
    let set = &mut field.selection_set.node;
    if !set.items.is_empty() {
        let ty = catalogue.field(on, &field.name.node).map(innermost).unwrap_or_default();
        below(set, ty, catalogue);
        if is_open(set, ty, catalogue) {
            mark(set);
        }
    }
}

/// Whether an object of this type can come out with no field, or with those of several types. Where
/// a field that is never null is selected in any case, only its failure leaves an object empty, and
/// then null is the right answer.
fn is_open(set: &SelectionSet, on: &str, catalogue: &Catalogue) -> bool {
    let is_sure = |selection: &Positioned<Selection>| match &selection.node {
        Selection::Field(field) if field.node.directives.is_empty() => {
            catalogue.field(on, &field.node.name.node).is_some_and(|ty| !ty.nullable)
        }
        _ => false,
    };
    let is_fragment =
        |selection: &Positioned<Selection>| !matches!(selection.node, Selection::Field(_));
    !set.items.iter().any(is_sure) || !catalogue.is_object(on) && set.items.iter().any(is_fragment)
}

fn mark(set: &mut SelectionSet) {
    let placed = |name: Name| Positioned::new(name, Pos::default());
    let field = Field {
        alias: Some(placed(MARK.clone())),
        name: placed(Name::new("__typename")),
        arguments: Vec::new(),
        directives: Vec::new(),
        selection_set: Positioned::default(),
    };
    let field = Positioned::new(field, Pos::default());
    set.items.push(Positioned::new(Selection::Field(field), Pos::default()));
}
