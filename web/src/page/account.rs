//! One's own account: name, address, how one is told, password, sessions, API tokens.

mod api_token;
mod api_token_form;
mod password;
mod profile;
mod secret;
mod session_list;
mod told;

use crate::state::query::signin_address;
use crate::state::{load, session};
use crate::text::{AccountText, ShellText};
use crate::ui::{Empty, LinkButton, Loaded, Loading, Look, PageTitle};
use leptos::prelude::*;

/// The page of the address `/account`.
#[component]
pub fn AccountPage() -> impl IntoView {
    let (text, session) = (AccountText::here(), session());
    let sign_in = signin_address();
    let signed_in = Memo::new(move |_| session.signed_in());
    let body = move || {
        match signed_in.get() {
        None => view! { <Loading/> }.into_any(),
        Some(true) => view! { <Parts/> }.into_any(),
        Some(false) => view! {
            <Empty title=text.sign_in_first()>
                <LinkButton href=sign_in look=Look::Primary>{ShellText::here().sign_in()}</LinkButton>
            </Empty>
        }
        .into_any(),
    }
    };
    view! {
        <PageTitle title=text.title()/>
        {body}
    }
}

#[component]
fn Parts() -> impl IntoView {
    let load = load::<profile::AccountMe>(|| Some(profile::account_me::Variables));
    let saved = Callback::new(move |()| load.reload());
    let login = Signal::derive(move || {
        let login = load.with(|data| data.me.as_ref().map(|me| me.login.clone()));
        login.flatten().unwrap_or_default()
    });
    view! {
        <Loaded load let:data>
            {data.me.map(|me| view! { <profile::Profile me on_saved=saved/> })}
        </Loaded>
        <told::Told/>
        <password::Password login/>
        <session_list::Sessions/>
        <api_token::ApiTokens/>
    }
}
