//! Showing that an address reaches its account, by the link of a letter.

use super::handed;
use crate::client::{Code, Failure, auth};
use crate::state::{session, tongue};
use crate::text::failure::failure_text;
use crate::text::{EntranceText, ShellText};
use crate::ui::{LinkButton, Look, PageTitle};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page of the address `/verify`. Opening it where one is signed in is all that there is to do.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let text = EntranceText::here();
    let (answer, session) = (RwSignal::new(Answer::Awaited), session());
    let (tokens, signed_in) = (handed::tokens(), Memo::new(move |_| session.signed_in()));
    Effect::new(move |_| match (tokens.get(), signed_in.get()) {
        (None, _) => answer.set(Answer::Refused(text.no_token().to_owned())),
        (Some(_), None) => answer.set(Answer::Awaited),
        (Some(_), Some(false)) => answer.set(Answer::SignInFirst),
        (Some(token), Some(true)) => spawn_local(async move {
            let verified = auth::verify(&token).await;
            handed::forget();
            answer.try_set(match verified {
                Ok(()) => Answer::Verified,
                Err(failure) => Answer::Refused(trouble(&failure)),
            });
        }),
    });
    let body = move || match answer.get() {
        Answer::Awaited => view! { <p role="status">{text.verifying()}</p> }.into_any(),
        Answer::SignInFirst => view! {
            <p class="notice" role="status">{text.verify_signed_in()}</p>
            <LinkButton href="/signin" look=Look::Primary>{ShellText::here().sign_in()}</LinkButton>
        }
        .into_any(),
        Answer::Verified => view! {
            <p class="notice" role="status">{text.verify_done()}</p>
            <LinkButton href="/account" look=Look::Primary>{text.onward()}</LinkButton>
        }
        .into_any(),
        Answer::Refused(why) => view! {
            <p class="notice notice-bad" role="alert">{why}</p>
            <LinkButton href="/account">{text.onward()}</LinkButton>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=text.verify_title()/>
        {body}
    }
}

/// What came of the link.
#[derive(Clone, PartialEq)]
enum Answer {
    Awaited,
    SignInFirst,
    Verified,
    Refused(String),
}

/// Why the address was not verified.
fn trouble(failure: &Failure) -> String {
    match failure.code {
        Code::Unauthenticated => EntranceText::here().spent().to_owned(),
        _ => failure_text(failure, tongue()),
    }
}
