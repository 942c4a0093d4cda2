//! The seats of bodies: the answer in words, a chart, and the same as a table.

use super::chart::SeatChart;
use super::representation_rows::{
    self, RepresentationRowsRepresentationGaps as Page,
    RepresentationRowsRepresentationGapsNodes as Body,
};
use super::{GoodFilter, RepresentationRows, Views};
use crate::client::words::{GroupType, SeatRecord};
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit, address};
use crate::state::{load, locale, session, tongue};
use crate::text::{RepresentationText, ShellText, format};
use crate::ui::{Checkbox, Empty, LinkButton, Loaded, PageTitle, Pager, WordSelect};
use domain::language::Language;
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Bodies that decide or advise, which is what is meant by councils unless another type is chosen.
const COUNCILS: [GroupType; 4] =
    [GroupType::Board, GroupType::Steering, GroupType::Advisory, GroupType::Committee];

/// The seats of the bodies that the address asks for.
#[component]
pub fn Seats(query: UrlQuery) -> impl IntoView {
    let (text, locale) = (RepresentationText::here(), locale());
    let load = load::<RepresentationRows>(move || Some(variables(query, locale)));
    let found = move || {
        let total = load.with(|data| data.representation_gaps.total_count);
        total.map(|total| text.found(total))
    };
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Views query/>
        <Filters query/>
        <p class="muted found" role="status">{found}</p>
        <Loaded load let:data>
            <Bodies page=data.representation_gaps query/>
        </Loaded>
    }
}

fn variables(query: UrlQuery, locale: domain::text::Locale) -> representation_rows::Variables {
    let types = query.words::<GroupType>("type");
    let types = match (types.is_empty(), query.get("constituency")) {
        (true, Some(_)) => COUNCILS.to_vec(),
        _ => types,
    };
    representation_rows::Variables {
        good: query.get("good"),
        group_types: (!types.is_empty()).then_some(types),
        constituency: query.get("constituency"),
        vacant: query.get("vacant").map(|value| value == "true"),
        locale,
        after: Trail::parse(query.get("after").as_deref()).after(),
    }
}

#[component]
fn Filters(query: UrlQuery) -> impl IntoView {
    let text = RepresentationText::here();
    let kind = Signal::derive(move || query.words::<GroupType>("type").first().copied());
    let on_kind = Callback::new(move |kind: Option<GroupType>| {
        let code = kind.map(|kind| kind.code().to_owned());
        query.change(Visit::Step, &[("type", code), ("after", None)]);
    });
    let asked = RwSignal::new(untrack(|| query.get("constituency")).unwrap_or_default());
    Effect::new(move |_| asked.set(query.get("constituency").unwrap_or_default()));
    let ask = Callback::new(move |name: String| {
        query.change(Visit::Step, &[("constituency", Some(name)), ("after", None)]);
    });
    let vacant = Signal::derive(move || query.get("vacant").as_deref() == Some("true"));
    let on_vacant = Callback::new(move |only: bool| {
        let only = only.then(|| "true".to_owned());
        query.change(Visit::Step, &[("vacant", only), ("after", None)]);
    });
    view! {
        <search class="filters" aria-label=text.filters()>
            <WordSelect<GroupType>
                label=text.kind()
                value=kind
                none=ShellText::here().any()
                on_change=on_kind
            />
            <GoodFilter query/>
            <Constituency asked on_ask=ask/>
            <Checkbox label=text.vacant_only() checked=vacant on_change=on_vacant/>
        </search>
    }
}

/// The constituency that is asked about; the list follows once it is written.
#[component]
fn Constituency(asked: RwSignal<String>, on_ask: Callback<String>) -> impl IntoView {
    let text = RepresentationText::here();
    view! {
        <crate::ui::Field label=text.constituency() let:ids>
            <input
                id=ids.control
                type="text"
                autocomplete="off"
                prop:value=move || asked.get()
                on:change:target=move |event| {
                    on_ask.try_run(event.target().value().trim().to_owned());
                }
            />
        </crate::ui::Field>
    }
}

