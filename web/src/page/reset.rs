//! Choosing another password by the link of a letter.

use super::handed;
use super::new_password::{NewPassword, faults};
use super::sending::{Sending, Trouble};
use crate::client::{Code, Failure, auth};
use crate::state::toaster;
use crate::text::EntranceText;
use crate::ui::{Button, Empty, LinkButton, Look, PageTitle, Purpose};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The page of the address `/reset`.
#[component]
pub fn ResetPage() -> impl IntoView {
    let text = EntranceText::here();
    let tokens = handed::tokens();
    let body = move || match tokens.get() {
        Some(token) => view! { <Choosing token/> }.into_any(),
        None => view! {
            <Empty title=text.no_token()>
                <LinkButton href="/forgot">{text.forgot()}</LinkButton>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=text.reset_title()/>
        {body}
    }
}

#[component]
fn Choosing(token: String) -> impl IntoView {
    let (text, toaster, navigate) = (EntranceText::here(), toaster(), use_navigate());
    let password = RwSignal::new(String::new());
    let (sending, spent) = (Sending::new(&["password"]), RwSignal::new(false));
    let done = Callback::new(move |()| {
        handed::forget();
        toaster.done(text.reset_done());
        navigate("/", NavigateOptions { replace: true, ..Default::default() });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (token, secret) = (token.clone(), password.get_untracked());
        let refusals = faults(&secret, "", "password");
        if !refusals.is_empty() {
            sending.refuse(&Failure { refusals, ..Failure::of(Code::BadUserInput) });
            return;
        }
        let work = async move { auth::reset(&token, &secret).await };
        sending.send(spending(work, spent), move |()| {
            done.try_run(());
        });
    };
    view! {
        <Spent spent said=text.spent()>
            <LinkButton href="/forgot">{text.forgot()}</LinkButton>
        </Spent>
        <form class="form signin panel" hidden=move || spent.get() on:submit=submit>
            <Trouble sending/>
            <NewPassword field="password" value=password refusals=sending.refusals/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>{text.reset()}</Button>
            </div>
        </form>
    }
}

/// Notes when the link turns out to be worth nothing.
pub async fn spending<T>(
    work: impl Future<Output = Result<T, Failure>>,
    spent: RwSignal<bool>,
) -> Result<T, Failure> {
    let answer = work.await;
    if let Err(failure) = &answer
        && failure.code == Code::Unauthenticated
    {
        spent.try_set(true);
        handed::forget();
    }
    answer
}

/// Says that the link is worth nothing, and where to get another.
#[component]
pub fn Spent(
    /// Whether it is so.
    spent: RwSignal<bool>,
    /// What is said then.
    said: &'static str,
    /// Where to go on.
    children: ChildrenFn,
) -> impl IntoView {
    move || {
        spent.get().then(|| {
            view! {
                <div class="notice notice-bad" role="alert">
                    <p>{said}</p>
                    {children()}
                </div>
            }
        })
    }
}
