//! One relationship: what joins whom, since when, how far it is settled, and on what evidence.

mod reliability;
mod settle;

use crate::client::operations;
use crate::form::relationship::to_edit;
use crate::page::address::map_address;
use crate::page::evidence::{AddEvidence, EvidenceList, evidence_of};
use crate::page::fact::Fact;
use crate::page::mark::{InferredMark, PracticeMark, StateMark, VisibilityMark};
use crate::page::missing::MissingPage;
use crate::page::term::{Terms, terms};
use crate::state::{load, locale, place, session, tongue};
use crate::text::{EvidenceText, RelationshipText, ShellText, format};
use crate::ui::{Glyph, LinkButton, LoadedPage, PageTitle};
use domain::identifier::Noun;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use relationship_facts::{RelationshipFactsNode, RelationshipFactsNodeOnRelationship};
use reliability::Reliability;
use settle::Settle;

operations!("graphql/relationship.graphql": RelationshipFacts, RelationshipConfirm, RelationshipDispute,
    RelationshipEnd, RelationshipRetract, RelationshipVerify, RelationshipAsk);
evidence_of!(relationship_facts);

/// A relationship, as its page has it.
type Relationship = RelationshipFactsNodeOnRelationship;

/// The page of one relationship.
#[component]
pub fn RelationshipPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let is_id = Memo::new(move |_| id.with(|id| Noun::Relationship.parse_id(id, "id").is_ok()));
    view! {
        <Show when=move || is_id.get() fallback=MissingPage>
            <RelationshipOf id/>
        </Show>
    }
}

/// The page of the relationship with this id, if there is one to be seen.
#[component]
fn RelationshipOf(id: Memo<String>) -> impl IntoView {
    let locale = locale();
    let load = load::<RelationshipFacts>(move || {
        Some(relationship_facts::Variables { id: id.get(), locale })
    });
    let changed = Callback::new(move |()| load.reload());
    view! {
        <LoadedPage load let:data>
            {match data.node {
                Some(RelationshipFactsNode::Relationship(relationship)) => {
                    view! { <Whole relationship=*relationship changed/> }.into_any()
                }
                _ => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn Whole(relationship: Relationship, changed: Callback<()>) -> impl IntoView {
    let (text, tongue) = (RelationshipText::here(), tongue());
    let (source, target) = (relationship.source.clone(), relationship.target.clone());
    let kind = relationship.kind.label(tongue);
    let community = relationship.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, relationship.visibility);
    let title = format!("{} {kind} {}", source.name, target.name);
    let history = format!("/changes?node={}", relationship.id);
    let (session, address) = (session(), format!("/relationship/{}/edit", relationship.id));
    let action = to_edit(relationship.state);
    let edit = move || {
        let link =
            view! { <LinkButton href=address.clone() glyph=Glyph::Edit>{text.edit()}</LinkButton> };
        session.can(action, place).then_some(link)
    };
    let evidence = relationship.evidence.iter().cloned().map(Into::into).collect::<Vec<_>>();
    view! {
        <article>
            <PageTitle title=title>
                <StateMark state=relationship.state/>
                <InferredMark inferred=relationship.inferred/>
                <PracticeMark practice=relationship.practice/>
                <VisibilityMark visibility=relationship.visibility/>
            </PageTitle>
            <p class="relationship-line page-lead">
                <End id=source.id.clone() name=source.name kind=source.kind/>
                <span>{kind}</span>
                <End id=target.id name=target.name kind=target.kind/>
            </p>
            <div class="actions profile-tools">
                <LinkButton href=map_address(&source.id) glyph=Glyph::Map>{text.map()}</LinkButton>
                <LinkButton href=history glyph=Glyph::History>{text.history()}</LinkButton>
                {edit}
            </div>
            <div class="columns">
                <section class="section" aria-labelledby="evidence">
                    <h2 id="evidence">{EvidenceText::here().title()}</h2>
                    <EvidenceList evidence/>
                    <AddEvidence subject=relationship.id.clone() place added=changed/>
                </section>
                <div class="stack">
                    <Reliability relationship=relationship.clone() changed/>
                    <Facts relationship=relationship.clone()/>
                    <Settle relationship changed/>
                </div>
            </div>
        </article>
    }
}

/// One end, with what it is.
#[component]
fn End(id: String, name: String, kind: StakeholderKind) -> impl IntoView {
    view! {
        <a class="relationship-party" href=format!("/stakeholder/{id}")>{name}</a>
        <span class="muted small">{kind.label(tongue())}</span>
    }
}

#[component]
fn Facts(relationship: Relationship) -> impl IntoView {
    let (text, tongue) = (RelationshipText::here(), tongue());
    let time =
        format::span(relationship.valid_from.as_deref(), relationship.valid_to.as_deref(), tongue);
    let keeper = relationship.community.as_ref().map(|community| community.name.clone());
    let terms = terms(own_terms(&relationship), tongue).into_iter();
    view! {
        <section class="section" aria-labelledby="facts">
            <h2 id="facts">{text.facts()}</h2>
            <dl class="facts panel">
                <Fact label=text.layer() value=Some(format::capital(relationship.layer.label(tongue)))/>
                <Fact label=text.state() value=Some(format::capital(relationship.state.label(tongue)))/>
                <Fact label=text.time() value=time.or(Some(text.no_time().to_owned()))/>
                {terms.map(|(label, value)| view! { <Fact label value=Some(value)/> }).collect_view()}
                <Fact label=text.note() value=relationship.note/>
                <Fact
                    label=text.keeper()
                    value=keeper.or(Some(ShellText::here().registry().to_owned()))
                />
                <Fact
                    label=text.updated()
                    value=Some(format::instant(&relationship.updated_at, tongue))
                />
            </dl>
        </section>
    }
}

fn own_terms(relationship: &Relationship) -> Terms {
    let relationship = relationship.clone();
    Terms {
        role: relationship.role,
        topic: relationship.topic,
        constituency: relationship.constituency,
        voting: relationship.voting,
        cadence: relationship.cadence,
        last_heard: relationship.last_heard,
        amount: relationship.amount.zip(relationship.currency),
        share: (relationship.share_min, relationship.share_max),
        purpose: relationship.purpose,
        form: relationship.form,
        via: relationship.via.map(|one| one.name),
        blocked_by: relationship.blocked_by.map(|one| one.name),
        strength: relationship.strength,
        consent: relationship.consent,
    }
}
