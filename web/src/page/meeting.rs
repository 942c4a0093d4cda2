//! One meeting: who was there, what was noted, what the notes propose, and what is still to be done.

mod facts;
mod notes;
pub mod proposal;

use crate::client::{self, operations};
use crate::page::address::record_address;
use crate::page::entry::Gate;
use crate::page::missing::MissingPage;
use crate::state::{Load, load, locale, place, session, toaster, tongue};
use crate::text::MeetingText;
use crate::text::failure::failure_text;
use crate::text::format::{capital, date};
use crate::ui::{Badge, Button, ConfirmDialog, LoadedPage, Look, PageTitle};
use domain::policy::Action;
use domain::vocabulary::Word;
use facts::Facts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_params_map};
use meeting_shown::{MeetingShownMeeting, ProposalParts, TaskParts};
use notes::Notes;
use proposal::{Card, Hands, Shown};

operations!("graphql/meeting.graphql": MeetingShown, MeetingRemove, MeetingTaskDone);

type Meeting = MeetingShownMeeting;

/// The page of the address `/meeting/:id`.
#[component]
pub fn MeetingPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let (text, session) = (MeetingText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::ReadMembers));
    view! {
        <Gate allowed sign_in_first=text.sign_in_first()>
            {move || view! { <OneMeeting id=id.get()/> }}
        </Gate>
    }
}

