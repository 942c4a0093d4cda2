//! Coming in by an invitation: a password, and a name where one wants another.

use super::handed;
use super::new_password::{NewPassword, faults};
use super::reset::{Spent, spending};
use super::sending::{Sending, Trouble};
use crate::client::{Code, Failure, auth};
use crate::state::toaster;
use crate::text::EntranceText;
use crate::ui::{Button, Empty, LinkButton, Look, PageTitle, Purpose, TextField};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The page of the address `/invitation`.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let text = EntranceText::here();
    let tokens = handed::tokens();
    let body = move || match tokens.get() {
        Some(token) => view! {
            <p class="page-lead">{text.invitation_lead()}</p>
            <ComingIn token/>
        }
        .into_any(),
        None => view! {
            <Empty title=text.no_token()>
                <LinkButton href="/signin">{text.back()}</LinkButton>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=text.invitation_title()/>
        {body}
    }
}

#[component]
fn ComingIn(token: String) -> impl IntoView {
    let (text, toaster, navigate) = (EntranceText::here(), toaster(), use_navigate());
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (sending, spent) = (Sending::new(&["displayName", "password"]), RwSignal::new(false));
    let done = Callback::new(move |()| {
        handed::forget();
        toaster.done(text.welcome());
        navigate("/", NavigateOptions { replace: true, ..Default::default() });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (token, secret) = (token.clone(), password.get_untracked());
        let name = name.get_untracked();
        let refusals = faults(&secret, "", "password");
        if !refusals.is_empty() {
            sending.refuse(&Failure { refusals, ..Failure::of(Code::BadUserInput) });
            return;
        }
        let work = async move { auth::accept(&token, &secret, name.trim()).await };
        sending.send(spending(work, spent), move |()| {
            done.try_run(());
        });
    };
    view! {
        <Spent spent said=text.spent_invitation()>
            <LinkButton href="/signin">{text.back()}</LinkButton>
        </Spent>
        <form class="form signin panel" hidden=move || spent.get() on:submit=submit>
            <Trouble sending/>
            <TextField
                label=text.your_name()
                field="displayName"
                hint=text.your_name_hint()
                value=name
                autocomplete="name"
                refusals=sending.refusals
            />
            <NewPassword field="password" value=password refusals=sending.refusals/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>{text.come_in()}</Button>
            </div>
        </form>
    }
}
