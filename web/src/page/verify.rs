//! Showing that an address reaches its account, by the link of a letter.

use super::handed;
use crate::client::{Code, Failure, auth};
use crate::state::tongue;
use crate::text::EntranceText;
use crate::text::failure::failure_text;
use crate::ui::{LinkButton, Look, PageTitle};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page of the address `/verify`. Opening it is all that there is to do.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let text = EntranceText::here();
    let answer = RwSignal::new(None);
    let tokens = handed::tokens();
    Effect::new(move |_| match tokens.get() {
        Some(token) => spawn_local(async move {
            let verified = auth::verify(&token).await;
            handed::forget();
            answer.try_set(Some(verified.map_err(Some)));
        }),
        None => answer.set(Some(Err(None))),
    });
    let body = move || match answer.get() {
        None => view! { <p role="status">{text.verifying()}</p> }.into_any(),
        Some(Ok(())) => view! {
            <p class="notice" role="status">{text.verify_done()}</p>
            <LinkButton href="/account" look=Look::Primary>{text.onward()}</LinkButton>
        }
        .into_any(),
        Some(Err(failure)) => view! {
            <p class="notice notice-bad" role="alert">{trouble(failure.as_ref())}</p>
            <LinkButton href="/account">{text.onward()}</LinkButton>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=text.verify_title()/>
        {body}
    }
}

/// Why the address was not verified; without a failure there was no token to show.
fn trouble(failure: Option<&Failure>) -> String {
    let text = EntranceText::here();
    match failure {
        None => text.no_token().to_owned(),
        Some(failure) if failure.code == Code::Unauthenticated => text.spent().to_owned(),
        Some(failure) => failure_text(failure, tongue()),
    }
}
