//! What somebody has promised to do by now, or within a week.

use super::home_work::{HomeWorkActionsNodes, HomeWorkEngagementsNodes};
use crate::page::mark::PracticeMark;
use crate::state::tongue;
use crate::text::{HomeText, format};
use crate::ui::Empty;
use chrono::NaiveDate;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// How many steps, and how many actions, are listed; the overdue ones come first.
pub const ROWS: i64 = 50;

/// The id of the list of what is overdue.
pub const OVERDUE: &str = "overdue";

/// One thing to do, whatever kind of record it stands on.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    due: Option<NaiveDate>,
    what: String,
    /// Name and address of the conversation that it belongs to.
    about: Option<(String, String)>,
    owner: Option<String>,
    community: String,
    practice: bool,
}

impl Item {
    fn is_late(&self, today: NaiveDate) -> bool {
        self.due.is_some_and(|due| due < today)
    }
}

/// Steps and actions in the order of their due dates, the overdue ones first.
#[component]
pub fn Due(
    /// The day it is.
    today: NaiveDate,
    /// The engagements with a step that is due.
    engagements: Vec<HomeWorkEngagementsNodes>,
    /// The actions that are due.
    actions: Vec<HomeWorkActionsNodes>,
    /// How many there are in all.
    total: i64,
) -> impl IntoView {
    let text = HomeText::here();
    let items = items(engagements, actions);
    let more = total - i64::try_from(items.len()).unwrap_or(total);
    let nothing = items.is_empty().then(|| {
        let next = view! { <p>{text.due_none_next()}</p> };
        view! { <Empty title=text.due_none()>{next}</Empty> }
    });
    let (late, soon): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.is_late(today));
    view! {
        <section class="section" aria-labelledby="due">
            <h2 id="due">{text.due()}</h2>
            <p><a href="/attention">{text.attention()}</a></p>
            {nothing}
            <Part id=OVERDUE title=text.late() items=late today/>
            <Part id="soon" title=text.soon() items=soon today/>
            {(more > 0).then(|| view! { <p class="muted">{text.more(more)}</p> })}
        </section>
    }
}

/// Some of the items under a heading of their own; nothing when there are none.
#[component]
fn Part(
    id: &'static str,
    title: &'static str,
    items: Vec<Item>,
    today: NaiveDate,
) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let number = format::number(i64::try_from(items.len()).unwrap_or(i64::MAX), tongue());
        let lines = items.into_iter().map(|item| view! { <Line item today/> });
        view! {
            <h3 id=id>{title}" ("{number}")"</h3>
            <ul class="list" aria-labelledby=id>{lines.collect_view()}</ul>
        }
    })
}

#[component]
fn Line(item: Item, today: NaiveDate) -> impl IntoView {
    let (text, tongue) = (HomeText::here(), tongue());
    let late = item.is_late(today);
    let due = item.due.map_or(text.no_date().to_owned(), |due| format::day(due, tongue));
    let due = if late { format!("{due} · {}", text.overdue()) } else { due };
    let about = item.about.map(|(name, address)| view! { <a href=address>{name}</a> });
    let owner = item.owner.unwrap_or_else(|| text.no_owner().to_owned());
    view! {
        <li>
            <p class="relationship-line">
                <strong>{item.what}</strong>
                {about}
                <PracticeMark practice=item.practice/>
            </p>
            <p class="relationship-line small">
                <span class:due-late=late>{due}</span>
                <span class="muted">{owner}</span>
                <span class="muted">{item.community}</span>
            </p>
        </li>
    }
}

fn items(
    engagements: Vec<HomeWorkEngagementsNodes>,
    actions: Vec<HomeWorkActionsNodes>,
) -> Vec<Item> {
    let tongue = tongue();
    let steps = engagements.into_iter().map(|one| Item {
        due: day(one.next_step_due.as_deref()),
        what: one.next_step.unwrap_or_else(|| format::capital(one.objective.label(tongue))),
        about: Some((one.party.name, format!("/engagement/{}", one.id))),
        owner: one.owner.map(|owner| owner.display_name),
        community: one.community.name,
        practice: one.practice,
    });
    let actions = actions.into_iter().map(|one| Item {
        due: day(one.due_on.as_deref()),
        what: one.text,
        about: one.engagement.map(|about| (about.party.name, format!("/engagement/{}", about.id))),
        owner: one.owner.map(|owner| owner.display_name),
        community: one.community.name,
        practice: one.practice,
    });
    let mut items: Vec<_> = steps.chain(actions).collect();
    // Without a date comes last; the server's order decides among equals.
    items.sort_by_key(|item| (item.due.is_none(), item.due));
    items
}

fn day(text: Option<&str>) -> Option<NaiveDate> {
    text.and_then(|text| text.parse().ok())
}
