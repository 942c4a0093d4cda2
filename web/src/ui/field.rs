//! Fields of a form: a label, a hint, the control, and the refusals that came back to it.

use super::id::fresh_id;
use crate::state::tongue;
use crate::text::failure::refusal_text;
use domain::refusal::Refusal;
use leptos::prelude::*;

/// What ties a control to its field.
#[derive(Clone, Debug)]
pub struct FieldIds {
    /// The control's own id.
    pub control: String,
    /// The ids of what describes it.
    pub described_by: String,
    /// Whether a refusal came back to it.
    pub invalid: Signal<bool>,
}

/// The refusals of one field; those about one item of it, such as `externalIds.2`, are its own too.
fn refused(refusals: &[Refusal], field: &str) -> Vec<Refusal> {
    let about = |name: &str| {
        name == field || name.strip_prefix(field).is_some_and(|rest| rest.starts_with('.'))
    };
    refusals.iter().filter(|refusal| !field.is_empty() && about(&refusal.field)).cloned().collect()
}

/// A field around any control. `<Field label="Name" field="nameEn" refusals let:ids>...`
#[component]
pub fn Field<V, C>(
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// Its name in GraphQL, where refusals come back to.
    #[prop(optional)]
    field: &'static str,
    /// More about it.
    #[prop(optional, into)]
    hint: String,
    /// The refusals of the form.
    #[prop(optional, into)]
    refusals: Signal<Vec<Refusal>>,
    /// Whether it must be filled; said in the label.
    #[prop(optional)]
    required: bool,
    /// The control, given the ids it must carry.
    children: C,
) -> impl IntoView
where
    V: IntoView + 'static,
    C: FnOnce(FieldIds) -> V + Send + 'static,
{
    let words = Words { label, hint, required };
    let frame = Frame::new(words, field, refusals);
    let control = children(frame.ids.clone()).into_any();
    frame.around(control)
}

/// What a field says about itself.
struct Words {
    label: String,
    hint: String,
    required: bool,
}

/// The part of a field that does not depend on its control.
struct Frame {
    words: Words,
    ids: FieldIds,
    hint: String,
    trouble: String,
    refused: Memo<Vec<Refusal>>,
}

impl Frame {
    fn new(words: Words, field: &'static str, refusals: Signal<Vec<Refusal>>) -> Self {
        let control = fresh_id("field");
        let (hint, trouble) = (format!("{control}-hint"), format!("{control}-trouble"));
        let described_by = match words.hint.is_empty() {
            true => trouble.clone(),
            false => format!("{hint} {trouble}"),
        };
        let refused = Memo::new(move |_| refusals.with(|refusals| refused(refusals, field)));
        let invalid = Signal::derive(move || refused.with(|refused| !refused.is_empty()));
        let ids = FieldIds { control, described_by, invalid };
        Self { words, ids, hint, trouble, refused }
    }

    fn around(self, control: AnyView) -> AnyView {
        let (tongue, refused, words) = (tongue(), self.refused, self.words);
        let troubles = move || {
            let line = |refusal: Refusal| view! { <span>{refusal_text(&refusal, tongue)}</span> };
            refused.get().into_iter().map(line).collect_view()
        };
        let star = words
            .required
            .then(|| view! { <span class="field-required" aria-hidden="true">" *"</span> });
        let hint = (!words.hint.is_empty())
            .then(|| view! { <p class="field-hint" id=self.hint>{words.hint}</p> });
        view! {
            <div class="field">
                <label class="field-label" for=self.ids.control>
                    {words.label}
                    {star}
                </label>
                {control}
                {hint}
                <p class="field-trouble" id=self.trouble aria-live="polite">{troubles}</p>
            </div>
        }
        .into_any()
    }
}

/// A text of one line.
#[component]
pub fn TextField(
    /// What the field is called.
    #[prop(into)]
    label: String,
    /// Its name in GraphQL.
    #[prop(optional)]
    field: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// The kind of input: `text`, `email`, `url`, `password`, `date`, `number`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// More about it.
    #[prop(optional, into)]
    hint: String,
    /// The refusals of the form.
    #[prop(optional, into)]
    refusals: Signal<Vec<Refusal>>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    view! {
        <Field label field hint refusals required let:ids>
            <input
                id=ids.control
                type=kind
                name=field
                autocomplete=autocomplete
                aria-describedby=ids.described_by
                aria-invalid=move || ids.invalid.get().then_some("true")
                aria-required=required.then_some("true")
                prop:value=move || value.get()
                on:input:target=move |event| {
                    value.try_set(event.target().value());
                }
            />
        </Field>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::refusal::RefusalCode;

    /// A refusal comes back to its field, also when it is about one item of it; never to another.
    #[test]
    fn refusals_come_back_to_their_field() {
        let refusals = [
            Refusal::new(RefusalCode::Required, "nameEn"),
            Refusal::new(RefusalCode::TooLong, "externalIds.2"),
            Refusal::new(RefusalCode::Overlap, ""),
        ];
        assert_eq!(refused(&refusals, "nameEn"), refusals[..1]);
        assert_eq!(refused(&refusals, "externalIds"), refusals[1..2]);
        assert!(refused(&refusals, "name").is_empty() && refused(&refusals, "").is_empty());
    }
}
