//! Inviting somebody.

use super::outcome::Outcome;
use crate::client::{self, operations};
use crate::page::sending::{Sending, Trouble};
use crate::state::locale;
use crate::state::unsaved::guard_unsaved;
use crate::text::MembersText;
use crate::ui::{Button, Look, Purpose, TextField, WordSelect};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/members.graphql": MemberInvite);

/// The form.
#[component]
pub fn Invite(
    /// Where to.
    community: String,
    /// Takes what became of it.
    on_invited: Callback<Outcome>,
) -> impl IntoView {
    let text = MembersText::here();
    let (login, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (language, role) = (RwSignal::new(locale()), RwSignal::new(Role::Editor));
    let sending = Sending::new(&["login", "displayName", "locale", "role"]);
    guard_unsaved(Signal::derive(move || {
        login.with(|typed| !typed.is_empty()) || name.with(|typed| !typed.is_empty())
    }));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let input = member_invite::InviteMemberInput {
            community_id: community.clone(),
            login: login.get_untracked(),
            display_name: name.get_untracked(),
            locale: language.get_untracked(),
            role: role.get_untracked(),
        };
        let work = client::send::<MemberInvite>(member_invite::Variables { input });
        sending.send(work, move |data| {
            login.try_set(String::new());
            name.try_set(String::new());
            let made = data.invite_member;
            on_invited.try_run(Outcome {
                name: made.member.account.display_name,
                link: made.invitation.link,
                sent: made.invitation.sent,
            });
        });
    };
    let choose_language = Callback::new(move |chosen: Option<Locale>| {
        language.try_update(|language| *language = chosen.unwrap_or(*language));
    });
    let choose_role = Callback::new(move |chosen: Option<Role>| {
        role.try_update(|role| *role = chosen.unwrap_or(*role));
    });
    view! {
        <section class="section member-invite" aria-labelledby="invite">
            <h2 id="invite">{text.invite_title()}</h2>
            <form class="form account-form" on:submit=submit>
                <Trouble sending/>
                <TextField
                    label=text.login()
                    field="login"
                    hint=text.login_hint()
                    value=login
                    refusals=sending.refusals
                    required=true
                />
                <TextField
                    label=text.name()
                    field="displayName"
                    value=name
                    refusals=sending.refusals
                    required=true
                />
                <WordSelect<Role>
                    label=text.role()
                    field="role"
                    value=Signal::derive(move || Some(role.get()))
                    on_change=choose_role
                    refusals=sending.refusals
                />
                <WordSelect<Locale>
                    label=text.language()
                    field="locale"
                    value=Signal::derive(move || Some(language.get()))
                    on_change=choose_language
                />
                <div class="actions">
                    <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>{text.invite()}</Button>
                </div>
            </form>
        </section>
    }
}
