//! The notes of a meeting: as they look, and as they are written, with names offered behind an `@`.

use super::{Meeting, MeetingText};
use crate::client::{self, operations};
use crate::page::picker::find_stakeholders;
use crate::page::sending::{Sending, Trouble};
use crate::state::toaster;
use crate::ui::{Button, Choice, Field, Look, Purpose};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

operations!("graphql/meeting.graphql": MeetingUpdate, MeetingRead);

/// What is being typed; it outlives each reload of the meeting.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Whether the meeting is seen for the first time.
    fresh: RwSignal<bool>,
    editing: RwSignal<bool>,
    text: RwSignal<String>,
    /// The letters behind the `@` that is being typed, and where it stands.
    mention: RwSignal<Option<(usize, String)>>,
}

impl Draft {
    /// Nothing is being typed.
    pub fn new() -> Self {
        Self {
            fresh: RwSignal::new(true),
            editing: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            mention: RwSignal::new(None),
        }
    }
}

/// The most letters of a name that are looked for.
const NAME: usize = 40;

/// The mention that ends where the cursor stands: where its `@` is, and the letters behind it.
fn typed_mention(text: &str, cursor: usize) -> Option<(usize, String)> {
    let units: Vec<u16> = text.encode_utf16().take(cursor).collect();
    let before = String::from_utf16_lossy(&units);
    let at = before.rfind('@')?;
    let starts = before[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let name = &before[at + 1..];
    let is_name = !name.contains(['\n', '[', '(', '@']) && name.chars().count() <= NAME;
    (starts && is_name && !name.trim().is_empty()).then(|| (at, name.to_owned()))
}

/// The text with a choice in place of what was typed behind the `@`.
fn mentioned(text: &str, (at, name): &(usize, String), choice: &Choice) -> String {
    let end = at + 1 + name.len();
    let (before, after) = (text.get(..*at).unwrap_or(text), text.get(end..).unwrap_or_default());
    let label: String = choice.label.chars().filter(|c| !matches!(c, '[' | ']')).collect();
    format!("{before}@[{label}]({}) {}", choice.id, after.trim_start_matches(' '))
}

/// The notes, and for whoever may the editor.
#[component]
pub fn Notes(
    meeting: Meeting,
    works: Signal<bool>,
    changed: Callback<()>,
    draft: Draft,
) -> impl IntoView {
    let text = MeetingText::here();
    // Whoever comes from recording a meeting comes to write its notes.
    if draft.fresh.get_untracked() {
        draft.fresh.set(false);
        draft.editing.set(meeting.notes.is_none());
    }
    let kept = StoredValue::new(meeting);
    let edit = move |()| {
        draft.text.set(kept.with_value(|meeting| meeting.notes.clone()).unwrap_or_default());
        draft.editing.set(true);
    };
    view! {
        <section class="section" aria-labelledby="notes">
            <h2 id="notes">{text.notes()}</h2>
            <Show
                when=move || draft.editing.get() && works.get()
                fallback=move || {
                    view! {
                        <Rendered meeting=kept.get_value()/>
                        <Show when=move || works.get()>
                            <div class="actions">
                                <Button on_press=edit>{text.edit_notes()}</Button>
                                <Read meeting=kept.get_value() changed/>
                            </div>
                            <p class="field-hint">{text.read_hint()}</p>
                        </Show>
                    }
                }
            >
                <Editor meeting=kept.get_value() changed draft/>
            </Show>
        </section>
    }
}

/// The notes as the server has made them safe.
#[component]
fn Rendered(meeting: Meeting) -> impl IntoView {
    let text = MeetingText::here();
    let agenda = meeting.agenda_html.map(|html| {
        view! { <h3>{text.agenda()}</h3><div class="notes-text" inner_html=html></div> }
    });
    let notes = match meeting.notes_html {
        Some(html) => view! { <div class="notes-text" inner_html=html></div> }.into_any(),
        None => view! { <p class="muted">{text.no_notes()}</p> }.into_any(),
    };
    view! { {agenda}{notes} }
}

/// Has the notes read into proposals.
#[component]
fn Read(meeting: Meeting, changed: Callback<()>) -> impl IntoView {
    let (text, toaster) = (MeetingText::here(), toaster());
    let sending = Sending::new(&[]);
    let id = StoredValue::new(meeting.id);
    let read = move |()| {
        let work = client::send::<MeetingRead>(meeting_read::Variables { id: id.get_value() });
        sending.send(work, move |data| {
            toaster.done(text.proposed(data.read_notes.proposed));
            changed.try_run(());
        });
    };
    view! {
        <Button busy=sending.busy on_press=read>{text.read()}</Button>
        <Trouble sending/>
    }
}

#[component]
fn Editor(meeting: Meeting, changed: Callback<()>, draft: Draft) -> impl IntoView {
    let (text, toaster) = (MeetingText::here(), toaster());
    let area = NodeRef::<html::Textarea>::new();
    let sending = Sending::new(&["notes"]);
    let (id, version) = (StoredValue::new(meeting.id), meeting.version);
    let follow = move || {
        let Some(area) = area.get_untracked() else { return };
        let cursor = area.selection_start().ok().flatten().unwrap_or_default();
        let cursor = usize::try_from(cursor).unwrap_or_default();
        draft.mention.set(draft.text.with_untracked(|text| typed_mention(text, cursor)));
    };
    let update = move || {
        let notes = Some(draft.text.get_untracked());
        let variables = meeting_update::Variables { id: id.get_value(), version, notes };
        client::send::<MeetingUpdate>(variables)
    };
    let done = move |said: String| {
        draft.editing.try_set(false);
        toaster.done(said);
        changed.try_run(());
    };
    let save = move |()| sending.send(update(), move |_| done(text.saved().to_owned()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (saved, id) = (update(), id.get_value());
        let work = async move {
            saved.await?;
            client::send::<MeetingRead>(meeting_read::Variables { id }).await
        };
        sending.send(work, move |data| {
            done(format!("{} {}", text.saved(), text.proposed(data.read_notes.proposed)));
        });
    };
    let choose = Callback::new(move |choice: Choice| {
        if let Some(typed) = draft.mention.get_untracked() {
            draft.text.update(|text| *text = mentioned(text, &typed, &choice));
            draft.mention.set(None);
        }
        if let Some(area) = area.get_untracked() {
            area.focus().ok();
        }
    });
    view! {
        <form class="form" on:submit=submit>
            <Trouble sending/>
            <Field
                label=text.notes()
                field="notes"
                hint=text.notes_hint()
                refusals=sending.refusals
                let:ids
            >
                <textarea
                    id=ids.control
                    node_ref=area
                    rows="18"
                    aria-describedby=ids.described_by
                    aria-invalid=move || ids.invalid.get().then_some("true")
                    prop:value=move || draft.text.get()
                    on:input:target=move |event| {
                        draft.text.set(event.target().value());
                        follow();
                    }
                    on:click=move |_| follow()
                ></textarea>
            </Field>
            <Mentions draft choose/>
            <p class="field-hint">{text.read_hint()}</p>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>
                    {text.save_and_read()}
                </Button>
                <Button busy=sending.busy on_press=save>{text.save()}</Button>
                <Button on_press=move |()| draft.editing.set(false)>
                    {crate::text::ShellText::here().cancel()}
                </Button>
            </div>
        </form>
    }
}

/// Those whose names begin like what is typed behind an `@`.
#[component]
fn Mentions(draft: Draft, choose: Callback<Choice>) -> impl IntoView {
    let text = MeetingText::here();
    let typed = Signal::derive(move || {
        draft.mention.with(|typed| typed.as_ref().map(|(_, name)| name.clone())).unwrap_or_default()
    });
    let found = find_stakeholders(typed, Vec::new());
    let offered = move || {
        let choices = found.choices.get();
        let is_typed = draft.mention.with(Option::is_some);
        (is_typed && !choices.is_empty()).then(|| {
            let button = |choice: Choice| {
                let label = format!("{} ({})", choice.label, choice.detail);
                view! {
                    <Button look=Look::Quiet on_press=move |()| choose.run(choice.clone())>
                        {label}
                    </Button>
                }
            };
            let buttons = choices.into_iter().take(6).map(button).collect_view();
            view! { <div class="actions" role="group" aria-label=text.mention()>{buttons}</div> }
        })
    };
    view! { <div aria-live="polite">{offered}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mention is being typed behind an `@` that begins a word, up to where the cursor stands.
    #[test]
    fn a_mention_is_being_typed() {
        let typed = |text: &str| typed_mention(text, text.encode_utf16().count());
        assert_eq!(typed("Réunion avec @WH"), Some((14, "WH".to_owned())));
        assert_eq!(typed("@World Hea"), Some((0, "World Hea".to_owned())));
        for none in ["mail a@b.org", "@", "@[WHO](org_1) and", "@WHO\nnext"] {
            assert_eq!(typed(none), None, "{none}");
        }
        assert_eq!(typed_mention("@WHO said", 3), Some((0, "WH".to_owned())));
    }

    /// A choice takes the place of what was typed.
    #[test]
    fn a_choice_takes_its_place() {
        let choice = Choice { id: "org_1".into(), label: "WHO [x]".into(), detail: String::new() };
        let typed = (5, "WH".to_owned());
        assert_eq!(mentioned("With @WH said", &typed, &choice), "With @[WHO x](org_1) said");
    }
}
