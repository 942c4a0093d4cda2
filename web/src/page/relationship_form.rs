//! Recording a relationship, and editing one.

mod create;
mod edit;
mod record;

use crate::form::relationship::{extra, kinds};
use crate::form::{Field, Form};
use crate::page::entry::{Entries, Entry, FormState, Need, Options};
use crate::state::tongue;
use crate::text::RelationshipFormText;
use crate::text::format::capital;
use domain::relationship::RelationshipKind;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Recording a relationship, or editing the one of the address.
#[component]
pub fn RelationshipFormPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")));
    move || match id.get() {
        Some(id) => view! { <edit::EditPage id/> }.into_any(),
        None => view! { <create::CreatePage/> }.into_any(),
    }
}

/// The kind, narrowed by the ends chosen so far.
#[component]
fn KindEntry(state: FormState) -> impl IntoView {
    let tongue = tongue();
    let ends = Memo::new(move |_| {
        let kind = |form: &Form, field| form.links(field).first().and_then(|link| link.kind);
        state.with(|form| (kind(form, Field::Source), kind(form, Field::Target)))
    });
    let options: Options = Signal::derive(move || {
        let (source, target) = ends.get();
        let word = |kind: RelationshipKind| {
            let layer = kind.layer().label(tongue);
            (kind.code().to_owned(), format!("{} · {layer}", capital(kind.label(tongue))))
        };
        kinds(source, target).into_iter().map(word).collect()
    });
    view! { <Entry state field=Field::Kind need=Need::Required options=options/> }
}

/// The dates, and what only the chosen kind has.
#[component]
fn FactEntries(state: FormState) -> impl IntoView {
    let text = RelationshipFormText::here();
    let kind = Memo::new(move |_| state.with(|form| form.word::<RelationshipKind>(Field::Kind)));
    let own = move || {
        let fields = kind.get().map(extra).unwrap_or_default();
        (!fields.is_empty()).then(|| {
            let entries = fields.into_iter().map(|field| view! { <Entry state field/> });
            view! {
                <fieldset class="form-part">
                    <legend>{text.detail()}</legend>
                    <div class="form-grid">{entries.collect_view()}</div>
                </fieldset>
            }
        })
    };
    view! {
        <fieldset class="form-part">
            <legend>{text.dates()}</legend>
            <div class="form-grid">
                <Entries state fields=&[Field::ValidFrom, Field::ValidTo, Field::Strength]/>
                <Entry state field=Field::Note/>
            </div>
        </fieldset>
        {own}
    }
}

/// How the relationship reads, in both directions, as soon as its ends and kind are known.
#[component]
fn Reading(state: FormState) -> impl IntoView {
    let (text, tongue) = (RelationshipFormText::here(), tongue());
    let reading = Memo::new(move |_| state.with(|form| reading(form, tongue)));
    let shown = move || {
        reading.get().map(|(forth, back)| {
            view! {
                <p class="reading">
                    <span class="muted">{text.reads()}": "</span>
                    {forth}
                    <br/>
                    <span class="muted">{back}</span>
                </p>
            }
        })
    };
    view! { <div aria-live="polite">{shown}</div> }
}

fn reading(form: &Form, tongue: Tongue) -> Option<(String, String)> {
    let kind: RelationshipKind = form.word(Field::Kind)?;
    let source = &form.links(Field::Source).first()?.name;
    let target = &form.links(Field::Target).first()?.name;
    let forth = format!("{source} {} {target}", kind.label(tongue));
    Some((forth, format!("{target} {} {source}", kind.inverse_label(tongue))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Link;

    /// A relationship reads in both directions once all three parts are known.
    #[test]
    fn a_relationship_reads_both_ways() {
        let link = |name: &str| Some(Link { id: "x".into(), name: name.into(), kind: None });
        let form = Form::new()
            .with(Field::Source, link("Gavi"))
            .with(Field::Target, link("OpenLMIS"))
            .with(Field::Kind, "FUNDS");
        let expected =
            ("Gavi finance OpenLMIS".to_owned(), "OpenLMIS est financé par Gavi".to_owned());
        assert_eq!(reading(&form, Tongue::Fr), Some(expected));
        assert_eq!(reading(&Form::new(), Tongue::En), None);
    }
}
