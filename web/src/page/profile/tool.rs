//! What can be done with a stakeholder; only what the policy allows is offered.

use super::profile_facts::ProfileFactsStakeholder;
use super::{ProfileArchive, ProfileRestore, profile_archive, profile_restore};
use crate::client::words::StakeholderKind;
use crate::client::{self, Failure};
use crate::page::address::map_address;
use crate::page::query::CopyQuery;
use crate::state::query::address;
use crate::state::{place, session, toaster, tongue};
use crate::text::ProfileText;
use crate::text::failure::failure_text;
use crate::ui::{Button, ConfirmDialog, Glyph, LinkButton, Look};
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The row of links and buttons below the heading.
#[component]
pub fn Tools(
    /// The stakeholder.
    stakeholder: ProfileFactsStakeholder,
    /// What the page asks about it.
    request: Memo<Option<String>>,
    /// Told when it was archived or restored.
    changed: Callback<()>,
) -> impl IntoView {
    let text = ProfileText::here();
    let session = session();
    let id = stakeholder.id.clone();
    let community = stakeholder.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, stakeholder.visibility);
    let edit = {
        let href = format!("/stakeholder/{id}/edit");
        move || {
            let link = view! { <LinkButton href=href.clone() glyph=Glyph::Edit>{text.edit()}</LinkButton> };
            session.can(Action::UpdateStakeholder, place).then_some(link)
        }
    };
    let relate = {
        let href = format!("/relationship/new?source={id}");
        move || {
            let link = view! { <LinkButton href=href.clone() glyph=Glyph::Add>{text.add_relationship()}</LinkButton> };
            session.can_somewhere(Action::ProposeRelationship).then_some(link)
        }
    };
    let brief = {
        let href = format!("/brief/{id}");
        move || {
            let link = view! { <LinkButton href=href.clone()>{text.brief()}</LinkButton> };
            session.is_signed_in().then_some(link)
        }
    };
    let shelf = {
        let (id, version) = (id.clone(), stakeholder.version);
        let is_archived = stakeholder.archived_at.is_some();
        move || {
            let shelf = view! { <Shelf id=id.clone() version is_archived changed/> };
            session.can(Action::ArchiveStakeholder, place).then_some(shelf)
        }
    };
    view! {
        <div class="actions profile-tools">
            <LinkButton href=map_address(&id) glyph=Glyph::Map>{text.map()}</LinkButton>
            <LinkButton href=format!("/stakeholder/{id}/history") glyph=Glyph::History>{text.history()}</LinkButton>
            <LinkButton href=format!("/what-if?who={id}")>{text.what_if()}</LinkButton>
            <LinkButton href=format!("/funding?of={id}")>{text.who_pays()}</LinkButton>
            <LinkButton href=format!("/introductions?to={id}")>{text.introductions()}</LinkButton>
            {gives(stakeholder.kind).then(|| view! { <LinkButton href=format!("/support?provider={id}")>{text.gives()}</LinkButton> })}
            {states(stakeholder.kind).then(|| view! { <LinkButton href=format!("/needs?party={id}")>{text.needs()}</LinkButton> })}
            {(stakeholder.kind == StakeholderKind::Implementation).then(|| peers(&id, stakeholder.country.as_deref()))}
            {brief}
            {edit}
            {relate}
            {shelf}
            <CopyQuery request/>
        </div>
    }
}

/// Whether a stakeholder of this kind can give a service.
fn gives(kind: StakeholderKind) -> bool {
    matches!(kind, StakeholderKind::Organization | StakeholderKind::Group)
}

/// Whether a stakeholder of this kind can look for a service, or offer one.
fn states(kind: StakeholderKind) -> bool {
    gives(kind) || kind == StakeholderKind::Implementation
}

/// What an implementation looks for: others to learn from, and who can give support where it is.
fn peers(id: &str, country: Option<&str>) -> impl IntoView + use<> {
    let text = ProfileText::here();
    let support = address("/support", &[("country", country)]);
    view! {
        <LinkButton href=format!("/peers?of={id}")>{text.peers()}</LinkButton>
        <LinkButton href=support>{text.support()}</LinkButton>
        <LinkButton href=format!("/requirements?implementation={id}")>{text.requirements()}</LinkButton>
    }
}

/// Puts the stakeholder away, after a question, or brings it back.
#[component]
fn Shelf(id: String, version: i64, is_archived: bool, changed: Callback<()>) -> impl IntoView {
    let (text, tongue, toaster) = (ProfileText::here(), tongue(), toaster());
    let (busy, asking) = (RwSignal::new(false), RwSignal::new(false));
    let settle = move |answer: Result<(), Failure>, done: &'static str| {
        busy.try_set(false);
        match answer {
            Ok(()) => toaster.done(done),
            Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
        }
        changed.try_run(());
    };
    let id = StoredValue::new(id);
    let archive = Callback::new(move |()| {
        busy.set(true);
        let variables = profile_archive::Variables { id: id.get_value(), version };
        spawn_local(async move {
            let answer = client::send::<ProfileArchive>(variables).await;
            settle(answer.map(drop), text.archived());
        });
    });
    let restore = Callback::new(move |()| {
        busy.set(true);
        let variables = profile_restore::Variables { id: id.get_value(), version };
        spawn_local(async move {
            let answer = client::send::<ProfileRestore>(variables).await;
            settle(answer.map(drop), text.restored());
        });
    });
    if is_archived {
        return view! { <Button busy on_press=restore>{text.restore()}</Button> }.into_any();
    }
    view! {
        <Button busy on_press=move |()| asking.set(true)>{text.archive()}</Button>
        <ConfirmDialog
            title=text.archive_question()
            message=text.archive_meaning()
            confirm=text.archive()
            look=Look::Danger
            open=asking
            on_confirm=archive
        />
    }
    .into_any()
}
