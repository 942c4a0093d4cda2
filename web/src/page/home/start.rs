//! Where somebody who is new here can begin.

use crate::text::HomeText;
use leptos::prelude::*;

/// A few ways in, each a view that answers a question.
#[component]
pub fn Start() -> impl IntoView {
    let text = HomeText::here();
    let ways = [
        ("/directory?kind=GLOBAL_GOOD", text.start_goods(), text.start_goods_about()),
        (
            "/directory?type=BILATERAL_FUNDER,FOUNDATION,FINANCING_MECHANISM",
            text.start_funders(),
            text.start_funders_about(),
        ),
        ("/directory?kind=GROUP", text.start_groups(), text.start_groups_about()),
        ("/map", text.start_map(), text.start_map_about()),
    ];
    let ways = ways.map(|(href, name, about)| {
        view! {
            <li>
                <a class="tile tile-way" href=href>
                    <strong>{name}</strong>
                    <span>{about}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="start">
            <h2 id="start">{text.start()}</h2>
            <ul class="tiles tiles-ways">{ways.collect_view()}</ul>
        </section>
    }
}
