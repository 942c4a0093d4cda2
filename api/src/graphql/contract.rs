//! What a client must know beyond the fields that it can ask for: what an error carries, and what
//! the types are to each other.

use crate::error::Code;
use async_graphql::parser::types::Field;
use async_graphql::registry::Registry;
use async_graphql::{
    ContextSelectionSet, OutputType, Positioned, ServerResult, SimpleObject, Value,
};
use domain::refusal::RefusalCode;
use std::borrow::Cow;

/// What stands in `extensions` of every error. No field answers with it: it stands here to be
/// read.
#[derive(Clone, Debug, SimpleObject)]
pub struct ErrorExtensions {
    /// What kind of failure it was; act on this, and never on the message.
    code: Code,
    /// Under which the log of the server knows the request.
    request_id: String,
    /// What the rules said, all at once; there with BAD_USER_INPUT and CONFLICT.
    refusals: Option<Vec<Refused>>,
    /// After how many seconds to ask again; there with RATE_LIMITED and OVERLOADED.
    retry_after: Option<i32>,
    /// The field that asks for most; there with TOO_COSTLY and RATE_LIMITED, where it is known.
    costliest: Option<Costliest>,
}

/// A field of a document, and how many nodes it asks for.
#[derive(Clone, Debug, SimpleObject)]
struct Costliest {
    /// The fields from the top, by what the answer calls them, with dots in between.
    path: String,
    /// How many nodes it asks for.
    cost: i32,
}

/// One rule that said no to the input.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "Refusal")]
struct Refused {
    /// Which rule.
    code: RefusalCode,
    /// The argument or the field of the input that it is about, as in `filter.asOf`; empty for the
    /// input as a whole. A name or a summary that is missing in both languages is refused as `name`
    /// or `summary`, one that is wrong in one of them as `nameEn`, `nameFr` ...
    field: String,
    /// What would be needed instead: a limit, a range, the present version, what a stage asks for.
    missing: Option<Vec<String>>,
}

/// Brings into the schema what no field leads to.
#[derive(Clone, Debug)]
pub struct Contract(ErrorExtensions);

impl OutputType for Contract {
    fn type_name() -> Cow<'static, str> {
        ErrorExtensions::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        // Each of its eight types is a node; the derive macro cannot say it of the interface.
        registry.add_implements("Stakeholder", "Node");
        ErrorExtensions::create_type_info(registry)
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}
