//! The form of signing in by login and password: a page of its own, or above the page that one was
//! at work on when the session ended.

use crate::client::{Code, Failure, auth};
use crate::state::tongue;
use crate::text::SignInText;
use crate::text::failure::failure_text;
use crate::ui::{Button, Look, Purpose, TextField};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An attempt to sign in, and what it leads to.
#[derive(Clone, Copy)]
pub struct Attempt {
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<String>>,
    done: Callback<()>,
}

impl Attempt {
    /// None yet; `done` runs once it has succeeded.
    pub fn new(done: Callback<()>) -> Self {
        Self { busy: RwSignal::new(false), trouble: RwSignal::new(None), done }
    }

    /// Ends it, well or with what went wrong.
    pub fn settle(self, answer: Result<(), String>) {
        self.busy.try_set(false);
        match answer {
            Ok(()) => {
                self.done.try_run(());
            }
            Err(trouble) => {
                self.trouble.try_set(Some(trouble));
            }
        }
    }
}

/// Login, password, and what went wrong with them.
#[component]
pub fn SignInForm(
    /// What it leads to.
    attempt: Attempt,
) -> impl IntoView {
    let (text, tongue) = (SignInText::here(), tongue());
    let (login, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if attempt.busy.get_untracked() {
            return;
        }
        let (login, secret) = (login.get_untracked(), password.get_untracked());
        attempt.busy.set(true);
        attempt.trouble.set(None);
        spawn_local(async move {
            let answer = auth::sign_in(login.trim(), &secret).await;
            password.try_set(String::new());
            let wrong = |failure: &Failure| match failure.code {
                Code::Unauthenticated => text.wrong().to_owned(),
                _ => failure_text(failure, tongue),
            };
            attempt.settle(answer.map_err(|failure| wrong(&failure)));
        });
    };
    let trouble = move || {
        attempt
            .trouble
            .get()
            .map(|trouble| view! { <p class="notice notice-bad" role="alert">{trouble}</p> })
    };
    view! {
        <form class="form signin panel" on:submit=submit>
            {trouble}
            <TextField label=text.login() field="login" value=login autocomplete="username" required=true/>
            <TextField
                label=text.password()
                field="password"
                kind="password"
                value=password
                autocomplete="current-password"
                required=true
            />
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=attempt.busy>{text.submit()}</Button>
            </div>
        </form>
    }
}
