//! Making the partner at home: its steps one by one, or the form that begins.

use super::desk::Desk;
use super::record::{Engagement, engagement_shown, steps};
use crate::client::{self, clock, operations};
use crate::form::Field;
use crate::form::engagement::ONBOARDING;
use crate::page::entry::{Entry, FormTrouble, Need};
use crate::state::tongue;
use crate::text::EngagementText;
use crate::text::format::date;
use crate::ui::{Badge, Button, Hue, Look, Purpose};
use domain::engagement::OPEN;
use domain::policy::Action;
use leptos::prelude::*;

operations!(
    "graphql/engagement_guard.graphql": OnboardingStepToSet, OnboardingToStart, TemplateToSet
);

type Step = engagement_shown::EngagementShownNodeOnEngagementOnboardingSteps;

/// The steps, or how to begin.
#[component]
pub fn Onboarding(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let tongue = tongue();
    let may_work = desk.may(Action::WorkEngagement);
    let reached = is_reached(engagement.stage);
    let shared = StoredValue::new(engagement);
    let begun = shared.with_value(|engagement| engagement.onboarding.clone());
    let body = match begun {
        Some(begun) => {
            let done = begun.steps.iter().filter(|step| step.done_on.is_some()).count();
            let all = begun.steps.len();
            let line = |step| view! { <Line step desk/> };
            view! {
                <p class="muted small">{text.onboarding_since(&date(&begun.since, tongue), done, all)}</p>
                <ol class="tasks">{begun.steps.into_iter().map(line).collect_view()}</ol>
            }
            .into_any()
        }
        None if !reached => view! { <p class="muted">{text.onboarding_later()}</p> }.into_any(),
        None => {
            let form = move || {
                may_work.get().then(|| view! { <Begin engagement=shared.get_value() desk/> })
            };
            view! { <p class="muted">{text.no_onboarding()}</p> {form} }.into_any()
        }
    };
    view! {
        <section class="section panel" id="onboarding" tabindex="-1">
            <h2>{text.onboarding()}</h2>
            {body}
        </section>
    }
}

/// Whether the partner is committed, or was before the conversation fell asleep, as far as one can tell.
fn is_reached(stage: Stage) -> bool {
    let place = |stage: Stage| OPEN.iter().position(|open| *open == stage);
    stage == Stage::Dormant || place(stage) >= place(Stage::Committed)
}

#[component]
fn Line(step: Step, desk: Desk) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let may_work = desk.may(Action::WorkEngagement);
    let number = step.number;
    let is_done = step.done_on.is_some();
    let set = Callback::new(move |()| {
        let input = onboarding_step_to_set::SetOnboardingStepInput {
            engagement: desk.id(),
            expected_version: desk.version(),
            step: number,
            done_on: (!is_done).then(|| clock::today().to_string()),
        };
        desk.act(client::send::<OnboardingStepToSet>(onboarding_step_to_set::Variables { input }));
    });
    let about = StoredValue::new(step.text.clone());
    let word = if is_done { text.step_undo() } else { text.step_done() };
    let tools = move || {
        may_work.get().then(|| {
            view! {
                <Button look=Look::Quiet on_press=set>
                    {word}
                    <span class="hidden">" "{about.get_value()}</span>
                </Button>
            }
        })
    };
    let done = step.done_on.map(|on| {
        view! { <Badge text=format!("{} {}", text.step_done_on(), date(&on, tongue)) hue=Hue::Good/> }
    });
    view! {
        <li class:settled=is_done>
            <span>{step.text}</span>
            {done}
            <span class="line-tools">{tools}</span>
        </li>
    }
}

/// The steps as a text, one a line, with which it begins; an admin may keep them for the next partner.
#[component]
fn Begin(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_keep = desk.may(Action::ManageMembers);
    let state = desk.steps;
    let fresh = StoredValue::new(steps(&engagement));
    let community = StoredValue::new((engagement.community.id, engagement.community.version));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.send(
            state,
            move |form| {
                let input = onboarding_to_start::StartOnboardingInput {
                    engagement: desk.id(),
                    expected_version: desk.version(),
                    steps: Some(form.lines(Field::Steps).to_vec()),
                };
                client::send::<OnboardingToStart>(onboarding_to_start::Variables { input })
            },
            move || state.begin(fresh.get_value()),
        );
    };
    let keep = Callback::new(move |()| {
        let (community, expected_version) = community.get_value();
        let steps = state.now().lines(Field::Steps).to_vec();
        let input =
            template_to_set::SetOnboardingTemplateInput { community, expected_version, steps };
        desk.act(client::send::<TemplateToSet>(template_to_set::Variables { input }));
    });
    let keeping = move || {
        may_keep.get().then(|| {
            view! { <Button look=Look::Quiet on_press=keep>{text.template_keep()}</Button> }
        })
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <Entry state field=Field::Steps need=Need::Required/>
            <FormTrouble state fields=ONBOARDING.to_vec()/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{text.onboarding_start()}</Button>
                {keeping}
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A partner is made at home once it is committed.
    #[test]
    fn the_committed_are_made_at_home() {
        assert!(is_reached(Stage::Committed) && is_reached(Stage::Renewing));
        assert!(!is_reached(Stage::UnderReview) && !is_reached(Stage::Declined));
    }
}
