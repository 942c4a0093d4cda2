//! One stakeholder: what it is, how it stands to others and on what evidence, and where our
//! conversations with it stand.

mod completeness;
mod correction;
mod engagement;
mod external;
pub mod fact;
mod relationship;
mod tool;

use crate::client::operations;
use crate::page::evidence::{AddEvidence, EvidenceList, evidence_of};
use crate::page::mark::{ArchivedMark, PracticeMark, UnresolvedMark, VisibilityMark};
use crate::page::missing::MissingPage;
use crate::state::language;
use crate::state::{load, locale, place, tongue};
use crate::text::format::capital;
use crate::text::{EvidenceText, ProfileText};
use crate::ui::{Badge, Disclosure, LoadedPage, PageTitle};
use completeness::Completeness;
use correction::Correction;
use domain::identifier::parse_stakeholder;
use domain::vocabulary::Word;
use engagement::Engagements;
use fact::Facts;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use profile_facts::ProfileFactsStakeholder;
use relationship::Relationships;
use tool::Tools;

operations!("graphql/profile.graphql": ProfileFacts, ProfileRelationships, ProfileArchive, ProfileRestore);
evidence_of!(profile_facts, profile_relationships);

/// The page of a stakeholder of any kind.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let is_id = Memo::new(move |_| id.with(|id| parse_stakeholder(id, "id").is_ok()));
    view! {
        <Show when=move || is_id.get() fallback=MissingPage>
            <ProfileOf id/>
        </Show>
    }
}

/// The page of the stakeholder with this id, if there is one to be seen.
#[component]
fn ProfileOf(id: Memo<String>) -> impl IntoView {
    let locale = locale();
    let facts =
        load::<ProfileFacts>(move || Some(profile_facts::Variables { id: id.get(), locale }));
    let changed = Callback::new(move |()| facts.reload());
    view! {
        <LoadedPage load=facts let:data>
            {match data.stakeholder {
                Some(stakeholder) => view! { <Profile stakeholder request=facts.request() changed/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn Profile(
    stakeholder: ProfileFactsStakeholder,
    request: Memo<Option<String>>,
    changed: Callback<()>,
) -> impl IntoView {
    let id = stakeholder.id.clone();
    let engagements = stakeholder.engagements.nodes.clone();
    let corrected = (stakeholder.visibility == Visibility::Public).then(|| id.clone());
    let correction = corrected.map(|id| view! { <Correction id/> });
    view! {
        <article>
            <Heading stakeholder=stakeholder.clone()/>
            <Tools stakeholder=stakeholder.clone() request changed/>
            <Unresolved why=stakeholder.unresolved.clone()/>
            <div class="columns">
                <Relationships id=id.clone()/>
                <div class="stack">
                    <Facts stakeholder=stakeholder.clone()/>
                    <Completeness told=stakeholder.completeness.clone()/>
                    <FactEvidence stakeholder changed/>
                    <Engagements party=id engagements/>
                    {correction}
                </div>
            </div>
        </article>
    }
}

#[component]
fn Heading(stakeholder: ProfileFactsStakeholder) -> impl IntoView {
    let kind = capital(stakeholder.kind.label(tongue()));
    let is_here = stakeholder.names.iter().any(|name| name.locale == locale());
    let lang = language::code(if is_here { tongue() } else { language::other(tongue()) });
    let (unresolved, archived) =
        (stakeholder.unresolved.is_some(), stakeholder.archived_at.is_some());
    view! {
        <PageTitle title=stakeholder.name lang>
            <Badge text=kind/>
            <UnresolvedMark unresolved/>
            <PracticeMark practice=stakeholder.practice/>
            <VisibilityMark visibility=stakeholder.visibility/>
            <ArchivedMark archived/>
        </PageTitle>
    }
}

/// Why it is not clear who or what this is, where nobody can overlook it.
#[component]
fn Unresolved(why: Option<String>) -> impl IntoView {
    let text = ProfileText::here();
    why.map(|why| {
        view! {
            <p class="notice notice-warning unresolved">
                <strong>{text.unresolved()}</strong>
                <span>{why}</span>
            </p>
        }
    })
}

/// The evidence for the stakeholder's own facts, opened in place.
#[component]
fn FactEvidence(stakeholder: ProfileFactsStakeholder, changed: Callback<()>) -> impl IntoView {
    let text = ProfileText::here();
    let community = stakeholder.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, stakeholder.visibility);
    let count = i64::try_from(stakeholder.evidence.len()).unwrap_or(i64::MAX);
    let evidence: Vec<_> = stakeholder.evidence.into_iter().map(Into::into).collect();
    let listed = match count {
        0 => view! { <EvidenceList evidence/> }.into_any(),
        count => view! {
            <Disclosure summary=move || EvidenceText::here().count(count)>
                <EvidenceList evidence/>
            </Disclosure>
        }
        .into_any(),
    };
    view! {
        <section class="section" aria-labelledby="fact-evidence">
            <h2 id="fact-evidence">{text.evidence()}</h2>
            {listed}
            <AddEvidence subject=stakeholder.id place added=changed/>
        </section>
    }
}
