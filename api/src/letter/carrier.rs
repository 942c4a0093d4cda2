//! Handing a letter over to the mail server.

use std::fmt;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::settings::{Settings, Site};
use super::{Letter, text};
use crate::clock::random_bytes;
use crate::error::{Error, Result};
use domain::text::Locale;

/// Who writes, and the way to the mail server.
pub(super) struct Carrier {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    site: Site,
}

/// Why a letter did not get through, without a word of whose it is: what mail servers say repeats
/// addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The server does not want it.
    Refused(u16),
    /// It cannot be sent as it is.
    Unsendable,
    /// The server does not want it now.
    Later(u16),
    /// The server did not answer in time.
    Silent,
    /// The server could not be talked to without others listening.
    Open,
    /// The server is not there, or talks nonsense.
    Unreachable,
}

impl Carrier {
    pub(super) fn new(settings: Settings) -> Self {
        let Settings { smtp, from, site, patience } = settings;
        Self { transport: smtp.timeout(Some(patience.answer)).build(), from, site }
    }

    /// A letter as the mail server takes it, and the name by which it is known there.
    pub(super) fn write(&self, letter: &Letter) -> Result<(Message, String)> {
        let text::Text { subject, body } = text::write(letter, &self.site.url);
        let id = format!("<{:032x}@{}>", u128::from_be_bytes(random_bytes()), self.site.host);
        let language = match letter.locale {
            Locale::En => "en",
            Locale::Fr => "fr",
        };
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.clone()))
            .subject(subject)
            .date(letter.at.into())
            .message_id(Some(id.clone()))
            // So that nobody's absence is answered.
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", language))
            .singlepart(SinglePart::plain(body))
            .map_err(Error::internal)?;
        Ok((message, id))
    }

    /// Hands a letter over. Once it is taken it is the server's.
    pub(super) async fn deliver(&self, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope();
        let sent = self.transport.send_raw(envelope, &message.formatted()).await;
        sent.map(|_| ()).map_err(|error| Failure::of(&error))
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

impl Failure {
    fn of(error: &smtp::Error) -> Self {
        let code = error.status().map(u16::from);
        match code {
            Some(code) if error.is_permanent() => Self::Refused(code),
            Some(code) => Self::Later(code),
            None if error.is_client() => Self::Unsendable,
            None if error.is_timeout() => Self::Silent,
            None if error.is_tls() => Self::Open,
            None => Self::Unreachable,
        }
    }

    /// Whether another try may get through.
    pub(super) fn may_pass(self) -> bool {
        !matches!(self, Self::Refused(_) | Self::Unsendable)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(code) | Self::Later(code) => {
                write!(formatter, "the mail server said {code}")
            }
            Self::Unsendable => formatter.write_str("the mail server does not take such a letter"),
            Self::Silent => formatter.write_str("the mail server did not answer in time"),
            Self::Open => formatter.write_str("the mail server did not encrypt"),
            Self::Unreachable => formatter.write_str("the mail server could not be reached"),
        }
    }
}

impl fmt::Debug for Carrier {
    /// How one signs in to the mail server belongs in no log.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Carrier").field("site", &self.site).finish()
    }
}