#[component]
fn OneMeeting(id: String) -> impl IntoView {
    let variables = meeting_shown::Variables { id, locale: locale() };
    let load = load::<MeetingShown>(move || Some(variables.clone()));
    let draft = notes::Draft::new();
    view! {
        <LoadedPage load let:data>
            {match data.meeting {
                Some(meeting) => view! { <Whole meeting load draft/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn Whole(
    meeting: Meeting,
    load: Load<meeting_shown::ResponseData>,
    draft: notes::Draft,
) -> impl IntoView {
    let (text, session) = (MeetingText::here(), session());
    let stands = place(Some(&meeting.community.id), meeting.visibility);
    let works = Signal::derive(move || session.can(Action::RecordMeeting, stands));
    let changed = Callback::new(move |()| load.reload());
    let shared = StoredValue::new(meeting);
    let part = move || shared.get_value();
    view! {
        <Heading meeting=part()/>
        <div class="columns">
            <div class="stack">
                <Notes meeting=part() works changed draft/>
                <Proposals proposals=part().proposals changed/>
            </div>
            <aside class="stack" aria-label=text.actions()>
                <Tasks title=text.carried_over() tasks=part().carried_over changed/>
                <Tasks title=text.actions() tasks=part().actions changed/>
                <Attendees meeting=part()/>
                <Decisions meeting=part()/>
                <Show when=move || works.get()>
                    <div class="stack">
                        <Facts meeting=part() changed/>
                        <Remove meeting=part()/>
                    </div>
                </Show>
            </aside>
        </div>
    }
}

#[component]
fn Heading(meeting: Meeting) -> impl IntoView {
    let (text, tongue) = (MeetingText::here(), tongue());
    let group = meeting.group.map(|group| {
        view! { <a href=format!("/stakeholder/{}", group.id)>{group.name}</a>" · " }
    });
    let location = meeting.location.map(|location| format!(" · {location}"));
    let link = meeting.link.map(|link| {
        view! { " · "<a href=link rel="noopener noreferrer">{text.link()}</a> }
    });
    view! {
        <PageTitle title=meeting.title>
            <Badge text=capital(meeting.visibility.label(tongue))/>
        </PageTitle>
        <p class="page-lead">
            {group}
            {date(&meeting.held_on, tongue)}
            {location}
            {link}
            " · "
            <a href=format!("/meetings?community={}", meeting.community.id)>
                {meeting.community.name}
            </a>
        </p>
    }
}

/// What the notes propose, each beside its sentence.
#[component]
fn Proposals(proposals: Vec<ProposalParts>, changed: Callback<()>) -> impl IntoView {
    let text = MeetingText::here();
    let none = proposals.is_empty().then(|| view! { <p class="muted">{text.no_proposals()}</p> });
    let line = |parts: ProposalParts| {
        let hands = Hands::new(changed);
        view! { <li class="proposal"><Card shown=shown(parts) hands/></li> }
    };
    view! {
        <section class="section" aria-labelledby="proposals">
            <h2 id="proposals">{text.proposals()}</h2>
            {none}
            <ul class="plain stack">{proposals.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// A proposal of this page as both pages show it.
fn shown(parts: ProposalParts) -> Shown {
    let named = |row: meeting_shown::NamedParts| (row.id, row.name);
    Shown {
        id: parts.id,
        version: parts.version,
        kind: parts.kind,
        state: parts.state,
        community: parts.community.id,
        visibility: parts.visibility,
        quote: parts.quote,
        kinds: parts.kinds,
        source: parts.source.into_iter().map(named).collect(),
        target: parts.target.into_iter().map(named).collect(),
        valid_from: parts.valid_from,
        valid_to: parts.valid_to,
        objective: parts.objective,
        text: parts.text,
        owner: parts.owner.map(|owner| owner.display_name).or(parts.owner_name),
        due_on: parts.due_on,
        attendees: parts
            .attendees
            .into_iter()
            .filter_map(|row| row.stakeholder.map(|row| row.name).or(row.name))
            .collect(),
        missing: parts.missing,
        reason: parts.reason,
        result: parts.result.and_then(|record| record_address(&record.id)),
    }
}

#[component]
fn Tasks(title: &'static str, tasks: Vec<TaskParts>, changed: Callback<()>) -> impl IntoView {
    let line = |task: TaskParts| view! { <Task task changed/> };
    (!tasks.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{title}</h2>
                <ul class="list">{tasks.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Task(task: TaskParts, changed: Callback<()>) -> impl IntoView {
    let (text, tongue, toaster) = (MeetingText::here(), tongue(), toaster());
    let is_open = task.state == ActionState::Open;
    let owner = task.owner.map_or_else(|| text.unknown_owner().to_owned(), |it| it.display_name);
    let due = task.due_on.map(|due| format!(" · {} {}", text.due(), date(&due, tongue)));
    let (id, version) = (StoredValue::new(task.id), task.version);
    let done = Callback::new(move |()| {
        let variables = meeting_task_done::Variables { id: id.get_value(), version };
        spawn_local(async move {
            match client::send::<MeetingTaskDone>(variables).await {
                Ok(_) => toaster.done(text.saved()),
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
            changed.try_run(());
        });
    });
    let about = task.text.clone();
    view! {
        <li class:settled=!is_open>
            <span>{task.text}</span>
            {(!is_open).then(|| view! { <Badge text=task.state.label(tongue)/> })}
            <span class="muted small">{owner}{due}</span>
            {is_open.then(|| view! {
                <Button look=Look::Quiet on_press=done>
                    {text.done()}<span class="hidden">": "{about}</span>
                </Button>
            })}
        </li>
    }
}

#[component]
fn Attendees(meeting: Meeting) -> impl IntoView {
    let (text, tongue) = (MeetingText::here(), tongue());
    let line = |row: meeting_shown::MeetingShownMeetingAttendees| {
        let who = match (row.stakeholder, row.name) {
            (Some(who), _) => {
                view! { <a href=format!("/stakeholder/{}", who.id)>{who.name}</a> }.into_any()
            }
            (None, name) => view! { <span>{name}</span> }.into_any(),
        };
        let organization = row.organization.map(|of| format!(" ({of})"));
        let excused = (row.presence == Presence::Excused)
            .then(|| view! { <Badge text=row.presence.label(tongue)/> });
        view! { <li>{who}{organization}{excused}</li> }
    };
    (!meeting.attendees.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{text.attendees()}</h2>
                <ul class="list">{meeting.attendees.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Decisions(meeting: Meeting) -> impl IntoView {
    let (text, tongue) = (MeetingText::here(), tongue());
    let line = |row: meeting_shown::MeetingShownMeetingDecisions| {
        let by = row.decided_by.map(|group| format!("{} · ", group.name));
        view! {
            <li>
                <span>{row.text}</span>
                <span class="muted small">{by}{date(&row.decided_on, tongue)}</span>
            </li>
        }
    };
    (!meeting.decisions.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{text.decisions()}</h2>
                <ul class="list">{meeting.decisions.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Remove(meeting: Meeting) -> impl IntoView {
    let (text, tongue, toaster) = (MeetingText::here(), tongue(), toaster());
    let (asking, navigate) = (RwSignal::new(false), use_navigate());
    let (id, version) = (StoredValue::new(meeting.id), meeting.version);
    let go = Callback::new(move |()| {
        let navigate = navigate.clone();
        let input =
            meeting_remove::RemoveMeetingInput { id: id.get_value(), expected_version: version };
        spawn_local(async move {
            match client::send::<MeetingRemove>(meeting_remove::Variables { input }).await {
                Ok(_) => {
                    toaster.done(text.removed());
                    navigate("/meetings", Default::default());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! {
        <div class="actions">
            <Button look=Look::Danger on_press=move |()| asking.set(true)>{text.remove()}</Button>
        </div>
        <ConfirmDialog
            title=text.remove()
            message=text.remove_meaning()
            confirm=text.remove()
            look=Look::Danger
            open=asking
            on_confirm=go
        />
    }
}
