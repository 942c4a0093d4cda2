//! The digest of what most wants one's attention, and how often one wants it by mail.

use super::account::Me;
use super::attention::Notice;
use super::community::Community;
use super::context::{Access, Listed};
use super::scalar::Date;
use crate::error::{Error, Result};
use crate::service::digest;
use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::attention::DigestPeriod;
use domain::text::Locale;

/// The few things that most want your attention, in all of your communities.
#[derive(Clone, Debug)]
pub struct Digest {
    found: digest::Digest,
    locale: Locale,
}

impl Digest {
    /// One's own; none when nothing wants one's attention.
    pub(super) async fn own(
        ctx: &Context<'_>,
        period: DigestPeriod,
        locale: Locale,
    ) -> Result<Option<Self>> {
        let found = digest::of_viewer(ctx.op()?, period).await?;
        Ok(found.map(|found| Self { found, locale }))
    }
}

/// The few things that most want your attention, in all of your communities.
#[Object]
impl Digest {
    /// Of which day.
    async fn day(&self) -> Date {
        Date(self.found.day)
    }

    /// For how often it is meant.
    async fn period(&self) -> DigestPeriod {
        self.found.period
    }

    /// How many things want your attention, told here or not.
    async fn total(&self) -> usize {
        self.found.total
    }

    /// Up to ten of them, your own tasks first, then the most urgent.
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<DigestLine>> {
        let view = ctx.view()?;
        let line = |line: &digest::Line| {
            Some(DigestLine {
                sentence: line.notice.sentence(&view, self.locale),
                mine: line.own,
                community: Community::find(&view, line.community)?,
                notice: Notice::new(line.notice.clone()),
            })
        };
        Ok(self.found.lines.iter().filter_map(line).collect())
    }
}

/// One thing that wants your attention.
#[derive(Clone, Debug, SimpleObject)]
pub struct DigestLine {
    /// What and why, in one sentence that can stand alone.
    sentence: String,
    /// Whether it is your own task.
    mine: bool,
    /// In which community.
    community: Community,
    /// The notice itself.
    notice: Notice,
}

/// How often you want a digest by mail.
#[derive(Clone, Debug, InputObject)]
pub struct SetDigestInput {
    /// How often.
    period: DigestPeriod,
}

/// What you see of yourself afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct SetDigestPayload {
    /// Your account.
    me: Me,
}

/// Saying how often one wants a digest.
#[derive(Debug, Default)]
pub struct DigestMutation;

/// Saying how often one wants a digest.
#[Object(guard = "Listed")]
impl DigestMutation {
    /// Says how often you want a digest by mail; one is sent only where there is something to tell, and only
    /// to an address that you have confirmed. Only for those who signed in.
    async fn set_digest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How often.")] input: SetDigestInput,
    ) -> Result<SetDigestPayload> {
        digest::set(ctx.op()?, input.period).await?;
        Ok(SetDigestPayload { me: Me::find(&ctx.view()?).ok_or(Error::Unauthenticated)? })
    }
}
