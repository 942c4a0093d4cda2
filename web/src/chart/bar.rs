//! Numbers side by side.

use crate::state::tongue;
use crate::text::format;
use leptos::prelude::*;

/// One number with its word, leading to its rows where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The word.
    pub label: String,
    /// The number, not below zero.
    pub value: i64,
    /// Where its rows are.
    pub href: Option<String>,
}

/// Bars one below the other, on one scale that starts at zero.
#[component]
pub fn Bars(
    /// The numbers.
    bars: Vec<Bar>,
) -> impl IntoView {
    let tongue = tongue();
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    let rows = bars.into_iter().map(|bar| {
        let length = format!("{}%", percent(bar.value, most));
        let label = match bar.href {
            Some(href) => view! { <a href=href>{bar.label}</a> }.into_any(),
            None => bar.label.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="bar-number">{format::number(bar.value, tongue)}</td>
                <td class="bar-track" aria-hidden="true">
                    <span class="bar" style:inline-size=length></span>
                </td>
            </tr>
        }
    });
    view! { <table class="bars"><tbody>{rows.collect_view()}</tbody></table> }
}

/// The part of the whole in percent; something is never nothing.
fn percent(value: i64, most: i64) -> i64 {
    match (value.max(0), most) {
        (0, _) | (_, ..=0) => 0,
        (value, most) => (value.saturating_mul(100) / most).clamp(1, 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The longest bar fills the track, the shortest is still seen, and nothing is nothing.
    #[test]
    fn bars_are_to_scale() {
        for (value, most, expected) in [
            (0, 0, 0),
            (5, 5, 100),
            (1, 3, 33),
            (1, 1000, 1),
            (0, 9, 0),
            (-4, 9, 0),
            (i64::MAX, 1, 100),
        ] {
            assert_eq!(percent(value, most), expected, "{value} of {most}");
        }
    }
}
