//! Stakeholders of any kind: the interface, its eight types, and what is asked or done whatever
//! the kind.

use super::change::ChangeConnection;
use super::community::Community;
use super::completeness::Completeness;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::evidence::Evidence;
use super::global_good::GlobalGood;
use super::group::Group;
use super::identifier::read_stakeholder;
use super::implementation::Implementation;
use super::organization::Organization;
use super::page::{Connection, Page};
use super::person::Person;
use super::place::Place;
use super::programme::Programme;
use super::relationship::{LayerCount, Relationship, RelationshipFilter};
use super::scalar::{Instant, TypedDay};
use super::segment::Segment;
use crate::error::{Error, Result};
use crate::service;
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Interface, Object, SimpleObject};
use domain::identifier::StakeholderId;
use domain::stakeholder::{StakeholderKind, Visibility};
use domain::text::Locale;
use entity::stakeholder::Stakeholder as Row;
use std::sync::Arc;

mod elsewhere;
mod fields;
mod input;
mod kind;
mod list;
mod text;
pub use elsewhere::Elsewhere;
pub use fields::Fields;
pub use input::{CreateFields, ExternalIdInput, UpdateFields};
pub use kind::{Kind, create, find, list, update};
pub(crate) use kind::{detail, kind};
pub use list::{StakeholderBy, StakeholderFilter, StakeholderOrder, StakeholderOrderField};
pub use text::{ExternalId, LocalizedText};

/// A party: whatever its kind, what it does is told by its relationships alone.
#[expect(clippy::duplicated_attributes, reason = "every field of an interface is an attribute")]
#[derive(Clone, Debug, Interface)]
#[graphql(
    field(name = "id", ty = "ID", desc = "Its id, which never changes."),
    field(name = "kind", ty = "StakeholderKind", desc = "What it is; it never changes."),
    field(name = "slug", ty = "&str", desc = "Its short name in addresses."),
    field(
        name = "name",
        ty = "&str",
        desc = "The name in this language, or in the other one when there is none; see nameLocale.",
        arg(
            name = "locale",
            ty = "Locale",
            default_with = "Locale::En",
            desc = "Which language is wanted."
        )
    ),
    field(
        name = "name_locale",
        ty = "Locale",
        desc = "The language that `name` really is in.",
        arg(
            name = "locale",
            ty = "Locale",
            default_with = "Locale::En",
            desc = "Which language is wanted."
        )
    ),
    field(
        name = "names",
        ty = "Vec<LocalizedText>",
        desc = "The name in each language that has one."
    ),
    field(
        name = "summary",
        ty = "Option<String>",
        desc = "A paragraph about it in this language, or in the other one when there is none; see summaries.",
        arg(
            name = "locale",
            ty = "Locale",
            default_with = "Locale::En",
            desc = "Which language is wanted."
        )
    ),
    field(
        name = "summaries",
        ty = "Vec<LocalizedText>",
        desc = "A paragraph about it in each language that has one."
    ),
    field(name = "aliases", ty = "&[String]", desc = "Other names."),
    field(name = "acronym", ty = "Option<&str>", desc = "The short form."),
    field(
        name = "country",
        ty = "Option<&str>",
        desc = "The country of its seat, or where it is: ISO 3166-1 alpha-2."
    ),
    field(
        name = "countries",
        ty = "&[String]",
        desc = "The countries it works in: ISO 3166-1 alpha-2."
    ),
    field(name = "languages", ty = "&[String]", desc = "The languages it works in: ISO 639-1."),
    field(name = "website", ty = "Option<&str>", desc = "Its web address."),
    field(
        name = "external_ids",
        ty = "Vec<ExternalId>",
        desc = "Its ids in other registries.",
        arg(name = "first", ty = "i32", default = 10, desc = "How many, 1 to 100.")
    ),
    field(name = "visibility", ty = "Visibility", desc = "Who may see it."),
    field(
        name = "community",
        ty = "Option<Elsewhere<Community>>",
        desc = "Its maintainer; null is the shared registry."
    ),
    field(
        name = "version",
        ty = "i32",
        desc = "How often it was changed; send it back as expectedVersion."
    ),
    field(
        name = "unresolved",
        ty = "Option<&str>",
        desc = "Why it is not clear who or what this is; null when it is clear."
    ),
    field(
        name = "practice",
        ty = "bool",
        desc = "Whether it is practice data, which is evidence for nothing."
    ),
    field(
        name = "archived_at",
        ty = "Option<Instant>",
        desc = "When it was put away; null when it was not."
    ),
    field(name = "created_at", ty = "Instant", desc = "When it was recorded."),
    field(name = "updated_at", ty = "Instant", desc = "When it was last changed."),
    field(
        name = "relationships",
        ty = "Elsewhere<Connection<Relationship>>",
        desc = "Its relationships, either way, in order of recording.",
        arg(name = "filter", ty = "Option<RelationshipFilter>", desc = "Only some of them."),
        arg(name = "first", ty = "i32", desc = "How many rows, 1 to 100."),
        arg(name = "after", ty = "Option<String>", desc = "The cursor to go on behind.")
    ),
    field(
        name = "relationship_counts",
        ty = "Vec<LayerCount>",
        desc = "How many relationships it has in each layer that has any.",
        arg(name = "as_of", ty = "Option<TypedDay>", desc = "Only those that count on this day.")
    ),
    field(
        name = "completeness",
        ty = "Completeness",
        desc = "How much of what is asked of it is recorded."
    ),
    field(
        name = "engagements",
        ty = "Elsewhere<Connection<Engagement>>",
        desc = "The engagements with it, in order of recording.",
        arg(name = "first", ty = "i32", desc = "How many rows, 1 to 100."),
        arg(name = "after", ty = "Option<String>", desc = "The cursor to go on behind.")
    ),
    field(
        name = "evidence",
        ty = "Vec<Elsewhere<Evidence>>",
        desc = "The evidence about itself.",
        arg(
            name = "first",
            ty = "i32",
            default = 5,
            desc = "How many, 1 to 100; the first ones recorded."
        )
    ),
    field(
        name = "history",
        ty = "Elsewhere<ChangeConnection>",
        desc = "What was changed in it, the last change first.",
        arg(name = "first", ty = "i32", desc = "How many rows, 1 to 100."),
        arg(name = "after", ty = "Option<String>", desc = "The cursor to go on behind.")
    )
)]
#[expect(missing_docs, reason = "each variant is documented on its type")]
pub enum Stakeholder {
    Organization(Organization),
    GlobalGood(GlobalGood),
    Group(Group),
    Implementation(Implementation),
    Programme(Programme),
    Person(Person),
    Place(Place),
    Segment(Segment),
}

