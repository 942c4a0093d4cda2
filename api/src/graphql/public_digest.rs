//! What a community tells everybody: what happened of late, ready for a newsletter.

use super::context::{Access, Listed};
use super::identifier::Outside;
use super::scalar::{Date, TypedDay};
use crate::error::Result;
use crate::service::public_digest::{self, public_digest};
use async_graphql::{Context, ID, Object};
use domain::identifier::CommunityId;
use domain::news::NewsKind;
use domain::text::Locale;

/// What happened of late around a community that everybody may know: the same for whoever asks.
#[derive(Clone, Debug)]
pub struct PublicDigest {
    found: public_digest::PublicDigest,
    locale: Locale,
}

/// What happened of late around a community that everybody may know: the same for whoever asks.
#[Object]
impl PublicDigest {
    /// From which day on.
    async fn since(&self) -> Date {
        Date(self.found.since)
    }

    /// What happened, the last first, sixty at most: new profiles of the community, and relationships of it or
    /// with its good that were confirmed or have ended. Nothing tells of persons or of practice.
    async fn items(&self) -> Vec<PublicDigestItem> {
        self.found.items.iter().cloned().map(PublicDigestItem).collect()
    }

    /// The whole as HTML for a newsletter, with a call for topics: nothing in it runs, is fetched or leads
    /// anywhere.
    async fn html(&self) -> String {
        self.found.html(self.locale)
    }
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct PublicDigestItem(public_digest::Item);

/// One thing that happened.
#[Object]
impl PublicDigestItem {
    /// The id of the record that it happened to.
    pub async fn id(&self) -> ID {
        ID(self.0.noun.format(self.0.id))
    }

    /// What happened.
    async fn kind(&self) -> NewsKind {
        self.0.kind
    }

    /// When it was recorded.
    async fn day(&self) -> Date {
        Date(self.0.day)
    }

    /// Who or what, in words.
    async fn sentence(&self) -> &str {
        &self.0.sentence
    }
}

/// What a community tells everybody.
#[derive(Debug, Default)]
pub struct PublicDigestQuery;

#[Object(guard = "Listed")]
impl PublicDigestQuery {
    /// What happened of late around a community that everybody may know, ready for a newsletter.
    async fn public_digest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Around which community.")] community: ID,
        #[graphql(desc = "From which day on, a year back at most; absent is thirty days ago.")]
        since: Option<TypedDay>,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> Result<PublicDigest> {
        let community = CommunityId::read(&community, "community")?;
        let since = since.map(|day| day.read("since")).transpose()?;
        let found = public_digest(ctx.op()?, community, since, locale).await?;
        Ok(PublicDigest { found, locale })
    }
}
