//! Types of shared fields that lead back to the shared fields.

use async_graphql::parser::types::Field;
use async_graphql::registry::Registry;
use async_graphql::{ContextSelectionSet, OutputType, Positioned, ServerResult, Value};
use std::borrow::Cow;

/// A value whose type is described by another part of the schema. The shared fields are copied into
/// eight types, so their description must be complete before any of those is begun; without this it
/// would wait for a relationship, which waits for its ends, which are those eight.
#[derive(Clone, Debug)]
pub struct Elsewhere<T>(pub T);

impl<T: OutputType> OutputType for Elsewhere<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn qualified_type_name() -> String {
        T::qualified_type_name()
    }

    fn introspection_type_name(&self) -> Cow<'static, str> {
        self.0.introspection_type_name()
    }

    fn create_type_info(_: &mut Registry) -> String {
        T::qualified_type_name()
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}
