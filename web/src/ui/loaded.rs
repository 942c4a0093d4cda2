//! The place of loaded data, in each of its states.

use super::notice::{FailureNotice, Loading};
use crate::client::{Failure, browser};
use crate::state::Load;
use leptos::html;
use leptos::prelude::*;

/// Shows data once they are there, what went wrong when it did, and the former data, greyed, while
/// new ones are under way. `<Loaded load let:data>...</Loaded>`
#[component]
pub fn Loaded<T, V, C>(
    /// What is being loaded.
    load: Load<T>,
    /// Shows the data.
    children: C,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
    C: Fn(T) -> V + Send + Sync + 'static,
{
    let status = Status {
        busy: Signal::derive(move || load.is_busy()),
        failure: Signal::derive(move || load.failure()),
        retry: Callback::new(move |()| load.reload()),
    };
    frame(status, Box::new(move || load.data().map(|data| children(data).into_any())))
}

/// How a load stands, whatever it loads.
struct Status {
    busy: Signal<bool>,
    failure: Signal<Option<Failure>>,
    retry: Callback<()>,
}

/// The part that does not depend on what is loaded.
fn frame(status: Status, content: Box<dyn Fn() -> Option<AnyView> + Send + Sync>) -> AnyView {
    let Status { busy, failure, retry } = status;
    let place = NodeRef::<html::Div>::new();
    let trouble =
        move || failure.get().map(|failure| view! { <FailureNotice failure on_retry=retry/> });
    let shown = move || {
        keep_focus(place);
        match content() {
            Some(content) => Some(content),
            None => failure.get().is_none().then(|| view! { <Loading/> }.into_any()),
        }
    };
    view! {
        <div class="loaded" node_ref=place aria-busy=move || busy.get().then_some("true")>
            {trouble}
            {shown}
        </div>
    }
    .into_any()
}

/// New data replace the elements that show them. Whoever had the focus there goes on from the
/// beginning of the content instead of from the top of the page.
fn keep_focus(place: NodeRef<html::Div>) {
    let had_focus = place
        .get_untracked()
        .is_some_and(|place| place.contains(document().active_element().map(Into::into).as_ref()));
    if had_focus {
        request_animation_frame(|| browser::focus("content"));
    }
}
