//! How many conversations stand at each stage.

use super::home_overview::HomeOverviewDashboardByStage;
use crate::chart::bar::{Bar, Bars};
use crate::state::tongue;
use crate::text::{HomeText, format};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// A bar for each stage; nothing for visitors who see no engagement.
#[component]
pub fn Pipeline(
    /// The number at each stage.
    stages: Vec<HomeOverviewDashboardByStage>,
) -> impl IntoView {
    let (text, tongue) = (HomeText::here(), tongue());
    let bars: Vec<_> = stages
        .into_iter()
        .filter(|one| one.count > 0)
        .map(|one| Bar {
            label: format::capital(one.stage.label(tongue)),
            value: one.count,
            href: Some(format!("/directory?stage={}", one.stage.code())),
        })
        .collect();
    (!bars.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="stages">
                <div class="section-head">
                    <h2 id="stages">{text.by_stage()}</h2>
                    <a href="/pipeline">{text.board()}</a>
                </div>
                <Bars bars/>
            </section>
        }
    })
}
