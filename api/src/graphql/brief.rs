//! What to know of one partner before a call.

use super::action::Action;
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::gain::Gain;
use super::identifier::read_stakeholder;
use super::interaction::Interaction;
use super::page::read_first;
use super::relationship::Relationship;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::brief;
use async_graphql::{Context, ID, Object};
use domain::engagement::GainSide;

/// What to know of one partner before a call, from every conversation that you may see.
#[derive(Clone, Debug)]
pub struct Brief(brief::Brief);

/// What to know of one partner before a call, from every conversation that you may see.
#[Object]
impl Brief {
    /// Who.
    async fn party(&self) -> Stakeholder {
        Stakeholder::new(self.0.party.clone())
    }

    /// The conversations that are open: about what, how far, and what comes next.
    async fn engagements(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Engagement>> {
        let rows = self.0.engagements.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Engagement::new).collect())
    }

    /// The last contacts, the newest first.
    async fn contacts(
        &self,
        #[graphql(default = 3, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Interaction>> {
        let rows = self.0.contacts.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Interaction::new).collect())
    }

    /// What the community gains, promised or delivered; empty is not recorded.
    async fn we_gain(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Gain>> {
        let rows = self.0.gains_of(GainSide::WeGain).take(read_first(first)?);
        Ok(rows.cloned().map(Gain::new).collect())
    }

    /// What the partner gains, promised or delivered; empty is not recorded.
    async fn they_gain(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Gain>> {
        let rows = self.0.gains_of(GainSide::TheyGain).take(read_first(first)?);
        Ok(rows.cloned().map(Gain::new).collect())
    }

    /// The seats that it holds.
    async fn seats(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        let rows = self.0.seats.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Relationship::new).collect())
    }

    /// Through whom it is reached: its people and units; empty is not recorded.
    async fn entry_points(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        let rows = self.0.entry_points.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Stakeholder::new).collect())
    }

    /// What is proposed or disputed about it, and so to be asked.
    async fn open_questions(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        let rows = self.0.open_questions.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Relationship::new).collect())
    }

    /// What is to be done in these conversations.
    async fn actions(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Action>> {
        let rows = self.0.actions.iter().take(read_first(first)?);
        Ok(rows.cloned().map(Action::new).collect())
    }
}

/// Briefs.
#[derive(Debug, Default)]
pub struct BriefQuery;

#[Object(guard = "Listed")]
impl BriefQuery {
    /// What to know of one partner before a call.
    async fn brief(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of whom.")] party: ID,
    ) -> Result<Brief> {
        let party = read_stakeholder(&party, "party")?;
        let op = ctx.op()?;
        brief::brief(&op.view(), party, op.today()).map(Brief)
    }
}
