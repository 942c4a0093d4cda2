//! Why a document never got as far as execution.

use async_graphql::{Pos, Response, ServerError};

use super::told::Told;
use crate::error::{Code, Error, answer_with, with_code};
use crate::http::rejection::Rejection;

/// A request that the door turned away.
#[derive(Debug)]
pub enum Refused {
    /// The text is not GraphQL.
    Syntax(async_graphql::parser::Error),
    /// It is GraphQL, but cannot be executed.
    Invalid {
        /// What is wrong.
        message: String,
        /// Where.
        at: Option<Pos>,
    },
    /// One of its parameters says nothing.
    Malformed(&'static str),
    /// It would change something, and came by an address that anybody may follow.
    MutationOverGet,
    /// Why, and what the attempt cost.
    Told(Box<(Self, Told)>),
    /// It asks for too much, or with wrong input.
    Error(Error),
}

impl Refused {
    /// With what the attempt cost.
    pub fn told(self, told: Told) -> Self {
        Self::Told(Box::new((self, told)))
    }

    /// Why, whatever it cost.
    pub fn why(&self) -> &Self {
        match self {
            Self::Told(told) => told.0.why(),
            refused => refused,
        }
    }

    /// The answer, without `data`.
    pub fn into_response(self, request: &str) -> Response {
        let error = match self {
            Self::Told(told) => {
                let (refused, told) = *told;
                return refused.into_response(request).extension("cost", told.value());
            }
            Self::Syntax(error) => {
                with_code(ServerError::from(error), Code::GraphqlParseFailed, request)
            }
            Self::Invalid { message, at } => {
                with_code(ServerError::new(message, at), Code::GraphqlValidationFailed, request)
            }
            Self::Malformed(message) => {
                with_code(ServerError::new(message, None), Code::BadUserInput, request)
            }
            Self::MutationOverGet => {
                let message = Rejection::MutationOverGet.message();
                with_code(ServerError::new(message, None), Code::BadUserInput, request)
            }
            Self::Error(error) => answer_with(&error, request),
        };
        Response::from_errors(vec![error])
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}
