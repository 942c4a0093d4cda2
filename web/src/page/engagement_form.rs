//! Opening an engagement with a party: why, who, what next; or recording one that stands already.

use crate::client::{self, operations};
use crate::form::engagement::{Beginning, STANDING, check_opening, opening};
use crate::form::{Field, Form};
use crate::page::entry::{
    Entries, Entry, FormFoot, FormState, Gate, Need, Options, VisibilityEntry, members_of, prefill,
    written,
};
use crate::state::{session, toaster, url_query};
use crate::text::EngagementFormText;
use crate::ui::{Empty, LinkButton, PageTitle, Segmented};
use domain::engagement::Objective;
use domain::policy::Action;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde_json::{Value, json};

operations!("graphql/engagement_form.graphql": EngagementToOpen);
written!(EngagementOpening: EngagementToOpen = engagement_to_open);

/// The page of the address `/engagement/new?party=&community=&objective=&reopens=`.
#[component]
pub fn EngagementFormPage() -> impl IntoView {
    let (text, session) = (EngagementFormText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::WorkEngagement));
    view! {
        <PageTitle title=text.new_title()/>
        <Gate allowed><OpeningForm/></Gate>
    }
}

/// The form as it begins: the community of the address, or the only one there is to choose.
fn begin(beginning: RwSignal<Beginning>) -> FormState {
    let (query, session) = (url_query(), session());
    let communities = untrack(|| session.communities_for(Action::WorkEngagement));
    let only = match communities.as_slice() {
        [one] => Some(one.community.clone()),
        _ => None,
    };
    let objective = untrack(|| query.word::<Objective>("objective"));
    let form = Form::new()
        .with(Field::Community, untrack(|| query.get("community")).or(only))
        .with(Field::Objective, objective.map(|word| word.code().to_owned()))
        .with(Field::Visibility, Visibility::Community.code());
    let state = FormState::guarded(form, move |form| check_opening(form, beginning.get()));
    prefill(state, Field::Party, untrack(|| query.get("party")));
    state
}

#[component]
fn OpeningForm() -> impl IntoView {
    let (text, toaster) = (EngagementFormText::here(), toaster());
    let (query, session, navigate) = (url_query(), session(), use_navigate());
    let (reopens, party) = untrack(|| (query.get("reopens"), query.get("party")));
    let beginning = RwSignal::new(Beginning::Now);
    let state = begin(beginning);
    let keepers: Options = Signal::derive(move || {
        let communities = session.communities_for(Action::WorkEngagement).into_iter();
        communities.map(|one| (one.community, one.name)).collect()
    });
    let shown = Signal::derive(move || opening(beginning.get()));
    let back = party.map_or("/pipeline".to_owned(), |id| format!("/stakeholder/{id}"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (navigate, reopens) = (navigate.clone(), reopens.clone());
        let fields = opening(beginning.get_untracked());
        state.send(
            move |form| client::send::<EngagementOpening>(input(&form, &fields, reopens)),
            move |data| {
                toaster.done(text.opened());
                let id = data.open_engagement.engagement.id;
                navigate(&format!("/engagement/{id}"), Default::default());
            },
        );
    };
    let none = move || keepers.with(Vec::is_empty);
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {move || none().then(|| view! {
                <Empty title=text.no_community()><LinkButton href="/pipeline">{text.duplicate()}</LinkButton></Empty>
            })}
            <fieldset class="form-part">
                <legend>{text.who()}</legend>
                <div class="form-grid">
                    <Entry
                        state
                        field=Field::Community
                        label=text.community()
                        need=Need::Required
                        options=keepers
                    />
                    <Entry state field=Field::Party need=Need::Required/>
                    <Entry state field=Field::Objective need=Need::Required/>
                </div>
                <Entry state field=Field::Why need=Need::Required/>
            </fieldset>
            <PlanEntries state/>
            <BeginningEntries state beginning/>
            <FormFoot state fields=shown save=text.open() back/>
        </form>
    }
}

/// Who, through whom, what next, and how much it matters.
#[component]
fn PlanEntries(state: FormState) -> impl IntoView {
    let text = EngagementFormText::here();
    let community = move || state.with(|form| form.text(Field::Community).to_owned());
    let owners = members_of(Signal::derive(community));
    view! {
        <fieldset class="form-part">
            <legend>{text.plan()}</legend>
            <div class="form-grid">
                <Entry state field=Field::Owner options=owners/>
                <Entry state field=Field::EntryPoints/>
                <Entries state fields=&[Field::NextStep, Field::NextStepDue, Field::CadenceDays]/>
                <VisibilityEntry state action=Action::WorkEngagement/>
            </div>
        </fieldset>
        <fieldset class="form-part">
            <legend>{text.scores()}</legend>
            <div class="form-grid">
                <Entries state fields=&[Field::Influence, Field::Interest, Field::Impact]/>
            </div>
        </fieldset>
    }
}

/// Whether it begins now or stands already, and then where, since when, says who.
#[component]
fn BeginningEntries(state: FormState, beginning: RwSignal<Beginning>) -> impl IntoView {
    let text = EngagementFormText::here();
    let choices = vec![
        ("now".to_owned(), text.begins_now().to_owned()),
        ("standing".to_owned(), text.stands().to_owned()),
    ];
    let value = Signal::derive(move || match beginning.get() {
        Beginning::Now => "now".to_owned(),
        Beginning::Standing => "standing".to_owned(),
    });
    let choose = Callback::new(move |code: String| {
        beginning.try_set(if code == "standing" { Beginning::Standing } else { Beginning::Now });
    });
    let standing = move || {
        (beginning.get() == Beginning::Standing).then(|| {
            view! {
                <p class="muted">{text.stands_hint()}</p>
                <div class="form-grid"><Entries state fields=STANDING needed=STANDING/></div>
            }
        })
    };
    view! {
        <fieldset class="form-part">
            <legend>{text.beginning()}</legend>
            <Segmented label=text.beginning() choices value on_change=choose/>
            {standing}
        </fieldset>
    }
}

fn input(form: &Form, fields: &[Field], reopens: Option<String>) -> Value {
    let mut input = form.input(fields);
    if let Some(id) = reopens {
        input.insert("reopens".to_owned(), Value::from(id));
    }
    json!({ "input": input })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stood before goes along only when it was said to.
    #[test]
    fn standing_goes_along_when_said() {
        let form = Form::new()
            .with(Field::Why, "x")
            .with(Field::StandingStage, "ACTIVE")
            .with(Field::StandingSince, "2021")
            .with(Field::StandingSource, "Annual report");
        let now = input(&form, &opening(Beginning::Now), None);
        assert!(now["input"].get("standing").is_none());
        let stood = input(&form, &opening(Beginning::Standing), Some("eng_1".into()));
        let standing = json!({"stage": "ACTIVE", "since": "2021", "source": "Annual report"});
        assert_eq!(stood["input"]["standing"], standing);
        assert_eq!(stood["input"]["reopens"], "eng_1");
    }
}
