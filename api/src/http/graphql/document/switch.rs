//! What an operator opens to whom: documents that clients write, and the schema's own description.

use async_graphql::parser::parse_query;
use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};
use clap::ValueEnum;
use domain::policy::Viewer;

use super::super::caller::Caller;
use crate::error::{Error, Result};
use crate::op::Proof;

/// Whose own documents are answered. The front end's operations always are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FreeForm {
    /// Everybody's.
    #[default]
    Everyone,
    /// Those of whoever is signed in.
    SignedIn,
    /// Those of API tokens alone.
    ApiTokens,
}

impl FreeForm {
    /// Refuses a document of its own to whom it is not open, and says to whom it is.
    pub(super) fn admit(self, caller: &Caller) -> Result<()> {
        let is_open = match self {
            Self::Everyone => true,
            Self::SignedIn => caller.identity.viewer != Viewer::Anonymous,
            Self::ApiTokens => matches!(caller.identity.proof, Proof::Token(_)),
        };
        if is_open { Ok(()) } else { Err(Error::NotOpen(self.sentence())) }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Everyone | Self::SignedIn => {
                "Here only Banyan's own pages ask without signing in. Sign in to send a query of your own."
            }
            Self::ApiTokens => {
                "Here queries of one's own need an API token; signed in, use Banyan's own pages."
            }
        }
    }
}

/// Whether the schema describes itself. `/schema.graphql` does in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Introspection {
    /// It does.
    #[default]
    On,
    /// It does not.
    Off,
}

impl Introspection {
    /// Refuses a document that asks the schema about itself where that is off. Takes the text of a
    /// document whose nesting is within limits.
    pub(super) fn check(self, text: &str) -> Result<()> {
        match self {
            Self::Off if parse_query(text).is_ok_and(|document| introspects(&document)) => Err(
                Error::NotOpen("Introspection is off here. The contract is at /schema.graphql."),
            ),
            Self::On | Self::Off => Ok(()),
        }
    }
}

fn introspects(document: &ExecutableDocument) -> bool {
    let operations = document.operations.iter().map(|(_, operation)| &operation.node.selection_set);
    let fragments = document.fragments.values().map(|fragment| &fragment.node.selection_set);
    operations.chain(fragments).any(|set| asks_for_schema(&set.node))
}

fn asks_for_schema(set: &SelectionSet) -> bool {
    set.items.iter().any(|selection| match &selection.node {
        Selection::Field(field) => {
            matches!(field.node.name.node.as_str(), "__schema" | "__type")
                || asks_for_schema(&field.node.selection_set.node)
        }
        Selection::InlineFragment(inline) => asks_for_schema(&inline.node.selection_set.node),
        Selection::FragmentSpread(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Introspection is found wherever it stands; asking for a type's name is none.
    #[test]
    fn introspection_is_found_everywhere() {
        let check = |text: &str, expected: bool| {
            assert_eq!(Introspection::Off.check(text).is_err(), expected, "{text}");
            assert!(Introspection::On.check(text).is_ok());
        };
        check("{ __typename a { __typename } }", false);
        check("{ __schema { types { name } } }", true);
        check("{ a: __type(name: \"A\") { name } }", true);
        check("{ ... { ... on Query { __schema { types { name } } } } }", true);
        check("query A { a } query B { ...F } fragment F on Query { __schema { x } }", true);
    }
}
