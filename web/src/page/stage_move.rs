//! Making a move: at once when it asks for nothing, by a dialog when it does. The board and the
//! page of an engagement share it.

use crate::client::{self, Failure, operations};
use crate::form::stage_move::{anchor, asked_by, check, edit_anchor, field, is_silent};
use crate::form::{Field, Form};
use crate::page::entry::{Entry, FormState, FormTrouble, Need};
use crate::state::{Toaster, toaster, tongue};
use crate::text::failure::{failure_text, refusal_text};
use crate::text::format::capital;
use crate::text::{BoardText, ShellText};
use crate::ui::{Button, Dialog, Look, Purpose};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/engagement_work.graphql": EngagementMove);

/// A move that somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveRequest {
    /// The engagement.
    pub id: String,
    /// The version that was read.
    pub version: i64,
    /// Where it stands.
    pub from: Stage,
    /// Where it shall go.
    pub to: Stage,
    /// With whom, for saying it.
    pub name: String,
}

/// How a move ended.
#[derive(Clone, Debug, PartialEq)]
pub enum MoveEnd {
    /// The engagement stands there now.
    Moved(MoveRequest),
    /// The server or the person said no: it stays.
    Stayed(MoveRequest),
}

/// Makes moves, one at a time.
#[derive(Clone, Copy)]
pub struct Mover {
    asked: RwSignal<Option<MoveRequest>>,
    open: RwSignal<bool>,
    on_end: Callback<MoveEnd>,
    toaster: Toaster,
    tongue: Tongue,
}

impl Mover {
    /// One that tells how each move ended.
    pub fn new(on_end: Callback<MoveEnd>) -> Self {
        Self {
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
            on_end,
            toaster: toaster(),
            tongue: tongue(),
        }
    }

    /// Moves at once, or asks for what the move needs.
    pub fn start(self, request: MoveRequest) {
        if is_silent(request.from, request.to) {
            let answer = client::send::<EngagementMove>(variables(&request, &Form::new()));
            spawn_local(async move {
                match answer.await {
                    Ok(_) => self.end(request),
                    Err(failure) => self.refuse(&request, &failure),
                }
            });
        } else {
            self.asked.try_set(Some(request));
            self.open.try_set(true);
        }
    }

    fn end(self, request: MoveRequest) {
        let text = BoardText(self.tongue);
        let stage = capital(request.to.label(self.tongue));
        self.toaster.done(text.moved(&request.name, &stage));
        self.asked.try_set(None);
        self.open.try_set(false);
        self.on_end.try_run(MoveEnd::Moved(request));
    }

    fn refuse(self, request: &MoveRequest, failure: &Failure) {
        let said = match failure.refusals.first() {
            Some(refusal) => refusal_text(refusal, self.tongue),
            None => failure_text(failure, self.tongue),
        };
        self.toaster.trouble(format!("{}\u{a0}— {said}", request.name));
        self.on_end.try_run(MoveEnd::Stayed(request.clone()));
    }

    /// The dialog was closed without a move.
    fn give_up(self) {
        if let Some(request) = self.asked.try_get_untracked().flatten() {
            self.asked.try_set(None);
            self.on_end.try_run(MoveEnd::Stayed(request));
        }
    }
}

/// The dialog of a move that asks for something.
#[component]
pub fn MoveDialog(mover: Mover) -> impl IntoView {
    let (text, tongue) = (BoardText::here(), tongue());
    let title = Signal::derive(move || {
        let asked = mover.asked.get();
        asked.map_or(String::new(), |asked| {
            text.move_title(&asked.name, &capital(asked.to.label(tongue)))
        })
    });
    Effect::new(move |was_open: Option<bool>| {
        let is_open = mover.open.get();
        if was_open == Some(true) && !is_open {
            mover.give_up();
        }
        is_open
    });
    view! {
        <Dialog title open=mover.open>
            {move || mover.asked.get().map(|request| view! { <MoveForm request mover/> })}
        </Dialog>
    }
}

#[component]
fn MoveForm(request: MoveRequest, mover: Mover) -> impl IntoView {
    let (text, shell) = (BoardText::here(), ShellText::here());
    let (from, to) = (request.from, request.to);
    let fields = asked_by(from, to);
    let state = FormState::new(Form::new(), move |form| check(form, from, to));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (sent, done) = (request.clone(), request.clone());
        state.send(
            move |form| client::send::<EngagementMove>(variables(&sent, &form)),
            move |_| mover.end(done),
        );
    };
    let needed = move |field: &Field| {
        let required = check(&Form::new(), from, to);
        let named = required.iter().any(|refusal| refusal.field == field.name());
        if named { Need::Required } else { Need::Optional }
    };
    let entry = |field: &Field| view! { <Entry state field=*field need=needed(field)/> };
    let entries = fields.iter().map(entry).collect_view();
    let cancel = Callback::new(move |()| {
        mover.open.try_set(false);
    });
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {entries}
            <FormTrouble state fields/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{text.move_menu()}</Button>
                <Button on_press=cancel>{shell.cancel()}</Button>
            </div>
        </form>
    }
}

/// What must be recorded first, each with a link to where that is done.
#[component]
pub fn MissingList(
    /// The engagement.
    id: String,
    /// What is missing.
    items: Vec<Missing>,
) -> impl IntoView {
    let (text, tongue) = (BoardText::here(), tongue());
    let item = |item: Missing| {
        let part = field(item).map_or(anchor(item).to_owned(), edit_anchor);
        let href = format!("/engagement/{id}#{part}");
        let way = view! { <a class="small" href=href>{text.supply()}</a> };
        view! { <li><span>{capital(item.label(tongue))}</span>" "{way}</li> }
    };
    view! { <ul class="missing-list">{items.into_iter().map(item).collect_view()}</ul> }
}

fn variables(request: &MoveRequest, form: &Form) -> engagement_move::Variables {
    let given = |field| Some(form.text(field).trim().to_owned()).filter(|text| !text.is_empty());
    engagement_move::Variables {
        input: engagement_move::TransitionEngagementInput {
            id: request.id.clone(),
            expected_version: request.version,
            to: request.to,
            note: given(Field::Note),
            ends_on: given(Field::EndsOn),
            reason: given(Field::Reason),
            declined_by: form.word(Field::DeclinedBy),
        },
    }
}
