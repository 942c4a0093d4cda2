//! One page about a partner, to read or print before a call.

use crate::client::operations;
use crate::page::missing::MissingPage;
use crate::page::query::CopyQuery;
use crate::state::{load, locale, tongue};
use crate::text::BriefText;
use crate::text::format::{capital, date};
use crate::ui::{Button, LinkButton, LoadedPage, PageTitle};
use domain::identifier::parse_stakeholder;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use partner_brief::{
    PartnerBriefBrief as Told, PartnerBriefBriefContacts as Contact,
    PartnerBriefBriefEngagements as Engaged, PartnerBriefBriefOpenQuestions as OpenQuestion,
};

operations!("graphql/brief.graphql": PartnerBrief);

/// The page of the address `/brief/:id`.
#[component]
pub fn BriefPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let is_id = Memo::new(move |_| id.with(|id| parse_stakeholder(id, "id").is_ok()));
    view! {
        <Show when=move || is_id.get() fallback=MissingPage>
            <BriefOf id/>
        </Show>
    }
}

#[component]
fn BriefOf(id: Memo<String>) -> impl IntoView {
    let locale = locale();
    let load =
        load::<PartnerBrief>(move || Some(partner_brief::Variables { id: id.get(), locale }));
    view! {
        <LoadedPage load let:data>
            <Brief told=data.brief request=load.request()/>
        </LoadedPage>
    }
}

#[component]
fn Brief(told: Told, request: Memo<Option<String>>) -> impl IntoView {
    let text = BriefText::here();
    let print = Callback::new(move |()| {
        let printed = web_sys::window().map(|window| window.print());
        // A browser that cannot print says so itself.
        drop(printed);
    });
    let profile = format!("/stakeholder/{}", told.party.id);
    let unresolved = told.party.unresolved.map(|why| view! { <p class="notice">{why}</p> });
    let contacts = told.contacts.into_iter().map(contact).collect();
    let engaged = told.engagements.into_iter().map(engagement).collect();
    let gain = |gain: String, status: &'static str| view! { <li>{gain} " (" {status} ")"</li> };
    let we = told.we_gain.into_iter().map(|it| gain(it.text, it.status.label(tongue())).into_any());
    let they =
        told.they_gain.into_iter().map(|it| gain(it.text, it.status.label(tongue())).into_any());
    let seats = told.seats.into_iter().map(|seat| {
        let of = [seat.constituency, seat.role].into_iter().flatten().collect::<Vec<_>>();
        let of = (!of.is_empty()).then(|| format!(" ({})", of.join(", ")));
        let href = format!("/relationship/{}", seat.id);
        view! { <li><a href=href>{seat.target.name}</a>{of}</li> }.into_any()
    });
    let entry = told.entry_points.into_iter().map(|one| {
        let href = format!("/stakeholder/{}", one.id);
        view! { <li><a href=href>{one.name}</a></li> }.into_any()
    });
    let actions = told.actions.into_iter().map(|action| {
        let due = action.due_on.map(|day| format!(", {}", text.due(&date(&day, tongue()))));
        view! { <li>{action.text}{due}</li> }.into_any()
    });
    let questions = told.open_questions.into_iter().map(question).collect();
    view! {
        <PageTitle title=text.title(&told.party.name)>
            <LinkButton href=profile>{text.profile()}</LinkButton>
            <Button on_press=print>{text.print()}</Button>
            <CopyQuery request/>
        </PageTitle>
        {unresolved}
        <div class="brief">
            <Part id="contacts" title=text.contacts() none=text.no_contacts() items=contacts/>
            <Part id="next" title=text.next() none=text.no_engagement() items=engaged/>
            <Part id="we-gain" title=text.we_gain() none=text.nothing() items=we.collect()/>
            <Part id="they-gain" title=text.they_gain() none=text.nothing() items=they.collect()/>
            <Part id="entry" title=text.entry() none=text.nothing() items=entry.collect()/>
            <Part id="seats" title=text.seats() none=text.nothing() items=seats.collect()/>
            <Part id="questions" title=text.questions() none=text.no_questions() items=questions/>
            <Part id="actions" title=text.actions() none=text.no_actions() items=actions.collect()/>
        </div>
    }
}

/// One part of the page; where nothing is recorded it says so.
#[component]
fn Part(
    id: &'static str,
    title: &'static str,
    none: &'static str,
    items: Vec<AnyView>,
) -> impl IntoView {
    let content = match items.is_empty() {
        true => view! { <p class="muted">{none}</p> }.into_any(),
        false => view! { <ul>{items}</ul> }.into_any(),
    };
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {content}
        </section>
    }
}

fn contact(contact: Contact) -> AnyView {
    let tongue = tongue();
    let how = format!(
        "{}, {}, {}",
        date(&contact.happened_on, tongue),
        contact.channel.label(tongue),
        contact.direction.label(tongue)
    );
    view! { <li>{contact.note} <span class="muted">" (" {how} ")"</span></li> }.into_any()
}

/// What a conversation is about, how far it is, and what comes next.
fn engagement(engaged: Engaged) -> AnyView {
    let (text, tongue) = (BriefText::here(), tongue());
    let about = capital(engaged.objective.label(tongue));
    let standing = format!(" · {} · {}", engaged.stage.label(tongue), engaged.community.name);
    let due = engaged.next_step_due.map(|day| format!(", {}", text.due(&date(&day, tongue))));
    let next = engaged.next_step.map(|step| view! { <p>{step}{due}</p> });
    let owner = engaged.owner.map(|owner| format!(" · {}", owner.display_name));
    view! {
        <li>
            <a href=format!("/engagement/{}", engaged.id)>{about}</a>
            <span class="muted">{standing}{owner}</span>
            <p class="muted">{engaged.why}</p>
            {next}
        </li>
    }
    .into_any()
}

fn question(row: OpenQuestion) -> AnyView {
    let tongue = tongue();
    let says = format!("{} {} {}", row.source.name, row.kind.label(tongue), row.target.name);
    let state = format!(" ({})", row.state.label(tongue));
    view! { <li><a href=format!("/relationship/{}", row.id)>{says}</a>{state}</li> }.into_any()
}
