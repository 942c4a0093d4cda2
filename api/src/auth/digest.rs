//! Sending digests to those who asked for them, at addresses that they have confirmed.

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use domain::identifier::AccountId;

use super::Auth;
use super::letter::Reader;
use crate::app::App;
use crate::error::Result;
use crate::letter::{Digest, Letter, Matter};
use crate::service::digest::{self, Line, Mailed};

/// How often it is looked whether there is a digest to send.
const PAUSE: Duration = Duration::from_secs(3600);

impl Auth {
    /// Hands in the digests of today that no process has begun yet.
    pub async fn send_digests(&self) -> Result<()> {
        let app = &self.app;
        let Some(post) = app.letters.post() else {
            return Ok(());
        };
        let today = app.clock.today();
        for account in digest::wanted(app, today).await? {
            let shared = Arc::clone(app);
            post.hand_in_slowly(async move { write(&shared, account, today).await }).await?;
        }
        Ok(())
    }

    /// Sends digests at the start and every hour, for as long as it is polled.
    pub(super) async fn send_digests_hourly(&self) {
        loop {
            if let Err(error) = self.send_digests().await {
                tracing::error!(%error, "the digests could not be sent");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// The digest of one account, unless another process has begun it or there is nothing to tell.
async fn write(app: &Arc<App>, account: AccountId, day: NaiveDate) -> Result<Option<Letter>> {
    let Some(reader) = Reader::find(app, account) else {
        return Ok(None);
    };
    let Some(Mailed { digest, view }) = digest::claim(app, account, day).await? else {
        return Ok(None);
    };
    let locale = reader.locale();
    let line = |line: &Line| line.notice.sentence_marked(&view, locale);
    let found = Digest {
        period: digest.period,
        total: digest.total,
        lines: digest.lines.iter().map(line).collect(),
    };
    Ok(Some(reader.letter(app, Matter::Digest(found))))
}
