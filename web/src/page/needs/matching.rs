//! Who fits a need or an offer, with every reason and its points, and the way to an engagement.

use super::need_matches_shown::{
    self, NeedMatchesShownNeed, NeedMatchesShownNeedMatches, NeedMatchesShownNeedMatchesNodes,
};
use super::{NeedMatchesShown, NeedStatus, NeedToAnswer, ROWS, need_to_answer};
use crate::client;
use crate::state::query::{Visit, url_query};
use crate::state::{load, locale, place, session, toaster, tongue};
use crate::text::NeedText;
use crate::text::failure::failure_text;
use crate::text::format::capital;
use crate::ui::{Button, Empty, LinkButton, Loaded, Look};
use domain::policy::Action;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

/// The matches of the need that the address names.
#[component]
pub fn Matches(id: String) -> impl IntoView {
    let (text, query, locale) = (NeedText::here(), url_query(), locale());
    let variables = move || need_matches_shown::Variables { id: id.clone(), first: ROWS, locale };
    let found = load::<NeedMatchesShown>(move || Some(variables()));
    let close = move |()| query.change(Visit::Step, &[("need", None)]);
    view! {
        <section class="section" aria-labelledby="fitting">
            <h2 id="fitting">{text.fitting()}</h2>
            <Loaded load=found let:data>
                {data.need.map(|need| view! { <Fitting need matches=data.need_matches.clone()/> })}
            </Loaded>
            <div class="actions"><Button look=Look::Quiet on_press=close>{text.close()}</Button></div>
        </section>
    }
}

#[component]
fn Fitting(need: NeedMatchesShownNeed, matches: NeedMatchesShownNeedMatches) -> impl IntoView {
    let (text, tongue) = (NeedText::here(), tongue());
    let lead = view! {
        <p>
            <strong>{capital(need.side.label(tongue))}</strong>" · "
            <a href=format!("/stakeholder/{}", need.party.id)>{need.party.name.clone()}</a>" · "
            {need.text.clone()}
        </p>
    };
    if matches.nodes.is_empty() {
        return view! {
            {lead}
            <Empty title=text.nobody()>
                <p>{text.nobody_next()}</p>
                <LinkButton href="/support">{text.directory()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let total = matches.total_count;
    let rest = (total > ROWS).then(|| view! { <p class="notice">{text.first_of(ROWS, total)}</p> });
    let head = [text.who(), text.score(), text.why(), text.rests_on(), text.act()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let rows = matches.nodes.into_iter().map(|one| view! { <Match one need=need.clone()/> });
    view! {
        {lead}
        <p class="answer" role="status"><strong>{text.fits(total)}</strong></p>
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.fitting()}</caption>
                <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
        {rest}
    }
    .into_any()
}

#[component]
fn Match(one: NeedMatchesShownNeedMatchesNodes, need: NeedMatchesShownNeed) -> impl IntoView {
    let (text, tongue) = (NeedText::here(), tongue());
    let reasons = one.factors.iter().map(|factor| {
        let points = (factor.points > 0).then(|| text.points(factor.points));
        view! { <li>{factor.reason.label(tongue)}" "<span class="muted small">{points}</span></li> }
    });
    let reasons = reasons.collect_view();
    let basis = match (&one.counterpart, &one.capability, &one.relationship) {
        (Some(row), ..) => {
            view! { <span>{text.offer()}</span>" "<span class="muted small">{row.text.clone()}</span> }
                .into_any()
        }
        (_, Some(row), _) => {
            view! { <a href=format!("/capability/{}", row.id)>{text.capability()}</a> }.into_any()
        }
        (.., Some(row)) => {
            let kind = capital(row.kind.label(tongue));
            view! { <a href=format!("/relationship/{}", row.id)>{kind}</a> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=format!("/stakeholder/{}", one.party.id)>{one.party.name.clone()}</a>
            </th>
            <td role="cell" data-label=text.score()>{one.score}</td>
            <td role="cell" data-label=text.why()><ul>{reasons}</ul></td>
            <td role="cell" data-label=text.rests_on()>{basis}</td>
            <td role="cell" data-label=text.act()><Answer one need/></td>
        </tr>
    }
}

/// The way to the engagement that there is, or the button that opens one.
#[component]
fn Answer(one: NeedMatchesShownNeedMatchesNodes, need: NeedMatchesShownNeed) -> impl IntoView {
    let (text, tongue, toaster) = (NeedText::here(), tongue(), toaster());
    let (session, navigate) = (session(), use_navigate());
    if let Some(engagement) = one.engagement {
        let href = format!("/engagement/{}", engagement.id);
        return view! { <LinkButton href>{text.go_on()}<span class="hidden">" "{one.party.name}</span></LinkButton> }
            .into_any();
    }
    let at = place(Some(&need.community.id), need.visibility.max(Visibility::Community));
    let is_open = need.status == NeedStatus::Open;
    let busy = RwSignal::new(false);
    let ids = StoredValue::new((need.id, one.party.id));
    let navigate = StoredValue::new_local(navigate);
    let open = Callback::new(move |()| {
        let (need, party) = ids.get_value();
        let input = need_to_answer::OpenEngagementFromMatchInput {
            need,
            party,
            objective: None,
            why: None,
        };
        busy.set(true);
        spawn_local(async move {
            let variables = need_to_answer::Variables { input };
            match client::send::<NeedToAnswer>(variables).await {
                Ok(data) => {
                    toaster.done(text.opened());
                    let id = data.open_engagement_from_match.engagement.id;
                    navigate.with_value(|go| go(&format!("/engagement/{id}"), Default::default()));
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
            busy.try_set(false);
        });
    });
    let name = StoredValue::new(one.party.name);
    (move || {
        (is_open && session.can(Action::WorkEngagement, at)).then(|| {
            view! { <Button busy on_press=open>{text.open()}<span class="hidden">" "{name.get_value()}</span></Button> }
        })
    })
    .into_any()
}
