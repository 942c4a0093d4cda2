//! Changing one's password, knowing the present one.

use crate::client::{Code, Failure, rest};
use crate::page::new_password::{NewPassword, faults};
use crate::page::sending::{Sending, Trouble};
use crate::state::toaster;
use crate::state::unsaved::guard_unsaved;
use crate::text::AccountText;
use crate::ui::{Button, Purpose, TextField};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Change {
    current: String,
    new: String,
}

/// The form.
#[component]
pub fn Password(
    /// What one signs in with, which is no password.
    login: Signal<String>,
) -> impl IntoView {
    let (text, toaster) = (AccountText::here(), toaster());
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sending = Sending::new(&["current", "new"]);
    guard_unsaved(Signal::derive(move || {
        current.with(|typed| !typed.is_empty()) || new.with(|typed| !typed.is_empty())
    }));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let change = Change { current: current.get_untracked(), new: new.get_untracked() };
        let refusals = faults(&change.new, &login.get_untracked(), "new");
        if !refusals.is_empty() {
            sending.refuse(&Failure { refusals, ..Failure::of(Code::BadUserInput) });
            return;
        }
        let work = async move { rest::post::<Value>("/auth/password", &change).await };
        sending.send(work, move |_| {
            current.try_set(String::new());
            new.try_set(String::new());
            toaster.done(text.password_changed());
        });
    };
    view! {
        <section class="section" aria-labelledby="password">
            <h2 id="password">{text.password()}</h2>
            <form class="form account-form" on:submit=submit>
                <Trouble sending/>
                // For programs that keep passwords: whose it is.
                <input class="hidden" type="text" autocomplete="username" prop:value=login readonly tabindex="-1" aria-hidden="true"/>
                <TextField
                    label=text.current_password()
                    field="current"
                    kind="password"
                    hint=text.current_password_hint()
                    value=current
                    autocomplete="current-password"
                    refusals=sending.refusals
                />
                <NewPassword field="new" value=new refusals=sending.refusals/>
                <div class="actions">
                    <Button purpose=Purpose::Submit busy=sending.busy>{text.change_password()}</Button>
                </div>
            </form>
        </section>
    }
}
