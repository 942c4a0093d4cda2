//! A forgotten password: asks for a letter with a link. The answer is the same for every login.

use super::sending::{Sending, Trouble};
use crate::client::{Code, Failure, auth};
use crate::text::{EntranceText, SignInText};
use crate::ui::{Button, LinkButton, Look, PageTitle, Purpose, TextField};
use domain::refusal::{Refusal, RefusalCode};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The page of the address `/forgot`.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let text = EntranceText::here();
    let asked = RwSignal::new(None::<Mail>);
    let body = move || match asked.get() {
        Some(mail) => view! {
            <p class="notice" role="status">{mail.answer(text)}</p>
            <LinkButton href="/signin">{text.back()}</LinkButton>
        }
        .into_any(),
        None => view! {
            <p class="page-lead">{text.forgot_lead()}</p>
            <Asking asked/>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=text.forgot_title()/>
        {body}
    }
}

/// Whether this server sends letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mail {
    Sent,
    Unknown,
}

impl Mail {
    fn answer(self, text: EntranceText) -> &'static str {
        match self {
            Self::Sent => text.forgot_done(),
            Self::Unknown => text.no_mail(),
        }
    }
}

#[component]
fn Asking(asked: RwSignal<Option<Mail>>) -> impl IntoView {
    let text = EntranceText::here();
    let (login, sending) = (RwSignal::new(String::new()), Sending::new(&["login"]));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let login = login.get_untracked().trim().to_owned();
        if login.is_empty() {
            let refusals = vec![Refusal::new(RefusalCode::Required, "login")];
            sending.refuse(&Failure { refusals, ..Failure::of(Code::BadUserInput) });
            return;
        }
        sending.send(async move { auth::forgot(&login).await }, move |sends| {
            asked.try_set(Some(if sends { Mail::Sent } else { Mail::Unknown }));
        });
    };
    view! {
        <form class="form signin panel" on:submit=submit>
            <Trouble sending/>
            <TextField
                label=SignInText::here().login()
                field="login"
                value=login
                autocomplete="username"
                refusals=sending.refusals
                required=true
            />
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>{text.send()}</Button>
                <LinkButton href="/signin">{text.back()}</LinkButton>
            </div>
        </form>
    }
}
