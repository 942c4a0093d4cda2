//! How long the lists are that a request brings along.

use async_graphql::{Value as Constant, Variables};
use async_graphql_value::Value;
use domain::refusal::{Refusal, RefusalCode};

use super::count;
use crate::error::Error;

/// Refuses an argument with too long a list anywhere inside.
pub fn check_argument(name: &str, value: &Value, limit: u64) -> Result<(), Error> {
    match value {
        Value::List(items) => {
            check_length(name, items.len(), limit)?;
            items.iter().try_for_each(|item| check_argument(name, item, limit))
        }
        Value::Object(fields) => {
            fields.iter().try_for_each(|(field, value)| check_argument(field, value, limit))
        }
        _ => Ok(()),
    }
}

/// Refuses variables with too long a list anywhere inside.
pub fn check_variables(variables: &Variables, limit: u64) -> Result<(), Error> {
    variables.iter().try_for_each(|(name, value)| check_constant(name, value, limit))
}

fn check_constant(name: &str, value: &Constant, limit: u64) -> Result<(), Error> {
    match value {
        Constant::List(items) => {
            check_length(name, items.len(), limit)?;
            items.iter().try_for_each(|item| check_constant(name, item, limit))
        }
        Constant::Object(fields) => {
            fields.iter().try_for_each(|(field, value)| check_constant(field, value, limit))
        }
        _ => Ok(()),
    }
}

fn check_length(name: &str, length: usize, limit: u64) -> Result<(), Error> {
    if count(length) > limit {
        return Err(Refusal::new(RefusalCode::TooMany, name).missing(limit.to_string()).into());
    }
    Ok(())
}
