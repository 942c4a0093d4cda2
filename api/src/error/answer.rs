//! Errors on their way out: logged once, then told in the closed list of codes and nothing else.

use actix_web::HttpResponse;
use actix_web::http::header::RETRY_AFTER;
use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};

use super::{Code, Error};

/// More errors than this in one answer help nobody.
const ERRORS: usize = 20;
/// Longer messages only repeat what the client sent.
const MESSAGE: usize = 400;

/// The answer of a route that is not GraphQL, in the same form: `{errors: [{message, extensions}]}`.
pub fn http_response(error: &Error, request: &str) -> HttpResponse {
    let mut response = HttpResponse::build(error.code().status());
    if let Some(retry_after) = error.retry_after() {
        response.insert_header((RETRY_AFTER, retry_after.as_secs()));
    }
    let told = answer_with(error, request);
    response.json(serde_json::json!({ "errors": [told] }))
}

/// The only error of an answer without data.
pub fn answer_with(error: &Error, request: &str) -> ServerError {
    log(error, request);
    tell(ServerError::new(error.to_string(), None), error, request)
}

/// Brings the errors of an executed document into the closed list. What resolvers answered carries
/// an [`Error`] as its source; what the library said itself is told apart by where it happened.
pub fn settle(response: &mut Response, request: &str) {
    response.errors.truncate(ERRORS);
    for error in &mut response.errors {
        let bare = ServerError { source: None, ..error.clone() };
        *error = match error.source::<Error>() {
            Some(cause) => {
                log(cause, request);
                tell(bare, cause, request)
            }
            None => tell_library(bare, error.source.is_some(), request),
        };
    }
}

/// An error of the library itself: validation happens before any field has a path; a value that
/// does not read as its type is told at the field that takes it.
fn tell_library(error: ServerError, foreign: bool, request: &str) -> ServerError {
    let reading = ["Failed to parse ", "Expected input type ", "Invalid value for argument "];
    if !foreign && error.path.is_empty() {
        with_code(error, Code::GraphqlValidationFailed, request)
    } else if !foreign && reading.iter().any(|start| error.message.starts_with(start)) {
        with_code(error, Code::BadUserInput, request)
    } else {
        let cause = Error::internal(error.message.clone());
        log(&cause, request);
        tell(ServerError { message: cause.to_string(), ..error }, &cause, request)
    }
}

fn tell(error: ServerError, cause: &Error, request: &str) -> ServerError {
    let mut told = with_code(error, cause.code(), request);
    if let (false, Some(extensions)) = (cause.refusals().is_empty(), &mut told.extensions) {
        let refusals = serde_json::to_value(cause.refusals()).ok();
        let refusals = refusals.and_then(|refusals| Value::from_json(refusals).ok());
        extensions.set("refusals", refusals.unwrap_or_default());
    }
    if let Some(extensions) = &mut told.extensions {
        if let Some(retry_after) = cause.retry_after() {
            extensions.set("retryAfter", retry_after.as_secs());
        }
        if let Some(part) = cause.costliest() {
            let part = [("path", part.path.clone().into()), ("cost", part.cost.into())];
            let part =
                part.into_iter().map(|(name, value)| (async_graphql::Name::new(name), value));
            extensions.set("costliest", Value::Object(part.collect()));
        }
    }
    told
}

/// An error with its code and nothing else to tell.
pub fn with_code(mut error: ServerError, code: Code, request: &str) -> ServerError {
    error.message = shortened(&error.message);
    let mut extensions = ErrorExtensionValues::default();
    extensions.set("code", code.as_str());
    extensions.set("requestId", request);
    error.extensions = Some(extensions);
    error
}

/// Defects and shortages are for whoever runs this; refusals are everyday life.
fn log(error: &Error, request: &str) {
    match error {
        Error::Internal(cause) => tracing::error!(request, cause = ?cause, "request failed"),
        Error::Overloaded | Error::Timeout => tracing::warn!(request, "{error}"),
        _ => tracing::debug!(request, code = error.code().as_str(), "request refused"),
    }
}

fn shortened(message: &str) -> String {
    match message.char_indices().nth(MESSAGE) {
        Some((end, _)) => format!("{} ...", &message[..end]),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};
    use domain::refusal::{Refusal, RefusalCode};

    struct Query;

    #[Object]
    impl Query {
        async fn refused(&self) -> Result<i32, Error> {
            Err(Refusal::new(RefusalCode::TooLong, "name").missing("200").into())
        }
        async fn broken(&self) -> Result<i32, Error> {
            Err(Error::internal("swordfish"))
        }
        async fn foreign(&self) -> Result<i32, std::fmt::Error> {
            Err(std::fmt::Error)
        }
        async fn takes(&self, id: uuid::Uuid) -> String {
            id.to_string()
        }
    }

    fn check(query: &str, expected: &str) {
        let schema = Schema::new(Query, EmptyMutation, EmptySubscription);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut response = runtime.block_on(schema.execute(query));
        settle(&mut response, "r1");
        let told = serde_json::to_value(&response.errors[0]).unwrap();
        assert_eq!(told["extensions"]["code"], expected, "{told}");
        assert_eq!(told["extensions"]["requestId"], "r1");
        assert!(!told.to_string().contains("swordfish"));
    }

    /// Every error of an executed document carries a code of the closed list and the request id;
    /// what broke inside shows nothing more.
    #[test]
    fn errors_are_told_by_code() {
        check("{ refused }", "BAD_USER_INPUT");
        check("{ broken }", "INTERNAL_SERVER_ERROR");
        check("{ foreign }", "INTERNAL_SERVER_ERROR");
        check("{ missing }", "GRAPHQL_VALIDATION_FAILED");
        check("{ takes }", "GRAPHQL_VALIDATION_FAILED");
        check("{ takes(id: 1) }", "BAD_USER_INPUT");
        check("{ takes(id: \"x\") }", "BAD_USER_INPUT");
    }

    /// A refusal is told with its field and what is missing.
    #[test]
    fn refusals_are_told_in_full() {
        let error = Error::from(Refusal::new(RefusalCode::TooLong, "name").missing("200"));
        let told = tell(ServerError::new(error.to_string(), None), &error, "r1");
        let told = serde_json::to_value(told).unwrap();
        assert_eq!(told["extensions"]["refusals"][0]["field"], "name");
        assert_eq!(told["extensions"]["refusals"][0]["missing"][0], "200");
    }

    /// A long message is cut between characters.
    #[test]
    fn messages_are_cut_between_characters() {
        assert_eq!(shortened("é"), "é");
        assert!(shortened(&"é".repeat(MESSAGE + 1)).ends_with(" ..."));
    }
}
