//! How letters leave: all of it or nothing.

use anyhow::{anyhow, bail};
use clap::Args;

use crate::letter::Settings;

/// How letters leave; without it links are printed and shown instead.
#[derive(Args, Clone, Debug)]
pub struct Mail {
    /// The mail server: smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST:PORT, which must offer
    /// STARTTLS unless it is this machine
    #[arg(long, env = "BANYAN_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Who writes, as in Banyan <banyan@example.org>
    #[arg(long, env = "BANYAN_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Where people reach Banyan, as in https://banyan.example.org: the links of letters lead there
    #[arg(long, env = "BANYAN_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
}

impl Mail {
    /// How letters leave; nothing where none are sent; refused when something is missing.
    pub fn settings(&self) -> anyhow::Result<Option<Settings>> {
        let Some(smtp) = &self.smtp else {
            if self.mail_from.is_some() {
                bail!(
                    "--mail-from needs --smtp (or BANYAN_SMTP): the server that takes the letters"
                );
            }
            return Ok(None);
        };
        let Some(from) = &self.mail_from else {
            bail!(
                "--smtp needs --mail-from (or BANYAN_MAIL_FROM): the address that letters come from"
            );
        };
        let Some(public_url) = &self.public_url else {
            bail!(
                "--smtp needs --public-url (or BANYAN_PUBLIC_URL): where the links of letters lead"
            );
        };
        Settings::parse(smtp, from, public_url).map(Some).map_err(|wrong| anyhow!(wrong))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_refused([smtp, from, url]: [Option<&str>; 3], expected: &str) {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let mail = Mail { smtp: owned(smtp), mail_from: owned(from), public_url: owned(url) };
        let refused = mail.settings().unwrap_err().to_string();
        assert!(refused.contains(expected) && !refused.contains("secret"), "{refused}");
    }

    /// Letters are configured whole or not at all; a refusal names what is missing, and no password.
    #[test]
    fn letters_need_all_three() {
        let smtp = Some("smtps://anna:secret@mail.example");
        let (from, url) = (Some("banyan@example.org"), Some("https://banyan.example"));
        check_refused([smtp, None, url], "--smtp needs --mail-from");
        check_refused([smtp, from, None], "--smtp needs --public-url");
        check_refused([None, from, url], "--mail-from needs --smtp");
        check_refused([Some("smtps://anna:secret@"), from, url], "--smtp must look like");
        check_refused([smtp, Some("banyan"), url], "--mail-from must be");
        check_refused([smtp, from, Some("http://banyan.example")], "--public-url must look like");
        let none = Mail { smtp: None, mail_from: None, public_url: None };
        assert!(none.settings().unwrap().is_none());
    }
}
