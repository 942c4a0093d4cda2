//! What if they leave: who is hit, how hard, and why.

use super::action::Action;
use super::context::{Access, Listed};
use super::funding::Bounds;
use super::identifier::read_stakeholder;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::{Date, TypedDay};
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::loss::{self, Wanted};
use async_graphql::{Context, ID, Object};
use domain::loss::{Cause, LossMode, LossReason, LossSeverity, sentence};
use domain::refusal::Refusals;
use domain::text::Locale;
use entity::relationship::Model;
use entity::stakeholder::Stakeholder as Row;
use std::sync::Arc;

/// What is lost when some leave. Only what is confirmed counts; what is not recorded stays unknown.
#[derive(Clone, Debug)]
pub struct Loss(Arc<loss::Loss>);

/// What is lost when some leave. Only what is confirmed counts; what is not recorded stays unknown.
#[Object]
impl Loss {
    /// How they leave.
    async fn mode(&self) -> LossMode {
        self.0.mode
    }

    /// On which day.
    async fn at(&self) -> Date {
        Date(self.0.at)
    }

    /// Who leaves, in the order of asking.
    async fn stakeholders(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        let leaving = self.0.leaving.iter().take(read_first(first)?);
        Ok(leaving.cloned().map(Stakeholder::new).collect())
    }

