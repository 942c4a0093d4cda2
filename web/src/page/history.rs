//! The history of one record: what was changed, by whom, and how to take it back.

mod answer;
mod compare;
mod difference;
mod entry;
mod feed;
mod name;

pub use compare::ComparePage;
pub use feed::{ChangeFeed, FeedFilter};

use crate::client::operations;
use crate::page::missing::MissingPage;
use crate::state::{load, locale};
use crate::text::{CompareText, HistoryText};
use crate::ui::{Glyph, LinkButton, Loaded, Look, PageTitle};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

operations!("graphql/history.graphql": HistoryOf);

/// The page of the address `/stakeholder/:id/history`.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    move || view! { <HistoryOfOne id=id.get()/> }
}

#[component]
fn HistoryOfOne(id: String) -> impl IntoView {
    let text = HistoryText::here();
    let variables = history_of::Variables { id, locale: locale() };
    let load = load::<HistoryOf>(move || Some(variables.clone()));
    view! {
        <Loaded load let:data>
            {match data.stakeholder {
                None => view! { <MissingPage/> }.into_any(),
                Some(record) => {
                    let filter = FeedFilter { node: Some(record.id.clone()), ..FeedFilter::default() };
                    view! {
                        <PageTitle title=text.history_of(&record.name)>
                            <LinkButton href=format!("/stakeholder/{}", record.id) look=Look::Quiet glyph=Glyph::Left>
                                {text.to_record()}
                            </LinkButton>
                            <LinkButton href=format!("/compare?record={}", record.id) look=Look::Quiet>
                                {CompareText::here().compare()}
                            </LinkButton>
                        </PageTitle>
                        <ChangeFeed filter=Signal::stored(filter)/>
                    }
                    .into_any()
                }
            }}
        </Loaded>
    }
}
