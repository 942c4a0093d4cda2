//! One capability: who can give which service for which good, to what degree, where, and on what
//! that rests.

mod verify;

use crate::client::operations;
use crate::form::capability::to_edit;
use crate::page::choice::level_name;
use crate::page::evidence::{AddEvidence, EvidenceList, evidence_of};
use crate::page::mark::VisibilityMark;
use crate::page::missing::MissingPage;
use crate::state::{load, locale, place, session, tongue};
use crate::text::format::{capital, date, instant};
use crate::text::{CapabilityText, EvidenceText, ShellText};
use crate::ui::{Badge, Glyph, Hue, LinkButton, LoadedPage, PageTitle};
use capability_facts::{CapabilityFactsNode, CapabilityFactsNodeOnCapability};
use domain::country::Country;
use domain::identifier::Noun;
use domain::language::Language;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use verify::Verify;

operations!("graphql/capability.graphql": CapabilityFacts, CapabilityToVerify);
evidence_of!(capability_facts);

/// A capability, as its page and its form have it.
pub type Capability = CapabilityFactsNodeOnCapability;

/// The capability of an answer, when the id was one's.
pub fn capability(data: capability_facts::ResponseData) -> Option<Capability> {
    match data.node? {
        CapabilityFactsNode::Capability(capability) => Some(*capability),
        _ => None,
    }
}

/// The page of one capability.
#[component]
pub fn CapabilityPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let is_id = Memo::new(move |_| id.with(|id| Noun::Capability.parse_id(id, "id").is_ok()));
    view! {
        <Show when=move || is_id.get() fallback=MissingPage>
            <CapabilityOf id/>
        </Show>
    }
}

#[component]
fn CapabilityOf(id: Memo<String>) -> impl IntoView {
    let locale = locale();
    let load =
        load::<CapabilityFacts>(move || Some(capability_facts::Variables { id: id.get(), locale }));
    let changed = Callback::new(move |()| load.reload());
    view! {
        <LoadedPage load let:data>
            {match capability(data) {
                Some(capability) => view! { <Whole capability changed/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn Whole(capability: Capability, changed: Callback<()>) -> impl IntoView {
    let (text, tongue, session) = (CapabilityText::here(), tongue(), session());
    let service = capability.service.label(tongue);
    let title = text.titled(&capability.provider.name, service, &capability.good.name);
    let community = capability.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, capability.visibility);
    let action = to_edit(capability.verified);
    let address = format!("/capability/{}/edit", capability.id);
    let edit = move || {
        let link =
            view! { <LinkButton href=address.clone() glyph=Glyph::Edit>{text.edit()}</LinkButton> };
        session.can(action, place).then_some(link)
    };
    let history = format!("/changes?node={}", capability.id);
    let back = format!("/support?good={}", capability.good.id);
    let evidence = capability.evidence.iter().cloned().map(Into::into).collect::<Vec<_>>();
    let (word, hue) = match capability.verified {
        true => (text.verified(), Hue::Good),
        false => (text.not_verified(), Hue::Plain),
    };
    let expired =
        capability.expired.then(|| view! { <Badge hue=Hue::Warning text=text.expired()/> });
    view! {
        <article>
            <PageTitle title=title>
                <Badge hue text=word/>
                {expired}
                <VisibilityMark visibility=capability.visibility/>
            </PageTitle>
            <div class="actions profile-tools">
                <LinkButton href=back>{text.directory()}</LinkButton>
                <LinkButton href=history glyph=Glyph::History>{text.history()}</LinkButton>
                {edit}
                <Verify capability=capability.clone() changed/>
            </div>
            <div class="columns">
                <section class="section" aria-labelledby="evidence">
                    <h2 id="evidence">{EvidenceText::here().title()}</h2>
                    <EvidenceList evidence/>
                    <AddEvidence subject=capability.id.clone() place added=changed/>
                </section>
                <Facts capability/>
            </div>
        </article>
    }
}

#[component]
fn Facts(capability: Capability) -> impl IntoView {
    let (text, tongue) = (CapabilityText::here(), tongue());
    let unknown = || text.not_recorded().to_owned();
    let keeper = capability.community.as_ref().map(|community| community.name.clone());
    let keeper = keeper.unwrap_or_else(|| ShellText::here().registry().to_owned());
    let until = capability.expires_on.as_deref().map(|on| date(on, tongue));
    let facts = [
        (text.service(), capital(capability.service.label(tongue))),
        (text.level(), level_name(capability.level, tongue).unwrap_or_else(unknown)),
        (text.countries(), countries(&capability.countries, tongue).unwrap_or_else(unknown)),
        (text.languages(), languages(&capability.languages, tongue).unwrap_or_else(unknown)),
        (text.expires_on(), until.unwrap_or_else(unknown)),
        (text.verification(), verification(&capability, tongue)),
        (text.keeper(), keeper),
        (text.updated(), instant(&capability.updated_at, tongue)),
    ];
    let fact = |(label, value): (&'static str, String)| {
        view! { <div><dt>{label}</dt><dd>{value}</dd></div> }
    };
    let party = |label: &'static str, id: String, name: String| {
        view! { <div><dt>{label}</dt><dd><a href=format!("/stakeholder/{id}")>{name}</a></dd></div> }
    };
    let note = capability.note.map(|note| fact((text.note(), note)));
    view! {
        <section class="section" aria-labelledby="facts">
            <h2 id="facts">{text.facts()}</h2>
            <dl class="facts panel">
                {party(text.provider(), capability.provider.id, capability.provider.name)}
                {party(text.good(), capability.good.id, capability.good.name)}
                {facts.map(fact).collect_view()}
                {note}
            </dl>
        </section>
    }
}

fn verification(capability: &Capability, tongue: Tongue) -> String {
    let text = CapabilityText(tongue);
    let Some(at) = &capability.verified_at else {
        return text.not_verified().to_owned();
    };
    let day = date(at.get(..10).unwrap_or(at), tongue);
    match &capability.verified_by {
        Some(account) => text.verified_by(&day, &account.display_name),
        None => text.verified_on(&day),
    }
}

fn countries(codes: &[String], tongue: Tongue) -> Option<String> {
    let name =
        |code: &String| Country::find(code).map_or(code.clone(), |one| one.name(tongue).to_owned());
    let names: Vec<_> = codes.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn languages(codes: &[String], tongue: Tongue) -> Option<String> {
    let name = |code: &String| {
        Language::parse(code, "").map_or(code.clone(), |one| one.name(tongue).to_owned())
    };
    let names: Vec<_> = codes.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
