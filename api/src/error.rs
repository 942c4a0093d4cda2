//! Every way in which a request can fail. An error is turned into GraphQL extensions, an HTTP
//! status and a log line in `error/answer.rs` only, once, at the edge.

mod answer;
mod code;
mod part;

use std::time::Duration;

use domain::refusal::Refusal;
use domain::vocabulary::Tongue;

pub use answer::{answer_with, http_response, settle, with_code};
pub use code::Code;
pub use part::Part;

/// Why a request was not carried out. Services and the write path answer with this; what a rule
/// refuses is told in full, what broke inside is told to the log alone.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Rules said no to the input, each with its field.
    #[error("{}", sentence(.0))]
    Refused(Vec<Refusal>),
    /// Nothing that the viewer may see is there.
    #[error("Nothing was found under this id.")]
    NotFound,
    /// The input was good, but the record has moved on or another one stands in its way.
    #[error("{}", sentence(.0))]
    Conflict(Vec<Refusal>),
    /// There is no valid token, or none at all where one is needed.
    #[error("Sign in first.")]
    Unauthenticated,
    /// Login and password do not fit; which of them is never said.
    #[error("This login and password do not fit.")]
    WrongCredentials,
    /// A one-time link that was used, is too old, or never was.
    #[error("This link was used or is too old. Ask for another.")]
    SpentLink,
    /// An API token whose checksum does not fit: some letter is wrong.
    #[error("This API token is mistyped. Copy it whole, from banyan_ to its last letter.")]
    MistypedToken,
    /// An API token that was revoked, has ended, or never was.
    #[error("This API token is not good any more. Make another one.")]
    SpentToken,
    /// Signed in, but without the right to do this.
    #[error("You may not do this.")]
    Forbidden,
    /// Not open to this caller here, whatever it is about: so an operator has decided.
    #[error("{0}")]
    NotOpen(&'static str),
    /// A document was named that nobody sent lately. Clients know this message: they send the text.
    #[error("PersistedQueryNotFound")]
    PersistedQueryUnknown,
    /// A document was named in a form that is not spoken here. Clients know this message, too.
    #[error("PersistedQueryNotSupported")]
    PersistedQueryVersion,
    /// Too many tries; the next one counts after this time.
    #[error("Too many tries. Try again in {} seconds.", retry_after.as_secs())]
    RateLimited {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The document asks for more than one request may.
    #[error("The request asks for {requested} {part}; {limit} are allowed.{}", most(.costliest))]
    TooCostly {
        /// What there is too much of, in the plural.
        part: &'static str,
        /// How much was asked for.
        requested: u64,
        /// How much is allowed.
        limit: u64,
        /// The field that asks for most, where that is what there is too much of.
        costliest: Option<Part>,
    },
    /// The budget of whoever asks does not pay for this request yet.
    #[error(
        "This costs {cost} points, and there are {remaining} left. Try again in {} seconds.{}",
        retry_after.as_secs(), most(.costliest)
    )]
    OverBudget {
        /// What the request costs.
        cost: u64,
        /// What is left to pay with.
        remaining: u64,
        /// When there will be enough.
        retry_after: Duration,
        /// The field that asks for most.
        costliest: Option<Part>,
    },
    /// There is no room for this request now.
    #[error("The server is busy. Try again shortly.")]
    Overloaded,
    /// The answer took longer than a request may.
    #[error("This took too long and was stopped.")]
    Timeout,
    /// Something broke; only the request id is shown.
    #[error("An internal error occurred.")]
    Internal(#[source] anyhow::Error),
}

/// How long a busy server asks to be left alone.
const OVERLOAD: Duration = Duration::from_secs(1);

/// What a service answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A refusal because of what is already recorded: a stale version, a later change, an overlap.
    pub fn conflict(refusal: Refusal) -> Self {
        Self::Conflict(vec![refusal])
    }

    /// Something that cannot happen unless this program is wrong.
    pub fn internal(
        what: impl std::fmt::Display + std::fmt::Debug + Send + Sync + 'static,
    ) -> Self {
        Self::Internal(anyhow::Error::msg(what))
    }

    /// The code that clients act on.
    pub fn code(&self) -> Code {
        match self {
            Self::Refused(_) => Code::BadUserInput,
            Self::NotFound => Code::NotFound,
            Self::Conflict(_) => Code::Conflict,
            Self::Unauthenticated
            | Self::WrongCredentials
            | Self::SpentLink
            | Self::MistypedToken
            | Self::SpentToken => Code::Unauthenticated,
            Self::Forbidden | Self::NotOpen(_) => Code::Forbidden,
            Self::PersistedQueryUnknown => Code::PersistedQueryNotFound,
            Self::PersistedQueryVersion => Code::PersistedQueryNotSupported,
            Self::RateLimited { .. } | Self::OverBudget { .. } => Code::RateLimited,
            Self::TooCostly { .. } => Code::TooCostly,
            Self::Overloaded => Code::Overloaded,
            Self::Timeout => Code::Timeout,
            Self::Internal(_) => Code::InternalServerError,
        }
    }

    /// How long to wait before asking again, when waiting helps.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } | Self::OverBudget { retry_after, .. } => {
                Some(*retry_after)
            }
            Self::Overloaded => Some(OVERLOAD),
            _ => None,
        }
    }

    /// The field of the document that asks for most, when it asks for too much.
    pub fn costliest(&self) -> Option<&Part> {
        match self {
            Self::TooCostly { costliest, .. } | Self::OverBudget { costliest, .. } => {
                costliest.as_ref()
            }
            _ => None,
        }
    }

    /// What the rules said, when it was rules that said no.
    pub fn refusals(&self) -> &[Refusal] {
        match self {
            Self::Refused(refusals) | Self::Conflict(refusals) => refusals,
            _ => &[],
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

impl From<Vec<Refusal>> for Error {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Refused(refusals)
    }
}

impl From<sea_orm::DbErr> for Error {
    /// A pool without a free connection is a busy server; everything else is a defect.
    fn from(error: sea_orm::DbErr) -> Self {
        match error {
            sea_orm::DbErr::ConnectionAcquire(_) => Self::Overloaded,
            error => Self::Internal(error.into()),
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

/// Which part of a document asks for most, as a sentence.
fn most(costliest: &Option<Part>) -> String {
    costliest.as_ref().map_or_else(String::new, |part| format!(" Most is asked for by {part}."))
}

/// The refusals as one sentence for people who read raw answers.
fn sentence(refusals: &[Refusal]) -> String {
    let said: Vec<_> = refusals
        .iter()
        .map(|refusal| match refusal.field.as_str() {
            "" => refusal.label(Tongue::En).to_owned(),
            field => format!("{field}: {}", refusal.label(Tongue::En)),
        })
        .collect();
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::refusal::RefusalCode;

    /// A refusal names its field; several are told together.
    #[test]
    fn refusals_read_as_one_sentence() {
        let error = Error::from(vec![
            Refusal::new(RefusalCode::Required, "name"),
            Refusal::new(RefusalCode::EndBeforeStart, "validTo"),
        ]);
        assert_eq!(
            error.to_string(),
            "name: This is required. validTo: The end lies before the start."
        );
    }

    /// What broke inside is never part of the message.
    #[test]
    fn internal_errors_say_nothing() {
        let error = Error::internal("the password is swordfish");
        assert_eq!(error.to_string(), "An internal error occurred.");
    }
}
