//! No implementation is chosen yet: which ones there are.

use super::{PeerStarts, peer_starts};
use crate::state::{load, locale};
use crate::text::PeerText;
use crate::ui::{Empty, LinkButton, Loaded};
use leptos::prelude::*;

/// Offers every implementation that is recorded.
#[component]
pub fn Start() -> impl IntoView {
    let (text, locale) = (PeerText::here(), locale());
    let load = load::<PeerStarts>(move || Some(peer_starts::Variables { locale }));
    let offered = move |data: peer_starts::ResponseData| {
        let all = data.implementations.nodes;
        if all.is_empty() {
            return view! {
                <p>{text.starts_none()}</p>
                <LinkButton href="/stakeholder/new?kind=IMPLEMENTATION">{text.add_one()}</LinkButton>
            }
            .into_any();
        }
        let items = all.into_iter().map(|one| {
            view! { <li><a href=format!("/peers?of={}", one.id)>{one.name}</a></li> }
        });
        view! {
            <p>{text.starts_next()}</p>
            <ul class="what-if-starts">{items.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <Empty title=text.starts()>
            <Loaded load let:data>{offered(data)}</Loaded>
        </Empty>
    }
}
