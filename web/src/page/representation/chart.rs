//! The seats of one body as a picture: a chair for each, vacant ones as empty frames. What a chair
//! is stands on it in words, so that nothing is told by colour alone.

use super::representation_rows::RepresentationRowsRepresentationGapsNodesConstituencies as Row;
use crate::text::RepresentationText;
use leptos::prelude::*;

/// How the chairs of one constituency stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chair {
    Filled,
    Vacant,
    Proposed,
    Disputed,
}

impl Chair {
    fn class(self) -> &'static str {
        match self {
            Self::Filled => "chair chair-filled",
            Self::Vacant => "chair chair-vacant",
            Self::Proposed => "chair chair-proposed",
            Self::Disputed => "chair chair-disputed",
        }
    }
}

/// The chairs of a body.
#[component]
pub fn SeatChart(
    /// Its constituencies.
    rows: Vec<Row>,
) -> impl IntoView {
    let text = RepresentationText::here();
    let chair = move |(name, chair, number): (String, Chair, i64)| {
        let says = match chair {
            Chair::Filled => text.chair(&name, &text.filled(number)),
            Chair::Vacant => text.empty_chair(&name),
            Chair::Proposed => text.chair(&name, &text.proposed(number)),
            Chair::Disputed => text.chair(&name, &text.disputed(number)),
        };
        view! { <li class=chair.class()>{says}</li> }
    };
    let chairs = rows.iter().flat_map(|row| chairs(row, text.no_constituency())).map(chair);
    view! { <ul class="chairs" aria-label=text.chart()>{chairs.collect_view()}</ul> }
}

/// What there is to show of one constituency.
fn chairs(row: &Row, unknown: &str) -> Vec<(String, Chair, i64)> {
    let name = row.constituency.clone().unwrap_or_else(|| unknown.to_owned());
    let counted = [
        (Chair::Filled, row.filled),
        (Chair::Vacant, i64::from(row.vacant)),
        (Chair::Proposed, row.proposed),
        (Chair::Disputed, row.disputed),
    ];
    let some = counted.into_iter().filter(|(_, number)| *number > 0);
    some.map(|(chair, number)| (name.clone(), chair, number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A required constituency with only a proposed seat shows both: a vacant chair and the proposal.
    #[test]
    fn a_proposed_seat_leaves_the_chair_vacant() {
        let row = Row {
            constituency: Some("governments".to_owned()),
            required: true,
            vacant: true,
            filled: 0,
            proposed: 1,
            disputed: 0,
        };
        let told: Vec<_> = chairs(&row, "?").into_iter().map(|(_, chair, _)| chair).collect();
        assert_eq!(told, [Chair::Vacant, Chair::Proposed]);
    }
}