    /// Who is hit, the hardest first: those who lose something themselves before those whose funders
    /// do.
    async fn hits(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<LossHit>> {
        let page = Page::parse(first, after.as_deref(), "loss hits")?;
        let rows = self.0.hits.iter().enumerate();
        let keyed =
            rows.map(|(place, hit)| (SortKey::number(place), hit.stakeholder.id.0, hit.clone()));
        Ok(page.of(keyed, OrderDirection::Ascending, LossHit))
    }

    /// The relationships that end, in order of recording.
    async fn ended(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Relationship>> {
        listed(&self.0.ended, first, after, "loss ended")
    }

    /// The relationships that are at risk because of what ends, in order of recording.
    async fn at_risk(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Relationship>> {
        listed(&self.0.at_risk, first, after, "loss atRisk")
    }

    /// The relationships that are only proposed and would end or be at risk too: hopes lost, which
    /// hit nobody.
    async fn hopes(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Relationship>> {
        listed(&self.0.hopes, first, after, "loss hopes")
    }

    /// The open actions of open engagements with those who leave; of those who stop funding, where
    /// funding is what it is about.
    async fn actions(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Action>> {
        let page = Page::parse(first, after.as_deref(), "loss actions")?;
        let keyed = self.0.actions.iter().map(|row| (SortKey::Missing, row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, |row| Action::new(row.clone())))
    }

    /// How many pieces there are of those who are related to somebody, while nobody has left.
    async fn pieces_before(&self) -> u32 {
        self.0.pieces[0]
    }

    /// How many pieces there are of the same ones afterwards, those who leave not counted.
    async fn pieces_after(&self) -> u32 {
        self.0.pieces[1]
    }

    /// The pieces that come off, the largest first; the largest of what was one piece stays.
    async fn apart(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<LossPiece>> {
        let pieces = self.0.apart.iter().take(read_first(first)?);
        Ok(pieces.cloned().map(LossPiece).collect())
    }
}

/// One page of relationships, in order of recording.
fn listed(
    rows: &[Arc<Model>],
    first: i32,
    after: Option<String>,
    list: &str,
) -> Result<Connection<Relationship>> {
    Ok(Relationship::page(rows.iter(), &Page::parse(first, after.as_deref(), list)?))
}

/// The first of some relationships.
fn few<'a>(rows: impl Iterator<Item = &'a Arc<Model>>, first: i32) -> Result<Vec<Relationship>> {
    Ok(rows.take(read_first(first)?).cloned().map(Relationship::new).collect())
}

/// Somebody who is hit.
#[derive(Clone, Debug)]
pub struct LossHit(Arc<loss::Hit>);

/// Somebody who is hit.
#[Object]
impl LossHit {
    /// Who.
    async fn stakeholder(&self) -> Stakeholder {
        Stakeholder::new(self.0.stakeholder.clone())
    }

    /// 1 for those who lose something themselves, else how many steps away the loss is.
    async fn order(&self) -> u32 {
        self.0.order
    }

    /// How hard.
    async fn severity(&self) -> LossSeverity {
        self.0.verdict.severity
    }

    /// What it means in words that can be copied: what is lost of what is recorded, and what is not
    /// known of it.
    async fn sentence(
        &self,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
    ) -> String {
        sentence(locale.tongue(), self.0.stakeholder.name(locale), &self.0.verdict)
    }

    /// Why, the gravest first.
    async fn causes(&self) -> Vec<LossCause> {
        let causes = self.0.verdict.causes.iter();
        causes.map(|cause| LossCause(self.0.clone(), cause.clone())).collect()
    }

    /// How many recorded funders it has, before anybody leaves.
    async fn funders(&self) -> usize {
        self.0.verdict.funders
    }

    /// How many of them it loses.
    async fn funders_lost(&self) -> usize {
        self.0.verdict.funders_lost()
    }

    /// The share of its money that is lost, in percent; null is unknown, or that none is.
    async fn share_lost(&self) -> Option<Bounds> {
        self.0.verdict.share.map(Bounds::percent)
    }

    /// The money that its other recorded funders go on paying.
    async fn remaining(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        few(self.0.remaining(), first)
    }

    /// What put at risk what is at risk here, from what ends on.
    async fn because(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        few(self.0.because.iter(), first)
    }
}

/// One reason why somebody is hit.
#[derive(Clone, Debug)]
pub struct LossCause(Arc<loss::Hit>, Cause);

/// One reason why somebody is hit.
#[Object]
impl LossCause {
    /// Why.
    async fn reason(&self) -> LossReason {
        self.1.reason
    }

    /// How many of those recorded are lost, or at risk.
    async fn lost(&self) -> usize {
        self.1.lost
    }

    /// How many are recorded: funders, seats, carriers, or relationships.
    async fn recorded(&self) -> usize {
        self.1.recorded
    }

    /// The relationships that it rests on, and so their evidence.
    async fn relationships(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        few(self.0.rests_on(&self.1), first)
    }
}

/// Stakeholders that come off together.
#[derive(Clone, Debug)]
pub struct LossPiece(Vec<Arc<Row>>);

/// Stakeholders that come off together.
#[Object]
impl LossPiece {
    /// How many.
    async fn size(&self) -> usize {
        self.0.len()
    }

    /// Who, in order of recording.
    async fn stakeholders(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Stakeholder>> {
        let members = self.0.iter().take(read_first(first)?);
        Ok(members.cloned().map(Stakeholder::new).collect())
    }
}

/// What if they leave.
#[derive(Debug, Default)]
pub struct LossQuery;

/// What if they leave.
#[Object(guard = "Listed")]
impl LossQuery {
    /// Plays through that some stakeholders leave; nothing is changed by it.
    async fn simulate_loss(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who leaves, at most 50.")] stakeholders: Vec<ID>,
        #[graphql(default_with = "LossMode::Leaves", desc = "How.")] mode: LossMode,
        #[graphql(desc = "On which day; today when absent. What holds then can be lost.")]
        at: Option<TypedDay>,
    ) -> Result<Loss> {
        let mut refusals = Refusals::new();
        let read = stakeholders.iter().map(|id| read_stakeholder(id, "stakeholders"));
        let ids: Vec<_> = read.filter_map(|id| refusals.take(id)).collect();
        let day = refusals.take(at.map(|day| day.read("at")).transpose()).flatten();
        let stakeholders = refusals.finish(Some(ids))?;
        let op = ctx.op()?;
        let at = day.unwrap_or_else(|| op.today());
        loss::simulate(&op.view(), Wanted { stakeholders, mode, at }).map(|it| Loss(Arc::new(it)))
    }
}
