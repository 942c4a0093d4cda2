//! What one says about oneself, and whether letters reach one.

use crate::client::{self, operations, rest};
use crate::page::sending::{Sending, Trouble};
use crate::state::unsaved::guard_unsaved;
use crate::state::{toaster, tongue};
use crate::text::AccountText;
use crate::text::failure::failure_text;
use crate::ui::{Badge, Button, Hue, Purpose, TextField, WordSelect};
use domain::account::is_address;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;

operations!("graphql/account.graphql": AccountMe, ProfileUpdate);

type Me = account_me::AccountMeMe;

/// The name, the language, and the login with its state.
#[component]
pub fn Profile(
    /// As the server knows one.
    me: Me,
    /// Runs when something was saved.
    on_saved: Callback<()>,
) -> impl IntoView {
    let (text, toaster) = (AccountText::here(), toaster());
    let name = RwSignal::new(me.account.display_name);
    let locale = RwSignal::new(me.locale);
    let saved = StoredValue::new((name.get_untracked(), me.locale));
    guard_unsaved(Signal::derive(move || {
        let typed = (name.get(), locale.get());
        saved.try_with_value(|saved| *saved != typed).unwrap_or(false)
    }));
    let sending = Sending::new(&["displayName"]);
    let (login, verified, version) = (me.login, me.verified, me.version);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let input = profile_update::UpdateProfileInput {
            display_name: name.get_untracked(),
            locale: locale.get_untracked(),
            expected_version: version,
        };
        let work = client::send::<ProfileUpdate>(profile_update::Variables { input });
        sending.send(work, move |_| {
            saved.try_update_value(|saved| *saved = (name.get_untracked(), locale.get_untracked()));
            toaster.done(text.saved());
            on_saved.try_run(());
        });
    };
    let choose = Callback::new(move |chosen: Option<Locale>| {
        if let Some(chosen) = chosen {
            locale.try_set(chosen);
        }
    });
    view! {
        <section class="section" aria-labelledby="profile">
            <h2 id="profile">{text.profile()}</h2>
            <Address login verified/>
            <form class="form account-form" on:submit=submit>
                <Trouble sending/>
                <TextField
                    label=text.display_name()
                    field="displayName"
                    value=name
                    autocomplete="name"
                    refusals=sending.refusals
                    required=true
                />
                <WordSelect<Locale>
                    label=text.language()
                    field="locale"
                    value=Signal::derive(move || Some(locale.get()))
                    on_change=choose
                />
                <div class="actions">
                    <Button purpose=Purpose::Submit busy=sending.busy>{text.save()}</Button>
                </div>
            </form>
        </section>
    }
}

/// What one signs in with; an address can be verified.
#[component]
fn Address(login: String, verified: bool) -> impl IntoView {
    let text = AccountText::here();
    let state = match (is_address(&login), verified) {
        (false, _) => view! { <p class="muted">{text.no_address()}</p> }.into_any(),
        (true, true) => view! { <Badge text=text.verified() hue=Hue::Good/> }.into_any(),
        (true, false) => view! {
            <Badge text=text.unverified() hue=Hue::Warning/>
            <p class="muted">{text.why_verify()}</p>
            <Verification/>
        }
        .into_any(),
    };
    view! {
        <div class="account-address">
            <span class="muted">{text.address()}</span>
            <strong>{login}</strong>
            {state}
        </div>
    }
}

#[component]
fn Verification() -> impl IntoView {
    let (text, toaster, tongue) = (AccountText::here(), toaster(), tongue());
    let busy = RwSignal::new(false);
    let ask = Callback::new(move |()| {
        busy.try_set(true);
        spawn_local(async move {
            let answer = rest::post::<Asked>("/auth/verification", &serde_json::json!({})).await;
            busy.try_set(false);
            match answer {
                Ok(Asked { mail: true }) => toaster.done(text.verification_sent()),
                Ok(Asked { mail: false }) => toaster.trouble(text.no_mail()),
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! { <Button busy on_press=ask>{text.send_verification()}</Button> }
}

/// Whether letters are sent.
#[derive(Deserialize)]
struct Asked {
    mail: bool,
}
