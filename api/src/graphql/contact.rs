//! How persons can be reached.

use super::context::{Access, Listed};
use super::person::Person;
use super::scalar::{Date, TypedDay};
use super::stakeholder::Kind;
use crate::error::{Error, Result};
use crate::service;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::contact::{ContactDraft, LawfulBasis};
use domain::identifier::{Noun, StakeholderId};
use domain::stakeholder::StakeholderKind;
use entity::contact::Model;

/// How a person can be reached, and why that may be known.
#[derive(Clone, Debug)]
pub struct Contact(Model);

impl Contact {
    /// The contact data of a person; none where the viewer may not read it.
    pub async fn of(ctx: &Context<'_>, id: StakeholderId) -> Result<Option<Self>> {
        let op = ctx.op()?;
        let read = |ids| service::contact::contacts(op, ids);
        Ok(ctx.loaders()?.contacts.load(id, read).await?.map(Self))
    }
}

/// How a person can be reached, and why that may be known.
#[Object]
impl Contact {
    /// An e-mail address.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// A telephone number.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Why this may be kept.
    async fn lawful_basis(&self) -> LawfulBasis {
        self.0.lawful_basis
    }

    /// When the person agreed.
    async fn consented_on(&self) -> Option<Date> {
        self.0.consented_on.map(Date)
    }

    /// How the person agreed.
    async fn consent_note(&self) -> Option<&str> {
        self.0.consent_note.as_deref()
    }

    /// When the person withdrew that; nothing is kept since then.
    async fn withdrawn_on(&self) -> Option<Date> {
        self.0.withdrawn_on.map(Date)
    }

    /// Until when it may be kept.
    async fn retain_until(&self) -> Option<Date> {
        self.0.retain_until.map(Date)
    }
}

/// Records and takes away how persons can be reached.
#[derive(Debug, Default)]
pub struct ContactMutation;

/// Records and takes away how persons can be reached.
#[Object(guard = "Listed")]
impl ContactMutation {
    /// Records how a person can be reached, in place of what was recorded. The log tells that it
    /// was done, never what was recorded.
    async fn record_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: RecordContactInput,
    ) -> Result<RecordContactPayload> {
        let id = person_id(&input.id)?;
        let day = |day: Option<TypedDay>, field| day.map(|day| day.read(field)).transpose();
        let draft = ContactDraft {
            email: input.email.unwrap_or_default(),
            phone: input.phone.unwrap_or_default(),
            lawful_basis: input.lawful_basis,
            consented_on: day(input.consented_on, "consentedOn")?,
            consent_note: input.consent_note.unwrap_or_default(),
            retain_until: day(input.retain_until, "retainUntil")?,
        };
        service::contact::record(ctx.op()?, id, input.expected_version, draft).await?;
        Ok(RecordContactPayload { person: person(ctx, id)? })
    }

    /// Takes away how a person can be reached, and remembers that consent was withdrawn.
    async fn withdraw_consent(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: WithdrawConsentInput,
    ) -> Result<WithdrawConsentPayload> {
        let id = person_id(&input.id)?;
        service::contact::withdraw(ctx.op()?, id, input.expected_version).await?;
        Ok(WithdrawConsentPayload { person: person(ctx, id)? })
    }

    /// Erases a person for good: name, texts, contact data and what the log knew of them. The
    /// relationships and the engagements stay, with somebody who is not named.
    async fn erase_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: ErasePersonInput,
    ) -> Result<ErasePersonPayload> {
        let id = person_id(&input.id)?;
        service::erasure::erase_person(ctx.op()?, id, input.expected_version).await?;
        Ok(ErasePersonPayload { person: person(ctx, id)? })
    }
}

/// How a person can be reached.
#[derive(InputObject)]
pub struct RecordContactInput {
    /// The person.
    id: ID,
    /// The version that you read; another one is refused.
    expected_version: i32,
    /// An e-mail address.
    email: Option<String>,
    /// A telephone number.
    phone: Option<String>,
    /// Why this may be kept; needed.
    lawful_basis: Option<LawfulBasis>,
    /// When the person agreed; needed where consent is the basis.
    consented_on: Option<TypedDay>,
    /// How the person agreed.
    consent_note: Option<String>,
    /// Until when it may be kept.
    retain_until: Option<TypedDay>,
}

/// Whose consent was withdrawn.
#[derive(Debug, InputObject)]
pub struct WithdrawConsentInput {
    /// The person.
    id: ID,
    /// The version that you read; another one is refused.
    expected_version: i32,
}

/// Who is to be erased.
#[derive(Debug, InputObject)]
pub struct ErasePersonInput {
    /// The person.
    id: ID,
    /// The version that you read; another one is refused.
    expected_version: i32,
}

/// What was recorded.
#[derive(Debug, SimpleObject)]
pub struct RecordContactPayload {
    /// The person as it is now.
    pub person: Person,
}

/// What was taken away.
#[derive(Debug, SimpleObject)]
pub struct WithdrawConsentPayload {
    /// The person as it is now.
    pub person: Person,
}

/// What is left.
#[derive(Debug, SimpleObject)]
pub struct ErasePersonPayload {
    /// Somebody who is not named.
    pub person: Person,
}

fn person_id(id: &ID) -> Result<StakeholderId> {
    Ok(StakeholderId(Noun::Stakeholder(StakeholderKind::Person).parse_id(id, "id")?))
}

fn person(ctx: &Context<'_>, id: StakeholderId) -> Result<Person> {
    Person::find(&ctx.view()?, id).ok_or(Error::NotFound)
}
