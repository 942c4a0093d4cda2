//! The review queue: everything that waits for somebody to look at it, worked through by the keyboard.

mod item;

use super::meeting::proposal::Hands;
use crate::client::operations;
use crate::page::entry::Gate;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::Visit;
use crate::state::{load, locale, session, url_query};
use crate::text::ReviewText;
use crate::ui::{Empty, Loaded, PageTitle, Pager, Select};
use domain::policy::Action;
use item::{Entry, Held, Waiting};
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use review_queue::ReviewQueueReviewQueue;
use wasm_bindgen::JsCast;

operations!("graphql/review.graphql": ReviewQueue);

/// How many rows a page has.
const ROWS: i64 = 30;

/// The page of the address `/review`.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let (text, session) = (ReviewText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::ReadMembers));
    view! {
        <PageTitle title=text.title()/>
        <Gate allowed sign_in_first=text.sign_in_first()><Queue/></Gate>
    }
}

/// The queue of the community of the address, or of the first of one's own.
#[component]
fn Queue() -> impl IntoView {
    let (text, session, query, locale) = (ReviewText::here(), session(), url_query(), locale());
    let own = Signal::derive(move || {
        let own = session.communities_for(Action::ReadMembers).into_iter();
        own.map(|one| (one.community, one.name)).collect::<Vec<_>>()
    });
    let community = Memo::new(move |_| {
        let first = own.with(|own| own.first().map(|(id, _)| id.clone()));
        query.get("community").or(first).unwrap_or_default()
    });
    let load = load::<ReviewQueue>(move || {
        let community = community.get();
        let after = Trail::parse(query.get("after").as_deref()).after();
        (!community.is_empty()).then_some(review_queue::Variables {
            community,
            first: ROWS,
            after,
            locale,
        })
    });
    let choose = Callback::new(move |id: String| {
        query.change(Visit::Step, &[("community", Some(id)), ("after", None)]);
    });
    let changed = Callback::new(move |()| load.reload());
    let several = move || {
        (own.with(Vec::len) > 1).then(|| {
            view! {
                <div class="filters">
                    <Select label=text.community() options=own value=community on_change=choose/>
                </div>
            }
        })
    };
    view! {
        <p class="page-lead">{text.intro()}</p>
        <p class="muted small">{text.keys()}</p>
        {several}
        <CopyQuery request=load.request()/>
        <Loaded load let:data>
            <Answer queue=data.review_queue changed/>
        </Loaded>
    }
}

#[component]
fn Answer(queue: ReviewQueueReviewQueue, changed: Callback<()>) -> impl IntoView {
    let text = ReviewText::here();
    let next = queue.page_info.end_cursor.filter(|_| queue.page_info.has_next_page);
    let lead = text.waiting(queue.total_count);
    let items: Vec<Held> = queue
        .nodes
        .into_iter()
        .filter_map(Waiting::read)
        .map(|waiting| Held { waiting, hands: Hands::new(changed) })
        .collect();
    if items.is_empty() {
        return view! { <Empty title=text.none()><p>{text.none_next()}</p></Empty> }.into_any();
    }
    let kept = StoredValue::new(items.clone());
    follow_keys(kept, changed);
    let line = |(place, held): (usize, Held)| {
        view! {
            <li class="review-item" id=item_id(place) tabindex="-1">
                <Entry held changed/>
            </li>
        }
    };
    view! {
        <p class="answer" role="status"><strong>{lead}</strong></p>
        <ol class="plain stack">{items.into_iter().enumerate().map(line).collect_view()}</ol>
        <Pager next/>
    }
    .into_any()
}

fn item_id(place: usize) -> String {
    format!("review-{place}")
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Down,
    Up,
    Accept,
    Edit,
    Reject,
}

impl Key {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "j" => Self::Down,
            "k" => Self::Up,
            "a" => Self::Accept,
            "e" => Self::Edit,
            "r" => Self::Reject,
            _ => return None,
        })
    }
}

/// Where the focus goes by one step; it stays within the list.
fn stepped(now: Option<usize>, count: usize, key: Key) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (key, now) {
        (Key::Down, None) | (Key::Up, None) => 0,
        (Key::Down, Some(now)) => (now + 1).min(last),
        (Key::Up, Some(now)) => now.saturating_sub(1),
        (_, now) => now?,
    })
}

/// Keys work wherever the focus is, unless something is being typed or asked.
fn follow_keys(items: StoredValue<Vec<Held>>, changed: Callback<()>) {
    let navigate = use_navigate();
    let listener = window_event_listener(keydown, move |event| {
        let with = event.ctrl_key() || event.alt_key() || event.meta_key();
        let Some(key) = Key::of(&event.key()).filter(|_| !with && !is_typing(&event)) else {
            return;
        };
        let count = items.try_with_value(Vec::len).unwrap_or_default();
        let now = focused(count);
        if matches!(key, Key::Down | Key::Up) {
            if let Some(place) = stepped(now, count, key) {
                event.prevent_default();
                crate::client::browser::focus(&item_id(place));
            }
            return;
        }
        let held = now.and_then(|place| items.try_with_value(|all| all.get(place).cloned())?);
        if let Some(held) = held {
            event.prevent_default();
            held.press(key, &|address| navigate(address, Default::default()), changed);
        }
    });
    on_cleanup(move || listener.remove());
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let typed = ["INPUT", "TEXTAREA", "SELECT"];
    target.is_some_and(|target| {
        typed.contains(&target.tag_name().as_str())
            || target.closest("dialog").ok().flatten().is_some()
    })
}

/// Which item has the focus, or holds what has it.
fn focused(count: usize) -> Option<usize> {
    let active = document().active_element()?;
    (0..count).find(|place| {
        let item = document().get_element_by_id(&item_id(*place));
        item.is_some_and(|item| item.contains(Some(active.as_ref())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// j and k walk the list and stop at its ends; the first step goes to the first item.
    #[test]
    fn keys_walk_the_list() {
        assert_eq!(stepped(None, 3, Key::Down), Some(0));
        assert_eq!(stepped(Some(0), 3, Key::Down), Some(1));
        assert_eq!(stepped(Some(2), 3, Key::Down), Some(2));
        assert_eq!(stepped(Some(0), 3, Key::Up), Some(0));
        assert_eq!(stepped(Some(1), 0, Key::Up), None);
        assert_eq!(Key::of("x"), None);
    }
}
