//! Feedback: who stands between those who use a good and those who make it, and where a voice falls
//! silent.

use super::context::{Access, Listed};
use super::identifier::{read_stakeholder, read_stakeholder_opt};
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::TypedDay;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::feedback::{self, Break, Distance, Ladder, Reached};
use async_graphql::{Context, ID, Object, SimpleObject};
use domain::feedback::{FeedbackSilence, Spread};
use entity::stakeholder::Stakeholder as Row;
use std::sync::Arc;

/// The way of feedback from those who use a good, or from one implementation of it, to its core: the
/// good itself, and who builds it or takes care of it.
#[derive(Clone, Debug)]
pub struct FeedbackPath(feedback::FeedbackPath);

/// The way of feedback from those who use a good, or from one implementation of it, to its core: the
/// good itself, and who builds it or takes care of it.
#[Object]
impl FeedbackPath {
    /// The good or the implementation.
    async fn of(&self) -> Stakeholder {
        Stakeholder::new(self.0.of.clone())
    }

    /// The ladders, the shortest first.
    async fn ladders(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<FeedbackLadder>> {
        let ladders = self.0.ladders.iter().take(read_first(first)?);
        Ok(ladders.cloned().map(FeedbackLadder).collect())
    }

    /// How many ladders were found, of those that you may see; at most 100 are looked for.
    async fn ladder_count(&self) -> usize {
        self.0.ladders.len()
    }

    /// Whether there are no further ladders than those counted.
    async fn complete(&self) -> bool {
        self.0.complete
    }

    /// Where feedback ends that is not recorded to come through.
    async fn breaks(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<FeedbackBreak>> {
        let view = ctx.view()?;
        let find = |id| Stakeholder::find(&view, id);
        let told =
            |at: &Break| FeedbackBreak { from: at.from.and_then(find), to: at.to.and_then(find) };
        Ok(self.0.breaks.iter().take(read_first(first)?).map(told).collect())
    }

    /// How many such places there are.
    async fn break_count(&self) -> usize {
        self.0.breaks.len()
    }
}

/// One way up: who reports to whom, from those whom nobody reports to up to the core.
#[derive(Clone, Debug)]
pub struct FeedbackLadder(Ladder);

/// One way up: who reports to whom, from those whom nobody reports to up to the core.
#[Object]
impl FeedbackLadder {
    /// Each step in order, read from below to above, with its cadence, when it was last heard, and
    /// who stands in its way.
    async fn steps(&self) -> Vec<Relationship> {
        self.0.steps.iter().cloned().map(Relationship::new).collect()
    }

    /// Who stands between the two ends, from below to above.
    async fn rungs(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        let view = ctx.view()?;
        let above = self.0.steps.iter().skip(1);
        above.map(|row| Stakeholder::load(&view, row.source_id)).collect()
    }

    /// The rung at which a voice falls silent.
    async fn silent(&self, ctx: &Context<'_>) -> Result<Option<SilentRung>> {
        let view = ctx.view()?;
        let Some((step, reason, who)) = self.0.silent else {
            return Ok(None);
        };
        let row = self.0.steps.get(step).cloned().map(Relationship::new);
        row.map(|relationship| {
            let stakeholder = Stakeholder::load(&view, who)?;
            Ok(SilentRung { step: step + 1, reason, stakeholder, relationship })
        })
        .transpose()
    }

    /// Whether some step is only proposed, so that nobody has confirmed this way.
    async fn proposed(&self) -> bool {
        self.0.proposed
    }
}

/// Where a voice falls silent. What is blocked comes first, then what has no recorded date, then
/// what was heard longest ago; of several alike, the lowest.
#[derive(Clone, Debug, SimpleObject)]
pub struct SilentRung {
    /// Which step it is, counted from 1 at the foot.
    step: usize,
    /// Why.
    reason: FeedbackSilence,
    /// Who stands in the way; else, who is not heard.
    stakeholder: Stakeholder,
    /// The step.
    relationship: Relationship,
}

/// Between whom feedback breaks off.
#[derive(Clone, Debug, SimpleObject)]
pub struct FeedbackBreak {
    /// Who is not recorded to pass on what they hear; null when nobody is recorded to hear anything.
    from: Option<Stakeholder>,
    /// The good that does not hear of it; null when it is not recorded which good it would be.
    to: Option<Stakeholder>,
}

/// How far those who use a good are from its core, by steps that are more than proposals.
#[derive(Clone, Debug)]
pub struct FeedbackDistance(Distance);

/// How far those who use a good are from its core, by steps that are more than proposals.
#[Object]
impl FeedbackDistance {
    /// The good.
    async fn good(&self) -> Stakeholder {
        Stakeholder::new(self.0.good.clone())
    }

    /// How many come through whom nobody reports to: the feet of its ladders.
    async fn voices(&self) -> usize {
        self.0.voices
    }

    /// Their steps to the core; null when nobody is recorded to come through.
    async fn steps(&self) -> Option<StepCount> {
        self.0.spread.map(StepCount::from)
    }

    /// How many implementations it has.
    async fn implementations(&self) -> usize {
        self.0.reached.implementations
    }

    /// How many of its implementations are recorded to come through.
    async fn heard(&self) -> usize {
        self.0.reached.heard
    }

    /// Its implementations by country.
    async fn countries(
        &self,
        #[graphql(default = 10, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<CountryFeedback>> {
        let countries = self.0.countries.iter().take(read_first(first)?);
        Ok(countries
            .map(|row| CountryFeedback {
                country: row.country.clone(),
                reached: row.reached.clone(),
            })
            .collect())
    }

    /// How many countries they are in, one for those whose country is not recorded.
    async fn country_count(&self) -> usize {
        self.0.countries.len()
    }
}

/// How far the implementations of a good in one country are from its core.
#[derive(Clone, Debug)]
pub struct CountryFeedback {
    country: Option<String>,
    reached: Reached,
}

/// How far the implementations of a good in one country are from its core.
#[Object]
impl CountryFeedback {
    /// ISO 3166-1 alpha-2; null is not recorded.
    async fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }

    /// How many implementations are there.
    async fn implementations(&self) -> usize {
        self.reached.implementations
    }

    /// How many of them are recorded to come through.
    async fn heard(&self) -> usize {
        self.reached.heard
    }

    /// Their steps to the core; null when none is recorded to come through.
    async fn steps(&self) -> Option<StepCount> {
        self.reached.spread.map(StepCount::from)
    }
}

/// In how many steps something is reached.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct StepCount {
    /// The fewest.
    shortest: u32,
    /// The number in the middle; between two, their mean.
    median: f64,
    /// The most.
    longest: u32,
}

