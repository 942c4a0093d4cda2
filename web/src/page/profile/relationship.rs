//! How a stakeholder stands to others, family by family.

mod group;
mod line;

use super::profile_relationships::ProfileRelationshipsStakeholder;
use super::{ProfileRelationships, profile_relationships};
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::{load, locale, session, tongue, url_query};
use crate::text::{ProfileText, format};
use crate::ui::{Empty, Glyph, LinkButton, Loaded, Pager};
use domain::policy::Action;
use domain::relationship::Layer;
use domain::vocabulary::Word;
use group::{Group, groups};
use leptos::prelude::*;
use line::Line;

/// How many relationships are shown at once.
const ROWS: i64 = 100;

/// The relationships, grouped by layer, evidence opened in place.
#[component]
pub fn Relationships(
    /// The stakeholder's id.
    id: String,
) -> impl IntoView {
    let text = ProfileText::here();
    let (query, locale) = (url_query(), locale());
    let me = id.clone();
    let load = load::<ProfileRelationships>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        Some(profile_relationships::Variables { id: id.clone(), locale, first: ROWS, after })
    });
    let found = move || {
        load.with(|data| data.stakeholder.as_ref().map(|one| one.relationships.total_count))
    };
    let title = move || match found().flatten() {
        Some(total) => format!("{} ({})", text.relationships(), format::number(total, tongue())),
        None => text.relationships().to_owned(),
    };
    view! {
        <section class="section" aria-labelledby="relationships">
            <div class="section-head">
                <h2 id="relationships">{title}</h2>
                <CopyQuery request=load.request() about=text.relationships()/>
            </div>
            <Loaded load let:data>
                {data.stakeholder.map(|stakeholder| view! { <Groups me=me.clone() stakeholder/> })}
            </Loaded>
        </section>
    }
}

#[component]
fn Groups(me: String, stakeholder: ProfileRelationshipsStakeholder) -> impl IntoView {
    let page = stakeholder.relationships;
    if page.nodes.is_empty() {
        return view! { <Alone me/> }.into_any();
    }
    let counts = stakeholder.relationship_counts;
    let total =
        move |layer: Layer| counts.iter().find(|one| one.layer == layer).map(|one| one.count);
    let next = page.page_info.end_cursor.filter(|_| page.page_info.has_next_page);
    let groups = groups(&me, page.nodes).into_iter().map(|group| {
        let total = total(group.layer);
        view! { <LayerGroup group total/> }
    });
    view! {
        {groups.collect_view()}
        <Pager next/>
    }
    .into_any()
}

#[component]
fn LayerGroup(group: Group, total: Option<i64>) -> impl IntoView {
    let (text, tongue) = (ProfileText::here(), tongue());
    let layer = format::capital(group.layer.label(tongue));
    let count =
        total.unwrap_or_else(|| i64::try_from(group.relationships.len()).unwrap_or(i64::MAX));
    let heading = format!("layer-{}", group.layer.code().to_ascii_lowercase());
    let lines = group.relationships.into_iter().map(|toward| view! { <Line toward/> });
    view! {
        <section aria-labelledby=heading.clone()>
            <h3 class="layer-title" id=heading.clone()>{text.layer(&layer, count)}</h3>
            <ul class="relationships">{lines.collect_view()}</ul>
        </section>
    }
}

/// Nobody is joined to it yet, and this is how that can change.
#[component]
fn Alone(me: String) -> impl IntoView {
    let text = ProfileText::here();
    let session = session();
    let add = move || {
        let href = format!("/relationship/new?source={me}");
        session.can_somewhere(Action::ProposeRelationship).then(
            || view! { <LinkButton href glyph=Glyph::Add>{text.add_relationship()}</LinkButton> },
        )
    };
    view! {
        <Empty title=text.relationships_none()>
            <p>{text.relationships_none_next()}</p>
            {add}
        </Empty>
    }
}
