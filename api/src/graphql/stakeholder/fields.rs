//! The fields that stakeholders of every kind have, resolved once for all eight types.

use super::elsewhere::Elsewhere;
use super::text::{ExternalId, LocalizedText};
use crate::error::Result;
use crate::graphql::change::{self, ChangeConnection};
use crate::graphql::community::Community;
use crate::graphql::completeness::Completeness;
use crate::graphql::context::Access;
use crate::graphql::engagement::Engagement;
use crate::graphql::evidence::Evidence;
use crate::graphql::identifier::stakeholder_id;
use crate::graphql::page::{Connection, Page, SortKey, read_first};
use crate::graphql::relationship::{LayerCount, Relationship, RelationshipFilter};
use crate::graphql::scalar::{Instant, TypedDay};
use crate::service;
use crate::service::completeness::Subject;
use async_graphql::{Context, ID, Object};
use domain::stakeholder::{StakeholderKind, Visibility, localized};
use domain::text::Locale;
use entity::stakeholder::Stakeholder as Row;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A visible stakeholder of any kind. Each of the eight types wraps one and adds its own fields.
#[derive(Clone, Debug)]
pub struct Fields(Arc<Row>);

impl Fields {
    /// The fields of a row that the viewer may see.
    pub fn new(row: Arc<Row>) -> Self {
        Self(row)
    }

    /// The row itself.
    pub fn row(&self) -> &Row {
        &self.0
    }

    async fn texts(&self, ctx: &Context<'_>) -> Result<BTreeMap<Locale, String>> {
        let op = ctx.op()?;
        let read = |ids| service::stakeholder::summaries(op, ids);
        Ok(ctx.loaders()?.summaries.load(self.0.id, read).await?.unwrap_or_default())
    }
}

