//! Who passes something on to whom, from left to right: money to its receivers, and where it breaks.
//! How a line stands is told by its dashes and by a sign on it, not by colour.

mod plan;

use leptos::prelude::*;
use plan::Plan;

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// As it is.
    Stays,
    /// Perhaps not for long.
    AtRisk,
    /// Broken.
    Ends,
}

/// What stands at the ends of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its id, by which lines name it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it goes away.
    pub leaves: bool,
}

/// One line, from one party to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The id of the party that it comes from.
    pub from: String,
    /// The id of the party that it goes to.
    pub to: String,
    /// How it stands.
    pub standing: Standing,
    /// How thick it is, 0 to 1; none when the amount is not known.
    pub weight: Option<f64>,
    /// What it says, for those who point at it.
    pub title: String,
}

impl Standing {
    fn class(self) -> &'static str {
        match self {
            Self::Stays => "flow-line",
            Self::AtRisk => "flow-line flow-at-risk",
            Self::Ends => "flow-line flow-ends",
        }
    }

    /// The sign on a line; none on one that stays.
    fn sign(self) -> Option<&'static str> {
        match self {
            Self::Stays => None,
            Self::AtRisk => Some("?"),
            Self::Ends => Some("✕"),
        }
    }
}

/// Parties in columns, with lines between them. What it shows stands in words beside it.
#[component]
pub fn Flow(
    /// What it shows, in a sentence.
    #[prop(into)]
    label: String,
    /// The parties; those that no line names stand alone.
    parties: Vec<Party>,
    /// The lines.
    lines: Vec<Line>,
) -> impl IntoView {
    let plan = Plan::new(&parties, &lines);
    let (width, height) = plan.size();
    let drawn = lines.into_iter().filter_map(|line| {
        let (path, middle) = plan.curve(&line.from, &line.to)?;
        Some(view! { <Drawn line path middle/> })
    });
    let drawn = drawn.collect_view();
    let boxes = parties.into_iter().filter_map(|party| {
        let corner = plan.corner(&party.id)?;
        Some(view! { <Named party corner/> })
    });
    let region = label.clone();
    view! {
        <div class="flow" tabindex="0" role="group" aria-label=region>
            <svg
                role="img"
                aria-label=label
                width=width
                height=height
                viewBox=format!("0 0 {width} {height}")
            >
                {drawn}
                {boxes.collect_view()}
            </svg>
        </div>
    }
}

#[component]
fn Drawn(line: Line, path: String, middle: (f32, f32)) -> impl IntoView {
    let width = line.weight.map_or(2.0, |weight| 3.0 + 13.0 * weight.clamp(0.0, 1.0));
    let sign = line.standing.sign().map(|sign| {
        let (x, y) = middle;
        view! {
            <circle class="flow-sign-ground" cx=x cy=y r=9></circle>
            <text class="flow-sign" x=x y={y + 4.5} text-anchor="middle">{sign}</text>
        }
    });
    view! {
        <g>
            <title>{line.title}</title>
            <path class=line.standing.class() d=path stroke-width=width></path>
            {sign}
        </g>
    }
}

/// The most letters of a name that a box has room for.
const ROOM: usize = 25;

#[component]
fn Named(party: Party, corner: (f32, f32)) -> impl IntoView {
    let (x, y) = corner;
    let shown = match party.name.chars().count() > ROOM {
        true => party.name.chars().take(ROOM - 1).chain(['…']).collect(),
        false => party.name.clone(),
    };
    let class = if party.leaves { "flow-party flow-leaves" } else { "flow-party" };
    view! {
        <g>
            <title>{party.name}</title>
            <rect class=class x=x y=y width=plan::BOX.0 height=plan::BOX.1 rx=5></rect>
            <text class="flow-name" x={x + 10.0} y={y + 21.0}>
                {if party.leaves { format!("✕ {shown}") } else { shown }}
            </text>
        </g>
    }
}
