//! The facts that only one kind of stakeholder has.

use super::super::profile_facts::ProfileFactsStakeholderOn as On;
use super::{Fact, LinkFact, language_name, list};
use crate::text::{ProfileText, ShellText, format};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// The facts of its kind, as rows of the list of facts.
pub fn facts(on: On, text: ProfileText, tongue: Tongue) -> AnyView {
    let word = |word: &str| Some(format::capital(word));
    match on {
        On::Organization(one) => {
            let also =
                one.secondary_types.iter().map(|word| word.label(tongue).to_owned()).collect();
            view! {
                <Fact label=text.organization_type() value=word(one.organization_type.label(tongue))/>
                <Fact label=text.secondary_types() value=list(also)/>
                <Fact label=text.size() value=one.size_band.map(|band| band.label(tongue).to_owned())/>
                <Fact label=text.local() value=one.is_local.map(yes_or_no)/>
            }
            .into_any()
        }
        On::GlobalGood(one) => view! {
            <Fact label=text.licence() value=one.licence/>
            <LinkFact label=text.repository() url=one.repository/>
        }
        .into_any(),
        On::Group(one) => {
            let language = one.language.map(|code| language_name(&code, tongue));
            view! {
                <Fact label=text.group_type() value=word(one.group_type.label(tongue))/>
                <Fact label=text.local_name() value=one.local_name/>
                <Fact label=text.mandate() value=one.mandate/>
                <Fact label=text.topics() value=list(one.topics)/>
                <Fact label=text.meeting_language() value=language/>
                <Fact label=text.meets() value=one.meets/>
                <Fact label=text.constituencies() value=list(one.required_constituencies)/>
            }
            .into_any()
        }
        On::Implementation(one) => {
            let time = format::span(one.started_on.as_deref(), one.ended_on.as_deref(), tongue);
            view! {
                <Fact label=text.stage() value=one.stage.and_then(|stage| word(stage.label(tongue)))/>
                <Fact label=text.scope() value=one.scope.and_then(|scope| word(scope.label(tongue)))/>
                <Fact label=text.scheme() value=one.scheme/>
                <Fact label=text.time() value=time/>
            }
            .into_any()
        }
        On::Programme(one) => view! {
            <Fact
                label=text.programme_type()
                value=one.programme_type.and_then(|kind| word(kind.label(tongue)))
            />
            <Fact label=text.decided_by() value=one.decided_by/>
        }
        .into_any(),
        On::Person(one) => view! { <Fact label=text.role() value=one.role/> }.into_any(),
        On::Place(one) => {
            view! { <Fact label=text.level() value=word(one.level.label(tongue))/> }.into_any()
        }
        On::Segment => ().into_any(),
    }
}

fn yes_or_no(yes: bool) -> String {
    let text = ShellText::here();
    if yes { text.yes() } else { text.no() }.to_owned()
}
