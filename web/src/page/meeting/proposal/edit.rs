//! What can be corrected of a proposal before it is accepted, and what the notes left open.

use super::{Hands, Named, ProposalKind, Shown, input, proposal_accept};
use crate::client::operations;
use crate::page::sending::Trouble;
use crate::state::{load, locale, tongue};
use crate::text::MeetingText;
use crate::text::format::{capital, span};
use crate::ui::{Button, Look, Purpose, Select, TextField};
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::vocabulary::Word;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/review.graphql": ProposalEnding);

/// What is being said of it, as typed and chosen.
#[derive(Clone, Copy)]
struct Draft {
    kind: RwSignal<String>,
    source: RwSignal<String>,
    target: RwSignal<String>,
    ending: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    words: RwSignal<String>,
    due: RwSignal<String>,
}

impl Draft {
    fn of(shown: &Shown) -> Self {
        let typed = |value: &Option<String>| RwSignal::new(value.clone().unwrap_or_default());
        let first = |all: &[Named]| all.first().map(|(id, _)| id.clone()).unwrap_or_default();
        let kind = shown.kinds.first().map(|kind| kind.code().to_owned()).unwrap_or_default();
        Self {
            kind: RwSignal::new(kind),
            source: RwSignal::new(first(&shown.source)),
            target: RwSignal::new(first(&shown.target)),
            ending: RwSignal::new(String::new()),
            from: typed(&shown.valid_from),
            until: typed(&shown.valid_to),
            words: typed(&shown.text),
            due: typed(&shown.due_on),
        }
    }

    /// What is sent: only what a proposal of this kind takes.
    fn input(self, shown: &Shown) -> proposal_accept::AcceptProposalInput {
        let given = |value: RwSignal<String>| {
            Some(value.get_untracked().trim().to_owned()).filter(|value| !value.is_empty())
        };
        let kind = shown.kind;
        let joins = kind == ProposalKind::Relationship;
        let ends = kind == ProposalKind::RelationshipEnd;
        proposal_accept::AcceptProposalInput {
            kind: given(self.kind)
                .filter(|_| joins)
                .and_then(|code| RelationshipKind::parse(&code)),
            source: given(self.source),
            target: given(self.target),
            relationship: given(self.ending).filter(|_| ends),
            valid_from: given(self.from).filter(|_| joins),
            valid_to: given(self.until).filter(|_| joins || ends),
            text: given(self.words).filter(|_| has_words(kind)),
            due_on: given(self.due).filter(|_| kind == ProposalKind::Action),
            ..input(shown)
        }
    }
}

fn has_words(kind: ProposalKind) -> bool {
    matches!(kind, ProposalKind::Action | ProposalKind::Decision)
}

/// The form that corrects a proposal and accepts it.
#[component]
pub fn EditForm(
    /// The proposal.
    shown: Shown,
    /// What is asked about it.
    hands: Hands,
) -> impl IntoView {
    let (text, tongue) = (MeetingText::here(), tongue());
    let (draft, kind) = (Draft::of(&shown), shown.kind);
    let kinds: Vec<Named> = shown
        .kinds
        .iter()
        .map(|kind| (kind.code().to_owned(), capital(kind.label(tongue))))
        .filter(|_| kind == ProposalKind::Relationship)
        .collect();
    let asks = shown.missing.iter().any(|field| field == "relationship");
    let ending = asks.then(|| view! { <Ending shown=shown.clone() draft hands/> });
    let kept = StoredValue::new(shown.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hands.send(kept.with_value(|shown| draft.input(shown)));
    };
    let refusals = hands.sending.refusals;
    let line = move |label: &'static str, field: &'static str, value: RwSignal<String>| {
        view! { <TextField label field value refusals/> }
    };
    let (joins, ends) = (kind == ProposalKind::Relationship, kind == ProposalKind::RelationshipEnd);
    view! {
        <form class="form" on:submit=submit>
            <blockquote class="proposal-quote"><p>{shown.quote}</p></blockquote>
            <Trouble sending=hands.sending/>
            <OneOf label=text.source() field="source" all=shown.source chosen=draft.source hands/>
            <OneOf label=text.kind() field="kind" all=kinds chosen=draft.kind hands/>
            <OneOf label=text.target() field="target" all=shown.target chosen=draft.target hands/>
            {ending}
            {has_words(kind).then(|| line(text.words(), "text", draft.words))}
            {joins.then(|| line(text.since_label(), "validFrom", draft.from))}
            {(joins || ends).then(|| line(text.until_label(), "validTo", draft.until))}
            {(kind == ProposalKind::Action).then(|| line(text.due_label(), "dueOn", draft.due))}
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=hands.sending.busy>
                    {text.accept()}
                </Button>
            </div>
        </form>
    }
}

/// Which of several is meant; nothing where there is no choice.
#[component]
fn OneOf(
    label: &'static str,
    field: &'static str,
    all: Vec<Named>,
    chosen: RwSignal<String>,
    hands: Hands,
) -> impl IntoView {
    let several = all.len() > 1;
    let options = Signal::derive(move || all.clone());
    let choose = Callback::new(move |id: String| {
        chosen.try_set(id);
    });
    let refusals = hands.sending.refusals;
    several.then(|| {
        view! { <Select label field options value=chosen on_change=choose refusals/> }
    })
}

/// Which relationship ends, when the sentence may mean several or none that is recorded.
#[component]
fn Ending(shown: Shown, draft: Draft, hands: Hands) -> impl IntoView {
    let (text, tongue, locale) = (MeetingText::here(), tongue(), locale());
    let kinds = shown.kinds;
    let load = load::<ProposalEnding>(move || {
        let source = draft.source.get();
        (!source.is_empty()).then(|| proposal_ending::Variables {
            source,
            kinds: kinds.clone(),
            locale,
        })
    });
    let to: Vec<String> = shown.target.into_iter().map(|(id, _)| id).collect();
    let options = Signal::derive(move || {
        let rows = load.data().and_then(|data| data.stakeholder.clone());
        let rows = rows.map(|one| one.relationships.nodes).unwrap_or_default().into_iter();
        let open =
            |state| !matches!(state, RelationshipState::Ended | RelationshipState::Retracted);
        let meant =
            rows.filter(|row| open(row.state) && (to.is_empty() || to.contains(&row.target.id)));
        let told = meant.map(|row| {
            let since = span(row.valid_from.as_deref(), None, tongue);
            let since = since.map(|since| format!(", {since}")).unwrap_or_default();
            (row.id, format!("{} {}{since}", capital(row.kind.label(tongue)), row.target.name))
        });
        let none = (String::new(), text.choose().to_owned());
        [none].into_iter().chain(told).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |id: String| {
        draft.ending.try_set(id);
    });
    view! {
        <Select
            label=text.relationship()
            field="relationship"
            options
            value=draft.ending
            on_change=choose
            refusals=hands.sending.refusals
            required=true
        />
    }
}