/// What stakeholders of every kind have.
#[Object(name = "StakeholderFields")]
impl Fields {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        stakeholder_id(self.0.kind, self.0.id)
    }

    /// What it is; it never changes.
    pub async fn kind(&self) -> StakeholderKind {
        self.0.kind
    }

    /// Its short name in addresses.
    pub async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// The name in this language, or in the other one when there is none; see nameLocale.
    pub async fn name(
        &self,
        #[graphql(default_with = "Locale::En", desc = "Which language is wanted.")] locale: Locale,
    ) -> &str {
        self.0.name(locale)
    }

    /// The language that `name` really is in.
    pub async fn name_locale(
        &self,
        #[graphql(default_with = "Locale::En", desc = "Which language is wanted.")] locale: Locale,
    ) -> Locale {
        localized(&self.0.names, locale).map_or(locale, |(locale, _)| locale)
    }

    /// The name in each language that has one.
    pub async fn names(&self) -> Vec<LocalizedText> {
        LocalizedText::all(&self.0.names)
    }

    /// A paragraph about it in this language, or in the other one when there is none; see summaries.
    pub async fn summary(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "Which language is wanted.")] locale: Locale,
    ) -> Result<Option<String>> {
        let texts = self.texts(ctx).await?;
        Ok(localized(&texts, locale).map(|(_, text)| text.to_owned()))
    }

    /// A paragraph about it in each language that has one.
    pub async fn summaries(&self, ctx: &Context<'_>) -> Result<Vec<LocalizedText>> {
        Ok(LocalizedText::all(&self.texts(ctx).await?))
    }

    /// Other names.
    pub async fn aliases(&self) -> &[String] {
        &self.0.aliases
    }

    /// The short form.
    pub async fn acronym(&self) -> Option<&str> {
        self.0.acronym.as_deref()
    }

    /// The country of its seat, or where it is: ISO 3166-1 alpha-2.
    pub async fn country(&self) -> Option<&str> {
        self.0.country.as_deref()
    }

    /// The countries it works in: ISO 3166-1 alpha-2.
    pub async fn countries(&self) -> &[String] {
        &self.0.countries
    }

    /// The languages it works in: ISO 639-1.
    pub async fn languages(&self) -> &[String] {
        &self.0.languages
    }

    /// Its web address.
    pub async fn website(&self) -> Option<&str> {
        self.0.website.as_deref()
    }

    /// Its ids in other registries.
    pub async fn external_ids(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<ExternalId>> {
        let first = self.0.external_ids.iter().take(read_first(first)?);
        Ok(first.map(ExternalId::from).collect())
    }

    /// Who may see it.
    pub async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// Its maintainer; null is the shared registry.
    pub async fn community(&self, ctx: &Context<'_>) -> Result<Option<Elsewhere<Community>>> {
        let view = ctx.view()?;
        let community = self.0.community_id.and_then(|id| Community::find(&view, id));
        Ok(community.map(Elsewhere))
    }

    /// How often it was changed; send it back as expectedVersion.
    pub async fn version(&self) -> i32 {
        self.0.version
    }

    /// Why it is not clear who or what this is; null when it is clear.
    pub async fn unresolved(&self) -> Option<&str> {
        self.0.unresolved.as_deref()
    }

    /// Whether it is practice data, which is evidence for nothing.
    pub async fn practice(&self) -> bool {
        self.0.practice
    }

    /// When it was put away; null when it was not.
    pub async fn archived_at(&self) -> Option<Instant> {
        self.0.archived_at.map(Instant)
    }

    /// When it was recorded.
    pub async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    pub async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// Its relationships, either way, in order of recording.
    pub async fn relationships(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<RelationshipFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Elsewhere<Connection<Relationship>>> {
        let list = format!("relationships of {}", self.0.id.0);
        let page = Page::parse(first, after.as_deref(), &list)?;
        let filter = filter.unwrap_or_default().parse(ctx.op()?.today())?;
        let view = ctx.view()?;
        let rows = view.relationships_of(self.0.id);
        let rows = rows.filter(|row| filter.admits_from(&view, row, self.0.id));
        Ok(Elsewhere(Relationship::in_order(rows, &page)))
    }

    /// How many relationships it has in each layer that has any.
    pub async fn relationship_counts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that count on this day.")] as_of: Option<TypedDay>,
    ) -> Result<Vec<LayerCount>> {
        let filter = RelationshipFilter { as_of, ..Default::default() };
        let filter = filter.parse(ctx.op()?.today())?;
        let view = ctx.view()?;
        let rows = view.relationships_of(self.0.id);
        let rows = rows.filter(|row| filter.admits_from(&view, row, self.0.id));
        Ok(LayerCount::of(rows.map(|row| row.kind.layer())))
    }

    /// How much of what is asked of it is recorded.
    pub async fn completeness(&self, ctx: &Context<'_>) -> Result<Completeness> {
        Completeness::of(ctx, Subject::Stakeholder(self.0.clone()))
    }

    /// The engagements with it, in order of recording.
    pub async fn engagements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Elsewhere<Connection<Engagement>>> {
        let list = format!("engagements of {}", self.0.id.0);
        let page = Page::parse(first, after.as_deref(), &list)?;
        let view = ctx.view()?;
        let rows = view.engagements_of(self.0.id).map(|row| (SortKey::Missing, row.id.0, row));
        let wrap = |row: &Arc<entity::engagement::Model>| Engagement::new(row.clone());
        Ok(Elsewhere(page.in_order(rows, wrap)))
    }

    /// The evidence about itself.
    pub async fn evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 5, desc = "How many, 1 to 100; the first ones recorded.")] first: i32,
    ) -> Result<Vec<Elsewhere<Evidence>>> {
        let evidence = Evidence::about(&ctx.view()?, self.0.id.0, first)?;
        Ok(evidence.into_iter().map(Elsewhere).collect())
    }

    /// What was changed in it, the last change first.
    pub async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Elsewhere<ChangeConnection>> {
        change::history(ctx, self.0.id.0, first, after).await.map(Elsewhere)
    }
}
