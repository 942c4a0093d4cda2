//! How far the users of every good are from its core.

use super::feedback_distances::{
    FeedbackDistancesFeedbackDistances as Page,
    FeedbackDistancesFeedbackDistancesNodes as Distance,
    FeedbackDistancesFeedbackDistancesNodesCountries as CountryRow,
    FeedbackDistancesFeedbackDistancesNodesSteps as StepCount,
};
use crate::state::query::address;
use crate::state::tongue;
use crate::text::FeedbackText;
use crate::ui::{Empty, LinkButton, Pager};
use domain::country::Country;
use domain::vocabulary::Tongue;
use leptos::prelude::*;

/// The goods, each leading to its ladders.
#[component]
pub fn Distances(
    /// One page of them.
    page: Page,
) -> impl IntoView {
    let text = FeedbackText::here();
    if page.nodes.is_empty() {
        return view! {
            <Empty title=text.no_goods()>
                <LinkButton href="/directory">{text.directory()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let next = page.page_info.end_cursor.filter(|_| page.page_info.has_next_page);
    let heads = [text.good(), text.voices(), text.steps(), text.sites(), text.countries()];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let rows = page.nodes.into_iter().map(|row| view! { <Row row/> });
    view! {
        <h2>{text.distances()}</h2>
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.distances()}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
        <Pager next/>
    }
    .into_any()
}

#[component]
fn Row(row: Distance) -> impl IntoView {
    let (text, tongue) = (FeedbackText::here(), tongue());
    let steps = row.steps.map_or(text.no_path().to_owned(), |steps| span(&steps, tongue));
    let shown = i64::try_from(row.countries.len()).unwrap_or(i64::MAX);
    let mut countries: Vec<_> = row.countries.iter().map(|row| country(row, tongue)).collect();
    if row.country_count > shown {
        countries.push(text.more_countries(row.country_count - shown));
    }
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.good()>
                <a href=address("/feedback", &[("of", Some(&row.good.id))])>{row.good.name}</a>
            </th>
            <td role="cell" data-label=text.voices()>{row.voices}</td>
            <td role="cell" data-label=text.steps()>{steps}</td>
            <td role="cell" data-label=text.sites()>{text.heard_of(row.heard, row.implementations)}</td>
            <td role="cell" data-label=text.countries()>{countries.join("; ")}</td>
        </tr>
    }
}

fn country(row: &CountryRow, tongue: Tongue) -> String {
    let text = FeedbackText(tongue);
    let known = row.country.as_deref().and_then(Country::find);
    let name = known.map_or(text.no_country(), |country| country.name(tongue));
    let steps = row.steps.as_ref().map(|steps| match steps.shortest == steps.longest {
        true => format!(", {}", steps.shortest),
        false => format!(", {}–{}", steps.shortest, steps.longest),
    });
    let heard = text.heard_of(row.heard, row.implementations);
    format!("{name} ({heard}{})", steps.unwrap_or_default())
}

/// One number where all are alike; the median where they are not.
fn span(steps: &StepCount, tongue: Tongue) -> String {
    if steps.shortest == steps.longest {
        return steps.shortest.to_string();
    }
    let median = steps.median.to_string();
    let median = if tongue == Tongue::Fr { median.replace('.', ",") } else { median };
    FeedbackText(tongue).span(steps.shortest, &median, steps.longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A spread is one number when all are alike, and has its median in the reader's writing.
    #[test]
    fn a_spread_is_said_in_words() {
        let steps = |shortest, median, longest| StepCount { shortest, median, longest };
        assert_eq!(span(&steps(2, 2.0, 2), Tongue::En), "2");
        assert_eq!(span(&steps(1, 1.5, 4), Tongue::Fr), "1 à 4, médiane 1,5");
    }
}
