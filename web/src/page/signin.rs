//! Signing in: by login and password, or by a one-time link that carries its token in the address.

use super::signin_form::{Attempt, SignInForm};
use crate::client::{Code, auth, browser};
use crate::state::{session, toaster, tongue, url_query};
use crate::text::SignInText;
use crate::text::failure::failure_text;
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
    if let Some(token) = browser::take_hash().and_then(|hash| token_of(&hash)) {
        follow(attempt, following, token);
    }
    let body = move || match session.is_signed_in() {
        true => view! {
            <p>{text.already()}</p>
            <LinkButton href="/" look=Look::Primary>{text.onward()}</LinkButton>
        }
        .into_any(),
        false if following.get() => view! { <p role="status">{text.following()}</p> }.into_any(),
        false => view! { <SignInForm attempt/> }.into_any(),
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

/// The token of a one-time link's hash, `#token=...`.
fn token_of(hash: &str) -> Option<String> {
    let pairs = hash.trim_start_matches('#').split('&');
    let mut tokens = pairs.filter_map(|pair| pair.strip_prefix("token="));
    tokens.next().filter(|token| !token.is_empty()).map(str::to_owned)
}

/// Whether an address leads to a page of ours; any other would send people elsewhere unasked.
fn is_inside(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A link's token is read from the hash alone.
    #[test]
    fn the_token_is_in_the_hash() {
        for (hash, expected) in [
            ("#token=abc-1", Some("abc-1")),
            ("#x=1&token=abc", Some("abc")),
            ("#token=", None),
            ("", None),
            ("#tokens=abc", None),
        ] {
            assert_eq!(token_of(hash).as_deref(), expected, "{hash}");
        }
    }

    /// Signing in never leads to another site.
    #[test]
    fn the_way_back_stays_inside() {
        assert!(is_inside("/stakeholder/org_1"));
        for outside in ["https://example.org", "//example.org", "/\\example.org", "javascript:1"] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
