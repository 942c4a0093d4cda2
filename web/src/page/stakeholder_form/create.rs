//! A new stakeholder: first what it is, then the form of its kind.

use super::creation::create;
use super::{StakeholderFields, check};
use crate::form::stakeholder::fields;
use crate::form::{Field, Form};
use crate::page::entry::{FormFoot, FormState, Gate, KeeperEntry};
use crate::page::picker::find_stakeholders;
use crate::state::query::address;
use crate::state::{session, toaster, tongue, url_query};
use crate::text::StakeholderFormText;
use crate::text::format::capital;
use crate::ui::PageTitle;
use domain::policy::Action;
use domain::stakeholder::{StakeholderKind, Visibility};
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The page of the address `/stakeholder/new?kind=`.
#[component]
pub fn CreatePage() -> impl IntoView {
    let (text, tongue, query, session) =
        (StakeholderFormText::here(), tongue(), url_query(), session());
    let kind = Memo::new(move |_| query.word::<StakeholderKind>("kind"));
    let title = Signal::derive(move || match kind.get() {
        Some(kind) => text.new_of(kind.label(tongue)),
        None => text.new_title().to_owned(),
    });
    let allowed = Signal::derive(move || session.can_somewhere(Action::CreateStakeholder));
    view! {
        <PageTitle title/>
        <Gate allowed>
            {move || match kind.get() {
                Some(kind) => view! { <CreateForm kind/> }.into_any(),
                None => view! { <KindChoice/> }.into_any(),
            }}
        </Gate>
    }
}

/// What is it? One link for each kind.
#[component]
fn KindChoice() -> impl IntoView {
    let (text, tongue) = (StakeholderFormText::here(), tongue());
    let link = |kind: &StakeholderKind| {
        let href = address("/stakeholder/new", &[("kind", Some(kind.code()))]);
        view! {
            <li>
                <a class="kind-choice" href=href>
                    <strong>{capital(kind.label(tongue))}</strong>
                    <span class="small">{about(*kind, text)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>{text.kind()}</h2>
            <p class="muted">{text.kind_hint()}</p>
            <ul class="kind-choices">{StakeholderKind::ALL.iter().map(link).collect_view()}</ul>
        </section>
    }
}

fn about(kind: StakeholderKind, text: StakeholderFormText) -> &'static str {
    match kind {
        StakeholderKind::Organization => text.organization(),
        StakeholderKind::GlobalGood => text.global_good(),
        StakeholderKind::Group => text.group(),
        StakeholderKind::Implementation => text.implementation(),
        StakeholderKind::Programme => text.programme(),
        StakeholderKind::Person => text.person(),
        StakeholderKind::Place => text.area(),
        StakeholderKind::Segment => text.segment(),
    }
}

/// The form of a new stakeholder of one kind.
#[component]
fn CreateForm(kind: StakeholderKind) -> impl IntoView {
    let (text, toaster) = (StakeholderFormText::here(), toaster());
    let navigate = use_navigate();
    let begun = Form::new().with(Field::Visibility, Visibility::Public.code());
    let state = FormState::guarded(begun, move |form| check(kind, form));
    let shown: Vec<Field> = fields(kind).into_iter().chain([Field::Community]).collect();
    let sent = shown.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (sent, navigate) = (sent.clone(), navigate.clone());
        let name = state.with_untracked(title);
        state.send(
            move |form| create(kind, form.input(&sent)),
            move |id: String| {
                toaster.done(text.created(&name));
                navigate(&format!("/stakeholder/{id}"), Default::default());
            },
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <KeeperEntry state action=Action::CreateStakeholder/>
            <Similar state kind/>
            <StakeholderFields state kind/>
            <FormFoot state fields=shown save=text.create() back="/directory"/>
        </form>
    }
}

/// Who is recorded under a name like the one typed, so that nobody is recorded twice.
#[component]
fn Similar(state: FormState, kind: StakeholderKind) -> impl IntoView {
    let text = StakeholderFormText::here();
    let typed = Signal::derive(move || {
        let name = state.with(title);
        if name.chars().count() < 3 { String::new() } else { name }
    });
    let found = find_stakeholders(typed, vec![kind]);
    let link = |choice: crate::ui::Choice| {
        let href = format!("/stakeholder/{}", choice.id);
        view! {
            <li>
                <a href=href target="_blank" rel="noopener">{choice.label}</a>
                " "
                <span class="muted small">{choice.detail}</span>
            </li>
        }
    };
    let list = move || {
        let choices = found.choices.get();
        (!choices.is_empty()).then(|| {
            view! {
                <p>{text.similar()}</p>
                <ul>{choices.into_iter().take(4).map(link).collect_view()}</ul>
            }
        })
    };
    view! { <div class="similar" aria-live="polite">{list}</div> }
}

fn title(form: &Form) -> String {
    let names = [form.text(Field::NameEn).trim(), form.text(Field::NameFr).trim()];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}
