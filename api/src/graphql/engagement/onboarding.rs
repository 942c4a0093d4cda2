//! Making a new partner at home.

use super::EngagementPayload;
use crate::error::{Error, Result};
use crate::graphql::community::Community;
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::Outside;
use crate::graphql::scalar::{Date, TypedDay};
use crate::service::engagement;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::identifier::{CommunityId, EngagementId};
use entity::engagement::Model;

/// How a partner is made at home.
#[derive(Clone, Debug, SimpleObject)]
pub struct Onboarding {
    /// Since when.
    since: Date,
    /// Its steps in their order.
    steps: Vec<OnboardingStep>,
}

/// One step of an onboarding.
#[derive(Clone, Debug, SimpleObject)]
pub struct OnboardingStep {
    /// Its place among the steps, from 1.
    number: usize,
    /// What is to be done.
    text: String,
    /// When it was done; null while it is not.
    done_on: Option<Date>,
}

impl Onboarding {
    /// The onboarding, once it has begun.
    pub fn of(row: &Model) -> Option<Self> {
        let steps = (1..).zip(&row.onboarding.0).map(|(number, step)| OnboardingStep {
            number,
            text: step.text.clone(),
            done_on: step.done_on.map(Date),
        });
        Some(Self { since: Date(row.onboarding_since?), steps: steps.collect() })
    }
}

/// The beginning of an onboarding.
#[derive(Clone, Debug, InputObject)]
pub struct StartOnboardingInput {
    /// Which engagement: one that is committed or further.
    engagement: ID,
    /// The version of the engagement that was read; when it has moved on, nothing begins.
    expected_version: i32,
    /// Its steps; when absent, those of the community.
    steps: Option<Vec<String>>,
}

/// What was done of an onboarding.
#[derive(Clone, Debug, InputObject)]
pub struct SetOnboardingStepInput {
    /// Which engagement.
    engagement: ID,
    /// The version of the engagement that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// The number of the step, from 1.
    step: i32,
    /// When it was done; null or absent when it is not.
    done_on: Option<TypedDay>,
}

/// The steps that every onboarding of a community begins with.
#[derive(Clone, Debug, InputObject)]
pub struct SetOnboardingTemplateInput {
    /// Which community.
    community: ID,
    /// The version of the community that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// The steps in their order, all of them. Onboardings that have begun keep theirs.
    steps: Vec<String>,
}

/// The community with its new template.
#[derive(Clone, Debug, SimpleObject)]
pub struct SetOnboardingTemplatePayload {
    /// The community.
    community: Community,
}

/// Making new partners at home.
#[derive(Debug, Default)]
pub struct OnboardingMutation;

/// Making new partners at home.
#[Object(guard = "Listed")]
impl OnboardingMutation {
    /// Begins to make a partner at home who is committed.
    async fn start_onboarding(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose, and its steps.")] input: StartOnboardingInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let (expected, steps) = (input.expected_version, input.steps.as_deref());
        engagement::start_onboarding(ctx.op()?, id, expected, steps).await?;
        EngagementPayload::of(ctx, id)
    }

    /// Says when a step was done, or that it is not done after all.
    async fn set_onboarding_step(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which step, and when.")] input: SetOnboardingStepInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let done_on = input.done_on.map(String::from).unwrap_or_default();
        let (expected, step) = (input.expected_version, input.step);
        engagement::set_step(ctx.op()?, id, expected, step, &done_on).await?;
        EngagementPayload::of(ctx, id)
    }

    /// Writes the steps that every onboarding of a community begins with.
    async fn set_onboarding_template(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose, and the steps.")] input: SetOnboardingTemplateInput,
    ) -> Result<SetOnboardingTemplatePayload> {
        let id = CommunityId::read(&input.community, "community")?;
        engagement::set_template(ctx.op()?, id, input.expected_version, &input.steps).await?;
        let community = Community::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(SetOnboardingTemplatePayload { community })
    }
}
