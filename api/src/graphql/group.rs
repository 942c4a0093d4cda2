//! Groups.

use super::context::Access;
use super::meeting::{Meeting, listed};
use super::need::Need;
use super::page::Connection;
use super::patch::{set, set_required};
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use crate::service::meeting::{self, Filter};
use async_graphql::{Context, InputObject, MaybeUndefined, Object};
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, GroupType};

kind! {
    /// A body of people or organizations: board, council, committee, working group ...
    Group;
    query GroupQuery {
        /// One group; null when there is none that you may see.
        group;
        /// Groups, by name unless ordered otherwise.
        groups;
    }
    mutation GroupMutation {
        /// Records a group.
        create_group(CreateGroupInput) -> CreateGroupPayload;
        /// Changes a group.
        update_group(UpdateGroupInput) -> UpdateGroupPayload;
    }
}

/// A body of people or organizations: board, council, committee, working group ...
#[Object]
impl Group {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// What kind of body it is, whatever it calls itself.
    async fn group_type(&self) -> Result<GroupType> {
        detail!(self, Group { group_type }).copied()
    }

    /// What it calls itself.
    async fn local_name(&self) -> Result<Option<&str>> {
        detail!(self, Group { local_name }).map(Option::as_deref)
    }

    /// What it is for.
    async fn mandate(&self) -> Result<Option<&str>> {
        detail!(self, Group { mandate }).map(Option::as_deref)
    }

    /// What it works on.
    async fn topics(&self) -> Result<&[String]> {
        detail!(self, Group { topics }).map(Vec::as_slice)
    }

    /// The language it meets in: ISO 639-1.
    async fn language(&self) -> Result<Option<&str>> {
        detail!(self, Group { language }).map(Option::as_deref)
    }

    /// Its meetings that you may see, the last one first.
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Meeting>> {
        let filter = Filter { group: Some(self.row().id), ..Filter::default() };
        listed(ctx, filter, first, after).await
    }

    /// Its last meeting up to today that you may see; null is not recorded.
    async fn last_met(&self, ctx: &Context<'_>) -> Result<Option<Meeting>> {
        let op = ctx.op()?;
        let view = op.view();
        Ok(meeting::last_met(&view, self.row().id, op.today()).cloned().map(Meeting::new))
    }

    /// What it looks for and offers, in order of recording.
    async fn needs(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Need>> {
        Need::of_party(&ctx.view()?, self.row().id, first)
    }

    /// How often it meets, in its own words.
    async fn meets(&self) -> Result<Option<&str>> {
        detail!(self, Group { meets }).map(Option::as_deref)
    }

    /// Which constituencies should have a seat.
    async fn required_constituencies(&self) -> Result<&[String]> {
        detail!(self, Group { required_constituencies }).map(Vec::as_slice)
    }
}

/// A new group.
#[derive(Debug, InputObject)]
pub struct CreateGroupInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// What kind of body it is, whatever it calls itself.
    group_type: GroupType,
    /// What it calls itself.
    local_name: Option<String>,
    /// What it is for.
    mandate: Option<String>,
    /// What it works on.
    topics: Option<Vec<String>>,
    /// The language it meets in: ISO code, or name in English or French.
    language: Option<String>,
    /// How often it meets, in its own words.
    meets: Option<String>,
    /// Which constituencies should have a seat.
    required_constituencies: Option<Vec<String>>,
}

impl CreateGroupInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        let detail = DetailDraft::Group {
            group_type: self.group_type,
            local_name: self.local_name.unwrap_or_default(),
            mandate: self.mandate.unwrap_or_default(),
            topics: self.topics.unwrap_or_default(),
            language: self.language.unwrap_or_default(),
            meets: self.meets.unwrap_or_default(),
            required_constituencies: self.required_constituencies.unwrap_or_default(),
        };
        (self.fields, detail)
    }
}

/// A change of a group. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateGroupInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// What kind of body it is, whatever it calls itself.
    group_type: MaybeUndefined<GroupType>,
    /// What it calls itself.
    local_name: MaybeUndefined<String>,
    /// What it is for.
    mandate: MaybeUndefined<String>,
    /// What it works on; the whole list.
    topics: MaybeUndefined<Vec<String>>,
    /// The language it meets in: ISO code, or name in English or French.
    language: MaybeUndefined<String>,
    /// How often it meets, in its own words.
    meets: MaybeUndefined<String>,
    /// Which constituencies should have a seat; the whole list.
    required_constituencies: MaybeUndefined<Vec<String>>,
}

impl UpdateGroupInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::Group {
                group_type,
                local_name,
                mandate,
                topics,
                language,
                meets,
                required_constituencies,
            } = detail
            {
                set_required(group_type, self.group_type, "groupType")?;
                set(local_name, self.local_name);
                set(mandate, self.mandate);
                set(topics, self.topics);
                set(language, self.language);
                set(meets, self.meets);
                set(required_constituencies, self.required_constituencies);
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
