//! Conversations that have stood at one stage for long, with what stands in their way.

use super::home_work::{HomeWorkStuckNodes, HomeWorkStuckNodesAllowedTransitions};
use crate::page::mark::PracticeMark;
use crate::state::tongue;
use crate::text::HomeText;
use crate::ui::{Badge, Empty};
use chrono::NaiveDate;
use domain::engagement::{OPEN, Stage};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// How many days at one stage count as standing still.
const STILL: i64 = 60;

/// The longest-standing conversations on their way, each with what its next stage asks for.
#[component]
pub fn Stuck(
    /// The day it is.
    today: NaiveDate,
    /// The engagements on their way, longest at their stage first.
    engagements: Vec<HomeWorkStuckNodes>,
) -> impl IntoView {
    let text = HomeText::here();
    let still = |one: &HomeWorkStuckNodes| {
        days_since(&one.stage_since, today).is_some_and(|days| days >= STILL)
    };
    let stuck: Vec<_> = engagements.into_iter().filter(still).collect();
    let list = match stuck.is_empty() {
        true => {
            let next = view! {
                <p>{text.stuck_none_next()}</p>
                <p><a href="/pipeline">{text.board()}</a></p>
            };
            view! { <Empty title=text.stuck_none()>{next}</Empty> }.into_any()
        }
        false => {
            let lines = stuck.into_iter().map(|engagement| view! { <Line engagement today/> });
            view! { <ul class="list">{lines.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="stuck">
            <h2 id="stuck">{text.stuck()}</h2>
            {list}
        </section>
    }
}

#[component]
fn Line(engagement: HomeWorkStuckNodes, today: NaiveDate) -> impl IntoView {
    let (text, tongue) = (HomeText::here(), tongue());
    let waiting = days_since(&engagement.stage_since, today).map(|days| text.waiting(days));
    let way = onward(engagement.stage, &engagement.allowed_transitions).map(|next| {
        let stage = next.to.label(tongue);
        let missing: Vec<_> = next.missing.iter().map(|item| item.label(tongue)).collect();
        if missing.is_empty() {
            text.may_move(stage)
        } else {
            text.to_move(stage, &missing.join(", "))
        }
    });
    view! {
        <li>
            <p class="relationship-line">
                <a href=format!("/engagement/{}", engagement.id)>{engagement.party.name}</a>
                <span class="muted">{engagement.objective.label(tongue)}</span>
                <Badge text=engagement.stage.label(tongue)/>
                <PracticeMark practice=engagement.practice/>
            </p>
            <p class="small">{way}</p>
            <p class="relationship-line small muted">
                <span>{waiting}</span>
                <span>{engagement.community.name}</span>
            </p>
        </li>
    }
}

/// The move to the stage that follows.
fn onward(
    stage: Stage,
    moves: &[HomeWorkStuckNodesAllowedTransitions],
) -> Option<&HomeWorkStuckNodesAllowedTransitions> {
    let position = OPEN.iter().position(|open| *open == stage)?;
    let next = OPEN.get(position + 1)?;
    moves.iter().find(|one| one.to == *next)
}

fn days_since(day: &str, today: NaiveDate) -> Option<i64> {
    let day: NaiveDate = day.parse().ok()?;
    Some((today - day).num_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only the stage that follows is the way onward, never a step back or aside.
    #[test]
    fn onward_is_the_next_stage() {
        let to = |to| HomeWorkStuckNodesAllowedTransitions { to, missing: Vec::new() };
        let moves = [to(Stage::Dormant), to(Stage::Contacted), to(Stage::Identified)];
        assert_eq!(onward(Stage::Qualified, &moves), Some(&moves[1]));
        assert_eq!(onward(Stage::Renewing, &moves), None);
        assert_eq!(onward(Stage::Declined, &moves), None);
    }

    /// Days are counted from day to day; what is no day is not counted.
    #[test]
    fn days_are_counted() {
        let today = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
        assert_eq!(days_since("2024-01-01", today), Some(60));
        assert_eq!(days_since("2024", today), None);
    }
}
