//! The place of loaded data, in each of its states.

use super::notice::{FailureNotice, Loading};
use super::title::PageTitle;
use crate::client::{Failure, browser};
use crate::state::Load;
use crate::text::ShellText;
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

/// How much of a page the data are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Some part of it: the heading stands elsewhere.
    Part,
    /// All of it, with the heading.
    Page,
}

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
    let content = Box::new(move || load.data().map(|data| children(data).into_any()));
    frame(Status::of(load), Extent::Part, content)
}

/// As [`Loaded`], for data that are a page of their own: while they cannot be had, the page says so in
/// its heading.
#[component]
pub fn LoadedPage<T, V, C>(
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
    let content = Box::new(move || load.data().map(|data| children(data).into_any()));
    frame(Status::of(load), Extent::Page, content)
}

/// How a load stands, whatever it loads.
struct Status {
    busy: Signal<bool>,
    failure: Signal<Option<Failure>>,
    retry: Callback<()>,
}

impl Status {
    fn of<T: Send + Sync + 'static>(load: Load<T>) -> Self {
        Self {
            busy: Signal::derive(move || load.is_busy()),
            failure: Signal::derive(move || load.failure()),
            retry: Callback::new(move |()| load.reload()),
        }
    }
}

/// What shows the data, once there are any.
type Content = Box<dyn Fn() -> Option<AnyView> + Send + Sync>;

/// The part that does not depend on what is loaded.
fn frame(status: Status, extent: Extent, content: Content) -> AnyView {
    let text = ShellText::here();
    let Status { busy, failure, retry } = status;
    let place = NodeRef::<html::Div>::new();
    let trouble =
        move || failure.get().map(|failure| view! { <FailureNotice failure on_retry=retry/> });
    let shown = move || {
        keep_focus(place);
        match content() {
            Some(content) => Some(content),
            None if failure.get().is_none() => Some(view! { <Loading/> }.into_any()),
            None if extent == Extent::Page => {
                Some(view! { <PageTitle title=text.not_loaded()/> }.into_any())
            }
            None => None,
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

/// New data may replace the elements that show them. Whoever had the focus there goes on at the same
/// control, or in the same part of the page, instead of at the top of it.
fn keep_focus(place: NodeRef<html::Div>) {
    let active = document().active_element().filter(|active| {
        place.get_untracked().is_some_and(|place| place.contains(Some(active.as_ref())))
    });
    if let Some(mark) = active.map(|active| Mark::of(&active)) {
        request_animation_frame(move || mark.take_up());
    }
}

/// How to find again what had the focus.
struct Mark {
    id: String,
    name: Option<String>,
    part: String,
}

impl Mark {
    fn of(active: &Element) -> Self {
        let part = active.closest("[id][tabindex=\"-1\"]").ok().flatten();
        Self {
            id: active.id(),
            name: active.get_attribute("name"),
            part: part.map(|part| part.id()).unwrap_or_default(),
        }
    }

    /// Only when nothing else has the focus by now.
    fn take_up(&self) {
        let body = document().body();
        if document().active_element().is_some_and(|active| Some(active) != body.map(Into::into)) {
            return;
        }
        let find = |id: &str| document().get_element_by_id(id).filter(|_| !id.is_empty());
        match (find(&self.id), find(&self.part), &self.name) {
            (Some(_), ..) => browser::focus(&self.id),
            (None, Some(part), Some(name)) => browser::focus_control(&part, Some(name)),
            (None, Some(_), None) => browser::focus(&self.part),
            _ => browser::focus("content"),
        }
    }
}
