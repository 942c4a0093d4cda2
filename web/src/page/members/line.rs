//! One member: who, as what, and what an admin can do about it.

use super::Member;
use super::outcome::Outcome;
use crate::client::{self, Failure, browser, operations};
use crate::state::session::Phase;
use crate::state::{Toaster, session, toaster, tongue};
use crate::text::MembersText;
use crate::text::failure::{failure_text, refusal_text};
use crate::text::format::{capital, instant};
use crate::ui::{Badge, Button, ConfirmDialog, Hue, Look};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/members.graphql": MemberRole, MemberRemove, InvitationResend);

/// What a row needs to act: which membership, in which version, and whom to tell.
#[derive(Clone, Copy)]
struct Acting {
    id: StoredValue<String>,
    version: i64,
    busy: RwSignal<bool>,
    is_own: bool,
    changed: Callback<()>,
    toaster: Toaster,
    tongue: Tongue,
}

impl Acting {
    /// Ends what was under way. Whoever changed their own rights begins anew with what is left.
    fn settle<T>(self, answer: Result<T, Failure>, said: &'static str) {
        self.busy.try_set(false);
        match answer {
            Ok(_) if self.is_own => {
                browser::reload();
            }
            Ok(_) => {
                self.toaster.done(said);
                self.changed.try_run(());
            }
            Err(failure) => {
                self.toaster.trouble(told(&failure, self.tongue));
                self.changed.try_run(());
            }
        }
    }
}

/// What went wrong: what a rule said, else what kind of failure it was.
fn told(failure: &Failure, tongue: Tongue) -> String {
    match failure.refusals.first() {
        Some(refusal) => refusal_text(refusal, tongue),
        None => failure_text(failure, tongue),
    }
}

/// The row of a member.
#[component]
pub fn Line(
    /// Who.
    member: Member,
    /// Whether the viewer manages members here.
    manages: bool,
    /// Whether nobody else is admin.
    is_last: bool,
    /// Runs when something has changed.
    changed: Callback<()>,
    /// Takes what became of another invitation.
    on_invited: Callback<Outcome>,
) -> impl IntoView {
    let (text, tongue, session) = (MembersText::here(), tongue(), session());
    let name = member.account.display_name.clone();
    let is_own = matches!(untrack(|| session.phase()), Phase::SignedIn { id, .. } if id == member.account.id);
    let acting = Acting {
        id: StoredValue::new(member.id.clone()),
        version: member.version,
        busy: RwSignal::new(false),
        is_own,
        changed,
        toaster: toaster(),
        tongue,
    };
    let hue = match member.status {
        MemberStatus::Invited => Hue::Warning,
        MemberStatus::Active => Hue::Good,
        MemberStatus::Disabled => Hue::Bad,
    };
    let role = match (manages, is_last) {
        (true, false) => {
            view! { <RoleChoice name=name.clone() role=member.role acting/> }.into_any()
        }
        (true, true) => view! {
            <div class="member-role">
                {capital(member.role.label(tongue))}
                <p class="field-hint">{text.last_admin()}</p>
            </div>
        }
        .into_any(),
        (false, _) => capital(member.role.label(tongue)).into_any(),
    };
    let is_new = member.status == MemberStatus::Invited;
    let more = manages.then(|| {
        let seen = member.last_seen_at.map_or(text.never().to_owned(), |at| instant(&at, tongue));
        let tools = (!is_last).then(|| {
            view! {
                <div class="row-tools">
                    {is_new.then(|| view! { <Resend name=name.clone() acting on_invited/> })}
                    <Remove name=name.clone() acting/>
                </div>
            }
        });
        view! {
            <td data-label=text.login()>
                <span class="member-login">{member.login}</span>
            </td>
            <td data-label=text.seen()>{seen}</td>
            <td data-label=text.tools()>{tools}</td>
        }
    });
    view! {
        <tr>
            <th scope="row">
                {name}
                {is_own.then(|| view! { " " <Badge text=text.you()/> })}
            </th>
            <td data-label=text.role()>{role}</td>
            <td data-label=text.status()>
                <Badge text=capital(member.status.label(tongue)) hue/>
            </td>
            {more}
        </tr>
    }
}

#[component]
fn RoleChoice(name: String, role: Role, acting: Acting) -> impl IntoView {
    let (text, tongue) = (MembersText::here(), tongue());
    let change = move |code: String| {
        let (Some(role), Some(membership_id)) = (Role::parse(&code), acting.id.try_get_value())
        else {
            return;
        };
        acting.busy.try_set(true);
        spawn_local(async move {
            let expected_version = acting.version;
            let input =
                member_role::ChangeMemberRoleInput { membership_id, role, expected_version };
            let answer = client::send::<MemberRole>(member_role::Variables { input }).await;
            acting.settle(answer, text.role_changed());
        });
    };
    let option = |one: &Role| {
        let chosen = *one == role;
        view! {
            <option value=one.code() prop:selected=chosen>{capital(one.label(tongue))}</option>
        }
    };
    view! {
        <select
            class="member-choice"
            aria-label=text.role_of(&name)
            disabled=move || acting.busy.get()
            on:change:target=move |event| change(event.target().value())
        >
            {Role::ALL.iter().map(option).collect_view()}
        </select>
    }
}

#[component]
fn Resend(name: String, acting: Acting, on_invited: Callback<Outcome>) -> impl IntoView {
    let text = MembersText::here();
    let label = text.resend_to(&name);
    let press = Callback::new(move |()| {
        let Some(membership_id) = acting.id.try_get_value() else { return };
        acting.busy.try_set(true);
        spawn_local(async move {
            let input = invitation_resend::ResendInvitationInput { membership_id };
            let variables = invitation_resend::Variables { input };
            let answer = client::send::<InvitationResend>(variables).await;
            acting.busy.try_set(false);
            match answer {
                Ok(data) => {
                    let made = data.resend_invitation;
                    on_invited.try_run(Outcome {
                        name: made.member.account.display_name,
                        link: made.invitation.link,
                        sent: made.invitation.sent,
                    });
                }
                Err(failure) => acting.toaster.trouble(told(&failure, acting.tongue)),
            }
        });
    });
    view! {
        <Button busy=acting.busy on_press=press>
            <span aria-hidden="true">{text.resend()}</span>
            <span class="hidden">{label}</span>
        </Button>
    }
}

#[component]
fn Remove(name: String, acting: Acting) -> impl IntoView {
    let text = MembersText::here();
    let label = text.remove_one(&name);
    let shown = label.clone();
    let asking = RwSignal::new(false);
    let ask = Callback::new(move |()| {
        asking.try_set(true);
    });
    let remove = Callback::new(move |()| {
        let Some(membership_id) = acting.id.try_get_value() else { return };
        acting.busy.try_set(true);
        spawn_local(async move {
            let expected_version = acting.version;
            let input = member_remove::RemoveMemberInput { membership_id, expected_version };
            let answer = client::send::<MemberRemove>(member_remove::Variables { input }).await;
            acting.settle(answer, text.removed());
        });
    });
    view! {
        <Button busy=acting.busy on_press=ask>
            <span aria-hidden="true">{text.remove()}</span>
            <span class="hidden">{shown.clone()}</span>
        </Button>
        <ConfirmDialog
            title=text.remove_title()
            message=text.remove_message()
            confirm=label
            look=Look::Danger
            open=asking
            on_confirm=remove
        />
    }
}