#[component]
fn Bodies(page: Page, query: UrlQuery) -> impl IntoView {
    let text = RepresentationText::here();
    if page.nodes.is_empty() {
        return view! {
            <Empty title=text.none()>
                <LinkButton href="/representation">{text.clear()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let next = page.page_info.end_cursor.filter(|_| page.page_info.has_next_page);
    let answer = untrack(|| query.get("constituency"))
        .map(|asked| view! { <Answer asked bodies=page.nodes.clone()/> });
    let unknown = page.nodes.iter().all(|body| body.required.is_none());
    let unknown = unknown.then(|| view! { <p class="muted">{text.required_unknown()}</p> });
    let (recorded, apart): (Vec<_>, Vec<_>) =
        page.nodes.into_iter().partition(|body| body.filled > 0 || body.required.is_some());
    view! {
        {answer}
        {unknown}
        <Recorded bodies=recorded/>
        <Apart bodies=apart/>
        <Pager next/>
    }
    .into_any()
}

/// Who has a seat for a constituency, who has none that is recorded, and of whom nothing is.
#[component]
fn Answer(asked: String, bodies: Vec<Body>) -> impl IntoView {
    let text = RepresentationText::here();
    let of = |record: SeatRecord| {
        let names = bodies.iter().filter(|body| body.seat == Some(record));
        let names = names.map(|body| {
            let href = format!("/stakeholder/{}", body.group.id);
            view! { <li><a href=href>{body.group.name.clone()}</a></li> }
        });
        let names: Vec<_> = names.collect();
        match names.is_empty() {
            true => view! { <span class="muted">{text.nobody()}</span> }.into_any(),
            false => view! { <ul>{names}</ul> }.into_any(),
        }
    };
    let parts = [
        (text.has(), SeatRecord::Recorded),
        (text.unsettled(), SeatRecord::Unsettled),
        (text.lack(), SeatRecord::NoneRecorded),
        (text.apart(), SeatRecord::SeatsNotRecorded),
    ];
    let parts = parts.map(|(word, record)| view! { <dt>{word}</dt> <dd>{of(record)}</dd> });
    view! {
        <section class="section answer" aria-labelledby="asked">
            <h2 id="asked">{text.asked(&asked)}</h2>
            <dl class="answer-parts">{parts.collect_view()}</dl>
        </section>
    }
}

/// The bodies of whose seats something is recorded: a chart each, then all as a table.
#[component]
fn Recorded(bodies: Vec<Body>) -> impl IntoView {
    let text = RepresentationText::here();
    if bodies.is_empty() {
        return None;
    }
    let charts = bodies.iter().map(|body| {
        let href = format!("/stakeholder/{}", body.group.id);
        view! {
            <li>
                <h3><a href=href>{body.group.name.clone()}</a></h3>
                <SeatChart rows=body.constituencies.clone()/>
            </li>
        }
    });
    let charts = charts.collect_view();
    let heads = [
        text.body(),
        text.constituencies(),
        text.required(),
        text.others(),
        text.region(),
        text.language(),
        text.size(),
    ];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let rows = bodies.into_iter().map(|body| view! { <BodyRow body/> }).collect_view();
    Some(view! {
        <section class="section" aria-labelledby="recorded">
            <h2 id="recorded">{text.recorded_rows()}</h2>
            <ul class="seat-charts">{charts}</ul>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.recorded_rows()}</caption>
                    <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </section>
    })
}

#[component]
fn BodyRow(body: Body) -> impl IntoView {
    let (text, tongue) = (RepresentationText::here(), tongue());
    let unknown = || text.not_recorded().to_owned();
    let counted = |rows: Vec<(Option<String>, i64)>| {
        let said = rows
            .into_iter()
            .map(|(name, seats)| format!("{} {seats}", name.unwrap_or_else(unknown)));
        said.collect::<Vec<_>>().join(", ")
    };
    let constituencies = body.constituencies.iter().map(|row| {
        let name = row.constituency.clone().unwrap_or_else(|| text.no_constituency().to_owned());
        match row.vacant {
            true => text.empty_chair(&name),
            false => format!("{name} {}", row.filled),
        }
    });
    let constituencies: Vec<_> = constituencies.collect();
    let required = body.required.map(|all| text.filled_of(all - body.vacant, all));
    let regions = body
        .regions
        .iter()
        .map(|row| (row.region.map(|it| it.label(tongue).to_owned()), row.seats));
    let languages = body.languages.iter().map(|row| {
        let known = row.language.as_deref().and_then(|code| Language::parse(code, "").ok());
        (known.map(|it| it.name(tongue).to_owned()), row.seats)
    });
    let sizes =
        body.sizes.iter().map(|row| (row.size.map(|it| it.label(tongue).to_owned()), row.seats));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.body()>
                <a href=format!("/stakeholder/{}#relationships", body.group.id)>{body.group.name.clone()}</a>
            </th>
            <td role="cell" data-label=text.constituencies()>{constituencies.join(", ")}</td>
            <td role="cell" data-label=text.required()>{required.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.others()>
                {format::number(body.proposed, tongue)} ", " {format::number(body.disputed, tongue)}
            </td>
            <td role="cell" data-label=text.region()>{counted(regions.collect())}</td>
            <td role="cell" data-label=text.language()>{counted(languages.collect())}</td>
            <td role="cell" data-label=text.size()>{counted(sizes.collect())}</td>
        </tr>
    }
}

/// The bodies of which no confirmed seat is recorded, each with the forms that would mend it.
#[component]
fn Apart(bodies: Vec<Body>) -> impl IntoView {
    let text = RepresentationText::here();
    if bodies.is_empty() {
        return None;
    }
    let session = session();
    let lines = bodies.into_iter().map(move |body| {
        let id = body.group.id.clone();
        let proposed = (body.proposed > 0).then(|| text.proposed(body.proposed));
        let offers = move || {
            let may = session.can_somewhere(Action::ProposeRelationship);
            let seat = address("/relationship/new", &[("target", Some(&id))]);
            let edit = format!("/stakeholder/{id}/edit");
            may.then(|| {
                view! {
                    <a href=seat>{text.record_seat()}</a>
                    <a href=edit>{text.edit()}</a>
                }
            })
        };
        view! {
            <li class="relationship-line">
                <a href=format!("/stakeholder/{}", body.group.id)>{body.group.name}</a>
                <span class="muted">{proposed}</span>
                {offers}
            </li>
        }
    });
    let lines = lines.collect_view();
    Some(view! {
        <section class="section" aria-labelledby="apart">
            <h2 id="apart">{text.unrecorded_rows()}</h2>
            <ul class="list">{lines}</ul>
        </section>
    })
}
