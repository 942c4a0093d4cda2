//! A form only for those who may send it.

use crate::state::query::signin_address;
use crate::state::session;
use crate::state::session::Phase;
use crate::text::{FormText, ShellText};
use crate::ui::{Empty, LinkButton, Loading, Look};
use leptos::prelude::*;
use std::time::Duration;

/// How long the roles of an account may take to arrive.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Open,
    Unknown,
    SignIn,
    Barred,
}

/// Shows its content to those who may use it, and says to others what they can do about it. The
/// server decides all the same.
#[component]
pub fn Gate(
    /// Whether the policy lets the viewer.
    #[prop(into)]
    allowed: Signal<bool>,
    /// What whoever is not signed in is told; otherwise that recording needs it.
    #[prop(optional)]
    sign_in_first: Option<&'static str>,
    /// What is behind the gate; built once, so that what is typed stays.
    children: ChildrenFn,
) -> impl IntoView {
    let (text, shell, session) = (FormText::here(), ShellText::here(), session());
    let sign_in = signin_address();
    // Roles come a moment after the account; who has none is told so once that moment is over.
    let waited = RwSignal::new(false);
    set_timeout(
        move || {
            waited.try_set(true);
        },
        PATIENCE,
    );
    let way = Memo::new(move |before: Option<&Way>| match (allowed.get(), session.phase()) {
        (true, _) => Way::Open,
        (_, Phase::Starting) => Way::Unknown,
        (_, Phase::Anonymous) => Way::SignIn,
        // Whoever is at work stays there until it is known that another account may not.
        (_, Phase::SignedIn { .. }) if session.memberships().is_empty() && !waited.get() => {
            if before == Some(&Way::Open) {
                Way::Open
            } else {
                Way::Unknown
            }
        }
        (_, Phase::SignedIn { .. }) => Way::Barred,
    });
    move || match way.get() {
        Way::Open => children().into_any(),
        Way::Unknown => view! { <Loading/> }.into_any(),
        Way::SignIn => view! {
            <Empty title=sign_in_first.unwrap_or(text.sign_in_first())>
                <LinkButton href=sign_in look=Look::Primary>{shell.sign_in()}</LinkButton>
            </Empty>
        }
        .into_any(),
        Way::Barred => view! {
            <Empty title=text.not_allowed()>
                <LinkButton href="/directory">{shell.directory()}</LinkButton>
            </Empty>
        }
        .into_any(),
    }
}
