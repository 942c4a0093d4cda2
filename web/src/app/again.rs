//! Signing in again, above the page that somebody was at work on when the session ended.

use crate::client::auth;
use crate::page::signin_form::{Attempt, SignInForm};
use crate::state::{session, toaster};
use crate::text::SignInText;
use crate::ui::Dialog;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asks whoever was at work to sign in again; what is typed below stays, and whatever was to be sent
/// is sent afterwards. Whoever signs in by a link does so in another tab.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let (text, toaster) = (SignInText::here(), toaster());
    let back_here = window_event_listener(ev::focus, move |_| spawn_local(auth::look_again()));
    on_cleanup(move || back_here.remove());
    let done = Callback::new(move |()| toaster.done(text.welcome()));
    view! {
        <Dialog title=text.again_title() open=session().lapsed()>
            <p>{text.again()}</p>
            <SignInForm attempt=Attempt::new(done)/>
            <p class="muted small">{text.again_link()}</p>
        </Dialog>
    }
}
