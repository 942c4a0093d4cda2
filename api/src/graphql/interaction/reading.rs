//! What a typed line or a pasted e-mail says of a contact.

use crate::error::Result;
use crate::graphql::context::{Access, Listed};
use crate::graphql::engagement::Engagement;
use crate::graphql::identifier::Outside;
use crate::graphql::page::read_first;
use crate::graphql::scalar::Date;
use crate::graphql::stakeholder::Stakeholder;
use crate::service::interaction::{self, Reading};
use async_graphql::{Context, ID, Object};
use domain::engagement::{Channel, Direction};
use domain::identifier::CommunityId;
use domain::notes::Party;

/// A contact as a text tells it; what it does not tell is null. Nothing is stored.
#[derive(Clone, Debug)]
pub struct ContactReading(Reading);

/// A contact as a text tells it; what it does not tell is null. Nothing is stored.
#[Object]
impl ContactReading {
    /// With whom, in the order of the text; the first is the likeliest.
    async fn parties(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<ContactParty>> {
        let parties = self.0.contact.parties.iter().take(read_first(first)?);
        Ok(parties.cloned().map(ContactParty).collect())
    }

    /// The open engagements with them or through them, the likeliest first.
    async fn engagements(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Engagement>> {
        let rows = self.0.engagements.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Engagement::new).collect())
    }

    /// How it took place.
    async fn channel(&self) -> Option<Channel> {
        self.0.contact.channel
    }

    /// Which way it went.
    async fn direction(&self) -> Option<Direction> {
        self.0.contact.direction
    }

    /// The day it took place; today when the text does not say.
    async fn happened_on(&self) -> Option<Date> {
        self.0.contact.on.map(Date)
    }

    /// What was said.
    async fn note(&self) -> &str {
        &self.0.contact.note
    }

    /// What to do next.
    async fn next_step(&self) -> Option<&str> {
        self.0.contact.next_step.as_deref()
    }

    /// By when.
    async fn next_step_due(&self) -> Option<Date> {
        self.0.contact.due.map(Date)
    }
}

/// Somebody as a text names them.
#[derive(Clone, Debug)]
pub struct ContactParty(Party);

/// Somebody as a text names them.
#[Object]
impl ContactParty {
    /// The words.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// Who may be meant: one when it is certain, several when the name is shared.
    async fn candidates(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        let view = ctx.view()?;
        let ids = self.0.candidates.iter().take(read_first(first)?);
        ids.map(|end| Stakeholder::load(&view, end.id)).collect()
    }
}

/// Asks what a text says of a contact.
#[derive(Debug, Default)]
pub struct InteractionQuery;

/// Asks what a text says of a contact.
#[Object(guard = "Listed")]
impl InteractionQuery {
    /// What a line such as `Appelé CHAI, intéressé par la doc FR, rappeler mardi`, or a pasted e-mail, says
    /// of a contact: with whom, how, what was said and what comes next. `logInteraction` then logs it.
    async fn read_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which community one writes.")] community: ID,
        #[graphql(desc = "The line or the e-mail, at most 20,000 characters.")] text: String,
    ) -> Result<ContactReading> {
        let community = CommunityId::read(&community, "community")?;
        let op = ctx.op()?;
        interaction::read(&op.view(), community, &text, op.today()).map(ContactReading)
    }
}