impl Stakeholder {
    /// A visible row as the type of its kind.
    pub fn new(row: Arc<Row>) -> Self {
        let kind = row.kind;
        let fields = Fields::new(row);
        match kind {
            StakeholderKind::Organization => Self::Organization(Kind::wrap(fields)),
            StakeholderKind::GlobalGood => Self::GlobalGood(Kind::wrap(fields)),
            StakeholderKind::Group => Self::Group(Kind::wrap(fields)),
            StakeholderKind::Implementation => Self::Implementation(Kind::wrap(fields)),
            StakeholderKind::Programme => Self::Programme(Kind::wrap(fields)),
            StakeholderKind::Person => Self::Person(Kind::wrap(fields)),
            StakeholderKind::Place => Self::Place(Kind::wrap(fields)),
            StakeholderKind::Segment => Self::Segment(Kind::wrap(fields)),
        }
    }

    /// The stakeholder with this id, when the viewer may see it.
    pub fn find(view: &View, id: StakeholderId) -> Option<Self> {
        view.stakeholder(id).cloned().map(Self::new)
    }

    /// As `find`, where it must be there: the end of a visible relationship, what was just written.
    pub fn load(view: &View, id: StakeholderId) -> Result<Self> {
        Self::find(view, id).ok_or(Error::NotFound)
    }
}

/// Stakeholders of any kind.
#[derive(Debug, Default)]
pub struct StakeholderQuery;

#[Object(guard = "Listed")]
impl StakeholderQuery {
    /// One stakeholder of any kind; null when there is none that you may see.
    async fn stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] by: StakeholderBy,
    ) -> Result<Option<Stakeholder>> {
        Ok(by.find(&ctx.view()?, None)?.map(Stakeholder::new))
    }

    /// Stakeholders of any kind, by name unless ordered otherwise.
    async fn stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them; archived ones only when asked for.")] filter: Option<
            StakeholderFilter,
        >,
        #[graphql(desc = "In which order.")] order_by: Option<StakeholderOrder>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Stakeholder>> {
        let filter = filter.unwrap_or_default().parse(None)?;
        let order = order_by.unwrap_or_default();
        let page = Page::parse(first, after.as_deref(), &order.list(None))?;
        Ok(list::page(&ctx.view()?, &filter, order, &page, Stakeholder::new))
    }
}

/// What is done to stakeholders whatever their kind.
#[derive(Debug, Default)]
pub struct StakeholderMutation;

#[Object(guard = "Listed")]
impl StakeholderMutation {
    /// Puts a stakeholder away: it stays in history and is shown only when asked for.
    async fn archive_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: ArchiveStakeholderInput,
    ) -> Result<StakeholderPayload> {
        let id = read_stakeholder(&input.id, "id")?;
        service::stakeholder::archive(ctx.op()?, id, input.expected_version).await?;
        StakeholderPayload::of(ctx, id)
    }

    /// Brings an archived stakeholder back.
    async fn restore_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RestoreStakeholderInput,
    ) -> Result<StakeholderPayload> {
        let id = read_stakeholder(&input.id, "id")?;
        service::stakeholder::restore(ctx.op()?, id, input.expected_version).await?;
        StakeholderPayload::of(ctx, id)
    }
}

/// Which stakeholder to put away.
#[derive(Debug, InputObject)]
pub struct ArchiveStakeholderInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
}

/// Which stakeholder to bring back.
#[derive(Debug, InputObject)]
pub struct RestoreStakeholderInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
}

/// The stakeholder that was changed.
#[derive(Debug, SimpleObject)]
pub struct StakeholderPayload {
    /// As it is now.
    pub stakeholder: Stakeholder,
}

impl StakeholderPayload {
    fn of(ctx: &Context<'_>, id: StakeholderId) -> Result<Self> {
        Ok(Self { stakeholder: Stakeholder::load(&ctx.view()?, id)? })
    }
}
