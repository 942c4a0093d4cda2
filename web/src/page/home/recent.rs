//! What has changed lately, and who is not yet clear.

use super::home_overview::{
    ChangeOperation, HomeOverviewChangesNodes, HomeOverviewStakeholdersNodes,
};
use crate::page::address::record_address;
use crate::state::tongue;
use crate::text::format::{self, capital};
use crate::text::{HomeText, change_noun};
use crate::ui::Empty;
use leptos::prelude::*;

/// The last changes that this visitor may see.
#[component]
pub fn Recent(
    /// The changes, newest first.
    changes: Vec<HomeOverviewChangesNodes>,
) -> impl IntoView {
    let text = HomeText::here();
    let list = match changes.is_empty() {
        true => {
            let next = view! { <p>{text.changed_none_next()}</p> };
            view! { <Empty title=text.changed_none()>{next}</Empty> }.into_any()
        }
        false => {
            let lines = changes.into_iter().map(|change| view! { <Line change/> });
            view! { <ul class="list">{lines.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="changed">
            <div class="section-head">
                <h2 id="changed">{text.changed()}</h2>
                <a href="/changes">{text.changed_all()}</a>
            </div>
            {list}
        </section>
    }
}

#[component]
fn Line(change: HomeOverviewChangesNodes) -> impl IntoView {
    let (text, tongue) = (HomeText::here(), tongue());
    let how = match change.operation {
        ChangeOperation::Create => text.created(),
        ChangeOperation::Delete => text.deleted(),
        _ => text.updated(),
    };
    let address = change.node.and_then(|node| record_address(&node.id));
    let title = match address {
        Some(address) => view! { <a href=address>{change.title}</a> }.into_any(),
        None => change.title.into_any(),
    };
    let noun = change_noun(&change.noun, tongue).map(capital);
    let who = change.actor.map(|actor| view! { <span>{actor.display_name}</span> });
    view! {
        <li>
            <p>{title}</p>
            <p class="relationship-line small muted">
                <span>{noun}</span>
                <span>{how}</span>
                <time datetime=change.at.clone()>{format::instant(&change.at, tongue)}</time>
                {who}
            </p>
        </li>
    }
}

/// The first of those of whom it is not clear who or what they are.
#[component]
pub fn Unclear(
    /// How many there are in all.
    total: i64,
    /// The first of them.
    stakeholders: Vec<HomeOverviewStakeholdersNodes>,
) -> impl IntoView {
    let text = HomeText::here();
    let lines = stakeholders.into_iter().map(|one| {
        view! {
            <li>
                <a href=format!("/stakeholder/{}", one.id)>{one.name}</a>
                <p class="small muted">{one.unresolved}</p>
            </li>
        }
    });
    let list = match total {
        0 => view! { <p class="muted">{text.unresolved_none()}</p> }.into_any(),
        _ => view! { <ul class="list">{lines.collect_view()}</ul> }.into_any(),
    };
    let all = (total > 0).then(|| {
        let all = format!("{} ({total})", text.unresolved_all());
        view! { <a href="/directory?unresolved=true">{all}</a> }
    });
    view! {
        <section class="section" aria-labelledby="unclear">
            <div class="section-head">
                <h2 id="unclear">{text.unresolved()}</h2>
                {all}
            </div>
            {list}
        </section>
    }
}
