//! What a command says, and what stops it.

use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};

use api::error::Error;
use domain::refusal::Refusal;
use domain::vocabulary::Tongue;

/// Writes one line to standard output. Whoever reads it may stop reading: the work goes on.
pub fn say(line: impl Display) -> std::io::Result<()> {
    let mut output = stdout().lock();
    match writeln!(output, "{line}").and_then(|()| output.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Why a command stopped, for whoever has the machine: what broke, and what rules would allow.
pub fn reason(error: &anyhow::Error) -> String {
    match error.downcast_ref() {
        Some(Error::Internal(cause)) => format!("{cause:#}"),
        Some(Error::Refused(refusals) | Error::Conflict(refusals)) => {
            refusals.iter().map(sentence).collect::<Vec<_>>().join(" ")
        }
        _ => format!("{error:#}"),
    }
}

fn sentence(refusal: &Refusal) -> String {
    let field = match refusal.field.as_str() {
        "" => String::new(),
        field => format!("{field}: "),
    };
    let missing = match refusal.missing.as_slice() {
        [] => String::new(),
        missing => format!(" ({})", missing.join(", ")),
    };
    format!("{field}{}{missing}", refusal.label(Tongue::En))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::refusal::RefusalCode;

    /// A refusal says what is allowed, and a failure what failed.
    #[test]
    fn reasons_are_told_in_full() {
        let refused = Error::from(Refusal::new(RefusalCode::TooLong, "name").missing("200"));
        assert_eq!(reason(&refused.into()), "name: This text is too long. (200)");
        let failed = Error::Internal(anyhow::anyhow!("no such table").context("reading"));
        assert_eq!(reason(&failed.into()), "reading: no such table");
        assert_eq!(reason(&Error::NotFound.into()), "Nothing was found under this id.");
    }
}
