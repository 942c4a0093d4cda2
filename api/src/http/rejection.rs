//! Requests that are turned away for their HTTP form, before anybody looks at what they say.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONNECTION};

use super::envelope::RequestId;
use crate::error::Code;

/// What is wrong with the form of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The body is not declared as JSON.
    ContentType,
    /// The body is compressed.
    ContentEncoding,
    /// The client takes no form of answer that there is.
    NotAcceptable,
    /// The method is not one of these.
    Method(&'static str),
    /// Only reading is done by GET.
    MutationOverGet,
    /// The body is larger than a request may be.
    TooLarge,
    /// The body did not arrive in time.
    TooSlow,
    /// The body or the query string does not read as a request.
    Malformed(&'static str),
}

impl Rejection {
    /// The status that says so.
    pub fn status(self) -> StatusCode {
        match self {
            Self::ContentType | Self::ContentEncoding => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::Method(_) | Self::MutationOverGet => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
        }
    }

    /// The answer. After a body that was not read to its end the connection is of no more use.
    pub fn response(self, media: &str, id: &RequestId) -> HttpResponse {
        tracing::debug!(request = id.as_str(), rejection = ?self, "request rejected");
        let mut response = HttpResponse::build(self.status());
        response.content_type(media);
        match self {
            Self::Method(allowed) => response.insert_header((ALLOW, allowed)),
            Self::MutationOverGet => response.insert_header((ALLOW, "POST")),
            Self::TooLarge | Self::TooSlow => response.insert_header((CONNECTION, "close")),
            _ => &mut response,
        };
        let code = match self {
            Self::TooLarge => Code::TooCostly,
            _ => Code::BadUserInput,
        };
        let extensions = serde_json::json!({ "code": code.as_str(), "requestId": id.as_str() });
        let error = serde_json::json!({ "message": self.message(), "extensions": extensions });
        response.body(serde_json::json!({ "errors": [error] }).to_string())
    }

    /// What is wrong, for people.
    pub fn message(self) -> &'static str {
        match self {
            Self::ContentType => "Send a body of content type application/json.",
            Self::ContentEncoding => "Send the body uncompressed.",
            Self::NotAcceptable => "Accept application/graphql-response+json or application/json.",
            Self::Method(_) => "This method is not allowed here.",
            Self::MutationOverGet => "Only queries are answered by GET.",
            Self::TooLarge => "The body is too large.",
            Self::TooSlow => "The body did not arrive in time.",
            Self::Malformed(what) => what,
        }
    }
}
