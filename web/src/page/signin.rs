//! Signing in: by login and password, or by a one-time link that carries its token in the address.

use super::handed;
use super::signin_form::{Attempt, SignInForm};
use crate::client::{Code, auth};
use crate::state::{session, toaster, tongue, url_query};
use crate::text::failure::failure_text;
use crate::text::{EntranceText, SignInText};
use crate::ui::{LinkButton, Look, PageTitle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The sign-in page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let text = SignInText::here();
    let (session, toaster, query) = (session(), toaster(), url_query());
    let navigate = use_navigate();
    let done = Callback::new(move |()| {
        toaster.done(text.welcome());
        let back = untrack(|| query.get("back")).filter(|back| is_inside(back));
        let back = back.unwrap_or_else(|| "/".to_owned());
        navigate(&back, NavigateOptions { replace: true, ..Default::default() });
    });
    let (attempt, following) = (Attempt::new(done), RwSignal::new(false));
    let tokens = handed::tokens();
    Effect::new(move |_| {
        if let Some(token) = tokens.get() {
            handed::forget();
            follow(attempt, following, token);
        }
    });
    let body = move || match session.is_signed_in() {
        true => view! {
            <p>{text.already()}</p>
            <LinkButton href="/" look=Look::Primary>{text.onward()}</LinkButton>
        }
        .into_any(),
        false if following.get() => view! { <p role="status">{text.following()}</p> }.into_any(),
        false => view! {
            <SignInForm attempt/>
            <p><a href="/forgot">{EntranceText::here().forgot()}</a></p>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=text.title()/>
        <p class="page-lead">{text.lead()}</p>
        {body}
    }
}

fn follow(attempt: Attempt, following: RwSignal<bool>, token: String) {
    let (text, tongue) = (SignInText::here(), tongue());
    following.set(true);
    spawn_local(async move {
        let answer = auth::follow_link(&token).await;
        following.try_set(false);
        attempt.settle(answer.map_err(|failure| match failure.code {
            Code::Unauthenticated | Code::NotFound => text.link_spent().to_owned(),
            _ => failure_text(&failure, tongue),
        }));
    });
}

/// Whether an address leads to a page of ours; any other would send people elsewhere unasked.
fn is_inside(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signing in never leads to another site.
    #[test]
    fn the_way_back_stays_inside() {
        assert!(is_inside("/stakeholder/org_1"));
        for outside in ["https://example.org", "//example.org", "/\\example.org", "javascript:1"] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
