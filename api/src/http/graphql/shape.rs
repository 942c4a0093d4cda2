//! The shape of an answer, as its document asks for it. The library leaves three things undone that
//! the specification asks for, and the door does them: an object of which nothing is selected is an
//! empty object, and not null; fields come in the order of the document, and not in that in which
//! they were ready; a field that failed is null, or makes null what stands around it.

mod arrange;
mod complete;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use async_graphql::parser::types::{
    BaseType, Directive, ExecutableDocument, Field, OperationDefinition, OperationType, Selection,
    SelectionSet, Type, TypeCondition,
};
use async_graphql::{Name, Pos, Positioned, Value, Variables};

use super::catalogue::Catalogue;
use crate::error::Error;
use domain::refusal::{Refusal, RefusalCode};

pub use complete::{complete, give_defaults};

/// Under this key an object tells its type to the door. No client can ask for it: it is no name.
static MARK: LazyLock<Name> = LazyLock::new(|| Name::new("#type"));

/// What an operation answers with.
#[derive(Debug)]
pub struct Shape(Selected);

/// What is selected of one object, with fragments written out, in the order of the document. The
/// cost pass has limited how long that can be.
#[derive(Debug, Default)]
struct Selected(Vec<Part>);

/// One field of an object.
#[derive(Debug)]
struct Part {
    key: Name,
    at: Pos,
    /// Only for objects that are of all these types, beyond what they are in any case.
    only: Vec<Name>,
    /// None for fields of the schema itself.
    ty: Option<Type>,
    /// None for what has no fields.
    below: Option<Selected>,
}

impl Shape {
    /// Reads the shape from an operation whose fragments were found to end. A condition without a
    /// value is refused: nobody could say whether the field is wanted.
    pub fn read(
        document: &ExecutableDocument,
        operation: &OperationDefinition,
        variables: &Variables,
        catalogue: &Catalogue,
    ) -> Result<Self, Error> {
        let open = RefCell::default();
        let reader = Reader { document, variables, catalogue, open };
        let mut root = Selected::default();
        reader.read(&operation.selection_set.node, root_type(operation.ty), &[], &mut root);
        let open = reader.open.into_inner();
        match open.is_empty() {
            true => Ok(Self(root)),
            false => Err(refused(&open)),
        }
    }
}

fn refused(open: &BTreeSet<Name>) -> Error {
    let refusals = open.iter().map(|name| Refusal::new(RefusalCode::Required, name.as_str()));
    refusals.collect::<Vec<_>>().into()
}

/// The type of which the root of an operation is.
fn root_type(kind: OperationType) -> &'static str {
    match kind {
        OperationType::Query => "Query",
        OperationType::Mutation => "Mutation",
        OperationType::Subscription => "Subscription",
    }
}

/// The name within lists and exclamation marks.
fn innermost(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(item) => innermost(item),
    }
}

struct Reader<'a> {
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    catalogue: &'a Catalogue,
    /// Variables of conditions that have no value.
    open: RefCell<BTreeSet<Name>>,
}

impl Reader<'_> {
    fn read(&self, set: &SelectionSet, on: &str, only: &[Name], selected: &mut Selected) {
        for selection in &set.items {
            if self.is_skipped(selection.node.directives()) {
                continue;
            }
            match &selection.node {
                Selection::Field(field) => selected.add(self.field(field, on, only)),
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if let Some(fragment) = self.document.fragments.get(name) {
                        let condition = Some(&fragment.node.type_condition);
                        let set = &fragment.node.selection_set.node;
                        self.read_for(condition, set, (on, only), selected);
                    }
                }
                Selection::InlineFragment(inline) => {
                    let condition = inline.node.type_condition.as_ref();
                    let set = &inline.node.selection_set.node;
                    self.read_for(condition, set, (on, only), selected);
                }
            }
        }
    }

    /// Reads a fragment: for all objects here when they are of its type in any case.
    fn read_for(
        &self,
        condition: Option<&Positioned<TypeCondition>>,
        set: &SelectionSet,
        (on, only): (&str, &[Name]),
        selected: &mut Selected,
    ) {
        let condition = condition.map(|condition| &condition.node.on.node);
        match condition.filter(|condition| !self.catalogue.is_a(on, condition)) {
            Some(condition) => {
                let only = [only, std::slice::from_ref(condition)].concat();
                self.read(set, condition, &only, selected);
            }
            None => self.read(set, on, only, selected),
        }
    }

    fn field(&self, field: &Positioned<Field>, on: &str, only: &[Name]) -> Part {
        let Positioned { pos, node } = field;
        let ty = self.catalogue.field(on, &node.name.node).cloned();
        let set = &node.selection_set.node;
        let below = (!set.items.is_empty()).then(|| {
            let mut below = Selected::default();
            let type_below = ty.as_ref().map(innermost).unwrap_or_default();
            self.read(set, type_below, &[], &mut below);
            below
        });
        Part { key: node.response_key().node.clone(), at: *pos, only: only.to_vec(), ty, below }
    }

    fn is_skipped(&self, directives: &[Positioned<Directive>]) -> bool {
        directives.iter().any(|directive| {
            let is = |expected: bool| self.condition(&directive.node) == Some(expected);
            match directive.node.name.node.as_str() {
                "skip" => is(true),
                "include" => is(false),
                _ => false,
            }
        })
    }

    fn condition(&self, directive: &Directive) -> Option<bool> {
        let given = directive.get_argument("if")?.node.clone();
        match given.into_const_with(|name| self.variables.get(&name).cloned().ok_or(name)) {
            Ok(Value::Boolean(condition)) => Some(condition),
            Ok(_) => None,
            Err(name) => {
                self.open.borrow_mut().insert(name);
                None
            }
        }
    }
}

impl Selected {
    /// Adds a field; what is selected twice of one is selected together.
    fn add(&mut self, part: Part) {
        let mut known = self.0.iter_mut();
        match known.find(|known| known.key == part.key && known.only == part.only) {
            Some(known) => {
                if let (Some(known), Some(below)) = (&mut known.below, part.below) {
                    below.0.into_iter().for_each(|part| known.add(part));
                }
            }
            None => self.0.push(part),
        }
    }
}

#[cfg(test)]
mod tests;
