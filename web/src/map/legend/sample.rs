//! Small pictures of what is on the map, drawn from the very same shapes.

use domain::graph::layout::Point;
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;
use leptos::prelude::*;

use crate::map::appearance::{Line, Look, SAMPLE, Shape, sample};
use crate::map::compared::Compared;
use crate::map::frame::band;
use crate::map::path::Path;

/// What else a disc may show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeSign {
    /// Nothing.
    #[default]
    Plain,
    /// That it is in the middle.
    Focus,
    /// That it is not clear who or what it is.
    Unresolved,
}

/// The shape of a kind of stakeholder.
#[component]
pub fn NodeSample(
    /// The kind.
    kind: StakeholderKind,
    /// What else the disc shows.
    #[prop(optional)]
    sign: NodeSign,
) -> impl IntoView {
    let (center, shape) = (Point::new(10.0, 10.0), Shape::of(kind));
    let radius = if sign == NodeSign::Focus { 5.0 } else { 6.5 };
    let ring = (sign == NodeSign::Focus).then(|| {
        view! { <path class="map-sample-ring" d=shape.path(center, 7.5).to_svg()></path> }
    });
    let unclear = (sign == NodeSign::Unresolved).then(|| {
        view! { <text class="map-sample-text" x="10" y="13">"?"</text> }
    });
    view! {
        <svg class="map-sample" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path
                class="map-sample-disc"
                class:map-sample-focus=sign == NodeSign::Focus
                class:map-sample-unclear=sign == NodeSign::Unresolved
                d=shape.path(center, radius).to_svg()
            ></path>
            {ring}
            {unclear}
        </svg>
    }
}

/// The line of a relationship.
#[component]
pub fn LineSample(
    /// What it shows.
    look: Look,
) -> impl IntoView {
    let (width, height) = SAMPLE;
    let line = Line::new(&sample(), look);
    let dash: Vec<String> = line.dash.iter().map(f64::to_string).collect();
    let layer = look.kind.layer().code().to_ascii_lowercase();
    let drawn = |path: &Path| path.to_svg();
    view! {
        <svg
            class=format!("map-sample map-ink-{layer}")
            width=width.to_string()
            height=height.to_string()
            viewBox=format!("0 0 {width} {height}")
            aria-hidden="true"
        >
            <path
                class="map-sample-line"
                stroke-width=line.width.to_string()
                stroke-dasharray=dash.join(" ")
                d=drawn(&line.body)
            ></path>
            <path class="map-sample-line" stroke-width="1.5" d=drawn(&line.outlined)></path>
            <path class="map-sample-fill" d=drawn(&line.filled)></path>
        </svg>
    }
}

/// The band beneath the line of a relationship that differs between two days.
#[component]
pub fn BandSample(
    /// What became of it.
    compared: Compared,
) -> impl IntoView {
    let (width, height) = SAMPLE;
    let way = sample();
    let path = Path::open(way.points().iter().copied()).to_svg();
    let dash: Vec<String> = band(compared).iter().map(f64::to_string).collect();
    let class = match compared {
        Compared::Added => "map-sample map-band-added",
        Compared::Ended => "map-sample map-band-ended",
        Compared::Changed => "map-sample map-band-changed",
        Compared::Undated => "map-sample map-band-undated",
    };
    view! {
        <svg
            class=class
            width=width.to_string()
            height=height.to_string()
            viewBox=format!("0 0 {width} {height}")
            aria-hidden="true"
        >
            <path class="map-sample-line" stroke-width="7" stroke-dasharray=dash.join(" ") d=path></path>
        </svg>
    }
}
