//! Organizations.

use super::context::Access;
use super::need::Need;
use super::patch::{set, set_option, set_required};
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use async_graphql::{Context, InputObject, MaybeUndefined, Object};
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, OrganizationType, SizeBand};

kind! {
    /// A legal or working body: funder, ministry, NGO, firm, university, hub ...
    Organization;
    query OrganizationQuery {
        /// One organization; null when there is none that you may see.
        organization;
        /// Organizations, by name unless ordered otherwise.
        organizations;
    }
    mutation OrganizationMutation {
        /// Records an organization.
        create_organization(CreateOrganizationInput) -> CreateOrganizationPayload;
        /// Changes an organization.
        update_organization(UpdateOrganizationInput) -> UpdateOrganizationPayload;
    }
}

/// A legal or working body: funder, ministry, NGO, firm, university, hub ...
#[Object]
impl Organization {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// What kind of body it is above all.
    async fn organization_type(&self) -> Result<OrganizationType> {
        detail!(self, Organization { organization_type }).copied()
    }

    /// What else it is.
    async fn secondary_types(&self) -> Result<&[OrganizationType]> {
        detail!(self, Organization { secondary_types }).map(Vec::as_slice)
    }

    /// How many people work in it; null when unknown.
    async fn size_band(&self) -> Result<Option<SizeBand>> {
        detail!(self, Organization { size_band }).copied()
    }

    /// What it looks for and offers, in order of recording.
    async fn needs(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Need>> {
        Need::of_party(&ctx.view()?, self.row().id, first)
    }

    /// Whether it is at home where it works; null when unknown.
    async fn is_local(&self) -> Result<Option<bool>> {
        detail!(self, Organization { is_local }).copied()
    }
}

/// A new organization.
#[derive(Debug, InputObject)]
pub struct CreateOrganizationInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// What kind of body it is above all.
    organization_type: OrganizationType,
    /// What else it is.
    secondary_types: Option<Vec<OrganizationType>>,
    /// How many people work in it; absent when unknown.
    size_band: Option<SizeBand>,
    /// Whether it is at home where it works; absent when unknown.
    is_local: Option<bool>,
}

impl CreateOrganizationInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        let detail = DetailDraft::Organization {
            organization_type: self.organization_type,
            secondary_types: self.secondary_types.unwrap_or_default(),
            size_band: self.size_band,
            is_local: self.is_local,
        };
        (self.fields, detail)
    }
}

/// A change of an organization. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateOrganizationInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// What kind of body it is above all.
    organization_type: MaybeUndefined<OrganizationType>,
    /// What else it is; the whole list.
    secondary_types: MaybeUndefined<Vec<OrganizationType>>,
    /// How many people work in it; null when unknown.
    size_band: MaybeUndefined<SizeBand>,
    /// Whether it is at home where it works; null when unknown.
    is_local: MaybeUndefined<bool>,
}

impl UpdateOrganizationInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::Organization {
                organization_type,
                secondary_types,
                size_band,
                is_local,
            } = detail
            {
                set_required(organization_type, self.organization_type, "organizationType")?;
                set(secondary_types, self.secondary_types);
                set_option(size_band, self.size_band);
                set_option(is_local, self.is_local);
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
