//! The meetings that one may see, and the form that records another one.

use super::entry::Gate;
use super::query::CopyQuery;
use super::sending::{Sending, Trouble};
use crate::client::{self, operations};
use crate::state::paging::Trail;
use crate::state::query::Visit;
use crate::state::{load, locale, session, toaster, tongue, url_query};
use crate::text::{MeetingText, format};
use crate::ui::{
    Button, Disclosure, Empty, LinkButton, Loaded, Look, PageTitle, Pager, Purpose, Select,
    TextField,
};
use domain::policy::Action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use meeting_list::{MeetingFilter, MeetingListMeetings, MeetingListMeetingsNodes};

operations!("graphql/meeting.graphql": MeetingList, MeetingGroups, MeetingRecord);

/// How many rows a page has.
const ROWS: i64 = 30;

/// The page of the address `/meetings`.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    let (text, session) = (MeetingText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::ReadMembers));
    view! {
        <PageTitle title=text.list_title()/>
        <p class="page-lead">{text.lead()}</p>
        <Gate allowed sign_in_first=text.sign_in_first()><Meetings/></Gate>
    }
}

#[component]
fn Meetings() -> impl IntoView {
    let (text, query, locale, session) = (MeetingText::here(), url_query(), locale(), session());
    let load = load::<MeetingList>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let filter = MeetingFilter {
            community: query.get("community"),
            group: query.get("group"),
            from: None,
            to: None,
            text: query.get("text"),
        };
        Some(meeting_list::Variables { filter: Some(filter), first: ROWS, after, locale })
    });
    let typed = RwSignal::new(untrack(|| query.get("text")).unwrap_or_default());
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        let text = Some(typed.get_untracked()).filter(|text| !text.trim().is_empty());
        query.change(Visit::Step, &[("text", text), ("after", None)]);
    };
    let records = Memo::new(move |_| !session.communities_for(Action::RecordMeeting).is_empty());
    view! {
        <form class="filters" role="search" on:submit=search>
            <TextField label=text.search() value=typed kind="search"/>
            <Button purpose=Purpose::Submit>{text.search_now()}</Button>
        </form>
        <div class="actions">
            <LinkButton href="/review">{text.to_review()}</LinkButton>
            <CopyQuery request=load.request()/>
        </div>
        <Show when=move || records.get()>
            <Disclosure summary=move || text.record_one()><Record/></Disclosure>
        </Show>
        <Loaded load let:data>
            <Answer meetings=data.meetings/>
        </Loaded>
    }
}

#[component]
fn Answer(meetings: MeetingListMeetings) -> impl IntoView {
    let text = MeetingText::here();
    if meetings.nodes.is_empty() {
        return view! { <Empty title=text.none()><p>{text.none_next()}</p></Empty> }.into_any();
    }
    let next = meetings.page_info.end_cursor.filter(|_| meetings.page_info.has_next_page);
    let lead = text.found(meetings.total_count);
    let rows = meetings.nodes.into_iter().map(|row| view! { <Row row/> });
    let head = [text.title(), text.held_on(), text.group(), text.location(), text.community()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    view! {
        <p class="answer" role="status"><strong>{lead}</strong></p>
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.list_title()}</caption>
                <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
        <Pager next/>
    }
    .into_any()
}

#[component]
fn Row(row: MeetingListMeetingsNodes) -> impl IntoView {
    let (text, tongue) = (MeetingText::here(), tongue());
    let group = row.group.map(|group| {
        view! { <a href=format!("/stakeholder/{}", group.id)>{group.name}</a> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=format!("/meeting/{}", row.id)>{row.title}</a>
            </th>
            <td role="cell" data-label=text.held_on()>{format::date(&row.held_on, tongue)}</td>
            <td role="cell" data-label=text.group()>{group}</td>
            <td role="cell" data-label=text.location()>{row.location}</td>
            <td role="cell" data-label=text.community()>{row.community.name}</td>
        </tr>
    }
}

/// The groups by name, as choices.
fn groups() -> Signal<Vec<(String, String)>> {
    let (text, locale) = (MeetingText::here(), locale());
    let groups = load::<MeetingGroups>(move || Some(meeting_groups::Variables { locale }));
    Signal::derive(move || {
        let nodes = groups.data().map(|data| data.groups.nodes).unwrap_or_default();
        let none = (String::new(), text.no_group().to_owned());
        let all = nodes.into_iter().map(|row| (row.id, row.name));
        [none].into_iter().chain(all).collect()
    })
}

/// The form that records a meeting; its notes are written on its own page.
#[component]
fn Record() -> impl IntoView {
    let (text, session, toaster) = (MeetingText::here(), session(), toaster());
    let (navigate, options) = (use_navigate(), groups());
    let (title, day, place) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (group, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let homes = Signal::derive(move || {
        let homes = session.communities_for(Action::RecordMeeting).into_iter();
        homes.map(|one| (one.community, one.name)).collect::<Vec<_>>()
    });
    let home = Signal::derive(move || {
        let first = || homes.with(|homes| homes.first().map(|(id, _)| id.clone()));
        chosen.get().or_else(first).unwrap_or_default()
    });
    let sending = Sending::new(&["title", "heldOn", "location", "group", "community"]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = |value: RwSignal<String>| {
            Some(value.get_untracked()).filter(|value| !value.trim().is_empty())
        };
        let input = meeting_record::RecordMeetingInput {
            community: home.get_untracked(),
            group: given(group),
            title: title.get_untracked(),
            held_on: day.get_untracked(),
            location: given(place),
            link: None,
            attendees: None,
            agenda: None,
            notes: None,
            decisions: None,
            visibility: Visibility::Community,
            read_notes: false,
        };
        let navigate = navigate.clone();
        let work = client::send::<MeetingRecord>(meeting_record::Variables { input });
        sending.send(work, move |data| {
            toaster.done(text.saved());
            navigate(&format!("/meeting/{}", data.record_meeting.meeting.id), Default::default());
        });
    };
    let choose_home = move |id: String| {
        chosen.try_set(Some(id));
    };
    let choose_group = move |id: String| {
        group.try_set(id);
    };
    let refusals = sending.refusals;
    view! {
        <form class="form account-form" on:submit=submit>
            <Trouble sending/>
            <TextField label=text.title() field="title" value=title refusals required=true/>
            <TextField
                label=text.held_on()
                field="heldOn"
                kind="date"
                value=day
                refusals
                required=true
            />
            <Select
                label=text.group()
                field="group"
                options
                value=group
                on_change=choose_group
                refusals
            />
            <TextField label=text.location() field="location" value=place refusals/>
            <Select
                label=text.community()
                field="community"
                options=homes
                value=home
                on_change=choose_home
                refusals
            />
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>
                    {text.record_one()}
                </Button>
            </div>
        </form>
    }
}
