//! The pipeline board: every engagement of a community under its stage, moved by mouse, by keyboard
//! or by menu; and the same as a table, with the same filters and the same moves.

mod answer;
mod card;
mod column;
mod filter;
mod grip;
mod hand;
mod practice;
mod table;
mod tile;

pub use practice::PracticeRemoval;

use crate::page::stage_move::{MissingList, MoveDialog};
use crate::state::query::address;
use crate::state::session::Phase;
use crate::state::{load, locale, place, session, tongue, url_query};
use crate::text::{BoardText, ShellText};
use crate::ui::{Dialog, Empty, FailureNotice, Glyph, LinkButton, Loading, Look, PageTitle};
use answer::{PipelineBoard, PipelineCommunities, columns, pipeline_board, pipeline_communities};
use card::{Column, Person, narrowed};
use column::Columns;
use domain::policy::Action;
use domain::stakeholder::Visibility;
use filter::Filters;
use hand::Hand;
use leptos::prelude::*;
use table::BoardTable;

/// The page of the address `/pipeline?community=&objective=&owner=&due=&q=&view=`.
#[component]
pub fn BoardPage() -> impl IntoView {
    let (text, query, session) = (BoardText::here(), url_query(), session());
    let known = load::<PipelineCommunities>(|| Some(pipeline_communities::Variables));
    let communities = Signal::derive(move || {
        let data = known.data().map(|data| data.communities).unwrap_or_default();
        data.into_iter().map(|one| (one.id, one.name)).collect::<Vec<_>>()
    });
    // Without a community in the address: one's own, else the first.
    let community = Memo::new(move |_| {
        let own = || session.memberships().into_iter().next().map(|one| one.community);
        let first = || communities.get().into_iter().next().map(|(id, _)| id);
        query.get("community").or_else(own).or_else(first)
    });
    let owners = RwSignal::new(Vec::new());
    view! {
        <PageTitle title=text.title()>
            <OpenButton community/>
        </PageTitle>
        <Filters communities community owners/>
        {move || match community.get() {
            Some(community) => view! { <BoardOf community owners/> }.into_any(),
            None => match known.failure() {
                Some(failure) => view! { <FailureNotice failure/> }.into_any(),
                None => view! { <Loading/> }.into_any(),
            },
        }}
    }
}

#[component]
fn OpenButton(community: Memo<Option<String>>) -> impl IntoView {
    let (text, session) = (BoardText::here(), session());
    move || {
        let community = community.get()?;
        let at = place(Some(&community), Visibility::Community);
        session.can(Action::WorkEngagement, at).then(|| {
            let href = address("/engagement/new", &[("community", Some(&community))]);
            view! { <LinkButton href look=Look::Primary glyph=Glyph::Add>{text.open_new()}</LinkButton> }
        })
    }
}

#[component]
fn BoardOf(community: String, owners: RwSignal<Vec<Person>>) -> impl IntoView {
    let (locale, tongue, session) = (locale(), tongue(), session());
    let query = url_query();
    let variables = pipeline_board::Variables { community: community.clone(), locale };
    // There is nothing on it for those who are not signed in, so they do not ask.
    let board = load::<PipelineBoard>(move || session.is_signed_in().then(|| variables.clone()));
    let is_visitor = Memo::new(move |_| session.phase() == Phase::Anonymous);
    let loaded = Memo::new(move |_| match is_visitor.get() {
        true => Vec::new(),
        false => board.with(columns).unwrap_or_default(),
    });
    let hand = Hand::new(loaded, board);
    Effect::new(move |_| {
        owners.try_set(loaded.with(|columns| card::owners(columns)));
    });
    let shown = Memo::new(move |_| narrowed(&hand.columns(), &filter::filter(query), tongue));
    let is_table = Memo::new(move |_| query.get("view").as_deref() == Some("table"));
    // Without a card there is nothing to carry between the columns, and nothing to scroll to.
    let is_empty = Memo::new(move |_| shown.with(|shown| is_blank(shown)));
    let trouble = move || {
        let on_retry = Callback::new(move |()| board.reload());
        board.failure().map(|failure| view! { <FailureNotice failure on_retry/> })
    };
    let is_awaited = move || board.is_busy() && !is_visitor.get() && loaded.with(Vec::is_empty);
    let waiting = move || is_awaited().then(|| view! { <Loading/> });
    let nothing = {
        let community = community.clone();
        move || {
            let community = community.clone();
            let ready = board.with(|_| ()).is_some() || is_visitor.get();
            (ready && is_empty.get()).then(|| view! { <Nothing community loaded/> })
        }
    };
    let removal = view! {
        <PracticeRemoval community=community.clone() on_removed=Callback::new(move |_| board.reload())/>
    };
    view! {
        {trouble}
        {waiting}
        {nothing}
        <p class="hidden" role="status" aria-live="assertive">{move || hand.said()}</p>
        {move || match (is_empty.get(), is_table.get()) {
            (true, _) => ().into_any(),
            (_, true) => view! { <BoardTable shown hand community=community.clone()/> }.into_any(),
            _ => view! { <Columns shown hand community=community.clone()/> }.into_any(),
        }}
        <MoveDialog mover=hand.mover()/>
        <BlockedDialog hand/>
        {removal}
    }
}

fn is_blank(columns: &[Column]) -> bool {
    columns.iter().all(|column| column.cards.is_empty())
}

/// Why there is nothing on the board, and what to do next.
#[component]
fn Nothing(community: String, loaded: Memo<Vec<Column>>) -> impl IntoView {
    let (text, shell, session) = (BoardText::here(), ShellText::here(), session());
    let query = url_query();
    if !loaded.with_untracked(|columns| is_blank(columns)) {
        let clear = move |_| filter::clear(query);
        return view! {
            <Empty title=text.filtered_title()>
                <button class="button" type="button" on:click=clear>{text.clear_filters()}</button>
            </Empty>
        }
        .into_any();
    }
    let at = place(Some(&community), Visibility::Community);
    let next = move || {
        let href = address("/engagement/new", &[("community", Some(&community))]);
        if session.can(Action::WorkEngagement, at) {
            view! {
                <p>{text.empty_next()}</p>
                <LinkButton href look=Look::Primary>{text.open_new()}</LinkButton>
            }
            .into_any()
        } else if session.is_signed_in() {
            view! { <p>{text.hidden_next()}</p> }.into_any()
        } else {
            view! {
                <p>{text.hidden_next()}</p>
                <LinkButton href="/signin" look=Look::Primary>{shell.sign_in()}</LinkButton>
            }
            .into_any()
        }
    };
    view! { <Empty title=text.hidden_title()>{next}</Empty> }.into_any()
}

/// What stands in the way of a move that was tried.
#[component]
fn BlockedDialog(hand: Hand) -> impl IntoView {
    let text = BoardText::here();
    let title =
        Signal::derive(move || hand.blocked().map(|blocked| blocked.title).unwrap_or_default());
    view! {
        <Dialog title open=hand.blocked_open()>
            {move || hand.blocked().map(|blocked| {
                if blocked.missing.is_empty() {
                    return view! { <p>{text.not_reachable()}</p> }.into_any();
                }
                view! {
                    <p>{text.blocked_hint()}</p>
                    <MissingList id=blocked.id items=blocked.missing/>
                }
                .into_any()
            })}
        </Dialog>
    }
}
