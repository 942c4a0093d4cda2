//! Persons.

use super::contact::Contact;
use super::patch::set;
use super::scalar::Instant;
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use async_graphql::{Context, InputObject, MaybeUndefined, Object};
use domain::refusal::Refusal;
use domain::stakeholder::DetailDraft;

kind! {
    /// A human being, by role.
    Person;
    query PersonQuery {
        /// One person; null when there is none that you may see.
        person;
        /// People, by name unless ordered otherwise.
        people;
    }
    mutation PersonMutation {
        /// Records a person.
        create_person(CreatePersonInput) -> CreatePersonPayload;
        /// Changes a person.
        update_person(UpdatePersonInput) -> UpdatePersonPayload;
    }
}

/// A human being, by role.
#[Object]
impl Person {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// The role in which the person is known.
    async fn role(&self) -> Result<Option<&str>> {
        detail!(self, Person { role }).map(Option::as_deref)
    }

    /// How the person can be reached; for those who work with the person in its community.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>> {
        Contact::of(ctx, self.row().id).await
    }

    /// When the person was erased; null when it was not.
    async fn erased_at(&self) -> Option<Instant> {
        self.row().erased_at.map(Instant)
    }
}

/// A new person.
#[derive(Debug, InputObject)]
pub struct CreatePersonInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// The role in which the person is known.
    role: Option<String>,
}

impl CreatePersonInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        (self.fields, DetailDraft::Person { role: self.role.unwrap_or_default() })
    }
}

/// A change of a person. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdatePersonInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// The role in which the person is known.
    role: MaybeUndefined<String>,
}

impl UpdatePersonInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::Person { role } = detail {
                set(role, self.role);
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
