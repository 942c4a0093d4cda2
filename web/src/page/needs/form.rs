//! The forms that state a need or an offer, and say what has become of one.

use super::needs_shown::{self, NeedsShownNeedsNodes};
use super::{NeedStatus, NeedToClose, NeedToState, need_to_close, need_to_state};
use crate::client;
use crate::form::need::{FACTS, IDENTITY, MET, WITHDRAWN, check, check_closing};
use crate::form::{Field, Form};
use crate::page::entry::{
    Entries, Entry, FormState, FormTrouble, Need, Options, VisibilityEntry, prefill, written,
};
use crate::state::{Load, session, toaster, url_query};
use crate::text::NeedText;
use crate::ui::{Button, Look, Purpose};
use domain::policy::Action;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;
use serde_json::{Value, json};

written!(NeedStatement: NeedToState = need_to_state, NeedClosing: NeedToClose = need_to_close);

/// The form as it begins: the only community there is to choose, and the party of the address.
fn begin() -> FormState {
    let (query, session) = (url_query(), session());
    let communities = untrack(|| session.communities_for(Action::WorkNeed));
    let only = match communities.as_slice() {
        [one] => Some(one.community.clone()),
        _ => None,
    };
    let form = Form::new()
        .with(Field::Community, only)
        .with(Field::Visibility, Visibility::Community.code());
    let state = FormState::guarded(form, check);
    prefill(state, Field::Stating, untrack(|| query.get("party")));
    state
}

/// States one more need or offer.
#[component]
pub fn StateForm(load: Load<needs_shown::ResponseData>) -> impl IntoView {
    let (text, toaster, session) = (NeedText::here(), toaster(), session());
    let state = begin();
    let keepers: Options = Signal::derive(move || {
        let communities = session.communities_for(Action::WorkNeed).into_iter();
        communities.map(|one| (one.community, one.name)).collect()
    });
    let all = || IDENTITY.iter().chain(FACTS).copied().collect::<Vec<_>>();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.send(
            move |form| client::send::<NeedStatement>(json!({ "input": given(&form, &all()) })),
            move |_| {
                toaster.done(text.stated());
                let kept = state.now().entry(Field::Community);
                let fresh = Form::new().with(Field::Visibility, Visibility::Community.code());
                state.begin(fresh.with(Field::Community, kept));
                load.reload();
            },
        );
    };
    view! {
        <details class="disclosure">
            <summary>{text.add()}</summary>
            <div class="disclosure-body">
                <form class="form" novalidate=true on:submit=submit>
                    <fieldset class="form-part">
                        <legend>{text.identity()}</legend>
                        <div class="form-grid">
                            <Entry state field=Field::Community label=text.community() need=Need::Required options=keepers/>
                            <Entries state fields=&[Field::NeedSide, Field::Stating, Field::Service] needed=IDENTITY/>
                        </div>
                        <Entry state field=Field::Text label=text.what() need=Need::Required/>
                    </fieldset>
                    <fieldset class="form-part">
                        <legend>{text.facts()}</legend>
                        <p class="muted">{text.facts_hint()}</p>
                        <div class="form-grid">
                            <Entries state fields=&[Field::Good, Field::InCountry, Field::InLanguage, Field::NeedUntil, Field::Amount, Field::Currency]/>
                            <VisibilityEntry state action=Action::WorkNeed/>
                        </div>
                    </fieldset>
                    <FormTrouble state fields=all()/>
                    <div class="actions">
                        <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{text.state()}</Button>
                    </div>
                </form>
            </div>
        </details>
    }
}

/// Says what has become of a need or an offer.
#[component]
pub fn CloseForm(
    row: NeedsShownNeedsNodes,
    status: NeedStatus,
    load: Load<needs_shown::ResponseData>,
) -> impl IntoView {
    let (text, toaster) = (NeedText::here(), toaster());
    let (fields, needed, press): (_, &'static [Field], _) = match status {
        NeedStatus::Met => (MET, &[], text.met()),
        _ => (WITHDRAWN, WITHDRAWN, text.withdraw()),
    };
    let (id, version) = (StoredValue::new(row.id), row.version);
    let state = FormState::new(Form::new(), move |form| check_closing(form, status));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.send(
            move |form| {
                let mut input = given(&form, fields);
                input["id"] = Value::from(id.get_value());
                input["expectedVersion"] = Value::from(version);
                input["status"] = Value::from(status.code());
                client::send::<NeedClosing>(json!({ "input": input }))
            },
            move |_| {
                toaster.done(text.saved());
                load.reload();
            },
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <Entries state fields needed/>
            <FormTrouble state fields=fields.to_vec()/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{press}</Button>
            </div>
        </form>
    }
}

/// The input with what was filled in.
fn given(form: &Form, fields: &[Field]) -> Value {
    let filled: Vec<_> = fields.iter().copied().filter(|field| !form.is_blank(&[*field])).collect();
    Value::Object(form.input(&filled))
}
