//! Who is signed in, with which roles, and the way out; or the way in.

use crate::client::{auth, browser};
use crate::state::query::signin_address;
use crate::state::session::{Membership, Phase};
use crate::state::unsaved::unsaved;
use crate::state::{session, toaster, tongue};
use crate::text::ShellText;
use crate::ui::{Button, Glyph, LinkButton, Menu};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The account's corner of the header.
#[component]
pub fn AccountMenu() -> impl IntoView {
    let session = session();
    move || match session.phase() {
        Phase::Starting => ().into_any(),
        Phase::Anonymous => view! { <SignInLink/> }.into_any(),
        Phase::SignedIn { name, .. } => view! { <SignedIn name/> }.into_any(),
    }
}

/// Leads to signing in, and back here afterwards.
#[component]
fn SignInLink() -> impl IntoView {
    let href = signin_address();
    view! { <LinkButton href glyph=Glyph::Person>{ShellText::here().sign_in()}</LinkButton> }
}

#[component]
fn SignedIn(name: String) -> impl IntoView {
    let (text, tongue) = (ShellText::here(), tongue());
    let (session, toaster, unsaved) = (session(), toaster(), unsaved());
    let sign_out = move || {
        if unsaved.may_leave(text.leave_unsaved()) {
            spawn_local(async move {
                auth::sign_out().await;
                toaster.done(text.signed_out());
                // The menu with the button that had the focus is gone.
                request_animation_frame(|| browser::focus("content"));
            });
        }
    };
    let role = move |one: Membership| {
        view! { <li><span>{one.name}</span> <span class="muted">{one.role.label(tongue)}</span></li> }
    };
    let roles = move || {
        let memberships = session.memberships();
        let none =
            memberships.is_empty().then(|| view! { <li class="muted">{text.no_roles()}</li> });
        (none, memberships.into_iter().map(role).collect_view())
    };
    let members = move || {
        let may = !session.communities_for(Action::ReadMembers).is_empty();
        may.then(|| view! { <li><a href="/members">{text.members()}</a></li> })
    };
    view! {
        <Menu label=name.clone() glyph=Glyph::Person>
            <p class="menu-title">{text.signed_in_as(&name)}</p>
            <ul class="menu-roles">{roles}</ul>
            <ul class="menu-links">
                <li><a href="/account">{text.account()}</a></li>
                {members}
            </ul>
            <Button on_press=move |()| sign_out()>{text.sign_out()}</Button>
        </Menu>
    }
}
