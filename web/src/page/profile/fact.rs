//! The facts of a stakeholder, of its kind and of every kind.

mod detail;

use super::external::external_address;
use super::profile_facts::ProfileFactsStakeholder;
use crate::client::words::StakeholderKind;
use crate::page::fact::{Fact, LinkFact};
use crate::state::language::locale;
use crate::state::{language, tongue};
use crate::text::{ProfileText, ShellText, format};
use domain::country::Country;
use domain::language::Language;
use domain::text::Locale;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// What is recorded about it; what is not recorded is not shown.
#[component]
pub fn Facts(
    /// The stakeholder.
    stakeholder: ProfileFactsStakeholder,
) -> impl IntoView {
    let (text, tongue) = (ProfileText::here(), tongue());
    let name = |locale| {
        stakeholder.names.iter().find(|one| one.locale == locale).map(|one| one.value.clone())
    };
    let keeper = stakeholder.community.as_ref().map(|community| community.name.clone());
    let keeper = keeper.unwrap_or_else(|| ShellText::here().registry().to_owned());
    let where_it_is = match stakeholder.kind {
        StakeholderKind::Organization | StakeholderKind::Group | StakeholderKind::Programme => {
            text.seat()
        }
        _ => text.country(),
    };
    let country = stakeholder.country.as_deref().map(|code| country_name(code, tongue));
    view! {
        <section class="section" aria-labelledby="facts">
            <h2 id="facts">{text.facts()}</h2>
            <Summary stakeholder=stakeholder.clone()/>
            <dl class="facts panel">
                <Fact label=text.name_en() value=name(Locale::En)/>
                <Fact label=text.name_fr() value=name(Locale::Fr)/>
                <Fact label=text.acronym() value=stakeholder.acronym/>
                <Fact label=text.aliases() value=list(stakeholder.aliases)/>
                {detail::facts(stakeholder.on, text, tongue)}
                <Fact label=where_it_is value=country/>
                <Fact label=text.countries() value=list(country_names(&stakeholder.countries, tongue))/>
                <Fact label=text.languages() value=list(language_names(&stakeholder.languages, tongue))/>
                <LinkFact label=text.website() url=stakeholder.website/>
                {stakeholder.external_ids.into_iter().map(|id| {
                    let address = external_address(id.registry, &id.value);
                    let label = id.registry.label(tongue);
                    match address {
                        Some(url) => view! { <LinkFact label url=Some(url) shown=id.value/> }.into_any(),
                        None => view! { <Fact label value=Some(id.value)/> }.into_any(),
                    }
                }).collect_view()}
                <Fact label=text.maintainer() value=Some(keeper)/>
                <Fact label=text.updated() value=Some(format::instant(&stakeholder.updated_at, tongue))/>
            </dl>
        </section>
    }
}

/// The summary in the reader's language, or in the one there is, marked as such.
#[component]
fn Summary(stakeholder: ProfileFactsStakeholder) -> impl IntoView {
    let wanted = locale();
    let summaries = stakeholder.summaries;
    let own = summaries.iter().position(|one| one.locale == wanted).unwrap_or(0);
    summaries.into_iter().nth(own).map(|summary| {
        let written_in = match summary.locale {
            Locale::En => Tongue::En,
            Locale::Fr => Tongue::Fr,
        };
        view! { <p class="summary" lang=language::code(written_in)>{summary.value}</p> }
    })
}

pub(super) fn list(values: Vec<String>) -> Option<String> {
    (!values.is_empty()).then(|| values.join(", "))
}

pub(super) fn language_name(code: &str, tongue: Tongue) -> String {
    Language::parse(code, "").map_or(code.to_owned(), |language| language.name(tongue).to_owned())
}

fn language_names(codes: &[String], tongue: Tongue) -> Vec<String> {
    codes.iter().map(|code| language_name(code, tongue)).collect()
}

fn country_name(code: &str, tongue: Tongue) -> String {
    Country::find(code).map_or(code.to_owned(), |country| country.name(tongue).to_owned())
}

fn country_names(codes: &[String], tongue: Tongue) -> Vec<String> {
    codes.iter().map(|code| country_name(code, tongue)).collect()
}
