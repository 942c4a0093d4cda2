//! Requirements: what users of an implementation ask for, and whether it belongs to the good itself.

use super::change::{self, ChangeConnection};
use super::community::Community;
use super::context::{Access, Listed};
use super::filter::text;
use super::identifier::{Outside, read_stakeholder_opt};
use super::implementation::Implementation;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::{Date, Instant};
use super::stakeholder::{Kind, Stakeholder};
use crate::error::{Error, Result};
use crate::service::requirement::{self, Filter};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object};
use domain::identifier::RequirementId;
use domain::refusal::Refusal;
use domain::requirement::Disposition;
use domain::stakeholder::Visibility;
use entity::requirement::Model;
use std::sync::Arc;

mod write;
pub use write::{
    AddRequirementInput, DecideRequirementInput, RemoveRequirementInput, RequirementMutation,
    RequirementPayload, UpdateRequirementInput,
};

/// Something that users of an implementation ask for.
#[derive(Clone, Debug)]
pub struct Requirement(Arc<Model>);

impl Requirement {
    /// The requirement, when the viewer may see it.
    pub fn find(view: &View, id: RequirementId) -> Option<Self> {
        view.requirement(id).cloned().map(Self)
    }
}

/// Something that users of an implementation ask for, and where it belongs: to the good itself, for
/// everybody, or to this implementation alone.
#[Object]
impl Requirement {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Whose users ask for it.
    async fn implementation(&self, ctx: &Context<'_>) -> Result<Implementation> {
        let id = self.0.implementation_id;
        Implementation::find(&ctx.view()?, id).ok_or(Error::NotFound)
    }

    /// What is asked for.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// Where it belongs.
    async fn disposition(&self) -> Disposition {
        self.0.disposition
    }

    /// Which group or person decided; null while nobody has or nobody said who, and when hidden.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        Ok(self.0.decided_by_id.and_then(|id| Stakeholder::find(&view, id)))
    }

    /// When; null while nobody has decided, and when it is not recorded.
    async fn decided_on(&self) -> Option<Date> {
        self.0.decided_on.map(Date)
    }

    /// Why.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Its maintainer; null is the shared registry.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<Community>> {
        let view = ctx.view()?;
        Ok(self.0.community_id.and_then(|id| Community::find(&view, id)))
    }

    /// Who may see it, among those who see its implementation.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was recorded.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What was changed in it, the last change first.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}

/// Which requirements to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct RequirementFilter {
    /// Only of this implementation.
    implementation: Option<ID>,
    /// Only those that belong to one of these.
    dispositions: Option<Vec<Disposition>>,
    /// Only those that this group or person decided about.
    decided_by: Option<ID>,
    /// Words of the requirement or of the implementation's names; accents and case do not matter. Up to
    /// 200 characters.
    text: Option<String>,
}

impl RequirementFilter {
    fn read(self) -> Result<Filter, Refusal> {
        let implementation = self.implementation.as_ref();
        Ok(Filter {
            implementation: read_stakeholder_opt(implementation, "filter.implementation")?,
            dispositions: self.dispositions.unwrap_or_default(),
            decided_by: read_stakeholder_opt(self.decided_by.as_ref(), "filter.decidedBy")?,
            text: text(self.text, "filter.text")?.unwrap_or_default(),
        })
    }
}

/// Lists requirements.
#[derive(Debug, Default)]
pub struct RequirementQuery;

#[Object(guard = "Listed")]
impl RequirementQuery {
    /// What users of implementations ask for, in order of recording.
    async fn requirements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<RequirementFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Requirement>> {
        let page = Page::parse(first, after.as_deref(), "requirements")?;
        let filter = filter.unwrap_or_default().read()?;
        let rows = requirement::list(&ctx.view()?, &filter).into_iter();
        let keyed = rows.map(|row| (SortKey::Missing, row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, Requirement))
    }
}
