//! How conversations go from stage to stage, and which do not go on.

use super::outreach_funnel::{
    OutreachFunnelEngagementFunnel, OutreachFunnelEngagementFunnelStages,
    OutreachFunnelEngagementFunnelStuck,
};
use crate::state::tongue;
use crate::text::OutreachText;
use crate::text::format::capital;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The table of stages and the list of what is stuck.
#[component]
pub fn Funnel(funnel: OutreachFunnelEngagementFunnel) -> impl IntoView {
    let text = OutreachText::here();
    let head = [
        text.stage(),
        text.standing(),
        text.reached(),
        text.went_on(),
        text.lost(),
        text.conversion(),
        text.median(),
    ];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let rows = funnel.stages.into_iter().map(|row| view! { <StageRow row/> }).collect_view();
    view! {
        <section class="section" id="funnel">
            <h2>{text.funnel()}</h2>
            <p class="muted">{text.funnel_hint()}</p>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.funnel()}</caption>
                    <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </section>
        <StuckList rows=funnel.stuck all=funnel.stuck_count/>
    }
}

#[component]
fn StageRow(row: OutreachFunnelEngagementFunnelStages) -> impl IntoView {
    let (text, tongue) = (OutreachText::here(), tongue());
    let unknown = || text.unknown().to_owned();
    let conversion = row.conversion.and_then(whole_percent);
    let conversion = conversion.map_or_else(unknown, |share| text.percent(share));
    let median = row.median_days.and_then(whole);
    let median = median.map_or_else(unknown, |days| text.days(days));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{capital(row.stage.label(tongue))}</th>
            <td role="cell" data-label=text.standing()>{row.here}</td>
            <td role="cell" data-label=text.reached()>{row.reached}</td>
            <td role="cell" data-label=text.went_on()>{row.went_on}</td>
            <td role="cell" data-label=text.lost()>{row.lost}</td>
            <td role="cell" data-label=text.conversion()>{conversion}</td>
            <td role="cell" data-label=text.median()>{median}</td>
        </tr>
    }
}

/// A share as whole percents.
fn whole_percent(share: f64) -> Option<i64> {
    whole(share * 100.0)
}

/// The nearest whole number; none beyond what one has to do with here.
fn whole(number: f64) -> Option<i64> {
    format!("{number:.0}").parse().ok()
}

#[component]
fn StuckList(rows: Vec<OutreachFunnelEngagementFunnelStuck>, all: i64) -> impl IntoView {
    let text = OutreachText::here();
    let shown = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let more = (all > shown).then(|| text.stuck_more(all.saturating_sub(shown)));
    let head = [text.partner(), text.stage(), text.in_stage(), text.reasons(), text.missing()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let body = if rows.is_empty() {
        view! { <p class="muted">{text.stuck_none()}</p> }.into_any()
    } else {
        let rows = rows.into_iter().map(|row| view! { <StuckRow row/> }).collect_view();
        view! {
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.stuck()}</caption>
                    <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="section" id="stuck">
            <h2>{text.stuck()}</h2>
            {body}
            {more.map(|more| view! { <p class="muted small">{more}</p> })}
        </section>
    }
}

#[component]
fn StuckRow(row: OutreachFunnelEngagementFunnelStuck) -> impl IntoView {
    let (text, tongue) = (OutreachText::here(), tongue());
    let reasons: Vec<_> = row.reasons.iter().map(|reason| reason.label(tongue)).collect();
    let missing: Vec<_> = row.missing.iter().map(|item| item.label(tongue)).collect();
    let engagement = row.engagement;
    let name = format!("{}\u{a0}: {}", engagement.party.name, engagement.objective.label(tongue));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=format!("/engagement/{}", engagement.id)>{name}</a>
            </th>
            <td role="cell" data-label=text.stage()>{capital(engagement.stage.label(tongue))}</td>
            <td role="cell" data-label=text.in_stage()>{text.days(row.days)}</td>
            <td role="cell" data-label=text.reasons()>{capital(&reasons.join(", "))}</td>
            <td role="cell" data-label=text.missing()>
                <a href=format!("/engagement/{}#moves", engagement.id)>{capital(&missing.join(", "))}</a>
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shares are told in whole percents, days as whole days.
    #[test]
    fn numbers_are_whole() {
        assert_eq!((whole_percent(0.5), whole_percent(1.0)), (Some(50), Some(100)));
        assert_eq!(whole(12.4), Some(12));
    }
}
