//! What somebody should do for this engagement.

use super::desk::Desk;
use super::record::{Engagement, engagement_shown, people};
use crate::client::{self, clock, operations};
use crate::form::engagement::ACTION;
use crate::form::{Field, Form, required};
use crate::page::due::is_overdue;
use crate::page::entry::{Entry, FormState, FormTrouble, Need, Options};
use crate::state::tongue;
use crate::text::EngagementText;
use crate::text::format::date;
use crate::ui::{Badge, Button, Hue, Look, Purpose};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;

operations!(
    "graphql/engagement_work.graphql": ActionToAdd, ActionToComplete, ActionToDrop, ActionToReopen
);

type Task = engagement_shown::EngagementShownNodeOnEngagementActions;

/// The actions, and a line that adds one.
#[component]
pub fn Tasks(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_work = desk.may(Action::WorkAction);
    let (people, community) = (people(&engagement), engagement.community.id);
    let list = if engagement.actions.is_empty() {
        view! { <p class="muted">{text.no_actions()}</p> }.into_any()
    } else {
        let line = |task| view! { <Line task desk/> };
        view! { <ul class="tasks">{engagement.actions.into_iter().map(line).collect_view()}</ul> }
            .into_any()
    };
    let addition = move || {
        let options: Options = Signal::stored(people.clone());
        let community = community.clone();
        may_work.get().then(|| view! { <Addition desk options community/> })
    };
    view! {
        <section class="section panel" id="actions" tabindex="-1">
            <h2>{text.actions()}</h2>
            {list}
            {addition}
        </section>
    }
}

#[component]
fn Line(task: Task, desk: Desk) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let may_work = desk.may(Action::WorkAction);
    let is_open = task.state == ActionState::Open;
    let late = is_open && is_overdue(task.due_on.as_deref(), clock::today());
    let due = task.due_on.as_deref().map(|due| format!("{} {}", text.due(), date(due, tongue)));
    let owner = task.owner.map(|owner| owner.display_name);
    let about = [owner, due].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let (id, version) = (StoredValue::new(task.id), task.version);
    let complete = Callback::new(move |()| {
        let input =
            action_to_complete::SettleActionInput { id: id.get_value(), expected_version: version };
        desk.act(client::send::<ActionToComplete>(action_to_complete::Variables { input }));
    });
    let reopen = Callback::new(move |()| {
        let input =
            action_to_reopen::SettleActionInput { id: id.get_value(), expected_version: version };
        desk.act(client::send::<ActionToReopen>(action_to_reopen::Variables { input }));
    });
    let dropping = RwSignal::new(false);
    let drop = Callback::new(move |()| dropping.update(|open| *open = !*open));
    let about_what = StoredValue::new(task.text.clone());
    let tools = move || {
        let about = move || view! { <span class="hidden">" "{about_what.get_value()}</span> };
        may_work.get().then(|| match is_open {
            true => view! {
                <Button look=Look::Quiet on_press=complete>{text.action_done()}{about()}</Button>
                <Button look=Look::Quiet on_press=drop>{text.action_drop()}{about()}</Button>
            }
            .into_any(),
            false => view! {
                <Button look=Look::Quiet on_press=reopen>{text.action_reopen()}{about()}</Button>
            }
            .into_any(),
        })
    };
    let reason = move || {
        let open = dropping.get() && may_work.get();
        open.then(|| view! { <Dropping id=id.get_value() version desk/> })
    };
    view! {
        <li class:settled=!is_open>
            <span>{task.text}</span>
            {(!is_open).then(|| view! { <Badge text=task.state.label(tongue)/> })}
            {task.finds_entry_point.then(|| view! { <Badge text=text.finds_entry_point()/> })}
            {late.then(|| view! { <Badge text=text.overdue() hue=Hue::Bad/> })}
            <span class="muted small">{about}</span>
            {task.drop_reason.map(|reason| view! { <span class="muted small">{reason}</span> })}
            <span class="line-tools">{tools}</span>
            {reason}
        </li>
    }
}

/// Asks why an action is given up.
#[component]
fn Dropping(id: String, version: i64, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let state = FormState::new(Form::new(), |form| {
        let blank = form.is_blank(&[Field::Reason]);
        blank.then(|| required(Field::Reason)).into_iter().collect()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = id.clone();
        let request = move |form: Form| {
            let reason = form.text(Field::Reason).trim().to_owned();
            let input = action_to_drop::DropActionInput { id, expected_version: version, reason };
            client::send::<ActionToDrop>(action_to_drop::Variables { input })
        };
        desk.send(state, request, || {});
    };
    view! {
        <form class="log-form" novalidate=true on:submit=submit>
            <Entry state field=Field::Reason need=Need::Required/>
            <FormTrouble state fields=vec![Field::Reason]/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{text.action_drop()}</Button>
            </div>
        </form>
    }
}

#[component]
fn Addition(desk: Desk, options: Options, community: String) -> impl IntoView {
    let text = EngagementText::here();
    let state = desk.action;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let community = community.clone();
        desk.send(
            state,
            move |form| client::send::<ActionToAdd>(variables(desk.id(), community, &form)),
            move || state.begin(Form::new()),
        );
    };
    view! {
        <form class="log-form" novalidate=true on:submit=submit>
            <div class="log-line">
                <Entry state field=Field::Text need=Need::Required label=text.action_add()/>
                <Entry state field=Field::Owner options/>
                <Entry state field=Field::DueOn/>
            </div>
            <Entry state field=Field::FindsEntryPoint/>
            <FormTrouble state fields=ACTION.to_vec()/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{text.action_add()}</Button>
            </div>
        </form>
    }
}

fn variables(engagement: String, community: String, form: &Form) -> action_to_add::Variables {
    let given = |field| Some(form.text(field).trim().to_owned()).filter(|text| !text.is_empty());
    action_to_add::Variables {
        input: action_to_add::AddActionInput {
            community,
            text: form.text(Field::Text).to_owned(),
            owner: given(Field::Owner),
            due_on: given(Field::DueOn),
            engagement: Some(engagement),
            meeting: None,
            group: None,
            finds_entry_point: form.truth(Field::FindsEntryPoint) == Some(true),
        },
    }
}
