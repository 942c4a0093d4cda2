//! The facts of an engagement, and the form that changes them.

use super::desk::{Desk, Part};
use super::record::{Engagement, Party, form, people};
use crate::client::{self, clock, operations};
use crate::form::Field;
use crate::form::engagement::{FACTS, editing};
use crate::page::due::is_overdue;
use crate::page::entry::{
    ConflictPanel, Entry, FormTrouble, Need, Options, VisibilityEntry, written,
};
use crate::state::tongue;
use crate::text::format::{capital, date};
use crate::text::{EngagementText, FormText, ShellText};
use crate::ui::{Badge, Button, Glyph, Hue, Look, Purpose};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;
use serde_json::{Value, json};

operations!("graphql/engagement_work.graphql": EngagementUpdate);
written!(FactUpdate: EngagementUpdate = engagement_update);

/// What is to be done next, and by when.
#[component]
pub fn NextStep(engagement: Engagement) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let overdue = is_overdue(engagement.next_step_due.as_deref(), clock::today());
    let due = match &engagement.next_step_due {
        Some(due) => format!("{} {}", text.due(), date(due, tongue)),
        None => text.no_due().to_owned(),
    };
    let step = engagement.next_step.map(|step| {
        view! {
            <p>{step}</p>
            <p class="muted small">
                {due}
                " "
                {overdue.then(|| view! { <Badge text=text.overdue() hue=Hue::Bad/> })}
            </p>
        }
    });
    let nothing = step.is_none().then(|| view! { <p class="muted">{text.no_next()}</p> });
    view! {
        <section class="section panel" id="next-step">
            <h2>{text.next()}</h2>
            {step}
            {nothing}
        </section>
    }
}

/// The facts, or their form.
#[component]
pub fn Facts(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_work = desk.may(Action::WorkEngagement);
    let edit = Callback::new(move |()| desk.edit(Part::Facts, None));
    let shared = StoredValue::new(engagement);
    let body = move || match desk.editing.get() {
        Some(Part::Facts) => {
            let options: Options = Signal::stored(people(&shared.get_value()));
            view! { <PartForm desk fields=FACTS people=options/> }.into_any()
        }
        _ => view! { <Recorded engagement=shared.get_value()/> }.into_any(),
    };
    let tools = move || {
        (may_work.get() && desk.editing.get().is_none()).then(|| {
            view! { <Button look=Look::Quiet glyph=Glyph::Edit on_press=edit>{text.edit()}</Button> }
        })
    };
    view! {
        <section class="section panel" id="facts" tabindex="-1">
            <div class="section-head"><h2>{text.facts()}</h2> {tools}</div>
            {body}
        </section>
    }
}

fn points(points: Vec<Party>, text: EngagementText) -> AnyView {
    if points.is_empty() {
        return view! { <span class="muted">{text.no_entry_points()}</span> }.into_any();
    }
    let point = |point: Party| {
        view! { <li><a href=format!("/stakeholder/{}", point.id)>{point.name}</a></li> }
    };
    view! { <ul class="plain">{points.into_iter().map(point).collect_view()}</ul> }.into_any()
}

#[component]
fn Recorded(engagement: Engagement) -> impl IntoView {
    let (text, shell, tongue) = (EngagementText::here(), ShellText::here(), tongue());
    let label = move |field: Field| field.label(tongue);
    let digits = |value: Option<i64>| value.map(|value| value.to_string());
    let day = |value: Option<String>| value.map(|value| date(&value, tongue));
    let standing = engagement.standing_since.map(|since| {
        let since = text.since(&date(&since, tongue));
        let source = engagement.standing_source.map(|source| text.according_to(&source));
        [Some(since), source].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let always = [
        (label(Field::Objective), Some(capital(engagement.objective.label(tongue)))),
        (label(Field::Owner), engagement.owner.map(|owner| owner.display_name)),
        (
            text.last_contact(),
            day(engagement.last_interaction_on).or(Some(text.never().to_owned())),
        ),
        (label(Field::Visibility), Some(capital(engagement.visibility.label(tongue)))),
    ];
    let sometimes = [
        (label(Field::Influence), digits(engagement.influence)),
        (label(Field::Interest), digits(engagement.interest)),
        (label(Field::Impact), digits(engagement.impact)),
        (label(Field::CadenceDays), digits(engagement.cadence_days)),
        (text.standing(), standing),
        (text.ends_on(), day(engagement.ends_on)),
        (text.close_reason(), engagement.close_reason),
        (text.declined_by(), engagement.declined_by.map(|by| by.label(tongue).to_owned())),
    ];
    let row = move |(label, value): (&'static str, Option<String>)| {
        let missing =
            value.is_none().then(|| view! { <span class="muted">{shell.unknown()}</span> });
        view! { <dt>{label}</dt><dd>{value}{missing}</dd> }
    };
    let need = engagement.need.map(|need| {
        let href = format!("/needs?need={}", need.id);
        view! { <dt>{text.need()}</dt><dd><a href=href>{need.text}</a></dd> }
    });
    let reopens = engagement.reopens.map(|earlier| {
        let href = format!("/engagement/{}", earlier.id);
        view! { <dt>{text.reopens()}</dt><dd><a href=href>{earlier.objective.label(tongue)}</a></dd> }
    });
    let parties = engagement.entry_points.into_iter().map(|point| point.party).collect();
    view! {
        <dl class="facts">
            {always.into_iter().map(row).collect_view()}
            <dt id="entry-points" tabindex="-1">{text.entry_points()}</dt>
            <dd>{points(parties, text)}</dd>
            {sometimes.into_iter().filter(|(_, value)| value.is_some()).map(row).collect_view()}
            {need}
            {reopens}
        </dl>
    }
}

/// Some of the facts as a form; what others changed meanwhile is shown and nothing is lost.
#[component]
pub fn PartForm(
    desk: Desk,
    fields: &'static [Field],
    #[prop(optional, into)] people: Option<Options>,
) -> impl IntoView {
    let words = FormText::here();
    let state = desk.facts;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if state.is_unchanged(&editing()) {
            return desk.stop_editing();
        }
        desk.send(state, move |form| update(desk, &form), move || desk.stop_editing());
    };
    let cancel = Callback::new(move |()| desk.stop_editing());
    let entry = move |field: &Field| match (*field, people) {
        (Field::Visibility, _) => {
            view! { <VisibilityEntry state action=Action::WorkEngagement/> }.into_any()
        }
        (Field::Owner, Some(options)) => {
            view! { <Entry state field=Field::Owner options/> }.into_any()
        }
        (field, _) => view! { <Entry state field need=Need::of(field, &[Field::Why])/> }.into_any(),
    };
    let conflict = move || {
        let settle = Callback::new(move |()| {
            desk.newer.try_set(None);
        });
        desk.newer.get().map(|now| {
            view! { <ConflictPanel state now=form(&now) fields=editing() on_settle=settle/> }
        })
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {conflict}
            {fields.iter().map(entry).collect_view()}
            <FormTrouble state fields=fields.to_vec()/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{words.save()}</Button>
                <Button on_press=cancel>{words.cancel()}</Button>
            </div>
        </form>
    }
}

fn update(
    desk: Desk,
    form: &crate::form::Form,
) -> impl Future<Output = Result<engagement_update::ResponseData, client::Failure>> + use<> {
    let mut input = form.changes(&desk.facts.read(), &editing());
    input.insert("id".into(), Value::from(desk.id()));
    input.insert("expectedVersion".into(), Value::from(desk.version()));
    client::send::<FactUpdate>(json!({ "input": input }))
}
