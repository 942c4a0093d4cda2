//! Sources: documents, pages and meetings that evidence points into.

use super::community::Community;
use super::context::{Access, Listed};
use super::filter;
use super::identifier::Outside;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::TypedDate;
use crate::error::{Error, Result};
use crate::service;
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::evidence::{SourceDraft, SourceKind};
use domain::identifier::{CommunityId, SourceId};
use domain::interval::DatePoint;
use domain::search::Names;
use domain::stakeholder::Visibility;
use domain::text::fold;
use entity::source::Model;
use std::sync::Arc;

/// A document, page, meeting, data set or message that evidence points into.
#[derive(Clone, Debug)]
pub struct Source(Arc<Model>);

impl Source {
    /// A source that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The source, when the viewer may see it.
    pub fn find(view: &View, id: SourceId) -> Option<Self> {
        view.source(id).cloned().map(Self)
    }
}

/// A document, page, meeting, data set or message that evidence points into.
#[Object]
impl Source {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// What kind of thing it is.
    async fn kind(&self) -> SourceKind {
        self.0.kind
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// Its web address.
    async fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// When it was published, as far as known.
    async fn published_on(&self) -> Option<DatePoint> {
        self.0.published_on
    }

    /// Under which licence.
    async fn licence(&self) -> Option<&str> {
        self.0.licence.as_deref()
    }

    /// Which state of it is meant, when it changes.
    async fn revision_tag(&self) -> Option<&str> {
        self.0.revision_tag.as_deref()
    }

    /// Who may see it.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// Its maintainer; null is the shared registry.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<Community>> {
        let view = ctx.view()?;
        Ok(self.0.community_id.and_then(|id| Community::find(&view, id)))
    }

    /// How often it was changed.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Lists sources.
#[derive(Debug, Default)]
pub struct SourceQuery;

#[Object(guard = "Listed")]
impl SourceQuery {
    /// Sources, by title.
    async fn sources(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Only those with these words in the title; accents and case do not matter. Up to 200 characters."
        )]
        text: Option<String>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Source>> {
        let page = Page::parse(first, after.as_deref(), "sources")?;
        let text = filter::text(text, "text")?;
        let view = ctx.view()?;
        let wanted = |title: &str| match &text {
            None => true,
            Some(text) => Names::new([title], []).rank(text).is_some(),
        };
        let rows = view.sources().filter(|row| wanted(&row.title));
        let keyed = rows.map(|row| (SortKey::Text(fold(&row.title).into()), row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, |row| Source(row.clone())))
    }
}

/// What is done to sources.
#[derive(Debug, Default)]
pub struct SourceMutation;

#[Object(guard = "Listed")]
impl SourceMutation {
    /// Records a source.
    async fn add_source(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: AddSourceInput,
    ) -> Result<AddSourcePayload> {
        let community = CommunityId::read_opt(input.community.as_ref(), "community")?;
        let visibility = input.visibility.unwrap_or(Visibility::Public);
        let draft = input.source.draft();
        let id = service::source::add(ctx.op()?, draft, community, visibility).await?;
        let source = Source::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(AddSourcePayload { source })
    }
}

/// A new source; it stands with the evidence that it is recorded with.
#[derive(Debug, InputObject)]
pub struct NewSourceInput {
    /// What kind of thing it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Its web address.
    pub url: Option<String>,
    /// When it was published, as far as known.
    pub published_on: Option<TypedDate>,
    /// Under which licence.
    pub licence: Option<String>,
    /// Which state of it is meant, when it changes.
    pub revision_tag: Option<String>,
}

impl NewSourceInput {
    /// The source, its texts not yet checked.
    pub fn draft(self) -> SourceDraft {
        SourceDraft {
            kind: self.kind,
            title: self.title,
            url: self.url.unwrap_or_default(),
            published_on: self.published_on.map(String::from).unwrap_or_default(),
            licence: self.licence.unwrap_or_default(),
            revision_tag: self.revision_tag.unwrap_or_default(),
        }
    }
}

/// A new source, and where it stands.
#[derive(Debug, InputObject)]
pub struct AddSourceInput {
    #[graphql(flatten)]
    source: NewSourceInput,
    /// The community that maintains it; absent is the shared registry.
    community: Option<ID>,
    /// Who may see it; PUBLIC when absent. The shared registry is PUBLIC only.
    visibility: Option<Visibility>,
}

/// The source that was recorded.
#[derive(Debug, SimpleObject)]
pub struct AddSourcePayload {
    /// As it is now.
    pub source: Source,
}
