//! One need or offer: what is known of it, what came of it, and what can be done.

use super::form::CloseForm;
use super::needs_shown::{self, NeedsShownNeedsNodes, NeedsShownNeedsNodesEngagements};
use super::{NeedStatus, NeedToReopen, need_to_reopen};
use crate::client;
use crate::state::query::{Visit, url_query};
use crate::state::{Load, place, session, toaster, tongue};
use crate::text::NeedText;
use crate::text::failure::failure_text;
use crate::text::format::{capital, date, money};
use crate::ui::{Badge, Button, Hue, Look};
use domain::country::Country;
use domain::language::Language;
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One line of the table.
#[component]
pub fn Row(row: NeedsShownNeedsNodes, load: Load<needs_shown::ResponseData>) -> impl IntoView {
    let (text, tongue) = (NeedText::here(), tongue());
    let unknown = |known: Option<String>, word: &str| match known {
        Some(known) => view! { <span>{known}</span> }.into_any(),
        None => view! { <span class="muted">{word.to_owned()}</span> }.into_any(),
    };
    let country = row
        .country
        .as_deref()
        .map(|code| Country::find(code).map_or(code.to_owned(), |one| one.name(tongue).to_owned()));
    let language = row.language.as_deref().map(|code| {
        Language::parse(code, "").map_or(code.to_owned(), |one| one.name(tongue).to_owned())
    });
    let places: Vec<_> = [country, language].into_iter().flatten().collect();
    let places = (!places.is_empty()).then(|| places.join(", "));
    let budget = row.amount.zip(row.currency.clone());
    let budget = budget.map(|(amount, currency)| money(amount, &currency, tongue));
    let until = row.until.as_deref().map(|day| date(day, tongue));
    let good = row.good.as_ref().map(|good| {
        view! { <a class="small" href=format!("/stakeholder/{}", good.id)>{good.name.clone()}</a> }
    });
    let talks = row.engagements.clone().into_iter().map(|talk| view! { <Talk talk/> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <Badge text=capital(row.side.label(tongue))/>" "{row.text.clone()}
            </th>
            <td role="cell" data-label=text.who()>
                <a href=format!("/stakeholder/{}", row.party.id)>{row.party.name.clone()}</a>
            </td>
            <td role="cell" data-label=text.service()>{capital(row.service.label(tongue))}" "{good}</td>
            <td role="cell" data-label=text.where_()>{unknown(places, text.not_recorded())}</td>
            <td role="cell" data-label=text.until()>{unknown(until, text.not_recorded())}</td>
            <td role="cell" data-label=text.budget()>{unknown(budget, text.unknown())}</td>
            <td role="cell" data-label=text.status()>
                <div><Status row=row.clone()/>{talks.collect_view()}</div>
            </td>
            <td role="cell" data-label=text.act()><Tools row load/></td>
        </tr>
    }
}

/// What has become of it: by whom it was met, or why it was taken back.
#[component]
fn Status(row: NeedsShownNeedsNodes) -> impl IntoView {
    let (text, tongue) = (NeedText::here(), tongue());
    let hue = if row.status == NeedStatus::Met { Hue::Good } else { Hue::Plain };
    let closed = row.status != NeedStatus::Open;
    let since = closed.then(|| date(&row.status_since, tongue));
    let by = row.met_by.map(|by| {
        view! { <a class="small" href=format!("/stakeholder/{}", by.id)>{text.by(&by.name)}</a> }
    });
    view! {
        <Badge text=capital(row.status.label(tongue)) hue/>
        " "
        <span class="muted small">{since}</span>
        " "
        {by}
        {row.close_reason.map(|reason| view! { <span class="small">" "{reason}</span> })}
    }
}

/// An engagement that came of it.
#[component]
fn Talk(talk: NeedsShownNeedsNodesEngagements) -> impl IntoView {
    let (text, stage) = (NeedText::here(), talk.stage.label(tongue()));
    view! {
        <span class="relationship-line">
            <span class="small">{text.talk()}</span>
            <a href=format!("/engagement/{}", talk.id)>{talk.party.name}</a>
            <span class="muted small">{stage}</span>
        </span>
    }
}

/// Who fits, for everybody; and what has become of it, for those who may say so.
#[component]
fn Tools(row: NeedsShownNeedsNodes, load: Load<needs_shown::ResponseData>) -> impl IntoView {
    let (text, session, query) = (NeedText::here(), session(), url_query());
    let at = place(Some(&row.community.id), row.visibility);
    let is_open = row.status == NeedStatus::Open;
    let id = StoredValue::new(row.id.clone());
    let show = move |()| query.change(Visit::Step, &[("need", Some(id.get_value()))]);
    let told = row.text.clone();
    let matches = is_open.then(|| {
        view! { <Button look=Look::Quiet on_press=show>{text.matches()}<span class="hidden">" "{told}</span></Button> }
    });
    let row = StoredValue::new(row);
    let closing = move |status: NeedStatus, title: &'static str| {
        let row = row.get_value();
        view! {
            <details class="disclosure">
                <summary>{title}<span class="hidden">" "{row.text.clone()}</span></summary>
                <CloseForm row status load/>
            </details>
        }
    };
    let work = move || {
        session.can(Action::WorkNeed, at).then(|| match is_open {
            true => view! {
                {closing(NeedStatus::Met, text.met())}
                {closing(NeedStatus::Withdrawn, text.withdraw())}
            }
            .into_any(),
            false => view! { <Reopening row=row.get_value() load/> }.into_any(),
        })
    };
    view! { <div>{matches}{work}</div> }
}

/// Opens it again.
#[component]
fn Reopening(row: NeedsShownNeedsNodes, load: Load<needs_shown::ResponseData>) -> impl IntoView {
    let (text, tongue, toaster) = (NeedText::here(), tongue(), toaster());
    let (id, version) = (StoredValue::new(row.id), row.version);
    let reopen = Callback::new(move |()| {
        let input =
            need_to_reopen::ReopenNeedInput { id: id.get_value(), expected_version: version };
        spawn_local(async move {
            let variables = need_to_reopen::Variables { input };
            match client::send::<NeedToReopen>(variables).await {
                Ok(_) => toaster.done(text.saved()),
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
            load.reload();
        });
    });
    view! {
        <Button look=Look::Quiet on_press=reopen>{text.reopen()}<span class="hidden">" "{row.text}</span></Button>
    }
}
