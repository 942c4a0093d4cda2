//! What is shown when somebody else changed the record that a form was opened on.

use super::FormState;
use crate::client::browser;
use crate::form::{Clash, Field, Form, clashes, reapply};
use crate::state::tongue;
use crate::text::FormText;
use crate::ui::{Button, Look};
use domain::vocabulary::Tongue;
use leptos::html;
use leptos::prelude::*;

/// Shows what others changed and what was typed, and lets the person keep it or start again.
/// `on_settle` runs after either, so that the page sends the newer version from then on.
#[component]
pub fn ConflictPanel(
    /// The form that was typed into.
    state: FormState,
    /// The record as it is now.
    now: Form,
    /// The fields of the form.
    fields: Vec<Field>,
    /// Takes up the newer version.
    #[prop(into)]
    on_settle: Callback<()>,
) -> impl IntoView {
    let (text, tongue) = (FormText::here(), tongue());
    let panel = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            panel.focus().ok();
        }
    });
    let shown = clashes(&state.read(), &now, &state.now(), &fields, tongue);
    let newer = StoredValue::new((now, fields));
    let settle = move || {
        let form = panel.get_untracked().and_then(|panel| panel.closest("form").ok().flatten());
        on_settle.try_run(());
        // The panel with the button that had the focus is gone.
        if let Some(form) = form {
            request_animation_frame(move || browser::focus_control(&form, None));
        }
    };
    let keep = Callback::new(move |()| {
        newer.with_value(|(now, fields)| {
            let merged = reapply(&state.read(), now, &state.now(), fields);
            state.rebase(now.clone());
            state.replace(merged);
        });
        settle();
    });
    let reload = Callback::new(move |()| {
        newer.with_value(|(now, _)| state.begin(now.clone()));
        settle();
    });
    view! {
        <section class="conflict" role="alert" tabindex="-1" node_ref=panel>
            <h2>{text.conflict_title()}</h2>
            <p>{text.conflict_hint()}</p>
            {clash_list(shown, text, tongue)}
            <div class="actions">
                <Button look=Look::Primary on_press=keep>{text.conflict_keep()}</Button>
                <Button on_press=reload>{text.conflict_reload()}</Button>
            </div>
        </section>
    }
}

/// Each field that others changed: as it was, as it is, and what was typed over it.
fn clash_list(clashes: Vec<Clash>, text: FormText, tongue: Tongue) -> AnyView {
    if clashes.is_empty() {
        return view! { <p>{text.conflict_none()}</p> }.into_any();
    }
    let said = move |value: String| match value.as_str() {
        "" => text.empty_value().to_owned(),
        _ => value,
    };
    let entry = move |clash: Clash| {
        let typed = clash.typed.map(|typed| {
            view! { <div><dt>{text.conflict_typed()}</dt><dd>{said(typed)}</dd></div> }
        });
        view! {
            <li>
                <strong>{clash.field.label(tongue)}</strong>
                <dl>
                    <div><dt>{text.conflict_read()}</dt><dd><del>{said(clash.read)}</del></dd></div>
                    <div><dt>{text.conflict_now()}</dt><dd><ins>{said(clash.now)}</ins></dd></div>
                    {typed}
                </dl>
            </li>
        }
    };
    view! { <ul class="clashes">{clashes.into_iter().map(entry).collect_view()}</ul> }.into_any()
}