impl From<Spread> for StepCount {
    fn from(Spread { shortest, median, longest }: Spread) -> Self {
        Self { shortest, median, longest }
    }
}

/// Follows feedback.
#[derive(Debug, Default)]
pub struct FeedbackQuery;

#[Object(guard = "Listed")]
impl FeedbackQuery {
    /// Who stands between those who use a good and its core, and where a voice falls silent; for the
    /// good as a whole, or for one implementation.
    async fn feedback_path(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The good or the implementation.")] id: ID,
        #[graphql(desc = "On which day; today unless given.")] as_of: Option<TypedDay>,
    ) -> Result<FeedbackPath> {
        let (id, op) = (read_stakeholder(&id, "id")?, ctx.op()?);
        let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or(op.today());
        feedback::path(&op.view(), id, day).map(FeedbackPath)
    }

    /// How far those who use each good are from its core, by name of the good.
    async fn feedback_distances(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of this good.")] good: Option<ID>,
        #[graphql(desc = "On which day; today unless given.")] as_of: Option<TypedDay>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<FeedbackDistance>> {
        let (good, op) = (read_stakeholder_opt(good.as_ref(), "good")?, ctx.op()?);
        let day = as_of.map(|day| day.read("asOf")).transpose()?.unwrap_or(op.today());
        let page = Page::parse(first, after.as_deref(), "feedbackDistances")?;
        let view = op.view();
        let goods = feedback::goods(&view, good)?;
        let keyed = goods.iter().map(|row| {
            let name = SortKey::Text(view.name_key(row.id).into());
            (name, row.id.0, row)
        });
        let told = |row: &Arc<Row>| FeedbackDistance(feedback::distance(&view, row.clone(), day));
        Ok(page.of(keyed, OrderDirection::Ascending, told))
    }
}
