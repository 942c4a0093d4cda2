//! A new relationship, with its evidence in the same step.

use super::{FactEntries, KindEntry, Reading};
use crate::client::{self, operations};
use crate::form::evidence::{self, Origin, begun};
use crate::form::relationship::{check_all, fields, turned};
use crate::form::{Field, Form};
use crate::page::entry::{
    Entry, FormFoot, FormState, Gate, KeeperEntry, Need, Options, VisibilityEntry, prefill, written,
};
use crate::page::evidence::EvidenceEntries;
use crate::state::{place, session, toaster, tongue, url_query};
use crate::text::RelationshipFormText;
use crate::text::format::capital;
use crate::ui::{Button, Look, PageTitle};
use domain::policy::Action;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde_json::{Value, json};

operations!("graphql/relationship_form.graphql": RelationshipToAdd);
written!(RelationshipAddition: RelationshipToAdd = relationship_to_add);

/// The page of the address `/relationship/new?source=&target=&kind=`.
#[component]
pub fn CreatePage() -> impl IntoView {
    let (text, session) = (RelationshipFormText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::ProposeRelationship));
    view! {
        <PageTitle title=text.new_title()/>
        <Gate allowed><CreateForm/></Gate>
    }
}

fn begin() -> (FormState, RwSignal<Origin>) {
    let query = url_query();
    let origin = RwSignal::new(Origin::Recorded);
    let kind = untrack(|| query.word::<RelationshipKind>("kind"));
    let kind = kind.map(|kind| kind.code().to_owned());
    let form = begun(Form::new())
        .with(Field::Kind, kind)
        .with(Field::State, RelationshipState::Proposed.code())
        .with(Field::Visibility, Visibility::Public.code());
    let state = FormState::guarded(form, move |form| check_all(form, origin.get()));
    let (source, target) = untrack(|| (query.get("source"), query.get("target")));
    prefill(state, Field::Source, source);
    prefill(state, Field::Target, target);
    (state, origin)
}

#[component]
fn CreateForm() -> impl IntoView {
    let (text, toaster, navigate) = (RelationshipFormText::here(), toaster(), use_navigate());
    let query = url_query();
    let source = untrack(|| query.get("source"));
    let back = source.map_or("/directory".to_owned(), |id| format!("/stakeholder/{id}"));
    let (state, origin) = begin();
    let shown = Signal::derive(move || {
        let own = state.with(|form| fields(form.word(Field::Kind)));
        own.into_iter()
            .chain([Field::Community])
            .chain(evidence::fields(origin.get()))
            .collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (origin, navigate) = (origin.get_untracked(), navigate.clone());
        state.send(
            move |form| {
                client::send::<RelationshipAddition>(json!({ "input": input(&form, origin) }))
            },
            move |data| {
                toaster.done(text.recorded());
                let id = data.add_relationship.relationship.id;
                navigate(&format!("/relationship/{id}"), Default::default());
            },
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <fieldset class="form-part">
                <legend>{text.ends()}</legend>
                <EndEntries state/>
                <KindEntry state/>
                <Reading state/>
                <div class="form-grid">
                    <StateEntry state/>
                    <KeeperEntry state action=Action::ProposeRelationship/>
                    <VisibilityEntry state action=Action::ProposeRelationship/>
                </div>
            </fieldset>
            <FactEntries state/>
            <EvidenceEntries state origin need=Need::Optional/>
            <FormFoot state fields=shown save=text.create() back/>
        </form>
    }
}

/// The two ends, and a button that swaps them.
#[component]
fn EndEntries(state: FormState) -> impl IntoView {
    let text = RelationshipFormText::here();
    let turn = Callback::new(move |()| state.replace(turned(&state.now())));
    view! {
        <div class="form-grid">
            <Entry state field=Field::Source need=Need::Required/>
            <Entry state field=Field::Target need=Need::Required/>
        </div>
        <div class="actions"><Button look=Look::Quiet on_press=turn>{text.turn()}</Button></div>
    }
}

/// How far it is settled: who may not confirm proposes.
#[component]
fn StateEntry(state: FormState) -> impl IntoView {
    let (text, session, tongue) = (RelationshipFormText::here(), session(), tongue());
    let can_settle = Memo::new(move |_| {
        let community = state.with(|form| form.text(Field::Community).to_owned());
        let community = Some(community).filter(|id| !id.is_empty());
        session.can(Action::SettleRelationship, place(community.as_deref(), Visibility::Public))
    });
    let options: Options = Signal::derive(move || {
        use RelationshipState::{Confirmed, Disputed, Ended, Proposed};
        let states: &[RelationshipState] =
            if can_settle.get() { &[Proposed, Confirmed, Disputed, Ended] } else { &[Proposed] };
        states.iter().map(|word| (word.code().to_owned(), capital(word.label(tongue)))).collect()
    });
    view! {
        <div>
            <Entry state field=Field::State need=Need::Required options=options/>
            {move || (!can_settle.get()).then(|| view! { <p class="muted small">{text.propose_only()}</p> })}
        </div>
    }
}

fn input(form: &Form, origin: Origin) -> Value {
    let mut own = fields(form.word(Field::Kind));
    own.push(Field::Community);
    let mut input = form.input(&own);
    if evidence::is_given(form, origin)
        && let Some(evidence) = evidence::input(form, origin)
    {
        input.insert("evidence".to_owned(), evidence);
    }
    Value::Object(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Evidence that nobody typed is not sent; what is typed goes with the relationship.
    #[test]
    fn evidence_goes_along() {
        let form = begun(Form::new()).with(Field::Kind, "PART_OF").with(Field::Amount, "5");
        let bare = input(&form, Origin::New);
        assert!(bare.get("evidence").is_none() && bare.get("amount").is_none());
        let cited = form.with(Field::SourceTitle, "Notes").with(Field::Locator, "l. 106");
        let sent = input(&cited, Origin::New);
        assert_eq!(
            sent["evidence"],
            json!({
                "newSource": {"kind": "DOCUMENT", "title": "Notes"},
                "stance": "SUPPORTS", "locator": "l. 106"
            })
        );
    }
}
