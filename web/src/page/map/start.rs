//! A map that is about nobody yet: where to start from.

use leptos::prelude::*;

use crate::map::answer::{MapStarts, map_starts};
use crate::page::address::map_address;
use crate::state::{load, locale};
use crate::text::MapText;
use crate::ui::{Empty, Loaded};

/// How many goods are suggested.
const MOST: i64 = 12;

/// Suggests the best connected global goods.
#[component]
pub fn Start() -> impl IntoView {
    let (text, locale) = (MapText::here(), locale());
    let load = load::<MapStarts>(move || Some(map_starts::Variables { locale, first: MOST }));
    let suggested = move |data: map_starts::ResponseData| {
        let goods = data.global_goods.nodes;
        if goods.is_empty() {
            return view! { <p>{text.starts_none()}</p> }.into_any();
        }
        let item = |good: map_starts::MapStartsGlobalGoodsNodes| {
            view! {
                <li>
                    <a href=map_address(&good.id)>{good.name}</a>
                    {good.summary.map(|summary| view! { <p class="muted small">{summary}</p> })}
                </li>
            }
        };
        view! {
            <p>{text.starts_next()}</p>
            <ul class="map-starts">{goods.into_iter().map(item).collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <Empty title=text.starts_title()>
            <Loaded load let:data>{suggested(data)}</Loaded>
        </Empty>
    }
}
