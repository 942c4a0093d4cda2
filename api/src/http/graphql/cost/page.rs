//! Page sizes, from literals and variables, and what a field with a page weighs.

use async_graphql::parser::types::{Field, VariableDefinition};
use async_graphql::{Positioned, Value as Constant, Variables};
use async_graphql_value::Value;
use domain::refusal::{Refusal, RefusalCode};

use super::count;
use super::weight::{Nodes, UNPAGED, Weight};
use crate::error::Error;
use crate::http::graphql::catalogue::{IDS_ARGUMENT, Member, PAGE_ARGUMENTS, Rows, is_list};
use crate::http::graphql::limits::{NEIGHBORHOOD, PAGE};

/// Where page sizes that are not literals come from.
pub struct Pages<'a> {
    /// What the request sent.
    pub variables: &'a Variables,
    /// What the operation declares.
    pub definitions: &'a [Positioned<VariableDefinition>],
}

impl Pages<'_> {
    /// The page that a field asks for; refused outside its range. What is no number at all counts
    /// as the largest page, since the schema's own rules refuse it later.
    pub fn of(&self, field: &Field) -> Result<Option<u64>, Error> {
        let mut page = None;
        for (name, value) in &field.arguments {
            let name = name.node.as_str();
            if PAGE_ARGUMENTS.contains(&name) {
                page = page.max(Some(self.size(name, &value.node)?));
            } else if name == IDS_ARGUMENT {
                page = page.max(Some(self.named(&value.node)?));
            }
        }
        Ok(page)
    }

    fn size(&self, argument: &str, value: &Value) -> Result<u64, Error> {
        let range = if argument == "limit" { NEIGHBORHOOD } else { PAGE };
        let number = match value {
            Value::Number(number) => Some(number),
            Value::Variable(name) => match self.variable(name.as_str()) {
                Some(Constant::Number(number)) => Some(number),
                _ => None,
            },
            _ => None,
        };
        let size = match number {
            None => Some(*range.end()),
            Some(number) => number.as_i64().filter(|size| range.contains(size)),
        };
        size.and_then(|size| u64::try_from(size).ok()).ok_or_else(|| {
            let allowed = format!("{}..{}", range.start(), range.end());
            Refusal::new(RefusalCode::OutOfRange, argument).missing(allowed).into()
        })
    }

    /// How many rows are named one by one; one that stands alone is a list of one.
    fn named(&self, value: &Value) -> Result<u64, Error> {
        let length = match value {
            Value::List(items) => Some(items.len()),
            Value::Variable(name) => match self.variable(name.as_str()) {
                Some(Constant::List(items)) => Some(items.len()),
                Some(Constant::Null) | None => None,
                Some(_) => Some(1),
            },
            _ => Some(1),
        };
        let most = u64::try_from(*PAGE.end()).unwrap_or_default();
        let named = length.map_or(most, count);
        if named > most {
            return Err(Refusal::new(RefusalCode::TooMany, IDS_ARGUMENT)
                .missing(most.to_string())
                .into());
        }
        Ok(named)
    }

    fn variable(&self, name: &str) -> Option<&Constant> {
        let declared = || {
            let definition = self.definitions.iter().find(|one| one.node.name.node == name)?;
            definition.node.default_value()
        };
        self.variables.get(name).or_else(declared)
    }
}

/// A data field around its selection. A list takes the page of its own argument, or else that of
/// the field around it (`edges` below `organizations(first:)`).
pub fn weigh(field: &str, page: Option<u64>, below: Weight, member: Option<&Member>) -> Weight {
    let page = page.or(member.and_then(|member| member.default_page));
    let inside = |rows: u64| {
        let nodes = below.with_rows(rows);
        let costliest = nodes.costliest.field(field);
        Nodes { count: nodes.count.saturating_add(1), costliest }
    };
    let is_list = member.is_some_and(|member| is_list(&member.ty));
    let (once, per_row) = match (member.map(|member| member.rows), page) {
        (Some(Rows::Bound(rows)), _) => (inside(UNPAGED).times(rows), Nodes::default()),
        (Some(Rows::Around), None) => (Nodes::default(), inside(UNPAGED)),
        (_, Some(rows)) if is_list => (inside(UNPAGED).times(rows), Nodes::default()),
        (_, page) => (inside(page.unwrap_or(UNPAGED)), Nodes::default()),
    };
    Weight { depth: below.depth.saturating_add(1), once, per_row, ..below.around() }
}
