//! Why an operation gave no data: the API's closed codes, and what can go wrong on the way.

use domain::refusal::Refusal;
use serde::Deserialize;
use serde_json::Value;

/// What went wrong, as far as the person can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A rule said no; the refusals tell which.
    BadUserInput,
    /// Nobody is signed in, or no longer.
    Unauthenticated,
    /// The account's role does not reach so far.
    Forbidden,
    /// Nothing that may be seen is there.
    NotFound,
    /// Somebody else changed it first.
    Conflict,
    /// Too many requests in a short time.
    RateLimited,
    /// The question was too large.
    TooCostly,
    /// The server has no room at the moment.
    Overloaded,
    /// The answer took too long.
    Timeout,
    /// The server failed; the request's id tells its keepers where.
    Internal,
    /// The server cannot be reached.
    Offline,
    /// Page and server do not understand each other: the page is older or newer than the server.
    Unreadable,
}

/// An operation that gave no data.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What went wrong.
    pub code: Code,
    /// Which rules said no, each with its field; shown at the fields of a form.
    pub refusals: Vec<Refusal>,
    /// The request's id, when the server failed.
    pub request: Option<String>,
}

impl Failure {
    /// A failure that has nothing more to say.
    pub fn of(code: Code) -> Self {
        Self { code, refusals: Vec::new(), request: None }
    }

    /// What an answer without a readable body means.
    pub fn of_status(status: u16) -> Self {
        Self::of(match status {
            401 => Code::Unauthenticated,
            403 => Code::Forbidden,
            404 => Code::NotFound,
            408 | 504 => Code::Timeout,
            413 => Code::TooCostly,
            429 => Code::RateLimited,
            502 | 503 => Code::Overloaded,
            500..=599 => Code::Internal,
            _ => Code::Unreadable,
        })
    }
}

/// The body of a GraphQL answer.
#[derive(Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    data: Value,
    #[serde(default)]
    errors: Vec<Fault>,
}

/// One entry of an answer's `errors`.
#[derive(Deserialize)]
pub(super) struct Fault {
    #[serde(default)]
    extensions: Extensions,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    #[serde(default)]
    code: String,
    #[serde(default)]
    refusals: Vec<Value>,
    request_id: Option<String>,
}

impl Answer {
    /// The data, unless anything went wrong: half an answer is not shown as a whole one.
    pub(super) fn into_result(self) -> Result<Value, Failure> {
        match (self.errors.is_empty(), self.data) {
            (true, Value::Null) | (false, _) => Err(Fault::summary(self.errors)),
            (true, data) => Ok(data),
        }
    }
}

impl Fault {
    /// One failure out of all faults: the first one's code, everybody's refusals.
    pub(super) fn summary(faults: Vec<Self>) -> Failure {
        let first = faults.first();
        let code = first.map_or(Code::Unreadable, |fault| code(&fault.extensions.code));
        let request = first.and_then(|fault| fault.extensions.request_id.clone());
        let refusals = faults.into_iter().flat_map(|fault| fault.extensions.refusals);
        // A refusal that this page is too old to know is told by the code alone.
        let refusals =
            refusals.filter_map(|refusal| serde_json::from_value(refusal).ok()).collect();
        Failure { code, refusals, request }
    }
}

fn code(code: &str) -> Code {
    match code {
        "BAD_USER_INPUT" => Code::BadUserInput,
        "UNAUTHENTICATED" => Code::Unauthenticated,
        "FORBIDDEN" => Code::Forbidden,
        "NOT_FOUND" => Code::NotFound,
        "CONFLICT" => Code::Conflict,
        "RATE_LIMITED" => Code::RateLimited,
        "TOO_COSTLY" => Code::TooCostly,
        "OVERLOADED" => Code::Overloaded,
        "TIMEOUT" => Code::Timeout,
        "INTERNAL_SERVER_ERROR" => Code::Internal,
        _ => Code::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::refusal::RefusalCode;

    fn result(body: &str) -> Result<Value, Failure> {
        serde_json::from_str::<Answer>(body).unwrap().into_result()
    }

    /// Data without errors is the answer; data beside errors is not.
    #[test]
    fn half_an_answer_is_none() {
        assert_eq!(result(r#"{"data":1}"#), Ok(Value::from(1)));
        let both =
            result(r#"{"data":1,"errors":[{"message":"x","extensions":{"code":"TIMEOUT"}}]}"#);
        assert_eq!(both, Err(Failure::of(Code::Timeout)));
    }

    /// The refusals of all errors come through with their fields; unknown ones do no harm.
    #[test]
    fn refusals_come_through() {
        let failure = result(
            r#"{"data":null,"errors":[{"message":"no","extensions":{"code":"BAD_USER_INPUT","refusals":[
                {"code":"REQUIRED","field":"nameEn"},{"code":"OF_TOMORROW","field":"x"}]}}]}"#,
        )
        .unwrap_err();
        assert_eq!(failure.code, Code::BadUserInput);
        assert_eq!(failure.refusals, [Refusal::new(RefusalCode::Required, "nameEn")]);
    }

    /// An answer with neither data nor errors cannot be read.
    #[test]
    fn nothing_is_unreadable() {
        assert_eq!(result(r#"{"data":null}"#), Err(Failure::of(Code::Unreadable)));
        assert_eq!(Failure::of_status(503).code, Code::Overloaded);
        assert_eq!(Failure::of_status(418).code, Code::Unreadable);
    }
}
