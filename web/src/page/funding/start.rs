//! Nobody is chosen yet: whose funding is recorded.

use super::{FundingStarts, funding_starts};
use crate::state::{load, locale};
use crate::text::FundingText;
use crate::ui::{Empty, LinkButton, Loaded};
use leptos::prelude::*;

/// How much recorded funding is looked at.
const MOST: i64 = 100;

/// Offers everybody who is recorded as being paid.
#[component]
pub fn Start() -> impl IntoView {
    let (text, locale) = (FundingText::here(), locale());
    let load =
        load::<FundingStarts>(move || Some(funding_starts::Variables { locale, first: MOST }));
    let offered = move |data: funding_starts::ResponseData| {
        let mut paid: Vec<_> = data.relationships.nodes.into_iter().map(|row| row.target).collect();
        paid.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        paid.dedup_by(|a, b| a.id == b.id);
        if paid.is_empty() {
            return view! {
                <p>{text.starts_none()}</p>
                <LinkButton href="/relationship/new?kind=FUNDS">{text.add()}</LinkButton>
            }
            .into_any();
        }
        let items = paid.into_iter().map(|one| {
            view! { <li><a href=format!("/funding?of={}", one.id)>{one.name}</a></li> }
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
