//! The bodies of several goods side by side, whatever they call themselves.

use super::governance_compared::{
    self, GovernanceComparedCompareGovernance as Good,
    GovernanceComparedCompareGovernanceBodies as Body,
    GovernanceComparedCompareGovernanceBodiesRepresentationGroupOn as On,
};
use super::{ComparableGoods, GovernanceCompared, Views, comparable_goods};
use crate::page::mark::StateMark;
use crate::page::query::CopyQuery;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, tongue};
use crate::text::{RepresentationText, format};
use crate::ui::{Checkbox, Loaded, PageTitle};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// How many goods are compared when none is chosen.
const FEW: usize = 5;
/// The most that are compared.
const MOST: usize = 8;

/// The governance of the goods that the address names, of the first few otherwise.
#[component]
pub fn Governance(query: UrlQuery) -> impl IntoView {
    let (text, locale) = (RepresentationText::here(), locale());
    let goods = load::<ComparableGoods>(move || Some(comparable_goods::Variables { locale }));
    let chosen = Memo::new(move |_| {
        let known = goods.with(|data| {
            let nodes = data.global_goods.nodes.iter();
            nodes.map(|good| (good.id.clone(), good.name.clone())).collect::<Vec<_>>()
        });
        let known = known.unwrap_or_default();
        let asked = query.get("goods").unwrap_or_default();
        let asked: Vec<_> = asked.split(',').filter(|id| !id.is_empty()).collect();
        let ids = known.iter().map(|(id, _)| id.clone());
        match asked.is_empty() {
            true => ids.take(FEW).collect::<Vec<_>>(),
            false => ids.filter(|id| asked.contains(&id.as_str())).take(MOST).collect(),
        }
    });
    let load = load::<GovernanceCompared>(move || {
        let goods = chosen.get();
        (!goods.is_empty()).then_some(governance_compared::Variables { goods, locale })
    });
    let options = Signal::derive(move || {
        let found = goods.with(|data| {
            let nodes = data.global_goods.nodes.iter();
            nodes.map(|good| (good.id.clone(), good.name.clone())).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    view! {
        <PageTitle title=text.governance()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.governance_lead()}</p>
        <Views query/>
        <Choice query options chosen/>
        <Loaded load let:data>
            <Compared goods=data.compare_governance/>
        </Loaded>
    }
}

/// Which goods are compared, each a box to tick.
#[component]
fn Choice(
    query: UrlQuery,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    chosen: Memo<Vec<String>>,
) -> impl IntoView {
    let text = RepresentationText::here();
    let toggle = move |id: String, on: bool| {
        let mut ids = chosen.get_untracked();
        ids.retain(|known| *known != id);
        if on && ids.len() < MOST {
            ids.push(id);
        }
        query.change(Visit::Step, &[("goods", Some(ids.join(",")))]);
    };
    let boxes = move || {
        let boxes = options.get().into_iter().map(|(id, name)| {
            let (is, of) = (id.clone(), id);
            let checked = Signal::derive(move || chosen.with(|ids| ids.contains(&is)));
            let change = Callback::new(move |on: bool| toggle(of.clone(), on));
            view! { <Checkbox label=name checked on_change=change/> }
        });
        boxes.collect_view()
    };
    view! {
        <fieldset class="goods-choice">
            <legend>{text.goods()}</legend>
            <div class="goods-boxes">{boxes}</div>
        </fieldset>
    }
}

/// The bodies of every good, a part of one table each.
#[component]
fn Compared(goods: Vec<Good>) -> impl IntoView {
    let text = RepresentationText::here();
    let heads = [
        text.body(),
        text.what(),
        text.local_name(),
        text.authority(),
        text.mandate(),
        text.seats(),
        text.meets(),
    ];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let parts = goods.into_iter().map(|good| view! { <GoodPart good/> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.governance()}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                {parts.collect_view()}
            </table>
        </div>
        <p class="muted">{text.last_met()}</p>
    }
}

#[component]
fn GoodPart(good: Good) -> impl IntoView {
    let text = RepresentationText::here();
    let none = good.bodies.is_empty();
    let none = none.then(|| {
        view! { <tr role="row"><td role="cell" colspan="7" class="muted">{text.no_bodies()}</td></tr> }
    });
    let rows = good.bodies.into_iter().map(|body| view! { <BodyRow body/> });
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="rowgroup" role="rowheader" colspan="7" class="table-part">
                    <a href=format!("/stakeholder/{}", good.good.id)>{good.good.name}</a>
                </th>
            </tr>
            {none}
            {rows.collect_view()}
        </tbody>
    }
}

#[component]
fn BodyRow(body: Body) -> impl IntoView {
    let (text, tongue) = (RepresentationText::here(), tongue());
    let unknown = || text.not_recorded().to_owned();
    let Body { relationship, representation } = body;
    let group = representation.group;
    let (kind, local_name, mandate, meets) = match group.on {
        On::Group(one) => {
            let kind = format::capital(one.group_type.label(tongue));
            (kind, one.local_name, one.mandate, one.meets)
        }
        _ => (String::new(), None, None, None),
    };
    let seats = match (representation.required, representation.filled) {
        (Some(all), _) => text.filled_of(all - representation.vacant, all),
        (None, 0) => unknown(),
        (None, filled) => text.filled(filled),
    };
    let role = relationship.role.map(|role| view! { <span class="muted">{role}</span> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.body()>
                <a href=format!("/stakeholder/{}", group.id)>{group.name}</a>
            </th>
            <td role="cell" data-label=text.what()>{kind}</td>
            <td role="cell" data-label=text.local_name()>{local_name.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.authority()>
                <span class="relationship-line">
                    <a href=format!("/relationship/{}", relationship.id)>
                        {relationship.kind.label(tongue)}
                    </a>
                    <StateMark state=relationship.state/>
                    {role}
                </span>
            </td>
            <td role="cell" data-label=text.mandate()>{mandate.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.seats()>{seats}</td>
            <td role="cell" data-label=text.meets()>{meets.unwrap_or_else(unknown)}</td>
        </tr>
    }
}
