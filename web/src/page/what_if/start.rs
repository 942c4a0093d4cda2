//! Nobody is chosen yet: where to begin.

use super::{WhatIfStarts, what_if_starts};
use crate::state::query::address;
use crate::state::{load, locale};
use crate::text::LossText;
use crate::ui::{Empty, LinkButton, Loaded};
use domain::identifier::{Noun, parse};
use domain::stakeholder::StakeholderKind;
use leptos::prelude::*;
use what_if_starts::WhatIfStartsRelationshipsNodes as Row;

/// How much recorded funding is looked at.
const MOST: i64 = 100;

/// Somebody with everybody who pays them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Paid {
    id: String,
    name: String,
    funders: Vec<String>,
}

/// Suggests what everybody asks first: that all recorded funders of a good leave.
#[component]
pub fn Start() -> impl IntoView {
    let (text, locale) = (LossText::here(), locale());
    let load =
        load::<WhatIfStarts>(move || Some(what_if_starts::Variables { locale, first: MOST }));
    let offered = move |data: what_if_starts::ResponseData| {
        let paid = paid(data.relationships.nodes);
        if paid.is_empty() {
            return view! {
                <p>{text.starts_none()}</p>
                <LinkButton href="/relationship/new?kind=FUNDS">{text.add()}</LinkButton>
            }
            .into_any();
        }
        let item = |one: Paid| {
            let href = address("/what-if", &[("who", Some(&one.funders.join(",")))]);
            let words = match one.funders.len() {
                1 => text.one_of(&one.name),
                count => text.all_of(&one.name, count),
            };
            view! { <li><a href=href>{words}</a></li> }
        };
        view! {
            <p>{text.starts_next()}</p>
            <ul class="what-if-starts">{paid.into_iter().map(item).collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <Empty title=text.starts()>
            <Loaded load let:data>{offered(data)}</Loaded>
        </Empty>
    }
}

/// Who is paid by whom; goods first, then those whom most pay, then by name.
fn paid(rows: Vec<Row>) -> Vec<Paid> {
    let mut all: Vec<Paid> = Vec::new();
    for row in rows {
        let place = all.iter().position(|one| one.id == row.target.id);
        let place = place.unwrap_or_else(|| {
            all.push(Paid { id: row.target.id, name: row.target.name, funders: Vec::new() });
            all.len() - 1
        });
        if !all[place].funders.contains(&row.source.id) {
            all[place].funders.push(row.source.id);
        }
    }
    let good = Noun::Stakeholder(StakeholderKind::GlobalGood);
    all.sort_by_key(|one| {
        let is_good = parse(&one.id).is_some_and(|(noun, _)| noun == good);
        (!is_good, std::cmp::Reverse(one.funders.len()), one.name.clone())
    });
    all
}
