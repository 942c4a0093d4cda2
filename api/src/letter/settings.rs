//! How letters leave, as an operator says it: refused when it is incomplete or would carry links and
//! passwords in the open. What is refused is never repeated, because it may hold a password.

use std::net::IpAddr;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::AsyncSmtpTransportBuilder;
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use url::Url;

const SMTP: &str = "--smtp must look like smtps://USER:PASSWORD@mail.example or \
                    smtp://USER:PASSWORD@mail.example:587, its special characters written as %XX";
const FROM: &str = "--mail-from must be an e-mail address, as in Banyan <banyan@example.org>";
const PLACE: &str = "--public-url must look like https://banyan.example; http:// is for 127.0.0.1";

/// Everything that sending needs to know.
#[derive(Debug)]
pub struct Settings {
    pub(super) smtp: AsyncSmtpTransportBuilder,
    pub(super) from: Mailbox,
    pub(super) site: Site,
    /// How long is waited for what.
    pub patience: Patience,
}

/// How long a mail server is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For each of its answers.
    pub answer: Duration,
    /// Before each further try, after one that failed for the time being.
    pub tries: Vec<Duration>,
}

impl Default for Patience {
    /// Servers that let strangers wait want some minutes; the link must still be good then.
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(30),
            tries: [5, 30, 120, 480].map(Duration::from_secs).into(),
        }
    }
}

/// Where people reach Banyan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// Its origin, without a slash at the end.
    pub(super) url: String,
    /// Its host alone.
    pub(super) host: String,
}

impl Settings {
    /// Reads where letters are handed in, who writes them, and where their links lead.
    pub fn parse(smtp: &str, from: &str, public_url: &str) -> Result<Self, &'static str> {
        let site = Site::parse(public_url).ok_or(PLACE)?;
        let from = from.parse().map_err(|_| FROM)?;
        let smtp = relay(smtp).ok_or(SMTP)?;
        let name = match site.host.parse::<IpAddr>() {
            Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
            Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
            Err(_) => ClientId::Domain(site.host.clone()),
        };
        Ok(Self { smtp: smtp.hello_name(name), from, site, patience: Patience::default() })
    }
}

impl Site {
    fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let is_anonymous = url.username().is_empty() && url.password().is_none();
        let host = url.host_str()?.trim_matches(['[', ']']).to_owned();
        let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&host));
        (is_bare && is_anonymous && is_safe)
            .then(|| Self { url: url.origin().ascii_serialization(), host })
    }
}

/// The mail server. What is not encrypted from the start is encrypted before anything is told, but
/// on this machine itself.
fn relay(text: &str) -> Option<AsyncSmtpTransportBuilder> {
    let mut url = Url::parse(text).ok()?;
    let host = url.host_str().filter(|host| !host.starts_with('['))?.to_owned();
    let is_bare =
        matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let has_both = url.username().is_empty() == url.password().is_none();
    if !is_bare || !has_both || !matches!(url.scheme(), "smtp" | "smtps") {
        return None;
    }
    if url.scheme() == "smtp" && !is_loopback(&host) {
        url.set_query(Some("tls=required"));
    }
    AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str()).ok()
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(smtp: &str, from: &str, site: &str) -> Result<Settings, &'static str> {
        Settings::parse(smtp, from, site)
    }

    const GOOD: [&str; 3] =
        ["smtps://anna:pass%20word@mail.example", "banyan@example.org", "https://banyan.example"];

    /// Incomplete or careless settings are refused, each with what it should look like and without a
    /// word of what was said.
    #[test]
    fn careless_settings_are_refused() {
        let [smtp, from, site] = GOOD;
        assert!(parse(smtp, from, site).is_ok());
        assert!(
            parse("smtp://127.0.0.1:2525", "Banyan <b@example.org>", "http://127.0.0.1:80/")
                .is_ok()
        );
        for wrong in [
            "",
            "mail.example:587",
            "https://mail.example",
            "smtp://anna@mail.example",
            "smtp://mail.example?tls=opportunistic",
            "smtp://mail.example/name",
            "smtps://anna:%FF@mail.example",
            "smtps://[::1]:465",
        ] {
            assert_eq!(parse(wrong, from, site).err(), Some(SMTP), "{wrong}");
        }
        for wrong in ["", "banyan", "banyan@example.org\r\nBcc: all@example.org"] {
            assert_eq!(parse(smtp, wrong, site).err(), Some(FROM), "{wrong}");
        }
        for wrong in [
            "",
            "banyan.example",
            "http://banyan.example",
            "https://banyan.example/path",
            "https://banyan.example?query",
            "https://anna@banyan.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(parse(smtp, from, wrong).err(), Some(PLACE), "{wrong}");
        }
    }

    /// Nothing that is printed of the settings holds the password.
    #[test]
    fn the_password_is_not_printed() {
        let [smtp, from, site] = GOOD;
        let printed = format!("{:?}", parse(smtp, from, site).unwrap());
        assert!(!printed.contains("pass word") && !printed.contains("pass%20word"), "{printed}");
    }

    /// The links of letters begin with the site, whatever stands behind it.
    #[test]
    fn a_site_has_one_form() {
        let url = |text| Site::parse(text).unwrap().url;
        assert_eq!(url("https://Banyan.example:443/"), "https://banyan.example");
        assert_eq!(url("http://[::1]:8080"), "http://[::1]:8080");
    }
}
