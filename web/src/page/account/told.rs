//! How one is told of what wants attention: a digest by mail, and one's tasks in a calendar.

use crate::client::{self, browser, operations};
use crate::page::copyable::Copyable;
use crate::state::{load, toaster, tongue};
use crate::text::ToldText;
use crate::text::failure::failure_text;
use crate::text::format::date;
use crate::ui::{Button, ConfirmDialog, LinkButton, Loaded, Look, WordSelect};
use domain::attention::DigestPeriod;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/told.graphql": ToldMe, DigestSet, CalendarCreate, CalendarRevoke);

type Me = told_me::ToldMeMe;

/// The digest and the calendar.
#[component]
pub fn Told() -> impl IntoView {
    let text = ToldText::here();
    let load = load::<ToldMe>(|| Some(told_me::Variables));
    let changed = Callback::new(move |()| load.reload());
    // What is told once stays in sight while the rest is asked for anew.
    let made = RwSignal::new(None::<String>);
    view! {
        <section class="section" aria-labelledby="told">
            <h2 id="told">{text.title()}</h2>
            <p class="prose">{text.lead()}</p>
            <div class="actions"><LinkButton href="/attention">{text.attention()}</LinkButton></div>
            <Loaded load let:data>
                {data.me.map(|me| view! {
                    <Digest period=me.digest_period verified=me.verified/>
                    <Calendar me changed made/>
                })}
            </Loaded>
        </section>
    }
}

/// How often a digest comes; a choice is kept at once.
#[component]
fn Digest(period: DigestPeriod, verified: bool) -> impl IntoView {
    let (text, tongue, toaster) = (ToldText::here(), tongue(), toaster());
    let period = RwSignal::new(period);
    let choose = Callback::new(move |chosen: Option<DigestPeriod>| {
        let Some(chosen) = chosen else { return };
        let before = period.get_untracked();
        period.try_set(chosen);
        spawn_local(async move {
            let input = digest_set::SetDigestInput { period: chosen };
            match client::send::<DigestSet>(digest_set::Variables { input }).await {
                Ok(_) => toaster.done(text.saved()),
                Err(failure) => {
                    period.try_set(before);
                    toaster.trouble(failure_text(&failure, tongue));
                }
            }
        });
    });
    let unreached = move || {
        let waits = !verified && period.get() != DigestPeriod::Never;
        waits.then(|| view! { <p class="notice notice-warning">{text.unreached()}</p> })
    };
    view! {
        <div class="form account-form">
            <WordSelect<DigestPeriod>
                label=text.period()
                hint=text.period_hint()
                value=Signal::derive(move || Some(period.get()))
                on_change=choose
            />
            {unreached}
        </div>
    }
}

/// The address of one's calendar: whether there is one, making it, taking it back.
#[component]
fn Calendar(me: Me, changed: Callback<()>, made: RwSignal<Option<String>>) -> impl IntoView {
    let (text, tongue) = (ToldText::here(), tongue());
    let since = me.calendar_feed_since.map(|at| date(at.get(..10).unwrap_or_default(), tongue));
    let word = if since.is_some() { text.make_another() } else { text.make() };
    let revoke = since.is_some().then(|| view! { <Revoke changed made/> });
    let state = since.map_or_else(|| text.no_feed().to_owned(), |day| text.since(&day));
    let address = move || {
        made.get().map(|value| {
            view! {
                <div class="panel secret">
                    <p class="notice notice-warning">{text.once()}</p>
                    <Copyable label=text.address() copy=text.copy() value/>
                </div>
            }
        })
    };
    view! {
        <h3>{text.calendar()}</h3>
        <p class="prose">{text.calendar_lead()}</p>
        <p class="muted">{state}</p>
        {address}
        <div class="actions">
            <Make word changed made/>
            {revoke}
        </div>
    }
}

#[component]
fn Make(
    word: &'static str,
    changed: Callback<()>,
    made: RwSignal<Option<String>>,
) -> impl IntoView {
    let (tongue, toaster, busy) = (tongue(), toaster(), RwSignal::new(false));
    let press = Callback::new(move |()| {
        busy.try_set(true);
        spawn_local(async move {
            let answer = client::send::<CalendarCreate>(calendar_create::Variables).await;
            busy.try_set(false);
            match answer {
                Ok(data) => {
                    let path = data.create_calendar_feed.path;
                    made.try_set(Some(format!("{}{path}", browser::origin())));
                    changed.try_run(());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! { <Button busy on_press=press>{word}</Button> }
}

/// The button and its question.
#[component]
fn Revoke(changed: Callback<()>, made: RwSignal<Option<String>>) -> impl IntoView {
    let (text, tongue, toaster) = (ToldText::here(), tongue(), toaster());
    let (asking, busy) = (RwSignal::new(false), RwSignal::new(false));
    let ask = Callback::new(move |()| {
        asking.try_set(true);
    });
    let revoke = Callback::new(move |()| {
        busy.try_set(true);
        spawn_local(async move {
            let answer = client::send::<CalendarRevoke>(calendar_revoke::Variables).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    made.try_set(None);
                    toaster.done(text.revoked());
                    changed.try_run(());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! {
        <Button busy on_press=ask>{text.revoke()}</Button>
        <ConfirmDialog
            title=text.revoke_title()
            message=text.revoke_message()
            confirm=text.revoke()
            look=Look::Danger
            open=asking
            on_confirm=revoke
        />
    }
}
